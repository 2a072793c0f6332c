//! [`Weekday`]: a day of the week, and sets of them as agreements write them (`mon-fri`).

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::finding::{Code, Finding};

/// A day of the week, written by its first three English letters: `mon` to `sun`.
///
/// ```
/// use smarketing::Weekday;
/// let day: Weekday = "sat".parse()?;
/// assert_eq!((day, day.to_string()), (Weekday::Saturday, "sat".to_owned()));
/// # Ok::<(), smarketing::WeekdayError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// Why a text is no [`Weekday`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day of the week")]
pub struct WeekdayError(String);

const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Weekday {
    /// The week, from Monday on, as ISO 8601 has it.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// Its number from 0, Monday, to 6, Sunday.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Its name in documents: `mon`.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.get(self.index()).copied().unwrap_or("mon")
    }
}

/// The days of a text such as `mon`, `mon-fri` or, across the week's end, `sat-mon`.
pub(crate) fn days_in(text: &str) -> Result<Vec<Weekday>, WeekdayError> {
    let Some((first, last)) = text.split_once('-') else { return text.parse().map(|day| vec![day]) };
    let (first, last): (Weekday, Weekday) = (first.trim().parse()?, last.trim().parse()?);
    let from_first = Weekday::ALL.iter().cycle().copied().skip_while(move |day| *day != first);
    let mut days = Vec::new();
    for day in from_first {
        days.push(day);
        if day == last {
            break;
        }
    }
    Ok(days)
}

/// Reads `mon-fri`, or a list of days and of such ranges.
pub(crate) fn read_days(place: &Place<'_, '_>) -> Option<Vec<Weekday>> {
    let read = |place: &Place<'_, '_>| {
        let text = place.text()?;
        days_in(text).map_err(|error| place.sink.report(misspelt(&error, place))).ok()
    };
    let days: Vec<Weekday> = place.one_or_many(read)?.into_iter().flatten().collect();
    if matches!(&place.node.kind, Kind::List(items) if items.is_empty()) {
        place.report(Code::Empty, "expected at least one day of the week");
    }
    Some(days).filter(|days| !days.is_empty())
}

/// What is said of a day's name that is none.
pub(crate) fn misspelt(error: &WeekdayError, place: &Place<'_, '_>) -> Finding {
    Finding::new(Code::InvalidValue, place.path(), error.to_string()).suggest(&error.0, NAMES)
}

impl FromStr for Weekday {
    type Err = WeekdayError;

    fn from_str(text: &str) -> Result<Self, WeekdayError> {
        let found = Self::ALL.into_iter().find(|day| day.name() == text.trim());
        found.ok_or_else(|| WeekdayError(text.to_owned()))
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Serialize for Weekday {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::{Weekday, days_in};

    #[test]
    fn ranges_may_cross_the_end_of_the_week() {
        assert_eq!(days_in("mon-fri"), Ok(Weekday::ALL[..5].to_vec()));
        assert_eq!(days_in("sun-mon"), Ok(vec![Weekday::Sunday, Weekday::Monday]));
        assert_eq!(days_in("wed-wed"), Ok(vec![Weekday::Wednesday]));
        assert!(days_in("mon-fry").is_err());
        assert!(days_in("Monday").is_err());
    }
}
