//! `decays_below`: when a lead that is left alone falls below its stage, and what ends it.

use serde::Serialize;

use super::bind::BoundLead;
use super::breakpoints::breakpoints;
use super::crossing::CrossingCause;
use super::figures::Figures;
use super::snapshot::{Snapshot, thresholds_of};
use super::timeline::{LONGEST, TimelineError};
use crate::condition::Truth;
use crate::lifecycle::Stage;
use crate::time::{Duration, Timestamp};

/// When a lead that is left alone falls below its stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Decline {
    /// The first instant at which it is below.
    pub at: Timestamp,
    /// The stage that it had at the instant of the question.
    pub stage: Stage,
    /// The first threshold that the lead falls below.
    pub end: DeclineEnd,
    /// What the assessment comes to just before.
    pub before: Figures,
    /// What it comes to then.
    pub after: Figures,
    /// What happens at that instant; empty where the lead is below from the start.
    pub causes: Vec<CrossingCause>,
}

/// What ends a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeclineEnd {
    /// The stage's `keep_while` no longer holds.
    KeepWhile,
    /// The stage says nothing of how it is kept, and its criteria no longer hold.
    Criteria,
    /// A disqualifier or an exclusion has come to apply.
    Barred,
}

impl BoundLead {
    /// When the passing of time alone will take the lead below the stage that it has at an instant:
    /// its `keep_while` no longer holds, or its criteria where nothing is said of how it is kept.
    /// `None` where the lead has no stage to lose, or keeps it until the horizon, which is at most
    /// ten years away.
    ///
    /// # Errors
    /// When more than a million instants before the horizon can change something.
    ///
    /// ```
    /// # use smarketing::{Agreement, Interaction, Interactions, Lead};
    /// # let agreement = Agreement::from_json(r#"{
    /// #     "smarketing": 1, "agreement": { "name": "A", "version": "1" }, "interactions": { "demo": {} },
    /// #     "scoring": { "rules": [
    /// #         { "id": "demo", "scores": "engagement", "on": "demo", "points": 30, "decay": { "linear": "3d" } }
    /// #     ] },
    /// #     "lifecycle": { "stage": { "mql": {
    /// #         "when": { "score": { "at_least": 30 } }, "keep_while": { "score": { "at_least": 20 } }
    /// #     } } }
    /// # }"#)?;
    /// let demo = Interaction::new("demo", "2026-11-02T09:00:00Z".parse()?);
    /// let lead = agreement.bind(&Lead::new("L-1"), &Interactions::from(vec![demo]));
    /// let decline = lead.decays_below("2026-11-02T10:00:00Z".parse()?, "90d".parse()?)?;
    /// assert_eq!(decline.map(|decline| decline.at), Some("2026-11-04T09:00:00.000000Z".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn decays_below(&self, as_of: Timestamp, horizon: Duration) -> Result<Option<Decline>, TimelineError> {
        let alone = self.left_alone(as_of);
        let mut now = alone.snapshot(as_of);
        let stage = now.figures.stage;
        if stage <= Stage::Lead || stage == Stage::Disqualified {
            return Ok(None);
        }
        let decline = |now: &Snapshot, next: &Snapshot, at, causes| {
            let end = alone.below(stage, next)?;
            Some(Decline { at, stage, end, before: now.figures.clone(), after: next.figures.clone(), causes })
        };
        if let Some(decline) = decline(&now, &now, as_of, Vec::new()) {
            return Ok(Some(decline));
        }
        let to = as_of.saturating_add(horizon.microseconds().min(LONGEST));
        let breakpoints = breakpoints(&alone, as_of, to).ok_or(TimelineError::TooFine)?;
        for group in breakpoints.chunk_by(|one, other| one.at == other.at) {
            let Some(at) = group.first().map(|first| first.at) else { continue };
            let next = alone.snapshot(at);
            if alone.below(stage, &next).is_some() {
                return Ok(decline(&now, &next, at, alone.causes(at, group)));
            }
            now = next;
        }
        Ok(None)
    }

    /// The lead as it is known at an instant, to which nothing happens afterwards.
    fn left_alone(&self, as_of: Timestamp) -> Self {
        Self {
            slots: self.slots_at(as_of).into_owned().into(),
            known_since: Box::default(),
            latest_known: None,
            interactions: self.history_at(as_of).map(|history| history.interactions.into()),
            ..self.clone()
        }
    }

    /// What ends a stage, if it has ended.
    fn below(&self, stage: Stage, at: &Snapshot) -> Option<DeclineEnd> {
        if at.standings.disqualified.truth.is_yes() || at.standings.excluded.truth.is_yes() {
            return Some(DeclineEnd::Barred);
        }
        let own = self.assessed_stages().position(|known| known.stage == stage)?;
        let kept: usize = self.assessed_stages().take(own).map(|stage| thresholds_of(stage).count()).sum();
        let compiled = self.assessed_stages().nth(own)?;
        if compiled.keep_while.is_some() {
            // It stands last among the stage's thresholds.
            let last = kept.saturating_add(thresholds_of(compiled).count()).saturating_sub(1);
            let keep = at.thresholds.get(last)?;
            return (keep.truth == Truth::No).then_some(DeclineEnd::KeepWhile);
        }
        (at.figures.stage < stage).then_some(DeclineEnd::Criteria)
    }
}
