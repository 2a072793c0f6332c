//! Results for Python: the file with its classes, and how names, types and descriptions are written.

use std::collections::{BTreeMap, BTreeSet};

use super::python_class::Writer;
use super::shape::{Shape, Table, Type, Way};
use super::{camel, wrapped};

/// How wide a line may be.
pub const WIDTH: usize = 120;

/// The file of results.
pub fn text(types: &[Type]) -> String {
    let types: Vec<&Type> = types.iter().filter(|one| one.way != Way::In).collect();
    let kinds: BTreeMap<&str, Kind> = types.iter().map(|one| (one.name.as_str(), Kind::of(&one.shape))).collect();
    let (mut aliases, mut classes, mut names) = (String::new(), String::new(), Vec::new());
    let mut variant_names = Vec::new();
    let mut writer = Writer::new(&kinds);
    for one in &types {
        names.push(one.name.as_str());
        match one.shape.tables() {
            Some(tables) => match variants(&one.name, &tables) {
                Some(variants) => {
                    variants.iter().for_each(|variant| classes.push_str(&writer.variant(variant)));
                    let all: Vec<&str> = variants.iter().map(|variant| variant.name.as_str()).collect();
                    classes.push('\n');
                    classes.push_str(&alias(&one.name, &all.join(" | "), &about(one)));
                    variant_names.extend(variants.into_iter().map(|variant| variant.name));
                }
                None => classes.push_str(&writer.class(one, &tables)),
            },
            None => aliases.push_str(&alias(&one.name, &raw(&one.shape, &kinds), &about(one))),
        }
    }
    names.extend(variant_names.iter().map(String::as_str));
    names.sort_unstable();
    let typing = ["Any", "ClassVar", "Literal", "TypeAlias"]
        .into_iter()
        .filter(|name| aliases.contains(name) || classes.contains(name));
    let typing: Vec<&str> = typing.collect();
    let used: Vec<&str> = writer.used.iter().copied().chain(["Result", "member"]).collect();
    let (constants, others): (Vec<&str>, Vec<&str>) =
        used.iter().partition(|name| name.chars().all(char::is_uppercase));
    let mut others = others;
    others.sort_unstable();
    let imports: Vec<&str> = constants.into_iter().chain(others).collect();
    format!(
        "\"\"\"The results as classes, by the names that they have in Rust.\n\n\
         Written by `cargo xtask generate types` from `bindings/types.schema.json`: change the Rust types instead.\n\"\"\"\n\n\
         # The texts are those of the domain, and types may be asked for at run time.\n\
         # ruff: noqa: RUF001, TC003\n\n\
         from __future__ import annotations\n\nimport datetime\nfrom decimal import Decimal\nfrom typing import {}\n\n\
         from smarketing._base import (\n{})\n\n__all__ = [\n{}]\n{aliases}{classes}",
        typing.join(", "),
        lines(&imports),
        lines(&names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>()),
    )
}

fn lines<T: AsRef<str>>(items: &[T]) -> String {
    items.iter().map(|item| format!("    {},\n", item.as_ref())).collect()
}

/// What a definition is in Python.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Class,
    Words,
    /// Anything else, as it is decoded.
    Raw,
}

impl Kind {
    pub fn of(shape: &Shape) -> Self {
        match shape {
            Shape::Words(_) => Self::Words,
            shape if shape.tables().is_some() => Self::Class,
            _ => Self::Raw,
        }
    }
}

/// An alias with its description below.
pub fn alias(name: &str, kind: &str, about: &str) -> String {
    let mut out = format!("\n{name}: TypeAlias = {kind}\n");
    if out.trim().chars().count() > WIDTH {
        out = format!("\n{name}: TypeAlias = {}\n", broken(kind));
    }
    out.push_str(&docstring(about, 0));
    out
}

/// A type that is too long for a line: a list of words, or a union.
fn broken(kind: &str) -> String {
    match kind.strip_prefix("Literal[").and_then(|words| words.strip_suffix(']')) {
        Some(words) => format!("Literal[\n{}]", lines(&words.split(", ").collect::<Vec<_>>())),
        None if kind.starts_with('"') => format!("(\n    {}\n)", kind.replace(" | ", " \"\n    \"| ")),
        None if kind.chars().count() + 4 <= WIDTH => format!("(\n    {kind}\n)"),
        None => format!("(\n    {}\n)", kind.replace(" | ", "\n    | ")),
    }
}

/// A docstring, or none.
pub fn docstring(text: &str, depth: usize) -> String {
    let indent = "    ".repeat(depth);
    if text.is_empty() {
        return String::new();
    }
    let text = text.replace('\\', "\\\\").replace("\"\"\"", "'''");
    let text = if text.ends_with('"') { format!("{text} ") } else { text };
    if !text.contains('\n') && indent.len() + text.chars().count() + 6 <= WIDTH {
        return format!("{indent}\"\"\"{text}\"\"\"\n");
    }
    // The first line stands for the whole wherever there is little room.
    let first = text.split("\n").next().unwrap_or_default();
    let whole = first.ends_with('.') && first.len() + indent.len() + 6 <= WIDTH;
    let text = match first.split_once(". ").filter(|(sentence, _)| !whole && sentence.len() < 100) {
        Some((sentence, _)) => text.replacen(&format!("{sentence}. "), &format!("{sentence}.\n\n"), 1),
        None => text,
    };
    let all = wrapped(&text, WIDTH - indent.len() - 3);
    let body: String = all.iter().skip(1).map(|line| format!("{indent}{line}").trim_end().to_owned() + "\n").collect();
    format!("{indent}\"\"\"{}\n{body}{indent}\"\"\"\n", all.first().map(String::as_str).unwrap_or_default())
}

