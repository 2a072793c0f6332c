//! [`BusinessCalendar`]: a compiled calendar in a zone: due instants and elapsed business time.

use std::sync::Arc;

use super::business_days::{BusinessDays, Roll};
use super::calendar::Calendar;
use super::open_time::OpenTime;
use super::weekday::Weekday;
use crate::time::{DAY, Date, Duration, TimeSpan, Timestamp, Zone};

/// The years of which holidays and changes of the clocks are tabulated. Before and after, the week
/// goes on without holidays, under the first and the last offset.
const YEARS: std::ops::RangeInclusive<i16> = 1995..=2150;

/// Business time: a [`Calendar`] on the clocks of a zone. Cheap to clone.
///
/// An instant is open when the clock on the wall then shows an opening hour of a working day. So in
/// the night in which clocks are put back, an hour that comes twice counts twice, and one that is
/// skipped does not count.
///
/// ```
/// # #[cfg(feature = "zones")] {
/// use smarketing::{BusinessCalendar, Calendar, Timestamp};
/// let office = Calendar::from_json(r#"{ "days": "mon-fri", "open": "09:00", "close": "17:00" }"#).unwrap();
/// let office = BusinessCalendar::new(&office, "Europe/Berlin")?;
/// let saturday: Timestamp = "2026-11-07T15:00:00+01:00".parse()?;
/// let due = office.due(saturday, "1h".parse()?);
/// assert_eq!(due, "2026-11-09T10:00:00+01:00".parse()?);
/// assert_eq!(office.remaining(due, "2026-11-09T09:20:00+01:00".parse()?).whole_minutes(), 40);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct BusinessCalendar(Arc<Compiled>);

/// Why a calendar is none to count with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BusinessCalendarError {
    /// It is never open: no deadline would ever come.
    #[error("the calendar has no opening hours")]
    NeverOpen,
    /// The zone is not in the bundled IANA data.
    #[error("`{0}` is not a time zone")]
    UnknownZone(String),
}

#[derive(Debug)]
struct Compiled {
    time: OpenTime,
    days: BusinessDays,
    stretches: Box<[Stretch]>,
}

/// A time during which the zone keeps its offset.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    since: i64,
    /// How far civil time is ahead of UTC.
    ahead: i64,
    /// The business time up to its start.
    open_before: i64,
    /// What to add to the open part of civil time, to make up for hours skipped and repeated.
    correction: i64,
}

impl BusinessCalendar {
    /// Compiles a calendar for a zone: an IANA name, `UTC`, or an offset such as `+01:00`.
    ///
    /// # Errors
    /// When the calendar is never open, or the zone is not known.
    pub fn new(calendar: &Calendar, time_zone: &str) -> Result<Self, BusinessCalendarError> {
        let zone = Zone::named(time_zone);
        Self::compile(calendar, &zone.ok_or_else(|| BusinessCalendarError::UnknownZone(time_zone.to_owned()))?)
    }

    pub(crate) fn compile(calendar: &Calendar, zone: &Zone) -> Result<Self, BusinessCalendarError> {
        let holidays = holidays(calendar);
        let minutes = |minutes: u16| i64::from(minutes).saturating_mul(60_000_000);
        let intervals = Weekday::ALL.into_iter().zip(0_i64..).flat_map(|(day, number)| {
            let midnight = number.saturating_mul(DAY);
            let shift = move |at: u16| midnight.saturating_add(minutes(at));
            calendar.hours(day).iter().map(move |hours| (shift(hours.opens()), shift(hours.closes())))
        });
        let time = OpenTime::new(DAY, intervals, &holidays).ok_or(BusinessCalendarError::NeverOpen)?;
        let open_days: Vec<Weekday> = Weekday::ALL.into_iter().filter(|day| !calendar.hours(*day).is_empty()).collect();
        let days = BusinessDays::from_numbers(&open_days, &holidays).ok_or(BusinessCalendarError::NeverOpen)?;
        let stretches = stretches(&time, zone);
        Ok(Self(Arc::new(Compiled { time, days, stretches })))
    }

