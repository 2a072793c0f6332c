//! Requests about clocks: started, paused and read by whoever keeps them outside a lead's state.

use super::asked::{Asked, Reply};
use super::function::{AS_OF, Argument, Function, On, needed, optional};
use crate::document::reader::Place;
use crate::finding::{Code, Finding, Path};
use crate::handover::{AgreedClock, EventKind, RunningClock};

const RUNNING: Argument = needed("running", "RunningClock", "the clock as it runs, as the function before gave it");
const CLOCK: Argument = needed("clock", "Text", "the id of one of the agreement's clocks");
const EVENT: Argument = needed("event", "EventKind", "what happened, by the name of its kind: `accepted`");

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "start_clock",
        about: "Starts one of the agreement's clocks, or starts it anew: without pauses, attempts and steps.",
        on: On::Agreement,
        arguments: &[CLOCK, needed("at", "Instant", "from when on the clock runs")],
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
        arguments: &[RUNNING, needed("at", "Instant", "from when on it stands still")],
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
        arguments: &[RUNNING, needed("at", "Instant", "from when on it runs again")],
        result: "RunningClock",
        rust: "AgreedClock::resume",
        call: |asked| {
            let (running, at) = (asked.read("running", |place| running_of(asked, place)), asked.instant("at"));
            let (agreed, running) = running?;
            Reply::or_findings(agreed.resume(&running, at?).map_err(refused))
        },
    },
    Function {
        name: "clock_attempted",
        about: "Counts an attempt to reach the contact on a running clock.",
        on: On::Agreement,
        arguments: &[RUNNING],
        result: "RunningClock",
        rust: "AgreedClock::attempted",
        call: |asked| {
            let (agreed, running) = asked.read("running", |place| running_of(asked, place))?;
            Reply::of(&agreed.attempted(&running))
        },
    },
    Function {
        name: "clock_ends_with",
        about: "Whether an event ends a running clock, after the attempts counted so far.",
        on: On::Agreement,
        arguments: &[RUNNING, EVENT],
        result: "Boolean",
        rust: "AgreedClock::ends_with",
        call: |asked| {
            let (running, event) = (asked.read("running", |place| running_of(asked, place)), event_of(asked));
            let (agreed, running) = running?;
            Reply::of(&agreed.ends_with(&running, event?))
        },
    },
    Function {
        name: "clock_restarts_with",
        about: "Whether an event sets one of the agreement's clocks back to its beginning.",
        on: On::Agreement,
        arguments: &[CLOCK, EVENT],
        result: "Boolean",
        rust: "AgreedClock::restarts_with",
        call: |asked| {
            let (clock, event) = (asked.read("clock", |place| clock_of(asked, place)), event_of(asked));
            Reply::of(&clock?.restarts_with(event?))
        },
    },
    Function {
        name: "fire_clock",
        about: "The steps of a running clock to carry out now, and the clock that names none of them again.",
        on: On::Agreement,
        arguments: &[RUNNING, AS_OF],
        result: "FiredClock",
        rust: "AgreedClock::fire",
        call: |asked| {
            let (running, as_of) = (asked.read("running", |place| running_of(asked, place)), asked.as_of());
            let (agreed, running) = running?;
            Reply::of(&agreed.fire(&running, as_of?))
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
        name: "clock_forecast_text",
        about: "How a running clock stands at an instant, as a short text: `due in 40 business minutes`.",
        on: On::Agreement,
        arguments: &[
            RUNNING,
            AS_OF,
            optional("language", "Text", "`de` or `en`; absent, the agreement's language, or English if it is another"),
        ],
        result: "Text",
        rust: "ClockForecast::text",
        call: |asked| {
            let (running, as_of) = (asked.read("running", |place| running_of(asked, place)), asked.as_of());
            let (language, (agreed, running)) = (asked.language(), running?);
            Reply::of(&agreed.forecast(&running, as_of?).text(language?.code()))
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
];

/// One of the agreement's clocks, by its id.
fn clock_of<'a>(asked: &Asked<'a, '_, '_>, place: &Place<'_, '_>) -> Option<&'a AgreedClock> {
    let (agreement, id) = (asked.agreement()?, place.text()?);
    let clock = agreement.clocks().get(id);
    if clock.is_none() {
        let known = agreement.clocks().iter().map(|clock| clock.rule().id.as_str());
        let message = format!("the agreement has no clock `{id}`");
        place.sink.report(Finding::new(Code::UnknownClock, place.path(), message).suggest(id, known));
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

/// The kind of an event.
fn event_of(asked: &Asked<'_, '_, '_>) -> Option<EventKind> {
    asked.read("event", |place| place.choice(&EventKind::choices()))
}
