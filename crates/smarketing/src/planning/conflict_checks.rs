//! The single conflicts: threshold, target, opt-in and clock, each against what it forbids.

use rust_decimal::Decimal;

use super::chain::LEAD;
use super::conflicts::{ClockLoad, Conflict, ConflictKind, ContactMix, ScoreSample};
use super::exact::{Exact, Towards};
use super::goals::Goals;
use super::kpi::Kpi;
use super::month::Month;
use super::plan::Plan;
use super::quantity::Quantity;
use super::rate::Rate;
use super::step::StageStep;
use super::working_days::in_month;
use crate::handover::BusinessDays;
use crate::time::Date;

/// A threshold that too few leads of a sample reach for the leads that the plan owes.
pub(super) fn threshold(plan: &Plan, sample: &ScoreSample, found: &mut Vec<Conflict>) {
    let Some(share) = sample.share() else { return };
    for segment in &plan.segments {
        for month in &segment.months {
            let figures = &month.figures.marketing;
            let (Some(owed), Some(leads)) = (figures.stages.get(&sample.stage), figures.stages.get(LEAD)) else {
                continue;
            };
            let leads = sample.leads_per_month.map_or(*leads, Quantity::from);
            let Some(possible) = Quantity::rounded(&leads.exact().times(&share.exact()), 2) else { continue };
            if possible >= *owed {
                continue;
            }
            // Of the sample, as large a share must come through as the plan owes of the leads.
            let size = Exact::whole(u64::try_from(sample.scores.len()).unwrap_or(u64::MAX));
            let needed = owed.exact().over(&leads.exact()).and_then(|rate| rate.times(&size).round(0, Towards::Up));
            let needed = needed.and_then(|needed| usize::try_from(needed).ok());
            let help = match needed.and_then(|needed| sample.threshold_for(needed)) {
                Some(lower) => format!("a threshold of {lower} would bring them, or more leads"),
                None => "no threshold brings them: it takes more leads".to_owned(),
            };
            let message = format!(
                "{share} leads reach the threshold of {}: of {leads} leads that are {possible} `{}`, and the plan owes {owed}",
                sample.threshold, sample.stage
            );
            found.push(Conflict {
                kind: ConflictKind::ThresholdAgainstVolume,
                segment: Some(segment.segment.clone()),
                month: Some(month.month),
                asked: *owed,
                possible,
                missing: owed.minus(possible),
                message,
                help,
            });
        }
    }
}

/// A KPI whose target is another rate, or another deal, than the plan counts on.
pub(super) fn target(goals: &Goals, plan: &Plan, kpi: &Kpi, found: &mut Vec<Conflict>) {
    let Some(target) = kpi.target else { return };
    for (goal, segment) in goals.goals.iter().zip(&plan.segments) {
        for month in &segment.months {
            let conflict = if kpi.id == "average_deal" {
                let deal = goal.average_deal.at(month.month).map(|deal| Quantity::new(deal.amount()));
                let deals = month.figures.total.deals;
                deal.and_then(|deal| {
                    let brought = target.number().checked_mul(deals.number()).map(Quantity::new)?;
                    let owed = Quantity::new(month.figures.total.revenue.amount());
                    let message = format!(
                        "the plan counts on deals of {deal}, the target is {target}: {deals} deals bring {brought} then"
                    );
                    (target < deal && brought < owed).then_some((owed, brought, message))
                })
            } else {
                step_of(kpi, month.figures.total.stages.names()).and_then(|step| {
                    let figure = goal.rates.get(&step.to_string())?;
                    let rate = figure.at(month.month)?;
                    let (from, to) = (month.figures.total.at(&step.from)?, month.figures.total.at(&step.to)?);
                    against_rate(&step, *rate, target, from, to)
                })
            };
            let Some((asked, possible, message)) = conflict else { continue };
            found.push(Conflict {
                kind: ConflictKind::TargetAgainstPlan,
                segment: Some(segment.segment.clone()),
                month: Some(month.month),
                asked,
                possible,
                missing: asked.minus(possible),
                message: format!("`{}`: {message}", kpi.id),
                help: "plan with the target, or set the target at what the plan counts on".to_owned(),
            });
        }
    }
}

/// The step of the chain that a KPI is the rate of; the acceptance rate is that of the step to SAL.
fn step_of<'s>(kpi: &Kpi, stages: impl Iterator<Item = &'s str>) -> Option<StageStep> {
    if kpi.id == "acceptance_rate" {
        let stages: Vec<&str> = stages.collect();
        let at = stages.iter().position(|stage| *stage == "sal")?;
        return stages.get(at.checked_sub(1)?).map(|before| StageStep::new(*before, "sal"));
    }
    kpi.id.parse().ok()
}

/// What a target and the plan's rate leave possible: the volume at the target, where it is lower, or
/// how many may be handed over at most for the target to hold, where it is higher.
fn against_rate(
    step: &StageStep,
    rate: Rate,
    target: Quantity,
    from: Quantity,
    to: Quantity,
) -> Option<(Quantity, Quantity, String)> {
    let (planned, wanted) = (rate.exact(), target.exact());
    if planned.compare(&wanted).is_gt() {
        let possible = Quantity::rounded(&from.exact().times(&wanted), 2)?;
        let message = format!(
            "the plan counts on {rate} of `{step}`, the target is {target}: {from} `{}` bring {possible} `{}` then, and {to} are owed",
            step.from, step.to
        );
        return (possible < to).then_some((to, possible, message));
    }
    // Who hands over fewer, but better, keeps the target and misses the volume.
    let possible = Quantity::rounded(&from.exact().times(&planned).over(&wanted)?, 2)?;
    let message = format!(
        "the plan counts on {rate} of `{step}`, the target is {target}: with the same good leads it holds for {possible} `{}` at most, and {from} are owed",
        step.from
    );
    (possible < from).then_some((from, possible, message))
}

