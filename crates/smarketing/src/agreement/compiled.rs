//! The compiled agreement: all that is looked up is looked up once.

use std::sync::Arc;

use crate::condition::compile::Compiler;
use crate::condition::results::{ResultName, ResultNames};
use crate::document::AgreementDocument;
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};
use crate::handover::AgreedClocks;
use crate::lifecycle::compiled::{self as lifecycle, CompiledLifecycle};
use crate::lifecycle::running::guards_handover;
use crate::planning::segments::Segments;
use crate::profile::compiled::{
    CompiledCriterion, CompiledIcp, CompiledPersona, check_count, compile_icp, compile_personas, compile_qualification,
};
use crate::scoring::compile as scoring;
use crate::scoring::compiled::{CompiledScoring, grade_labels};
use crate::time::Zone;
use crate::vocabulary::compiled::Vocabulary;
use crate::vocabulary::email_kind::EmailDomains;
use crate::vocabulary::lead::ENVELOPE;
use crate::vocabulary::value_reader::ValueReader;

/// Words that conditions keep for themselves, besides the results and the lead's envelope.
const RESERVED: [&str; 6] = ["all", "any", "not", "interactions", "nth", "since_previous"];

/// The compiled agreement.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub(crate) document: AgreementDocument,
    pub(crate) version: Arc<str>,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) names: ResultNames,
    result_words: Vec<(ResultName, Arc<str>)>,
    pub(crate) icp: Option<CompiledIcp>,
    pub(crate) personas: Box<[CompiledPersona]>,
    pub(crate) criteria: Box<[CompiledCriterion]>,
    pub(crate) framework: Arc<str>,
    pub(crate) scoring: CompiledScoring,
    pub(crate) lifecycle: CompiledLifecycle,
    pub(crate) clocks: AgreedClocks,
    pub(crate) segments: Segments,
    /// What reading it doubted.
    pub(crate) doubts: Box<[Finding]>,
    /// Whether a limit asks for civil periods, so that binding computes them.
    pub(crate) asks_periods: bool,
}

impl Compiled {
    /// Compiles a document; what is wrong is reported. With errors, the result is only good for
    /// further checks.
    pub(crate) fn new(document: AgreementDocument, sink: &Sink) -> Self {
        sink.begin_checks();
        let vocabulary = Vocabulary::new(&document.fields, &document.interactions, value_reader(&document));
        let names = result_names(&document);
        check_names(&document, &names, sink);
        let compiler = Compiler { vocabulary: &vocabulary, names: &names, sink };
        let icp = document.icp.as_ref().map(|icp| compile_icp(icp, &compiler));
        let personas = compile_personas(&document.personas, &compiler);
        let criteria = document.qualification.as_ref().map(|list| compile_qualification(list, &compiler));
        let scoring = scoring::compile(&document.scoring, &compiler);
        let lifecycle = lifecycle::compile(&document.lifecycle, &compiler);
        let criteria = criteria.unwrap_or_default();
        let clocks = agreed_clocks(&document, &vocabulary.values.zone);
        let segments = Segments::compile(&document.goals, &compiler, &Path::root().key("goals")).unwrap_or_default();
        check_handover(&document, &clocks, sink);
        let asks_periods = document.scoring.rules.iter().any(|rule| rule.limit.iter().any(|limit| limit.per.is_some()));
        Self {
            version: document.agreement.version.as_str().into(),
            framework: names.framework.as_str().into(),
            icp,
            personas,
            criteria,
            scoring,
            lifecycle,
            clocks,
            segments,
            result_words: result_words(&names),
            asks_periods,
            doubts: Box::default(),
            names,
            vocabulary,
            document,
        }
    }

    /// The name of a result.
    pub(crate) fn result_word(&self, result: ResultName) -> Arc<str> {
        let known = self.result_words.iter().find(|(known, _)| *known == result);
        known.map_or_else(|| self.names.name(result).into(), |(_, word)| word.clone())
    }
}

/// How values are read where this agreement holds: its zone, currencies and e-mail domains.
#[inline(never)]
fn value_reader(document: &AgreementDocument) -> ValueReader {
    let (header, lists) = (&document.agreement, &document.email_domains);
    ValueReader {
        zone: Zone::named(&header.time_zone).unwrap_or(Zone::UTC),
        currency: header.currency.as_str().into(),
        exchange: header.exchange.iter().map(|(currency, rate)| (currency.to_owned(), *rate)).collect(),
        emails: EmailDomains::new(&lists.free, &lists.disposable),
    }
}

