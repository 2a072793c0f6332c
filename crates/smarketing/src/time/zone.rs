//! [`Zone`]: the agreement's time zone, from the bundled data, never from the machine's.

use super::{Date, Timestamp};

/// A time zone by its IANA name, or UTC, or a fixed offset such as `+01:00`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Zone {
    zone: jiff::tz::TimeZone,
}

/// A civil period of a [`Limit`](crate::Limit): interactions of the same period share its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum CivilPeriod {
    Day,
    Week,
    Month,
}

impl Zone {
    /// Coordinated universal time.
    pub(crate) const UTC: Zone = Zone { zone: jiff::tz::TimeZone::UTC };

    /// The zone of that name, if the bundled data has it.
    pub(crate) fn named(name: &str) -> Option<Self> {
        if name == "UTC" {
            return Some(Self::UTC);
        }
        if name.starts_with(['+', '-']) {
            return Self::fixed(name);
        }
        Self::bundled(name)
    }

    #[cfg(feature = "zones")]
    fn bundled(name: &str) -> Option<Self> {
        // Not the global database: that one prefers the machine's zoneinfo.
        let database = jiff::tz::TimeZoneDatabase::bundled();
        database.get(name).ok().filter(|zone| zone.iana_name() == Some(name)).map(|zone| Self { zone })
    }

    #[cfg(not(feature = "zones"))]
    fn bundled(_name: &str) -> Option<Self> {
        None
    }

    fn fixed(name: &str) -> Option<Self> {
        let (sign, rest) = (if name.starts_with('-') { -1_i32 } else { 1 }, name.get(1..)?);
        let (hours, minutes) = rest.split_once(':')?;
        let two_digits = |text: &str| (text.len() == 2).then(|| text.parse::<u8>().ok()).flatten();
        let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
        if hours > 14 || minutes > 59 {
            return None;
        }
        let seconds = i32::from(hours)
            .saturating_mul(60)
            .saturating_add(i32::from(minutes))
            .saturating_mul(sign.saturating_mul(60));
        let offset = jiff::tz::Offset::from_seconds(seconds).ok()?;
        Some(Self { zone: jiff::tz::TimeZone::fixed(offset) })
    }

    /// All names of the bundled data, for the help of a finding.
    pub(crate) fn names() -> Vec<String> {
        let mut names = vec!["UTC".to_owned()];
        #[cfg(feature = "zones")]
        names.extend(jiff::tz::TimeZoneDatabase::bundled().available().map(|name| name.to_string()));
        names.sort();
        names
    }

    /// The civil date in this zone at an instant.
    pub(crate) fn date_at(&self, instant: Timestamp) -> Date {
        Date::from_jiff(self.zone.to_datetime(instant.to_jiff()).date())
    }

    /// The first instant of a civil date in this zone.
    pub(crate) fn start_of(&self, date: Date) -> Timestamp {
        let start = date.to_jiff().to_zoned(self.zone.clone()).map(|zoned| zoned.timestamp());
        Timestamp::from_jiff(start.unwrap_or(if date.year() < 0 { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX }))
    }

    /// The offsets from UTC in force between two instants: since when, and how many microseconds
    /// civil time is ahead. The first holds also before, the last also after.
    pub(crate) fn offsets(&self, from: Timestamp, until: Timestamp) -> Vec<(Timestamp, i64)> {
        let ahead = |offset: jiff::tz::Offset| i64::from(offset.seconds()).saturating_mul(1_000_000);
        let mut offsets = vec![(from, ahead(self.zone.to_offset(from.to_jiff())))];
        for transition in self.zone.following(from.to_jiff()) {
            let since = Timestamp::from_jiff(transition.timestamp());
            if since >= until {
                break;
            }
            let offset = ahead(transition.offset());
            // A change of the abbreviation alone moves no clock.
            if offsets.last().is_none_or(|(_, before)| *before != offset) {
                offsets.push((since, offset));
            }
        }
        offsets
    }

    /// The number of the civil day, ISO week or month in which an instant falls.
    pub(crate) fn period_of(&self, instant: Timestamp, period: CivilPeriod) -> i32 {
        let date = self.zone.to_datetime(instant.to_jiff()).date();
        match period {
            CivilPeriod::Day => {
                i32::from(date.year()).saturating_mul(1000).saturating_add(i32::from(date.day_of_year()))
            }
            CivilPeriod::Week => {
                let week = date.iso_week_date();
                i32::from(week.year()).saturating_mul(100).saturating_add(i32::from(week.week()))
            }
            CivilPeriod::Month => i32::from(date.year()).saturating_mul(100).saturating_add(i32::from(date.month())),
        }
    }
}

#[cfg(all(test, feature = "zones"))]
mod tests {
    use super::Zone;

    #[test]
    fn names_are_exact() {
        assert!(Zone::named("Europe/Berlin").is_some());
        assert!(Zone::named("europe/berlin").is_none());
        assert!(Zone::named("+01:00").is_some());
        assert!(Zone::named("+1").is_none());
        assert!(Zone::names().len() > 400);
    }
}
