//! [`Within`]: how long a clock gives: an exact time, or so many working days.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::time::Duration;

/// How long a clock gives: `4h` of its calendar's time (of plain time without a calendar), or
/// `14 business days`, which end with the last day's closing.
///
/// A day is 24 hours in a duration, also in business time: an office of eight hours needs three
/// working days for `24h`. That is why working days have words of their own.
///
/// ```
/// use smarketing::Within;
/// let within: Within = "14 business days".parse()?;
/// assert_eq!(within, Within::BusinessDays(14));
/// assert_eq!("1d".parse::<Within>()?.to_string(), "24h");
/// # Ok::<(), smarketing::WithinError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Within {
    /// An exact time.
    Time(Duration),
    /// So many working days after the day of the start.
    BusinessDays(u32),
}

/// Why a text is no [`Within`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is neither a duration nor a number of business days")]
pub struct WithinError(String);

/// Four years: longer deadlines are slips.
const MOST_DAYS: u32 = 1000;

impl FromStr for Within {
    type Err = WithinError;

    fn from_str(text: &str) -> Result<Self, WithinError> {
        let days = || {
            let mut words = text.split(' ');
            let number = words.next().filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()))?;
            let days: u32 = number.parse().ok().filter(|days| (1..=MOST_DAYS).contains(days))?;
            let unit = (words.next(), words.next(), words.next());
            matches!(unit, (Some("business"), Some("day" | "days"), None)).then_some(Self::BusinessDays(days))
        };
        let time = text.parse::<Duration>().ok().map(Self::Time);
        time.or_else(days).ok_or_else(|| WithinError(text.to_owned()))
    }
}

impl fmt::Display for Within {
    /// Hours are never written as days: a day of business time is not what it seems.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BusinessDays(1) => f.write_str("1 business day"),
            Self::BusinessDays(days) => write!(f, "{days} business days"),
            Self::Time(time) if time.microseconds() % 3_600_000_000 == 0 => {
                write!(f, "{}h", time.microseconds() / 3_600_000_000)
            }
            Self::Time(time) => write!(f, "{time}"),
        }
    }
}

impl Serialize for Within {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Within;

    #[test]
    fn what_is_written_is_read_again() {
        for text in ["4h", "45m", "336h", "1 business day", "14 business days", "90s"] {
            assert_eq!(text.parse::<Within>().map(|within| within.to_string()), Ok(text.to_owned()));
        }
        for wrong in [
            "0 business days",
            "14 days",
            "1001 business days",
            "business days",
            "1.5 business days",
            "+1 business days",
            "",
        ] {
            assert!(wrong.parse::<Within>().is_err(), "{wrong}");
        }
    }
}
