//! [`Month`]: a month of a year, for which targets are set.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::document::reader::Place;
use crate::finding::Code;
use crate::time::Date;

/// A month of the Gregorian calendar, written `2026-11`.
///
/// ```
/// use smarketing::Month;
/// let march: Month = "2027-03".parse()?;
/// assert_eq!(march.plus(-3).to_string(), "2026-12");
/// # Ok::<(), smarketing::MonthError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Months since January of the year 0: their order is that of the calendar.
    number: i32,
}

/// Why a text is no [`Month`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a month")]
pub struct MonthError(String);

/// The last month that can be written with four digits.
const LAST: i32 = 9999 * 12 + 11;

impl Month {
    /// The month of a date.
    #[must_use]
    pub fn of(date: Date) -> Self {
        let months = i32::from(date.year()).saturating_mul(12);
        Self { number: months.saturating_add(i32::from(date.month())).saturating_sub(1).clamp(0, LAST) }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.number.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub const fn month(self) -> i32 {
        self.number.rem_euclid(12).saturating_add(1)
    }

    /// The month so many months later, or earlier; held within the years 0 to 9999.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self { number: self.number.saturating_add(months).clamp(0, LAST) }
    }

    /// The first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        self.day(1)
    }

    /// The last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        let first = self.first_day().to_jiff();
        Date::from_jiff(first.last_of_month())
    }

    fn day(self, day: i8) -> Date {
        let year = i16::try_from(self.year()).unwrap_or(0);
        let month = i8::try_from(self.month()).unwrap_or(1);
        Date::new(year, month, day).unwrap_or_else(|_| Date::from_jiff(jiff::civil::Date::ZERO))
    }

    /// Reads the key of a table as a month.
    pub(crate) fn read_key(key: &str, place: &Place<'_, '_>) -> Option<Self> {
        let month = key.parse().ok();
        if month.is_none() {
            let finding = crate::Finding::new(Code::InvalidValue, place.path(), format!("`{key}` is not a month"));
            place.sink.report_key(finding.help("write it as `2026-11`"));
        }
        month
    }
}

impl FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Self, MonthError> {
        let shaped = text.len() == 7;
        let date = shaped.then(|| format!("{text}-01").parse::<Date>().ok()).flatten();
        date.map(Self::of).ok_or_else(|| MonthError(text.to_owned()))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}", self.year(), self.month()))
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Month;

    #[test]
    fn months_are_four_digits_and_two() {
        for wrong in ["2026-13", "2026-1", "26-01", "2026-011", "2026/01", "November"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
        let february: Month = "2028-02".parse().unwrap();
        assert_eq!(february.last_day().to_string(), "2028-02-29");
        assert_eq!(february.plus(-2).to_string(), "2027-12");
    }
}
