//! The docstring of a function: what it does, its arguments, and the example that is written for it.

use std::collections::BTreeMap;

use smarketing::{Function, On};

use super::signature::{name, ordered};
use crate::error::{Context, Result, fail};
use crate::workspace::Workspace;

/// Where the examples are, by part of the library.
const FOLDER: &str = "bindings/python/examples";

/// The examples of the functions, by name.
pub struct Examples(BTreeMap<String, Vec<String>>);

impl Examples {
    /// Reads the pages of examples: a heading with the function's name, and what one types into Python. Where the
    /// library and an agreement have a function of one name, `Agreement.name` is the heading of the agreement's.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let mut examples = BTreeMap::new();
        let folder = workspace.path(FOLDER);
        let entries = std::fs::read_dir(&folder).context(|| format!("cannot read `{FOLDER}`"))?;
        for entry in entries {
            let path = entry.context(|| FOLDER.to_owned())?.path();
            if path.extension().is_some_and(|ending| ending == "md") {
                let page = std::fs::read_to_string(&path).context(|| path.display().to_string())?;
                examples.extend(sections(&page));
            }
        }
        let known = |name: &String| smarketing::functions().any(|known| known.name == name || own(known) == *name);
        match examples.keys().find(|name| !known(name)) {
            Some(name) => fail(format!("`{FOLDER}` has an example for `{name}`, which is no function")),
            None => Ok(Self(examples)),
        }
    }
}

/// The name of a function with that of whom it asks.
fn own(function: &Function) -> String {
    format!("{}.{}", function.on.name(), function.name)
}

/// The sections of a page: after each heading, what stands between the fences.
fn sections(page: &str) -> BTreeMap<String, Vec<String>> {
    let mut sections: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (mut name, mut inside) = (None, false);
    for line in page.lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if let Some(heading) = line.strip_prefix("## ").filter(|_| !inside) {
            name = Some(heading.trim_matches('`').to_owned());
        } else if let Some(name) = name.as_ref().filter(|_| inside) {
            sections.entry(name.clone()).or_default().push(line.to_owned());
        }
    }
    sections
}

/// The docstring as lines, without indentation: what it does, arguments, answer, errors, source, example.
pub fn docstring(function: &Function, examples: &Examples, width: usize) -> Vec<String> {
    let example = examples.0.get(&own(function)).or_else(|| examples.0.get(function.name));
    // What is typed into Python may have backslashes of its own.
    let raw = example.into_iter().flatten().any(|line| line.contains('\\'));
    let mut lines = wrapped(&format!("{}\"\"\"{}", if raw { "r" } else { "" }, function.about), "", width);
    let (placed, named) = ordered(function);
    let arguments = placed.iter().chain(&named);
    let arguments = arguments.map(|argument| format!("{}: {}.", name(argument), argument.about));
    let told = function.documentation().unwrap_or_default();
    let errors = errors(function).into_iter().map(|(kind, when)| format!("{kind}: {when}."));
    for (title, entries) in [
        ("Args", agreements(function.on).into_iter().chain(arguments).collect::<Vec<String>>()),
        ("Returns", Vec::from([told.gives.to_owned()])),
        ("Raises", errors.collect()),
        ("Source", Vec::from([told.source.to_owned()])),
    ] {
        let entries: Vec<&String> = entries.iter().filter(|entry| !entry.is_empty()).collect();
        if !entries.is_empty() {
            lines.extend([String::new(), format!("{title}:")]);
        }
        for entry in entries {
            lines.extend(wrapped(entry, "    ", width - 4).into_iter().map(|line| format!("    {line}")));
        }
    }
    if let Some(example) = example {
        lines.push(String::new());
        lines.extend(example.iter().cloned());
    }
    match lines.len() {
        1 if lines[0].len() + 3 <= width => lines[0].push_str("\"\"\""),
        _ => lines.push("\"\"\"".to_owned()),
    }
    lines
}

/// The agreements that a function takes before its arguments.
fn agreements(on: On) -> Vec<String> {
    let lines: &[&str] = match on {
        On::AgreementAndOther => &["other: the agreement with which this one is compared."],
        On::BeforeAndAfter => &["before: the agreement as it was.", "after: the agreement as it is to be."],
        On::Agreements => &["agreements: the agreements that were in force, in any order."],
        _ => &[],
    };
    lines.iter().map(|line| (*line).to_owned()).collect()
}

/// The errors that a function raises, and when.
fn errors(function: &Function) -> Vec<(&'static str, String)> {
    let told = function.documentation().unwrap_or_default();
    let mut errors = Vec::new();
    if let Some(when) = wrong_request(function) {
        errors.push(("RequestError", when));
    }
    if !told.refuses.is_empty() {
        errors.push(("RefusalError", told.refuses.trim_end_matches('.').to_owned()));
    }
    errors
}

/// When a request fails; `None` where nothing is asked that could be wrong.
pub fn wrong_request(function: &Function) -> Option<String> {
    let raises = function.documentation().unwrap_or_default().raises.trim_end_matches('.');
    let unreadable = "where an argument is unreadable or of another shape, with all findings";
    match (function.arguments.is_empty(), raises) {
        (true, "") => None,
        (true, raises) => Some(raises.to_owned()),
        (false, "") => Some(unreadable.to_owned()),
        (false, raises) => Some(format!("{raises}; and {unreadable}")),
    }
}

/// A paragraph as lines; those after the first begin with `indent`.
fn wrapped(paragraph: &str, indent: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
        let last = lines.len() - 1;
        if !lines[last].is_empty() && lines[last].chars().count() + 1 + word.chars().count() > width {
            lines.push(format!("{indent}{word}"));
        } else {
            let gap = if lines[last].is_empty() { "" } else { " " };
            lines[last] = format!("{}{gap}{word}", lines[last]);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{sections, wrapped};

    #[test]
    fn a_page_has_an_example_for_each_heading() {
        let page = "# Leads\n\n## `assess`\n\nWords.\n\n```python\n>>> 1\n1\n```\n\n## bounds\n\n```\n>>> 2\n```\n";
        let sections = sections(page);
        assert_eq!(sections["assess"], [">>> 1", "1"]);
        assert_eq!(sections["bounds"], [">>> 2"]);
    }

    #[test]
    fn paragraphs_are_wrapped_between_words() {
        assert_eq!(wrapped("- `a`: one two", "  ", 10), ["- `a`: one", "  two"]);
    }
}
