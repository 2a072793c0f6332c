//! [`Interaction`]: something the lead did, or that was done with it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::lead::read_id;
use super::value::Value;
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
    /// The instant at which it happened.
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
    /// Where each stood in the list from which it comes; none: where it stands.
    places: Vec<usize>,
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
        let later = |list: &Vec<Interaction>| -> Vec<(usize, Interaction)> {
            let numbered = list.iter().enumerate().filter(|(_, one)| one.at > instant);
            numbered.map(|(at, one)| (self.place(at), one.clone())).collect()
        };
        let (places, list) = self.list.as_ref().map(later).map_or((Vec::new(), None), |later| {
            let (places, list) = later.into_iter().unzip();
            (places, Some(list))
        });
        Self { list, places, unread: self.unread.clone() }
    }

    /// Where an interaction stood in the list from which it comes.
    pub(crate) fn place(&self, at: usize) -> usize {
        self.places.get(at).copied().unwrap_or(at)
    }

    /// Reads a list of interactions, or `null` for an unknown history, from JSON text. It never
    /// fails: an interaction that cannot be read is left out, and every assessment says so.
    #[must_use]
    pub fn from_json(text: &str) -> Self {
        match serde_json::from_str::<Node<'_>>(text) {
            Ok(node) => Self::from_node(&node),
            Err(error) => {
                let path = crate::Path::root().key("interactions");
                Self {
                    list: None,
                    places: Vec::new(),
                    unread: vec![Finding::new(Code::Syntax, path, error.to_string())],
                }
            }
        }
    }

    /// What happened, where it is a list or unknown: what does not fit of it is a finding of the assessment.
    pub(crate) fn of_place(place: &Place<'_, '_>) -> Option<Self> {
        if !matches!(place.node.kind, Kind::Null) {
            place.list(|_| Some(()))?;
        }
        Some(Self::from_node(place.node))
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Self {
        if matches!(node.kind, Kind::Null) {
            return Self::unknown();
        }
        let sink = Sink::default();
        let path = crate::Path::root().key("interactions");
        let read = Place::root_at(node, &path, &sink).list(|place| Some(Interaction::read(place)));
        let (places, list) = read.map_or((Vec::new(), None), |read| {
            let numbered = read.into_iter().enumerate().filter_map(|(at, one)| Some((at, one?)));
            let (places, list): (Vec<usize>, _) = numbered.unzip();
            let moved = places.iter().enumerate().any(|(at, place)| at != *place);
            (if moved { places } else { Vec::new() }, Some(list))
        });
        Self { list, places, unread: sink.finish(None) }
    }
}

impl From<Vec<Interaction>> for Interactions {
    fn from(list: Vec<Interaction>) -> Self {
        Self { list: Some(list), places: Vec::new(), unread: Vec::new() }
    }
}
