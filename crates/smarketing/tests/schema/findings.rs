//! Findings: the schema has a variant for each severity, with the codes that the catalogue gives it.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use smarketing::{Code, Severity, types_schema};

use crate::validator::problems_of;

const SEVERITIES: [Severity; 2] = [Severity::Error, Severity::Warning];

fn types() -> Value {
    serde_json::from_str(&types_schema()).unwrap()
}

/// The codes of the catalogue.
fn codes(wanted: impl Fn(Code) -> bool) -> Vec<Value> {
    Code::ALL.iter().filter(|code| wanted(**code)).map(|code| json!(code)).collect()
}

#[test]
fn each_severity_has_the_codes_that_the_catalogue_gives_it() {
    let types = types();
    let variants = types["$defs"]["Finding"]["oneOf"].as_array().unwrap();
    assert_eq!(variants.len(), SEVERITIES.len());
    for (variant, severity) in variants.iter().zip(SEVERITIES) {
        let members = &variant["properties"];
        assert_eq!(members["severity"]["const"], json!(severity));
        assert_eq!(members["code"]["enum"], json!(codes(|code| code.severities().contains(&severity))));
    }
    // An error is of a code of errors; a warning may also be of a code that is an error elsewhere.
    let listed = |at: usize| variants[at]["properties"]["code"]["enum"].as_array().unwrap();
    assert_eq!(*listed(0), codes(|code| code.severity() == Severity::Error));
    for code in codes(|code| code.severity() == Severity::Warning) {
        assert!(listed(1).contains(&code) && !listed(0).contains(&code), "{code}");
    }
    assert!(Code::ALL.iter().all(|code| code.severities().first() == Some(&code.severity())));
}

#[test]
fn a_finding_fits_with_a_severity_of_its_code_and_with_no_other() {
    let types = types();
    for code in Code::ALL {
        for severity in SEVERITIES {
            let finding = json!({ "code": code, "severity": severity, "message": "so", "path": "scoring" });
            let fits = problems_of(&types, "Finding", &finding, &mut BTreeSet::new()).is_empty();
            assert_eq!(fits, code.severities().contains(&severity), "{finding}");
        }
    }
}
