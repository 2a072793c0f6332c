//! Every function with its arguments, its answer, its errors and its source.

use std::fmt::Write as _;

use smarketing::{Function, parts};

use crate::generate::functions::{calls, heading};
use crate::generate::python::wrong_request;

/// The functions under a heading of their part.
pub fn entries() -> String {
    let mut text = String::new();
    for part in parts() {
        let mut name = part.name.to_owned();
        name[..1].make_ascii_uppercase();
        let _ = writeln!(text, "## {name}\n");
        part.functions.iter().for_each(|function| entry(function, &mut text));
    }
    text
}

fn entry(function: &Function, text: &mut String) {
    let told = function.documentation().unwrap_or_default();
    let (python, javascript) = calls(function);
    let _ = writeln!(text, "### {}\n\n{}\n", heading(function), function.about);
    let _ = writeln!(text, "Rust `{}` · Python `{python}` · JavaScript `{javascript}`\n", function.rust);
    if !function.arguments.is_empty() {
        text.push_str("| argument | type | meaning |\n| --- | --- | --- |\n");
        for argument in function.arguments {
            let kind = if argument.required { argument.kind.to_owned() } else { format!("{}?", argument.kind) };
            let _ = writeln!(text, "| `{}` | `{kind}` | {} |", argument.name, argument.about);
        }
        text.push('\n');
    }
    let _ = writeln!(text, "**Gives** `{}`: {}", function.result, told.gives);
    if let Some(when) = wrong_request(function) {
        let _ = writeln!(text, "\n**Fails** {when}.");
    }
    if !told.refuses.is_empty() {
        let _ = writeln!(text, "\n**Refuses** {}", told.refuses);
    }
    if !told.source.is_empty() {
        let _ = writeln!(text, "\n**Source:** {}", told.source);
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::entries;

    #[test]
    fn every_function_has_its_entry() {
        let text = entries();
        assert_eq!(text.matches("\n### ").count(), smarketing::functions().count());
        assert!(text.contains("### agreement.solve\n") && text.contains("DLMF 8.17.22"));
    }
}
