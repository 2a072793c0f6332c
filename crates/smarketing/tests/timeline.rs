//! Laws of the timeline: it is what the assessments of all its instants are.

#![cfg(all(feature = "toml", feature = "zones"))]

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use smarketing::{
    Agreement, Assessment, BoundLead, CrossingCause, DeclineEnd, Figures, Interaction, Interactions, Lead, Stage,
    Threshold, Timeline, TimelineError, Timestamp, Truth,
};
use support::{DAY, HOUR, NOW, agreement, around, history, instant, interactions, lead};

fn at(timeline: &Timeline, instant: Timestamp) -> &Figures {
    let step = timeline.steps.iter().find(|step| step.from <= instant && instant < step.until);
    &step.unwrap().figures
}

/// Every threshold of an assessment by its name, and on which side of it the lead is. Each stage of the
/// random agreements has one clause, so that the clause is the stage's whole `when`.
fn thresholds(assessment: &Assessment) -> BTreeMap<String, String> {
    let tier = assessment.icp.as_ref().and_then(|icp| icp.tier.clone());
    let mut sides = BTreeMap::from([
        ("stage".to_owned(), assessment.stage.to_string()),
        ("grade".to_owned(), format!("{:?}", assessment.grade)),
        ("band".to_owned(), format!("{:?}", assessment.band)),
        ("tier".to_owned(), format!("{tier:?}")),
    ]);
    for standing in &assessment.stages {
        let stage = standing.stage;
        if let Some(when) = standing.when {
            sides.insert(format!("criterion of {stage}"), format!("{when:?}"));
        }
        if let Some(keep) = standing.keep_while {
            sides.insert(format!("what keeps {stage}"), format!("{keep:?}"));
        }
        if stage == Stage::Mql {
            let known = !standing.missing.iter().any(|field| &**field == "size");
            sides.insert("size for mql".to_owned(), known.to_string());
        }
    }
    sides
}

/// A threshold by the same name, with the side before and the side after.
fn named(threshold: &Threshold) -> (String, String, String) {
    let of = |name: String, before: &dyn std::fmt::Debug, after: &dyn std::fmt::Debug| {
        (name, format!("{before:?}"), format!("{after:?}"))
    };
    match threshold {
        Threshold::Stage { before, after } => ("stage".to_owned(), before.to_string(), after.to_string()),
        Threshold::Grade { before, after } => of("grade".to_owned(), before, after),
        Threshold::Band { before, after } => of("band".to_owned(), before, after),
        Threshold::Tier { before, after } => of("tier".to_owned(), before, after),
        Threshold::Criterion { stage, before, after, .. } => of(format!("criterion of {stage}"), before, after),
        Threshold::KeepWhile { stage, before, after } => of(format!("what keeps {stage}"), before, after),
        Threshold::Required { stage, field, known } => {
            (format!("{field} for {stage}"), (!known).to_string(), known.to_string())
        }
        other => panic!("{other:?} is not looked at"),
    }
}

/// Each crossing has a cause, and stands at the first instant of its other side.
fn crossings_are_what_the_assessments_are(bound: &BoundLead, timeline: &Timeline) -> Result<(), TestCaseError> {
    for crossing in &timeline.crossings {
        prop_assert!(!crossing.causes.is_empty());
        let side = |at: i64, name: &str| thresholds(&bound.assess(instant(at))).remove(name);
        let (name, before, after) = named(&crossing.threshold);
        prop_assert_ne!(&before, &after);
        prop_assert_eq!(side(crossing.at.microseconds() - 1, &name), Some(before), "{:?}", crossing);
        prop_assert_eq!(side(crossing.at.microseconds(), &name), Some(after), "{:?}", crossing);
    }
    Ok(())
}

