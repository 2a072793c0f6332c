//! Assessing a lead: what it is worth, which stage it qualifies for, and why.

pub(crate) mod assess;
pub(crate) mod bind;
pub(crate) mod compute;
pub(crate) mod contribution;
pub(crate) mod history;
pub(crate) mod reasons;
pub(crate) mod result;

pub use bind::BoundLead;
pub use contribution::{Contribution, ContributionKind, Evidence};
pub use result::{
    Assessment, Blocker, CriterionState, Ground, IcpMatch, Interval, NextStage, PersonaMatch, QualificationState,
    ScoreBounds, StageStanding,
};
