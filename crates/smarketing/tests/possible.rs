//! Bounds, questions and advice against brute force: every state of knowledge of a small vocabulary
//! is tried, and nothing may lie outside what was promised, nor what is called exact be missed.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use smarketing::{Agreement, Interactions, Lead, Points, SingleChange, Stage, Timestamp};

/// Every value that can matter, as the conditions below ask only at these bounds.
fn worlds() -> Vec<Lead> {
    let industries = [None, Some("software"), Some("finance"), Some("retail")];
    let sizes = [None, Some(0), Some(10), Some(30), Some(50), Some(70)];
    let flags = [None, Some(true), Some(false)];
    let titles = [None, Some("CIO"), Some("Head of IT"), Some("CIO, Head of IT"), Some("Clerk")];
    let mut all = Vec::new();
    for industry in industries {
        for size in sizes {
            for flag in flags {
                for title in titles {
                    let mut lead = Lead::default();
                    if let Some(industry) = industry {
                        lead = lead.fact("industry", industry);
                    }
                    if let Some(size) = size {
                        lead = lead.fact("employees", size);
                    }
                    if let Some(flag) = flag {
                        lead = lead.fact("newsletter", flag);
                    }
                    if let Some(title) = title {
                        lead = lead.fact("job_title", title);
                    }
                    all.push(lead);
                }
            }
        }
    }
    all
}

/// The numbers of the worlds in which one or two facts are missing: there an answer can settle something.
fn nearly_known() -> Vec<usize> {
    let missing = |lead: &Lead| 4 - lead.facts.len();
    worlds().iter().enumerate().filter(|(_, lead)| (1..=2).contains(&missing(lead))).map(|(at, _)| at).collect()
}

fn atom() -> impl Strategy<Value = Value> {
    let bound = prop_oneof![Just(10), Just(50)];
    let operator = prop_oneof![Just("at_least"), Just("at_most"), Just("more_than"), Just("less_than")];
    let industry = prop_oneof![Just("software"), Just("finance")];
    let negative = prop_oneof![Just("is_not"), Just("not_in")];
    prop_oneof![
        industry.clone().prop_map(|industry| json!({ "industry": industry })),
        (negative, industry).prop_map(|(negative, industry)| json!({ "industry": { negative: industry } })),
        (operator, bound).prop_map(|(operator, bound)| json!({ "employees": { operator: bound } })),
        any::<bool>().prop_map(|flag| json!({ "newsletter": flag })),
        prop_oneof![Just("cio"), Just("head of it")].prop_map(|word| json!({ "job_title": { "word": word } })),
        prop_oneof![Just("employees"), Just("industry")]
            .prop_flat_map(|field| any::<bool>().prop_map(move |known| json!({ field: { "known": known } }))),
    ]
}

fn condition() -> impl Strategy<Value = Value> {
    atom().prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(|parts| json!({ "any": parts })),
            prop::collection::vec(inner.clone(), 1..3).prop_map(|parts| json!({ "all": parts })),
            inner.prop_map(|part| json!({ "not": part })),
        ]
    })
}

fn agreement() -> impl Strategy<Value = Agreement> {
    let rule = (condition(), -20..30_i32, prop::option::of(0..2_usize), any::<bool>());
    let rules = prop::collection::vec(rule, 1..6);
    let pick = || prop_oneof![Just("sum"), Just("first"), Just("highest")];
    (rules, pick(), pick(), prop::option::of(0..25_i32), condition(), 0..40_i32, condition()).prop_map(
        |(rules, first, second, max, when, threshold, persona)| {
            let rules: Vec<Value> = rules
                .iter()
                .enumerate()
                .map(|(at, (when, points, group, fit))| {
                    let mut rule = json!({
                        "id": format!("r{at}"), "scores": "fit", "when": when, "points": points
                    });
                    if let Some(group) = group {
                        rule["group"] = json!(["one", "two"][*group]);
                    } else if !fit {
                        rule["scores"] = json!("score");
                        rule["when"] = json!({ "all": [when, { "fit": { "at_least": 5 } }] });
                    }
                    rule
                })
                .collect();
            let mut document = json!({
                "smarketing": 1,
                "agreement": { "name": "Generated", "version": "1" },
                "fields": {
                    "industry": { "type": "category", "values": ["software", "finance", "retail"] },
                    "employees": "number",
                    "newsletter": "boolean",
                    "job_title": { "type": "text", "changeable": false }
                },
                "personas": [{ "id": "p", "when": persona }],
                "scoring": {
                    "groups": { "one": { "pick": first }, "two": { "pick": second, "max": 20 } },
                    "rules": rules,
                    "adjustments": [{ "id": "half", "scores": "fit", "when": when, "multiply": 0.5 }]
                },
                "lifecycle": { "stage": { "mql": { "when": { "score": { "at_least": threshold } } } } }
            });
            if let Some(max) = max {
                document["scoring"]["fit"] = json!({ "max": max });
            }
            Agreement::from_json(&document.to_string()).unwrap()
        },
    )
}

