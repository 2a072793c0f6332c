//! Law 9 of the border: mutilated requests give an answer, findings or a refusal, and nothing panics.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Map, Value, json};
use smarketing::RequestError;

use crate::choices::{Choices, choices};
use crate::questions;

fn cases() -> Config {
    let config = Config { failure_persistence: None, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() { config } else { Config { cases: 2048, ..config } }
}

/// Mutilated requests of the cases of one file.
fn mutilated_requests_are_answered(part: &str) {
    let questions = questions(part);
    let others: Vec<&Value> = questions.iter().map(|question| &question.request).collect();
    let (answered, found) = (Cell::new(0), Cell::new(0));
    proptest!(cases(), |(mut hurt in choices(40))| {
        let question = &questions[hurt.below(questions.len())];
        let mut request = question.request.clone();
        for _ in 0..hurt.between(1, 3) {
            let other = hurt.of(&others).clone();
            mutilate(&mut hurt, &mut request, &other);
        }
        let text = request.to_string();
        match question.ask(&text) {
            Ok(answer) => {
                answered.set(answered.get() + 1);
                prop_assert!(serde_json::from_str::<Value>(&answer).is_ok(), "{text}: {answer}");
            }
            Err(error) => {
                found.set(found.get() + 1);
                if let RequestError::Findings(findings) = &error {
                    prop_assert!(!findings.is_empty(), "{}: {text}", question.function);
                    prop_assert!(findings.iter().all(|one| !one.message.is_empty() && one.is_error()), "{error}");
                }
                prop_assert!(serde_json::from_str::<Value>(&error.to_json()).is_ok(), "{text}: {error}");
            }
        }
    });
    let (answered, found) = (answered.get(), found.get());
    assert!(answered >= 20 && found >= 20, "{answered} were answered, {found} were not: that proves little");
}

/// What is put into requests: each type, and the ends of each range.
fn oddity(hurt: &mut Choices) -> Value {
    let texts = [
        "",
        " ",
        "mql",
        "dach",
        "no-budget",
        "2026-11",
        "2026-11-09",
        "2026-11-09T10:00:00Z",
        "9999-12-31T23:59:59Z",
        "-009999-01-01T00:00:00Z",
        "2026-13-41T99:99:99Z",
        "4h",
        "99999999w",
        "0.5",
        "-1",
        "1e999999999",
        "99999999999999999999999999999999",
        "3 of 2",
        "lead_to_customer",
        "\u{202e}\0",
    ];
    match hurt.below(12) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(hurt.of(&[0, 1, -1, 7, 1_000_000_007, i64::MAX, i64::MIN])),
        3 => json!(hurt.of(&[0.5, -0.5, 1e-9, 1e15, 1e300])),
        4 => json!([]),
        5 => json!({}),
        6 => json!([[], {}, null, 1]),
        7 => json!({ "of": 190, "won": 41 }),
        _ => json!(hurt.of(&texts)),
    }
}

/// Hurts a request in one way, at a place that is found by going down.
fn mutilate(hurt: &mut Choices, value: &mut Value, other: &Value) {
    let deeper = hurt.below(8) > 0;
    match value {
        Value::Object(table) if deeper && !table.is_empty() => {
            let at = hurt.below(table.len());
            if let Some(part) = table.values_mut().nth(at) {
                return mutilate(hurt, part, other);
            }
        }
        Value::Array(list) if deeper && !list.is_empty() => {
            let at = hurt.below(list.len());
            return mutilate(hurt, &mut list[at], other);
        }
        _ => {}
    }
    let (kind, odd) = (hurt.below(5), oddity(hurt));
    match value {
        Value::Object(table) if !table.is_empty() => in_table(hurt, table, kind, odd, other),
        Value::Array(list) if !list.is_empty() => {
            let at = hurt.below(list.len());
            match kind {
                0 => drop(list.remove(at)),
                1 => list[at] = odd,
                2 => list.reverse(),
                _ => list.insert(at, list[at].clone()),
            }
        }
        plain => *plain = if hurt.below(2) == 0 { odd } else { alike(hurt, plain) },
    }
}

/// Another value of the same type: most requests that are hurt so are still right.
fn alike(hurt: &mut Choices, value: &Value) -> Value {
    const INSTANTS: [&str; 6] = [
        "2026-11-09T10:00:00Z",
        "2026-11-09T10:00:00.000001Z",
        "2026-10-25T02:30:00+02:00",
        "2036-02-29T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
    ];
    match value {
        Value::Bool(truth) => json!(!truth),
        Value::Number(_) => json!(hurt.of(&[0.0, 1.0, 0.5, 3.0, 20.0, 1e6, 1e9])),
        Value::String(text) if text.ends_with('Z') => json!(hurt.of(&INSTANTS)),
        Value::String(text) => json!(format!("{text}{text}")),
        other => other.clone(),
    }
}

fn in_table(hurt: &mut Choices, table: &mut Map<String, Value>, kind: usize, odd: Value, other: &Value) {
    let names: Vec<String> = table.keys().cloned().collect();
    let name = hurt.of(&names);
    match kind {
        0 => drop(table.remove(&name)),
        1 => drop(table.insert(name, odd)),
        2 => drop(table.insert(format!("{name}s"), odd)),
        3 => {
            // The part of that name of another request, or the whole of it.
            drop(table.insert(name.clone(), other.get(&name).unwrap_or(other).clone()));
        }
        _ => {
            let (one, two) = (name, hurt.of(&names));
            let (first, second) = (table[&one].clone(), table[&two].clone());
            table.insert(one, second);
            table.insert(two, first);
        }
    }
}

#[test]
fn mutilated_requests_about_documents() {
    mutilated_requests_are_answered("documents");
}

#[test]
fn mutilated_requests_about_leads() {
    mutilated_requests_are_answered("leads");
}

#[test]
fn mutilated_requests_about_the_lifecycle() {
    mutilated_requests_are_answered("lifecycle");
}

#[test]
fn mutilated_requests_about_the_handover() {
    mutilated_requests_are_answered("handover");
}

#[test]
fn mutilated_requests_about_the_plan() {
    mutilated_requests_are_answered("planning");
}

#[test]
fn mutilated_requests_about_statistics() {
    mutilated_requests_are_answered("statistics");
}

#[test]
fn wrong_requests_that_are_mutilated_besides() {
    mutilated_requests_are_answered("errors");
}
