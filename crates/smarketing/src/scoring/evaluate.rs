//! Evaluating the scoring of one lead: rule totals → groups → adjustments → bounds → weights.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::compiled::{
    CompiledAdjustment, CompiledDimension, CompiledGroup, CompiledRule, CompiledScale, CompiledScoring, Each, Idle,
    LIMITS, MOST, RuleKind, ScaledBy,
};
use super::decay::power;
use super::group::Pick;
use crate::assessment::contribution::ContributionKind;
use crate::assessment::history::BoundInteraction;
use crate::assessment::reasons::Reasons;
use crate::condition::expression::Surroundings;
use crate::condition::results::Reach;
use crate::condition::truth::{Truth, Verdict};
use crate::points::{FACTOR_ONE, Points, half_even_wide};
use crate::time::Timestamp;
use crate::vocabulary::bound::Bound;
use crate::vocabulary::compiled::CREATED;

/// What a rule comes to: its points if it fires now, and the least and the most it could come to.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Outcome {
    /// Whether it fires now.
    fires: bool,
    /// Whether it could fire if more became known.
    may_fire: bool,
    /// Whether it fires whatever becomes known.
    settled: bool,
    /// Its points now; nothing where it does not fire.
    now: i64,
    /// The least and the most it comes to when it fires.
    least: i64,
    most: i64,
}

impl Outcome {
    const fn settled(points: Option<i64>) -> Self {
        match points {
            Some(points) => {
                Self { fires: true, may_fire: true, settled: true, now: points, least: points, most: points }
            }
            None => Self { fires: false, may_fire: false, settled: false, now: 0, least: 0, most: 0 },
        }
    }

    const fn open(least: i64, most: i64) -> Self {
        Self { fires: false, may_fire: true, settled: false, now: 0, least, most }
    }

    fn gated(self, gate: Verdict) -> Self {
        let fires = self.fires && gate.truth.is_yes();
        Self {
            fires,
            may_fire: self.may_fire && gate.may_hold,
            settled: self.settled && gate.is_settled_yes(),
            now: if fires { self.now } else { 0 },
            ..self
        }
    }

    /// Its part of a sum.
    fn reach(&self) -> Reach {
        match (self.may_fire || self.fires, self.settled) {
            (false, _) => Reach::default(),
            (true, true) => Reach { now: self.now, least: self.least, most: self.most },
            (true, false) => Reach { now: self.now, least: self.least.min(0), most: self.most.max(0) },
        }
    }
}

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

