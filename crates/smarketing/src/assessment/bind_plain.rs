//! Binding a request with which nothing is wrong, straight from its JSON text: without a tree and
//! without a [`Lead`](crate::Lead) in between. Whatever is odd gives `None`, and the careful way
//! finds its words.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

use super::bind::{BoundLead, periods};
use super::history::BoundInteraction;
use crate::agreement::Agreement;
use crate::document::scanner::Scanner;
use crate::document::tree::Kind;
use crate::text::fold;
use crate::time::Timestamp;
use crate::vocabulary::bound::Bound;
use crate::vocabulary::compiled::{CREATED, CompiledField, Vocabulary};
use crate::vocabulary::lead::SOURCED_BY;
use crate::vocabulary::{Lead, Value};

/// The properties of one interaction.
type Properties<'t> = Vec<(Cow<'t, str>, Kind<'t>)>;

/// An interaction and the offering it is about.
type Meant<'t> = (BoundInteraction, Option<Cow<'t, str>>);

impl BoundLead {
    /// Reads and binds a request, and the instant of its question, if it names one; `None` where
    /// anything is odd.
    pub(crate) fn from_plain(agreement: &Agreement, text: &str) -> Option<(Self, Option<Timestamp>)> {
        let mut scanner = Scanner::new(text);
        let mut bound = Self::empty(agreement, None);
        let (mut lead, mut interactions, mut as_of) = (None, None, None);
        scanner.members(|scanner, key| match key.as_ref() {
            "lead" => once(&mut lead, bound.read_lead(agreement, scanner)?),
            "interactions" => once(&mut interactions, read_interactions(agreement, scanner)?),
            "as_of" => once(&mut as_of, scanner.text()?.parse().ok()?),
            _ => None,
        })?;
        scanner.end()?;
        let lead = lead?;
        bound.bind_envelope(&lead);
        if let Some(interactions) = interactions.flatten() {
            bound.interactions = Some(in_order(lead.offering.as_deref(), interactions)?);
        }
        bound.id = lead.id;
        Some((bound, as_of))
    }

    /// Binds the facts of a lead, and gives its envelope.
    fn read_lead(&mut self, agreement: &Agreement, scanner: &mut Scanner<'_>) -> Option<Lead> {
        let vocabulary = &agreement.0.vocabulary;
        let mut lead = Lead::default();
        let mut seen = vec![false; vocabulary.fields.len()];
        scanner.members(|scanner, key| {
            let Some(slot) = vocabulary.slot(&key).filter(|slot| *slot > CREATED) else {
                return read_envelope(&mut lead, &key, scanner.text()?);
            };
            if std::mem::replace(seen.get_mut(usize::from(slot))?, true) {
                return None;
            }
            let field = vocabulary.field(slot)?;
            let (value, written) = match scanner.scalar()? {
                Kind::Null => return Some(()),
                Kind::Text(text) => (vocabulary.values.bind_text(field, &text).ok()?, Value::from(text.as_ref())),
                other => {
                    let written = scalar(&other)?;
                    (vocabulary.values.bind(field, &written).ok()?, written)
                }
            };
            self.set(slot, value, written);
            Some(())
        })?;
        Some(lead)
    }
}

/// Fills a place that was empty: what stands twice is odd.
fn once<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.replace(value).is_none().then_some(())
}

/// An id: a text with something in it.
fn filled(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    (!text.chars().all(char::is_whitespace)).then_some(text)
}

fn scalar(kind: &Kind<'_>) -> Option<Value> {
    match kind {
        Kind::Number(number) => Some(Value::Number(*number)),
        Kind::Boolean(truth) => Some(Value::Boolean(*truth)),
        _ => None,
    }
}

fn read_envelope(lead: &mut Lead, key: &str, text: Cow<'_, str>) -> Option<()> {
    let place = match key {
        "id" => &mut lead.id,
        "contact" => &mut lead.contact,
        "account" => &mut lead.account,
        "offering" => &mut lead.offering,
        "source" => &mut lead.source,
        "sourced_by" => {
            let side = SOURCED_BY.iter().find(|(word, _)| *word == text)?.1;
            return once(&mut lead.sourced_by, side);
        }
        "created" => return once(&mut lead.created, text.parse().ok()?),
        _ => return None,
    };
    once(place, Arc::from(filled(text)?))
}

