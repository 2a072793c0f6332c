//! Runs the golden cases of `tests/cases`; their format is described there in `README.md`.
#![cfg(all(feature = "toml", feature = "zones"))]

mod golden;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use smarketing::{Code, Interactions, Lead, Timestamp, check_toml};

use golden::ask::{self, Ask};
use golden::coverage::Coverage;
use golden::fixtures;
use golden::{Text, compare, compare_findings, files, millionths, read};

type Object = Map<String, Value>;

/// So many cases there are at least.
const FEWEST: usize = 1_100;

#[test]
fn every_case_holds() {
    let mut names = BTreeSet::new();
    let (mut failures, mut asks, mut coverage) = (Vec::new(), Vec::new(), Coverage::default());
    for path in files("json") {
        let suite = read(&path);
        let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
        for case in suite["cases"].as_array().expect("a suite has `cases`") {
            let name = case["name"].as_str().expect("a case has a `name`");
            assert!(case["why"].as_str().is_some_and(|why| !why.is_empty()), "`{name}` says no `why`");
            assert!(names.insert(name.to_owned()), "two cases are called `{name}`");
            let differences = run(&suite, case, &folder);
            let ask = Ask::of(&suite, case, &folder);
            coverage.add(case, &ask);
            asks.push(ask);
            if !differences.is_empty() {
                failures.push(format!("{name} ({})\n    {}", path.display(), differences.join("\n    ")));
            }
        }
    }
    for fixture in fixtures::all() {
        let name = fixture.ask.name().to_owned();
        if !fixture.differences.is_empty() {
            failures.push(format!("{name} ({})\n    {}", fixture.why, fixture.differences.join("\n    ")));
        }
        assert!(names.insert(name.clone()), "two cases are called `{name}`");
        asks.push(fixture.ask);
    }
    ask::write(&asks);
    assert!(failures.is_empty(), "{} of {} cases fail:\n{}", failures.len(), names.len(), failures.join("\n"));
    assert_eq!(coverage.uncovered(), [""; 0], "every function, every error and every word of the core has a case");
    assert!(names.len() >= FEWEST, "only {} cases were found: none is taken away", names.len());
}

/// The runner itself can fail: a wrong expectation of each kind is told apart from a right one.
#[test]
fn a_wrong_expectation_is_a_failure() {
    let suite = json!({ "agreement": { "toml": [
        "smarketing = 1",
        "agreement = { name = 'A', version = '1' }",
        "fields.industry = { type = 'category', values = ['software'] }",
        "scoring.rules = [{ id = 'industry', scores = 'fit', when = { industry = 'software' }, points = 15 }]",
    ] } });
    let with = |expect: Value| {
        let lead = json!({ "industry": "software" });
        run(&suite, &json!({ "lead": lead, "as_of": "2026-11-02T10:00:00Z", "expect": expect }), Path::new("")).len()
    };
    assert_eq!(with(json!({ "score": 15, "grade": null, "contributions": { "rule:industry": 15 } })), 0);
    assert_eq!(with(json!({ "score": 15.000001 })), 1);
    assert_eq!(with(json!({ "score": 15, "grade": "A1" })), 1);
    assert_eq!(with(json!({ "bounds": { "score": { "least": 14 } } })), 1);
    assert_eq!(with(json!({ "contributions": {} })), 1);
    assert_eq!(with(json!({ "stages": { "mql": { "reached": true } } })), 1);
    assert_eq!(with(json!({ "findings": [{ "code": "unknown_field", "path": "lead.x" }] })), 1);
    assert_eq!(with(json!({ "no_such_part": 1 })), 1);

    let broken = |expect: Value| {
        let case = json!({ "lines": ["[icp]", "tier = { A = 0.8 }"], "expect": { "document": expect } });
        run(&suite, &case, Path::new("")).len()
    };
    let right = json!([{ "code": "unknown_key", "path": "icp.tier", "line": 6, "column": 1, "suggest": "tiers" }]);
    assert_eq!(broken(right.clone()), 0);
    for (key, value) in
        [("line", json!(5)), ("column", json!(2)), ("code", json!("syntax")), ("suggest", json!("criteria"))]
    {
        let mut wrong = right.clone();
        wrong[0][key] = value;
        assert_eq!(broken(wrong), 1, "{key}");
    }
    assert_eq!(broken(json!([])), 1);
}

