//! Requests about the handover: clocks, calendars, consent, the brief, the lists, the reports.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::asked::{Asked, Reply};
use super::function::{AS_OF, Argument, Function, On, needed, optional};
use super::leads::read_span;
use crate::consent::{ContactFacts, ContactRequest};
use crate::document::reader::Place;
use crate::finding::{Code, Finding, Path};
use crate::handover::{
    AgreedClock, BusinessCalendar, HandedOver, RunningClock, feedback, handovers, scorecard, speed_to_lead,
};
use crate::lifecycle::{Event, LeadState, Team};

const STATE: Argument = needed("state", "LeadState", "the lead's state");
const STATES: Argument = needed("states", "[LeadState]", "the leads' states");
const LEAD: Argument = needed("lead", "Lead", "the lead and its facts");
const HANDOVERS: Argument = needed("handovers", "[HandedOver]", "the handovers, as `handovers` gives them");
const START: Argument = needed("start", "Instant", "the first instant of the period");
const END: Argument = needed("end", "Instant", "the instant at which the period ends");
const RUNNING: Argument = needed("running", "RunningClock", "the running clock");
const CALENDAR: Argument = needed("calendar", "Text", "the name of one of the agreement's calendars");
const AT: Argument = needed("at", "Instant", "the instant");

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
            optional("interactions", "[Interaction]", "what happened; unknown, if absent"),
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
            needed("team", "Team", "the team"),
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
        arguments: &[LEAD, needed("events", "[Event]", "the lead's history, in any order"), AS_OF],
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
        arguments: &[needed("events", "[Event]", "the lead's history, in any order"), AS_OF],
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
            needed("worth_of_reaching", "Money", "what reaching a contact is worth"),
            needed("cost_of_attempt", "Money", "what an attempt costs"),
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
            needed("interaction", "Instant", "when the lead expressed its interest"),
            AS_OF,
            optional("assigned", "Instant", "when somebody got the lead; not yet, if absent"),
            optional("first_touch", "Instant", "when it was first approached; not yet, if absent"),
            optional("calendar", "Text", "the calendar for business time; none, if absent"),
        ],
        result: "SpeedToLead?",
        rust: "speed_to_lead",
        call: |asked| {
            let instant = |name| asked.optional(name, |place| place.timestamp());
            let (interaction, as_of) = (asked.instant("interaction"), asked.as_of());
            let (assigned, touch) = (instant("assigned"), instant("first_touch"));
            let calendar = asked.optional("calendar", |place| calendar_of(asked, place));
            Reply::of(&speed_to_lead(interaction?, assigned?, touch?, calendar?.as_ref(), as_of?))
        },
    },
    Function {
        name: "start_clock",
        about: "Starts one of the agreement's clocks.",
        on: On::Agreement,
        arguments: &[needed("clock", "Text", "the clock's id"), AT],
        result: "RunningClock",
        rust: "AgreedClock::start",
        call: |asked| {
            let (clock, at) = (asked.read("clock", |place| clock_of(asked, place)), asked.instant("at"));
            Reply::of(&clock?.start(at?))
        },
    },
    Function {
        name: "pause_clock",
        about: "Lets a running clock stand still, where the agreement lets it pause.",
        on: On::Agreement,
        arguments: &[RUNNING, AT],
        result: "RunningClock",
        rust: "AgreedClock::pause",
        call: |asked| {
            let (running, at) = (asked.read("running", |place| running_of(asked, place)), asked.instant("at"));
            let (agreed, running) = running?;
            Reply::or_findings(agreed.pause(&running, at?).map_err(refused))
        },
    },
    Function {
        name: "resume_clock",
        about: "Lets a clock run on that stood still.",
        on: On::Agreement,
        arguments: &[RUNNING, AT],
        result: "RunningClock",
        rust: "AgreedClock::resume",
        call: |asked| {
            let (running, at) = (asked.read("running", |place| running_of(asked, place)), asked.instant("at"));
            let (agreed, running) = running?;
            Reply::or_findings(agreed.resume(&running, at?).map_err(refused))
        },
    },
    Function {
        name: "clock_forecast",
        about: "How a running clock stands at an instant: what is left, and what comes next.",
        on: On::Agreement,
        arguments: &[RUNNING, AS_OF],
        result: "ClockForecast",
        rust: "AgreedClock::forecast",
        call: |asked| {
            let (running, as_of) = (asked.read("running", |place| running_of(asked, place)), asked.as_of());
            let (agreed, running) = running?;
            Reply::of(&agreed.forecast(&running, as_of?))
        },
    },
    Function {
        name: "clock_steps",
        about: "All steps of a running clock in the order in which they come: reminders, the breach, escalations.",
        on: On::Agreement,
        arguments: &[RUNNING],
        result: "[ClockStep]",
        rust: "AgreedClock::steps",
        call: |asked| {
            let (agreed, running) = asked.read("running", |place| running_of(asked, place))?;
            Reply::of(&agreed.steps(&running))
        },
    },
    Function {
        name: "business_due",
        about: "When a span of business time is over that begins at an instant.",
        on: On::Agreement,
        arguments: &[
            CALENDAR,
            needed("start", "Instant", "when it begins"),
            needed("within", "Duration", "the span of business time, such as `4h` or `PT4H`"),
        ],
        result: "Instant",
        rust: "BusinessCalendar::due",
        call: |asked| {
            let (calendar, start) = (asked.read("calendar", |place| calendar_of(asked, place)), asked.instant("start"));
            let within = asked.read("within", read_span);
            Reply::of(&calendar?.due(start?, within?))
        },
    },
    Function {
        name: "business_elapsed",
        about: "How much business time lies between two instants; negative if the second is earlier.",
        on: On::Agreement,
        arguments: &[
            CALENDAR,
            needed("start", "Instant", "the first instant"),
            needed("end", "Instant", "the second instant"),
        ],
        result: "TimeSpan",
        rust: "BusinessCalendar::elapsed",
        call: |asked| {
            let (calendar, start) = (asked.read("calendar", |place| calendar_of(asked, place)), asked.instant("start"));
            let end = asked.instant("end");
            Reply::of(&calendar?.elapsed(start?, end?))
        },
    },
    Function {
        name: "business_is_open",
        about: "Whether the team works at an instant.",
        on: On::Agreement,
        arguments: &[CALENDAR, AT],
        result: "Boolean",
        rust: "BusinessCalendar::is_open",
        call: |asked| {
            let (calendar, at) = (asked.read("calendar", |place| calendar_of(asked, place)), asked.instant("at"));
            Reply::of(&calendar?.is_open(at?))
        },
    },
    Function {
        name: "business_opens",
        about: "The first instant from the given one at which the team works.",
        on: On::Agreement,
        arguments: &[CALENDAR, AT],
        result: "Instant",
        rust: "BusinessCalendar::opens",
        call: |asked| {
            let (calendar, at) = (asked.read("calendar", |place| calendar_of(asked, place)), asked.instant("at"));
            Reply::of(&calendar?.opens(at?))
        },
    },
];