/// Clocks and calendars were checked as they were read, where they can still be named.
#[inline(never)]
fn agreed_clocks(document: &AgreementDocument, zone: &Zone) -> AgreedClocks {
    let clocks = document.handover.as_ref().and_then(|handover| AgreedClocks::compile(handover, zone).ok());
    clocks.unwrap_or_default()
}

/// The names of all results, each made once.
#[inline(never)]
fn result_words(names: &ResultNames) -> Vec<(ResultName, Arc<str>)> {
    let words = ResultName::FIXED.iter().map(|(name, result)| (*result, Arc::from(*name)));
    let mut result_words: Vec<(ResultName, Arc<str>)> = words.collect();
    result_words.push((ResultName::CriteriaMet, names.name(ResultName::CriteriaMet).into()));
    for at in 0..u16::try_from(names.criteria.len()).unwrap_or(0) {
        let result = ResultName::Criterion(at);
        result_words.push((result, names.name(result).into()));
    }
    result_words
}

#[inline(never)]
fn result_names(document: &AgreementDocument) -> ResultNames {
    let arcs = |labels: Vec<&str>| labels.into_iter().map(Arc::from).collect();
    let qualification = document.qualification.as_ref();
    ResultNames {
        framework: qualification.map(|list| list.framework.clone()).unwrap_or_default(),
        criteria: qualification
            .map(|list| list.criteria.iter().map(|criterion| criterion.id.clone()).collect())
            .unwrap_or_default(),
        tiers: document.icp.as_ref().map(|icp| arcs(icp.tiers.labels().collect())).unwrap_or_default(),
        personas: document.personas.iter().map(|persona| Arc::from(persona.id.as_str())).collect(),
        roles: document.personas.iter().map(|persona| persona.role.map(|role| Arc::from(role.as_str()))).collect(),
        grades: grade_labels(&document.scoring.fit.grades, &document.scoring.engagement.grades),
        bands: arcs(document.scoring.bands.labels().collect()),
    }
}

/// Clocks among which none runs from handover to acceptance would leave leads lying. A document without
/// any clock is doubted by `check`.
#[inline(never)]
fn check_handover(document: &AgreementDocument, clocks: &AgreedClocks, sink: &Sink) {
    if document.handover.as_ref().is_none_or(|handover| handover.clocks.is_empty()) {
        return;
    }
    // What could not be read has been reported where it stands.
    let path = Path::root().key("handover").key("clocks");
    let unread = sink.has_errors_below(&path) || (sink.has_errors() && clocks.iter().next().is_none());
    if unread || clocks.iter().any(guards_handover) {
        return;
    }
    let message = "no clock runs from `handover` until `accepted`: a lead could lie there, and nobody would notice";
    let help = format!("add such as `{HANDOVER_CLOCK}`");
    sink.report(Finding::new(Code::MissingKey, path, message).help(help));
}

/// The shortest clock with which nobody forgets a lead, as an agreement writes it.
pub(crate) const HANDOVER_CLOCK: &str =
    "{ id = \"accept\", from = \"handover\", until = [\"accepted\", \"rejected\"], within = \"4h\" }";

/// Reports fields with names that are taken, and lists that are too long for their sets.
#[inline(never)]
fn check_names(document: &AgreementDocument, names: &ResultNames, sink: &Sink) {
    let path = Path::root().key("fields");
    for (name, _) in document.fields.iter() {
        let envelope = ENVELOPE.contains(&name);
        if envelope || RESERVED.contains(&name) || names.find(name).is_some() {
            let message = format!("`{name}` is taken: no field can have that name");
            let help = if envelope {
                "it belongs to every lead; conditions can ask for it"
            } else {
                "it is a word of the conditions, or a result"
            };
            sink.report_key(Finding::new(Code::ReservedName, path.key(name), message).help(help));
        }
    }
    check_count(sink, document.fields.0.len(), 4096, "fields", &path);
    check_count(sink, document.interactions.0.len(), 4096, "interactions", &Path::root().key("interactions"));
    check_count(sink, document.personas.len(), 64, "personas", &Path::root().key("personas"));
    check_count(sink, names.grades.len(), 64, "grades", &Path::root().key("scoring"));
    let path = Path::root().key("interactions");
    for (name, kind) in document.interactions.iter() {
        for (property, _) in kind.properties.iter() {
            if matches!(property, "all" | "any" | "not" | "interactions" | "nth" | "since_previous") {
                let message = format!("`{property}` is taken: no property can have that name");
                let path = path.key(name).key("properties").key(property);
                sink.report_key(Finding::new(Code::ReservedName, path, message));
            }
        }
    }
}