/// So it is with requests: an answer, findings or a refusal, and which of the three it is.
#[test]
fn a_wrong_expectation_of_a_request_is_a_failure() {
    let suite =
        json!({ "agreement": { "document": { "smarketing": 1, "agreement": { "name": "A", "version": "7" } } } });
    let with = |function: &str, request: Value, expect: Value| {
        let case = json!({ "name": "a case", "function": function, "request": request, "expect": expect });
        run(&suite, &case, Path::new("")).len()
    };
    let version = |expect: Value| with("version", json!({}), expect);
    assert_eq!(version(json!({ "answer": "7" })), 0);
    assert_eq!(version(json!({ "answer": 7 })), 1);
    assert_eq!(version(json!({ "answer": null })), 1);
    assert_eq!(version(json!({ "findings": [] })), 1);
    assert_eq!(version(json!({ "refusal": { "code": "late" } })), 1);
    assert_eq!(version(json!({ "answer": "7", "findings": [] })), 1);
    assert_eq!(version(json!({})), 1);
    let chance = |expect: Value| {
        with("chance_of_at_least", json!({ "deals": 1, "leads": 2, "rate": 0.5 }), json!({ "answer": expect }))
    };
    assert_eq!((chance(json!({ "near": 0.75 })), chance(json!({ "near": 0.750001 }))), (0, 1));

    let check = |expect: Value| with("check", json!({ "as_off": 1 }), expect);
    let right = json!([{ "code": "unknown_key", "path": "as_off", "suggest": "as_of" }]);
    assert_eq!(check(json!({ "findings": right })), 0);
    assert_eq!(check(json!({ "findings": [] })), 1);
    assert_eq!(check(json!({ "answer": [] })), 1);
    for (key, value) in [("code", json!("missing_key")), ("path", json!("as_of")), ("suggest", json!(null))] {
        let mut wrong = right.clone();
        wrong[0][key] = value;
        assert_eq!(check(json!({ "findings": wrong })), 1, "{key}");
    }

    let instant = "2026-11-02T10:00:00Z";
    let accepted = json!({ "event": { "id": "e-1", "at": instant, "type": "accepted" }, "as_of": instant });
    let start = |expect: Value| with("start", accepted.clone(), expect);
    assert_eq!(start(json!({ "refusal": { "code": "not_started", "allowed": ["started"] } })), 0);
    assert_eq!(start(json!({ "refusal": { "code": "late" } })), 1);
    assert_eq!(start(json!({ "refusal": { "allowed": [] } })), 1);
    assert_eq!(start(json!({ "findings": [] })), 1);
    assert_eq!(start(json!({ "answer": {} })), 1);
}

/// The published models are examples to follow: `check` has no doubt about any of them.
#[test]
fn the_models_raise_no_doubt() {
    let models: Vec<PathBuf> = files("toml")
        .into_iter()
        .filter(|path| path.parent().is_some_and(|folder| folder.ends_with("models")))
        .collect();
    assert!(models.len() >= 6, "{models:?}");
    for path in models {
        let text = fs::read_to_string(&path).expect("a model");
        // What is published says how to score, and nothing of who must act by when: that is doubted.
        let (clock, other): (Vec<_>, Vec<_>) =
            check_toml(&text, None).into_iter().partition(|finding| finding.code == Code::HandoverWithoutClock);
        assert_eq!(other, [], "{}", path.display());
        assert_eq!(clock.len(), usize::from(text.contains("[lifecycle.stage.mql]")), "{}", path.display());
    }
}

