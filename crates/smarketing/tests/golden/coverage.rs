//! What the golden cases cover: every function and its errors, and every word by which the core answers.
//!
//! What counts is what a case expects, for only that is compared. The words are those of the core: its own lists,
//! and the variants of its types.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};
use smarketing::{Code, EventKind, On, functions};

use super::ask::Ask;

/// Words that no request can lead to, each with the reason.
const OUT_OF_REACH: [(&str, &str, &str); 1] =
    [("HindranceKind", "no_identifier", "only `Consent::handover_hindrances` says it, which is in Rust alone")];

/// Which key holds a word of which type, in what a case expects.
const TAGGED: [(&str, &str); 5] = [
    ("what", "Deed"),
    ("about", "About"),
    ("cause", "Cause"),
    ("reason", "TransitionReason"),
    ("hindrances", "HindranceKind"),
];

/// What was covered so far.
#[derive(Default)]
pub struct Coverage {
    asked: BTreeSet<(&'static str, String)>,
    failing: BTreeSet<(&'static str, String)>,
    words: BTreeMap<&'static str, BTreeSet<String>>,
}

const fn name_of(on: On) -> &'static str {
    match on {
        On::Library => "the library",
        On::Lead => "a lead",
        _ => "agreements",
    }
}

impl Coverage {
    /// Takes a case into account.
    pub fn add(&mut self, case: &Value, ask: &Ask) {
        let (expect, function) = (&case["expect"], (name_of(ask.on), ask.function.clone()));
        let fails = case["function"].is_string() && ["findings", "refusal"].iter().any(|key| expect.get(key).is_some());
        if fails {
            self.failing.insert(function.clone());
        }
        self.asked.insert(function);
        if !fails && let Some(kind) = case["request"]["event"]["type"].as_str() {
            self.word("EventKind", kind);
        }
        self.look(expect, false);
    }

    fn word(&mut self, of: &'static str, word: &str) {
        self.words.entry(of).or_default().insert(word.to_owned());
    }

    fn look(&mut self, expected: &Value, refused: bool) {
        match expected {
            Value::Object(table) => {
                if let Some(code) = table.get("code").and_then(Value::as_str) {
                    self.word(if refused { "RefusalCode" } else { "Code" }, code);
                }
                for (key, of) in TAGGED {
                    self.tagged(table, key, of);
                }
                table.iter().for_each(|(key, part)| self.look(part, key == "refusal"));
            }
            Value::Array(list) => list.iter().for_each(|part| self.look(part, false)),
            _ => {}
        }
    }

    fn tagged(&mut self, table: &Map<String, Value>, key: &str, of: &'static str) {
        let parts = match table.get(key) {
            Some(Value::Array(list)) => list.as_slice(),
            Some(part) => std::slice::from_ref(part),
            None => &[],
        };
        parts.iter().filter_map(|part| part["kind"].as_str()).for_each(|kind| self.word(of, kind));
    }

    /// Everything that no case covers.
    pub fn uncovered(&self) -> Vec<String> {
        let mut missing = Vec::new();
        for known in functions() {
            let function = (name_of(known.on), known.name.to_owned());
            if !self.asked.contains(&function) {
                missing.push(format!("no case asks {} `{}`", function.0, function.1));
            }
            if !known.arguments.is_empty() && !self.failing.contains(&function) {
                missing.push(format!("no case asks {} `{}` wrongly", function.0, function.1));
            }
        }
        for (of, word) in words() {
            let covered = self.words.get(of).is_some_and(|words| words.contains(&word));
            let excluded = OUT_OF_REACH.iter().any(|(other, excluded, _)| *other == of && *excluded == word);
            if covered == excluded {
                missing
                    .push(format!("{of} `{word}` {}", if covered { "is within reach" } else { "occurs in no case" }));
            }
        }
        missing
    }
}

/// Every word by which the core answers, and the kinds of events that it takes.
fn words() -> Vec<(&'static str, String)> {
    let codes = Code::ALL.iter().map(|code| ("Code", code.as_str().to_owned()));
    let events = EventKind::ALL.iter().map(|kind| ("EventKind", kind.name().to_owned()));
    codes.chain(events).chain(variants()).collect()
}

/// The variants of types that have no list of their own.
#[cfg(feature = "schema")]
fn variants() -> Vec<(&'static str, String)> {
    let types: Value = serde_json::from_str(&smarketing::types_schema()).expect("the schema is JSON");
    let mut words = Vec::new();
    for of in ["RefusalCode", "HindranceKind", "Deed", "About", "Cause", "TransitionReason"] {
        let schema = &types["$defs"][of];
        let plain = schema["enum"].as_array().into_iter().flatten();
        let tagged = schema["oneOf"].as_array().into_iter().flatten().map(|part| &part["properties"]["kind"]["const"]);
        let before = words.len();
        words.extend(plain.chain(tagged).filter_map(Value::as_str).map(|word| (of, word.to_owned())));
        assert!(words.len() > before, "{of} has no variants in the schema of types");
    }
    words
}

#[cfg(not(feature = "schema"))]
fn variants() -> Vec<(&'static str, String)> {
    Vec::new()
}
