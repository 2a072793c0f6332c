//! The clocks of a lead on its way: what starts, pauses and stops them, and what they do when due.

use super::effect::{About, Cause, Deed};
use super::stage::Stage;
use super::step::TransitionReason;
use super::work::Work;
use crate::handover::{AgreedClock, BreachAction, ClockStart, EventKind, RunningClock};
use crate::time::Timestamp;

/// The stage to which an event belongs: reaching it is what the event would have said.
pub(crate) const fn milestone(kind: EventKind) -> Option<Stage> {
    match kind {
        EventKind::Accepted => Some(Stage::Sal),
        EventKind::Qualified => Some(Stage::Sql),
        EventKind::OpportunityOpened => Some(Stage::Opportunity),
        EventKind::Won => Some(Stage::Customer),
        _ => None,
    }
}

/// The stage that stops a clock, because what it waits for has become idle there.
fn stopped_by(clock: &AgreedClock) -> Option<Stage> {
    let rule = clock.rule();
    let from = match rule.from {
        ClockStart::Handover => Stage::Mql,
        ClockStart::Event(kind) => milestone(kind).unwrap_or(Stage::Contact),
    };
    let named = rule.until.iter().filter_map(|kind| milestone(*kind)).filter(|stage| *stage > from).min();
    // Nobody qualifies a lead, or opens an opportunity, without having reached it.
    let contact = rule.attempts.is_some() || rule.until.contains(&EventKind::ContactAttempted);
    let reached = [Stage::Sql, Stage::Opportunity, Stage::Customer].into_iter().find(|stage| *stage > from);
    named.into_iter().chain(reached.filter(|_| contact)).min()
}

/// Whether a clock is the one that runs from handover to acceptance, so that nobody forgets a lead.
pub(crate) fn guards_handover(clock: &AgreedClock) -> bool {
    clock.rule().from == ClockStart::Handover && clock.rule().until.contains(&EventKind::Accepted)
}

/// Whether a kind of event shows that somebody no longer waits for the lead.
const fn ends_waiting(kind: EventKind) -> bool {
    !matches!(
        kind,
        EventKind::Assessed
            | EventKind::Enriched
            | EventKind::Reassigned
            | EventKind::ConsentGiven
            | EventKind::ConsentWithdrawn
            | EventKind::Merged
            | EventKind::Unmerged
    )
}

