//! The tree itself: what lies at the top, how long files are, and that they name nobody's machine.

use super::Done;
use crate::error::{Result, fail};
use crate::workspace::Workspace;

/// What may lie at the top besides names that begin with a dot.
const TOP: [&str; 8] = ["Cargo.toml", "Cargo.lock", "crates", "bindings", "benches", "docs", "README.md", "LICENSE"];

/// The kinds of files that people write and read as source.
const SOURCES: [&str; 11] = ["rs", "py", "pyi", "ts", "tsx", "js", "mjs", "sh", "css", "html", "sql"];

/// The most lines of a source file.
const LONGEST: usize = 400;

/// Folders whose files no person wrote, or that are data in the shape of source.
const NOT_BY_HAND: [&str; 3] = ["generated", "fixtures", "lists"];

/// Folders in which people keep their work, without the slash before: this file must pass its own check.
const HOMES: [&str; 5] = ["home", "root", "Users", "work", "tmp"];

/// Only the agreed names lie at the top.
pub fn top_level(workspace: &Workspace) -> Result<Done> {
    let files = workspace.files()?;
    let mut names: Vec<&str> = files.iter().filter_map(|file| file.split('/').next()).collect();
    names.dedup();
    names.retain(|name| !name.starts_with('.') && !TOP.contains(name));
    if names.is_empty() { Done::passed() } else { fail(format!("not agreed at the top level: {}", names.join(", "))) }
}

/// A source file over 400 lines wants to be two, and its first line says what it is for.
pub fn file_lengths(workspace: &Workspace) -> Result<Done> {
    let mut wrong = Vec::new();
    let mut count = 0;
    for file in workspace.files()?.iter().filter(|file| is_source(file)) {
        let Some(text) = workspace.text(file)? else { continue };
        count += 1;
        let lines = text.lines().count();
        if lines > LONGEST && !is_written_by_generator(&text) {
            wrong.push(format!("{file} has {lines} lines, at most {LONGEST}"));
        }
        if !says_what_for(&text) {
            wrong.push(format!("{file} does not begin with a comment that says what it is for"));
        }
    }
    if wrong.is_empty() { Ok(Done::Passed(format!("{count} source files"))) } else { fail(wrong.join("\n")) }
}

/// No file names a folder of somebody's machine.
pub fn machine_paths(workspace: &Workspace) -> Result<Done> {
    let mut folders: Vec<String> = HOMES.iter().map(|home| format!("/{home}/")).collect();
    folders.push(format!("C:{}Users", '\\'));
    folders.push(workspace.root().display().to_string());
    let mut wrong = Vec::new();
    for file in workspace.files()? {
        let Some(text) = workspace.text(&file)? else { continue };
        for (place, line) in text.lines().enumerate() {
            if let Some(folder) = folders.iter().find(|folder| names_folder(line, folder)) {
                wrong.push(format!("{file}:{}: names `{folder}`", place + 1));
            }
        }
    }
    if wrong.is_empty() { Done::passed() } else { fail(wrong.join("\n")) }
}

fn is_source(file: &str) -> bool {
    let by_hand = !file.split('/').any(|part| NOT_BY_HAND.contains(&part));
    by_hand && file.rsplit_once('.').is_some_and(|(_, ending)| SOURCES.contains(&ending))
}

/// Whether the head of a file says that a generator writes it: such files are as long as they must be.
fn is_written_by_generator(text: &str) -> bool {
    text.lines().take(6).any(|line| line.contains("`cargo xtask generate "))
}

/// The first line, or the second after a `#!` or a document type, is a comment of some language.
fn says_what_for(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_start);
    let starts_below = |line: &&str| line.starts_with("#!/") || line.to_lowercase().starts_with("<!doctype");
    let first = lines.next().filter(|line| !starts_below(line)).or_else(|| lines.next()).unwrap_or_default();
    let marks = ["//", "/*", "# ", "\"\"\"", "r\"\"\"", "<!--", "--"];
    marks.iter().any(|mark| first.starts_with(mark) && first.len() > mark.len() + 3)
}

/// Whether the line names the folder as an absolute path: not as the end of an address or of another path.
fn names_folder(line: &str, folder: &str) -> bool {
    let continues = |letter: char| letter.is_alphanumeric() || "/._-~}".contains(letter);
    line.match_indices(folder).any(|(place, _)| !line[..place].ends_with(continues))
}

#[cfg(test)]
mod tests {
    use super::{is_source, is_written_by_generator, names_folder, says_what_for};

    #[test]
    fn generated_files_and_data_are_no_source() {
        assert!(is_source("crates/smarketing/src/lib.rs"));
        assert!(!is_source("crates/smarketing/src/generated/schema.rs"));
        assert!(!is_source("crates/smarketing/fixtures/peer.py"));
        assert!(!is_source("docs/data.md"));
    }

    #[test]
    fn a_generator_names_itself_in_the_head() {
        assert!(is_written_by_generator("// Types. Written by\n// `cargo xtask generate types`.\n"));
        assert!(!is_written_by_generator("// Types.\n\n\n\n\n\n\n// See `cargo xtask generate types`.\n"));
    }

    #[test]
    fn the_first_line_is_a_comment() {
        for text in ["//! Points.", "#!/usr/bin/env bash\n# What CI runs.", "\"\"\"The package.\"\"\"", "# Plots."] {
            assert!(says_what_for(text), "{text}");
        }
        for text in ["", "use std::fmt;\n// late", "#![forbid(unsafe_code)]", "//"] {
            assert!(!says_what_for(text), "{text}");
        }
    }

    #[test]
    fn an_address_is_no_folder() {
        let folder = format!("/{}/", "home");
        assert!(names_folder(&format!("let path = \"{folder}ines/leads.csv\";"), &folder));
        assert!(names_folder(&format!("{folder}ines"), &folder));
        assert!(!names_folder(&format!("https://firm.example{folder}pricing"), &folder));
    }
}
