//! [`Agreement::assess_all_request`]: many leads from one JSON text, for callers that keep the answers.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::Receiver;
use super::asked::Asked;
use super::function::functions;
use super::scoring::read_rows;
use crate::agreement::Agreement;
use crate::assessment::Assessment;
use crate::document::from_json::parse_request;
use crate::document::reader::{Place, Sink};
use crate::finding::Finding;

/// A request with which nothing is wrong, as far as can be seen from outside.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plain<'t> {
    #[serde(borrow)]
    leads: Vec<&'t RawValue>,
    #[serde(borrow)]
    as_of: Cow<'t, str>,
}

impl Agreement {
    /// Assesses many leads from the JSON text of a request, `{"leads": [{"lead": …, "interactions": …}],
    /// "as_of": …}`, as the function `assess_all` of [`answer`](crate::answer) does, for callers that need
    /// the texts of the answers later or never.
    ///
    /// # Errors
    /// All that is wrong with the request.
    ///
    /// ```
    /// # use smarketing::Agreement;
    /// # let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
    /// let request = r#"{"leads": [{"lead": {"id": "L-1"}}, {"lead": {"id": "L-2"}}], "as_of": "2026-11-02T10:00:00Z"}"#;
    /// let assessments = agreement.assess_all_request(request).unwrap();
    /// assert_eq!(assessments[1].lead.as_deref(), Some("L-2"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn assess_all_request(&self, text: &str) -> Result<Vec<Assessment>, Vec<Finding>> {
        if let Some(assessments) = self.assess_plain(text) {
            return Ok(assessments);
        }
        let source = parse_request(text);
        if !source.findings.is_empty() {
            return Err(source.findings);
        }
        let sink = Sink::default();
        let asked = functions().find(|function| function.name == "assess_all").and_then(|function| {
            let receiver = Receiver::Agreements(std::slice::from_ref(self));
            Asked::new(function, receiver, &Place::root(&source.root, &sink))
        });
        let read = asked.map(|asked| (read_rows(&asked), asked.as_of()));
        let findings = sink.finish(None);
        match read {
            Some((Some(leads), Some(as_of))) if !findings.iter().any(Finding::is_error) => {
                Ok(self.assess_all(leads.iter().map(|(lead, past)| (lead, past)), as_of))
            }
            _ => Err(findings),
        }
    }

    /// The same where nothing is wrong with the request, which is nearly always, and much faster.
    fn assess_plain(&self, text: &str) -> Option<Vec<Assessment>> {
        let Plain { leads, as_of } = serde_json::from_str(text).ok()?;
        let as_of = as_of.parse().ok()?;
        leads.iter().map(|lead| Some(self.bind_plain(lead.get())?.assess(as_of))).collect()
    }
}
