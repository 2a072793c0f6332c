//! [`performance`]: how the month is going: achieved, gap, pace, projection and status.

use serde::Serialize;

use super::actual::Actual;
use super::chain::CUSTOMER;
use super::currency::Currency;
use super::exact::Exact;
use super::goals::OTHER;
use super::money::Money;
use super::month::Month;
use super::plan::Plan;
use super::progress::{DayCount, Measure, Progress, Row};
use super::projection::still_to_come;
use super::quantity::Quantity;
use super::rate::Rate;
use super::working_days;
use super::year::{YearMonth, year_table};
use crate::finding::{Code, Finding, Path};
use crate::handover::BusinessDays;
use crate::lifecycle::Stage;
use crate::time::Date;
use crate::vocabulary::SourcedBy;

/// How performance is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PerformanceOptions {
    /// The month; that of the question's day, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<Month>,
    /// The confidence of projections.
    pub confidence: Rate,
}

impl PerformanceOptions {
    /// The running month, with projections of 80 % confidence.
    #[must_use]
    pub fn new() -> Self {
        let confidence = Rate::new(rust_decimal::Decimal::new(8, 1)).unwrap_or(Rate::ZERO);
        Self { month: None, confidence }
    }

    /// Says which month is meant.
    #[must_use]
    pub const fn month(mut self, month: Month) -> Self {
        self.month = Some(month);
        self
    }

    /// Says how sure projections are.
    #[must_use]
    pub const fn confidence(mut self, confidence: Rate) -> Self {
        self.confidence = confidence;
        self
    }
}

impl Default for PerformanceOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// How a month stands against the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Performance {
    /// The month that is looked at.
    pub month: Month,
    /// The day of the question.
    pub as_of: Date,
    /// The currency of every amount.
    pub currency: Currency,
    /// The working days of the month, gone and left.
    pub days: DayCount,
    /// Revenue: of each segment and of all, by side and of both.
    pub revenue: Vec<Progress<Money>>,
    /// Leads due in the month, by stage: of each segment and of all, by side and of both.
    pub leads: Vec<Progress<Quantity>>,
    /// The months of the plan, with what was achieved in each.
    pub year: Vec<YearMonth>,
    /// What makes the answer doubtful.
    pub findings: Vec<Finding>,
}

impl Performance {
    /// The core's own JSON text: the same bytes on every platform.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_string(self)
    }

    /// The progress of revenue: of a segment or of all, of a side or of both.
    #[must_use]
    pub fn revenue_of(&self, segment: Option<&str>, side: Option<SourcedBy>) -> Option<&Progress<Money>> {
        self.revenue.iter().find(|row| row.segment.as_deref() == segment && row.side == side)
    }

    /// The progress of leads at a stage: of a segment or of all, of a side or of both.
    #[must_use]
    pub fn leads_of(&self, segment: Option<&str>, side: Option<SourcedBy>, stage: &str) -> Option<&Progress<Quantity>> {
        let same =
            |row: &&Progress<Quantity>| row.segment.as_deref() == segment && row.side == side && row.stage == stage;
        self.leads.iter().find(same)
    }
}

