//! [`Event`]: something that happened to a lead, and the one order of events.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;

use super::assessed::Assessed;
use super::state::LeadState;
use super::team::Team;
use crate::assessment::Assessment;
use crate::condition::Truth;
use crate::consent::{Channel, ConsentRecord};
use crate::handover::EventKind;
use crate::time::Timestamp;
use crate::vocabulary::SourcedBy;

/// Something that happened to a lead. A lead's history is a list of them, and its state is what
/// their replay gives.
///
/// ```
/// use smarketing::{Event, EventBody};
/// let event = Event::new("e-7", "2026-11-02T10:00:00Z".parse()?, EventBody::Accepted).by("rep-1");
/// assert_eq!(Event::from_json(&serde_json::to_string(&event).unwrap()), Ok(event));
/// # Ok::<(), smarketing::TimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Event {
    /// Its id: the same event twice does nothing twice.
    pub id: Arc<str>,
    /// The instant at which it happened.
    pub at: Timestamp,
    /// The person who did it; absent: a system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Arc<str>>,
    /// What happened.
    #[serde(flatten)]
    pub body: EventBody,
}

/// What happened to a lead: one variant for each [`EventKind`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum EventBody {
    /// The lead began.
    Started(Arc<Origin>),
    /// It was assessed.
    Assessed {
        /// What the lifecycle needs of the assessment.
        assessment: Arc<Assessed>,
    },
    /// The pre-qualification desk decided.
    Reviewed {
        /// The reason to reject it, one of the agreed list; absent: it goes forward to sales.
        #[serde(skip_serializing_if = "Option::is_none")]
        reject: Option<Arc<str>>,
    },
    /// Sales accepted it.
    Accepted,
    /// Sales rejected it.
    Rejected {
        /// Why: one of the agreed list.
        reason: Arc<str>,
    },
    /// Somebody tried to reach the contact.
    ContactAttempted {
        /// The channel over which the contact was tried.
        channel: Channel,
        /// Whether the contact was reached by it.
        outcome: AttemptOutcome,
    },
    /// Sales found out how far it is qualified.
    Qualified {
        /// Which criteria are met, by id.
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        criteria: BTreeMap<Arc<str>, Truth>,
    },
    /// It became an opportunity.
    OpportunityOpened {
        /// How much it is about, in the agreement's currency.
        #[serde(skip_serializing_if = "Option::is_none", serialize_with = "amount_text")]
        #[cfg_attr(feature = "schema", schemars(with = "Option<crate::Money>"))]
        amount: Option<Decimal>,
    },
    /// It became a customer.
    Won {
        /// How much it was, in the agreement's currency.
        #[serde(skip_serializing_if = "Option::is_none", serialize_with = "amount_text")]
        #[cfg_attr(feature = "schema", schemars(with = "Option<crate::Money>"))]
        amount: Option<Decimal>,
    },
    /// The opportunity was lost.
    Lost {
        /// Why it happened, by the agreed list of reasons where there is one.
        reason: Arc<str>,
    },
    /// It went back to nurture.
    Recycled {
        /// Until when it waits; absent: until somebody wakes it, or it takes a fast track.
        #[serde(skip_serializing_if = "Option::is_none")]
        until: Option<Timestamp>,
        /// Why it happened, by the agreed list of reasons where there is one.
        reason: Arc<str>,
    },
    /// A person ended its waiting, or found that its end was none.
    Woken,
    /// A person disqualified it.
    Disqualified {
        /// Why it happened, by the agreed list of reasons where there is one.
        reason: Arc<str>,
    },
    /// Somebody else of the responsible team has it now.
    Reassigned {
        /// Who; absent: nobody yet.
        #[serde(skip_serializing_if = "Option::is_none")]
        person: Option<Arc<str>>,
    },
    /// The contact gave a consent.
    ConsentGiven {
        /// The record of what the contact said.
        consent: Arc<ConsentRecord>,
    },
    /// The contact withdrew a consent.
    ConsentWithdrawn {
        /// The record of what the contact said.
        consent: Arc<ConsentRecord>,
    },
    /// Facts changed.
    Enriched {
        /// The names of the fields that changed.
        fields: Vec<Arc<str>>,
        /// Which team wrote them; absent: a provider, who owns none.
        #[serde(skip_serializing_if = "Option::is_none")]
        team: Option<Team>,
    },
    /// Another lead became one with it.
    Merged {
        /// The other lead, as it stood.
        other: Arc<LeadState>,
    },
    /// A merge was undone.
    Unmerged {
        /// The id of the event that merged.
        merge: Arc<str>,
    },
}

/// Where a lead comes from. It is set when the lead starts and never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Origin {
    /// The id of the lead that begins.
    pub lead: Arc<str>,
    /// Which side created it.
    pub sourced_by: SourcedBy,
    /// The source of the interest, such as a webinar or a fair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Arc<str>>,
    /// What the interest is in; absent: no interest is expressed yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offering: Option<Arc<str>>,
    /// The person. A known contact and an existing customer can have a new lead, and keep the old.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Arc<str>>,
    /// The id of the company that the person works for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<Arc<str>>,
}

