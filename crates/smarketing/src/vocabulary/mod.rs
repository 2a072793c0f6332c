//! The vocabulary: what a lead's facts can be.

mod country;
mod email_kind;

pub use country::{Country, CountryError};
pub(crate) use email_kind::EmailDomains;
pub use email_kind::EmailKind;
