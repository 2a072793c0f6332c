//! [`Calendar`]: when a team works, as the agreement writes it.

use std::fmt;

use serde::{Serialize, Serializer};

use super::opening_hours::{OpeningHours, OpeningHoursError, time_of_day};
use super::public_holidays::{HolidayRegion, HolidayRegionError};
use super::weekday::{Weekday, days_in, misspelt, read_days};
use crate::document::reader::{Place, Table};
use crate::document::tree::Kind;
use crate::finding::{Code, Finding};
use crate::time::Date;
use crate::vocabulary::Entries;

/// When a team works: hours by day of the week, and the days off. The clock on the wall is that of
/// the agreement's zone.
///
/// In a document the hours stand in one of three ways:
///
/// ```toml
/// office = { days = "mon-fri", open = "09:00", close = "17:00" }
/// desk   = { days = ["mon-thu", "sat"], hours = ["09:00-12:00", "13:00-17:30"] }
/// phones = { hours = { mon-thu = ["08:00-12:00", "13:00-18:00"], fri = "08:00-14:00" } }
/// ```
///
/// and to each belong `holidays`, dates or days of every year (`[2026-12-24, "12-31"]`), and
/// `holidays_of`, regions whose public holidays are known by rule (`"DE-BY"`).
///
/// ```
/// use smarketing::{Calendar, Weekday};
/// let office = Calendar::from_json(r#"{ "days": "mon-fri", "hours": ["09:00-12:00", "13:00-17:00"] }"#)?;
/// assert_eq!(office.hours(Weekday::Friday).len(), 2);
/// assert!(office.hours(Weekday::Saturday).is_empty());
/// # Ok::<(), Vec<smarketing::Finding>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Calendar {
    /// The hours of each day of the week.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::ByWeekday"))]
    hours: Week,
    /// The days off, besides those of the regions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Holiday>,
    /// The regions whose public holidays are days off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holidays_of: Vec<HolidayRegion>,
}

/// A day off of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// One date: `2026-12-24`.
    On(Date),
    /// A month and a day of every year: `12-24`.
    Yearly(i8, i8),
}

/// Hours by day of the week, in order and disjoint.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Week([Vec<OpeningHours>; 7]);

impl Calendar {
    /// More days off than a year has would leave no day to work.
    const MOST_YEARLY: usize = 100;

    /// A calendar that is never open, to be filled.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds hours on days. Hours that touch or overlap become one interval.
    #[must_use]
    pub fn open(mut self, days: &[Weekday], hours: OpeningHours) -> Self {
        for day in days {
            if let Some(list) = self.hours.0.get_mut(day.index()) {
                list.push(hours);
                *list = merged(list);
            }
        }
        self
    }

    /// Adds a day off.
    #[must_use]
    pub fn holiday(mut self, date: Date) -> Self {
        self.holidays.push(Holiday::On(date));
        self
    }

    /// Adds the public holidays of a region.
    #[must_use]
    pub fn holidays_of(mut self, region: HolidayRegion) -> Self {
        self.holidays_of.push(region);
        self
    }

    /// The hours of a day of the week, in order and disjoint; none on a day without work.
    #[must_use]
    pub fn hours(&self, day: Weekday) -> &[OpeningHours] {
        self.hours.0.get(day.index()).map_or(&[], Vec::as_slice)
    }

    /// Whether there is no hour in the week at which it is open.
    #[must_use]
    pub fn is_never_open(&self) -> bool {
        self.hours.0.iter().all(Vec::is_empty)
    }

    /// Reads a calendar from JSON text.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its place: hours that no day has, intervals that
    /// overlap, days, dates and regions that do not exist.
    pub fn from_json(text: &str) -> Result<Self, Vec<Finding>> {
        crate::document::read_json(text, Self::read)
    }

    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let hours = read_hours(&table);
        let holidays = table.read_optional("holidays", |place| place.list(Holiday::read));
        let regions = table.read_optional("holidays_of", |place| place.one_or_many(read_region));
        if let (Some(place), Some(Some(list))) = (table.optional("holidays"), &holidays) {
            let yearly = list.iter().filter(|holiday| matches!(holiday, Holiday::Yearly(..))).count();
            if yearly > Self::MOST_YEARLY {
                let message = format!("expected at most {} days off in every year, found {yearly}", Self::MOST_YEARLY);
                place.report(Code::OutOfRange, message);
            }
        }
        table.finish();
        Some(Self { hours: hours?, holidays: holidays?.unwrap_or_default(), holidays_of: regions?.unwrap_or_default() })
    }
}