/// The interactions; within, `None` is an unknown history.
fn read_interactions<'t>(agreement: &Agreement, scanner: &mut Scanner<'t>) -> Option<Option<Vec<Meant<'t>>>> {
    if scanner.peek()? != b'[' {
        return matches!(scanner.scalar()?, Kind::Null).then_some(None);
    }
    let mut list = Vec::with_capacity(32);
    let mut properties = Vec::new();
    scanner.items(|scanner| {
        list.push(read_interaction(agreement, scanner, &mut properties)?);
        (list.len() <= 1024).then_some(())
    })?;
    Some(Some(list))
}

fn read_interaction<'t>(
    agreement: &Agreement,
    scanner: &mut Scanner<'t>,
    properties: &mut Properties<'t>,
) -> Option<Meant<'t>> {
    let vocabulary = &agreement.0.vocabulary;
    let (mut id, mut kind, mut at, mut offering, mut open) = (None, None, None, None, Some(()));
    scanner.members(|scanner, key| match key.as_ref() {
        "id" => once(&mut id, Arc::from(filled(scanner.text()?)?)),
        "type" => once(&mut kind, vocabulary.type_number(&scanner.text()?)?),
        "at" => once(&mut at, scanner.text()?.parse().ok()?),
        "offering" => once(&mut offering, filled(scanner.text()?)?),
        "properties" => {
            open.take()?;
            scanner.members(|scanner, name| {
                let value = scanner.scalar()?;
                let again = properties.iter().any(|(known, _)| *known == name);
                properties.push((name, value));
                (!again).then_some(())
            })
        }
        _ => None,
    })?;
    let (kind, at) = (kind?, at?);
    let fields = &vocabulary.types.get(usize::from(kind))?.properties;
    let properties = bind_properties(vocabulary, fields, properties)?;
    Some((BoundInteraction { kind, at, id, offering: None, properties, periods: periods(agreement, at) }, offering))
}

fn bind_properties(
    vocabulary: &Vocabulary,
    fields: &[CompiledField],
    properties: &mut Properties<'_>,
) -> Option<Box<[Bound]>> {
    let mut bound: Box<[Bound]> = std::iter::repeat_with(|| Bound::Missing).take(fields.len()).collect();
    for (name, kind) in properties.drain(..) {
        let at = fields.iter().position(|field| *field.name == *name)?;
        let (field, place) = (fields.get(at)?, bound.get_mut(at)?);
        *place = match kind {
            Kind::Text(text) => vocabulary.values.bind_text(field, &text).ok()?,
            other => vocabulary.values.bind(field, &scalar(&other)?).ok()?,
        };
    }
    Some(bound)
}

/// The interactions in their one order; none stands twice, and no two stand equal in it.
fn in_order(offering: Option<&str>, mut list: Vec<Meant<'_>>) -> Option<Box<[BoundInteraction]>> {
    let order =
        |(one, _): &Meant<'_>, (other, _): &Meant<'_>| one.at.cmp(&other.at).then_with(|| one.id.cmp(&other.id));
    let sorted = |list: &[Meant<'_>]| list.is_sorted_by(|one, other| order(one, other) == Ordering::Less);
    if !sorted(&list) {
        list.sort_by(order);
        if !sorted(&list) {
            return None;
        }
    }
    // Equal ids have equal marks; that others have, too, is so rare that the careful way may take it.
    let mut marks: Vec<u64> = list.iter().filter_map(|(one, _)| one.id.as_deref().map(mark)).collect();
    marks.sort_unstable();
    if !marks.is_sorted_by(|one, other| one < other) {
        return None;
    }
    let own = offering.map(fold);
    let mut bound = Vec::with_capacity(list.len());
    bound.extend(list.into_iter().filter_map(|(one, other)| {
        let Some(other) = other else { return Some(one) };
        let other = fold(&other);
        match &own {
            Some(own) => (*own == other).then_some(one),
            None => Some(BoundInteraction { offering: Some(other.into()), ..one }),
        }
    }));
    Some(bound.into())
}

/// A number made of a text's bytes (Fowler, Noll and Vo's 1a).
fn mark(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