/// What differs from what the case expects; nothing where it holds.
fn run(suite: &Value, case: &Value, folder: &Path) -> Vec<String> {
    let expect = &case["expect"];
    if case.get("function").is_some() {
        return ask::differences(expect, &Ask::of(suite, case, folder));
    }
    let text = Text::of(suite, case, folder);
    let mut differences = Vec::new();
    let expect = case["expect"].as_object().expect("a case has an `expect`");
    let as_of: Option<Timestamp> = case["as_of"].as_str().map(|text| text.parse().expect("`as_of` is an instant"));
    if let Some(expected) = expect.get("check") {
        compare_findings(expected, &text.check(as_of), &mut differences);
        return differences;
    }
    let agreement = text.compile();
    if let Some(expected) = expect.get("document") {
        let findings = agreement.err().map(|error| error.findings).unwrap_or_default();
        compare_findings(expected, &findings, &mut differences);
        return differences;
    }
    let agreement = match agreement {
        Ok(agreement) => agreement,
        Err(error) => return vec![format!("the agreement cannot be used: {error}")],
    };
    let absent = json!({});
    let lead = Lead::from_json(&case.get("lead").unwrap_or(&absent).to_string());
    // Absent is `null`: an unknown history.
    let interactions = Interactions::from_json(&case["interactions"].to_string());
    let assessment = agreement.assess(&lead, &interactions, as_of.expect("a lead is assessed at an `as_of`"));
    let result: Value = serde_json::from_str(&assessment.to_json()).expect("an assessment writes JSON");
    laws(&result, &mut differences);
    for (key, expected) in expect {
        let found = result.get(key).unwrap_or(&Value::Null);
        match key.as_str() {
            "findings" => {}
            "contributions" => compare_contributions(expected, found, &mut differences),
            "counted" => compare_counted(expected, &result["contributions"], &mut differences),
            _ => compare(key, expected, found, &mut differences),
        }
    }
    let none = json!([]);
    compare_findings(expect.get("findings").unwrap_or(&none), &assessment.findings, &mut differences);
    differences
}

/// What holds of every assessment, whatever a case expects.
fn laws(result: &Value, differences: &mut Vec<String>) {
    let lines = result["contributions"].as_array().into_iter().flatten();
    let sum: i64 = lines.map(|line| millionths(&line["points"])).sum();
    if sum != millionths(&result["score"]) {
        differences.push(format!("the contributions add up to {sum} millionths, the score is {}", result["score"]));
    }
    for name in ["score", "fit", "engagement"] {
        let (interval, now) = (&result["bounds"][name], millionths(&result[name]));
        if now < millionths(&interval["least"]) || now > millionths(&interval["most"]) {
            differences.push(format!("{name} {} is outside its bounds {interval}", result[name]));
        }
    }
}

/// The lines of the score as a table, all of them: `rule:id`, `group_max:id`, `weight:fit`.
fn compare_contributions(expected: &Value, found: &Value, differences: &mut Vec<String>) {
    let mut lines = Object::new();
    for line in found.as_array().into_iter().flatten() {
        let name = line.get("id").unwrap_or(&line["dimension"]);
        let key = format!("{}:{}", line["kind"].as_str().unwrap_or(""), name.as_str().unwrap_or(""));
        lines.insert(key, line["points"].clone());
    }
    let keys: BTreeSet<&String> = lines.keys().chain(expected.as_object().into_iter().flat_map(Map::keys)).collect();
    for key in keys {
        let own = expected.get(key).unwrap_or(&Value::Null);
        let line = lines.get(key).unwrap_or(&Value::Null);
        compare(&format!("contributions.{key}"), own, line, differences);
    }
}

/// The ids of the interactions that counted for a rule, the most recent first.
fn compare_counted(expected: &Value, contributions: &Value, differences: &mut Vec<String>) {
    for (rule, ids) in expected.as_object().into_iter().flatten() {
        let lines = contributions.as_array().into_iter().flatten();
        let evidence = lines.filter(|line| line["id"] == **rule).flat_map(|line| line["evidence"].as_array());
        let counted: Vec<Value> = evidence
            .flatten()
            .filter(|evidence| evidence["kind"] == "interaction")
            .map(|evidence| evidence["id"].clone())
            .collect();
        compare(&format!("counted.{rule}"), ids, &Value::Array(counted), differences);
    }
}
