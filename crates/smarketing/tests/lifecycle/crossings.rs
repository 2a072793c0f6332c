//! Law 7 where histories cross: leads that merge and part, agreements that change in between, and
//! events that come late.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;
use smarketing::{
    Agreement, Effect, Event, EventBody, LeadState, Origin, RefusalCode, Replay, SourcedBy, Timestamp,
    TransitionReason, late, replay,
};

use crate::agreements::{VARIANTS, Variant, variants};
use crate::generated::{Seed, event, gap, minute, seeds, started};

/// When the second version comes into force: with the second day of the histories.
const CHANGE: i64 = 24 * 60;

/// Two versions; the second may have other stages, clocks and reasons than the first.
fn versions(variants: &[Variant], first: usize, second: usize) -> [Agreement; 2] {
    [variants[first].version("1", "2026-10-01"), variants[second].version("2", "2026-11-02")]
}

/// Whoever lives through a change of the agreement brings the lead up to it by the old one.
fn pass(agreements: &[Agreement; 2], state: LeadState, from: i64, to: i64) -> LeadState {
    if from < CHANGE && to >= CHANGE {
        let last = Timestamp::from_microseconds(minute(CHANGE).microseconds() - 1).unwrap();
        return agreements[0].advance(&state, last).state;
    }
    state
}

fn in_force(agreements: &[Agreement; 2], now: i64) -> &Agreement {
    &agreements[usize::from(now >= CHANGE)]
}

/// Another lead of the same contact, with a short history of its own that ends before an instant.
fn other(agreements: &[Agreement; 2], number: usize, until: i64, seed: Seed) -> LeadState {
    let mut now = (until - i64::from(seed.1 % 400)).max(0);
    let origin = Origin::new(format!("M-{number}"), SourcedBy::Sales).contact("C-1").offering("crm");
    let first = Event::new(format!("m-{number}-start"), minute(now), EventBody::Started(Arc::new(origin)));
    let mut state = in_force(agreements, now).start(&first, minute(now)).unwrap().state;
    for step in 0..u16::from(seed.0.to_be_bytes()[1] % 6) {
        let then = now + i64::from(seed.1.rotate_left(u32::from(step)) % 90);
        if then > until {
            break;
        }
        state = pass(agreements, state, now, then);
        now = then;
        let agreement = in_force(agreements, now);
        let own = (seed.0.rotate_left(u32::from(step)), seed.1, seed.2.rotate_left(u32::from(3 * step)));
        let event = event(agreement, &state, 100 * (number + 1) + usize::from(step), now, own);
        if let Ok(step) = agreement.apply(&state, &event, minute(now)) {
            state = step.state;
        }
    }
    pass(agreements, state, now, until)
}

/// A merge with another lead, or the undoing of one, or an event like every other.
fn crossing(agreements: &[Agreement; 2], state: &LeadState, number: usize, now: i64, seed: Seed) -> Event {
    let ours = |body| Event::new(format!("x-{number:02}-{}", seed.2 % 3), minute(now), body);
    match seed.2 % 8 {
        0 | 1 => ours(EventBody::Merged { other: Arc::new(other(agreements, number, now, seed)) }),
        2 => {
            let known: Vec<_> = state.merges.iter().map(|merge| merge.event.clone()).collect();
            let merge = known.get(usize::from(seed.0) % known.len().max(1)).cloned();
            ours(EventBody::Unmerged { merge: merge.unwrap_or_else(|| "x-99".into()) })
        }
        _ => event(in_force(agreements, now), state, number, now, seed),
    }
}

/// A history as it was lived: what happened, what was refused, and the end.
struct Lived {
    events: Vec<Event>,
    refused: Vec<Event>,
    effects: Vec<Effect>,
    state: LeadState,
    now: i64,
}

impl Lived {
    fn all(&self) -> Vec<Event> {
        self.events.iter().chain(&self.refused).cloned().collect()
    }
}

fn live(agreements: &[Agreement; 2], seeds: &[Seed]) -> Result<Lived, TestCaseError> {
    let first = started(0, !seeds.len().is_multiple_of(3));
    let step = agreements[0].start(&first, minute(0)).unwrap();
    let mut lived =
        Lived { events: vec![first], refused: Vec::new(), effects: step.effects, state: step.state, now: 0 };
    for (number, seed) in seeds.iter().enumerate() {
        let then = lived.now + gap(*seed);
        if lived.now < CHANGE && then >= CHANGE {
            let last = Timestamp::from_microseconds(minute(CHANGE).microseconds() - 1).unwrap();
            let step = agreements[0].advance(&lived.state, last);
            (lived.state, _) = (step.state, lived.effects.extend(step.effects));
        }
        lived.now = then;
        let agreement = in_force(agreements, then);
        let step = agreement.advance(&lived.state, minute(then));
        (lived.state, _) = (step.state, lived.effects.extend(step.effects));
        let event = crossing(agreements, &lived.state, number, then, *seed);
        match agreement.apply(&lived.state, &event, minute(then)) {
            // Both orders of one instant are right; one of them is the one order.
            Err(refusal) if refusal.code == RefusalCode::Late => continue,
            Err(_) => {
                lived.refused.push(event);
                continue;
            }
            Ok(step) => {
                for transition in &step.transitions {
                    prop_assert_eq!(&*transition.agreement, agreement.version());
                }
                (lived.state, _) = (step.state, lived.effects.extend(step.effects));
            }
        }
        prop_assert_eq!(&*lived.state.origin.lead, "L-1");
        lived.events.push(event);
    }
    Ok(lived)
}

