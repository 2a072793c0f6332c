//! [`plan`]: from the revenue goal to the leads that each team owes, per segment and month.

use serde::Serialize;

use super::cell::{self, SideMonth};
use super::currency::Currency;
use super::figures::Sides;
use super::goals::Goals;
use super::lag::{DueLeads, due_leads};
use super::limits;
use super::month::Month;
use super::rate::Rate;
use super::rounding::Rounding;
use crate::finding::{Code, Finding, Path};

/// How a plan is made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PlanOptions {
    /// How the needs are rounded.
    pub rounding: Rounding,
    /// The month in which the plan starts; the first one with a target, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Month>,
    /// The confidence of intervals, where rates come from counts; none are made, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Rate>,
    /// The chance with which a month's goal shall be reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance: Option<Rate>,
}

impl PlanOptions {
    /// No rounding, no intervals, no chance.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Says how needs are rounded.
    #[must_use]
    pub const fn rounding(mut self, rounding: Rounding) -> Self {
        self.rounding = rounding;
        self
    }

    /// Says in which month the plan starts.
    #[must_use]
    pub const fn start(mut self, month: Month) -> Self {
        self.start = Some(month);
        self
    }

    /// Asks for intervals of this confidence.
    #[must_use]
    pub const fn confidence(mut self, confidence: Rate) -> Self {
        self.confidence = Some(confidence);
        self
    }

    /// Asks how many leads reach each month's goal with this chance.
    #[must_use]
    pub const fn chance(mut self, chance: Rate) -> Self {
        self.chance = Some(chance);
        self
    }
}

/// What both teams owe, per segment and month and in total.
///
/// Every sum adds the cells that are shown, so that segments add up to totals and months to years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Plan {
    /// The currency of every amount.
    pub currency: Currency,
    /// How the needs were rounded.
    pub rounding: Rounding,
    /// The segments in document order, each with its months.
    pub segments: Vec<SegmentPlan>,
    /// All segments together, by revenue month.
    pub months: Vec<MonthTotal>,
    /// All segments together, by year of the revenue.
    pub years: Vec<YearTotal>,
    /// Everything together.
    pub total: Sides,
    /// When the leads must arrive, by segment, month of arrival and stage.
    pub due: Vec<DueLeads>,
    /// What makes a goal impossible or doubtful.
    pub findings: Vec<Finding>,
}

/// A segment of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SegmentPlan {
    /// The id of the segment in the agreement's goals.
    pub segment: String,
    /// Its revenue months in the order of the calendar.
    pub months: Vec<MonthPlan>,
    /// Its months together.
    pub total: Sides,
}

/// A revenue month of a segment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MonthPlan {
    /// The month of the revenue.
    pub month: Month,
    /// What each side owes, and both together.
    pub figures: Sides,
    /// What stands behind the figures of marketing.
    pub marketing: SideMonth,
    /// What stands behind the figures of sales.
    pub sales: SideMonth,
}

/// All segments in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MonthTotal {
    /// The month of the revenue.
    pub month: Month,
    /// What each side owes, and both together.
    pub figures: Sides,
}

/// All segments in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct YearTotal {
    /// The year of the revenue.
    pub year: i32,
    /// What each side owes, and both together.
    pub figures: Sides,
}

impl Plan {
    /// The core's own JSON text: the same bytes on every platform.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_string(self)
    }

    /// A segment's part.
    #[must_use]
    pub fn segment(&self, segment: &str) -> Option<&SegmentPlan> {
        self.segments.iter().find(|known| known.segment == segment)
    }
}

impl SegmentPlan {
    /// A revenue month.
    #[must_use]
    pub fn month(&self, month: Month) -> Option<&MonthPlan> {
        self.months.iter().find(|known| known.month == month)
    }
}

/// The plan of goals: for each segment and month, and in total, what marketing and sales owe.
///
/// The worksheet: revenue × marketing's share, divided by the average deal, gives deals; divided by
/// the rates from the last step to the first, it gives the leads needed at each stage. Amounts are
/// rounded commercially to the currency's smallest coin, what is split by the largest remainder.
///
/// It never fails: goals that are empty or impossible, that come too late or exceed capacity or
/// budget are `findings` of the plan; the others are planned all the same.
///
/// ```
/// use smarketing::{Currency, Goal, Goals, Money, PlanOptions, Rate, Rounding, plan};
/// let goal = Goal::new("all")
///     .revenue("2026-11".parse().unwrap(), Money::from(2_000_000))
///     .average_deal(Money::from(60_000))
///     .rate("opportunity", "customer", "0.22".parse::<Rate>().unwrap());
/// let goals = Goals::new(Currency::EUR).goal(goal);
/// let needed = |rounding| plan(&goals, &PlanOptions::new().rounding(rounding)).total.total.at("opportunity").unwrap();
/// assert_eq!(needed(Rounding::None).to_string(), "151.515152");
/// assert_eq!(needed(Rounding::Up).to_string(), "152");
/// assert_eq!(needed(Rounding::UpEachStep).to_string(), "155");
/// ```
#[must_use]
pub fn plan(goals: &Goals, options: &PlanOptions) -> Plan {
    let mut findings = Vec::new();
    let mut segments = Vec::new();
    for (at, goal) in goals.goals.iter().enumerate() {
        let path = Path::root().key("goals").index(at);
        if goal.revenue.is_empty() {
            let message = format!("segment `{}` has no revenue target", goal.segment);
            findings.push(Finding::new(Code::NoGoal, path.key("revenue"), message));
        }
        let months: Vec<MonthPlan> = goal
            .months()
            .into_iter()
            .map(|(month, target)| cell::month(goal, month, target, goals.currency, options, &path, &mut findings))
            .collect();
        let total = Sides::sum(months.iter().map(|month| &month.figures));
        segments.push(SegmentPlan { segment: goal.segment.clone(), months, total });
    }
    if goals.goals.is_empty() {
        let finding = Finding::new(Code::NoGoal, Path::root().key("goals"), "there is no goal to plan for");
        findings.push(finding.help("add a segment under `[[goals]]`"));
    }
    let months = by_month(&segments);
    let years = by_year(&months);
    let total = Sides::sum(segments.iter().map(|segment| &segment.total));
    let start = options.start.or_else(|| months.first().map(|month| month.month));
    let due = due_leads(&segments, start);
    limits::late(goals, &segments, start, &mut findings);
    limits::capacity(goals, &due, &mut findings);
    limits::budget(goals, &segments, &mut findings);
    Plan { currency: goals.currency, rounding: options.rounding, segments, months, years, total, due, findings }
}

fn by_month(segments: &[SegmentPlan]) -> Vec<MonthTotal> {
    let mut months: Vec<Month> = segments.iter().flat_map(|segment| segment.months.iter().map(|m| m.month)).collect();
    months.sort();
    months.dedup();
    let figures = |month| Sides::sum(segments.iter().filter_map(|segment| segment.month(month)).map(|m| &m.figures));
    months.into_iter().map(|month| MonthTotal { month, figures: figures(month) }).collect()
}

fn by_year(months: &[MonthTotal]) -> Vec<YearTotal> {
    let mut years: Vec<i32> = months.iter().map(|month| month.month.year()).collect();
    years.dedup();
    let figures = |year| Sides::sum(months.iter().filter(|month| month.month.year() == year).map(|m| &m.figures));
    years.into_iter().map(|year| YearTotal { year, figures: figures(year) }).collect()
}
