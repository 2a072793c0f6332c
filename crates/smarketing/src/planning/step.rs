//! [`Step`]: the way from one stage to the next, by which rates and lags are named.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A step from stage to stage, written `lead_to_mql`.
///
/// ```
/// use smarketing::Step;
/// let step: Step = "lead_to_mql".parse()?;
/// assert_eq!((step.from.as_str(), step.to.as_str()), ("lead", "mql"));
/// # Ok::<(), smarketing::StepError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Step {
    /// The stage that is left.
    pub from: String,
    /// The stage that is entered.
    pub to: String,
}

/// Why a text is no [`Step`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a step from stage to stage")]
pub struct StepError(String);

impl Step {
    /// A step between two stages.
    #[must_use]
    pub fn new(from: impl Into<String>, to: impl Into<String>) -> Self {
        Self { from: from.into(), to: to.into() }
    }
}

impl FromStr for Step {
    type Err = StepError;

    fn from_str(text: &str) -> Result<Self, StepError> {
        let parts = text.split_once("_to_").filter(|(from, to)| !from.is_empty() && !to.is_empty() && from != to);
        parts.map(|(from, to)| Self::new(from, to)).ok_or_else(|| StepError(text.to_owned()))
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_to_{}", self.from, self.to)
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
