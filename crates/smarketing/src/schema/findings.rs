//! Findings by their severity: which codes each has, from the catalogue.

use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::tables::words_of;
use crate::finding::{Code, Severity};

/// Makes the table of a finding a union, with a variant for each severity and the codes that it has.
pub(crate) fn by_severity(finding: &mut Schema) {
    let Some(members) = finding.get_mut("properties").and_then(Value::as_object_mut) else { return };
    let (Some(code), Some(severity)) = (members.remove("code"), members.remove("severity")) else { return };
    let variant = |(word, about): (String, Value)| {
        json!({
            "description": about,
            "properties": {
                "code": narrowed(&code, "enum", codes(&word).into()),
                "severity": narrowed(&severity, "const", word.into()),
            },
        })
    };
    let severities = words_of::<Severity>(&mut SchemaGenerator::default());
    finding.insert("oneOf".to_owned(), severities.into_iter().map(variant).collect());
}

/// Says of a record of consent that what was given needs its purpose, though a withdrawal may be of all.
pub(crate) fn with_purpose(record: &mut Schema) {
    let variants = record.get_mut("oneOf").and_then(Value::as_array_mut);
    for variant in variants.into_iter().flatten() {
        let is_given = variant.pointer("/properties/status/const").is_some_and(|word| word == "given");
        if let Some(required) = variant.get_mut("required").and_then(Value::as_array_mut).filter(|_| is_given) {
            required.push("purpose".into());
        }
    }
}

/// The codes that a finding of a severity can have, as they stand in JSON.
fn codes(severity: &str) -> Vec<Value> {
    let of = |code: &&Code| code.severities().iter().any(|one| json!(one) == severity);
    Code::ALL.iter().filter(of).map(|code| code.as_str().into()).collect()
}

/// The same schema, but for the values that it leaves.
fn narrowed(schema: &Value, keyword: &str, to: Value) -> Value {
    let mut schema: Map<String, Value> = schema.as_object().cloned().unwrap_or_default();
    schema.insert(keyword.to_owned(), to);
    Value::Object(schema)
}
