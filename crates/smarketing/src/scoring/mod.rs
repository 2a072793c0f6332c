//! What a lead is worth: rules, groups, decay, limits, adjustments, grades and bands.

pub(crate) mod adjust;
pub(crate) mod adjustment;
pub(crate) mod compile;
mod compile_points_by;
pub(crate) mod compiled;
pub(crate) mod decay;
pub(crate) mod dimension;
pub(crate) mod earned;
pub(crate) mod evaluate;
pub(crate) mod group;
pub(crate) mod ladder;
pub(crate) mod limit;
pub(crate) mod outcome;
pub(crate) mod points_by;
pub(crate) mod rule;
pub(crate) mod settings;

pub use adjustment::Adjustment;
pub use decay::Decay;
pub use dimension::Dimension;
pub use group::{Group, Pick};
pub use ladder::Ladder;
pub use limit::{Limit, Period};
pub use points_by::{PointsBy, Scale};
pub use rule::Rule;
pub use settings::{DimensionSettings, Scoring, Weights};
