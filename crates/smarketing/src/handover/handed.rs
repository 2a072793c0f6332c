//! [`HandedOver`]: one handover of a lead and what sales did with it, read from a history.

use std::sync::Arc;

use serde::Serialize;

use crate::agreement::Agreement;
use crate::document::reader::Place;
use crate::lifecycle::assessed::read_shared;
use crate::lifecycle::replay::in_force;
use crate::lifecycle::{Deed, Effect, Event, EventBody, Happening, Stage, Team, TransitionReason, replay};
use crate::time::Timestamp;

/// One handover of a lead, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct HandedOver {
    /// The id of the lead that was handed over.
    pub lead: Arc<str>,
    /// Where the lead came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Arc<str>>,
    /// The instant of the handover.
    pub at: Timestamp,
    /// The rules that had earned its points.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Arc<str>>,
    /// Whether no field that a stage requires was missing; absent: it was never assessed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub complete: Option<bool>,
    /// When sales accepted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Timestamp>,
    /// When sales rejected it, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected: Option<Rejection>,
    /// Whether sales answered before the clock of the handover was due; absent: there is no clock, or
    /// it still runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_in_time: Option<bool>,
    /// The attempts to reach the contact, in order: when, and whether it was reached.
    pub attempts: Vec<Attempt>,
    /// Whether the first touch came before its clock was due; absent as above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub touched_in_time: Option<bool>,
    /// When a breach sent it back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned: Option<Timestamp>,
    /// The person who had it last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Arc<str>>,
}

/// What sales said when it rejected a lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Rejection {
    /// The instant of the rejection.
    pub at: Timestamp,
    /// The id of the reason that sales gave.
    pub reason: Arc<str>,
}

/// An attempt to reach the contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Attempt {
    /// The instant of the attempt.
    pub at: Timestamp,
    /// Whether the contact was reached.
    pub reached: bool,
}

/// The handovers in a lead's history up to an instant, in order: its replay under the agreements that
/// were in force, with the clocks of the one in force last.
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
/// assert_eq!(handovers[0].at, at);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn handovers(agreements: &[Agreement], events: &[Event], as_of: Timestamp) -> Vec<HandedOver> {
    let history = replay(agreements, events, as_of);
    let (Some(state), Some(agreement)) = (&history.state, in_force(agreements, as_of)) else { return Vec::new() };
    let mut reader = Reader { agreement, list: Vec::new(), rules: Vec::new(), complete: None, open: false };
    for step in &history.steps {
        reader.step(step, &state.origin.lead, state.origin.source.as_ref());
    }
    if reader.open
        && let Some(last) = reader.list.last_mut()
    {
        last.person = state.person.clone().or(last.person.take());
    }
    reader.list
}

struct Reader<'a> {
    agreement: &'a Agreement,
    list: Vec<HandedOver>,
    /// What the last assessment said.
    rules: Vec<Arc<str>>,
    complete: Option<bool>,
    /// Whether sales has the lead now.
    open: bool,
}

