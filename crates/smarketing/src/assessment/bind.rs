//! [`BoundLead`]: a lead whose facts and interactions have found their types, ready to be assessed
//! at any instant.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agreement::Agreement;
use crate::assessment::history::{BoundInteraction, HistoryView, periods_of};
use crate::finding::{Code, Finding, Path};
use crate::json::to_string;
use crate::text::{fold, nearest};
use crate::time::Timestamp;
use crate::vocabulary::bound::{Bound, FoldedText};
use crate::vocabulary::compiled::{CREATED, OFFERING, SOURCE, SOURCED_BY_SLOT};
use crate::vocabulary::lead::ENVELOPE;
use crate::vocabulary::{Interaction, Interactions, Lead, SourcedBy, Value};

/// A lead and what happened, bound to an agreement's vocabulary.
///
/// Binding reads every value once; after that each question costs microseconds. See
/// [`Agreement::bind`](crate::Agreement::bind).
#[derive(Debug, Clone)]
pub struct BoundLead {
    pub(crate) agreement: Agreement,
    pub(crate) id: Option<Arc<str>>,
    pub(crate) slots: Box<[Bound]>,
    /// What was written, for the evidence.
    pub(crate) values: Box<[Option<Value>]>,
    /// Since when a value is known, where that is said of any.
    pub(crate) known_since: Box<[Option<Timestamp>]>,
    pub(crate) latest_known: Option<Timestamp>,
    pub(crate) interactions: Option<Box<[BoundInteraction]>>,
    /// Each with the instant from which on it concerns anybody.
    pub(crate) findings: Box<[(Option<Timestamp>, Finding)]>,
}

impl BoundLead {
    pub(crate) fn new(agreement: &Agreement, lead: &Lead, interactions: &Interactions) -> Self {
        let mut bound = Self::empty(agreement, lead.id.clone());
        let unread = lead.unread.iter().chain(&interactions.unread);
        let mut findings: Vec<(Option<Timestamp>, Finding)> = unread.map(|finding| (None, finding.clone())).collect();
        bound.bind_envelope(lead);
        bound.bind_facts(lead, &mut findings);
        bound.interactions = interactions.list().map(|list| {
            let places = |at| interactions.place(at);
            bind_interactions(agreement, lead, list, &places, &mut findings)
        });
        bound.findings = findings.into();
        bound
    }

    /// A lead of which nothing is known.
    pub(super) fn empty(agreement: &Agreement, id: Option<Arc<str>>) -> Self {
        let count = agreement.0.vocabulary.fields.len();
        Self {
            agreement: agreement.clone(),
            id,
            slots: std::iter::repeat_with(|| Bound::Missing).take(count).collect(),
            values: vec![None; count].into(),
            known_since: Box::default(),
            latest_known: None,
            interactions: None,
            findings: Box::default(),
        }
    }

    pub(super) fn set(&mut self, slot: u16, value: Bound, written: Value) {
        if let (Some(place), Some(text)) =
            (self.slots.get_mut(usize::from(slot)), self.values.get_mut(usize::from(slot)))
        {
            *text = (value != Bound::Missing).then_some(written);
            *place = value;
        }
    }

    pub(super) fn bind_envelope(&mut self, lead: &Lead) {
        let text = |text: &Arc<str>| Bound::Text(FoldedText::new(text));
        if let Some(source) = lead.source.as_ref().filter(|source| !source.trim().is_empty()) {
            self.set(SOURCE, text(source), Value::Text(source.clone()));
        }
        if let Some(side) = lead.sourced_by {
            let (code, word) = match side {
                SourcedBy::Marketing => (0, "marketing"),
                SourcedBy::Sales => (1, "sales"),
            };
            self.set(SOURCED_BY_SLOT, Bound::Code(code), Value::from(word));
        }
        if let Some(offering) = lead.offering.as_ref().filter(|offering| !offering.trim().is_empty()) {
            self.set(OFFERING, text(offering), Value::Text(offering.clone()));
        }
        if let Some(created) = lead.created {
            self.set(CREATED, Bound::Time(created), Value::from(created));
            self.known_from(CREATED, created);
        }
    }

