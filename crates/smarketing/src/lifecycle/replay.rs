//! `replay`: a lead's history in its one order, and what a late event changes.

use serde::Serialize;

use super::apply::{apply, start};
use super::effect::Effect;
use super::event::Event;
use super::refusal::Refusal;
use super::state::LeadState;
use super::step::{Step, Transition};
use super::work::Work;
use crate::agreement::Agreement;
use crate::handover::EventKind;
use crate::time::{Timestamp, Zone};

/// What a history comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Replay {
    /// Where the lead stands; absent: it never began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<LeadState>,
    /// What happened, in order: events, and what time did.
    pub steps: Vec<Happening>,
    /// The events that were refused, and why. They changed nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<RefusedEvent>,
}

/// A step of a history: an event, or time alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Happening {
    /// The event; absent: time did it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Event>,
    /// Who had the lead when it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<std::sync::Arc<str>>,
    /// The changes of stage.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub transitions: Vec<Transition>,
    /// What was to be done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
}

/// An event that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RefusedEvent {
    /// The event that changed nothing.
    pub event: Event,
    /// Why the event was refused.
    pub refusal: Refusal,
}

impl Replay {
    /// All changes of stage, in order.
    pub fn transitions(&self) -> impl Iterator<Item = &Transition> {
        self.steps.iter().flat_map(|step| &step.transitions)
    }

    /// All that was to be done, in order.
    pub fn effects(&self) -> impl Iterator<Item = &Effect> {
        self.steps.iter().flat_map(|step| &step.effects)
    }
}

/// What a late event changes: the caller takes back what no longer holds, and does what now does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Late {
    /// The history with the late event in its place.
    pub replay: Replay,
    /// The effects that no longer hold.
    pub no_longer: Vec<Effect>,
    /// The effects that hold now, and did not before.
    pub now: Vec<Effect>,
}

/// The agreements in the order of their time, each with the instant from which it is in force.
struct InForce<'a>(Vec<(Option<Timestamp>, &'a Agreement)>);

impl<'a> InForce<'a> {
    fn new(agreements: &'a [Agreement]) -> Self {
        let mut list: Vec<(Option<Timestamp>, &Agreement)> = agreements
            .iter()
            .map(|agreement| {
                let header = &agreement.document().agreement;
                let zone = Zone::named(&header.time_zone).unwrap_or(Zone::UTC);
                (header.effective.map(|date| zone.start_of(date)), agreement)
            })
            .collect();
        crate::sorting::by(&mut list, |(one, first), (other, second)| {
            (one, first.version()).cmp(&(other, second.version()))
        });
        Self(list)
    }

    /// The number of the agreement that is in force: the first one before any is.
    fn at(&self, at: Timestamp) -> usize {
        let later = self.0.partition_point(|(from, _)| from.is_none_or(|from| from <= at));
        later.saturating_sub(1)
    }

    fn get(&self, number: usize) -> Option<&'a Agreement> {
        self.0.get(number).map(|(_, agreement)| *agreement)
    }
}

/// The agreement that is in force at an instant.
pub(crate) fn in_force(agreements: &[Agreement], at: Timestamp) -> Option<&Agreement> {
    let list = InForce::new(agreements);
    list.get(list.at(at))
}

/// Replays a history up to an instant: the events in their one order, whatever the order in which
/// they arrived, each under the agreement that was in force. One id counts once.
///
/// ```
/// use std::sync::Arc;
/// use smarketing::{Agreement, Event, EventBody, Origin, SourcedBy, Stage, replay};
/// # let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
/// let origin = Arc::new(Origin::new("L-1", SourcedBy::Marketing));
/// let events = [
///     Event::new("e-2", "2026-11-03T10:00:00Z".parse()?, EventBody::Disqualified { reason: "a test".into() }),
///     Event::new("e-1", "2026-11-02T10:00:00Z".parse()?, EventBody::Started(origin)),
/// ];
/// let replay = replay(&[agreement], &events, "2026-12-01T00:00:00Z".parse()?);
/// assert_eq!(replay.state.map(|state| state.stage), Some(Stage::Disqualified));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn replay(agreements: &[Agreement], events: &[Event], as_of: Timestamp) -> Replay {
    let in_force = InForce::new(agreements);
    let mut order: Vec<&Event> = events.iter().filter(|event| event.at <= as_of).collect();
    order.sort_by(|one, other| one.in_order(other));
    let mut replay = Replay { state: None, steps: Vec::new(), refused: Vec::new() };
    let mut seen = std::collections::BTreeSet::new();
    let mut current = 0;
    for event in order {
        if !seen.insert(&event.id) {
            continue;
        }
        current = replay.pass(&in_force, current, event.at);
        let Some(agreement) = in_force.get(current) else { break };
        replay.take(agreement, event);
    }
    current = replay.pass(&in_force, current, as_of);
    if let Some(agreement) = in_force.get(current) {
        replay.advance(agreement, as_of);
    }
    replay
}

