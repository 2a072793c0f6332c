//! [`Agreement`]: a document that has been checked and compiled, ready to answer questions.

mod assess_json;
pub(crate) mod compiled;
mod conflicts;
mod planning;

pub use planning::Refreshed;

use std::sync::Arc;

use serde::Serialize;

use crate::assessment::bind::BoundLead;
use crate::document::reader::Sink;
use crate::document::tree::Source;
use crate::document::{AgreementDocument, Glossary};
use crate::finding::Finding;
use crate::time::Timestamp;
use crate::vocabulary::{Interactions, Lead};
use compiled::Compiled;

/// A checked and compiled agreement: immutable, cheap to clone, and safe to share between threads.
///
/// Every question to it is a pure function of the agreement, the facts and `as_of`.
///
/// ```
/// use smarketing::{Agreement, Interactions, Lead};
/// let agreement = Agreement::from_json(r#"{
///     "smarketing": 1,
///     "agreement": { "name": "First", "version": "1" },
///     "fields": { "industry": { "type": "category", "values": ["software", "retail"] } },
///     "scoring": { "rules": [
///         { "id": "industry", "scores": "fit", "when": { "industry": "software" }, "points": 15 }
///     ] }
/// }"#)?;
/// let lead = Lead::new("L-1").fact("industry", "Software");
/// let assessment = agreement.assess(&lead, &Interactions::none(), "2026-11-02T10:00:00Z".parse()?);
/// assert_eq!(assessment.score.to_string(), "15");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Agreement(pub(crate) Arc<Compiled>);

/// A document that cannot be used, with all that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{}", summary(.findings))]
pub struct AgreementError {
    /// Everything that was found, errors and warnings, in the order of their places.
    pub findings: Vec<Finding>,
}

impl AgreementError {
    /// The core's own JSON text: `{"findings":[…]}`.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_string(self)
    }
}

fn summary(findings: &[Finding]) -> String {
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    let mut text = format!("the agreement has {errors} error{}", if errors == 1 { "" } else { "s" });
    for finding in findings.iter().filter(|finding| finding.is_error()) {
        text.push_str("\n  ");
        text.push_str(&finding.to_string());
    }
    text
}

impl Agreement {
    /// Checks and compiles a document that was made in code.
    ///
    /// # Errors
    /// All findings, when one of them is an error.
    pub fn new(document: AgreementDocument) -> Result<Self, AgreementError> {
        let sink = Sink::default();
        // What was made in code reads like what was written: through the same reader.
        let text = crate::json::to_string(&document);
        let source = crate::document::from_json::parse(&text);
        let read = AgreementDocument::read(&source, &sink);
        Self::finish(read, sink, None)
    }

    /// Reads, checks and compiles a document from TOML text.
    ///
    /// # Errors
    /// All findings, when one of them is an error.
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> Result<Self, AgreementError> {
        Self::from_source(&crate::document::from_toml::parse(text))
    }

    /// Reads, checks and compiles a document from JSON text.
    ///
    /// # Errors
    /// All findings, when one of them is an error.
    pub fn from_json(text: &str) -> Result<Self, AgreementError> {
        Self::from_source(&crate::document::from_json::parse(text))
    }

    fn from_source(source: &Source<'_>) -> Result<Self, AgreementError> {
        let sink = Sink::default();
        let document = AgreementDocument::read(source, &sink);
        Self::finish(document, sink, Some(source))
    }

    fn finish(document: AgreementDocument, sink: Sink, source: Option<&Source<'_>>) -> Result<Self, AgreementError> {
        let mut compiled = Compiled::new(document, &sink);
        let findings = sink.finish(source);
        if findings.iter().any(Finding::is_error) {
            return Err(AgreementError { findings });
        }
        // Without the text, its lines say nothing.
        let without_lines = |finding: Finding| Finding { line: None, column: None, ..finding };
        compiled.doubts = findings.into_iter().map(without_lines).collect();
        Ok(Self(Arc::new(compiled)))
    }

    /// The document that this agreement was made from.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "First", "version": "2026.11" } }"#)?;
    /// assert_eq!(agreement.document().agreement.currency, "EUR"); // the default
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn document(&self) -> &AgreementDocument {
        &self.0.document
    }

    /// The version by which results and histories name this agreement.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "First", "version": "2026.11" } }"#)?;
    /// assert_eq!(agreement.version(), "2026.11");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn version(&self) -> &str {
        &self.0.version
    }

    /// The words of the field with this agreement's own definitions.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "First", "version": "2026.11" } }"#)?;
    /// assert!(agreement.glossary().get("MQL").is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn glossary(&self) -> Glossary {
        let mut glossary = Glossary::built_in();
        for (term, definition) in self.0.document.glossary.iter() {
            glossary.define(term, definition.clone());
        }
        glossary
    }

    /// Binds a lead and what happened to this agreement's vocabulary, to be assessed at any instant.
    #[must_use]
    pub fn bind(&self, lead: &Lead, interactions: &Interactions) -> BoundLead {
        BoundLead::new(self, lead, interactions)
    }

    /// What a lead is worth at an instant, which stage it qualifies for, and why.
    ///
    /// It never fails: facts that do not fit the vocabulary are findings of the assessment, and
    /// count as unknown.
    #[must_use]
    pub fn assess(&self, lead: &Lead, interactions: &Interactions, as_of: Timestamp) -> crate::Assessment {
        self.bind(lead, interactions).assess(as_of)
    }

    /// What each of many leads is worth at an instant, in their order.
    ///
    /// ```
    /// # use smarketing::{Agreement, Interactions, Lead};
    /// # let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
    /// let leads = [(Lead::new("L-1"), Interactions::none()), (Lead::new("L-2"), Interactions::unknown())];
    /// let pairs = leads.iter().map(|(lead, interactions)| (lead, interactions));
    /// let assessments = agreement.assess_all(pairs, "2026-11-02T10:00:00Z".parse()?);
    /// assert_eq!(assessments[1].lead.as_deref(), Some("L-2"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn assess_all<'l>(
        &self,
        leads: impl IntoIterator<Item = (&'l Lead, &'l Interactions)>,
        as_of: Timestamp,
    ) -> Vec<crate::Assessment> {
        leads.into_iter().map(|(lead, interactions)| self.assess(lead, interactions, as_of)).collect()
    }
}
