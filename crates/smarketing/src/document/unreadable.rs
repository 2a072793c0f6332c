//! [`Unreadable`]: a value that could not be written or kept. It travels in its place, and what is
//! wrong with it is said by whoever reads it there, so that one such value never hides the others.

use super::tree::{Entry, Kind};
use crate::finding::Code;

/// The first key of a table that a language writes in the place of a value that it has no JSON text for:
/// `{"$unreadable": "bytes are no text", "code": "wrong_type", "help": "decode them"}`.
const KEY: &str = "$unreadable";

/// Why a value cannot be read.
#[derive(Debug, Clone)]
pub(crate) struct Unreadable {
    pub(crate) code: Code,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

impl<'t> Kind<'t> {
    /// A value that cannot be read.
    pub(crate) fn unreadable(code: Code, message: String) -> Self {
        Kind::Unreadable(Box::new(Unreadable { code, message, help: None }))
    }

    /// A table, or what stands in the place of a value that could not be written.
    pub(crate) fn of_entries(entries: Vec<Entry<'t>>) -> Self {
        let Some(Entry { key, value, .. }) = entries.first() else { return Kind::Table(entries) };
        let (KEY, Kind::Text(message)) = (key.as_ref(), &value.kind) else { return Kind::Table(entries) };
        let text = |name: &str| match entries.iter().find(|entry| entry.key == name).map(|entry| &entry.value.kind) {
            Some(Kind::Text(text)) => Some(text.as_ref()),
            _ => None,
        };
        let code = Code::ALL.iter().find(|code| text("code") == Some(code.as_str()));
        Kind::Unreadable(Box::new(Unreadable {
            code: code.copied().unwrap_or(Code::InvalidValue),
            message: message.as_ref().to_owned(),
            help: text("help").map(str::to_owned),
        }))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Agreement, Lead, Receiver, answer};

    const DOCUMENT: &str = r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"},
        "fields": {"size": {"type": "number"}, "note": {"type": "text"}},
        "scoring": {"rules": [{"id": "size", "scores": "fit", "when": {"size": {"known": true}}, "points": 15}]}}"#;
    const BYTES: &str = r#"{"$unreadable": "bytes are no text", "code": "wrong_type", "help": "decode them"}"#;
    const SAID: &str = "error[wrong_type] lead.note: bytes are no text (decode them)";

    #[test]
    fn a_fact_that_could_not_be_written_is_a_finding_of_its_lead_alone() {
        let agreement = Agreement::from_json(DOCUMENT).unwrap();
        let lead = format!(r#"{{"note": {BYTES}, "size": 80}}"#);
        let request = format!(
            r#"{{"leads": [{{"lead": {lead}}}, {{"lead": {BYTES}}}, {{"lead": {{"size": 1e400}}}}, {{"lead": {{"size": 1}}}}], "as_of": "2026-11-02T10:00:00Z"}}"#
        );
        let all = agreement.assess_all_request(&request).unwrap();
        let said: Vec<Vec<String>> =
            all.iter().map(|one| one.findings.iter().map(ToString::to_string).collect()).collect();
        let whole = SAID.replace("lead.note", "lead");
        let inexact = "error[invalid_value] lead.size: `1e400` is not a number that can be kept exactly";
        assert_eq!(said, [vec![SAID.to_owned()], vec![whole], vec![inexact.to_owned()], Vec::new()]);
        assert_eq!(all.iter().map(|one| one.score.to_f64()).collect::<Vec<f64>>(), [15.0, 0.0, 0.0, 15.0]);
        let alone = agreement.assess(&Lead::from_json(&lead), &crate::Interactions::unknown(), all[0].as_of);
        assert_eq!(alone.to_json(), all[0].to_json());
    }

    #[test]
    fn what_is_no_lead_at_all_is_not_bound() {
        let agreement = Agreement::from_json(DOCUMENT).unwrap();
        let error = agreement.bind_request(&format!(r#"{{"lead": {BYTES}, "interactions": 3}}"#)).unwrap_err();
        let said: Vec<String> = error.iter().map(ToString::to_string).collect();
        assert_eq!(said[0], SAID.replace("lead.note", "lead"));
        assert_eq!(said[1..], ["error[wrong_type] interactions: expected a list, found the number `3`"]);
        assert_eq!(agreement.bind_request("{}").unwrap_err().len(), 1);
        assert!(agreement.bind_request(&format!(r#"{{"lead": {{"note": {BYTES}}}, "interactions": null}}"#)).is_ok());
    }

    #[test]
    fn what_could_not_be_written_of_arguments_is_said_with_all_else_that_is_wrong() {
        let request = format!(r#"{{"leads": {BYTES}, "as_of": {BYTES}, "more": 1}}"#);
        let agreement = Agreement::from_json(DOCUMENT).unwrap();
        let error = answer("assess_all", Receiver::Agreements(&[agreement]), &request).unwrap_err().to_string();
        assert_eq!(error.lines().count(), 3, "{error}");
        assert!(error.contains("as_of: bytes are no text (decode them)"), "{error}");
    }

    #[test]
    fn a_document_with_what_could_not_be_written_is_refused_there() {
        let document = DOCUMENT.replace(r#""A""#, BYTES).replace("15", BYTES);
        let findings = Agreement::from_json(&document).unwrap_err().findings;
        let paths: Vec<String> = findings.iter().map(|finding| finding.path.to_string()).collect();
        assert_eq!(paths, ["agreement.name", "scoring.rules[0].points"]);
    }
}
