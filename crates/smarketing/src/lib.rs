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

mod assessment;
mod condition;
mod document;
mod finding;
mod planning;
mod points;
mod text;
mod time;
mod vocabulary;

pub use condition::{Clause, Condition, Operand, Operator, Predicate, Question, Truth};
pub use document::{DefinedBy, Definition, Glossary, GlossaryEntry};
pub use finding::{Code, Finding, Path, Segment, Severity};
pub use planning::{
    Actual, ClockLoad, Conflict, ConflictInput, ConflictKind, ContactMix, Costs, Currency, CurrencyError, DailySummary,
    DayCount, DueLeads, Equation, Figure, FigureChange, Formula, Given, Goal, Goals, Grouping, Hold, Kpi,
    KpiDefinition, KpiOwner, KpiState, KpiTree, KpiUnit, MeasureOptions, MeasureWindow, Measured, MeasuredDeal,
    MeasuredLag, MeasuredRate, Money, MoneyError, Month, MonthError, MonthPlan, MonthTotal, MovingMonth, MovingOptions,
    MovingTargets, Performance, PerformanceOptions, Plan, PlanFigures, PlanOptions, Progress, ProgressStatus,
    Projection, Proposal, Quantity, Rate, RateError, RateInterval, Rounding, ScoreSample, SegmentPlan, SideMonth,
    Sides, Solution, StageChance, StageEntry, StageInterval, StageStep, StageStepError, Unknown, WorkingDays,
    YearMonth, YearTotal, beta_cdf, beta_quantile, chance_of_at_least, chance_of_exactly, conflicts, daily_summary,
    kpi_definitions, kpi_states, kpi_tree, leads_for_chance, measure, moving_targets, performance, plan,
    posterior_interval, propose, solve, wilson_interval, year_table,
};
pub use points::{Points, PointsError};
pub use time::{Date, DateError, Duration, DurationError, Timestamp, TimestampError};
pub use vocabulary::{
    Country, CountryError, EmailKind, Entries, Fact, FactStatus, Field, FieldType, Interaction, InteractionType,
    Interactions, Lead, SourcedBy, Texts, Value,
};
