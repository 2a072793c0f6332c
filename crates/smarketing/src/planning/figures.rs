//! [`PlanFigures`]: what a side owes and what it costs, in a cell of the plan or in a sum of cells.

use serde::Serialize;

use super::money::Money;
use super::quantity::Quantity;
use crate::vocabulary::{Entries, SourcedBy};

/// The figures of a side, of both, or of a sum of cells.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PlanFigures {
    /// The revenue that is owed.
    pub revenue: Money,
    /// How many deals it takes.
    pub deals: Quantity,
    /// The leads needed at each stage before the customer, from the first.
    pub stages: Entries<Quantity>,
    /// What these leads cost.
    pub cost: Money,
    /// What the deals bring: customer value, or average deal times margin, or average deal alone.
    pub expected_return: Money,
    /// Expected return for each unit of money spent, half-even to four decimals; absent when
    /// nothing is spent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_benefit: Option<Quantity>,
}

impl PlanFigures {
    /// Adds the cell of another side, month or segment, as it is shown.
    pub(crate) fn add(&mut self, other: &PlanFigures) {
        self.revenue = self.revenue.plus(other.revenue);
        self.deals = self.deals.plus(other.deals);
        self.cost = self.cost.plus(other.cost);
        self.expected_return = self.expected_return.plus(other.expected_return);
        for (at, (stage, leads)) in other.stages.iter().enumerate() {
            let known = self.stages.0.iter().position(|(known, _)| known == stage);
            match known.and_then(|at| self.stages.0.get_mut(at)) {
                Some((_, sum)) => *sum = sum.plus(*leads),
                None => {
                    // A stage that is new here stands before the first known one that follows it.
                    let later: Vec<&str> = other.stages.names().skip(at).collect();
                    let before = self.stages.names().position(|known| later.contains(&known));
                    let before = before.unwrap_or(self.stages.0.len());
                    self.stages.0.insert(before, (stage.to_owned(), *leads));
                }
            }
        }
        self.cost_benefit = ratio(self.expected_return, self.cost);
    }

    /// The leads needed at a stage; those at `customer` are the deals.
    #[must_use]
    pub fn at(&self, stage: &str) -> Option<Quantity> {
        if stage == super::chain::CUSTOMER { Some(self.deals) } else { self.stages.get(stage).copied() }
    }
}

/// Return for each unit of cost.
pub(crate) fn ratio(earned: Money, cost: Money) -> Option<Quantity> {
    earned.exact().over(&cost.exact()).and_then(|ratio| Quantity::rounded(&ratio, 4))
}

/// The figures of both sides and their sum.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Sides {
    /// What marketing owes.
    pub marketing: PlanFigures,
    /// What sales owes in the month.
    pub sales: PlanFigures,
    /// What both owe together.
    pub total: PlanFigures,
}

impl Sides {
    /// The figures of one side.
    #[must_use]
    pub const fn of(&self, side: SourcedBy) -> &PlanFigures {
        match side {
            SourcedBy::Marketing => &self.marketing,
            SourcedBy::Sales => &self.sales,
        }
    }

    pub(crate) fn new(marketing: PlanFigures, sales: PlanFigures) -> Self {
        let mut total = marketing.clone();
        total.add(&sales);
        Self { marketing, sales, total }
    }

    pub(crate) fn add(&mut self, other: &Sides) {
        self.marketing.add(&other.marketing);
        self.sales.add(&other.sales);
        self.total.add(&other.total);
    }

    pub(crate) fn sum<'s>(cells: impl IntoIterator<Item = &'s Sides>) -> Self {
        let mut sum = Self::default();
        for cell in cells {
            sum.add(cell);
        }
        sum
    }
}
