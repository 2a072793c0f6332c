//! [`ContactFacts`]: what the guards need to know of a contact besides its consent.

use serde::Serialize;

use super::channel::Channel;
use crate::document::reader::Place;
use crate::finding::{Code, Finding};
use crate::time::Timestamp;

/// What has been done with a contact: how it was approached, what it bought, and whether sales is
/// talking with it. In any order; what lies after the instant of a question is not known yet.
///
/// ```
/// use smarketing::ContactFacts;
/// let facts = ContactFacts::from_json(r#"{
///     "purchases": [{ "offering": "crm", "at": "2026-11-02T09:00:00Z" }]
/// }"#).unwrap();
/// assert_eq!(facts.purchases.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ContactFacts {
    /// How it was approached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub approaches: Vec<Approach>,
    /// What the contact bought, and when.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub purchases: Vec<Purchase>,
    /// When sales was talking with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conversations: Vec<Conversation>,
}

/// A message to the contact, or a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Approach {
    /// The instant at which somebody approached the contact.
    pub at: Timestamp,
    /// Over which channel that was.
    pub channel: Channel,
    /// For which of the agreement's purposes.
    pub purpose: String,
}

/// Something the contact bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Purchase {
    /// The instant of the purchase.
    pub at: Timestamp,
    /// The offering that was bought.
    pub offering: String,
}

/// A time during which sales talks with the contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Conversation {
    /// Since when sales has been talking with the contact.
    pub from: Timestamp,
    /// Until when; absent while it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

impl ContactFacts {
    /// A contact with which nothing was done.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an approach.
    #[must_use]
    pub fn approached(mut self, at: Timestamp, channel: Channel, purpose: impl Into<String>) -> Self {
        self.approaches.push(Approach { at, channel, purpose: purpose.into() });
        self
    }

    /// Adds a purchase.
    #[must_use]
    pub fn bought(mut self, at: Timestamp, offering: impl Into<String>) -> Self {
        self.purchases.push(Purchase { at, offering: offering.into() });
        self
    }

    /// Adds a conversation with sales, ended or not.
    #[must_use]
    pub fn conversation(mut self, from: Timestamp, until: Option<Timestamp>) -> Self {
        self.conversations.push(Conversation { from, until });
        self
    }

    /// Reads it from JSON text.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its place.
    pub fn from_json(text: &str) -> Result<Self, Vec<Finding>> {
        crate::document::read_json(text, Self::read)
    }

    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let approaches = table.read_or("approaches", Vec::new(), |place| place.list(Approach::read));
        let purchases = table.read_or("purchases", Vec::new(), |place| place.list(Purchase::read));
        let conversations = table.read_or("conversations", Vec::new(), |place| place.list(Conversation::read));
        table.finish();
        Some(Self { approaches, purchases, conversations })
    }
}

impl Approach {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let at = table.read("at", |place| place.timestamp());
        let channel = table.read("channel", Channel::read);
        let purpose = table.read("purpose", |place| place.filled_text());
        table.finish();
        Some(Self { at: at?, channel: channel?, purpose: purpose? })
    }
}

impl Purchase {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let at = table.read("at", |place| place.timestamp());
        let offering = table.read("offering", |place| place.filled_text());
        table.finish();
        Some(Self { at: at?, offering: offering? })
    }
}

impl Conversation {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let from = table.read("from", |place| place.timestamp());
        let until = table.read_optional("until", |place| place.timestamp());
        table.finish();
        let (from, until) = (from?, until?);
        if until.is_some_and(|until| until < from) {
            place.report(Code::WrongOrder, "a conversation ends after it begins");
            return None;
        }
        Some(Self { from, until })
    }
}
