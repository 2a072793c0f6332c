//! The definitions of all types that cross the border, by their names in Rust, and the schema of
//! documents.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::tidy::{Definitions, View, reached, reference, tidy, visit};
use crate::requests::LeadWithHistory;
use crate::*;

/// Which way a type crosses the border.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// It is written by people, and read by the reader of documents.
    Document,
    /// It is given.
    In,
    /// It is answered.
    Out,
}

macro_rules! roots {
    ($($way:ident: $($type:ty),+;)+) => {
        /// Enters every type that crosses the border, and says which way each does.
        fn enter(generator: &mut SchemaGenerator) -> Vec<(Way, String)> {
            let mut roots = Vec::new();
            $($(
                let _ = generator.subschema_for::<$type>();
                roots.push((Way::$way, <$type>::schema_name().into_owned()));
            )+)+
            roots
        }
    };
}

roots! {
    Document: AgreementDocument, Goals, Kpi, ConflictInput;
    In: Lead, Interaction, Event, Origin, LeadState, ContactFacts, ContactRequest, ConsentRecord,
        HandedOver, Actual, Measured, Assessment, LeadWithHistory, PlanOptions, PerformanceOptions, MovingOptions,
        MeasureOptions, MeasureWindow, StageEntry, Equation, Goal, RunningClock, Channel, EventKind, Roll;
    Out: Assessment, Bounds, AskFor, Form, Advice, Timeline, Decline, Comparison, Difference, GlossaryEntry, Finding,
        Refusal, Step, Replay, Late, Row, LeadState, Event, Brief, ChecklistItem, WorkItem, Overdue, HandedOver,
        Scorecard, Feedback, SpeedToLead, ClockForecast, RunningClock, PublicHoliday, ContactPermission, ConsentRecord,
        BuyingCentre, Plan, Performance, MovingTargets, Proposal, Measured, Solution, Conflict, DailySummary, KpiTree,
        KpiState, KpiDefinition, YearMonth, RateInterval, Goals, Refreshed, AgreementDocument, ClockStep,
        TimeSpan, ConsentStanding<'static>, FiredClock, FindingCode, Roll;
}

/// Members of what is given that stand for something when they are left out.
const WITH_DEFAULTS: [(&str, &[&str]); 7] = [
    ("PlanOptions", &["rounding"]),
    ("PerformanceOptions", &["confidence"]),
    ("MovingOptions", &["index", "hold", "measured", "fewest", "plan_options"]),
    ("MeasureOptions", &["ends", "grouping"]),
    ("Equation", &["side", "given"]),
    ("ScoreSample", &["stage"]),
    ("Actual", &["revenue"]),
];

/// Members that every result has, and that nobody misses in one that is given back.
const LEFT_OUT: [(&str, &[&str]); 5] = [
    ("Assessment", &["fit", "engagement", "bounds", "stage", "email_domains"]),
    ("Contribution", &["dimension", "points"]),
    ("IcpMatch", &["matched", "could_match", "criteria"]),
    ("LeadState", &["attempts", "reached"]),
    ("StageStanding", &["reached"]),
];

/// Types of results that may be given with more than the library writes.
const GIVEN_FREELY: [&str; 1] = ["Event"];

/// The definitions as they are derived, and where they begin.
fn derived() -> (Definitions, Vec<(Way, String)>) {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let roots = enter(&mut generator);
    let mut definitions = generator.take_definitions(false);
    definitions.insert("Amount".to_owned(), super::facts::amount());
    definitions.insert("RateCounts".to_owned(), super::values::rate_counts());
    (definitions, roots)
}

/// The definitions that documents use, as the reader takes them.
fn documents(derived: &Definitions) -> Definitions {
    let mut definitions = tidy(derived, View::Documents);
    super::documents::widen(&mut definitions);
    definitions
}

fn kept(mut definitions: Definitions, names: &[String]) -> Definitions {
    definitions.retain(|name, _| names.contains(name));
    definitions
}

