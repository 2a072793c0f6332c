//! [`Interaction`]: something the lead did, or that was done with it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::lead::read_id;
use super::value::Value;
use crate::document::from_json::Text;
use crate::document::reader::{Place, Sink};
use crate::document::tree::{Kind, Node};
use crate::finding::{Code, Finding};
use crate::time::Timestamp;

/// Something the lead did, or that was done with it: a page viewed, a demo requested, a mail sent.
///
/// ```
/// use smarketing::Interaction;
/// let visit = Interaction::new("page_view", "2026-11-02T09:00:00Z".parse()?).property("url", "/pricing");
/// assert_eq!(visit.properties.len(), 1);
/// # Ok::<(), smarketing::TimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Interaction {
    /// Its id: the same id counts once; without one, every interaction counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Arc<str>>,
    /// Its type, one of the agreement's vocabulary.
    #[serde(rename = "type")]
    pub kind: Arc<str>,
    /// When it happened.
    pub at: Timestamp,
    /// The offering it is about; absent: it counts for leads of every offering.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offering: Option<Arc<str>>,
    /// What is known of it, by property.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub properties: BTreeMap<Arc<str>, Value>,
}

impl Interaction {
    /// An interaction of a type, at an instant.
    #[must_use]
    pub fn new(kind: impl Into<Arc<str>>, at: Timestamp) -> Self {
        Self { id: None, kind: kind.into(), at, offering: None, properties: BTreeMap::new() }
    }

    /// Gives it an id.
    #[must_use]
    pub fn id(mut self, id: impl Into<Arc<str>>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Says which offering it is about.
    #[must_use]
    pub fn offering(mut self, offering: impl Into<Arc<str>>) -> Self {
        self.offering = Some(offering.into());
        self
    }

    /// Adds a property.
    #[must_use]
    pub fn property(mut self, name: impl Into<Arc<str>>, value: impl Into<Value>) -> Self {
        self.properties.insert(name.into(), value.into());
        self
    }

    /// Reads an interaction; `None` with findings where its type or its instant is missing.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let id = table.optional("id").and_then(|place| read_id(&place));
        let kind = table.read("type", |place| place.string());
        let at = table.read("at", |place| place.timestamp());
        let offering = table.optional("offering").and_then(|place| read_id(&place));
        let mut properties = BTreeMap::new();
        if let Some(place) = table.optional("properties") {
            place.entries(|name, place| {
                if let Some(value) = Value::read(place) {
                    properties.insert(name.into(), value);
                }
                Some(())
            });
        }
        table.finish();
        Some(Self { id, kind: kind?.into(), at: at?, offering, properties })
    }
}

/// An interaction with which nothing is wrong, as nearly all are, read without a tree in between.
/// Whatever is odd is an error without words, after which [`Interaction::read`] finds its own.
pub(crate) struct PlainInteraction<'t> {
    pub(crate) id: Option<Cow<'t, str>>,
    pub(crate) kind: Cow<'t, str>,
    pub(crate) at: Timestamp,
    pub(crate) offering: Option<Cow<'t, str>>,
    pub(crate) properties: PlainProperties<'t>,
}

impl<'t> Deserialize<'t> for PlainInteraction<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Plain;
        impl<'t> Visitor<'t> for Plain {
            type Value = PlainInteraction<'t>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an interaction")
            }
            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<PlainInteraction<'t>, A::Error> {
                let odd = || A::Error::custom("odd");
                let (mut id, mut kind, mut at, mut offering) = (None, None, None, None);
                let mut properties: Option<PlainProperties<'t>> = None;
                while let Some(Text(key)) = map.next_key()? {
                    match key.as_ref() {
                        "id" if id.is_none() => id = Some(filled::<A>(&mut map)?),
                        "offering" if offering.is_none() => offering = Some(filled::<A>(&mut map)?),
                        "type" if kind.is_none() => kind = Some(map.next_value::<Text<'t>>()?.0),
                        "at" if at.is_none() => {
                            at = Some(map.next_value::<Text<'t>>()?.0.parse().map_err(|_| odd())?);
                        }
                        "properties" if properties.is_none() => properties = Some(map.next_value()?),
                        _ => return Err(odd()),
                    }
                }
                let properties = properties.unwrap_or_default();
                let (kind, at) = (kind.ok_or_else(odd)?, at.ok_or_else(odd)?);
                Ok(PlainInteraction { id, kind, at, offering, properties })
            }
        }
        deserializer.deserialize_map(Plain)
    }
}

