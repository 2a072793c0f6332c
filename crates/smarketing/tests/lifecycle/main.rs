//! The lifecycle: laws 6 and 7 against a slow and obvious reference machine, and stories.

mod agreements;
mod crossings;
mod decisions;
mod generated;
mod laws;
mod model;
mod stories;
