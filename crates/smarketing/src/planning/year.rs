//! [`year_table`]: target and achieved revenue of every month of the plan, and their sums to date.

use serde::Serialize;

use super::actual::Actual;
use super::chain::CUSTOMER;
use super::money::Money;
use super::month::Month;
use super::plan::Plan;
use crate::time::Date;

/// A month of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct YearMonth {
    /// The month of the plan.
    pub month: Month,
    /// Whether it is over on the day of the question.
    pub closed: bool,
    /// The revenue it owes.
    pub target: Money,
    /// The revenue it brought.
    pub achieved: Money,
    /// Achieved less target.
    pub difference: Money,
    /// The targets up to and with this month.
    pub target_to_date: Money,
    /// What these months brought.
    pub achieved_to_date: Money,
    /// The difference of the two.
    pub difference_to_date: Money,
}

/// The table of all months of the plan, of a segment or of all together; months in which revenue
/// came without a target stand in it, too. What is dated after `as_of` is not seen.
///
/// ```
/// use smarketing::{Actual, Currency, Goal, Goals, Money, PlanOptions, Rate, SourcedBy, plan, year_table};
/// let goal = Goal::new("all")
///     .revenue("2026-11".parse().unwrap(), Money::from(1_000))
///     .revenue("2026-12".parse().unwrap(), Money::from(2_000))
///     .average_deal(Money::from(100))
///     .rate("lead", "customer", "0.1".parse::<Rate>().unwrap());
/// let plan = plan(&Goals::new(Currency::EUR).goal(goal), &PlanOptions::new());
/// let won = Actual::new("2026-11-20".parse().unwrap(), "all", SourcedBy::Sales, "customer", 7).revenue(Money::from(700));
/// let table = year_table(&plan, &[won], "2026-12-03".parse().unwrap(), None);
/// assert_eq!(table[0].difference, Money::from(-300));
/// assert_eq!((table[0].closed, table[1].closed), (true, false));
/// ```
#[must_use]
pub fn year_table(plan: &Plan, actuals: &[Actual], as_of: Date, segment: Option<&str>) -> Vec<YearMonth> {
    let targets: Vec<(Month, Money)> = match segment {
        Some(segment) => {
            let months = plan.segment(segment).into_iter().flat_map(|segment| &segment.months);
            months.map(|month| (month.month, month.figures.total.revenue)).collect()
        }
        None => plan.months.iter().map(|month| (month.month, month.figures.total.revenue)).collect(),
    };
    let seen: Vec<&Actual> = actuals
        .iter()
        .filter(|actual| actual.date <= as_of && *actual.stage == *CUSTOMER)
        .filter(|actual| segment.is_none_or(|segment| *actual.segment == *segment))
        .collect();
    let mut months: Vec<Month> = targets.iter().map(|(month, _)| *month).collect();
    months.extend(seen.iter().map(|actual| Month::of(actual.date)));
    months.sort();
    months.dedup();
    let (mut target_to_date, mut achieved_to_date) = (Money::ZERO, Money::ZERO);
    let rows = months.into_iter().map(|month| {
        let target: Money = targets.iter().filter(|(known, _)| *known == month).map(|(_, target)| *target).sum();
        let achieved: Money =
            seen.iter().filter(|actual| Month::of(actual.date) == month).map(|actual| actual.revenue).sum();
        target_to_date = target_to_date.plus(target);
        achieved_to_date = achieved_to_date.plus(achieved);
        YearMonth {
            month,
            closed: month < Month::of(as_of),
            target,
            achieved,
            difference: achieved.minus(target),
            target_to_date,
            achieved_to_date,
            difference_to_date: achieved_to_date.minus(target_to_date),
        }
    });
    rows.collect()
}
