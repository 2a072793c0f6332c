//! Typed dictionaries for Python: everything that is given.

use std::collections::{BTreeMap, BTreeSet};

use super::camel;
use super::python::{Kind, WIDTH, about, alias, docstring, is_keyword, literal, tag};
use super::shape::{Member, Shape, Table, Text, Type, Way};

/// The file of inputs.
pub fn text(types: &[Type]) -> String {
    let given: Vec<&Type> = types.iter().filter(|one| one.way != Way::Out).collect();
    let known: BTreeMap<&str, Known> = given
        .iter()
        .map(|one| (one.name.as_str(), Known { kind: Kind::of(&one.shape), is_result: one.way == Way::Both }))
        .collect();
    let writer = Writer { known: &known };
    let (mut aliases, mut tables, mut names) = (String::new(), String::new(), Vec::new());
    let mut imported = BTreeSet::new();
    for one in &given {
        if one.way == Way::Both && matches!(one.shape, Shape::Words(_)) {
            imported.insert(one.name.as_str());
            continue;
        }
        names.push(one.name.clone());
        match (&one.shape, one.shape.tables()) {
            (Shape::Table(table), Some(_)) => tables.push_str(&writer.table(&one.name, &about(one), table)),
            (shape, Some(variants)) => {
                if let Some(table) = shape.wide_table() {
                    tables.push_str(&writer.table(&one.name, &about(one), &table));
                    continue;
                }
                let variant_names = variants_of(&one.name, &variants);
                for (name, table) in variant_names.iter().zip(&variants) {
                    tables.push_str(&writer.table(name, &table.about, table));
                }
                tables.push('\n');
                tables.push_str(&alias(&one.name, &variant_names.join(" | "), &about(one)));
                names.extend(variant_names);
            }
            (Shape::Table(table), None) => {
                let keys: Vec<String> =
                    table.members.iter().map(|member| format!("- `{}`: {}", member.key, member.about)).collect();
                let about = format!("{}\n\n{}", one.about, keys.join("\n"));
                aliases.push_str(&alias(&one.name, "Mapping[str, Any]", &about));
            }
            (shape, _) => {
                let mut kind = writer.written(shape);
                if one.name == "Value" {
                    kind.push_str(" | datetime.date");
                }
                let plain = matches!(shape, Shape::Words(_));
                aliases.push_str(&alias(&one.name, &if plain { kind } else { quoted(&kind) }, &about(one)));
            }
        }
    }
    names.sort_unstable();
    let text = format!("{aliases}{tables}");
    let words: BTreeSet<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
    imported.retain(|name| words.contains(name));
    let typing = ["Any", "Literal", "Required", "TypeAlias", "TypedDict"];
    let typing: Vec<&str> = typing.into_iter().filter(|name| text.contains(name)).collect();
    format!(
        "\"\"\"What is given to the library, as typed dictionaries by the names that the types have in Rust.\n\n\
         A mapping, a dataclass or a result with the same members does as well. Written by `cargo xtask generate types`\n\
         from `bindings/types.schema.json`: change the Rust types instead.\n\"\"\"\n\n\
         # The texts are those of the domain, and types may be asked for at run time.\n\
         # ruff: noqa: RUF001, TC001, TC003\n\n\
         from __future__ import annotations\n\nimport datetime\nfrom collections.abc import Mapping, Sequence\n\
         from decimal import Decimal\nfrom typing import {}\n\nfrom smarketing import results\nfrom smarketing.results import (\n{})\n\n\
         __all__ = [\n{}]\n\nNumber: TypeAlias = \"Decimal | float | str\"\n\
         \"\"\"A number: exact as `Decimal` or as text.\"\"\"\n\nInstant: TypeAlias = \"datetime.datetime | str\"\n\
         \"\"\"An instant: aware, or text with an offset from UTC.\"\"\"\n\n\
         Rate: TypeAlias = \"Number | RateCounts | results.RateCounts\"\n\
         \"\"\"A share between 0 and 1: a number, the counts that it comes from, or text such as `41 of 190`.\"\"\"\n{aliases}{tables}",
        typing.join(", "),
        imported.iter().map(|name| format!("    {name},\n")).collect::<String>(),
        names.iter().map(|name| format!("    \"{name}\",\n")).collect::<String>(),
    )
}

fn quoted(kind: &str) -> String {
    format!("{kind:?}").replace("\\\"", "'")
}

