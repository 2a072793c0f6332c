//! A cell of the plan: one side of one segment in one revenue month, with what stands behind it.

use serde::Serialize;

use super::binomial::{MOST, chance_of_at_least, leads_for_chance};
use super::chain::{Chain, report};
use super::chance::{RateInterval, posterior_of_chain, wilson_of_chain};
use super::currency::Currency;
use super::exact::{Exact, Towards};
use super::figures::{PlanFigures, Sides, ratio};
use super::goal::Goal;
use super::money::Money;
use super::month::Month;
use super::plan::{MonthPlan, PlanOptions};
use super::quantity::Quantity;
use super::rate::Rate;
use super::rounding::{Needs, needs};
use crate::finding::{Code, Finding, Path};
use crate::vocabulary::{Entries, SourcedBy};

/// What stands behind a side's figures in a month.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SideMonth {
    /// What a lead at a stage is worth: average deal × close rate from there.
    pub lead_value: Entries<Money>,
    /// In which month the leads of a stage must arrive.
    pub due: Entries<Month>,
    /// How sure the needs are, where that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chances: Vec<StageChance>,
}

/// How sure the need at a stage is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StageChance {
    /// The stage from which is counted.
    pub stage: String,
    /// The share of its leads that become customers.
    pub close_rate: Rate,
    /// The chance that the leads of the plan, rounded up, bring the month's deals, rounded up: near
    /// one half, as the plan is the average.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::ExactRate"))]
    pub plan_suffices: Rate,
    /// The leads that bring the deals with the chance asked for; absent when none was asked for, or
    /// when no number is enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leads_for_chance: Option<u64>,
    /// The interval of the close rate by Wilson, and the leads needed within it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wilson: Option<StageInterval>,
    /// The interval of the close rate in its posterior, and the leads needed within it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posterior: Option<StageInterval>,
}

/// An interval of a close rate, as leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StageInterval {
    /// The close rate from the stage.
    pub close_rate: RateInterval,
    /// The leads needed at the upper end, rounded up.
    pub fewest: Option<Quantity>,
    /// The leads needed at the lower end, rounded up; absent where the lower end is zero.
    pub most: Option<Quantity>,
}

/// Plans a revenue month of a segment.
pub(super) fn month(
    goal: &Goal,
    month: Month,
    target: Money,
    currency: Currency,
    options: &PlanOptions,
    path: &Path,
    out: &mut Vec<Finding>,
) -> MonthPlan {
    let missing = |out: &mut Vec<Finding>, name: &str| {
        let message = format!("segment `{}` has no `{name}` for {month}", goal.segment);
        report(out, Finding::new(Code::MissingFigure, path.key(name), message).help("add the month, or `else`"));
    };
    let deal = goal.average_deal.at(month).copied();
    match deal {
        None => missing(out, "average_deal"),
        Some(deal) if deal == Money::ZERO && target > Money::ZERO => {
            let message = format!("a deal brings nothing in {month}: no number of deals is enough");
            report(out, Finding::new(Code::ImpossibleGoal, path.key("average_deal"), message));
        }
        Some(_) => {}
    }
    let share = goal.marketing_share.at(month).copied();
    if share.is_none() {
        missing(out, "marketing_share");
    }
    let share = share.unwrap_or(Rate::ONE).exact();
    let rest = Exact::whole(1).minus(&share).unwrap_or_else(Exact::zero);
    let parts = target.split_exactly(&[share.clone(), rest.clone()], currency.minor_unit());
    let parts = parts.unwrap_or_default();
    let mut side = |side: SourcedBy, revenue: Option<&Money>, weight: &Exact| {
        let revenue = revenue.copied().unwrap_or_default();
        if weight.is_zero() {
            return (PlanFigures::default(), SideMonth::default());
        }
        let chain = Chain::of(goal, side, month, path, out);
        let computed = chain.zip(deal).and_then(|(chain, deal)| {
            let worksheet = Worksheet { goal, side, month, revenue, deal, chain: &chain, currency, options };
            if deal == Money::ZERO && revenue > Money::ZERO {
                return None;
            }
            let computed = worksheet.compute();
            if computed.is_none() {
                let message = format!("the figures of {month} give more leads than can be counted");
                report(out, Finding::new(Code::ImpossibleGoal, path.clone(), message));
            }
            computed
        });
        computed.unwrap_or_else(|| (PlanFigures { revenue, ..PlanFigures::default() }, SideMonth::default()))
    };
    let (marketing, behind_marketing) = side(SourcedBy::Marketing, parts.first(), &share);
    let (sales, behind_sales) = side(SourcedBy::Sales, parts.get(1), &rest);
    MonthPlan { month, figures: Sides::new(marketing, sales), marketing: behind_marketing, sales: behind_sales }
}

