//! The declarations: each function with what the core says of it and of its arguments.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use smarketing::Function;

use super::examples::Examples;
use super::kinds::Types;
use super::{HEAD, Home, agreements, camel, of, optional, required};
use crate::generate::python::wrong_request;

/// The methods of `Agreement` and `BoundLead`, as interfaces that those classes merge with.
pub fn methods(wider: &BTreeSet<String>, examples: &Examples) -> String {
    let mut types = Types::new(wider);
    types.written.insert("Agreement");
    let mut text = String::new();
    for (name, about, home) in [
        ("AgreementFunctions", "What an agreement is asked.", Home::Agreement),
        ("BoundLeadFunctions", "What a bound lead is asked.", Home::Lead),
    ] {
        let members: Vec<String> =
            of(home).map(|function| declaration(function, "  ", "", examples, &mut types)).collect();
        let _ = write!(text, "\n/** {about} */\nexport interface {name} {{\n{}}}\n", members.join("\n"));
    }
    format!("{}{text}", head(&types))
}

/// The functions of the package.
pub fn free(wider: &BTreeSet<String>, examples: &Examples) -> String {
    let mut types = Types::new(wider);
    types.written.insert("Agreement");
    let each = |function| declaration(function, "", "export declare function ", examples, &mut types);
    let text: Vec<String> = of(Home::Package).map(each).collect();
    format!("{}\n{}", head(&types), text.join("\n"))
}

fn head(types: &Types<'_>) -> String {
    let written: Vec<&str> = types.written.iter().copied().collect();
    let mut text = format!("{HEAD}import type {{ {} }} from \"../index.js\";\nimport type {{\n", written.join(", "));
    for name in &types.data {
        let _ = writeln!(text, "  {name},");
    }
    text + "} from \"../types.js\";\n"
}

fn declaration(function: &Function, indent: &str, before: &str, examples: &Examples, types: &mut Types<'_>) -> String {
    let mut lines = vec![function.about.to_owned()];
    let mut taken = Vec::new();
    for (name, kind, about) in agreements(function.on) {
        lines.push(format!("@param {name} - {about}"));
        taken.push(format!("{name}: {kind}"));
    }
    for argument in required(function) {
        let name = camel(argument.name);
        lines.push(format!("@param {name} - {}", argument.about));
        taken.push(format!("{name}: {}", types.argument(argument.kind)));
    }
    let mut options = String::new();
    for argument in optional(function) {
        let (name, kind) = (camel(argument.name), types.argument(argument.kind));
        let _ = write!(options, "{indent}  /** {} */\n{indent}  {name}?: {kind} | null | undefined;\n", argument.about);
    }
    if !options.is_empty() {
        lines.push("@param options - what may be left out".to_owned());
        taken.push(format!("options?: {{\n{options}{indent}}}"));
    }
    lines.extend(answer_and_errors(function));
    lines.extend(examples.of(function.name).map(|line| line.to_owned()));
    let about: String = lines.iter().fold(String::new(), |text, line| {
        let line = format!("{indent} * {}", line.replace("*/", "* /"));
        text + line.trim_end() + "\n"
    });
    let (title, answer) = (camel(function.name), types.answer(function.result));
    format!("{indent}/**\n{about}{indent} */\n{indent}{before}{title}({}): {answer};\n", taken.join(", "))
}

/// What the function gives, where its formula is from, and what it throws.
fn answer_and_errors(function: &Function) -> Vec<String> {
    let told = function.documentation().unwrap_or_default();
    let mut lines = Vec::new();
    if !told.gives.is_empty() {
        lines.push(format!("@returns {}", told.gives));
    }
    if !told.source.is_empty() {
        lines.push(format!("@remarks {}", told.source));
    }
    lines.extend(wrong_request(function).map(|when| format!("@throws {{@link RequestError}} {when}.")));
    if !told.refuses.is_empty() {
        lines.push(format!("@throws {{@link RefusalError}} {}", told.refuses));
    }
    lines
}
