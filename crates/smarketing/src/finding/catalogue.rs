//! [`finding_codes`]: the catalogue of findings as data, for those who explain or filter them.

use serde::Serialize;

use super::{Code, Severity};

/// A code of findings, with its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FindingCode {
    /// The code, as a finding has it; stable between versions.
    pub code: Code,
    /// What the code means, in a sentence.
    pub meaning: &'static str,
    /// Every severity that a finding of this code can have, the usual one first.
    pub severities: &'static [Severity],
}

/// Every code that a finding can have, in the order of the catalogue.
///
/// ```
/// let codes = smarketing::finding_codes();
/// let unknown = codes.iter().find(|one| one.code.as_str() == "unknown_field").unwrap();
/// assert_eq!(unknown.meaning, "A field that the vocabulary does not have.");
/// assert_eq!(unknown.severities.len(), 2);
/// ```
#[must_use]
pub fn finding_codes() -> Vec<FindingCode> {
    let entry = |code: &Code| FindingCode { code: *code, meaning: code.meaning(), severities: code.severities() };
    Code::ALL.iter().map(entry).collect()
}
