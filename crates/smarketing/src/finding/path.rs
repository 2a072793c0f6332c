//! [`Path`]: the place of a finding in a document or in facts.

use std::fmt;

use serde::{Serialize, Serializer};

/// One step of a [`Path`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// A key of a table.
    Key(String),
    /// An element of a list, from 0.
    Index(usize),
}

/// A place such as `scoring.rules[3].when.industry`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Path(Vec<Segment>);

impl Path {
    /// The place of the whole.
    #[must_use]
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// The place of a key under this one.
    #[must_use]
    pub fn key(&self, key: impl Into<String>) -> Self {
        self.with(Segment::Key(key.into()))
    }

    /// The place of a list's element under this one.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Segment::Index(index))
    }

    fn with(&self, segment: Segment) -> Self {
        let mut segments = self.0.clone();
        segments.push(segment);
        Self(segments)
    }

    /// The steps from the root.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// Whether this is the place of the whole.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Segment> for Path {
    fn from_iter<I: IntoIterator<Item = Segment>>(segments: I) -> Self {
        Self(segments.into_iter().collect())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) => {
                    let bare = !key.is_empty()
                        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
                    let dot = if at == 0 { "" } else { "." };
                    if bare { write!(f, "{dot}{key}")? } else { write!(f, "{dot}\"{}\"", key.escape_debug())? }
                }
            }
        }
        Ok(())
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn keys_that_are_no_bare_words_are_quoted() {
        let path = Path::root().key("scoring").key("rules").index(3).key("a b");
        assert_eq!(path.to_string(), "scoring.rules[3].\"a b\"");
    }
}
