//! [`BusinessDays`]: arithmetic with whole working days, as in `numpy.busday_offset` and polars'
//! business functions.

use std::sync::Arc;

use serde::Serialize;

use super::open_time::OpenTime;
use super::weekday::Weekday;
use crate::time::Date;

/// The working days: a week mask, and holidays. Every question is answered by look-up, however far
/// apart the dates are.
///
/// ```
/// use smarketing::{BusinessDays, Date, Roll, Weekday};
/// let holidays: Vec<Date> = vec!["2026-12-25".parse()?];
/// let days = BusinessDays::new(&Weekday::ALL[..5], &holidays).expect("a week with working days");
/// let thursday: Date = "2026-12-24".parse()?;
/// assert_eq!(days.offset(thursday, 1, Roll::Refuse), Some("2026-12-28".parse()?));
/// assert_eq!(days.count(thursday, "2026-12-31".parse()?), 4);
/// # Ok::<(), smarketing::DateError>(())
/// ```
#[derive(Debug, Clone)]
pub struct BusinessDays(Arc<OpenTime>);

/// Where to begin when a date is no working day (`roll` in numpy and polars).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    /// Nowhere: there is no answer then (`raise`).
    #[default]
    Refuse,
    /// On the next working day.
    Forward,
    /// On the working day before.
    Backward,
    /// On the next working day, unless that lies in another month: then on the one before
    /// (numpy's `modifiedfollowing`).
    ModifiedForward,
}

impl Roll {
    pub(crate) const CHOICES: [(&'static str, Roll); 4] = [
        ("refuse", Roll::Refuse),
        ("forward", Roll::Forward),
        ("backward", Roll::Backward),
        ("modified_forward", Roll::ModifiedForward),
    ];
}

impl Default for BusinessDays {
    /// Monday to Friday, without days off.
    fn default() -> Self {
        Self(Arc::new(OpenTime::monday_to_friday()))
    }
}

impl BusinessDays {
    /// From the working days of the week and the days off. `None` where no day of the week is one.
    #[must_use]
    pub fn new(week: &[Weekday], holidays: &[Date]) -> Option<Self> {
        let mut numbers: Vec<i64> = holidays.iter().map(|date| date.day_number()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        Self::from_numbers(week, &numbers)
    }

    /// From sorted numbers of holidays.
    pub(crate) fn from_numbers(week: &[Weekday], holidays: &[i64]) -> Option<Self> {
        let mask = Weekday::ALL.into_iter().zip(0_i64..).filter(|(day, _)| week.contains(day));
        let intervals = mask.map(|(_, number)| (number, number.saturating_add(1)));
        OpenTime::new(1, intervals, holidays).map(|time| Self(Arc::new(time)))
    }

    /// Whether work is done on a date.
    #[must_use]
    pub fn is_business_day(&self, date: Date) -> bool {
        self.0.is_open(date.day_number())
    }

    /// The date itself if it is a working day, else the one that `roll` names.
    #[must_use]
    pub fn roll(&self, date: Date, roll: Roll) -> Option<Date> {
        self.offset(date, 0, roll)
    }

    /// The date that many working days later, or earlier where `days` is negative, counted from the
    /// date or from what `roll` makes of it. `None` only where `roll` refuses.
    #[must_use]
    pub fn offset(&self, date: Date, days: i64, roll: Roll) -> Option<Date> {
        let start = self.rolled(date.day_number(), roll)?;
        Some(Date::from_day_number(self.nth(self.0.up_to(start).saturating_add(days))))
    }

    /// How many working days lie from a date, included, to another, excluded. Where the second is
    /// the earlier one, it is minus those after it up to the first, included, as numpy counts.
    ///
    /// ```
    /// use smarketing::{BusinessDays, Weekday};
    /// let week = BusinessDays::new(&Weekday::ALL[..5], &[]).ok_or("a working day")?;
    /// assert_eq!(week.count("2026-11-01".parse()?, "2026-12-01".parse()?), 21);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn count(&self, from: Date, to: Date) -> i64 {
        let (from, to) = (from.day_number(), to.day_number());
        if from <= to {
            return self.0.up_to(to).saturating_sub(self.0.up_to(from));
        }
        self.0.up_to(to.saturating_add(1)).saturating_sub(self.0.up_to(from.saturating_add(1)))
    }

    /// The working day before which there are so many.
    fn nth(&self, before: i64) -> i64 {
        self.0.first_with(before.saturating_add(1)).saturating_sub(1)
    }

    fn rolled(&self, day: i64, roll: Roll) -> Option<i64> {
        if self.0.is_open(day) {
            return Some(day);
        }
        let before = self.0.up_to(day);
        let (next, last) = (self.nth(before), self.nth(before.saturating_sub(1)));
        let month = |day: i64| Date::from_day_number(day).month();
        match roll {
            Roll::Refuse => None,
            Roll::Forward => Some(next),
            Roll::Backward => Some(last),
            Roll::ModifiedForward => Some(if month(next) == month(day) { next } else { last }),
        }
    }
}
