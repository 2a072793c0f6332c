//! What `check` finds besides errors: each doubt in a document of its own, at its place.

use std::collections::BTreeSet;

use smarketing::{Code, Finding, Severity, check_toml};

const HEAD: &str = r#"
smarketing = 1
[agreement]
name = "Test"
version = "1"
[fields]
industry = { type = "category", values = ["software", "finance", "retail"] }
employees = { type = "number" }
job_title = { type = "text" }
[interactions]
page_view = { properties = { url = "text" } }
demo_request = {}
[handover]
clocks = [{ id = "accept", from = "handover", until = ["accepted", "rejected"], within = "4h" }]
"#;

fn findings(body: &str) -> Vec<Finding> {
    check_toml(&format!("{HEAD}{body}"), None)
}

/// The codes and paths that a document gives.
fn found(body: &str) -> Vec<(Code, String)> {
    findings(body).into_iter().map(|finding| (finding.code, finding.path.to_string())).collect()
}

fn only(body: &str, code: Code, path: &str) {
    assert_eq!(found(body), [(code, path.to_owned())], "{:#?}", findings(body));
}

#[test]
fn a_sound_document_gives_nothing() {
    let body = r#"
[[scoring.rules]]
id = "size"
scores = "fit"
when = { employees = { at_least = 50, at_most = 500 } }
points = 15
[lifecycle.stage.mql]
when = { score = { at_least = 15 } }
"#;
    assert_eq!(found(body), []);
}

/// Leads become MQLs by criteria or by a fast track; without either nobody is handed over.
#[test]
fn a_handover_without_a_clock_is_doubted() {
    let (head, _) = HEAD.split_once("[handover]").unwrap();
    let found = |body: &str| {
        let findings = check_toml(&format!("{head}{body}"), None);
        findings.into_iter().map(|finding| (finding.code, finding.path.to_string())).collect::<Vec<_>>()
    };
    let criteria = "[lifecycle.stage.mql]\nwhen = { employees = { at_least = 50 } }\n";
    let track = "[[lifecycle.fast_track]]\non = \"demo_request\"\nto = \"sal\"\n";
    let calendars =
        "[handover]\ncalendars = { office = { days = \"mon-fri\", open = \"09:00\", close = \"17:00\" } }\n";
    let doubt = |path: &str| vec![(Code::HandoverWithoutClock, path.to_owned())];
    assert_eq!(found(criteria), doubt("lifecycle.stage.mql.when"));
    assert_eq!(found(track), doubt("lifecycle.fast_track[0]"));
    assert_eq!(found(&format!("{track}{criteria}{calendars}")), doubt("lifecycle.stage.mql.when"));
    // Nobody becomes an MQL: the agreement only scores, or says what the stages are called.
    assert_eq!(found(""), []);
    assert_eq!(found(calendars), []);
    let names = "[lifecycle]\nstages = [\"lead\", \"mql\", \"sal\", \"customer\"]\n[lifecycle.stage.sal]\nrequires = [\"industry\"]\n";
    assert_eq!(found(names), []);
}

/// The help is the clock as it would be written: with it there is no doubt.
#[test]
fn the_clock_that_is_advised_settles_the_doubt() {
    let (head, _) = HEAD.split_once("[handover]").unwrap();
    let text = format!("{head}[lifecycle.stage.mql]\nwhen = {{ employees = {{ at_least = 50 }} }}\n");
    let help = check_toml(&text, None)[0].help.clone().unwrap();
    let clocks = help.split('`').find(|part| part.starts_with("clocks")).unwrap().to_owned();
    assert_eq!(check_toml(&format!("{text}[handover]\n{clocks}\n"), None), []);
    let calendars = "calendars = { office = { days = \"mon-fri\", open = \"09:00\", close = \"17:00\" } }";
    let text = format!("{text}[handover]\n{calendars}\n");
    let help = check_toml(&text, None)[0].help.clone().unwrap();
    let clocks = help.split('`').find(|part| part.starts_with("clocks")).unwrap().to_owned();
    assert_eq!(check_toml(&format!("{text}{clocks}\n"), None), []);
}

