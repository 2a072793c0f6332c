//! Handover: business time, calendars, and the clocks that run from one team to the other.

mod business_days;
mod business_time;
mod calendar;
mod open_time;
mod opening_hours;
mod public_holidays;
mod weekday;

pub use business_days::{BusinessDays, Roll};
pub use business_time::{BusinessCalendar, BusinessCalendarError};
pub use calendar::{Calendar, Holiday};
pub use opening_hours::{OpeningHours, OpeningHoursError};
pub use public_holidays::{HolidayRegion, HolidayRegionError, PublicHoliday};
pub use weekday::{Weekday, WeekdayError};