impl Replay {
    /// Passes the instants at which another agreement came into force.
    fn pass(&mut self, in_force: &InForce<'_>, mut current: usize, at: Timestamp) -> usize {
        let now = in_force.at(at);
        while current < now {
            let next = current.saturating_add(1);
            if let (Some(old), Some((Some(from), _))) = (in_force.get(current), in_force.0.get(next)) {
                self.advance(old, from.saturating_add(-1));
            }
            current = next;
        }
        now
    }

    fn advance(&mut self, agreement: &Agreement, until: Timestamp) {
        let Some(state) = self.state.take() else { return };
        let person = state.person.clone();
        let mut work = Work::new(&agreement.0, state, until);
        work.advance(until);
        self.record(None, person, work.finish());
    }

    fn take(&mut self, agreement: &Agreement, event: &Event) {
        self.advance(agreement, event.at);
        let person = self.state.as_ref().and_then(|state| state.person.clone());
        let done = match &mut self.state {
            None => start(&agreement.0, event, event.at),
            // An event that was applied with a merge is not applied again.
            Some(state) if state.applied.contains(&event.id) => return,
            Some(state) => apply_to(agreement, state, event),
        };
        match done {
            Ok(step) => self.record(Some(event), person, step),
            Err(refusal) => self.refused.push(RefusedEvent { event: event.clone(), refusal }),
        }
    }

    fn record(&mut self, event: Option<&Event>, person: Option<std::sync::Arc<str>>, step: Step) {
        self.state = Some(step.state);
        if event.is_some() || !step.transitions.is_empty() || !step.effects.is_empty() {
            let (transitions, effects) = (step.transitions, step.effects);
            self.steps.push(Happening { event: event.cloned(), person, transitions, effects });
        }
    }
}

/// Applies an event without sharing the ids of those before, so that they are not copied each time.
fn apply_to(agreement: &Agreement, state: &mut LeadState, event: &Event) -> Result<Step, Refusal> {
    if matches!(event.kind(), EventKind::Merged | EventKind::Unmerged) {
        return apply(&agreement.0, state.clone(), event, event.at);
    }
    let ids = std::mem::take(&mut state.applied);
    let mut done = apply(&agreement.0, state.clone(), event, event.at);
    match &mut done {
        Ok(step) => {
            step.state.applied = ids;
            step.state.applied.insert(event.id.clone());
        }
        Err(_) => state.applied = ids,
    }
    done
}

/// What an event changes that arrives late: both histories are replayed, and compared by the keys of
/// their effects.
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
/// let accepted = Event::from_json(r#"{ "id": "e-3", "type": "accepted", "at": "2026-11-02T11:00:00Z" }"#).unwrap();
/// let tomorrow = "2026-11-03T10:00:00Z".parse()?;
/// let late = smarketing::late(&[agreement], &events, &accepted, tomorrow);
/// assert_eq!(late.no_longer.len(), 1); // nobody needs to be told that the clock ran out: it was stopped in time
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn late(agreements: &[Agreement], history: &[Event], event: &Event, as_of: Timestamp) -> Late {
    let before = replay(agreements, history, as_of);
    let mut events = history.to_vec();
    events.push(event.clone());
    let after = replay(agreements, &events, as_of);
    let minus = |one: &Replay, other: &Replay| {
        let known: std::collections::BTreeSet<String> = other.effects().map(Effect::key).collect();
        one.effects().filter(|effect| !known.contains(&effect.key())).cloned().collect()
    };
    let (no_longer, now) = (minus(&before, &after), minus(&after, &before));
    Late { replay: after, no_longer, now }
}
