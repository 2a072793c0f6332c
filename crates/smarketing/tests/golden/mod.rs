//! The golden cases as data: suites, agreements, and how an expectation is compared.
#![allow(dead_code, reason = "each suite of tests uses its part")]

pub mod ask;
pub mod coverage;
pub mod fixtures;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use smarketing::{Agreement, AgreementError, Finding, Timestamp, check_json, check_toml};

/// The files with an ending, below the folder of the cases.
pub fn files(ending: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut folders = vec![root];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the cases are there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

pub fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The text of an agreement.
pub enum Text {
    Toml(String),
    Json(String),
}

impl Text {
    /// The agreement of a case: a file, TOML lines, or a JSON document; the case's own `lines` follow.
    pub fn of(suite: &Value, case: &Value, folder: &Path) -> Self {
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
                Self::Toml(text + &own)
            }
            "toml" => Self::Toml(lines(value) + &own),
            "json" => Self::Json(lines(value)),
            "document" => Self::Json(value.to_string()),
            other => panic!("an agreement has no `{other}`"),
        }
    }

    pub fn compile(&self) -> Result<Agreement, AgreementError> {
        match self {
            Self::Toml(text) => Agreement::from_toml(text),
            Self::Json(text) => Agreement::from_json(text),
        }
    }

    pub fn check(&self, as_of: Option<Timestamp>) -> Vec<Finding> {
        match self {
            Self::Toml(text) => check_toml(text, as_of),
            Self::Json(text) => check_json(text, as_of),
        }
    }
}

pub fn millionths(number: &Value) -> i64 {
    let double = number.as_f64().unwrap_or(f64::NAN);
    #[expect(clippy::cast_possible_truncation, reason = "points of the cases are small")]
    let whole = (double * 1e6).round() as i64;
    whole
}

/// Every part that is expected is there: objects by key, lists by place, or by id where an object is
/// expected of a list; `null` is absent.
pub fn compare(path: &str, expected: &Value, found: &Value, differences: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(near), Value::Number(found)) if near.len() == 1 && near.contains_key("near") => {
            let (near, found) = (near["near"].as_f64().unwrap_or(f64::NAN), found.as_f64().unwrap_or(f64::NAN));
            let is_near = (near - found).abs() <= 1e-12 * near.abs().max(1.0);
            if !is_near {
                differences.push(format!("{path}: expected a number near {near}, found {found}"));
            }
        }
        (Value::Object(expected), Value::Object(found)) => {
            for (key, part) in expected {
                compare(&format!("{path}.{key}"), part, found.get(key).unwrap_or(&Value::Null), differences);
            }
        }
        (Value::Object(expected), Value::Array(found)) => {
            for (id, part) in expected {
                let own = |item: &&Value| ["id", "stage", "term", "code"].iter().any(|key| item[key] == **id);
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

/// All findings, in order, as structures; messages are no part of them.
pub fn compare_findings(expected: &Value, found: &[Finding], differences: &mut Vec<String>) {
    let expected = expected.as_array().map(Vec::as_slice).unwrap_or_default();
    let shown = |finding: &Finding| {
        json!({
            "code": finding.code.as_str(),
            "severity": finding.severity,
            "path": finding.path.to_string(),
            "line": finding.line,
            "column": finding.column,
            "suggest": finding.suggestion,
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
