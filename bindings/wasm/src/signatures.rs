//! The signatures of the core's functions as lines of text, for the test that JavaScript has them all.

use smarketing::{Argument, Function, functions};

/// Every function in a line: `form(Lead; stage: Stage, as_of: Instant) Form`.
pub fn all() -> String {
    let lines: Vec<String> = functions().map(signature).collect();
    lines.join("\n")
}

fn signature(function: &Function) -> String {
    let arguments: Vec<String> = function.arguments.iter().map(argument).collect();
    format!("{}({}; {}) {}", function.name, function.on.name(), arguments.join(", "), function.result)
}

fn argument(argument: &Argument) -> String {
    let optional = if argument.required { "" } else { "?" };
    format!("{}{optional}: {}", argument.name, argument.kind)
}