/// The figures of one side's worksheet.
struct Worksheet<'w> {
    goal: &'w Goal,
    side: SourcedBy,
    month: Month,
    revenue: Money,
    deal: Money,
    chain: &'w Chain,
    currency: Currency,
    options: &'w PlanOptions,
}

impl Worksheet<'_> {
    fn compute(&self) -> Option<(PlanFigures, SideMonth)> {
        let deals = match self.revenue.exact().over(&self.deal.exact()) {
            Some(deals) => deals,
            // Nothing is owed, and a deal brings nothing.
            None => Exact::zero(),
        };
        let needs = needs(&deals, self.chain, self.options.rounding)?;
        let cost = self.cost(&needs)?;
        let expected_return = Money::rounded(&self.value_of_a_deal().times(needs.exact.last()?), self.minor_unit())?;
        let names = || self.chain.links.iter().map(|link| link.from.clone());
        let figures = PlanFigures {
            revenue: self.revenue,
            deals: *needs.shown.last()?,
            stages: names().zip(needs.shown.iter().copied()).collect(),
            cost,
            expected_return,
            cost_benefit: ratio(expected_return, cost),
        };
        let mut behind = SideMonth::default();
        for (at, stage) in names().enumerate() {
            let value = self.deal.exact().times(&self.chain.close_rate(at));
            behind.lead_value.0.push((stage.clone(), Money::rounded(&value, self.minor_unit())?));
            let before = self.chain.months_before(at).checked_neg()?;
            behind.due.0.push((stage.clone(), self.month.plus(before)));
            if self.options.confidence.is_some() || self.options.chance.is_some() {
                behind.chances.extend(self.chance(at, stage, &deals, &needs));
            }
        }
        Some((figures, behind))
    }

    fn minor_unit(&self) -> u32 {
        self.currency.minor_unit()
    }

    fn cost(&self, needs: &Needs) -> Option<Money> {
        let stages = self.chain.links.iter().map(|link| link.from.as_str()).chain([super::chain::CUSTOMER]);
        let costs = self.goal.costs.of(self.side);
        let mut sum = Exact::zero();
        for (stage, leads) in stages.zip(&needs.exact) {
            if let Some(cost) = costs.get(stage).and_then(|figure| figure.at(self.month)) {
                sum = sum.plus(&cost.exact().times(leads));
            }
        }
        Money::rounded(&sum, self.minor_unit())
    }

    fn value_of_a_deal(&self) -> Exact {
        if let Some(value) = self.goal.customer_value.as_ref().and_then(|figure| figure.at(self.month)) {
            return value.exact();
        }
        let margin = self.goal.margin.as_ref().and_then(|figure| figure.at(self.month));
        margin.map_or_else(|| self.deal.exact(), |margin| self.deal.exact().times(&margin.exact()))
    }

    fn chance(&self, at: usize, stage: String, deals: &Exact, needs: &Needs) -> Option<StageChance> {
        let exact = self.chain.close_rate(at);
        let close_rate = Rate::from_exact(&exact)?;
        let rates: Vec<Rate> = self.chain.links.iter().skip(at).map(|link| link.rate).collect();
        let up = |value: &Exact| value.round(0, Towards::Up).and_then(|number| u64::try_from(number).ok());
        let (goal, planned) = (up(deals)?, up(needs.exact.get(at)?)?);
        if planned > MOST {
            return None;
        }
        let leads_within = |interval: RateInterval| {
            let needed = |rate: Rate| deals.over(&rate.exact())?.round(0, Towards::Up).map(Quantity::new);
            StageInterval { close_rate: interval, fewest: needed(interval.high), most: needed(interval.low) }
        };
        let confidence = self.options.confidence;
        Some(StageChance {
            stage,
            close_rate,
            plan_suffices: Rate::from_double(chance_of_at_least(goal, planned, exact.to_f64()))?,
            leads_for_chance: self.options.chance.and_then(|chance| leads_for_chance(goal, close_rate, chance)),
            wilson: confidence.and_then(|sure| wilson_of_chain(&rates, sure)).map(leads_within),
            posterior: confidence.and_then(|sure| posterior_of_chain(&rates, sure)).map(leads_within),
        })
    }
}
