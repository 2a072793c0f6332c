//! Requests about calendars: business time, arithmetic with working days, public holidays.

use super::asked::{Asked, Reply};
use super::function::{AS_OF, Argument, Function, On, needed, optional};
use super::leads::read_span;
use crate::document::reader::Place;
use crate::finding::{Code, Finding};
use crate::handover::{BusinessCalendar, BusinessDays, HolidayRegion, Roll, Weekday, read_days, read_region};
use crate::time::Date;

const CALENDAR: Argument = needed("calendar", "Text", "the name of one of the agreement's calendars");
const AT: Argument = needed("at", "Instant", "the moment for which it is asked");
const DAYS_OF: Argument = optional(
    "calendar",
    "Text",
    "the name of one of the agreement's calendars; absent, the days on which the teams work",
);
const WEEK: Argument =
    optional("week", "[Text]", "the working days of the week, such as `mon-thu` or `sat`; absent, Monday to Friday");
const HOLIDAYS: Argument = optional("holidays", "[Date]", "the days off; none, if absent");
const DATE: Argument = needed("date", "Date", "the civil day that is looked at");
const DAYS: Argument = needed("days", "Whole", "how many working days later; below zero, earlier");
const ROLL: Argument = needed("roll", "Roll", "where to go from a date that is no working day");
const FROM: Argument =
    optional("roll", "Roll", "where to begin if the date is no working day; absent, there is no answer then");
