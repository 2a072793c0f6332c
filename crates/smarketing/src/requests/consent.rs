//! Requests about consent that ask a ledger, for those who keep one beside the leads.

use super::asked::{Asked, Reply};
use super::function::{AS_OF, Argument, Function, On, needed, optional};
use crate::agreement::Agreement;
use crate::consent::{Channel, Consent, ConsentLedger, ConsentRecord, ContactFacts, ContactRequest};
use crate::document::reader::Place;

const RECORDS: Argument = needed("records", "[ConsentRecord]", "every word on consent that is known, in any order");
const CHANNEL: Argument = needed("channel", "Channel", "the way of contact: `email`, `phone` or another");
const IDENTIFIER: Argument = needed("identifier", "Text", "the address or number, in any spelling");

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "consent_standing",
        about: "What a ledger of consent says of an address or number and a purpose, with the record that proves it.",
        on: On::Library,
        arguments: &[
            RECORDS,
            CHANNEL,
            IDENTIFIER,
            needed("purpose", "Text", "what for, as the agreement names it"),
            AS_OF,
        ],
        result: "ConsentStanding",
        rust: "ConsentLedger::standing",
        call: |asked| {
            let (ledger, channel) = (ledger(asked), asked.read("channel", Channel::read));
            let (identifier, purpose) = (text(asked, "identifier"), text(asked, "purpose"));
            let as_of = asked.as_of();
            Reply::of(&ledger?.standing(channel?, &identifier?, &purpose?, as_of?))
        },
    },
    Function {
        name: "consent_history",
        about: "Everything that was ever said of an address or number, in order: the proof that can be shown.",
        on: On::Library,
        arguments: &[RECORDS, CHANNEL, IDENTIFIER],
        result: "[ConsentRecord]",
        rust: "ConsentLedger::history",
        call: |asked| {
            let (ledger, channel) = (ledger(asked), asked.read("channel", Channel::read));
            let identifier = text(asked, "identifier");
            Reply::of(ledger?.history(channel?, &identifier?))
        },
    },
    Function {
        name: "consent_may_contact",
        about: "Whether somebody may be approached by a ledger of consent alone, and all that stands against it.",
        on: On::Agreement,
        arguments: &[
            RECORDS,
            needed("request", "ContactRequest", "how somebody wants to approach the contact"),
            AS_OF,
            optional("facts", "ContactFacts", "what has been done with the contact; nothing, if absent"),
        ],
        result: "ContactPermission",
        rust: "Consent::may_contact",
        call: |asked| {
            let (ledger, request) = (ledger(asked), asked.read("request", ContactRequest::read));
            let (facts, as_of) = (asked.or("facts", ContactFacts::new(), ContactFacts::read), asked.as_of());
            let consent = consent(asked.agreement()?);
            Reply::of(&consent.may_contact(&ledger?, &facts?, &request?, as_of?))
        },
    },
    Function {
        name: "handover_hindrances",
        about: "What a contact lacks of the consent that a handover needs, one entry for each channel.",
        on: On::Agreement,
        arguments: &[
            RECORDS,
            needed("identifiers", "{[Text]}", "the contact's addresses and numbers, by channel"),
            AS_OF,
        ],
        result: "[Hindrance]",
        rust: "Consent::handover_hindrances",
        call: |asked| {
            let (ledger, as_of) = (ledger(asked), asked.as_of());
            let identifiers = asked.read("identifiers", read_identifiers)?;
            let mut all: Vec<(Channel, &str)> = Vec::new();
            for (channel, own) in &identifiers {
                all.extend(own.iter().map(|identifier| (*channel, identifier.as_str())));
            }
            Reply::of(&consent(asked.agreement()?).handover_hindrances(&ledger?, &all, as_of?))
        },
    },
];

/// What the agreement says of consent; without such a part, every channel needs an opt-in.
fn consent(agreement: &Agreement) -> Consent {
    agreement.document().consent.clone().unwrap_or_default()
}

/// All records; one that cannot be read might be a withdrawal, so there is no ledger then.
fn ledger(asked: &Asked<'_, '_, '_>) -> Option<ConsentLedger> {
    asked.list("records", ConsentRecord::read).map(ConsentLedger::from_iter)
}

fn text(asked: &Asked<'_, '_, '_>, name: &'static str) -> Option<String> {
    asked.read(name, |place| place.filled_text())
}

/// Addresses and numbers by channel: a list, or a single one.
fn read_identifiers(place: &Place<'_, '_>) -> Option<Vec<(Channel, Vec<String>)>> {
    place.entries(|key, place| {
        let (channel, list) = (Channel::from_key(key, place), place.one_or_many(|place| place.filled_text()));
        Some((channel?, list?))
    })
}
