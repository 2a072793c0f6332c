//! The measures of the field, with their formulas as data.

use serde::Serialize;

use super::step::StageStep;
use crate::vocabulary::Texts;

/// How a measure follows from others, named by their ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Formula {
    /// It is counted or booked, not computed.
    Given,
    /// The sum of all.
    Sum(Vec<String>),
    /// The first less the second.
    Difference(String, String),
    /// The product of all.
    Product(Vec<String>),
    /// The first by the second.
    Quotient(String, String),
}

impl Formula {
    /// The measures that it takes.
    #[must_use]
    pub fn parts(&self) -> Vec<&str> {
        match self {
            Formula::Given => Vec::new(),
            Formula::Sum(parts) | Formula::Product(parts) => parts.iter().map(String::as_str).collect(),
            Formula::Difference(left, right) | Formula::Quotient(left, right) => vec![left, right],
        }
    }
}

/// In what a measure is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum KpiUnit {
    /// A number of leads, deals or contacts.
    Count,
    /// A share, or a ratio.
    Ratio,
    /// An amount in the agreement's currency.
    Money,
    /// An amount each day.
    MoneyPerDay,
    /// A time in hours.
    Hours,
    /// Days of 24 hours.
    Days,
}

/// A measure: what it is called, how it is computed, and which way is good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct KpiDefinition {
    /// The name by which KPIs and formulas refer to it.
    pub id: String,
    /// What people call it.
    pub label: Texts,
    /// In what it is told: a number, money, days.
    pub unit: KpiUnit,
    /// How it follows from other measures.
    pub formula: Formula,
    /// Whether more is better; less is, otherwise.
    pub more_is_better: bool,
}

/// A formula of the table below.
#[derive(Clone, Copy)]
pub(super) enum Written {
    Given,
    Sum(&'static [&'static str]),
    Less(&'static str, &'static str),
    Times(&'static [&'static str]),
    By(&'static str, &'static str),
}

use KpiUnit::{Count, Days, Hours, MoneyPerDay, Ratio};
use Written::{By, Given, Less, Sum, Times};

const MONEY: KpiUnit = KpiUnit::Money;