/// The law of crossings would be empty for a kind that never occurs.
#[test]
fn every_kind_of_threshold_is_crossed() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeMap::<String, u32>::new();
    for _ in 0..300 {
        let drawn = (agreement(), lead(), history()).new_tree(&mut runner).unwrap().current();
        let bound = drawn.0.bind(&drawn.1, &drawn.2);
        let timeline = bound.timeline(instant(NOW - 20 * DAY), instant(NOW + 20 * DAY)).unwrap();
        for crossing in &timeline.crossings {
            *seen.entry(named(&crossing.threshold).0).or_default() += 1;
        }
    }
    let names = ["stage", "grade", "band", "tier", "criterion of mql", "criterion of sal", "criterion of sql"];
    for name in names.into_iter().chain(["what keeps mql", "size for mql"]) {
        assert!(seen.get(name).is_some_and(|count| *count >= 10), "{name}: {seen:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    /// Law: the step function is the assessment, at random instants, at the edges of its steps and
    /// one microsecond beside them, and at every hour after an interaction: no step is missing.
    #[test]
    fn a_timeline_is_what_the_assessments_are(
        agreement in agreement(),
        lead in lead(),
        interactions in history(),
        from in around(20),
        length in 1..40 * DAY,
        random in prop::collection::vec(any::<prop::sample::Index>(), 40),
        hours in prop::collection::vec(0..40 * 24_i64, 12),
    ) {
        let bound = agreement.bind(&lead, &interactions);
        let (from, to) = (from, from + length);
        let timeline = bound.timeline(instant(from), instant(to)).unwrap();
        prop_assert_eq!(timeline.steps.first().unwrap().from, instant(from));
        prop_assert_eq!(timeline.steps.last().unwrap().until, instant(to));
        for pair in timeline.steps.windows(2) {
            prop_assert_eq!(pair[0].until, pair[1].from);
            prop_assert_ne!(&pair[0].figures, &pair[1].figures);
        }
        let mut instants: Vec<i64> = random.iter().map(|index| from + index.index(length as usize) as i64).collect();
        for step in &timeline.steps {
            instants.extend([-1, 0, 1].map(|beside| step.from.microseconds() + beside));
        }
        for interaction in interactions.list().unwrap_or_default() {
            for hour in &hours {
                instants.extend([-1, 0].map(|beside| interaction.at.microseconds() + hour * HOUR + beside));
            }
        }
        for fact in lead.facts.values() {
            if let Ok(date) = format!("{}T00:00:00+01:00", fact.value).parse::<Timestamp>() {
                for hour in &hours {
                    instants.extend([-1, 0].map(|beside| date.microseconds() + hour * HOUR + beside));
                }
            }
        }
        for one in instants.into_iter().filter(|one| (from..to).contains(one)).map(instant) {
            let assessed = Figures::from(&bound.assess(one));
            prop_assert_eq!(at(&timeline, one), &assessed, "at {}", one);
        }
    }

    /// Law: a crossing stands at the first instant of the other side, and something caused it.
    #[test]
    fn a_crossing_stands_where_the_assessments_differ(
        agreement in agreement(),
        lead in lead(),
        interactions in history(),
        random in prop::collection::vec(any::<prop::sample::Index>(), 20),
    ) {
        let bound = agreement.bind(&lead, &interactions);
        let timeline = bound.timeline(instant(NOW - 20 * DAY), instant(NOW + 20 * DAY)).unwrap();
        crossings_are_what_the_assessments_are(&bound, &timeline)?;
        // None is missing: whoever follows them from the beginning has the thresholds of every instant.
        let mut instants: Vec<i64> = random.iter().map(|index| timeline.from.microseconds() + index.index(40 * DAY as usize) as i64).collect();
        instants.extend(timeline.crossings.iter().map(|crossing| crossing.at.microseconds()));
        instants.extend(timeline.steps.iter().map(|step| step.from.microseconds()));
        let beginning = thresholds(&bound.assess(timeline.from));
        for one in instants.into_iter().map(instant) {
            let mut followed = beginning.clone();
            followed.extend(timeline.crossings.iter().take_while(|crossing| crossing.at <= one).map(|crossing| {
                let (name, _, after) = named(&crossing.threshold);
                (name, after)
            }));
            prop_assert_eq!(followed, thresholds(&bound.assess(one)), "at {}", one);
        }
    }

    /// Law: a lead left alone is above its stage until the decline, and below it from then on.
    #[test]
    fn a_decline_is_the_first_instant_below(
        agreement in agreement(),
        lead in lead(),
        interactions in interactions(),
        as_of in around(10),
        random in prop::collection::vec(any::<prop::sample::Index>(), 40),
    ) {
        let (past, mut known): (Vec<Interaction>, Lead) =
            (interactions.iter().filter(|one| one.at <= instant(as_of)).cloned().collect(), lead.clone());
        known.facts.retain(|_, fact| fact.known_since.is_none_or(|since| since <= instant(as_of)));
        known.created = known.created.filter(|created| *created <= instant(as_of));
        let alone = agreement.bind(&known, &Interactions::from(past));
        let stage = alone.assess(instant(as_of)).stage;
        let horizon = 60 * DAY;
        let decline = agreement.bind(&lead, &Interactions::from(interactions)).decays_below(instant(as_of), "60d".parse().unwrap()).unwrap();
        let below = |at: i64| {
            let assessed = alone.assess(instant(at));
            let barred = assessed.stage == Stage::Disqualified || assessed.icp.is_some_and(|icp| !icp.excluded.is_empty());
            let own = assessed.stages.iter().find(|one| one.stage == stage).unwrap();
            barred || own.keep_while.map_or(assessed.stage < stage, |keep| keep == Truth::No)
        };
        if !matches!(stage, Stage::Mql | Stage::Sal | Stage::Sql) {
            prop_assert_eq!(decline, None);
            return Ok(());
        }
        let end = decline.as_ref().map_or(as_of + horizon, |decline| decline.at.microseconds());
        for one in random.iter().map(|index| as_of + index.index((end - as_of).max(1) as usize) as i64).chain([end - 1]) {
            prop_assert!(one >= end || one < as_of || !below(one));
        }
        if let Some(decline) = decline {
            prop_assert!(below(decline.at.microseconds()));
            prop_assert_eq!(decline.stage, stage);
        }
    }
}

const EXAMPLE: &str = include_str!("cases/design.toml");

fn visited() -> (Agreement, Lead, Vec<Interaction>) {
    let agreement = Agreement::from_toml(EXAMPLE).unwrap();
    let lead = Lead::new("L-1")
        .fact("industry", "software")
        .fact("employees", 400)
        .fact("email", "cio@firm.example")
        .fact("job_title", "CIO")
        .created(instant(NOW - 100 * DAY));
    let kinds = ["page_view", "whitepaper", "page_view", "email_sent"];
    let interactions = (0..20_i64).map(|at| {
        let kind = kinds[(at % 4) as usize];
        let own = Interaction::new(kind, instant(NOW - at * 3 * DAY - at * HOUR)).id(format!("i{at}"));
        if kind == "page_view" { own.property("url", "/pricing") } else { own }
    });
    (agreement, lead, interactions.collect())
}

#[test]
fn a_stage_ends_with_its_cause() {
    let (agreement, lead, _) = visited();
    let demo = Interaction::new("demo_request", instant(NOW)).id("d");
    let bound = agreement.bind(&lead, &Interactions::from(vec![demo]));
    assert_eq!(bound.assess(instant(NOW)).stage, Stage::Sal);
    let timeline = bound.timeline(instant(NOW - DAY), instant(NOW + 10 * DAY)).unwrap();
    let stages: Vec<_> =
        timeline.crossings.iter().filter(|one| matches!(one.threshold, Threshold::Stage { .. })).collect();
    assert_eq!(stages.len(), 2);
    assert_eq!(stages[0].at, instant(NOW));
    assert!(matches!(&stages[0].causes[..], [CrossingCause::Interaction { .. }]));
    // The window of the fast track closes, at the same instant as the first idle week and a step of decay.
    assert_eq!(stages[1].at, instant(NOW + 7 * DAY));
    assert!(stages[1].causes.iter().any(|cause| matches!(cause, CrossingCause::Window { rule: None, .. })));
    let decline = bound.decays_below(instant(NOW), "30d".parse().unwrap()).unwrap().unwrap();
    assert_eq!((decline.at, decline.end), (instant(NOW + 7 * DAY), DeclineEnd::Criteria));
    let json: serde_json::Value = serde_json::from_str(&timeline.to_json()).unwrap();
    assert_eq!(json["steps"][1]["stage"], "sal");
    assert_eq!(json["crossings"][0]["causes"][0]["kind"], "interaction");
}

#[test]
fn periods_are_bounded() {
    let (agreement, lead, interactions) = visited();
    let bound = agreement.bind(&lead, &Interactions::from(interactions));
    let (early, late) = (instant(NOW), instant(NOW + DAY));
    assert_eq!(bound.timeline(late, early), Err(TimelineError::Backwards { from: late, until: early }));
    assert!(matches!(bound.timeline(early, instant(NOW + 3700 * DAY)), Err(TimelineError::TooLong { .. })));
    assert_eq!(bound.timeline(early, early).map(|timeline| timeline.steps.len()), Ok(0));
}

#[test]
fn what_is_too_fine_is_said() {
    let agreement = Agreement::from_json(
        r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" }, "scoring": { "rules": [
            { "id": "idle", "scores": "engagement", "idle": "1s", "points": -1 } ] } }"#,
    )
    .unwrap();
    let bound = agreement.bind(&Lead::new("L-1").created(instant(NOW)), &Interactions::none());
    assert_eq!(bound.timeline(instant(NOW), instant(NOW + 300 * DAY)), Err(TimelineError::TooFine));
    assert!(bound.timeline(instant(NOW), instant(NOW + HOUR)).is_ok());
}

/// Not a test of a duration, but of how many steps a typical timeline has.
#[test]
fn ninety_days_of_twenty_interactions() {
    let (agreement, lead, interactions) = visited();
    let bound = agreement.bind(&lead, &Interactions::from(interactions));
    let timeline = bound.timeline(instant(NOW - 90 * DAY), instant(NOW)).unwrap();
    assert!((100..1_000).contains(&timeline.steps.len()), "{}", timeline.steps.len());
}
