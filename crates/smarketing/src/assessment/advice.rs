//! `what_would_it_take`: the smallest single changes, of a fact or of behaviour, that reach a stage.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;

use super::bind::BoundLead;
use super::compute::Known;
use super::history::{BoundInteraction, HistoryView, periods_of};
use crate::lifecycle::Stage;
use crate::points::Points;
use crate::possible::{Asked, Cell, Cells};
use crate::time::Timestamp;
use crate::vocabulary::Value;
use crate::vocabulary::bound::Bound;
use crate::vocabulary::compiled::CREATED;

/// How often the same thing is tried.
const MOST_TIMES: u32 = 20;

/// How many combinations of properties are tried for a type of interaction.
const MOST_COMBINATIONS: usize = 64;

/// A single change that reaches a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum SingleChange {
    /// A missing fact turns out to be this.
    Learn {
        /// The name of the field that would change.
        field: Arc<str>,
        /// A value that stands for all that would do.
        value: Value,
    },
    /// The lead does something.
    Interaction {
        /// The type of the interaction that would have to happen.
        #[serde(rename = "type")]
        interaction: Arc<str>,
        /// The properties that the interaction must have.
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        properties: BTreeMap<Arc<str>, Value>,
        /// How often it would have to happen.
        times: u32,
    },
    /// A known fact becomes another.
    Change {
        /// The name of the field that would change.
        field: Arc<str>,
        /// The value that it has now.
        from: Value,
        /// A value that stands for all that would do.
        to: Value,
    },
}

/// A single change and what it leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Advice {
    /// The one change that would do.
    pub change: SingleChange,
    /// The score after the change, in points.
    pub score: Points,
    /// The stage that the lead would then qualify for.
    pub stage: Stage,
}

impl BoundLead {
    /// The smallest single changes that reach a stage (absent: the next one), each found by a full
    /// assessment: first what the lead would only have to tell, then what it would have to do, the
    /// fewest times first, then which known facts would have to change. A fact that is not
    /// `changeable` is never advised to change.
    ///
    /// One value stands for all of which the agreement thinks the same. An empty list means that no
    /// single change is enough.
    ///
    /// ```
    /// # use smarketing::{Agreement, Interactions, Lead, Stage};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" }, "email": "email" },
    /// #     "scoring": { "rules": [{ "id": "size", "scores": "fit", "when": { "employees": { "at_least": 50 } }, "points": 10 }] },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "score": { "at_least": 10 } }, "requires": "email" } } } }"#)?;
    /// # let at = "2026-11-02T10:00:00Z".parse()?;
    /// # let lead = agreement.bind(&Lead::new("L-1").fact("email", "ines@firm.example"), &Interactions::none());
    /// let advice = lead.what_would_it_take(Some(Stage::Mql), at);
    /// assert_eq!(advice[0].score.to_string(), "10"); // it would only have to say how many people work there
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn what_would_it_take(&self, stage: Option<Stage>, as_of: Timestamp) -> Vec<Advice> {
        let slots = self.slots_at(as_of);
        let history = self.history_at(as_of);
        let (_, standings) = self.compute_with(Known { slots: &slots, history, as_of });
        let Some(target) = stage.or_else(|| standings.next()) else { return Vec::new() };
        // Nothing that becomes known or happens leads where only events do.
        if !standings.has(target) || standings.verdict(target).truth.is_yes() {
            return Vec::new();
        }
        let trial = Trial { lead: self, slots: &slots, history, as_of, target };
        let (mut learned, mut changed) = (Vec::new(), Vec::new());
        trial.facts(&mut learned, &mut changed);
        let mut done = trial.interactions();
        crate::sorting::by_key(&mut done, |(times, _)| *times);
        learned.into_iter().chain(done.into_iter().map(|(_, advice)| advice)).chain(changed).collect()
    }
}

/// What is tried changes on.
struct Trial<'t> {
    lead: &'t BoundLead,
    slots: &'t [Bound],
    history: Option<HistoryView<'t>>,
    as_of: Timestamp,
    target: Stage,
}