/// What came of an attempt to reach a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AttemptOutcome {
    /// The contact was reached.
    Reached,
    /// Nobody answered.
    NoAnswer,
    /// The contact was reached, and everybody waits for it now: clocks that may pause do.
    Waiting,
    /// The address or number is not the contact's.
    WrongContact,
}

impl AttemptOutcome {
    pub(crate) const ALL: [(&'static str, AttemptOutcome); 4] = [
        ("reached", AttemptOutcome::Reached),
        ("no_answer", AttemptOutcome::NoAnswer),
        ("waiting", AttemptOutcome::Waiting),
        ("wrong_contact", AttemptOutcome::WrongContact),
    ];

    /// Whether the contact was reached.
    #[must_use]
    pub const fn is_reached(self) -> bool {
        matches!(self, Self::Reached | Self::Waiting)
    }
}

impl Origin {
    /// A lead that one side created.
    #[must_use]
    pub fn new(lead: impl Into<Arc<str>>, sourced_by: SourcedBy) -> Self {
        Self { lead: lead.into(), sourced_by, source: None, offering: None, contact: None, account: None }
    }

    /// Says where it came from.
    #[must_use]
    pub fn source(mut self, source: impl Into<Arc<str>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Says what the interest is in.
    #[must_use]
    pub fn offering(mut self, offering: impl Into<Arc<str>>) -> Self {
        self.offering = Some(offering.into());
        self
    }

    /// Says whose interest it is.
    #[must_use]
    pub fn contact(mut self, contact: impl Into<Arc<str>>) -> Self {
        self.contact = Some(contact.into());
        self
    }

    /// Says which company the contact works for.
    #[must_use]
    pub fn account(mut self, account: impl Into<Arc<str>>) -> Self {
        self.account = Some(account.into());
        self
    }
}

impl EventBody {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Started(_) => EventKind::Started,
            Self::Assessed { .. } => EventKind::Assessed,
            Self::Reviewed { .. } => EventKind::Reviewed,
            Self::Accepted => EventKind::Accepted,
            Self::Rejected { .. } => EventKind::Rejected,
            Self::ContactAttempted { .. } => EventKind::ContactAttempted,
            Self::Qualified { .. } => EventKind::Qualified,
            Self::OpportunityOpened { .. } => EventKind::OpportunityOpened,
            Self::Won { .. } => EventKind::Won,
            Self::Lost { .. } => EventKind::Lost,
            Self::Recycled { .. } => EventKind::Recycled,
            Self::Woken => EventKind::Woken,
            Self::Disqualified { .. } => EventKind::Disqualified,
            Self::Reassigned { .. } => EventKind::Reassigned,
            Self::ConsentGiven { .. } => EventKind::ConsentGiven,
            Self::ConsentWithdrawn { .. } => EventKind::ConsentWithdrawn,
            Self::Enriched { .. } => EventKind::Enriched,
            Self::Merged { .. } => EventKind::Merged,
            Self::Unmerged { .. } => EventKind::Unmerged,
        }
    }
}

impl Event {
    /// An event at an instant.
    #[must_use]
    pub fn new(id: impl Into<Arc<str>>, at: Timestamp, body: EventBody) -> Self {
        Self { id: id.into(), at, by: None, body }
    }

    /// The event of an assessment, at the instant it was asked for.
    ///
    /// ```
    /// # use smarketing::{Agreement, Event, Interactions, Lead, replay};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" } },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "employees": { "at_least": 50 } } } } },
    /// #     "handover": { "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }, "clocks": [
    /// #         { "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office", "on_breach": "notify" },
    /// #         { "id": "quote", "from": "accepted", "until": "won", "within": "8h", "calendar": "office", "may_pause": true }] } }"#)?;
    /// let at = "2026-11-02T10:00:00Z".parse()?;
    /// let event = Event::assessed("e-2", &agreement.assess(&Lead::new("L-1"), &Interactions::none(), at));
    /// assert_eq!(event.at, at);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn assessed(id: impl Into<Arc<str>>, assessment: &Assessment) -> Self {
        Self::new(id, assessment.as_of, EventBody::Assessed { assessment: Arc::new(Assessed::from(assessment)) })
    }

    /// Says who did it.
    #[must_use]
    pub fn by(mut self, person: impl Into<Arc<str>>) -> Self {
        self.by = Some(person.into());
        self
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> EventKind {
        self.body.kind()
    }

    /// The one order of events: by instant, then by kind in the order of a lead's way, then by id;
    /// what is equal even then, by content.
    #[must_use]
    pub fn in_order(&self, other: &Self) -> Ordering {
        let key = |event: &Self| (event.at, event.kind());
        let order = key(self).cmp(&key(other)).then_with(|| self.id.cmp(&other.id));
        order.then_with(|| {
            if self == other {
                Ordering::Equal
            } else {
                crate::json::to_string(self).cmp(&crate::json::to_string(other))
            }
        })
    }
}

/// Money is decimal text, exact in every language.
pub(crate) fn amount_text<S: serde::Serializer>(amount: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    match amount {
        Some(amount) => serializer.collect_str(&amount.normalize()),
        None => serializer.serialize_none(),
    }
}
