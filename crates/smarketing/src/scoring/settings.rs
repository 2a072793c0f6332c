//! [`Scoring`]: the whole of the scoring, as the document has it.

use serde::Serialize;

use super::adjustment::{Adjustment, read_multiplier};
use super::decay::Decay;
use super::group::{Group, check_bounds};
use super::ladder::Ladder;
use super::rule::Rule;
use crate::document::reader::Place;
use crate::points::Points;
use crate::vocabulary::Entries;

/// The whole of the scoring.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Scoring {
    /// How the points of interactions fade, where a rule says nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decay: Option<Decay>,
    /// How much fit and engagement weigh in the score.
    #[serde(skip_serializing_if = "Weights::are_one")]
    pub weights: Weights,
    /// Labels of the score.
    #[serde(skip_serializing_if = "Ladder::is_empty")]
    pub bands: Ladder,
    /// Bounds and grades of fit, the explicit points.
    #[serde(skip_serializing_if = "DimensionSettings::is_empty")]
    pub fit: DimensionSettings,
    /// Bounds and grades of engagement, the implicit points.
    #[serde(skip_serializing_if = "DimensionSettings::is_empty")]
    pub engagement: DimensionSettings,
    /// The bounds of the total.
    #[serde(skip_serializing_if = "DimensionSettings::is_empty")]
    pub score: DimensionSettings,
    /// Rules that belong together.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub groups: Entries<Group>,
    /// The rules that earn points, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Rule>,
    /// What multiplies them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub adjustments: Vec<Adjustment>,
}

/// How much each dimension weighs in the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Weights {
    /// The factor by which fit counts in the score.
    pub fit: Points,
    /// The factor by which engagement counts in the score.
    pub engagement: Points,
}

impl Weights {
    fn are_one(&self) -> bool {
        *self == Self::default()
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self { fit: Points::new(1), engagement: Points::new(1) }
    }
}

/// The bounds of a dimension, and the labels of its part of the grade.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DimensionSettings {
    /// The least it can come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Points>,
    /// The most it can come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Points>,
    /// Its part of the grade.
    #[serde(skip_serializing_if = "Ladder::is_empty")]
    pub grades: Ladder,
}

impl DimensionSettings {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    #[inline(never)]
    fn read(place: &Place<'_, '_>, graded: bool) -> Option<Self> {
        let table = place.table()?;
        let min = table.optional("min").and_then(|place| place.points());
        let max = table.optional("max").and_then(|place| place.points());
        let grades = if graded { table.read_or("grades", Ladder::default(), Ladder::read) } else { Ladder::default() };
        table.finish();
        check_bounds(place, min, max);
        Some(Self { min, max, grades })
    }
}

impl Scoring {
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let dimension = |key: &'static str, graded: bool| {
            table.read_or(key, DimensionSettings::default(), |place| DimensionSettings::read(place, graded))
        };
        let scoring = Self {
            decay: table.optional("decay").and_then(|place| Decay::read(&place)),
            weights: table.read_or("weights", Weights::default(), read_weights),
            bands: table.read_or("bands", Ladder::default(), Ladder::read),
            fit: dimension("fit", true),
            engagement: dimension("engagement", true),
            score: dimension("score", false),
            groups: table.read_or("groups", Entries::default(), |place| Entries::read(place, "groups", Group::read)),
            rules: table.read_or("rules", Vec::new(), |place| place.list(Rule::read)),
            adjustments: table.read_or("adjustments", Vec::new(), |place| place.list(Adjustment::read)),
        };
        table.finish();
        Some(scoring)
    }

    /// The settings of a dimension.
    pub(crate) const fn dimension(&self, dimension: super::Dimension) -> &DimensionSettings {
        match dimension {
            super::Dimension::Fit => &self.fit,
            super::Dimension::Engagement => &self.engagement,
            super::Dimension::Score => &self.score,
        }
    }
}

fn read_weights(place: &Place<'_, '_>) -> Option<Weights> {
    let table = place.table()?;
    let weights = Weights {
        fit: table.read_or("fit", Points::new(1), read_multiplier),
        engagement: table.read_or("engagement", Points::new(1), read_multiplier),
    };
    table.finish();
    Some(weights)
}
