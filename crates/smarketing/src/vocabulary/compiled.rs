//! The compiled vocabulary: every field has a slot, every type of interaction a number.

use std::cmp::Ordering;
use std::sync::Arc;

use super::bound::FoldedText;
use super::field::{Field, FieldType};
use super::interaction_type::InteractionType;
use super::lead::SOURCED_BY;
use super::names::Entries;
use super::value::Value;
use super::value_reader::ValueReader;
use crate::finding::Code;
use crate::text::{fold, nearest, shorten};

/// Where a field's value stands in a bound lead.
pub(crate) type Slot = u16;

pub(crate) const SOURCE: Slot = 0;
pub(crate) const SOURCED_BY_SLOT: Slot = 1;
pub(crate) const OFFERING: Slot = 2;
pub(crate) const CREATED: Slot = 3;

/// A field or a property, ready to bind values.
#[derive(Debug, Clone)]
pub(crate) struct CompiledField {
    pub(crate) name: Arc<str>,
    pub(crate) kind: FieldType,
    /// Folded and as the document has them.
    pub(crate) values: Box<[(Box<str>, Arc<str>)]>,
    pub(crate) ordered: bool,
    pub(crate) changeable: bool,
    /// Whether it belongs to an interaction: then its words are not kept.
    property: bool,
    missing: Box<[Box<str>]>,
}

/// A type of interaction.
#[derive(Debug, Clone)]
pub(crate) struct CompiledType {
    pub(crate) name: Arc<str>,
    pub(crate) activity: bool,
    pub(crate) properties: Box<[CompiledField]>,
}

/// Fields and interaction types by number, and what it takes to read their values.
#[derive(Debug, Clone)]
pub(crate) struct Vocabulary {
    /// The lead's own (`source`, `sourced_by`, `offering`, `created`) first, then the document's.
    pub(crate) fields: Box<[CompiledField]>,
    by_name: Box<[(Arc<str>, Slot)]>,
    pub(crate) types: Box<[CompiledType]>,
    types_by_name: Box<[(Arc<str>, u16)]>,
    pub(crate) values: ValueReader,
}

/// Why a value does not fit its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misfit {
    pub(crate) code: Code,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) suggestion: Option<String>,
}

impl Misfit {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: None, suggestion: None }
    }

    /// The name that was probably meant.
    pub(crate) fn meant(mut self, name: &str) -> Self {
        self.suggestion = Some(name.to_owned());
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// This misfit as a finding at a place.
    pub(crate) fn at(self, path: crate::Path) -> crate::Finding {
        let finding = crate::Finding::new(self.code, path, self.message);
        match (self.suggestion, self.help) {
            (Some(name), _) => finding.meant(&name),
            (None, Some(help)) => finding.help(help),
            (None, None) => finding,
        }
    }
}

impl CompiledField {
    #[inline(never)]
    pub(crate) fn new(name: &str, field: &Field) -> Self {
        Self {
            name: name.into(),
            kind: field.kind,
            values: field.values.iter().map(|value| (fold(value).into(), value.as_str().into())).collect(),
            ordered: field.ordered,
            changeable: field.changeable,
            property: false,
            missing: field.missing.iter().map(|mark| fold(mark).into()).collect(),
        }
    }

    /// The number of a category's value.
    pub(crate) fn value_code(&self, text: &str) -> Result<u16, Misfit> {
        // Plain letters need no folded copy.
        let at = if text.is_ascii() {
            let trimmed = text.trim();
            self.values.iter().position(|(value, _)| value.eq_ignore_ascii_case(trimmed))
        } else {
            let folded = fold(text);
            self.values.iter().position(|(value, _)| **value == *folded)
        };
        at.and_then(|at| u16::try_from(at).ok()).ok_or_else(|| {
            let misfit =
                Misfit::new(Code::UnknownValue, format!("`{}` is not a value of `{}`", shorten(text), self.name));
            let known = || self.values.iter().map(|(_, value)| &**value);
            match nearest(text, known()) {
                Some(name) => misfit.meant(name),
                None if self.values.len() <= 16 => {
                    let list: Vec<String> = known().map(|value| format!("`{value}`")).collect();
                    misfit.help(format!("expected {}", crate::finding::either(&list)))
                }
                None => misfit,
            }
        })
    }

    #[inline]
    pub(super) fn folded(&self, text: &str) -> FoldedText {
        if self.property { FoldedText::plain(text) } else { FoldedText::new(text) }
    }

    #[inline]
    pub(super) fn is_missing(&self, text: &str) -> bool {
        let trimmed = text.trim();
        trimmed.is_empty() || (!self.missing.is_empty() && self.missing.iter().any(|mark| **mark == *fold(trimmed)))
    }

    pub(super) fn misfit(&self, value: &Value, expected: &str) -> Misfit {
        Misfit::new(Code::WrongType, format!("`{}` takes {expected}, not {}", self.name, value.described()))
    }
}

impl Vocabulary {
    #[inline(never)]
    pub(crate) fn new(fields: &Entries<Field>, types: &Entries<InteractionType>, values: ValueReader) -> Self {
        let sides = SOURCED_BY.iter().map(|(name, _)| *name);
        let own = [
            ("source", Field::new(FieldType::Text)),
            ("sourced_by", Field::category(sides)),
            ("offering", Field::new(FieldType::Text)),
            ("created", Field::new(FieldType::Instant)),
        ];
        let own = own.into_iter().map(|(name, mut field)| {
            field.changeable = false;
            CompiledField::new(name, &field)
        });
        let fields: Box<[CompiledField]> =
            own.chain(fields.iter().map(|(name, field)| CompiledField::new(name, field))).collect();
        let types: Box<[CompiledType]> = types
            .iter()
            .map(|(name, kind)| CompiledType {
                name: name.into(),
                activity: kind.activity,
                properties: kind
                    .properties
                    .iter()
                    .map(|(name, field)| CompiledField { property: true, ..CompiledField::new(name, field) })
                    .collect(),
            })
            .collect();
        let by_name = numbered(fields.iter().map(|field| &field.name));
        let types_by_name = numbered(types.iter().map(|kind| &kind.name));
        Self { fields, by_name, types, types_by_name, values }
    }

    pub(crate) fn slot(&self, name: &str) -> Option<Slot> {
        find(&self.by_name, name)
    }

    pub(crate) fn field(&self, slot: Slot) -> Option<&CompiledField> {
        self.fields.get(usize::from(slot))
    }

    pub(crate) fn type_number(&self, name: &str) -> Option<u16> {
        find(&self.types_by_name, name)
    }

    pub(crate) fn type_name(&self, number: u16) -> Option<&Arc<str>> {
        self.types.get(usize::from(number)).map(|kind| &kind.name)
    }
}

fn numbered<'n>(names: impl Iterator<Item = &'n Arc<str>>) -> Box<[(Arc<str>, u16)]> {
    let mut list: Vec<(Arc<str>, u16)> = names.zip(0..=u16::MAX).map(|(name, at)| (name.clone(), at)).collect();
    crate::sorting::by(&mut list, |(one, _), (other, _)| shorter(one, other));
    list.into()
}

/// An order in which two names are mostly told apart by their lengths.
fn shorter(one: &str, other: &str) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

fn find(sorted: &[(Arc<str>, u16)], name: &str) -> Option<u16> {
    let at = sorted.binary_search_by(|(known, _)| shorter(known, name)).ok()?;
    sorted.get(at).map(|(_, number)| *number)
}
