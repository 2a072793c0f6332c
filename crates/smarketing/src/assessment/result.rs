//! [`Assessment`]: what a lead is worth at an instant, which stage it qualifies for, and why.

use std::sync::Arc;

use serde::Serialize;

use super::contribution::{Contribution, Evidence};
use crate::condition::Truth;
use crate::document::reader::Place;
use crate::finding::Finding;
use crate::lifecycle::Stage;
use crate::lifecycle::assessed::read_truth;
use crate::points::Points;
use crate::profile::BuyingRole;
use crate::time::Timestamp;

/// What a lead is worth at an instant, which stage it qualifies for, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Assessment {
    /// The id of the lead, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Arc<str>>,
    /// The version of the agreement.
    pub agreement: Arc<str>,
    /// The instant of the question.
    pub as_of: Timestamp,
    /// Fit and engagement together, after weights and adjustments, in points.
    pub score: Points,
    /// Explicit points, before their weight.
    pub fit: Points,
    /// Implicit points, before their weight.
    pub engagement: Points,
    /// The letter of the fit and the digit of the engagement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Arc<str>>,
    /// The label of the score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Arc<str>>,
    /// Where the three numbers could still come to lie, given what is unknown.
    pub bounds: ScoreBounds,
    /// How the account matches the ideal customer profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icp: Option<IcpMatch>,
    /// The persona: the first that holds for certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persona: Option<Arc<str>>,
    /// The personas that hold or could hold, the best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<PersonaMatch>,
    /// Which criteria of the qualification are met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualification: Option<QualificationState>,
    /// The stage the lead qualifies for.
    pub stage: Stage,
    /// Why it is no lead for this agreement, if it is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disqualified: Vec<Ground>,
    /// How it stands with each stage that an assessment can reach.
    pub stages: Vec<StageStanding>,
    /// How it stands with the stages that only events enter, where those ask for something.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<StageStanding>,
    /// When the lead last did something itself, as far as is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_activity: Option<Timestamp>,
    /// The next stage, and what keeps the lead from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<NextStage>,
    /// The lines of the score, which add up to it exactly.
    pub contributions: Vec<Contribution>,
    /// What was wrong with the facts: those count as unknown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// Which lists tell the kinds of e-mail addresses, and their versions.
    pub email_domains: &'static str,
}

/// The least and the most that a number can come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interval {
    /// The lowest that is still possible, in points.
    pub least: Points,
    /// The highest that is still possible, in points.
    pub most: Points,
}

/// Where score, fit and engagement could still come to lie. Sound: no facts lead outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ScoreBounds {
    /// The score that is still possible, in points.
    pub score: Interval,
    /// Explicit points, before their weight.
    pub fit: Interval,
    /// Implicit points, before their weight.
    pub engagement: Interval,
}

/// How an account matches the ideal customer profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct IcpMatch {
    /// The share of the weight that is matched, 0 to 1, to six decimals.
    pub matched: Points,
    /// The share that would be matched if all that is unknown matched.
    pub could_match: Points,
    /// The tier of the share matched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<Arc<str>>,
    /// What excludes the lead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<Ground>,
    /// Which criteria are met.
    pub criteria: Vec<CriterionState>,
}

/// A condition that applies, by its id, and the facts behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Ground {
    /// The id of the exclusion or the disqualifier.
    pub id: Arc<str>,
    /// The facts and interactions on which it rests.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// Whether a criterion is met, and the facts behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CriterionState {
    /// The id of the criterion in the agreement.
    pub id: Arc<str>,
    /// Whether it is met: yes, no, or unknown.
    pub met: Truth,
    /// The facts on which that rests.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// A persona that the lead is, or could be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PersonaMatch {
    /// The id of the persona in the agreement.
    pub id: Arc<str>,
    /// Its role in the buying centre.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<BuyingRole>,
    /// Whether the lead is it.
    pub holds: Truth,
    /// The share of its conditions that hold, 0 to 1.
    pub share: Points,
    /// The conditions that hold, in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Arc<str>>,
    /// The conditions that a missing fact leaves open, in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<Arc<str>>,
}

impl PersonaMatch {
    /// Reads what decides of it from an assessment's JSON form.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let id = table.read("id", |place| place.filled_text());
        let (holds, share) = (table.read("holds", read_truth), table.read("share", |place| place.points()));
        Some(Self { id: id?.into(), role: None, holds: holds?, share: share?, because: Vec::new(), open: Vec::new() })
    }
}

/// Which criteria of the qualification are met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct QualificationState {
    /// The framework: `bant`, or another.
    pub framework: Arc<str>,
    /// How many of the criteria are met.
    pub met: u32,
    /// How many are unknown.
    pub unknown: u32,
    /// How each criterion stands, in order.
    pub criteria: Vec<CriterionState>,
}

/// How a lead stands with a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StageStanding {
    /// The stage that is looked at.
    pub stage: Stage,
    /// Whether the lead qualifies for it, and for all below it.
    pub reached: bool,
    /// Whether its criteria hold; absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Truth>,
    /// Whether a fast track leads to it or past it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub fast_track: bool,
    /// The instant of the newest interaction that does so: only one after the last handover or
    /// rejection moves a lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fast_track_at: Option<Timestamp>,
    /// The required fields that are missing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Arc<str>>,
    /// Whether what keeps a lead in it still holds; absent where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep_while: Option<Truth>,
}

/// The next stage, and what keeps the lead from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NextStage {
    /// The stage above the one that it qualifies for.
    pub stage: Stage,
    /// What stands between the lead and the stage.
    pub blockers: Vec<Blocker>,
}

/// What keeps a lead from a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Blocker {
    /// A clause of the stage's criteria does not hold, or is unknown.
    Condition {
        /// The clause in words.
        clause: Arc<str>,
        /// Whether the part of the condition holds: no, or unknown.
        holds: Truth,
        /// What is known of what it asks.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<Evidence>,
    },
    /// A required field is missing.
    Missing {
        /// The name of the field that is asked for.
        field: Arc<str>,
    },
    /// The ICP excludes the lead.
    Excluded {
        /// The id of the exclusion.
        id: Arc<str>,
    },
    /// The lead is disqualified.
    Disqualified {
        /// The id of the disqualifier.
        id: Arc<str>,
    },
    /// The stage has no criteria: only a person's decision or a fast track leads there.
    Event,
}

impl Assessment {
    /// The core's own JSON text of this assessment: the same bytes on every platform.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_string(self)
    }
}
