//! What documentation says of a function besides its signature: what it gives, when it fails, and its source.
//!
//! It stands apart from [`Function`], behind the feature `schema`: generators read it, and nobody carries it.

use super::{Function, On};

/// What documentation says of a [`Function`] besides its signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Documentation {
    /// What it gives, with shapes and units.
    pub gives: &'static str,
    /// When a request fails, besides arguments that are missing, unreadable or unknown; empty: never.
    pub raises: &'static str,
    /// When the lifecycle refuses; empty: never.
    pub refuses: &'static str,
    /// The formula and where it is from; empty: nothing is computed that needs one.
    pub source: &'static str,
}

const TEXT: &str = include_str!("documentation.txt");

impl Function {
    /// What documentation says of it; `None` where `documentation.txt` has nothing.
    ///
    /// ```
    /// let solve = smarketing::functions().find(|function| function.name == "solve").unwrap();
    /// assert!(solve.documentation().unwrap().raises.starts_with("where there is no such segment"));
    /// ```
    #[must_use]
    pub fn documentation(&self) -> Option<Documentation> {
        // One name may be asked of the library and of an agreement.
        let own = (self.on != On::Library).then(|| find(&format!("agreement.{}", self.name))).flatten();
        own.or_else(|| find(self.name))
    }
}

fn find(name: &str) -> Option<Documentation> {
    let mut lines = TEXT.split("\n\n").find_map(|block| {
        let mut lines = block.lines();
        (lines.next() == Some(name)).then_some(lines)
    })?;
    lines.try_fold(Documentation::default(), |mut found, line| {
        let (key, text) = line.split_once(": ")?;
        match key {
            "gives" => found.gives = text,
            "raises" => found.raises = text,
            "refuses" => found.refuses = text,
            "source" => found.source = text,
            _ => return None,
        }
        Some(found)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::TEXT;
    use crate::requests::functions;

    /// Words that say nothing by themselves.
    const EMPTY: [&str; 13] = ["a", "an", "the", "of", "it", "i", "in", "to", "for", "what", "by", "lead", ""];

    /// The words of a text that say something, in the singular.
    fn words(text: &str) -> BTreeSet<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let plain = words.map(|word| word.to_lowercase().trim_end_matches('s').to_owned());
        plain.filter(|word| !EMPTY.contains(&word.as_str())).collect()
    }

    /// `LeadState` as `Lead State`.
    fn spaced(kind: &str) -> String {
        kind.chars().flat_map(|letter| [letter.is_uppercase().then_some(' '), Some(letter)]).flatten().collect()
    }

    #[test]
    fn every_function_says_what_it_gives() {
        for function in functions() {
            let found = function.documentation();
            let gives = found.unwrap_or_else(|| panic!("documentation.txt has nothing of `{}`", function.name)).gives;
            assert!(gives.len() >= 15 && gives.ends_with('.'), "{}: {gives}", function.name);
        }
    }

    #[test]
    fn nothing_is_said_of_other_functions() {
        for name in TEXT.split("\n\n").filter_map(|block| block.lines().next()).filter(|line| !line.starts_with('#')) {
            let known = name.rsplit('.').next().unwrap_or(name);
            assert!(functions().any(|function| function.name == known), "{name}");
        }
    }

    #[test]
    fn functions_that_can_refuse_say_when() {
        for function in functions().filter(|function| matches!(function.name, "start" | "apply")) {
            assert!(!function.documentation().unwrap_or_default().refuses.is_empty(), "{}", function.name);
        }
    }

    /// What only repeats the name or the type of an argument tells nobody anything.
    #[test]
    fn arguments_say_more_than_their_names() {
        let mut wrong = Vec::new();
        for function in functions() {
            for argument in function.arguments {
                let known = words(&format!("{} {}", argument.name.replace('_', " "), spaced(argument.kind)));
                let said = words(argument.about);
                let more = said.difference(&known).count();
                if more < 2 || argument.about.len() < 16 {
                    wrong.push(format!("{}({}): `{}`", function.name, argument.name, argument.about));
                }
            }
        }
        assert!(wrong.is_empty(), "these say little more than the signature:\n{}", wrong.join("\n"));
    }

    #[test]
    fn words_are_compared_without_what_says_nothing() {
        assert_eq!(words("the lead's state"), words("of states"));
        assert_eq!(words("where it stands").len(), 2);
        assert_eq!(spaced("LeadState"), " Lead State");
    }
}
