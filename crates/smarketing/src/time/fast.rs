//! Instants in their usual spelling, read and written without a general parser:
//! `YYYY-MM-DDTHH:MM:SS(.ffffff)?(Z|±HH:MM)`. Every other spelling is left to the general one.

use super::DAY;

const SECOND: i64 = 1_000_000;

/// The days from 0000-03-01 to 1970-01-01.
const EPOCH: i64 = 719_468;

/// The microseconds since 1970 of an instant in its usual spelling; `None` where it has another one.
pub(super) fn read(text: &str) -> Option<i64> {
    let (date, rest) = text.as_bytes().split_first_chunk::<20>()?;
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', i1, i2, b':', s1, s2, end] = date else {
        return None;
    };
    let (year, month, day) = (two(y1, y2)?.wrapping_mul(100).wrapping_add(two(y3, y4)?), two(m1, m2)?, two(d1, d2)?);
    let (hour, minute, second) = (two(h1, h2)?, two(i1, i2)?, two(s1, s2)?);
    let right = (1..=9998).contains(&year)
        && (1..=12).contains(&month)
        && (1..=month_length(year, month)).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60;
    if !right {
        return None;
    }
    let (fraction, end, rest) = if *end == b'.' { fraction(rest)? } else { (0, *end, rest) };
    let ahead = match (end, rest) {
        (b'Z', []) => 0,
        (b'+' | b'-', [h1, h2, b':', m1, m2]) => {
            let (hours, minutes) = (two(h1, h2)?, two(m1, m2)?);
            let ahead = i64::from(hours.wrapping_mul(60).wrapping_add(minutes));
            // What a minus before zero means is for the general parser to say.
            if hours > 23 || minutes > 59 || (end == b'-' && ahead == 0) {
                return None;
            }
            if end == b'-' { ahead.wrapping_neg() } else { ahead }
        }
        _ => return None,
    };
    let seconds = hour.wrapping_mul(60).wrapping_add(minute).wrapping_mul(60).wrapping_add(second);
    let seconds = i64::from(seconds).wrapping_sub(ahead.wrapping_mul(60));
    let days = i64::from(days_of(year, month, day)).wrapping_sub(EPOCH).wrapping_mul(DAY);
    Some(days.wrapping_add(seconds.wrapping_mul(SECOND)).wrapping_add(fraction))
}

/// The number that two digits say.
fn two(tens: &u8, ones: &u8) -> Option<u32> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| u32::from(tens).wrapping_mul(10).wrapping_add(ones.into()))
}

/// One to six decimals of a second, and what comes after them.
fn fraction(text: &[u8]) -> Option<(i64, u8, &[u8])> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=6).contains(&digits) {
        return None;
    }
    let (decimals, rest) = text.split_at_checked(digits)?;
    let number =
        decimals.iter().fold(0_i64, |number, byte| number.saturating_mul(10).saturating_add(i64::from(byte & 15)));
    let missing = u32::try_from(6_usize.saturating_sub(digits)).ok()?;
    let (end, rest) = rest.split_first()?;
    Some((number.saturating_mul(10_i64.saturating_pow(missing)), *end, rest))
}

