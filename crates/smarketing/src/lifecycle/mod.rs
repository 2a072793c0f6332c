//! The stages of a lead, and what moves it between them.

pub(crate) mod apply;
mod apply_body;
pub(crate) mod assessed;
pub(crate) mod compiled;
pub(crate) mod document;
pub(crate) mod effect;
pub(crate) mod event;
mod event_ids;
mod event_json;
mod merge;
mod moves;
pub(crate) mod permit;
mod reason;
mod refusal;
pub(crate) mod replay;
pub(crate) mod running;
pub(crate) mod stage;
pub(crate) mod state;
mod state_json;
pub(crate) mod step;
mod table;
pub(crate) mod team;
mod work;

pub use assessed::{Assessed, StageCheck};
pub use document::{Disqualifier, FastTrack, Lifecycle, StageCriteria};
pub use effect::{About, Cause, Deed, Effect};
pub use event::{AttemptOutcome, Event, EventBody, Origin};
pub use event_ids::EventIds;
pub use reason::{Consequence, Reason, RejectReason, Reset};
pub use refusal::{Refusal, RefusalCode};
pub use replay::{Happening, Late, RefusedEvent, Replay, late, replay};
pub use stage::Stage;
pub use state::{LastEvent, LeadState, Merge, Phase};
pub use step::{Step, Transition, TransitionReason};
pub use table::{Destination, Row};
pub use team::Team;
