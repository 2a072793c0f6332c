//! [`Language`]: the languages that the library speaks where it writes sentences.

use crate::document::reader::Place;
use crate::finding::{Code, Finding};

/// A language in which sentences are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    German,
}

impl Language {
    /// The language of a code such as `de` or `de-AT`; English for every other than German.
    pub(crate) fn of(code: &str) -> Self {
        Self::spoken(code).unwrap_or(Self::English)
    }

    /// The language of a code, if it is one that is spoken here: with or without a region.
    fn spoken(code: &str) -> Option<Self> {
        match code.split_once('-').map_or(code, |(language, _)| language) {
            "de" => Some(Self::German),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// Reads a language that somebody asks for: what is not spoken is a finding, not English.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let code = place.text()?;
        let language = Self::spoken(code);
        if language.is_none() {
            let finding = Finding::new(Code::UnknownValue, place.path(), format!("`{code}` is not spoken here"));
            // No "did you mean": of two letters every one is near to every other.
            place.sink.report(finding.help("expected `de` or `en`, with or without a region: `de-AT`"));
        }
        language
    }

    pub(crate) const fn code(self) -> &'static str {
        self.pick(("en", "de"))
    }

    /// The English words or the German ones.
    pub(crate) const fn pick<'w>(self, (english, german): (&'w str, &'w str)) -> &'w str {
        match self {
            Self::English => english,
            Self::German => german,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_region_does_not_change_the_language() {
        assert_eq!([Language::of("de"), Language::of("de-AT")], [Language::German; 2]);
        assert_eq!([Language::of("en-GB"), Language::of("fr"), Language::of("den")], [Language::English; 3]);
        assert_eq!(["fr", "", "den", "-de"].map(Language::spoken), [None; 4]);
    }
}
