//! The agreement between marketing and sales as one versioned document, and everything else as a
//! pure function of (agreement, facts, as_of).
//!
//! # A tour
//!
//! 1. **Read**: [`Agreement::from_toml`] and [`Agreement::from_json`] read, check and compile a
//!    document, or give all findings at once, each with its line, its column and the nearest right
//!    name. [`check_toml`] adds what is doubtful: thresholds that no lead can reach, rules that never
//!    count, examples that fail.
//! 2. **Assess**: [`Agreement::assess`] says what a lead is worth at an instant, which stage it
//!    qualifies for, and why: an [`Assessment`]. [`Agreement::bind`] reads a lead once for many
//!    questions.
//! 3. **Ask further**: [`BoundLead::bounds`], [`BoundLead::questions`], [`BoundLead::form`],
//!    [`BoundLead::what_would_it_take`], [`BoundLead::timeline`]; [`compare`] two agreements over the
//!    same leads, and [`Agreement::diff`] them.
//! 4. **Move**: [`Agreement::start`] and [`Agreement::apply`] move a lead by events; effects are data,
//!    for the caller to carry out. [`replay`] makes the state from the history.
//! 5. **Plan**: [`Agreement::plan`] works the revenue goals back to the leads that each team owes;
//!    [`Agreement::performance`] says how the month goes.
//!
//! # What it does not do
//!
//! No clock, no input or output, no randomness, no hidden state: what would be "now" is an argument.
//! No regular expressions. A fact that is missing is unknown, which is neither yes nor no. Facts that
//! do not fit are findings of the result, never panics.
//!
//! # Features
//!
//! - `toml` (default): agreements from TOML text, besides JSON.
//! - `zones` (default): the IANA time zones, bundled, so that no machine's data decides anything.
//! - `disposable`: the large list of disposable e-mail domains.
//! - `jiff`: conversions between [`Timestamp`], [`Date`] and the types of jiff.
//! - `schema`: JSON Schemas derived from the types, for generators; [`schema`] needs no feature.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        // What `{:?}` writes is for people who mend the library, and nothing may depend on it.
        clippy::use_debug,
        clippy::arithmetic_side_effects
    )
)]

mod agreement;
mod assessment;
mod check;
mod condition;
mod consent;
mod document;
mod finding;
mod handover;
mod json;
mod language;
mod lifecycle;
mod planning;
mod points;
mod possible;
mod profile;
mod requests;
mod schema;
mod scoring;
mod sorting;
mod text;
mod time;
mod vocabulary;

