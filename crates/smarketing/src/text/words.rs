//! Words and phrases: a word is a run of letters and digits, a phrase is consecutive words, a
//! trailing `*` takes the rest of its word.

use std::ops::Range;

/// Where a word stands in its text, in bytes.
pub(crate) type WordSpan = Range<u32>;

/// Letters, digits and combining marks, by the tables of a locked crate, so that the compiler's
/// Unicode version decides nothing.
fn is_word_character(character: char) -> bool {
    if character.is_ascii() {
        character.is_ascii_alphanumeric()
    } else {
        unicode_ident::is_xid_continue(character)
            && !matches!(
                character,
                '\u{b7}' | '\u{203f}' | '\u{2040}' | '\u{2054}' | '\u{fe33}' | '\u{fe34}' | '\u{fe4d}'
                    ..='\u{fe4f}' | '\u{ff3f}'
            )
    }
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<WordSpan> {
    let mut found = Vec::new();
    let mut start: Option<u32> = None;
    for (at, character) in text.char_indices() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        if is_word_character(character) {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            found.push(from..at);
        }
    }
    if let Some(from) = start {
        found.push(from..u32::try_from(text.len()).unwrap_or(u32::MAX));
    }
    found
}

fn slice<'a>(text: &'a str, span: &WordSpan) -> &'a str {
    text.get(span.start as usize..span.end as usize).unwrap_or("")
}

/// A phrase to look for: folded words, each of which may be open at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    words: Box<[(Box<str>, bool)]>,
}

impl Phrase {
    /// Reads a phrase such as `head of it` or `bereichsleiter* it`; `None` when it has no word, or a `*`
    /// that is not the end of a word.
    pub(crate) fn new(folded: &str) -> Option<Self> {
        let spans = words(folded);
        let open = |span: &WordSpan| folded.get(span.end as usize..).is_some_and(|rest| rest.starts_with('*'));
        let stars = folded.matches('*').count();
        let ends = spans.iter().filter(|span| open(span)).count();
        // A word that goes on behind its star is a wildcard, which this is not.
        let goes_on = spans.windows(2).any(|pair| {
            let [one, next] = pair else { return false };
            open(one) && next.start == one.end.saturating_add(1)
        });
        let words: Box<[(Box<str>, bool)]> =
            spans.iter().map(|span| (slice(folded, span).into(), open(span))).collect();
        (!words.is_empty() && stars == ends && !goes_on).then_some(Self { words })
    }

    /// A text in which the phrase stands.
    pub(crate) fn example(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|(word, _)| &**word).collect();
        words.join(" ")
    }

    /// Whether the phrase stands in the text, word by word. `spans` are the words of `text`.
    pub(crate) fn is_in(&self, text: &str, spans: &[WordSpan]) -> bool {
        spans.windows(self.words.len()).any(|window| {
            window.iter().zip(&self.words).all(|(span, (wanted, open))| {
                let word = slice(text, span);
                if *open { word.starts_with(&**wanted) } else { word == &**wanted }
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Phrase, words};

    fn has(text: &str, phrase: &str) -> bool {
        Phrase::new(phrase).is_some_and(|phrase| phrase.is_in(text, &words(text)))
    }

    #[test]
    fn a_word_is_not_a_part_of_a_word() {
        assert!(!has("director", "cto"));
        assert!(has("cto & founder", "cto"));
    }

    #[test]
    fn a_star_takes_the_rest_of_the_word() {
        assert!(has("it-leiterin (region süd)", "it-leiter*"));
        assert!(!has("it-leiterin", "it-leiter"));
        assert!(has("stellv. bereichsleiterin it", "bereichsleiter* it"));
        // Else `head of *` would be in "head office", and `it*leiter` would ask for two words.
        assert!(["head of *", "it*leiter", "it**", "*"].iter().all(|wrong| Phrase::new(wrong).is_none()));
    }

    #[test]
    fn a_phrase_is_consecutive_words() {
        assert!(has("head of it, emea", "head of it"));
        assert!(!has("head of sales it", "head of it"));
    }
}
