//! The chain of a month: its stages from the first to the customer, with exact rates and lags.

use super::exact::Exact;
use super::goal::Goal;
use super::month::Month;
use super::rate::Rate;
use super::step::StageStep;
use crate::finding::{Code, Finding, Path};
use crate::vocabulary::SourcedBy;

/// The stage at which every chain ends.
pub(crate) const CUSTOMER: &str = "customer";

/// The stage at which the chain of sales begins: what lies above it is marketing's.
pub(crate) const LEAD: &str = "lead";

/// A step of the chain, with the figures of a month.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    /// The stage it leaves.
    pub(crate) from: String,
    pub(crate) rate: Rate,
    pub(crate) months: u32,
}

/// The chain of one side in one month.
#[derive(Debug, Clone)]
pub(crate) struct Chain {
    pub(crate) links: Vec<Link>,
}

impl Chain {
    /// The chain of a goal; what is missing or makes it impossible is reported.
    pub(crate) fn of(goal: &Goal, side: SourcedBy, month: Month, path: &Path, out: &mut Vec<Finding>) -> Option<Self> {
        let missing = |out: &mut Vec<Finding>, path: Path, name: &str| {
            let message = format!("segment `{}` has no `{name}` for {month}", goal.segment);
            report(out, Finding::new(Code::MissingFigure, path, message).help("add the month, or `else`"));
        };
        let single = goal.close_rate.as_ref().map(|rate| (StageStep::new(LEAD, CUSTOMER).to_string(), rate));
        let stages = match &single {
            Some((step, _)) => order([step.as_str()]),
            None => order(goal.rates.names()),
        };
        let stages = match stages {
            Ok(stages) => stages,
            Err(message) => {
                report(out, Finding::new(Code::BrokenChain, path.key("rates"), message));
                return None;
            }
        };
        let mut links = Vec::new();
        let mut whole = true;
        for (from, to) in stages.iter().zip(stages.iter().skip(1)) {
            let step = StageStep::new(from.as_str(), to.as_str()).to_string();
            let (figure, place) = match &single {
                Some((_, figure)) => (Some(*figure), path.key("close_rate")),
                None => (goal.rate_of(side, &step), path.key("rates").key(step.as_str())),
            };
            let Some(rate) = figure.and_then(|figure| figure.at(month)) else {
                missing(out, place, &step);
                whole = false;
                continue;
            };
            let lag = goal.lags.get(&step);
            let months = lag.map_or(Some(0), |figure| figure.at(month).copied());
            if months.is_none() {
                missing(out, path.key("lags").key(step.as_str()), &step);
                whole = false;
            }
            if rate.is_zero() {
                let message = format!("nothing comes from `{from}` to `{to}` in {month}: no number of leads is enough");
                report(out, Finding::new(Code::ImpossibleGoal, place, message));
                whole = false;
            }
            links.push(Link { from: from.clone(), rate: *rate, months: months.unwrap_or(0) });
        }
        let begin = links.iter().position(|link| link.from == LEAD).filter(|_| side == SourcedBy::Sales);
        whole.then(|| Self { links: links.split_off(begin.unwrap_or(0)) })
    }

    /// The share of a stage's leads that become customers: the product of the rates after it.
    pub(crate) fn close_rate(&self, stage: usize) -> Exact {
        self.links.iter().skip(stage).fold(Exact::whole(1), |product, link| product.times(&link.rate.exact()))
    }

    /// How many months before its revenue a stage's leads are due.
    pub(crate) fn months_before(&self, stage: usize) -> i32 {
        let months = self.links.iter().skip(stage).fold(0_u32, |sum, link| sum.saturating_add(link.months));
        i32::try_from(months).unwrap_or(i32::MAX)
    }
}

/// Adds a finding, once.
pub(crate) fn report(out: &mut Vec<Finding>, finding: Finding) {
    if !out.contains(&finding) {
        out.push(finding);
    }
}

/// The stages of steps in their order, from the first to the customer; or what is wrong with them.
pub(crate) fn order<'s>(steps: impl IntoIterator<Item = &'s str>) -> Result<Vec<String>, String> {
    let steps: Vec<StageStep> = steps.into_iter().filter_map(|step| step.parse().ok()).collect();
    if steps.is_empty() {
        return Err("there is no rate at all".to_owned());
    }
    let starts: Vec<&StageStep> =
        steps.iter().filter(|step| !steps.iter().any(|other| other.to == step.from)).collect();
    let first = match starts.as_slice() {
        [] => return Err("the rates run in a circle".to_owned()),
        [first, rest @ ..] => match rest.iter().find(|other| other.from != first.from) {
            Some(other) => return Err(format!("nothing leads to `{}`, nor to `{}`", first.from, other.from)),
            None => *first,
        },
    };
    let mut stages = vec![first.from.clone()];
    let mut at = first.from.as_str();
    while at != CUSTOMER {
        let next: Vec<&StageStep> = steps.iter().filter(|step| step.from == at).collect();
        match next.as_slice() {
            [] => return Err(format!("the rates end at `{at}`, not at `{CUSTOMER}`")),
            [step] if stages.contains(&step.to) => return Err(format!("the rates come back to `{}`", step.to)),
            [step] => {
                stages.push(step.to.clone());
                at = &step.to;
            }
            [..] => return Err(format!("there are two ways from `{at}`")),
        }
    }
    if stages.len() == steps.len().saturating_add(1) {
        return Ok(stages);
    }
    let beyond = steps.iter().find(|step| !stages.contains(&step.from) || step.from == CUSTOMER);
    Err(beyond.map_or_else(|| "a step stands twice".to_owned(), |step| format!("`{step}` is no part of the chain")))
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn steps_in_any_order_make_one_chain() {
        let stages = order(["opportunity_to_customer", "lead_to_mql", "mql_to_opportunity"]);
        assert_eq!(stages, Ok(["lead", "mql", "opportunity", "customer"].map(String::from).to_vec()));
    }

    #[test]
    fn what_is_no_chain_is_said() {
        for (steps, words) in [
            (&["lead_to_mql"][..], "end at `mql`"),
            (&["lead_to_mql", "sql_to_customer"], "`lead`, nor to `sql`"),
            (&["lead_to_mql", "mql_to_lead"], "circle"),
            (&["lead_to_mql", "lead_to_sal", "mql_to_customer"], "two ways"),
            (&["lead_to_customer", "customer_to_fan"], "`customer_to_fan`"),
            (&["a_to_b", "b_to_c", "c_to_b"], "come back to `b`"),
            (&[], "no rate"),
        ] {
            let message = order(steps.iter().copied()).unwrap_err();
            assert!(message.contains(words), "{steps:?}: {message}");
        }
    }
}
