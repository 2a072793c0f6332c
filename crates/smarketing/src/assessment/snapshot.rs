//! A lead at an instant, with every threshold of every stage; and which of them lie between two.

use std::sync::Arc;

use super::bind::BoundLead;
use super::compute::{Known, Standings};
use super::crossing::Threshold;
use super::figures::Figures;
use crate::condition::expression::Expression;
use crate::condition::truth::Verdict;
use crate::lifecycle::Stage;
use crate::lifecycle::compiled::CompiledStage;
use crate::profile::compiled::CompiledClause;
use crate::time::Timestamp;
use crate::vocabulary::bound::Bound;

/// How a lead stands at an instant, with each criterion of each stage.
pub(super) struct Snapshot {
    pub(super) figures: Figures,
    pub(super) standings: Standings,
    /// The clauses, requirements and `keep_while` of the stages, in order.
    pub(super) thresholds: Vec<Verdict>,
}

impl BoundLead {
    /// The stages that an assessment can give.
    pub(super) fn assessed_stages(&self) -> impl Iterator<Item = &CompiledStage> {
        self.agreement.0.lifecycle.stages.iter().filter(|stage| stage.stage.is_assessed())
    }

    /// The lead at an instant.
    pub(super) fn snapshot(&self, as_of: Timestamp) -> Snapshot {
        let slots = self.slots_at(as_of);
        let known = Known { slots: &slots, history: self.history_at(as_of), as_of };
        let (computed, standings) = self.compute_with(known);
        let within = known.with(&computed.results);
        let thresholds = self.assessed_stages().flat_map(thresholds_of).map(|(_, part)| match part {
            Part::Clause(clause) => clause.expression.evaluate(&within),
            Part::Keep(keep) => keep.evaluate(&within),
            Part::Required(slot) => {
                Verdict::certain(!matches!(slots.get(usize::from(slot)), None | Some(Bound::Missing)))
            }
        });
        let thresholds = thresholds.collect();
        Snapshot { figures: Figures::of(&self.agreement.0, &computed, &standings), standings, thresholds }
    }

    /// The thresholds between two neighbouring instants.
    pub(super) fn crossed(&self, before: &Snapshot, after: &Snapshot) -> Vec<Threshold> {
        let (old, new) = (&before.figures, &after.figures);
        let mut crossed = Vec::new();
        if old.stage != new.stage {
            crossed.push(Threshold::Stage { before: old.stage, after: new.stage });
        }
        if old.grade != new.grade {
            crossed.push(Threshold::Grade { before: old.grade.clone(), after: new.grade.clone() });
        }
        if old.band != new.band {
            crossed.push(Threshold::Band { before: old.band.clone(), after: new.band.clone() });
        }
        if old.icp_tier != new.icp_tier {
            crossed.push(Threshold::Tier { before: old.icp_tier.clone(), after: new.icp_tier.clone() });
        }
        let parts = self.assessed_stages().flat_map(thresholds_of);
        for ((stage, part), (before, after)) in parts.zip(before.thresholds.iter().zip(&after.thresholds)) {
            let (before, after) = (before.truth, after.truth);
            if before != after {
                crossed.push(match part {
                    Part::Clause(clause) => Threshold::Criterion { stage, clause: clause.words.clone(), before, after },
                    Part::Keep(_) => Threshold::KeepWhile { stage, before, after },
                    Part::Required(slot) => {
                        Threshold::Required { stage, field: self.name_of(slot), known: after.is_yes() }
                    }
                });
            }
        }
        crossed
    }

    /// The name of the field of a slot.
    pub(super) fn name_of(&self, slot: u16) -> Arc<str> {
        self.agreement.0.vocabulary.field(slot).map(|field| field.name.clone()).unwrap_or_default()
    }
}

/// One threshold of a stage.
pub(super) enum Part<'a> {
    Clause(&'a CompiledClause),
    Required(u16),
    Keep(&'a Expression),
}

/// The thresholds of a stage: its clauses, what it requires, and what keeps a lead in it.
pub(super) fn thresholds_of(stage: &CompiledStage) -> impl Iterator<Item = (Stage, Part<'_>)> {
    let clauses = stage.when.iter().flatten().map(Part::Clause);
    let required = stage.requires.iter().copied().map(Part::Required);
    clauses.chain(required).chain(stage.keep_while.iter().map(Part::Keep)).map(|part| (stage.stage, part))
}
