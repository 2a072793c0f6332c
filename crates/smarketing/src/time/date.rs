//! [`Date`]: a civil date, without a zone.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A civil date of the Gregorian calendar, written `2026-11-02`.
///
/// ```
/// use smarketing::Date;
/// let date: Date = "2026-11-02".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2026, 11, 2));
/// # Ok::<(), smarketing::DateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

/// Why a text or three numbers are no [`Date`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date")]
pub struct DateError(String);

const EPOCH: jiff::civil::Date = jiff::civil::date(1970, 1, 1);

impl Date {
    /// The date of a year (1 to 9999), a month (1 to 12) and a day.
    ///
    /// # Errors
    /// When the calendar has no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, DateError> {
        let date = jiff::civil::Date::new(year, month, day).ok().filter(|date| date.year() >= 1);
        date.map(Self).ok_or_else(|| DateError(format!("{year:04}-{month:02}-{day:02}")))
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Days since 1970-01-01.
    pub(crate) fn day_number(self) -> i64 {
        i64::from(EPOCH.until(self.0).unwrap_or_default().get_days())
    }

    /// The date that many days after 1970-01-01, held within the years -9999 to 9999.
    pub(crate) fn from_day_number(days: i64) -> Self {
        let span = jiff::Span::new().try_days(days);
        let date = span.and_then(|span| EPOCH.checked_add(span)).ok();
        Self(date.unwrap_or(if days < 0 { jiff::civil::Date::MIN } else { jiff::civil::Date::MAX }))
    }

    pub(crate) const fn to_jiff(self) -> jiff::civil::Date {
        self.0
    }

    pub(crate) const fn from_jiff(date: jiff::civil::Date) -> Self {
        Self(date)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let shaped = text.len() == 10
            && text
                .bytes()
                .enumerate()
                .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
        let date = shaped.then(|| text.parse::<jiff::civil::Date>().ok()).flatten();
        date.filter(|date| date.year() >= 1).map(Self).ok_or_else(|| DateError(text.to_owned()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Self {
        Self(date)
    }
}

#[cfg(feature = "jiff")]
impl From<Date> for jiff::civil::Date {
    fn from(date: Date) -> Self {
        date.0
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_are_counted_from_1970() {
        for (text, number) in [("1970-01-01", 0), ("1969-12-31", -1), ("2026-11-02", 20_759), ("2000-03-01", 11_017)] {
            let date: Date = text.parse().unwrap();
            assert_eq!((date.day_number(), Date::from_day_number(number)), (number, date));
        }
        for end in ["-9999", "9999"] {
            let days = if end.len() > 4 { i64::MIN } else { i64::MAX };
            let last = Date::from_day_number(days);
            assert_eq!(last.year().to_string(), end);
            assert_eq!(Date::from_day_number(last.day_number()), last);
        }
    }

    #[test]
    fn a_date_is_a_date_and_nothing_more() {
        assert!("2026-02-29".parse::<Date>().is_err());
        assert!("2026-11-02T10:00:00Z".parse::<Date>().is_err());
        assert!("02.11.2026".parse::<Date>().is_err());
        assert_eq!("2028-02-29".parse::<Date>().map(|date| date.to_string()), Ok("2028-02-29".to_owned()));
    }
}
