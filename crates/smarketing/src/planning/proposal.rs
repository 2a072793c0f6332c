//! [`propose`]: measured figures beside those of the goal, as a change that people can sign.

use serde::Serialize;

use super::figure::Figure;
use super::goal::Goal;
use super::measured::Measured;
use super::money::Money;
use super::rate::Rate;
use super::step::StageStep;
use crate::finding::{Code, Finding, Path};

/// How many decided leads a measured figure needs, unless something else is asked.
pub(crate) const FEWEST: u64 = 10;

/// A goal with measured figures, and what changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Proposal {
    /// The goal as it would be.
    pub goal: Goal,
    /// Which figures would change.
    pub changes: Vec<FigureChange>,
    /// Measured figures that stand on too little to be proposed.
    pub findings: Vec<Finding>,
}

/// A figure that would change, with the counts behind the new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FigureChange {
    /// Its place in the goal: `rates.lead_to_mql`.
    pub path: Path,
    /// What the goal says, in JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What was measured, in JSON.
    pub after: String,
    /// How many leads or deals it was measured from.
    pub counted: u64,
    /// How many leads are still open, and count neither way.
    pub open: u64,
}

/// The goal with the rates, the average deal and the lags that were measured. Figures of single
/// months give way to the measured one.
///
/// A rate of which fewer than `fewest` leads are decided, or that nobody passed, is not proposed,
/// but a finding: it would make the plan tremble, or impossible.
///
/// ```
/// use smarketing::{Goal, MeasureOptions, Rate, StageEntry, MeasureWindow, measure, propose};
/// let at = |day: u8| format!("2026-10-{day:02}T09:00:00Z").parse().unwrap();
/// let entries = [
///     StageEntry::new("a", "lead", at(1)),
///     StageEntry::new("a", "customer", at(9)),
///     StageEntry::new("b", "lead", at(2)),
///     StageEntry::new("b", "lost", at(5)),
/// ];
/// let measured = measure(&entries, MeasureWindow { from: at(1), until: at(31) }, &MeasureOptions::new(["lead", "customer"]));
/// let goal = Goal::new("all").rate("lead", "customer", "0.4".parse::<Rate>().unwrap());
/// let proposal = propose(&goal, &measured[0], 2);
/// assert_eq!(proposal.changes[0].path.to_string(), "rates.lead_to_customer");
/// assert_eq!(proposal.changes[0].after, r#"{"of":2,"won":1}"#);
/// ```
#[must_use]
pub fn propose(goal: &Goal, measured: &Measured, fewest: u64) -> Proposal {
    let mut proposal = Proposal { goal: goal.clone(), changes: Vec::new(), findings: Vec::new() };
    for measured in &measured.rates {
        let step = measured.step.to_string();
        let path = Path::root().key("rates").key(step.as_str());
        let whole = StageStep::new(super::chain::LEAD, super::chain::CUSTOMER);
        let known = proposal.goal.rates.0.iter_mut().find(|(known, _)| *known == step).map(|(_, figure)| figure);
        let (figure, path) = match (known, &mut proposal.goal.close_rate) {
            (Some(figure), _) => (figure, path),
            (None, Some(figure)) if measured.step == whole => (figure, Path::root().key("close_rate")),
            _ => continue,
        };
        let decided = measured.won.saturating_add(measured.lost);
        match measured.rate.filter(|rate| decided >= fewest && !rate.is_zero()) {
            Some(rate) => {
                proposal.changes.extend(changed(figure, rate, path, decided, measured.open));
            }
            None => {
                let message = format!(
                    "`{step}` stands on {} of {decided} leads, with {} still open: too few to propose a rate",
                    measured.won, measured.open
                );
                proposal.findings.push(Finding::new(Code::ThinEvidence, path, message));
            }
        }
    }
    if let Some(deal) = measured.average_deal.as_ref().filter(|deal| deal.deals >= fewest.max(1)) {
        let path = Path::root().key("average_deal");
        let average: Money = deal.average;
        proposal.changes.extend(changed(&mut proposal.goal.average_deal, average, path, deal.deals, 0));
    }
    for lag in measured.lags.iter().filter(|lag| lag.leads >= fewest.max(1)) {
        let step = lag.step.to_string();
        let part_of_chain = proposal.goal.rates.get(&step).is_some();
        let path = Path::root().key("lags").key(step.as_str());
        let lags = &mut proposal.goal.lags.0;
        if lag.months > 0 && part_of_chain && !lags.iter().any(|(known, _)| *known == step) {
            lags.push((step.clone(), Figure::always(0)));
        }
        if let Some((_, figure)) = lags.iter_mut().find(|(known, _)| *known == step) {
            proposal.changes.extend(changed(figure, lag.months, path, lag.leads, 0));
        }
    }
    proposal
}

impl Measured {
    /// The measured rate of a step.
    #[must_use]
    pub fn rate(&self, step: &str) -> Option<Rate> {
        self.rates.iter().find(|measured| measured.step.to_string() == step).and_then(|measured| measured.rate)
    }
}

fn changed<T: Serialize + PartialEq>(
    figure: &mut Figure<T>,
    value: T,
    path: Path,
    counted: u64,
    open: u64,
) -> Option<FigureChange> {
    let after = Figure::always(value);
    if *figure == after {
        return None;
    }
    let text = |figure: &Figure<T>| crate::json::to_string(figure);
    let empty = figure.months.is_empty() && figure.otherwise.is_none();
    let change = FigureChange { path, before: (!empty).then(|| text(figure)), after: text(&after), counted, open };
    *figure = after;
    Some(change)
}

#[cfg(test)]
mod tests {
    use super::propose;
    use crate::finding::Code;
    use crate::planning::{Goal, MeasureOptions, MeasureWindow, Money, Rate, StageEntry, measure};

    #[test]
    fn thin_rates_are_findings_and_lags_are_added() {
        let at = |month: u8| format!("2026-{month:02}-01T09:00:00Z").parse().unwrap();
        let mut entries = Vec::new();
        for number in 0..20 {
            entries.push(StageEntry::new(format!("{number}"), "lead", at(1)));
            let next = if number < 8 { "mql" } else { "lost" };
            entries.push(StageEntry::new(format!("{number}"), next, at(3)));
        }
        entries.push(StageEntry::new("0", "customer", at(4)).amount(Money::from(500)));
        let window = MeasureWindow { from: at(1), until: at(6) };
        let measured = measure(&entries, window, &MeasureOptions::new(["lead", "mql", "customer"]));
        let goal = Goal::new("all").rate("lead", "mql", "0.3".parse::<Rate>().unwrap()).rate(
            "mql",
            "customer",
            "0.2".parse::<Rate>().unwrap(),
        );
        let proposal = propose(&goal, &measured[0], 8);
        let changes: Vec<String> = proposal.changes.iter().map(|c| format!("{} {}", c.path, c.after)).collect();
        assert_eq!(changes, [r#"rates.lead_to_mql {"of":20,"won":8}"#, "lags.lead_to_mql 2"]);
        assert_eq!(proposal.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), [Code::ThinEvidence]);
        assert_eq!(measured[0].rates[1].open, 7);
    }
}