/// What leads are worth, by id.
fn read_values(place: &Place<'_, '_>) -> Option<BTreeMap<String, Decimal>> {
    let values = place.entries(|lead, place| Some((lead.to_owned(), place.decimal()?)))?;
    Some(values.into_iter().collect())
}

/// One of the agreement's calendars, by its name.
fn calendar_of(asked: &Asked<'_, '_, '_>, place: &Place<'_, '_>) -> Option<BusinessCalendar> {
    let (agreement, name) = (asked.agreement()?, place.text()?);
    let calendar = agreement.calendar(name);
    if calendar.is_none() {
        let handover = agreement.document().handover.as_ref();
        let known = handover.into_iter().flat_map(|handover| handover.calendars.names());
        let message = format!("the agreement has no calendar `{name}`");
        place.sink.report(Finding::new(Code::UnknownCalendar, place.path(), message).suggest(name, known));
    }
    calendar
}

/// One of the agreement's clocks, by its id.
fn clock_of<'a>(asked: &Asked<'a, '_, '_>, place: &Place<'_, '_>) -> Option<&'a AgreedClock> {
    let (agreement, id) = (asked.agreement()?, place.text()?);
    let clock = agreement.clocks().get(id);
    if clock.is_none() {
        let known = agreement.clocks().iter().map(|clock| clock.rule().id.as_str());
        let message = format!("the agreement has no clock `{id}`");
        place.sink.report(Finding::new(Code::InvalidValue, place.path(), message).suggest(id, known));
    }
    clock
}

/// A running clock, and the agreement's clock that it is.
fn running_of<'a>(asked: &Asked<'a, '_, '_>, place: &Place<'_, '_>) -> Option<(&'a AgreedClock, RunningClock)> {
    let running = RunningClock::read(place)?;
    let agreed = place.table()?.read("clock", |place| clock_of(asked, place))?;
    Some((agreed, running))
}

fn refused(refusal: crate::handover::ClockRefusal) -> Vec<Finding> {
    vec![Finding::new(Code::InvalidValue, Path::root().key("running"), refusal.to_string())]
}