/// How the month of `as_of` stands against the plan, in working days.
///
/// Days before `as_of` have elapsed, the day itself remains; what is dated later is not seen. With
/// no working day left there is a gap, and no pace. Leads count against the month in which the plan
/// needs them, revenue against its own. The projection goes on at the pace of the elapsed days; its
/// interval is that of a Poisson process whose rate is known from them alone, and for revenue that
/// of the deals, at their average so far (or at the plan's, before the first).
///
/// ```
/// use smarketing::{Actual, Currency, Goal, Goals, Money, PerformanceOptions, PlanOptions};
/// use smarketing::{Rate, SourcedBy, ProgressStatus, BusinessDays, Weekday, performance, plan};
/// let goal = Goal::new("all")
///     .revenue("2026-11".parse().unwrap(), Money::from(210_000))
///     .average_deal(Money::from(10_000))
///     .rate("lead", "customer", "0.1".parse::<Rate>().unwrap());
/// let plan = plan(&Goals::new(Currency::EUR).goal(goal), &PlanOptions::new());
/// let deals = Actual::new("2026-11-05".parse().unwrap(), "all", SourcedBy::Marketing, "customer", 6)
///     .revenue(Money::from(63_000));
/// let days = BusinessDays::new(&Weekday::ALL[..5], &[]).unwrap();
/// let state = performance(&plan, &[deals], "2026-11-09".parse().unwrap(), &days, &PerformanceOptions::new());
/// let revenue = state.revenue_of(None, None).unwrap();
/// assert_eq!(revenue.expected.to_string(), "50000.00");
/// assert_eq!(revenue.pace.unwrap().to_string(), "9187.50");
/// assert_eq!(revenue.status, ProgressStatus::OnTrack);
/// ```
#[must_use]
pub fn performance(
    plan: &Plan,
    actuals: &[Actual],
    as_of: Date,
    days: &BusinessDays,
    options: &PerformanceOptions,
) -> Performance {
    let month = options.month.unwrap_or_else(|| Month::of(as_of));
    let (total, elapsed) = (working_days::in_month(days, month), working_days::elapsed(days, month, as_of));
    let count = DayCount { total, elapsed, left: total.saturating_sub(elapsed) };
    let seen: Vec<&Actual> = actuals.iter().filter(|actual| actual.date <= as_of).collect();
    let mut findings = Vec::new();
    if total == 0 {
        let message = format!("{month} has no working day: nothing can be expected of it");
        findings.push(Finding::new(Code::NoWorkingDay, Path::root(), message));
    }
    let stages: Vec<&str> = plan.total.total.stages.names().chain(Stage::ALL.iter().map(|(name, _)| *name)).collect();
    for actual in &seen {
        let known = plan.segment(&actual.segment).is_some() || *actual.segment == *OTHER;
        if !known {
            let message = format!(
                "`{}` is no segment of the plan: what was achieved in it counts in no row but the total",
                actual.segment
            );
            let finding = Finding::new(Code::UnknownSegment, Path::root().key("actuals"), message);
            let finding =
                finding.suggest(&actual.segment, plan.segments.iter().map(|segment| segment.segment.as_str()));
            super::chain::report(&mut findings, finding);
        }
        if !stages.iter().any(|stage| **stage == *actual.stage) {
            let message = format!("`{}` is no stage: what was achieved in it counts in no row", actual.stage);
            let finding = Finding::new(Code::UnknownStage, Path::root().key("actuals"), message);
            super::chain::report(&mut findings, finding.suggest(&actual.stage, stages.iter().copied()));
        }
    }
    let within: Vec<&Actual> = seen.iter().copied().filter(|actual| Month::of(actual.date) == month).collect();
    let view = View { plan, within: &within, as_of, month, days: count, confidence: options.confidence };
    let has_other = within.iter().any(|actual| *actual.segment == *OTHER);
    let segments = plan.segments.iter().map(|segment| Some(segment.segment.as_str()));
    let segments = segments.chain(has_other.then_some(Some(OTHER))).chain([None]);
    let sides = [Some(SourcedBy::Marketing), Some(SourcedBy::Sales), None];
    let (mut revenue, mut leads) = (Vec::new(), Vec::new());
    for segment in segments {
        for side in sides {
            revenue.push(view.revenue(segment, side));
            leads.extend(view.stages(segment).into_iter().map(|stage| view.leads(segment, side, stage)));
        }
    }
    let year = year_table(plan, actuals, as_of, None);
    Performance { month, as_of, currency: plan.currency, days: count, revenue, leads, year, findings }
}

/// A month of the plan, and what happened in it.
struct View<'v> {
    plan: &'v Plan,
    within: &'v [&'v Actual],
    as_of: Date,
    month: Month,
    days: DayCount,
    confidence: Rate,
}

