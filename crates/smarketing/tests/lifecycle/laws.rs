//! Laws 6 and 7, and what follows from them, over random histories.

use proptest::prelude::*;
use smarketing::{Event, LeadState, Phase, RefusalCode, Row, Stage, replay};

use crate::agreements::{VARIANTS, Variant, variants};
use crate::generated::{Seed, event, gap, minute, seeds, started};
use crate::model::{Model, ModelClock, Sales, minutes};

/// What both machines must agree on.
fn real(state: &LeadState, variant: &Variant) -> String {
    let at = |at: Option<smarketing::Timestamp>| at.map(minutes);
    let clocks: Vec<(String, Option<i64>)> =
        state.clocks.iter().map(|clock| (clock.clock.to_string(), clock.due.map(minutes))).collect();
    format!(
        "{} {} {:?} person {:?} hold {:?} tracks {:?} earns {:?} returned {:?} attempts {} reached {} amount {:?} clocks {clocks:?} ({})",
        state.stage,
        state.owner,
        state.phase(),
        state.person,
        at(state.hold_until),
        at(state.fast_track_since),
        at(state.engagement_since),
        at(state.returned_at),
        state.attempts,
        state.reached,
        state.amount.map(|amount| amount.to_string()),
        variant.name,
    )
}

fn reference(model: &Model, variant: &Variant) -> String {
    let phase = match model.sales {
        Sales::HasItNot => Phase::Open,
        Sales::WasOffered => Phase::Offered,
        Sales::HasItInAdvance => Phase::InAdvance,
        Sales::Accepted => Phase::Accepted,
    };
    let clocks: Vec<(String, Option<i64>)> =
        model.clocks.iter().map(|ModelClock { id, due, .. }| (id.clone(), due.ok())).collect();
    format!(
        "{} {} {phase:?} person {:?} hold {:?} tracks {:?} earns {:?} returned {:?} attempts {} reached {} amount {:?} clocks {clocks:?} ({})",
        model.stage,
        model.owner(),
        model.person,
        model.hold,
        model.tracks_after,
        model.earns_after,
        model.returned,
        model.attempts,
        model.reached,
        model.amount,
        variant.name,
    )
}

/// Lives a history with both machines; gives the events, refused ones among them, and the end.
fn live(variant: &Variant, seeds: &[Seed]) -> Result<(Vec<Event>, Vec<Event>, LeadState, i64), TestCaseError> {
    let agreement = &variant.agreement;
    let offering = !seeds.len().is_multiple_of(3);
    let table = &variant.table;
    let first = started(0, offering);
    let mut state = agreement.start(&first, minute(0)).unwrap().state;
    let mut model = Model::start(&variant.document, 0, offering);
    let (mut events, mut refused, mut now) = (vec![first], Vec::new(), 0);
    for (number, seed) in seeds.iter().enumerate() {
        now += gap(*seed);
        state = agreement.advance(&state, minute(now)).state;
        model.live_until(now);
        prop_assert_eq!(real(&state, variant), reference(&model, variant));
        let event = event(agreement, &state, number, now, *seed);
        let allowed = agreement.allowed(&state);
        let before = (state.stage, state.phase());
        match agreement.apply(&state, &event, minute(now)) {
            // The same instant, an earlier kind: both orders are right, one of them is the one order.
            Err(refusal) if refusal.code == RefusalCode::Late => continue,
            Err(refusal) => {
                prop_assert!(!model.apply(&event), "{refusal}: {event:?}");
                prop_assert_eq!(&refusal.allowed, &allowed);
                refused.push(event.clone());
            }
            Ok(step) => {
                prop_assert!(model.apply(&event), "{event:?} at {}", real(&state, variant));
                prop_assert!(allowed.contains(&event.kind()));
                let again = agreement.apply(&step.state, &event, minute(now)).unwrap();
                prop_assert_eq!(&again.state, &step.state);
                prop_assert!(again.effects.is_empty() && again.transitions.is_empty());
                in_table(table, before, &event, &step.state)?;
                state = step.state;
                events.push(event.clone());
            }
        }
        prop_assert_eq!(real(&state, variant), reference(&model, variant), "after {:?}", event);
        nobody_is_lost(variant, &state)?;
    }
    Ok((events, refused, state, now))
}

