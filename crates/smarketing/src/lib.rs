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
mod consent;
mod document;
mod finding;
mod handover;
mod points;
mod text;
mod time;
mod vocabulary;

pub use condition::{Clause, Condition, Operand, Operator, Predicate, Question, Truth};
pub use consent::{
    Approach, Channel, Consent, ConsentBasis, ConsentLedger, ConsentRecord, ConsentStanding, ConsentWord, ContactFacts,
    ContactPermission, ContactRequest, Conversation, FrequencyCap, HandoverNeed, Hindrance, HindranceKind, Purchase,
    Purpose, PurposeKind,
};
pub use document::{DefinedBy, Definition, Glossary, GlossaryEntry};
pub use finding::{Code, Finding, Path, Segment, Severity};
pub use handover::{
    AgreedClock, AgreedClocks, AgreedClocksError, BreachAction, BusinessCalendar, BusinessCalendarError, BusinessDays,
    Calendar, Clock, ClockForecast, ClockRefusal, ClockStart, ClockStatus, ClockStep, ClockStepKind, Delay,
    EscalationStep, EventKind, Handover, Holiday, HolidayRegion, HolidayRegionError, OpeningHours, OpeningHoursError,
    Pause, PublicHoliday, Roll, RunningClock, SpeedToLead, Weekday, WeekdayError, Within, WithinError, speed_to_lead,
};
pub use points::{Points, PointsError};
pub use time::{Date, DateError, Duration, DurationError, TimeSpan, Timestamp, TimestampError};
pub use vocabulary::{
    Country, CountryError, EmailKind, Entries, Fact, FactStatus, Field, FieldType, Interaction, InteractionType,
    Interactions, Lead, SourcedBy, Texts, Value,
};
