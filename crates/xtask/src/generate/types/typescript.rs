//! Declarations for TypeScript: types as they are answered, and as they may be given.

use std::collections::BTreeSet;

use super::shape::{Member, Shape, Table, Text, Type, Way};
use super::wrapped;

/// What the types stand on, written by hand.
const HEAD: &str = include_str!("typescript_head.d.ts");

/// How wide a line may be.
const WIDTH: usize = 120;

/// The name of a type as it may be given.
pub fn given_name(name: &str) -> String {
    format!("{name}Input")
}

/// All types.
pub fn text(types: &[Type]) -> String {
    let wider = wider(types);
    let [answered, given] = [Writer { wider: None }, Writer { wider: Some(&wider) }];
    let mut out = HEAD.to_owned();
    for one in types {
        out.push_str(&if one.way == Way::In { &given } else { &answered }.definition(one, &one.name));
        if one.way == Way::Both && wider.contains(&one.name) && !has_own(types, &one.name) {
            out.push_str(&given.definition(one, &given_name(&one.name)));
        }
    }
    out
}

/// Whether documents have a form of their own for a type.
fn has_own(types: &[Type], name: &str) -> bool {
    let given = given_name(name);
    types.iter().any(|one| one.name == given)
}

/// The types of results that may be more when they are given.
pub fn wider(types: &[Type]) -> BTreeSet<String> {
    let names = types.iter().map(|one| one.name.clone());
    let mut wider: BTreeSet<String> = names.filter(|name| has_own(types, name)).collect();
    loop {
        let both = types.iter().filter(|one| one.way == Way::Both && !wider.contains(&one.name));
        let more: Vec<String> = both.filter(|one| differs(&one.shape, &wider)).map(|one| one.name.clone()).collect();
        if more.is_empty() {
            return wider;
        }
        wider.extend(more);
    }
}

fn differs(shape: &Shape, wider: &BTreeSet<String>) -> bool {
    match shape {
        Shape::Any | Shape::Null | Shape::Boolean | Shape::Const(_) | Shape::Words(_) => false,
        Shape::Text(text) => *text != Text::Plain,
        Shape::Union(variants) => variants.iter().any(|variant| differs(variant, wider)),
        Shape::Named(name) | Shape::Narrowed(name, _) => wider.contains(name),
        _ => true,
    }
}

/// Writes types as they are answered; or as they may be given, where it knows which of them may be more.
struct Writer<'t> {
    wider: Option<&'t BTreeSet<String>>,
}

