//! Collecting the reasons of a score while it is computed.

use std::sync::Arc;

use super::bind::BoundLead;
use super::contribution::{Contribution, ContributionKind, Evidence};
use crate::condition::expression::{Expression, Surroundings};
use crate::condition::results::{ResultName, Results};
use crate::condition::truth::Truth;
use crate::points::Points;
use crate::scoring::Dimension;
use crate::scoring::adjust::idle_periods;
use crate::scoring::compiled::{Asks, CompiledAdjustment, CompiledRule, Each, RuleKind, ScaledBy};
use crate::scoring::earned::Limits;
use crate::time::DAY;
use crate::vocabulary::Value;
use crate::vocabulary::bound::Bound;
use crate::vocabulary::compiled::Slot;

/// The lines of a score, as they come up.
#[derive(Debug)]
pub(crate) struct Reasons<'r> {
    pub(crate) lines: Vec<Contribution>,
    pub(crate) lead: &'r BoundLead,
}

impl<'r> Reasons<'r> {
    pub(crate) fn new(lead: &'r BoundLead) -> Self {
        let rules = lead.agreement.0.document.scoring.rules.len();
        Self { lines: Vec::with_capacity(rules.min(64)), lead }
    }

    /// A step that is no plain sum; none where it changes nothing.
    pub(crate) fn step(&mut self, kind: ContributionKind, id: Option<&Arc<str>>, dimension: Dimension, points: i64) {
        if points != 0 {
            let points = Points::from_millionths(points);
            self.lines.push(Contribution { kind, id: id.cloned(), dimension, points, evidence: Vec::new() });
        }
    }

    pub(crate) fn adjustment(
        &mut self,
        adjustment: &CompiledAdjustment,
        dimension: Dimension,
        points: i64,
        within: &Surroundings<'_>,
    ) {
        if points == 0 {
            return;
        }
        let mut evidence = self.asked(&adjustment.asks, adjustment.when.as_ref(), within);
        if let Some((since, periods)) = adjustment.idle.as_ref().and_then(|idle| idle_periods(idle, within)) {
            evidence.push(Evidence::Idle { since, periods });
        }
        self.lines.push(Contribution {
            kind: ContributionKind::Adjustment,
            id: Some(adjustment.id.clone()),
            dimension,
            points: Points::from_millionths(points),
            evidence,
        });
    }

    /// The points of a rule that fired.
    pub(crate) fn rule(&mut self, rule: &CompiledRule, dimension: Dimension, points: i64, within: &Surroundings<'_>) {
        let mut evidence = self.asked(&rule.asks, rule.when.as_ref(), within);
        match &rule.kind {
            RuleKind::Holds(_) => {}
            RuleKind::Scaled { by: ScaledBy::Fact(slot), .. } => evidence.extend(self.fact(*slot, within)),
            RuleKind::Scaled { by: ScaledBy::Result(name), .. } => evidence.push(self.result(*name, within.results)),
            RuleKind::Each(each) => self.counted(each, within, &mut evidence),
            RuleKind::Idle { idle, .. } => {
                if let Some((since, periods)) = idle_periods(idle, within) {
                    evidence.push(Evidence::Idle { since, periods });
                }
            }
        }
        self.lines.push(Contribution {
            kind: ContributionKind::Rule,
            id: Some(rule.id.clone()),
            dimension,
            points: Points::from_millionths(points),
            evidence,
        });
    }

    /// What a condition asks about, as far as it is known.
    pub(crate) fn asked(&self, asks: &Asks, when: Option<&Expression>, within: &Surroundings<'_>) -> Vec<Evidence> {
        let mut evidence = Vec::with_capacity(asks.facts.len().saturating_add(asks.results.len()).max(1));
        evidence.extend(asks.facts.iter().filter_map(|slot| self.fact(*slot, within)));
        evidence.extend(asks.results.iter().map(|name| self.result(*name, within.results)));
        if let Some(when) = when {
            when.leaves(&mut |leaf| {
                if let (Expression::History(test), Some(history)) = (leaf, within.history) {
                    evidence.push(Evidence::Count { count: test.count(history, within.as_of).sure });
                }
            });
        }
        evidence
    }

    fn fact(&self, slot: Slot, within: &Surroundings<'_>) -> Option<Evidence> {
        let value = within.slots.get(usize::from(slot)).filter(|value| **value != Bound::Missing)?;
        Some(fact_evidence(self.lead, slot, value))
    }

    /// A result and its value.
    pub(crate) fn result(&self, name: ResultName, results: &Results) -> Evidence {
        Evidence::Result {
            name: self.lead.agreement.0.result_word(name),
            value: result_value(self.lead, name, results),
        }
    }

    /// The interactions that counted for a rule, the most recent first.
    fn counted(&self, each: &Each, within: &Surroundings<'_>, evidence: &mut Vec<Evidence>) {
        let Some(history) = within.history else { return };
        let mut limits = Limits::new(each);
        each.filter.visit_back(
            history,
            within.as_of,
            |age| each.is_young(age),
            |interaction, age, verdict| {
                if verdict.truth == Truth::Yes && limits.admit(interaction) {
                    let name = self.lead.agreement.0.vocabulary.type_name(interaction.kind);
                    let days = age.checked_div(DAY).and_then(|days| u32::try_from(days).ok());
                    evidence.push(Evidence::Interaction {
                        id: interaction.id.clone(),
                        interaction: name.cloned().unwrap_or_default(),
                        at: interaction.at,
                        age_days: days.unwrap_or(0),
                        points: Points::from_millionths(each.points_at(age)),
                    });
                }
            },
        );
    }
}

/// A field and what was written of it; a value that was only assumed is shown as it is.
pub(crate) fn fact_evidence(lead: &BoundLead, slot: Slot, value: &Bound) -> Evidence {
    let field = lead.agreement.0.vocabulary.field(slot).map(|field| field.name.clone()).unwrap_or_default();
    let written = lead.values.get(usize::from(slot)).cloned().flatten();
    let value = if *value == Bound::Missing { None } else { written };
    Evidence::Fact { field, value }
}

/// The value of a result.
pub(crate) fn result_value(lead: &BoundLead, name: ResultName, results: &Results) -> Option<Value> {
    let truth = |verdict: Option<crate::condition::truth::Verdict>| match verdict?.truth {
        Truth::Yes => Some(Value::Boolean(true)),
        Truth::No => Some(Value::Boolean(false)),
        Truth::Unknown => None,
    };
    match name {
        ResultName::Icp => truth(results.icp),
        ResultName::Criterion(at) => truth(results.criteria.get(usize::from(at)).copied()),
        name if name.is_number() => Some(Value::Number(Points::from_millionths(results.number(name).now).to_decimal())),
        name => {
            let names = &lead.agreement.0.names;
            let labels = match name {
                ResultName::IcpTier => &names.tiers,
                ResultName::Grade => &names.grades,
                ResultName::Band => &names.bands,
                ResultName::PersonaRole => {
                    let role = names.roles.get(usize::from(results.persona.now?))?;
                    return role.clone().map(Value::Text);
                }
                _ => &names.personas,
            };
            labels.get(usize::from(results.label(name).now?)).cloned().map(Value::Text)
        }
    }
}
