//! [`moving_targets`]: the months left, planned anew, beside the plain roll-over.

use rust_decimal::Decimal;
use serde::Serialize;

use super::actual::Actual;
use super::exact::Exact;
use super::figure::Figure;
use super::goal::Goal;
use super::goals::Goals;
use super::measured::Measured;
use super::money::Money;
use super::month::Month;
use super::plan::{Plan, PlanOptions, plan};
use super::proposal::{FEWEST, Proposal, propose};
use super::quantity::Quantity;
use super::year::year_table;
use crate::finding::{Code, Finding, Path};
use crate::time::Date;
use crate::vocabulary::Entries;

/// What the targets of the months left follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Hold {
    /// The goal of all months together stands: what is missing is made up, month by month in
    /// proportion to target × index.
    #[default]
    Goal,
    /// The market decides: each target times its index, and what was missed stays missed.
    Market,
}

impl Hold {
    /// The names by which options choose.
    pub const ALL: [(&'static str, Hold); 2] = [("goal", Hold::Goal), ("market", Hold::Market)];
}

/// How targets move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MovingOptions {
    /// How the market stands against the plan, by month: 1 as planned, 0.9 a tenth below.
    #[serde(serialize_with = "index_text")]
    #[cfg_attr(feature = "schema", schemars(with = "Figure<Quantity>"))]
    pub index: Figure<Decimal>,
    /// Where the index is from: an index without a source is a guess.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index_source: Option<String>,
    /// What the targets follow.
    pub hold: Hold,
    /// Figures measured anew, by segment; those without a group serve every segment that has none.
    pub measured: Vec<Measured>,
    /// How many decided leads a measured rate needs.
    pub fewest: u64,
    /// How the months left are planned.
    pub plan_options: PlanOptions,
}

/// The index as the agreement's other figures are written.
fn index_text<S: serde::Serializer>(index: &Figure<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    let months = index.months.iter().map(|(month, value)| (*month, Quantity::new(*value))).collect();
    serde::Serialize::serialize(&Figure { months, otherwise: index.otherwise.map(Quantity::new) }, serializer)
}

impl MovingOptions {
    /// The goal stands, the market is as planned, and rates are those of the goals.
    #[must_use]
    pub fn new() -> Self {
        Self {
            index: Figure::always(Decimal::ONE),
            index_source: None,
            hold: Hold::Goal,
            measured: Vec::new(),
            fewest: FEWEST,
            plan_options: PlanOptions::new(),
        }
    }

    /// Sets the outside index, and says where it is from.
    #[must_use]
    pub fn index(mut self, index: impl Into<Figure<Decimal>>, source: impl Into<String>) -> Self {
        self.index = index.into();
        self.index_source = Some(source.into());
        self
    }

    /// Says what the targets follow.
    #[must_use]
    pub const fn hold(mut self, hold: Hold) -> Self {
        self.hold = hold;
        self
    }

    /// Takes figures measured anew.
    #[must_use]
    pub fn measured(mut self, measured: Vec<Measured>) -> Self {
        self.measured = measured;
        self
    }

    /// Says how the months left are planned.
    #[must_use]
    pub fn plan_options(mut self, options: PlanOptions) -> Self {
        self.plan_options = options;
        self
    }
}

impl Default for MovingOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// The months left, by roll-over and planned anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MovingTargets {
    /// The months left of each segment.
    pub months: Vec<MovingMonth>,
    /// The plan of the months left: moved targets, at the rates measured anew.
    pub plan: Plan,
    /// Which figures gave way to measured ones, by segment.
    pub refreshed: Entries<Proposal>,
    /// Where the outside index is from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index_source: Option<String>,
    /// What makes the answer doubtful.
    pub findings: Vec<Finding>,
}

impl MovingTargets {
    /// The core's own JSON text: the same bytes on every platform.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_string(self)
    }
}

/// A month left of a segment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MovingMonth {
    /// The id of the segment in the agreement's goals.
    pub segment: String,
    /// The month that is planned anew.
    pub month: Month,
    /// The target of the agreement.
    pub target: Money,
    /// The plain roll-over: shortfalls and surpluses of the months before fall upon the first month
    /// left; a surplus beyond it upon the next.
    pub rolled: Money,
    /// The target that follows the market and what was missed.
    pub moved: Money,
}

