//! Requests about the handover: who may be approached, the brief, the lists, the reports.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::asked::Reply;
use super::calendars::calendar_of;
use super::function::{AS_OF, Argument, Function, On, needed, optional};
use crate::consent::{ContactFacts, ContactRequest};
use crate::document::reader::Place;
use crate::handover::{HandedOver, feedback, handovers, scorecard, speed_to_lead};
use crate::lifecycle::{Event, LeadState, Team};

const STATE: Argument = needed("state", "LeadState", "where the lead stands, as the last step or a replay gave it");
const STATES: Argument =
    needed("states", "[LeadState]", "where each lead stands, as its last step or a replay gave it");
const LEAD: Argument = needed("lead", "Lead", "the lead's envelope and its facts by field, in one table");
const HANDOVERS: Argument = needed("handovers", "[HandedOver]", "the handovers, as `handovers` gives them");
const START: Argument = needed("start", "Instant", "the first instant of the period");
const END: Argument = needed("end", "Instant", "the instant at which the period ends");

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "may_contact",
        about: "Whether the contact of a lead may be approached, and everything that stands against it.",
        on: On::Agreement,
        arguments: &[
            STATE,
            needed("request", "ContactRequest", "how somebody wants to approach the contact"),
            AS_OF,
            optional("facts", "ContactFacts", "what other leads of the contact know"),
        ],
        result: "ContactPermission",
        rust: "Agreement::may_contact",
        call: |asked| {
            let (state, request) = (asked.read("state", LeadState::read), asked.read("request", ContactRequest::read));
            let (facts, as_of) = (asked.or("facts", ContactFacts::new(), ContactFacts::read), asked.as_of());
            Reply::of(&asked.agreement()?.may_contact(&state?, &facts?, &request?, as_of?))
        },
    },
    Function {
        name: "brief",
        about: "What sales must know of a lead before the first call.",
        on: On::Agreement,
        arguments: &[
            STATE,
            LEAD,
            AS_OF,
            optional("interactions", "[Interaction]", "everything the contact did, in any order; absent: nobody knows"),
        ],
        result: "Brief",
        rust: "Agreement::brief",
        call: |asked| {
            let (state, lead) = (asked.read("state", LeadState::read), asked.lead());
            let (past, as_of) = (asked.interactions(), asked.as_of());
            Reply::of(&asked.agreement()?.brief(&state?, &lead?, &past?, as_of?))
        },
    },
    Function {
        name: "work_list",
        about: "The leads that a team is to take next: due first, then the highest score, then the most valuable.",
        on: On::Agreement,
        arguments: &[
            STATES,
            needed("team", "Team", "whose list it is: `marketing`, `review` or `sales`"),
            AS_OF,
            optional("values", "{Money}", "what leads without an amount are worth, by the lead's id"),
        ],
        result: "[WorkItem]",
        rust: "Agreement::work_list",
        call: |asked| {
            let (states, team) = (asked.list("states", LeadState::read), asked.read("team", Team::read));
            let (values, as_of) = (asked.or("values", BTreeMap::new(), read_values), asked.as_of());
            let (values, states) = (values?, states?);
            let value = |state: &LeadState| values.get(state.lead()).copied();
            Reply::of(&asked.agreement()?.work_list(&states, team?, value, as_of?))
        },
    },
    Function {
        name: "overdue",
        about: "The clocks of many leads that are overdue at an instant, the longest overdue first.",
        on: On::Agreement,
        arguments: &[STATES, AS_OF],
        result: "[Overdue]",
        rust: "Agreement::overdue",
        call: |asked| {
            let (states, as_of) = (asked.list("states", LeadState::read), asked.as_of());
            Reply::of(&asked.agreement()?.overdue(&states?, as_of?))
        },
    },
    Function {
        name: "review_checklist",
        about: "What the review desk goes through: missing facts first, with the sources that were asked for them.",
        on: On::Agreement,
        arguments: &[LEAD, needed("events", "[Event]", "one lead's whole history, in any order"), AS_OF],
        result: "[ChecklistItem]",
        rust: "Agreement::review_checklist",
        call: |asked| {
            let (lead, events, as_of) = (asked.lead(), asked.list("events", Event::read), asked.as_of());
            Reply::of(&asked.agreement()?.review_checklist(&lead?, &events?, as_of?))
        },
    },
    Function {
        name: "handovers",
        about: "The handovers in a lead's history, and what sales did with each.",
        on: On::Agreements,
        arguments: &[needed("events", "[Event]", "one lead's whole history, in any order"), AS_OF],
        result: "[HandedOver]",
        rust: "handovers",
        call: |asked| {
            let (events, as_of) = (asked.list("events", Event::read), asked.as_of());
            Reply::of(&handovers(asked.agreements(), &events?, as_of?))
        },
    },
    Function {
        name: "feedback",
        about: "What sales says of marketing's leads, per source and per rule.",
        on: On::Library,
        arguments: &[HANDOVERS],
        result: "Feedback",
        rust: "feedback",
        call: |asked| Reply::of(&feedback(&asked.list("handovers", HandedOver::read)?)),
    },
    Function {
        name: "scorecard",
        about: "How both teams kept the agreement in a period.",
        on: On::Library,
        arguments: &[HANDOVERS, START, END],
        result: "Scorecard",
        rust: "scorecard",
        call: |asked| {
            let (list, start) = (asked.list("handovers", HandedOver::read), asked.instant("start"));
            let end = asked.instant("end");
            Reply::of(&scorecard(&list?, start?, end?))
        },
    },
    Function {
        name: "attempts_that_pay",
        about: "How many attempts to reach a contact pay, by how many of them reached one in a period.",
        on: On::Library,
        arguments: &[
            HANDOVERS,
            START,
            END,
            needed("worth_of_reaching", "Money", "what it brings to reach one, in the agreement's currency"),
            needed("cost_of_attempt", "Money", "what one try takes in time and money, in the same currency"),
        ],
        result: "Whole",
        rust: "Scorecard::attempts_that_pay",
        call: |asked| {
            let (list, start) = (asked.list("handovers", HandedOver::read), asked.instant("start"));
            let money = |name| asked.read(name, |place| place.decimal());
            let (end, worth, cost) = (asked.instant("end"), money("worth_of_reaching"), money("cost_of_attempt"));
            Reply::of(&scorecard(&list?, start?, end?).attempts_that_pay(worth?, cost?))
        },
    },
    Function {
        name: "speed_to_lead",
        about: "How long a lead waited for its first touch: for the systems, and for the people.",
        on: On::Agreement,
        arguments: &[
            needed("interested_at", "Instant", "when the lead expressed its interest"),
            AS_OF,
            optional("assigned", "Instant", "when somebody got the lead; not yet, if absent"),
            optional("first_touch", "Instant", "when it was first approached; not yet, if absent"),
            optional("calendar", "Text", "the calendar for business time; none, if absent"),
        ],
        result: "SpeedToLead?",
        rust: "speed_to_lead",
        call: |asked| {
            let instant = |name| asked.optional(name, |place| place.timestamp());
            let (interested_at, as_of) = (asked.instant("interested_at"), asked.as_of());
            let (assigned, touch) = (instant("assigned"), instant("first_touch"));
            let calendar = asked.optional("calendar", |place| calendar_of(asked, place));
            Reply::of(&speed_to_lead(interested_at?, assigned?, touch?, calendar?.as_ref(), as_of?))
        },
    },
];

/// What leads are worth, by id.
fn read_values(place: &Place<'_, '_>) -> Option<BTreeMap<String, Decimal>> {
    let values = place.entries(|lead, place| Some((lead.to_owned(), place.decimal()?)))?;
    Some(values.into_iter().collect())
}
