//! Patterns of the operator `matches`: `*` for any run of characters, `?` for one; the whole text
//! must match. Never a regular expression.

/// A folded pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    characters: Box<[char]>,
}

impl Pattern {
    pub(crate) fn new(folded: &str) -> Self {
        Self { characters: folded.chars().collect() }
    }

    /// A text that matches.
    pub(crate) fn example(&self) -> String {
        self.characters
            .iter()
            .filter(|letter| **letter != '*')
            .map(|letter| if *letter == '?' { 'x' } else { *letter })
            .collect()
    }

    /// Whether the whole folded text matches. Linear in practice: only the last `*` is retried.
    pub(crate) fn matches(&self, text: &str) -> bool {
        let mut rest = text.chars();
        let mut at = 0_usize;
        let mut retry: Option<(usize, std::str::Chars<'_>)> = None;
        loop {
            let wanted = self.characters.get(at).copied();
            if wanted == Some('*') {
                at = at.saturating_add(1);
                retry = Some((at, rest.clone()));
                continue;
            }
            let mut ahead = rest.clone();
            match (wanted, ahead.next()) {
                (None, None) => return true,
                (Some('?'), Some(_)) => {
                    rest = ahead;
                    at = at.saturating_add(1);
                }
                (Some(pattern), Some(character)) if pattern == character => {
                    rest = ahead;
                    at = at.saturating_add(1);
                }
                _ => {
                    let Some((after_star, from)) = &mut retry else { return false };
                    if from.next().is_none() {
                        return false;
                    }
                    at = *after_star;
                    rest = from.clone();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn whole_text_must_match() {
        assert!(Pattern::new("/pricing*").matches("/pricing/enterprise"));
        assert!(!Pattern::new("/pricing").matches("/pricing/enterprise"));
        assert!(Pattern::new("*.edu").matches("a.b.edu"));
        assert!(Pattern::new("b?rn").matches("born"));
        assert!(Pattern::new("*a*b*").matches("xxaxxbxx"));
        assert!(!Pattern::new("a*b").matches("axxbx"));
        assert!(Pattern::new("*").matches(""));
    }
}
