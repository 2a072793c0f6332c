//! Folding: the one form in which two texts are compared.

use std::borrow::Cow;

use unicase::UniCase;

/// Trims a text and folds its case, with the Unicode tables of a locked crate: "STRASSE" and
/// "Straße" become the same text, on every platform and with every compiler.
///
/// Text that is already folded is borrowed.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if trimmed.is_ascii() {
        if trimmed.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Cow::Owned(trimmed.to_ascii_lowercase())
        } else {
            Cow::Borrowed(trimmed)
        }
    } else {
        Cow::Owned(fold_unicode(trimmed))
    }
}

/// Apart from the rest: most texts do not need it, and with its long tables an engine's compiler takes ten times as long.
#[inline(never)]
fn fold_unicode(text: &str) -> String {
    UniCase::unicode(text).to_folded_case()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn sharp_s_is_two_letters() {
        assert_eq!(fold(" STRASSE "), fold("Straße"));
    }

    #[test]
    fn umlauts_fold_to_lower_case() {
        assert_eq!(fold("GESCHÄFTSFÜHRER"), "geschäftsführer");
    }

    #[test]
    fn folded_text_is_borrowed() {
        assert!(matches!(fold("cio"), std::borrow::Cow::Borrowed("cio")));
    }
}
