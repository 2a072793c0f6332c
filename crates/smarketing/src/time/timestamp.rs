//! [`Timestamp`]: an instant in whole microseconds, in UTC.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// An instant, in whole microseconds since 1970-01-01T00:00:00Z.
///
/// It is read from RFC 3339 text with an offset; a finer fraction of a second is cut off. It is
/// written in UTC, with as many decimals of the second as it needs.
///
/// ```
/// use smarketing::Timestamp;
/// let at: Timestamp = "2026-11-02T10:00:00+01:00".parse()?;
/// assert_eq!(at.to_string(), "2026-11-02T09:00:00Z");
/// # Ok::<(), smarketing::TimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// Why a text is no [`Timestamp`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimestampError {
    /// A date and time without an offset: which instant it is depends on where it was written.
    #[error("`{0}` has no offset from UTC")]
    NoOffset(String),
    /// An instant outside the years 1 to 9999, which not every language can hold; the last one is
    /// 9999-12-30T22:00:00.999999Z, which is in the year 9999 wherever one is.
    #[error("`{0}` is before the first instant or after the last one")]
    OutOfRange(String),
    /// No RFC 3339 text.
    #[error("`{0}` is not an instant")]
    NotAnInstant(String),
}

/// 0001-01-01T00:00:00Z: earlier years are beyond what other languages and files can hold.
const LEAST: i64 = -62_135_596_800_000_000;

impl Timestamp {
    /// 1970-01-01T00:00:00Z.
    pub const UNIX_EPOCH: Timestamp = Timestamp(0);

    /// From whole microseconds since 1970-01-01T00:00:00Z; `None` outside the years 1 to 9999.
    #[must_use]
    pub fn from_microseconds(microseconds: i64) -> Option<Self> {
        let known = jiff::Timestamp::from_microsecond(microseconds).is_ok() && microseconds >= LEAST;
        known.then_some(Self(microseconds))
    }

    /// Whole microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn microseconds(self) -> i64 {
        self.0
    }

    /// This instant plus microseconds, held within the years that can be written.
    #[must_use]
    pub(crate) fn saturating_add(self, microseconds: i64) -> Self {
        let most = jiff::Timestamp::MAX.as_microsecond();
        Self(self.0.saturating_add(microseconds).clamp(LEAST, most))
    }

    /// How long before `later` this instant is, in microseconds; negative when it is after.
    #[must_use]
    pub(crate) const fn microseconds_until(self, later: Self) -> i64 {
        later.0.saturating_sub(self.0)
    }

    pub(crate) fn to_jiff(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or_default()
    }

    /// The same instant, held at the first that can be written.
    pub(crate) fn from_jiff(instant: jiff::Timestamp) -> Self {
        Self(instant.as_microsecond().max(LEAST))
    }
}

impl FromStr for Timestamp {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        if let Some(instant) = super::fast::read(text).and_then(Self::from_microseconds) {
            return Ok(instant);
        }
        if let Ok(instant) = text.parse::<jiff::Timestamp>() {
            // Cut towards the past, so that order is kept on both sides of 1970.
            let nanoseconds = instant.as_nanosecond();
            let cut = nanoseconds.div_euclid(1000);
            let known = i64::try_from(cut).ok().and_then(Self::from_microseconds);
            return known.ok_or_else(|| TimestampError::OutOfRange(text.to_owned()));
        }
        // The time of day has no other minus than that of an offset.
        let offset = text
            .find(['T', 't', ' '])
            .and_then(|at| text.get(at..)?.find(['Z', 'z', '+', '-']).map(|way| at.saturating_add(way)));
        let civil = text.get(..offset.unwrap_or(text.len())).unwrap_or(text);
        Err(match (civil.parse::<jiff::civil::DateTime>(), offset) {
            (Err(_), _) => TimestampError::NotAnInstant(text.to_owned()),
            (Ok(_), None) => TimestampError::NoOffset(text.to_owned()),
            (Ok(civil), Some(_)) if civil.year() <= 1 || civil.year() == 9999 => {
                TimestampError::OutOfRange(text.to_owned())
            }
            (Ok(_), Some(_)) => TimestampError::NotAnInstant(text.to_owned()),
        })
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match super::fast::write(self.0) {
            Some(text) => f.write_str(text.as_str()),
            None => fmt::Display::fmt(&self.to_jiff(), f),
        }
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match super::fast::write(self.0) {
            Some(text) => serializer.serialize_str(text.as_str()),
            None => serializer.collect_str(&self.to_jiff()),
        }
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for Timestamp {
    fn from(instant: jiff::Timestamp) -> Self {
        Self::from_jiff(instant)
    }
}

#[cfg(feature = "jiff")]
impl From<Timestamp> for jiff::Timestamp {
    fn from(instant: Timestamp) -> Self {
        instant.to_jiff()
    }
}

#[cfg(test)]
mod tests {
    use super::{Timestamp, TimestampError};

    #[test]
    fn offsets_are_needed() {
        let naive = "2026-11-02T10:00:00".parse::<Timestamp>();
        assert_eq!(naive, Err(TimestampError::NoOffset("2026-11-02T10:00:00".to_owned())));
        for wrong in ["yesterday", "2026-11-02T10:00:00+99:00", "2026-11-02T10:00:00-"] {
            assert_eq!(wrong.parse::<Timestamp>(), Err(TimestampError::NotAnInstant(wrong.to_owned())));
        }
    }

    #[test]
    fn years_begin_with_one() {
        assert_eq!("0001-01-01T00:00:00Z".parse().map(Timestamp::microseconds), Ok(super::LEAST));
        for beyond in [
            "0000-12-31T23:59:59Z",
            "-001000-01-01T00:00:00Z",
            "0001-01-01T00:00:00+01:00",
            "9999-12-31T12:00:00Z",
            "9999-12-31T23:59:59.999999-05:00",
        ] {
            assert_eq!(beyond.parse::<Timestamp>(), Err(TimestampError::OutOfRange(beyond.to_owned())));
        }
        assert_eq!(Timestamp::from_microseconds(super::LEAST - 1), None);
    }

    #[test]
    fn what_is_finer_than_a_microsecond_is_cut_towards_the_past() {
        let after: Result<Timestamp, _> = "1970-01-01T00:00:00.0000019Z".parse();
        let before: Result<Timestamp, _> = "1969-12-31T23:59:59.9999999Z".parse();
        assert_eq!(after.map(Timestamp::microseconds), Ok(1));
        assert_eq!(before.map(Timestamp::microseconds), Ok(-1));
    }
}
