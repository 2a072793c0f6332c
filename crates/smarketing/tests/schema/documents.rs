//! Documents: what the reader takes, the schema takes, and what it refuses for its keys and names, the
//! narrowed schema refuses too.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use smarketing::{Agreement, schema};

use crate::cases::{documents, from_toml};
use crate::validator::problems;

fn wide() -> Value {
    serde_json::from_str(schema()).unwrap()
}

fn narrow(agreement: &Agreement) -> Value {
    serde_json::from_str(&agreement.schema()).unwrap()
}

/// An agreement that uses every part of the format.
pub const WHOLE: &str = include_str!("whole.toml");

#[test]
fn every_document_that_reads_cleanly_meets_both_schemas() {
    let (wide, documents) = (wide(), documents());
    assert!(documents.len() > 50);
    let mut known = BTreeSet::new();
    // Many cases share an agreement.
    for document in documents.into_iter().filter(|document| known.insert(document.written.to_string())) {
        assert_eq!(problems(&wide, &document.written), [""; 0], "{}", document.name);
        assert_eq!(problems(&narrow(&document.agreement), &document.written), [""; 0], "{}, narrowed", document.name);
        // So does the form in which the library writes it.
        let again = serde_json::to_value(document.agreement.document()).unwrap();
        assert_eq!(problems(&narrow(&document.agreement), &again), [""; 0], "{}, written", document.name);
    }
}

#[test]
fn the_whole_format_meets_both_schemas() {
    let agreement = Agreement::from_toml(WHOLE).unwrap();
    let written = from_toml(WHOLE);
    assert_eq!(problems(&wide(), &written), [""; 0]);
    assert_eq!(problems(&narrow(&agreement), &written), [""; 0]);
}

/// Puts a value at a place, and says whether each schema and the reader still take the document.
fn changed(place: &str, value: Value) -> (bool, bool, bool) {
    let agreement = Agreement::from_toml(WHOLE).unwrap();
    let mut document = from_toml(WHOLE);
    let (parent, key) = place.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {parent}")) {
        Value::Object(table) => drop(table.insert(key.to_owned(), value)),
        Value::Array(list) => list.push(value),
        other => panic!("{other} has no parts"),
    }
    let wide = problems(&wide(), &document).is_empty();
    let narrow = problems(&narrow(&agreement), &document).is_empty();
    (wide, narrow, Agreement::from_json(&document.to_string()).is_ok())
}

#[test]
fn unknown_keys_are_refused_by_both() {
    for place in [
        "/extra",
        "/agreement/extra",
        "/fields/industry/extra",
        "/interactions/page_view/extra",
        "/icp/extra",
        "/icp/criteria/0/extra",
        "/personas/0/extra",
        "/scoring/extra",
        "/scoring/rules/0/extra",
        "/scoring/fit/extra",
        "/scoring/score/grades",
        "/scoring/groups/size/extra",
        "/qualification/criteria/0/weight",
        "/lifecycle/extra",
        "/lifecycle/stage/mql/extra",
        "/handover/clocks/0/extra",
        "/handover/calendars/office/extra",
        "/consent/extra",
        "/goals/0/extra",
        "/kpis/0/extra",
        "/examples/0/expect/extra",
        "/examples/0/interactions/0/extra",
    ] {
        assert_eq!(changed(place, json!(1)), (false, false, false), "{place}");
    }
}

#[test]
fn names_that_there_are_not_are_refused_by_the_narrowed() {
    for (place, value) in [
        ("/scoring/rules/0/when", json!({ "trade": "software" })),
        ("/scoring/rules/0/when", json!({ "industry": "sofware" })), // spellchecker:disable-line
        ("/scoring/rules/0/when", json!({ "industry": { "contains": "soft" } })),
        ("/scoring/rules/0/when", json!({ "persona": "it-leader" })),
        ("/scoring/rules/0/when", json!({ "any": [{ "industry": "software" }, { "nobody": 1 }] })),
        ("/scoring/rules/0/when", json!({ "interactions": { "type": "page_look" } })),
        ("/scoring/rules/0/when", json!({ "interactions": { "type": "page_view", "where": { "urll": "x" } } })),
        ("/scoring/rules/0/when", json!({ "interactions": { "type": "page_view", "distinct": "urll" } })),
        ("/scoring/rules/0/group", json!("width")),
        ("/scoring/rules/0/points_by", json!({ "field": "industry", "values": { "sofware": 1 } })), // spellchecker:disable-line
        ("/scoring/rules/0/points_by", json!({ "field": "industry", "steps": { "1": 1 } })),
        ("/lifecycle/stage/mql/requires", json!(["e-mail"])),
        ("/lifecycle/stage/review", json!({})),
        ("/lifecycle/fast_track/0/to", json!("customer")),
        ("/lifecycle/fast_track/0/on", json!("demo")),
        ("/lifecycle/groups/tofu", json!(["review"])),
        ("/handover/clocks/0/calendar", json!("workshop")),
        ("/consent/handover_needs/phone", json!({ "basis": "opt_in", "purpose": "nothing" })),
        ("/goals/0/when", json!({ "nation": "DE" })),
        ("/examples/0/lead/nothing", json!(1)),
        ("/examples/0/expect/persona", json!("nobody")),
        ("/examples/0/expect/grade", json!("Z9")),
    ] {
        let (wide, narrow, _) = changed(place, value.clone());
        assert!(wide, "{place} = {value} has the form of a document");
        assert!(!narrow, "{place} = {value} names what there is not");
    }
}
