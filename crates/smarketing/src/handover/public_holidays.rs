//! [`HolidayRegion`]: the public holidays of the German states, of Austria and of Switzerland, by
//! rule.
//!
//! Sources: the states' *Feiertagsgesetze*, the Austrian *Arbeitsruhegesetz* § 7, and for
//! Switzerland the days that are holidays in all cantons. Only what holds in the whole region is in
//! the table: Assumption in the Catholic communities of Bavaria, or Augsburg's own day, belong into
//! an agreement's `holidays`.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::time::Date;

/// A region whose public holidays are known by rule: Germany (`DE`: what all states share), one of
/// its states (`DE-BW` to `DE-TH`, as in ISO 3166-2), Austria (`AT`) or Switzerland (`CH`).
///
/// The rules hold from 1995; the calendars of an agreement use them until 2150.
///
/// ```
/// use smarketing::HolidayRegion;
/// let bavaria: HolidayRegion = "DE-BY".parse()?;
/// let days = bavaria.holidays(2026);
/// assert_eq!(days.len(), 12);
/// assert_eq!((days[1].date.to_string().as_str(), days[1].german), ("2026-01-06", "Heilige Drei Könige"));
/// # Ok::<(), smarketing::HolidayRegionError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HolidayRegion(&'static str);

/// Why a text is no [`HolidayRegion`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the public holidays of `{0}` are not known")]
pub struct HolidayRegionError(String);

/// A public holiday of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PublicHoliday {
    /// The day on which it falls.
    pub date: Date,
    /// What it is called in German.
    pub german: &'static str,
    /// What it is called in English.
    pub english: &'static str,
}

const CODES: [&str; 19] = [
    "AT", "CH", "DE", "DE-BB", "DE-BE", "DE-BW", "DE-BY", "DE-HB", "DE-HE", "DE-HH", "DE-MV", "DE-NI", "DE-NW",
    "DE-RP", "DE-SH", "DE-SL", "DE-SN", "DE-ST", "DE-TH",
];

/// On which day of a year a holiday falls.
#[derive(Debug, Clone, Copy)]
enum Falls {
    On(i8, i8),
    /// So many days after Easter Sunday.
    AfterEaster(i64),
    /// On the Wednesday before 23 November.
    Repentance,
}

/// A holiday, where it is one, and since and until which year. `DE` stands for all German states.
struct Rule {
    falls: Falls,
    german: &'static str,
    english: &'static str,
    regions: &'static [&'static str],
    years: (i16, i16),
}

const EVER: (i16, i16) = (i16::MIN, i16::MAX);

const fn rule(
    falls: Falls,
    german: &'static str,
    english: &'static str,
    regions: &'static [&'static str],
    years: (i16, i16),
) -> Rule {
    Rule { falls, german, english, regions, years }
}

const fn since(year: i16) -> (i16, i16) {
    (year, i16::MAX)
}

use Falls::{AfterEaster, On, Repentance};

#[rustfmt::skip]
const RULES: &[Rule] = &[
    rule(On(1, 1), "Neujahr", "New Year's Day", &["DE", "AT", "CH"], EVER),
    rule(On(1, 6), "Heilige Drei Könige", "Epiphany", &["DE-BW", "DE-BY", "DE-ST", "AT"], EVER),
    rule(On(3, 8), "Internationaler Frauentag", "International Women's Day", &["DE-BE"], since(2019)),
    rule(On(3, 8), "Internationaler Frauentag", "International Women's Day", &["DE-MV"], since(2023)),
    rule(AfterEaster(-2), "Karfreitag", "Good Friday", &["DE"], EVER),
    rule(AfterEaster(0), "Ostersonntag", "Easter Sunday", &["DE-BB"], EVER),
    rule(AfterEaster(1), "Ostermontag", "Easter Monday", &["DE", "AT"], EVER),
    rule(On(5, 1), "Tag der Arbeit", "Labour Day", &["DE", "AT"], EVER),
    rule(On(5, 8), "Tag der Befreiung", "Liberation Day", &["DE-BE"], (2020, 2020)),
    rule(On(5, 8), "Tag der Befreiung", "Liberation Day", &["DE-BE"], (2025, 2025)),
    rule(AfterEaster(39), "Christi Himmelfahrt", "Ascension Day", &["DE", "AT", "CH"], EVER),
    rule(AfterEaster(49), "Pfingstsonntag", "Whit Sunday", &["DE-BB"], EVER),
    rule(AfterEaster(50), "Pfingstmontag", "Whit Monday", &["DE", "AT"], EVER),
    rule(AfterEaster(60), "Fronleichnam", "Corpus Christi", &["DE-BW", "DE-BY", "DE-HE", "DE-NW", "DE-RP", "DE-SL", "AT"], EVER),
    rule(On(6, 17), "Jahrestag des Volksaufstands von 1953", "Anniversary of the Uprising of 1953", &["DE-BE"], (2028, 2028)),
    rule(On(8, 1), "Bundesfeiertag", "National Day", &["CH"], EVER),
    rule(On(8, 15), "Mariä Himmelfahrt", "Assumption Day", &["DE-SL", "AT"], EVER),
    rule(On(9, 20), "Weltkindertag", "World Children's Day", &["DE-TH"], since(2019)),
    rule(On(10, 3), "Tag der Deutschen Einheit", "German Unity Day", &["DE"], EVER),
    rule(On(10, 26), "Nationalfeiertag", "National Day", &["AT"], EVER),
    rule(On(10, 31), "Reformationstag", "Reformation Day", &["DE-BB", "DE-MV", "DE-SN", "DE-ST", "DE-TH"], EVER),
    // The five hundredth anniversary, everywhere once; the north kept it.
    rule(On(10, 31), "Reformationstag", "Reformation Day", &["DE"], (2017, 2017)),
    rule(On(10, 31), "Reformationstag", "Reformation Day", &["DE-HB", "DE-HH", "DE-NI", "DE-SH"], since(2018)),
    rule(On(11, 1), "Allerheiligen", "All Saints' Day", &["DE-BW", "DE-BY", "DE-NW", "DE-RP", "DE-SL", "AT"], EVER),
    rule(Repentance, "Buß- und Bettag", "Day of Repentance and Prayer", &["DE-SN"], EVER),
    rule(On(12, 8), "Mariä Empfängnis", "Immaculate Conception", &["AT"], EVER),
    rule(On(12, 25), "1. Weihnachtstag", "Christmas Day", &["DE", "AT", "CH"], EVER),
    rule(On(12, 26), "2. Weihnachtstag", "Second Day of Christmas", &["DE", "AT"], EVER),
];