/// What happens stands in the table.
fn in_table(table: &[Row], from: (Stage, Phase), event: &Event, to: &LeadState) -> Result<(), TestCaseError> {
    let row = table.iter().find(|row| (row.stage, row.phase, row.on) == (from.0, from.1, event.kind().name()));
    let Some(row) = row else { return Err(TestCaseError::fail(format!("no row for {from:?} {}", event.kind()))) };
    let reached = |to_row: &&smarketing::Destination| {
        (to_row.stage, to_row.phase, to_row.owner) == (to.stage, to.phase(), to.owner)
    };
    prop_assert!(row.to.iter().any(|to| reached(&to)), "{row:?} {event:?} {:?} {:?}", to.stage, to.phase());
    Ok(())
}

/// Law 6: a clock runs while sales is asked, unless `check` said that none will.
fn nobody_is_lost(variant: &Variant, state: &LeadState) -> Result<(), TestCaseError> {
    if state.phase() == Phase::Offered {
        let runs = state.clocks.iter().any(|clock| clock.due.is_some());
        prop_assert_eq!(runs, !variant.warned, "{}", real(state, variant));
    }
    Ok(())
}

fn shuffled(events: &[Event], seed: u64) -> Vec<Event> {
    let mut events = events.to_vec();
    let mut random = seed | 1;
    for at in (1..events.len()).rev() {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        events.swap(at, (random >> 33) as usize % (at + 1));
    }
    events
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12_000, ..ProptestConfig::default() })]

    #[test]
    fn law_6_and_7_the_machine_does_what_the_reference_does(which in 0..VARIANTS, seeds in seeds(18), order in any::<u64>()) {
        thread_local!(static KNOWN: Vec<Variant> = variants());
        KNOWN.with(|variants| {
            let variant = &variants[which];
            let (events, refused, state, now) = live(variant, &seeds)?;
            let agreements = std::slice::from_ref(&variant.agreement);
            let replayed = replay(agreements, &shuffled(&events, order), minute(now));
            prop_assert_eq!(replayed.state.as_ref(), Some(&state));
            prop_assert!(replayed.refused.is_empty());
            // With those that were refused, every order of arrival gives the same, and none is dropped.
            let all: Vec<Event> = events.iter().chain(&refused).cloned().collect();
            let one = replay(agreements, &shuffled(&all, order), minute(now));
            prop_assert_eq!(&one, &replay(agreements, &all, minute(now)));
            let told = one.steps.iter().filter(|step| step.event.is_some()).count();
            prop_assert_eq!(told + one.refused.len(), all.len());
            prop_assert_eq!(LeadState::from_json(&state.to_json()), Ok(state));
            let last = events.last().unwrap();
            prop_assert_eq!(Event::from_json(&serde_json::to_string(last).unwrap()), Ok(last.clone()));
            Ok(())
        })?;
    }
}

/// Law 6 rests on the warning: who has no clock is told, and nobody else is.
#[test]
fn who_has_no_clock_is_warned() {
    let warned: Vec<&str> = variants().iter().filter(|variant| variant.warned).map(|variant| variant.name).collect();
    assert_eq!(warned, ["plain", "two stages"]);
    assert_eq!(variants().len(), VARIANTS);
}

/// The law would be empty if the random histories did not come everywhere.
#[test]
fn random_histories_come_everywhere() {
    use proptest::strategy::ValueTree;
    let variants = variants();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    for number in 0..4000 {
        let seeds = seeds(18).new_tree(&mut runner).unwrap().current();
        let variant = &variants[number % variants.len()];
        let (events, _, _, now) = live(variant, &seeds).unwrap();
        let replayed = replay(std::slice::from_ref(&variant.agreement), &events, minute(now));
        for transition in replayed.transitions() {
            let reason = serde_json::to_value(&transition.reason).unwrap()["kind"].as_str().unwrap().to_owned();
            seen.insert((variant.name, transition.to, reason));
        }
    }
    for (variant, missing) in [
        ("plain", vec![]),
        ("short", vec!["sal", "sql"]),
        ("two stages", vec!["sal", "sql", "opportunity", "customer", "lost"]),
    ] {
        for stage in ["lead", "mql", "sal", "sql", "opportunity", "customer", "nurture", "disqualified", "lost"] {
            let reached = seen.iter().any(|(name, to, _)| *name == variant && to.as_str() == stage);
            assert_eq!(reached, !missing.contains(&stage), "{variant}: {stage}");
        }
    }
    assert!(seen.iter().any(|(name, to, _)| *name == "review" && *to == Stage::Sql));
    for reason in [
        "criteria",
        "fast_track",
        "keep_while",
        "excluded",
        "disqualifier",
        "decision",
        "reason",
        "breach",
        "hold_ended",
        "active",
    ] {
        assert!(seen.iter().any(|(_, _, known)| known == reason), "{reason}");
    }
}
