//! [`StageStep`]: the way from one stage to the next, by which rates and lags are named.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A step from stage to stage, written `lead_to_mql`.
///
/// ```
/// use smarketing::StageStep;
/// let step: StageStep = "lead_to_mql".parse()?;
/// assert_eq!((step.from.as_str(), step.to.as_str()), ("lead", "mql"));
/// # Ok::<(), smarketing::StageStepError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StageStep {
    /// The stage that is left.
    pub from: String,
    /// The stage that is entered.
    pub to: String,
}

/// Why a text is no [`StageStep`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a step from stage to stage")]
pub struct StageStepError(String);

impl StageStep {
    /// A step between two stages.
    #[must_use]
    pub fn new(from: impl Into<String>, to: impl Into<String>) -> Self {
        Self { from: from.into(), to: to.into() }
    }
}

impl FromStr for StageStep {
    type Err = StageStepError;

    fn from_str(text: &str) -> Result<Self, StageStepError> {
        let parts = text.split_once("_to_").filter(|(from, to)| !from.is_empty() && !to.is_empty() && from != to);
        parts.map(|(from, to)| Self::new(from, to)).ok_or_else(|| StageStepError(text.to_owned()))
    }
}

impl fmt::Display for StageStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_to_{}", self.from, self.to)
    }
}

impl Serialize for StageStep {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
