//! The agreement document: its tree, its reader, and the whole of its parts.

mod agreement_document;
pub(crate) mod decimal;
mod diff;
mod example;
pub(crate) mod from_json;
#[cfg(feature = "toml")]
pub(crate) mod from_toml;
mod glossary;
mod header;
pub(crate) mod reader;
pub(crate) mod tree;

pub use agreement_document::{AgreementDocument, EmailDomainLists, FORMAT};
pub use diff::{Difference, DifferenceKind, Subject};
pub use example::{Example, Expectation};
pub(crate) use glossary::abbreviations_in;
pub use glossary::{DefinedBy, Definition, Glossary, GlossaryEntry};
pub use header::{Change, Header, Signature, Status};
