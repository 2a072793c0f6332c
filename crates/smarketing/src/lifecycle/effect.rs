//! [`Effect`]: what the caller is to do, as data.

use std::fmt;
use std::sync::Arc;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::team::Team;
use crate::consent::Channel;
use crate::handover::ClockStepKind;
use crate::time::Timestamp;

/// Something that the caller is to do. The library does nothing itself.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Effect {
    /// The id of the lead that it is about.
    pub lead: Arc<str>,
    /// The instant at which it became due.
    pub at: Timestamp,
    /// What caused it.
    pub cause: Cause,
    /// What the caller is to do.
    pub what: Deed,
}

/// What caused an [`Effect`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Cause {
    /// An event.
    Event {
        /// The id of the event that caused it.
        id: Arc<str>,
    },
    /// A step of a clock.
    Clock {
        /// The id of the clock whose step it is.
        clock: Arc<str>,
        /// The instant at which the clock started.
        started: Timestamp,
        /// Which of the clock's steps it is, counted from 0.
        step: u32,
    },
    /// The end of the time that the lead waited.
    Hold {
        /// The instant at which the hold ended.
        until: Timestamp,
    },
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Deed {
    /// Tell a team, or the person who has the lead.
    Notify {
        /// The team that is told.
        team: Team,
        /// The person of the team who has the lead, if somebody does.
        #[serde(skip_serializing_if = "Option::is_none")]
        person: Option<Arc<str>>,
        /// Whom the agreement names instead.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<Arc<str>>,
        /// What the team is told about.
        about: About,
    },
    /// Give the lead to a person of the team.
    Assign {
        /// The team of which somebody gets it.
        team: Team,
        /// To anybody but this person.
        #[serde(skip_serializing_if = "Option::is_none")]
        not: Option<Arc<str>>,
    },
    /// A clock runs from now on.
    StartClock {
        /// The id of the clock in the agreement.
        clock: Arc<str>,
        /// When it is due.
        due: Timestamp,
    },
    /// A clock stands still.
    PauseClock {
        /// The id of the clock in the agreement.
        clock: Arc<str>,
    },
    /// A clock runs again.
    ResumeClock {
        /// The id of the clock in the agreement.
        clock: Arc<str>,
        /// The instant at which the clock is due now.
        due: Timestamp,
    },
    /// A clock has ended.
    StopClock {
        /// The id of the clock in the agreement.
        clock: Arc<str>,
        /// Whether it was overdue.
        overdue: bool,
    },
    /// Find out what is missing.
    AskFor {
        /// The names of the fields that are missing.
        fields: Vec<Arc<str>>,
    },
    /// Ask the contact for consent: the handover needs it.
    AskForConsent {
        /// The channel over which it is needed.
        channel: Channel,
    },
    /// Add the lead to the nurturing.
    AddToNurture {
        /// The instant up to which the lead waits.
        #[serde(skip_serializing_if = "Option::is_none")]
        until: Option<Timestamp>,
    },
    /// Take the lead out of the nurturing.
    RemoveFromNurture,
    /// Stop approaching the contact over a channel.
    Suppress {
        /// The channel over which nobody may approach the contact any more.
        channel: Channel,
        /// The address or number.
        identifier: Arc<str>,
        /// For which purpose; absent: for all.
        #[serde(skip_serializing_if = "Option::is_none")]
        purpose: Option<Arc<str>>,
    },
    /// Assess the lead again: what is known of it has changed.
    Assess,
    /// A team wrote a field that another one owns.
    FieldConflict {
        /// The name of the field that somebody else owns.
        field: Arc<str>,
        /// The team that owns the field.
        owner: Arc<str>,
        /// The team that wrote the field.
        #[serde(skip_serializing_if = "Option::is_none")]
        team: Option<Team>,
    },
}

/// What somebody is told about.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum About {
    /// The lead was handed over.
    HandedOver,
    /// The lead is at the desk.
    ToReview,
    /// The lead fell back.
    Demoted,
    /// Sales or the desk rejected it: marketing's feedback.
    Rejected {
        /// Why the deal was lost, by the agreed list of reasons.
        reason: Arc<str>,
    },
    /// A breach sent the lead back.
    Returned {
        /// The id of the clock that this is about.
        clock: Arc<str>,
    },
    /// A clock is near its end, or past it.
    Clock {
        /// The id of the clock that this is about.
        clock: Arc<str>,
        /// What kind of step it is.
        step: ClockStepKind,
    },
    /// The address or number was not the contact's.
    WrongContact {
        /// Over which channel the contact was approached.
        channel: Channel,
    },
    /// The lead was disqualified.
    Disqualified,
    /// The lead no longer waits.
    Woken,
    /// The deal was lost.
    Lost {
        /// Why the deal was lost, by the agreed list of reasons.
        reason: Arc<str>,
    },
    /// The deal was won.
    Won,
    /// Another lead became one with it.
    Merged,
}

/// The deed in plain words; what tells it from others is the effect's [`key`](Effect::key).
impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Notify { team, to, about, .. } => {
                write!(f, "notify {} about {about}", to.as_deref().unwrap_or_else(|| team.name()))
            }
            Self::Assign { team, .. } => write!(f, "assign to {team}"),
            Self::StartClock { clock, .. } => write!(f, "start clock {clock}"),
            Self::PauseClock { clock } => write!(f, "pause clock {clock}"),
            Self::ResumeClock { clock, .. } => write!(f, "resume clock {clock}"),
            Self::StopClock { clock, .. } => write!(f, "stop clock {clock}"),
            Self::AskFor { fields } => write!(f, "ask for {}", fields.join(", ")),
            Self::AskForConsent { channel } => write!(f, "ask for consent by {channel}"),
            Self::AddToNurture { .. } => f.write_str("add to nurture"),
            Self::RemoveFromNurture => f.write_str("remove from nurture"),
            Self::Suppress { channel, identifier, purpose } => {
                write!(f, "suppress {channel} to {identifier} for {}", purpose.as_deref().unwrap_or("everything"))
            }
            Self::Assess => f.write_str("assess"),
            Self::FieldConflict { field, owner, .. } => write!(f, "report that {owner} owns {field}"),
        }
    }
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::HandedOver => f.write_str("the handover"),
            Self::ToReview => f.write_str("a lead to review"),
            Self::Demoted => f.write_str("a lead that fell back"),
            Self::Rejected { reason } => write!(f, "a rejection as {reason}"),
            Self::Returned { clock } => write!(f, "a return because of {clock}"),
            Self::Clock { clock, step: ClockStepKind::Reminder } => write!(f, "the clock {clock}, soon due"),
            Self::Clock { clock, step: ClockStepKind::Breach } => write!(f, "the clock {clock}, now due"),
            Self::Clock { clock, step: ClockStepKind::Escalation } => write!(f, "the clock {clock}, long due"),
            Self::WrongContact { channel } => write!(f, "a wrong contact by {channel}"),
            Self::Disqualified => f.write_str("a disqualification"),
            Self::Woken => f.write_str("a lead that no longer waits"),
            Self::Lost { reason } => write!(f, "a deal lost as {reason}"),
            Self::Won => f.write_str("a won deal"),
            Self::Merged => f.write_str("a merge"),
        }
    }
}

impl Serialize for Effect {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut effect = serializer.serialize_struct("Effect", 5)?;
        effect.serialize_field("key", &self.key())?;
        effect.serialize_field("lead", &self.lead)?;
        effect.serialize_field("at", &self.at)?;
        effect.serialize_field("cause", &self.cause)?;
        effect.serialize_field("what", &self.what)?;
        effect.end()
    }
}
