//! `start`, `apply` and `advance`: a lead's state, one event later.

use std::sync::Arc;

use super::effect::{Cause, Deed};
use super::event::{AttemptOutcome, Event, EventBody, Origin};
use super::event_ids::EventIds;
use super::permit::{Situation, allowed, permit};
use super::refusal::{Refusal, RefusalCode};
use super::stage::Stage;
use super::state::{LastEvent, LeadState};
use super::step::{Step, Transition, TransitionReason};
use super::team::Team;
use super::work::Work;
use crate::agreement::Agreement;
use crate::agreement::compiled::Compiled;
use crate::handover::{ClockStart, EventKind};
use crate::time::Timestamp;

impl Agreement {
    /// Begins a lead: the event is `started`.
    ///
    /// A known contact or an existing customer can have a new lead; it keeps the old one.
    ///
    /// # Errors
    /// When the event is none that begins a lead, or lies after `as_of`.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use smarketing::{Agreement, Event, EventBody, Origin, SourcedBy, Stage};
    /// # let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
    /// let origin = Origin::new("L-1", SourcedBy::Marketing).source("webinar").offering("crm");
    /// let at = "2026-11-02T10:00:00Z".parse()?;
    /// let step = agreement.start(&Event::new("e-1", at, EventBody::Started(Arc::new(origin))), at)?;
    /// assert_eq!(step.state.stage, Stage::Lead);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn start(&self, event: &Event, as_of: Timestamp) -> Result<Step, Refusal> {
        start(&self.0, event, as_of)
    }

    /// What an event makes of a lead: the new state, the transitions and the effects, or why it is
    /// refused. Time passes first: what clocks and holds ask for up to the event happens before it.
    ///
    /// The same event twice does nothing twice. The caller's state stays as it is in every case.
    ///
    /// # Errors
    /// When the event is not allowed where the lead stands, asks for something that is not there, or
    /// comes out of order: then [`replay`](crate::replay) puts it in its place.
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use smarketing::{Agreement, Event, EventBody, Origin, RefusalCode, SourcedBy};
    /// # let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
    /// # let at = "2026-11-02T10:00:00Z".parse()?;
    /// # let origin = Arc::new(Origin::new("L-1", SourcedBy::Marketing));
    /// # let state = agreement.start(&Event::new("e-1", at, EventBody::Started(origin)), at)?.state;
    /// let refused = agreement.apply(&state, &Event::new("e-2", at, EventBody::Accepted), at).unwrap_err();
    /// assert_eq!(refused.code, RefusalCode::NotHandedOver);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn apply(&self, state: &LeadState, event: &Event, as_of: Timestamp) -> Result<Step, Refusal> {
        if state.applied.contains(&event.id) {
            return Ok(Step { state: state.clone(), transitions: Vec::new(), effects: Vec::new() });
        }
        apply(&self.0, state.clone(), event, as_of)
    }

    /// What time makes of a lead without any event: the steps of its clocks, and the end of its
    /// hold. Asked often or once, it comes to the same.
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
    /// let step = agreement.advance(&state, "2026-11-02T14:00:00Z".parse()?);
    /// assert_eq!(step.effects.len(), 1); // the clock is due, and somebody is told
    /// assert!(agreement.advance(&step.state, "2026-11-02T14:00:00Z".parse()?).effects.is_empty()); // once
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn advance(&self, state: &LeadState, as_of: Timestamp) -> Step {
        let mut work = Work::new(&self.0, state.clone(), as_of);
        work.advance(as_of);
        work.finish()
    }

    /// The kinds of events that are allowed where a lead stands.
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
    /// use smarketing::EventKind;
    /// let allowed = agreement.allowed(&state);
    /// assert!(allowed.contains(&EventKind::Accepted) && !allowed.contains(&EventKind::Won));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn allowed(&self, state: &LeadState) -> Vec<EventKind> {
        allowed(Situation::of(state), self.0.lifecycle.features)
    }
}

pub(crate) fn start(compiled: &Compiled, event: &Event, as_of: Timestamp) -> Result<Step, Refusal> {
    let refuse = |code: RefusalCode| Refusal { allowed: vec![EventKind::Started], ..Refusal::new(code) };
    let EventBody::Started(origin) = &event.body else {
        return Err(refuse(RefusalCode::NotStarted).help("a lead begins with `started`"));
    };
    if event.at > as_of {
        return Err(refuse(RefusalCode::NotYet));
    }
    let interested = origin.offering.is_some() || !compiled.lifecycle.features.contact;
    let stage = if interested { Stage::Lead } else { Stage::Contact };
    let state = begin(compiled, origin, event, stage);
    let mut work = Work::new(compiled, state, event.at);
    work.cause = Cause::Event { id: event.id.clone() };
    work.transitions.push(Transition {
        from: None,
        to: stage,
        owner: Team::Marketing,
        at: event.at,
        event: Some(event.id.clone()),
        agreement: compiled.version.clone(),
        reason: TransitionReason::Started,
    });
    work.effect(Deed::Assess);
    work.start_clocks(ClockStart::Event(EventKind::Started), &[]);
    Ok(work.finish())
}

