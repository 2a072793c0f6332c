//! [`Lead`]: one contact's expressed interest in an offering, with its envelope and its facts.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::fact::Fact;
use crate::document::reader::{Place, Sink};
use crate::document::tree::{Kind, Node};
use crate::finding::{Code, Finding};
use crate::time::Timestamp;

/// Which side created the lead: it is set when the lead starts and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SourcedBy {
    /// A campaign or content brought it.
    Marketing,
    /// A salesperson found it.
    Sales,
}

/// One contact's expressed interest in an offering.
///
/// The envelope (`id`, `contact`, `account`, `offering`, `source`, `sourced_by`, `created`) is the
/// same in every agreement; every other key of a lead is a fact of the agreement's vocabulary.
///
/// ```
/// use smarketing::Lead;
/// let lead = Lead::new("L-1").fact("industry", "software").fact("employees", 400);
/// assert_eq!(lead.facts.len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Lead {
    /// The lead's own id.
    pub id: Option<Arc<str>>,
    /// The person's id.
    pub contact: Option<Arc<str>>,
    /// The company's id.
    pub account: Option<Arc<str>>,
    /// What the interest is in.
    pub offering: Option<Arc<str>>,
    /// Where the lead came from.
    pub source: Option<Arc<str>>,
    /// Which side created it.
    pub sourced_by: Option<SourcedBy>,
    /// When it was created.
    pub created: Option<Timestamp>,
    /// What is known, by field.
    pub facts: BTreeMap<Arc<str>, Fact>,
    /// What was wrong when it was read.
    pub(crate) unread: Vec<Finding>,
}

/// The keys of a lead that are no facts.
pub(crate) const ENVELOPE: [&str; 7] = ["id", "contact", "account", "offering", "source", "sourced_by", "created"];

pub(crate) const SOURCED_BY: [(&str, SourcedBy); 2] =
    [("marketing", SourcedBy::Marketing), ("sales", SourcedBy::Sales)];

impl Lead {
    /// A lead of which nothing is known but its id.
    #[must_use]
    pub fn new(id: impl Into<Arc<str>>) -> Self {
        Self { id: Some(id.into()), ..Self::default() }
    }

    /// Adds a fact, or replaces what was known.
    #[must_use]
    pub fn fact(mut self, field: impl Into<Arc<str>>, fact: impl Into<Fact>) -> Self {
        self.facts.insert(field.into(), fact.into());
        self
    }

    /// Says what the interest is in.
    #[must_use]
    pub fn offering(mut self, offering: impl Into<Arc<str>>) -> Self {
        self.offering = Some(offering.into());
        self
    }

    /// Says where the lead came from.
    #[must_use]
    pub fn source(mut self, source: impl Into<Arc<str>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Says which side created it.
    #[must_use]
    pub const fn sourced_by(mut self, side: SourcedBy) -> Self {
        self.sourced_by = Some(side);
        self
    }

    /// Says when it was created.
    #[must_use]
    pub const fn created(mut self, created: Timestamp) -> Self {
        self.created = Some(created);
        self
    }

    /// Reads a lead from JSON text. It never fails: what does not fit is a finding that every
    /// assessment of the lead repeats, and counts as unknown.
    ///
    /// ```
    /// let lead = smarketing::Lead::from_json(r#"{"id": "L-1", "employees": 400, "created": "soon"}"#);
    /// assert!(lead.created.is_none());
    /// ```
    #[must_use]
    pub fn from_json(text: &str) -> Self {
        match serde_json::from_str::<Node<'_>>(text) {
            Ok(node) => Self::from_node(&node),
            Err(error) => Self {
                unread: vec![Finding::new(crate::Code::Syntax, crate::Path::root().key("lead"), error.to_string())],
                ..Self::default()
            },
        }
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Self {
        let sink = Sink::default();
        let path = crate::Path::root().key("lead");
        let mut lead = Self::read(&Place::root_at(node, &path, &sink)).unwrap_or_default();
        lead.unread = sink.finish(None);
        lead
    }

    /// A lead, where it is one at all: what does not fit of it is a finding of its assessment.
    pub(crate) fn of_place(place: &Place<'_, '_>) -> Option<Self> {
        place.table()?;
        Some(Self::from_node(place.node))
    }

    /// Reads a lead: what does not fit is reported and left out.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let mut lead = Self::default();
        place.entries(|key, value| {
            match key {
                "id" => lead.id = read_id(value),
                "contact" => lead.contact = read_id(value),
                "account" => lead.account = read_id(value),
                "offering" => lead.offering = read_id(value),
                "source" => lead.source = read_id(value),
                "sourced_by" => lead.sourced_by = value.choice(&SOURCED_BY),
                "created" => lead.created = value.timestamp(),
                _ => {
                    if let Some(fact) = Fact::read(value)
                        && lead.facts.insert(key.into(), fact).is_some()
                    {
                        value.report(Code::DuplicateKey, format!("`{key}` stands twice: the last value counts"));
                    }
                }
            }
            Some(())
        })?;
        Some(lead)
    }
}

/// An id that is one: a blank text is reported.
pub(crate) fn read_filled_id(place: &Place<'_, '_>) -> Option<Arc<str>> {
    if matches!(&place.node.kind, Kind::Text(text) if text.trim().is_empty()) {
        place.report(Code::Empty, "expected an id with something in it");
        return None;
    }
    read_id(place)
}

/// An id: a text with something in it, or a whole number; a blank text is none.
pub(crate) fn read_id(place: &Place<'_, '_>) -> Option<Arc<str>> {
    match &place.node.kind {
        Kind::Number(number) if number.is_integer() => Some(number.normalize().to_string().into()),
        _ => place.text().filter(|text| !text.trim().is_empty()).map(Into::into),
    }
}

impl Serialize for Lead {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let texts = [&self.id, &self.contact, &self.account, &self.offering, &self.source];
        for (key, text) in ENVELOPE.iter().zip(texts) {
            if let Some(text) = text {
                map.serialize_entry(key, text)?;
            }
        }
        if let Some(side) = &self.sourced_by {
            map.serialize_entry("sourced_by", side)?;
        }
        if let Some(created) = &self.created {
            map.serialize_entry("created", created)?;
        }
        for (field, fact) in &self.facts {
            map.serialize_entry(field, fact)?;
        }
        map.end()
    }
}