impl Trial<'_> {
    /// Score and stage, if the target is reached.
    fn reaches(&self, slots: &[Bound], history: Option<HistoryView<'_>>) -> Option<(Points, Stage)> {
        let (computed, standings) = self.lead.compute_with(Known { slots, history, as_of: self.as_of });
        let reached = standings.verdict(self.target).truth.is_yes();
        reached.then(|| (Points::from_millionths(computed.results.score.now), standings.stage()))
    }

    fn facts(&self, learned: &mut Vec<Advice>, changed: &mut Vec<Advice>) {
        let compiled = &self.lead.agreement.0;
        let asked = Asked::of_agreement(compiled);
        let mut slots = self.slots.to_vec();
        let fields = (0_u16..).zip(compiled.vocabulary.fields.iter().zip(&asked));
        for (slot, (field, asked)) in fields.filter(|(slot, (_, asked))| *slot > CREATED && !asked.is_idle()) {
            let Some(present) = self.slots.get(usize::from(slot)) else { continue };
            let unknown = *present == Bound::Missing;
            if !unknown && !field.changeable {
                continue;
            }
            let cells = Cells::new(field, asked, &compiled.vocabulary.values, self.as_of);
            let own = cells.position(asked, present, self.as_of).filter(|_| !unknown);
            let mut found: Vec<(&Cell, Points, Stage)> = Vec::new();
            for (_, cell) in cells.list.iter().enumerate().filter(|(at, _)| Some(*at) != own) {
                if let Some(place) = slots.get_mut(usize::from(slot)) {
                    *place = cell.value.clone();
                }
                found.extend(self.reaches(&slots, self.history).map(|(score, stage)| (cell, score, stage)));
            }
            if let Some(place) = slots.get_mut(usize::from(slot)) {
                *place = present.clone();
            }
            for (cell, score, stage) in nearest(found, present) {
                let name = field.name.clone();
                let written = self.lead.values.get(usize::from(slot)).cloned().flatten();
                let (list, change) = match written.filter(|_| !unknown) {
                    None => (&mut *learned, SingleChange::Learn { field: name, value: cell.written.clone() }),
                    Some(from) => (&mut *changed, SingleChange::Change { field: name, from, to: cell.written.clone() }),
                };
                list.push(Advice { change, score, stage });
            }
        }
    }

    fn interactions(&self) -> Vec<(u32, Advice)> {
        let compiled = &self.lead.agreement.0;
        // What one more would do to a history that nobody knows, nobody knows.
        let Some(HistoryView { interactions: history }) = self.history else { return Vec::new() };
        let periods = periods_of(&compiled.vocabulary.values.zone, self.as_of);
        let mut list = Vec::new();
        for (kind, compiled_type) in (0_u16..).zip(&compiled.vocabulary.types) {
            if !compiled_type.activity {
                continue;
            }
            let asked = Asked::of_type(compiled, kind);
            let cells = compiled_type.properties.iter().zip(&asked).map(|(field, asked)| {
                if asked.is_idle() {
                    Cells::default()
                } else {
                    Cells::new(field, asked, &compiled.vocabulary.values, self.as_of)
                }
            });
            let mut best: Option<(u32, Advice)> = None;
            for combination in combinations(&cells.collect::<Vec<_>>()) {
                let limit = best.as_ref().map_or(MOST_TIMES, |(times, _)| times.saturating_sub(1));
                let properties: Box<[Bound]> =
                    combination.iter().map(|cell| cell.map_or(Bound::Missing, |cell| cell.value.clone())).collect();
                let mut all = history.to_vec();
                for times in 1..=limit {
                    let (at, properties) = (self.as_of, properties.clone());
                    all.push(BoundInteraction { kind, at, id: None, offering: None, properties, periods });
                    let Some((score, stage)) = self.reaches(self.slots, Some(HistoryView { interactions: &all }))
                    else {
                        continue;
                    };
                    let named = compiled_type.properties.iter().zip(&combination);
                    let properties = named
                        .filter_map(|(field, cell)| cell.map(|cell| (field.name.clone(), cell.written.clone())))
                        .collect();
                    let interaction = compiled_type.name.clone();
                    let change = SingleChange::Interaction { interaction, properties, times };
                    best = Some((times, Advice { change, score, stage }));
                    break;
                }
            }
            list.extend(best);
        }
        list
    }
}

/// Every combination of one cell a property, the plain one first; properties that nobody asks about
/// stay missing.
fn combinations(cells: &[Cells]) -> Vec<Vec<Option<&Cell>>> {
    let mut all: Vec<Vec<Option<&Cell>>> = vec![Vec::new()];
    for cells in cells {
        let choices: Vec<Option<&Cell>> = std::iter::once(None).chain(cells.list.iter().map(Some)).collect();
        let longer = all.iter().flat_map(|begun| {
            choices.iter().map(move |choice| {
                let mut next = begun.clone();
                next.push(*choice);
                next
            })
        });
        all = longer.take(MOST_COMBINATIONS).collect();
    }
    all
}

/// Of numbers and times, the nearest below and the nearest above what is; of everything else, all.
fn nearest<'c>(found: Vec<(&'c Cell, Points, Stage)>, present: &Bound) -> Vec<(&'c Cell, Points, Stage)> {
    let ordered = |value: &Bound| match value {
        Bound::Number(number) => Some(*number),
        Bound::Time(at) => Some(Decimal::from(at.microseconds())),
        _ => None,
    };
    if found.iter().any(|(cell, _, _)| ordered(&cell.value).is_none()) {
        return found;
    }
    let present = ordered(present);
    let key = |(cell, _, _): &&(&'c Cell, Points, Stage)| ordered(&cell.value);
    let below = found.iter().filter(|one| present.is_some() && key(one) < present).max_by_key(key);
    let above = found.iter().filter(|one| present.is_none() || key(one) > present).min_by_key(key);
    below.into_iter().chain(above).copied().collect()
}
