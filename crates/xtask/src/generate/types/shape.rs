//! What a schema says of a type, in the few shapes that there are.

use serde_json::{Map, Value};

use crate::generate::schema::order::Order;
use crate::generate::schema::text::{key_order, sorted};

/// Which way a type crosses the border.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    In,
    Out,
    Both,
}

/// A definition.
#[derive(Debug, Clone)]
pub struct Type {
    pub name: String,
    pub about: String,
    pub way: Way,
    pub shape: Shape,
}

/// A key of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub key: String,
    pub about: String,
    pub required: bool,
    /// Whether it may be left out where it is given, though results always have it.
    pub left_out: bool,
    /// What its absence stands for, where that is a value.
    pub absent: Option<Value>,
    pub shape: Shape,
}

/// A closed table, or one with other keys of one shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub about: String,
    pub members: Vec<Member>,
    pub others: Option<Box<Shape>>,
}

/// How a text or a number is to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    Plain,
    Decimal,
    Instant,
    Date,
    Month,
    Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Any,
    Null,
    Boolean,
    Whole,
    Number,
    Text(Text),
    /// One value: the tag of a union's variant, mostly.
    Const(Value),
    /// Words and what they mean.
    Words(Vec<(String, String)>),
    List(Box<Shape>),
    Tuple(Vec<Shape>),
    Map(Box<Shape>),
    Table(Table),
    Union(Vec<Shape>),
    Named(String),
    /// A named type, of which a union's variant has only a part.
    Narrowed(String, Box<Shape>),
}

/// All definitions of a schema.
pub fn types(schema: &Value, order: &Order) -> Vec<Type> {
    let definitions = schema.get("$defs").and_then(Value::as_object);
    let read = |(name, schema): (&String, &Value)| Type {
        name: name.clone(),
        about: text(schema, "description"),
        way: match schema.get("x-way").and_then(Value::as_str) {
            Some("input") => Way::In,
            Some("result") => Way::Out,
            _ => Way::Both,
        },
        shape: shape(schema, &key_order(name, order)),
    };
    definitions.into_iter().flatten().map(read).collect()
}

fn text(schema: &Value, key: &str) -> String {
    schema.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn list<'v>(schema: &'v Map<String, Value>, key: &str) -> Option<&'v Vec<Value>> {
    schema.get(key).and_then(Value::as_array)
}

fn shape(schema: &Value, keys: &[String]) -> Shape {
    let Value::Object(map) = schema else { return Shape::Any };
    if let Some(name) = map.get("$ref").and_then(Value::as_str) {
        let name = name.trim_start_matches("#/$defs/").to_owned();
        let mut part = map.clone();
        part.remove("$ref");
        return match shape(&Value::Object(part), keys) {
            part @ (Shape::Const(_) | Shape::Words(_)) => Shape::Narrowed(name, Box::new(part)),
            _ => Shape::Named(name),
        };
    }
    if let Some(value) = map.get("const") {
        return Shape::Const(value.clone());
    }
    if let Some(words) = list(map, "enum") {
        let about = list(map, "enumDescriptions");
        let about = |at: usize| about.and_then(|about| about.get(at)?.as_str()).unwrap_or_default().to_owned();
        let words = words.iter().enumerate().filter_map(|(at, word)| Some((word.as_str()?.to_owned(), about(at))));
        return Shape::Words(words.collect());
    }
    if let Some(variants) = list(map, "anyOf").or_else(|| list(map, "oneOf")) {
        return Shape::Union(gathered(variants.iter().map(|variant| shape(variant, keys))));
    }
    match map.get("type") {
        Some(Value::Array(kinds)) => {
            Shape::Union(kinds.iter().filter_map(Value::as_str).map(|kind| of_kind(kind, map, keys)).collect())
        }
        Some(Value::String(kind)) => of_kind(kind, map, keys),
        _ => Shape::Any,
    }
}

/// The variants of a union, in which single words are one enumeration.
fn gathered(variants: impl Iterator<Item = Shape>) -> Vec<Shape> {
    let (mut all, mut words) = (Vec::new(), Vec::new());
    for variant in variants {
        match variant {
            Shape::Const(Value::String(word)) => words.push((word, String::new())),
            other => all.push(other),
        }
    }
    if !words.is_empty() {
        all.insert(0, Shape::Words(words));
    }
    all
}

