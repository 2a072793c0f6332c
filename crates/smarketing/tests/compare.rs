//! Laws of `compare`: who does not move stands still, what moves adds up, and back is the way there.

mod support;

use proptest::prelude::*;
use serde_json::Value;
use smarketing::{Agreement, CompareOptions, Comparing, Figures, Interactions, Lead, Points, Stage, compare};
use support::{NOW, document, history, instant, lead};

/// A document with some numbers of its scoring and its thresholds changed.
fn changed(document: &Value, by: i64) -> Value {
    let mut document = document.clone();
    document["agreement"]["version"] = "2".into();
    let shift = |value: &mut Value| *value = (value.as_i64().unwrap() + by).into();
    for rule in document["scoring"]["rules"].as_array_mut().unwrap().iter_mut().take(2) {
        shift(&mut rule["points"]);
    }
    shift(&mut document["lifecycle"]["stage"]["mql"]["when"]["score"]["at_least"]);
    document
}

fn read(document: &Value) -> Agreement {
    Agreement::from_json(&document.to_string()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Law: the moves are exactly the leads whose figures differ, their lines add up to the move of
    /// the score, totals count every lead, and the way back is the mirror image.
    #[test]
    fn moves_add_up(
        document in document(),
        by in -6..7_i64,
        leads in prop::collection::vec((lead(), history()), 1..12),
        most in 0..5_usize,
    ) {
        let (before, after) = (read(&document), read(&changed(&document, by)));
        let as_of = instant(NOW);
        let pairs = || leads.iter().map(|(lead, interactions)| (lead, interactions));
        let comparison = compare(&before, &after, pairs(), as_of);
        let moved: Vec<u64> = pairs().enumerate().filter(|(_, (lead, interactions))| {
            Figures::from(&before.assess(lead, interactions, as_of)) != Figures::from(&after.assess(lead, interactions, as_of))
        }).map(|(position, _)| position as u64).collect();
        let mut positions: Vec<u64> = comparison.moves.iter().map(|one| one.position).collect();
        positions.sort_unstable();
        prop_assert_eq!(&positions, &moved);
        prop_assert_eq!(comparison.up + comparison.down + comparison.sideways, moved.len() as u64);
        for one in &comparison.moves {
            let sum = one.contributions.iter().fold(Points::ZERO, |sum, line| sum.saturating_add(line.difference()));
            prop_assert_eq!(sum, one.score);
            prop_assert_eq!(one.after.score.saturating_sub(one.before.score), one.score);
        }
        let all = leads.len() as u64;
        prop_assert_eq!(comparison.stages.iter().map(|one| one.before).sum::<u64>(), all);
        prop_assert_eq!(comparison.stages.iter().map(|one| one.after).sum::<u64>(), all);
        prop_assert_eq!(comparison.matrix.iter().map(|one| one.leads).sum::<u64>(), all);
        for total in &comparison.stages {
            let row: u64 = comparison.matrix.iter().filter(|one| one.from == total.stage).map(|one| one.leads).sum();
            prop_assert_eq!(row, total.before);
        }
        prop_assert_eq!(&comparison.differences, &before.diff(&after));

        let back = compare(&after, &before, pairs(), as_of);
        prop_assert_eq!((back.up, back.down, back.sideways), (comparison.down, comparison.up, comparison.sideways));
        let moved = |list: &[smarketing::RuleEffect]| list.iter().map(|rule| rule.moved).collect::<Vec<_>>();
        prop_assert_eq!(moved(&back.rules), moved(&comparison.rules));

        // Keeping the largest keeps the first of all, and the totals stay.
        let mut comparing = Comparing::new(&before, &after, as_of, CompareOptions::new().largest(most));
        pairs().for_each(|(lead, interactions)| comparing.add(lead, interactions));
        let largest = comparing.finish();
        prop_assert_eq!(&largest.moves[..], &comparison.moves[..most.min(comparison.moves.len())]);
        prop_assert_eq!(largest.left_out as usize, comparison.moves.len().saturating_sub(most));
        prop_assert_eq!(largest.rules, comparison.rules);
        prop_assert!(compare(&before, &before, pairs(), as_of).moves.is_empty());
    }
}

#[test]
fn a_higher_threshold_moves_leads_down_and_says_which_clause() {
    let with = |threshold: u32| {
        Agreement::from_json(&format!(
            r#"{{ "smarketing": 1, "agreement": {{ "name": "A", "version": "{threshold}" }},
                "fields": {{ "budget": {{ "type": "money" }} }},
                "scoring": {{ "rules": [{{ "id": "rich", "scores": "fit", "when": {{ "budget": {{ "at_least": 10 }} }}, "points": 40 }}] }},
                "lifecycle": {{ "stage": {{ "mql": {{ "when": {{ "score": {{ "at_least": {threshold} }} }} }} }} }} }}"#
        ))
        .unwrap()
    };
    let (rich, poor) = (Lead::new("rich").fact("budget", 50), Lead::new("poor").fact("budget", 1));
    let nothing = Interactions::none();
    let comparison = compare(&with(30), &with(50), [(&poor, &nothing), (&rich, &nothing)], instant(NOW));
    assert_eq!((comparison.leads, comparison.up, comparison.down), (2, 0, 1));
    let own = &comparison.moves[0];
    assert_eq!((own.lead.as_deref(), own.before.stage, own.after.stage), (Some("rich"), Stage::Mql, Stage::Lead));
    assert_eq!((own.stages, own.contributions.len(), comparison.rules.len()), (-1, 0, 0));
    let blocker = serde_json::to_value(&own.blockers_new).unwrap();
    assert_eq!(blocker[0]["blocker"]["clause"], "score at least 50");
    let words: Vec<&str> = comparison.differences.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(words, ["agreement: version 30 → 50", "MQL threshold 30 → 50"]);
}