/// A list of them, with room for as many as most leads have.
pub(crate) struct PlainInteractions<'t>(pub(crate) Vec<PlainInteraction<'t>>);

impl<'t> Deserialize<'t> for PlainInteractions<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;
        impl<'t> Visitor<'t> for List {
            type Value = PlainInteractions<'t>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("interactions")
            }
            fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<PlainInteractions<'t>, A::Error> {
                let mut list = Vec::with_capacity(32);
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(PlainInteractions(list))
            }
        }
        deserializer.deserialize_seq(List)
    }
}

/// An id: a text with something in it.
fn filled<'t, A: MapAccess<'t>>(map: &mut A) -> Result<Cow<'t, str>, A::Error> {
    let Text(text) = map.next_value()?;
    if text.trim().is_empty() { Err(A::Error::custom("odd")) } else { Ok(text) }
}

/// Properties by name: mostly one, which needs no list.
#[derive(Default)]
pub(crate) struct PlainProperties<'t> {
    first: Option<(Cow<'t, str>, Kind<'t>)>,
    rest: Vec<(Cow<'t, str>, Kind<'t>)>,
}

impl<'t> PlainProperties<'t> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(Cow<'t, str>, Kind<'t>)> {
        self.first.iter().chain(&self.rest)
    }
}

impl<'t> Deserialize<'t> for PlainProperties<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Plain;
        impl<'t> Visitor<'t> for Plain {
            type Value = PlainProperties<'t>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("properties")
            }
            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<PlainProperties<'t>, A::Error> {
                let mut properties = PlainProperties::default();
                while let Some((Text(name), node)) = map.next_entry::<Text<'t>, Node<'t>>()? {
                    let odd = properties.iter().any(|(known, _)| *known == name);
                    if odd || !matches!(node.kind, Kind::Text(_) | Kind::Number(_) | Kind::Boolean(_)) {
                        return Err(A::Error::custom("odd"));
                    }
                    if properties.first.is_none() {
                        properties.first = Some((name, node.kind));
                    } else {
                        properties.rest.push((name, node.kind));
                    }
                }
                Ok(properties)
            }
        }
        deserializer.deserialize_map(Plain)
    }
}

/// What happened, in any order, as far as it is known.
///
/// An unknown history is not an empty one: with the first, conditions on what happened are unknown;
/// with the second, nothing happened.
///
/// ```
/// use smarketing::{Interaction, Interactions};
/// let visit = Interaction::new("page_view", "2026-11-02T09:00:00Z".parse()?);
/// assert_eq!(Interactions::from(vec![visit]).list().map(<[_]>::len), Some(1));
/// assert_eq!(Interactions::unknown().list(), None);
/// # Ok::<(), smarketing::TimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interactions {
    list: Option<Vec<Interaction>>,
    pub(crate) unread: Vec<Finding>,
}

impl Interactions {
    /// Nobody knows what happened.
    #[must_use]
    pub fn unknown() -> Self {
        Self::default()
    }

    /// Nothing happened.
    #[must_use]
    pub fn none() -> Self {
        Self::from(Vec::new())
    }

    /// What happened, where it is known.
    #[must_use]
    pub fn list(&self) -> Option<&[Interaction]> {
        self.list.as_deref()
    }

    /// Those after an instant; all of them without one.
    #[must_use]
    pub fn after(&self, instant: Option<Timestamp>) -> Self {
        let Some(instant) = instant else { return self.clone() };
        let list = self.list.as_ref().map(|list| list.iter().filter(|one| one.at > instant).cloned().collect());
        Self { list, unread: self.unread.clone() }
    }

    /// Reads a list of interactions, or `null` for an unknown history, from JSON text. It never
    /// fails: an interaction that cannot be read is left out, and every assessment says so.
    #[must_use]
    pub fn from_json(text: &str) -> Self {
        match serde_json::from_str::<Node<'_>>(text) {
            Ok(node) => Self::from_node(&node),
            Err(error) => {
                let path = crate::Path::root().key("interactions");
                Self { list: None, unread: vec![Finding::new(Code::Syntax, path, error.to_string())] }
            }
        }
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Self {
        if matches!(node.kind, Kind::Null) {
            return Self::unknown();
        }
        let sink = Sink::default();
        let path = crate::Path::root().key("interactions");
        let list = Place::root_at(node, &path, &sink).list(Interaction::read);
        Self { list, unread: sink.finish(None) }
    }
}

impl From<Vec<Interaction>> for Interactions {
    fn from(list: Vec<Interaction>) -> Self {
        Self { list: Some(list), unread: Vec::new() }
    }
}
