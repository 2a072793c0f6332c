//! A small validator for the part of JSON Schema that the library writes: what a value does not meet.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// Everything that a value does not meet, by place.
pub fn problems(schema: &Value, value: &Value) -> Vec<String> {
    of(schema, schema, value)
}

/// The same, for a definition of a schema; the definitions that were met on the way are noted.
#[cfg(feature = "schema")]
pub fn problems_of(root: &Value, definition: &str, value: &Value, met: &mut BTreeSet<String>) -> Vec<String> {
    let reference = serde_json::json!({ "$ref": format!("#/$defs/{definition}") });
    let mut check = Check { root, problems: Vec::new(), met: BTreeSet::new(), short: false };
    check.check(&reference, value, "");
    met.extend(check.met);
    check.problems
}

/// What a value does not meet of a schema that refers to the definitions of another.
#[cfg(feature = "schema")]
pub fn problems_of_schema(root: &Value, schema: &Value, value: &Value) -> Vec<String> {
    of(root, schema, value)
}

/// What a shortened value does not meet.
#[cfg(feature = "schema")]
pub fn problems_of_short(root: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut check = Check { root, problems: Vec::new(), met: BTreeSet::new(), short: true };
    check.check(schema, value, "");
    check.problems
}

fn of(root: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut check = Check { root, problems: Vec::new(), met: BTreeSet::new(), short: false };
    check.check(schema, value, "");
    check.problems
}

struct Check<'r> {
    root: &'r Value,
    problems: Vec<String>,
    /// The definitions that something fitted.
    met: BTreeSet<String>,
    /// Whether keys may be missing, as in what is given back: all but the tags of unions.
    short: bool,
}

/// Every keyword that is understood here: one that is not would be a check that never fails.
const KEYWORDS: [&str; 29] = [
    "$schema",
    "$defs",
    "$ref",
    "title",
    "description",
    "x-way",
    "x-order",
    "x-left-out",
    "type",
    "const",
    "enum",
    "enumDescriptions",
    "format",
    "default",
    "pattern",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "minProperties",
    "items",
    "prefixItems",
    "anyOf",
    "oneOf",
    "properties",
    "required",
    "propertyNames",
    "additionalProperties",
    "not",
];

