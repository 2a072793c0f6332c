//! The code: each function collects its arguments, asks, and decodes the answer.

use std::fmt::Write as _;

use smarketing::{Function, On};

use super::{HEAD, Home, agreements, camel, of, optional, required};

/// The methods of `Agreement` and `BoundLead`, as the classes that those extend.
pub fn methods() -> String {
    let calls = "askMany, askOne, decode, decodeAssessment, decodeAssessments";
    let mut text =
        format!("{HEAD}import {{ {calls} }} from \"../calls.js\";\nimport {{ Handle }} from \"../handles.js\";\n");
    for (class, home) in [("AgreementFunctions", Home::Agreement), ("BoundLeadFunctions", Home::Lead)] {
        let bodies: Vec<String> = of(home).map(|function| body(function, "  ", "")).collect();
        let _ = write!(text, "\nexport class {class} extends Handle {{\n{}}}\n", bodies.join("\n"));
    }
    text
}

/// The functions of the package.
pub fn free() -> String {
    let bodies: Vec<String> = of(Home::Package).map(|function| body(function, "", "export function ")).collect();
    format!("{HEAD}import {{ askLibrary, askMany, decode }} from \"../calls.js\";\n\n{}", bodies.join("\n"))
}

fn body(function: &Function, indent: &str, before: &str) -> String {
    let mut taken: Vec<String> = agreements(function.on).iter().map(|(name, ..)| (*name).to_owned()).collect();
    taken.extend(required(function).map(|argument| camel(argument.name)));
    let has_options = optional(function).next().is_some();
    if has_options {
        taken.push("options".to_owned());
    }
    let given: Vec<String> = required(function).map(|argument| member(argument.name)).collect();
    let given = if given.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", given.join(", ")) };
    let options = if has_options { ", options" } else { "" };
    let name = function.name;
    let asked = match function.on {
        On::Agreement | On::Lead => format!("askOne(this, \"{name}\", {given}{options})"),
        On::AgreementAndOther => format!("askMany([this, other], \"{name}\", {given}{options})"),
        On::BeforeAndAfter => format!("askMany([before, after], \"{name}\", {given}{options})"),
        On::Agreements => format!("askMany(agreements, \"{name}\", {given}{options})"),
        _ => format!("askLibrary(\"{name}\", {given}{options})"),
    };
    let decode = match function.result {
        "Assessment" => "decodeAssessment",
        "[Assessment]" => "decodeAssessments",
        _ => "decode",
    };
    let (title, taken) = (camel(name), taken.join(", "));
    format!("{indent}{before}{title}({taken}) {{\n{indent}  return {decode}({asked});\n{indent}}}\n")
}

/// A member of the request's object.
fn member(name: &str) -> String {
    let camel = camel(name);
    if camel == name { camel } else { format!("{name}: {camel}") }
}
