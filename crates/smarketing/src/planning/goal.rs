//! [`Goal`]: one segment of `[[goals]]`: what it must earn, and the figures of its worksheet.

use serde::Serialize;

use super::figure::Figure;
use super::goal_read as read;
use super::money::Money;
use super::month::Month;
use super::quantity::Quantity;
use super::rate::Rate;
use super::step::StageStep;
use crate::condition::Condition;
use crate::document::reader::Place;
use crate::vocabulary::names::read_name;
use crate::vocabulary::{Entries, SourcedBy};

/// A segment's goal: revenue by month, and the figures by which it becomes leads.
///
/// A lead counts in the first segment whose condition holds. Any figure may vary by month; those of
/// a revenue month apply to its whole chain, however early its leads are due.
///
/// ```
/// use smarketing::{Goal, Money, Rate};
/// let goal = Goal::new("dach")
///     .revenue("2026-11".parse().unwrap(), Money::from(250_000))
///     .average_deal(Money::from(12_000))
///     .marketing_share("0.6".parse::<Rate>().unwrap())
///     .rate("lead", "customer", "0.05".parse::<Rate>().unwrap());
/// assert_eq!(goal.revenue.get("2026-11"), Some(&Money::from(250_000)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Goal {
    /// The name by which plans and results refer to the segment.
    pub segment: String,
    /// Which leads count in it; all, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The revenue target of each month; the keys are months.
    pub revenue: Entries<Money>,
    /// What a deal brings on average.
    pub average_deal: Figure<Money>,
    /// The share of the revenue that comes from leads of marketing; the rest is that of sales.
    pub marketing_share: Figure<Rate>,
    /// The share of leads that become customers, where only this is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub close_rate: Option<Figure<Rate>>,
    /// The rates from stage to stage, in any order, up to `customer`. They may begin above the lead:
    /// `reach_to_clicks`, `clicks_to_enquiries`, `enquiries_to_lead`.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub rates: Entries<Figure<Rate>>,
    /// The rates of the leads of sales, where they differ.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub sales_rates: Entries<Figure<Rate>>,
    /// How many whole months a step takes; none, when absent.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub lags: Entries<Figure<u32>>,
    /// What each lead that enters a stage costs, by the side that brought it.
    #[serde(skip_serializing_if = "Costs::is_empty")]
    pub costs: Costs,
    /// What marketing may spend in a month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Figure<Money>>,
    /// The share of the revenue that is earned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<Figure<Rate>>,
    /// What a customer is worth over the whole relation, instead of deal and margin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_value: Option<Figure<Money>>,
    /// How many leads can be worked in a month, by the stage they enter.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub capacity: Entries<Figure<Quantity>>,
}

/// Costs by side and stage.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Costs {
    /// For each lead of marketing that enters a stage.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub marketing: Entries<Figure<Money>>,
    /// For each lead of sales that enters a stage.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub sales: Entries<Figure<Money>>,
}

impl Costs {
    /// Whether nothing is said of costs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.marketing.is_empty() && self.sales.is_empty()
    }

    /// The costs of one side's leads.
    #[must_use]
    pub const fn of(&self, side: SourcedBy) -> &Entries<Figure<Money>> {
        match side {
            SourcedBy::Marketing => &self.marketing,
            SourcedBy::Sales => &self.sales,
        }
    }
}

impl Goal {
    /// A goal without targets: marketing brings everything, until it is said otherwise.
    #[must_use]
    pub fn new(segment: impl Into<String>) -> Self {
        Self {
            segment: segment.into(),
            when: None,
            revenue: Entries::default(),
            average_deal: Figure { months: Vec::new(), otherwise: None },
            marketing_share: Figure::always(Rate::ONE),
            close_rate: None,
            rates: Entries::default(),
            sales_rates: Entries::default(),
            lags: Entries::default(),
            costs: Costs::default(),
            budget: None,
            margin: None,
            customer_value: None,
            capacity: Entries::default(),
        }
    }

    /// Says which leads count.
    #[must_use]
    pub fn when(mut self, condition: Condition) -> Self {
        self.when = Some(condition);
        self
    }

    /// Sets the revenue target of a month.
    #[must_use]
    pub fn revenue(mut self, month: Month, target: Money) -> Self {
        set(&mut self.revenue, month.to_string(), target);
        self
    }

    /// Sets what a deal brings on average.
    #[must_use]
    pub fn average_deal(mut self, deal: impl Into<Figure<Money>>) -> Self {
        self.average_deal = deal.into();
        self
    }

