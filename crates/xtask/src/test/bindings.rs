//! The functions of the bindings: thin enough that there is nothing in them to get wrong.

use super::Done;
use crate::error::{Result, fail};
use crate::workspace::Workspace;

/// The most lines of a function in a binding, its signature and its last brace among them.
const LONGEST: usize = 25;

/// Counts the lines of every Rust function in the bindings.
pub fn thin(workspace: &Workspace) -> Result<Done> {
    let (mut wrong, mut count, mut total) = (Vec::new(), 0_usize, 0_usize);
    let files = workspace.files()?;
    for file in files.iter().filter(|file| file.starts_with("bindings/") && file.ends_with(".rs")) {
        let Some(text) = workspace.text(file)? else { continue };
        for function in functions_in(&text) {
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

struct Counted {
    name: String,
    lines: usize,
}

/// The functions of a source that rustfmt has laid out: each ends where a brace stands under its first
/// letter.
fn functions_in(text: &str) -> Vec<Counted> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let before = code.split("fn ").next().unwrap_or_default();
        let words = ["pub", "const", "async", "unsafe", "extern", "\"C\"", "pub(crate)", "pub(super)"];
        if !code.contains("fn ") || !before.split_whitespace().all(|word| words.contains(&word)) {
            continue;
        }
        let close = format!("{}}}", &line[..line.len() - code.len()]);
        let rest = lines[at..].iter();
        let own = if code.ends_with('}') { 1 } else { 1 + rest.take_while(|line| **line != close).count() };
        let name = code[before.len() + 3..].split(['(', '<']).next().unwrap_or_default();
        found.push(Counted { name: name.to_owned(), lines: own });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::functions_in;

    #[test]
    fn lines_are_counted_with_signature_and_brace() {
        let text = "impl A {\n    pub fn one(&self) -> u8 {\n        if true {\n            1\n        } else {\n            2\n        }\n    }\n}\n\nfn two() {}\n// no fn here\n";
        let found: Vec<(String, usize)> = functions_in(text).into_iter().map(|own| (own.name, own.lines)).collect();
        assert_eq!(found, [("one".to_owned(), 7), ("two".to_owned(), 1)]);
    }
}
