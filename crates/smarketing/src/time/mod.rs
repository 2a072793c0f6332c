//! Instants, dates, durations and zones: the library's own, so that no clock and no calendar of
//! the platform decides anything.

mod date;
mod duration;
mod fast;
mod span;
mod timestamp;
mod zone;

pub use date::{Date, DateError};
pub use duration::{Duration, DurationError};
pub use span::TimeSpan;
pub use timestamp::{Timestamp, TimestampError};
pub(crate) use zone::{CivilPeriod, Zone};

/// Microseconds in a day of 24 hours.
pub(crate) const DAY: i64 = 86_400_000_000;
