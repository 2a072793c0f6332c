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
pub(crate) mod scanner;
pub(crate) mod tree;
pub(crate) mod unreadable;

use crate::finding::Finding;

pub use agreement_document::{AgreementDocument, EmailDomainLists, FORMAT};
pub use diff::{Difference, DifferenceKind, Subject};
pub use example::{Example, Expectation};
pub(crate) use glossary::abbreviations_in;
pub use glossary::{DefinedBy, Definition, Glossary, GlossaryEntry};
pub use header::{Change, Header, Signature, Status};

/// Reads a part of a document that stands alone, from JSON text; the errors, if there are any.
pub(crate) fn read_json<T>(
    text: &str,
    read: impl for<'p, 't> Fn(&reader::Place<'p, 't>) -> Option<T>,
) -> Result<T, Vec<Finding>> {
    read_source(&from_json::parse(text), read)
}

fn read_source<T>(
    source: &tree::Source<'_>,
    read: impl for<'p, 't> Fn(&reader::Place<'p, 't>) -> Option<T>,
) -> Result<T, Vec<Finding>> {
    let sink = reader::Sink::default();
    let part = read(&reader::Place::root(&source.root, &sink));
    let findings = sink.finish(Some(source));
    match part {
        Some(part) if !findings.iter().any(Finding::is_error) => Ok(part),
        _ => Err(findings),
    }
}

/// The same from TOML text.
#[cfg(feature = "toml")]
pub(crate) fn read_toml<T>(
    text: &str,
    read: impl for<'p, 't> Fn(&reader::Place<'p, 't>) -> Option<T>,
) -> Result<T, Vec<Finding>> {
    read_source(&from_toml::parse(text), read)
}
