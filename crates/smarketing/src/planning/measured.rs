//! [`Measured`]: rates, average deal and lags of a group of leads, with the counts behind them.

use std::sync::Arc;

use serde::Serialize;

use super::measure_options::MeasureWindow;
use super::money::Money;
use super::quantity::Quantity;
use super::rate::Rate;
use super::step::StageStep;

/// What was measured of a group of leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Measured {
    /// The segment or the channel; absent for all leads together, and for those that name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Arc<str>>,
    /// The time over which was measured.
    pub window: MeasureWindow,
    /// The rate of each step.
    pub rates: Vec<MeasuredRate>,
    /// The average of the deals won in the window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub average_deal: Option<MeasuredDeal>,
    /// How long each step takes.
    pub lags: Vec<MeasuredLag>,
}

/// A measured rate, with the counts behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MeasuredRate {
    /// From which stage to which.
    pub step: StageStep,
    /// The leads that entered the first stage in the window and came on.
    pub won: u64,
    /// Those that ended, or went stale.
    pub lost: u64,
    /// Those of which nobody knows yet: they count neither way.
    pub open: u64,
    /// Won of those that are decided; absent when none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
    /// The rate if every open lead were lost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Rate>,
    /// The rate if every open lead came on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Rate>,
}

/// A measured average deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MeasuredDeal {
    /// The average, to six decimals, half-even.
    pub average: Money,
    /// The sum of the deals.
    pub sum: Money,
    /// How many deals had an amount.
    pub deals: u64,
}

/// A measured lag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MeasuredLag {
    /// From which stage to which.
    pub step: StageStep,
    /// The median of those that came on in the window, in days of 24 hours, to two decimals.
    pub median_days: Quantity,
    /// The median in whole months of 30.436875 days, halves up.
    pub months: u32,
    /// How many leads it is the median of.
    pub leads: u64,
}
