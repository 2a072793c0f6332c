//! Business time against an independent computation, and against counting minute by minute.
#![cfg(feature = "zones")]

use std::collections::BTreeMap;

use serde_json::Value;
use smarketing::{BusinessCalendar, Calendar, Date, Duration, HolidayRegion, Roll, Timestamp};

const CASES: &str = include_str!("fixtures/clocks/cases.json");
const PUBLIC_HOLIDAYS: &str = include_str!("fixtures/clocks/public_holidays.json");

fn text<'c>(case: &'c Value, key: &str) -> &'c str {
    case[key].as_str().unwrap_or_else(|| panic!("`{key}` in {case}"))
}

fn at(case: &Value, key: &str) -> Timestamp {
    text(case, key).parse().unwrap()
}

fn date(case: &Value, key: &str) -> Date {
    text(case, key).parse().unwrap()
}

fn within(case: &Value, key: &str) -> Duration {
    text(case, key).parse().unwrap()
}

fn roll(case: &Value) -> Roll {
    match text(case, "roll") {
        "refuse" => Roll::Refuse,
        "forward" => Roll::Forward,
        "backward" => Roll::Backward,
        "modified_forward" => Roll::ModifiedForward,
        other => panic!("no roll `{other}`"),
    }
}

/// The library's answer, and the expected one in the same spelling.
fn answers(case: &Value, calendar: &BusinessCalendar) -> (Value, Value) {
    let expected = case["expected"].clone();
    let instant = |found: Timestamp| (found.to_string().into(), at(case, "expected").to_string().into());
    match text(case, "op") {
        "due" => instant(calendar.due(at(case, "start"), within(case, "within"))),
        "before" => instant(calendar.before(at(case, "due"), within(case, "left"))),
        "opens" => instant(calendar.opens(at(case, "at"))),
        "due_in_days" => {
            instant(calendar.due_in_days(at(case, "start"), u32::try_from(case["days"].as_u64().unwrap()).unwrap()))
        }
        "elapsed" => {
            let span = calendar.elapsed(at(case, "from"), at(case, "to"));
            assert_eq!(span.microseconds() % 1_000_000, 0);
            ((span.microseconds() / 1_000_000).into(), expected)
        }
        "open" => (calendar.is_open(at(case, "at")).into(), expected),
        "offset" => {
            let found = calendar.days().offset(date(case, "date"), case["days"].as_i64().unwrap(), roll(case));
            (found.map(|date| date.to_string()).into(), expected)
        }
        "count" => (calendar.days().count(date(case, "from"), date(case, "to")).into(), expected),
        "business_day" => (calendar.days().is_business_day(date(case, "date")).into(), expected),
        other => panic!("no operation `{other}`"),
    }
}

