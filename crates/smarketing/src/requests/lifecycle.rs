//! Requests about the lifecycle: what events do to a lead.

use std::sync::Arc;

use super::asked::Reply;
use super::function::{AS_OF, Argument, Function, On, needed, optional};
use crate::lifecycle::assessed::Assessed;
use crate::lifecycle::{Event, EventBody, LeadState, late, replay};
use crate::vocabulary::lead::read_filled_id;

const STATE: Argument = needed("state", "LeadState", "where the lead stands, as the last step or a replay gave it");
const EVENT: Argument = needed("event", "Event", "what happened: `id`, `type`, `at`, and what its type adds");
const EVENTS: Argument = needed("events", "[Event]", "one lead's whole history, in any order");

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "start",
        about: "Begins a lead with its first event.",
        on: On::Agreement,
        arguments: &[EVENT, AS_OF],
        result: "Step",
        rust: "Agreement::start",
        call: |asked| {
            let (event, as_of) = (asked.read("event", Event::read), asked.as_of());
            Reply::or_refusal(asked.agreement()?.start(&event?, as_of?))
        },
    },
    Function {
        name: "apply",
        about: "What an event does to a lead: the new state, the transitions, and the effects to carry out.",
        on: On::Agreement,
        arguments: &[STATE, EVENT, AS_OF],
        result: "Step",
        rust: "Agreement::apply",
        call: |asked| {
            let (state, event) = (asked.read("state", LeadState::read), asked.read("event", Event::read));
            let as_of = asked.as_of();
            Reply::or_refusal(asked.agreement()?.apply(&state?, &event?, as_of?))
        },
    },
    Function {
        name: "advance",
        about: "What time alone does to a lead up to an instant: due clocks, ended holds.",
        on: On::Agreement,
        arguments: &[STATE, AS_OF],
        result: "Step",
        rust: "Agreement::advance",
        call: |asked| {
            let (state, as_of) = (asked.read("state", LeadState::read), asked.as_of());
            Reply::of(&asked.agreement()?.advance(&state?, as_of?))
        },
    },
    Function {
        name: "allowed",
        about: "The kinds of events that are allowed where the lead stands.",
        on: On::Agreement,
        arguments: &[STATE],
        result: "[EventKind]",
        rust: "Agreement::allowed",
        call: |asked| Reply::of(&asked.agreement()?.allowed(&asked.read("state", LeadState::read)?)),
    },
    Function {
        name: "table",
        about: "The whole transition table: every stage of the agreement, with every kind of event.",
        on: On::Agreement,
        arguments: &[],
        result: "[Row]",
        rust: "Agreement::table",
        call: |asked| Reply::of(&asked.agreement()?.table()),
    },
    Function {
        name: "assessed_event",
        about: "The event of an assessment, at the instant it was asked for.",
        on: On::Library,
        arguments: &[
            needed("id", "Text", "the id that the event gets: one id counts once"),
            needed("assessment", "Assessment", "what `assess` gave for the lead"),
            optional("by", "Text", "the person who did it; a system, if absent"),
        ],
        result: "Event",
        rust: "Event::assessed",
        call: |asked| {
            let (id, by) = (asked.read("id", read_filled_id), asked.optional("by", read_filled_id));
            let assessment = asked.read("assessment", Assessed::of_assessment);
            let (assessment, at) = assessment?;
            let mut event = Event::new(id?, at, EventBody::Assessed { assessment: Arc::new(assessment) });
            event.by = by?;
            Reply::of(&event)
        },
    },
    Function {
        name: "assess_for",
        about: "What a lead is worth, as its history lets it: after a reset, earlier interactions earn nothing.",
        on: On::Agreement,
        arguments: &[
            STATE,
            needed("lead", "Lead", "the lead's envelope and its facts by field, in one table"),
            AS_OF,
            optional("interactions", "[Interaction]", "everything the contact did, in any order; absent: nobody knows"),
        ],
        result: "Assessment",
        rust: "Agreement::assess_for",
        call: |asked| {
            let (state, lead) = (asked.read("state", LeadState::read), asked.lead());
            let (past, as_of) = (asked.interactions(), asked.as_of());
            Reply::of(&asked.agreement()?.assess_for(&state?, &lead?, &past?, as_of?))
        },
    },
    Function {
        name: "replay",
        about: "Replays a history up to an instant, each event under the agreement that was in force.",
        on: On::Agreements,
        arguments: &[EVENTS, AS_OF],
        result: "Replay",
        rust: "replay",
        call: |asked| {
            let (events, as_of) = (asked.list("events", Event::read), asked.as_of());
            Reply::of(&replay(asked.agreements(), &events?, as_of?))
        },
    },
    Function {
        name: "late",
        about: "What an event changes that arrives late: the effects that no longer hold, and those that now do.",
        on: On::Agreements,
        arguments: &[EVENTS, EVENT, AS_OF],
        result: "Late",
        rust: "late",
        call: |asked| {
            let (events, event) = (asked.list("events", Event::read), asked.read("event", Event::read));
            let as_of = asked.as_of();
            Reply::of(&late(asked.agreements(), &events?, &event?, as_of?))
        },
    },
];
