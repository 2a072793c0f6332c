//! What the reader of documents takes besides what the library writes: short forms, lists of one,
//! and keys that may be left out.

use serde_json::{Map, Value, json};

use super::tidy::Definitions;

/// Keys that are always written and may be left out in documents.
const OPTIONAL: &[(&str, &[&str])] = &[
    ("AgreementDocument", &["scoring", "lifecycle"]),
    ("Header", &["status", "currency", "time_zone", "language"]),
    ("Icp", &["tiers", "criteria"]),
    ("Qualification", &["framework", "criteria"]),
    ("Weights", &["fit", "engagement"]),
    ("Lifecycle", &["stages"]),
    ("Goal", &["marketing_share"]),
    ("Rule", &["on"]),
];

/// Lists for which a single element may stand.
const ONE_OR_MANY: &[(&str, &[&str])] = &[
    ("EmailDomainLists", &["free", "disposable"]),
    ("Field", &["missing"]),
    ("Persona", &["behaviours", "interests", "needs", "goals", "pain_points", "objections", "channels"]),
    ("Rule", &["on", "limit"]),
    ("Adjustment", &["on"]),
    ("StageCriteria", &["requires"]),
    ("FastTrack", &["on"]),
    ("Clock", &["until", "restart_on", "on_breach", "escalation"]),
    ("EscalationStep", &["then"]),
    ("Consent", &["frequency_caps"]),
];

/// Elements of lists and tables that have a short form: the definition that may stand for them.
const SHORT: &[(&str, &[&str], &str)] = &[
    ("AgreementDocument", &["fields"], "FieldType"),
    ("InteractionType", &["properties"], "FieldType"),
    ("Lifecycle", &["lost_reasons", "recycle_reasons", "disqualify_reasons"], "text"),
    ("Consent", &["purposes"], "PurposeKind"),
    ("Consent", &["handover_needs"], "ConsentBasis"),
    ("AgreementDocument", &["glossary"], "text"),
];

/// Widens the definitions to what the reader takes.
pub(super) fn widen(definitions: &mut Definitions) {
    for (name, keys) in OPTIONAL {
        if let Some(Value::Array(required)) = definitions.get_mut(*name).and_then(|schema| schema.get_mut("required")) {
            required.retain(|key| key.as_str().is_none_or(|key| !keys.contains(&key)));
        }
    }
    for (name, keys) in ONE_OR_MANY {
        change(definitions, name, keys, |schema| {
            let about = schema.remove("description");
            schema.remove("default");
            let list = Value::Object(std::mem::take(schema));
            let one = list.get("items").cloned().unwrap_or_default();
            schema.insert("anyOf".to_owned(), json!([one, list]));
            schema.extend(about.map(|about| ("description".to_owned(), about)));
        });
    }
    for (name, keys, short) in SHORT {
        let short =
            if *short == "text" { json!({ "type": "string" }) } else { json!({ "$ref": format!("#/$defs/{short}") }) };
        change(definitions, name, keys, |schema| {
            for key in ["additionalProperties", "items"] {
                if let Some(long) = schema.get_mut(key).filter(|long| long.is_object()) {
                    *long = json!({ "anyOf": [short, long.take()] });
                }
            }
            if let Some(Value::Object(properties)) = schema.get_mut("properties") {
                for long in properties.values_mut() {
                    let about = long.as_object_mut().and_then(|long| long.remove("description"));
                    *long = json!({ "anyOf": [short, long.take()], "description": about });
                }
            }
        });
    }
    particular(definitions);
}

/// Changes the schemas of some keys of a definition.
fn change(definitions: &mut Definitions, name: &str, keys: &[&str], change: impl Fn(&mut Map<String, Value>)) {
    for key in keys {
        let schema = definitions.get_mut(name).and_then(|schema| schema.get_mut("properties")?.get_mut(*key));
        if let Some(schema) = schema.and_then(Value::as_object_mut) {
            change(schema);
        }
    }
}

