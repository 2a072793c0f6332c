//! A class for Python: the members of a result, each with the converter that gives it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::python::{Kind, Variant, WIDTH, about, attribute, docstring, literal};
use super::shape::{Member, Shape, Table, Text, Type};
use super::wrapped;

/// A type and the converter that gives it.
type Converted = (String, String);

/// Writes classes, and keeps in mind which converters they use.
pub struct Writer<'t> {
    kinds: &'t BTreeMap<&'t str, Kind>,
    pub used: BTreeSet<&'static str>,
}

impl<'t> Writer<'t> {
    pub fn new(kinds: &'t BTreeMap<&'t str, Kind>) -> Self {
        Self { kinds, used: BTreeSet::new() }
    }

    /// The class of a result, with the members that its variants have.
    pub fn class(&mut self, one: &Type, tables: &[&Table]) -> String {
        let head = format!("\n\nclass {}(Result):\n{}", one.name, docstring(&about(one), 1));
        head + &self.members(tables)
    }

    /// The class of a variant, which is told from the others by its tag.
    pub fn variant(&mut self, variant: &Variant<'_>) -> String {
        let (key, word) = variant.tag;
        let about = if variant.table.about.is_empty() { "One of several." } else { &variant.table.about };
        let tag = format!("\n    __tag__: ClassVar[tuple[str, str]] = ({key:?}, {word:?})\n");
        let head = format!("\n\nclass {}(Result):\n{}{tag}", variant.name, docstring(about, 1));
        head + &self.members(&[variant.table])
    }

    fn members(&mut self, tables: &[&Table]) -> String {
        let mut out = String::new();
        let mut keys: Vec<&str> = Vec::new();
        for member in tables.iter().flat_map(|table| &table.members) {
            if !keys.contains(&member.key.as_str()) {
                keys.push(&member.key);
            }
        }
        if !keys.is_empty() {
            out.push('\n');
        }
        for key in keys {
            let found: Vec<&Member> =
                tables.iter().filter_map(|table| table.members.iter().find(|member| member.key == key)).collect();
            out.push_str(&self.member(key, &found, found.len() == tables.len()));
        }
        out
    }

    /// A member that one or several variants have.
    fn member(&mut self, key: &str, found: &[&Member], everywhere: bool) -> String {
        let (mut kinds, mut converters, mut abouts): (Vec<String>, Vec<String>, Vec<&str>) = Default::default();
        let mut words = Vec::new();
        for member in found {
            if let Shape::Const(Value::String(word)) = &member.shape {
                words.push(word.as_str());
                continue;
            }
            let (kind, converter) = self.converted(&member.shape);
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
            if !converters.contains(&converter) {
                converters.push(converter);
            }
            if !member.about.is_empty() && !abouts.contains(&member.about.as_str()) {
                abouts.push(&member.about);
            }
        }
        if !words.is_empty() {
            self.used.insert("TEXT");
            kinds.push(literal(words.into_iter()));
            converters.push("TEXT".to_owned());
            abouts.push("Which of them it is.");
        }
        if converters.len() > 1 {
            self.used.insert("ANY");
            (kinds, converters) = (vec!["Any".to_owned()], vec!["ANY".to_owned()]);
        }
        let required = everywhere && found.iter().all(|member| member.required);
        let absent = found.iter().find_map(|member| member.absent.as_ref());
        // What stands for absence holds where every variant has the key; an empty list does no harm anywhere.
        let absent = absent.filter(|absent| !required && (everywhere || absent.is_array() || absent.is_object()));
        let nullable = found.iter().any(|member| nullable(&member.shape));
        let mut kind = kinds.join(" | ");
        if (!required && absent.is_none() || nullable) && kind != "Any" {
            kind.push_str(" | None");
        }
        let absent = absent.map(|absent| match absent.to_string().as_str() {
            "[]" => "list".to_owned(),
            "{}" => "dict".to_owned(),
            "true" => "lambda: True".to_owned(),
            "false" => "bool".to_owned(),
            _ => "int".to_owned(),
        });
        let converter = converters.into_iter().next().unwrap_or_default();
        call(
            &format!("    {}: {kind} = member(", attribute(key)),
            key,
            &converter,
            &abouts.join(" / "),
            absent.as_deref(),
        )
    }

    fn constant(&mut self, kind: &str, converter: &'static str) -> Converted {
        self.used.insert(converter);
        (kind.to_owned(), converter.to_owned())
    }

    fn around(&mut self, name: &'static str, inner: &str) -> String {
        self.used.insert(name);
        format!("{name}({inner})")
    }

