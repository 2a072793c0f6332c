//! [`Comparison`]: what another agreement would make of the same leads.

use std::sync::Arc;

use serde::Serialize;

use super::contribution::ContributionKind;
use super::figures::Figures;
use super::result::Blocker;
use crate::document::Difference;
use crate::finding::Finding;
use crate::lifecycle::Stage;
use crate::points::Points;
use crate::scoring::Dimension;
use crate::time::Timestamp;

/// What another agreement would make of the same leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Comparison {
    /// The version of the earlier agreement.
    pub before: Arc<str>,
    /// The version of the later agreement.
    pub after: Arc<str>,
    /// The instant at which all leads are assessed.
    pub as_of: Timestamp,
    /// How many leads were assessed.
    pub leads: u64,
    /// How many come to a higher stage, or to a higher score in the same stage.
    pub up: u64,
    /// How many come to a lower stage, or to a lower score in the same stage.
    pub down: u64,
    /// How many keep stage and score, and have other fit, engagement, grade, band, tier or persona.
    pub sideways: u64,
    /// How many leads each stage has.
    pub stages: Vec<StageTotals>,
    /// How many leads go from which stage to which, those that stay among them.
    pub matrix: Vec<StageMove>,
    /// The rules that give the leads that move other points: those that move the most points first.
    pub rules: Vec<RuleEffect>,
    /// The leads that move, the largest moves first: by stages, then by points.
    pub moves: Vec<LeadMove>,
    /// How many moves are counted, but not kept one by one.
    pub left_out: u64,
    /// What differs between the two documents.
    pub differences: Vec<Difference>,
    /// What is wrong with rows of the request; a row that is no lead is not counted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

impl Comparison {
    /// The core's own JSON text of this comparison: the same bytes on every platform.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_string(self)
    }
}

/// How many leads a stage has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StageTotals {
    /// The stage that is counted.
    pub stage: Stage,
    /// Under the earlier agreement.
    pub before: u64,
    /// Under the later agreement.
    pub after: u64,
}

/// How many leads go from one stage to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StageMove {
    /// The stage under the earlier agreement.
    pub from: Stage,
    /// The stage under the later agreement.
    pub to: Stage,
    /// How many leads move that way.
    pub leads: u64,
}

/// What a rule does to the leads that move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RuleEffect {
    /// The id of the rule in the agreements.
    pub id: Arc<str>,
    /// What its points count for.
    pub dimension: Dimension,
    /// How many of the leads that move it gives other points.
    pub leads: u64,
    /// How many points it adds to all of them together, or takes away.
    pub net: Points,
    /// How many points it moves, up and down added.
    pub moved: Points,
}

/// Where a lead moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// To a higher stage, or to a higher score in the same stage.
    Up,
    /// To a lower stage, or to a lower score in the same stage.
    Down,
    /// Stage and score stay, and something else differs.
    Sideways,
}

/// A lead that moves, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LeadMove {
    /// Its place among the leads, from 0.
    pub position: u64,
    /// The id of the lead, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Arc<str>>,
    /// Whether the lead moves up, down, or sideways.
    pub direction: Direction,
    /// By how many stages, of all that there are; who is disqualified stands below all.
    pub stages: i8,
    /// By how many points the score changes.
    pub score: Points,
    /// What it comes to under the earlier agreement.
    pub before: Figures,
    /// What it comes to under the later agreement.
    pub after: Figures,
    /// The lines of the score that differ; their differences add up to that of the score.
    pub contributions: Vec<ContributionChange>,
    /// What no longer keeps it from its next stage.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blockers_gone: Vec<UnmetBlocker>,
    /// What newly keeps it from its next stage.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blockers_new: Vec<UnmetBlocker>,
}

/// A line of the score that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ContributionChange {
    /// What kind of line it is: a rule, a limit, a weight.
    pub kind: ContributionKind,
    /// The id of the rule, the group or the adjustment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Arc<str>>,
    /// What its points count for: fit, engagement or the score.
    pub dimension: Dimension,
    /// Its points under the earlier agreement; absent where it has no such line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Points>,
    /// Its points under the later agreement; absent where it has no such line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Points>,
}

impl ContributionChange {
    /// How many points more the line has under the later agreement.
    #[must_use]
    pub fn difference(&self) -> Points {
        self.after.unwrap_or_default().saturating_sub(self.before.unwrap_or_default())
    }
}

/// What keeps a lead from a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct UnmetBlocker {
    /// The stage that the leads do not reach.
    pub stage: Stage,
    /// What is asked for and does not hold.
    pub blocker: Blocker,
}