const FIRST: Argument = needed("start", "Date", "the first day that is counted");
const LAST: Argument = needed("end", "Date", "the day after the last one that is counted");

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "business_due",
        about: "When a span of business time is over that begins at an instant.",
        on: On::Agreement,
        arguments: &[
            CALENDAR,
            needed("start", "Instant", "from when on the span is counted"),
            needed("within", "Duration", "the span of business time, such as `4h` or `PT4H`"),
        ],
        result: "Instant",
        rust: "BusinessCalendar::due",
        call: |asked| {
            let (calendar, start) = (asked.read("calendar", |place| calendar_of(asked, place)), asked.instant("start"));
            let within = asked.read("within", read_span);
            Reply::of(&calendar?.due(start?, within?))
        },
    },
    Function {
        name: "business_elapsed",
        about: "How much business time lies between two instants; negative if the second is earlier.",
        on: On::Agreement,
        arguments: &[
            CALENDAR,
            needed("start", "Instant", "from when on it is counted"),
            needed("end", "Instant", "up to when it is counted"),
        ],
        result: "TimeSpan",
        rust: "BusinessCalendar::elapsed",
        call: |asked| {
            let (calendar, start) = (asked.read("calendar", |place| calendar_of(asked, place)), asked.instant("start"));
            let end = asked.instant("end");
            Reply::of(&calendar?.elapsed(start?, end?))
        },
    },
    Function {
        name: "business_is_open",
        about: "Whether the team works at an instant.",
        on: On::Agreement,
        arguments: &[CALENDAR, AT],
        result: "Boolean",
        rust: "BusinessCalendar::is_open",
        call: |asked| {
            let (calendar, at) = (asked.read("calendar", |place| calendar_of(asked, place)), asked.instant("at"));
            Reply::of(&calendar?.is_open(at?))
        },
    },
    Function {
        name: "business_opens",
        about: "The first instant from the given one at which the team works.",
        on: On::Agreement,
        arguments: &[CALENDAR, AT],
        result: "Instant",
        rust: "BusinessCalendar::opens",
        call: |asked| {
            let (calendar, at) = (asked.read("calendar", |place| calendar_of(asked, place)), asked.instant("at"));
            Reply::of(&calendar?.opens(at?))
        },
    },
    Function {
        name: "business_due_in_days",
        about: "The close of business so many working days after the day of an instant, which does not count.",
        on: On::Agreement,
        arguments: &[
            CALENDAR,
            needed("start", "Instant", "an instant of the day after which is counted"),
            needed("days", "Whole", "how many working days"),
        ],
        result: "Instant",
        rust: "BusinessCalendar::due_in_days",
        call: |asked| {
            let (calendar, start) = (asked.read("calendar", |place| calendar_of(asked, place)), asked.instant("start"));
            let days = asked.read("days", |place| place.whole(0, u32::MAX));
            Reply::of(&calendar?.due_in_days(start?, days?))
        },
    },
    Function {
        name: "business_before",
        about: "The first instant at which a span of business time was left before a due instant.",
        on: On::Agreement,
        arguments: &[
            CALENDAR,
            needed("due", "Instant", "when something is to be done at the latest"),
            needed("left", "Duration", "the span of business time, such as `1h` or `PT1H`"),
        ],
        result: "Instant",
        rust: "BusinessCalendar::before",
        call: |asked| {
            let (calendar, due) = (asked.read("calendar", |place| calendar_of(asked, place)), asked.instant("due"));
            let left = asked.read("left", read_span);
            Reply::of(&calendar?.before(due?, left?))
        },
    },
    Function {
        name: "business_remaining",
        about: "How much business time is left until a due instant; negative when it has passed.",
        on: On::Agreement,
        arguments: &[CALENDAR, needed("due", "Instant", "when something is to be done at the latest"), AS_OF],
        result: "TimeSpan",
        rust: "BusinessCalendar::remaining",
        call: |asked| {
            let (calendar, due) = (asked.read("calendar", |place| calendar_of(asked, place)), asked.instant("due"));
            let as_of = asked.as_of();
            Reply::of(&calendar?.remaining(due?, as_of?))
        },
    },
    Function {
        name: "is_business_day",
        about: "Whether a date is a working day, by a week and days off.",
        on: On::Library,
        arguments: &[DATE, WEEK, HOLIDAYS],
        result: "Boolean",
        rust: "BusinessDays::is_business_day",
        call: |asked| {
            let (date, days) = (date(asked, "date"), days_given(asked));
            Reply::of(&days?.is_business_day(date?))
        },
    },
    Function {
        name: "is_business_day",
        about: "Whether the teams work on a date.",
        on: On::Agreement,
        arguments: &[DATE, DAYS_OF],
        result: "Boolean",
        rust: "BusinessDays::is_business_day",
        call: |asked| {
            let (date, days) = (date(asked, "date"), days_of(asked));
            Reply::of(&days?.is_business_day(date?))
        },
    },
    Function {
        name: "business_day_roll",
        about: "A date if it is a working day, else the one to which is rolled, by a week and days off.",
        on: On::Library,
        arguments: &[DATE, ROLL, WEEK, HOLIDAYS],
        result: "Date?",
        rust: "BusinessDays::roll",
        call: |asked| {
            let (date, roll) = (date(asked, "date"), asked.read("roll", read_roll));
            let days = days_given(asked);
            within_years(asked, "date", days?.roll(date?, roll?))
        },
    },
    Function {
        name: "business_day_roll",
        about: "A date if the teams work on it, else the working day to which is rolled.",
        on: On::Agreement,
        arguments: &[DATE, ROLL, DAYS_OF],
        result: "Date?",
        rust: "BusinessDays::roll",
        call: |asked| {
            let (date, roll) = (date(asked, "date"), asked.read("roll", read_roll));
            let days = days_of(asked);
            within_years(asked, "date", days?.roll(date?, roll?))
        },
    },
    Function {
        name: "business_day_offset",
        about: "The date so many working days later or earlier, by a week and days off.",
        on: On::Library,
        arguments: &[DATE, DAYS, FROM, WEEK, HOLIDAYS],
        result: "Date?",
        rust: "BusinessDays::offset",
        call: |asked| {
            let (date, offset) = (date(asked, "date"), asked.read("days", read_offset));
            let (roll, days) = (asked.or("roll", Roll::Refuse, read_roll), days_given(asked));
            within_years(asked, "days", days?.offset(date?, offset?, roll?))
        },
    },
    Function {
        name: "business_day_offset",
        about: "The date so many of the teams' working days later or earlier.",
        on: On::Agreement,
        arguments: &[DATE, DAYS, FROM, DAYS_OF],
        result: "Date?",
        rust: "BusinessDays::offset",
        call: |asked| {
            let (date, offset) = (date(asked, "date"), asked.read("days", read_offset));
            let (roll, days) = (asked.or("roll", Roll::Refuse, read_roll), days_of(asked));
            within_years(asked, "days", days?.offset(date?, offset?, roll?))
        },
    },
    Function {
        name: "working_days",
        about: "How many working days lie from a date up to, and without, another, by a week and days off.",
        on: On::Library,
        arguments: &[FIRST, LAST, WEEK, HOLIDAYS],
        result: "Whole",
        rust: "BusinessDays::count",
        call: |asked| {
            let (start, end) = (date(asked, "start"), date(asked, "end"));
            let days = days_given(asked);
            Reply::of(&days?.count(start?, end?))
        },
    },
    Function {
        name: "working_days",
        about: "How many days the teams work from a date up to, and without, another.",
        on: On::Agreement,
        arguments: &[FIRST, LAST, DAYS_OF],
        result: "Whole",
        rust: "BusinessDays::count",
        call: |asked| {
            let (start, end) = (date(asked, "start"), date(asked, "end"));
            let days = days_of(asked);
            Reply::of(&days?.count(start?, end?))
        },
    },
    Function {
        name: "holiday_regions",
        about: "The regions whose public holidays are known, by their codes: `DE-BY`.",
        on: On::Library,
        arguments: &[],
        result: "[Text]",
        rust: "HolidayRegion::all",
        call: |_| Reply::of(&HolidayRegion::all().collect::<Vec<HolidayRegion>>()),
    },
    Function {
        name: "public_holidays",
        about: "The public holidays of a region in a year, in the order of the calendar; the rules hold from 1995.",
        on: On::Library,
        arguments: &[
            needed("region", "Text", "the code of the region, such as `DE-BY`"),
            needed("year", "Whole", "the calendar year, from 1 to 9999"),
        ],
        result: "[PublicHoliday]",
        rust: "HolidayRegion::holidays",
        call: |asked| {
            let (region, year) = (asked.read("region", read_region), asked.read("year", |place| place.whole(1, 9999)));
            Reply::of(&region?.holidays(i16::try_from(year?).ok()?))
        },
    },
];