fn begin(compiled: &Compiled, origin: &Arc<Origin>, event: &Event, stage: Stage) -> LeadState {
    LeadState {
        origin: origin.clone(),
        stage,
        owner: Team::Marketing,
        person: None,
        since: event.at,
        reason: TransitionReason::Started,
        hold_until: None,
        handed_over: None,
        accepted: None,
        in_advance: false,
        fast_track_since: None,
        engagement_since: None,
        returned_at: None,
        attempts: 0,
        reached: false,
        criteria: Arc::default(),
        amount: None,
        clocks: Vec::new(),
        consent: Arc::default(),
        assessed: None,
        agreement: compiled.version.clone(),
        last: LastEvent { at: event.at, kind: EventKind::Started, id: event.id.clone() },
        changed: event.at,
        applied: EventIds::from_iter([event.id.clone()]),
        merges: Vec::new(),
    }
}

/// Applies an event to a state that is the callee's own.
pub(crate) fn apply(compiled: &Compiled, state: LeadState, event: &Event, as_of: Timestamp) -> Result<Step, Refusal> {
    let refuse = |code: RefusalCode, state: &LeadState| Refusal {
        allowed: allowed(Situation::of(state), compiled.lifecycle.features),
        ..Refusal::new(code)
    };
    if event.at > as_of {
        return Err(refuse(RefusalCode::NotYet, &state));
    }
    let last = &state.last;
    let key = (event.at, event.kind(), &event.id);
    if event.at < state.changed || key < (last.at, last.kind, &last.id) {
        let help = "replay the whole history: it puts every event in its place";
        return Err(refuse(RefusalCode::Late, &state).help(help));
    }
    let mut work = Work::new(compiled, state, event.at);
    work.advance(event.at);
    work.at = event.at;
    work.cause = Cause::Event { id: event.id.clone() };
    let kind = event.kind();
    let done = permit(kind, Situation::of(&work.state), work.features()).map_err(Refusal::new);
    if let Err(refusal) = done.and_then(|()| work.event(event)) {
        let allowed = allowed(Situation::of(&work.state), compiled.lifecycle.features);
        return Err(Refusal { allowed, ..refusal });
    }
    work.applied(event);
    Ok(work.finish())
}

impl Work<'_> {
    fn applied(&mut self, event: &Event) {
        for merge in &mut self.state.merges {
            if *merge.event != *event.id {
                Arc::make_mut(merge).since.push(event.clone());
            }
        }
        self.state.applied.insert(event.id.clone());
        self.state.last = LastEvent { at: event.at, kind: event.kind(), id: event.id.clone() };
        self.state.changed = self.state.changed.max(event.at);
        if *self.state.agreement != *self.compiled.version {
            self.state.agreement = self.compiled.version.clone();
        }
    }

    fn event(&mut self, event: &Event) -> Result<(), Refusal> {
        let kind = event.kind();
        let had = (self.state.stage, self.state.in_advance);
        let newly_active = match &event.body {
            EventBody::Assessed { assessment } => self.is_newly_active(assessment.last_activity),
            _ => false,
        };
        self.clocks_meet(kind, newly_active);
        self.body(event)?;
        // What was accepted in advance, or qualified before, has its clocks already.
        let again = match kind {
            EventKind::Accepted => had.1,
            EventKind::Qualified => had.0 == Stage::Sql,
            _ => false,
        };
        if !again && kind != EventKind::Unmerged {
            self.start_clocks(ClockStart::Event(kind), &[]);
        }
        if matches!(event.body, EventBody::ContactAttempted { outcome: AttemptOutcome::Waiting, .. }) {
            self.pause_clocks();
        }
        Ok(())
    }

    /// Whether the lead did something after the clocks began to wait for it.
    fn is_newly_active(&self, active: Option<Timestamp>) -> bool {
        let paused = self.state.clocks.iter().filter_map(crate::handover::RunningClock::paused_since).min();
        paused.is_some_and(|paused| active.is_some_and(|active| active > paused))
    }
}