fn month_length(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 0000-03-01: years of 400 come round after 146097 days, and a year that begins in March
/// has its odd day last (E. G. Richards, *Mapping Time*, 1998).
fn days_of(year: u32, month: u32, day: u32) -> u32 {
    let year = if month <= 2 { year.wrapping_sub(1) } else { year };
    let from_march = month.wrapping_add(9) % 12;
    let of_year = (from_march.wrapping_mul(153).wrapping_add(2) / 5).wrapping_add(day).wrapping_sub(1);
    let leaps = (year / 4).wrapping_sub(year / 100).wrapping_add(year / 400);
    year.wrapping_mul(365).wrapping_add(leaps).wrapping_add(of_year)
}

/// An instant in its usual spelling.
pub(super) struct Written {
    bytes: [u8; 27],
    length: usize,
}

impl Written {
    pub(super) fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

/// The usual spelling of an instant; `None` outside the years 1 to 9998.
pub(super) fn write(microseconds: i64) -> Option<Written> {
    let days = u32::try_from(microseconds.div_euclid(DAY).wrapping_add(EPOCH)).ok()?;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let leaps = (of_era / 1460).wrapping_sub(of_era / 36_524).wrapping_add(of_era / 146_096);
    let year_of_era = of_era.wrapping_sub(leaps) / 365;
    let before = year_of_era.wrapping_mul(365).wrapping_add(year_of_era / 4).wrapping_sub(year_of_era / 100);
    let of_year = of_era.wrapping_sub(before);
    let from_march = of_year.wrapping_mul(5).wrapping_add(2) / 153;
    let day = of_year.wrapping_sub(from_march.wrapping_mul(153).wrapping_add(2) / 5).wrapping_add(1);
    let month = if from_march < 10 { from_march.wrapping_add(3) } else { from_march.wrapping_sub(9) };
    let year = era.wrapping_mul(400).wrapping_add(year_of_era).wrapping_add(u32::from(month <= 2));
    if !(1..=9998).contains(&year) {
        return None;
    }
    let of_day = microseconds.rem_euclid(DAY);
    let seconds = u32::try_from(of_day / SECOND).ok()?;
    let fraction = u32::try_from(of_day % SECOND).ok()?;
    let [y1, y2] = two_digits(year / 100);
    let [y3, y4] = two_digits(year % 100);
    let [m1, m2] = two_digits(month);
    let [d1, d2] = two_digits(day);
    let [h1, h2] = two_digits(seconds / 3600);
    let [i1, i2] = two_digits(seconds / 60 % 60);
    let [s1, s2] = two_digits(seconds % 60);
    let mut bytes = [
        y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', i1, i2, b':', s1, s2, b'Z', 0, 0, 0, 0, 0, 0, 0,
    ];
    if fraction == 0 {
        return Some(Written { bytes, length: 20 });
    }
    let decimals = [two_digits(fraction / 10_000), two_digits(fraction / 100 % 100), two_digits(fraction % 100)];
    for (place, digit) in bytes.iter_mut().skip(19).zip([b'.'].into_iter().chain(decimals.into_iter().flatten())) {
        *place = digit;
    }
    let mut length: usize = 26;
    while bytes.get(length.saturating_sub(1)) == Some(&b'0') {
        length = length.saturating_sub(1);
    }
    if let Some(end) = bytes.get_mut(length) {
        *end = b'Z';
    }
    Some(Written { bytes, length: length.saturating_add(1) })
}

/// The digits of a number below 100.
fn two_digits(number: u32) -> [u8; 2] {
    let number = u8::try_from(number).unwrap_or(0);
    [b'0'.wrapping_add(number / 10), b'0'.wrapping_add(number % 10)]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{read, write};

    fn general(text: &str) -> Option<i64> {
        text.parse::<jiff::Timestamp>()
            .ok()
            .map(|instant| i64::try_from(instant.as_nanosecond().div_euclid(1000)).unwrap())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn what_is_written_is_what_the_general_writer_writes(
            microseconds in -62_000_000_000_000_000_i64..253_300_000_000_000_000, coarse in 0_usize..7
        ) {
            let unit = 10_i64.pow(u32::try_from(coarse).unwrap());
            let microseconds = microseconds / unit * unit;
            let written = write(microseconds).unwrap();
            let text = written.as_str();
            let instant = jiff::Timestamp::from_microsecond(microseconds).unwrap();
            prop_assert_eq!(text, instant.to_string());
            prop_assert_eq!(read(text), Some(microseconds));
        }

        #[test]
        fn what_is_read_is_what_the_general_parser_reads(
            year in 0_u16..=9999, month in 0_u8..14, day in 0_u8..33, hour in 0_u8..26, minute in 0_u8..62,
            second in 0_u8..62, fraction in "|\\.[0-9]{0,9}", end in "Z|z||[+-][0-2][0-9]:[0-6][0-9]|[+-][0-9]{2,4}| Z"
        ) {
            let text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{end}");
            if let Some(microseconds) = read(&text) {
                prop_assert_eq!(Some(microseconds), general(&text), "{}", text);
            }
        }

        #[test]
        fn no_text_is_too_odd(text: String) {
            if let Some(microseconds) = read(&text) {
                prop_assert_eq!(Some(microseconds), general(&text));
            }
        }
    }

    #[test]
    fn the_usual_spellings_are_read() {
        for text in [
            "2026-11-02T10:00:00Z",
            "2024-02-29T23:59:59.5+01:00",
            "1969-12-31T23:59:59.999999Z",
            "0001-01-01T00:00:00-23:59",
        ] {
            assert_eq!(read(text), general(text), "{text}");
            assert!(read(text).is_some(), "{text}");
        }
    }
}
