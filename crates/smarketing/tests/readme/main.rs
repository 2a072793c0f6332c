//! The README's Rust stands in `first_score.rs`, letter by letter, and runs beside its agreement.

mod first_score;

use std::path::Path;

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md")).unwrap()
}

/// The only block of a language.
fn block<'r>(readme: &'r str, language: &str) -> &'r str {
    let fence = format!("```{language}\n");
    let blocks: Vec<&str> = readme.split(&fence).skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(blocks.len(), 1, "the README has one block of {language}");
    blocks[0]
}

#[test]
fn the_readme_shows_what_runs_here() {
    assert_eq!(block(&readme(), "rust"), include_str!("first_score.rs"));
}

#[test]
fn what_the_readme_shows_is_true() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("agreement.toml"), block(&readme(), "toml")).unwrap();
    std::env::set_current_dir(folder).unwrap();
    first_score::main().unwrap();
}
