//! The half year of the sample, May to October 2026 in Berlin: days, office hours, and the change of the clocks.

use super::chance::Chance;

/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// The days of the sample.
pub const DAYS: i64 = 184;

/// The last instant at which something happens: 31 October, 23:59.
pub const END: i64 = (DAYS - 1) * DAY + 86_340 - HOUR;

const HOUR: i64 = 3_600;
const MONTHS: [(i64, i64); 6] = [(5, 31), (6, 30), (7, 31), (8, 31), (9, 30), (10, 31)];

/// 25 October, 01:00 UTC, when the clocks go back.
const WINTER: i64 = 177 * DAY + HOUR;

/// How much of a day's business falls into each hour, in Berlin.
const HOURS: [u32; 24] = [3, 1, 1, 1, 1, 3, 10, 30, 75, 110, 120, 105, 60, 80, 105, 105, 90, 60, 30, 22, 24, 22, 14, 7];

/// An instant, in seconds since 1 May 2026, 00:00 UTC.
pub type Instant = i64;

/// The instant at a day (0 is 1 May) and a second of it, by the clocks in Berlin.
pub fn instant(day: i64, second: i64) -> Instant {
    let summer = day * DAY + second - 2 * HOUR;
    if summer < WINTER { summer } else { day * DAY + second - HOUR }
}

/// The day of a month and a day of it.
pub fn day(month: u32, day: u32) -> i64 {
    let before: i64 = MONTHS.iter().filter(|(number, _)| *number < i64::from(month)).map(|(_, days)| days).sum();
    before + i64::from(day) - 1
}

/// The day, in Berlin, of an instant.
pub fn day_of(at: Instant) -> i64 {
    (at + offset(at)).div_euclid(DAY)
}

/// How busy a day is: weekdays above the rest, summer holidays and public holidays below.
pub fn busy(day_: i64) -> u32 {
    let weekday = (day_ + 4) % 7;
    let of_week = [105, 115, 112, 105, 80, 12, 14][usize::try_from(weekday).unwrap_or(0)];
    let (month, _) = date(day_);
    let of_month = match month {
        7 => 85,
        8 => 70,
        9 => 115,
        10 => 120,
        _ => 100,
    };
    let holiday = [day(5, 1), day(5, 14), day(5, 25), day(10, 3)].contains(&day_);
    of_week * of_month / if holiday { 600 } else { 100 }
}

/// A busy moment of the day, as a second of it.
pub fn moment(chance: &mut Chance) -> i64 {
    let hour = i64::try_from(chance.weighted(HOURS.into_iter())).unwrap_or(0);
    hour * HOUR + chance.between(0, HOUR - 1)
}

/// The first working day from this one on.
pub fn working_day(day: i64) -> i64 {
    (day..).find(|day| (day + 4) % 7 < 5).unwrap_or(day)
}

/// RFC 3339 with Berlin's offset, as a customer database in Berlin writes it.
pub fn in_berlin(at: Instant) -> String {
    let offset = offset(at);
    format!("{}+{:02}:00", clock(at + offset), offset / HOUR)
}

/// RFC 3339 in UTC, as a web tracker writes it.
pub fn in_utc(at: Instant) -> String {
    format!("{}Z", clock(at))
}

fn offset(at: Instant) -> i64 {
    if at < WINTER { 2 * HOUR } else { HOUR }
}

/// Month and day of the month; 30 April is the only day before the sample that can occur, in UTC.
fn date(day: i64) -> (i64, i64) {
    let mut left = day;
    for (month, days) in MONTHS {
        if left < 0 {
            return (4, 31 + left);
        }
        if left < days {
            return (month, left + 1);
        }
        left -= days;
    }
    (11, left + 1)
}

/// The month of a day.
pub fn month(day: i64) -> i64 {
    date(day).0
}

fn clock(seconds: i64) -> String {
    let (month, day) = date(seconds.div_euclid(DAY));
    let rest = seconds.rem_euclid(DAY);
    format!("2026-{month:02}-{day:02}T{:02}:{:02}:{:02}", rest / HOUR, rest % HOUR / 60, rest % 60)
}

#[cfg(test)]
mod tests {
    use super::{DAYS, END, busy, day, day_of, in_berlin, in_utc, instant, working_day};

    #[test]
    fn the_clocks_go_back_in_october() {
        assert_eq!(in_berlin(instant(0, 0)), "2026-05-01T00:00:00+02:00");
        assert_eq!(in_utc(instant(0, 0)), "2026-04-30T22:00:00Z");
        assert_eq!(in_berlin(instant(day(10, 25), 7_199)), "2026-10-25T01:59:59+02:00");
        assert_eq!(in_berlin(instant(day(10, 25), 3 * 3_600)), "2026-10-25T03:00:00+01:00");
        assert_eq!(in_berlin(END), "2026-10-31T23:59:00+01:00");
        assert_eq!((day_of(END), day_of(instant(5, 0))), (DAYS - 1, 5));
    }

    #[test]
    fn weekends_are_quiet() {
        let saturday = day(10, 10);
        assert!(busy(saturday) * 4 < busy(saturday - 1));
        assert_eq!(working_day(saturday), saturday + 2);
        assert_eq!(working_day(day(6, 30)), day(6, 30));
    }
}