/// The description of a type, with its words or its variants.
pub fn about(one: &Type) -> String {
    let items: Vec<(String, String)> = match &one.shape {
        Shape::Words(words) => words.clone(),
        Shape::Union(variants) => variants.iter().filter_map(tagged).collect(),
        _ => Vec::new(),
    };
    if items.is_empty() || items.iter().all(|(_, about)| about.is_empty()) {
        return one.about.clone();
    }
    let items: Vec<String> = items.iter().map(|(word, about)| format!("- `{word}`: {about}")).collect();
    format!("{}\n\n{}", one.about, items.join("\n"))
}

/// A variant of a union that is told by a tag.
pub struct Variant<'t> {
    pub name: String,
    /// The tag's key and word.
    pub tag: (&'t str, &'t str),
    pub table: &'t Table,
}

/// The variants of a union that are told by one tag; none where it is no such union.
fn variants<'t>(name: &str, tables: &[&'t Table]) -> Option<Vec<Variant<'t>>> {
    let tag_of = |table: &'t Table| {
        table.members.iter().find_map(|member| match &member.shape {
            Shape::Const(value) => Some((member.key.as_str(), value.as_str()?)),
            _ => None,
        })
    };
    let variant = |table: &&'t Table| {
        let tag = tag_of(table)?;
        Some(Variant { name: format!("{name}{}", camel(tag.1)), tag, table })
    };
    let variants: Vec<Variant<'t>> = tables.iter().map(variant).collect::<Option<_>>()?;
    let words: BTreeSet<&str> = variants.iter().map(|variant| variant.tag.1).collect();
    (variants.len() > 1 && words.len() == variants.len()).then_some(variants)
}

/// The tag of a variant, and what it means.
fn tagged(variant: &Shape) -> Option<(String, String)> {
    let Shape::Table(table) = variant else { return None };
    tag(table).map(|tag| (tag.to_owned(), table.about.clone()))
}

/// The word by which a variant is told from others.
pub fn tag(table: &Table) -> Option<&str> {
    table.members.iter().find_map(|member| match &member.shape {
        Shape::Const(value) => value.as_str(),
        _ => None,
    })
}

/// Words of Python, and of the classes themselves, that no attribute can be named.
const TAKEN: [&str; 46] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "one", "many", "table", "member",
    "either", "to_dict", "to_json", "str", "list", "dict", "datetime",
];

/// The attribute of a key.
pub fn attribute(key: &str) -> String {
    if TAKEN.contains(&key) { format!("{key}_") } else { key.to_owned() }
}

/// Whether a key cannot be an attribute's name.
pub fn is_keyword(key: &str) -> bool {
    TAKEN.iter().take(35).any(|taken| *taken == key)
}

/// What is decoded of a shape, when nothing converts it.
fn raw(shape: &Shape, kinds: &BTreeMap<&str, Kind>) -> String {
    match shape {
        Shape::Any => "Any".to_owned(),
        Shape::Null => "None".to_owned(),
        Shape::Boolean => "bool".to_owned(),
        Shape::Whole => "int".to_owned(),
        Shape::Number => "float".to_owned(),
        Shape::Text(_) => "str".to_owned(),
        Shape::Const(value) => format!("Literal[{value}]"),
        Shape::Words(words) => literal(words.iter().map(|(word, _)| word.as_str())),
        Shape::List(_) | Shape::Tuple(_) => "list[Any]".to_owned(),
        Shape::Map(value) => match raw(value, kinds) {
            value if value.contains("Any") => "dict[str, Any]".to_owned(),
            value => format!("dict[str, {value}]"),
        },
        Shape::Table(_) => "dict[str, Any]".to_owned(),
        Shape::Union(variants) => {
            let mut parts: Vec<String> = Vec::new();
            for part in variants.iter().map(|variant| raw(variant, kinds)) {
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
            if parts.iter().any(|part| part == "Any") { "Any".to_owned() } else { parts.join(" | ") }
        }
        Shape::Named(name) | Shape::Narrowed(name, _) => match kinds.get(name.as_str()) {
            Some(Kind::Class) => "dict[str, Any]".to_owned(),
            Some(Kind::Words) => "str".to_owned(),
            _ => "Any".to_owned(),
        },
    }
}

/// A type of these words.
pub fn literal<'w>(words: impl Iterator<Item = &'w str>) -> String {
    format!("Literal[{}]", words.map(|word| format!("{word:?}")).collect::<Vec<_>>().join(", "))
}