/// The hours in whichever of the three ways they stand.
#[inline(never)]
fn read_hours(table: &Table<'_, '_>) -> Option<Week> {
    let (days, hours) = (table.optional("days"), table.optional("hours"));
    let (open, close) = (table.optional("open"), table.optional("close"));
    if let (Some(hours), true) = (&hours, open.is_some() || close.is_some()) {
        hours.report(Code::ConflictingKeys, "`hours` and `open`, `close` exclude each other");
        return None;
    }
    if let Some(place) = hours {
        if matches!(place.node.kind, Kind::Table(_)) {
            if let Some(days) = days {
                days.report(Code::ConflictingKeys, "`days` and `hours` by day exclude each other");
            }
            return Week::read(&place);
        }
        let days = required_days(table);
        let intervals = read_intervals(&place)?;
        return Some(Week::of(&days?, &intervals));
    }
    let days = required_days(table);
    let read_time = |place: &Place<'_, '_>| {
        let text = place.text()?;
        time_of_day(text).map_err(|error| place.report_with_help(Code::InvalidValue, error.to_string(), TIME)).ok()
    };
    let (opens, closes) = (table.read("open", read_time), table.read("close", read_time));
    match OpeningHours::new(opens?, closes?) {
        Ok(interval) => Some(Week::of(&days?, &[interval])),
        Err(error) => {
            let place = close.as_ref().unwrap_or(table.place());
            place.report_with_help(Code::WrongOrder, error.to_string(), OVERNIGHT);
            None
        }
    }
}

const TIME: &str = "write times as `09:00`; the end of the day is `24:00`";
const INTERVAL: &str = "write hours as `09:00-17:00`; the end of the day is `24:00`";
const OVERNIGHT: &str = "hours across midnight are two intervals: `22:00-24:00`, and `00:00-06:00` on the next day";

fn required_days(table: &Table<'_, '_>) -> Option<Vec<Weekday>> {
    table.read("days", read_days)
}

/// One interval or several, brought into order; `None` after a finding.
fn read_intervals(place: &Place<'_, '_>) -> Option<Vec<OpeningHours>> {
    let read = |place: &Place<'_, '_>| {
        let text = place.text()?;
        let report = |error: OpeningHoursError| {
            let no_such = matches!(error, OpeningHoursError::NoSuchHours(..));
            let (code, help) = if no_such { (Code::WrongOrder, OVERNIGHT) } else { (Code::InvalidValue, INTERVAL) };
            place.report_with_help(code, error.to_string(), help);
        };
        text.parse::<OpeningHours>().map_err(report).ok()
    };
    let mut intervals = place.one_or_many(read)?;
    if intervals.is_empty() {
        if matches!(&place.node.kind, Kind::List(items) if items.is_empty()) {
            place.report(Code::Empty, "expected at least one interval");
        }
        return None;
    }
    intervals.sort_unstable();
    let overlaps = intervals.iter().zip(intervals.iter().skip(1)).find(|(a, b)| a.closes() > b.opens());
    if let Some((first, second)) = overlaps {
        place.report(Code::WrongOrder, format!("the hours {first} and {second} overlap"));
        return None;
    }
    Some(merged(&intervals))
}

/// Intervals in order, those that touch or overlap made one.
fn merged(intervals: &[OpeningHours]) -> Vec<OpeningHours> {
    let mut sorted = intervals.to_vec();
    sorted.sort_unstable();
    let mut merged: Vec<OpeningHours> = Vec::with_capacity(sorted.len());
    for interval in sorted {
        match merged.last_mut() {
            Some(last) if interval.opens() <= last.closes() => {
                let closes = last.closes().max(interval.closes());
                *last = OpeningHours::new(last.opens(), closes).unwrap_or(*last);
            }
            _ => merged.push(interval),
        }
    }
    merged
}

#[inline(never)]
pub(crate) fn read_region(place: &Place<'_, '_>) -> Option<HolidayRegion> {
    let text = place.text()?;
    let report = |error: HolidayRegionError| {
        // No "did you mean": of two-letter codes every one is near to every other.
        let known: Vec<&str> = HolidayRegion::all().map(HolidayRegion::code).collect();
        place.report_with_help(Code::InvalidValue, error.to_string(), format!("known are {}", known.join(", ")));
    };
    text.parse().map_err(report).ok()
}

impl Week {
    fn of(days: &[Weekday], intervals: &[OpeningHours]) -> Self {
        let mut week = Self::default();
        for day in days {
            if let Some(hours) = week.0.get_mut(day.index()) {
                *hours = intervals.to_vec();
            }
        }
        week
    }

    /// Reads hours by day: a table from a day, or a range of days, to intervals.
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let mut week = Self::default();
        let mut right = true;
        place.entries(|key, place| {
            let intervals = read_intervals(place);
            right &= intervals.is_some();
            match days_in(key) {
                Ok(days) => {
                    for day in days {
                        let Some(hours) = week.0.get_mut(day.index()) else { continue };
                        if !hours.is_empty() {
                            place.report(Code::DuplicateKey, format!("`{day}` has its hours already"));
                            right = false;
                        }
                        *hours = intervals.clone().unwrap_or_default();
                    }
                }
                Err(error) => {
                    place.sink.report_key(misspelt(&error, place));
                    right = false;
                }
            }
            Some(())
        })?;
        if right && week.0.iter().all(Vec::is_empty) {
            place.report_with_help(
                Code::Empty,
                "no day of the week has any hours",
                "such as `mon-fri = \"09:00-17:00\"`",
            );
            return None;
        }
        right.then_some(week)
    }
}

