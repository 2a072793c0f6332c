//! [`OfficeHours`]: how many hours of a month a team works, and how long it rests at most.

use super::exact::Exact;
use super::month::Month;
use crate::handover::{BusinessCalendar, Calendar, Weekday};
use crate::time::{Date, Zone};

/// When a team works: the hours of the week, and the days off.
#[derive(Debug, Clone)]
pub(crate) struct OfficeHours {
    calendar: Calendar,
    compiled: BusinessCalendar,
}

/// The hours of a month.
pub(crate) struct MonthHours {
    /// All those that are worked.
    pub(crate) open: Exact,
    /// Those of an average working day.
    pub(crate) day: Exact,
    /// The longest time from a closing to the next opening in the month.
    pub(crate) rest: Exact,
}

impl OfficeHours {
    /// The hours of a calendar; `None` where it is never open.
    pub(crate) fn new(calendar: &Calendar, zone: &Zone) -> Option<Self> {
        let compiled = BusinessCalendar::compile(calendar, zone).ok()?;
        Some(Self { calendar: calendar.clone(), compiled })
    }

    /// The hours of a month by the clock on the wall; `None` where nobody works in it.
    pub(crate) fn of(&self, month: Month) -> Option<MonthHours> {
        const DAY: i64 = 24 * 60;
        let (first, last) = (month.first_day().day_number(), month.last_day().day_number());
        // A rest may have begun in the month before.
        let begin = month.plus(-1).first_day().day_number();
        let (mut open, mut days, mut rest) = (0_i64, 0_u64, 0_i64);
        let mut closed = begin.saturating_mul(DAY);
        for day in begin..=last {
            if !self.compiled.days().is_business_day(Date::from_day_number(day)) {
                continue;
            }
            // Day nought was a Thursday.
            let weekday = usize::try_from(day.saturating_add(3).rem_euclid(7))
                .ok()
                .and_then(|at| Weekday::ALL.get(at).copied())?;
            let midnight = day.saturating_mul(DAY);
            for hours in self.calendar.hours(weekday) {
                let opens = midnight.saturating_add(hours.opens().into());
                if day >= first {
                    rest = rest.max(opens.saturating_sub(closed));
                    open = open.saturating_add(i64::from(hours.closes()).saturating_sub(hours.opens().into()));
                }
                closed = midnight.saturating_add(hours.closes().into());
            }
            days = days.saturating_add(u64::from(day >= first));
        }
        let hours = |minutes: i64| Exact::fraction(u64::try_from(minutes).ok()?, 60);
        let all = hours(open)?;
        Some(MonthHours { day: all.over(&Exact::whole(days))?, open: all, rest: hours(rest)? })
    }
}

#[cfg(test)]
mod tests {
    use super::OfficeHours;
    use crate::handover::Calendar;
    use crate::time::Zone;

    fn december(calendar: &str) -> [f64; 3] {
        let calendar = Calendar::from_json(calendar).unwrap();
        let hours = OfficeHours::new(&calendar, &Zone::UTC).unwrap().of("2026-12".parse().unwrap()).unwrap();
        [hours.open, hours.day, hours.rest].map(|exact| exact.to_f64())
    }

    #[test]
    fn holidays_and_nights_lengthen_the_rest() {
        // December 2026 has 23 days from Monday to Friday; a weekend and a night are 64 hours.
        let office = |rest: &str| format!(r#"{{ "days": "mon-fri", "open": "09:00", "close": "17:00" {rest} }}"#);
        assert_eq!(december(&office("")), [184.0, 8.0, 64.0]);
        // Christmas on Friday, then the weekend.
        assert_eq!(december(&office(r#", "holidays": ["12-25"]"#)), [176.0, 8.0, 88.0]);
    }

    #[test]
    fn a_short_friday_counts_by_its_hours() {
        // Nineteen days from Monday to Thursday, four Fridays; from Friday noon to Monday morning it is 69 hours.
        let hours = r#"{ "hours": { "mon-thu": ["09:00-12:00", "13:00-18:00"], "fri": "09:00-12:00" } }"#;
        assert_eq!(december(hours), [164.0, 164.0 / 23.0, 69.0]);
        // Whoever works in November, and then only on the last day of the year, has rested all the while.
        let off: Vec<String> = (1..31).map(|day| format!("\"2026-12-{day:02}\"")).collect();
        let closed =
            format!(r#"{{ "days": "mon-fri", "open": "09:00", "close": "17:00", "holidays": [{}] }}"#, off.join(","));
        assert_eq!(december(&closed), [8.0, 8.0, 30.0 * 24.0 + 16.0]);
        let never = Calendar::from_json(&closed.replace("\"2026-12-01\"", "\"2026-12-31\", \"2026-12-01\"")).unwrap();
        assert!(OfficeHours::new(&never, &Zone::UTC).unwrap().of("2026-12".parse().unwrap()).is_none());
    }
}