/// Multiplies positive sums by the exact product of the factors that hold; each prefix is rounded
/// once, and is a line of its own.
fn adjust(
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
                (factor, (factor, factor))
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

/// Since when nothing has happened, and how many full periods ago; `None` where that is unknown.
pub(crate) fn idle_periods(idle: &Idle, within: &Surroundings<'_>) -> Option<(Timestamp, u32)> {
    let history = within.history?;
    let ends = |interaction: &&BoundInteraction| idle.ends.get(usize::from(interaction.kind)).copied().unwrap_or(false);
    let last = history.interactions.iter().rev().find(ends).map(|interaction| interaction.at);
    let since = last.or_else(|| match within.slots.get(usize::from(CREATED)) {
        Some(Bound::Time(created)) => Some(*created),
        _ => None,
    })?;
    let age = since.microseconds_until(within.as_of).max(0);
    let periods = age.checked_div(idle.every).unwrap_or(0).min(MOST);
    Some((since, u32::try_from(periods).unwrap_or(0)))
}

fn rule_outcome(rule: &CompiledRule, within: &Surroundings<'_>) -> Outcome {
    let gate = rule.when.as_ref().map_or(Verdict::YES, |when| when.evaluate(within));
    if gate == Verdict::NO {
        return Outcome::default();
    }
    let outcome = match &rule.kind {
        RuleKind::Holds(points) => Outcome::settled(Some(*points)),
        RuleKind::Scaled { by, scale, least, most } => scaled_outcome(*by, scale, *least, *most, within),
        RuleKind::Each(each) => each_outcome(each, within),
        RuleKind::Idle { idle, points } => match idle_periods(idle, within) {
            Some((_, periods)) => Outcome::settled((periods > 0).then(|| points.saturating_mul(i64::from(periods)))),
            None => {
                let most = points.saturating_mul(MOST);
                Outcome::open((*points).min(most), (*points).max(most))
            }
        },
    };
    outcome.gated(gate)
}

fn scaled_outcome(by: ScaledBy, scale: &CompiledScale, least: i64, most: i64, within: &Surroundings<'_>) -> Outcome {
    match by {
        ScaledBy::Fact(slot) => match within.slots.get(usize::from(slot)) {
            None | Some(Bound::Missing) => Outcome::open(least, most),
            Some(Bound::Withheld) => Outcome::settled(None),
            Some(value) => Outcome::settled(points_of(scale, value)),
        },
        ScaledBy::Result(name) if name.is_number() => {
            let reach = within.results.number(name);
            let at = |millionths: i64| points_of(scale, &Bound::Number(Decimal::new(millionths, 6)));
            let now = at(reach.now);
            if reach.least == reach.most {
                return Outcome::settled(now);
            }
            Outcome { fires: now.is_some(), now: now.unwrap_or(0), ..Outcome::open(least, most) }
        }
        ScaledBy::Result(name) => {
            let label = within.results.label(name);
            let CompiledScale::Codes(codes) = scale else { return Outcome::default() };
            let points = |code: usize| codes.get(code).copied().flatten();
            let now = label.now.and_then(|code| points(usize::from(code)));
            let others = (0..64_u32).zip(codes.iter()).filter(|(code, _)| label.possible & (1 << code) != 0);
            let open = label.maybe_none || label.possible.count_ones() > 1;
            if !open {
                return Outcome::settled(now);
            }
            let ends = others.filter_map(|(_, points)| *points).chain(now);
            let (least, most) = (ends.clone().min().unwrap_or(0), ends.max().unwrap_or(0));
            Outcome { fires: now.is_some(), now: now.unwrap_or(0), ..Outcome::open(least, most) }
        }
    }
}

/// The points of a known value; `None` where the scale has none for it.
pub(crate) fn points_of(scale: &CompiledScale, value: &Bound) -> Option<i64> {
    match (scale, value) {
        (CompiledScale::Codes(codes), Bound::Code(code)) => codes.get(usize::from(*code)).copied().flatten(),
        (CompiledScale::Booleans { yes, no }, Bound::Boolean(truth)) => {
            if *truth {
                *yes
            } else {
                *no
            }
        }
        (CompiledScale::Texts(texts), Bound::Text(text)) => find_text(texts, &text.text),
        (CompiledScale::Texts(texts), Bound::Email(email)) => find_text(texts, &email.address.text),
        (CompiledScale::Numbers(numbers), Bound::Number(number)) => {
            numbers.iter().find(|(known, _)| known == number).map(|(_, points)| *points)
        }
        (CompiledScale::Steps(steps), Bound::Number(number)) => {
            steps.iter().rev().find(|(bound, _)| number >= bound).map(|(_, points)| *points)
        }
        (CompiledScale::Times { factor, min, max }, Bound::Number(number)) => {
            let product = number.checked_mul(*factor);
            let points = product.map_or(
                // Beyond what a decimal holds, only the bound is left.
                if number.is_sign_negative() == factor.is_sign_negative() { i64::MAX } else { i64::MIN },
                |product| Points::rounded_from(product).millionths(),
            );
            Some(points.max(*min).min(*max))
        }
        _ => None,
    }
}

fn find_text(texts: &[(Box<str>, i64)], wanted: &str) -> Option<i64> {
    texts.iter().find(|(text, _)| **text == *wanted).map(|(_, points)| *points)
}

fn each_outcome(each: &Each, within: &Surroundings<'_>) -> Outcome {
    let first = each.table.first().copied().unwrap_or(0);
    let Some(history) = within.history else {
        let limit = each.limits.iter().filter(|limit| limit.per.is_none()).map(|limit| i64::from(limit.times)).min();
        let most = first.saturating_mul(limit.unwrap_or(MOST));
        return Outcome::open(most.min(0), most.max(0));
    };
    // Three sums at once: of those that count, of those that count whatever becomes known, of all
    // that may count. Each fills the limits by itself.
    let (mut now, mut least, mut most) = (Earned::new(each), Earned::new(each), Earned::new(each));
    each.filter.visit_back(
        history,
        within.as_of,
        |age| each.is_young(age),
        |interaction, age, verdict| {
            let points = each.points_at(age);
            if verdict.truth == Truth::Yes {
                now.earn(interaction, points);
            }
            if verdict.is_settled_yes() {
                least.earn(interaction, points);
            }
            most.earn(interaction, points);
        },
    );
    let (low, high) = (least.sum.min(most.sum), least.sum.max(most.sum));
    Outcome { fires: now.any, may_fire: most.any, settled: least.any, now: now.sum, least: low, most: high }
}

/// What interactions earn within the limits of a rule, the most recent first.
#[derive(Debug)]
struct Earned<'r> {
    limits: Limits<'r>,
    sum: i64,
    any: bool,
}

impl<'r> Earned<'r> {
    const fn new(each: &'r Each) -> Self {
        Self { limits: Limits::new(each), sum: 0, any: false }
    }

    fn earn(&mut self, interaction: &BoundInteraction, points: i64) {
        if self.limits.admit(interaction) {
            self.sum = self.sum.saturating_add(points);
            self.any = true;
        }
    }
}

/// The limits of a rule, filled from the most recent interaction on.
#[derive(Debug)]
pub(crate) struct Limits<'r> {
    each: &'r Each,
    /// The period that is being filled, and how many it has, by limit.
    filled: [(i32, u32); LIMITS],
}

impl<'r> Limits<'r> {
    pub(crate) const fn new(each: &'r Each) -> Self {
        Self { each, filled: [(i32::MIN, 0); LIMITS] }
    }

    /// Whether an interaction counts: it does where every limit has room for it.
    pub(crate) fn admit(&mut self, interaction: &BoundInteraction) -> bool {
        for (limit, (number, count)) in self.each.limits.iter().zip(&mut self.filled) {
            let own = limit.per.map_or(0, |per| interaction.period(per));
            if *number != own {
                (*number, *count) = (own, 0);
            }
            if *count >= limit.times {
                return false;
            }
        }
        for (_, (_, count)) in self.each.limits.iter().zip(&mut self.filled) {
            *count = count.saturating_add(1);
        }
        true
    }
}