fn as_of() -> Timestamp {
    "2026-11-02T10:00:00Z".parse().unwrap()
}

/// The worlds in which everything that is known stays as it is.
fn continuations(lead: &Lead) -> impl Iterator<Item = Lead> {
    let lead = lead.clone();
    worlds()
        .into_iter()
        .filter(move |world| lead.facts.iter().all(|(field, fact)| world.facts.get(field) == Some(fact)))
}

/// Gives which of the two bounds were called exact, and whether they are apart.
fn bounds_hold(agreement: &Agreement, at: usize) -> Result<(bool, bool, bool), TestCaseError> {
    let lead = worlds()[at].clone();
    let bound = agreement.bind(&lead, &Interactions::none());
    let (rough, bounds) = (bound.assess(as_of()).bounds, bound.bounds(as_of()));
    let scores: Vec<Points> =
        continuations(&lead).map(|world| agreement.assess(&world, &Interactions::none(), as_of()).score).collect();
    let (least, most) = (scores.iter().min().unwrap(), scores.iter().max().unwrap());
    prop_assert!(rough.score.least <= *least && *most <= rough.score.most);
    prop_assert!(bounds.score.least.points <= *least && *most <= bounds.score.most.points);
    prop_assert!(rough.score.least <= bounds.score.least.points && bounds.score.most.points <= rough.score.most);
    // The worlds above hold every case, so that an exact bound is the bound among them.
    if bounds.score.least.exact {
        prop_assert_eq!(bounds.score.least.points, *least);
    }
    if bounds.score.most.exact {
        prop_assert_eq!(bounds.score.most.points, *most);
    }
    Ok((bounds.score.least.exact, bounds.score.most.exact, least < most))
}

/// Gives how many answers were promised to settle, and did, of the leads of whom nearly all is known.
fn questions_settle(agreement: &Agreement) -> Result<usize, TestCaseError> {
    nearly_known().into_iter().step_by(5).try_fold(0, |sum, at| Ok(sum + questions_of(agreement, at)?))
}

fn questions_of(agreement: &Agreement, at: usize) -> Result<usize, TestCaseError> {
    let lead = worlds()[at].clone();
    let questions = agreement.bind(&lead, &Interactions::none()).questions(as_of());
    let (mut seen_open, mut settled) = (false, 0);
    for question in &questions {
        prop_assert!(!lead.facts.contains_key(&question.field));
        seen_open |= !question.settles;
        prop_assert!(!(question.settles && seen_open), "those that settle come first");
        if !question.settles {
            continue;
        }
        for answer in &question.answers {
            let answered = lead.clone().fact(question.field.clone(), answer.value.clone());
            let reached: Vec<bool> = continuations(&answered)
                .map(|world| agreement.assess(&world, &Interactions::none(), as_of()).stage >= Stage::Mql)
                .collect();
            prop_assert!(reached.iter().all(|one| *one == reached[0]), "{} = {}", question.field, answer.value);
            settled += 1;
        }
    }
    Ok(settled)
}

