//! The review desk's checklist: which facts are missing, and which sources were asked for them.

use std::sync::Arc;

use serde::Serialize;

use crate::agreement::Agreement;
use crate::lifecycle::{Event, EventBody, Stage};
use crate::time::Timestamp;
use crate::vocabulary::{Lead, Texts};

/// A fact on the desk's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChecklistItem {
    /// The name of the field that is looked at.
    pub field: Arc<str>,
    /// Whether it is known.
    pub known: bool,
    /// From where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Arc<str>>,
    /// The first stage that requires it; absent: only conditions ask for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_for: Option<Stage>,
    /// The question that finds it out.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub ask: Texts,
    /// Who was asked for it so far, in order: those of the lead's `enriched` events.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Arc<str>>,
}

impl Agreement {
    /// What the desk goes through: every field, the missing ones that a stage requires first, with
    /// the sources that were asked for it.
    ///
    /// ```
    /// # use smarketing::{Agreement, Event, Interactions, Lead, replay};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" } },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "employees": { "at_least": 50 } } } } },
    /// #     "handover": { "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }, "clocks": [
    /// #         { "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office", "on_breach": "notify" },
    /// #         { "id": "quote", "from": "accepted", "until": "won", "within": "8h", "calendar": "office", "may_pause": true }] } }"#)?;
    /// # let at = "2026-11-02T10:00:00Z".parse()?;
    /// # let lead = Lead::new("L-1").fact("employees", 80);
    /// # let begun = r#"{ "id": "e-1", "type": "started", "lead": "L-1", "sourced_by": "marketing", "at": "2026-11-02T09:00:00Z" }"#;
    /// # let mql = Event::assessed("e-2", &agreement.assess(&lead, &Interactions::none(), at));
    /// # let events = [Event::from_json(begun).unwrap(), mql];
    /// # let state = replay(&[agreement.clone()], &events, at).state.ok_or("a lead")?;
    /// let list = agreement.review_checklist(&lead, &events, at);
    /// assert_eq!(&*list[0].field, "employees");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn review_checklist(&self, lead: &Lead, history: &[Event], as_of: Timestamp) -> Vec<ChecklistItem> {
        let document = self.document();
        let mut events: Vec<&Event> = history.iter().filter(|event| event.at <= as_of).collect();
        crate::sorting::by(&mut events, |one, other| one.in_order(other));
        let mut list: Vec<ChecklistItem> = document
            .fields
            .iter()
            .map(|(name, field)| {
                let fact = lead.facts.get(name).filter(|fact| fact.known_since.is_none_or(|since| since <= as_of));
                let fact = fact.filter(|fact| self.is_known(name, &fact.value));
                let mut asked: Vec<Arc<str>> = Vec::new();
                for event in &events {
                    let EventBody::Enriched { fields, .. } = &event.body else { continue };
                    let by = event.by.as_ref().filter(|by| !asked.contains(by));
                    if let (true, Some(by)) = (fields.iter().any(|field| **field == *name), by) {
                        asked.push(by.clone());
                    }
                }
                let stages = document.lifecycle.stages.iter().copied();
                let requires = |stage: &Stage| {
                    let criteria = document.lifecycle.criteria(*stage);
                    criteria.is_some_and(|criteria| criteria.requires.iter().any(|required| required == name))
                };
                ChecklistItem {
                    field: name.into(),
                    known: fact.is_some(),
                    source: fact.and_then(|fact| fact.source.clone()),
                    required_for: stages.clone().find(requires),
                    ask: field.ask.clone(),
                    asked,
                }
            })
            .collect();
        // The order of the document decides between those that are alike.
        crate::sorting::by_key(&mut list, |item| (item.known, item.required_for.is_none(), item.required_for));
        list
    }

    /// Whether a value says something: marks of absence do not.
    fn is_known(&self, name: &str, value: &crate::vocabulary::Value) -> bool {
        let vocabulary = &self.0.vocabulary;
        let field = vocabulary.slot(name).and_then(|slot| vocabulary.field(slot));
        let bound = field.and_then(|field| vocabulary.values.bind(field, value).ok());
        bound.is_some_and(|bound| bound != crate::vocabulary::bound::Bound::Missing)
    }
}
