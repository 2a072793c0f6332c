//! The two-sided scorecard: what marketing handed over in a period, and what sales did with it.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;

use super::feedback::{FeedbackLine, feedback, share};
use super::handed::HandedOver;
use crate::points::Points;
use crate::time::Timestamp;

/// What marketing handed over in a period, and what sales did with it: as a team, and per person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Scorecard {
    /// From this instant on.
    pub from: Timestamp,
    /// Up to, and without, this one.
    pub until: Timestamp,
    /// What marketing handed over, per source.
    pub marketing: Vec<FeedbackLine>,
    /// How many leads were complete: no field that a stage of sales requires was missing.
    pub complete: Ratio,
    /// What sales did with them.
    pub sales: SalesLine,
    /// The same, per person; those whom nobody has come under no name.
    pub people: Vec<PersonLine>,
    /// How often an attempt reached the contact, by its number.
    pub reach: Vec<ReachByAttempt>,
}

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Ratio {
    /// How many it is true of.
    pub count: u32,
    /// How many were looked at.
    pub of: u32,
}

/// What sales did with the leads it got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SalesLine {
    /// How many leads were handed over.
    pub handed_over: u32,
    /// How many were accepted.
    pub accepted: u32,
    /// How many were rejected, each with a reason.
    pub rejected: u32,
    /// How many a breach sent back.
    pub returned: u32,
    /// How many were answered in time, of those whose clock has ended.
    pub answered_in_time: Ratio,
    /// How many were first touched in time, of those whose clock has ended.
    pub touched_in_time: Ratio,
    /// How many attempts were made.
    pub attempts: u32,
    /// How many leads were reached.
    pub reached: u32,
    /// The reasons for rejections, and how often each was given.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub reasons: BTreeMap<Arc<str>, u32>,
}

/// What one person did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PersonLine {
    /// The name of the person; absent: nobody had these leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Arc<str>>,
    /// What the person did with the leads.
    pub sales: SalesLine,
}

/// How often an attempt reached the contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReachByAttempt {
    /// The number of the attempt, from 1.
    pub attempt: u32,
    /// How many leads were tried so often without having been reached before.
    pub made: u32,
    /// How many of them were reached by it.
    pub reached: u32,
    /// The share, 0 to 1, to six decimals.
    pub rate: Points,
}

impl Ratio {
    /// The share, 0 to 1, to six decimals.
    #[must_use]
    pub fn share(self) -> Points {
        share(self.count, self.of)
    }

    fn add(&mut self, known: Option<bool>) {
        if let Some(yes) = known {
            self.of = self.of.saturating_add(1);
            self.count = self.count.saturating_add(u32::from(yes));
        }
    }
}

impl SalesLine {
    fn add(&mut self, handover: &HandedOver) {
        let one = |count: &mut u32, counts: bool| *count = count.saturating_add(u32::from(counts));
        one(&mut self.handed_over, true);
        one(&mut self.accepted, handover.accepted.is_some());
        one(&mut self.rejected, handover.rejected.is_some());
        one(&mut self.returned, handover.returned.is_some());
        one(&mut self.reached, handover.attempts.iter().any(|attempt| attempt.reached));
        self.attempts = self.attempts.saturating_add(u32::try_from(handover.attempts.len()).unwrap_or(u32::MAX));
        self.answered_in_time.add(handover.answered_in_time);
        self.touched_in_time.add(handover.touched_in_time);
        if let Some(rejection) = &handover.rejected {
            one(self.reasons.entry(rejection.reason.clone()).or_default(), true);
        }
    }
}

/// What both sides did with the leads that were handed over in a period: `from` included, `until`
/// not. The handovers come from [`handovers`](crate::handovers).
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
/// let card = smarketing::scorecard(&handovers, "2026-11-01T00:00:00Z".parse()?, "2026-12-01T00:00:00Z".parse()?);
/// assert_eq!((card.sales.handed_over, card.sales.accepted), (1, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn scorecard(handovers: &[HandedOver], from: Timestamp, until: Timestamp) -> Scorecard {
    let within: Vec<HandedOver> =
        handovers.iter().filter(|handover| handover.at >= from && handover.at < until).cloned().collect();
    let (mut sales, mut complete) = (SalesLine::default(), Ratio::default());
    let mut people: BTreeMap<Option<Arc<str>>, SalesLine> = BTreeMap::new();
    for handover in &within {
        sales.add(handover);
        complete.add(handover.complete);
        people.entry(handover.person.clone()).or_default().add(handover);
    }
    let people = people.into_iter().map(|(person, sales)| PersonLine { person, sales }).collect();
    let (marketing, reach) = (feedback(&within).by_source, reach(&within));
    Scorecard { from, until, marketing, complete, sales, people, reach }
}

/// The attempts up to the first that reached the contact count, by their number.
fn reach(handovers: &[HandedOver]) -> Vec<ReachByAttempt> {
    let mut counts: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for handover in handovers {
        for (number, attempt) in (1_u32..).zip(&handover.attempts) {
            let (made, reached) = counts.entry(number).or_default();
            *made = made.saturating_add(1);
            *reached = reached.saturating_add(u32::from(attempt.reached));
            if attempt.reached {
                break;
            }
        }
    }
    let lines = counts.into_iter();
    lines
        .map(|(attempt, (made, reached))| ReachByAttempt { attempt, made, reached, rate: share(reached, made) })
        .collect()
}

impl Scorecard {
    /// How many attempts pay: up to the last whose chance to reach the contact, times what reaching
    /// it is worth, is at least what an attempt costs.
    ///
    /// The n-th attempt pays where `p(n) × worth ≥ cost`, and `p(n)` is the share reached at it of those
    /// that were tried so often without having been reached before: [`Scorecard::reach`]. It is a
    /// break-even per attempt, as in any marginal calculation; nothing is smoothed, so few leads say little.
    /// Both amounts are in one currency. 0, where no attempt pays.
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
    /// # let mut events = events.to_vec();
    /// # events.extend(Event::list_from_json(r#"[
    /// #     { "id": "e-3", "type": "accepted", "at": "2026-11-02T11:00:00Z" },
    /// #     { "id": "e-4", "type": "contact_attempted", "channel": "phone", "outcome": "no_answer", "at": "2026-11-02T12:00:00Z" },
    /// #     { "id": "e-5", "type": "contact_attempted", "channel": "phone", "outcome": "reached", "at": "2026-11-02T13:00:00Z" }
    /// # ]"#).unwrap());
    /// # let handovers = smarketing::handovers(&[agreement], &events, "2026-11-03T00:00:00Z".parse()?);
    /// let card = smarketing::scorecard(&handovers, "2026-11-01T00:00:00Z".parse()?, "2026-12-01T00:00:00Z".parse()?);
    /// assert_eq!(card.attempts_that_pay(120.into(), 8.into()), 2); // only the second reached somebody
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn attempts_that_pay(&self, worth_of_reaching: Decimal, cost_of_attempt: Decimal) -> u32 {
        let pays = |line: &&ReachByAttempt| {
            let gain = line.rate.to_decimal().checked_mul(worth_of_reaching);
            gain.is_some_and(|gain| gain >= cost_of_attempt)
        };
        self.reach.iter().filter(pays).map(|line| line.attempt).max().unwrap_or(0)
    }
}
