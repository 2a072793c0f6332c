//! JSON text → the spanned tree, by slices of the source: places and numbers stay exact, and keys
//! that stand twice are seen.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::decimal::decimal;
use super::tree::{DEEPEST, Entry, Kind, LONGEST, LONGEST_REQUEST, Node, Source, Span, position};
use crate::finding::{Code, Finding, Path};

/// Reads a JSON text. A syntax error is the only finding then, as JSON cannot be read past it.
pub(crate) fn parse(text: &str) -> Source<'_> {
    Source::too_long(text, LONGEST).unwrap_or_else(|| parse_within(text, false))
}

/// Reads the JSON text of a request, which may hold many leads, and so be longer than a document; what
/// cannot be kept of one of them is said where it is read.
pub(crate) fn parse_request(text: &str) -> Source<'_> {
    Source::too_long(text, LONGEST_REQUEST).unwrap_or_else(|| parse_within(text, true))
}

fn parse_within(text: &str, is_request: bool) -> Source<'_> {
    match serde_json::from_str::<&RawValue>(text) {
        Ok(raw) => {
            let mut lowering = Lowering { text, is_request, findings: Vec::new() };
            let root = lowering.node(raw.get(), &Path::root(), 0);
            Source::new(text, root, lowering.findings)
        }
        Err(error) => {
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default().to_owned();
            let mut finding = Finding::new(Code::Syntax, Path::root(), message);
            finding.line = u32::try_from(error.line()).ok();
            finding.column = u32::try_from(error.column()).ok().map(|column| column.max(1));
            Source::new(text, Node { kind: Kind::Poisoned, span: Span::default() }, vec![finding])
        }
    }
}

struct Lowering<'t> {
    text: &'t str,
    is_request: bool,
    findings: Vec<Finding>,
}

impl<'t> Lowering<'t> {
    fn span(&self, part: &str) -> Span {
        // Every part is a slice of the text, so its address tells its place.
        let start = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        if start > self.text.len() { Span::default() } else { Span::new(start..start.saturating_add(part.len())) }
    }

    fn node(&mut self, raw: &'t str, path: &Path, depth: usize) -> Node<'t> {
        let span = self.span(raw);
        if depth > DEEPEST {
            let message = format!("tables and lists are nested more than {DEEPEST} deep");
            return Node { kind: self.poison(Code::TooLarge, span, path, message), span };
        }
        let kind = match raw.as_bytes().first() {
            Some(b'n') => Kind::Null,
            Some(b't') => Kind::Boolean(true),
            Some(b'f') => Kind::Boolean(false),
            Some(b'"') => match serde_json::from_str::<Text<'t>>(raw) {
                Ok(Text(text)) => Kind::Text(text),
                Err(error) => self.poison(Code::Syntax, span, path, error.to_string()),
            },
            Some(b'[') => match serde_json::from_str::<Vec<&'t RawValue>>(raw) {
                Ok(items) => {
                    let next = depth.saturating_add(1);
                    Kind::List(
                        items
                            .into_iter()
                            .enumerate()
                            .map(|(at, item)| self.node(item.get(), &path.index(at), next))
                            .collect(),
                    )
                }
                Err(error) => self.poison(Code::Syntax, span, path, error.to_string()),
            },
            Some(b'{') => match serde_json::from_str::<Members<'t>>(raw) {
                Ok(Members(members)) => self.table(members, path, depth.saturating_add(1)),
                Err(error) => self.poison(Code::Syntax, span, path, error.to_string()),
            },
            _ => match decimal(raw) {
                Some(number) => Kind::Number(number),
                None => {
                    let message = format!("`{raw}` is not a number that can be kept exactly");
                    self.poison(Code::InvalidValue, span, path, message)
                }
            },
        };
        Node { kind, span }
    }

    fn table(&mut self, members: Vec<(Cow<'t, str>, &'t RawValue)>, path: &Path, depth: usize) -> Kind<'t> {
        let mut entries: Vec<Entry<'t>> = Vec::with_capacity(members.len());
        for (key, raw) in members {
            let value_span = self.span(raw.get());
            let key_span = match &key {
                Cow::Borrowed(borrowed) => self.span(borrowed),
                Cow::Owned(_) => value_span,
            };
            let path = path.key(key.as_ref());
            if let Some(known) = entries.iter_mut().find(|entry| entry.key == key) {
                let message = format!("`{key}` stands twice");
                let poisoned = self.poison(Code::DuplicateKey, key_span, &path, message);
                if self.is_request {
                    known.value.kind = poisoned;
                }
                continue;
            }
            let value = self.node(raw.get(), &path, depth);
            entries.push(Entry { key, key_span, value });
        }
        Kind::of_entries(entries)
    }

    fn poison(&mut self, code: Code, span: Span, path: &Path, message: String) -> Kind<'t> {
        if self.is_request {
            return Kind::unreadable(code, message);
        }
        let (line, column) = position(self.text, span.start as usize);
        let mut finding = Finding::new(code, path.clone(), message);
        finding.line = Some(line);
        finding.column = Some(column);
        self.findings.push(finding);
        Kind::Poisoned
    }
}