    fn known_from(&mut self, slot: u16, instant: Timestamp) {
        if self.known_since.is_empty() {
            self.known_since = vec![None; self.slots.len()].into();
        }
        if let Some(place) = self.known_since.get_mut(usize::from(slot)) {
            *place = Some(instant);
        }
        self.latest_known = self.latest_known.max(Some(instant));
    }

    fn bind_facts(&mut self, lead: &Lead, findings: &mut Vec<(Option<Timestamp>, Finding)>) {
        let agreement = self.agreement.clone();
        let vocabulary = &agreement.0.vocabulary;
        let path = |field: &str| Path::root().key("lead").key(field);
        for (name, fact) in &lead.facts {
            let slot = vocabulary.slot(name).filter(|slot| *slot > CREATED);
            let Some((slot, field)) = slot.and_then(|slot| Some((slot, vocabulary.field(slot)?))) else {
                let message = format!("`{name}` is no field of the agreement: it counts for nothing");
                let known = vocabulary.fields.iter().map(|field| &*field.name).chain(ENVELOPE);
                let finding = Finding::new(Code::UnknownField, path(name), message);
                findings.push((
                    fact.known_since,
                    match nearest(name, known) {
                        Some(name) => finding.meant(name),
                        None => finding,
                    },
                ));
                continue;
            };
            match vocabulary.values.bind(field, &fact.value) {
                Ok(value) => {
                    self.set(slot, value, fact.value.clone());
                    if let Some(instant) = fact.known_since {
                        self.known_from(slot, instant);
                    }
                }
                Err(misfit) => findings.push((fact.known_since, misfit.at(path(name)))),
            }
        }
    }

    /// The values known at an instant: what becomes known later is missing.
    pub(crate) fn slots_at(&self, as_of: Timestamp) -> std::borrow::Cow<'_, [Bound]> {
        if self.latest_known.is_none_or(|latest| latest <= as_of) {
            return std::borrow::Cow::Borrowed(&self.slots);
        }
        let known = self.slots.iter().zip(&self.known_since).map(|(value, since)| {
            if since.is_some_and(|since| since > as_of) { Bound::Missing } else { value.clone() }
        });
        std::borrow::Cow::Owned(known.collect())
    }

    /// What had happened by an instant.
    pub(crate) fn history_at(&self, as_of: Timestamp) -> Option<HistoryView<'_>> {
        let all = self.interactions.as_ref()?;
        let count = all.partition_point(|interaction| interaction.at <= as_of);
        Some(HistoryView { interactions: all.get(..count).unwrap_or_default() })
    }
}

/// Binds the interactions and puts them in their one order: by instant, then id, then content. One
/// id counts once.
fn bind_interactions(
    agreement: &Agreement,
    lead: &Lead,
    list: &[Interaction],
    place: &dyn Fn(usize) -> usize,
    findings: &mut Vec<(Option<Timestamp>, Finding)>,
) -> Box<[BoundInteraction]> {
    let mut order: Vec<(usize, &Interaction)> = list.iter().enumerate().map(|(at, one)| (place(at), one)).collect();
    order.sort_by(|(_, one), (_, other)| in_order(one, other));
    let path = |at: usize| Path::root().key("interactions").index(at);
    let own = lead.offering.as_deref().map(fold);
    if let Some(own) = &own {
        order.retain(|(_, interaction)| offering_of(interaction).is_none_or(|other| other == *own));
    }
    if order.len() > 1_048_576 {
        let message =
            format!("the lead has {} interactions, and the most is 1048576: the latest count for nothing", order.len());
        findings.push((None, Finding::new(Code::TooLarge, Path::root().key("interactions"), message)));
        // Not the oldest: what happens later must not change what was.
        order.truncate(1_048_576);
    }
    let again = repetitions(&order);
    let mut bound = Vec::with_capacity(order.len());
    for (number, (at, interaction)) in order.iter().enumerate() {
        if let Some(first) = again.get(&number) {
            if *first != *interaction {
                let id = interaction.id.as_deref().unwrap_or_default();
                let message = format!("the id `{id}` stands for two different interactions: the earlier one counts");
                let finding = Finding::new(Code::ConflictingInteraction, path(*at), message);
                findings.push((Some(interaction.at), finding));
            }
            continue;
        }
        let offering = offering_of(interaction).filter(|_| own.is_none()).map(Arc::from);
        let one = bind_interaction(agreement, *at, interaction, findings);
        bound.extend(one.map(|one| BoundInteraction { offering, ..one }));
    }
    bound.into()
}

