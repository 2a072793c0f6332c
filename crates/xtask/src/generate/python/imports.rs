//! The imports of a generated module: those that its text uses, in ruff's order.

use super::signature::WIDTH;

/// A name, the module that has it, and whether it is needed when the code runs or only by type checkers.
type Name = (&'static str, &'static str, bool);

/// The module of the functions that read answers.
const READERS: &str = "smarketing._answers";

const NAMES: [Name; 33] = [
    ("collections.abc", "Iterable", false),
    ("collections.abc", "Mapping", false),
    ("datetime", "date", false),
    ("datetime", "datetime", false),
    ("datetime", "timedelta", false),
    ("decimal", "Decimal", false),
    ("smarketing", "_smarketing", true),
    ("smarketing", "results", true),
    (READERS, "assessed", true),
    (READERS, "assessed_all", true),
    (READERS, "boolean", true),
    (READERS, "day", true),
    (READERS, "decoded", true),
    (READERS, "elements", true),
    (READERS, "instant", true),
    (READERS, "made", true),
    (READERS, "many", true),
    (READERS, "money", true),
    (READERS, "native", true),
    (READERS, "natives", true),
    (READERS, "number", true),
    (READERS, "span", true),
    (READERS, "text", true),
    (READERS, "whole", true),
    (READERS, "word", true),
    ("smarketing", "inputs", false),
    ("smarketing._types", "Amount", false),
    ("smarketing._types", "Day", false),
    ("smarketing._types", "Given", false),
    ("smarketing._types", "Instant", false),
    ("smarketing._types", "Record", false),
    ("smarketing._types", "Span", false),
    ("smarketing.agreement", "Agreement", false),
];

/// An import, its names a line each where they are too many for one.
fn import(indent: &str, module: &str, names: &[&str]) -> String {
    let line = format!("{indent}from {module} import {}\n", names.join(", "));
    if line.len() <= WIDTH + 1 {
        return line;
    }
    let names: Vec<String> = names.iter().map(|name| format!("{indent}    {name},\n")).collect();
    format!("{indent}from {module} import (\n{}{indent})\n", names.concat())
}

/// The imports for a text.
pub fn of(text: &str) -> String {
    let lines = |at_run: bool, indent: &str| {
        let mut lines: Vec<(&str, Vec<&str>)> = Vec::new();
        for (module, name, _) in NAMES.iter().filter(|name| name.2 == at_run && uses(text, name)) {
            match lines.last_mut() {
                Some((last, names)) if last == module => names.push(name),
                _ => lines.push((*module, vec![*name])),
            }
        }
        lines
            .iter()
            .map(|(module, names)| (module.starts_with("smarketing"), import(indent, module, names)))
            .collect::<Vec<(bool, String)>>()
    };
    let checked = lines(false, "    ");
    let (own, theirs): (Vec<_>, Vec<_>) = checked.into_iter().partition(|(own, _)| *own);
    let join = |lines: Vec<(bool, String)>| lines.into_iter().map(|(_, line)| line).collect::<String>();
    let (run, own, theirs) = (join(lines(true, "")), join(own), join(theirs));
    let gap = if own.is_empty() || theirs.is_empty() { "" } else { "\n" };
    let any = if uses(text, &("typing", "Any", true)) { ", Any" } else { "" };
    let typing = format!("from __future__ import annotations\n\nfrom typing import TYPE_CHECKING{any}\n\n");
    format!("{typing}{run}\nif TYPE_CHECKING:\n{theirs}{gap}{own}")
}

/// Whether the name stands in the text as a word of its own, where it is not an attribute or an argument.
fn uses(text: &str, &(module, name, _): &Name) -> bool {
    let is_reader = module == READERS;
    let part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let code = text.lines().filter(|line| !line.trim_start().starts_with(['>', '.']));
    let mut prose = false;
    for line in code {
        let quotes = line.matches("\"\"\"").count();
        let told = prose || quotes > 0;
        prose ^= quotes == 1;
        let found = |(at, _): (usize, &str)| {
            let (before, after) = (&line[..at], &line[at + name.len()..]);
            let word = !before.ends_with(part) && !before.ends_with(['.', '"']) && !after.starts_with(part);
            // The readers of answers are called; arguments may have the same names.
            word && if is_reader { after.starts_with('(') } else { !after.starts_with(": ") }
        };
        if !told && line.match_indices(name).any(found) {
            return true;
        }
    }
    false
}
