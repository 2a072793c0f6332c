//! `check`: everything that is wrong or doubtful in an agreement, at once.
//!
//! Errors come from reading and compiling a document; the warnings here come from asking what the
//! compiled agreement can do at all.

mod abbreviations;
mod conditions;
mod examples;
mod handover;
mod header;
mod personas;
mod plan;
mod satisfiable;
mod segments;
mod shadows;
mod stages;
mod thresholds;

use crate::agreement::Agreement;
use crate::agreement::compiled::Compiled;
use crate::assessment::bind::BoundLead;
use crate::assessment::compute::{Computed, Known, compute};
use crate::document::AgreementDocument;
use crate::document::reader::Sink;
use crate::document::tree::Source;
use crate::finding::Finding;
use crate::time::Timestamp;
use crate::vocabulary::{Interactions, Lead};

/// Checks an agreement in TOML text: all errors and warnings at once, each with its line and column,
/// in the order of their places. What depends on time is checked only with an `as_of`.
///
/// ```
/// let findings = smarketing::check_toml(r#"
/// smarketing = 1
/// [agreement]
/// name = "First"
/// version = "1"
/// [fields]
/// employees = { type = "number" }
/// [[scoring.rules]]
/// id = "size"
/// scores = "fit"
/// when = { emplyoees = { at_least = 50 } }
/// points = 15
/// "#, None);
/// assert_eq!(findings[0].line, Some(11));
/// assert_eq!(findings[0].help.as_deref(), Some("did you mean `employees`?"));
/// ```
#[cfg(feature = "toml")]
#[must_use]
pub fn check_toml(text: &str, as_of: Option<Timestamp>) -> Vec<Finding> {
    check_source(&crate::document::from_toml::parse(text), as_of)
}

/// Checks an agreement in JSON text, as [`check_toml`] does.
///
/// ```
/// let findings = smarketing::check_json(r#"{ "smarketing": 1, "agreement": { "name": "A" } }"#, None);
/// assert_eq!(findings[0].message, "`version` is missing");
/// ```
#[must_use]
pub fn check_json(text: &str, as_of: Option<Timestamp>) -> Vec<Finding> {
    check_source(&crate::document::from_json::parse(text), as_of)
}

fn check_source(source: &Source<'_>, as_of: Option<Timestamp>) -> Vec<Finding> {
    let sink = Sink::default();
    let document = AgreementDocument::read(source, &sink);
    let compiled = Compiled::new(document, &sink);
    // What cannot be understood cannot be judged: the further checks wait for a sound document.
    if source.findings.is_empty() && !sink.has_errors() {
        check_compiled(&Agreement(std::sync::Arc::new(compiled)), as_of, &sink);
    }
    sink.finish(Some(source))
}

impl Agreement {
    /// What is doubtful in this agreement; with the text at hand, [`check_toml`] names the lines.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1", "review_by": "2027-02-01" } }"#)?;
    /// let findings = agreement.check(Some("2027-02-02T10:00:00Z".parse()?));
    /// assert_eq!(findings[0].code, smarketing::Code::ReviewDue);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check(&self, as_of: Option<Timestamp>) -> Vec<Finding> {
        let sink = Sink::default();
        check_compiled(self, as_of, &sink);
        let mut findings = self.0.doubts.to_vec();
        findings.extend(sink.finish(None));
        findings
    }
}

fn check_compiled(agreement: &Agreement, as_of: Option<Timestamp>, sink: &Sink) {
    let stranger = Stranger::new(agreement);
    conditions::check(&stranger, sink);
    thresholds::check(&stranger, sink);
    stages::check(&stranger, sink);
    handover::check(agreement, sink);
    shadows::check(&stranger, sink);
    personas::check(&stranger, sink);
    segments::check(&stranger, sink);
    plan::check(agreement, sink);
    examples::check(agreement, sink);
    abbreviations::check(agreement, sink);
    header::check(agreement, as_of, sink);
}

/// A lead of which nothing is known: what is impossible for it is impossible.
pub(crate) struct Stranger {
    pub(crate) lead: BoundLead,
    pub(crate) computed: Computed,
}

/// The instant at which a stranger is looked at: what conditions can do at all does not depend on it.
pub(crate) const WHENEVER: Timestamp = Timestamp::UNIX_EPOCH;

impl Stranger {
    pub(crate) fn new(agreement: &Agreement) -> Self {
        let lead = agreement.bind(&Lead::default(), &Interactions::unknown());
        let known = Known { slots: &lead.slots, history: None, as_of: WHENEVER };
        let computed = compute(&agreement.0, known, &mut None);
        Self { lead, computed }
    }

    pub(crate) fn compiled(&self) -> &Compiled {
        &self.lead.agreement.0
    }
}
