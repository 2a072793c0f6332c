//! Merging two leads into one, and undoing it.

use std::sync::Arc;

use super::apply::apply;
use super::effect::{About, Cause, Deed};
use super::refusal::{Refusal, RefusalCode};
use super::stage::Stage;
use super::state::{LeadState, Merge};
use super::step::{Transition, TransitionReason};
use super::work::Work;
use crate::handover::RunningClock;

impl Work<'_> {
    /// The live lead stays, of two live ones the further; of the same clock, the one that is due
    /// first. Consent is united, and what was applied to either counts as applied.
    pub(crate) fn merged(&mut self, event: &Arc<str>, other: &Arc<LeadState>) -> Result<(), Refusal> {
        if other.origin.lead == self.state.origin.lead {
            return Err(RefusalCode::SameLead.into());
        }
        if other.changed > self.at {
            return Err(Refusal::new(RefusalCode::WrongRecord).about("the other lead changed after the merge"));
        }
        // The merges before this one stand beside it: within it they would stand twice as often each time.
        let before = Arc::new(LeadState { merges: Vec::new(), ..self.state.clone() });
        // Time has passed for the other one, too; what it asked for was its own affair.
        let mut theirs = Work::new(self.compiled, (**other).clone(), self.at);
        theirs.advance(self.at);
        let theirs = theirs.state;
        let ours = &self.state;
        let rank = |state: &LeadState| (state.is_live(), state.level());
        let takes = rank(&theirs) > rank(ours);
        let (lead, follows) = if takes { (&theirs, ours) } else { (ours, &theirs) };
        let mut united = lead.clone();
        united.origin = ours.origin.clone();
        united.clocks = lead.clocks.iter().map(|clock| earlier(clock, follows)).collect();
        let mut ledger = (*ours.consent).clone();
        ledger.extend(theirs.consent.iter().cloned());
        united.consent = Arc::new(ledger);
        united.fast_track_since = ours.fast_track_since.max(theirs.fast_track_since);
        united.engagement_since = ours.engagement_since.max(theirs.engagement_since);
        united.amount = lead.amount.or(follows.amount);
        // The survivor's facts win, and so does what was found out about them.
        united.assessed = ours.assessed.clone().or_else(|| theirs.assessed.clone());
        let mut criteria = (*theirs.criteria).clone();
        criteria.extend(ours.criteria.iter().map(|(id, truth)| (id.clone(), *truth)));
        united.criteria = Arc::new(criteria);
        united.applied = ours.applied.iter().chain(theirs.applied.iter()).cloned().collect();
        united.last = ours.last.clone();
        united.changed = self.at;
        united.agreement = ours.agreement.clone();
        united.merges = ours.merges.clone();
        united.merges.push(Arc::new(Merge { event: event.clone(), before, since: Vec::new() }));
        self.become_state(united, TransitionReason::Merged);
        self.notify(self.state.owner, About::Merged);
        self.effect(Deed::Assess);
        Ok(())
    }

    /// The lead is what it would be if it had never been merged.
    pub(crate) fn unmerged(&mut self, merge: &Arc<str>) -> Result<(), Refusal> {
        let mut earlier = self.state.merges.clone();
        let at = earlier.iter().position(|record| record.event == *merge);
        let Some(record) = at.and_then(|at| earlier.drain(at..).next()) else {
            return Err(Refusal::new(RefusalCode::NotMerged).about(format!("`{merge}`")));
        };
        let mut restored = (*record.before).clone();
        restored.merges = earlier.iter().map(|record| Arc::new(record.until(merge))).collect();
        for event in &record.since {
            if let Ok(step) = apply(self.compiled, restored.clone(), event, event.at) {
                restored = step.state;
            }
        }
        let mut work = Work::new(self.compiled, restored, self.at);
        work.advance(self.at);
        let mut restored = work.state;
        // What was applied stays known, so that nothing is applied twice.
        restored.applied = self.state.applied.clone();
        self.become_state(restored, TransitionReason::Unmerged);
        self.effect(Deed::Assess);
        Ok(())
    }

    /// Takes another state on, and says what is different.
    fn become_state(&mut self, state: LeadState, reason: TransitionReason) {
        let before = std::mem::replace(&mut self.state, state);
        for clock in &before.clocks {
            if !self.state.clocks.iter().any(|other| other.clock == clock.clock) {
                self.effect(Deed::StopClock { clock: clock.clock.clone(), overdue: clock.is_overdue(self.at) });
            }
        }
        for clock in self.state.clocks.clone() {
            let same = before.clocks.iter().any(|other| other.clock == clock.clock && other.due == clock.due);
            if let Some(due) = clock.due.filter(|_| !same) {
                self.effect(Deed::StartClock { clock: clock.clock, due });
            }
        }
        if (before.stage, before.owner) == (self.state.stage, self.state.owner) {
            return;
        }
        if before.stage == Stage::Nurture {
            self.effect(Deed::RemoveFromNurture);
        }
        if self.state.stage == Stage::Nurture {
            self.effect(Deed::AddToNurture { until: self.state.hold_until });
        }
        let owner = self.state.owner;
        if before.owner != owner && self.state.is_live() && self.state.person.is_none() {
            self.effect(Deed::Assign { team: owner, not: None });
        }
        let event = match &self.cause {
            Cause::Event { id } => Some(id.clone()),
            _ => None,
        };
        self.transitions.push(Transition {
            from: Some(before.stage),
            to: self.state.stage,
            owner: self.state.owner,
            at: self.at,
            event,
            agreement: self.compiled.version.clone(),
            reason,
        });
    }
}

impl Merge {
    /// The merge as it was known before a later event.
    fn until(&self, event: &Arc<str>) -> Self {
        let since = self.since.iter().take_while(|later| later.id != *event).cloned().collect();
        Self { event: self.event.clone(), before: self.before.clone(), since }
    }
}

/// The clock, or the other lead's same clock where that is due first.
fn earlier(clock: &RunningClock, other: &LeadState) -> RunningClock {
    let same = other.clocks.iter().find(|known| known.clock == clock.clock);
    let first = same.filter(|known| known.due.is_some() && (clock.due.is_none() || known.due < clock.due));
    first.unwrap_or(clock).clone()
}
