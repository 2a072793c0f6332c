//! Requests that a live score needs: what leads are worth by an agreement.
//!
//! They are a part of their own, so that a page which only scores need load nothing else.

use super::asked::{Asked, Reply};
use super::function::{AS_OF, Argument, Function, On, needed};
use crate::document::reader::{Place, Sink};
use crate::finding::Path;
use crate::vocabulary::{Interactions, Lead};

pub(super) const LEADS: Argument =
    needed("leads", "[LeadWithHistory]", "each a `lead` with its facts, and its `interactions`, if anybody knows them");

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "version",
        about: "The version by which results and histories name the agreement.",
        on: On::Agreement,
        arguments: &[],
        result: "Text",
        rust: "Agreement::version",
        call: |asked| Reply::of(asked.agreement()?.version()),
    },
    Function {
        name: "assess",
        about: "What the lead is worth at an instant, which stage it qualifies for, and why.",
        on: On::Lead,
        arguments: &[AS_OF],
        result: "Assessment",
        rust: "BoundLead::assess",
        call: |asked| Reply::of(&asked.bound()?.assess(asked.as_of()?)),
    },
    Function {
        name: "assess_all",
        about: "What each of many leads is worth at an instant, in their order.",
        on: On::Agreement,
        arguments: &[LEADS, AS_OF],
        result: "[Assessment]",
        rust: "Agreement::assess_all",
        call: |asked| {
            let (leads, as_of) = (read_rows(asked), asked.as_of());
            let (leads, as_of) = (leads?, as_of?);
            Reply::of(&asked.agreement()?.assess_all(leads.iter().map(|(lead, past)| (lead, past)), as_of))
        },
    },
    Function {
        name: "segment",
        about: "The segment of the goals in which the lead counts at an instant, or `other`.",
        on: On::Lead,
        arguments: &[AS_OF],
        result: "Text",
        rust: "BoundLead::segment",
        call: |asked| Reply::of(&asked.bound()?.segment(asked.as_of()?)),
    },
];

/// The leads of a request where each answer has findings of its own: what is wrong with a row is one of them.
pub(super) fn read_rows(asked: &Asked<'_, '_, '_>) -> Option<Vec<(Lead, Interactions)>> {
    asked.list("leads", |place| {
        let (sink, path) = (Sink::default(), Path::root());
        let read = Place::root_at(place.node, &path, &sink).table().map(|table| {
            let lead = table.read("lead", |place| Some(Lead::from_node(place.node)));
            let past = table.optional("interactions").map(|place| Interactions::from_node(place.node));
            table.finish();
            (lead.unwrap_or_default(), past.unwrap_or_default())
        });
        let (mut lead, past) = read.unwrap_or_default();
        lead.unread.extend(sink.finish(None));
        Some((lead, past))
    })
}
