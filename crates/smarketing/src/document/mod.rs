//! The agreement document: its tree, its reader, and the whole of its parts.

pub(crate) mod decimal;
pub(crate) mod from_json;
#[cfg(feature = "toml")]
pub(crate) mod from_toml;
mod glossary;
pub(crate) mod reader;
pub(crate) mod tree;

pub(crate) use glossary::abbreviations_in;
pub use glossary::{DefinedBy, Definition, Glossary, GlossaryEntry};
