//! [`WorkingDays`]: which days count for a month's pace: days of the week without holidays.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::month::Month;
use crate::document::from_json;
use crate::document::reader::{Place, Sink};
use crate::finding::{Code, Finding};
use crate::time::Date;

/// The days of the week on which people work, and the holidays among them.
///
/// ```
/// use smarketing::WorkingDays;
/// let office = WorkingDays::weekdays().holiday("2026-12-25".parse()?);
/// assert_eq!(office.in_month("2026-12".parse().unwrap()), 22);
/// # Ok::<(), smarketing::DateError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDays {
    /// Monday to Sunday.
    days: [bool; 7],
    holidays: Vec<Date>,
}

const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl WorkingDays {
    /// Monday to Friday, without holidays.
    #[must_use]
    pub const fn weekdays() -> Self {
        Self { days: [true, true, true, true, true, false, false], holidays: Vec::new() }
    }

    /// The days of the week, from Monday to Sunday, without holidays.
    #[must_use]
    pub const fn new(monday_to_sunday: [bool; 7]) -> Self {
        Self { days: monday_to_sunday, holidays: Vec::new() }
    }

    /// Adds a day on which nobody works.
    #[must_use]
    pub fn holiday(mut self, date: Date) -> Self {
        if let Err(at) = self.holidays.binary_search(&date) {
            self.holidays.insert(at, date);
        }
        self
    }

    /// Whether people work on a day.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        let weekday = usize::try_from(date.to_jiff().weekday().to_monday_zero_offset()).unwrap_or(0);
        self.days.get(weekday).copied().unwrap_or(false) && self.holidays.binary_search(&date).is_err()
    }

    /// The working days of a month.
    #[must_use]
    pub fn in_month(&self, month: Month) -> u32 {
        self.between(month.first_day(), month.plus(1).first_day())
    }

    /// The working days of a month before a date: today remains.
    #[must_use]
    pub fn elapsed(&self, month: Month, date: Date) -> u32 {
        self.between(month.first_day(), date.min(month.plus(1).first_day()))
    }

    /// The working days from a date on, up to the day before another.
    fn between(&self, from: Date, to: Date) -> u32 {
        let mut day = from;
        let mut count = 0_u32;
        while day < to {
            count = count.saturating_add(u32::from(self.contains(day)));
            match day.to_jiff().tomorrow() {
                Ok(next) => day = Date::from_jiff(next),
                Err(_) => break,
            }
        }
        count
    }

    /// Reads working days from JSON: `{"days": "mon-fri", "holidays": ["2026-12-25"]}`.
    ///
    /// # Errors
    /// All findings, when there are any.
    ///
    /// ```
    /// use smarketing::WorkingDays;
    /// let shop = WorkingDays::from_json(r#"{"days": ["tue-fri", "sat"]}"#).unwrap();
    /// assert!(shop.contains("2026-11-07".parse().unwrap()));
    /// ```
    pub fn from_json(text: &str) -> Result<Self, Vec<Finding>> {
        let source = from_json::parse(text);
        let sink = Sink::default();
        let days = Self::read(&Place::root(&source.root, &sink));
        let findings = sink.finish(Some(&source));
        days.filter(|_| findings.is_empty()).ok_or(findings)
    }

    /// Reads a table of `days` (`"mon-fri"`, or a list) and `holidays`.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let days = table.read("days", read_days);
        let holidays = table.read_or("holidays", Vec::new(), |place| place.list(|place| place.date()));
        table.finish();
        Some(holidays.into_iter().fold(Self::new(days?), Self::holiday))
    }
}

fn read_days(place: &Place<'_, '_>) -> Option<[bool; 7]> {
    let mut days = [false; 7];
    let parts = place.one_or_many(|place| {
        let text = place.text()?;
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let at = |name: &str| NAMES.iter().position(|known| *known == name.trim());
        if let (Some(first), Some(last)) = (at(first), at(last)) {
            return Some((first, last));
        }
        let help = "write `mon-fri`, or a list of `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`";
        place.report_with_help(Code::InvalidValue, format!("`{text}` is no day of the week"), help);
        None
    })?;
    for (first, last) in parts {
        for (at, day) in days.iter_mut().enumerate() {
            // From Friday to Monday runs over the end of the week.
            *day |= if first <= last { (first..=last).contains(&at) } else { at >= first || at <= last };
        }
    }
    Some(days)
}

impl Serialize for WorkingDays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let days: Vec<&str> = NAMES.iter().zip(self.days).filter(|(_, works)| *works).map(|(name, _)| *name).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("days", &days)?;
        if !self.holidays.is_empty() {
            map.serialize_entry("holidays", &self.holidays)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::WorkingDays;

    #[test]
    fn today_remains() {
        let office = WorkingDays::weekdays();
        let november = "2026-11".parse().unwrap();
        let elapsed = |date: &str| office.elapsed(november, date.parse().unwrap());
        // The first of November 2026 is a Sunday.
        assert_eq!(
            ["2026-10-15", "2026-11-02", "2026-11-03", "2026-11-30", "2027-01-01"].map(elapsed),
            [0, 0, 1, 20, 21]
        );
        assert_eq!(office.in_month(november), 21);
    }

    #[test]
    fn read_and_written_are_the_same() {
        for text in [r#"{"days": "fri-mon", "holidays": ["2026-11-02"]}"#, r#"{"days": ["mon", "wed"]}"#] {
            let read = |text: &str| WorkingDays::from_json(text).unwrap();
            let days = read(text);
            assert_eq!(read(&serde_json::to_string(&days).unwrap()), days);
            assert_eq!(days.contains("2026-11-02".parse().unwrap()), !text.contains("holidays"));
        }
    }
}
