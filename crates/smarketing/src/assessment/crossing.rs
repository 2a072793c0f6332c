//! [`Crossing`]: a threshold that a lead crosses as time passes, and what made it cross.

use std::sync::Arc;

use serde::Serialize;

use crate::condition::Truth;
use crate::lifecycle::Stage;
use crate::points::Points;
use crate::time::Timestamp;

/// A threshold that is crossed at an instant, and what made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Crossing {
    /// The first instant on the other side.
    pub at: Timestamp,
    /// The threshold that the lead crosses.
    pub threshold: Threshold,
    /// What happens at that instant.
    pub causes: Vec<CrossingCause>,
}

/// What is crossed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Threshold {
    /// The stage the lead qualifies for.
    Stage {
        /// The stage before.
        before: Stage,
        /// The stage from then on.
        after: Stage,
    },
    /// The grade.
    Grade {
        /// The grade before.
        before: Option<Arc<str>>,
        /// The grade from then on.
        after: Option<Arc<str>>,
    },
    /// The band of the score.
    Band {
        /// The band before.
        before: Option<Arc<str>>,
        /// The band from then on.
        after: Option<Arc<str>>,
    },
    /// Another tier of the ICP.
    Tier {
        /// The label of the tier before.
        before: Option<Arc<str>>,
        /// The tier from then on.
        after: Option<Arc<str>>,
    },
    /// A clause of a stage's criteria.
    Criterion {
        /// The stage that the threshold opens.
        stage: Stage,
        /// The clause in words.
        clause: Arc<str>,
        /// Whether it held before.
        before: Truth,
        /// Whether it holds from then on.
        after: Truth,
    },
    /// What keeps a lead in a stage.
    KeepWhile {
        /// The stage that the threshold opens.
        stage: Stage,
        /// Whether it held before.
        before: Truth,
        /// Whether it holds from then on.
        after: Truth,
    },
    /// A field that a stage requires.
    Required {
        /// The stage that the threshold opens.
        stage: Stage,
        /// The name of the field that is required.
        field: Arc<str>,
        /// Whether it is known from then on.
        known: bool,
    },
}

/// What happens at the instant of a crossing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum CrossingCause {
    /// An interaction.
    Interaction {
        /// The id of the interaction, where it has one.
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<Arc<str>>,
        /// The type of the interaction.
        #[serde(rename = "type")]
        interaction: Arc<str>,
        /// The instant of the interaction.
        at: Timestamp,
    },
    /// The points of an interaction fade by a step.
    Decay {
        /// The id of the rule whose points changed.
        rule: Arc<str>,
        /// The interaction's id.
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<Arc<str>>,
        /// The type of the interaction.
        #[serde(rename = "type")]
        interaction: Arc<str>,
        /// The instant of the interaction.
        at: Timestamp,
        /// Its age from then on, in whole days of 24 hours.
        age_days: u32,
        /// How many points the interaction gave before.
        before: Points,
        /// Its points from then on.
        after: Points,
    },
    /// An interaction comes to an age at which a window closes or opens, or a date among its
    /// properties does.
    Window {
        /// The rule or adjustment whose window it is; absent where a stage, a fast track, a persona,
        /// the ICP or the qualification asks.
        #[serde(skip_serializing_if = "Option::is_none")]
        rule: Option<Arc<str>>,
        /// The interaction's id.
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<Arc<str>>,
        /// The type of the interaction.
        #[serde(rename = "type")]
        interaction: Arc<str>,
        /// The instant of the interaction.
        at: Timestamp,
        /// Its age in whole days of 24 hours.
        age_days: u32,
    },
    /// A period without activity is full.
    Idle {
        /// The rule or adjustment.
        rule: Arc<str>,
        /// Since when nothing has happened.
        since: Timestamp,
    },
    /// A fact becomes known.
    Known {
        /// The name of the field whose value changed.
        field: Arc<str>,
    },
    /// The date that a fact says comes to an age that a condition asks about.
    Date {
        /// The name of the field whose value changed.
        field: Arc<str>,
    },
}
