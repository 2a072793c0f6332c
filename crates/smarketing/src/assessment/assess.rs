//! `assess`: the computation with its reasons, as an [`Assessment`].

use std::cmp::Reverse;
use std::sync::Arc;

use super::bind::BoundLead;
use super::compute::{
    Computed, Known, Standing, Standings, compute, newest_fast_track, persona_verdict, stage_when, standings,
};
use super::contribution::Evidence;
use super::history::HistoryView;
use super::reasons::Reasons;
use super::result::{
    Assessment, Blocker, CriterionState, Ground, IcpMatch, Interval, NextStage, PersonaMatch, QualificationState,
    ScoreBounds, StageStanding,
};
use crate::condition::expression::Surroundings;
use crate::condition::results::{Reach, Results};
use crate::condition::truth::Truth;
use crate::lifecycle::Stage;
use crate::points::{Points, SCALE, half_even};
use crate::profile::compiled::{CompiledCriterion, CompiledPersona};
use crate::time::Timestamp;
use crate::vocabulary::bound::Bound;
use crate::vocabulary::email_kind::EmailDomains;

impl BoundLead {
    /// What the lead is worth at an instant, which stage it qualifies for, and why.
    ///
    /// ```
    /// # use smarketing::{Agreement, Interactions, Lead};
    /// # let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
    /// let lead = agreement.bind(&Lead::new("L-1"), &Interactions::none());
    /// let today = lead.assess("2026-11-02T10:00:00Z".parse()?);
    /// let tomorrow = lead.assess("2026-11-03T10:00:00Z".parse()?);
    /// assert_eq!(today.score, tomorrow.score);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn assess(&self, as_of: Timestamp) -> Assessment {
        let compiled = &*self.agreement.0;
        let slots = self.slots_at(as_of);
        let known = Known { slots: &slots, history: self.history_at(as_of), as_of };
        let mut reasons = Some(Reasons::new(self));
        let computed = compute(compiled, known, &mut reasons);
        let standings = standings(compiled, known, &computed);
        let reasons = reasons.unwrap_or_else(|| Reasons { lines: Vec::new(), lead: self });
        let results = &computed.results;
        let within = known.with(results);
        let points = |reach: Reach| Points::from_millionths(reach.now);
        let label = |labels: &[Arc<str>], now: Option<u8>| labels.get(usize::from(now?)).cloned();
        let disqualified = self.disqualified(&reasons, &within, &standings);
        let icp = self.icp_match(&reasons, known, &computed);
        Assessment {
            lead: self.id.clone(),
            agreement: compiled.version.clone(),
            as_of,
            score: points(results.score),
            fit: points(results.fit),
            engagement: points(results.engagement),
            grade: label(&compiled.scoring.grades, results.grade.now),
            band: label(&compiled.scoring.band_labels, results.band.now),
            bounds: ScoreBounds {
                score: interval(results.score),
                fit: interval(results.fit),
                engagement: interval(results.engagement),
            },
            persona: label(&compiled.names.personas, results.persona.now),
            personas: rank_personas(&compiled.personas, &within),
            qualification: self.qualification(&reasons, known, results),
            stage: standings.stage(),
            next: self.next_stage(&reasons, &within, &standings, icp.as_ref(), &disqualified),
            stages: self.stage_standings(&within, &standings),
            gates: self.gates(&within),
            last_activity: self.last_activity(known.history),
            icp,
            disqualified,
            contributions: reasons.lines,
            findings: self.findings_at(as_of),
            email_domains: EmailDomains::version(),
        }
    }

    pub(crate) fn findings_at(&self, as_of: Timestamp) -> Vec<crate::Finding> {
        let concerned = self.findings.iter().filter(|(since, _)| since.is_none_or(|since| since <= as_of));
        concerned.map(|(_, finding)| finding.clone()).collect()
    }

    fn disqualified(&self, reasons: &Reasons<'_>, within: &Surroundings<'_>, standings: &Standings) -> Vec<Ground> {
        if !standings.disqualified.truth.is_yes() {
            return Vec::new();
        }
        let applying = self.agreement.0.lifecycle.disqualifiers.iter().filter(|one| one.when.holds(within));
        applying
            .map(|one| Ground { id: one.id.clone(), evidence: reasons.asked(&one.asks, Some(&one.when), within) })
            .collect()
    }

    fn icp_match(&self, reasons: &Reasons<'_>, known: Known<'_>, computed: &Computed) -> Option<IcpMatch> {
        let icp = self.agreement.0.icp.as_ref()?;
        let none = Results::default();
        let within = known.with(&none);
        let results = &computed.results;
        let excluded = if computed.excluded.truth.is_yes() {
            let applying = icp.exclusions.iter().filter(|one| one.when.holds(&within));
            applying
                .map(|one| Ground { id: one.id.clone(), evidence: reasons.asked(&one.asks, Some(&one.when), &within) })
                .collect()
        } else {
            Vec::new()
        };
        Some(IcpMatch {
            matched: Points::from_millionths(results.icp_matched.now),
            could_match: Points::from_millionths(results.icp_matched.most),
            tier: results.icp_tier.now.and_then(|now| icp.tier_labels.get(usize::from(now)).cloned()),
            excluded,
            criteria: icp.criteria.iter().map(|one| criterion_state(reasons, one, &within)).collect(),
        })
    }

    fn qualification(&self, reasons: &Reasons<'_>, known: Known<'_>, results: &Results) -> Option<QualificationState> {
        let compiled = &self.agreement.0;
        if compiled.criteria.is_empty() {
            return None;
        }
        let within = known.with(results);
        let criteria: Vec<CriterionState> =
            compiled.criteria.iter().map(|one| criterion_state(reasons, one, &within)).collect();
        let count = |truth: Truth| {
            u32::try_from(criteria.iter().filter(|criterion| criterion.met == truth).count()).unwrap_or(u32::MAX)
        };
        Some(QualificationState {
            framework: compiled.framework.clone(),
            met: count(Truth::Yes),
            unknown: count(Truth::Unknown),
            criteria,
        })
    }

    fn field_name(&self, slot: u16) -> Arc<str> {
        self.agreement.0.vocabulary.field(slot).map(|field| field.name.clone()).unwrap_or_default()
    }

    fn missing(&self, stage: Stage, within: &Surroundings<'_>) -> Vec<Arc<str>> {
        let compiled = self.agreement.0.lifecycle.stages.iter().find(|known| known.stage == stage);
        let requires = compiled.map(|stage| &*stage.requires).unwrap_or_default();
        let missing =
            requires.iter().filter(|slot| matches!(within.slots.get(usize::from(**slot)), None | Some(Bound::Missing)));
        missing.map(|slot| self.field_name(*slot)).collect()
    }

    fn stage_standings(&self, within: &Surroundings<'_>, standings: &Standings) -> Vec<StageStanding> {
        let barred = standings.disqualified.truth.is_yes() || standings.excluded.truth.is_yes();
        let stages = self.agreement.0.lifecycle.stages.iter();
        let standing = |standing: &Standing| {
            let compiled = stages.clone().find(|stage| stage.stage == standing.stage);
            let keep_while = compiled.and_then(|stage| stage.keep_while.as_ref());
            StageStanding {
                stage: standing.stage,
                reached: !barred && standing.reached.truth.is_yes(),
                when: standing.when.map(|verdict| verdict.truth),
                fast_track: standing.fast_track.truth.is_yes(),
                fast_track_at: newest_fast_track(&self.agreement.0, standing.stage, within),
                missing: if standing.requires.truth.is_yes() {
                    Vec::new()
                } else {
                    self.missing(standing.stage, within)
                },
                keep_while: keep_while.map(|keep| keep.evaluate(within).truth),
            }
        };
        standings.list.iter().map(standing).collect()
    }

    /// How the lead stands with the stages that only events enter and that ask for something.
    fn gates(&self, within: &Surroundings<'_>) -> Vec<StageStanding> {
        let stages = self.agreement.0.lifecycle.stages.iter().filter(|stage| stage.stage > Stage::Sql);
        let gated = stages.filter(|stage| stage.when.is_some() || !stage.requires.is_empty());
        gated
            .map(|stage| {
                let when = stage_when(stage, within).map(|verdict| verdict.truth);
                let missing = self.missing(stage.stage, within);
                StageStanding {
                    stage: stage.stage,
                    reached: missing.is_empty() && when.is_none_or(|when| when == Truth::Yes),
                    when,
                    fast_track: false,
                    fast_track_at: None,
                    missing,
                    keep_while: None,
                }
            })
            .collect()
    }

    /// When the lead last did something itself.
    fn last_activity(&self, history: Option<HistoryView<'_>>) -> Option<Timestamp> {
        let types = &self.agreement.0.vocabulary.types;
        let own = |kind: u16| types.get(usize::from(kind)).is_some_and(|kind| kind.activity);
        history?.interactions.iter().rev().find(|interaction| own(interaction.kind)).map(|interaction| interaction.at)
    }

    fn next_stage(
        &self,
        reasons: &Reasons<'_>,
        within: &Surroundings<'_>,
        standings: &Standings,
        icp: Option<&IcpMatch>,
        disqualified: &[Ground],
    ) -> Option<NextStage> {
        let stages = &self.agreement.0.lifecycle.stages;
        let Some(next) = standings.next() else {
            // Beyond what an assessment reaches, only an event leads on.
            let beyond = stages.iter().find(|stage| stage.stage > Stage::Sql);
            return beyond.map(|stage| NextStage { stage: stage.stage, blockers: vec![Blocker::Event] });
        };
        let mut blockers: Vec<Blocker> =
            disqualified.iter().map(|ground| Blocker::Disqualified { id: ground.id.clone() }).collect();
        let excluded = icp.into_iter().flat_map(|icp| &icp.excluded);
        blockers.extend(excluded.map(|ground| Blocker::Excluded { id: ground.id.clone() }));
        let standing = standings.list.iter().find(|standing| standing.stage == next)?;
        let compiled = stages.iter().find(|stage| stage.stage == next)?;
        if !standing.fast_track.truth.is_yes() {
            match &compiled.when {
                None => blockers.push(Blocker::Event),
                Some(clauses) => blockers.extend(clauses.iter().filter_map(|clause| {
                    let holds = clause.expression.evaluate(within).truth;
                    (holds != Truth::Yes).then(|| Blocker::Condition {
                        clause: clause.words.clone(),
                        holds,
                        evidence: reasons.asked(&clause.asks, Some(&clause.expression), within),
                    })
                })),
            }
        }
        blockers.extend(self.missing(next, within).into_iter().map(|field| Blocker::Missing { field }));
        Some(NextStage { stage: next, blockers })
    }
}

