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

    /// A span as the library itself writes one: text of ISO 8601 in whole weeks, days, hours, minutes and seconds, such
    /// as `PT4H30M`.
    pub(crate) fn from_iso(text: &str) -> Option<Self> {
        let text = text.strip_prefix('P')?;
        let (days, time) = text.split_once('T').unwrap_or((text, "0S"));
        let [week, day, clock @ ..] = UNITS;
        let span = length_of(days, &[week, day])?.checked_add(length_of(time, &clock)?)?;
        (!time.is_empty() && span > 0 && span <= LONGEST).then_some(Self(span))
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

/// The length of whole numbers with these units, in their order, each of which may be missing.
fn length_of(text: &str, units: &[(char, i64)]) -> Option<i64> {
    let (mut rest, mut sum) = (text, 0_i64);
    for (unit, length) in units {
        if let Some((number, after)) = rest.split_once(unit.to_ascii_uppercase()) {
            sum = sum.checked_add(whole(number)?.checked_mul(*length)?)?;
            rest = after;
        }
    }
    rest.is_empty().then_some(sum)
}

/// A number that is digits and nothing else.
fn whole(number: &str) -> Option<i64> {
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|_| digits)
}

impl FromStr for Duration {
    type Err = DurationError;

    fn from_str(text: &str) -> Result<Self, DurationError> {
        let parse = || {
            let unit = text.chars().last()?;
            let number = text.strip_suffix(unit)?;
            let (_, length) = UNITS.iter().find(|(letter, _)| *letter == unit)?;
            let span = whole(number)?.checked_mul(*length)?;
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

    #[test]
    fn spans_of_iso_8601_are_those_of_whole_units() {
        for (iso, own) in
            [("PT4H", "4h"), ("PT90M", "90m"), ("P1DT12H", "36h"), ("P2W", "14d"), ("P1W1DT1H1M1S", "694861s")]
        {
            assert_eq!(Duration::from_iso(iso), own.parse().ok(), "{iso}");
        }
        let wrong = [
            "", "P", "PT", "P0D", "-PT4H", "P-1D", "P1M", "P1Y", "PT1.5H", "PT1H30", "PT1M1H", "P1DT", "4h", "P99999W",
        ];
        for wrong in wrong {
            assert_eq!(Duration::from_iso(wrong), None, "{wrong}");
        }
    }
}
