//! [`Refusal`]: why an event was refused, and what would be allowed.

use std::fmt;

use serde::Serialize;

use crate::handover::EventKind;

/// Why an event was refused. The state stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[error("{message}{}", advice(.help))]
#[non_exhaustive]
pub struct Refusal {
    /// What kind of refusal it is; stable between versions.
    pub code: RefusalCode,
    /// Why, in the words of the field.
    pub message: String,
    /// What to do about it, where there is something to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The kinds of events that are allowed where the lead stands.
    pub allowed: Vec<EventKind>,
}

fn advice(help: &Option<String>) -> String {
    help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default()
}

/// What kind of [`Refusal`] it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RefusalCode {
    /// It lies after the instant of the question.
    NotYet,
    /// It lies before what was already applied.
    Late,
    /// The lead has not begun.
    NotStarted,
    /// The lead has begun already.
    AlreadyStarted,
    /// The agreement has no such stage.
    NoSuchStage,
    /// The lead is not at the review desk.
    NotInReview,
    /// Sales does not have the lead.
    NotHandedOver,
    /// Sales has not accepted it yet.
    NotAccepted,
    /// Sales has accepted it already.
    AlreadyAccepted,
    /// The lead is not there yet.
    TooEarly,
    /// The lead is past that.
    AlreadyPast,
    /// The lead neither waits nor has it ended.
    NotWaiting,
    /// What has ended well is not sent back: a new interest is a new lead.
    Ended,
    /// The stage asks for something that does not hold.
    CriteriaNotMet,
    /// The stage requires fields that are missing.
    FieldsMissing,
    /// The handover needs a consent that is missing.
    ConsentMissing,
    /// The reason is none of the agreed list.
    UnknownReason,
    /// The agreement has no such criterion.
    UnknownCriterion,
    /// The instant of a hold lies before the event.
    HoldInThePast,
    /// Only a person may do that.
    NeedsPerson,
    /// The record says something else than the event.
    WrongRecord,
    /// There is no such merge.
    NotMerged,
    /// A lead does not merge with itself.
    SameLead,
    /// The assessment is that of another lead.
    OtherLead,
    /// An amount is more than nothing.
    WrongAmount,
}

impl RefusalCode {
    /// Why, in the words of the field.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::NotYet => "the event lies after the instant of the question",
            Self::Late => "the event lies before what was already applied",
            Self::NotStarted => "the lead has not begun",
            Self::AlreadyStarted => "the lead has begun already",
            Self::NoSuchStage => "the agreement has no stage for it",
            Self::NotInReview => "the lead is not at the review desk",
            Self::NotHandedOver => "the lead was not handed over to sales",
            Self::NotAccepted => "sales has not accepted the lead yet",
            Self::AlreadyAccepted => "sales has accepted the lead already",
            Self::TooEarly => "the lead has not come that far",
            Self::AlreadyPast => "the lead is past that",
            Self::NotWaiting => "the lead neither waits nor has it ended",
            Self::Ended => "the lead has ended",
            Self::CriteriaNotMet => "the criteria of the stage do not hold",
            Self::FieldsMissing => "fields that the stage requires are missing",
            Self::ConsentMissing => "the handover needs a consent that is missing",
            Self::UnknownReason => "the reason is none of the agreed list",
            Self::UnknownCriterion => "the agreement has no such criterion",
            Self::HoldInThePast => "the lead would wait until an instant before the event",
            Self::NeedsPerson => "only a person may do that",
            Self::WrongRecord => "the record says something else than the event",
            Self::NotMerged => "there is no such merge",
            Self::SameLead => "a lead does not merge with itself",
            Self::OtherLead => "the assessment is that of another lead",
            Self::WrongAmount => "the amount is not more than nothing",
        }
    }
}

impl fmt::Display for RefusalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl Refusal {
    pub(crate) fn new(code: RefusalCode) -> Self {
        Self { code, message: code.message().to_owned(), help: None, allowed: Vec::new() }
    }

    pub(crate) fn about(mut self, what: impl fmt::Display) -> Self {
        self.message = format!("{}: {what}", self.message);
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl From<RefusalCode> for Refusal {
    fn from(code: RefusalCode) -> Self {
        Self::new(code)
    }
}
