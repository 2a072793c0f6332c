//! Requests that a live score needs: whether an agreement is sound, and what leads are worth by it.
//!
//! They are a part of their own, so that a page which only scores need load nothing else.

use super::asked::{Asked, Reply};
use super::function::{AS_OF, Argument, Function, On, needed, optional};
use crate::check::check_json;
#[cfg(feature = "toml")]
use crate::check::check_toml;
use crate::document::reader::Place;
use crate::vocabulary::{Interactions, Lead};

/// What depends on time is checked only with an instant.
const WHEN: Argument = optional("as_of", "Instant", "the instant for what depends on time; not checked, if absent");

pub(super) const LEADS: Argument = needed("leads", "[LeadWithHistory]", "the leads, each with what happened");

pub(super) const FUNCTIONS: &[Function] = &[
    #[cfg(feature = "toml")]
    Function {
        name: "check_toml",
        about: "Everything that is wrong or doubtful in an agreement in TOML text, each at its line and column.",
        on: On::Library,
        arguments: &[needed("text", "Text", "the document"), WHEN],
        result: "[Finding]",
        rust: "check_toml",
        call: |asked| {
            let (text, as_of) =
                (asked.read("text", |place| place.string()), asked.optional("as_of", |at| at.timestamp()));
            Reply::of(&check_toml(&text?, as_of?))
        },
    },
    Function {
        name: "check_json",
        about: "Everything that is wrong or doubtful in an agreement in JSON text, each at its line and column.",
        on: On::Library,
        arguments: &[needed("text", "Text", "the document"), WHEN],
        result: "[Finding]",
        rust: "check_json",
        call: |asked| {
            let (text, as_of) =
                (asked.read("text", |place| place.string()), asked.optional("as_of", |at| at.timestamp()));
            Reply::of(&check_json(&text?, as_of?))
        },
    },
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
        name: "check",
        about: "What is doubtful in the agreement: unreachable thresholds, shadowed rules, examples that fail.",
        on: On::Agreement,
        arguments: &[WHEN],
        result: "[Finding]",
        rust: "Agreement::check",
        call: |asked| {
            let as_of = asked.optional("as_of", |place| place.timestamp())?;
            Reply::of(&asked.agreement()?.check(as_of))
        },
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
            let (leads, as_of) = (read_pairs(asked), asked.as_of());
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

/// A lead with what happened: `{"lead": {…}, "interactions": […]}`.
fn read_pair(place: &Place<'_, '_>) -> Option<(Lead, Interactions)> {
    let table = place.table()?;
    let lead = table.read("lead", |place| Some(Lead::from_node(place.node)));
    let past = table.optional("interactions").map(|place| Interactions::from_node(place.node));
    table.finish().then_some((lead?, past.unwrap_or_default()))
}

/// The leads of a request.
pub(super) fn read_pairs(asked: &Asked<'_, '_, '_>) -> Option<Vec<(Lead, Interactions)>> {
    asked.list("leads", read_pair)
}
