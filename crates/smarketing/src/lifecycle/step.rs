//! [`Step`]: what an event did: the new state, the transitions, and the effects to carry out.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use super::assessed::read_shared;
use super::effect::Effect;
use super::stage::Stage;
use super::state::LeadState;
use super::team::Team;
use crate::document::reader::Place;
use crate::time::Timestamp;

/// What an event, or time, did to a lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Step {
    /// Where it stands now.
    pub state: LeadState,
    /// The changes of stage, in order: those that time made up to the event, then the event's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub transitions: Vec<Transition>,
    /// What the caller is to carry out. Each has a key, so that nothing is carried out twice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
}

impl Step {
    /// The last change of stage, if there was one.
    #[must_use]
    pub fn transition(&self) -> Option<&Transition> {
        self.transitions.last()
    }
}

/// A change of stage, or of who is responsible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Transition {
    /// Where the lead stood; absent: it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Stage>,
    /// Where it stands now.
    pub to: Stage,
    /// Who is responsible now.
    pub owner: Team,
    /// The instant at which the stage changed.
    pub at: Timestamp,
    /// The event that did it; absent: time did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Arc<str>>,
    /// The version of the agreement by which it happened.
    pub agreement: Arc<str>,
    /// What made the lead change its stage.
    pub reason: TransitionReason,
}

/// Why a lead stands where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum TransitionReason {
    /// It began.
    Started,
    /// The contact did something: the interest is expressed.
    Active,
    /// The criteria of the stage hold.
    Criteria,
    /// A fast track led there.
    FastTrack,
    /// What keeps a lead in its stage no longer holds.
    KeepWhile,
    /// The ICP excludes it.
    Excluded {
        /// The id of the exclusion.
        id: Arc<str>,
    },
    /// A disqualifier of the agreement applies.
    Disqualifier {
        /// The id of the rule or condition in the agreement.
        id: Arc<str>,
    },
    /// A person decided so.
    Decision,
    /// A person decided so, for a reason.
    Reason {
        /// The reason, one of the agreed list where there is one.
        id: Arc<str>,
    },
    /// A clock was due, and nobody had acted.
    Breach {
        /// The id of the clock that ran out.
        clock: Arc<str>,
    },
    /// The time it waited is over.
    HoldEnded,
    /// Another lead became one with it.
    Merged,
    /// A merge was undone.
    Unmerged,
}

/// Why, in plain words.
///
/// ```
/// use smarketing::TransitionReason;
/// assert_eq!(TransitionReason::HoldEnded.to_string(), "the time it was to wait is over");
/// assert_eq!(TransitionReason::Reason { id: "no-budget".into() }.to_string(), "a person decided so: no-budget");
/// ```
impl fmt::Display for TransitionReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Started => f.write_str("it began"),
            Self::Active => f.write_str("the contact did something"),
            Self::Criteria => f.write_str("the criteria of the stage hold"),
            Self::FastTrack => f.write_str("a fast track leads there"),
            Self::KeepWhile => f.write_str("what kept it in its stage no longer holds"),
            Self::Excluded { id } => write!(f, "the ideal customer profile excludes it: {id}"),
            Self::Disqualifier { id } => write!(f, "the agreement disqualifies it: {id}"),
            Self::Decision => f.write_str("a person decided so"),
            Self::Reason { id } => write!(f, "a person decided so: {id}"),
            Self::Breach { clock } => write!(f, "the clock {clock} was due, and nobody had acted"),
            Self::HoldEnded => f.write_str("the time it was to wait is over"),
            Self::Merged => f.write_str("another lead became one with it"),
            Self::Unmerged => f.write_str("a merge was undone"),
        }
    }
}

impl TransitionReason {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let shared = |key| table.read(key, read_shared);
        let Some(kind) = table.read("kind", |place| place.string()) else {
            // Which of these it takes, nobody knows.
            let _ = (table.optional("id"), table.optional("clock"));
            table.finish();
            return None;
        };
        let reason = match kind.as_str() {
            "started" => Some(Self::Started),
            "active" => Some(Self::Active),
            "criteria" => Some(Self::Criteria),
            "fast_track" => Some(Self::FastTrack),
            "keep_while" => Some(Self::KeepWhile),
            "excluded" => shared("id").map(|id| Self::Excluded { id }),
            "disqualifier" => shared("id").map(|id| Self::Disqualifier { id }),
            "decision" => Some(Self::Decision),
            "reason" => shared("id").map(|id| Self::Reason { id }),
            "breach" => shared("clock").map(|clock| Self::Breach { clock }),
            "hold_ended" => Some(Self::HoldEnded),
            "merged" => Some(Self::Merged),
            "unmerged" => Some(Self::Unmerged),
            other => {
                place.report(crate::Code::InvalidValue, format!("`{other}` is not why a lead stands somewhere"));
                None
            }
        };
        table.finish();
        reason
    }
}
