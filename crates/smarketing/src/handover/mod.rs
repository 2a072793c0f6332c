//! Handover: business time, calendars, and the clocks that run from one team to the other.

mod agreed;
mod agreed_clock;
mod business_days;
mod business_time;
mod calendar;
mod clock;
mod escalation;
mod event_kind;
mod open_time;
mod opening_hours;
mod public_holidays;
mod running_clock;
mod speed_to_lead;
mod weekday;
mod within;

pub use agreed::Handover;
pub use agreed_clock::{AgreedClock, AgreedClocks, AgreedClocksError, ClockRefusal};
pub use business_days::{BusinessDays, Roll};
pub use business_time::{BusinessCalendar, BusinessCalendarError};
pub use calendar::{Calendar, Holiday};
pub use clock::{BreachAction, Clock, ClockStart, EscalationStep};
pub use escalation::{ClockForecast, ClockStatus, ClockStep, ClockStepKind};
pub use event_kind::EventKind;
pub use opening_hours::{OpeningHours, OpeningHoursError};
pub use public_holidays::{HolidayRegion, HolidayRegionError, PublicHoliday};
pub use running_clock::{Pause, RunningClock};
pub use speed_to_lead::{Delay, SpeedToLead, speed_to_lead};
pub use weekday::{Weekday, WeekdayError};
pub use within::{Within, WithinError};
