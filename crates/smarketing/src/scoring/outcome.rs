//! What a rule comes to, now and at its ends: the first step of the order of scoring.

use rust_decimal::Decimal;

use super::adjust::{idle_periods, most_periods};
use super::compiled::{CompiledRule, CompiledScale, Each, MOST, RuleKind, ScaledBy};
use super::earned::Earned;
use crate::condition::expression::Surroundings;
use crate::condition::results::Reach;
use crate::condition::truth::{Truth, Verdict};
use crate::points::Points;
use crate::vocabulary::bound::Bound;

/// What a rule comes to: its points if it fires now, and the least and the most it could come to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Outcome {
    /// Whether it fires now.
    pub(super) fires: bool,
    /// Whether it could fire if more became known.
    pub(super) may_fire: bool,
    /// Whether it fires whatever becomes known.
    pub(super) settled: bool,
    /// Its points now; nothing where it does not fire.
    pub(super) now: i64,
    /// The least and the most it comes to when it fires.
    pub(super) least: i64,
    pub(super) most: i64,
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
    pub(super) fn reach(&self) -> Reach {
        match (self.may_fire || self.fires, self.settled) {
            (false, _) => Reach::default(),
            (true, true) => Reach { now: self.now, least: self.least, most: self.most },
            (true, false) => Reach { now: self.now, least: self.least.min(0), most: self.most.max(0) },
        }
    }
}

/// What a rule comes to of a lead.
pub(super) fn rule_outcome(rule: &CompiledRule, within: &Surroundings<'_>) -> Outcome {
    let gate = rule.when.as_ref().map_or(Verdict::YES, |when| when.evaluate(within));
    if gate == Verdict::NO {
        return Outcome::default();
    }
    let outcome = match &rule.kind {
        RuleKind::Holds(points) => Outcome::settled(Some(*points)),
        RuleKind::Scaled { by, scale, least, most } => scaled_outcome(*by, scale, *least, *most, within),
        RuleKind::Each(each) => each_outcome(each, within),
        RuleKind::Idle { idle, points } => match idle_periods(idle, within) {
            Some((_, periods)) => {
                let earned = |periods: u32| points.saturating_mul(i64::from(periods));
                let now = (periods > 0).then(|| earned(periods));
                match most_periods(idle, within) {
                    Some(most) if most == periods => Outcome::settled(now),
                    most => {
                        let other = most.map_or_else(|| points.saturating_mul(MOST), earned);
                        let (least, most) = (earned(periods).min(other), earned(periods).max(other));
                        Outcome { fires: now.is_some(), now: now.unwrap_or(0), ..Outcome::open(least, most) }
                    }
                }
            }
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
