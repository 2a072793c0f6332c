//! The work list: which leads to take next; and what is overdue.

use std::cmp::Reverse;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;

use super::brief::ClockLine;
use crate::agreement::Agreement;
use crate::lifecycle::event::amount_text;
use crate::lifecycle::{LeadState, Stage, Team};
use crate::points::Points;
use crate::time::{TimeSpan, Timestamp};

/// A lead to take next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct WorkItem {
    /// The id of the lead to take.
    pub lead: Arc<str>,
    /// The stage in which the lead stands.
    pub stage: Stage,
    /// The team that is responsible for the lead.
    pub owner: Team,
    /// The person who has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Arc<str>>,
    /// The clock that is due first, and how it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clock: Option<ClockLine>,
    /// The score of the last assessment.
    pub score: Points,
    /// What it is worth, as far as that is known.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "amount_text")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::Money>"))]
    pub value: Option<Decimal>,
}

/// A clock that nobody has met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Overdue {
    /// The id of the lead whose clock it is.
    pub lead: Arc<str>,
    /// The team that is responsible for the lead.
    pub owner: Team,
    /// The person who has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Arc<str>>,
    /// The id of the clock in the agreement.
    pub clock: Arc<str>,
    /// The instant at which it was due.
    pub due: Timestamp,
    /// For how long it has been overdue, in the clock's own time.
    pub overdue_for: TimeSpan,
}

impl Agreement {
    /// The leads that a team is to take next: those whose clock is due first, then those with the
    /// highest score, then those that are worth the most. Leads that wait or have ended, and
    /// customers, are not among them.
    ///
    /// A lead is worth its amount; `value` says what those without one are worth: average deal times
    /// close rate, for instance.
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
    /// use smarketing::Team;
    /// let list = agreement.work_list(&[state], Team::Sales, |_| None, at);
    /// assert_eq!(&*list[0].lead, "L-1");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn work_list(
        &self,
        states: &[LeadState],
        team: Team,
        value: impl Fn(&LeadState) -> Option<Decimal>,
        as_of: Timestamp,
    ) -> Vec<WorkItem> {
        let open = states
            .iter()
            .map(|state| self.advance(state, as_of).state)
            .filter(|state| state.owner == team && state.is_live() && state.stage != Stage::Customer);
        let mut list: Vec<WorkItem> = open
            .map(|state| WorkItem {
                lead: state.origin.lead.clone(),
                stage: state.stage,
                owner: state.owner,
                person: state.person.clone(),
                clock: self
                    .clock_lines(&state, as_of)
                    .into_iter()
                    .filter(|line| line.forecast.due.is_some())
                    .min_by_key(|line| line.forecast.due),
                score: state.assessed.as_ref().map_or(Points::ZERO, |assessed| assessed.score),
                value: state.amount.or_else(|| value(&state)),
            })
            .collect();
        list.sort_by_cached_key(|item| {
            let due = item.clock.as_ref().and_then(|line| line.forecast.due);
            (due.is_none(), due, Reverse(item.score), Reverse(item.value), item.lead.clone())
        });
        list
    }

    /// The clocks of many leads that are overdue at an instant, the longest overdue first: the daily
    /// list. Time passes for the leads first, so that what a breach returned is no longer there.
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
    /// // Due on Monday at 14:00: three hours of Monday are gone, and one of Tuesday.
    /// let overdue = agreement.overdue(&[state], "2026-11-03T10:00:00Z".parse()?);
    /// assert_eq!(overdue[0].overdue_for.to_string(), "4h");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn overdue(&self, states: &[LeadState], as_of: Timestamp) -> Vec<Overdue> {
        let mut list = Vec::new();
        for state in states {
            let state = self.advance(state, as_of).state;
            for running in state.clocks.iter().filter(|running| running.is_overdue(as_of)) {
                let (Some(due), Some(agreed)) = (running.due, self.0.clocks.get(&running.clock)) else { continue };
                list.push(Overdue {
                    lead: state.origin.lead.clone(),
                    owner: state.owner,
                    person: state.person.clone(),
                    clock: running.clock.clone(),
                    due,
                    overdue_for: agreed.elapsed(due, as_of),
                });
            }
        }
        crate::sorting::by(&mut list, |one, other| {
            (one.due, &one.lead, &one.clock).cmp(&(other.due, &other.lead, &other.clock))
        });
        list
    }
}