pub use agreement::{Agreement, AgreementError, Refreshed};
pub use assessment::{
    Advice, Answer, AskFor, Assessment, Blocker, BoundLead, Bounds, CompareOptions, Comparing, Comparison,
    Contribution, ContributionChange, ContributionKind, CriterionState, Crossing, CrossingCause, Decline, DeclineEnd,
    Direction, Evidence, Extremes, Extremum, Figures, Form, FormField, Ground, IcpMatch, Interval, LeadMove, NextStage,
    PersonaMatch, QualificationState, RuleEffect, ScoreBounds, SingleChange, StageMove, StageStanding, StageTotals,
    Threshold, Timeline, TimelineError, TimelineStep, UnmetBlocker, compare,
};
pub use check::check_json;
#[cfg(feature = "toml")]
pub use check::check_toml;
pub use condition::{Clause, Condition, Operand, Operator, Predicate, Question, Truth};
pub use consent::{
    Approach, Channel, Consent, ConsentBasis, ConsentLedger, ConsentRecord, ConsentStanding, ConsentWord, ContactFacts,
    ContactPermission, ContactRequest, Conversation, FrequencyCap, HandoverNeed, Hindrance, HindranceKind, Purchase,
    Purpose, PurposeKind,
};
pub use document::{
    AgreementDocument, Change, DefinedBy, Definition, Difference, DifferenceKind, EmailDomainLists, Example,
    Expectation, FORMAT, Glossary, GlossaryEntry, Header, Signature, Status, Subject,
};
pub use finding::{Code, Finding, FindingCode, Path, Segment, Severity, finding_codes};
pub use handover::{
    AgreedClock, AgreedClocks, AgreedClocksError, Attempt, BreachAction, Brief, BusinessCalendar,
    BusinessCalendarError, BusinessDays, Calendar, ChecklistItem, Clock, ClockForecast, ClockLine, ClockRefusal,
    ClockStart, ClockStatus, ClockStep, ClockStepKind, ConsentLine, Delay, EscalationStep, EventKind, Feedback,
    FeedbackLine, FiredClock, HandedOver, Handover, Holiday, HolidayRegion, HolidayRegionError, OpeningHours,
    OpeningHoursError, Overdue, Pause, PersonLine, PublicHoliday, Ratio, ReachByAttempt, ReasonShare, Rejection, Roll,
    RunningClock, SalesLine, Scorecard, SpeedToLead, Touch, TouchedBy, Weekday, WeekdayError, Within, WithinError,
    WorkItem, feedback, handovers, scorecard, speed_to_lead,
};
pub use lifecycle::{
    About, Assessed, AttemptOutcome, Cause, Consequence, Deed, Destination, Disqualifier, Effect, Event, EventBody,
    EventIds, FastTrack, Happening, LastEvent, Late, LeadState, Lifecycle, Merge, Origin, Phase, Reason, Refusal,
    RefusalCode, RefusedEvent, RejectReason, Replay, Reset, Row, Stage, StageCheck, StageCriteria, Step, Team,
    Transition, TransitionReason, late, replay,
};
pub use planning::{
    Actual, ClockLoad, Conflict, ConflictInput, ConflictKind, ContactMix, Costs, Currency, CurrencyError, DailySummary,
    DayCount, DueLeads, Equation, Figure, FigureChange, Formula, Given, Goal, Goals, Grouping, Hold, Kpi,
    KpiDefinition, KpiOwner, KpiState, KpiTree, KpiUnit, LeadScore, MeasureOptions, MeasureWindow, Measured,
    MeasuredDeal, MeasuredLag, MeasuredRate, Money, MoneyError, Month, MonthError, MonthPlan, MonthTotal, MovingMonth,
    MovingOptions, MovingTargets, Performance, PerformanceOptions, Plan, PlanFigures, PlanOptions, Progress,
    ProgressStatus, Projection, Proposal, Quantity, Rate, RateError, RateInterval, Rounding, ScoreSample, SegmentPlan,
    SideMonth, Sides, Solution, StageChance, StageEntry, StageInterval, StageStep, StageStepError, Unknown, YearMonth,
    YearTotal, beta_cdf, beta_quantile, chance_of_at_least, chance_of_exactly, daily_summary, kpi_definitions,
    kpi_states, kpi_tree, leads_for_chance, measure, moving_targets, performance, plan, posterior_interval, propose,
    solve, wilson_interval, year_table,
};
pub use points::{Points, PointsError};
pub use profile::{
    BuyingCentre, BuyingRole, Criterion, Exclusion, Icp, Persona, PersonaPresence, Qualification, RoleContact,
    RolePresence,
};
#[cfg(feature = "schema")]
pub use requests::Documentation;
pub use requests::{Argument, Function, On, Part, Receiver, RequestError, answer, functions, parts};
pub use schema::schema;
#[cfg(feature = "schema")]
pub use schema::{document_schema, types_schema};
pub use scoring::{
    Adjustment, Decay, Dimension, DimensionSettings, Group, Ladder, Limit, Period, Pick, PointsBy, Rule, Scale,
    Scoring, Weights,
};
pub use time::{Date, DateError, Duration, DurationError, TimeSpan, Timestamp, TimestampError};
pub use vocabulary::{
    Country, CountryError, EmailKind, Entries, Fact, FactStatus, Field, FieldType, Interaction, InteractionType,
    Interactions, Lead, SourcedBy, Texts, Value,
};

/// The law page's examples run as tests, so that law and code cannot part.
#[cfg(all(doctest, feature = "toml", feature = "zones"))]
#[doc = include_str!("../../../docs/semantics.md")]
struct Semantics;