/// What only one place has.
fn particular(definitions: &mut Definitions) {
    let set = |definitions: &mut Definitions, name: &str, key: &str, wanted: Value| {
        change(definitions, name, &[key], |schema| {
            let about = schema.remove("description");
            *schema = wanted.as_object().cloned().unwrap_or_default();
            schema.extend(about.map(|about| ("description".to_owned(), about)));
        });
    };
    set(definitions, "AgreementDocument", "smarketing", json!({ "const": crate::FORMAT }));
    set(definitions, "Header", "currency", json!({ "type": "string", "pattern": "^[A-Z]{3}$" }));
    set(definitions, "Header", "language", json!({ "type": "string", "pattern": "^[a-z]{2}$" }));
    set(
        definitions,
        "Persona",
        "demographics",
        json!({ "type": "object", "additionalProperties": { "type": ["string", "number"] } }),
    );
    // The criteria of a qualification have no weight, and the score has no grades.
    without(definitions, "Criterion", "weight", "QualificationCriterion");
    set(
        definitions,
        "Qualification",
        "criteria",
        json!({ "type": "array", "items": { "$ref": "#/$defs/QualificationCriterion" } }),
    );
    without(definitions, "DimensionSettings", "grades", "ScoreSettings");
    set(definitions, "Scoring", "score", json!({ "$ref": "#/$defs/ScoreSettings" }));
    definitions.insert("Calendar".to_owned(), calendar());
    // An event may hold the whole assessment; the lifecycle takes what it needs of it.
    let variants = definitions.get_mut("Event").and_then(|event| event.get_mut("oneOf")?.as_array_mut());
    for variant in variants.into_iter().flatten() {
        if let Some(schema) = variant.get_mut("properties").and_then(|keys| keys.get_mut("assessment")) {
            let about = schema.get("description").cloned();
            let whole = json!({ "$ref": "#/$defs/Assessment" });
            *schema = json!({ "anyOf": [{ "$ref": "#/$defs/Assessed" }, whole], "description": about });
        }
    }
}

/// A definition like another, without one of its keys.
fn without(definitions: &mut Definitions, name: &str, key: &str, new: &str) {
    let Some(mut schema) = definitions.get(name).cloned() else { return };
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.remove(key);
    }
    definitions.insert(new.to_owned(), schema);
}

/// A calendar, whose hours stand in one of three ways.
fn calendar() -> Value {
    let time = |about: &str| json!({ "type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$", "description": about });
    let interval = json!({ "type": "string", "pattern": "^[0-9]{2}:[0-9]{2} *[-–] *[0-9]{2}:[0-9]{2}$" });
    let intervals = json!({ "anyOf": [interval, { "type": "array", "items": interval, "minItems": 1 }] });
    let days = json!({ "type": "string", "pattern": "^ *(mon|tue|wed|thu|fri|sat|sun)( *- *(mon|tue|wed|thu|fri|sat|sun))? *$" });
    json!({
        "description": "When a team works: `days` with `open` and `close`, `days` with `hours`, or `hours` by day; \
                        and the days off.",
        "type": "object",
        "properties": {
            "days": {
                "description": "The days of the week: `mon-fri`, or a list of such.",
                "anyOf": [days, { "type": "array", "items": days, "minItems": 1 }],
            },
            "open": time("When they begin: `09:00`."),
            "close": time("When they end: `17:00`; the end of the day is `24:00`."),
            "hours": {
                "description": "The hours of these days, `09:00-17:00` or a list of such; or a table of hours by day.",
                "anyOf": [
                    interval,
                    { "type": "array", "items": interval, "minItems": 1 },
                    { "type": "object", "propertyNames": days, "additionalProperties": intervals, "minProperties": 1 },
                ],
            },
            "holidays": {
                "description": "The days off, besides those of the regions: dates, or days of every year (`12-24`).",
                "type": "array",
                "items": { "type": "string", "pattern": "^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$" },
            },
            "holidays_of": {
                "description": "The regions whose public holidays are days off.",
                "anyOf": [
                    { "$ref": "#/$defs/HolidayRegion" },
                    { "type": "array", "items": { "$ref": "#/$defs/HolidayRegion" } },
                ],
            },
        },
        "additionalProperties": false,
        "x-order": ["days", "open", "close", "hours", "holidays", "holidays_of"],
    })
}
