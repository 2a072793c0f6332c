//! Adjusting a dimension, after its rules and groups, by factors; and counting the periods without
//! activity for which an adjustment or a rule may ask.

use super::compiled::{CompiledAdjustment, CompiledDimension, Idle, MOST};
use super::decay::power;
use crate::assessment::history::BoundInteraction;
use crate::assessment::reasons::Reasons;
use crate::condition::expression::Surroundings;
use crate::condition::results::Reach;
use crate::condition::truth::Verdict;
use crate::points::{FACTOR_ONE, Points, half_even_wide};
use crate::time::Timestamp;
use crate::vocabulary::bound::Bound;
use crate::vocabulary::compiled::CREATED;

/// Multiplies positive sums by the exact product of the factors that hold; each prefix is rounded
/// once, and is a line of its own.
pub(super) fn adjust(
    adjustments: &[CompiledAdjustment],
    total: Reach,
    dimension: &CompiledDimension,
    within: &Surroundings<'_>,
    reasons: &mut Option<Reasons<'_>>,
) -> Reach {
    let mut products = [FACTOR_ONE; 3];
    let apply = |value: i64, product: i128| {
        if value > 0 { Points::from_millionths(value).times_factor(product).millionths() } else { value }
    };
    let mut adjusted = total;
    for adjustment in adjustments {
        let [now, least, most] = factors(adjustment, within);
        for (product, factor) in products.iter_mut().zip([now, least, most]) {
            *product = half_even_wide(product.saturating_mul(factor), FACTOR_ONE);
        }
        let [now, least, most] = products;
        let next =
            Reach { now: apply(total.now, now), least: apply(total.least, least), most: apply(total.most, most) };
        if let Some(reasons) = reasons {
            let step = next.now.saturating_sub(adjusted.now);
            reasons.adjustment(adjustment, dimension.dimension, step, within);
        }
        adjusted = next;
    }
    adjusted
}

/// The factor of an adjustment now, and its ends.
fn factors(adjustment: &CompiledAdjustment, within: &Surroundings<'_>) -> [i128; 3] {
    let gate = adjustment.when.as_ref().map_or(Verdict::YES, |when| when.evaluate(within));
    let multiply = Points::from_millionths(adjustment.multiply);
    let (now, ends) = match &adjustment.idle {
        None => {
            let factor = power(multiply, 1);
            (factor, (factor, factor))
        }
        Some(idle) => match idle_periods(idle, within) {
            Some((_, periods)) => {
                let factor = power(multiply, periods);
                let other = most_periods(idle, within).map(|most| power(multiply, most));
                let other = other.unwrap_or(if multiply == Points::new(1) { FACTOR_ONE } else { 0 });
                (factor, (factor.min(other), factor.max(other)))
            }
            // Without any activity known, every number of periods is possible.
            None => (FACTOR_ONE, (if multiply == Points::new(1) { FACTOR_ONE } else { 0 }, FACTOR_ONE)),
        },
    };
    let now = if gate.truth.is_yes() { now } else { FACTOR_ONE };
    let (mut least, mut most) = ends;
    if !gate.may_hold {
        (least, most) = (FACTOR_ONE, FACTOR_ONE);
    } else if !gate.is_settled_yes() {
        (least, most) = (least.min(FACTOR_ONE), most.max(FACTOR_ONE));
    }
    [now, least.min(now), most.max(now)]
}

/// How many periods there could be if all that may not count did not: more than there are, where an
/// interaction of an offering has ended them; `None` where that is unknown.
pub(crate) fn most_periods(idle: &Idle, within: &Surroundings<'_>) -> Option<u32> {
    let ends = |interaction: &BoundInteraction| interaction.offering.is_none();
    idle_periods_by(idle, within, ends).map(|(_, periods)| periods)
}

/// Since when nothing has happened, and how many full periods ago; `None` where that is unknown.
pub(crate) fn idle_periods(idle: &Idle, within: &Surroundings<'_>) -> Option<(Timestamp, u32)> {
    idle_periods_by(idle, within, |_| true)
}

/// The same, as if only some of the interactions had been.
fn idle_periods_by(
    idle: &Idle,
    within: &Surroundings<'_>,
    counts: impl Fn(&BoundInteraction) -> bool,
) -> Option<(Timestamp, u32)> {
    let history = within.history?;
    let ends = |interaction: &&BoundInteraction| {
        idle.ends.get(usize::from(interaction.kind)).copied().unwrap_or(false) && counts(interaction)
    };
    let last = history.interactions.iter().rev().find(ends).map(|interaction| interaction.at);
    let since = last.or_else(|| match within.slots.get(usize::from(CREATED)) {
        Some(Bound::Time(created)) => Some(*created),
        _ => None,
    })?;
    let age = since.microseconds_until(within.as_of).max(0);
    let periods = age.checked_div(idle.every).unwrap_or(0).min(MOST);
    Some((since, u32::try_from(periods).unwrap_or(0)))
}
