//! A small calendar of the reference's own: civil days, and the offsets of the zones that the
//! generated agreements use.

use crate::leads::DAY;

const HOUR: i64 = 3_600_000_000;

/// Days since 1970-01-01 of a civil date, by counting years and months.
pub fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let leap = |year: i64| (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let mut days = 0;
    for past in 1970..year {
        days += if leap(past) { 366 } else { 365 };
    }
    for future in year..1970 {
        days -= if leap(future) { 366 } else { 365 };
    }
    days + (1..month).map(|month| month_length(leap(year), month)).sum::<i64>() + day - 1
}

fn month_length(leap: bool, month: i64) -> i64 {
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The number of the month in which a civil day lies.
pub fn month_of(days: i64) -> i64 {
    let mut month = 0;
    while days_of(1970 + (month + 1) / 12, (month + 1) % 12 + 1, 1) <= days {
        month += 1;
    }
    month
}

/// The number of the week, from Monday, in which a civil day lies; 1970-01-01 was a Thursday.
pub fn week_of(days: i64) -> i64 {
    (days + 3).div_euclid(7)
}

/// How far a zone is ahead of UTC at an instant, in microseconds.
pub fn offset(zone: &str, at: i64) -> i64 {
    match zone {
        "+05:30" => 5 * HOUR + HOUR / 2,
        "-03:00" => -3 * HOUR,
        "Europe/Berlin" => {
            let year = (1970..).find(|year| days_of(year + 1, 1, 1) * DAY > at).unwrap_or(1970);
            let change = |month| {
                let last = days_of(year, month, 31);
                (last - (last + 4).rem_euclid(7)) * DAY + HOUR
            };
            if (change(3)..change(10)).contains(&at) { 2 * HOUR } else { HOUR }
        }
        _ => 0,
    }
}

/// The civil day at an instant.
pub fn day_of(zone: &str, at: i64) -> i64 {
    (at + offset(zone, at)).div_euclid(DAY)
}

/// The first instant of a civil day: the clocks of these zones do not change at midnight.
pub fn start_of(zone: &str, day: i64) -> i64 {
    let guess = day * DAY - offset(zone, day * DAY);
    day * DAY - offset(zone, guess)
}

/// The civil day of a text such as `2026-11-02`, if the calendar has it.
pub fn date(text: &str) -> Option<i64> {
    let parts: Vec<i64> = text.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [year, month, day] = parts[..] else { return None };
    let right = text.len() == 10 && (1..=12).contains(&month);
    let days = days_of(year, month, day);
    (right
        && day >= 1
        && days < days_of(year, month, 1) + month_length(days_of(year, 3, 1) - days_of(year, 2, 1) == 29, month))
    .then_some(days)
}

#[test]
fn the_small_calendar_is_right() {
    assert_eq!(days_of(2026, 11, 2), 20_759);
    assert_eq!(date("1999-02-29"), None);
    assert_eq!(offset("Europe/Berlin", 20_759 * DAY), HOUR);
    assert_eq!(start_of("Europe/Berlin", days_of(2026, 10, 25)), days_of(2026, 10, 24) * DAY + 22 * HOUR);
    assert_eq!(month_of(days_of(2026, 11, 30)) + 1, month_of(days_of(2026, 12, 1)));
}