fn of_kind(kind: &str, map: &Map<String, Value>, keys: &[String]) -> Shape {
    match kind {
        "null" => Shape::Null,
        "boolean" => Shape::Boolean,
        "integer" => Shape::Whole,
        "number" => Shape::Number,
        "string" => Shape::Text(match map.get("format").and_then(Value::as_str) {
            Some("decimal") => Text::Decimal,
            Some("date-time") => Text::Instant,
            Some("date") => Text::Date,
            Some("month") => Text::Month,
            Some("duration") => Text::Span,
            _ => Text::Plain,
        }),
        "array" => match list(map, "prefixItems") {
            Some(items) => Shape::Tuple(items.iter().map(|item| shape(item, &[])).collect()),
            None => Shape::List(Box::new(map.get("items").map_or(Shape::Any, |items| shape(items, &[])))),
        },
        _ => table(map, keys),
    }
}

fn table(map: &Map<String, Value>, keys: &[String]) -> Shape {
    let others = map.get("additionalProperties").filter(|others| others.is_object());
    let others = others.map(|others| Box::new(shape(others, &[])));
    let Some(properties) = map.get("properties").and_then(Value::as_object) else {
        return Shape::Map(others.unwrap_or_else(|| Box::new(Shape::Any)));
    };
    let own: Option<Vec<String>> =
        list(map, "x-order").map(|order| order.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    let keys: Vec<&str> = own.as_deref().unwrap_or(keys).iter().map(String::as_str).collect();
    let names = |keyword: &str, key: &str| list(map, keyword).is_some_and(|names| names.iter().any(|name| name == key));
    let member = |(key, schema): (&String, &Value)| Member {
        key: key.clone(),
        about: text(schema, "description"),
        required: names("required", key),
        left_out: names("x-left-out", key),
        absent: schema.get("default").cloned(),
        shape: shape(schema, &[]),
    };
    let members = sorted(properties, &keys).into_iter().map(member).collect();
    Shape::Table(Table { about: text(&Value::Object(map.clone()), "description"), members, others })
}

impl Shape {
    /// The variants of a union of closed tables: it has the keys of all of them.
    pub fn tables(&self) -> Option<Vec<&Table>> {
        match self {
            Shape::Table(table) if table.others.is_none() => Some(vec![table]),
            Shape::Union(variants) => {
                let tables: Option<Vec<&Table>> = variants
                    .iter()
                    .map(|variant| match variant {
                        Shape::Table(table) if table.others.is_none() => Some(table),
                        _ => None,
                    })
                    .collect();
                tables
            }
            _ => None,
        }
    }

    /// The one table that all variants of a union are, where they differ only in what they narrow.
    pub fn wide_table(&self) -> Option<Table> {
        let mut tables = self.tables()?.into_iter().map(Table::widened);
        let first = tables.next()?;
        tables.all(|table| table.members == first.members).then_some(first)
    }
}

impl Member {
    /// Whether it must be given.
    pub const fn is_needed(&self) -> bool {
        self.required && !self.left_out
    }
}

impl Table {
    /// The same with the whole of each type of which it has a part.
    fn widened(&self) -> Self {
        let mut table = self.clone();
        for member in &mut table.members {
            if let Shape::Narrowed(name, _) = &member.shape {
                member.shape = Shape::Named(name.clone());
            }
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Order, Shape, types};

    #[test]
    fn variants_that_only_narrow_are_one_wide_table() {
        let variant = |level: &str, code: &str| {
            json!({
                "type": "object",
                "properties": {
                    "level": { "$ref": "#/$defs/Level", "const": level },
                    "code": { "$ref": "#/$defs/Code", "enum": [code] },
                    "text": { "type": "string" },
                },
            })
        };
        let shape = |second| {
            let schema = json!({ "$defs": { "Found": { "oneOf": [variant("low", "a"), second] } } });
            types(&schema, &Order::default()).remove(0).shape
        };
        let found = shape(variant("high", "b"));
        let tables = found.tables().unwrap();
        let narrowed = |member: &super::Member| matches!(member.shape, Shape::Narrowed(..));
        assert!(tables.iter().all(|table| table.members.iter().filter(|member| narrowed(member)).count() == 2));
        let wide: Vec<Shape> = found.wide_table().unwrap().members.into_iter().map(|member| member.shape).collect();
        assert!(wide.contains(&Shape::Named("Code".to_owned())) && wide.contains(&Shape::Named("Level".to_owned())));
        assert_eq!(shape(json!({ "type": "object", "properties": {} })).wide_table(), None);
    }
}
