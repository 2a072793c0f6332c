//! The agreement between marketing and sales as one versioned document, and everything else as a
//! pure function of (agreement, facts, as_of).
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

mod agreement;
mod assessment;
mod condition;
mod document;
mod finding;
mod json;
mod lifecycle;
mod points;
mod profile;
mod scoring;
mod text;
mod time;
mod vocabulary;

pub use agreement::{Agreement, AgreementError};
pub use assessment::{
    Assessment, Blocker, BoundLead, Cause, CompareOptions, Comparing, Comparison, Contribution, ContributionChange,
    ContributionKind, CriterionState, Crossing, Decline, DeclineEnd, Direction, Evidence, Figures, Ground, IcpMatch,
    Interval, LeadMove, NextStage, PersonaMatch, QualificationState, RuleEffect, ScoreBounds, StageMove, StageStanding,
    StageTotals, Step, Threshold, Timeline, TimelineError, UnmetBlocker, compare,
};
pub use condition::{Clause, Condition, Operand, Operator, Predicate, Question, Truth};
pub use document::{
    AgreementDocument, Change, DefinedBy, Definition, Difference, DifferenceKind, EmailDomainLists, Example,
    Expectation, FORMAT, Glossary, GlossaryEntry, Header, Signature, Status, Subject,
};
pub use finding::{Code, Finding, Path, Segment, Severity};
pub use lifecycle::{Disqualifier, FastTrack, Lifecycle, Stage, StageCriteria};
pub use points::{Points, PointsError};
pub use profile::{
    BuyingCentre, BuyingRole, Criterion, Exclusion, Icp, Persona, PersonaPresence, Qualification, RoleContact,
    RolePresence,
};
pub use scoring::{
    Adjustment, Decay, Dimension, DimensionSettings, Group, Ladder, Limit, Period, Pick, PointsBy, Rule, Scale,
    Scoring, Weights,
};
pub use time::{Date, DateError, Duration, DurationError, Timestamp, TimestampError};
pub use vocabulary::{
    Country, CountryError, EmailKind, Entries, Fact, FactStatus, Field, FieldType, Interaction, InteractionType,
    Interactions, Lead, SourcedBy, Texts, Value,
};
