//! What an assessment does to a lead: up by criteria or a fast track, or back, in the order of
//! precedence: disqualify, a person's decision, nurture's hold, fast track, `when`, `keep_while`.

use std::sync::Arc;

use super::assessed::{Assessed, StageCheck};
use super::effect::{About, Deed};
use super::stage::Stage;
use super::step::TransitionReason;
use super::team::Team;
use super::work::Work;
use crate::condition::Truth;
use crate::time::Timestamp;

impl Work<'_> {
    pub(crate) fn assessed(&mut self, assessed: &Arc<Assessed>) {
        self.state.assessed = Some(assessed.clone());
        if matches!(self.state.stage, Stage::Customer | Stage::Disqualified | Stage::Lost) {
            return;
        }
        if let Some(id) = assessed.disqualified.first() {
            let owner = self.state.owner;
            self.notify(owner, About::Disqualified);
            return self.go(Stage::Disqualified, TransitionReason::Disqualifier { id: id.clone() });
        }
        if self.state.stage == Stage::Nurture {
            return self.in_nurture(assessed);
        }
        let active = assessed.last_activity;
        let waits = self.state.returned_at.is_some_and(|returned| active.is_none_or(|active| active <= returned));
        if !waits {
            let since = self.state.fast_track_since;
            let by_track = self.climb(assessed, Some(since));
            if self.enter(by_track, assessed, since) {
                return;
            }
        }
        if self.state.stage == Stage::Contact && active.is_some() {
            self.go(Stage::Lead, TransitionReason::Active);
        }
        if !self.fall_back(assessed) {
            self.ask_for_missing(assessed);
        }
    }

    /// Only a fast track that is newer than the hold moves a lead out of nurture.
    fn in_nurture(&mut self, assessed: &Arc<Assessed>) {
        let since = self.state.fast_track_since;
        let newer = |check: &StageCheck| is_newer(check, Some(since));
        if assessed.check(Stage::Mql).is_some_and(newer) {
            let target = self.climb(assessed, Some(since));
            self.enter(target, assessed, since);
        }
    }

    /// The highest stage whose own and all lower criteria hold; a fast track replaces criteria, and
    /// never required fields.
    fn climb(&self, assessed: &Assessed, fast_track_since: Option<Option<Timestamp>>) -> Stage {
        if !assessed.excluded.is_empty() {
            return Stage::Lead;
        }
        let mut reached = Stage::Lead;
        for stage in self.compiled.lifecycle.stages.iter().filter(|stage| stage.stage.is_assessed()) {
            let open = assessed.check(stage.stage).is_some_and(|check| {
                check.missing.is_empty() && (check.when == Some(Truth::Yes) || is_newer(check, fast_track_since))
            });
            if !open {
                break;
            }
            reached = stage.stage;
        }
        reached
    }

    /// Moves up to a stage if it lies above; whether the lead moved.
    fn enter(&mut self, target: Stage, assessed: &Assessed, since: Option<Timestamp>) -> bool {
        let features = self.features();
        let handed = self.state.handed_over.is_some();
        let level = match target {
            Stage::Mql if !features.review => 4,
            Stage::Mql if features.review_at_once => 3,
            Stage::Mql => 2,
            Stage::Review => 3,
            Stage::Sal => 5,
            Stage::Sql => 6,
            // What makes a contact a lead is that it does something.
            _ => return false,
        };
        if level <= self.state.level() {
            return false;
        }
        let by_criteria = self.climb(assessed, None) >= target;
        let fast = assessed.check(target).is_some_and(|check| is_newer(check, Some(since)));
        // Only a fast track opens nurture.
        let by_criteria = by_criteria && self.state.stage != Stage::Nurture;
        let reason = if by_criteria || !fast { TransitionReason::Criteria } else { TransitionReason::FastTrack };
        let desk = level == 3 || level == 2;
        if !desk && !handed {
            let lacking = self.consent_lacking();
            if !lacking.is_empty() {
                for channel in lacking {
                    self.effect(Deed::AskForConsent { channel });
                }
                // The desk may have it without: it is not sales.
                if features.review_at_once && self.state.level() < 3 {
                    self.move_to_desk(reason);
                    return true;
                }
                return false;
            }
        }
        match level {
            2 => self.go(Stage::Mql, reason),
            3 => self.move_to_desk(reason),
            4 => self.hand_over(reason),
            _ => self.land(target, reason),
        }
        true
    }

    fn move_to_desk(&mut self, reason: TransitionReason) {
        self.go(Stage::Review, reason);
        self.notify(Team::Review, About::ToReview);
    }

    /// Back to a lead where what keeps it no longer holds, and only before acceptance. What brought
    /// it there by a fast track keeps it there as long as it counts.
    fn fall_back(&mut self, assessed: &Assessed) -> bool {
        let stage = self.state.stage;
        if self.state.accepted.is_some() || !matches!(stage, Stage::Mql | Stage::Review) {
            return false;
        }
        let reason = match assessed.excluded.first() {
            Some(id) => TransitionReason::Excluded { id: id.clone() },
            None => {
                let reached = self.climb(assessed, None);
                let lost = |stage: Stage| {
                    let check = assessed.check(stage);
                    check.is_some_and(|check| check.keep_while == Some(Truth::No) && check.fast_track_at.is_none())
                        && reached < stage
                };
                let falls = lost(Stage::Mql) || (stage == Stage::Review && lost(Stage::Review));
                if !falls {
                    return false;
                }
                TransitionReason::KeepWhile
            }
        };
        let team = self.state.owner;
        self.notify(team, About::Demoted);
        self.go(Stage::Lead, reason);
        true
    }

    /// What keeps a lead from its next stage, if it is only that fields are missing.
    fn ask_for_missing(&mut self, assessed: &Assessed) {
        let next = assessed.stages.iter().find(|check| check.stage > self.state.stage && check.stage.is_assessed());
        let fields = next.filter(|check| check.when == Some(Truth::Yes) || check.fast_track_at.is_some());
        if let Some(check) = fields.filter(|check| !check.missing.is_empty()) {
            self.effect(Deed::AskFor { fields: check.missing.clone() });
        }
    }
}

/// Whether a fast track counts: its interaction is newer than the last handover, rejection or return.
fn is_newer(check: &StageCheck, since: Option<Option<Timestamp>>) -> bool {
    since.is_some_and(|since| check.fast_track_at.is_some_and(|at| since.is_none_or(|since| at > since)))
}