/// A text that borrows from the source where it has no escapes.
pub(crate) struct Text<'t>(pub(crate) Cow<'t, str>);

impl<'t> Deserialize<'t> for Text<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Borrowing;
        impl<'t> Visitor<'t> for Borrowing {
            type Value = Text<'t>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }
            fn visit_borrowed_str<E>(self, text: &'t str) -> Result<Text<'t>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Text<'t>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Borrowing)
    }
}

/// The members of an object in order, those that stand twice among them.
struct Members<'t>(Vec<(Cow<'t, str>, &'t RawValue)>);

impl<'t> Deserialize<'t> for Members<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'t> Visitor<'t> for InOrder {
            type Value = Members<'t>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table")
            }
            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Members<'t>, A::Error> {
                let mut members = Vec::new();
                while let Some((Text(key), value)) = map.next_entry()? {
                    members.push((key, value));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// Facts need no places: one pass over any serde format gives the same tree, borrowed where it can.
impl<'t> Deserialize<'t> for Node<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Placeless).map(|kind| Node { kind, span: Span::default() })
    }
}

struct Placeless;

impl<'t> Visitor<'t> for Placeless {
    type Value = Kind<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("facts")
    }

    fn visit_unit<E>(self) -> Result<Kind<'t>, E> {
        Ok(Kind::Null)
    }

    fn visit_none<E>(self) -> Result<Kind<'t>, E> {
        Ok(Kind::Null)
    }

    fn visit_some<D: Deserializer<'t>>(self, deserializer: D) -> Result<Kind<'t>, D::Error> {
        deserializer.deserialize_any(Placeless)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Kind<'t>, E> {
        Ok(Kind::Boolean(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Kind<'t>, E> {
        Ok(Kind::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Kind<'t>, E> {
        Ok(Kind::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Kind<'t>, E> {
        Ok(super::decimal::from_double(number))
    }

    fn visit_borrowed_str<E>(self, text: &'t str) -> Result<Kind<'t>, E> {
        Ok(Kind::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Kind<'t>, E> {
        Ok(Kind::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Kind<'t>, E> {
        Ok(Kind::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<Kind<'t>, A::Error> {
        let mut list = Vec::with_capacity(items.size_hint().unwrap_or(0).min(1024));
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Kind::List(list))
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Kind<'t>, A::Error> {
        let mut entries = Vec::with_capacity(map.size_hint().unwrap_or(8).min(64));
        while let Some(Text(key)) = map.next_key()? {
            entries.push(Entry { key, key_span: Span::default(), value: map.next_value()? });
        }
        Ok(Kind::of_entries(entries))
    }
}
