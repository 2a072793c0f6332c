//! [`TimeSpan`]: how much time lies between two instants; negative when a deadline has passed.

use std::fmt;

use serde::{Serialize, Serializer};

/// A length of time in whole microseconds, negative where something is overdue.
///
/// People read it as `1h 40m`; in JSON it is an ISO 8601 duration (`PT1H40M`), which
/// `Temporal.Duration` and data frames read. Hours are never folded into days: a day of business
/// time has another length in every calendar.
///
/// ```
/// use smarketing::TimeSpan;
/// let left = TimeSpan::from_minutes(100);
/// assert_eq!(left.to_string(), "1h 40m");
/// assert_eq!(left.iso(), "PT1H40M");
/// assert_eq!(left.whole_minutes(), 100);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TimeSpan(i64);

impl TimeSpan {
    /// No time at all.
    pub const ZERO: TimeSpan = TimeSpan(0);

    /// From whole microseconds.
    #[must_use]
    pub const fn from_microseconds(microseconds: i64) -> Self {
        Self(microseconds)
    }

    /// From whole minutes; what is too long is held at the longest span.
    #[must_use]
    pub const fn from_minutes(minutes: i64) -> Self {
        Self(minutes.saturating_mul(60_000_000))
    }

    /// Its length in microseconds.
    #[must_use]
    pub const fn microseconds(self) -> i64 {
        self.0
    }

    /// Its whole minutes, cut towards zero.
    #[must_use]
    pub const fn whole_minutes(self) -> i64 {
        self.0 / 60_000_000
    }

    /// Whether it is less than nothing.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Its length without the sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// As an ISO 8601 duration of hours, minutes and seconds.
    #[must_use]
    pub fn iso(self) -> String {
        let Parts { sign, hours, minutes, seconds } = self.parts();
        let mut text = format!("{sign}PT");
        for (amount, unit) in [(hours, 'H'), (minutes, 'M')] {
            if amount > 0 {
                text.push_str(&format!("{amount}{unit}"));
            }
        }
        match seconds {
            Some(seconds) => format!("{text}{seconds}S"),
            None if self.0 == 0 => "PT0S".to_owned(),
            None => text,
        }
    }

    fn parts(self) -> Parts {
        let all = self.0.unsigned_abs();
        let (hours, minutes) = (all / 3_600_000_000, all / 60_000_000 % 60);
        let (whole, fraction) = (all / 1_000_000 % 60, all % 1_000_000);
        let seconds = match (whole, fraction) {
            (0, 0) => None,
            (whole, 0) => Some(whole.to_string()),
            (whole, fraction) => Some(format!("{whole}.{fraction:06}").trim_end_matches('0').to_owned()),
        };
        Parts { sign: if self.0 < 0 { "-" } else { "" }, hours, minutes, seconds }
    }
}

struct Parts {
    sign: &'static str,
    hours: u64,
    minutes: u64,
    seconds: Option<String>,
}

impl fmt::Display for TimeSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { sign, hours, minutes, seconds } = self.parts();
        let mut words = Vec::new();
        if hours > 0 {
            words.push(format!("{hours}h"));
        }
        if minutes > 0 {
            words.push(format!("{minutes}m"));
        }
        words.extend(seconds.map(|seconds| format!("{seconds}s")));
        if words.is_empty() {
            words.push("0m".to_owned());
        }
        write!(f, "{sign}{}", words.join(" "))
    }
}

impl Serialize for TimeSpan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.iso())
    }
}

#[cfg(test)]
mod tests {
    use super::TimeSpan;

    #[test]
    fn people_and_machines_read_it() {
        for (microseconds, people, machines) in [
            (0, "0m", "PT0S"),
            (-2_400_000_000, "-40m", "-PT40M"),
            (180_000_000_000, "50h", "PT50H"),
            (3_601_500_000, "1h 1.5s", "PT1H1.5S"),
            (10, "0.00001s", "PT0.00001S"),
        ] {
            let span = TimeSpan::from_microseconds(microseconds);
            assert_eq!((span.to_string().as_str(), span.iso().as_str()), (people, machines));
        }
    }
}