impl Reader<'_> {
    fn step(&mut self, step: &Happening, lead: &Arc<str>, source: Option<&Arc<str>>) {
        let body = step.event.as_ref().map(|event| &event.body);
        if let Some(EventBody::Assessed { assessment }) = body {
            self.rules.clone_from(&assessment.rules);
            let sales = assessment.stages.iter().filter(|check| check.stage <= Stage::Sal);
            self.complete = Some(sales.into_iter().all(|check| check.missing.is_empty()));
        }
        if let (true, Some(person), Some(last)) = (self.open, &step.person, self.list.last_mut()) {
            last.person = Some(person.clone());
        }
        // What was done with the lead belongs to the handover before this step's transitions.
        self.told(step, body);
        for transition in &step.transitions {
            let sales = transition.owner == Team::Sales;
            if let (TransitionReason::Breach { .. }, Some(last)) = (&transition.reason, self.list.last_mut()) {
                last.returned = Some(transition.at);
            }
            let begins = sales && !self.open;
            self.open = sales;
            if begins {
                self.list.push(HandedOver {
                    lead: lead.clone(),
                    source: source.cloned(),
                    at: transition.at,
                    rules: self.rules.clone(),
                    complete: self.complete,
                    accepted: None,
                    rejected: None,
                    answered_in_time: None,
                    attempts: Vec::new(),
                    touched_in_time: None,
                    returned: None,
                    person: None,
                });
            }
        }
    }

    fn told(&mut self, step: &Happening, body: Option<&EventBody>) {
        let agreement = self.agreement;
        let Some(last) = self.list.last_mut().filter(|_| self.open) else { return };
        let Some(event) = &step.event else {
            let breached = |effect: &Effect| matches!(&effect.what, Deed::StopClock { overdue: true, .. });
            if last.accepted.is_none() && step.effects.iter().any(breached) {
                last.answered_in_time = Some(false);
            }
            return;
        };
        match body {
            Some(EventBody::Accepted) => {
                last.accepted = Some(event.at);
                if let Some(by) = &event.by {
                    last.person = Some(by.clone());
                }
            }
            // Whoever works on a lead that came accepted in advance has accepted it.
            Some(EventBody::Qualified { .. } | EventBody::OpportunityOpened { .. } | EventBody::Won { .. }) => {
                last.accepted = last.accepted.or(Some(event.at));
            }
            Some(EventBody::Rejected { reason }) => {
                last.rejected = Some(Rejection { at: event.at, reason: reason.clone() });
                last.person = last.person.take().or_else(|| event.by.clone());
            }
            Some(EventBody::ContactAttempted { outcome, .. }) => {
                last.attempts.push(Attempt { at: event.at, reached: outcome.is_reached() });
                last.person = last.person.take().or_else(|| event.by.clone());
            }
            _ => {}
        }
        for effect in &step.effects {
            let Deed::StopClock { clock, overdue } = &effect.what else { continue };
            let Some(rule) = agreement.0.clocks.get(clock).map(super::AgreedClock::rule) else { continue };
            let until = |kind| rule.until.contains(&kind);
            match body {
                Some(EventBody::Accepted | EventBody::Rejected { .. }) if until(super::EventKind::Accepted) => {
                    last.answered_in_time = Some(!overdue);
                }
                Some(EventBody::ContactAttempted { .. }) if until(super::EventKind::ContactAttempted) => {
                    last.touched_in_time = Some(!overdue);
                }
                _ => {}
            }
        }
    }
}

impl HandedOver {
    /// Reads it from its JSON form.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let instant = |key| table.read_optional(key, |place| place.timestamp());
        let flag = |key| table.read_optional(key, |place| place.boolean());
        let shared = |key| table.read_optional(key, read_shared);
        let (lead, at) = (table.read("lead", read_shared), table.read("at", |place| place.timestamp()));
        let (source, person) = (shared("source"), shared("person"));
        let rules = table.read_or("rules", Vec::new(), |place| place.list(read_shared));
        let (complete, answered, touched) = (flag("complete"), flag("answered_in_time"), flag("touched_in_time"));
        let (accepted, returned) = (instant("accepted"), instant("returned"));
        let rejected = table.read_optional("rejected", Rejection::read);
        let attempts = table.read_or("attempts", Vec::new(), |place| place.list(Attempt::read));
        table.finish().then_some(())?;
        Some(Self {
            lead: lead?,
            source: source?,
            at: at?,
            rules,
            complete: complete?,
            accepted: accepted?,
            rejected: rejected?,
            answered_in_time: answered?,
            attempts,
            touched_in_time: touched?,
            returned: returned?,
            person: person?,
        })
    }
}

impl Rejection {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let (at, reason) = (table.read("at", |place| place.timestamp()), table.read("reason", read_shared));
        table.finish();
        Some(Self { at: at?, reason: reason? })
    }
}

impl Attempt {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let (at, reached) =
            (table.read("at", |place| place.timestamp()), table.read("reached", |place| place.boolean()));
        table.finish();
        Some(Self { at: at?, reached: reached? })
    }
}