impl HolidayRegion {
    /// Every region, in the order of the codes.
    pub fn all() -> impl ExactSizeIterator<Item = HolidayRegion> {
        CODES.iter().map(|code| HolidayRegion(code))
    }

    /// Its code: `DE-BY`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// The public holidays of a year in the order of the calendar; each day stands once.
    #[must_use]
    pub fn holidays(self, year: i16) -> Vec<PublicHoliday> {
        let here = |region: &&str| *region == self.0 || *region == "DE" && self.0.starts_with("DE-");
        let rules = RULES.iter().filter(|rule| rule.regions.iter().any(here));
        let in_force = rules.filter(|rule| (rule.years.0..=rule.years.1).contains(&year));
        let mut days: Vec<PublicHoliday> = in_force
            .filter_map(|rule| {
                let date = rule.falls.in_year(year)?;
                Some(PublicHoliday { date, german: rule.german, english: rule.english })
            })
            .collect();
        // The sort is stable, so of two names for one day the first in the table stays.
        crate::sorting::by_key(&mut days, |holiday| holiday.date);
        days.dedup_by_key(|holiday| holiday.date);
        days
    }
}

impl Falls {
    fn in_year(self, year: i16) -> Option<Date> {
        match self {
            On(month, day) => Date::new(year, month, day).ok(),
            AfterEaster(days) => easter(year).map(|sunday| after(sunday, days)),
            Repentance => {
                let eve = Date::new(year, 11, 22).ok()?;
                // 1970-01-07 was a Wednesday: so many days ago was the last one.
                let since = eve.day_number().saturating_sub(6).rem_euclid(7);
                Some(after(eve, since.saturating_neg()))
            }
        }
    }
}

fn after(date: Date, days: i64) -> Date {
    Date::from_day_number(date.day_number().saturating_add(days))
}

/// Easter Sunday of the Gregorian calendar, after the anonymous algorithm that the journal Nature
/// printed in 1876 (Meeus, Astronomical Algorithms, chapter 8).
#[expect(clippy::arithmetic_side_effects, reason = "a year from 0 to 9999 keeps every term far within i32")]
#[expect(clippy::many_single_char_names, reason = "the letters of the published algorithm")]
pub(crate) fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    if !(0..=9999).contains(&year) {
        return None;
    }
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let day = h + l - 7 * m + 114;
    Date::new(i16::try_from(year).ok()?, i8::try_from(day / 31).ok()?, i8::try_from(day % 31 + 1).ok()?).ok()
}

impl FromStr for HolidayRegion {
    type Err = HolidayRegionError;

    fn from_str(text: &str) -> Result<Self, HolidayRegionError> {
        Self::all().find(|region| region.0 == text).ok_or_else(|| HolidayRegionError(text.to_owned()))
    }
}

impl fmt::Display for HolidayRegion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl Serialize for HolidayRegion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{HolidayRegion, RULES, easter};

    #[test]
    fn easter_at_its_earliest_latest_and_exceptional() {
        // 2285 and 2038 are the extremes; 1954, 1981 and 2049, 2076 are Gauss's exceptions.
        for date in ["2285-03-22", "2038-04-25", "1954-04-18", "1981-04-19", "2049-04-18", "2076-04-19", "2026-04-05"] {
            let year = date[..4].parse().unwrap();
            assert_eq!(easter(year).map(|day| day.to_string()).as_deref(), Some(date));
        }
        assert_eq!(easter(-1), None);
    }

    #[test]
    fn every_region_of_the_rules_is_known() {
        let known: Vec<&str> = HolidayRegion::all().map(HolidayRegion::code).collect();
        assert!(RULES.iter().flat_map(|rule| rule.regions).all(|region| known.contains(region)));
        assert!("DE-XX".parse::<HolidayRegion>().is_err());
    }
}
