//! The golden cases: their agreements, leads and instants.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use smarketing::{Agreement, Interactions, Lead, Timestamp};

/// A document of a golden case that reads cleanly.
pub struct Document {
    pub name: String,
    /// What was written, as JSON: TOML's dates are texts.
    pub written: Value,
    pub agreement: Agreement,
    /// What is assessed, and when.
    pub lead: Lead,
    pub interactions: Interactions,
    pub as_of: Option<Timestamp>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder of cases") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|end| end == ending) {
            found.push(path);
        }
    }
    found.sort();
}

/// Every case whose document is an agreement.
pub fn documents() -> Vec<Document> {
    let mut paths = Vec::new();
    files(&root(), "json", &mut paths);
    let mut documents = Vec::new();
    for path in paths {
        let suite: Value = serde_json::from_str(&fs::read_to_string(&path).expect("a suite")).expect("a JSON suite");
        for case in suite["cases"].as_array().into_iter().flatten() {
            let folder = path.parent().expect("a folder");
            // What is asked of the library alone has no agreement.
            if case.get("agreement").or(suite.get("agreement")).is_none() {
                continue;
            }
            let (text, toml) = text(&suite, case, folder);
            let read = if toml { Agreement::from_toml(&text) } else { Agreement::from_json(&text) };
            let Ok(agreement) = read else { continue };
            documents.push(Document {
                name: case["name"].as_str().unwrap_or_default().to_owned(),
                written: if toml { from_toml(&text) } else { serde_json::from_str(&text).expect("JSON text") },
                agreement,
                lead: Lead::from_json(&case.get("lead").unwrap_or(&serde_json::json!({})).to_string()),
                interactions: Interactions::from_json(&case["interactions"].to_string()),
                as_of: case["as_of"].as_str().and_then(|text| text.parse().ok()),
            });
        }
    }
    documents
}

/// The text of a case's agreement, and whether it is TOML.
fn text(suite: &Value, case: &Value, folder: &Path) -> (String, bool) {
    let written = case.get("agreement").unwrap_or(&suite["agreement"]).as_object().expect("an agreement");
    let (kind, value) = written.iter().next().expect("an agreement's text");
    let lines = |value: &Value| -> String {
        value.as_array().into_iter().flatten().map(|line| format!("{}\n", line.as_str().expect("a line"))).collect()
    };
    let own = case.get("lines").map(lines).unwrap_or_default();
    match kind.as_str() {
        "file" => (fs::read_to_string(folder.join(value.as_str().expect("a file"))).expect("a file") + &own, true),
        "toml" => (lines(value) + &own, true),
        "json" => (lines(value), false),
        _ => (value.to_string(), false),
    }
}

/// TOML text as JSON.
pub fn from_toml(text: &str) -> Value {
    json(toml::from_str::<toml::Table>(text).expect("TOML text").into())
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(instant) => instant.to_string().into(),
        toml::Value::Array(list) => list.into_iter().map(json).collect(),
        toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect()),
    }
}