    /// Whether somebody works at an instant.
    ///
    /// ```
    /// # use smarketing::{Agreement, Event, Interactions, Lead, replay};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" } },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "employees": { "at_least": 50 } } } } },
    /// #     "handover": { "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }, "clocks": [
    /// #         { "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office", "on_breach": "notify" },
    /// #         { "id": "quote", "from": "accepted", "until": "won", "within": "8h", "calendar": "office", "may_pause": true }] } }"#)?;
    /// # let office = agreement.calendar("office").ok_or("a calendar")?;
    /// assert!(office.is_open("2026-11-06T16:59:00Z".parse()?));
    /// assert!(!office.is_open("2026-11-06T17:00:00Z".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_open(&self, at: Timestamp) -> bool {
        self.0.time.is_open(self.0.civil(at.microseconds()))
    }

    /// The first open instant at or after this one.
    ///
    /// ```
    /// # use smarketing::{Agreement, Event, Interactions, Lead, replay};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" } },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "employees": { "at_least": 50 } } } } },
    /// #     "handover": { "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }, "clocks": [
    /// #         { "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office", "on_breach": "notify" },
    /// #         { "id": "quote", "from": "accepted", "until": "won", "within": "8h", "calendar": "office", "may_pause": true }] } }"#)?;
    /// # let office = agreement.calendar("office").ok_or("a calendar")?;
    /// assert_eq!(office.opens("2026-11-07T10:00:00Z".parse()?), "2026-11-09T09:00:00Z".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn opens(&self, at: Timestamp) -> Timestamp {
        let next = self.0.up_to(at.microseconds()).saturating_add(1);
        instant(self.0.first_with(next).saturating_sub(1))
    }

    /// When that much business time has passed since `start`. What ends with the working day is due
    /// at closing time, not at the next opening.
    ///
    /// ```
    /// # use smarketing::{Agreement, Event, Interactions, Lead, replay};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" } },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "employees": { "at_least": 50 } } } } },
    /// #     "handover": { "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }, "clocks": [
    /// #         { "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office", "on_breach": "notify" },
    /// #         { "id": "quote", "from": "accepted", "until": "won", "within": "8h", "calendar": "office", "may_pause": true }] } }"#)?;
    /// # let office = agreement.calendar("office").ok_or("a calendar")?;
    /// let friday = "2026-11-06T15:00:00Z".parse()?;
    /// assert_eq!(office.due(friday, "4h".parse()?), "2026-11-09T11:00:00Z".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn due(&self, start: Timestamp, within: Duration) -> Timestamp {
        self.due_after(start, within.microseconds())
    }

    /// The same for any number of microseconds above zero.
    pub(crate) fn due_after(&self, start: Timestamp, microseconds: i64) -> Timestamp {
        let open = self.0.up_to(start.microseconds());
        instant(self.0.first_with(open.saturating_add(microseconds)))
    }

    /// When that much business time was left before `due`: the first such instant.
    #[must_use]
    pub fn before(&self, due: Timestamp, left: Duration) -> Timestamp {
        let open = self.0.up_to(due.microseconds());
        instant(self.0.first_with(open.saturating_sub(left.microseconds())))
    }

    /// The close of business on the `days`-th working day after the day of `start`. The day of the
    /// start does not count (as in § 187 BGB), whether work is done on it or not.
    #[must_use]
    pub fn due_in_days(&self, start: Timestamp, days: u32) -> Timestamp {
        let date = self.date_of(start);
        let last = self.0.days.offset(date, i64::from(days), Roll::Backward).unwrap_or(date);
        instant(self.0.first_with(self.0.up_to_end_of(last.day_number())))
    }

    /// The business time between two instants; negative where `to` is the earlier one.
    ///
    /// ```
    /// # use smarketing::{Agreement, Event, Interactions, Lead, replay};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" } },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "employees": { "at_least": 50 } } } } },
    /// #     "handover": { "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }, "clocks": [
    /// #         { "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office", "on_breach": "notify" },
    /// #         { "id": "quote", "from": "accepted", "until": "won", "within": "8h", "calendar": "office", "may_pause": true }] } }"#)?;
    /// # let office = agreement.calendar("office").ok_or("a calendar")?;
    /// let elapsed = office.elapsed("2026-11-06T15:00:00Z".parse()?, "2026-11-09T11:00:00Z".parse()?);
    /// assert_eq!(elapsed.to_string(), "4h");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn elapsed(&self, from: Timestamp, to: Timestamp) -> TimeSpan {
        let (from, to) = (self.0.up_to(from.microseconds()), self.0.up_to(to.microseconds()));
        TimeSpan::from_microseconds(to.saturating_sub(from))
    }

    /// The business time left until `due`; negative when it has passed by at least an open moment.
    #[must_use]
    pub fn remaining(&self, due: Timestamp, as_of: Timestamp) -> TimeSpan {
        self.elapsed(as_of, due)
    }

    /// The date in the calendar's zone.
    #[must_use]
    pub fn date_of(&self, at: Timestamp) -> Date {
        Date::from_day_number(self.0.civil(at.microseconds()).div_euclid(DAY))
    }

    /// Its working days, for arithmetic with dates.
    #[must_use]
    pub fn days(&self) -> &BusinessDays {
        &self.0.days
    }
}

