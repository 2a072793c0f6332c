//! [`Work`]: a state on its way to the next: transitions, owners and effects as they come up.

use std::sync::Arc;

use super::effect::{About, Cause, Deed, Effect};
use super::permit::{Features, Situation};
use super::refusal::{Refusal, RefusalCode};
use super::stage::Stage;
use super::state::LeadState;
use super::step::{Step, Transition, TransitionReason};
use super::team::Team;
use crate::agreement::compiled::Compiled;
use crate::condition::Truth;
use crate::handover::{ClockStart, EventKind};
use crate::time::Timestamp;

/// A state on its way to the next.
pub(crate) struct Work<'a> {
    pub(crate) compiled: &'a Compiled,
    pub(crate) state: LeadState,
    pub(crate) transitions: Vec<Transition>,
    pub(crate) effects: Vec<Effect>,
    /// What happens now, and when.
    pub(crate) cause: Cause,
    pub(crate) at: Timestamp,
}

impl<'a> Work<'a> {
    pub(crate) fn new(compiled: &'a Compiled, state: LeadState, at: Timestamp) -> Self {
        let cause = Cause::Hold { until: at };
        Self { compiled, state, transitions: Vec::new(), effects: Vec::new(), cause, at }
    }

    pub(crate) fn finish(self) -> Step {
        Step { state: self.state, transitions: self.transitions, effects: self.effects }
    }

    pub(crate) fn features(&self) -> Features {
        self.compiled.lifecycle.features
    }

    pub(crate) fn effect(&mut self, what: Deed) {
        let lead = self.state.origin.lead.clone();
        self.effects.push(Effect { lead, at: self.at, cause: self.cause.clone(), what });
    }

    /// Tells a team, and the person who has the lead if it is that team's.
    pub(crate) fn notify(&mut self, team: Team, about: About) {
        let person = self.state.person.clone().filter(|_| self.state.owner == team);
        self.effect(Deed::Notify { team, person, to: None, about });
    }

    /// Moves the lead to a stage. What it leaves behind is cleared: a hold, the handover, clocks of
    /// sales, and the person where another team is responsible now.
    pub(crate) fn go(&mut self, to: Stage, reason: TransitionReason) {
        let from = self.state.stage;
        let (level, had) = (self.state.level(), self.state.handed_over);
        let in_sales = matches!(to, Stage::Mql | Stage::Sal | Stage::Sql | Stage::Opportunity | Stage::Customer);
        if !in_sales {
            self.state.handed_over = None;
            self.state.accepted = None;
            self.state.in_advance = false;
        }
        if from == Stage::Nurture {
            self.effect(Deed::RemoveFromNurture);
        }
        self.state.hold_until = None;
        self.state.stage = to;
        self.state.since = self.at;
        self.state.reason = reason.clone();
        let ended = matches!(to, Stage::Nurture | Stage::Disqualified | Stage::Lost);
        let lost_by_sales = had.is_some() && self.state.handed_over.is_none();
        if ended || lost_by_sales || self.state.level() < level {
            self.stop_all_clocks();
        } else {
            self.stop_passed_clocks();
        }
        let owner = Situation::of(&self.state).owner();
        if owner != self.state.owner {
            self.state.owner = owner;
            self.state.person = None;
            if self.state.is_live() {
                self.effect(Deed::Assign { team: owner, not: None });
            }
        }
        let event = match &self.cause {
            Cause::Event { id } => Some(id.clone()),
            _ => None,
        };
        let agreement = self.compiled.version.clone();
        self.transitions.push(Transition { from: Some(from), to, owner, at: self.at, event, agreement, reason });
    }

    /// Marketing hands the lead over: sales has it, and its clocks run.
    pub(crate) fn hand_over(&mut self, reason: TransitionReason) {
        self.begin_handover();
        self.go(Stage::Mql, reason);
        self.start_clocks(ClockStart::Handover, &[]);
        self.notify(Team::Sales, About::HandedOver);
    }

    /// What every handover sets back.
    fn begin_handover(&mut self) {
        self.state.handed_over = Some(self.at);
        self.state.accepted = None;
        self.state.in_advance = false;
        self.state.attempts = 0;
        self.state.reached = false;
        self.state.fast_track_since = Some(self.at);
        self.state.returned_at = None;
    }