/// One of the agreement's calendars, by its name.
pub(super) fn calendar_of(asked: &Asked<'_, '_, '_>, place: &Place<'_, '_>) -> Option<BusinessCalendar> {
    let (agreement, name) = (asked.agreement()?, place.text()?);
    let calendar = agreement.calendar(name);
    if calendar.is_none() {
        let handover = agreement.document().handover.as_ref();
        let known = handover.into_iter().flat_map(|handover| handover.calendars.names());
        let message = format!("the agreement has no calendar `{name}`");
        place.sink.report(Finding::new(Code::UnknownCalendar, place.path(), message).suggest(name, known));
    }
    calendar
}

/// The working days of one of the agreement's calendars, or of its teams.
fn days_of(asked: &Asked<'_, '_, '_>) -> Option<BusinessDays> {
    let calendar = asked.optional("calendar", |place| calendar_of(asked, place))?;
    calendar.map(|calendar| calendar.days().clone()).or_else(|| Some(asked.agreement()?.working_days()))
}

/// The working days that are given as a week and days off.
fn days_given(asked: &Asked<'_, '_, '_>) -> Option<BusinessDays> {
    let week = asked.or("week", Weekday::ALL.into_iter().take(5).collect(), read_days);
    let holidays = asked.or("holidays", Vec::new(), |place| place.list(|place| place.date()));
    BusinessDays::new(&week?, &holidays?)
}

fn date(asked: &Asked<'_, '_, '_>, name: &'static str) -> Option<Date> {
    asked.read(name, |place| place.date())
}

fn read_roll(place: &Place<'_, '_>) -> Option<Roll> {
    place.choice(&Roll::CHOICES)
}

/// The most working days from a date to another: more than all years have.
const MOST: i64 = 4_000_000;

fn read_offset(place: &Place<'_, '_>) -> Option<i64> {
    let number = place.decimal()?;
    let days = number.is_integer().then(|| i64::try_from(number).ok()).flatten();
    let days = days.filter(|days| (-MOST..=MOST).contains(days));
    if days.is_none() {
        place.report(Code::OutOfRange, format!("expected a whole number from -{MOST} to {MOST}, found `{number}`"));
    }
    days
}

/// A date, if it is one that can be written; the argument leads out of the calendar if not.
fn within_years(asked: &Asked<'_, '_, '_>, argument: &'static str, date: Option<Date>) -> Option<Reply> {
    if date.is_none_or(|date| (1..9999).contains(&date.year())) {
        return Reply::of(&date);
    }
    asked.read(argument, |place| {
        place.report(Code::OutOfRange, "the date lies outside the years 1 to 9998");
        None
    })
}
