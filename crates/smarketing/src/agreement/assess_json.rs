//! [`Agreement::assess_json`]: from JSON text to JSON text, for callers that hold nothing else.

use serde::Serialize;

use super::Agreement;
use crate::assessment::{Assessment, BoundLead};
use crate::document::reader::{Place, Sink, Table};
use crate::document::tree::Node;
use crate::finding::{Code, Finding, Path};
use crate::vocabulary::{Interactions, Lead};

/// The answer where there is nothing to assess.
#[derive(Debug, Serialize)]
struct Unanswered<'f> {
    findings: &'f [Finding],
}

impl Agreement {
    /// Assesses a lead, from JSON text to JSON text.
    ///
    /// The request is `{"lead": {...}, "interactions": [...], "as_of": "..."}`; absent or null
    /// interactions are an unknown history. The answer is that of
    /// [`Assessment::to_json`](crate::Assessment::to_json). It never fails: what cannot be read is a
    /// finding of the answer and counts as unknown. Without an instant there is no question, and the
    /// answer is `{"findings":[...]}` alone.
    ///
    /// ```
    /// # use smarketing::Agreement;
    /// # let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
    /// let answer = agreement.assess_json(r#"{"lead": {"id": "L-1"}, "as_of": "2026-11-02T10:00:00Z"}"#);
    /// assert!(answer.starts_with(r#"{"lead":"L-1","agreement":"1","as_of":"2026-11-02T10:00:00Z","score":0,"#));
    /// let answer = agreement.assess_json(r#"{"lead": {"id": "L-1"}}"#);
    /// assert_eq!(answer, r#"{"findings":[{"code":"missing_key","severity":"error","message":"`as_of` is missing","path":""}]}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn assess_json(&self, text: &str) -> String {
        match self.assess_request(text) {
            Ok(assessment) => assessment.to_json(),
            Err(findings) => crate::json::to_string(&Unanswered { findings: &findings }),
        }
    }

    /// Assesses a lead from the JSON text of a request, as [`Agreement::assess_json`] does, for callers
    /// that need the text of the answer later or never.
    ///
    /// # Errors
    /// Findings, where the request says no lead or no instant.
    pub fn assess_request(&self, text: &str) -> Result<Assessment, Vec<Finding>> {
        // Nearly every request has nothing wrong with it, and is read without a tree in between.
        if let Some((bound, Some(as_of))) = BoundLead::from_plain(self, text) {
            return Ok(bound.assess(as_of));
        }
        let (lead, interactions, as_of) =
            Request::from_text(text, |table| table.required("as_of").and_then(|place| place.timestamp()))?;
        Ok(self.assess(&lead, &interactions, as_of))
    }

    /// Binds a lead from the JSON text of a request: `{"lead": {...}, "interactions": [...]}`.
    ///
    /// # Errors
    /// Findings, where the request says no lead, or what happened is no list: later questions could not tell of it.
    ///
    /// ```
    /// # use smarketing::Agreement;
    /// # let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
    /// let bound = agreement.bind_request(r#"{"lead": {"id": "L-1"}, "interactions": []}"#).unwrap();
    /// assert_eq!(bound.assess("2026-11-02T10:00:00Z".parse()?).lead.as_deref(), Some("L-1"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn bind_request(&self, text: &str) -> Result<BoundLead, Vec<Finding>> {
        if let Some(bound) = self.bind_plain(text) {
            return Ok(bound);
        }
        let (lead, interactions, ()) = Request::from_text(text, |table| {
            let lead = table.optional("lead").and_then(|place| Lead::of_place(&place));
            let past =
                table.optional("interactions").map_or(Some(()), |place| Interactions::of_place(&place).map(|_| ()));
            lead.and(past)
        })?;
        Ok(self.bind(&lead, &interactions))
    }

    /// Binds a lead from a request without an instant, with which nothing is wrong.
    pub(crate) fn bind_plain(&self, text: &str) -> Option<BoundLead> {
        match BoundLead::from_plain(self, text) {
            Some((bound, None)) => Some(bound),
            _ => None,
        }
    }
}

/// A request with which something may be wrong.
struct Request;

impl Request {
    /// The lead, what happened, and what else the request says.
    fn from_text<T>(
        text: &str,
        further: impl FnOnce(&Table<'_, '_>) -> Option<T>,
    ) -> Result<(Lead, Interactions, T), Vec<Finding>> {
        let node = serde_json::from_str::<Node<'_>>(text)
            .map_err(|error| vec![Finding::new(Code::Syntax, Path::root(), error.to_string())])?;
        let sink = Sink::default();
        let read = Place::root(&node, &sink).table().map(|table| {
            let further = further(&table);
            let lead = table.required("lead").map(|place| Lead::from_node(place.node)).unwrap_or_default();
            let interactions = table.optional("interactions").map(|place| Interactions::from_node(place.node));
            table.finish();
            (lead, interactions.unwrap_or_default(), further)
        });
        let findings = sink.finish(None);
        match read {
            Some((mut lead, interactions, Some(further))) => {
                lead.unread.extend(findings);
                Ok((lead, interactions, further))
            }
            _ => Err(findings),
        }
    }
}
