//! The laws of the library, each a property over generated agreements, leads and interactions.
//!
//! | law | what it says | test |
//! | --- | --- | --- |
//! | 1 sum | the lines of a score add up to it, exactly | `numbers::the_lines_add_up_to_the_score` |
//! | 2 determinism | the same input gives the same bytes | `numbers::the_same_input_gives_the_same_bytes` |
//! | | a document that went through JSON is the same document, and answers the same | `documents::a_document_survives_json` |
//! | | from JSON text to JSON text it says what `assess` says | `requests::text_to_text_says_the_same` |
//! | 3 rows equal columns | many leads are worth what each is worth, in any order | `numbers::many_leads_are_worth_what_each_is_worth` |
//! | 4 no peeking | what happens or becomes known after `as_of` changes nothing, findings included | `time::what_comes_later_changes_nothing` |
//! | 5 unknown is not no | no further fact leads outside the bounds | `unknown::no_fact_leads_outside_the_bounds` |
//! | | a rule fires exactly where its condition holds for certain | `unknown::only_what_is_true_fires` |
//! | | without `known`, who knows nothing decides nothing; `known` is answered by absence | `unknown::only_known_is_answered_by_absence` |
//! | | without `known`, a further fact never turns a yes or a no into anything else | `unknown::answers_stay` |
//! | 9 nothing panics | any text gives a value, or findings that name a place | `panics::*`, `requests::a_mutilated_request_is_answered` |
//! | 10 order does not matter | the order of rules, groups, criteria, facts changes no number | `numbers::order_changes_no_number`, `numbers::order_decides_only_in_groups_that_pick_the_first` |
//! | (2, 3 of the scoring) | the engine computes what a slow and obvious one computes | `reference::the_engine_agrees_with_a_naive_one` |
//! | (2 of the scoring) | decay is that of decimals of 60 digits | `decay::half_lives_are_those_of_sixty_digits` |
//!
//! All ten, with those of the lifecycle and of the plan, stand in `docs/laws.md`. `PROPTEST_CASES` raises the number of cases of
//! each.

mod agreements;
mod calendar;
mod choices;
mod conditions;
mod decay;
mod documents;
mod leads;
mod named;
mod numbers;
mod panics;
mod reference;
mod reference_history;
mod reference_truth;
mod requests;
mod time;
mod unknown;

use proptest::test_runner::Config;
use serde_json::Value;
use smarketing::{Agreement, Assessment, Interactions, Lead};

/// So many cases, unless the environment asks for others.
pub fn cases(count: u32) -> Config {
    let config = Config { failure_persistence: None, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() { config } else { Config { cases: count, ..config } }
}

/// A generated document is right: where it is not, the generator or the reader is wrong.
pub fn compile(document: &Value) -> Agreement {
    match Agreement::from_json(&document.to_string()) {
        Ok(agreement) => agreement,
        Err(error) => panic!("{error}\n{document:#}"),
    }
}

/// The assessment of a lead and of what happened, both as JSON.
pub fn assess(agreement: &Agreement, lead: &Value, interactions: &Value) -> Assessment {
    let lead = Lead::from_json(&lead.to_string());
    let interactions = Interactions::from_json(&interactions.to_string());
    agreement.assess(&lead, &interactions, leads::as_of())
}

/// The text of an assessment without the numbers that interactions have in the list they came in:
/// a finding names its place by them.
pub fn text_without_places(assessment: &Assessment) -> String {
    let mut assessment = assessment.clone();
    let findings: Vec<String> = assessment
        .findings
        .iter()
        .map(|finding| {
            let path = finding.path.to_string();
            let path: String = path.chars().filter(|letter| !letter.is_ascii_digit()).collect();
            format!("{} {path} {} {:?}", finding.code, finding.message, finding.help)
        })
        .collect();
    assessment.findings.clear();
    format!("{}\n{}", assessment.to_json(), findings.join("\n"))
}
