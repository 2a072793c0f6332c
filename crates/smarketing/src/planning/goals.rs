//! [`Goals`]: the goals of all segments, in one currency.

use serde::Serialize;

use super::currency::Currency;
use super::goal::Goal;
use crate::document::from_json;
#[cfg(feature = "toml")]
use crate::document::from_toml;
use crate::document::reader::{Place, Sink};
use crate::document::tree::Source;
use crate::finding::{Code, Finding};

/// The segment of the leads that count in no other.
pub(crate) const OTHER: &str = "other";

/// The goals of all segments, in one currency, in document order.
///
/// ```
/// use smarketing::Goals;
/// let goals = Goals::from_json(r#"{
///     "currency": "EUR",
///     "goals": [{
///         "segment": "dach",
///         "average_deal": "60000",
///         "rates": { "opportunity_to_customer": "0.22" },
///         "revenue": { "2026-11": "2000000" }
///     }]
/// }"#).unwrap();
/// assert_eq!(goals.goals[0].segment, "dach");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Goals {
    /// The currency of every amount.
    pub currency: Currency,
    /// The segments' goals.
    pub goals: Vec<Goal>,
}

impl Goals {
    /// No goals yet.
    #[must_use]
    pub const fn new(currency: Currency) -> Self {
        Self { currency, goals: Vec::new() }
    }

    /// Adds a segment's goal.
    #[must_use]
    pub fn goal(mut self, goal: Goal) -> Self {
        self.goals.push(goal);
        self
    }

    /// The goal of a segment.
    #[must_use]
    pub fn segment(&self, segment: &str) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.segment == segment)
    }

    /// Reads goals by themselves, from TOML: a table with `currency` and `[[goals]]`.
    ///
    /// # Errors
    /// All findings, when one of them is an error.
    ///
    /// ```
    /// let findings = smarketing::Goals::from_toml("currency = 'EUR'\n[[goals]]\nsegmet = 'dach'").unwrap_err();
    /// assert!(findings.iter().any(|finding| finding.help.as_deref() == Some("did you mean `segment`?")));
    /// ```
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> Result<Self, Vec<Finding>> {
        Self::from_source(&from_toml::parse(text))
    }

    /// Reads goals by themselves, from JSON of the same shape.
    ///
    /// # Errors
    /// All findings, when one of them is an error.
    pub fn from_json(text: &str) -> Result<Self, Vec<Finding>> {
        Self::from_source(&from_json::parse(text))
    }

    fn from_source(source: &Source<'_>) -> Result<Self, Vec<Finding>> {
        let sink = Sink::default();
        let goals = Self::read(&Place::root(&source.root, &sink));
        let findings = sink.finish(Some(source));
        goals.filter(|_| !findings.iter().any(Finding::is_error)).ok_or(findings)
    }

    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let currency = table.read("currency", read_currency);
        let goals = table.read("goals", |place| read_list(place, currency));
        table.finish();
        Some(Self { currency: currency?, goals: goals? })
    }
}

/// Reads a currency's code.
pub(crate) fn read_currency(place: &Place<'_, '_>) -> Option<Currency> {
    let text = place.text()?;
    let currency = text.parse();
    if currency.is_err() {
        place.report_with_help(
            Code::InvalidValue,
            format!("`{text}` is not a currency"),
            "write its code of three capital letters, such as `EUR`",
        );
    }
    currency.ok()
}

/// Reads the list of goals; amounts finer than the currency's smallest coin are reported.
#[inline(never)]
pub(crate) fn read_list(place: &Place<'_, '_>, currency: Option<Currency>) -> Option<Vec<Goal>> {
    let goals = place.list(|place| {
        let goal = Goal::read(place)?;
        if goal.segment == OTHER {
            let message = format!("`{OTHER}` is the segment of the leads that count in no other");
            place.report(Code::ReservedName, message);
        }
        let unit = currency.map_or(6, Currency::minor_unit);
        for (month, target) in goal.revenue.iter().filter(|(_, target)| target.amount().normalize().scale() > unit) {
            let path = place.path().key("revenue").key(month);
            let message = format!("`{target}` is finer than the smallest coin of the currency");
            place.sink.report(Finding::new(Code::TooManyDecimals, path, message));
        }
        Some(goal)
    })?;
    for (at, goal) in goals.iter().enumerate() {
        if goals.iter().take(at).any(|earlier| earlier.segment == goal.segment) {
            let path = place.path().index(at).key("segment");
            place.sink.report(Finding::new(Code::DuplicateId, path, format!("`{}` stands twice", goal.segment)));
        }
    }
    Some(goals)
}