/// The numbers of the days off, in order.
fn holidays(calendar: &Calendar) -> Vec<i64> {
    let dated = calendar.holidays.iter().filter_map(|holiday| match holiday {
        super::Holiday::On(date) => Some(date.day_number()),
        super::Holiday::Yearly(..) => None,
    });
    let mut days: Vec<i64> = dated.collect();
    for year in YEARS {
        days.extend(calendar.holidays.iter().filter_map(|holiday| holiday.in_year(year)).map(Date::day_number));
        let regions = calendar.holidays_of.iter();
        days.extend(regions.flat_map(|region| region.holidays(year)).map(|holiday| holiday.date.day_number()));
    }
    days.sort_unstable();
    days.dedup();
    days
}

/// The zone's offsets, with the business time up to each change.
fn stretches(time: &OpenTime, zone: &Zone) -> Box<[Stretch]> {
    let new_year = |year: i16| Date::new(year, 1, 1).map_or(Timestamp::UNIX_EPOCH, |date| Zone::UTC.start_of(date));
    let offsets = zone.offsets(new_year(*YEARS.start()), new_year(YEARS.end().saturating_add(1)));
    let mut stretches: Vec<Stretch> = Vec::with_capacity(offsets.len());
    for (since, ahead) in offsets {
        let since = since.microseconds();
        let civil_open = time.up_to(since.saturating_add(ahead));
        let open_before = match stretches.last() {
            Some(last) => last.correction.saturating_add(time.up_to(since.saturating_add(last.ahead))),
            None => civil_open,
        };
        stretches.push(Stretch { since, ahead, open_before, correction: open_before.saturating_sub(civil_open) });
    }
    stretches.into_boxed_slice()
}

fn instant(microseconds: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH.saturating_add(microseconds)
}

impl Compiled {
    /// The stretch before the first that is not yet wanted; the first reaches back without end.
    fn stretch(&self, later: impl Fn(&Stretch) -> bool) -> (Stretch, Option<&Stretch>) {
        let next = self.stretches.partition_point(|stretch| !later(stretch)).max(1);
        let none = Stretch { since: 0, ahead: 0, open_before: 0, correction: 0 };
        let last = next.checked_sub(1).and_then(|at| self.stretches.get(at)).copied().unwrap_or(none);
        (last, self.stretches.get(next))
    }

    /// Civil time at an instant.
    fn civil(&self, at: i64) -> i64 {
        let (stretch, _) = self.stretch(|stretch| stretch.since > at);
        at.saturating_add(stretch.ahead)
    }

    /// The business time up to an instant.
    fn up_to(&self, at: i64) -> i64 {
        let (stretch, _) = self.stretch(|stretch| stretch.since > at);
        stretch.correction.saturating_add(self.time.up_to(at.saturating_add(stretch.ahead)))
    }

    /// The first instant up to which there is that much business time.
    fn first_with(&self, open: i64) -> i64 {
        let (stretch, _) = self.stretch(|stretch| stretch.open_before >= open);
        self.time.first_with(open.saturating_sub(stretch.correction)).saturating_sub(stretch.ahead)
    }

    /// The business time up to the end of a civil day, where it ends twice up to the second end.
    fn up_to_end_of(&self, day: i64) -> i64 {
        let midnight = day.saturating_add(1).saturating_mul(DAY);
        let (stretch, next) = self.stretch(|stretch| stretch.since.saturating_add(stretch.ahead) >= midnight);
        // Where the day's last hour is skipped, the day ends with the change.
        let end = next.map_or(midnight, |next| midnight.min(next.since.saturating_add(stretch.ahead)));
        stretch.correction.saturating_add(self.time.up_to(end))
    }
}