fn offering_of(interaction: &Interaction) -> Option<Cow<'_, str>> {
    interaction.offering.as_deref().map(fold)
}

/// The interactions whose id stood before, by their number, each with the first of that id.
fn repetitions<'i>(order: &[(usize, &'i Interaction)]) -> BTreeMap<usize, &'i Interaction> {
    let with_id = order.iter().enumerate();
    let mut ids: Vec<(&str, usize, &Interaction)> = with_id
        .filter_map(|(number, (_, interaction))| Some((interaction.id.as_deref()?, number, *interaction)))
        .collect();
    ids.sort_unstable_by(|(one, at, _), (other, number, _)| one.cmp(other).then(at.cmp(number)));
    let mut again = BTreeMap::new();
    let mut first: Option<(&str, &Interaction)> = None;
    for (id, number, interaction) in ids {
        match first {
            Some((known, earlier)) if known == id => {
                again.insert(number, earlier);
            }
            _ => first = Some((id, interaction)),
        }
    }
    again
}

fn in_order(one: &Interaction, other: &Interaction) -> Ordering {
    one.at
        .cmp(&other.at)
        .then_with(|| one.id.cmp(&other.id))
        .then_with(|| one.kind.cmp(&other.kind))
        .then_with(|| one.offering.cmp(&other.offering))
        .then_with(|| to_string(&one.properties).cmp(&to_string(&other.properties)))
}

/// The civil periods of an instant, where a limit asks for them.
pub(super) fn periods(agreement: &Agreement, at: Timestamp) -> [i32; 3] {
    if agreement.0.asks_periods { periods_of(&agreement.0.vocabulary.values.zone, at) } else { [0; 3] }
}

/// The properties of an interaction of a type and its periods.
fn bind_interaction(
    agreement: &Agreement,
    at: usize,
    interaction: &Interaction,
    findings: &mut Vec<(Option<Timestamp>, Finding)>,
) -> Option<BoundInteraction> {
    let vocabulary = &agreement.0.vocabulary;
    let path = || Path::root().key("interactions").index(at);
    let since = Some(interaction.at);
    let Some(kind) = vocabulary.type_number(&interaction.kind) else {
        let message = format!("`{}` is no interaction of the agreement: it counts for nothing", interaction.kind);
        let finding = Finding::new(Code::UnknownInteraction, path().key("type"), message);
        let known = vocabulary.types.iter().map(|kind| &*kind.name);
        findings.push((since, finding.suggest(&interaction.kind, known)));
        return None;
    };
    let fields = vocabulary.types.get(usize::from(kind)).map(|kind| &*kind.properties).unwrap_or_default();
    let mut properties: Box<[Bound]> = std::iter::repeat_with(|| Bound::Missing).take(fields.len()).collect();
    for (name, value) in &interaction.properties {
        let slot = fields.iter().position(|field| *field.name == **name);
        let Some((field, place)) = slot.and_then(|slot| Some((fields.get(slot)?, properties.get_mut(slot)?))) else {
            let message = format!("`{}` has no property `{name}`: it counts for nothing", interaction.kind);
            let finding = Finding::new(Code::UnknownProperty, path().key("properties").key(&**name), message);
            findings.push((since, finding.suggest(name, fields.iter().map(|field| &*field.name))));
            continue;
        };
        match vocabulary.values.bind(field, value) {
            Ok(value) => *place = value,
            Err(misfit) => findings.push((since, misfit.at(path().key("properties").key(&**name)))),
        }
    }
    let periods = periods(agreement, interaction.at);
    Some(BoundInteraction { kind, at: interaction.at, id: interaction.id.clone(), offering: None, properties, periods })
}
