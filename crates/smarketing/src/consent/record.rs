//! [`ConsentRecord`]: one word of a contact on whether it may be approached, with its proof.

use serde::Serialize;

use super::basis::ConsentBasis;
use super::channel::Channel;
use crate::document::reader::Place;
use crate::finding::Code;
use crate::time::Timestamp;

/// What was said: yes on a ground, or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum ConsentWord {
    /// The contact may be approached.
    Given {
        /// The ground on which the contact may be approached.
        basis: ConsentBasis,
        /// From when on it no longer holds.
        #[serde(skip_serializing_if = "Option::is_none")]
        expires: Option<Timestamp>,
    },
    /// No longer.
    Withdrawn,
}

/// One word on whether a contact may be approached: for an identifier, a channel and a purpose, since
/// an instant, and from where it is known.
///
/// ```
/// use smarketing::{Channel, ConsentBasis, ConsentRecord};
/// let record = ConsentRecord::given(
///     Channel::Email, "cio@firm.example", "newsletter", ConsentBasis::DoubleOptIn, "2026-11-02T09:00:00Z".parse()?,
/// )
/// .source("webinar form")
/// .proof("confirmation mail 4711, text version 3");
/// assert_eq!(record.purpose.as_deref(), Some("newsletter"));
/// # Ok::<(), smarketing::TimestampError>(())
/// ```
// The order of the fields is that of the ledger: by instant, a withdrawal after what was given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::with_purpose))]
#[non_exhaustive]
pub struct ConsentRecord {
    /// The instant at which the contact said it.
    pub at: Timestamp,
    /// What was said.
    #[serde(flatten)]
    pub word: ConsentWord,
    /// Over which channel the contact may be approached.
    pub channel: Channel,
    /// The address or number, as it was written.
    pub identifier: String,
    /// For what; a withdrawal without a purpose is one from all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Where it was said: the form, the call, the contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How it can be shown: the text that was agreed to, the message that confirmed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
}

impl ConsentRecord {
    /// A consent, or another ground to approach the contact.
    #[must_use]
    pub fn given(
        channel: Channel,
        identifier: impl Into<String>,
        purpose: impl Into<String>,
        basis: ConsentBasis,
        at: Timestamp,
    ) -> Self {
        let word = ConsentWord::Given { basis, expires: None };
        let (identifier, purpose) = (identifier.into(), Some(purpose.into()));
        Self { at, word, channel, identifier, purpose, source: None, proof: None }
    }

    /// A withdrawal from all purposes.
    #[must_use]
    pub fn withdrawn(channel: Channel, identifier: impl Into<String>, at: Timestamp) -> Self {
        let word = ConsentWord::Withdrawn;
        Self { at, word, channel, identifier: identifier.into(), purpose: None, source: None, proof: None }
    }

    /// Says for what.
    #[must_use]
    pub fn purpose(mut self, purpose: impl Into<String>) -> Self {
        self.purpose = Some(purpose.into());
        self
    }

    /// Says until when a consent holds; a withdrawal has no end.
    #[must_use]
    pub fn expires(mut self, at: Timestamp) -> Self {
        if let ConsentWord::Given { expires, .. } = &mut self.word {
            *expires = Some(at);
        }
        self
    }

    /// Says where it was said.
    #[must_use]
    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Says how it can be shown.
    #[must_use]
    pub fn proof(mut self, proof: impl Into<String>) -> Self {
        self.proof = Some(proof.into());
        self
    }

    /// The ground, if it is one that has not expired.
    pub(crate) fn basis_at(&self, as_of: Timestamp) -> Option<ConsentBasis> {
        match self.word {
            ConsentWord::Given { basis, expires } if expires.is_none_or(|end| as_of < end) => Some(basis),
            _ => None,
        }
    }

    pub(crate) fn is_withdrawal(&self) -> bool {
        self.word == ConsentWord::Withdrawn
    }

    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let at = table.read("at", |place| place.timestamp());
        let withdrawn = table.read("status", |place| place.choice(&[("given", false), ("withdrawn", true)]));
        let channel = table.read("channel", Channel::read);
        let identifier = table.read("identifier", |place| place.filled_text());
        let basis = table.read_optional("basis", ConsentBasis::read);
        let expires = table.read_optional("expires", |place| place.timestamp());
        let text = |key| table.read_optional(key, |place| place.filled_text());
        let (purpose, source, proof) = (text("purpose"), text("source"), text("proof"));
        let right = table.finish();
        let (basis, expires, purpose) = (basis?, expires?, purpose?);
        let word = match (withdrawn?, basis) {
            (true, None) if expires.is_none() => ConsentWord::Withdrawn,
            (true, _) => {
                place.report(Code::ConflictingKeys, "a withdrawal has neither `basis` nor `expires`");
                return None;
            }
            (false, Some(basis)) if purpose.is_some() => ConsentWord::Given { basis, expires },
            (false, _) => {
                place.report(Code::MissingKey, "a consent needs its `basis` and its `purpose`");
                return None;
            }
        };
        let record =
            Self { at: at?, word, channel: channel?, identifier: identifier?, purpose, source: source?, proof: proof? };
        right.then_some(record)
    }
}