#[test]
fn contradictions_are_found() {
    let body = r#"
[[scoring.rules]]
id = "size"
scores = "fit"
when = { employees = { at_least = 500, at_most = 50 } }
points = 15
"#;
    only(body, Code::NeverTrue, "scoring.rules[0].when");
    let body = r#"
[[scoring.rules]]
id = "both"
scores = "fit"
when = { all = [{ industry = "software" }, { industry = "retail" }] }
points = 15
"#;
    only(body, Code::NeverTrue, "scoring.rules[0].when");
    let body = r#"
[[scoring.rules]]
id = "visits"
scores = "engagement"
on = "page_view"
where = { url = { starts_with = "/a" }, nth = { at_least = 3, less_than = 3 } }
points = 1
"#;
    only(body, Code::NeverTrue, "scoring.rules[0].where");
}

#[test]
fn what_only_looks_contradictory_is_left_alone() {
    let body = r#"
[[scoring.rules]]
id = "title"
scores = "fit"
when = { job_title = { contains = "it", word = "head of sales" } }
points = 15
[[scoring.rules]]
id = "size"
scores = "fit"
when = { employees = { at_least = 50, at_most = 50 } }
points = 15
"#;
    assert_eq!(found(body), []);
}

#[test]
fn caps_make_thresholds_unreachable() {
    let body = r#"
[scoring.fit]
max = 30
grades = { A = 40, B = 20, else = "C" }
[[scoring.rules]]
id = "size"
scores = "fit"
when = { employees = { at_least = 50 } }
points = 50
[lifecycle.stage.mql]
when = { score = { at_least = 60 } }
"#;
    let expected = [
        (Code::UnreachableThreshold, "scoring.fit.grades.A".to_owned()),
        (Code::UnreachableThreshold, "lifecycle.stage.mql.when.score".to_owned()),
    ];
    assert_eq!(found(body), expected);
}

#[test]
fn stages_that_nobody_enters_or_keeps() {
    let body = r#"
[lifecycle.stage.mql]
when = { industry = "software", employees = { at_least = 50 }, any = [{ industry = "retail" }, { employees = 3 }] }
"#;
    only(body, Code::StageNeverEntered, "lifecycle.stage.mql.when");
    let body = r#"
[lifecycle.stage.mql]
when = { employees = { at_least = 50 } }
keep_while = { employees = { at_most = 40 } }
"#;
    only(body, Code::StageNeverLeft, "lifecycle.stage.mql.keep_while");
}

#[test]
fn the_last_stage_is_the_customer() {
    only("[lifecycle]\nstages = [\"lead\", \"mql\", \"sql\"]\n", Code::StageNeverLeft, "lifecycle.stages");
}

#[test]
fn shadowed_rules_are_found_and_others_are_not() {
    let group = |pick: &str, first: i32, second: i32, second_when: &str| {
        format!(
            r#"
[scoring.groups]
size = {{ pick = "{pick}" }}
[[scoring.rules]]
id = "wide"
scores = "fit"
group = "size"
when = {{ employees = {{ at_least = 20 }} }}
points = {first}
[[scoring.rules]]
id = "narrow"
scores = "fit"
group = "size"
when = {second_when}
points = {second}
"#
        )
    };
    let narrow = "{ employees = { at_least = 50, at_most = 500 } }";
    only(&group("first", 5, 15, narrow), Code::ShadowedRule, "scoring.rules[1]");
    only(&group("highest", 15, 5, narrow), Code::ShadowedRule, "scoring.rules[1]");
    assert_eq!(found(&group("highest", 5, 15, narrow)), []);
    assert_eq!(found(&group("sum", 5, 15, narrow)), []);
    // Without its own fact, the first rule stays unknown and the second counts.
    assert_eq!(found(&group("first", 5, 15, "{ industry = \"software\" }")), []);
}

#[test]
fn personas_that_nobody_is() {
    only("[[personas]]\nid = \"ghost\"\n", Code::PersonaNeverRecognised, "personas[0]");
    let body = r#"
[[personas]]
id = "any-size"
when = { employees = { at_least = 1 } }
[[personas]]
id = "large"
when = { employees = { at_least = 1000 } }
"#;
    only(body, Code::PersonaNeverRecognised, "personas[1]");
}