    /// A stage of sales that an assessment reaches: the lead is accepted in advance, and the clocks
    /// of what it passed start, unless something that it passed would have ended them.
    pub(crate) fn land(&mut self, to: Stage, reason: TransitionReason) {
        let offered = self.state.handed_over.is_some();
        let accepted = self.state.accepted.is_some();
        if !offered {
            self.begin_handover();
        }
        if !accepted {
            self.state.accepted = Some(self.at);
            self.state.in_advance = true;
        }
        self.state.fast_track_since = self.state.fast_track_since.max(Some(self.at));
        self.go(to, reason);
        let mut passed: Vec<EventKind> = Vec::new();
        if to == Stage::Sql {
            self.start_clocks(ClockStart::Event(EventKind::Qualified), &[]);
            passed.push(EventKind::Qualified);
        }
        if !accepted {
            self.start_clocks(ClockStart::Event(EventKind::Accepted), &passed);
            passed.push(EventKind::Accepted);
        }
        if !offered {
            self.start_clocks(ClockStart::Handover, &passed);
            self.notify(Team::Sales, About::HandedOver);
        }
    }

    /// The lead waits with marketing.
    pub(crate) fn nurture(&mut self, until: Option<Timestamp>, reason: TransitionReason) {
        self.go(Stage::Nurture, reason);
        self.state.hold_until = until;
        self.state.fast_track_since = Some(self.at);
        self.effect(Deed::AddToNurture { until });
    }

    /// Whether the consent that a handover needs is there: the channels on which it is not.
    pub(crate) fn consent_lacking(&self) -> Vec<crate::consent::Channel> {
        let Some(consent) = &self.compiled.document.consent else { return Vec::new() };
        if consent.handover_needs.is_empty() {
            return Vec::new();
        }
        let known = self.state.consent.iter().map(|record| (record.channel, record.identifier.as_str()));
        let identifiers: Vec<_> = known.collect();
        consent.channels_lacking(&self.state.consent, &identifiers, self.at)
    }

    /// Whether an event may enter a stage: its criteria hold and no required field is missing, as
    /// far as the last assessment knows.
    pub(crate) fn gate(&self, stage: Stage, with_when: bool) -> Result<(), Refusal> {
        let Some(rule) = self.compiled.lifecycle.stages.iter().find(|known| known.stage == stage) else {
            return Ok(());
        };
        let asks = with_when && rule.when.is_some();
        if !asks && rule.requires.is_empty() {
            return Ok(());
        }
        let check = self.state.assessed.as_ref().and_then(|assessed| assessed.check(stage));
        let help = "assess the lead with what is known now, and apply that first";
        let Some(check) = check else {
            let message = format!("`{stage}` asks for something, and the lead was not assessed for it");
            return Err(Refusal::new(RefusalCode::CriteriaNotMet).about(message).help(help));
        };
        if asks && check.when != Some(Truth::Yes) {
            let message = format!("what `{stage}` asks for does not hold for certain");
            return Err(Refusal::new(RefusalCode::CriteriaNotMet).about(message).help(help));
        }
        if !check.missing.is_empty() {
            let fields: Vec<String> = check.missing.iter().map(|field| format!("`{field}`")).collect();
            return Err(Refusal::new(RefusalCode::FieldsMissing).about(fields.join(", ")).help(help));
        }
        Ok(())
    }

    /// What an agreed list says: any words do where there is no list.
    pub(crate) fn check_reason<'r>(
        &self,
        reason: &Arc<str>,
        known: impl Iterator<Item = &'r str> + Clone,
    ) -> Result<(), Refusal> {
        if known.clone().next().is_none() || known.clone().any(|id| *id == **reason) {
            return Ok(());
        }
        let ids: Vec<String> = known.map(|id| format!("`{id}`")).collect();
        let help = format!("expected {}", crate::finding::either(&ids));
        Err(Refusal::new(RefusalCode::UnknownReason).about(format!("`{reason}`")).help(help))
    }
}
