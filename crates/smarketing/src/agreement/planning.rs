//! What the agreement's goals and KPIs answer: the plan, the state of the month, conflicts.

use serde::Serialize;

use super::Agreement;
use crate::assessment::BoundLead;
use crate::assessment::compute::Known;
use crate::document::{AgreementDocument, Difference};
use crate::handover::{AgreedClocks, BusinessCalendar, BusinessDays};
use crate::planning::{
    Actual, Currency, DailySummary, Equation, Goals, KpiState, Measured, MovingOptions, MovingTargets, Performance,
    PerformanceOptions, Plan, PlanOptions, Proposal, Quantity, Solution, YearMonth,
};
use crate::time::{Date, Timestamp};
use crate::vocabulary::Entries;
use crate::{Finding, planning};

/// An agreement with measured figures, and how it differs from the one in force.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Refreshed {
    /// The proposed document.
    pub document: AgreementDocument,
    /// What changes, in the agreement's words.
    pub differences: Vec<Difference>,
    /// For each segment that was measured, its figures with the counts behind them, and what was left.
    pub proposals: Vec<Proposal>,
}

impl Agreement {
    /// The goals of this agreement, in its currency; empty where it has none.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "goals": [{ "segment": "all", "average_deal": 10000, "close_rate": 0.02, "revenue": { "2026-11": 100000, "2026-12": 50000 } }],
    /// #     "kpis": [{ "id": "acceptance_rate", "target": 0.5, "owner": "both", "decision": "move the threshold" }] }"#)?;
    /// assert_eq!(agreement.goals().goals[0].segment, "all");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn goals(&self) -> Goals {
        let document = self.document();
        // The currency was checked when the document was read.
        let currency = document.agreement.currency.parse().unwrap_or(Currency::EUR);
        document.goals.iter().fold(Goals::new(currency), |goals, goal| goals.goal(goal.clone()))
    }

    /// The leads that each team owes for the revenue goals, by segment and month.
    ///
    /// ```
    /// use smarketing::{Agreement, PlanOptions};
    /// let agreement = Agreement::from_json(r#"{
    ///     "smarketing": 1,
    ///     "agreement": { "name": "First", "version": "1", "currency": "EUR" },
    ///     "goals": [{ "segment": "dach", "average_deal": 10000, "marketing_share": 0.6, "close_rate": 0.25,
    ///                 "revenue": { "2026-11": 100000 } }]
    /// }"#)?;
    /// let plan = agreement.plan(&PlanOptions::new());
    /// assert_eq!(plan.segments[0].segment.as_str(), "dach");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn plan(&self, options: &PlanOptions) -> Plan {
        planning::plan(&self.goals(), options)
    }

    /// Solves the plan for one unknown, the rest given.
    ///
    /// # Errors
    /// Findings, where no value of the unknown makes the goal.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "goals": [{ "segment": "all", "average_deal": 10000, "close_rate": 0.02, "revenue": { "2026-11": 100000, "2026-12": 50000 } }],
    /// #     "kpis": [{ "id": "acceptance_rate", "target": 0.5, "owner": "both", "decision": "move the threshold" }] }"#)?;
    /// use smarketing::{Equation, Given, Unknown};
    /// let equation = Equation::new("all", Unknown::CloseRate).given(Given::Leads(600.into()));
    /// assert_eq!(agreement.solve(&equation).unwrap().value.to_string(), "0.025"); // 15 deals of 600 leads
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn solve(&self, equation: &Equation) -> Result<Solution, Vec<Finding>> {
        planning::solve(&self.goals(), equation)
    }

    /// How the month goes at an instant, in the working days of the handover's first calendar (Monday to
    /// Friday where there is none).
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "goals": [{ "segment": "all", "average_deal": 10000, "close_rate": 0.02, "revenue": { "2026-11": 100000, "2026-12": 50000 } }],
    /// #     "kpis": [{ "id": "acceptance_rate", "target": 0.5, "owner": "both", "decision": "move the threshold" }] }"#)?;
    /// # use smarketing::{Actual, SourcedBy};
    /// # let deal = Actual::new("2026-11-05".parse()?, "all", SourcedBy::Marketing, "customer", 3).revenue(30_000.into());
    /// use smarketing::{PerformanceOptions, PlanOptions, ProgressStatus};
    /// let as_of = "2026-11-16T08:00:00Z".parse()?;
    /// let state = agreement.performance(&PlanOptions::new(), &[deal], as_of, &PerformanceOptions::new());
    /// let revenue = state.revenue_of(None, None).ok_or("revenue")?;
    /// assert_eq!((revenue.expected.to_string(), revenue.status), ("47619.05".into(), ProgressStatus::AtRisk)); // 10 of 21 days
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn performance(
        &self,
        plan_options: &PlanOptions,
        actuals: &[Actual],
        as_of: Timestamp,
        options: &PerformanceOptions,
    ) -> Performance {
        planning::performance(&self.plan(plan_options), actuals, self.date_at(as_of), &self.working_days(), options)
    }

    /// The day's summary for both teams: what [`Agreement::performance`] says, in short.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "goals": [{ "segment": "all", "average_deal": 10000, "close_rate": 0.02, "revenue": { "2026-11": 100000, "2026-12": 50000 } }],
    /// #     "kpis": [{ "id": "acceptance_rate", "target": 0.5, "owner": "both", "decision": "move the threshold" }] }"#)?;
    /// # use smarketing::{Actual, SourcedBy};
    /// # let deal = Actual::new("2026-11-05".parse()?, "all", SourcedBy::Marketing, "customer", 3).revenue(30_000.into());
    /// use smarketing::{PerformanceOptions, PlanOptions};
    /// let as_of = "2026-11-16T08:00:00Z".parse()?;
    /// let summary = agreement.daily_summary(&PlanOptions::new(), &[deal], as_of, &PerformanceOptions::new());
    /// assert_eq!((summary.days.elapsed, summary.days.left), (10, 11));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn daily_summary(
        &self,
        plan_options: &PlanOptions,
        actuals: &[Actual],
        as_of: Timestamp,
        options: &PerformanceOptions,
    ) -> DailySummary {
        planning::daily_summary(&self.performance(plan_options, actuals, as_of, options))
    }

    /// Target and achieved revenue of every month of the plan, of a segment or of all together.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "goals": [{ "segment": "all", "average_deal": 10000, "close_rate": 0.02, "revenue": { "2026-11": 100000, "2026-12": 50000 } }],
    /// #     "kpis": [{ "id": "acceptance_rate", "target": 0.5, "owner": "both", "decision": "move the threshold" }] }"#)?;
    /// # use smarketing::{Actual, SourcedBy};
    /// # let deal = Actual::new("2026-11-05".parse()?, "all", SourcedBy::Marketing, "customer", 3).revenue(30_000.into());
    /// let year = agreement.year_table(&smarketing::PlanOptions::new(), &[deal], "2026-11-16T08:00:00Z".parse()?, None);
    /// assert_eq!((year[0].achieved.to_string(), year[0].target.to_string()), ("30000".into(), "100000.00".into()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn year_table(
        &self,
        plan_options: &PlanOptions,
        actuals: &[Actual],
        as_of: Timestamp,
        segment: Option<&str>,
    ) -> Vec<YearMonth> {
        planning::year_table(&self.plan(plan_options), actuals, self.date_at(as_of), segment)
    }

    /// The civil date in the agreement's zone.
    fn date_at(&self, as_of: Timestamp) -> Date {
        self.0.vocabulary.values.zone.date_at(as_of)
    }

    /// The months left at an instant: with shortfalls rolled over, and planned anew.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "goals": [{ "segment": "all", "average_deal": 10000, "close_rate": 0.02, "revenue": { "2026-11": 100000, "2026-12": 50000 } }],
    /// #     "kpis": [{ "id": "acceptance_rate", "target": 0.5, "owner": "both", "decision": "move the threshold" }] }"#)?;
    /// # use smarketing::{Actual, SourcedBy};
    /// # let deal = Actual::new("2026-11-05".parse()?, "all", SourcedBy::Marketing, "customer", 3).revenue(30_000.into());
    /// let moving = agreement.moving_targets(&[deal], "2026-12-01T08:00:00Z".parse()?, &smarketing::MovingOptions::new());
    /// assert_eq!(moving.months[0].rolled.to_string(), "120000.00"); // 50,000, and 70,000 that November missed
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn moving_targets(&self, actuals: &[Actual], as_of: Timestamp, options: &MovingOptions) -> MovingTargets {
        planning::moving_targets(&self.goals(), actuals, self.date_at(as_of), options)
    }

    /// This agreement with what was measured in the place of its rates, average deals and lags, segment
    /// by segment, as a proposal for the next version: what would change in its words, and the counts
    /// behind each figure. Figures of fewer than `fewest` decided leads stay.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "goals": [{ "segment": "all", "average_deal": 10000, "close_rate": 0.02, "revenue": { "2026-11": 100000, "2026-12": 50000 } }],
    /// #     "kpis": [{ "id": "acceptance_rate", "target": 0.5, "owner": "both", "decision": "move the threshold" }] }"#)?;
    /// let refreshed = agreement.refreshed(&[], 10);
    /// assert!(refreshed.differences.is_empty()); // nothing was measured, nothing changes
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn refreshed(&self, measured: &[Measured], fewest: u64) -> Refreshed {
        let mut document = self.document().clone();
        let mut proposals = Vec::new();
        for goal in &mut document.goals {
            let own = measured.iter().find(|one| one.group.as_deref() == Some(goal.segment.as_str()));
            if let Some(own) = own {
                let proposal = planning::propose(goal, own, fewest);
                *goal = proposal.goal.clone();
                proposals.push(proposal);
            }
        }
        Refreshed { differences: self.document().diff(&document), document, proposals }
    }

    /// The agreement's KPIs with what is given of them: each with its tree, its target and its decision.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "goals": [{ "segment": "all", "average_deal": 10000, "close_rate": 0.02, "revenue": { "2026-11": 100000, "2026-12": 50000 } }],
    /// #     "kpis": [{ "id": "acceptance_rate", "target": 0.5, "owner": "both", "decision": "move the threshold" }] }"#)?;
    /// use smarketing::{Entries, Quantity};
    /// let counts = [("handed_over", 80_u64), ("accepted", 60)].map(|(id, count)| (id.to_owned(), Quantity::from(count)));
    /// let states = agreement.kpi_states(&counts.into_iter().collect::<Entries<Quantity>>());
    /// assert_eq!((states[0].tree.value.unwrap().to_string(), states[0].met), ("0.75".into(), Some(true)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn kpi_states(&self, given: &Entries<Quantity>) -> Vec<KpiState> {
        planning::kpi_states(&self.document().kpis, given)
    }

    /// The agreement's clocks, ready to run.
    #[must_use]
    pub fn clocks(&self) -> &AgreedClocks {
        &self.0.clocks
    }

    /// One of the agreement's calendars, ready to count in the agreement's zone.
    #[must_use]
    pub fn calendar(&self, name: &str) -> Option<BusinessCalendar> {
        let calendar = self.document().handover.as_ref()?.calendars.get(name)?;
        BusinessCalendar::compile(calendar, &self.0.vocabulary.values.zone).ok()
    }

    /// The days on which the teams work: those of the handover's first calendar, whatever clocks run in its
    /// time; Monday to Friday where there is none.
    ///
    /// ```
    /// # use smarketing::Agreement;
    /// let agreement = Agreement::from_json(r#"{
    ///     "smarketing": 1,
    ///     "agreement": { "name": "First", "version": "1" },
    ///     "handover": { "calendars": { "office": { "days": "mon-thu", "open": "09:00", "close": "17:00" } } }
    /// }"#)?;
    /// assert_eq!(agreement.working_days().count("2026-11-02".parse()?, "2026-11-09".parse()?), 4);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn working_days(&self) -> BusinessDays {
        self.0.clocks.first_calendar().map(|calendar| calendar.days().clone()).unwrap_or_default()
    }
}

impl BoundLead {
    /// The segment of the goals in which the lead counts at an instant: the first whose condition
    /// holds, else `other`.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "goals": [{ "segment": "all", "average_deal": 10000, "close_rate": 0.02, "revenue": { "2026-11": 100000, "2026-12": 50000 } }],
    /// #     "kpis": [{ "id": "acceptance_rate", "target": 0.5, "owner": "both", "decision": "move the threshold" }] }"#)?;
    /// use smarketing::{Interactions, Lead};
    /// let lead = agreement.bind(&Lead::new("L-1"), &Interactions::none());
    /// assert_eq!(lead.segment("2026-11-02T10:00:00Z".parse()?), "all");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn segment(&self, as_of: Timestamp) -> String {
        let slots = self.slots_at(as_of);
        let known = Known { slots: &slots, history: self.history_at(as_of), as_of };
        let (computed, _) = self.compute_with(known);
        self.agreement.0.segments.of(&known.with(&computed.results)).to_owned()
    }
}
