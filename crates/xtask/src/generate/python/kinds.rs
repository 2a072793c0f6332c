//! The types of arguments and answers, as Python annotates and reads them.

use serde_json::Value;

/// The types of the schema, by what Python has for them.
pub struct Kinds {
    schema: Value,
}

impl Kinds {
    /// The types of a schema.
    pub fn new(schema: &Value) -> Self {
        Self { schema: schema["$defs"].clone() }
    }

    /// The annotation of an argument.
    pub fn argument(&self, kind: &str) -> String {
        if let Some(element) = between(kind, "[", "]") {
            return format!("Iterable[{}]", self.argument(element));
        }
        if let Some(element) = between(kind, "{", "}") {
            return format!("Mapping[str, {}]", self.argument(element));
        }
        match kind {
            "Text" | "Month" => "str".to_owned(),
            "Number" | "Rate" => "float | Decimal".to_owned(),
            "Money" => "Amount".to_owned(),
            "Whole" => "int".to_owned(),
            "Boolean" => "bool".to_owned(),
            "Instant" => "Instant".to_owned(),
            "Date" => "Day".to_owned(),
            "Duration" => "Span".to_owned(),
            name if self.is_word(name) => format!("results.{name}"),
            // Options are written where they are given: a dict of anything would hide slips in their keys.
            name if name.ends_with("Options") && self.is_input(name) => format!("inputs.{name} | Record"),
            name if self.is_input(name) => format!("inputs.{name} | Given"),
            _ => "Given".to_owned(),
        }
    }

    /// The annotation of an answer.
    pub fn answer(&self, kind: &str) -> String {
        if let Some(kind) = kind.strip_suffix('?') {
            return format!("{} | None", self.answer(kind));
        }
        if let Some(element) = between(kind, "[", "]") {
            return format!("list[{}]", self.answer(element));
        }
        match kind {
            "Text" | "Month" => "str".to_owned(),
            "Number" => "float".to_owned(),
            "Money" => "Decimal".to_owned(),
            "Whole" => "int".to_owned(),
            "Boolean" => "bool".to_owned(),
            "Instant" => "datetime".to_owned(),
            "Date" => "date".to_owned(),
            "Duration" | "TimeSpan" => "timedelta".to_owned(),
            "Object" => "dict[str, Any]".to_owned(),
            name => format!("results.{name}"),
        }
    }

    /// The expression that reads an answer from the variable `answer`.
    pub fn read(&self, kind: &str) -> String {
        if let Some(kind) = kind.strip_suffix('?') {
            return format!("None if answer == \"null\" else {}", self.read(kind));
        }
        if let Some(element) = between(kind, "[", "]") {
            return match self.plain(element) {
                Some(plain) => format!("[{plain}(element) for element in elements(answer)]"),
                None if self.is_union(element) => {
                    format!("[made(results.{element}, element) for element in elements(answer)]")
                }
                None => format!("many(results.{element}, answer)"),
            };
        }
        match self.plain(kind) {
            Some(plain) => format!("{plain}(answer)"),
            None if self.is_union(kind) => format!("made(results.{kind}, answer)"),
            None => format!("results.{kind}._made(text=answer)"),
        }
    }

    /// How a plain value is read.
    fn plain(&self, kind: &str) -> Option<&'static str> {
        Some(match kind {
            "Text" | "Month" => "text",
            "Number" => "number",
            "Money" => "money",
            "Whole" => "whole",
            "Boolean" => "boolean",
            "Instant" => "instant",
            "Date" => "day",
            "Duration" | "TimeSpan" => "span",
            "Object" => "decoded",
            name if self.is_word(name) => "word",
            _ => return None,
        })
    }

    /// Whether the type is one of some words.
    fn is_word(&self, name: &str) -> bool {
        self.schema[name]["enum"].is_array()
    }

    /// Whether the type is one of several classes, told by a tag.
    fn is_union(&self, name: &str) -> bool {
        let variants = self.schema[name]["oneOf"].as_array();
        let is_tagged = |variant: &Value| {
            let members = variant["properties"].as_object();
            members.is_some_and(|members| members.values().any(|member| member["const"].is_string()))
        };
        variants.is_some_and(|variants| variants.iter().all(is_tagged))
    }

    fn is_input(&self, name: &str) -> bool {
        self.schema[name].is_object() && self.schema[name]["x-way"] != "result"
    }
}

fn between<'k>(kind: &'k str, open: &str, close: &str) -> Option<&'k str> {
    kind.strip_prefix(open)?.strip_suffix(close)
}