impl Serialize for Week {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let days = Weekday::ALL.iter().zip(&self.0).filter(|(_, hours)| !hours.is_empty());
        days.map(|(day, hours)| (day.name().to_owned(), hours)).collect::<Entries<_>>().serialize(serializer)
    }
}

impl Holiday {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let text = place.text()?;
        let yearly = || {
            let (month, day) = text.split_once('-')?;
            let number = |part: &str| (part.len() == 2).then(|| part.parse::<i8>().ok()).flatten();
            // 2000 was a leap year: 29 February can be a day off of every year that has it.
            let date = Date::new(2000, number(month)?, number(day)?).ok()?;
            Some(Self::Yearly(date.month(), date.day()))
        };
        let holiday = text.parse().ok().map(Self::On).or_else(yearly);
        if holiday.is_none() {
            let help = "write a date as `2026-12-24`, or a day of every year as `\"12-24\"`";
            place.report_with_help(Code::InvalidValue, format!("`{text}` is not a date"), help);
        }
        holiday
    }

    /// The date in a year, if it falls into it.
    pub(crate) fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::On(date) => Some(date).filter(|date| date.year() == year),
            Self::Yearly(month, day) => Date::new(year, month, day).ok(),
        }
    }
}

impl fmt::Display for Holiday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => write!(f, "{date}"),
            Self::Yearly(month, day) => write!(f, "{month:02}-{day:02}"),
        }
    }
}

impl Serialize for Holiday {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Calendar;
    use crate::finding::Code;

    fn codes(text: &str) -> Vec<(Code, String)> {
        let findings = Calendar::from_json(text).err().unwrap_or_default();
        findings.into_iter().map(|finding| (finding.code, finding.path.to_string())).collect()
    }

    #[test]
    fn the_three_ways_to_write_hours_are_one() {
        let calendars = [
            r#"{ "days": ["mon-tue", "wed"], "open": "09:00", "close": "17:00" }"#,
            r#"{ "days": "mon-wed", "hours": ["13:00-17:00", "09:00-13:00"] }"#,
            r#"{ "hours": { "mon": "09:00-17:00", "tue-wed": ["09:00-17:00"] } }"#,
        ];
        let read: Vec<_> = calendars.iter().map(|text| Calendar::from_json(text).unwrap()).collect();
        assert!(read.windows(2).all(|pair| pair[0] == pair[1]), "{read:?}");
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = r#"{ "hours": { "mon-thu": ["08:00-12:00", "13:00-24:00"], "sat": "10:00-14:00" },
                        "holidays": ["2026-12-24", "12-31"], "holidays_of": ["DE-BY", "AT"] }"#;
        let calendar = Calendar::from_json(text).unwrap();
        let written = serde_json::to_string(&calendar).unwrap();
        assert_eq!(Calendar::from_json(&written), Ok(calendar), "{written}");
    }

    #[test]
    fn hours_that_no_day_has_are_reported_where_they_stand() {
        for (text, code, path) in [
            (r#"{ "days": "mon-fri", "open": "17:00", "close": "09:00" }"#, Code::WrongOrder, "close"),
            (r#"{ "days": "mon-fri", "open": "09:00", "close": "25:00" }"#, Code::InvalidValue, "close"),
            (r#"{ "days": "mon-fri", "open": "09:00" }"#, Code::MissingKey, ""),
            (r#"{ "days": [], "open": "09:00", "close": "17:00" }"#, Code::Empty, "days"),
            (r#"{ "days": "mon-fry", "open": "09:00", "close": "17:00" }"#, Code::InvalidValue, "days"),
            (r#"{ "days": "mon-fri", "hours": [] }"#, Code::Empty, "hours"),
            (r#"{ "days": "mon-fri", "hours": "22:00-06:00" }"#, Code::WrongOrder, "hours"),
            (r#"{ "days": "mon-fri", "hours": ["09:00-12:00", "11:00-17:00"] }"#, Code::WrongOrder, "hours"),
            (r#"{ "hours": {} }"#, Code::Empty, "hours"),
            (r#"{ "hours": { "mon-fri": "09:00-17:00", "fri": "09:00-12:00" } }"#, Code::DuplicateKey, "hours.fri"),
            (r#"{ "hours": { "monday": "09:00-17:00" } }"#, Code::InvalidValue, "hours.monday"),
            (r#"{ "hours": { "mon": "09:00-17:00" }, "days": "mon" }"#, Code::ConflictingKeys, "days"),
            (r#"{ "days": "mon", "hours": "09:00-17:00", "open": "09:00" }"#, Code::ConflictingKeys, "hours"),
            (r#"{ "days": "mon", "hours": "09:00-17:00", "holidays": ["02-30"] }"#, Code::InvalidValue, "holidays[0]"),
            (r#"{ "days": "mon", "hours": "09:00-17:00", "holidays_of": "DE-XX" }"#, Code::InvalidValue, "holidays_of"),
            (r#"{ "days": "mon", "hours": "09:00-17:00", "holiday": [] }"#, Code::UnknownKey, "holiday"),
        ] {
            assert_eq!(codes(text), [(code, path.to_owned())], "{text}");
        }
    }
}
