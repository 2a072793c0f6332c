//! The computation of an assessment: facts → history → ICP → persona → qualification → rules →
//! fit, engagement → score → grade, band → stage.

use super::bind::BoundLead;
use super::history::HistoryView;
use super::reasons::Reasons;
use crate::agreement::compiled::Compiled;
use crate::condition::expression::Surroundings;
use crate::condition::results::{Label, Reach, Results};
use crate::condition::truth::{Truth, Verdict};
use crate::lifecycle::Stage;
use crate::lifecycle::compiled::CompiledStage;
use crate::points::{Points, SCALE, half_even};
use crate::profile::compiled::{CompiledIcp, CompiledPersona};
use crate::scoring::Ladder;
use crate::scoring::evaluate::{dimension, weigh};
use crate::time::Timestamp;
use crate::vocabulary::bound::Bound;

/// What is known of a lead at an instant.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'k> {
    pub(crate) slots: &'k [Bound],
    pub(crate) history: Option<HistoryView<'k>>,
    pub(crate) as_of: Timestamp,
}

impl<'k> Known<'k> {
    pub(crate) const fn with<'e>(&self, results: &'e Results) -> Surroundings<'e>
    where
        'k: 'e,
    {
        Surroundings { slots: self.slots, history: self.history, results, as_of: self.as_of }
    }
}

/// Numbers and labels, without reasons.
#[derive(Debug, Clone)]
pub(crate) struct Computed {
    pub(crate) results: Results,
    pub(crate) excluded: Verdict,
}

/// Computes all results; with `reasons`, the lines of the score are collected on the way.
pub(crate) fn compute(compiled: &Compiled, known: Known<'_>, reasons: &mut Option<Reasons<'_>>) -> Computed {
    let mut results = Results::default();
    let mut excluded = Verdict::NO;
    if let Some(icp) = &compiled.icp {
        excluded = icp_results(icp, known, &mut results);
    }
    results.persona = persona(&compiled.personas, known, &results);
    let criteria = compiled.criteria.iter().map(|criterion| criterion.when.evaluate(&known.with(&results)));
    results.criteria = criteria.collect();
    let count = |counts: &dyn Fn(&Verdict) -> bool| {
        let count = results.criteria.iter().filter(|verdict| counts(verdict)).count();
        i64::try_from(count).unwrap_or(i64::MAX).saturating_mul(SCALE)
    };
    results.criteria_met = Reach {
        now: count(&|verdict| verdict.truth.is_yes()),
        least: count(&|verdict| verdict.is_settled_yes()),
        most: count(&|verdict| verdict.may_hold),
    };
    let scoring = &compiled.scoring;
    let none = Reach::default();
    let fit = dimension(&scoring.fit, scoring, none, &known.with(&results), reasons);
    let fit_weighed = weigh(&scoring.fit, fit, reasons);
    let engagement = dimension(&scoring.engagement, scoring, none, &known.with(&results), reasons);
    let engagement_weighed = weigh(&scoring.engagement, engagement, reasons);
    results.fit = fit;
    results.engagement = engagement;
    let base = fit_weighed.plus(engagement_weighed);
    results.score = dimension(&scoring.score, scoring, base, &known.with(&results), reasons);
    labels(compiled, &mut results);
    Computed { results, excluded }
}

/// Reads the labels off the numbers.
pub(crate) fn labels(compiled: &Compiled, results: &mut Results) {
    results.grade = grade(compiled, results);
    results.band = rungs(&compiled.scoring.bands, results.score).0;
}

/// Share, tier and membership of the ICP; gives whether the lead is excluded.
fn icp_results(icp: &CompiledIcp, known: Known<'_>, results: &mut Results) -> Verdict {
    let none = Results::default();
    let within = known.with(&none);
    let (mut weight, mut open, mut may_stay_open) = (Reach::default(), 0_i64, false);
    for criterion in &icp.criteria {
        let verdict = criterion.when.evaluate(&within);
        let part = |counts: bool| if counts { criterion.weight } else { 0 };
        open = open.saturating_add(part(verdict.truth != Truth::No));
        may_stay_open |= verdict.may_stay_open;
        weight = weight.plus(Reach {
            now: part(verdict.truth.is_yes()),
            least: part(verdict.is_settled_yes()),
            most: part(verdict.may_hold),
        });
    }
    let share =
        |weight: i64| half_even(i128::from(weight).saturating_mul(i128::from(SCALE)), i128::from(icp.total.max(1)));
    results.icp_matched = weight.map(share);
    let excluded =
        icp.exclusions.iter().fold(Verdict::NO, |verdict, exclusion| verdict.or(exclusion.when.evaluate(&within)));
    let (mut tier, _) = rungs(&icp.tiers, results.icp_matched);
    if excluded.truth.is_yes() {
        tier.now = None;
    } else {
        let best = Reach { most: share(open), least: results.icp_matched.now, ..results.icp_matched };
        tier.unknown = rungs(&icp.tiers, best).0.possible & !tier.now.map_or(0, |now| bit(usize::from(now)));
    }
    tier.maybe_none |= excluded.may_hold;
    tier.may_stay_open = if may_stay_open { u64::MAX } else { 0 };
    if excluded.is_settled_yes() {
        (tier.possible, tier.may_stay_open) = (0, 0);
    }
    results.icp_tier = tier;
    // Inside is who has a tier for certain; outside, who can have none any more.
    let lowest = icp.tiers.labels().next().is_some();
    let inside = if lowest {
        let truth = match (tier.now.is_some(), tier.unknown != 0) {
            (true, _) => Truth::Yes,
            (false, true) => Truth::Unknown,
            (false, false) => Truth::No,
        };
        let may_fail = tier.maybe_none || tier.now.is_none();
        Verdict { truth, may_hold: tier.possible != 0, may_fail, may_stay_open: may_fail && tier.may_stay_open != 0 }
    } else {
        excluded.negated()
    };
    results.icp = Some(inside);
    excluded
}

