//! [`Agreement::assess_json`]: from JSON text to JSON text, for callers that hold nothing else.

use serde::Serialize;

use super::Agreement;
use crate::assessment::BoundLead;
use crate::document::reader::{Place, Sink, Table};
use crate::document::tree::Node;
use crate::finding::{Code, Finding, Path};
use crate::time::Timestamp;
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
        // Nearly every request has nothing wrong with it, and is read without a tree in between.
        if let Some((bound, as_of)) = BoundLead::from_plain(self, text) {
            return bound.assess(as_of).to_json();
        }
        self.assess_carefully(text)
    }

    /// Assesses a request with which something may be wrong.
    fn assess_carefully(&self, text: &str) -> String {
        let unanswered = |findings: &[Finding]| crate::json::to_string(&Unanswered { findings });
        let node = match serde_json::from_str::<Node<'_>>(text) {
            Ok(node) => node,
            Err(error) => return unanswered(&[Finding::new(Code::Syntax, Path::root(), error.to_string())]),
        };
        let sink = Sink::default();
        let request = Place::root(&node, &sink).table().map(|table| Request::read(&table));
        let findings = sink.finish(None);
        match request {
            Some(Request { mut lead, interactions, as_of: Some(as_of) }) => {
                lead.unread.extend(findings);
                self.assess(&lead, &interactions, as_of).to_json()
            }
            _ => unanswered(&findings),
        }
    }
}

/// What is asked.
struct Request {
    lead: Lead,
    interactions: Interactions,
    as_of: Option<Timestamp>,
}

impl Request {
    fn read(table: &Table<'_, '_>) -> Self {
        let as_of = table.required("as_of").and_then(|place| place.timestamp());
        let lead = table.required("lead").map(|place| Lead::from_node(place.node)).unwrap_or_default();
        let interactions = table.optional("interactions").map(|place| Interactions::from_node(place.node));
        table.finish();
        Self { lead, interactions: interactions.unwrap_or_default(), as_of }
    }
}
