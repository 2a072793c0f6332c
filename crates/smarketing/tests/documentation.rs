//! The documentation's agreements are read without a finding, and show every key that there is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;
use smarketing::{Agreement, Event, Interactions, Lead, Stage, Timestamp, check_toml, replay};

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

/// The example of each part in the reference, by its name.
fn examples() -> Vec<(String, String)> {
    let folder = std::fs::read_dir(docs().join("reference/examples")).unwrap();
    let mut examples: Vec<(String, String)> = folder
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect();
    examples.sort();
    examples
}

fn as_of() -> Timestamp {
    "2026-11-02T10:00:00Z".parse().unwrap()
}

fn is_clean(name: &str, text: &str) {
    let findings: Vec<String> = check_toml(text, Some(as_of())).iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{name}: {}", findings.join("\n"));
}

#[test]
fn each_part_has_an_example_without_findings() {
    let examples = examples();
    for (name, text) in &examples {
        is_clean(name, text);
    }
    let schema: Value = serde_json::from_str(smarketing::schema()).unwrap();
    let parts: BTreeSet<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    let shown: BTreeSet<&str> = examples.iter().map(|(name, _)| name.as_str()).collect();
    let missing: Vec<&&str> = parts.iter().filter(|part| **part != "smarketing" && !shown.contains(**part)).collect();
    assert!(missing.is_empty(), "without an example: {missing:?}");
}

#[test]
fn the_agreement_of_the_guides_has_no_findings() {
    let text = std::fs::read_to_string(docs().join("guides/agreement.toml")).unwrap();
    is_clean("guides", &text);
}

/// The keys of all tables of the schema, each with its definition.
fn keys(schema: &Value) -> Vec<(String, String)> {
    let definitions = schema["$defs"].as_object().unwrap().iter().map(|(name, schema)| (name.as_str(), schema));
    let mut keys = Vec::new();
    for (name, definition) in definitions.chain([("Agreement", schema)]) {
        let variants = definition["anyOf"].as_array().into_iter().flatten();
        for table in [definition].into_iter().chain(variants) {
            let own = table["properties"].as_object().into_iter().flatten();
            keys.extend(own.map(|(key, _)| (name.to_owned(), key.clone())));
        }
    }
    keys
}

#[test]
fn the_examples_show_every_key() {
    let schema: Value = serde_json::from_str(smarketing::schema()).unwrap();
    let text: String = examples().into_iter().map(|(_, text)| text).collect();
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-');
    let words: BTreeSet<&str> = text.split(|letter| !is_part(letter)).collect();
    let keys = keys(&schema);
    let missing: Vec<_> = keys.iter().filter(|(_, key)| !words.contains(key.as_str())).collect();
    assert!(missing.is_empty(), "in no example: {missing:?}");
    assert!(keys.len() > 150, "{}", keys.len());
}

#[test]
fn the_readme_shows_what_slips_in_its_agreement_give() {
    let readme = std::fs::read_to_string(docs().join("../README.md")).unwrap();
    let within = |text: &'static str| readme.split_once(text).unwrap().1.split_once("```").unwrap().0;
    let slips = [("half_life", "half_live"), ("when = { employees", "when = { emplyoees")];
    let slipped = slips.iter().fold(within("```toml\n").to_owned(), |text, (right, wrong)| {
        assert_eq!(text.matches(right).count(), 1, "{right}");
        text.replace(right, wrong)
    });
    let said: Vec<String> = check_toml(&slipped, Some(as_of())).iter().map(|finding| format!("{finding}\n")).collect();
    assert_eq!(within("give:\n\n```text\n"), said.concat());
}

#[test]
fn the_events_of_the_reference_are_read_and_win_a_lead() {
    let page = std::fs::read_to_string(docs().join("reference/events.md")).unwrap();
    let block = page.split_once("```json\n").unwrap().1.split_once("```").unwrap().0;
    let events: Vec<Value> = serde_json::from_str(block).unwrap();
    let mut events: Vec<Event> = events.iter().map(|event| Event::from_json(&event.to_string()).unwrap()).collect();
    let agreement = Agreement::from_json(
        r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" }, "fields": { "money": "boolean" },
            "qualification": { "criteria": [{ "id": "budget", "when": { "money": true } }, { "id": "authority", "when": { "money": true } }] },
            "lifecycle": { "stages": ["lead", "mql", "sal", "sql", "opportunity", "customer"],
                "stage": { "mql": { "when": { "source": "webinar" } } } } }"#,
    )
    .unwrap();
    let at = "2026-11-02T10:00:00Z".parse().unwrap();
    let assessment = agreement.assess(&Lead::new("L-1").source("webinar"), &Interactions::none(), at);
    events.push(Event::assessed("e-a", &assessment));
    let history = replay(&[agreement], &events, "2027-01-01T00:00:00Z".parse().unwrap());
    assert!(history.refused.is_empty(), "{:?}", history.refused);
    assert_eq!(history.state.unwrap().stage, Stage::Customer);
}
