//! Consent and contact guards: who may be approached over which channel, what for, and how often.

mod agreed;
mod basis;
mod channel;
mod contact_facts;
mod ledger;
mod may_contact;
mod record;

pub use agreed::{Consent, FrequencyCap, HandoverNeed, Purpose, PurposeKind};
pub use basis::ConsentBasis;
pub use channel::Channel;
pub use contact_facts::{Approach, ContactFacts, Conversation, Purchase};
pub use ledger::{ConsentLedger, ConsentStanding};
pub use may_contact::{ContactPermission, ContactRequest, Hindrance, HindranceKind};
pub use record::{ConsentRecord, ConsentWord};
