//! What a key's value is, in a few words with links.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Page, anchor};

/// Patterns of texts, and what such a text is.
const PATTERNS: [(&str, &str); 9] = [
    ("^[0-9]+[smhdw]$", "[duration](README.md#how-values-are-written)"),
    ("^([0-9]+[smhdw]|[0-9]+ business days?)$", "[duration](README.md#how-values-are-written), or `3 business days`"),
    ("^[0-9]{2}:[0-9]{2}$", "time of day"),
    ("^[0-9]{2}:[0-9]{2} *[-–] *[0-9]{2}:[0-9]{2}$", "hours (`09:00-17:00`)"),
    ("^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$", "date, or day of every year (`12-24`)"),
    ("^[A-Z]{3}$", "currency"),
    ("^[a-z]{2}$", "language"),
    ("^ *(mon|tue|wed|thu|fri|sat|sun)( *- *(mon|tue|wed|thu|fri|sat|sun))? *$", "weekday, or several (`mon-fri`)"),
    ("^([0-9]{4}-[0-9]{2}|else)$", "month"),
];

/// Where the definitions are explained.
pub struct Kinds {
    pages: BTreeMap<&'static str, &'static str>,
}

impl Kinds {
    /// The definitions that some pages show.
    pub fn new(pages: &'static [Page]) -> Self {
        let each = |page: &'static Page| page.definitions().map(|name| (name, page.file()));
        Self { pages: pages.iter().flat_map(each).collect() }
    }

    /// The definitions with a page.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.pages.keys().copied()
    }

    /// A link to a definition.
    pub fn link(&self, name: &str) -> String {
        match self.pages.get(name) {
            Some(file) => format!("[{name}]({file}#{})", anchor(name)),
            None => name.to_owned(),
        }
    }

    /// What a value of the schema is.
    pub fn of(&self, schema: &Value) -> String {
        if let Some(name) = schema["$ref"].as_str() {
            return self.link(name.trim_start_matches("#/$defs/"));
        }
        if let Some(value) = schema.get("const") {
            return code(value);
        }
        if let Some(words) = schema["enum"].as_array() {
            return words.iter().map(code).collect::<Vec<_>>().join(", ");
        }
        if let Some(variants) = schema["anyOf"].as_array() {
            return self.union(variants);
        }
        match &schema["type"] {
            Value::Array(kinds) => of_several(kinds, schema),
            Value::String(kind) => self.of_kind(kind, schema),
            _ => "anything".to_owned(),
        }
    }

    /// Several forms: one and a list of such, a figure and the same by month, or any others.
    fn union(&self, variants: &[Value]) -> String {
        let by_month = |variant: &Value| {
            let keys = variant["propertyNames"]["pattern"].as_str();
            keys.is_some_and(|keys| keys.contains("else"))
        };
        if let [one, list] = variants
            && list["items"] == *one
        {
            return format!("{}; or a list of them", self.of(one));
        }
        if let [one, months] = variants
            && by_month(months)
        {
            return format!("{}; or by month", self.of(one));
        }
        let all: Vec<String> = variants.iter().map(|variant| self.of(variant)).collect();
        all.join(", or ")
    }

    fn of_kind(&self, kind: &str, schema: &Value) -> String {
        match kind {
            "boolean" => "`true` or `false`".to_owned(),
            "integer" => "whole number".to_owned(),
            "number" => "number".to_owned(),
            "array" => format!("list of {}", self.of(&schema["items"])),
            "object" => self.table(schema),
            _ => text(schema),
        }
    }

    fn table(&self, schema: &Value) -> String {
        let properties = schema["properties"].as_object();
        let Some(first) = properties.and_then(|properties| properties.values().next()) else {
            let keys = schema["propertyNames"]["pattern"].as_str();
            let by = keys.and_then(pattern).unwrap_or("name").split(',').next().unwrap_or_default();
            return format!("table by {by}: {}", self.of(&schema["additionalProperties"]));
        };
        let has = |name: &str| properties.is_some_and(|properties| properties.contains_key(name));
        let keys = match () {
            () if has("email") && has("post") => self.link("Channel"),
            () if has("mql") => self.link("Stage"),
            () => {
                let keys = properties.into_iter().flatten().map(|(key, value)| format!("`{key}`: {}", self.of(value)));
                return format!("table: {}", keys.collect::<Vec<_>>().join("; "));
            }
        };
        let mut shape = first.clone();
        if let Some(shape) = shape.as_object_mut() {
            shape.remove("description");
        }
        format!("table by {keys}: {}", self.of(&shape))
    }
}

fn code(value: &Value) -> String {
    match value {
        Value::String(word) => format!("`{word}`"),
        other => format!("`{other}`"),
    }
}

fn pattern(pattern: &str) -> Option<&'static str> {
    PATTERNS.iter().find(|(known, _)| *known == pattern).map(|(_, words)| *words)
}

fn text(schema: &Value) -> String {
    if let Some(words) = schema["pattern"].as_str().and_then(pattern) {
        return words.to_owned();
    }
    match schema["format"].as_str() {
        Some("date-time") => "instant".to_owned(),
        Some("date") => "date".to_owned(),
        _ => "text".to_owned(),
    }
}

fn of_several(kinds: &[Value], schema: &Value) -> String {
    let has = |name: &str| kinds.iter().any(|kind| kind == name);
    match () {
        // A number may stand as text, for its last digit.
        () if has("number") && has("string") && kinds.len() == 2 && schema["format"] == "decimal" => {
            "[number](README.md#how-values-are-written)".to_owned()
        }
        // A rate: a share, or counts in words.
        () if kinds == ["number", "string"] => "share, or counts (`\"41 of 190\"`)".to_owned(),
        () => {
            let words = kinds.iter().filter_map(Value::as_str).map(|kind| match kind {
                "boolean" => "truth value",
                "integer" => "whole number",
                "string" => "text",
                other => other,
            });
            words.collect::<Vec<_>>().join(" or ")
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::PAGES;
    use super::Kinds;

    #[test]
    fn values_are_said_in_a_few_words() {
        let kinds = Kinds::new(PAGES);
        let of = |schema| kinds.of(&schema);
        assert_eq!(of(json!({ "const": 1 })), "`1`");
        assert_eq!(of(json!({ "type": "array", "items": { "type": "string" } })), "list of text");
        let one_or_many =
            json!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] });
        assert_eq!(of(one_or_many), "text; or a list of them");
        assert_eq!(of(json!({ "$ref": "#/$defs/Rule" })), "[Rule](scoring.md#rule)");
        assert!(of(json!({ "type": "string", "pattern": "^[0-9]+[smhdw]$" })).starts_with("[duration]"));
        assert_eq!(of(json!({ "type": ["string", "integer"] })), "text or whole number");
    }
}