impl Writer<'_> {
    fn definition(&self, one: &Type, name: &str) -> String {
        let mut out = format!("\n{}", comment(&about(one), 0));
        match &one.shape {
            Shape::Table(table) => {
                let base = if self.has_facts(table) { " extends Facts" } else { "" };
                out.push_str(&format!("export interface {name}{base} {}\n", self.body(table, 0)));
            }
            Shape::Union(variants) if variants.iter().any(|variant| matches!(variant, Shape::Table(_))) => {
                out.push_str(&format!("export type {name} ="));
                for variant in variants {
                    out.push('\n');
                    if let Shape::Table(table) = variant {
                        out.push_str(&comment(&table.about, 1));
                    }
                    out.push_str(&format!("  | {}", self.written(variant, 1)));
                }
                out.push_str(";\n");
            }
            shape => {
                // Texts of facts may be dates.
                let dates =
                    if self.is_given() && one.name == "Value" { " | Date | InstantLike | DateLike" } else { "" };
                let line = format!("export type {name} = {}{dates};\n", self.written(shape, 0));
                let fits = line.lines().all(|line| line.chars().count() <= WIDTH);
                out.push_str(&if fits { line } else { broken(&line) });
            }
        }
        out
    }

    const fn is_given(&self) -> bool {
        self.wider.is_some()
    }

    /// Whether other keys than those that are known are facts, which may be of any type when they are given.
    fn has_facts(&self, table: &Table) -> bool {
        self.is_given() && table.others.as_deref().is_some_and(are_facts)
    }

    fn body(&self, table: &Table, depth: usize) -> String {
        let indent = "  ".repeat(depth + 1);
        let mut out = "{\n".to_owned();
        for member in &table.members {
            out.push_str(&comment(&member.about, depth + 1));
            // What may be left out may be null, where null is no value of another key.
            let absent =
                if table.others.is_some() && !self.has_facts(table) { "undefined" } else { "null | undefined" };
            out.push_str(&self.member(member, absent, depth + 1));
        }
        if let Some(others) = table.others.as_deref().filter(|_| !self.has_facts(table)) {
            // Every named key must fit the signature of all keys, absent ones too.
            let mut shapes = self.union_of(others, depth + 1);
            for shape in table.members.iter().flat_map(|member| self.union_of(&member.shape, depth + 1)) {
                if !shapes.contains(&shape) {
                    shapes.push(shape);
                }
            }
            if (self.is_given() || !table.members.is_empty()) && !shapes.contains(&"undefined".to_owned()) {
                shapes.push("undefined".to_owned());
            }
            out.push_str(&format!("{indent}{}[key: string]: {};\n", self.fixed(), shapes.join(" | ")));
        }
        out.push_str(&"  ".repeat(depth));
        out.push('}');
        out
    }

    fn member(&self, member: &Member, absent: &str, depth: usize) -> String {
        let indent = "  ".repeat(depth);
        let is_needed = if self.is_given() { member.is_needed() } else { member.required };
        let mark = if is_needed { "" } else { "?" };
        let absent = if self.is_given() && !is_needed { format!(" | {absent}") } else { String::new() };
        let shape = self.written(&member.shape, depth);
        let line = format!("{indent}{}{}{mark}: {shape}{absent};\n", self.fixed(), key(&member.key));
        let is_narrowed = matches!(member.shape, Shape::Narrowed(..)) && line.chars().count() > WIDTH;
        if is_narrowed { line.replacen(": ", ": | ", 1).replace(" | ", &format!("\n{indent}  | ")) } else { line }
    }

    /// What is given is not changed.
    const fn fixed(&self) -> &'static str {
        if self.is_given() { "readonly " } else { "" }
    }

    /// The parts of a union, each once.
    fn union_of(&self, shape: &Shape, depth: usize) -> Vec<String> {
        let Shape::Union(variants) = shape else { return vec![self.written(shape, depth)] };
        let mut parts: Vec<String> = Vec::new();
        for part in variants.iter().flat_map(|variant| self.union_of(variant, depth)) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        if parts.iter().any(|part| part == "string") {
            let exact = |part: String| if part == "Numeric" { "number | bigint".to_owned() } else { part };
            parts = parts.into_iter().map(exact).collect();
        }
        parts
    }

    fn written(&self, shape: &Shape, depth: usize) -> String {
        let text = |answered: &str, given: &str| if self.is_given() { given } else { answered }.to_owned();
        match shape {
            Shape::Any => "unknown".to_owned(),
            Shape::Null => "null".to_owned(),
            Shape::Boolean => "boolean".to_owned(),
            Shape::Whole | Shape::Number => text("number", "Numeric"),
            Shape::Text(Text::Plain) => "string".to_owned(),
            Shape::Text(Text::Decimal) => text("DecimalText", "Numeric"),
            Shape::Text(Text::Instant) => text("InstantText", "Instant"),
            Shape::Text(Text::Date) => text("DateText", "CalendarDate"),
            Shape::Text(Text::Month) => text("MonthText", "CalendarMonth"),
            Shape::Text(Text::Span) => "DurationText".to_owned(),
            Shape::Const(value) => value.to_string(),
            Shape::Words(words) => words.iter().map(|(word, _)| format!("{word:?}")).collect::<Vec<_>>().join(" | "),
            Shape::List(item) => {
                let text = self.written(item, depth);
                let item = if text.contains(" | ") { format!("({text})") } else { text };
                format!("{}{item}[]", self.fixed())
            }
            Shape::Tuple(items) => {
                let items: Vec<String> = items.iter().map(|item| self.written(item, depth)).collect();
                format!("{}[{}]", self.fixed(), items.join(", "))
            }
            Shape::Map(value) if self.is_given() && are_facts(value) => "Facts".to_owned(),
            Shape::Map(value) if self.is_given() => {
                format!("{{ readonly [key: string]: {} | undefined }}", self.written(value, depth))
            }
            Shape::Map(value) => format!("Record<string, {}>", self.written(value, depth)),
            Shape::Table(table) => self.body(table, depth),
            Shape::Union(_) => self.union_of(shape, depth).join(" | "),
            Shape::Named(name) if self.wider.is_some_and(|wider| wider.contains(name)) => given_name(name),
            Shape::Named(name) => name.clone(),
            Shape::Narrowed(_, part) => self.written(part, depth),
        }
    }
}

fn are_facts(shape: &Shape) -> bool {
    matches!(shape, Shape::Named(name) if name == "Fact" || name == "Value")
}

/// A union that is too long for a line.
fn broken(line: &str) -> String {
    line.replacen(" = ", " = | ", 1).replace(" | ", "\n  | ").replace(" = \n", " =\n").replace(" =\n  | \n", " =\n")
}

/// The description of a type, with the words that it may be.
fn about(one: &Type) -> String {
    let Shape::Words(words) = &one.shape else { return one.about.clone() };
    if words.iter().all(|(_, about)| about.is_empty()) {
        return one.about.clone();
    }
    let words: Vec<String> = words.iter().map(|(word, about)| format!("- `{word}`: {about}")).collect();
    format!("{}\n\n{}", one.about, words.join("\n"))
}

fn comment(text: &str, depth: usize) -> String {
    let indent = "  ".repeat(depth);
    let text = text.replace("*/", "* /");
    if text.is_empty() {
        return String::new();
    }
    if !text.contains('\n') && indent.len() + text.chars().count() + 8 <= WIDTH {
        return format!("{indent}/** {text} */\n");
    }
    let lines: String = wrapped(&text, WIDTH - indent.len() - 3)
        .iter()
        .map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n")
        .collect();
    format!("{indent}/**\n{lines}{indent} */\n")
}

fn key(key: &str) -> String {
    let plain = key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if plain && !key.starts_with(|first: char| first.is_ascii_digit()) { key.to_owned() } else { format!("{key:?}") }
}
