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
