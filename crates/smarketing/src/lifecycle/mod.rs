//! The stages of a lead, and what moves it between them.

pub(crate) mod compiled;
pub(crate) mod document;
pub(crate) mod stage;

pub use document::{Disqualifier, FastTrack, Lifecycle, StageCriteria};
pub use stage::Stage;
