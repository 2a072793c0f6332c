//! Lags: they move leads from the month of the revenue to the month in which they must arrive.

use serde::Serialize;

use super::cell::SideMonth;
use super::figures::PlanFigures;
use super::month::Month;
use super::plan::SegmentPlan;
use super::quantity::Quantity;

/// The leads of a segment that must arrive at a stage in a month, for whichever revenue months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DueLeads {
    /// The id of the segment in the agreement's goals.
    pub segment: String,
    /// The month in which they must arrive.
    pub month: Month,
    /// The stage at which they must arrive; `customer` is the deal itself.
    pub stage: String,
    /// How many of them marketing brings.
    pub marketing: Quantity,
    /// How many of them sales brings.
    pub sales: Quantity,
    /// How many both sides bring together.
    pub total: Quantity,
    /// Whether the month lies before the plan's start: they are owed all the same.
    pub late: bool,
}

/// The leads of every segment by month of arrival, in the order of segments, months and stages.
pub(super) fn due_leads(segments: &[SegmentPlan], start: Option<Month>) -> Vec<DueLeads> {
    let mut all = Vec::new();
    for segment in segments {
        let stages: Vec<&str> = segment.total.total.stages.names().chain([super::chain::CUSTOMER]).collect();
        let mut due: Vec<DueLeads> = Vec::new();
        for revenue in &segment.months {
            let marketing = arrivals(&revenue.marketing, &revenue.figures.marketing, revenue.month);
            let sales = arrivals(&revenue.sales, &revenue.figures.sales, revenue.month);
            let marketing = marketing.map(|(stage, month, leads)| (stage, month, leads, Quantity::ZERO));
            let sales = sales.map(|(stage, month, leads)| (stage, month, Quantity::ZERO, leads));
            for (stage, month, marketing, sales) in marketing.chain(sales) {
                let known = due.iter_mut().find(|known| known.month == month && known.stage == stage);
                let both = marketing.plus(sales);
                if let Some(known) = known {
                    known.marketing = known.marketing.plus(marketing);
                    known.sales = known.sales.plus(sales);
                    known.total = known.total.plus(both);
                } else {
                    let late = start.is_some_and(|start| month < start);
                    let (segment, stage) = (segment.segment.clone(), stage.to_owned());
                    due.push(DueLeads { segment, month, stage, marketing, sales, total: both, late });
                }
            }
        }
        crate::sorting::by_key(&mut due, |due| (due.month, stages.iter().position(|stage| *stage == due.stage)));
        all.extend(due);
    }
    all
}

/// The leads of a side by stage, with the month in which they must arrive.
fn arrivals<'c>(
    behind: &'c SideMonth,
    figures: &'c PlanFigures,
    revenue: Month,
) -> impl Iterator<Item = (&'c str, Month, Quantity)> {
    let stages = figures.stages.iter().filter_map(|(stage, leads)| {
        let month = behind.due.get(stage)?;
        Some((stage, *month, *leads))
    });
    stages.chain([(super::chain::CUSTOMER, revenue, figures.deals)])
}
