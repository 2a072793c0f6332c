//! [`Bound`]: a value that has found its type, ready to be compared.

use std::borrow::Cow;
use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::country::Country;
use super::email_kind::EmailKind;
use crate::text::{WordSpan, fold, words};
use crate::time::Timestamp;

/// A text in the form in which it is compared, with its words where they are looked for often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoldedText {
    pub(crate) text: Box<str>,
    words: Box<[WordSpan]>,
}

impl Ord for FoldedText {
    fn cmp(&self, other: &Self) -> Ordering {
        // The words follow from the text, where they are found at all.
        self.text.cmp(&other.text).then_with(|| self.words.len().cmp(&other.words.len()))
    }
}

impl PartialOrd for FoldedText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FoldedText {
    pub(crate) fn new(text: &str) -> Self {
        let text: Box<str> = fold(text).into();
        let words = words(&text).into_boxed_slice();
        Self { text, words }
    }

    /// A text whose words are hardly ever looked for: they are found when they are.
    pub(crate) fn plain(text: &str) -> Self {
        Self { text: fold(text).into(), words: Box::default() }
    }

    /// Where its words stand.
    pub(crate) fn words(&self) -> Cow<'_, [WordSpan]> {
        if self.words.is_empty() { Cow::Owned(words(&self.text)) } else { Cow::Borrowed(&self.words) }
    }
}

/// A value of the vocabulary's type. Missing is one, too: unknown is neither yes nor no.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Bound {
    /// Not known, and what could become known of it is open.
    Missing,
    /// Not known, and taken never to become known: only searches over what is possible assume it.
    Withheld,
    Boolean(bool),
    Number(Decimal),
    Text(FoldedText),
    /// A category's value or a country, by number.
    Code(u16),
    Email(BoundEmail),
    /// An instant, or the first instant of a date.
    Time(Timestamp),
    Texts(Box<[FoldedText]>),
    /// A list of a category's values.
    Codes(Box<[u16]>),
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct BoundEmail {
    pub(crate) address: FoldedText,
    /// Where the domain begins in the address.
    pub(crate) domain_at: usize,
    pub(crate) kind: EmailKind,
}

impl BoundEmail {
    pub(crate) fn domain(&self) -> &str {
        self.address.text.get(self.domain_at..).unwrap_or("")
    }
}

/// A set of codes, as bits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct CodeSet(Box<[u64]>);

impl CodeSet {
    pub(crate) fn new(codes: impl IntoIterator<Item = u16>) -> Self {
        let mut bits: Vec<u64> = Vec::new();
        for code in codes {
            let word = usize::from(code >> 6);
            if bits.len() <= word {
                bits.resize(word.saturating_add(1), 0);
            }
            if let Some(word) = bits.get_mut(word) {
                *word |= 1 << (code & 63);
            }
        }
        Self(bits.into())
    }

    pub(crate) fn has(&self, code: u16) -> bool {
        self.0.get(usize::from(code >> 6)).is_some_and(|word| word & (1 << (code & 63)) != 0)
    }
}

/// The number of a country: its two letters in base 26.
pub(crate) fn country_code(country: Country) -> u16 {
    country
        .code()
        .bytes()
        .fold(0, |code: u16, letter| code.saturating_mul(26).saturating_add(u16::from(letter.saturating_sub(b'A'))))
}

/// The country of a number.
pub(crate) fn country_of(code: u16) -> Option<Country> {
    let letter = |index: u16| u8::try_from(index).ok().map(|index| char::from(b'A'.saturating_add(index)));
    let text: String = [letter(code.checked_div(26)?)?, letter(code.checked_rem(26)?)?].iter().collect();
    Country::from_code(&text)
}
