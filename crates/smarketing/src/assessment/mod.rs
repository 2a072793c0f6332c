//! Assessing a lead: what it is worth, which stage it qualifies for, and why.

pub(crate) mod assess;
pub(crate) mod bind;
pub(crate) mod breakpoints;
pub(crate) mod compute;
pub(crate) mod contribution;
mod crossing;
mod figures;
pub(crate) mod history;
pub(crate) mod reasons;
pub(crate) mod result;
mod timeline;

pub use bind::BoundLead;
pub use contribution::{Contribution, ContributionKind, Evidence};
pub use crossing::{Cause, Crossing, Threshold};
pub use figures::Figures;
pub use result::{
    Assessment, Blocker, CriterionState, Ground, IcpMatch, Interval, NextStage, PersonaMatch, QualificationState,
    ScoreBounds, StageStanding,
};
pub use timeline::{Decline, DeclineEnd, Step, Timeline, TimelineError};
