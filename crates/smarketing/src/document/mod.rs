//! The document: the agreement as text, and what its words mean.

mod glossary;

pub(crate) use glossary::abbreviations_in;
pub use glossary::{DefinedBy, Definition, Glossary, GlossaryEntry};
