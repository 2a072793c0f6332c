//! Requests about what more can be said of leads: what is missing, what would help, what time and another agreement change.

use super::asked::Reply;
use super::function::{AS_OF, Function, On, needed, optional};
use super::scoring::LEADS;
use crate::assessment::{CompareOptions, Comparing, TimelineError};
use crate::document::reader::{Place, Sink};
use crate::document::tree::Kind;
use crate::finding::{Code, Finding, Path};
use crate::lifecycle::Stage;
use crate::profile::buying_centre::Contact;
use crate::time::Duration;
use crate::vocabulary::{Interactions, Lead};

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "bounds",
        about: "The lowest and highest score still possible given what is unknown, and whether that is proved tight.",
        on: On::Lead,
        arguments: &[AS_OF],
        result: "Bounds",
        rust: "BoundLead::bounds",
        call: |asked| Reply::of(&asked.bound()?.bounds(asked.as_of()?)),
    },
    Function {
        name: "questions",
        about: "The missing facts worth asking for, best first.",
        on: On::Lead,
        arguments: &[AS_OF],
        result: "[AskFor]",
        rust: "BoundLead::questions",
        call: |asked| Reply::of(&asked.bound()?.questions(asked.as_of()?)),
    },
    Function {
        name: "form",
        about: "The form for a stage: what it requires, and what is worth asking besides.",
        on: On::Lead,
        arguments: &[needed("stage", "Stage", "the stage that the lead is to reach"), AS_OF],
        result: "Form",
        rust: "BoundLead::form",
        call: |asked| {
            let (stage, as_of) = (asked.read("stage", read_stage), asked.as_of());
            Reply::of(&asked.bound()?.form(stage?, as_of?))
        },
    },
    Function {
        name: "what_would_it_take",
        about: "The smallest single changes of fact or behaviour that reach a stage.",
        on: On::Lead,
        arguments: &[AS_OF, optional("stage", "Stage", "which stage it is about; the next one, if absent")],
        result: "[Advice]",
        rust: "BoundLead::what_would_it_take",
        call: |asked| {
            let (stage, as_of) = (asked.optional("stage", read_stage), asked.as_of());
            Reply::of(&asked.bound()?.what_would_it_take(stage?, as_of?))
        },
    },
    Function {
        name: "timeline",
        about: "The score as a step function over a period, and every crossing of a threshold with its cause.",
        on: On::Lead,
        arguments: &[
            needed("start", "Instant", "the first instant of the period"),
            needed("end", "Instant", "the first instant after the period"),
        ],
        result: "Timeline",
        rust: "BoundLead::timeline",
        call: |asked| {
            let (start, end) = (asked.instant("start"), asked.instant("end"));
            let timeline = asked.bound()?.timeline(start?, end?);
            Reply::or_findings(timeline.map_err(no_period))
        },
    },
    Function {
        name: "decays_below",
        about: "When decay alone takes the lead below its stage, if it does within a horizon.",
        on: On::Lead,
        arguments: &[AS_OF, needed("horizon", "Duration", "how far to look, such as `90d` or `P90D`")],
        result: "Decline?",
        rust: "BoundLead::decays_below",
        call: |asked| {
            let (as_of, horizon) = (asked.as_of(), asked.read("horizon", read_span));
            let decline = asked.bound()?.decays_below(as_of?, horizon?);
            Reply::or_findings(decline.map_err(no_period))
        },
    },
    Function {
        name: "buying_centre",
        about: "Which roles of a purchase an account's contacts fill, by their assessments, and which are missing.",
        on: On::Agreement,
        arguments: &[needed("contacts", "[Assessment]", "what `assess` gave for each contact of one account")],
        result: "BuyingCentre",
        rust: "Agreement::buying_centre",
        call: |asked| {
            let contacts = asked.list("contacts", Contact::read)?;
            Reply::of(&asked.agreement()?.centre_of(&contacts))
        },
    },
    Function {
        name: "compare",
        about: "Two agreements over the same leads: who moves up or down, and why.",
        on: On::BeforeAndAfter,
        arguments: &[
            LEADS,
            AS_OF,
            optional("largest", "Whole", "how many of the largest moves are kept one by one; all, if absent"),
        ],
        result: "Comparison",
        rust: "compare",
        call: |asked| {
            let (leads, as_of) = (asked.list("leads", |place| Some(read_row(place))), asked.as_of());
            let largest = asked.optional("largest", |place| place.whole(0, u32::MAX));
            let mut options = CompareOptions::new();
            options.largest = largest?.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
            let (leads, as_of) = (leads?, as_of?);
            let mut comparing = Comparing::new(asked.agreement()?, asked.other()?, as_of, options);
            leads.into_iter().for_each(|(row, findings)| comparing.add_row(row, findings));
            Reply::of(&comparing.finish())
        },
    },
];

/// A lead with what happened, where it is one, and what is wrong with the row.
fn read_row(place: &Place<'_, '_>) -> (Option<(Lead, Interactions)>, Vec<Finding>) {
    let (sink, path) = (Sink::default(), place.path());
    let row = Place::root_at(place.node, &path, &sink).table().and_then(|table| {
        let lead = table.read("lead", Lead::of_place);
        let past = table.read_optional("interactions", Interactions::of_place);
        table.finish();
        Some((lead?, past?.unwrap_or_default()))
    });
    (row, sink.finish(None))
}

/// Reads a span, as agreements write it or as answers do.
pub(super) fn read_span(place: &Place<'_, '_>) -> Option<Duration> {
    let written = match &place.node.kind {
        Kind::Text(text) => Duration::from_iso(text),
        _ => None,
    };
    written.or_else(|| place.duration())
}

pub(super) fn read_stage(place: &Place<'_, '_>) -> Option<Stage> {
    place.choice(&Stage::ALL)
}

fn no_period(error: TimelineError) -> Vec<Finding> {
    vec![Finding::new(Code::OutOfRange, Path::root(), error.to_string())]
}
