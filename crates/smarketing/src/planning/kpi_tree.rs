//! The KPI tree: how each measure is derived from which, and what it is for given counts.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;

use super::kpi::Kpi;
use super::kpi_catalogue::{Formula, KpiDefinition, definition};
use super::quantity::Quantity;
use crate::finding::{Code, Finding, Path};
use crate::vocabulary::Entries;

/// A measure and those from which it is derived, down to what is counted or booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct KpiTree {
    /// The measure that is derived.
    pub kpi: KpiDefinition,
    /// Its value, where what it takes was given; to six decimals, half-even.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Quantity>,
    /// Those from which it is derived.
    pub parts: Vec<KpiTree>,
}

/// The tree of a measure, with the values that follow from counts and amounts; `None` for an id that
/// is no measure.
///
/// A value that is not given stays absent, and whatever is derived from it; so does what would be
/// divided by zero.
///
/// ```
/// use smarketing::{Entries, Quantity, kpi_tree};
/// let counts: Entries<Quantity> =
///     [("handed_over", 80_u64), ("accepted", 60)].map(|(id, count)| (id.to_owned(), count.into())).into_iter().collect();
/// let tree = kpi_tree("acceptance_rate", &counts).unwrap();
/// assert_eq!(tree.value.unwrap().to_string(), "0.75");
/// assert_eq!(tree.parts[0].kpi.id, "accepted");
/// ```
#[must_use]
pub fn kpi_tree(id: &str, given: &Entries<Quantity>) -> Option<KpiTree> {
    let (tree, _) = grow(id, given, 0)?;
    Some(tree)
}

/// The deepest tree: the catalogue's own are far below.
const DEEPEST: u32 = 16;

fn grow(id: &str, given: &Entries<Quantity>, depth: u32) -> Option<(KpiTree, Option<Decimal>)> {
    // A stage of the agreement's own is counted, if it is no measure of the catalogue.
    let kpi = definition(id).or_else(|| (depth > 0).then(|| counted(id)))?;
    if depth > DEEPEST {
        return None;
    }
    let parts: Vec<(KpiTree, Option<Decimal>)> = kpi
        .formula
        .parts()
        .into_iter()
        .map(|part| grow(part, given, depth.saturating_add(1)))
        .collect::<Option<_>>()?;
    let values: Option<Vec<Decimal>> = parts.iter().map(|(_, value)| *value).collect();
    // What is given by itself needs no derivation.
    let own = given.get(id).map(|value| value.number());
    let value = own.or_else(|| values.and_then(|values| computed(&kpi.formula, &values)));
    let rounded = value.map(|value| value.round_dp_with_strategy(6, RoundingStrategy::MidpointNearestEven));
    let parts = parts.into_iter().map(|(tree, _)| tree).collect();
    Some((KpiTree { kpi, value: rounded.map(Quantity::new), parts }, value))
}

fn counted(id: &str) -> KpiDefinition {
    KpiDefinition {
        id: id.to_owned(),
        label: id.into(),
        unit: super::kpi_catalogue::KpiUnit::Count,
        formula: Formula::Given,
        more_is_better: true,
    }
}

fn computed(formula: &Formula, values: &[Decimal]) -> Option<Decimal> {
    match (formula, values) {
        (Formula::Sum(_), values) => values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value)),
        (Formula::Product(_), values) => values.iter().try_fold(Decimal::ONE, |all, value| all.checked_mul(*value)),
        (Formula::Difference(..), [left, right]) => left.checked_sub(*right),
        (Formula::Quotient(..), [left, right]) => left.checked_div(*right),
        _ => None,
    }
}

/// How a KPI of the agreement stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct KpiState {
    /// The KPI as the agreement has it.
    pub kpi: Kpi,
    /// Its value and whence it comes.
    pub tree: KpiTree,
    /// Whether it meets its target; absent where there is no target or no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<bool>,
    /// What could not be computed, and why.
    pub findings: Vec<Finding>,
}

