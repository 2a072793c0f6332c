//! Assessing a lead: what it is worth, which stage it qualifies for, and why.

pub(crate) mod advice;
pub(crate) mod assess;
pub(crate) mod bind;
mod bind_plain;
pub(crate) mod bounds;
mod breakpoints;
mod compare;
mod comparison;
pub(crate) mod compute;
pub(crate) mod contribution;
mod crossing;
mod decline;
mod figures;
pub(crate) mod history;
pub(crate) mod questions;
pub(crate) mod reasons;
pub(crate) mod result;
mod snapshot;
mod timeline;

pub use advice::{Advice, SingleChange};
pub use bind::BoundLead;
pub use bounds::{Bounds, Extremes, Extremum};
pub use compare::{CompareOptions, Comparing, compare};
pub use comparison::{
    Comparison, ContributionChange, Direction, LeadMove, RuleEffect, StageMove, StageTotals, UnmetBlocker,
};
pub use contribution::{Contribution, ContributionKind, Evidence};
pub use crossing::{Crossing, CrossingCause, Threshold};
pub use decline::{Decline, DeclineEnd};
pub use figures::Figures;
pub use questions::{Answer, AskFor, Form, FormField};
pub use result::{
    Assessment, Blocker, CriterionState, Ground, IcpMatch, Interval, NextStage, PersonaMatch, QualificationState,
    ScoreBounds, StageStanding,
};
pub use timeline::{Timeline, TimelineError, TimelineStep};
