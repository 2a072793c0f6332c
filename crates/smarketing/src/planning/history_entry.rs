//! [`StageEntry`]: that a lead entered a stage: the least that rates and lags are measured from.

use std::sync::Arc;

use serde::Serialize;

use super::money::Money;
use crate::time::Timestamp;

/// A lead's entry into a stage, as any system can export it.
///
/// ```
/// use smarketing::{Money, StageEntry};
/// let won = StageEntry::new("L-1", "customer", "2026-11-02T10:00:00Z".parse()?)
///     .segment("dach")
///     .amount(Money::from(12_000));
/// assert_eq!(won.amount, Some(Money::from(12_000)));
/// # Ok::<(), smarketing::TimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StageEntry {
    /// The id of the lead that entered the stage.
    pub lead: Arc<str>,
    /// The segment in which it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<Arc<str>>,
    /// The channel it came by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Arc<str>>,
    /// The stage that it entered, or the end that it came to.
    pub stage: Arc<str>,
    /// The instant at which the lead entered the stage.
    pub at: Timestamp,
    /// What the deal brought, where the stage is `customer`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

impl StageEntry {
    /// An entry of which no more is known.
    #[must_use]
    pub fn new(lead: impl Into<Arc<str>>, stage: impl Into<Arc<str>>, at: Timestamp) -> Self {
        Self { lead: lead.into(), segment: None, channel: None, stage: stage.into(), at, amount: None }
    }

    /// Says in which segment the lead counts.
    #[must_use]
    pub fn segment(mut self, segment: impl Into<Arc<str>>) -> Self {
        self.segment = Some(segment.into());
        self
    }

    /// Says by which channel the lead came.
    #[must_use]
    pub fn channel(mut self, channel: impl Into<Arc<str>>) -> Self {
        self.channel = Some(channel.into());
        self
    }

    /// Says what the deal brought.
    #[must_use]
    pub const fn amount(mut self, amount: Money) -> Self {
        self.amount = Some(amount);
        self
    }
}