/// Plans the months left anew: those from the month of `as_of` on, which is still running.
///
/// Shortfalls and surpluses are those of the months before. Rolled and, under [`Hold::Goal`], moved
/// targets add up with what was achieved to the goal of all months, unless that is exceeded already.
///
/// ```
/// use smarketing::{Actual, Currency, Goal, Goals, Money, MovingOptions, Rate, SourcedBy, moving_targets};
/// let mut goal = Goal::new("all").average_deal(Money::from(100)).rate("lead", "customer", "0.1".parse::<Rate>().unwrap());
/// for month in ["2026-10", "2026-11", "2026-12"] {
///     goal = goal.revenue(month.parse().unwrap(), Money::from(1_000));
/// }
/// let goals = Goals::new(Currency::EUR).goal(goal);
/// let won = Actual::new("2026-10-20".parse().unwrap(), "all", SourcedBy::Marketing, "customer", 4).revenue(Money::from(400));
/// let moving = moving_targets(&goals, &[won], "2026-11-02".parse().unwrap(), &MovingOptions::new());
/// let months: Vec<_> = moving.months.iter().map(|month| (month.rolled, month.moved)).collect();
/// let euros = Money::from;
/// assert_eq!(months, [(euros(1_600), euros(1_300)), (euros(1_000), euros(1_300))]);
/// ```
#[must_use]
pub fn moving_targets(goals: &Goals, actuals: &[Actual], as_of: Date, options: &MovingOptions) -> MovingTargets {
    let now = Month::of(as_of);
    let base = plan(goals, &options.plan_options);
    let unit = goals.currency.minor_unit();
    let mut findings = Vec::new();
    let (mut months, mut refreshed, mut left_goals) = (Vec::new(), Vec::new(), Goals::new(goals.currency));
    for (at, goal) in goals.goals.iter().enumerate() {
        let path = Path::root().key("goals").index(at);
        let table = year_table(&base, actuals, as_of, Some(&goal.segment));
        let closed = table.iter().filter(|row| row.month < now);
        let difference = closed.fold(Money::ZERO, |sum, row| sum.plus(row.difference));
        let left: Vec<(Month, Money)> = goal.months().into_iter().filter(|(month, _)| *month >= now).collect();
        if left.is_empty() {
            let message = format!("segment `{}` has no month left: {difference} stays as it is", goal.segment);
            findings.push(Finding::new(Code::NoGoal, path.key("revenue"), message));
        }
        let rolled = rolled(&left, difference);
        let moved = moved(&left, difference, options, unit, &path, &mut findings);
        for (((month, target), rolled), moved) in left.iter().zip(rolled).zip(&moved) {
            let segment = goal.segment.clone();
            months.push(MovingMonth { segment, month: *month, target: *target, rolled, moved: *moved });
        }
        let own = options.measured.iter().find(|measured| measured.group.as_deref() == Some(&goal.segment));
        let measured = own.or_else(|| options.measured.iter().find(|measured| measured.group.is_none()));
        let mut anew: Goal = goal.clone();
        if let Some(measured) = measured {
            let proposal = propose(goal, measured, options.fewest);
            findings.extend(proposal.findings.iter().map(|finding| {
                let mut finding = finding.clone();
                finding.path = finding.path.segments().iter().fold(path.clone(), |path, segment| match segment {
                    crate::Segment::Key(key) => path.key(key.as_str()),
                    crate::Segment::Index(index) => path.index(*index),
                });
                finding
            }));
            anew = proposal.goal.clone();
            refreshed.push((goal.segment.clone(), proposal));
        }
        anew.revenue = left.iter().zip(moved).map(|((month, _), moved)| (month.to_string(), moved)).collect();
        left_goals.goals.push(anew);
    }
    let mut plan_options = options.plan_options.clone();
    plan_options.start = plan_options.start.or(Some(now));
    MovingTargets {
        months,
        plan: plan(&left_goals, &plan_options),
        refreshed: Entries(refreshed),
        index_source: options.index_source.clone(),
        findings,
    }
}

/// The differences of closed months, rolled upon those left.
fn rolled(left: &[(Month, Money)], difference: Money) -> Vec<Money> {
    let mut surplus = difference;
    let rolled = left.iter().map(|(_, target)| {
        let owed = target.minus(surplus);
        surplus = if owed < Money::ZERO { Money::ZERO.minus(owed) } else { Money::ZERO };
        owed.max(Money::ZERO)
    });
    rolled.collect()
}

fn moved(
    left: &[(Month, Money)],
    difference: Money,
    options: &MovingOptions,
    unit: u32,
    path: &Path,
    out: &mut Vec<Finding>,
) -> Vec<Money> {
    let weights: Vec<Exact> = left
        .iter()
        .map(|(month, target)| {
            let index = options.index.at(*month).copied().unwrap_or(Decimal::ONE);
            Exact::from_decimal(index).map_or_else(
                || {
                    let message = format!("the index of {month} is below zero, and taken as none");
                    out.push(Finding::new(Code::OutOfRange, path.clone(), message));
                    Exact::zero()
                },
                |index| index.times(&target.exact()),
            )
        })
        .collect();
    let nothing = vec![Money::ZERO; left.len()];
    match options.hold {
        Hold::Market => weights.iter().map(|weight| Money::rounded(weight, unit).unwrap_or_default()).collect(),
        Hold::Goal => {
            let owed = left.iter().map(|(_, target)| *target).sum::<Money>().minus(difference).max(Money::ZERO);
            owed.split_exactly(&weights, unit).unwrap_or_else(|| {
                if owed > Money::ZERO && !left.is_empty() {
                    let message = format!("{owed} is left, and no month to earn it in");
                    out.push(Finding::new(Code::ImpossibleGoal, path.key("revenue"), message));
                }
                nothing
            })
        }
    }
}
