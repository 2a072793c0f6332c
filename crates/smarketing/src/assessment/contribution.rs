//! [`Contribution`]: one line of a score, with its evidence. The lines add up to the score exactly.

use std::sync::Arc;

use serde::Serialize;

use crate::points::Points;
use crate::scoring::Dimension;
use crate::time::Timestamp;
use crate::vocabulary::Value;

/// What a [`Contribution`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ContributionKind {
    /// The points of a rule.
    Rule,
    /// What a group takes away because it picks one of its rules.
    GroupPick,
    /// What a group's minimum adds.
    GroupMin,
    /// What a group's maximum takes away.
    GroupMax,
    /// What an adjustment makes of the sum so far.
    Adjustment,
    /// What the minimum of a dimension or of the score adds.
    Min,
    /// What the maximum of a dimension or of the score takes away.
    Max,
    /// What the weight of a dimension makes of it.
    Weight,
}

/// One line of a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Contribution {
    /// What kind of line it is: a rule, a limit, a weight.
    pub kind: ContributionKind,
    /// The id of the rule, the group or the adjustment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Arc<str>>,
    /// What its points count for: fit, engagement or the score.
    pub dimension: Dimension,
    /// How much it adds to the score, or takes away.
    pub points: Points,
    /// The facts and interactions on which it rests.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// What a contribution, a criterion or a blocker rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Evidence {
    /// A field and its value; no value where it is missing.
    Fact {
        /// The name of the field that was looked at.
        field: Arc<str>,
        /// The value that was found.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<Value>,
    },
    /// An earlier result and its value.
    Result {
        /// The name of the result that was looked at.
        name: Arc<str>,
        /// The value that was found.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<Value>,
    },
    /// An interaction that counted.
    Interaction {
        /// The id of the interaction, where it has one.
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<Arc<str>>,
        /// The type of the interaction.
        #[serde(rename = "type")]
        interaction: Arc<str>,
        /// The instant of the interaction.
        at: Timestamp,
        /// Its age in whole days of 24 hours.
        age_days: u32,
        /// The points it earned, after decay.
        points: Points,
    },
    /// How many interactions a question about what happened found.
    Count {
        /// How many interactions there were.
        count: i64,
    },
    /// Full periods without activity.
    Idle {
        /// The instant of the last activity.
        since: Timestamp,
        /// How many full periods have passed without activity.
        periods: u32,
    },
}
