//! The schemas describe the true JSON: documents that the reader takes, and what the library writes.

mod cases;
mod descriptions;
mod documents;
#[cfg(feature = "schema")]
mod findings;
#[path = "../golden/mod.rs"]
mod golden;
#[cfg(feature = "schema")]
mod requests;
#[cfg(feature = "schema")]
mod results;
#[cfg(feature = "schema")]
mod slips;
mod validator;
