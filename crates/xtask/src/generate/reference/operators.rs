//! Which operators the fields of each type have: asked of the library itself.

use std::fmt::Write as _;

use serde_json::json;
use smarketing::{Agreement, AgreementError, Code, Operator};

use crate::error::{Result, fail};

/// The types that a field can have.
const KINDS: [&str; 12] =
    ["text", "category", "number", "money", "boolean", "date", "instant", "email", "phone", "url", "country", "list"];

/// A table with a row for each operator and a column for each kind of fields.
pub fn table() -> Result<String> {
    let rows: Vec<(Operator, Vec<bool>)> = Operator::ALL
        .iter()
        .filter(|operator| !matches!(operator, Operator::Is | Operator::In))
        .map(|operator| (*operator, KINDS.map(|kind| applies(*operator, kind)).to_vec()))
        .collect();
    // Types with the same operators share a column.
    let mut columns: Vec<(Vec<&str>, usize)> = Vec::new();
    for (at, kind) in KINDS.iter().enumerate() {
        let same = |known: usize| rows.iter().all(|(_, has)| has[known] == has[at]);
        match columns.iter_mut().find(|(_, known)| same(*known)) {
            Some((names, _)) => names.push(kind),
            None => columns.push((vec![kind], at)),
        }
    }
    if columns.len() < 5 {
        return fail("the library no longer tells which operators a type has");
    }
    let heads: Vec<String> = columns.iter().map(|(names, _)| names.join(", ")).collect();
    let mut text = format!("| operator | {} |\n| --- |{}\n", heads.join(" | "), " :---: |".repeat(heads.len()));
    for (operator, has) in &rows {
        let marks = columns.iter().map(|(_, at)| if has[*at] { "✓" } else { "" });
        let _ = writeln!(text, "| `{}` | {} |", operator.as_str(), marks.collect::<Vec<_>>().join(" | "));
    }
    Ok(text)
}

/// Whether a field of the type has the operator. An unfit value is another finding.
fn applies(operator: Operator, kind: &str) -> bool {
    let mut field = json!({ "type": kind });
    if kind == "category" {
        field = json!({ "type": kind, "values": ["a", "b"], "ordered": true });
    }
    let document = json!({
        "smarketing": 1,
        "agreement": { "name": "Operators", "version": "1" },
        "fields": { "field": field },
        "scoring": { "rules": [
            { "id": "rule", "scores": "fit", "points": 1, "when": { "field": { operator.as_str(): "a" } } },
        ] },
    });
    match Agreement::from_json(&document.to_string()) {
        Ok(_) => true,
        Err(AgreementError { findings, .. }) => findings.iter().all(|one| one.code != Code::OperatorNotApplicable),
    }
}

#[cfg(test)]
mod tests {
    use smarketing::Operator;

    use super::{applies, table};

    #[test]
    fn the_library_says_what_applies() {
        assert!(applies(Operator::AtLeast, "number") && !applies(Operator::AtLeast, "text"));
        assert!(applies(Operator::Domain, "email") && !applies(Operator::Domain, "url"));
        assert!(applies(Operator::Known, "boolean") && applies(Operator::Within, "date"));
        assert!(table().unwrap().contains("| category, number, money |"));
    }
}
