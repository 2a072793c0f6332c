//! [`Dimension`]: what points count for.

use serde::Serialize;

/// What points count for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// Explicit points: who the lead is.
    Fit,
    /// Implicit points: what the lead does.
    Engagement,
    /// The total.
    Score,
}

impl Dimension {
    pub(crate) const ALL: [(&'static str, Dimension); 3] =
        [("fit", Dimension::Fit), ("engagement", Dimension::Engagement), ("score", Dimension::Score)];

    /// The dimension's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Dimension::Fit => "fit",
            Dimension::Engagement => "engagement",
            Dimension::Score => "score",
        }
    }
}
