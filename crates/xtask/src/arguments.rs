//! The arguments of a chore: flags, options with a value, and names, each taken once by who knows it.

use crate::error::{Context, Result, fail};

/// What was given after the chore's name and not yet taken.
pub struct Arguments {
    left: Vec<String>,
    /// What stood after `--`.
    rest: Vec<String>,
}

impl Arguments {
    /// Sorts the words into the chore's own and those after `--`.
    pub fn new(given: impl Iterator<Item = String>) -> Self {
        let mut left: Vec<String> = given.collect();
        let rest = match left.iter().position(|word| word == "--") {
            Some(place) => left.split_off(place).into_iter().skip(1).collect(),
            None => Vec::new(),
        };
        Self { left, rest }
    }

    /// Takes a flag such as `--check`.
    pub fn flag(&mut self, name: &str) -> bool {
        let place = self.left.iter().position(|word| word == name);
        place.map(|place| self.left.remove(place)).is_some()
    }

    /// Takes an option's value, given as `--name value` or `--name=value`.
    pub fn option(&mut self, name: &str) -> Result<Option<String>> {
        for (place, word) in self.left.iter().enumerate() {
            if word == name {
                if place + 1 == self.left.len() {
                    return fail(format!("`{name}` needs a value"));
                }
                self.left.remove(place);
                return Ok(Some(self.left.remove(place)));
            }
            if let Some(value) = word.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
                let value = value.to_owned();
                self.left.remove(place);
                return Ok(Some(value));
            }
        }
        Ok(None)
    }

    /// Takes every value of an option that may be repeated.
    pub fn options(&mut self, name: &str) -> Result<Vec<String>> {
        let mut values = Vec::new();
        while let Some(value) = self.option(name)? {
            values.push(value);
        }
        Ok(values)
    }

    /// Takes the next plain word.
    pub fn word(&mut self) -> Option<String> {
        let place = self.left.iter().position(|word| !word.starts_with('-'))?;
        Some(self.left.remove(place))
    }

    /// Takes what stood after `--`.
    pub fn rest(&mut self) -> Vec<String> {
        std::mem::take(&mut self.rest)
    }

    /// Fails if something was given that nobody took.
    pub fn finish(self) -> Result<()> {
        match self.left.first().or(self.rest.first()) {
            Some(word) => fail(format!("`{word}` is not understood here; see `cargo xtask help`")),
            None => Ok(()),
        }
    }
}

/// A whole number from an option's value.
pub fn number(name: &str, value: &str) -> Result<u64> {
    value.replace('_', "").parse().context(|| format!("`{name} {value}` is not a whole number"))
}

#[cfg(test)]
mod tests {
    use super::{Arguments, number};

    fn arguments(line: &str) -> Arguments {
        Arguments::new(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn flags_options_and_words_come_in_any_order() {
        let mut given = arguments("--only lints leads --check --only=wasm -- --more 1");
        assert!(given.flag("--check"));
        assert!(!given.flag("--check"));
        assert_eq!(given.options("--only").unwrap(), ["lints", "wasm"]);
        assert_eq!(given.word().as_deref(), Some("leads"));
        assert_eq!(given.rest(), ["--more", "1"]);
        assert!(given.finish().is_ok());
    }

    #[test]
    fn what_nobody_takes_is_an_error() {
        assert!(arguments("--only-once").finish().unwrap_err().to_string().contains("--only-once"));
        assert!(arguments("-- more").finish().is_err());
        assert!(arguments("--only").option("--only").is_err());
    }

    #[test]
    fn numbers_may_be_grouped() {
        assert_eq!(number("--iterations", "10_000").unwrap(), 10_000);
        assert!(number("--iterations", "many").is_err());
    }
}