#[test]
fn golden_cases() {
    let fixture: Value = serde_json::from_str(CASES).unwrap();
    let cases = fixture["cases"].as_array().unwrap();
    assert!(cases.len() >= 80, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let written = fixture["calendars"][text(case, "calendar")].to_string();
        let calendar = Calendar::from_json(&written).unwrap_or_else(|findings| panic!("{written}: {findings:?}"));
        let calendar = BusinessCalendar::new(&calendar, text(case, "zone")).unwrap();
        let (found, expected) = answers(case, &calendar);
        if found != expected {
            wrong.push(format!("{}: found {found}, expected {expected} in {case}", text(case, "why")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn public_holidays_of_all_regions_and_years() {
    let years: BTreeMap<String, BTreeMap<i16, String>> = serde_json::from_str(PUBLIC_HOLIDAYS).unwrap();
    assert_eq!(years.len(), HolidayRegion::all().len());
    let mut wrong = Vec::new();
    for (region, years) in &years {
        let region: HolidayRegion = region.parse().unwrap();
        for (year, expected) in years {
            let days = region.holidays(*year);
            let found: Vec<String> = days.iter().map(|day| day.date.to_string()[5..].to_owned()).collect();
            if found.join(" ") != *expected {
                wrong.push(format!("{region} {year}: found {}, expected {expected}", found.join(" ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_ends_of_time_do_no_harm() {
    let office = r#"{ "days": "mon-fri", "open": "09:00", "close": "17:00", "holidays_of": "DE-SN" }"#;
    let office = BusinessCalendar::new(&Calendar::from_json(office).unwrap(), "Europe/Berlin").unwrap();
    let hundred_years: Duration = "36525d".parse().unwrap();
    let ends = ["0001-01-03T00:00:00Z", "9999-12-30T00:00:00Z"].map(|end| end.parse::<Timestamp>().unwrap());
    for at in ends {
        let (due, before) = (office.due(at, hundred_years), office.before(at, hundred_years));
        assert!(before <= at && at <= due);
        assert!(office.due_in_days(at, u32::MAX) >= at);
        let date = office.date_of(at);
        for days in [i64::MIN, -1, 0, 1, i64::MAX] {
            assert!(office.days().offset(date, days, Roll::Forward).is_some());
        }
    }
    assert!(office.elapsed(ends[0], ends[1]).microseconds() > 0);
    assert_eq!(office.elapsed(ends[1], ends[0]).abs(), office.elapsed(ends[0], ends[1]));
    // After the tabulated years the week goes on, and deadlines still come.
    let late = "2400-03-01T12:00:00Z".parse().unwrap();
    assert_eq!(office.elapsed(late, office.due(late, "40h".parse().unwrap())).whole_minutes(), 2400);
}

mod by_the_minute {
    //! A slow and obvious model: look at the clock on the wall, minute by minute.

    use jiff::tz::{TimeZone, TimeZoneDatabase};
    use proptest::prelude::*;
    use smarketing::{BusinessCalendar, Calendar, Date, OpeningHours, TimeSpan, Timestamp, Weekday};

    const MINUTE: i64 = 60_000_000;
    const ZONES: [&str; 10] = [
        "Europe/Berlin",
        "America/New_York",
        "Australia/Sydney",
        "Australia/Lord_Howe",
        "America/Santiago",
        "Asia/Beirut",
        "Africa/Casablanca",
        "Asia/Kathmandu",
        "America/St_Johns",
        "UTC",
    ];

    #[derive(Debug, Clone)]
    struct Model {
        zone: &'static str,
        hours: Vec<(usize, u16, u16)>,
        holidays: Vec<(i16, i8, i8)>,
    }

    impl Model {
        fn is_open(&self, zone: &TimeZone, minute: i64) -> bool {
            let wall = zone.to_datetime(jiff::Timestamp::from_microsecond(minute * MINUTE).unwrap());
            let day = usize::try_from(wall.weekday().to_monday_zero_offset()).unwrap();
            let time = u16::try_from(i32::from(wall.hour()) * 60 + i32::from(wall.minute())).unwrap();
            let off = self.holidays.contains(&(wall.year(), wall.month(), wall.day()));
            !off && self.hours.iter().any(|(at, opens, closes)| *at == day && *opens <= time && time < *closes)
        }

        fn compiled(&self) -> BusinessCalendar {
            let mut calendar = Calendar::new();
            for (day, opens, closes) in &self.hours {
                calendar = calendar.open(&[Weekday::ALL[*day]], OpeningHours::new(*opens, *closes).unwrap());
            }
            for (year, month, day) in &self.holidays {
                calendar = calendar.holiday(Date::new(*year, *month, *day).unwrap());
            }
            BusinessCalendar::new(&calendar, self.zone).unwrap()
        }

        fn zone(&self) -> TimeZone {
            TimeZoneDatabase::bundled().get(self.zone).unwrap()
        }
    }

    fn instant(minute: i64) -> Timestamp {
        Timestamp::from_microseconds(minute * MINUTE).unwrap()
    }

    /// The months in which some zone changes its clocks, and the turn of a year.
    fn around_changes() -> impl Strategy<Value = i64> {
        let days = ["2026-03-05", "2026-03-25", "2026-04-01", "2026-09-03", "2026-10-01", "2026-10-21", "2026-12-22"];
        (prop::sample::select(days.to_vec()), 0..12 * 1440_i64).prop_map(|(day, minutes)| {
            let midnight: Timestamp = format!("{day}T00:00:00Z").parse().unwrap();
            midnight.microseconds() / MINUTE + minutes
        })
    }

    fn model() -> impl Strategy<Value = Model> {
        let interval = (0..7_usize, 0..1440_u16, 1..=1440_u16)
            .prop_map(|(day, opens, length)| (day, opens, (opens + length).min(1440)));
        let holiday = (prop::sample::select(vec![3_i8, 4, 9, 10, 12]), 1..=28_i8).prop_map(|(m, d)| (2026, m, d));
        let hours = prop::collection::vec(interval, 1..6);
        (prop::sample::select(ZONES.to_vec()), hours, prop::collection::vec(holiday, 0..6))
            .prop_map(|(zone, hours, holidays)| Model { zone, hours, holidays })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(192))]

        #[test]
        fn due_is_the_end_of_the_last_counted_minute(model in model(), start in around_changes(), within in 1..3000_i64) {
            let (zone, calendar) = (model.zone(), model.compiled());
            let (mut minute, mut left) = (start, within);
            let end = start + 60 * 1440;
            while left > 0 && minute < end {
                left -= i64::from(model.is_open(&zone, minute));
                minute += 1;
            }
            let due = calendar.due(instant(start), format!("{within}m").parse().unwrap());
            if left == 0 {
                prop_assert_eq!(due, instant(minute));
                prop_assert_eq!(calendar.elapsed(instant(start), due), TimeSpan::from_minutes(within));
            } else {
                prop_assert!(due > instant(end));
            }
        }

        #[test]
        fn elapsed_counts_the_open_minutes(model in model(), start in around_changes(), length in 0..20_000_i64) {
            let (zone, calendar) = (model.zone(), model.compiled());
            let open = (start..start + length).filter(|minute| model.is_open(&zone, *minute)).count();
            let open = TimeSpan::from_minutes(i64::try_from(open).unwrap());
            prop_assert_eq!(calendar.elapsed(instant(start), instant(start + length)), open);
            prop_assert_eq!(calendar.is_open(instant(start)), model.is_open(&zone, start));
            prop_assert_eq!(calendar.remaining(instant(start), instant(start + length)).abs(), open);
        }

        #[test]
        fn it_opens_at_the_first_open_minute(model in model(), start in around_changes()) {
            let (zone, calendar) = (model.zone(), model.compiled());
            let first = (start..start + 30 * 1440).find(|minute| model.is_open(&zone, *minute));
            if let Some(first) = first {
                prop_assert_eq!(calendar.opens(instant(start)), instant(first));
            }
        }
    }
}
