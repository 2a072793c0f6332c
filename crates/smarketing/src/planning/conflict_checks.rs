//! The single conflicts of an agreement's figures: criteria, target and opt-in, each against what it
//! forbids.

use super::chain::LEAD;
use super::conflicts::{Conflict, ConflictKind, ContactMix};
use super::exact::{Exact, Towards};
use super::goals::Goals;
use super::kpi::Kpi;
use super::plan::Plan;
use super::quantity::Quantity;
use super::rate::Rate;
use super::step::StageStep;

/// What a stage asks for, asked of a sample of leads.
pub(crate) struct Asked<'a> {
    pub(crate) stage: &'a str,
    /// What it asks for, in words.
    pub(crate) words: String,
    /// How many leads of the sample can meet it.
    pub(crate) meet: u64,
    /// How many there are.
    pub(crate) size: u64,
    /// Whether it also rests on facts of which the sample says nothing.
    pub(crate) at_most: bool,
    pub(crate) leads_per_month: Option<u64>,
    /// The single thresholds with which so many would meet it, each in words.
    pub(crate) lower: &'a dyn Fn(usize) -> Vec<String>,
}

/// Criteria that too few leads of a sample meet for the leads that the plan owes.
pub(crate) fn threshold(plan: &Plan, asked: &Asked<'_>, found: &mut Vec<Conflict>) {
    let Ok(share) = Rate::of_counts(asked.meet, asked.size) else { return };
    for segment in &plan.segments {
        for month in &segment.months {
            let figures = &month.figures.marketing;
            let (Some(owed), Some(leads)) = (figures.stages.get(asked.stage), figures.stages.get(LEAD)) else {
                continue;
            };
            let leads = asked.leads_per_month.map_or(*leads, Quantity::from);
            let Some(possible) = Quantity::rounded(&leads.exact().times(&share.exact()), 2) else { continue };
            if possible >= *owed {
                continue;
            }
            // Of the sample, as large a share must come through as the plan owes of the leads.
            let size = Exact::whole(asked.size);
            let needed = owed.exact().over(&leads.exact()).and_then(|rate| rate.times(&size).round(0, Towards::Up));
            let needed = needed.and_then(|needed| usize::try_from(needed).ok());
            let lower = needed.map(|needed| (asked.lower)(needed)).unwrap_or_default();
            let help = if lower.is_empty() {
                "no single threshold brings them: it takes more leads".to_owned()
            } else {
                format!("{} would bring them, or more leads", lower.join(", or "))
            };
            let message = format!(
                "{}{share} leads meet what `{}` asks for ({}): of {leads} leads that are {possible} `{}`, and the plan owes {owed}",
                if asked.at_most { "at most " } else { "" },
                asked.stage,
                asked.words,
                asked.stage
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
pub(crate) fn target(goals: &Goals, plan: &Plan, kpi: &Kpi, found: &mut Vec<Conflict>) {
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
    let shown = |quantity: Quantity| Quantity::rounded(&quantity.exact(), 2).unwrap_or(quantity);
    let order = planned.compare(&wanted);
    if order.is_eq() {
        return None;
    }
    if order.is_gt() {
        let possible = Quantity::rounded(&from.exact().times(&wanted), 6)?;
        let message = format!(
            "the plan counts on {rate} of `{step}`, the target is {target}: {} `{}` bring {} `{}` then, and {} are owed",
            shown(from),
            step.from,
            shown(possible),
            step.to,
            shown(to)
        );
        return (possible < to).then_some((to, possible, message));
    }
    // Who hands over fewer, but better, keeps the target and misses the volume.
    let possible = Quantity::rounded(&from.exact().times(&planned).over(&wanted)?, 6)?;
    let message = format!(
        "the plan counts on {rate} of `{step}`, the target is {target}: with the same good leads it holds for {} `{}` at most, and {} are owed",
        shown(possible),
        step.from,
        shown(from)
    );
    (possible < from).then_some((from, possible, message))
}

/// An opt-in rate that contacts entered without a consent make impossible.
pub(crate) fn opt_in(kpi: &Kpi, mix: ContactMix, found: &mut Vec<Conflict>) {
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