impl Work<'_> {
    fn agreed(&self, running: &RunningClock) -> Option<&AgreedClock> {
        self.compiled.clocks.get(&running.clock)
    }

    /// Starts the clocks that something starts, unless what was passed would have ended them. A
    /// clock that runs already goes on.
    pub(crate) fn start_clocks(&mut self, start: ClockStart, passed: &[EventKind]) {
        let at = self.at;
        let compiled = self.compiled;
        for clock in compiled.clocks.started_by(start) {
            let over = clock.rule().until.iter().any(|kind| passed.contains(kind));
            let runs = self.state.clocks.iter().any(|running| *running.clock == *clock.rule().id);
            if over || runs {
                continue;
            }
            let running = clock.start(at);
            if let Some(due) = running.due {
                self.effect(Deed::StartClock { clock: running.clock.clone(), due });
            }
            self.state.clocks.push(running);
        }
    }

    fn stop_clocks(&mut self, stops: impl Fn(&Self, &RunningClock) -> bool) {
        if self.state.clocks.is_empty() {
            return;
        }
        let clocks = std::mem::take(&mut self.state.clocks);
        for running in clocks {
            if stops(self, &running) {
                let overdue = running.is_overdue(self.at);
                self.effect(Deed::StopClock { clock: running.clock, overdue });
            } else {
                self.state.clocks.push(running);
            }
        }
    }

    pub(crate) fn stop_all_clocks(&mut self) {
        self.stop_clocks(|_, _| true);
    }

    /// A later stage also stops a clock.
    pub(crate) fn stop_passed_clocks(&mut self) {
        let (stage, accepted) = (self.state.stage, self.state.accepted.is_some());
        self.stop_clocks(|work, running| {
            let Some(clock) = work.agreed(running) else { return false };
            let guard = accepted && guards_handover(clock);
            guard || stopped_by(clock).is_some_and(|by| stage >= by && stage <= Stage::Customer)
        });
    }

    /// What an event does to the clocks that ran before it: it resumes them, counts for them, ends
    /// them or sets them back.
    pub(crate) fn clocks_meet(&mut self, kind: EventKind, newly_active: bool) {
        if self.state.clocks.is_empty() {
            return;
        }
        if ends_waiting(kind) || newly_active {
            self.resume_clocks();
        }
        if kind == EventKind::ContactAttempted {
            let ended: Vec<bool> = self.state.clocks.iter().map(|running| self.ends(running, kind)).collect();
            let counted: Vec<RunningClock> = self.state.clocks.iter().map(|running| self.counted(running)).collect();
            self.state.clocks = counted;
            let mut ended = ended.into_iter();
            self.stop_where(&mut ended);
        } else {
            self.stop_clocks(|work, running| work.ends(running, kind));
        }
        for at in 0..self.state.clocks.len() {
            let anew = self.state.clocks.get(at).and_then(|running| {
                self.agreed(running).filter(|clock| clock.restarts_with(kind)).map(|clock| clock.restart(self.at))
            });
            if let (Some(anew), Some(place)) = (anew, self.state.clocks.get_mut(at)) {
                let due = anew.due.unwrap_or(self.at);
                let clock = anew.clock.clone();
                *place = anew;
                self.effect(Deed::StartClock { clock, due });
            }
        }
    }

    fn stop_where(&mut self, ended: &mut impl Iterator<Item = bool>) {
        let clocks = std::mem::take(&mut self.state.clocks);
        for running in clocks {
            if ended.next() == Some(true) {
                let overdue = running.is_overdue(self.at);
                self.effect(Deed::StopClock { clock: running.clock, overdue });
            } else {
                self.state.clocks.push(running);
            }
        }
    }

    /// Whether an event ends a clock. The one that runs until acceptance ends with nothing less
    /// while the lead waits for it.
    fn ends(&self, running: &RunningClock, kind: EventKind) -> bool {
        let Some(clock) = self.agreed(running) else { return false };
        let waits = self.state.handed_over.is_some() && self.state.accepted.is_none();
        let guarded = waits && guards_handover(clock) && !matches!(kind, EventKind::Accepted | EventKind::Rejected);
        !guarded && clock.ends_with(running, kind)
    }

    fn counted(&self, running: &RunningClock) -> RunningClock {
        match self.agreed(running) {
            Some(clock) if clock.rule().attempts.is_some() => clock.attempted(running),
            _ => running.clone(),
        }
    }

    pub(crate) fn resume_clocks(&mut self) {
        for at in 0..self.state.clocks.len() {
            let resumed = self.state.clocks.get(at).filter(|running| running.due.is_none()).and_then(|running| {
                let clock = self.agreed(running)?;
                clock.resume(running, self.at).ok()
            });
            if let (Some(resumed), Some(place)) = (resumed, self.state.clocks.get_mut(at)) {
                let due = resumed.due.unwrap_or(self.at);
                let clock = resumed.clock.clone();
                *place = resumed;
                self.effect(Deed::ResumeClock { clock, due });
            }
        }
    }

    /// Everybody waits for the lead: the clocks that may stand still do.
    pub(crate) fn pause_clocks(&mut self) {
        for at in 0..self.state.clocks.len() {
            let paused = self.state.clocks.get(at).and_then(|running| {
                let clock = self.agreed(running)?;
                clock.pause(running, self.at).ok()
            });
            if let (Some(paused), Some(place)) = (paused, self.state.clocks.get_mut(at)) {
                let clock = paused.clock.clone();
                *place = paused;
                self.effect(Deed::PauseClock { clock });
            }
        }
    }

    /// Does what time asks for up to an instant: the steps of clocks, and the end of a hold, each at
    /// its own instant and in their order.
    pub(crate) fn advance(&mut self, until: Timestamp) {
        while let Some((at, which)) = self.next_due(until) {
            self.at = at;
            self.state.changed = self.state.changed.max(at);
            match which {
                Some(which) => self.fire(which),
                None => {
                    self.cause = Cause::Hold { until: at };
                    self.wake(TransitionReason::HoldEnded);
                }
            }
        }
    }

    /// The lead waits no longer.
    pub(crate) fn wake(&mut self, reason: TransitionReason) {
        self.go(Stage::Lead, reason);
        self.notify(self.state.owner, About::Woken);
        self.effect(Deed::Assess);
    }

    /// What comes first up to an instant: the number of a clock, or the end of the hold.
    fn next_due(&self, until: Timestamp) -> Option<(Timestamp, Option<usize>)> {
        let hold = self.state.hold_until.filter(|at| *at <= until).map(|at| (at, None));
        let clocks = self.state.clocks.iter().enumerate().filter_map(|(number, running)| {
            let clock = self.agreed(running)?;
            let due = running.due?;
            // Most clocks are not due yet and have no reminders: those need no look at their steps.
            let reminders = clock.rule().escalation.iter().any(|step| step.before.is_some());
            let all = clock.rule().escalation.len().saturating_add(1);
            if (!reminders && due > until) || running.fired as usize >= all {
                return None;
            }
            let step = clock.steps(running).into_iter().nth(running.fired as usize)?;
            // A step that lay before the last resumption comes at once.
            let at = step.at.max(running.latest());
            (at <= until).then_some((at, Some(number)))
        });
        hold.into_iter().chain(clocks).min_by_key(|(at, number)| (*at, number.is_none(), *number))
    }

    /// Carries out the next step of a clock.
    fn fire(&mut self, number: usize) {
        let Some(running) = self.state.clocks.get(number).cloned() else { return };
        let Some(step) =
            self.agreed(&running).and_then(|clock| clock.steps(&running).into_iter().nth(running.fired as usize))
        else {
            return;
        };
        if let Some(clock) = self.state.clocks.get_mut(number) {
            clock.fired = clock.fired.saturating_add(1);
        }
        let (clock, started) = (running.clock, running.started);
        self.cause = Cause::Clock { clock: clock.clone(), started, step: running.fired };
        let told = step.actions.contains(&BreachAction::Notify);
        if told {
            let (team, person) = (self.state.owner, self.state.person.clone());
            let about = About::Clock { clock: clock.clone(), step: step.kind };
            self.effect(Deed::Notify { team, person, to: step.to.map(Into::into), about });
        }
        if step.actions.contains(&BreachAction::Reassign) {
            let not = self.state.person.clone();
            self.effect(Deed::Assign { team: self.state.owner, not });
        }
        let returns = step.actions.contains(&BreachAction::Return);
        if returns && self.state.handed_over.is_some() && self.state.stage != Stage::Customer {
            let to = if self.features().review { Stage::Review } else { Stage::Lead };
            self.go(to, TransitionReason::Breach { clock: clock.clone() });
            self.state.returned_at = Some(self.at);
            self.state.fast_track_since = Some(self.at);
            self.notify(self.state.owner, About::Returned { clock });
        }
    }
}
