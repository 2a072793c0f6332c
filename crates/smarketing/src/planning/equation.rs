//! [`Equation`]: what is asked of a goal, what is given, and what the answer is.

use rust_decimal::Decimal;
use serde::Serialize;

use super::money::Money;
use super::month::Month;
use super::step::StageStep;
use crate::finding::Finding;
use crate::vocabulary::SourcedBy;

/// What is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Unknown {
    /// The leads of the first stage.
    Leads,
    /// What these leads cost.
    Budget,
    /// The revenue that they make.
    Revenue,
    /// The average deal.
    AverageDeal,
    /// The side's share of the revenue.
    Share,
    /// The share of first-stage leads that become customers.
    CloseRate,
    /// The rate of one step.
    StepRate(StageStep),
}

impl Unknown {
    /// The names of those that need nothing else said.
    pub const NAMED: [(&'static str, Unknown); 6] = [
        ("leads", Unknown::Leads),
        ("budget", Unknown::Budget),
        ("revenue", Unknown::Revenue),
        ("average_deal", Unknown::AverageDeal),
        ("share", Unknown::Share),
        ("close_rate", Unknown::CloseRate),
    ];

    /// As messages name it.
    pub(super) fn words(&self) -> String {
        match self {
            Unknown::Leads => "number of leads".to_owned(),
            Unknown::Budget => "budget".to_owned(),
            Unknown::Revenue => "revenue".to_owned(),
            Unknown::AverageDeal => "average deal".to_owned(),
            Unknown::Share => "share of the revenue".to_owned(),
            Unknown::CloseRate => "close rate".to_owned(),
            Unknown::StepRate(step) => format!("rate of `{step}`"),
        }
    }
}

/// What is given instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Given {
    /// So many leads of the chain's first stage in all.
    Leads(
        #[serde(serialize_with = "crate::document::decimal::serialize")]
        #[cfg_attr(feature = "schema", schemars(with = "super::Quantity"))]
        Decimal,
    ),
    /// So much money for leads in all.
    Budget(Money),
    /// Nothing: the goal's own figures say it.
    Nothing,
}

/// A question to [`solve`](crate::solve): of one side of a segment, in one month or in all of them together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Equation {
    /// The id of the segment that it is about.
    pub segment: String,
    /// Whose leads are meant.
    pub side: SourcedBy,
    /// The revenue month; all months of the goal together, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<Month>,
    /// The figure that is not known.
    pub unknown: Unknown,
    /// What is given besides the goal.
    pub given: Given,
}

impl Equation {
    /// A question about the leads of marketing, in all months together, with nothing given.
    #[must_use]
    pub fn new(segment: impl Into<String>, unknown: Unknown) -> Self {
        Self { segment: segment.into(), side: SourcedBy::Marketing, month: None, unknown, given: Given::Nothing }
    }

    /// Asks about the leads of a side.
    #[must_use]
    pub const fn side(mut self, side: SourcedBy) -> Self {
        self.side = side;
        self
    }

    /// Asks about one month.
    #[must_use]
    pub const fn month(mut self, month: Month) -> Self {
        self.month = Some(month);
        self
    }

    /// Says how many leads there are, or how much money.
    #[must_use]
    pub const fn given(mut self, given: Given) -> Self {
        self.given = given;
        self
    }
}

/// What makes the goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Solution {
    /// The value of the unknown, to as many digits as a decimal holds: leads, an amount or a rate.
    #[serde(serialize_with = "crate::document::decimal::serialize")]
    #[cfg_attr(feature = "schema", schemars(with = "super::Quantity"))]
    pub value: Decimal,
    /// What follows from it: a rate above 1 cannot be had.
    pub findings: Vec<Finding>,
}
