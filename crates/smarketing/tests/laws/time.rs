//! Law 4: nothing peeks into the future.

use proptest::prelude::*;
use serde_json::{Value, json};
use smarketing::Timestamp;

use crate::agreements::{Style, agreement};
use crate::choices::{Choices, choices};
use crate::leads::{AS_OF, DAY, FIELDS, as_of, instant, interaction, interactions, lead, values};
use crate::{assess, cases, compile, text_without_places};

proptest! {
    #![proptest_config(cases(160))]

    #[test]
    fn what_comes_later_changes_nothing(
        mut choices in choices(400), mut facts in choices(120), mut later in choices(60)
    ) {
        let agreement = compile(&agreement(&mut choices, Style::Whole));
        let (lead, interactions) = (lead(&mut facts), interactions(&mut facts));
        let before = assess(&agreement, &lead, &interactions);
        let (past_lead, past) = (without_later(&lead), without_later_interactions(&interactions));
        let past_only = assess(&agreement, &past_lead, &past);
        prop_assert_eq!(text_without_places(&before), text_without_places(&past_only));
        // What is added at the end moves no place: the bytes are the same.
        let (future_lead, future) = with_later(&mut later, past_lead, past);
        let with_future = assess(&agreement, &future_lead, &future);
        prop_assert_eq!(past_only.to_json(), with_future.to_json());
    }
}

fn is_later(text: &Value) -> bool {
    text.as_str().and_then(|text| text.parse::<Timestamp>().ok()).is_some_and(|at| at > as_of())
}

fn without_later(lead: &Value) -> Value {
    let mut lead = lead.clone();
    if let Some(facts) = lead.as_object_mut() {
        facts.retain(|name, fact| !(is_later(&fact["known_since"]) || name == "created" && is_later(fact)));
    }
    lead
}

fn without_later_interactions(interactions: &Value) -> Value {
    let mut interactions = interactions.clone();
    if let Some(list) = interactions.as_array_mut() {
        list.retain(|interaction| !is_later(&interaction["at"]));
    }
    interactions
}

fn with_later(later: &mut Choices, mut lead: Value, mut interactions: Value) -> (Value, Value) {
    let since = |later: &mut Choices| instant(AS_OF + later.of(&[1, 3_600_000_000, DAY, 400 * DAY])).to_string();
    for field in FIELDS.iter().chain(&["colour"]) {
        if lead.get(field).is_none() && later.percent(50) {
            lead[*field] = json!({ "value": later.of(&values(field)), "known_since": since(later) });
        }
    }
    if lead.get("created").is_none() {
        lead["created"] = json!(since(later));
    }
    if let Some(list) = interactions.as_array_mut() {
        for _ in 0..later.below(5) {
            let mut interaction = interaction(later);
            interaction["at"] = json!(since(later));
            list.push(interaction);
        }
    }
    (lead, interactions)
}
