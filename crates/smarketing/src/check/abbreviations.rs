//! Abbreviations that the document uses and nobody defined.

use std::collections::BTreeSet;

use crate::agreement::Agreement;
use crate::document::abbreviations_in;
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};
use crate::vocabulary::Texts;

#[inline(never)]
pub(super) fn check(agreement: &Agreement, sink: &Sink) {
    let glossary = agreement.glossary();
    let document = agreement.document();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut look = |text: &str, path: Path| {
        for abbreviation in abbreviations_in(text) {
            // Each is looked up and reported once, where it first occurs.
            if seen.insert(abbreviation.to_owned()) && !glossary.is_defined(abbreviation) {
                let message = format!("nobody defined the abbreviation `{abbreviation}`");
                let finding = Finding::new(Code::UndefinedAbbreviation, path.clone(), message);
                sink.report(finding.help("define it under `glossary`, or spell it out"));
            }
        }
    };
    let root = Path::root();
    let mut texts = |texts: &Texts, path: &Path| texts.all().for_each(|text| look(text, path.clone()));
    for (name, field) in document.fields.iter() {
        let path = root.key("fields").key(name);
        texts(&field.label, &path.key("label"));
        texts(&field.ask, &path.key("ask"));
    }
    for (name, kind) in document.interactions.iter() {
        texts(&kind.label, &root.key("interactions").key(name).key("label"));
    }
    for (at, criterion) in document.icp.iter().flat_map(|icp| &icp.criteria).enumerate() {
        texts(&criterion.label, &root.key("icp").key("criteria").index(at).key("label"));
    }
    for (at, exclusion) in document.icp.iter().flat_map(|icp| &icp.exclude).enumerate() {
        texts(&exclusion.reason, &root.key("icp").key("exclude").index(at).key("reason"));
    }
    for (at, rule) in document.scoring.rules.iter().enumerate() {
        texts(&rule.label, &root.key("scoring").key("rules").index(at).key("label"));
    }
    for (at, change) in document.agreement.changes.iter().enumerate() {
        texts(&change.why, &root.key("agreement").key("changes").index(at).key("why"));
    }
    for (at, disqualifier) in document.lifecycle.disqualify.iter().enumerate() {
        texts(&disqualifier.reason, &root.key("lifecycle").key("disqualify").index(at).key("reason"));
    }
    for (at, persona) in document.personas.iter().enumerate() {
        persona.texts().for_each(|text| look(text, root.key("personas").index(at)));
    }
    look(&document.agreement.name, root.key("agreement").key("name"));
    for (side, party) in document.agreement.parties.iter() {
        look(party, root.key("agreement").key("parties").key(side));
    }
    for (at, example) in document.examples.iter().enumerate() {
        look(&example.name, root.key("examples").index(at).key("name"));
    }
    for (term, definition) in document.glossary.iter() {
        for text in definition.de.iter().chain(&definition.en) {
            look(text, root.key("glossary").key(term));
        }
    }
}
