//! [`AgreementDocument`]: the whole agreement as data, as it was written.

use serde::Serialize;

use super::example::Example;
use super::glossary::Definition;
use super::header::Header;
use super::reader::{Place, Sink};
use super::tree::Source;
use crate::consent::Consent;
use crate::finding::{Code, Finding};
use crate::handover::Handover;
use crate::lifecycle::Lifecycle;
use crate::planning::{Goal, Kpi, goals};
use crate::profile::{Icp, Persona, Qualification};
use crate::scoring::Scoring;
use crate::vocabulary::{Entries, Field, InteractionType};

/// The format version that this library reads and writes.
pub const FORMAT: u32 = 1;

/// The whole agreement as data: what is read, checked, compared and written.
///
/// Build one in code, or read one with [`AgreementDocument::from_toml`] or
/// [`AgreementDocument::from_json`]; [`Agreement::new`](crate::Agreement::new) checks and compiles
/// it. It serialises to the JSON form of the document.
///
/// ```
/// use smarketing::AgreementDocument;
/// let (document, findings) = AgreementDocument::from_json(r#"{
///     "smarketing": 1,
///     "agreement": { "name": "First", "version": "1" }
/// }"#);
/// assert!(findings.is_empty());
/// assert_eq!(document.agreement.name, "First");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AgreementDocument {
    /// The version of the document's format: 1.
    pub smarketing: u32,
    /// The head: name, version, dates, currency, time zone.
    pub agreement: Header,
    /// The lead's vocabulary.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub fields: Entries<Field>,
    /// The types of interaction, and what is known of each.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub interactions: Entries<InteractionType>,
    /// The agreement's own e-mail domains, besides the built-in lists.
    #[serde(skip_serializing_if = "EmailDomainLists::is_empty")]
    pub email_domains: EmailDomainLists,
    /// The ideal customer profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icp: Option<Icp>,
    /// The fictional buyers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<Persona>,
    /// Which rules earn points, and how these become a score.
    pub scoring: Scoring,
    /// What sales goes through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualification: Option<Qualification>,
    /// The stages, what opens each, and why leads are rejected or lost.
    pub lifecycle: Lifecycle,
    /// When each team works, and which deadlines they keep.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handover: Option<Handover>,
    /// What each channel and purpose needs, and when marketing keeps quiet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
    /// The revenue that both teams owe, by segment.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    /// What is measured, and which decision each measure steers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<Kpi>,
    /// The agreement's own definitions.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub glossary: Entries<Definition>,
    /// What must come out of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
}

/// Domains of e-mail addresses that the agreement adds to the built-in lists.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EmailDomainLists {
    /// Providers at which anybody gets a mailbox.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub free: Vec<String>,
    /// Providers of addresses for a few minutes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disposable: Vec<String>,
}

impl EmailDomainLists {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    #[inline(never)]
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let list = |key: &'static str| {
            table.read_or(key, Vec::new(), |place| {
                place.one_or_many(|place| {
                    let domain = place.filled_text()?;
                    let right = domain.contains('.') && !domain.trim_start_matches('@').contains(['@', ' ', '*']);
                    if !right {
                        place.report(Code::InvalidValue, format!("`{domain}` is not a domain"));
                    }
                    right.then_some(domain)
                })
            })
        };
        let lists = Self { free: list("free"), disposable: list("disposable") };
        table.finish();
        Some(lists)
    }
}

impl Default for AgreementDocument {
    fn default() -> Self {
        Self {
            smarketing: FORMAT,
            agreement: Header::default(),
            fields: Entries::default(),
            interactions: Entries::default(),
            email_domains: EmailDomainLists::default(),
            icp: None,
            personas: Vec::new(),
            scoring: Scoring::default(),
            qualification: None,
            lifecycle: Lifecycle::default(),
            handover: None,
            consent: None,
            goals: Vec::new(),
            kpis: Vec::new(),
            glossary: Entries::default(),
            examples: Vec::new(),
        }
    }
}

impl AgreementDocument {
    /// Reads a document from TOML text: what could be read, and what was wrong with the rest.
    #[cfg(feature = "toml")]
    #[must_use]
    pub fn from_toml(text: &str) -> (Self, Vec<Finding>) {
        let source = super::from_toml::parse(text);
        let sink = Sink::default();
        let document = Self::read(&source, &sink);
        (document, sink.finish(Some(&source)))
    }

    /// Reads a document from JSON text: what could be read, and what was wrong with the rest.
    #[must_use]
    pub fn from_json(text: &str) -> (Self, Vec<Finding>) {
        let source = super::from_json::parse(text);
        let sink = Sink::default();
        let document = Self::read(&source, &sink);
        (document, sink.finish(Some(&source)))
    }

    /// Lowers a parsed source.
    pub(crate) fn read(source: &Source<'_>, sink: &Sink) -> Self {
        let mut document = Self::default();
        let Some(table) = Place::root(&source.root, sink).table() else { return document };
        // After an error of syntax, what is missing may only be unreadable.
        let whole = source.findings.is_empty();
        let version = if whole { table.required("smarketing") } else { table.optional("smarketing") };
        if let Some(place) = version {
            check_format(&place);
        }
        let header = if whole { table.required("agreement") } else { table.optional("agreement") };
        document.agreement = header.and_then(|place| Header::read(&place)).unwrap_or_default();
        document.fields =
            table.read_or("fields", Entries::default(), |place| Entries::read(place, "fields", Field::read));
        document.interactions = table.read_or("interactions", Entries::default(), |place| {
            Entries::read(place, "interactions", InteractionType::read)
        });
        document.email_domains = table.read_or("email_domains", EmailDomainLists::default(), EmailDomainLists::read);
        document.icp = table.optional("icp").and_then(|place| Icp::read(&place));
        document.personas = table.read_or("personas", Vec::new(), |place| place.list(Persona::read));
        document.scoring = table.read_or("scoring", Scoring::default(), Scoring::read);
        document.qualification = table.optional("qualification").and_then(|place| Qualification::read(&place));
        document.lifecycle = table.read_or("lifecycle", Lifecycle::default(), Lifecycle::read);
        document.handover = table.optional("handover").and_then(|place| Handover::read(&place));
        document.consent = table.optional("consent").and_then(|place| Consent::read(&place));
        let currency = document.agreement.currency.parse().ok();
        document.goals = table.read_or("goals", Vec::new(), |place| goals::read_list(place, currency));
        document.kpis = table.read_or("kpis", Vec::new(), Kpi::read_list);
        document.glossary = table.read_or("glossary", Entries::default(), read_glossary);
        document.examples = table.read_or("examples", Vec::new(), |place| place.list(Example::read));
        // … and what nobody asked for may only have lost the head of its table.
        if whole {
            table.finish();
        }
        document
    }
}

/// Reports a format version that is not this library's.
#[inline(never)]
fn check_format(place: &Place<'_, '_>) {
    let version = place.whole(0, u32::MAX);
    if version.is_some_and(|version| version != FORMAT) {
        let help = format!("write `smarketing = {FORMAT}`");
        place.report_with_help(Code::UnsupportedFormat, "this format version is not known here", help);
    }
}

#[inline(never)]
fn read_glossary(place: &Place<'_, '_>) -> Option<Entries<Definition>> {
    place.entries(|term, place| Definition::read(place).map(|definition| (term.to_owned(), definition))).map(Entries)
}