const RATE_COUNTS: &str = "RateCounts | results.RateCounts";

/// What is known of a definition.
struct Known {
    kind: Kind,
    /// Whether results are of it too, so that one of them may be given back.
    is_result: bool,
}

/// The names of a union's variants: by their tags, else by the keys that tell them apart.
fn variants_of(name: &str, variants: &[&Table]) -> Vec<String> {
    let common = |key: &str| variants.iter().all(|table| table.members.iter().any(|member| member.key == key));
    let own = |table: &Table| -> String {
        let keys = table.members.iter().filter(|member| member.required && !common(&member.key));
        keys.map(|member| camel(&member.key)).collect()
    };
    variants.iter().map(|table| format!("{name}{}", tag(table).map_or_else(|| own(table), camel))).collect()
}

struct Writer<'t> {
    known: &'t BTreeMap<&'t str, Known>,
}

impl Writer<'_> {
    fn table(&self, name: &str, about: &str, table: &Table) -> String {
        let total = table.members.iter().all(Member::is_needed);
        let none = table.members.iter().all(|member| !member.is_needed());
        let kind = |required: bool, shape: &Shape| {
            let kind = self.written(shape);
            if required && !total && !none { format!("Required[{kind}]") } else { kind }
        };
        if table.members.iter().any(|member| is_keyword(&member.key)) {
            let mut out = format!("\n{name} = TypedDict(\n    \"{name}\",\n    {{\n");
            for member in &table.members {
                for line in super::wrapped(&member.about.replace('\n', " "), WIDTH - 10) {
                    out.push_str(&format!("        # {line}\n"));
                }
                out.push_str(&format!(
                    "        {:?}: {},\n",
                    member.key,
                    quoted(&kind(member.is_needed(), &member.shape))
                ));
            }
            out.push_str(if total { "    },\n)\n" } else { "    },\n    total=False,\n)\n" });
            out.push_str(&docstring(about, 0));
            return format!("\n{out}");
        }
        let totality = if total { "" } else { ", total=False" };
        let mut out = format!("\n\nclass {name}(TypedDict{totality}):\n{}", docstring(about, 1));
        if table.members.is_empty() && about.is_empty() {
            out.push_str("    pass\n");
        }
        for member in &table.members {
            out.push_str(&format!("\n    {}: {}\n", member.key, kind(member.is_needed(), &member.shape)));
            out.push_str(&docstring(&member.about, 1));
        }
        out
    }

    /// The parts of a union, each once.
    fn parts(&self, shape: &Shape) -> Vec<String> {
        let Shape::Union(variants) = shape else { return vec![self.written(shape)] };
        let mut parts = Vec::new();
        for part in variants.iter().flat_map(|variant| self.parts(variant)) {
            // A number may be a text already.
            let known = parts.contains(&part) || part == "str" && parts.iter().any(|part| part == "Number");
            if !known {
                parts.push(part);
            }
        }
        if parts == ["Number", RATE_COUNTS] { vec!["Rate".to_owned()] } else { parts }
    }

    fn written(&self, shape: &Shape) -> String {
        match shape {
            Shape::Any => "Any".to_owned(),
            Shape::Null => "None".to_owned(),
            Shape::Boolean => "bool".to_owned(),
            Shape::Whole => "int".to_owned(),
            Shape::Number | Shape::Text(Text::Decimal) => "Number".to_owned(),
            Shape::Text(Text::Instant) => "Instant".to_owned(),
            Shape::Text(Text::Date) => "datetime.date | str".to_owned(),
            Shape::Text(Text::Plain | Text::Month | Text::Span) => "str".to_owned(),
            Shape::Const(value) => format!("Literal[{value}]"),
            Shape::Words(words) => literal(words.iter().map(|(word, _)| word.as_str())),
            Shape::List(item) => format!("Sequence[{}]", self.written(item)),
            Shape::Tuple(_) => "Sequence[Any]".to_owned(),
            Shape::Map(value) => format!("Mapping[str, {}]", self.written(value)),
            Shape::Table(_) => "Mapping[str, Any]".to_owned(),
            Shape::Union(_) => self.parts(shape).join(" | "),
            Shape::Named(name) | Shape::Narrowed(name, _) => match self.known.get(name.as_str()) {
                Some(Known { kind: Kind::Class, is_result: true }) => format!("{name} | results.{name}"),
                _ => name.clone(),
            },
        }
    }
}