    /// Sets the share that marketing brings.
    #[must_use]
    pub fn marketing_share(mut self, share: impl Into<Figure<Rate>>) -> Self {
        self.marketing_share = share.into();
        self
    }

    /// Sets the rate of a step.
    #[must_use]
    pub fn rate(mut self, from: &str, to: &str, rate: impl Into<Figure<Rate>>) -> Self {
        set(&mut self.rates, StageStep::new(from, to).to_string(), rate.into());
        self
    }

    /// Sets the whole months that a step takes.
    #[must_use]
    pub fn lag(mut self, from: &str, to: &str, months: impl Into<Figure<u32>>) -> Self {
        set(&mut self.lags, StageStep::new(from, to).to_string(), months.into());
        self
    }

    /// Sets what a lead of a side costs when it enters a stage.
    #[must_use]
    pub fn cost(mut self, side: SourcedBy, stage: &str, cost: impl Into<Figure<Money>>) -> Self {
        let costs = match side {
            SourcedBy::Marketing => &mut self.costs.marketing,
            SourcedBy::Sales => &mut self.costs.sales,
        };
        set(costs, stage.to_owned(), cost.into());
        self
    }

    /// Sets how many leads can be worked in a month when they enter a stage.
    #[must_use]
    pub fn capacity(mut self, stage: &str, leads: impl Into<Figure<Quantity>>) -> Self {
        set(&mut self.capacity, stage.to_owned(), leads.into());
        self
    }

    /// Sets the share of the revenue that is earned.
    #[must_use]
    pub fn margin(mut self, margin: impl Into<Figure<Rate>>) -> Self {
        self.margin = Some(margin.into());
        self
    }

    /// The months with a target, in the order of the calendar.
    #[must_use]
    pub fn months(&self) -> Vec<(Month, Money)> {
        let months = self.revenue.iter().filter_map(|(month, target)| Some((month.parse().ok()?, *target)));
        let mut months: Vec<(Month, Money)> = months.collect();
        crate::sorting::by_key(&mut months, |(month, _)| *month);
        months
    }

    /// The rate of a step for a side: that of sales may be its own.
    pub(crate) fn rate_of(&self, side: SourcedBy, step: &str) -> Option<&Figure<Rate>> {
        let own = if side == SourcedBy::Sales { self.sales_rates.get(step) } else { None };
        own.or_else(|| self.rates.get(step))
    }

    /// Reads a table of `[[goals]]`.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let segment = table.read("segment", read_name);
        let share = |place: &Place<'_, '_>| Figure::read(place, Rate::read);
        let money = |place: &Place<'_, '_>| Figure::read(place, Money::read);
        let goal = Self {
            segment: segment.clone().unwrap_or_default(),
            when: table.optional("when").and_then(|place| Condition::read(&place)),
            revenue: table.read("revenue", read::revenue).unwrap_or_default(),
            average_deal: table.read("average_deal", money).unwrap_or_else(|| Figure::by_month([])),
            marketing_share: table.read_or("marketing_share", Figure::always(Rate::ONE), share),
            close_rate: table.optional("close_rate").and_then(|place| share(&place)),
            rates: table.read_or("rates", Entries::default(), |place| read::steps(place, Rate::read)),
            sales_rates: table.read_or("sales_rates", Entries::default(), |place| read::steps(place, Rate::read)),
            lags: table.read_or("lags", Entries::default(), |place| read::steps(place, |place| place.whole(0, 120))),
            costs: table.read_or("costs", Costs::default(), read::costs),
            budget: table.optional("budget").and_then(|place| money(&place)),
            margin: table.optional("margin").and_then(|place| share(&place)),
            customer_value: table.optional("customer_value").and_then(|place| money(&place)),
            capacity: table.read_or("capacity", Entries::default(), |place| read::stages(place, read::quantity)),
        };
        table.exclusive(&["close_rate", "rates"]);
        table.exclusive(&["margin", "customer_value"]);
        if table.optional("close_rate").is_none() {
            read::chain(&table, &goal.rates);
        }
        read::names_of_chain(&table, &goal);
        table.finish();
        segment.map(|_| goal)
    }
}

fn set<T>(entries: &mut Entries<T>, name: String, value: T) {
    match entries.0.iter_mut().find(|(known, _)| *known == name) {
        Some((_, known)) => *known = value,
        None => entries.0.push((name, value)),
    }
}
