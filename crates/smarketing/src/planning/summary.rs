//! [`DailySummary`]: what both teams read in the morning, as data and as a short text.

use serde::Serialize;

use super::currency::Currency;
use super::money::Money;
use super::month::Month;
use super::performance::Performance;
use super::progress::{DayCount, Progress, ProgressStatus};
use super::quantity::Quantity;
use super::summary_text::Writer;
use crate::language::Language;
use crate::time::Date;

/// The day's summary for both teams.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DailySummary {
    /// The day on whose morning it is told.
    pub as_of: Date,
    /// The month that is running.
    pub month: Month,
    /// The currency of every amount.
    pub currency: Currency,
    /// The month's working days.
    pub days: DayCount,
    /// The revenue of marketing, of sales and of both.
    pub revenue: Vec<Progress<Money>>,
    /// The leads that each side owes in the month, by stage.
    pub leads: Vec<Progress<Quantity>>,
    /// Revenue of segments that is at risk, behind or missed.
    pub attention: Vec<Progress<Money>>,
}

/// The summary of a month's performance: the totals of each side, and the segments that need
/// attention.
///
/// ```
/// use smarketing::{Actual, Currency, Goal, Goals, Money, PerformanceOptions, PlanOptions};
/// use smarketing::{Rate, SourcedBy, BusinessDays, Weekday, daily_summary, performance, plan};
/// let goal = Goal::new("all")
///     .revenue("2026-11".parse().unwrap(), Money::from(210_000))
///     .average_deal(Money::from(10_000))
///     .rate("lead", "customer", "0.1".parse::<Rate>().unwrap());
/// let plan = plan(&Goals::new(Currency::EUR).goal(goal), &PlanOptions::new());
/// let deals = Actual::new("2026-11-05".parse().unwrap(), "all", SourcedBy::Marketing, "customer", 6)
///     .revenue(Money::from(63_000));
/// let days = BusinessDays::new(&Weekday::ALL[..5], &[]).unwrap();
/// let state = performance(&plan, &[deals], "2026-11-09".parse().unwrap(), &days, &PerformanceOptions::new());
/// let text = daily_summary(&state).text("de");
/// assert!(text.starts_with("09.11.2026, 11/2026: 5 von 21 Arbeitstagen vorbei, 16 bleiben."));
/// assert!(text.contains("Umsatz gesamt: 63.000,00 von 210.000,00 EUR (30 %)"));
/// ```
#[must_use]
pub fn daily_summary(performance: &Performance) -> DailySummary {
    let attention = |status| matches!(status, ProgressStatus::AtRisk | ProgressStatus::Behind | ProgressStatus::Missed);
    let owed = |row: &&Progress<Quantity>| row.segment.is_none() && row.side.is_some() && row.target > Quantity::ZERO;
    let own = |row: &&Progress<Money>| {
        row.segment.is_none() && (row.target > Money::ZERO || row.achieved > Money::ZERO || row.side.is_none())
    };
    let segments = performance.revenue.iter().filter(|row| row.segment.is_some() && row.side.is_none());
    DailySummary {
        as_of: performance.as_of,
        month: performance.month,
        currency: performance.currency,
        days: performance.days,
        revenue: performance.revenue.iter().filter(own).cloned().collect(),
        leads: performance.leads.iter().filter(owed).cloned().collect(),
        attention: segments.filter(|row| attention(row.status)).cloned().collect(),
    }
}

impl DailySummary {
    /// The core's own JSON text: the same bytes on every platform.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_string(self)
    }

    /// The summary as a short text: in German for `de`, in English otherwise.
    ///
    /// ```
    /// # let agreement = smarketing::Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "goals": [{ "segment": "all", "average_deal": 10000, "close_rate": 0.02, "revenue": { "2026-11": 100000, "2026-12": 50000 } }],
    /// #     "kpis": [{ "id": "acceptance_rate", "target": 0.5, "owner": "both", "decision": "move the threshold" }] }"#)?;
    /// use smarketing::{PerformanceOptions, PlanOptions};
    /// let as_of = "2026-11-16T08:00:00Z".parse()?;
    /// let summary = agreement.daily_summary(&PlanOptions::new(), &[], as_of, &PerformanceOptions::new());
    /// assert!(summary.text("en").starts_with("2026-11-16, 11/2026: 10 of 21 working days gone, 11 left."));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn text(&self, language: &str) -> String {
        Writer { summary: self, language: Language::of(language) }.text()
    }
}
