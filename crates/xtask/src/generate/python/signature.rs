//! One function of the core as a Python function or method: its signature, its docstring and its few lines.

use smarketing::{Argument, Function, On};

use super::docs::Examples;
use super::kinds::Kinds;

/// The longest line of Python.
pub const WIDTH: usize = 120;

/// Words of Python that cannot name an argument.
const KEYWORDS: [&str; 1] = ["from"];

/// The function as lines, without indentation.
pub fn function(function: &Function, kinds: &Kinds, examples: &Examples) -> Vec<String> {
    let indent = if is_method(function.on) { 4 } else { 0 };
    let mut lines = head(function, kinds, WIDTH - indent);
    let docs = super::docs::docstring(function, examples, WIDTH - indent - 4);
    lines.extend(docs.into_iter().chain(body(function, kinds, WIDTH - indent - 4)).map(indented));
    lines
}

/// Python's name of an argument.
pub fn name(argument: &Argument) -> String {
    let keyword = KEYWORDS.contains(&argument.name);
    if keyword { format!("{}_", argument.name) } else { argument.name.to_owned() }
}

/// Arguments by place first, then `as_of`, which is always named.
pub fn ordered(function: &Function) -> (Vec<&'static Argument>, Vec<&'static Argument>) {
    function.arguments.iter().partition(|argument| argument.name != "as_of")
}

fn is_method(on: On) -> bool {
    matches!(on, On::Agreement | On::AgreementAndOther | On::Lead)
}

fn indented(line: String) -> String {
    if line.is_empty() { line } else { format!("    {line}") }
}

fn head(function: &Function, kinds: &Kinds, width: usize) -> Vec<String> {
    let mut parameters: Vec<String> = match function.on {
        On::Agreement | On::Lead => vec!["self".to_owned()],
        On::AgreementAndOther => vec!["self".to_owned(), "other: Agreement".to_owned()],
        On::BeforeAndAfter => vec!["before: Agreement".to_owned(), "after: Agreement".to_owned()],
        On::Agreements => vec!["agreements: Iterable[Agreement]".to_owned()],
        _ => Vec::new(),
    };
    let parameter = |argument: &&Argument| {
        let kind = kinds.argument(argument.kind);
        let absent = if argument.required { "" } else { " | None = None" };
        format!("{}: {kind}{absent}", name(argument))
    };
    let (placed, named) = ordered(function);
    parameters.extend(placed.iter().map(parameter));
    if !named.is_empty() {
        parameters.push("*".to_owned());
        parameters.extend(named.iter().map(parameter));
    }
    let answer = kinds.answer(function.result);
    let line = format!("def {}({}) -> {answer}:", function.name, parameters.join(", "));
    if line.len() <= width {
        return vec![line];
    }
    let mut lines = vec![format!("def {}(", function.name)];
    lines.extend(parameters.iter().map(|parameter| format!("    {parameter},")));
    lines.push(format!(") -> {answer}:"));
    lines
}

fn body(function: &Function, kinds: &Kinds, width: usize) -> Vec<String> {
    match (function.name, function.on) {
        // What holds a handle: the assessments stay in Rust.
        ("assess", On::Lead) => return vec!["return assessed(self._native.assess(as_of))".to_owned()],
        ("assess_all", _) => return vec!["return assessed_all(self._native, leads, as_of)".to_owned()],
        _ => {}
    }
    let quoted = format!("\"{}\"", function.name);
    let (asked, last) = match function.on {
        On::Agreement | On::Lead => (format!("self._native.answer({quoted}, "), ")"),
        On::AgreementAndOther => (format!("self._native.answer({quoted}, "), ", native(other, \"other\"))"),
        On::BeforeAndAfter => {
            let both = "[native(before, \"before\"), native(after, \"after\")]";
            (format!("_smarketing.answer_with({both}, {quoted}, "), ")")
        }
        On::Agreements => (format!("_smarketing.answer_with(natives(agreements), {quoted}, "), ")"),
        _ => (format!("_smarketing.answer({quoted}, "), ")"),
    };
    let entries = function.arguments.iter().map(|argument| format!("\"{}\": {}", argument.name, name(argument)));
    let entries: Vec<String> = entries.collect();
    let arguments = format!("{{{}}}", entries.join(", "));
    let mut lines = Vec::new();
    let call = format!("answer = {asked}{arguments}{last}");
    if call.len() <= width {
        lines.push(call);
    } else {
        let line = format!("arguments = {arguments}");
        if line.len() <= width {
            lines.push(line);
        } else {
            lines.push("arguments = {".to_owned());
            lines.extend(entries.iter().map(|entry| format!("    {entry},")));
            lines.push("}".to_owned());
        }
        lines.push(format!("answer = {asked}arguments{last}"));
    }
    let read = kinds.read(function.result);
    if read.starts_with("made(") {
        // One of several classes, which only the annotation names.
        lines.push(format!("read: {} = {read}", kinds.answer(function.result)));
        lines.push("return read".to_owned());
    } else {
        lines.push(format!("return {read}"));
    }
    lines
}
