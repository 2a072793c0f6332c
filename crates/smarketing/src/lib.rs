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
    Costs, Currency, CurrencyError, DueLeads, Figure, Figures, Goal, Goals, Money, MoneyError, Month, MonthError,
    MonthPlan, MonthTotal, Plan, PlanOptions, Quantity, Rate, RateError, RateInterval, Rounding, SegmentPlan,
    SideMonth, Sides, StageChance, StageInterval, Step, StepError, YearTotal, beta_cdf, beta_quantile,
    chance_of_at_least, chance_of_exactly, leads_for_chance, plan, posterior_interval, wilson_interval,
};
pub use points::{Points, PointsError};
pub use time::{Date, DateError, Duration, DurationError, Timestamp, TimestampError};
pub use vocabulary::{
    Country, CountryError, EmailKind, Entries, Fact, FactStatus, Field, FieldType, Interaction, InteractionType,
    Interactions, Lead, SourcedBy, Texts, Value,
};
