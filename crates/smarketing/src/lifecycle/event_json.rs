//! Events and origins from JSON text, with everything that is wrong at its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::assessed::{Assessed, read_shared, read_truth};
use super::event::{AttemptOutcome, Event, EventBody, Origin};
use super::state::LeadState;
use super::team::Team;
use crate::consent::{Channel, ConsentRecord};
use crate::document::reader::{Place, Table};
use crate::finding::{Code, Finding};
use crate::handover::EventKind;
use crate::vocabulary::lead::{SOURCED_BY, read_filled_id};

impl Event {
    /// Reads an event from JSON text.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its place.
    pub fn from_json(text: &str) -> Result<Self, Vec<Finding>> {
        crate::document::read_json(text, Self::read)
    }

    /// Reads a list of events, a history, from JSON text.
    ///
    /// # Errors
    /// Everything that is wrong with any of them: a history with a hole is none.
    pub fn list_from_json(text: &str) -> Result<Vec<Self>, Vec<Finding>> {
        crate::document::read_json(text, |place| place.list(Self::read))
    }

    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let id = table.read("id", read_filled_id);
        let at = table.read("at", |place| place.timestamp());
        let by = table.read_optional("by", read_filled_id);
        let kind = table.read("type", |place| place.choice(&EventKind::choices()));
        let body = kind.and_then(|kind| read_body(kind, &table));
        let right = table.finish();
        let event = Self { id: id?, at: at?, by: by?, body: body? };
        right.then_some(event)
    }
}

fn read_body(kind: EventKind, table: &Table<'_, '_>) -> Option<EventBody> {
    let text = |key| table.read(key, |place| place.filled_text()).map(Arc::from);
    let amount = || table.read_optional("amount", |place| place.decimal());
    let consent = |withdrawn: bool| {
        table.read("consent", |place| {
            let record = ConsentRecord::read(place)?;
            if record.is_withdrawal() != withdrawn {
                place.report(Code::InvalidValue, "the record's `status` is not what the event says");
                return None;
            }
            Some(Arc::new(record))
        })
    };
    Some(match kind {
        EventKind::Started => EventBody::Started(Arc::new(Origin::read_keys(table)?)),
        EventKind::Assessed => EventBody::Assessed { assessment: Arc::new(table.read("assessment", Assessed::read)?) },
        EventKind::Reviewed => {
            EventBody::Reviewed { reject: table.read_optional("reject", |place| place.filled_text())?.map(Arc::from) }
        }
        EventKind::Accepted => EventBody::Accepted,
        EventKind::Rejected => EventBody::Rejected { reason: text("reason")? },
        EventKind::ContactAttempted => {
            let channel = table.read("channel", Channel::read);
            let outcome = table.read("outcome", |place| place.choice(&AttemptOutcome::ALL));
            EventBody::ContactAttempted { channel: channel?, outcome: outcome? }
        }
        EventKind::Qualified => EventBody::Qualified {
            criteria: table.read_or("criteria", BTreeMap::new(), |place| {
                place
                    .entries(|id, place| Some((Arc::from(id), read_truth(place)?)))
                    .map(|list| list.into_iter().collect())
            }),
        },
        EventKind::OpportunityOpened => EventBody::OpportunityOpened { amount: amount()? },
        EventKind::Won => EventBody::Won { amount: amount()? },
        EventKind::Lost => EventBody::Lost { reason: text("reason")? },
        EventKind::Recycled => {
            let until = table.read_optional("until", |place| place.timestamp());
            EventBody::Recycled { reason: text("reason")?, until: until? }
        }
        EventKind::Woken => EventBody::Woken,
        EventKind::Disqualified => EventBody::Disqualified { reason: text("reason")? },
        EventKind::Reassigned => EventBody::Reassigned { person: table.read_optional("person", read_filled_id)? },
        EventKind::ConsentGiven => EventBody::ConsentGiven { consent: consent(false)? },
        EventKind::ConsentWithdrawn => EventBody::ConsentWithdrawn { consent: consent(true)? },
        EventKind::Enriched => {
            let team = table.read_optional("team", Team::read);
            let fields = table.read("fields", |place| place.one_or_many(read_shared));
            EventBody::Enriched { fields: fields?, team: team? }
        }
        EventKind::Merged => EventBody::Merged { other: Arc::new(table.read("other", LeadState::read)?) },
        EventKind::Unmerged => EventBody::Unmerged { merge: table.read("merge", read_filled_id)? },
    })
}

impl Origin {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let origin = Self::read_keys(&table);
        table.finish();
        origin
    }

    fn read_keys(table: &Table<'_, '_>) -> Option<Self> {
        let lead = table.read("lead", read_filled_id);
        let sourced_by = table.read("sourced_by", |place| place.choice(&SOURCED_BY));
        let id = |key| table.read_optional(key, read_filled_id);
        let (source, offering, contact, account) = (id("source"), id("offering"), id("contact"), id("account"));
        Some(Self {
            lead: lead?,
            sourced_by: sourced_by?,
            source: source?,
            offering: offering?,
            contact: contact?,
            account: account?,
        })
    }
}
