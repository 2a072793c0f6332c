//! The glossary's words apart from their meanings: which there are, and which term a word leads to.
//!
//! A check of an agreement asks for words alone, a few dozen of them: it searches one short text,
//! which costs less than building a map of it, and touches no meaning.

/// A heading, then a line for each entry, in the order of the texts: the term and its aliases.
const TERMS: &str = include_str!("terms.txt");

/// What stands between the words of a line.
const BETWEEN: &str = " | ";

/// Each entry's term and aliases, all folded, in the order of the texts.
pub(super) fn all() -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    TERMS.lines().skip(1).map(split)
}

/// The term to which a folded word leads: the term itself, or the one of which it is an alias.
pub(super) fn canonical(word: &str) -> Option<&'static str> {
    Some(split(line_of(word)?).0)
}

/// The aliases of a folded term; none for an alias, or for a word that is not in the glossary.
pub(super) fn aliases(term: &str) -> impl Iterator<Item = &'static str> {
    let line = line_of(term).map(split).filter(|(canonical, _)| *canonical == term);
    line.into_iter().flat_map(|(_, aliases)| aliases)
}

/// The line in which a folded word stands.
fn line_of(word: &str) -> Option<&'static str> {
    // What has a separator in it is no word, though it may stand in the text.
    if word.is_empty() || word.contains(['|', '\n']) {
        return None;
    }
    TERMS.match_indices(word).find_map(|(at, _)| {
        let (before, rest) = TERMS.split_at_checked(at)?;
        let after = rest.strip_prefix(word)?;
        let begins = before.ends_with('\n') || before.ends_with(BETWEEN);
        let ends = after.starts_with('\n') || after.starts_with(BETWEEN);
        let start = before.rfind('\n')?.checked_add(1)?;
        if begins && ends { TERMS.get(start..)?.lines().next() } else { None }
    })
}

/// The term of a line, and its aliases.
fn split(line: &'static str) -> (&'static str, impl Iterator<Item = &'static str>) {
    let mut words = line.split(BETWEEN);
    (words.next().unwrap_or(line), words)
}

#[cfg(test)]
mod tests {
    use super::{TERMS, aliases, all, canonical};
    use crate::text::fold;

    #[test]
    fn every_word_leads_to_its_term_and_stands_there_folded() {
        for (term, others) in all() {
            let others: Vec<&str> = others.collect();
            assert!(aliases(term).eq(others.iter().copied()), "{term}");
            for word in others.into_iter().chain([term]) {
                assert_eq!(canonical(word), Some(term), "{word}");
                assert_eq!(fold(word), word);
            }
        }
    }

    #[test]
    fn what_is_no_word_leads_nowhere() {
        let heading = TERMS.lines().next().unwrap_or_default();
        for word in ["", " ", "|", "xqz", "agreemen", "greement", "contact | kontakt", "kontakt\naccount", heading] {
            assert_eq!((canonical(word), aliases(word).next()), (None, None), "{word}");
        }
        assert_eq!(aliases("kontakt").next(), None);
    }
}
