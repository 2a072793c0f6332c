//! [`Progress`]: one target of a month, and how near it is.

use serde::Serialize;

use super::exact::{Exact, Towards};
use super::money::Money;
use super::quantity::Quantity;
use crate::vocabulary::SourcedBy;

/// How a target stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProgressStatus {
    /// There is no target.
    NoTarget,
    /// No working day of the month has elapsed yet, and nothing is achieved.
    NotStarted,
    /// The target is reached.
    Achieved,
    /// As much as the elapsed working days owe, or more.
    OnTrack,
    /// Less, but the target lies within what can be expected.
    AtRisk,
    /// Less, and the target lies above what can be expected.
    Behind,
    /// No working day is left, and the target is not reached.
    Missed,
}

/// What the month will have brought at its end, with an interval of the confidence that was asked for.
///
/// `likely` goes on at the pace of the elapsed working days: what they brought, times all days by the
/// elapsed ones. The interval takes arrivals as a Poisson process whose rate is known from these days
/// alone, with Jeffreys' prior (H. Jeffreys, 1946): what is still to come has then a negative binomial
/// distribution with the size `came + ½` and the chance `elapsed / (elapsed + left)`, and the ends are
/// its quantiles with equal tails. For revenue it is that of the deals, at their average so far (or at
/// the plan's, before the first). What is achieved stays: no end lies below it; and what the pace gives lies within.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "{V}Projection"))]
#[non_exhaustive]
pub struct Projection<V> {
    /// The lower end of the interval.
    pub low: V,
    /// At the pace of the elapsed working days.
    pub likely: V,
    /// The upper end of the interval.
    pub high: V,
}

/// A target of the month, and how near it is: leads at a stage, or revenue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "{V}Progress"))]
#[non_exhaustive]
pub struct Progress<V> {
    /// The segment; all together, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    /// The side; both together, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<SourcedBy>,
    /// The stage; `customer` for revenue.
    pub stage: String,
    /// What the month owes.
    pub target: V,
    /// What it has brought up to and with the day of the question.
    pub achieved: V,
    /// Achieved of target, to four decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Quantity>,
    /// What the elapsed working days owe.
    pub expected: V,
    /// What is missing to the target; nothing, once it is reached.
    pub gap: V,
    /// What each working day from here on must bring; absent with none left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<V>,
    /// What the month will have brought; absent before the first working day has elapsed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projection: Option<Projection<V>>,
    /// How the target stands: on track, at risk, behind.
    pub status: ProgressStatus,
}

/// The working days of the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DayCount {
    /// How many there are in the whole month.
    pub total: u32,
    /// Before the day of the question.
    pub elapsed: u32,
    /// From that day on, itself included.
    pub left: u32,
}

/// What progress is told of.
pub(super) trait Measure: Copy + PartialOrd {
    fn exact(self) -> Exact;
    fn of(value: &Exact, minor_unit: u32) -> Option<Self>;
    /// What each day must bring is rounded up: the sum must suffice.
    fn up(value: &Exact, minor_unit: u32) -> Option<Self>;
    const NONE: Self;
}

impl Measure for Money {
    fn exact(self) -> Exact {
        Money::exact(self)
    }
    fn of(value: &Exact, minor_unit: u32) -> Option<Self> {
        Money::rounded(value, minor_unit)
    }
    fn up(value: &Exact, minor_unit: u32) -> Option<Self> {
        value.round(minor_unit, Towards::Up).map(Money::new)
    }
    const NONE: Self = Money::ZERO;
}

impl Measure for Quantity {
    fn exact(self) -> Exact {
        Quantity::exact(self)
    }
    fn of(value: &Exact, _minor_unit: u32) -> Option<Self> {
        Quantity::rounded(value, 2)
    }
    fn up(value: &Exact, _minor_unit: u32) -> Option<Self> {
        value.round(2, Towards::Up).map(Quantity::new)
    }
    const NONE: Self = Quantity::ZERO;
}

/// What a row is about, and what was achieved in it.
pub(super) struct Row<V> {
    pub(super) segment: Option<String>,
    pub(super) side: Option<SourcedBy>,
    pub(super) stage: String,
    pub(super) target: V,
    pub(super) achieved: V,
    /// Achieved before the day of the question.
    pub(super) before: V,
    /// The least and the most that is still to come.
    pub(super) to_come: Option<(V, V)>,
}

impl<V: Measure> Row<V> {
    pub(super) fn progress(self, days: DayCount, minor_unit: u32) -> Progress<V> {
        let exact = |value: V| value.exact();
        let whole = |days: u32| Exact::whole(days.into());
        let share = exact(self.achieved).over(&exact(self.target)).and_then(|share| Quantity::rounded(&share, 4));
        let expected = exact(self.target).times(&whole(days.elapsed)).over(&whole(days.total));
        let behind = expected.as_ref().is_some_and(|expected| exact(self.achieved).compare(expected).is_lt());
        let gap = exact(self.target).minus(&exact(self.achieved)).unwrap_or_else(Exact::zero);
        let projection = self.projection(days, minor_unit);
        let reached = self.achieved >= self.target;
        let status = if self.target <= V::NONE {
            ProgressStatus::NoTarget
        } else if reached {
            ProgressStatus::Achieved
        } else if days.left == 0 {
            ProgressStatus::Missed
        } else if days.elapsed == 0 {
            if self.achieved > V::NONE { ProgressStatus::OnTrack } else { ProgressStatus::NotStarted }
        } else if !behind {
            ProgressStatus::OnTrack
        } else if projection.as_ref().is_some_and(|projection| projection.high >= self.target) {
            ProgressStatus::AtRisk
        } else {
            ProgressStatus::Behind
        };
        Progress {
            share,
            expected: expected.and_then(|expected| V::of(&expected, minor_unit)).unwrap_or(V::NONE),
            pace: gap.over(&whole(days.left)).and_then(|pace| V::up(&pace, minor_unit)),
            gap: V::of(&gap, 6_u32.min(minor_unit)).unwrap_or(V::NONE),
            projection,
            status,
            segment: self.segment,
            side: self.side,
            stage: self.stage,
            target: self.target,
            achieved: self.achieved,
        }
    }

    fn projection(&self, days: DayCount, minor_unit: u32) -> Option<Projection<V>> {
        let (least, most) = self.to_come?;
        let before = self.before.exact();
        let rest = before.times(&Exact::whole(days.left.into())).over(&Exact::whole(days.elapsed.into()))?;
        // Today's share of the pace may be there already; what is achieved stays.
        let end = |more: &Exact| {
            let end = V::of(&before.plus(more), minor_unit)?;
            Some(if end < self.achieved { self.achieved } else { end })
        };
        // Revenue can come without deals that were counted: the interval has the pace in it all the same.
        let (low, likely, high) = (end(&least.exact())?, end(&rest)?, end(&most.exact())?);
        let (low, high) = (if low > likely { likely } else { low }, if high < likely { likely } else { high });
        Some(Projection { low, likely, high })
    }
}
