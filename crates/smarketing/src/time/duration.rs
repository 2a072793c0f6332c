//! [`Duration`]: an exact span such as `30d` or `4h`; a day is 24 hours, a week 168.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::DAY;

/// An exact, positive span of time, written as a whole number and a unit: `45s`, `30m`, `4h`,
/// `7d` or `12w`. A day is 24 hours and a week 168, whatever the clocks do.
///
/// ```
/// use smarketing::Duration;
/// let span: Duration = "12w".parse()?;
/// assert_eq!(span, "84d".parse()?);
/// # Ok::<(), smarketing::DurationError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration(i64);

/// Why a text is no [`Duration`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a duration")]
pub struct DurationError(String);

const UNITS: [(char, i64); 5] = [('w', 7 * DAY), ('d', DAY), ('h', 3_600_000_000), ('m', 60_000_000), ('s', 1_000_000)];

/// A hundred years: longer spans are slips.
const LONGEST: i64 = 36_525 * DAY;

impl Duration {
    /// A span of whole days of 24 hours, at most a hundred years.
    #[must_use]
    pub const fn from_days(days: u16) -> Self {
        Self((days as i64).saturating_mul(DAY))
    }

    /// The length in microseconds.
    #[must_use]
    pub const fn microseconds(self) -> i64 {
        self.0
    }

    /// The length in whole days of 24 hours, if it is that.
    #[must_use]
    pub fn whole_days(self) -> Option<u32> {
        (self.0 % DAY == 0).then(|| u32::try_from(self.0 / DAY).ok()).flatten()
    }
}

impl FromStr for Duration {
    type Err = DurationError;

    fn from_str(text: &str) -> Result<Self, DurationError> {
        let parse = || {
            let unit = text.chars().last()?;
            let number = text.strip_suffix(unit)?;
            let (_, length) = UNITS.iter().find(|(letter, _)| *letter == unit)?;
            let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            let span = number.parse::<i64>().ok().filter(|_| digits)?.checked_mul(*length)?;
            (span > 0 && span <= LONGEST).then_some(Self(span))
        };
        parse().ok_or_else(|| DurationError(text.to_owned()))
    }
}

impl fmt::Display for Duration {
    /// Writes the largest unit that fits, but days before weeks, as agreements do.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fitting = UNITS.iter().skip(1).find(|(_, length)| self.0.checked_rem(*length) == Some(0));
        let (unit, length) = fitting.copied().unwrap_or(('s', 1_000_000));
        write!(f, "{}{unit}", self.0.checked_div(length).unwrap_or(0))
    }
}

impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Duration;

    #[test]
    fn spans_need_a_number_and_a_unit() {
        for wrong in ["", "d", "30", "30 d", "-3d", "+3d", "0d", "1.5h", "1y", "999999999w"] {
            assert!(wrong.parse::<Duration>().is_err(), "{wrong}");
        }
        assert_eq!("336h".parse::<Duration>().map(|span| span.to_string()), Ok("14d".to_owned()));
        assert_eq!("90m".parse::<Duration>().map(|span| span.to_string()), Ok("90m".to_owned()));
    }
}
