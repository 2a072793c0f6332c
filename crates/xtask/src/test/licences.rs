//! Licences and sources of all dependencies, from what cargo knows.

use super::Done;
use crate::error::{Error, Result, fail};
use crate::metadata::{Metadata, Package};
use crate::workspace::Workspace;

const CONFIG: &str = ".cargo-deny.toml";
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Every crate in the lock file, also those that only other platforms or tests need.
pub fn licences(workspace: &Workspace) -> Result<Done> {
    let config = workspace.text(CONFIG)?.unwrap_or_default();
    let allowed = allowed(&config).ok_or_else(|| Error::new(format!("`{CONFIG}` has no list `allow`")))?;
    let metadata = Metadata::read(workspace)?;
    let foreign: Vec<&Package> = metadata.packages().iter().filter(|package| package.source.is_some()).collect();
    let mut wrong = Vec::new();
    for package in &foreign {
        let name = format!("{} {}", package.name, package.version);
        match package.license.as_deref() {
            None => wrong.push(format!("{name} names no licence")),
            Some(expression) => match holds(expression, &allowed) {
                Some(true) => {}
                Some(false) => wrong.push(format!("{name} is under `{expression}`, which `{CONFIG}` does not allow")),
                None => wrong.push(format!("{name}: the licence `{expression}` cannot be read")),
            },
        }
        if package.source.as_deref() != Some(CRATES_IO) {
            wrong.push(format!("{name} does not come from crates.io"));
        }
    }
    if wrong.is_empty() { Ok(Done::Passed(format!("{} crates", foreign.len()))) } else { fail(wrong.join("\n")) }
}

/// The list of licences in cargo-deny's configuration: one quoted name a line.
fn allowed(config: &str) -> Option<Vec<String>> {
    let mut lines = config.lines().map(str::trim).skip_while(|line| *line != "allow = [");
    lines.next()?;
    let names = lines.take_while(|line| *line != "]");
    let names = names.filter_map(|line| Some(line.strip_prefix('"')?.split_once('"')?.0.to_owned()));
    Some(names.collect())
}

/// Whether the licence expression can be met with the allowed licences alone. Nothing if it is no expression.
fn holds(expression: &str, allowed: &[String]) -> Option<bool> {
    // Some old manifests separate alternatives by a slash.
    let text = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut reader = Reader { words: &words, allowed };
    let holds = reader.any()?;
    reader.words.is_empty().then_some(holds)
}

struct Reader<'e> {
    words: &'e [&'e str],
    allowed: &'e [String],
}

impl<'e> Reader<'e> {
    fn take(&mut self, wanted: impl Fn(&str) -> bool) -> Option<&'e str> {
        let (first, rest) = self.words.split_first()?;
        wanted(first).then(|| self.words = rest)?;
        Some(first)
    }

    fn any(&mut self) -> Option<bool> {
        let mut holds = self.all()?;
        while self.take(|word| word == "OR").is_some() {
            holds |= self.all()?;
        }
        Some(holds)
    }

    fn all(&mut self) -> Option<bool> {
        let mut holds = self.one()?;
        while self.take(|word| word == "AND").is_some() {
            holds &= self.one()?;
        }
        Some(holds)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take(|word| word == "(").is_some() {
            let holds = self.any()?;
            self.take(|word| word == ")")?;
            return Some(holds);
        }
        let is_name = |word: &str| !["OR", "AND", "WITH", "(", ")"].contains(&word);
        let mut name = self.take(is_name)?.to_owned();
        if self.take(|word| word == "WITH").is_some() {
            name = format!("{name} WITH {}", self.take(is_name)?);
        }
        Some(self.allowed.contains(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::{allowed, holds};

    #[test]
    fn the_list_of_cargo_deny_is_read() {
        let config =
            "[licenses]\nallow = [\n    \"MIT\",\n    # why\n    \"ISC\",\n]\n[bans]\ndeny = [\n    \"x\",\n]\n";
        assert_eq!(allowed(config), Some(vec!["MIT".to_owned(), "ISC".to_owned()]));
        assert_eq!(allowed("[licenses]\n"), None);
    }

    #[test]
    fn expressions_are_weighed() {
        let list: Vec<String> =
            ["MIT", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"].iter().map(|&name| name.to_owned()).collect();
        for (expression, expected) in [
            ("MIT", Some(true)),
            ("MIT OR GPL-3.0", Some(true)),
            ("GPL-3.0/MIT", Some(true)),
            ("MIT AND GPL-3.0", Some(false)),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", Some(true)),
            ("Apache-2.0", Some(false)),
            ("Apache-2.0 WITH LLVM-exception", Some(true)),
            ("GPL-3.0 OR MIT AND Unicode-3.0", Some(true)),
            ("MIT OR", None),
            ("(MIT", None),
            ("MIT Unicode-3.0", None),
            ("", None),
        ] {
            assert_eq!(holds(expression, &list), expected, "{expression}");
        }
    }
}