/// An opt-in rate that contacts entered without a consent make impossible.
pub(super) fn opt_in(kpi: &Kpi, mix: ContactMix, found: &mut Vec<Conflict>) {
    let Some(target) = kpi.target else { return };
    let with = mix.contacts.saturating_sub(mix.without_opt_in);
    let Some(possible) = Exact::fraction(with, mix.contacts).and_then(|share| Quantity::rounded(&share, 4)) else {
        return;
    };
    if possible >= target {
        return;
    }
    let allowed = Exact::whole(1).minus(&target.exact()).unwrap_or_else(Exact::zero);
    let allowed = allowed.times(&Exact::whole(mix.contacts)).round(0, Towards::Down).unwrap_or_default();
    let message = format!(
        "{} of {} contacts were entered without a consent: the opt-in rate can be {possible} at most, and shall be {target}",
        mix.without_opt_in, mix.contacts
    );
    found.push(Conflict {
        kind: ConflictKind::OptInAgainstOffline,
        segment: None,
        month: None,
        asked: target,
        possible,
        missing: target.minus(possible),
        message,
        help: format!("at most {allowed} contacts may be without one: ask where they are met, or count them apart"),
    });
}

/// A clock in which the leads that wait at the opening cannot be worked.
///
/// Leads are taken to arrive evenly over calendar days; what comes while nobody works waits. The
/// longest wait is after the longest run of free days of the month, and the night before it.
pub(super) fn clock(goals: &Goals, plan: &Plan, clock: &ClockLoad, days: &BusinessDays, found: &mut Vec<Conflict>) {
    for goal in &goals.goals {
        let Some(capacity) = goal.capacity.get(&clock.stage) else { continue };
        let arriving = plan.due.iter().filter(|due| due.segment == goal.segment && due.stage == clock.stage);
        for due in arriving {
            let Some(capacity) = capacity.at(due.month) else { continue };
            let Some((asked, possible, message, help)) = overrun(clock, due.total, *capacity, due.month, days) else {
                continue;
            };
            found.push(Conflict {
                kind: ConflictKind::ClockAgainstCapacity,
                segment: Some(goal.segment.clone()),
                month: Some(due.month),
                asked,
                possible,
                missing: asked.minus(possible),
                message,
                help,
            });
        }
    }
}

fn overrun(
    clock: &ClockLoad,
    arriving: Quantity,
    capacity: Quantity,
    month: Month,
    days: &BusinessDays,
) -> Option<(Quantity, Quantity, String, String)> {
    if arriving > capacity {
        let message = format!(
            "{arriving} leads arrive at `{}` in {month} and {capacity} can be worked: the clock `{}` must run out for {}, however long it is",
            clock.stage,
            clock.id,
            arriving.minus(capacity)
        );
        let help = format!("a capacity of {arriving}, or fewer leads");
        return Some((arriving, capacity, message, help));
    }
    let working = in_month(days, month);
    let hours = Exact::from_decimal(clock.hours_per_day)?;
    let day = Exact::whole(24);
    let night = day.minus(&hours)?.over(&day)?;
    let closed = night.plus(&Exact::whole(longest_rest(month, days).into()));
    let calendar = Exact::whole(month.last_day().day().unsigned_abs().into());
    let waiting = arriving.exact().over(&calendar)?.times(&closed);
    let each_hour = capacity.exact().over(&Exact::whole(working.into()).times(&hours))?;
    let worked = each_hour.times(&Exact::from_decimal(clock.within_hours)?);
    if worked.compare(&waiting).is_ge() {
        return None;
    }
    let (asked, possible) = (Quantity::rounded(&waiting, 2)?, Quantity::rounded(&worked, 2)?);
    let takes = waiting.over(&each_hour)?.round(1, Towards::Up)?;
    let message = format!(
        "after the longest rest of {month}, {asked} leads wait at `{}`, and {possible} of them can be worked within the {} hours of the clock `{}`",
        clock.stage,
        Decimal::normalize(&clock.within_hours),
        clock.id
    );
    let enough = waiting.over(&Exact::from_decimal(clock.within_hours)?)?;
    let enough = enough.times(&Exact::whole(working.into())).times(&hours).round(0, Towards::Up)?;
    let help = format!("a clock of {} hours, or a capacity of {enough} a month", takes.normalize());
    Some((asked, possible, message, help))
}

/// The longest run of days without work that ends in the month.
fn longest_rest(month: Month, days: &BusinessDays) -> u32 {
    let (mut longest, mut run) = (0_u32, 0_u32);
    // A run may have begun in the month before.
    let mut day = month.plus(-1).first_day();
    let end = month.last_day();
    while day <= end {
        if days.is_business_day(day) {
            if Month::of(day) == month {
                longest = longest.max(run);
            }
            run = 0;
        } else {
            run = run.saturating_add(1);
        }
        match day.to_jiff().tomorrow() {
            Ok(next) => day = Date::from_jiff(next),
            Err(_) => break,
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::longest_rest;
    use crate::handover::{BusinessDays, Weekday};

    #[test]
    fn holidays_lengthen_the_rest() {
        let office = |holidays: &[crate::Date]| BusinessDays::new(&Weekday::ALL[..5], holidays).unwrap();
        let december = "2026-12".parse().unwrap();
        assert_eq!(longest_rest(december, &office(&[])), 2);
        // Christmas on Friday, then the weekend.
        assert_eq!(longest_rest(december, &office(&["2026-12-25".parse().unwrap()])), 3);
    }
}
