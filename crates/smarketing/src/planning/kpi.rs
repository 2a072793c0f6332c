//! [`Kpi`]: a measure of `[[kpis]]` with its target, its owner and the decision that it steers.

use serde::Serialize;

use super::kpi_catalogue::definition;
use super::quantity::Quantity;
use crate::document::from_json;
#[cfg(feature = "toml")]
use crate::document::from_toml;
use crate::document::reader::{Place, Sink};
use crate::document::tree::Source;
use crate::finding::{Code, Finding};

/// Who answers for a KPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum KpiOwner {
    /// The team that makes leads.
    Marketing,
    /// The team that makes deals.
    Sales,
    /// Both teams.
    Both,
}

impl KpiOwner {
    const ALL: [(&'static str, KpiOwner); 3] =
        [("marketing", KpiOwner::Marketing), ("sales", KpiOwner::Sales), ("both", KpiOwner::Both)];
}

/// A KPI of the agreement. There is none without a decision that it steers, and no decision that
/// stands on none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Kpi {
    /// Its id in the catalogue ([`kpi_definitions`](crate::kpi_definitions)), or a step such as
    /// `mql_to_sal`.
    pub id: String,
    /// The value that it shall reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Quantity>,
    /// Which team answers for it.
    pub owner: KpiOwner,
    /// What is decided by it.
    pub decision: String,
}

impl Kpi {
    /// A KPI of both teams without a target.
    #[must_use]
    pub fn new(id: impl Into<String>, decision: impl Into<String>) -> Self {
        Self { id: id.into(), target: None, owner: KpiOwner::Both, decision: decision.into() }
    }

    /// Sets the target.
    #[must_use]
    pub const fn target(mut self, target: Quantity) -> Self {
        self.target = Some(target);
        self
    }

    /// Says who answers for it.
    #[must_use]
    pub const fn owner(mut self, owner: KpiOwner) -> Self {
        self.owner = owner;
        self
    }

    /// Reads KPIs by themselves, from TOML: a table with `[[kpis]]`.
    ///
    /// # Errors
    /// All findings, when one of them is an error.
    ///
    /// ```
    /// use smarketing::{Code, Kpi};
    /// let findings = Kpi::list_from_toml("[[kpis]]\nid = 'acceptance_rate'\nowner = 'both'").unwrap_err();
    /// assert_eq!(findings[0].code, Code::KpiWithoutDecision);
    /// ```
    #[cfg(feature = "toml")]
    pub fn list_from_toml(text: &str) -> Result<Vec<Self>, Vec<Finding>> {
        Self::from_source(&from_toml::parse(text))
    }

    /// Reads KPIs by themselves, from JSON of the same shape.
    ///
    /// # Errors
    /// All findings, when one of them is an error.
    pub fn list_from_json(text: &str) -> Result<Vec<Self>, Vec<Finding>> {
        Self::from_source(&from_json::parse(text))
    }

    fn from_source(source: &Source<'_>) -> Result<Vec<Self>, Vec<Finding>> {
        let sink = Sink::default();
        let kpis = Place::root(&source.root, &sink).table().and_then(|table| {
            let kpis = table.read("kpis", Self::read_list);
            table.finish();
            kpis
        });
        let findings = sink.finish(Some(source));
        kpis.filter(|_| !findings.iter().any(Finding::is_error)).ok_or(findings)
    }

    /// Reads the list `[[kpis]]`.
    #[inline(never)]
    pub(crate) fn read_list(place: &Place<'_, '_>) -> Option<Vec<Self>> {
        let kpis = place.list(Self::read)?;
        for (at, kpi) in kpis.iter().enumerate() {
            if kpis.iter().take(at).any(|earlier| earlier.id == kpi.id) {
                place.report(Code::DuplicateId, format!("the KPI `{}` stands twice", kpi.id));
            }
        }
        Some(kpis)
    }

    #[inline(never)]
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let id = table.optional("id").map(|place| read_kpi_id(&place));
        let target = table.read_optional("target", |place| place.decimal().map(Quantity::new));
        let owner = table.read("owner", |place| place.choice(&KpiOwner::ALL));
        let decision = table.optional("decision").map(|place| place.filled_text());
        match (&id, &decision) {
            (Some(id), None) => {
                let name = id.clone().unwrap_or_default();
                let help = "say what will be done differently when it is missed, or leave it out";
                place.report_with_help(Code::KpiWithoutDecision, format!("the KPI `{name}` steers no decision"), help);
            }
            (None, Some(_)) => {
                let help = "name the KPI by which it is decided";
                place.report_with_help(Code::DecisionWithoutKpi, "a decision that no KPI steers", help);
            }
            (None, None) => place.report(Code::MissingKey, "`id` and `decision` are missing"),
            (Some(_), Some(_)) => {}
        }
        table.finish();
        Some(Self { id: id??, target: target?, owner: owner?, decision: decision?? })
    }
}

pub(crate) fn read_kpi_id(place: &Place<'_, '_>) -> Option<String> {
    let id = place.text()?;
    if definition(id).is_none() {
        let finding = Finding::new(Code::UnknownKpi, place.path(), format!("`{id}` is no KPI that can be computed"));
        let known = super::kpi_catalogue::KPIS.iter().map(|(id, ..)| *id);
        let finding = if crate::text::nearest(id, known.clone()).is_some() {
            finding.suggest(id, known)
        } else {
            finding.help("take one of the catalogue, or a step from stage to stage such as `mql_to_sal`")
        };
        place.sink.report(finding);
        return None;
    }
    Some(id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::Kpi;
    use crate::finding::Code;

    fn codes(text: &str) -> Vec<Code> {
        match Kpi::list_from_json(text) {
            Ok(_) => Vec::new(),
            Err(findings) => findings.into_iter().map(|finding| finding.code).collect(),
        }
    }

    #[test]
    fn kpi_and_decision_belong_together() {
        let kpi = |fields: &str| codes(&format!(r#"{{"kpis": [{{"owner": "both", {fields}}}]}}"#));
        assert_eq!(kpi(r#""id": "acceptance_rate", "decision": "move the threshold""#), []);
        assert_eq!(kpi(r#""id": "mql_to_sal", "target": 0.5, "decision": "move the threshold""#), []);
        assert_eq!(kpi(r#""id": "acceptance_rate""#), [Code::KpiWithoutDecision]);
        assert_eq!(kpi(r#""decision": "move the threshold""#), [Code::DecisionWithoutKpi]);
        assert_eq!(kpi(r#""id": "acceptance_rat", "decision": "x""#), [Code::UnknownKpi]);
        assert_eq!(kpi(r#""target": 1"#), [Code::MissingKey]);
    }

    #[test]
    fn read_and_written_are_the_same() {
        let text = r#"{"kpis":[{"id":"win_rate","target":0.25,"owner":"sales","decision":"whom to visit"}]}"#;
        let kpis = Kpi::list_from_json(text).unwrap();
        assert_eq!(format!(r#"{{"kpis":{}}}"#, serde_json::to_string(&kpis).unwrap()), text);
    }
}
