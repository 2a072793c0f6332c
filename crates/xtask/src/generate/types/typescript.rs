//! Declarations for TypeScript.

use super::shape::{Shape, Table, Text, Type};
use super::wrapped;

const HEAD: &str = "\
// The types that cross the border, by the names that they have in Rust. Written by
// `cargo xtask generate types` from `bindings/types.schema.json`: change the Rust types instead.

/** A decimal number as text, to the last digit: `\"12000.50\"`. */
export type DecimalText = string;
/** An instant as text, in UTC: `\"2026-11-02T10:00:00Z\"`. */
export type InstantText = string;
/** A date as text: `\"2026-11-02\"`. */
export type DateText = string;
/** A month as text: `\"2026-11\"`. */
export type MonthText = string;
/** A span of time as text of ISO 8601, which is negative when a deadline has passed: `\"-PT4H30M\"`. */
export type DurationText = string;
";

/// How wide a line may be.
const WIDTH: usize = 120;

/// All types.
pub fn text(types: &[Type]) -> String {
    let mut out = HEAD.to_owned();
    for one in types {
        out.push('\n');
        out.push_str(&comment(&about(one), 0));
        match &one.shape {
            Shape::Table(table) => {
                out.push_str(&format!("export interface {} {}\n", one.name, body(table, 0)));
            }
            Shape::Union(variants) if variants.iter().any(|variant| matches!(variant, Shape::Table(_))) => {
                out.push_str(&format!("export type {} =", one.name));
                for variant in variants {
                    out.push('\n');
                    if let Shape::Table(table) = variant {
                        out.push_str(&comment(&table.about, 1));
                    }
                    out.push_str(&format!("  | {}", written(variant, 1)));
                }
                out.push_str(
                    ";
",
                );
            }
            shape => {
                let shape = written(shape, 0);
                let line = format!("export type {} = {shape};\n", one.name);
                out.push_str(&if line.lines().all(|line| line.chars().count() <= WIDTH) {
                    line
                } else {
                    broken(&line)
                });
            }
        }
    }
    out
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

fn body(table: &Table, depth: usize) -> String {
    let indent = "  ".repeat(depth + 1);
    let mut out = "{\n".to_owned();
    for member in &table.members {
        out.push_str(&comment(&member.about, depth + 1));
        let mark = if member.required { "" } else { "?" };
        let line = format!("{indent}{}{mark}: {};", key(&member.key), written(&member.shape, depth + 1));
        let narrowed = matches!(member.shape, Shape::Narrowed(..));
        out.push_str(&if narrowed && line.chars().count() > WIDTH {
            line.replacen(": ", ": | ", 1).replace(" | ", &format!("\n{indent}  | "))
        } else {
            line
        });
        out.push('\n');
    }
    if let Some(others) = &table.others {
        // Every named key must fit the signature of all keys, absent ones too.
        let mut shapes = union_of(others, depth + 1);
        for member in &table.members {
            for shape in union_of(&member.shape, depth + 1) {
                if !shapes.contains(&shape) {
                    shapes.push(shape);
                }
            }
        }
        if !table.members.is_empty() && !shapes.contains(&"undefined".to_owned()) {
            shapes.push("undefined".to_owned());
        }
        out.push_str(&format!("{indent}[key: string]: {};\n", shapes.join(" | ")));
    }
    out.push_str(&"  ".repeat(depth));
    out.push('}');
    out
}

fn key(key: &str) -> String {
    let plain = key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if plain && !key.starts_with(|first: char| first.is_ascii_digit()) { key.to_owned() } else { format!("{key:?}") }
}

/// The parts of a union, each once.
fn union_of(shape: &Shape, depth: usize) -> Vec<String> {
    let Shape::Union(variants) = shape else { return vec![written(shape, depth)] };
    let mut parts: Vec<String> = Vec::new();
    for part in variants.iter().flat_map(|variant| union_of(variant, depth)) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}

fn written(shape: &Shape, depth: usize) -> String {
    let element = |shape: &Shape| {
        let text = written(shape, depth);
        if union_of(shape, depth).len() > 1 || text.contains(" | ") {
            format!("({text})[]")
        } else {
            format!("{text}[]")
        }
    };
    match shape {
        Shape::Any => "unknown".to_owned(),
        Shape::Null => "null".to_owned(),
        Shape::Boolean => "boolean".to_owned(),
        Shape::Whole | Shape::Number => "number".to_owned(),
        Shape::Text(Text::Plain) => "string".to_owned(),
        Shape::Text(Text::Decimal) => "DecimalText".to_owned(),
        Shape::Text(Text::Instant) => "InstantText".to_owned(),
        Shape::Text(Text::Date) => "DateText".to_owned(),
        Shape::Text(Text::Month) => "MonthText".to_owned(),
        Shape::Text(Text::Span) => "DurationText".to_owned(),
        Shape::Const(value) => value.to_string(),
        Shape::Words(words) => words.iter().map(|(word, _)| format!("{word:?}")).collect::<Vec<_>>().join(" | "),
        Shape::List(item) => element(item),
        Shape::Tuple(items) => {
            format!("[{}]", items.iter().map(|item| written(item, depth)).collect::<Vec<_>>().join(", "))
        }
        Shape::Map(value) => format!("Record<string, {}>", written(value, depth)),
        Shape::Table(table) => body(table, depth),
        Shape::Union(_) => union_of(shape, depth).join(" | "),
        Shape::Named(name) => name.clone(),
        Shape::Narrowed(_, part) => written(part, depth),
    }
}
