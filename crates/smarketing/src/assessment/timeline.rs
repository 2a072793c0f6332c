//! `timeline`: what a lead is worth over a period, as a step function, with every crossing of a
//! threshold and its cause.

use std::sync::Arc;

use serde::Serialize;

use super::bind::BoundLead;
use super::breakpoints::{Breakpoint, MOST_BREAKPOINTS, Source, breakpoints};
use super::compute::{Known, Standings};
use super::contribution::ContributionKind;
use super::crossing::{Crossing, CrossingCause, Threshold};
use super::figures::Figures;
use super::result::Assessment;
use crate::condition::Truth;
use crate::condition::truth::Verdict;
use crate::lifecycle::Stage;
use crate::lifecycle::compiled::CompiledStage;
use crate::points::Points;
use crate::time::{DAY, Duration, Timestamp};
use crate::vocabulary::bound::Bound;

/// Ten years of 365.25 days.
const LONGEST: i64 = 315_576_000_000_000;

/// What a lead is worth over a period: steps without gaps, and every crossing of a threshold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Timeline {
    /// The lead's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Arc<str>>,
    /// The version of the agreement.
    pub agreement: Arc<str>,
    /// The first instant of the period.
    pub from: Timestamp,
    /// The first instant after the period.
    pub to: Timestamp,
    /// The figures, one step after the other; two neighbours differ.
    pub steps: Vec<TimelineStep>,
    /// Every crossing of a threshold, in order.
    pub crossings: Vec<Crossing>,
}

/// The figures from one instant until another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TimelineStep {
    /// The first instant at which they hold.
    pub from: Timestamp,
    /// The first instant at which they hold no more, or the end of the period.
    pub until: Timestamp,
    /// What the assessment comes to at every instant in between.
    #[serde(flatten)]
    pub figures: Figures,
}

/// When a lead that is left alone falls below its stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Decline {
    /// The first instant at which it is below.
    pub at: Timestamp,
    /// The stage that it had at the instant of the question.
    pub stage: Stage,
    /// What ends it.
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

/// Why there is no timeline of a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TimelineError {
    /// It ends before it begins.
    #[error("the period begins at `{from}`, after its end at `{to}`")]
    Backwards {
        /// The beginning.
        from: Timestamp,
        /// The end.
        to: Timestamp,
    },
    /// It is longer than ten years.
    #[error("the period from `{from}` to `{to}` is longer than ten years")]
    TooLong {
        /// The beginning.
        from: Timestamp,
        /// The end.
        to: Timestamp,
    },
    /// The agreement counts in spans so short that too much can happen in it.
    #[error("more than {MOST_BREAKPOINTS} instants of the period can change something: ask for a shorter one")]
    TooFine,
}

/// How a lead stands at an instant, with each criterion of each stage.
struct Snapshot {
    figures: Figures,
    standings: Standings,
    /// The clauses, requirements and `keep_while` of the stages, in order.
    thresholds: Vec<Verdict>,
}

