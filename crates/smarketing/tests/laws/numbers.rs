//! Laws 1, 2 and 10: sums, determinism, order.

use proptest::prelude::*;
use serde_json::{Value, json};
use smarketing::{Agreement, AgreementDocument, Assessment, Interactions, Lead, Pick, Points};

use crate::agreements::{Style, agreement, fields};
use crate::choices::{Choices, choices};
use crate::leads::{as_of, interactions, lead};
use crate::{assess, cases, compile, text_without_places};

/// A list in another order.
pub fn shuffle<T>(choices: &mut Choices, list: &mut [T]) {
    for at in (1..list.len()).rev() {
        list.swap(at, choices.below(at + 1));
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn the_lines_add_up_to_the_score(mut choices in choices(400), mut facts in choices(120)) {
        let agreement = compile(&agreement(&mut choices, Style::Whole));
        for _ in 0..3 {
            let assessment = assess(&agreement, &lead(&mut facts), &interactions(&mut facts));
            let sum: i64 = assessment.contributions.iter().map(|line| line.points.millionths()).sum();
            prop_assert_eq!(Points::from_millionths(sum), assessment.score, "{:#?}", assessment.contributions);
        }
    }

    #[test]
    fn the_same_input_gives_the_same_bytes(
        mut choices in choices(400), mut facts in choices(120), mut order in choices(40)
    ) {
        let document = agreement(&mut choices, Style::Whole);
        let (lead, interactions) = (lead(&mut facts), interactions(&mut facts));
        let (one, other) = (compile(&document), compile(&document));
        let first = assess(&one, &lead, &interactions);
        prop_assert_eq!(first.to_json(), assess(&one, &lead, &interactions).to_json());
        prop_assert_eq!(first.to_json(), assess(&other, &lead, &interactions).to_json());
        let mut permuted = interactions;
        if let Some(list) = permuted.as_array_mut() {
            shuffle(&mut order, list);
        }
        let permuted = assess(&one, &lead, &permuted);
        prop_assert_eq!(text_without_places(&first), text_without_places(&permuted));
    }

    #[test]
    fn order_changes_no_number(mut choices in choices(400), mut facts in choices(120), mut order in choices(80)) {
        let agreement = compile(&agreement(&mut choices, Style::Whole));
        let permuted = Agreement::new(permute(agreement.document().clone(), &mut order)).expect("as right as before");
        let (lead, interactions) = (lead(&mut facts), interactions(&mut facts));
        let (one, other) = (assess(&agreement, &lead, &interactions), assess(&permuted, &lead, &interactions));
        prop_assert_eq!(numbers(&one), numbers(&other));
    }

    #[test]
    fn many_leads_are_worth_what_each_is_worth(
        mut choices in choices(400), mut facts in choices(400), mut order in choices(20)
    ) {
        let agreement = compile(&agreement(&mut choices, Style::Whole));
        let mut leads: Vec<(Lead, Interactions)> = (0..5)
            .map(|_| {
                let (lead, past) = (lead(&mut facts), interactions(&mut facts));
                (Lead::from_json(&lead.to_string()), Interactions::from_json(&past.to_string()))
            })
            .collect();
        // The same lead twice is no lead less.
        leads.push(leads[0].clone());
        shuffle(&mut order, &mut leads);
        let all = agreement.assess_all(leads.iter().map(|(lead, past)| (lead, past)), as_of());
        let each: Vec<String> =
            leads.iter().map(|(lead, past)| agreement.assess(lead, past, as_of()).to_json()).collect();
        prop_assert_eq!(all.iter().map(Assessment::to_json).collect::<Vec<_>>(), each);
    }

    #[test]
    fn order_decides_only_in_groups_that_pick_the_first(mut order in choices(80), mut facts in choices(120)) {
        // Rules that nearly always fire, side by side in each kind of group.
        let rules: Vec<Value> = (0..9)
            .map(|at| {
                let points = order.of(&[5, 10, -7, 3, 30]);
                let group = ["all", "best", "capped"][at % 3];
                json!({ "id": format!("r{at}"), "scores": "fit", "group": group, "points": points,
                        "when": { "employees": { "known": order.percent(60) } } })
            })
            .collect();
        let agreement = compile(&json!({
            "smarketing": 1, "agreement": { "name": "Groups", "version": "1" }, "fields": fields(),
            "scoring": { "rules": rules, "groups": {
                "all": {}, "best": { "pick": "highest" }, "capped": { "min": -3, "max": 12 },
            } },
        }));
        let permuted = Agreement::new(permute(agreement.document().clone(), &mut order)).expect("as right as before");
        let lead = lead(&mut facts);
        let (one, other) = (assess(&agreement, &lead, &Value::Null), assess(&permuted, &lead, &Value::Null));
        prop_assert_eq!(numbers(&one), numbers(&other));
    }
}

/// Everything whose order means nothing, in another order. Rules of a group that picks the first keep
/// theirs, and personas do.
fn permute(mut document: AgreementDocument, order: &mut Choices) -> AgreementDocument {
    let scoring = &mut document.scoring;
    let ordered = |rule: &smarketing::Rule, groups: &smarketing::Entries<smarketing::Group>| {
        let group = rule.group.as_ref().and_then(|name| groups.get(name));
        group.is_some_and(|group| group.pick == Pick::First)
    };
    let (kept, mut free): (Vec<_>, Vec<_>) = scoring.rules.drain(..).partition(|rule| ordered(rule, &scoring.groups));
    shuffle(order, &mut free);
    let mut kept = kept.into_iter().peekable();
    let mut free = free.into_iter().peekable();
    while kept.peek().is_some() || free.peek().is_some() {
        let next =
            if order.percent(50) { kept.next().or_else(|| free.next()) } else { free.next().or_else(|| kept.next()) };
        scoring.rules.extend(next);
    }
    shuffle(order, &mut scoring.adjustments);
    shuffle(order, &mut scoring.groups.0);
    shuffle(order, &mut document.fields.0);
    shuffle(order, &mut document.interactions.0);
    for list in document.icp.iter_mut() {
        shuffle(order, &mut list.criteria);
        shuffle(order, &mut list.exclude);
    }
    for list in document.qualification.iter_mut() {
        shuffle(order, &mut list.criteria);
    }
    shuffle(order, &mut document.lifecycle.stage);
    shuffle(order, &mut document.lifecycle.fast_track);
    shuffle(order, &mut document.lifecycle.disqualify);
    document
}

/// All numbers and labels of an assessment, without their order.
fn numbers(assessment: &Assessment) -> String {
    let mut lines: Vec<String> = assessment
        .contributions
        .iter()
        .map(|line| format!("{:?} {:?} {:?} {}", line.kind, line.id, line.dimension, line.points))
        .collect();
    lines.sort();
    let mut criteria: Vec<String> = assessment
        .qualification
        .iter()
        .flat_map(|state| &state.criteria)
        .chain(assessment.icp.iter().flat_map(|icp| &icp.criteria))
        .map(|state| format!("{} {:?}", state.id, state.met))
        .collect();
    criteria.sort();
    format!(
        "{} {} {} {:?} {:?} {:?} {:?} {:?} {} {:?}\n{lines:?}\n{criteria:?}\n{:?}",
        assessment.score,
        assessment.fit,
        assessment.engagement,
        assessment.grade,
        assessment.band,
        assessment.bounds,
        assessment.icp.as_ref().map(|icp| (icp.matched, icp.could_match, icp.tier.clone())),
        assessment.persona,
        assessment.stage,
        assessment.personas,
        assessment.stages,
    )
}