/// Id, German, English, unit, formula, and whether more is better.
type Row = (&'static str, &'static str, &'static str, KpiUnit, Written, bool);

/// What is counted or booked.
pub(super) const GIVEN: [Row; 21] = [
    ("lead", "Leads", "Leads", Count, Given, true),
    ("mql", "MQL", "MQL", Count, Given, true),
    ("sal", "SAL", "SAL", Count, Given, true),
    ("sql", "SQL", "SQL", Count, Given, true),
    ("opportunity", "Opportunities", "Opportunities", Count, Given, true),
    ("customer", "Gewonnene Kunden", "Customers won", Count, Given, true),
    ("lost", "Verlorene Opportunities", "Opportunities lost", Count, Given, false),
    ("handed_over", "Übergebene Leads", "Leads handed over", Count, Given, true),
    ("accepted", "Angenommene Leads", "Leads accepted", Count, Given, true),
    ("contacted", "Erreichte Leads", "Leads contacted", Count, Given, true),
    ("open_opportunities", "Offene Opportunities", "Open opportunities", Count, Given, true),
    ("contacts", "Kontakte", "Contacts", Count, Given, true),
    ("opted_in", "Kontakte mit Einwilligung", "Contacts with consent", Count, Given, true),
    ("mql_owed", "Geschuldete MQL", "MQL owed", Count, Given, true),
    ("revenue", "Umsatz", "Revenue", MONEY, Given, true),
    ("marketing_cost", "Kosten des Marketings", "Cost of marketing", MONEY, Given, false),
    ("sales_cost", "Kosten des Vertriebs", "Cost of sales", MONEY, Given, false),
    ("pipeline", "Wert der Pipeline", "Value of the pipeline", MONEY, Given, true),
    ("revenue_to_go", "Noch fehlender Umsatz", "Revenue still to go", MONEY, Given, false),
    ("hours_to_contact", "Stunden bis zum Erstkontakt, Summe", "Hours to first contact, summed", Hours, Given, false),
    ("days_to_win", "Tage bis zum Abschluss, Summe", "Days to the deal, summed", Days, Given, false),
];

/// What is computed.
pub(super) const KPIS: [Row; 27] = [
    ("acceptance_rate", "Annahmequote", "Acceptance rate", Ratio, By("accepted", "handed_over"), true),
    ("lead_to_mql", "Lead zu MQL", "Lead to MQL", Ratio, By("mql", "lead"), true),
    ("mql_to_sal", "MQL zu SAL", "MQL to SAL", Ratio, By("sal", "mql"), true),
    ("sal_to_sql", "SAL zu SQL", "SAL to SQL", Ratio, By("sql", "sal"), true),
    ("sql_to_opportunity", "SQL zu Opportunity", "SQL to opportunity", Ratio, By("opportunity", "sql"), true),
    (
        "opportunity_to_customer",
        "Opportunity zu Kunde",
        "Opportunity to customer",
        Ratio,
        By("customer", "opportunity"),
        true,
    ),
    ("close_rate", "Abschlussquote", "Close rate", Ratio, By("customer", "lead"), true),
    ("mql_close_rate", "Abschlussquote der MQL", "Close rate of MQL", Ratio, By("customer", "mql"), true),
    ("speed_to_lead", "Zeit bis zum Erstkontakt", "Speed to lead", Hours, By("hours_to_contact", "contacted"), false),
    ("total_cost", "Gesamtkosten", "Total cost", MONEY, Sum(&["marketing_cost", "sales_cost"]), false),
    ("cost_per_lead", "Kosten je Lead", "Cost per lead", MONEY, By("marketing_cost", "lead"), false),
    ("cost_per_mql", "Kosten je MQL", "Cost per MQL", MONEY, By("marketing_cost", "mql"), false),
    ("cost_per_customer", "Kosten je Kunde", "Cost per customer", MONEY, By("total_cost", "customer"), false),
    ("profit", "Umsatz nach Kosten", "Revenue after cost", MONEY, Less("revenue", "total_cost"), true),
    ("return_on_investment", "Rendite (ROI)", "Return on investment", Ratio, By("profit", "total_cost"), true),
    ("decided", "Entschiedene Opportunities", "Opportunities decided", Count, Sum(&["customer", "lost"]), true),
    ("win_rate", "Gewinnquote", "Win rate", Ratio, By("customer", "decided"), true),
    ("average_deal", "Durchschnittlicher Auftragswert", "Average deal", MONEY, By("revenue", "customer"), true),
    ("sales_cycle", "Dauer bis zum Abschluss", "Sales cycle", Days, By("days_to_win", "customer"), false),
    (
        "pipeline_coverage",
        "Abdeckung durch die Pipeline",
        "Pipeline coverage",
        Ratio,
        By("pipeline", "revenue_to_go"),
        true,
    ),
    (
        "pipeline_yield",
        "Erwarteter Ertrag der Pipeline",
        "Expected yield of the pipeline",
        MONEY,
        Times(&["open_opportunities", "win_rate", "average_deal"]),
        true,
    ),
    ("velocity", "Vertriebsgeschwindigkeit", "Sales velocity", MoneyPerDay, By("pipeline_yield", "sales_cycle"), true),
    ("lead_value", "Wert eines MQL", "Value of an MQL", MONEY, Times(&["average_deal", "mql_close_rate"]), true),
    ("lead_value_created", "Geschaffener Lead-Wert", "Lead value created", MONEY, Times(&["mql", "lead_value"]), true),
    ("lead_value_owed", "Geschuldeter Lead-Wert", "Lead value owed", MONEY, Times(&["mql_owed", "lead_value"]), true),
    (
        "lead_value_kept",
        "Geschaffener von geschuldetem Lead-Wert",
        "Lead value created against owed",
        Ratio,
        By("lead_value_created", "lead_value_owed"),
        true,
    ),
    ("opt_in_rate", "Einwilligungsquote", "Opt-in rate", Ratio, By("opted_in", "contacts"), true),
];

fn define((id, german, english, unit, written, more_is_better): &Row) -> KpiDefinition {
    let own = |parts: &[&str]| parts.iter().map(|part| (*part).to_owned()).collect();
    KpiDefinition {
        id: (*id).to_owned(),
        label: Texts::by_language([("de", *german), ("en", *english)]),
        unit: *unit,
        formula: match *written {
            Given => Formula::Given,
            Sum(parts) => Formula::Sum(own(parts)),
            Times(parts) => Formula::Product(own(parts)),
            Less(left, right) => Formula::Difference(left.to_owned(), right.to_owned()),
            By(left, right) => Formula::Quotient(left.to_owned(), right.to_owned()),
        },
        more_is_better: *more_is_better,
    }
}

/// Every measure of the catalogue: those that are counted or booked, then those that are computed.
///
/// ```
/// use smarketing::{Formula, kpi_definitions};
/// let all = kpi_definitions();
/// let rate = all.iter().find(|kpi| kpi.id == "acceptance_rate").unwrap();
/// assert_eq!(rate.formula, Formula::Quotient("accepted".into(), "handed_over".into()));
/// ```
#[must_use]
pub fn kpi_definitions() -> Vec<KpiDefinition> {
    GIVEN.iter().chain(&KPIS).map(define).collect()
}

/// The ids of all measures that have a name.
pub(super) fn kpi_ids() -> impl Iterator<Item = &'static str> + Clone {
    GIVEN.iter().chain(&KPIS).map(|(id, ..)| *id)
}

/// The measure of an id: of the catalogue, or the conversion of any step such as `mql_to_sql`.
pub(super) fn definition(id: &str) -> Option<KpiDefinition> {
    let known = GIVEN.iter().chain(&KPIS).find(|(known, ..)| *known == id).map(define);
    known.or_else(|| {
        let step: StageStep = id.parse().ok().filter(|_| crate::vocabulary::names::is_name(id))?;
        Some(KpiDefinition {
            id: id.to_owned(),
            label: Texts::by_language([
                ("de", format!("{} zu {}", step.from, step.to)),
                ("en", format!("{} to {}", step.from, step.to)),
            ]),
            unit: Ratio,
            formula: Formula::Quotient(step.to, step.from),
            more_is_better: true,
        })
    })
}