impl View<'_> {
    fn rows<'a>(
        &'a self,
        segment: Option<&'a str>,
        side: Option<SourcedBy>,
        stage: &'a str,
    ) -> impl Iterator<Item = &'a Actual> {
        let rows = self.within.iter().copied().filter(move |actual| *actual.stage == *stage);
        rows.filter(move |actual| segment.is_none_or(|segment| *actual.segment == *segment))
            .filter(move |actual| side.is_none_or(|side| actual.side == side))
    }

    fn count(&self, segment: Option<&str>, side: Option<SourcedBy>, stage: &str, before: bool) -> u64 {
        let rows = self.rows(segment, side, stage).filter(|actual| !before || actual.date < self.as_of);
        rows.fold(0, |sum, actual| sum.saturating_add(actual.count))
    }

    /// The stages at which something is due or happened, as the plan orders them.
    fn stages(&self, segment: Option<&str>) -> Vec<&str> {
        let figures = match segment {
            Some(segment) => self.plan.segment(segment).map(|segment| &segment.total.total),
            None => Some(&self.plan.total.total),
        };
        figures.map_or_else(Vec::new, |figures| figures.stages.names().chain([CUSTOMER]).collect())
    }

    fn revenue(&self, segment: Option<&str>, side: Option<SourcedBy>) -> Progress<Money> {
        let sides = match segment {
            Some(segment) => {
                self.plan.segment(segment).and_then(|segment| segment.month(self.month)).map(|month| &month.figures)
            }
            None => self.plan.months.iter().find(|month| month.month == self.month).map(|month| &month.figures),
        };
        let figures = sides.map(|sides| side.map_or(&sides.total, |side| sides.of(side)));
        let target = figures.map_or(Money::ZERO, |figures| figures.revenue);
        let sum = |before: bool| {
            let rows = self.rows(segment, side, CUSTOMER).filter(|actual| !before || actual.date < self.as_of);
            rows.map(|actual| actual.revenue).sum::<Money>()
        };
        let (achieved, before) = (sum(false), sum(true));
        let deals = self.count(segment, side, CUSTOMER, true);
        let average = match deals {
            0 => figures.and_then(|figures| figures.revenue.exact().over(&figures.deals.exact())),
            deals => before.exact().over(&Exact::whole(deals)),
        };
        let to_come = still_to_come(deals, self.days.elapsed, self.days.left, self.confidence);
        let unit = self.plan.currency.minor_unit();
        let worth =
            |deals: u64| average.as_ref().and_then(|average| Money::of(&average.times(&Exact::whole(deals)), unit));
        let to_come = to_come.and_then(|(least, most)| worth(least).zip(worth(most)));
        let segment = segment.map(str::to_owned);
        Row { segment, side, stage: CUSTOMER.to_owned(), target, achieved, before, to_come }.progress(self.days, unit)
    }

    fn leads(&self, segment: Option<&str>, side: Option<SourcedBy>, stage: &str) -> Progress<Quantity> {
        let due = self.plan.due.iter().filter(|due| due.month == self.month && due.stage == stage);
        let due = due.filter(|due| segment.is_none_or(|segment| due.segment == segment));
        let target: Quantity = due
            .map(|due| match side {
                Some(SourcedBy::Marketing) => due.marketing,
                Some(SourcedBy::Sales) => due.sales,
                None => due.total,
            })
            .sum();
        let before = self.count(segment, side, stage, true);
        let to_come = still_to_come(before, self.days.elapsed, self.days.left, self.confidence);
        let row = Row {
            segment: segment.map(str::to_owned),
            side,
            stage: stage.to_owned(),
            target,
            achieved: self.count(segment, side, stage, false).into(),
            before: before.into(),
            to_come: to_come.map(|(least, most)| (least.into(), most.into())),
        };
        row.progress(self.days, self.plan.currency.minor_unit())
    }
}
