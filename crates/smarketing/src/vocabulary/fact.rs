//! [`Fact`]: a field's value, with what is known of it.

use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::value::Value;
use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::text::nearest;
use crate::time::Timestamp;

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FactStatus {
    /// Somebody said so.
    Claimed,
    /// Somebody checked it.
    Confirmed,
}

/// A field's value, with what is known of it: since when, from where, claimed or confirmed.
///
/// In a document and in JSON it is the value alone, or a table with `value` and the rest.
/// A fact that is known only since after the instant of a question changes nothing there.
///
/// ```
/// use smarketing::{Fact, FactStatus};
/// let fact = Fact::new(400).known_since("2026-11-02T09:00:00Z".parse()?).status(FactStatus::Confirmed);
/// assert_eq!(fact.value.to_string(), "400");
/// # Ok::<(), smarketing::TimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fact {
    /// What is known.
    pub value: Value,
    /// Since when; absent: always.
    pub known_since: Option<Timestamp>,
    /// From where: a form, a data provider, a call.
    pub source: Option<Arc<str>>,
    /// How sure it is; absent: not said.
    pub status: Option<FactStatus>,
}

impl Fact {
    /// A fact without a date and without a source.
    #[must_use]
    pub fn new(value: impl Into<Value>) -> Self {
        Self { value: value.into(), known_since: None, source: None, status: None }
    }

    /// Says since when it is known.
    #[must_use]
    pub const fn known_since(mut self, instant: Timestamp) -> Self {
        self.known_since = Some(instant);
        self
    }

    /// Says from where it is known.
    #[must_use]
    pub fn source(mut self, source: impl Into<Arc<str>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Says how sure it is.
    #[must_use]
    pub const fn status(mut self, status: FactStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Reads a plain value, or a table with `value`; absent and poisoned values give `None`.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let dated = match &place.node.kind {
            Kind::Table(entries) => entries.iter().any(|entry| nearest(&entry.key, ["value"]).is_some()),
            _ => false,
        };
        if !dated {
            return Value::read(place).map(Self::new);
        }
        let table = place.table()?;
        let statuses = [("claimed", FactStatus::Claimed), ("confirmed", FactStatus::Confirmed)];
        let value = table.optional("value").and_then(|place| Value::read(&place));
        let known_since = table.read_optional("known_since", |place| place.timestamp());
        let source = table.read_optional("source", |place| place.string());
        let status = table.read_optional("status", |place| place.choice(&statuses));
        table.finish();
        let source = source?.map(Into::into);
        Some(Self { value: value?, known_since: known_since?, source, status: status? })
    }
}

impl<V: Into<Value>> From<V> for Fact {
    fn from(value: V) -> Self {
        Self::new(value)
    }
}

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.known_since.is_none() && self.source.is_none() && self.status.is_none() {
            return self.value.serialize(serializer);
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("value", &self.value)?;
        if let Some(known_since) = &self.known_since {
            map.serialize_entry("known_since", known_since)?;
        }
        if let Some(source) = &self.source {
            map.serialize_entry("source", source)?;
        }
        if let Some(status) = &self.status {
            map.serialize_entry("status", status)?;
        }
        map.end()
    }
}
