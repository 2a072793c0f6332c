//! The table of public functions in `bindings/README.md`, from the core's own list.

use std::fmt::Write;

use smarketing::{Argument, Function, On, functions};

use super::reference::anchor;
use super::{File, Options};
use crate::error::Result;

/// `bindings/README.md`: what stands around the table lies beside this file.
pub fn make(_: &Options) -> Result<Vec<File>> {
    let text = include_str!("readme.md").replace("{{functions}}\n", &tables());
    Ok(vec![File { path: "bindings/README.md", text }])
}

/// A table for each receiver, in the order of the list.
fn tables() -> String {
    let parts = [
        ("Of the library", On::Library),
        ("Of an agreement", On::Agreement),
        ("Of an agreement and another one", On::AgreementAndOther),
        ("Of two agreements, before and after", On::BeforeAndAfter),
        ("Of the agreements of a history", On::Agreements),
        ("Of a bound lead", On::Lead),
    ];
    let mut text = String::new();
    for (title, on) in parts {
        let _ = writeln!(
            text,
            "\n### {title}\n\n| Rust | Python | JavaScript | gives | what it says |\n| --- | --- | --- | --- | --- |"
        );
        for function in functions().filter(|function| function.on == on) {
            let _ = writeln!(text, "{}", row(function));
        }
    }
    text
}

fn row(function: &Function) -> String {
    let (python, javascript) = calls(function);
    format!(
        "| `{}` | `{python}` | `{javascript}` | `{}` | [{}](../docs/reference/functions.md#{}) |",
        function.rust,
        function.result,
        function.about,
        anchor(&heading(function))
    )
}

/// What is asked: nothing, `agreement.` or `bound.`.
fn receiver(function: &Function) -> &'static str {
    match function.on {
        On::Agreement | On::AgreementAndOther => "agreement.",
        On::Lead => "bound.",
        _ => "",
    }
}

/// The heading under which the reference has a function: `agreement.plan`.
pub fn heading(function: &Function) -> String {
    format!("{}{}", receiver(function), function.name)
}

/// How Python and JavaScript call a function.
pub fn calls(function: &Function) -> (String, String) {
    let receiver = receiver(function);
    let first = match function.on {
        On::AgreementAndOther => vec!["other"],
        On::BeforeAndAfter => vec!["before", "after"],
        On::Agreements => vec!["agreements"],
        _ => Vec::new(),
    };
    let own = function.arguments.iter();
    // Python has arguments by place first, and `as_of` always by name.
    let (named, placed): (Vec<&Argument>, Vec<&Argument>) = own.clone().partition(|argument| argument.name == "as_of");
    let python = placed.into_iter().chain(named).map(|argument| {
        let name = if argument.name == "from" { "from_" } else { argument.name };
        match (argument.required, argument.name) {
            (true, "as_of") => "as_of=as_of".to_owned(),
            (true, _) => name.to_owned(),
            (false, _) => format!("{name}=None"),
        }
    });
    // JavaScript has no arguments by name: what may be left out is one object, the last argument.
    let (needed, optional): (Vec<&Argument>, Vec<&Argument>) = own.partition(|argument| argument.required);
    let options: Vec<String> = optional.iter().map(|argument| format!("{}?", camel_case(argument.name))).collect();
    let options = (!options.is_empty()).then(|| format!("{{ {} }}", options.join(", ")));
    let javascript = needed.iter().map(|argument| camel_case(argument.name)).chain(options);
    let (python, javascript) = (call(&first, python), call(&first, javascript));
    (format!("{receiver}{}{python}", function.name), format!("{receiver}{}{javascript}", camel_case(function.name)))
}

fn call(first: &[&str], own: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = first.iter().map(|name| (*name).to_owned()).chain(own).collect();
    format!("({})", all.join(", "))
}

/// `what_would_it_take` as JavaScript names it: `whatWouldItTake`.
pub fn camel_case(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let mut letters = part.chars();
        let head: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        name + &head + letters.as_str()
    })
}

#[cfg(test)]
mod tests {
    use super::{camel_case, tables};

    #[test]
    fn names_follow_the_language() {
        assert_eq!(camel_case("what_would_it_take"), "whatWouldItTake");
        let tables = tables();
        assert!(tables.contains("`agreement.business_due(calendar, start, within)`"));
        assert!(tables.contains("`bound.whatWouldItTake(asOf, { stage? })`"));
        assert!(tables.contains("`agreement.assess_all(leads, as_of=as_of)`"));
    }
}
