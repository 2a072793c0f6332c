//! [`Figures`]: what an assessment comes to, without its reasons.

use std::sync::Arc;

use serde::Serialize;

use super::compute::{Computed, Standings};
use super::result::Assessment;
use crate::agreement::compiled::Compiled;
use crate::lifecycle::Stage;
use crate::points::Points;

/// What an assessment comes to, without its reasons: equal figures mean that nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Figures {
    /// The score of the lead, in points.
    pub score: Points,
    /// Explicit points, before their weight.
    pub fit: Points,
    /// Implicit points, before their weight.
    pub engagement: Points,
    /// The letter of the fit and the digit of the engagement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Arc<str>>,
    /// The label of the score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Arc<str>>,
    /// The label of the ICP's tier that the lead is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icp_tier: Option<Arc<str>>,
    /// The id of the persona that is recognised for certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persona: Option<Arc<str>>,
    /// The stage the lead qualifies for.
    pub stage: Stage,
}

impl Figures {
    pub(crate) fn of(compiled: &Compiled, computed: &Computed, standings: &Standings) -> Self {
        let results = &computed.results;
        let label = |labels: &[Arc<str>], now: Option<u8>| labels.get(usize::from(now?)).cloned();
        Self {
            score: Points::from_millionths(results.score.now),
            fit: Points::from_millionths(results.fit.now),
            engagement: Points::from_millionths(results.engagement.now),
            grade: label(&compiled.scoring.grades, results.grade.now),
            band: label(&compiled.scoring.band_labels, results.band.now),
            icp_tier: compiled.icp.as_ref().and_then(|icp| label(&icp.tier_labels, results.icp_tier.now)),
            persona: label(&compiled.names.personas, results.persona.now),
            stage: standings.stage(),
        }
    }
}

impl From<&Assessment> for Figures {
    fn from(assessment: &Assessment) -> Self {
        Self {
            score: assessment.score,
            fit: assessment.fit,
            engagement: assessment.engagement,
            grade: assessment.grade.clone(),
            band: assessment.band.clone(),
            icp_tier: assessment.icp.as_ref().and_then(|icp| icp.tier.clone()),
            persona: assessment.persona.clone(),
            stage: assessment.stage,
        }
    }
}
