//! `bounds`: the lowest and the highest score still possible, narrowed by a search over what is
//! unknown, and proved where it can be.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use super::bind::BoundLead;
use super::compute::{Known, compute};
use super::history::{BoundInteraction, HistoryView};
use crate::condition::results::{Reach, Results};
use crate::condition::test::Test;
use crate::points::Points;
use crate::possible::search::{BUDGET, Extreme, Open, greatest};
use crate::possible::{Asked, Cell, Cells};
use crate::time::Timestamp;
use crate::vocabulary::Value;
use crate::vocabulary::bound::{Bound, FoldedText};
use crate::vocabulary::compiled::{CREATED, OFFERING};

/// An end of what is possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Extremum {
    /// The number that nothing leads beyond.
    pub points: Points,
    /// Whether some facts lead exactly there, for certain.
    pub exact: bool,
}

/// The least and the most that a number can come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Extremes {
    /// The lowest that is still possible.
    pub least: Extremum,
    /// The highest that is still possible.
    pub most: Extremum,
}

/// What score, fit and engagement can still come to, whatever becomes known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Bounds {
    /// The score that is still possible, in points.
    pub score: Extremes,
    /// Explicit points, before their weight.
    pub fit: Extremes,
    /// Implicit points, before their weight.
    pub engagement: Extremes,
}

impl BoundLead {
    /// The lowest and the highest score still possible given what is unknown.
    ///
    /// The bounds are always sound. They are `exact` where a search over the cells into which the
    /// agreement's conditions cut each unknown field proves that some facts reach them; its budget is
    /// 4,096 states of knowledge, never a time.
    ///
    /// ```
    /// # use smarketing::{Agreement, Interactions, Lead};
    /// let agreement = Agreement::from_json(r#"{
    ///     "smarketing": 1,
    ///     "agreement": { "name": "First", "version": "1" },
    ///     "fields": { "employees": { "type": "number" } },
    ///     "scoring": { "rules": [
    ///         { "id": "small", "scores": "fit", "when": { "employees": { "at_most": 9 } }, "points": -10 },
    ///         { "id": "large", "scores": "fit", "when": { "employees": { "at_least": 50 } }, "points": 15 }
    ///     ] }
    /// }"#)?;
    /// let lead = agreement.bind(&Lead::new("L-1"), &Interactions::none());
    /// let bounds = lead.bounds("2026-11-02T10:00:00Z".parse()?);
    /// assert_eq!(bounds.score.least.points.to_string(), "-10");
    /// assert_eq!(bounds.score.most.points.to_string(), "15");
    /// assert!(bounds.score.most.exact);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn bounds(&self, as_of: Timestamp) -> Bounds {
        let slots = self.slots_at(as_of);
        let history = self.history_at(as_of);
        let open = self.open_fields(&slots, as_of, history);
        // Six searches share the budget: two for each number, the score's first.
        let share = BUDGET / 6;
        let range = |pick: &dyn Fn(&Results) -> Reach| {
            let reach = |slots: &[Bound]| {
                let own = of_offering(history, slots);
                let history = own.as_deref().map_or(history, |interactions| Some(HistoryView { interactions }));
                let known = Known { slots, history, as_of };
                pick(&compute(&self.agreement.0, known, &mut None).results)
            };
            let mirrored = |slots: &[Bound]| {
                let Reach { now, least, most } = reach(slots);
                Reach { now: now.saturating_neg(), least: most.saturating_neg(), most: least.saturating_neg() }
            };
            let most = greatest(&slots, &open, &reach, share);
            let least = greatest(&slots, &open, &mirrored, share);
            let extremum = |extreme: Extreme, sign: i64| Extremum {
                points: Points::from_millionths(extreme.value.saturating_mul(sign)),
                exact: extreme.exact,
            };
            Extremes { least: extremum(least, -1), most: extremum(most, 1) }
        };
        Bounds {
            score: range(&|results| results.score),
            fit: range(&|results| results.fit),
            engagement: range(&|results| results.engagement),
        }
    }

    /// The unknown fields on which something depends, those that move the score the most first.
    pub(crate) fn open_fields(&self, slots: &[Bound], as_of: Timestamp, history: Option<HistoryView<'_>>) -> Vec<Open> {
        let compiled = &self.agreement.0;
        let asked = Asked::of_agreement(compiled);
        let mut list: Vec<(i64, Open)> = Vec::new();
        for (slot, (field, asked)) in (0_u16..).zip(compiled.vocabulary.fields.iter().zip(&asked)) {
            let unknown = matches!(slots.get(usize::from(slot)), Some(Bound::Missing));
            // Idle periods count from `created`, so that every instant is a case of its own.
            if !unknown || (asked.is_idle() && slot != CREATED) {
                continue;
            }
            let mut cells = Cells::new(field, asked, &compiled.vocabulary.values, as_of);
            match slot {
                CREATED => {
                    // What is created later is not known yet.
                    cells.list.retain(|cell| !matches!(cell.value, Bound::Time(created) if created > as_of));
                    cells.covering = false;
                }
                OFFERING => cells.list.extend(offerings(history)),
                _ => {}
            }
            let matters = asked.required || asked.tests.iter().any(|test| matches!(test, Test::Known));
            if cells.list.len() < 2 && !matters && cells.covering {
                continue;
            }
            let mut trial = slots.to_vec();
            let scores = cells.list.iter().map(|cell| {
                if let Some(place) = trial.get_mut(usize::from(slot)) {
                    *place = cell.value.clone();
                }
                compute(compiled, Known { slots: &trial, history, as_of }, &mut None).results.score
            });
            let scores: Vec<Reach> = scores.collect();
            let most = scores.iter().map(|reach| reach.most).max().unwrap_or(0);
            let least = scores.iter().map(|reach| reach.most).min().unwrap_or(0);
            list.push((most.saturating_sub(least), Open { slot, cells }));
        }
        crate::sorting::by(&mut list, |(one, _), (other, _)| other.cmp(one));
        list.into_iter().map(|(_, open)| open).collect()
    }
}

/// The interactions that count once an offering is assumed of a lead that names none; `None` where
/// that changes nothing.
fn of_offering(history: Option<HistoryView<'_>>, slots: &[Bound]) -> Option<Vec<BoundInteraction>> {
    let interactions = history?.interactions;
    let Some(Bound::Text(own)) = slots.get(usize::from(OFFERING)) else { return None };
    if interactions.iter().all(|interaction| interaction.offering.is_none()) {
        return None;
    }
    let counts = |other: &Arc<str>| **other == *own.text;
    let own = interactions.iter().filter(|interaction| interaction.offering.as_ref().is_none_or(counts));
    Some(own.map(|interaction| BoundInteraction { offering: None, ..interaction.clone() }).collect())
}

/// The offerings that interactions name, each of which the lead's own could be.
fn offerings(history: Option<HistoryView<'_>>) -> Vec<Cell> {
    let interactions = history.map(|history| history.interactions).unwrap_or_default();
    let named: BTreeSet<&Arc<str>> = interactions.iter().filter_map(|one| one.offering.as_ref()).collect();
    let cell = |name: &Arc<str>| Cell { value: Bound::Text(FoldedText::new(name)), written: Value::from(&**name) };
    named.into_iter().map(cell).collect()
}
