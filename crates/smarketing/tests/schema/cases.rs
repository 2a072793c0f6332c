//! The golden cases: their agreements, leads and instants.

use serde_json::Value;
use smarketing::{Agreement, Interactions, Lead, Timestamp};
use toml::de::{DeTable, DeValue};

use crate::golden::{Text, files, read};

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

/// Every case whose document is an agreement.
pub fn documents() -> Vec<Document> {
    let mut documents = Vec::new();
    for path in files("json") {
        let suite = read(&path);
        let folder = path.parent().expect("a folder");
        let has_agreement = |case: &&Value| case.get("agreement").or(suite.get("agreement")).is_some();
        for case in suite["cases"].as_array().into_iter().flatten().filter(has_agreement) {
            let text = Text::of(&suite, case, folder);
            let Ok(agreement) = text.compile() else { continue };
            documents.push(Document {
                name: case["name"].as_str().unwrap_or_default().to_owned(),
                written: match &text {
                    Text::Toml(text) => from_toml(text),
                    Text::Json(text) => serde_json::from_str(text).expect("JSON text"),
                },
                agreement,
                lead: Lead::from_json(&case.get("lead").unwrap_or(&serde_json::json!({})).to_string()),
                interactions: Interactions::from_json(&case["interactions"].to_string()),
                as_of: case["as_of"].as_str().and_then(|text| text.parse().ok()),
            });
        }
    }
    documents
}

/// TOML text as JSON.
pub fn from_toml(text: &str) -> Value {
    json(DeValue::Table(DeTable::parse(text).expect("TOML text").into_inner()))
}

fn json(value: DeValue<'_>) -> Value {
    let number = |text: &str| text.replace('_', "").parse::<serde_json::Number>().expect("a number").into();
    match value {
        DeValue::String(text) => text.into(),
        DeValue::Integer(integer) => number(integer.as_str()),
        DeValue::Float(float) => number(float.as_str()),
        DeValue::Boolean(truth) => truth.into(),
        DeValue::Datetime(instant) => instant.to_string().into(),
        DeValue::Array(list) => list.into_iter().map(|item| json(item.into_inner())).collect(),
        DeValue::Table(table) => Value::Object(
            table.into_iter().map(|(key, value)| (key.into_inner().into(), json(value.into_inner()))).collect(),
        ),
    }
}
