//! Binding a request with which nothing is wrong, straight from its JSON text: without a
//! [`Lead`](crate::Lead) in between. Whatever is odd gives `None`, and the careful way finds its words.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

use super::bind::{BoundLead, periods};
use super::history::BoundInteraction;
use crate::agreement::Agreement;
use crate::document::tree::{Entry, Kind};
use crate::text::fold;
use crate::time::Timestamp;
use crate::vocabulary::bound::Bound;
use crate::vocabulary::compiled::{CREATED, CompiledField, ValueReader};
use crate::vocabulary::interaction::{PlainInteraction, PlainProperties};
use crate::vocabulary::lead::SOURCED_BY;
use crate::vocabulary::{Lead, Value};

impl BoundLead {
    /// Binds what was read; `None` where anything is odd.
    pub(crate) fn from_plain(
        agreement: &Agreement,
        lead: &[Entry<'_>],
        interactions: Option<Vec<PlainInteraction<'_>>>,
    ) -> Option<Self> {
        let vocabulary = &agreement.0.vocabulary;
        let mut bound = Self::empty(agreement, None);
        let mut envelope = Lead::default();
        for (at, entry) in lead.iter().enumerate() {
            if lead.iter().take(at).any(|earlier| earlier.key == entry.key) {
                return None;
            }
            if is_envelope(&mut envelope, entry)? {
                continue;
            }
            let slot = vocabulary.slot(&entry.key).filter(|slot| *slot > CREATED)?;
            let field = vocabulary.field(slot)?;
            let (value, written) = match &entry.value.kind {
                Kind::Null => continue,
                Kind::Text(text) => (vocabulary.values.bind_text(field, text).ok()?, Value::from(text.as_ref())),
                other => {
                    let written = scalar(other)?;
                    (vocabulary.values.bind(field, &written).ok()?, written)
                }
            };
            bound.set(slot, value, written);
        }
        bound.bind_envelope(&envelope);
        bound.interactions = match interactions {
            Some(list) => Some(bind_interactions(agreement, envelope.offering.as_deref(), list)?),
            None => None,
        };
        bound.id = envelope.id;
        Some(bound)
    }
}

fn scalar(kind: &Kind<'_>) -> Option<Value> {
    match kind {
        Kind::Number(number) => Some(Value::Number(*number)),
        Kind::Boolean(truth) => Some(Value::Boolean(*truth)),
        _ => None,
    }
}

/// Reads a key of the envelope; whether it was one, and `None` where its value is odd.
fn is_envelope(lead: &mut Lead, entry: &Entry<'_>) -> Option<bool> {
    let place = match entry.key.as_ref() {
        "id" => &mut lead.id,
        "contact" => &mut lead.contact,
        "account" => &mut lead.account,
        "offering" => &mut lead.offering,
        "source" => &mut lead.source,
        "sourced_by" | "created" => {
            let Kind::Text(text) = &entry.value.kind else { return None };
            if entry.key == "created" {
                lead.created = Some(text.parse::<Timestamp>().ok()?);
            } else {
                lead.sourced_by = Some(SOURCED_BY.iter().find(|(word, _)| *word == text.as_ref())?.1);
            }
            return Some(true);
        }
        _ => return Some(false),
    };
    let Kind::Text(text) = &entry.value.kind else { return None };
    if text.trim().is_empty() {
        return None;
    }
    *place = Some(Arc::from(text.as_ref()));
    Some(true)
}

/// The interactions in their one order; none stands twice, and no two stand equal in it.
fn bind_interactions(
    agreement: &Agreement,
    offering: Option<&str>,
    mut list: Vec<PlainInteraction<'_>>,
) -> Option<Box<[BoundInteraction]>> {
    if list.len() > 1024 {
        return None;
    }
    let in_order = |one: &PlainInteraction<'_>, other: &PlainInteraction<'_>| {
        one.at.cmp(&other.at).then_with(|| one.id.cmp(&other.id))
    };
    list.sort_by(in_order);
    let ties = list.iter().zip(list.iter().skip(1)).any(|(one, other)| in_order(one, other) == Ordering::Equal);
    let mut ids: Vec<&str> = list.iter().filter_map(|one| one.id.as_deref()).collect();
    ids.sort_unstable();
    if ties || ids.iter().zip(ids.iter().skip(1)).any(|(one, other)| one == other) {
        return None;
    }
    let own = offering.map(fold);
    let is_meant = |other: &Option<Cow<'_, str>>| match (&own, other) {
        (Some(own), Some(other)) => *own == fold(other),
        _ => true,
    };
    let vocabulary = &agreement.0.vocabulary;
    let bound = list.iter().filter(|one| is_meant(&one.offering)).map(|one| {
        let kind = vocabulary.type_number(&one.kind)?;
        let fields = &vocabulary.types.get(usize::from(kind))?.properties;
        let properties = bind_properties(&vocabulary.values, fields, &one.properties)?;
        let id = one.id.as_deref().map(Arc::from);
        Some(BoundInteraction { kind, at: one.at, id, properties, periods: periods(agreement, one.at) })
    });
    bound.collect()
}

fn bind_properties(
    reader: &ValueReader,
    fields: &[CompiledField],
    properties: &PlainProperties<'_>,
) -> Option<Box<[Bound]>> {
    let mut bound: Box<[Bound]> = std::iter::repeat_with(|| Bound::Missing).take(fields.len()).collect();
    for (name, kind) in properties.iter() {
        let at = fields.iter().position(|field| *field.name == **name)?;
        let (field, place) = (fields.get(at)?, bound.get_mut(at)?);
        *place = match kind {
            Kind::Text(text) => reader.bind_text(field, text).ok()?,
            other => reader.bind(field, &scalar(other)?).ok()?,
        };
    }
    Some(bound)
}