/// The effects that are in one history and not in another, each as often as it is there more.
fn difference(one: &Replay, other: &Replay) -> Vec<Effect> {
    let mut left: Vec<&Effect> = other.effects().collect();
    let more = one.effects().filter(|effect| match left.iter().position(|known| known == effect) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    });
    more.cloned().collect()
}

fn shuffled(events: &[Event], order: &[prop::sample::Index]) -> Vec<Event> {
    let mut rest = events.to_vec();
    let mut shuffled = Vec::new();
    for index in order.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        shuffled.push(rest.swap_remove(index.index(rest.len())));
    }
    shuffled
}

thread_local!(static KNOWN: Vec<Variant> = variants());

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    /// The state is the replay of its history, through merges and new versions, in every order of
    /// arrival; each transition names the version by which it happened, and nothing is dropped.
    #[test]
    fn law_7_history_is_truth_through_merges_and_versions(
        first in 0..VARIANTS,
        second in 0..VARIANTS,
        seeds in seeds(24),
        order in prop::collection::vec(any::<prop::sample::Index>(), 1..24),
    ) {
        KNOWN.with(|variants| {
            let agreements = versions(variants, first, second);
            let lived = live(&agreements, &seeds)?;
            let replayed = replay(&agreements, &shuffled(&lived.events, &order), minute(lived.now));
            prop_assert!(replayed.state.as_ref() == Some(&lived.state), "another state");
            prop_assert!(replayed.refused.is_empty());
            prop_assert!(replayed.effects().eq(&lived.effects), "other effects");
            // With those that were refused, every order of arrival gives the same, and none is dropped.
            let all = lived.all();
            let replayed = replay(&agreements, &shuffled(&all, &order), minute(lived.now));
            prop_assert!(replayed == replay(&agreements, &all, minute(lived.now)), "the order of arrival matters");
            let told = replayed.steps.iter().filter(|step| step.event.is_some()).count();
            prop_assert_eq!(told + replayed.refused.len(), all.len());
            for transition in replayed.transitions() {
                let version = if transition.at < minute(CHANGE) { "1" } else { "2" };
                prop_assert_eq!(&*transition.agreement, version, "{:?}", transition);
            }
            prop_assert!(LeadState::from_json(&lived.state.to_json()).as_ref() == Ok(&lived.state), "read as another");
            Ok(())
        })?;
    }

    /// What a late event changes is the difference of the two histories, no more and no less; and an
    /// effect's key stands for all of it.
    #[test]
    fn law_7_late_is_the_difference_of_two_histories(
        first in 0..VARIANTS,
        second in 0..VARIANTS,
        seeds in seeds(24),
        which in any::<prop::sample::Index>(),
        later in 0..600_i64,
    ) {
        KNOWN.with(|variants| {
            let agreements = versions(variants, first, second);
            let lived = live(&agreements, &seeds)?;
            let as_of = minute(lived.now + later);
            let mut history = lived.all();
            let with = replay(&agreements, &history, as_of);
            let event = history.remove(which.index(history.len()));
            let without = replay(&agreements, &history, as_of);
            let told = late(&agreements, &history, &event, as_of);
            prop_assert_eq!(&told.no_longer, &difference(&without, &with));
            prop_assert_eq!(&told.now, &difference(&with, &without));
            prop_assert!(told.replay == with, "another history");
            let mut known = BTreeMap::new();
            for effect in with.effects().chain(without.effects()) {
                prop_assert_eq!(*known.entry(effect.key()).or_insert(effect), effect);
            }
            let keys: BTreeSet<String> = with.effects().map(Effect::key).collect();
            prop_assert_eq!(keys.len(), with.effects().count(), "a key stands twice");
            Ok(())
        })?;
    }
}

/// The laws would be empty without merges that took, partings that did, changes in between, and late
/// events that matter.
#[test]
fn histories_cross_often_enough() {
    use proptest::strategy::ValueTree;
    let variants = variants();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut seen, mut late_ones, mut through, mut undone) = (BTreeMap::<&str, u32>::new(), 0, 0, 0);
    for number in 0..1_000 {
        let seeds = seeds(24).new_tree(&mut runner).unwrap().current();
        let agreements = versions(&variants, number % VARIANTS, number / VARIANTS % VARIANTS);
        let lived = live(&agreements, &seeds).unwrap();
        let replayed = replay(&agreements, &lived.events, minute(lived.now));
        for transition in replayed.transitions() {
            match transition.reason {
                TransitionReason::Merged => *seen.entry("merged").or_default() += 1,
                TransitionReason::Unmerged => *seen.entry("unmerged").or_default() += 1,
                _ => {}
            }
        }
        let versions: BTreeSet<&str> = replayed.transitions().map(|transition| &*transition.agreement).collect();
        through += u32::from(versions.len() == 2);
        let kinds = lived.events.iter().map(|event| event.kind().name());
        undone += u32::from(kinds.filter(|kind| *kind == "unmerged").count() > 0);
        let mut history = lived.all();
        let event = history.remove(number % history.len());
        let told = late(&agreements, &history, &event, minute(lived.now));
        late_ones += u32::from(!told.now.is_empty() && !told.no_longer.is_empty());
    }
    let told =
        format!("{seen:?}, {through} through a change, {undone} undone, {late_ones} with a late event that matters");
    let seen = |reason: &str| seen.get(reason).copied().unwrap_or(0);
    assert!(seen("merged") > 150 && seen("unmerged") > 20, "{told}");
    assert!(through > 100 && undone > 100 && late_ones > 50, "{told}");
}
