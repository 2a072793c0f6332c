//! [`InteractionType`]: what can happen, with the properties it has.

use serde::Serialize;

use super::field::Field;
use super::names::Entries;
use super::texts::Texts;
use crate::document::reader::Place;

/// A type of interaction and its properties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct InteractionType {
    /// What is known of an interaction of this type.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub properties: Entries<Field>,
    /// Whether it is the lead's own doing: only that ends silence and idleness.
    #[serde(skip_serializing_if = "is_true")]
    pub activity: bool,
    /// What people call it.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub label: Texts,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_true(truth: &bool) -> bool {
    *truth
}

impl Default for InteractionType {
    fn default() -> Self {
        Self { properties: Entries::default(), activity: true, label: Texts::default() }
    }
}

impl InteractionType {
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let read_properties = |place: &Place<'_, '_>| Entries::read(place, "properties", Field::read);
        let kind = Self {
            properties: table.read_or("properties", Entries::default(), read_properties),
            activity: table.read_or("activity", true, |place| place.boolean()),
            label: table.read_or("label", Texts::default(), Texts::read),
        };
        table.finish();
        Some(kind)
    }
}