    fn converted(&mut self, shape: &Shape) -> Converted {
        match shape {
            Shape::Boolean => self.constant("bool", "BOOLEAN"),
            Shape::Whole | Shape::Const(Value::Number(_)) => self.constant("int", "WHOLE"),
            Shape::Number => self.constant("float", "NUMBER"),
            Shape::Text(Text::Plain) => self.constant("str", "TEXT"),
            Shape::Text(Text::Decimal) => self.constant("Decimal", "DECIMAL"),
            Shape::Text(Text::Instant) => self.constant("datetime.datetime", "INSTANT"),
            Shape::Text(Text::Date) => self.constant("datetime.date", "DATE"),
            Shape::Text(Text::Month) => self.constant("str", "MONTH"),
            Shape::Text(Text::Span) => self.constant("datetime.timedelta", "DURATION"),
            Shape::Words(words) => {
                let kind = literal(words.iter().map(|(word, _)| word.as_str()));
                self.constant(&kind, "TEXT")
            }
            Shape::List(item) => {
                let (kind, converter) = self.converted(item);
                (format!("list[{kind}]"), self.around("many", &converter))
            }
            Shape::Map(value) => {
                let (kind, converter) = self.converted(value);
                (format!("dict[str, {kind}]"), self.around("table", &converter))
            }
            Shape::Named(name) | Shape::Narrowed(name, _) => match self.kinds.get(name.as_str()) {
                Some(Kind::Class) => (name.clone(), self.around("one", &format!("lambda: {name}"))),
                Some(Kind::Words) => self.constant(name, "TEXT"),
                _ => self.constant(name, "ANY"),
            },
            Shape::Union(variants) => self.union(variants),
            Shape::Any | Shape::Null | Shape::Const(_) | Shape::Tuple(_) | Shape::Table(_) => {
                self.constant("Any", "ANY")
            }
        }
    }

    fn union(&mut self, variants: &[Shape]) -> Converted {
        let variants: Vec<&Shape> = variants.iter().filter(|variant| !matches!(variant, Shape::Null)).collect();
        match variants.as_slice() {
            [one] => self.converted(one),
            // A number that is written as a text where a double does not hold it.
            [first @ Shape::Number, Shape::Text(_)] | [first @ Shape::Text(Text::Decimal), Shape::Number] => {
                self.converted(first)
            }
            [Shape::Union(inner), other] if matches!(other, Shape::Map(_)) => {
                let (one, first) = self.union(inner);
                self.either((one, first), other)
            }
            [first, other] if is_table(other, self.kinds) && !is_table(first, self.kinds) => {
                let first = self.converted(first);
                self.either(first, other)
            }
            _ => self.constant("Any", "ANY"),
        }
    }

    /// The first, or a table in its place.
    fn either(&mut self, (kind, first): Converted, other: &Shape) -> Converted {
        let (table, second) = self.converted(other);
        (format!("{kind} | {table}"), self.around("either", &format!("{first}, {second}")))
    }
}

fn nullable(shape: &Shape) -> bool {
    matches!(shape, Shape::Union(variants) if variants.iter().any(|variant| matches!(variant, Shape::Null)))
}

fn is_table(shape: &Shape, kinds: &BTreeMap<&str, Kind>) -> bool {
    match shape {
        Shape::Map(_) => true,
        Shape::Named(name) | Shape::Narrowed(name, _) => kinds.get(name.as_str()) == Some(&Kind::Class),
        _ => false,
    }
}

/// A call of `member`, broken as the formatter breaks it.
fn call(head: &str, key: &str, converter: &str, about: &str, absent: Option<&str>) -> String {
    let about = about.replace('\n', " ");
    // The quotes that need no escape.
    let quote = if about.contains('"') && !about.contains('\'') { '\'' } else { '"' };
    let about = about.replace('\\', "\\\\");
    let about_text = if quote == '"' { format!("\"{}\"", about.replace('"', "\\\"")) } else { format!("'{about}'") };
    let mut arguments = vec![format!("{key:?}"), converter.to_owned(), about_text];
    arguments.extend(absent.map(str::to_owned));
    let line = arguments.join(", ");
    if let Some((name, words)) = head.split_once(": Literal[").filter(|_| head.chars().count() > WIDTH) {
        let (words, end) = words.rsplit_once(']').unwrap_or((words, ""));
        let words: String = words.split(", ").map(|word| format!("        {word},\n")).collect();
        return format!("{name}: Literal[\n{words}    ]{end}{line})\n");
    }
    if head.chars().count() + line.chars().count() < WIDTH {
        return format!("{head}{line})\n");
    }
    if line.chars().count() + 8 <= WIDTH {
        return format!("{head}\n        {line}\n    )\n");
    }
    let mut out = format!("{head}\n");
    for argument in arguments {
        if argument.chars().count() + 9 <= WIDTH {
            out.push_str(&format!("        {argument},\n"));
            continue;
        }
        let parts = wrapped(argument.trim_matches(quote), WIDTH - 12);
        for (at, part) in parts.iter().enumerate() {
            let last = at + 1 == parts.len();
            out.push_str(&format!(
                "        {quote}{part}{}{quote}{}\n",
                if last { "" } else { " " },
                if last { "," } else { "" }
            ));
        }
    }
    out.push_str("    )\n");
    out
}