/// The label of a ladder for a number, and its rung.
fn rungs(ladder: &Ladder, reach: Reach) -> (Label, Option<usize>) {
    if ladder.is_empty() {
        return (Label { maybe_none: true, ..Label::default() }, None);
    }
    let rung = |value: i64| ladder.rung(Points::from_millionths(value));
    let now = rung(reach.now);
    let (highest, lowest) = (rung(reach.most), rung(reach.least));
    let count = ladder.labels().count();
    let from = highest.unwrap_or(count);
    let to = lowest.map_or(count, |rung| rung.saturating_add(1));
    let mut possible = 0_u64;
    for at in from..to {
        possible |= bit(at);
    }
    let label = Label {
        now: now.and_then(|now| u8::try_from(now).ok()),
        possible,
        maybe_none: lowest.is_none(),
        ..Label::default()
    };
    (label, now)
}

fn bit(at: usize) -> u64 {
    u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(at)).unwrap_or(0)
}

fn grade(compiled: &Compiled, results: &Results) -> Label {
    let scoring = &compiled.scoring;
    let part = |ladder: &Ladder, reach: Reach| {
        if ladder.is_empty() {
            (Label { now: Some(0), possible: 1, ..Label::default() }, 1)
        } else {
            (rungs(ladder, reach).0, ladder.labels().count())
        }
    };
    if scoring.grades.is_empty() {
        return Label { maybe_none: true, ..Label::default() };
    }
    let (fit, _) = part(&scoring.fit_grades, results.fit);
    let (engagement, digits) = part(&scoring.engagement_grades, results.engagement);
    let number = |letter: usize, digit: usize| letter.saturating_mul(digits).saturating_add(digit);
    let mut possible = 0_u64;
    for letter in (0..64).filter(|letter| fit.possible & bit(*letter) != 0) {
        for digit in (0..64).filter(|digit| engagement.possible & bit(*digit) != 0) {
            possible |= bit(number(letter, digit));
        }
    }
    let now = fit.now.zip(engagement.now).map(|(letter, digit)| number(usize::from(letter), usize::from(digit)));
    Label {
        now: now.and_then(|now| u8::try_from(now).ok()),
        possible,
        maybe_none: fit.maybe_none || engagement.maybe_none,
        ..Label::default()
    }
}

/// Whether the lead is a persona: all of its clauses hold; without clauses, nobody is.
pub(crate) fn persona_verdict(persona: &CompiledPersona, within: &Surroundings<'_>) -> Verdict {
    if persona.clauses.is_empty() {
        return Verdict::NO;
    }
    persona.clauses.iter().fold(Verdict::YES, |verdict, clause| verdict.and(clause.expression.evaluate(within)))
}

/// The first persona that holds for certain, and those that are still possible.
fn persona(personas: &[CompiledPersona], known: Known<'_>, results: &Results) -> Label {
    let within = known.with(results);
    let mut label = Label { maybe_none: true, ..Label::default() };
    for (at, persona) in personas.iter().enumerate() {
        let verdict = persona_verdict(persona, &within);
        if label.now.is_none() {
            match verdict.truth {
                Truth::Yes => label.now = u8::try_from(at).ok(),
                Truth::Unknown => label.unknown |= bit(at),
                Truth::No => {}
            }
        }
        if verdict.may_hold {
            label.possible |= bit(at);
        }
        if verdict.may_stay_open {
            label.may_stay_open |= bit(at);
        }
        if verdict.is_settled_yes() {
            // Whoever comes later can no longer be the first.
            label.maybe_none = false;
            break;
        }
    }
    label
}

/// How the criteria of a stage stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    pub(crate) stage: Stage,
    /// The stage's own criteria; absent where it has none.
    pub(crate) when: Option<Verdict>,
    pub(crate) fast_track: Verdict,
    pub(crate) requires: Verdict,
    /// It and all below it.
    pub(crate) reached: Verdict,
}

/// How a lead stands with all stages that an assessment can reach.
#[derive(Debug, Clone)]
pub(crate) struct Standings {
    pub(crate) list: Vec<Standing>,
    pub(crate) disqualified: Verdict,
    pub(crate) excluded: Verdict,
}

