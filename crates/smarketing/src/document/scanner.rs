//! JSON text read in one pass, without a tree: for requests, which come often and have one shape.
//!
//! Whatever the reader does not expect is `None`: then the text is read again, with care.

use std::borrow::Cow;

use super::from_json::Text;
use super::tree::{Kind, Node};
use crate::json::special;

/// A JSON text and how far it has been read.
pub(crate) struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    pub(crate) const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The next byte that is no white space.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.text.as_bytes().get(self.at)?;
            if !is_blank(byte) {
                return Some(byte);
            }
            self.at = self.at.saturating_add(1);
        }
    }

    /// Goes past that byte where it is this one.
    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at = self.at.saturating_add(1))
    }

    /// The members of a table; `read` takes the value of each key.
    pub(crate) fn members(&mut self, mut read: impl FnMut(&mut Self, Cow<'t, str>) -> Option<()>) -> Option<()> {
        self.parts(b'{', b'}', |scanner| {
            let key = scanner.text()?;
            scanner.take(b':')?;
            read(scanner, key)
        })
    }

    /// The items of a list; `read` takes each.
    pub(crate) fn items(&mut self, read: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.parts(b'[', b']', read)
    }

    fn parts(&mut self, open: u8, close: u8, mut read: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(open)?;
        if self.take(close).is_some() {
            return Some(());
        }
        loop {
            read(self)?;
            if self.take(b',').is_none() {
                return self.take(close);
            }
        }
    }

    /// A text, which is borrowed where it has no escapes.
    #[inline(always)]
    pub(crate) fn text(&mut self) -> Option<Cow<'t, str>> {
        self.take(b'"')?;
        let rest = self.text.as_bytes().get(self.at..)?;
        let end = self.at.saturating_add(special(rest)?);
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return self.escaped();
        }
        let text = self.text.get(self.at..end)?;
        self.at = end.saturating_add(1);
        Some(Cow::Borrowed(text))
    }

    /// The same for a text with escapes, or with what no text may have.
    #[cold]
    fn escaped(&mut self) -> Option<Cow<'t, str>> {
        let start = self.at.checked_sub(1)?;
        let mut rest = self.text.bytes().enumerate().skip(self.at);
        let mut end = None;
        while let (None, Some((at, byte))) = (end, rest.next()) {
            match byte {
                b'\\' => drop(rest.next()),
                b'"' => end = Some(at.saturating_add(1)),
                _ => {}
            }
        }
        self.at = end?;
        serde_json::from_str(self.text.get(start..self.at)?).ok().map(|Text(text)| text)
    }

    /// A text, a number, a truth value or null.
    pub(crate) fn scalar(&mut self) -> Option<Kind<'t>> {
        if self.peek()? == b'"' {
            return self.text().map(Kind::Text);
        }
        let rest = self.text.get(self.at..)?;
        let length = rest.bytes().position(|byte| is_blank(byte) || matches!(byte, b',' | b']' | b'}'))?;
        self.at = self.at.saturating_add(length);
        serde_json::from_str::<Node<'t>>(rest.get(..length)?).ok().map(|node| node.kind)
    }

    /// Nothing more comes.
    pub(crate) fn end(mut self) -> Option<()> {
        self.peek().is_none().then_some(())
    }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Map, Value, json};

    use super::Scanner;
    use crate::document::tree::Kind;

    /// A table of scalars, as the scanner reads it.
    fn scanned(text: &str) -> Option<Value> {
        let mut scanner = Scanner::new(text);
        let mut table = Map::new();
        scanner.members(|scanner, key| {
            let value = match scanner.scalar()? {
                Kind::Null => Value::Null,
                Kind::Boolean(truth) => truth.into(),
                Kind::Text(text) => text.into(),
                Kind::Number(number) => number.to_string().parse().ok()?,
                _ => return None,
            };
            table.insert(key.into_owned(), value);
            Some(())
        })?;
        scanner.end()?;
        Some(Value::Object(table))
    }

    #[test]
    fn tables_of_scalars_are_read() {
        let text = " {\"a\" :1,\t\"b\": -2.5 ,\n\"c\": \"\\u00fc\\\"\\\\\", \"ü\":\"größer als acht\", \"d\":null,\"e\":true} ";
        let table = json!({ "a": 1, "b": -2.5, "c": "ü\"\\", "ü": "größer als acht", "d": null, "e": true });
        assert_eq!(scanned(text), Some(table));
        assert_eq!(scanned("{}"), Some(json!({})));
    }

    #[test]
    fn all_else_is_left_to_the_careful_reader() {
        for text in [
            "",
            "{",
            "{}x",
            "{,}",
            "{\"a\":1,}",
            "{\"a\"}",
            "{\"a\":01}",
            "{\"a\":[]}",
            "{\"a\":{}}",
            "{\"a\":yes}",
            "{\"a\":\"\n\"}",
            "{\"a\":\"\\q\"}",
            "{\"a\":\"\\\"}",
            "{a:1}",
            "{\"a\":1 2}",
            "{\"a\" 1}",
            "[1]",
        ] {
            assert_eq!(scanned(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_is_written(
            table in proptest::collection::btree_map(".{0,12}", "[ -~]{0,20}|.{0,20}", 0..5), blank in "[ \t\r\n]{0,3}"
        ) {
            let value = json!(table);
            let text = format!("{blank}{}{blank}", serde_json::to_string_pretty(&value).unwrap());
            prop_assert_eq!(scanned(&text), Some(value));
        }

        #[test]
        fn no_text_is_read_that_is_no_json(text in "\\{(\"[a-z\\\\\"]{0,3}\"[:, ]{1,2}[-0-9\"\\\\a-z.{}\\[\\]]{0,4}[, ]?){0,2}\\}?") {
            if let Some(value) = scanned(&text) {
                prop_assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
            }
        }
    }
}