impl BoundLead {
    /// What the lead is worth from one instant (included) to another (not included), by assessing it
    /// at every instant at which something can change.
    ///
    /// # Errors
    /// When the period ends before it begins or is longer than ten years, or when more than a
    /// million instants of it can change something.
    ///
    /// ```
    /// # use smarketing::{Agreement, Interaction, Interactions, Lead};
    /// # let agreement = Agreement::from_json(r#"{
    /// #     "smarketing": 1, "agreement": { "name": "A", "version": "1" }, "interactions": { "demo": {} },
    /// #     "scoring": { "bands": { "hot": 20, "else": "cold" }, "rules": [
    /// #         { "id": "demo", "scores": "engagement", "on": "demo", "points": 30, "decay": { "linear": "3d" } }
    /// #     ] }
    /// # }"#)?;
    /// let demo = Interaction::new("demo", "2026-11-02T09:00:00Z".parse()?);
    /// let lead = agreement.bind(&Lead::new("L-1"), &Interactions::from(vec![demo]));
    /// let timeline = lead.timeline("2026-11-01T00:00:00Z".parse()?, "2026-12-01T00:00:00Z".parse()?)?;
    /// let scores: Vec<String> = timeline.steps.iter().map(|step| step.figures.score.to_string()).collect();
    /// assert_eq!(scores, ["0", "30", "20", "10", "0"]);
    /// assert_eq!(timeline.crossings.len(), 2);
    /// assert_eq!(timeline.crossings[1].at.to_string(), "2026-11-04T09:00:00Z");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn timeline(&self, from: Timestamp, to: Timestamp) -> Result<Timeline, TimelineError> {
        if from > to {
            return Err(TimelineError::Backwards { from, to });
        }
        if from.microseconds_until(to) > LONGEST {
            return Err(TimelineError::TooLong { from, to });
        }
        let mut timeline = Timeline {
            lead: self.id.clone(),
            agreement: self.agreement.0.version.clone(),
            from,
            to,
            steps: Vec::new(),
            crossings: Vec::new(),
        };
        if from == to {
            return Ok(timeline);
        }
        let breakpoints = breakpoints(self, from, to).ok_or(TimelineError::TooFine)?;
        let mut now = self.snapshot(from);
        let mut since = from;
        for group in breakpoints.chunk_by(|one, other| one.at == other.at) {
            let Some(at) = group.first().map(|first| first.at) else { continue };
            let next = self.snapshot(at);
            let thresholds = self.crossed(&now, &next);
            if !thresholds.is_empty() {
                let causes = self.causes(at, group);
                let cross = |threshold| Crossing { at, threshold, causes: causes.clone() };
                timeline.crossings.extend(thresholds.into_iter().map(cross));
            }
            if next.figures != now.figures {
                timeline.steps.push(TimelineStep { from: since, until: at, figures: now.figures });
                since = at;
            }
            now = next;
        }
        timeline.steps.push(TimelineStep { from: since, until: to, figures: now.figures });
        Ok(timeline)
    }

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

    fn assessed_stages(&self) -> impl Iterator<Item = &CompiledStage> {
        self.agreement.0.lifecycle.stages.iter().filter(|stage| stage.stage.is_assessed())
    }

    fn snapshot(&self, as_of: Timestamp) -> Snapshot {
        let slots = self.slots_at(as_of);
        let known = Known { slots: &slots, history: self.history_at(as_of), as_of };
        let (computed, standings) = self.compute_with(known);
        let within = known.with(&computed.results);
        let thresholds = self.assessed_stages().flat_map(thresholds_of).map(|(_, part)| match part {
            Part::Clause(clause) => clause.expression.evaluate(&within),
            Part::Keep(keep) => keep.evaluate(&within),
            Part::Required(slot) => {
                Verdict::certain(!matches!(slots.get(usize::from(slot)), None | Some(Bound::Missing)))
            }
        });
        let thresholds = thresholds.collect();
        Snapshot { figures: Figures::of(&self.agreement.0, &computed, &standings), standings, thresholds }
    }

    /// The thresholds between two neighbouring instants.
    fn crossed(&self, before: &Snapshot, after: &Snapshot) -> Vec<Threshold> {
        let (old, new) = (&before.figures, &after.figures);
        let mut crossed = Vec::new();
        if old.stage != new.stage {
            crossed.push(Threshold::Stage { before: old.stage, after: new.stage });
        }
        if old.grade != new.grade {
            crossed.push(Threshold::Grade { before: old.grade.clone(), after: new.grade.clone() });
        }
        if old.band != new.band {
            crossed.push(Threshold::Band { before: old.band.clone(), after: new.band.clone() });
        }
        if old.icp_tier != new.icp_tier {
            crossed.push(Threshold::Tier { before: old.icp_tier.clone(), after: new.icp_tier.clone() });
        }
        let parts = self.assessed_stages().flat_map(thresholds_of);
        for ((stage, part), (before, after)) in parts.zip(before.thresholds.iter().zip(&after.thresholds)) {
            let (before, after) = (before.truth, after.truth);
            if before != after {
                crossed.push(match part {
                    Part::Clause(clause) => Threshold::Criterion { stage, clause: clause.words.clone(), before, after },
                    Part::Keep(_) => Threshold::KeepWhile { stage, before, after },
                    Part::Required(slot) => {
                        Threshold::Required { stage, field: self.name_of(slot), known: after.is_yes() }
                    }
                });
            }
        }
        crossed
    }

    fn name_of(&self, slot: u16) -> Arc<str> {
        self.agreement.0.vocabulary.field(slot).map(|field| field.name.clone()).unwrap_or_default()
    }

    /// What happened at an instant, without the rules that it did not touch.
    fn causes(&self, at: Timestamp, group: &[Breakpoint<'_>]) -> Vec<CrossingCause> {
        let mut effective: Vec<&Breakpoint<'_>> = group.iter().collect();
        if group.len() > 1 {
            let (before, after) = (self.assess(at.saturating_add(-1)), self.assess(at));
            effective.retain(|breakpoint| {
                breakpoint.source.rule().is_none_or(|rule| points_of(&before, rule) != points_of(&after, rule))
            });
            if effective.is_empty() {
                effective = group.iter().collect();
            }
        }
        let mut causes: Vec<CrossingCause> = Vec::with_capacity(effective.len());
        for breakpoint in effective {
            let cause = self.cause(breakpoint);
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
        causes
    }

    fn cause(&self, breakpoint: &Breakpoint<'_>) -> CrossingCause {
        let name = |kind: u16| self.agreement.0.vocabulary.type_name(kind).cloned().unwrap_or_default();
        match breakpoint.source {
            Source::Interaction(own) => {
                CrossingCause::Interaction { id: own.id.clone(), interaction: name(own.kind), at: own.at }
            }
            Source::Decay { rule, interaction: own, age_days, before, after } => CrossingCause::Decay {
                rule: rule.clone(),
                id: own.id.clone(),
                interaction: name(own.kind),
                at: own.at,
                age_days,
                before: Points::from_millionths(before),
                after: Points::from_millionths(after),
            },
            Source::Window { interaction: own, .. } => CrossingCause::Window {
                rule: breakpoint.source.rule().cloned(),
                id: own.id.clone(),
                interaction: name(own.kind),
                at: own.at,
                age_days: u32::try_from(own.at.microseconds_until(breakpoint.at).checked_div(DAY).unwrap_or(0))
                    .unwrap_or(0),
            },
            Source::Idle { id, since } => CrossingCause::Idle { rule: id.clone(), since },
            Source::Known(slot) => CrossingCause::Known { field: self.name_of(slot) },
            Source::Date { slot, .. } => CrossingCause::Date { field: self.name_of(slot) },
        }
    }
}

impl Timeline {
    /// The core's own JSON text of this timeline: the same bytes on every platform.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_string(self)
    }
}

/// One threshold of a stage.
enum Part<'a> {
    Clause(&'a crate::profile::compiled::CompiledClause),
    Required(u16),
    Keep(&'a crate::condition::expression::Expression),
}

/// The thresholds of a stage: its clauses, what it requires, and what keeps a lead in it.
fn thresholds_of(stage: &CompiledStage) -> impl Iterator<Item = (Stage, Part<'_>)> {
    let clauses = stage.when.iter().flatten().map(Part::Clause);
    let required = stage.requires.iter().copied().map(Part::Required);
    clauses.chain(required).chain(stage.keep_while.iter().map(Part::Keep)).map(|part| (stage.stage, part))
}

/// The points of a rule or of an adjustment; nothing where it has no line.
fn points_of(assessment: &Assessment, rule: &Arc<str>) -> i64 {
    let lines = assessment.contributions.iter().filter(|line| {
        matches!(line.kind, ContributionKind::Rule | ContributionKind::Adjustment) && line.id.as_ref() == Some(rule)
    });
    lines.fold(0, |sum, line| sum.saturating_add(line.points.millionths()))
}
