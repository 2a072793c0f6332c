//! The examples of functions for editors: what stands in `bindings/wasm/examples`, which runs as tests in node.

use std::collections::BTreeMap;

use crate::error::{Context, Result, fail};
use crate::workspace::Workspace;

/// Where the examples are: a heading with the function's name in the core, and JavaScript between fences.
const PAGE: &str = "bindings/wasm/examples/functions.md";

/// The lines of an example by the name of its function.
#[derive(Default)]
pub struct Examples(BTreeMap<String, Vec<String>>);

impl Examples {
    /// Reads the page of examples.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let page = std::fs::read_to_string(workspace.path(PAGE)).context(|| format!("cannot read `{PAGE}`"))?;
        let examples = sections(&page);
        let known = |name: &String| smarketing::functions().any(|function| function.name == name);
        match examples.keys().find(|name| !known(name)) {
            Some(name) => fail(format!("`{PAGE}` has an example for `{name}`, which is no function")),
            None => Ok(Self(examples)),
        }
    }

    /// The lines of a function's example, with their tag and fences.
    pub fn of(&self, name: &str) -> impl Iterator<Item = &str> {
        let example = self.0.get(name);
        let fences = |line: &'static str| example.map(|_| line).into_iter();
        let lines = example.into_iter().flatten().map(String::as_str);
        fences("@example").chain(fences("```js")).chain(lines).chain(fences("```"))
    }
}

fn sections(page: &str) -> BTreeMap<String, Vec<String>> {
    let mut sections: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (mut name, mut inside) = (String::new(), false);
    for line in page.lines() {
        if line.starts_with("```") {
            inside = line.len() > 3;
        } else if let Some(heading) = line.strip_prefix("## ").filter(|_| !inside) {
            heading.trim_matches('`').clone_into(&mut name);
        } else if inside && !name.is_empty() {
            sections.entry(name.clone()).or_default().push(line.to_owned());
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::{Examples, sections};

    #[test]
    fn an_example_has_its_function() {
        let examples = Examples(sections("# All\n```js\nbefore();\n```\n## `plan`\n```js\nagreement.plan();\n```\n"));
        assert_eq!(examples.of("plan").collect::<Vec<_>>(), ["@example", "```js", "agreement.plan();", "```"]);
        assert_eq!(examples.of("solve").count(), 0);
    }
}
