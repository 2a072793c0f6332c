//! Assessing a lead: what it is worth, which stage it qualifies for, and why.

pub(crate) mod advice;
pub(crate) mod assess;
pub(crate) mod bind;
pub(crate) mod bounds;
pub(crate) mod compute;
pub(crate) mod contribution;
pub(crate) mod history;
pub(crate) mod questions;
pub(crate) mod reasons;
pub(crate) mod result;

pub use advice::{Advice, SingleChange};
pub use bind::BoundLead;
pub use bounds::{Bounds, Extremum, Range};
pub use contribution::{Contribution, ContributionKind, Evidence};
pub use questions::{Answer, AskFor, Form, FormField};
pub use result::{
    Assessment, Blocker, CriterionState, Ground, IcpMatch, Interval, NextStage, PersonaMatch, QualificationState,
    ScoreBounds, StageStanding,
};