fn interval(reach: Reach) -> Interval {
    Interval { least: Points::from_millionths(reach.least), most: Points::from_millionths(reach.most) }
}

fn criterion_state(reasons: &Reasons<'_>, criterion: &CompiledCriterion, within: &Surroundings<'_>) -> CriterionState {
    let met = criterion.when.evaluate(within).truth;
    let evidence: Vec<Evidence> = match met {
        Truth::Unknown => Vec::new(),
        _ => reasons.asked(&criterion.asks, Some(&criterion.when), within),
    };
    CriterionState { id: criterion.id.clone(), met, evidence }
}

/// The personas that hold or could hold: those with the greatest share of conditions that hold come
/// first, then those that stand first in the document.
fn rank_personas(personas: &[CompiledPersona], within: &Surroundings<'_>) -> Vec<PersonaMatch> {
    let mut ranking: Vec<PersonaMatch> = Vec::new();
    for persona in personas {
        let holds = persona_verdict(persona, within).truth;
        if holds == Truth::No {
            continue;
        }
        let (mut because, mut open) = (Vec::new(), Vec::new());
        for clause in &persona.clauses {
            match clause.expression.evaluate(within).truth {
                Truth::Yes => because.push(clause.words.clone()),
                Truth::Unknown => open.push(clause.words.clone()),
                Truth::No => {}
            }
        }
        let count = |list: &[Arc<str>]| i128::try_from(list.len()).unwrap_or(0);
        let all = i128::try_from(persona.clauses.len()).unwrap_or(1).max(1);
        let share = half_even(count(&because).saturating_mul(i128::from(SCALE)), all);
        ranking.push(PersonaMatch {
            id: persona.id.clone(),
            role: persona.role,
            holds,
            share: Points::from_millionths(share),
            because,
            open,
        });
    }
    crate::sorting::by_key(&mut ranking, |persona| Reverse(persona.share));
    ranking
}
