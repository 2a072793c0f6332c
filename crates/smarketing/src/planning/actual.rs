//! [`Actual`]: what was achieved on a day: the least that performance is told from.

use std::sync::Arc;

use serde::Serialize;

use super::money::Money;
use crate::time::Date;
use crate::vocabulary::SourcedBy;

/// Leads of a side that reached a stage on a day; at `customer` they are deals, with their revenue.
///
/// ```
/// use smarketing::{Actual, Money, SourcedBy};
/// let deals = Actual::new("2026-11-04".parse()?, "dach", SourcedBy::Marketing, "customer", 2)
///     .revenue(Money::from(23_500));
/// assert_eq!(deals.count, 2);
/// # Ok::<(), smarketing::DateError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Actual {
    /// The civil date in the agreement's zone.
    pub date: Date,
    /// The segment in which the leads count.
    pub segment: Arc<str>,
    /// Which side brought them.
    pub side: SourcedBy,
    /// The stage that they reached.
    pub stage: Arc<str>,
    /// How many leads entered the stage on that day.
    pub count: u64,
    /// What they brought, in the agreement's currency.
    pub revenue: Money,
}

impl Actual {
    /// Leads that reached a stage on a day.
    #[must_use]
    pub fn new(
        date: Date,
        segment: impl Into<Arc<str>>,
        side: SourcedBy,
        stage: impl Into<Arc<str>>,
        count: u64,
    ) -> Self {
        Self { date, segment: segment.into(), side, stage: stage.into(), count, revenue: Money::ZERO }
    }

    /// Says what they brought.
    #[must_use]
    pub const fn revenue(mut self, revenue: Money) -> Self {
        self.revenue = revenue;
        self
    }
}
