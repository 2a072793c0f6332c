//! Entries of the glossary, and how the built-in ones are read from their texts.

use std::borrow::Cow;

use serde::Serialize;

use super::terms;

/// A text in German and English: a definition, or what an abbreviation stands for.
///
/// An agreement may give one language only.
///
/// ```
/// use smarketing::Definition;
/// let definition = Definition::new("Durchschnittlicher Auftragswert", "Average sale price");
/// assert_eq!(definition.text("de"), Some("Durchschnittlicher Auftragswert"));
/// assert_eq!(Definition { en: None, ..definition }.text("en"), Some("Durchschnittlicher Auftragswert"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Definition {
    /// The text in German.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub de: Option<Cow<'static, str>>,
    /// The text in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<Cow<'static, str>>,
}

impl Definition {
    /// A text in both languages.
    #[must_use]
    pub fn new(de: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { de: Some(de.into()), en: Some(en.into()) }
    }

    /// Reads a plain text, or texts by language.
    pub(crate) fn read(place: &crate::document::reader::Place<'_, '_>) -> Option<Self> {
        if matches!(place.node.kind, crate::document::tree::Kind::Text(_)) {
            return place.filled_text().map(|text| Self { de: None, en: Some(text.into()) });
        }
        let table = place.table()?;
        let text = |key: &'static str| table.optional(key).and_then(|place| place.filled_text()).map(Cow::Owned);
        let definition = Self { de: text("de"), en: text("en") };
        table.finish();
        if definition == Self::default() {
            place.report(crate::Code::Empty, "expected a definition in `de` or `en`");
            return None;
        }
        Some(definition)
    }

    /// The text in a language (`de` or `en`); where that is missing, or the language is another,
    /// the text there is, English first.
    #[must_use]
    pub fn text(&self, language: &str) -> Option<&str> {
        let (first, second) = if language == "de" { (&self.de, &self.en) } else { (&self.en, &self.de) };
        first.as_deref().or(second.as_deref())
    }
}

/// Who defined a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DefinedBy {
    /// It is one of the built-in words.
    Library,
    /// The agreement, whose definition wins.
    Agreement,
}

/// A term of the field with its definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct GlossaryEntry {
    /// The term itself: the word that documents and results use, or the abbreviation.
    pub term: Cow<'static, str>,
    /// Other words for the same, folded.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Cow<'static, str>>,
    /// What an abbreviation stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spelled_out: Option<Definition>,
    /// What the term means.
    pub definition: Definition,
    /// Whether the library or the agreement defined it.
    pub defined_by: DefinedBy,
}

impl GlossaryEntry {
    pub(super) fn of_agreement(term: &str, definition: Definition) -> Self {
        Self {
            term: Cow::Owned(term.trim().to_owned()),
            aliases: Vec::new(),
            spelled_out: None,
            definition,
            defined_by: DefinedBy::Agreement,
        }
    }

    /// Reads a block of lines `key: text`, with the keys `term`, `long de`, `long en`, `de` and `en`.
    /// Its aliases stand apart, with the [terms](super::terms).
    fn read(block: &'static str) -> Option<Self> {
        let mut term = None;
        let (mut long, mut definition) = (Definition::default(), Definition::default());
        for line in block.lines().filter(|line| !line.starts_with('#')) {
            let (key, text) = line.split_once(": ")?;
            match key {
                "term" => term = Some(Cow::Borrowed(text)),
                "long de" => long.de = Some(text.into()),
                "long en" => long.en = Some(text.into()),
                "de" => definition.de = Some(text.into()),
                "en" => definition.en = Some(text.into()),
                _ => return None,
            }
        }
        let spelled_out = (long != Definition::default()).then_some(long);
        Some(Self { term: term?, aliases: Vec::new(), spelled_out, definition, defined_by: DefinedBy::Library })
    }
}

/// The texts of the built-in meanings: each begins with a line that says what it is, then blocks between blank lines.
pub(super) const TEXTS: [&str; 5] = [
    include_str!("agreement.txt"),
    include_str!("lifecycle.txt"),
    include_str!("abbreviations.txt"),
    include_str!("practice.txt"),
    include_str!("job_titles.txt"),
];

/// The built-in entries with their folded terms, in the order of the texts.
///
/// This alone refers to the meanings: what asks for words only, as scoring and its checks do, goes
/// to [`terms`].
pub(super) fn built_in() -> impl Iterator<Item = (&'static str, GlossaryEntry)> {
    terms::all().zip(blocks()).map(|((term, aliases), entry)| {
        let aliases = aliases.map(Cow::Borrowed).collect();
        (term, GlossaryEntry { aliases, ..entry })
    })
}

/// The entries as their blocks have them.
fn blocks() -> impl Iterator<Item = GlossaryEntry> {
    TEXTS.into_iter().flat_map(|text| text.split("\n\n")).filter_map(GlossaryEntry::read)
}

#[cfg(test)]
mod tests {
    use super::{TEXTS, blocks, built_in, terms};
    use crate::text::fold;

    #[test]
    fn every_term_has_its_block_in_the_same_order() {
        let terms: Vec<&str> = terms::all().map(|(term, _)| term).collect();
        assert!(blocks().map(|entry| fold(&entry.term).into_owned()).eq(terms));
    }

    #[test]
    fn every_block_is_read() {
        let written: usize =
            TEXTS.iter().flat_map(|text| text.lines()).filter(|line| line.starts_with("term: ")).count();
        assert_eq!(blocks().count(), written);
        let blocks: usize = TEXTS.iter().map(|text| text.split("\n\n").count()).sum();
        assert_eq!(blocks, written + TEXTS.len(), "one heading a text");
    }

    #[test]
    fn every_entry_is_whole_sentences_in_both_languages() {
        for (_, entry) in built_in() {
            for text in [&entry.definition.de, &entry.definition.en] {
                let text = text.as_deref().unwrap_or_default();
                assert!(text.len() > 20 && text.ends_with('.') && text.len() < 400, "{}: {text}", entry.term);
            }
            assert_ne!(entry.definition.de, entry.definition.en, "{}", entry.term);
            let long = entry.spelled_out.unwrap_or_default();
            assert_eq!(long.de.is_some(), long.en.is_some(), "{}", entry.term);
        }
    }
}
