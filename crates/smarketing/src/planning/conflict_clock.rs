//! A clock against capacity: whether the leads that wait after the longest rest of a month can be worked
//! while their clocks run.

use super::conflicts::{Conflict, ConflictKind};
use super::exact::{Exact, Towards};
use super::goals::Goals;
use super::month::Month;
use super::office_hours::OfficeHours;
use super::plan::Plan;
use super::quantity::Quantity;
use crate::handover::Within;
use crate::time::Duration;

/// A clock of the agreement, and all that decides whether it can be kept.
pub(crate) struct Load<'a> {
    pub(crate) id: &'a str,
    /// The stage of the plan at which its leads wait.
    pub(crate) stage: &'a str,
    pub(crate) within: Within,
    /// Whether it counts in the time of a calendar; otherwise it runs day and night.
    pub(crate) counts_hours: bool,
    /// When its leads are worked, if that is known.
    pub(crate) hours: Option<&'a OfficeHours>,
    /// How long one lead takes; otherwise capacity is spread evenly over the working hours.
    pub(crate) handling: Option<Duration>,
    /// Whether it starts by itself, day and night, and not when somebody does something.
    pub(crate) starts_by_itself: bool,
}

/// What one side asks for, what the other leaves possible, and both in words.
struct Overrun {
    asked: Quantity,
    possible: Quantity,
    message: String,
    help: String,
}

/// The months in which the leads that arrive at a stage are more than can be worked in time.
pub(crate) fn clock(goals: &Goals, plan: &Plan, load: &Load<'_>, found: &mut Vec<Conflict>) {
    for goal in &goals.goals {
        let Some(capacity) = goal.capacity.get(load.stage) else { continue };
        let arriving = plan.due.iter().filter(|due| due.segment == goal.segment && due.stage == load.stage);
        for due in arriving {
            let Some(capacity) = capacity.at(due.month).copied() else { continue };
            let too_many = load.more_than_capacity(due.total, capacity, due.month);
            let Some(overrun) = too_many.or_else(|| load.after_rest(due.total, capacity, due.month)) else { continue };
            found.push(Conflict {
                kind: ConflictKind::ClockAgainstCapacity,
                segment: Some(goal.segment.clone()),
                month: Some(due.month),
                asked: overrun.asked,
                possible: overrun.possible,
                missing: overrun.asked.minus(overrun.possible),
                message: overrun.message,
                help: overrun.help,
            });
        }
    }
}

impl Load<'_> {
    fn more_than_capacity(&self, arriving: Quantity, capacity: Quantity, month: Month) -> Option<Overrun> {
        (arriving > capacity).then(|| Overrun {
            asked: arriving,
            possible: capacity,
            message: format!(
                "{arriving} leads arrive at `{}` in {month} and {capacity} can be worked: the clock `{}` must run out for {}, however long it is",
                self.stage,
                self.id,
                arriving.minus(capacity)
            ),
            help: format!("a capacity of {arriving}, or fewer leads"),
        })
    }

    /// Leads are taken to arrive evenly, day and night; what comes while nobody works waits. The longest
    /// wait is that for the opening after the longest rest of the month.
    fn after_rest(&self, arriving: Quantity, capacity: Quantity, month: Month) -> Option<Overrun> {
        let hours = self.hours.filter(|_| self.starts_by_itself)?.of(month)?;
        let calendar = Exact::whole(month.last_day().day().unsigned_abs().into()).times(&Exact::whole(24));
        let each_hour = arriving.exact().over(&calendar)?;
        let worked_each_hour = match self.handling {
            Some(handling) => Exact::whole(1).over(&in_hours(handling)?)?,
            None => capacity.exact().over(&hours.open)?,
        };
        let waiting = each_hour.times(&hours.rest);
        let (within, in_time) = match self.within {
            Within::BusinessDays(days) => {
                let within = hours.day.times(&Exact::whole(days.into()));
                (within.clone(), worked_each_hour.times(&within))
            }
            Within::Time(time) if self.counts_hours => {
                let within = in_hours(time)?;
                (within.clone(), worked_each_hour.times(&within))
            }
            // Those who came earlier in the rest than the clock runs are late before anybody works.
            Within::Time(time) => {
                let within = in_hours(time)?;
                let young = if within.compare(&hours.rest).is_lt() { &within } else { &hours.rest };
                let (young, able) =
                    (each_hour.times(young), worked_each_hour.times(&worked_within(&within, &hours.day)?));
                (within, if young.compare(&able).is_lt() { young } else { able })
            }
        };
        if in_time.compare(&waiting).is_ge() {
            return None;
        }
        let (asked, possible) = (Quantity::rounded(&waiting, 2)?, Quantity::rounded(&in_time, 2)?);
        let message = format!(
            "after the longest rest of {month}, {asked} leads wait at `{}`, and {possible} of them can be worked within the {} of the clock `{}`{}",
            self.stage,
            written(&within)?,
            self.id,
            if self.counts_hours { "" } else { ", which runs day and night" }
        );
        let takes = waiting.over(&worked_each_hour)?;
        let longer = if self.counts_hours {
            format!("a clock of {}", written(&takes)?)
        } else {
            let needed = runs_for(&takes, &hours.day)?;
            let needed = if needed.compare(&hours.rest).is_lt() { hours.rest } else { needed };
            format!("a clock in the time of a calendar, or one of {}", written(&needed)?)
        };
        let enough = waiting.over(&within)?;
        let help = match self.handling {
            _ if !self.counts_hours => longer,
            Some(_) => {
                let minutes = Exact::whole(60).over(&enough)?.round(0, Towards::Down)?;
                format!("{longer}, or at most {minutes} minutes for each lead")
            }
            None => format!("{longer}, or a capacity of {} a month", enough.times(&hours.open).round(0, Towards::Up)?),
        };
        Some(Overrun { asked, possible, message, help })
    }
}

fn in_hours(time: Duration) -> Option<Exact> {
    Exact::fraction(u64::try_from(time.microseconds()).ok()?, 3_600_000_000)
}

/// Hours in words, to the next tenth.
fn written(hours: &Exact) -> Option<String> {
    let hours = hours.round(1, Towards::Up)?.normalize();
    Some(format!("{hours} hour{}", if hours == rust_decimal::Decimal::ONE { "" } else { "s" }))
}

/// How many hours are worked in so many hours from an opening on.
fn worked_within(hours: &Exact, day: &Exact) -> Option<Exact> {
    let days = Exact::from_decimal(hours.over(&Exact::whole(24))?.round(0, Towards::Down)?)?;
    let rest = hours.minus(&days.times(&Exact::whole(24)))?;
    let last = if rest.compare(day).is_lt() { rest } else { day.clone() };
    Some(days.times(day).plus(&last))
}

/// How many hours pass from an opening on until so many are worked.
fn runs_for(worked: &Exact, day: &Exact) -> Option<Exact> {
    let days = Exact::from_decimal(worked.over(day)?.round(0, Towards::Down)?)?;
    let rest = worked.minus(&days.times(day))?;
    if rest.is_zero() && !days.is_zero() {
        // The last day ends with its closing.
        return days.minus(&Exact::whole(1))?.times(&Exact::whole(24)).plus(day).into();
    }
    Some(days.times(&Exact::whole(24)).plus(&rest))
}
