//! [`LeadState`]: where a lead stands, who has it, and which clocks run for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;

use super::assessed::Assessed;
use super::event::{Event, Origin, amount_text};
use super::event_ids::EventIds;
use super::stage::Stage;
use super::step::TransitionReason;
use super::team::Team;
use crate::condition::Truth;
use crate::consent::ConsentLedger;
use crate::handover::{EventKind, RunningClock};
use crate::time::Timestamp;

/// Where a lead stands: all that the next event needs to know, and cheap to clone.
///
/// [`Agreement::start`](crate::Agreement::start) makes it, [`Agreement::apply`](crate::Agreement::apply) moves it on.
/// It is the replay of the lead's history and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LeadState {
    /// Where it comes from: its id, its source, its contact.
    pub origin: Arc<Origin>,
    /// The stage in which the lead stands.
    pub stage: Stage,
    /// The one team that is responsible.
    pub owner: Team,
    /// The person of that team, where somebody has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Arc<str>>,
    /// Since when it stands there.
    pub since: Timestamp,
    /// Why it stands there.
    pub reason: TransitionReason,
    /// Until when it waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold_until: Option<Timestamp>,
    /// When it was handed over to sales; absent while sales does not have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handed_over: Option<Timestamp>,
    /// When sales accepted it, or when it was accepted in advance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Timestamp>,
    /// Whether nobody has accepted it yet: a fast track or an assessment did, and sales may still
    /// reject it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub in_advance: bool,
    /// Only interactions after this instant count for a fast track: its last handover, rejection or
    /// return.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fast_track_since: Option<Timestamp>,
    /// Only interactions after this instant earn points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engagement_since: Option<Timestamp>,
    /// When a breach sent it back: a new handover needs a person or a newer interaction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned_at: Option<Timestamp>,
    /// The attempts to reach the contact since it was handed over.
    pub attempts: u32,
    /// Whether one of them did.
    pub reached: bool,
    /// What sales found out, by criterion.
    #[serde(skip_serializing_if = "no_criteria")]
    pub criteria: Arc<BTreeMap<Arc<str>, Truth>>,
    /// How much it is about, in the agreement's currency.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "amount_text")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::Money>"))]
    pub amount: Option<Decimal>,
    /// The clocks that run for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<RunningClock>,
    /// What the contact said on being approached, as far as this lead's history knows it.
    #[serde(skip_serializing_if = "no_consent")]
    pub consent: Arc<ConsentLedger>,
    /// The last assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessed: Option<Arc<Assessed>>,
    /// The version of the agreement by which the last event was applied.
    pub agreement: Arc<str>,
    /// The event that was applied last.
    pub last: LastEvent,
    /// The instant of the last change: what is earlier than that needs a replay.
    pub changed: Timestamp,
    /// The ids of the events that were applied.
    pub applied: EventIds,
    /// The merges that can be undone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub merges: Vec<Arc<Merge>>,
}

fn no_criteria(criteria: &Arc<BTreeMap<Arc<str>, Truth>>) -> bool {
    criteria.is_empty()
}

fn no_consent(ledger: &Arc<ConsentLedger>) -> bool {
    ledger.iter().next().is_none()
}

/// Where the last event stands in the one order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LastEvent {
    /// The instant at which it happened.
    pub at: Timestamp,
    /// What kind of event it was.
    pub kind: EventKind,
    /// The id of the event that was applied last.
    pub id: Arc<str>,
}

/// A merge that can be undone: the state before it, and what happened since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Merge {
    /// The id of the event that merged.
    pub event: Arc<str>,
    /// The state as it was before the merge.
    pub before: Arc<LeadState>,
    /// The events that were applied since.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub since: Vec<Event>,
}

/// How far a lead has come with sales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Sales does not have it.
    Open,
    /// It was handed over, and sales has not answered yet.
    Offered,
    /// It was accepted in advance: sales has it, and may still reject it.
    InAdvance,
    /// Sales accepted it.
    Accepted,
}

impl LeadState {
    /// The lead's id.
    #[must_use]
    pub fn lead(&self) -> &str {
        &self.origin.lead
    }

    /// How far it has come with sales.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        match (self.handed_over, self.accepted) {
            (None, _) => Phase::Open,
            (Some(_), None) => Phase::Offered,
            (Some(_), Some(_)) if self.in_advance => Phase::InAdvance,
            (Some(_), Some(_)) => Phase::Accepted,
        }
    }

    /// Whether somebody still works on it: it neither waits nor has it ended.
    #[must_use]
    pub const fn is_live(&self) -> bool {
        !matches!(self.stage, Stage::Nurture | Stage::Disqualified | Stage::Lost)
    }

    /// The core's own JSON text of this state: the same bytes on every platform.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_string(self)
    }

    /// How far up it stands. An MQL that was handed over stands above the review desk.
    pub(crate) const fn level(&self) -> u8 {
        match self.stage {
            Stage::Contact => 0,
            Stage::Lead | Stage::Nurture | Stage::Disqualified | Stage::Lost => 1,
            Stage::Mql if self.handed_over.is_none() => 2,
            Stage::Review => 3,
            Stage::Mql => 4,
            Stage::Sal => 5,
            Stage::Sql => 6,
            Stage::Opportunity => 7,
            Stage::Customer => 8,
        }
    }
}
