//! `timeline`: what a lead is worth over a period, as a step function, with every crossing of a
//! threshold and its cause.

use std::sync::Arc;

use serde::Serialize;

use super::bind::BoundLead;
use super::breakpoints::{Breakpoint, MOST_BREAKPOINTS, Source, breakpoints};
use super::contribution::ContributionKind;
use super::crossing::{Crossing, CrossingCause};
use super::figures::Figures;
use super::result::Assessment;
use crate::points::Points;
use crate::time::{DAY, Timestamp};

/// Ten years of 365.25 days.
pub(super) const LONGEST: i64 = 315_576_000_000_000;

/// What a lead is worth over a period: steps without gaps, and every crossing of a threshold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Timeline {
    /// The id of the lead, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Arc<str>>,
    /// The version of the agreement.
    pub agreement: Arc<str>,
    /// The first instant of the period.
    pub from: Timestamp,
    /// The first instant after the period.
    pub until: Timestamp,
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

/// Why there is no timeline of a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TimelineError {
    /// It ends before it begins.
    #[error("the period begins at `{from}`, after its end at `{until}`")]
    Backwards {
        /// The beginning.
        from: Timestamp,
        /// The end.
        until: Timestamp,
    },
    /// It is longer than ten years.
    #[error("the period from `{from}` to `{until}` is longer than ten years")]
    TooLong {
        /// The beginning.
        from: Timestamp,
        /// The end.
        until: Timestamp,
    },
    /// The agreement counts in spans so short that too much can happen in it.
    #[error("more than {MOST_BREAKPOINTS} instants of the period can change something: ask for a shorter one")]
    TooFine,
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
    pub fn timeline(&self, from: Timestamp, until: Timestamp) -> Result<Timeline, TimelineError> {
        if from > until {
            return Err(TimelineError::Backwards { from, until });
        }
        if from.microseconds_until(until) > LONGEST {
            return Err(TimelineError::TooLong { from, until });
        }
        let mut timeline = Timeline {
            lead: self.id.clone(),
            agreement: self.agreement.0.version.clone(),
            from,
            until,
            steps: Vec::new(),
            crossings: Vec::new(),
        };
        if from == until {
            return Ok(timeline);
        }
        let breakpoints = breakpoints(self, from, until).ok_or(TimelineError::TooFine)?;
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
        timeline.steps.push(TimelineStep { from: since, until, figures: now.figures });
        Ok(timeline)
    }

    /// What happened at an instant, without the rules that it did not touch.
    pub(super) fn causes(&self, at: Timestamp, group: &[Breakpoint<'_>]) -> Vec<CrossingCause> {
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

/// The points of a rule or of an adjustment; nothing where it has no line.
fn points_of(assessment: &Assessment, rule: &Arc<str>) -> i64 {
    let lines = assessment.contributions.iter().filter(|line| {
        matches!(line.kind, ContributionKind::Rule | ContributionKind::Adjustment) && line.id.as_ref() == Some(rule)
    });
    lines.fold(0, |sum, line| sum.saturating_add(line.points.millionths()))
}
