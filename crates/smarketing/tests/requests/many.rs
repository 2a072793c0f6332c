//! Many leads in one request: the fast way gives what the function gives, also beyond a document's length.

use smarketing::{Agreement, Receiver, answer};

const DOCUMENT: &str = r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"},
    "fields": {"employees": {"type": "number"}},
    "scoring": {"rules": [{"id": "size", "scores": "fit", "when": {"employees": {"at_least": 50}}, "points": 15}]}}"#;

fn request(leads: &str) -> String {
    format!(r#"{{"leads": [{leads}], "as_of": "2026-11-02T10:00:00Z"}}"#)
}

/// Both ways, as the text of the answer or of the findings.
fn both(agreement: &Agreement, request: &str) -> (String, String) {
    let quick = agreement.assess_all_request(request).map(|list| {
        let texts: Vec<String> = list.iter().map(smarketing::Assessment::to_json).collect();
        format!("[{}]", texts.join(","))
    });
    let quick = quick.unwrap_or_else(|findings| smarketing::RequestError::Findings(findings).to_json());
    let whole = answer("assess_all", Receiver::Agreements(std::slice::from_ref(agreement)), request);
    (quick, whole.unwrap_or_else(|error| error.to_json()))
}

#[test]
fn what_is_wrong_is_the_same_in_both_ways() {
    let agreement = Agreement::from_json(DOCUMENT).unwrap();
    for leads in [
        "",
        r#"{"lead": {"id": "L-1", "employees": 80}, "interactions": []}"#,
        r#"{"lead": {"id": "L-1", "employees": "many", "emplyoees": 80}}"#, // spellchecker:disable-line
        r#"{"lead": {}}, {"interactions": []}, {"lead": 7}, {"lead": {}, "as_of": "2026-11-02T10:00:00Z"}, 5"#,
        r#"{"lead": {"employees": 1e400}}"#,
        r#"{"lead": null}, {"lead": {"employees": 80}}"#,
        r#"{"lead": "#,
    ] {
        let (quick, whole) = both(&agreement, &request(leads));
        assert_eq!(quick, whole, "{leads}");
    }
}

#[test]
fn a_request_may_be_longer_than_a_document() {
    let agreement = Agreement::from_json(DOCUMENT).unwrap();
    let lead = format!(r#"{{"lead": {{"id": "{}", "employees": 80}}}}"#, "L".repeat(1000));
    let leads = vec![lead; 1200].join(",");
    assert!(leads.len() > 1 << 20);
    let (quick, whole) = both(&agreement, &request(&leads));
    assert_eq!(quick, whole);
    assert!(quick.starts_with(r#"[{"lead":"LLL"#));
}

#[test]
fn a_row_that_is_no_lead_is_a_finding_of_its_own_answer() {
    let agreement = Agreement::from_json(DOCUMENT).unwrap();
    let rows = r#"{"lead": {"id": "L-1", "employees": 80}}, null, {"lead": null}, {"led": {"id": "L-3"}}, {"lead": {"id": "L-4"}, "past": []}"#;
    let answers = agreement.assess_all_request(&request(rows)).unwrap();
    let said: Vec<Vec<String>> =
        answers.iter().map(|one| one.findings.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(answers[0].score.to_f64(), 15.0);
    assert_eq!(answers[4].lead.as_deref(), Some("L-4"));
    assert!(said[0].is_empty());
    assert_eq!(said[1], ["error[wrong_type]: expected a table, found nothing"]);
    assert_eq!(said[2], ["error[missing_key]: `lead` is missing"]);
    assert_eq!(said[3].len(), 2, "{said:?}");
    assert_eq!(said[4], ["error[unknown_key] past: `past` is not a key of this table (expected `interactions`)"]);
}
