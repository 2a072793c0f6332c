//! What a plan runs into: its start, the capacity of the teams, and the budget.

use super::chain::report;
use super::goals::Goals;
use super::lag::DueLeads;
use super::month::Month;
use super::plan::SegmentPlan;
use crate::finding::{Code, Finding, Path};

/// Reports revenue months whose leads are due before the plan starts.
pub(super) fn late(goals: &Goals, segments: &[SegmentPlan], start: Option<Month>, out: &mut Vec<Finding>) {
    let Some(start) = start else { return };
    for (at, (goal, segment)) in goals.goals.iter().zip(segments).enumerate() {
        for month in &segment.months {
            let dues = [&month.marketing, &month.sales].into_iter().flat_map(|side| side.due.iter());
            let Some((stage, due)) = dues.min_by_key(|(_, due)| **due).filter(|(_, due)| **due < start) else {
                continue;
            };
            let path = Path::root().key("goals").index(at).key("revenue").key(month.month.to_string());
            let message = format!(
                "the leads of segment `{}` for {} must arrive at `{stage}` in {due}, before the plan starts in {start}",
                goal.segment, month.month
            );
            let help = "start earlier, set the target later, or expect the revenue later";
            report(out, Finding::new(Code::LateLeads, path, message).help(help));
        }
    }
}

/// Reports months in which more leads arrive than can be worked.
pub(super) fn capacity(goals: &Goals, due: &[DueLeads], out: &mut Vec<Finding>) {
    for (at, goal) in goals.goals.iter().enumerate() {
        for (stage, figure) in goal.capacity.iter() {
            let arriving = due.iter().filter(|due| due.segment == goal.segment && due.stage == stage);
            for due in arriving {
                let Some(limit) = figure.at(due.month).filter(|limit| **limit < due.total) else { continue };
                let path = Path::root().key("goals").index(at).key("capacity").key(stage);
                let message = format!(
                    "segment `{}` needs {} leads at `{stage}` in {}, {} more than the {limit} that can be worked",
                    goal.segment,
                    due.total,
                    due.month,
                    due.total.minus(*limit)
                );
                report(out, Finding::new(Code::OverCapacity, path, message));
            }
        }
    }
}

/// Reports months in which the leads of marketing cost more than its budget.
pub(super) fn budget(goals: &Goals, segments: &[SegmentPlan], out: &mut Vec<Finding>) {
    for (at, (goal, segment)) in goals.goals.iter().zip(segments).enumerate() {
        let Some(figure) = &goal.budget else { continue };
        for month in &segment.months {
            let cost = month.figures.marketing.cost;
            let Some(budget) = figure.at(month.month).filter(|budget| **budget < cost) else { continue };
            let path = Path::root().key("goals").index(at).key("budget");
            let message = format!(
                "the leads of marketing for segment `{}` in {} cost {cost}, {} more than the budget of {budget}",
                goal.segment,
                month.month,
                cost.minus(*budget)
            );
            report(out, Finding::new(Code::OverBudget, path, message));
        }
    }
}
