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

mod document;
mod finding;
mod points;
mod text;
mod time;
mod vocabulary;

pub use document::{DefinedBy, Definition, Glossary, GlossaryEntry};
pub use finding::{Code, Finding, Path, Segment, Severity};
pub use points::{Points, PointsError};
pub use time::{Date, DateError, Duration, DurationError, Timestamp, TimestampError};
pub use vocabulary::{Country, CountryError, EmailKind};
