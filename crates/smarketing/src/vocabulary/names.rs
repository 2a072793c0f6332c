//! Names: what may be one, which are reserved, and [`Entries`], a table in document order.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::document::reader::Place;
use crate::finding::{Code, Finding};

/// A table of the document whose keys are the author's names, in document order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Entries<T> {
    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Names and values in document order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The names in document order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a table of the author's names; a name that is none is reported and left out.
    pub(crate) fn read(
        place: &Place<'_, '_>,
        part: &'static str,
        read: impl Fn(&Place<'_, '_>) -> Option<T>,
    ) -> Option<Self> {
        let entries = place.entries(|name, place| {
            let right = check_name(name, place);
            let value = read(place).filter(|_| right);
            if value.is_none() {
                place.sink.poison(part, name);
            }
            value.map(|value| (name.to_owned(), value))
        });
        entries.map(Self)
    }
}

impl<T> FromIterator<(String, T)> for Entries<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for Entries<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// Whether a text can be a name: ASCII letters, digits, `_` and `-`, beginning with a letter.
pub(crate) fn is_name(text: &str) -> bool {
    text.len() <= 64
        && text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

fn check_name(name: &str, place: &Place<'_, '_>) -> bool {
    let right = is_name(name);
    if !right {
        let message = format!("`{name}` cannot be a name");
        let help = "a name is made of letters, digits, `_` and `-`, and begins with a letter";
        place.sink.report_key(Finding::new(Code::InvalidName, place.path(), message).help(help));
    }
    right
}

/// An id that stands as a value: a name, and not one of the words in `taken`.
pub(crate) fn read_name(place: &Place<'_, '_>) -> Option<String> {
    let text = place.text()?;
    if is_name(text) {
        return Some(text.to_owned());
    }
    let help = "an id is made of letters, digits, `_` and `-`, and begins with a letter";
    place.report_with_help(Code::InvalidName, format!("`{text}` cannot be an id"), help);
    None
}
