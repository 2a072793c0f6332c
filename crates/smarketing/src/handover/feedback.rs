//! Rejection feedback: what sales says of the leads of each source, and of those that each rule
//! brought.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use super::handed::HandedOver;
use crate::points::{Points, SCALE, half_even};

/// What sales says of marketing's leads, per source and per rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Feedback {
    /// Per source, the most handed over first; leads without a source come under an empty one.
    pub by_source: Vec<FeedbackLine>,
    /// Per rule that had earned points when the lead was handed over.
    pub by_rule: Vec<FeedbackLine>,
}

/// What sales says of the leads of a source or a rule. It reads as a sentence: `leads from webinar
/// are rejected as no-budget in 40 %`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FeedbackLine {
    /// The source, or the rule's id.
    pub of: Arc<str>,
    /// How many leads were handed over.
    pub handed_over: u32,
    /// How many of them sales accepted.
    pub accepted: u32,
    /// How many of them sales rejected.
    pub rejected: u32,
    /// The reasons, the most frequent first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<ReasonShare>,
}

/// How often a reason was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReasonShare {
    /// The id of the reason in the agreement.
    pub reason: Arc<str>,
    /// How often the reason was given.
    pub count: u32,
    /// The share of what was handed over, 0 to 1, to six decimals.
    pub share: Points,
}

/// A share, 0 to 1, to six decimals.
pub(crate) fn share(part: u32, whole: u32) -> Points {
    let exact = i128::from(part).saturating_mul(i128::from(SCALE));
    Points::from_millionths(half_even(exact, i128::from(whole.max(1))))
}

#[derive(Default)]
struct Counts {
    handed_over: u32,
    accepted: u32,
    rejected: u32,
    reasons: BTreeMap<Arc<str>, u32>,
}

impl Counts {
    fn add(&mut self, handover: &HandedOver) {
        self.handed_over = self.handed_over.saturating_add(1);
        self.accepted = self.accepted.saturating_add(u32::from(handover.accepted.is_some()));
        if let Some(rejection) = &handover.rejected {
            self.rejected = self.rejected.saturating_add(1);
            let count = self.reasons.entry(rejection.reason.clone()).or_default();
            *count = count.saturating_add(1);
        }
    }

    fn line(self, of: Arc<str>) -> FeedbackLine {
        let whole = self.handed_over;
        let mut reasons: Vec<ReasonShare> = self
            .reasons
            .into_iter()
            .map(|(reason, count)| ReasonShare { reason, count, share: share(count, whole) })
            .collect();
        crate::sorting::by_key(&mut reasons, |reason| std::cmp::Reverse(reason.count));
        FeedbackLine { of, handed_over: whole, accepted: self.accepted, rejected: self.rejected, reasons }
    }
}

/// What sales says of marketing's leads, from the handovers of many histories
/// ([`handovers`](crate::handovers)).
///
/// ```
/// # use smarketing::{Agreement, Event, Interactions, Lead, replay};
/// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
/// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" } },
/// #     "lifecycle": { "stage": { "mql": { "when": { "employees": { "at_least": 50 } } } } },
/// #     "handover": { "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }, "clocks": [
/// #         { "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office", "on_breach": "notify" },
/// #         { "id": "quote", "from": "accepted", "until": "won", "within": "8h", "calendar": "office", "may_pause": true }] } }"#)?;
/// # let at = "2026-11-02T10:00:00Z".parse()?;
/// # let lead = Lead::new("L-1").fact("employees", 80);
/// # let begun = r#"{ "id": "e-1", "type": "started", "lead": "L-1", "sourced_by": "marketing", "at": "2026-11-02T09:00:00Z" }"#;
/// # let mql = Event::assessed("e-2", &agreement.assess(&lead, &Interactions::none(), at));
/// # let events = [Event::from_json(begun).unwrap(), mql];
/// # let state = replay(&[agreement.clone()], &events, at).state.ok_or("a lead")?;
/// let handovers = smarketing::handovers(&[agreement], &events, at);
/// assert_eq!(smarketing::feedback(&handovers).by_source[0].handed_over, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn feedback(handovers: &[HandedOver]) -> Feedback {
    let mut sources: BTreeMap<Arc<str>, Counts> = BTreeMap::new();
    let mut rules: BTreeMap<Arc<str>, Counts> = BTreeMap::new();
    for handover in handovers {
        sources.entry(handover.source.clone().unwrap_or_default()).or_default().add(handover);
        for rule in &handover.rules {
            rules.entry(rule.clone()).or_default().add(handover);
        }
    }
    let lines = |counts: BTreeMap<Arc<str>, Counts>| {
        let mut lines: Vec<FeedbackLine> = counts.into_iter().map(|(of, counts)| counts.line(of)).collect();
        crate::sorting::by_key(&mut lines, |line| std::cmp::Reverse(line.handed_over));
        lines
    };
    Feedback { by_source: lines(sources), by_rule: lines(rules) }
}

impl fmt::Display for FeedbackLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.reasons.first() {
            None => write!(f, "leads from {} are not rejected", self.of),
            Some(first) => {
                let percent = half_even(i128::from(first.share.millionths()), 10_000);
                write!(f, "leads from {} are rejected as {} in {percent} %", self.of, first.reason)
            }
        }
    }
}
