//! Requests of the golden cases: answers, and what is given for them, meet the types that the list of
//! functions names.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use smarketing::types_schema;

use crate::golden::ask::Ask;
use crate::golden::{files, read};
use crate::validator::{problems_of_schema as whole, problems_of_short as short};

/// The schema of a type of the list of functions.
pub fn schema_of(types: &Value, kind: &str, given: bool) -> Value {
    if let Some(kind) = kind.strip_suffix('?') {
        return json!({ "anyOf": [schema_of(types, kind, given), { "type": "null" }] });
    }
    if let Some(kind) = kind.strip_prefix('[').and_then(|kind| kind.strip_suffix(']')) {
        return json!({ "type": "array", "items": schema_of(types, kind, given) });
    }
    if let Some(kind) = kind.strip_prefix('{').and_then(|kind| kind.strip_suffix('}')) {
        return json!({ "type": "object", "additionalProperties": schema_of(types, kind, given) });
    }
    let number = json!({ "type": ["number", "string"], "format": "decimal" });
    match kind {
        "Text" | "Duration" => json!({ "type": "string" }),
        "Number" => number,
        "Rate" => json!({ "anyOf": [number, { "$ref": "#/$defs/RateCounts" }, { "type": "string" }] }),
        "Money" if given => number,
        "Money" => json!({ "type": "string", "format": "decimal" }),
        "Whole" => json!({ "type": "integer" }),
        "Boolean" => json!({ "type": "boolean" }),
        "Instant" => json!({ "type": "string", "format": "date-time" }),
        "Date" => json!({ "type": "string", "format": "date" }),
        "Month" => json!({ "type": "string", "format": "month" }),
        "TimeSpan" => json!({ "type": "string", "format": "duration" }),
        "Object" => json!({ "type": "object" }),
        name => {
            let input = format!("{name}Input");
            let name = if given && types["$defs"].get(&input).is_some() { &input } else { name };
            json!({ "$ref": format!("#/$defs/{name}") })
        }
    }
}

#[test]
fn requests_and_answers_meet_their_types() {
    let types: Value = serde_json::from_str(&types_schema()).unwrap();
    let mut asked = BTreeSet::new();
    for path in files("json") {
        let suite = read(&path);
        for case in suite["cases"].as_array().unwrap() {
            let ask = Ask::of(&suite, case, path.parent().unwrap());
            let written = ask.to_value();
            let Some(function) = ask.known() else { continue };
            let answer = ask.answer();
            if answer.starts_with("{\"findings\":") || answer.starts_with("{\"refusal\":") {
                continue;
            }
            asked.insert(function.name);
            let check = |kind: &str, given: bool, value: &Value| {
                let schema = schema_of(&types, kind, given);
                // What is given back may be shorter than what the library writes.
                let problems = if given { short(&types, &schema, value) } else { whole(&types, &schema, value) };
                assert_eq!(problems, [""; 0], "{}: {kind} of {}: {value:#}", case["name"], function.name);
            };
            let answer: Value = serde_json::from_str(&answer).unwrap();
            check(function.result, false, &answer);
            // Rows that are no leads are wrong on purpose, and told.
            let has_wrong_rows = function.name == "compare" && answer.get("findings").is_some();
            for argument in function.arguments.iter().filter(|_| !has_wrong_rows) {
                // What does not fit the vocabulary is a finding of the assessment.
                if let Some(value) = written["request"].get(argument.name).filter(|value| !value.is_null()) {
                    check(argument.kind, true, value);
                }
            }
        }
    }
    assert!(asked.len() > 50, "only {asked:?}");
}