impl Check<'_> {
    fn wrong(&mut self, place: &str, what: impl std::fmt::Display) {
        self.problems.push(format!("{place}: {what}"));
    }

    fn check(&mut self, schema: &Value, value: &Value, place: &str) {
        let schema = match schema {
            Value::Bool(true) => return,
            Value::Bool(false) => return self.wrong(place, "nothing is allowed here"),
            Value::Object(schema) => schema,
            other => panic!("{other} is no schema"),
        };
        for keyword in schema.keys() {
            assert!(KEYWORDS.contains(&keyword.as_str()), "the keyword `{keyword}` is not known here");
        }
        if let Some(reference) = schema.get("$ref") {
            let name = reference.as_str().and_then(|text| text.strip_prefix("#/$defs/")).expect("a local reference");
            let definition = self.root["$defs"].get(name);
            let definition = definition.unwrap_or_else(|| panic!("there is no definition `{name}`"));
            self.check(definition, value, place);
            self.met.insert(name.to_owned());
        }
        self.scalar(schema, value, place);
        self.union(schema, value, place);
        match value {
            Value::Object(table) => self.table(schema, table, place),
            Value::Array(list) => self.list(schema, list, place),
            _ => {}
        }
    }

    fn scalar(&mut self, schema: &Map<String, Value>, value: &Value, place: &str) {
        let is = |kind: &str| match kind {
            "null" => value.is_null(),
            "boolean" => value.is_boolean(),
            "number" => value.is_number(),
            "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
            "string" => value.is_string(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            other => panic!("there is no type `{other}`"),
        };
        let fits = match schema.get("type") {
            Some(Value::String(kind)) => is(kind),
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is),
            _ => true,
        };
        if !fits {
            self.wrong(place, format_args!("{value} is not of type {}", schema["type"]));
        }
        if schema.get("const").is_some_and(|wanted| wanted != value) {
            self.wrong(place, format_args!("{value} is not {}", schema["const"]));
        }
        if let Some(Value::Array(words)) = schema.get("enum")
            && !words.contains(value)
        {
            self.wrong(place, format_args!("{value} is none of {}", schema["enum"]));
        }
        if let (Some(least), Some(number)) = (schema.get("minimum").and_then(Value::as_f64), value.as_f64())
            && number < least
        {
            self.wrong(place, format_args!("{value} is less than {least}"));
        }
        if let (Some(format), Some(text)) = (schema.get("format").and_then(Value::as_str), value.as_str())
            && !fits_format(format, text)
        {
            self.wrong(place, format_args!("`{text}` is no {format}"));
        }
    }

    fn union(&mut self, schema: &Map<String, Value>, value: &Value, place: &str) {
        for (keyword, exactly) in [("anyOf", false), ("oneOf", true)] {
            let Some(Value::Array(variants)) = schema.get(keyword) else { continue };
            let mut tried = Vec::new();
            let mut fitting = 0;
            for variant in variants {
                let mut check =
                    Check { root: self.root, problems: Vec::new(), met: BTreeSet::new(), short: self.short };
                check.check(variant, value, "");
                if check.problems.is_empty() {
                    fitting += 1;
                    self.met.append(&mut check.met);
                }
                tried.push(check.problems);
            }
            if fitting == 0 {
                let least = tried.into_iter().min_by_key(Vec::len).unwrap_or_default();
                self.wrong(place, format_args!("no variant of {keyword} fits {value}; the nearest:"));
                self.problems.extend(least.into_iter().map(|problem| format!("  {place}{problem}")));
            } else if exactly && fitting > 1 && !self.short {
                self.wrong(place, format_args!("{fitting} variants fit"));
            }
        }
    }

    fn table(&mut self, schema: &Map<String, Value>, table: &Map<String, Value>, place: &str) {
        let properties = schema.get("properties").and_then(Value::as_object);
        for key in schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
            let is_tag = properties.is_some_and(|properties| properties[key].get("const").is_some());
            if !table.contains_key(key) && (is_tag || !self.short) {
                self.wrong(place, format_args!("`{key}` is missing"));
            }
        }
        if schema.get("minProperties").and_then(Value::as_u64).is_some_and(|least| (table.len() as u64) < least) {
            self.wrong(place, "too few keys");
        }
        for (key, value) in table {
            let own = format!("{place}.{key}");
            match (properties.and_then(|properties| properties.get(key)), schema.get("additionalProperties")) {
                (Some(schema), _) => self.check(schema, value, &own),
                (None, Some(Value::Bool(false))) => self.wrong(place, format_args!("`{key}` is no key here")),
                (None, Some(schema)) => self.check(schema, value, &own),
                (None, None) => {}
            }
        }
    }

    fn list(&mut self, schema: &Map<String, Value>, list: &[Value], place: &str) {
        let first = schema.get("prefixItems").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        for (at, value) in list.iter().enumerate() {
            if let Some(schema) = first.get(at).or_else(|| schema.get("items")) {
                self.check(schema, value, &format!("{place}[{at}]"));
            }
        }
        let length = list.len() as u64;
        let bound = |key: &str| schema.get(key).and_then(Value::as_u64);
        if bound("minItems").is_some_and(|least| length < least) || bound("maxItems").is_some_and(|most| length > most)
        {
            self.wrong(place, "a list of another length");
        }
    }
}

fn fits_format(format: &str, text: &str) -> bool {
    match format {
        "decimal" => text.parse::<f64>().is_ok_and(f64::is_finite),
        "date-time" => text.parse::<smarketing::Timestamp>().is_ok(),
        "date" => text.parse::<smarketing::Date>().is_ok(),
        "month" => text.parse::<smarketing::Month>().is_ok(),
        "duration" => text.trim_start_matches('-').starts_with('P'),
        other => panic!("there is no format `{other}`"),
    }
}
