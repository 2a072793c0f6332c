//! `questions`: which missing facts are worth asking for, the best first; and the form for a stage.

use std::sync::Arc;

use serde::Serialize;

use super::bind::BoundLead;
use super::compute::Known;
use super::result::Interval;
use crate::condition::truth::Verdict;
use crate::lifecycle::Stage;
use crate::points::Points;
use crate::possible::search::Open;
use crate::time::Timestamp;
use crate::vocabulary::bound::Bound;
use crate::vocabulary::{FieldType, Texts, Value};

/// A missing fact that is worth asking for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AskFor {
    /// The name of the field that is missing.
    pub field: Arc<str>,
    /// The question, where the agreement has one.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub ask: Texts,
    /// Whether every answer decides if the lead reaches the next stage.
    pub settles: bool,
    /// How far apart the least and the most possible score are after the least helpful answer.
    pub width: Points,
    /// What each kind of answer would make of the lead.
    pub answers: Vec<Answer>,
}

/// What an answer would make of the lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Answer {
    /// A value that stands for all of which the agreement thinks the same.
    pub value: Value,
    /// The score with this answer, in points.
    pub score: Points,
    /// Where the score could still come to lie then.
    pub bounds: Interval,
    /// The stage that the lead qualifies for with this answer.
    pub stage: Stage,
}

/// A field of a [`Form`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FormField {
    /// The name of the field that is to be filled in.
    pub field: Arc<str>,
    /// What its values are.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// The values it allows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// What people call it.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub label: Texts,
    /// The question with which it is asked.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub ask: Texts,
    /// What is known already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

/// What to ask a lead on its way to a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Form {
    /// The stage that the lead is to reach.
    pub stage: Stage,
    /// The fields that this stage and those below it require.
    pub required: Vec<FormField>,
    /// What else is worth asking, the best first.
    pub worth_asking: Vec<FormField>,
}

impl BoundLead {
    /// The missing facts that are worth asking for, the best first: those whose every answer decides
    /// about the next stage; then those that narrow the score the most in the worst case; then in
    /// document order.
    ///
    /// ```
    /// # use smarketing::{Agreement, Interactions, Lead};
    /// let agreement = Agreement::from_json(r#"{
    ///     "smarketing": 1,
    ///     "agreement": { "name": "First", "version": "1" },
    ///     "fields": {
    ///         "industry": { "type": "category", "values": ["software", "retail"] },
    ///         "employees": { "type": "number", "ask": { "en": "How many people work there?" } }
    ///     },
    ///     "scoring": { "rules": [
    ///         { "id": "industry", "scores": "fit", "when": { "industry": "software" }, "points": 5 },
    ///         { "id": "size", "scores": "fit", "when": { "employees": { "at_least": 50 } }, "points": 40 }
    ///     ] },
    ///     "lifecycle": { "stage": { "mql": { "when": { "score": { "at_least": 40 } } } } }
    /// }"#)?;
    /// let lead = agreement.bind(&Lead::new("L-1"), &Interactions::none());
    /// let questions = lead.questions("2026-11-02T10:00:00Z".parse()?);
    /// assert_eq!(&*questions[0].field, "employees");
    /// assert!(questions[0].settles);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn questions(&self, as_of: Timestamp) -> Vec<AskFor> {
        let slots = self.slots_at(as_of);
        let history = self.history_at(as_of);
        let known = Known { slots: &slots, history, as_of };
        let (_, standings) = self.compute_with(known);
        // Where nothing can change any more, no question settles anything.
        let open = |stage: &Stage| !standings.verdict(*stage).is_settled();
        let next = standings.next().filter(open);
        let own = self.agreement.0.document.fields.names().count();
        let first_own = self.agreement.0.vocabulary.fields.len().saturating_sub(own);
        let mut open = self.open_fields(&slots, as_of, history);
        crate::sorting::by_key(&mut open, |open| open.slot);
        let open = open.into_iter().filter(|open| usize::from(open.slot) >= first_own);
        let mut list: Vec<AskFor> = open.filter_map(|open| self.ask_for(&open, next, known)).collect();
        crate::sorting::by(&mut list, |one, other| other.settles.cmp(&one.settles).then(one.width.cmp(&other.width)));
        list
    }

    fn ask_for(&self, open: &Open, next: Option<Stage>, known: Known<'_>) -> Option<AskFor> {
        let field = self.agreement.0.vocabulary.field(open.slot)?;
        let mut trial = known.slots.to_vec();
        let mut settles = next.is_some() && open.cells.covering;
        let mut width = Points::ZERO;
        let mut answers = Vec::new();
        for cell in &open.cells.list {
            if let Some(place) = trial.get_mut(usize::from(open.slot)) {
                *place = cell.value.clone();
            }
            let (computed, standings) = self.compute_with(Known { slots: &trial, ..known });
            let verdict = next.map(|next| standings.verdict(next));
            settles &= verdict.is_some_and(Verdict::is_settled);
            let score = computed.results.score;
            width = width.max(Points::from_millionths(score.most.saturating_sub(score.least)));
            answers.push(Answer {
                value: cell.written.clone(),
                score: Points::from_millionths(score.now),
                bounds: Interval {
                    least: Points::from_millionths(score.least),
                    most: Points::from_millionths(score.most),
                },
                stage: standings.stage(),
            });
        }
        let ask = self.agreement.0.document.fields.get(&field.name).map(|field| field.ask.clone()).unwrap_or_default();
        Some(AskFor { field: field.name.clone(), ask, settles, width, answers })
    }

    /// The form for a stage: what it requires, what of that is known, and what else is worth asking.
    ///
    /// ```
    /// # use smarketing::{Agreement, Interactions, Lead, Stage};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" }, "email": "email" },
    /// #     "scoring": { "rules": [{ "id": "size", "scores": "fit", "when": { "employees": { "at_least": 50 } }, "points": 10 }] },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "score": { "at_least": 10 } }, "requires": "email" } } } }"#)?;
    /// # let at = "2026-11-02T10:00:00Z".parse()?;
    /// # let lead = agreement.bind(&Lead::new("L-1").fact("email", "ines@firm.example"), &Interactions::none());
    /// let form = lead.form(Stage::Mql, at);
    /// assert_eq!((&*form.required[0].field, &*form.worth_asking[0].field), ("email", "employees"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn form(&self, stage: Stage, as_of: Timestamp) -> Form {
        let compiled = &self.agreement.0;
        let slots = self.slots_at(as_of);
        let mut required: Vec<u16> = Vec::new();
        for known in compiled.lifecycle.stages.iter().filter(|known| known.stage <= stage) {
            required.extend(known.requires.iter().filter(|slot| !required.contains(slot)).copied().collect::<Vec<_>>());
        }
        let form_field = |slot: u16| {
            let name = compiled.vocabulary.field(slot)?.name.clone();
            let is_known = !matches!(slots.get(usize::from(slot)), None | Some(Bound::Missing));
            let value = self.values.get(usize::from(slot)).cloned().flatten().filter(|_| is_known);
            let field = compiled.document.fields.get(&name)?;
            let (label, ask) = (field.label.clone(), field.ask.clone());
            Some(FormField { field: name, kind: field.kind, values: field.values.clone(), label, ask, value })
        };
        let asked = self.questions(as_of).into_iter().filter_map(|question| compiled.vocabulary.slot(&question.field));
        let worth_asking = asked.filter(|slot| !required.contains(slot)).filter_map(form_field).collect();
        Form { stage, required: required.iter().copied().filter_map(form_field).collect(), worth_asking }
    }
}
