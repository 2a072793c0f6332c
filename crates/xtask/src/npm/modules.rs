//! Which modules of the core, and which crates, the code of the wasm files comes from.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::build::REPORT;
use super::sizes::kilobytes;
use crate::error::{Context, Result, fail};

/// The smallest part that has a line of its own, in bytes of both files together.
const SMALLEST: u64 = 4_000;

/// Bytes of code in the first file and in the rest.
type Bytes = [u64; 2];

/// A table of the modules by their size, from what the splitter reported.
pub fn table(folder: &Path) -> Result<String> {
    let path = folder.join(REPORT);
    let report = std::fs::read_to_string(&path).context(|| format!("cannot read `{}`", path.display()))?;
    let parts = parts(&report)?;
    let (data, code): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(name, _)| name == "data");
    let (mut large, small): (Vec<_>, Vec<_>) =
        code.into_iter().partition(|(_, bytes)| bytes.iter().sum::<u64>() >= SMALLEST);
    large.sort_by_key(|(name, bytes)| (std::cmp::Reverse(bytes.iter().sum::<u64>()), name.clone()));
    let mut text = "| code of | first file | the rest |\n| --- | ---: | ---: |\n".to_owned();
    let mut row = |name: &str, [first, rest]: Bytes| {
        let _ = writeln!(text, "| {name} | {} | {} |", kilobytes(first), kilobytes(rest));
    };
    for (name, bytes) in &large {
        let own = name.chars().next().is_some_and(char::is_lowercase) && !name.contains(' ');
        row(&if own { format!("`{name}`") } else { name.clone() }, *bytes);
    }
    row("all smaller ones", sum(&small));
    row("texts, tables and other data", sum(&data));
    Ok(text)
}

fn sum(parts: &[(String, Bytes)]) -> Bytes {
    parts.iter().fold([0, 0], |[first, rest], (_, [more_first, more_rest])| [first + more_first, rest + more_rest])
}

fn parts(report: &str) -> Result<Vec<(String, Bytes)>> {
    let mut parts: BTreeMap<String, Bytes> = BTreeMap::new();
    for line in report.lines() {
        let mut words = line.splitn(3, ' ');
        let (file, bytes) = (words.next(), words.next().and_then(|bytes| bytes.parse::<u64>().ok()));
        let (Some(file), Some(bytes), Some(name)) = (file, bytes, words.next()) else {
            return fail(format!("`{REPORT}` has the line `{line}`"));
        };
        let [first, rest] = parts.entry(part_of(name)).or_default();
        *(if file == "first" { first } else { rest }) += bytes;
    }
    Ok(parts.into_iter().collect())
}

/// What code of the standard library begins with: its crates, and the types of the language.
const STANDARD: [&str; 18] = [
    "core",
    "alloc",
    "std",
    "compiler_builtins",
    "dlmalloc",
    "rustc_demangle",
    "hashbrown",
    "__rustc",
    "str",
    "char",
    "mut",
    "dyn",
    "i32",
    "i64",
    "u8",
    "u32",
    "u64",
    "u128",
];

/// The module of the core that a function belongs to, or its crate.
fn part_of(name: &str) -> String {
    if name == "data" {
        return name.to_owned();
    }
    let name = without_hashes(name);
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let word =
        |text: &str| text.split(|letter| !is_part(letter)).find(|word| !word.is_empty()).unwrap_or_default().to_owned();
    // What is made for a type of the core belongs to that type, wherever it is written.
    if let Some((_, rest)) = name.split_once("smarketing::") {
        let module = word(rest);
        let is_module = module.chars().next().is_some_and(char::is_lowercase);
        return if is_module { format!("smarketing::{module}") } else { "smarketing".to_owned() };
    }
    match word(&name).as_str() {
        "smarketing_wasm" | "wasm_bindgen" => "the binding".to_owned(),
        known if STANDARD.contains(&known) || !name.contains("::") => "the standard library".to_owned(),
        other => other.to_owned(),
    }
}

/// A name without the hashes of its crates: `smarketing[909d8fd2c85c4360]::time`.
fn without_hashes(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let hash = after
            .split_once(']')
            .filter(|(hash, _)| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
        rest = match hash {
            Some((_, after)) => after,
            None => {
                plain.push('[');
                after
            }
        };
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::{part_of, parts};

    #[test]
    fn functions_belong_to_modules() {
        assert_eq!(part_of("smarketing[909d8fd2c85c4360]::planning::plan::plan"), "smarketing::planning");
        assert_eq!(part_of("<[core[58df9dfd03fd2531]::mem::Thing]>::sort"), "the standard library");
        assert_eq!(
            part_of("<smarketing::scoring::Rule as serde_core::ser::Serialize>::serialize"),
            "smarketing::scoring"
        );
        assert_eq!(part_of("core::ptr::drop_in_place::<smarketing::handover::Clock>"), "smarketing::handover");
        assert_eq!(part_of("<jiff::tz::TimeZone>::get"), "jiff");
        assert_eq!(part_of("core::fmt::write"), "the standard library");
        assert_eq!(part_of("memcpy"), "the standard library");
        assert_eq!(part_of("<smarketing_wasm::Agreement>::answer"), "the binding");
    }

    #[test]
    fn bytes_add_up() {
        let report = "first 10 smarketing::time::a\nrest 5 smarketing::time::b\nfirst 7 data\n";
        let parts = parts(report).unwrap();
        assert_eq!(parts, [("data".to_owned(), [7, 0]), ("smarketing::time".to_owned(), [10, 5])]);
        assert!(super::parts("first x y").is_err());
    }
}
