//! The table of the laws in `docs/laws.md`: every law stands in it, and every test that it names exists.

use std::fs;
use std::path::Path;

/// The tests that a row names: `file.rs::name`.
fn named(row: &str) -> Vec<(&str, &str)> {
    row.split('`').filter_map(|word| word.split_once("::").filter(|(file, _)| file.ends_with(".rs"))).collect()
}

/// Whether a file has a test of that name: the function, with `#[test]` right above it.
fn has_test(text: &str, name: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let begins = format!("fn {name}(");
    lines.windows(2).any(|pair| pair[0] == "#[test]" && pair[1].starts_with(&begins))
}

#[test]
fn every_law_has_a_test_that_exists() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = fs::read_to_string(folder.join("../../docs/laws.md")).expect("the table of the laws");
    for law in 1..=10 {
        let row = table.lines().find(|line| line.starts_with(&format!("| {law} ")));
        let tests = named(row.unwrap_or_else(|| panic!("law {law} has no row")));
        assert!(!tests.is_empty(), "law {law} names no test");
        for (file, name) in tests {
            let text = fs::read_to_string(folder.join("tests").join(file));
            let text = text.unwrap_or_else(|error| panic!("law {law} names the file {file}: {error}"));
            assert!(has_test(&text, name), "law {law} names {file}::{name}, which is no test");
        }
    }
}

#[test]
fn what_is_no_test_is_told_apart() {
    let text = "    #[test]\n    fn one(x: u8) {\n}\nfn two() {}";
    assert!(has_test(text, "one") && !has_test(text, "two") && !has_test(text, "on"));
    assert_eq!(named("| 1 | `laws/a.rs::b` and `c::d`, `e.rs` |"), [("laws/a.rs", "b")]);
}