#[test]
fn groups_without_rules_and_abbreviations_without_meaning() {
    only("[scoring.groups]\ncontent = { max = 5 }\n", Code::Unused, "scoring.groups.content");
    let body = "[[personas]]\nid = \"p\"\nbiography = \"Reads the QXR every morning\"\nwhen = { employees = 3 }\n";
    only(body, Code::UndefinedAbbreviation, "personas[0]");
    assert_eq!(found(&format!("{body}[glossary]\nQXR = \"A quarterly review\"\n")), []);
}

#[test]
fn examples_are_run() {
    let body = r#"
[[scoring.rules]]
id = "size"
scores = "fit"
when = { employees = { at_least = 50 } }
points = 15
[[examples]]
name = "a firm of 50"
as_of = 2026-11-02T10:00:00Z
lead = { employees = 50, colour = "red" }
interactions = []
expect = { score = 14, stage = "lead" }
"#;
    let expected = [
        (Code::UnknownField, "examples[0].lead.colour".to_owned()),
        (Code::ExampleFailed, "examples[0].expect.score".to_owned()),
    ];
    assert_eq!(found(body), expected);
}

#[test]
fn errors_of_an_example_and_of_the_plan_are_warnings() {
    let body = r#"
[fields.budget]
type = "money"
[fields.email]
type = "email"
[[examples]]
name = "nothing fits"
as_of = 2026-11-02T10:00:00Z
lead = { colour = "red", industry = "farming", employees = "many", email = "nobody", budget = "5 USD" }
interactions = [
    { id = "1", type = "page_view", at = 2026-11-01T10:00:00Z, properties = { colour = "red" } },
    { id = "1", type = "demo_request", at = 2026-11-01T11:00:00Z },
    { type = "dance", at = 2026-11-01T12:00:00Z },
]
expect = { stage = "lead" }
[[goals]]
segment = "all"
revenue = { 2026-11 = 1000, 2026-12 = 1000 }
average_deal = { 2026-11 = 100 }
close_rate = { 2026-11 = 0, 2026-12 = 0.5 }
"#;
    let findings = findings(body);
    assert!(findings.iter().all(|finding| !finding.is_error()), "{findings:#?}");
    let found: BTreeSet<Code> = findings.iter().map(|finding| finding.code).collect();
    // The catalogue says of which codes that may be, and JSON Schema and TypeScript rely on it.
    let lowered: BTreeSet<Code> = found.into_iter().filter(|code| code.severity() == Severity::Error).collect();
    let either: BTreeSet<Code> = Code::ALL.iter().copied().filter(|code| code.severities().len() == 2).collect();
    assert_eq!(lowered, either, "{findings:#?}");
}

#[test]
fn time_is_checked_only_when_it_is_given() {
    let text =
        "smarketing = 1\n[agreement]\nname = \"A\"\nversion = \"1\"\neffective = 2026-11-01\nreview_by = 2027-02-01\n";
    let codes = |as_of: Option<&str>| -> Vec<Code> {
        let as_of = as_of.map(|as_of| as_of.parse().unwrap());
        check_toml(text, as_of).into_iter().map(|finding| finding.code).collect()
    };
    assert_eq!(codes(None), []);
    assert_eq!(codes(Some("2026-12-01T00:00:00Z")), []);
    assert_eq!(codes(Some("2026-10-31T23:59:59Z")), [Code::NotEffective]);
    assert_eq!(codes(Some("2027-02-02T00:00:00Z")), [Code::ReviewDue]);
}

#[test]
fn lines_and_columns_survive_what_cannot_be_read() {
    let body = r#"
[[scoring.rules]]
id = "a"
scores = "fitness"
points = 5
[[scoring.rules]]
id = "b"
scores = "engagement"
on = "pageview"
points = 5
"#;
    let finding = findings(body).into_iter().find(|finding| finding.code == Code::UnknownInteraction).unwrap();
    assert_eq!(finding.path.to_string(), "scoring.rules[1].on");
    assert_eq!(finding.help.as_deref(), Some("did you mean `page_view`?"));
    let line = format!("{HEAD}{body}").lines().position(|line| line.contains("pageview")).unwrap();
    assert_eq!(finding.line.map(|line| line as usize), Some(line + 1));
    assert_eq!(finding.column, Some(6));
}
