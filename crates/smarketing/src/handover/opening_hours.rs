//! [`OpeningHours`]: an interval of a working day, such as `09:00-12:30`, in civil time.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// From when until when a team works on a day, by the clock on its wall: `09:00-12:30`.
///
/// The opening minute belongs to it, the closing minute does not. `24:00` is the end of the day. A
/// shift across midnight is two intervals, one on each day.
///
/// ```
/// use smarketing::OpeningHours;
/// let morning: OpeningHours = "09:00-12:30".parse()?;
/// assert_eq!((morning.opens(), morning.closes()), (540, 750));
/// # Ok::<(), smarketing::OpeningHoursError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpeningHours {
    opens: u16,
    closes: u16,
}

/// Why a text is no [`OpeningHours`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpeningHoursError {
    /// No time of a day: a text such as `9.00` or `25:00`.
    #[error("`{0}` is not a time of day")]
    NotATime(String),
    /// No two times with a hyphen between them.
    #[error("`{0}` is not an interval of a day")]
    NotAnInterval(String),
    /// Hours that no day has: they close before they open, or are empty.
    #[error("no day has the hours from {0} to {1}")]
    NoSuchHours(String, String),
}

impl OpeningHours {
    /// Hours from minutes since the day's midnight.
    ///
    /// # Errors
    /// When they do not open before they close, or close after 24:00.
    pub fn new(opens: u16, closes: u16) -> Result<Self, OpeningHoursError> {
        if opens < closes && closes <= 1440 {
            return Ok(Self { opens, closes });
        }
        Err(OpeningHoursError::NoSuchHours(time_text(opens), time_text(closes)))
    }

    /// When they open, in minutes since the day's midnight.
    #[must_use]
    pub const fn opens(self) -> u16 {
        self.opens
    }

    /// When they close, in minutes since the day's midnight; 1440 is its end.
    #[must_use]
    pub const fn closes(self) -> u16 {
        self.closes
    }
}

/// Minutes since midnight of a text such as `09:30`, at most `24:00`.
pub(crate) fn time_of_day(text: &str) -> Result<u16, OpeningHoursError> {
    let parse = || {
        let (hours, minutes) = text.split_once(':')?;
        let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(hours) || !digits(minutes) {
            return None;
        }
        let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
        let all = hours.saturating_mul(60).saturating_add(minutes);
        (minutes < 60 && all <= 1440).then_some(all)
    };
    parse().ok_or_else(|| OpeningHoursError::NotATime(text.to_owned()))
}

fn time_text(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

impl FromStr for OpeningHours {
    type Err = OpeningHoursError;

    fn from_str(text: &str) -> Result<Self, OpeningHoursError> {
        let parts = text.split_once(['-', '–']);
        let (opens, closes) = parts.ok_or_else(|| OpeningHoursError::NotAnInterval(text.to_owned()))?;
        Self::new(time_of_day(opens.trim())?, time_of_day(closes.trim())?)
    }
}

impl fmt::Display for OpeningHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", time_text(self.opens), time_text(self.closes))
    }
}

impl Serialize for OpeningHours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{OpeningHours, OpeningHoursError};

    #[test]
    fn hours_that_no_day_has_are_none() {
        for wrong in ["17:00-09:00", "09:00-09:00", "22:00-24:01", "24:00-24:00"] {
            assert!(wrong.parse::<OpeningHours>().is_err(), "{wrong}");
        }
        assert!(matches!("17:00-09:00".parse::<OpeningHours>(), Err(OpeningHoursError::NoSuchHours(..))));
        for wrong in ["9:00-17:00", "09:60-17:00", "09:00", "nine-five", "+9:00-17:00", "09:00-25:00"] {
            assert!(wrong.parse::<OpeningHours>().is_err(), "{wrong}");
        }
        assert_eq!("00:00-24:00".parse::<OpeningHours>().map(|hours| hours.to_string()), Ok("00:00-24:00".into()));
    }
}
