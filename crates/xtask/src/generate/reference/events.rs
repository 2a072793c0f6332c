//! Every kind of event with what it says, from the schema of types.

use std::fmt::Write as _;

use serde_json::Value;

use crate::error::{Context, Result};

/// What all events say; the page tells of it once.
const COMMON: [&str; 4] = ["id", "type", "at", "by"];

/// The kinds of events, each with a table of its own keys.
pub fn entries() -> Result<String> {
    let schema: Value = serde_json::from_str(&smarketing::types_schema()).context(|| "the schema".to_owned())?;
    let mut text = String::new();
    for event in schema["$defs"]["Event"]["oneOf"].as_array().into_iter().flatten() {
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let kind = word(&event["properties"]["type"]["const"]);
        let _ = writeln!(text, "## {kind}\n\n{}\n", word(&event["description"]));
        let required: Vec<&str> =
            event["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let own = event["properties"].as_object().into_iter().flatten();
        let mut own: Vec<_> = own.filter(|(key, _)| !COMMON.contains(&key.as_str())).collect();
        own.sort_by_key(|(key, _)| !required.contains(&key.as_str()));
        if own.is_empty() {
            text.push_str("It says nothing more.\n\n");
            continue;
        }
        text.push_str("| key | takes | needed | meaning |\n| --- | --- | --- | --- |\n");
        for (key, value) in own {
            let needed = if required.contains(&key.as_str()) { "yes" } else { "" };
            let _ =
                writeln!(text, "| `{key}` | {} | {needed} | {} |", takes(&schema, value), word(&value["description"]));
        }
        text.push('\n');
    }
    Ok(text)
}

/// What a value is: its words, or its type as the schema of types names it.
fn takes(schema: &Value, value: &Value) -> String {
    if let Some(name) = value["$ref"].as_str().map(|path| path.trim_start_matches("#/$defs/")) {
        let words = schema["$defs"][name]["enum"].as_array();
        let words: Vec<String> =
            words.into_iter().flatten().map(|word| format!("`{}`", word.as_str().unwrap_or(""))).collect();
        return if words.is_empty() { format!("`{name}`") } else { words.join(", ") };
    }
    match (value["type"].as_str(), value["format"].as_str()) {
        (Some("array"), _) => format!("list of {}", takes(schema, &value["items"])),
        (Some("object"), _) => format!("table: {}", takes(schema, &value["additionalProperties"])),
        (_, Some("date-time")) => "instant".to_owned(),
        (_, Some("decimal")) => "amount".to_owned(),
        (Some("string"), _) => "text".to_owned(),
        (kind, _) => kind.unwrap_or("any value").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use smarketing::EventKind;

    use super::entries;

    #[test]
    fn every_kind_has_its_entry() {
        let text = entries().unwrap();
        assert!(EventKind::ALL.iter().all(|kind| text.contains(&format!("## {kind}\n"))));
        assert_eq!(text.matches("## ").count(), EventKind::ALL.len());
    }
}
