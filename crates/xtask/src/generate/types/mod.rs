//! The types that cross the border in other languages, from their JSON Schema.

mod python;
mod python_class;
mod python_inputs;
mod shape;
mod typescript;

use std::collections::BTreeSet;

use super::{File, Options, schema};
use crate::error::Result;
use shape::Type;
pub use typescript::given_name;

/// The names of the types that have another one in TypeScript for what is given, and how that is named.
pub fn wider() -> Result<BTreeSet<String>> {
    let (schema, order) = schema::types()?;
    Ok(typescript::wider(&shape::types(&schema, &order)))
}

/// The declarations for TypeScript and the classes for Python.
pub fn make(_: &Options) -> Result<Vec<File>> {
    let (schema, order) = schema::types()?;
    let types: Vec<Type> = shape::types(&schema, &order);
    Ok(vec![
        File { path: "bindings/wasm/npm/types.d.ts", text: typescript::text(&types) },
        File { path: "bindings/python/python/smarketing/results.py", text: python::text(&types) },
        File { path: "bindings/python/python/smarketing/inputs.py", text: python_inputs::text(&types) },
    ])
}

/// The lines of a text that are no longer than this, broken between words.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

/// A word of the schema as a part of a type's name: `half_life` is `HalfLife`.
fn camel(word: &str) -> String {
    let parts = word.split(|letter: char| !letter.is_alphanumeric());
    let capital = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    parts.map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::{camel, wrapped};

    #[test]
    fn words_and_lines() {
        assert_eq!(camel("half_life"), "HalfLife");
        assert_eq!(wrapped("one two three\nfour", 8), ["one two", "three", "four"]);
    }
}
