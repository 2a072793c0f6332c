//! Law 5: unknown is not no.

use proptest::prelude::*;
use serde_json::{Value, json};
use smarketing::{Agreement, Assessment, Interval, Truth};

use crate::agreements::{Style, agreement};
use crate::choices::{Choices, choices};
use crate::conditions::{Asks, Step, condition};
use crate::leads::{AS_OF, DAY, FIELDS, instant, interactions, lead, values};
use crate::{assess, cases, compile};

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_fact_leads_outside_the_bounds(mut choices in choices(400), mut facts in choices(120), mut more in choices(120)) {
        let agreement = compile(&agreement(&mut choices, Style::Whole));
        let (lead, interactions) = (lead(&mut facts), without_ids(interactions(&mut facts)));
        let before = assess(&agreement, &lead, &interactions);
        for _ in 0..4 {
            let (lead, interactions) = fill(&mut more, &lead, &interactions);
            let after = assess(&agreement, &lead, &interactions);
            let pairs = [
                ("score", before.bounds.score, after.score),
                ("fit", before.bounds.fit, after.fit),
                ("engagement", before.bounds.engagement, after.engagement),
            ];
            for (name, Interval { least, most }, now) in pairs {
                prop_assert!(least <= now && now <= most, "{name} {now} lies outside {least} to {most}\n{lead}\n{interactions}");
            }
            if let (Some(before), Some(after)) = (&before.icp, &after.icp) {
                prop_assert!(after.matched <= before.could_match);
            }
        }
    }

    #[test]
    fn only_what_is_true_fires(mut choices in choices(60), mut facts in choices(120)) {
        let agreement = with_condition(&condition(&mut choices, Asks::at(Step::Icp), 2));
        let assessment = assess(&agreement, &lead(&mut facts), &interactions(&mut facts));
        let fired = assessment.contributions.iter().any(|line| line.id.as_deref() == Some("rule"));
        prop_assert_eq!(fired, truth(&assessment) == Truth::Yes);
        let excluded = assessment.icp.as_ref().is_some_and(|icp| !icp.excluded.is_empty());
        prop_assert_eq!(excluded, truth(&assessment) == Truth::Yes);
        prop_assert_eq!(!assessment.disqualified.is_empty(), truth(&assessment) == Truth::Yes);
    }

    #[test]
    fn only_known_is_answered_by_absence(mut choices in choices(60)) {
        let asks = Asks { step: Step::Icp, known: false, results: false };
        let agreement = with_condition(&condition(&mut choices, asks, 3));
        prop_assert_eq!(truth(&assess(&agreement, &json!({}), &Value::Null)), Truth::Unknown);
        let field = choices.of(&FIELDS);
        for known in [true, false] {
            let agreement = with_condition(&json!({ field: { "known": known } }));
            let expected = if known { Truth::No } else { Truth::Yes };
            prop_assert_eq!(truth(&assess(&agreement, &json!({}), &Value::Null)), expected);
        }
    }

    #[test]
    fn answers_stay(mut choices in choices(60), mut facts in choices(120), mut more in choices(120)) {
        let asks = Asks { step: Step::Icp, known: false, results: false };
        let agreement = with_condition(&condition(&mut choices, asks, 2));
        let (lead, interactions) = (lead(&mut facts), without_ids(interactions(&mut facts)));
        let before = truth(&assess(&agreement, &lead, &interactions));
        for _ in 0..4 {
            let (lead, interactions) = fill(&mut more, &lead, &interactions);
            let after = truth(&assess(&agreement, &lead, &interactions));
            prop_assert!(before == Truth::Unknown || before == after, "{before:?} became {after:?}\n{lead}\n{interactions}");
        }
    }
}

/// An agreement that asks one condition in four places: of a criterion, a rule, an exclusion and a
/// disqualifier.
fn with_condition(condition: &Value) -> Agreement {
    let mut document = agreement(&mut Choices::new(Vec::new()), Style::Plain);
    document["icp"] = json!({ "exclude": [{ "id": "out", "when": condition }] });
    document["qualification"] = json!({ "criteria": [{ "id": "this", "when": condition }] });
    document["scoring"] = json!({ "rules": [{ "id": "rule", "scores": "fit", "when": condition, "points": 5 }] });
    document["lifecycle"] = json!({ "disqualify": [{ "id": "rival", "when": condition }] });
    compile(&document)
}

/// What the qualification says of its only criterion.
fn truth(assessment: &Assessment) -> Truth {
    assessment.qualification.as_ref().expect("there is one").criteria[0].met
}

/// Two different things under one id: which of them counts may change with what is known of either.
fn without_ids(mut interactions: Value) -> Value {
    for interaction in interactions.as_array_mut().into_iter().flatten() {
        interaction.as_object_mut().map(|interaction| interaction.remove("id"));
    }
    interactions
}

/// The same lead, of which more is known.
fn fill(more: &mut Choices, lead: &Value, interactions: &Value) -> (Value, Value) {
    let (mut lead, mut interactions) = (lead.clone(), interactions.clone());
    let agreement = with_condition(&json!({ "opted": true }));
    let unread = assess(&agreement, &lead, &Value::Null).findings;
    for field in FIELDS {
        let misfit = unread.iter().any(|finding| finding.path.to_string() == format!("lead.{field}"));
        if (is_missing(&lead[field]) || misfit) && more.percent(60) {
            lead[field] = more.of(&values(field));
        }
    }
    if lead.get("created").is_none() && more.percent(50) {
        lead["created"] = json!(instant(AS_OF - more.of(&[0, 1, 40, 400]) * DAY).to_string());
    }
    for field in ["source", "sourced_by"] {
        if lead.get(field).is_none_or(|text| text == " ") && more.percent(50) {
            lead[field] = json!(if field == "source" { "web" } else { "sales" });
        }
    }
    if interactions.is_null() && more.percent(70) {
        interactions = without_ids(crate::leads::interactions(more));
    }
    for interaction in interactions.as_array_mut().into_iter().flatten() {
        let kind = interaction["type"].as_str().unwrap_or_default().to_owned();
        let properties = &mut interaction["properties"];
        let wanted: Vec<(&str, Vec<Value>)> = match kind.as_str() {
            "page_view" => vec![
                ("url", vec![json!("/pricing"), json!("/")]),
                ("seconds", vec![json!(10), json!(31)]),
                ("cta", vec![json!(true), json!(false)]),
            ],
            "whitepaper" => vec![("topic", vec![json!("crm"), json!("erp")])],
            _ => Vec::new(),
        };
        for (name, values) in wanted {
            let known = &properties[name];
            let unknown = known.is_null() || ["long", "oil", " "].iter().any(|odd| known == odd);
            if unknown && more.percent(60) {
                properties[name] = more.of(&values);
            }
        }
    }
    (lead, interactions)
}

/// Whether a fact counts for nothing at the instant of the question.
fn is_missing(fact: &Value) -> bool {
    let (value, since) = if fact.is_object() && fact.get("amount").is_none() {
        (&fact["value"], fact["known_since"].as_str())
    } else {
        (fact, None)
    };
    let later =
        since.and_then(|since| since.parse::<smarketing::Timestamp>().ok()).is_some_and(|since| since > instant(AS_OF));
    later || value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty() || text == "Select")
}
