//! `start`, `apply` and `advance`: a lead's state, one event later.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::effect::{About, Cause, Deed};
use super::event::{AttemptOutcome, Event, EventBody, Origin};
use super::event_ids::EventIds;
use super::permit::{Situation, allowed, permit};
use super::reason::{Consequence, Reset};
use super::refusal::{Refusal, RefusalCode};
use super::stage::Stage;
use super::state::{LastEvent, LeadState};
use super::step::{Step, Transition, TransitionReason};
use super::team::Team;
use super::work::Work;
use crate::agreement::Agreement;
use crate::agreement::compiled::Compiled;
use crate::consent::{Channel, ConsentRecord};
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
    #[must_use]
    pub fn advance(&self, state: &LeadState, as_of: Timestamp) -> Step {
        let mut work = Work::new(&self.0, state.clone(), as_of);
        work.advance(as_of);
        work.finish()
    }

    /// The kinds of events that are allowed where a lead stands.
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

    fn body(&mut self, event: &Event) -> Result<(), Refusal> {
        match &event.body {
            EventBody::Started(_) => return Err(RefusalCode::AlreadyStarted.into()),
            EventBody::Assessed { assessment } => self.assessed(assessment),
            EventBody::Reviewed { reject: None } => self.forwarded()?,
            EventBody::Reviewed { reject: Some(reason) } | EventBody::Rejected { reason } => self.rejected(reason)?,
            EventBody::Accepted => self.accepted(event.by.as_ref())?,
            EventBody::ContactAttempted { channel, outcome } => self.attempted(*channel, *outcome),
            EventBody::Qualified { criteria } => self.qualified(criteria)?,
            EventBody::OpportunityOpened { amount } => {
                self.gate(Stage::Opportunity, true)?;
                self.set_amount(*amount)?;
                self.confirm();
                self.go(Stage::Opportunity, TransitionReason::Decision);
            }
            EventBody::Won { amount } => {
                self.gate(Stage::Customer, true)?;
                self.set_amount(*amount)?;
                self.confirm();
                self.go(Stage::Customer, TransitionReason::Decision);
                self.notify(Team::Marketing, About::Won);
            }
            EventBody::Lost { reason } => {
                self.check_reason(reason, ids(&self.compiled.document.lifecycle.lost_reasons))?;
                self.go(Stage::Lost, TransitionReason::Reason { id: reason.clone() });
                self.notify(Team::Marketing, About::Lost { reason: reason.clone() });
            }
            EventBody::Recycled { until, reason } => {
                self.check_reason(reason, ids(&self.compiled.document.lifecycle.recycle_reasons))?;
                if until.is_some_and(|until| until <= self.at) {
                    return Err(RefusalCode::HoldInThePast.into());
                }
                self.nurture(*until, TransitionReason::Reason { id: reason.clone() });
            }
            EventBody::Woken => {
                if event.by.is_none() {
                    let help = "a hold ends by itself; before that, and after an end, a person decides";
                    return Err(Refusal::new(RefusalCode::NeedsPerson).help(help));
                }
                self.wake(TransitionReason::Decision);
            }
            EventBody::Disqualified { reason } => {
                self.check_reason(reason, ids(&self.compiled.document.lifecycle.disqualify_reasons))?;
                self.notify(self.state.owner, About::Disqualified);
                self.go(Stage::Disqualified, TransitionReason::Reason { id: reason.clone() });
            }
            EventBody::Reassigned { person } => self.state.person.clone_from(person),
            EventBody::ConsentGiven { consent } => self.consent(consent, false)?,
            EventBody::ConsentWithdrawn { consent } => self.consent(consent, true)?,
            EventBody::Enriched { fields, team } => self.enriched(fields, *team),
            EventBody::Merged { other } => self.merged(&event.id, other)?,
            EventBody::Unmerged { merge } => self.unmerged(merge)?,
        }
        Ok(())
    }

    /// The desk gives the lead to sales: a person decides, so its criteria are not asked again.
    fn forwarded(&mut self) -> Result<(), Refusal> {
        self.gate(Stage::Mql, false)?;
        let lacking = self.consent_lacking();
        if !lacking.is_empty() {
            let channels: Vec<&str> = lacking.iter().map(|channel| channel.name()).collect();
            let help = "ask the contact for it, and record `consent_given`";
            return Err(Refusal::new(RefusalCode::ConsentMissing).about(channels.join(", ")).help(help));
        }
        self.hand_over(TransitionReason::Decision);
        Ok(())
    }

    fn rejected(&mut self, reason: &Arc<str>) -> Result<(), Refusal> {
        let reasons = &self.compiled.document.lifecycle.reject_reasons;
        self.check_reason(reason, ids(reasons))?;
        let rule = reasons.iter().find(|known| *known.id == **reason);
        let why = TransitionReason::Reason { id: reason.clone() };
        let at = self.at;
        match rule.map(|rule| (rule.then, rule.hold)) {
            Some((Consequence::Disqualify, _)) => self.go(Stage::Disqualified, why),
            Some((Consequence::Nurture, Some(hold))) => {
                self.nurture(Some(at.saturating_add(hold.microseconds())), why);
            }
            Some((Consequence::Nurture, None)) | None => self.nurture(None, why),
        }
        self.state.fast_track_since = Some(at);
        if rule.is_some_and(|rule| rule.reset == Some(Reset::Engagement)) {
            self.state.engagement_since = Some(at);
        }
        self.notify(Team::Marketing, About::Rejected { reason: reason.clone() });
        Ok(())
    }

    fn accepted(&mut self, by: Option<&Arc<str>>) -> Result<(), Refusal> {
        let anew = self.state.accepted.is_none();
        if anew && self.features().sal {
            self.gate(Stage::Sal, true)?;
        }
        self.confirm();
        if anew && self.features().sal {
            self.go(Stage::Sal, TransitionReason::Decision);
        } else if anew {
            self.stop_passed_clocks();
        }
        if let Some(by) = by {
            self.state.person = Some(by.clone());
        }
        Ok(())
    }

    /// Sales has it, and no longer only in advance.
    fn confirm(&mut self) {
        self.state.in_advance = false;
        if self.state.accepted.is_none() {
            self.state.accepted = Some(self.at);
        }
    }

    fn attempted(&mut self, channel: Channel, outcome: AttemptOutcome) {
        if self.state.handed_over.is_some() {
            self.state.attempts = self.state.attempts.saturating_add(1);
            self.state.reached |= outcome.is_reached();
        }
        if outcome == AttemptOutcome::WrongContact {
            self.notify(Team::Marketing, About::WrongContact { channel });
        }
    }

    fn qualified(
        &mut self,
        criteria: &std::collections::BTreeMap<Arc<str>, crate::condition::Truth>,
    ) -> Result<(), Refusal> {
        let known = &self.compiled.criteria;
        if let Some(id) = criteria.keys().find(|id| !known.iter().any(|criterion| criterion.id == **id)) {
            return Err(Refusal::new(RefusalCode::UnknownCriterion).about(format!("`{id}`")));
        }
        let enters = self.features().sql && self.state.stage != Stage::Sql;
        if enters {
            self.gate(Stage::Sql, true)?;
        }
        if !criteria.is_empty() {
            Arc::make_mut(&mut self.state.criteria).extend(criteria.iter().map(|(id, truth)| (id.clone(), *truth)));
        }
        self.confirm();
        if enters {
            self.go(Stage::Sql, TransitionReason::Decision);
        }
        Ok(())
    }

    fn set_amount(&mut self, amount: Option<Decimal>) -> Result<(), Refusal> {
        if amount.is_some_and(|amount| amount <= Decimal::ZERO) {
            return Err(RefusalCode::WrongAmount.into());
        }
        self.state.amount = amount.or(self.state.amount);
        Ok(())
    }

    fn consent(&mut self, consent: &Arc<ConsentRecord>, withdrawn: bool) -> Result<(), Refusal> {
        if consent.is_withdrawal() != withdrawn || consent.at > self.at {
            return Err(RefusalCode::WrongRecord.into());
        }
        Arc::make_mut(&mut self.state.consent).record((**consent).clone());
        if withdrawn {
            self.effect(Deed::Suppress {
                channel: consent.channel,
                identifier: consent.identifier.as_str().into(),
                purpose: consent.purpose.as_deref().map(Into::into),
            });
        } else {
            self.effect(Deed::Assess);
        }
        Ok(())
    }

    /// A team writes only its own fields, and those of nobody.
    fn enriched(&mut self, fields: &[Arc<str>], team: Option<Team>) {
        let header = &self.compiled.document.agreement;
        for field in fields {
            let owner = self.compiled.document.fields.get(field).and_then(|field| field.owner.as_deref());
            let Some(owner) = owner else { continue };
            let own = team.is_some_and(|team| {
                owner == team.name() || header.parties.get(team.name()).is_some_and(|name| name == owner)
            });
            if !own {
                self.effect(Deed::FieldConflict { field: field.clone(), owner: owner.into(), team });
            }
        }
        self.effect(Deed::Assess);
    }
}

/// The ids of a list of reasons.
fn ids<T: super::reason::HasId>(reasons: &[T]) -> impl Iterator<Item = &str> + Clone {
    reasons.iter().map(super::reason::HasId::id)
}
