//! Evaluating the scoring of one lead: rule totals → groups → adjustments → bounds → weights.

use std::sync::Arc;

use super::adjust::adjust;
use super::compiled::{CompiledDimension, CompiledGroup, CompiledScoring};
use super::group::Pick;
use super::outcome::{Outcome, rule_outcome};
use crate::assessment::contribution::ContributionKind;
use crate::assessment::reasons::Reasons;
use crate::condition::expression::Surroundings;
use crate::condition::results::Reach;
use crate::points::Points;

/// Evaluates one dimension: gives what it comes to before its weight.
pub(crate) fn dimension(
    dimension: &CompiledDimension,
    scoring: &CompiledScoring,
    base: Reach,
    within: &Surroundings<'_>,
    reasons: &mut Option<Reasons<'_>>,
) -> Reach {
    let mut total = base;
    let mut outcomes: Vec<(Option<u16>, Outcome)> = Vec::with_capacity(dimension.rules.len());
    for rule in &dimension.rules {
        let outcome = rule_outcome(rule, within);
        if outcome.fires
            && outcome.now != 0
            && let Some(reasons) = reasons
        {
            reasons.rule(rule, dimension.dimension, outcome.now, within);
        }
        if rule.group.is_none() {
            total = total.plus(outcome.reach());
        }
        outcomes.push((rule.group, outcome));
    }
    for (group, number) in scoring.groups.iter().zip(0_u16..) {
        if group.dimension == Some(dimension.dimension) {
            let members = outcomes.iter().filter(|(own, _)| *own == Some(number)).map(|(_, outcome)| outcome);
            total = total.plus(group_reach(group, members, dimension, reasons));
        }
    }
    total = adjust(&dimension.adjustments, total, dimension, within, reasons);
    let kinds = (ContributionKind::Min, ContributionKind::Max);
    bound(total, (dimension.min, dimension.max), kinds, None, dimension, reasons)
}

/// Applies the weight of a dimension.
pub(crate) fn weigh(dimension: &CompiledDimension, reach: Reach, reasons: &mut Option<Reasons<'_>>) -> Reach {
    let weighed = reach.map(|value| Points::from_millionths(value).times_weight(dimension.weight).millionths());
    if let Some(reasons) = reasons {
        let step = weighed.now.saturating_sub(reach.now);
        reasons.step(ContributionKind::Weight, None, dimension.dimension, step);
    }
    weighed
}

/// Holds a reach between bounds, each of which is a line of its own.
fn bound(
    reach: Reach,
    (min, max): (Option<i64>, Option<i64>),
    kinds: (ContributionKind, ContributionKind),
    id: Option<&Arc<str>>,
    dimension: &CompiledDimension,
    reasons: &mut Option<Reasons<'_>>,
) -> Reach {
    let raised = min.map_or(reach, |min| reach.map(|value| value.max(min)));
    let held = max.map_or(raised, |max| raised.map(|value| value.min(max)));
    if let Some(reasons) = reasons {
        reasons.step(kinds.0, id, dimension.dimension, raised.now.saturating_sub(reach.now));
        reasons.step(kinds.1, id, dimension.dimension, held.now.saturating_sub(raised.now));
    }
    held
}

/// What a group comes to; what its pick and its bounds take is a line each.
fn group_reach<'o>(
    group: &CompiledGroup,
    members: impl Iterator<Item = &'o Outcome> + Clone,
    dimension: &CompiledDimension,
    reasons: &mut Option<Reasons<'_>>,
) -> Reach {
    let sum = members.clone().fold(Reach::default(), |sum, outcome| sum.plus(outcome.reach()));
    let picked = match group.pick {
        Pick::Sum => sum,
        Pick::First => pick_first(members),
        Pick::Highest => pick_highest(members),
    };
    if let Some(reasons) = reasons {
        let step = picked.now.saturating_sub(sum.now);
        reasons.step(ContributionKind::GroupPick, Some(&group.id), dimension.dimension, step);
    }
    let kinds = (ContributionKind::GroupMin, ContributionKind::GroupMax);
    bound(picked, (group.min, group.max), kinds, Some(&group.id), dimension, reasons)
}

/// The first that fires; what may fire before it widens the reach.
fn pick_first<'o>(members: impl Iterator<Item = &'o Outcome> + Clone) -> Reach {
    let now = members.clone().find(|outcome| outcome.fires).map_or(0, |outcome| outcome.now);
    let mut ends: Option<(i64, i64)> = None;
    let widen = |ends: Option<(i64, i64)>, least: i64, most: i64| {
        Some(ends.map_or((least, most), |(low, high)| (low.min(least), high.max(most))))
    };
    let mut decided = false;
    for outcome in members.filter(|outcome| outcome.may_fire || outcome.fires) {
        ends = widen(ends, outcome.least, outcome.most);
        if outcome.settled {
            decided = true;
            break;
        }
    }
    if !decided {
        ends = widen(ends, 0, 0);
    }
    let (least, most) = ends.unwrap_or_default();
    Reach { now, least, most }
}

/// The most points of those that fire.
fn pick_highest<'o>(members: impl Iterator<Item = &'o Outcome> + Clone) -> Reach {
    let now = members.clone().filter(|outcome| outcome.fires).map(|outcome| outcome.now).max().unwrap_or(0);
    let able = members.filter(|outcome| outcome.may_fire || outcome.fires);
    let settled = able.clone().filter(|outcome| outcome.settled).map(|outcome| outcome.least).max();
    let most = able.clone().map(|outcome| outcome.most).max();
    match (settled, most) {
        (Some(least), Some(most)) => Reach { now, least, most },
        (None, Some(most)) => {
            let least = able.map(|outcome| outcome.least).min().unwrap_or(0);
            Reach { now, least: least.min(0), most: most.max(0) }
        }
        _ => Reach::default(),
    }
}
