//! [`Texts`]: a text for people, in one language or in several.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::finding::Code;

/// A text for people: plain, in the agreement's language, or by language code (`de`, `en`).
///
/// ```
/// use smarketing::Texts;
/// let plain = Texts::from("Industry");
/// assert_eq!(plain.in_language("de"), Some("Industry"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    plain: Option<String>,
    languages: BTreeMap<String, String>,
}

impl Texts {
    /// A text by language codes.
    #[must_use]
    pub fn by_language<L: Into<String>, T: Into<String>>(texts: impl IntoIterator<Item = (L, T)>) -> Self {
        Self { plain: None, languages: texts.into_iter().map(|(code, text)| (code.into(), text.into())).collect() }
    }

    /// The text in a language; else the plain one, else English, else the first there is.
    #[must_use]
    pub fn in_language(&self, language: &str) -> Option<&str> {
        let languages = &self.languages;
        let found = languages.get(language).or(self.plain.as_ref()).or_else(|| languages.get("en"));
        found.or_else(|| languages.values().next()).map(String::as_str)
    }

    /// Whether there is no text at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plain.is_none() && self.languages.is_empty()
    }

    /// Every text there is.
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
        self.plain.iter().chain(self.languages.values()).map(String::as_str)
    }

    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        if !matches!(place.node.kind, Kind::Table(_)) {
            return place.filled_text().map(Self::from);
        }
        let texts = place.entries(|code, place| {
            if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_lowercase()) {
                let help = "a language is two small letters, such as `de` or `en`";
                place.report_with_help(Code::InvalidValue, format!("`{code}` is not a language"), help);
                return None;
            }
            place.filled_text().map(|text| (code.to_owned(), text))
        })?;
        Some(Self { plain: None, languages: texts.into_iter().collect() })
    }
}

impl From<&str> for Texts {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Texts {
    fn from(text: String) -> Self {
        Self { plain: Some(text), languages: BTreeMap::new() }
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.plain {
            Some(text) => serializer.serialize_str(text),
            None => self.languages.serialize(serializer),
        }
    }
}
