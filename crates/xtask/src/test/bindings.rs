//! The functions of the bindings: thin enough that there is nothing in them to get wrong.

use super::Done;
use crate::error::{Result, fail};
use crate::workspace::Workspace;

/// The most lines of a function in a binding, its signature and its last brace among them.
const LONGEST: usize = 25;

/// Counts the lines of every function that the bindings' packages ship.
pub fn thin(workspace: &Workspace) -> Result<Done> {
    let (mut wrong, mut count, mut total) = (Vec::new(), 0_usize, 0_usize);
    let files = workspace.files()?;
    for (file, functions) in files.iter().filter_map(|file| Some((file, counter(file)?))) {
        let Some(text) = workspace.text(file)? else { continue };
        for function in functions(&text) {
            count += 1;
            total += function.lines;
            if function.lines > LONGEST {
                wrong.push(format!("{file}: `{}` has {} lines, at most {LONGEST}", function.name, function.lines));
            }
        }
    }
    if !wrong.is_empty() {
        return fail(wrong.join("\n"));
    }
    Ok(Done::Passed(format!("{count} functions, {} lines each on average", total.div_ceil(count.max(1)))))
}

/// How the functions of a file are counted, if it is part of a binding.
fn counter(file: &str) -> Option<fn(&str) -> Vec<Counted>> {
    let below = |folder: &str, ending: &str| file.starts_with(folder) && file.ends_with(ending);
    if below("bindings/", ".rs") {
        Some(|text| braced(text, rust_name))
    } else if below("bindings/wasm/npm/", ".js") {
        Some(|text| braced(text, javascript_name))
    } else if below("bindings/python/python/", ".py") {
        Some(indented)
    } else {
        None
    }
}

struct Counted {
    name: String,
    lines: usize,
}

/// The functions of a source that is laid out so that each ends where a brace stands under its first letter.
fn braced(text: &str, name: fn(&str) -> Option<&str>) -> Vec<Counted> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let Some(name) = name(code) else { continue };
        let close = format!("{}}}", &line[..line.len() - code.len()]);
        let rest = lines[at..].iter();
        let is_open = |line: &&&str| !(**line == close || line.strip_prefix(&close).is_some_and(|end| end == ";"));
        let own = if code.ends_with(['}', ';']) { 1 } else { 1 + rest.take_while(is_open).count() };
        found.push(Counted { name: name.to_owned(), lines: own });
    }
    found
}

/// The name of the function that a line of Rust begins.
fn rust_name(code: &str) -> Option<&str> {
    let (before, after) = code.split_once("fn ")?;
    let words = ["pub", "const", "async", "unsafe", "extern", "\"C\"", "pub(crate)", "pub(super)"];
    let is_head = before.split_whitespace().all(|word| words.contains(&word));
    is_head.then(|| after.split(['(', '<']).next().unwrap_or_default())
}

/// The name of the function or method that a line of JavaScript begins: with its name, its arguments and a brace, or
/// as a constant that is an arrow.
fn javascript_name(code: &str) -> Option<&str> {
    const STATEMENTS: [&str; 7] = ["if", "for", "while", "switch", "catch", "return", "try"];
    let words = ["export", "async", "static", "get", "set", "function", "const"];
    let mut head = code;
    while let Some((_, rest)) = head.split_once(' ').filter(|(word, _)| words.contains(word)) {
        head = rest;
    }
    let name = head.split(['(', ' ']).next().unwrap_or_default();
    let is_arrow = code.starts_with("const ") || code.starts_with("export const ");
    let is_head = code.ends_with('{') && if is_arrow { code.contains("=> {") } else { code.contains(") {") };
    (is_head && !name.is_empty() && !STATEMENTS.contains(&name) && !head.starts_with(['}', '('])).then_some(name)
}

/// The functions of a source in Python: each ends where a line stands no further in. Its documentation does not count.
fn indented(text: &str) -> Vec<Counted> {
    let lines: Vec<&str> = text.lines().collect();
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let Some(head) = code.strip_prefix("async ").unwrap_or(code).strip_prefix("def ") else { continue };
        let within =
            |other: &&&str| other.trim().is_empty() || depth(other) > depth(line) || other.trim().starts_with(')');
        let body: Vec<&str> = lines[at + 1..].iter().take_while(within).copied().collect();
        let mut in_text = false;
        let counts = body.iter().filter(|other| {
            let was = in_text;
            if other.matches("\"\"\"").count() == 1 {
                in_text = !in_text;
            }
            !(was || in_text || other.trim().is_empty() || other.trim_start().starts_with("\"\"\""))
        });
        let name = head.split('(').next().unwrap_or_default();
        found.push(Counted { name: name.to_owned(), lines: 1 + counts.count() });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Counted, braced, indented, javascript_name, rust_name};

    fn named(found: &[Counted]) -> Vec<(&str, usize)> {
        found.iter().map(|own| (own.name.as_str(), own.lines)).collect()
    }

    #[test]
    fn lines_are_counted_with_signature_and_brace() {
        let text = "impl A {\n    pub fn one(&self) -> u8 {\n        if true {\n            1\n        } else {\n            2\n        }\n    }\n}\n\nfn two() {}\n// no fn here\n";
        assert_eq!(named(&braced(text, rust_name)), [("one", 7), ("two", 1)]);
    }

    #[test]
    fn functions_methods_and_arrows_of_javascript_are_found() {
        let text = "export function one(a) {\n  if (a) {\n    b();\n  }\n}\nclass A {\n  get two() {\n    return 2;\n  }\n\n  #three(x) {\n    for (;;) {\n    }\n  }\n}\nconst four = (x) => {\n  x.map((y) => {\n  });\n};\nconst five = 5;\n";
        assert_eq!(named(&braced(text, javascript_name)), [("one", 5), ("two", 3), ("#three", 4), ("four", 4)]);
    }

    #[test]
    fn documentation_in_python_does_not_count() {
        let text = "def one(\n    a: int,\n) -> int:\n    \"\"\"Says.\n\n    More.\n    \"\"\"\n    return a\n\n\nclass A:\n    def two(self):\n        \"\"\"Says.\"\"\"\n        return 2\n";
        assert_eq!(named(&indented(text)), [("one", 4), ("two", 2)]);
    }
}