/// How the KPIs of an agreement stand for counts and amounts.
///
/// ```
/// use smarketing::{Entries, Kpi, Quantity, kpi_states};
/// let kpi = Kpi::new("speed_to_lead", "how many people stand by").target(Quantity::from(2));
/// let given: Entries<Quantity> =
///     [("hours_to_contact", 90_u64), ("contacted", 60)].map(|(id, n)| (id.to_owned(), n.into())).into_iter().collect();
/// let state = &kpi_states(&[kpi], &given)[0];
/// // 1.5 hours: less is better.
/// assert_eq!(state.met, Some(true));
/// ```
#[must_use]
pub fn kpi_states(kpis: &[Kpi], given: &Entries<Quantity>) -> Vec<KpiState> {
    let state = |(at, kpi): (usize, &Kpi)| {
        let tree = kpi_tree(&kpi.id, given)?;
        let met = tree
            .value
            .zip(kpi.target)
            .map(|(value, target)| if tree.kpi.more_is_better { value >= target } else { value <= target });
        let mut findings = Vec::new();
        if tree.value.is_none() {
            let mut missing = Vec::new();
            leaves(&tree, &mut missing);
            let path = Path::root().key("kpis").index(at);
            let message = if missing.is_empty() {
                format!("`{}` would be divided by zero", kpi.id)
            } else {
                format!("`{}` needs `{}`", kpi.id, missing.join("`, `"))
            };
            findings.push(Finding::new(Code::KpiUnknown, path, message));
        }
        Some(KpiState { kpi: kpi.clone(), tree, met, findings })
    };
    kpis.iter().enumerate().filter_map(state).collect()
}

/// What a tree needs and was not given.
fn leaves(tree: &KpiTree, missing: &mut Vec<String>) {
    if tree.parts.is_empty() && tree.value.is_none() && !missing.contains(&tree.kpi.id) {
        missing.push(tree.kpi.id.clone());
    }
    for part in &tree.parts {
        leaves(part, missing);
    }
}

#[cfg(test)]
mod tests {
    use super::{kpi_states, kpi_tree};
    use crate::planning::kpi_catalogue::{Formula, kpi_definitions};
    use crate::planning::{Kpi, Quantity};
    use crate::vocabulary::Entries;

    fn given(counts: &[(&str, u64)]) -> Entries<Quantity> {
        counts.iter().map(|(id, count)| ((*id).to_owned(), Quantity::from(*count))).collect()
    }

    #[test]
    fn every_formula_ends_at_what_is_counted() {
        let all = kpi_definitions();
        let counts: Vec<(&str, u64)> =
            all.iter().filter(|kpi| kpi.formula == Formula::Given).map(|kpi| (kpi.id.as_str(), 7)).collect();
        for kpi in &all {
            for part in kpi.formula.parts() {
                assert!(all.iter().any(|known| known.id == part), "{}: {part}", kpi.id);
            }
            assert!(kpi_tree(&kpi.id, &given(&counts)).unwrap().value.is_some(), "{}", kpi.id);
            assert_eq!(all.iter().filter(|other| other.id == kpi.id).count(), 1);
        }
    }

    #[test]
    fn velocity_follows_from_what_is_counted() {
        let counts = given(&[
            ("open_opportunities", 50),
            ("customer", 10),
            ("lost", 30),
            ("revenue", 120_000),
            ("days_to_win", 600),
        ]);
        // 50 × 25 % × 12,000 in 60 days.
        assert_eq!(kpi_tree("velocity", &counts).unwrap().value.unwrap().to_string(), "2500");
    }

    #[test]
    fn what_is_missing_or_nothing_is_said() {
        let kpis = [Kpi::new("win_rate", "whom to visit"), Kpi::new("demo_to_trial", "which demo")];
        let states = kpi_states(&kpis, &given(&[("customer", 0), ("lost", 0), ("demo", 4)]));
        assert_eq!(states[0].findings[0].message, "`win_rate` would be divided by zero");
        assert_eq!(states[1].findings[0].message, "`demo_to_trial` needs `trial`");
    }
}