pub(crate) fn standings(compiled: &Compiled, known: Known<'_>, computed: &Computed) -> Standings {
    let within = known.with(&computed.results);
    let lifecycle = &compiled.lifecycle;
    let disqualified = lifecycle
        .disqualifiers
        .iter()
        .fold(Verdict::NO, |verdict, disqualifier| verdict.or(disqualifier.when.evaluate(&within)));
    let mut reached = Verdict::YES;
    let assessed = lifecycle.stages.iter().filter(|stage| stage.stage.is_assessed());
    let list = assessed
        .map(|stage| {
            let when = stage_when(stage, &within);
            let fast_track = fast_track(compiled, stage.stage, &within);
            let requires = stage.requires.iter().fold(Verdict::YES, |verdict, slot| {
                verdict.and(match within.slots.get(usize::from(*slot)) {
                    None | Some(Bound::Missing) => Verdict { may_hold: true, ..Verdict::NO },
                    Some(Bound::Withheld) => Verdict::NO,
                    Some(_) => Verdict::YES,
                })
            });
            reached = reached.and(requires).and(fast_track.or(when.unwrap_or(Verdict::NO)));
            Standing { stage: stage.stage, when, fast_track, requires, reached }
        })
        .collect();
    Standings { list, disqualified, excluded: computed.excluded }
}

pub(crate) fn stage_when(stage: &CompiledStage, within: &Surroundings<'_>) -> Option<Verdict> {
    let clauses = stage.when.as_ref()?;
    Some(clauses.iter().fold(Verdict::YES, |verdict, clause| verdict.and(clause.expression.evaluate(within))))
}

/// Whether a fast track leads to a stage or past it.
fn fast_track(compiled: &Compiled, stage: Stage, within: &Surroundings<'_>) -> Verdict {
    let tracks = compiled.lifecycle.fast_tracks.iter().filter(|track| track.to >= stage);
    tracks.fold(Verdict::NO, |verdict, track| {
        let Some(history) = within.history else { return verdict.or(Verdict::UNKNOWN) };
        let gate = track.when.as_ref().map_or(Verdict::YES, |when| when.evaluate(within));
        let mut found = Verdict::NO;
        track.filter.visit(history, within.as_of, |_, interaction, meant| {
            let age = interaction.at.microseconds_until(within.as_of);
            if track.within.is_none_or(|span| age < span) {
                found = found.or(meant);
            }
        });
        verdict.or(found.and(gate))
    })
}

/// The instant of the newest interaction that leads to a stage or past it.
pub(crate) fn newest_fast_track(compiled: &Compiled, stage: Stage, within: &Surroundings<'_>) -> Option<Timestamp> {
    let history = within.history?;
    let tracks = compiled.lifecycle.fast_tracks.iter().filter(|track| track.to >= stage);
    let open = tracks.filter(|track| track.when.as_ref().is_none_or(|when| when.holds(within)));
    let newest = open.filter_map(|track| {
        let mut newest = None;
        track.filter.visit(history, within.as_of, |_, interaction, meant| {
            let age = interaction.at.microseconds_until(within.as_of);
            if meant.truth.is_yes() && track.within.is_none_or(|span| age < span) {
                newest = newest.max(Some(interaction.at));
            }
        });
        newest
    });
    newest.max()
}

impl Standings {
    /// The stage that the lead qualifies for.
    pub(crate) fn stage(&self) -> Stage {
        if self.disqualified.truth.is_yes() {
            return Stage::Disqualified;
        }
        if self.excluded.truth.is_yes() {
            return Stage::Lead;
        }
        let reached = self.list.iter().take_while(|standing| standing.reached.truth.is_yes()).last();
        reached.map_or(Stage::Lead, |standing| standing.stage)
    }

    /// Whether a stage is reached, with all that stands above the criteria.
    pub(crate) fn verdict(&self, stage: Stage) -> Verdict {
        let own = self.list.iter().find(|standing| standing.stage == stage);
        let own = own.map_or(Verdict::YES, |standing| standing.reached);
        own.and(self.disqualified.negated()).and(self.excluded.negated())
    }

    /// Whether an assessment can reach a stage at all.
    pub(crate) fn has(&self, stage: Stage) -> bool {
        self.list.iter().any(|standing| standing.stage == stage)
    }

    /// The first stage that is not reached.
    pub(crate) fn next(&self) -> Option<Stage> {
        let barred = self.disqualified.truth.is_yes() || self.excluded.truth.is_yes();
        let open = |standing: &&Standing| barred || !standing.reached.truth.is_yes();
        self.list.iter().find(open).map(|standing| standing.stage)
    }
}

impl BoundLead {
    /// Computes without reasons what a lead would be if some facts were others.
    pub(crate) fn compute_with(&self, known: Known<'_>) -> (Computed, Standings) {
        let compiled = &self.agreement.0;
        let computed = compute(compiled, known, &mut None);
        let standings = standings(compiled, known, &computed);
        (computed, standings)
    }
}