/// The laws below would be empty if nothing were ever called exact, or no question settled anything.
#[test]
fn bounds_are_exact_and_questions_settle_often_enough() {
    let mut runner = TestRunner::deterministic();
    let (mut least, mut most, mut apart, mut settled) = (0, 0, 0, 0);
    for _ in 0..96 {
        let (agreement, at) = (agreement(), 0..360_usize).new_tree(&mut runner).unwrap().current();
        let (exact_least, exact_most, differ) = bounds_hold(&agreement, at).unwrap();
        least += u32::from(exact_least && differ);
        most += u32::from(exact_most && differ);
        apart += u32::from(differ);
        settled += u32::from(questions_settle(&agreement).unwrap() > 0);
    }
    assert!(apart >= 30, "{apart} of 96 leads have bounds that are apart");
    assert!(least * 10 >= apart * 9 && most * 10 >= apart * 9, "{least} and {most} of {apart} bounds are exact");
    assert!(settled >= 10, "questions settle something in {settled} of 96 agreements");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bounds_are_sound_and_exact_where_they_say_so(agreement in agreement(), at in 0..360_usize) {
        bounds_hold(&agreement, at)?;
    }

    #[test]
    fn a_question_that_settles_settles(agreement in agreement(), at in 0..360_usize) {
        questions_of(&agreement, at)?;
        questions_settle(&agreement)?;
    }

    #[test]
    fn advice_works_and_never_changes_what_cannot_change(agreement in agreement(), at in 0..360_usize) {
        let lead = worlds()[at].clone();
        let advice = agreement.bind(&lead, &Interactions::none()).what_would_it_take(None, as_of());
        for one in &advice {
            let (field, value) = match &one.change {
                SingleChange::Learn { field, value } => (field, value),
                SingleChange::Change { field, to, .. } => {
                    prop_assert_ne!(&**field, "job_title");
                    (field, to)
                }
                other => panic!("{other:?}"),
            };
            let changed = lead.clone().fact(field.clone(), value.clone());
            let assessment = agreement.assess(&changed, &Interactions::none(), as_of());
            prop_assert_eq!(assessment.stage, Stage::Mql);
            prop_assert_eq!(assessment.score, one.score);
        }
        // Nothing is overlooked: where one fact would do, some advice says so.
        let stage = |lead: &Lead| agreement.assess(lead, &Interactions::none(), as_of()).stage;
        if stage(&lead) < Stage::Mql {
            let single = worlds().into_iter().any(|world| {
                let differing = ["industry", "employees", "newsletter", "job_title"]
                    .into_iter()
                    .filter(|field| world.facts.get(*field) != lead.facts.get(*field))
                    .collect::<Vec<_>>();
                let allowed = differing.len() == 1
                    && world.facts.contains_key(differing[0])
                    && !(differing[0] == "job_title" && lead.facts.contains_key("job_title"));
                allowed && stage(&world) >= Stage::Mql
            });
            prop_assert_eq!(single, !advice.is_empty());
        }
    }
}

/// What holds as long as a field is missing lapses when it becomes known, also where the other field on
/// which it could rest stays unknown for good.
#[test]
fn what_rests_on_a_missing_fact_can_lapse() {
    let agreement = Agreement::from_json(
        r#"{
        "smarketing": 1,
        "agreement": { "name": "A", "version": "1" },
        "fields": { "industry": { "type": "category", "values": ["software", "retail"] }, "employees": "number" },
        "scoring": { "rules": [
            { "id": "either", "scores": "fit", "when": { "any": [{ "industry": "software" }, { "employees": { "known": false } }] }, "points": 20 },
            { "id": "retail", "scores": "fit", "when": { "industry": "retail" }, "points": 20 }
        ] }
    }"#,
    )
    .unwrap();
    let bounds = agreement.bind(&Lead::default(), &Interactions::none()).bounds(as_of());
    // Its employees become known, and its industry never does.
    assert_eq!((bounds.score.least.points, bounds.score.least.exact), (Points::ZERO, true));
    // Retail, with employees unknown.
    assert_eq!((bounds.score.most.points, bounds.score.most.exact), (Points::new(40), true));
}

#[test]
fn behaviour_is_advised_with_the_fewest_times() {
    let agreement = Agreement::from_json(
        r#"{
        "smarketing": 1,
        "agreement": { "name": "A", "version": "1" },
        "interactions": { "page_view": { "properties": { "url": "text" } }, "demo_request": {}, "email_sent": { "activity": false } },
        "scoring": { "rules": [
            { "id": "pricing", "scores": "engagement", "on": "page_view", "where": { "url": { "contains": "/pricing" } }, "points": 8 },
            { "id": "mail", "scores": "engagement", "on": "email_sent", "points": 50 },
            { "id": "demo", "scores": "engagement", "on": "demo_request", "points": 30, "limit": { "times": 1 } }
        ] },
        "lifecycle": { "stage": { "mql": { "when": { "score": { "at_least": 20 } } } } }
    }"#,
    )
    .unwrap();
    let advice = agreement.bind(&Lead::default(), &Interactions::none()).what_would_it_take(None, as_of());
    let told: Vec<(String, u32, usize)> = advice
        .iter()
        .map(|one| match &one.change {
            SingleChange::Interaction { interaction, properties, times } => {
                (interaction.to_string(), *times, properties.len())
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(told, [("demo_request".to_owned(), 1, 0), ("page_view".to_owned(), 3, 1)]);
    let unknown = agreement.bind(&Lead::default(), &Interactions::unknown()).what_would_it_take(None, as_of());
    assert_eq!(unknown, []);
}
