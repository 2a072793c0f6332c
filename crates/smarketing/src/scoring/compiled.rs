//! The compiled scoring: what both engines run.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::dimension::Dimension;
use super::group::Pick;
use super::ladder::Ladder;
use super::limit::Limit;
use crate::condition::expression::Expression;
use crate::condition::history::Filter;
use crate::condition::results::ResultName;
use crate::time::DAY;
use crate::vocabulary::compiled::Slot;

/// The most interactions of a lead, and the most idle periods that count.
pub(crate) const MOST: i64 = 1_048_576;

/// The most limits of a rule: in all, and by day, week and month.
pub(crate) const LIMITS: usize = 4;

/// A rule, ready to be evaluated.
#[derive(Debug, Clone)]
pub(crate) struct CompiledRule {
    pub(crate) id: Arc<str>,
    pub(crate) group: Option<u16>,
    pub(crate) when: Option<Expression>,
    pub(crate) kind: RuleKind,
    /// The facts and results it asks about, for its evidence.
    pub(crate) asks: Asks,
}

/// What a condition asks about.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asks {
    pub(crate) facts: Box<[Slot]>,
    pub(crate) results: Box<[ResultName]>,
}

impl Asks {
    pub(crate) fn of<'e>(expressions: impl IntoIterator<Item = &'e Expression>) -> Self {
        let (mut facts, mut results) = (Vec::new(), Vec::new());
        for expression in expressions {
            expression.leaves(&mut |leaf| match leaf {
                Expression::Fact { slot, .. } if !facts.contains(slot) => facts.push(*slot),
                Expression::Result { name, .. } if !results.contains(name) => results.push(*name),
                _ => {}
            });
        }
        Self { facts: facts.into(), results: results.into() }
    }
}

#[derive(Debug, Clone)]
pub(crate) enum RuleKind {
    /// Once, when it holds.
    Holds(i64),
    /// By a value.
    Scaled { by: ScaledBy, scale: CompiledScale, least: i64, most: i64 },
    /// For each interaction that counts.
    Each(Each),
    /// For each full idle period.
    Idle { idle: Idle, points: i64 },
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum ScaledBy {
    Fact(Slot),
    Result(ResultName),
}

#[derive(Debug, Clone)]
pub(crate) enum CompiledScale {
    /// By code of a category, a country or a label.
    Codes(Box<[Option<i64>]>),
    Booleans {
        yes: Option<i64>,
        no: Option<i64>,
    },
    Texts(Box<[(Box<str>, i64)]>),
    Numbers(Box<[(Decimal, i64)]>),
    /// The lowest bound first.
    Steps(Box<[(Decimal, i64)]>),
    Times {
        factor: Decimal,
        min: i64,
        max: i64,
    },
}

#[derive(Debug, Clone)]
pub(crate) struct Each {
    pub(crate) filter: Filter,
    pub(crate) within: Option<i64>,
    /// At most one for each period, and one in all.
    pub(crate) limits: Box<[Limit]>,
    /// Points by whole days of age; the last cell stands for every greater age.
    pub(crate) table: Box<[i64]>,
}

impl Each {
    /// Whether an age in microseconds lies in the rule's window.
    pub(crate) fn is_young(&self, age: i64) -> bool {
        self.within.is_none_or(|within| age < within)
    }

    /// The points at an age in microseconds.
    pub(crate) fn points_at(&self, age: i64) -> i64 {
        let days = age.checked_div(DAY).and_then(|days| usize::try_from(days).ok()).unwrap_or(0);
        self.table.get(days).or(self.table.last()).copied().unwrap_or(0)
    }
}

/// When idleness counts.
#[derive(Debug, Clone)]
pub(crate) struct Idle {
    /// The types that end it, by number.
    pub(crate) ends: Box<[bool]>,
    pub(crate) every: i64,
}

#[derive(Debug, Clone)]
pub(crate) struct CompiledGroup {
    pub(crate) id: Arc<str>,
    pub(crate) pick: Pick,
    pub(crate) min: Option<i64>,
    pub(crate) max: Option<i64>,
    /// Whether it has a rule at all, and of which dimension.
    pub(crate) dimension: Option<Dimension>,
}

#[derive(Debug, Clone)]
pub(crate) struct CompiledAdjustment {
    pub(crate) id: Arc<str>,
    pub(crate) when: Option<Expression>,
    pub(crate) idle: Option<Idle>,
    /// In millionths.
    pub(crate) multiply: i64,
    pub(crate) asks: Asks,
}

/// One dimension: its rules in document order, its adjustments in the order of their ids.
#[derive(Debug, Clone)]
pub(crate) struct CompiledDimension {
    pub(crate) dimension: Dimension,
    pub(crate) rules: Box<[CompiledRule]>,
    pub(crate) adjustments: Box<[CompiledAdjustment]>,
    pub(crate) min: Option<i64>,
    pub(crate) max: Option<i64>,
    /// In millionths.
    pub(crate) weight: i64,
}

#[derive(Debug, Clone)]
pub(crate) struct CompiledScoring {
    pub(crate) fit: CompiledDimension,
    pub(crate) engagement: CompiledDimension,
    pub(crate) score: CompiledDimension,
    pub(crate) groups: Box<[CompiledGroup]>,
    pub(crate) fit_grades: Ladder,
    pub(crate) engagement_grades: Ladder,
    pub(crate) bands: Ladder,
    /// Grades by fit rung × engagement rungs + engagement rung.
    pub(crate) grades: Box<[Arc<str>]>,
    pub(crate) band_labels: Box<[Arc<str>]>,
}

/// The labels of all grades: every letter of the fit with every digit of the engagement.
pub(crate) fn grade_labels(fit: &Ladder, engagement: &Ladder) -> Vec<Arc<str>> {
    let parts = |ladder: &Ladder| {
        let labels: Vec<String> = ladder.labels().map(str::to_owned).collect();
        if labels.is_empty() { vec![String::new()] } else { labels }
    };
    if fit.is_empty() && engagement.is_empty() {
        return Vec::new();
    }
    let digits = parts(engagement);
    parts(fit).iter().flat_map(|letter| digits.iter().map(move |digit| format!("{letter}{digit}").into())).collect()
}
