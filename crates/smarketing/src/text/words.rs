//! Words and phrases: a word is a run of letters and digits, a phrase is consecutive words, a
//! trailing `*` takes the rest of a word.

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

/// A phrase to look for: folded words, the last of which may be open at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    words: Box<[Box<str>]>,
    open: bool,
}

impl Phrase {
    /// Reads a phrase such as `head of it` or `it-leiter*`; `None` when it has no word.
    pub(crate) fn new(folded: &str) -> Option<Self> {
        let open = folded.ends_with('*');
        let words: Box<[Box<str>]> = words(folded).iter().map(|span| slice(folded, span).into()).collect();
        (!words.is_empty()).then_some(Self { words, open })
    }

    /// A text in which the phrase stands.
    pub(crate) fn example(&self) -> String {
        self.words.join(" ")
    }

    /// Whether the phrase stands in the text, word by word. `spans` are the words of `text`.
    pub(crate) fn is_in(&self, text: &str, spans: &[WordSpan]) -> bool {
        spans.windows(self.words.len()).any(|window| {
            let last = self.words.len().saturating_sub(1);
            window.iter().zip(&self.words).enumerate().all(|(index, (span, wanted))| {
                let word = slice(text, span);
                if self.open && index == last { word.starts_with(&**wanted) } else { word == &**wanted }
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
    }

    #[test]
    fn a_phrase_is_consecutive_words() {
        assert!(has("head of it, emea", "head of it"));
        assert!(!has("head of sales it", "head of it"));
    }
}
