//! How much of a text a message shows.

use std::borrow::Cow;

/// So many characters of a text are enough to find it again.
const ENOUGH: usize = 100;

/// A text as a message shows it: its beginning, where it is long.
pub(crate) fn shorten(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(ENOUGH) {
        Some((end, _)) => Cow::Owned([text.get(..end).unwrap_or_default(), "…"].concat()),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(shorten("short"), "short");
        let long = "ä".repeat(1000);
        assert_eq!(shorten(&long), format!("{}…", "ä".repeat(100)));
    }
}
