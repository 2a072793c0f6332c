//! [`MeasureOptions`]: over which time is measured, along which stages, and what for itself.

use serde::Serialize;

use crate::time::{Duration, Timestamp};

/// The time over which is measured: from an instant up to, and without, another, the `as_of` of the
/// question: what happened from then on is not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeasureWindow {
    /// The first instant that is looked at.
    pub from: Timestamp,
    /// The instant at which it ends.
    pub until: Timestamp,
}

impl MeasureWindow {
    /// The months before an instant, by the calendar of UTC: six, for most rates.
    ///
    /// ```
    /// use smarketing::MeasureWindow;
    /// let window = MeasureWindow::months_before("2026-11-02T10:00:00Z".parse()?, 6);
    /// assert_eq!(window.from.to_string(), "2026-05-02T10:00:00Z");
    /// # Ok::<(), smarketing::TimestampError>(())
    /// ```
    #[must_use]
    pub fn months_before(until: Timestamp, months: u16) -> Self {
        let span = jiff::Span::new().try_months(i32::from(months)).unwrap_or_default();
        let zoned = until.to_jiff().to_zoned(jiff::tz::TimeZone::UTC).checked_sub(span);
        Self { from: zoned.map_or(until, |zoned| Timestamp::from_jiff(zoned.timestamp())), until }
    }

    /// Whether an instant lies in it.
    pub(super) fn contains(self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }
}

/// What is measured for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Grouping {
    /// All leads together.
    #[default]
    All,
    /// Each segment.
    Segment,
    /// Each channel.
    Channel,
}

impl Grouping {
    /// The names by which options choose.
    pub const CHOICES: [(&'static str, Grouping); 3] =
        [("all", Grouping::All), ("segment", Grouping::Segment), ("channel", Grouping::Channel)];
}

/// How is measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MeasureOptions {
    /// The stages of the chain, from the first to `customer`.
    pub stages: Vec<String>,
    /// The stages at which a lead has ended; unless it comes back, it is lost.
    pub ends: Vec<String>,
    /// What is measured for itself.
    pub grouping: Grouping,
    /// How long after its last step an open lead counts as lost, where losses are not recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stale_after: Option<Duration>,
}

impl MeasureOptions {
    /// All leads together, along stages of which the last is `customer`; `lost`, `disqualified` and
    /// `nurture` are ends.
    #[must_use]
    pub fn new<S: Into<String>>(stages: impl IntoIterator<Item = S>) -> Self {
        Self {
            stages: stages.into_iter().map(Into::into).collect(),
            ends: ["lost", "disqualified", "nurture"].map(str::to_owned).to_vec(),
            grouping: Grouping::All,
            stale_after: None,
        }
    }

    /// Says what is measured for itself.
    #[must_use]
    pub const fn grouping(mut self, grouping: Grouping) -> Self {
        self.grouping = grouping;
        self
    }

    /// Says after how long an open lead counts as lost.
    #[must_use]
    pub const fn stale_after(mut self, span: Duration) -> Self {
        self.stale_after = Some(span);
        self
    }
}
