//! [`conflicts`]: goals that cannot be had together, and by how much.

use rust_decimal::Decimal;
use serde::Serialize;

use super::conflict_checks as checks;
use super::goals::Goals;
use super::kpi::Kpi;
use super::month::Month;
use super::plan::Plan;
use super::quantity::Quantity;
use super::rate::Rate;
use crate::handover::{BusinessDays, Weekday};
use crate::points::Points;

/// Which goals are in conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ConflictKind {
    /// A threshold that too few leads reach for the volume that the plan owes.
    ThresholdAgainstVolume,
    /// A KPI's target that asks for another rate or deal than the plan counts on.
    TargetAgainstPlan,
    /// An opt-in rate that contacts entered without a consent make impossible.
    OptInAgainstOffline,
    /// A clock in which the leads that wait cannot be worked.
    ClockAgainstCapacity,
}

/// Two goals that cannot be had together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Conflict {
    /// What the two goals quarrel about.
    pub kind: ConflictKind,
    /// Where it shows: the segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    /// Where it shows: the month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<Month>,
    /// What one goal asks for.
    pub asked: Quantity,
    /// What the other leaves possible.
    pub possible: Quantity,
    /// What is missing between the two.
    pub missing: Quantity,
    /// The conflict in a sentence.
    pub message: String,
    /// What would settle it.
    pub help: String,
}

/// What an agreement alone does not say, and conflicts are judged by. All of it is optional: what is
/// absent is not judged.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ConflictInput {
    /// The threshold of a stage, and the scores of a sample of leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scores: Option<ScoreSample>,
    /// How many contacts there are, and how many were entered without a consent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contacts: Option<ContactMix>,
    /// Clocks that run while a lead waits at a stage.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ClockLoad>,
    /// The days on which capacity is there; Monday to Friday, when absent.
    #[serde(skip)]
    pub days: Option<BusinessDays>,
}

impl ConflictInput {
    /// Nothing besides the agreement.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a sample of scores.
    #[must_use]
    pub fn scores(mut self, sample: ScoreSample) -> Self {
        self.scores = Some(sample);
        self
    }

    /// Adds the mix of contacts.
    #[must_use]
    pub const fn contacts(mut self, mix: ContactMix) -> Self {
        self.contacts = Some(mix);
        self
    }

    /// Adds a clock.
    #[must_use]
    pub fn clock(mut self, clock: ClockLoad) -> Self {
        self.clocks.push(clock);
        self
    }

    /// Says on which days capacity is there.
    #[must_use]
    pub fn days(mut self, days: BusinessDays) -> Self {
        self.days = Some(days);
        self
    }
}

/// How a sample of leads scores, beside the threshold of a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoreSample {
    /// The stage that the threshold opens: `mql`.
    pub stage: String,
    /// The score from which a lead counts as an MQL.
    pub threshold: Points,
    /// The scores of leads as they arrive, in any order.
    pub scores: Vec<Points>,
    /// How many leads arrive in a month; as many as the plan counts on at `lead`, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leads_per_month: Option<u64>,
}

/// Where contacts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContactMix {
    /// How many contacts there are in all.
    pub contacts: u64,
    /// Those entered offline without a consent: business cards, lists of a fair.
    pub without_opt_in: u64,
}

/// A clock and the working day in which it runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClockLoad {
    /// The id of the clock in the agreement.
    pub id: String,
    /// The stage at which leads wait: that of the goal's capacity.
    pub stage: String,
    /// How long it runs, in working hours.
    #[serde(serialize_with = "crate::document::decimal::serialize")]
    #[cfg_attr(feature = "schema", schemars(with = "Quantity"))]
    pub within_hours: Decimal,
    /// How many hours a working day has.
    #[serde(serialize_with = "crate::document::decimal::serialize")]
    #[cfg_attr(feature = "schema", schemars(with = "Quantity"))]
    pub hours_per_day: Decimal,
}

/// The conflicts between a plan, the KPIs and what is known besides, each quantified: first the
/// threshold, then targets, opt-in and clocks; in the order of segments and months.
///
/// ```
/// use smarketing::{ConflictInput, ContactMix, Currency, Goals, Kpi, PlanOptions, conflicts, plan};
/// let goals = Goals::new(Currency::EUR);
/// let plan = plan(&goals, &PlanOptions::new());
/// let kpi = Kpi::new("opt_in_rate", "which forms ask for it").target(smarketing::Quantity::new("0.9".parse().unwrap()));
/// let input = ConflictInput::new().contacts(ContactMix { contacts: 1_000, without_opt_in: 250 });
/// let found = conflicts(&goals, &plan, &[kpi], &input);
/// assert_eq!(found[0].possible.to_string(), "0.75");
/// ```
#[must_use]
pub fn conflicts(goals: &Goals, plan: &Plan, kpis: &[Kpi], input: &ConflictInput) -> Vec<Conflict> {
    let mut found = Vec::new();
    if let Some(sample) = &input.scores {
        checks::threshold(plan, sample, &mut found);
    }
    for kpi in kpis {
        checks::target(goals, plan, kpi, &mut found);
        if let Some(mix) = input.contacts.filter(|_| kpi.id == "opt_in_rate") {
            checks::opt_in(kpi, mix, &mut found);
        }
    }
    let [weekdays @ .., _, _] = Weekday::ALL;
    if let Some(days) = input.days.clone().or_else(|| BusinessDays::new(&weekdays, &[])) {
        for clock in &input.clocks {
            checks::clock(goals, plan, clock, &days, &mut found);
        }
    }
    found
}

impl ScoreSample {
    /// A sample for the threshold of the stage `mql`.
    #[must_use]
    pub fn new(threshold: Points, scores: Vec<Points>) -> Self {
        Self { stage: "mql".to_owned(), threshold, scores, leads_per_month: None }
    }

    /// The share of the sample at or above the threshold, as counts.
    #[must_use]
    pub fn share(&self) -> Option<Rate> {
        let reached = self.scores.iter().filter(|score| **score >= self.threshold).count();
        Rate::of_counts(u64::try_from(reached).ok()?, u64::try_from(self.scores.len()).ok()?).ok()
    }

    /// The highest threshold that a number of leads reaches, of as many as the sample has.
    pub(super) fn threshold_for(&self, leads: usize) -> Option<Points> {
        let mut scores = self.scores.clone();
        scores.sort_unstable_by(|a, b| b.cmp(a));
        scores.get(leads.checked_sub(1)?).copied()
    }
}
