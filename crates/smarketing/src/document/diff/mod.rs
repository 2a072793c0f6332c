//! `diff`: what changed between two agreements, in the words of the field.

mod conditions;
mod goals;
mod labels;
#[cfg(test)]
mod laws;
mod subject;
mod summary;
#[cfg(test)]
mod tests;
mod walk;
mod words;

use serde::Serialize;

use super::AgreementDocument;
use crate::agreement::Agreement;
use crate::finding::Path;
use crate::language::Language;
pub use subject::Subject;

/// What happened to a part of an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DifferenceKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It says something else.
    Changed,
    /// The same things stand in another order, where the order decides something.
    Moved,
}

/// One difference between two agreements.
///
/// Lists are matched by id or name and tables by key, so that `path` names their parts by these:
/// `scoring.rules.pricing-page.points`. An element of a plain list is named by itself:
/// `fields.industry.values.energy`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Difference {
    /// Added, removed, changed or moved.
    pub kind: DifferenceKind,
    /// The place, by ids and names.
    pub path: Path,
    /// The part of the agreement that it is about.
    pub subject: Subject,
    /// The id, the name or the label of what it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What the earlier document says there, in its JSON form; absent where it says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<serde_json::Value>,
    /// What the later document says there, in its JSON form; absent where it says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<serde_json::Value>,
    /// The difference in English.
    pub words: String,
}

impl Difference {
    fn new(
        kind: DifferenceKind,
        path: Path,
        before: Option<serde_json::Value>,
        after: Option<serde_json::Value>,
    ) -> Self {
        let (subject, id) = Subject::of(&path);
        let mut difference = Self { kind, path, subject, id, before, after, words: String::new() };
        difference.words = words::sentence(&difference, Language::English);
        difference
    }

    /// The difference in a language: German for `de`, English for every other.
    ///
    /// ```
    /// # use smarketing::AgreementDocument;
    /// let with_points = |points: u32| AgreementDocument::from_json(&format!(r#"{{
    ///     "smarketing": 1, "agreement": {{ "name": "A", "version": "1" }},
    ///     "fields": {{ "budget": {{ "type": "money" }} }},
    ///     "scoring": {{ "rules": [
    ///         {{ "id": "rich", "scores": "fit", "when": {{ "budget": {{ "at_least": 1000 }} }}, "points": {points} }}
    ///     ] }}
    /// }}"#)).0;
    /// let differences = with_points(8).diff(&with_points(12));
    /// assert_eq!(differences[0].in_language("de"), "Regel `rich` 8 → 12 Punkte");
    /// ```
    #[must_use]
    pub fn in_language(&self, language: &str) -> String {
        words::sentence(self, Language::of(language))
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.words)
    }
}

impl AgreementDocument {
    /// What changes from this document to another, in the order of the parts and then of the paths.
    ///
    /// Lists are matched by id or name, tables by key; an order counts only where it decides
    /// something: between personas, among the rules of a group that picks the first, and in the
    /// values of an ordered category. Two documents have no difference exactly when they are equal
    /// but for such orders that mean nothing.
    ///
    /// ```
    /// # use smarketing::AgreementDocument;
    /// let with_threshold = |score: u32| AgreementDocument::from_json(&format!(r#"{{
    ///     "smarketing": 1, "agreement": {{ "name": "A", "version": "1" }},
    ///     "lifecycle": {{ "stage": {{ "mql": {{ "when": {{ "score": {{ "at_least": {score} }} }} }} }} }}
    /// }}"#)).0;
    /// let differences = with_threshold(60).diff(&with_threshold(68));
    /// assert_eq!(differences[0].words, "MQL threshold 60 → 68");
    /// ```
    #[must_use]
    pub fn diff(&self, other: &Self) -> Vec<Difference> {
        // By way of the core's own text: another writer would be compiled for every part of a document.
        let json = |document: &Self| serde_json::from_str(&crate::json::to_string(document)).unwrap_or_default();
        walk::differences(&json(self), &json(other))
    }
}

impl Agreement {
    /// What changes from this agreement to another: the differences of their documents.
    ///
    /// ```
    /// # use smarketing::Agreement;
    /// let named = |name: &str| {
    ///     Agreement::from_json(&format!(r#"{{ "smarketing": 1, "agreement": {{ "name": "{name}", "version": "1" }} }}"#))
    /// };
    /// let differences = named("First")?.diff(&named("Second")?);
    /// assert_eq!(differences[0].words, "agreement: name `First` → `Second`");
    /// # Ok::<(), smarketing::AgreementError>(())
    /// ```
    #[must_use]
    pub fn diff(&self, other: &Self) -> Vec<Difference> {
        self.document().diff(other.document())
    }
}
