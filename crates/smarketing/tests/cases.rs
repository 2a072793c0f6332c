//! Runs the golden cases of `tests/cases`; their format is described there in `README.md`.
#![cfg(all(feature = "toml", feature = "zones"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use smarketing::{Agreement, AgreementError, Finding, Interactions, Lead, Timestamp};

type Object = Map<String, Value>;

#[test]
fn every_case_holds() {
    let mut names = BTreeSet::new();
    let mut failures = Vec::new();
    for path in suites() {
        let suite = read(&path);
        let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
        for case in suite["cases"].as_array().expect("a suite has `cases`") {
            let name = case["name"].as_str().expect("a case has a `name`");
            assert!(case["why"].as_str().is_some_and(|why| !why.is_empty()), "`{name}` says no `why`");
            assert!(names.insert(name.to_owned()), "two cases are called `{name}`");
            let differences = run(&suite, case, &folder);
            if !differences.is_empty() {
                failures.push(format!("{name} ({})\n    {}", path.display(), differences.join("\n    ")));
            }
        }
    }
    assert!(names.len() >= 70, "only {} cases were found", names.len());
    assert!(failures.is_empty(), "{} of {} cases fail:\n{}", failures.len(), names.len(), failures.join("\n"));
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

fn suites() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut folders = vec![root];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the cases are there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What differs from what the case expects; nothing where it holds.
fn run(suite: &Value, case: &Value, folder: &Path) -> Vec<String> {
    let agreement = agreement(suite, case, folder);
    let mut differences = Vec::new();
    let expect = case["expect"].as_object().expect("a case has an `expect`");
    if let Some(expected) = expect.get("document") {
        let findings = match agreement {
            Ok(_) => Vec::new(),
            Err(error) => error.findings,
        };
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
    let as_of: Timestamp = case["as_of"].as_str().expect("`as_of` is a text").parse().expect("`as_of` is an instant");
    let assessment = agreement.assess(&lead, &interactions, as_of);
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

/// The agreement of a case: a file, TOML lines, or a JSON document; the case's own `lines` follow.
fn agreement(suite: &Value, case: &Value, folder: &Path) -> Result<Agreement, AgreementError> {
    let written = case.get("agreement").unwrap_or(&suite["agreement"]).as_object().expect("an agreement");
    let (kind, value) = written.iter().next().expect("an agreement has `file`, `toml`, `json` or `document`");
    let lines = |value: &Value| {
        let lines = value.as_array().expect("a list of lines").iter();
        lines.map(|line| format!("{}\n", line.as_str().expect("a line"))).collect::<String>()
    };
    let own = case.get("lines").map(&lines).unwrap_or_default();
    match kind.as_str() {
        "file" => {
            let path = folder.join(value.as_str().expect("a file name"));
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            Agreement::from_toml(&(text + &own))
        }
        "toml" => Agreement::from_toml(&(lines(value) + &own)),
        "json" => Agreement::from_json(&lines(value)),
        "document" => Agreement::from_json(&value.to_string()),
        other => panic!("an agreement has no `{other}`"),
    }
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

fn millionths(number: &Value) -> i64 {
    let double = number.as_f64().unwrap_or(f64::NAN);
    #[expect(clippy::cast_possible_truncation, reason = "points of the cases are small")]
    let whole = (double * 1e6).round() as i64;
    whole
}

/// Every part that is expected is there: objects by key, lists by place, or by id where an object is
/// expected of a list; `null` is absent.
fn compare(path: &str, expected: &Value, found: &Value, differences: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, part) in expected {
                compare(&format!("{path}.{key}"), part, found.get(key).unwrap_or(&Value::Null), differences);
            }
        }
        (Value::Object(expected), Value::Array(found)) => {
            for (id, part) in expected {
                let own = |item: &&Value| item["id"] == **id || item["stage"] == **id;
                let item = found.iter().find(own).unwrap_or(&Value::Null);
                compare(&format!("{path}.{id}"), part, item, differences);
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (at, (part, item)) in expected.iter().zip(found).enumerate() {
                compare(&format!("{path}[{at}]"), part, item, differences);
            }
        }
        (Value::Number(one), Value::Number(other)) if one.as_f64() == other.as_f64() => {}
        _ if expected == found => {}
        _ => differences.push(format!("{path}: expected {expected}, found {found}")),
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

/// All findings, in order, as structures; messages are no part of them.
fn compare_findings(expected: &Value, found: &[Finding], differences: &mut Vec<String>) {
    let expected = expected.as_array().map(Vec::as_slice).unwrap_or_default();
    let shown = |finding: &Finding| {
        json!({
            "code": finding.code.as_str(),
            "severity": finding.severity,
            "path": finding.path.to_string(),
            "line": finding.line,
            "column": finding.column,
            "suggest": suggestion(finding),
        })
    };
    if expected.len() != found.len() {
        let list: Vec<String> = found.iter().map(|finding| shown(finding).to_string()).collect();
        let list = list.join("\n      ");
        differences.push(format!("{} findings expected, {} found:\n      {list}", expected.len(), found.len()));
        return;
    }
    for (at, (expected, finding)) in expected.iter().zip(found).enumerate() {
        let mut whole = json!({ "severity": "error", "line": null, "column": null, "suggest": null });
        for (key, value) in expected.as_object().into_iter().flatten() {
            whole[key] = value.clone();
        }
        let found = shown(finding);
        if whole != found {
            differences.push(format!("finding {at}: expected {whole}, found {found} ({})", finding.message));
        }
    }
}

/// The name that a finding takes to be meant.
fn suggestion(finding: &Finding) -> Option<&str> {
    finding.help.as_deref()?.strip_prefix("did you mean `")?.strip_suffix("`?")
}