/// The schema of documents.
pub(super) fn document() -> Value {
    const ROOT: &str = "AgreementDocument";
    let definitions = documents(&derived().0);
    let names = reached(&definitions, [ROOT.to_owned()]);
    let mut definitions = kept(definitions, &names);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Agreement",
    });
    if let (Some(schema), Some(Value::Object(root))) = (schema.as_object_mut(), definitions.remove(ROOT)) {
        schema.extend(root);
        schema.insert("description".to_owned(), "The agreement between marketing and sales.".into());
        schema.insert("$defs".to_owned(), Value::Object(definitions));
    }
    schema
}

/// The definitions of all types that cross the border. A type that people write more freely than the
/// library does, and that is a result too, has a second definition, `…Input`.
pub(super) fn types() -> Value {
    let (derived, roots) = derived();
    let of = |wanted: &[Way]| -> Vec<String> {
        roots.iter().filter(|(way, _)| wanted.contains(way)).map(|(_, name)| name.clone()).collect()
    };
    let (mut written, mut documents) = (tidy(&derived, View::Written), documents(&derived));
    for (name, members) in WITH_DEFAULTS {
        for definitions in [&mut written, &mut documents] {
            let required = definitions.get_mut(name).and_then(|schema| schema.get_mut("required"));
            if let Some(Value::Array(required)) = required {
                required.retain(|member| !members.iter().any(|known| member == known));
            }
        }
    }
    written_only(&mut written);
    let answers = reached(&written, of(&[Way::Out]));
    let given = reached(&written, of(&[Way::In]));
    let mut read = reached(&documents, of(&[Way::Document]));
    read.extend(GIVEN_FREELY.map(str::to_owned));
    let second: Vec<&String> = read
        .iter()
        .filter(|name| (answers.contains(name) || given.contains(name)) && differs(name, &documents, &written))
        .collect();

    let mut all = Map::new();
    for (name, schema) in &written {
        let (answer, given) =
            (answers.contains(name), given.contains(name) || read.contains(name) && !second.contains(&name));
        if answer || given {
            let way = match (given, answer) {
                (true, true) => "both",
                (true, false) => "input",
                _ => "result",
            };
            // What is only given may have its numbers as texts, as documents may.
            let schema = documents.get(name).filter(|_| !answer).unwrap_or(schema);
            all.insert(name.clone(), directed(schema.clone(), way));
        }
    }
    for name in &read {
        let Some(mut schema) = documents.get(name).cloned() else { continue };
        visit(&mut schema, &mut |map| {
            if let Some(name) = reference(map).filter(|name| second.iter().any(|second| second == name)) {
                let name = format!("#/$defs/{name}Input");
                map.insert("$ref".to_owned(), name.into());
            }
        });
        if second.contains(&name) {
            all.insert(format!("{name}Input"), directed(schema, "input"));
        } else if !answers.contains(name) && !given.contains(name) {
            all.insert(name.clone(), directed(schema, "input"));
        }
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Types",
        "description": "All types that cross the border, by name. `x-way` says whether a type is given, answered or both.",
        "$defs": all,
    })
}

/// What results say more exactly than their types in Rust do, and what may be left out of them when they are given back.
fn written_only(definitions: &mut Definitions) {
    let property = |name: &str, key: &str| format!("/{name}/properties/{key}");
    let mut whole = Value::Object(std::mem::take(definitions));
    if let Some(Value::Object(format)) = whole.pointer_mut(&property("AgreementDocument", "smarketing")) {
        format.retain(|key, _| key == "description");
        format.insert("const".to_owned(), crate::FORMAT.into());
    }
    // Only a withdrawal may be one from all purposes.
    if let Some(Value::Array(required)) = whole.pointer_mut("/ConsentRecord/oneOf/0/required") {
        required.push("purpose".into());
    }
    for (name, members) in LEFT_OUT {
        if let Some(schema) = whole.get_mut(name).and_then(Value::as_object_mut) {
            schema.insert("x-left-out".to_owned(), members.into());
        }
    }
    if let Value::Object(all) = whole {
        *definitions = all;
    }
}

/// Whether a definition, or one that it refers to, is another one in documents.
fn differs(name: &str, documents: &Definitions, written: &Definitions) -> bool {
    reached(documents, [name.to_owned()]).iter().any(|name| documents.get(name) != written.get(name))
}

fn directed(mut schema: Value, way: &str) -> Value {
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("x-way".to_owned(), way.into());
    }
    schema
}
