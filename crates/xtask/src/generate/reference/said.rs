//! What the schema cannot say: what stands for an absent key, and which rules a definition follows.

use std::collections::BTreeMap;

use super::anchor;
use crate::error::{Result, fail};

/// What is said of a key besides the schema.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Key {
    /// What stands for it where it is absent.
    pub absent: String,
    /// Its limits.
    pub limits: String,
    /// What the keys of a table are, where they are no names of the author's.
    pub by: String,
}

/// Keys by definition and name: `Header.currency`.
pub struct Said(BTreeMap<String, Key>);

impl Said {
    /// Reads lines such as ``Header.currency: `EUR` | three letters``, with the keys of a table as a third part.
    pub fn read(text: &str) -> Result<Self> {
        let mut said = BTreeMap::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let Some((name, rest)) = line.split_once(':') else {
                return fail(format!("absent.txt: `{line}` is not `Definition.key: what stands for it`"));
            };
            let mut parts = rest.split('|').map(|part| part.trim().to_owned());
            let mut part = || parts.next().unwrap_or_default();
            let key = Key { absent: part(), limits: part(), by: part() };
            if said.insert(name.to_owned(), key).is_some() {
                return fail(format!("absent.txt: `{name}` stands twice"));
            }
        }
        Ok(Self(said))
    }

    /// What is said of a key.
    pub fn of(&self, definition: &str, key: &str) -> Option<&Key> {
        self.0.get(&format!("{definition}.{key}"))
    }

    /// All names, each with its definition.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// The rules of the law page by number, each with its title.
pub struct Rules(BTreeMap<String, String>);

impl Rules {
    /// Reads the headings of the law page.
    pub fn read(page: &str) -> Self {
        let headings = page.lines().filter_map(|line| line.strip_prefix("### ").or_else(|| line.strip_prefix("## ")));
        let named = |heading: &str| {
            let number = heading.split_once(". ").map(|(number, _)| number.to_owned());
            (number.unwrap_or_else(|| anchor(heading)), heading.to_owned())
        };
        Self(headings.map(named).collect())
    }

    /// Links to some rules, named by number or, where they have none, by anchor.
    pub fn links(&self, numbers: &str) -> Result<String> {
        let links: Result<Vec<String>> = numbers
            .split_whitespace()
            .map(|number| match self.0.get(number) {
                Some(title) => Ok(format!("[{title}](../semantics.md#{})", anchor(title))),
                None => fail(format!("docs/semantics.md has no rule `{number}`")),
            })
            .collect();
        Ok(links?.join(" · "))
    }
}

#[cfg(test)]
mod tests {
    use super::{Rules, Said};

    #[test]
    fn lines_say_what_stands_for_a_key() {
        let said = Said::read("# A comment.\nA.b: `1` | at least 0\nA.c: none\nA.d: || month\n").unwrap();
        assert_eq!(said.of("A", "b").map(|key| (&*key.absent, &*key.limits)), Some(("`1`", "at least 0")));
        assert_eq!(said.of("A", "c").map(|key| &*key.limits), Some(""));
        assert_eq!(said.of("A", "d").map(|key| (&*key.absent, &*key.by)), Some(("", "month")));
        assert!(Said::read("A.b: 1\nA.b: 2").is_err());
        assert!(Said::read("A.b 1").is_err());
    }

    #[test]
    fn rules_are_linked_by_number() {
        let rules = Rules::read("## Scoring\n### 6. Decay\n## Values\n");
        let links = rules.links("6 values").unwrap();
        assert_eq!(links, "[6. Decay](../semantics.md#6-decay) · [Values](../semantics.md#values)");
        assert!(rules.links("99").is_err());
    }
}
