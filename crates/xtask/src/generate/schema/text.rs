//! JSON text for people: keywords and keys in an order that reads well, short tables on one line.

use serde_json::{Map, Value};

use super::order::Order;

/// The keywords of a schema in order; others follow by name.
const KEYWORDS: [&str; 25] = [
    "$schema",
    "title",
    "description",
    "x-way",
    "$ref",
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
];

/// How wide a line may get before a table is written on several.
const WIDTH: usize = 120;

/// A value whose tables have an order.
#[derive(Debug, Clone)]
pub enum Ordered {
    Plain(String),
    List(Vec<Ordered>),
    Table(Vec<(String, Ordered)>),
}

/// Keys in the order of `wanted`, then all others by name.
pub fn sorted<'m>(map: &'m Map<String, Value>, wanted: &[&str]) -> Vec<(&'m String, &'m Value)> {
    let mut entries: Vec<_> = map.iter().collect();
    entries.sort_by_key(|(key, _)| wanted.iter().position(|wanted| wanted == key).unwrap_or(wanted.len()));
    entries
}

/// A schema in order. `keys` are those of the type that it is part of.
pub fn schema(value: &Value, order: &Order, keys: &[String]) -> Ordered {
    let Value::Object(map) = value else { return plain(value) };
    let own: Option<Vec<String>> = map
        .get("x-order")
        .and_then(Value::as_array)
        .map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    let keys = own.as_deref().unwrap_or(keys);
    let entry = |(key, value): (&String, &Value)| {
        let value = match (key.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
                let properties = sorted(properties, &keys).into_iter();
                Ordered::Table(properties.map(|(key, value)| (key.clone(), schema(value, order, &[]))).collect())
            }
            ("$defs", Value::Object(definitions)) => Ordered::Table(
                definitions
                    .iter()
                    .map(|(name, value)| (name.clone(), schema(value, order, &key_order(name, order))))
                    .collect(),
            ),
            ("anyOf" | "oneOf", Value::Array(list)) => {
                Ordered::List(list.iter().map(|value| schema(value, order, keys)).collect())
            }
            ("prefixItems", Value::Array(list)) => {
                Ordered::List(list.iter().map(|value| schema(value, order, &[])).collect())
            }
            ("items" | "additionalProperties" | "propertyNames", value) => schema(value, order, &[]),
            _ => plain(value),
        };
        (key.clone(), value)
    };
    Ordered::Table(sorted(map, &KEYWORDS).into_iter().filter(|(key, _)| *key != "x-order").map(entry).collect())
}

/// The keys of a definition's type in order.
pub fn key_order(definition: &str, order: &Order) -> Vec<String> {
    order.keys(rust(definition))
}

/// The Rust type whose fields give the order of a definition's keys.
fn rust(name: &str) -> &str {
    match name {
        "QualificationCriterion" => "Criterion",
        "ScoreSettings" => "DimensionSettings",
        "MoneyProgress" | "QuantityProgress" => "Progress",
        "MoneyProjection" | "QuantityProjection" => "Projection",
        other => other.strip_suffix("Input").unwrap_or(other),
    }
}

fn plain(value: &Value) -> Ordered {
    match value {
        Value::Array(list) => Ordered::List(list.iter().map(plain).collect()),
        Value::Object(map) => Ordered::Table(map.iter().map(|(key, value)| (key.clone(), plain(value))).collect()),
        other => Ordered::Plain(other.to_string()),
    }
}

/// The text of a value, with a line feed at the end.
pub fn text(value: &Ordered) -> String {
    let mut out = String::new();
    write(value, 0, 0, &mut out);
    out.push('\n');
    out
}

fn write(value: &Ordered, depth: usize, before: usize, out: &mut String) {
    let line = one_line(value);
    let short = line.chars().count() + depth + before < WIDTH;
    let (open, close, parts): (_, _, Vec<(Option<&String>, &Ordered)>) = match value {
        Ordered::List(list) if !short => ('[', ']', list.iter().map(|value| (None, value)).collect()),
        Ordered::Table(table) if !short => ('{', '}', table.iter().map(|(key, value)| (Some(key), value)).collect()),
        _ => return out.push_str(&line),
    };
    out.push(open);
    for (at, (key, value)) in parts.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        out.push_str(&" ".repeat(depth + 1));
        let key = key.map(|key| format!("{}: ", Value::from(key.as_str()))).unwrap_or_default();
        out.push_str(&key);
        write(value, depth + 1, key.chars().count(), out);
    }
    out.push('\n');
    out.push_str(&" ".repeat(depth));
    out.push(close);
}

fn one_line(value: &Ordered) -> String {
    match value {
        Ordered::Plain(text) => text.clone(),
        Ordered::List(list) => format!("[{}]", list.iter().map(one_line).collect::<Vec<_>>().join(", ")),
        Ordered::Table(table) if table.is_empty() => "{}".to_owned(),
        Ordered::Table(table) => {
            let entry =
                |(key, value): &(String, Ordered)| format!("{}: {}", Value::from(key.as_str()), one_line(value));
            format!("{{ {} }}", table.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
    }
}
