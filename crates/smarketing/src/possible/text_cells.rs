//! Texts that stand for the parts into which the tests on a text cut it: the literals themselves,
//! their combinations, and one that none of them means.

use std::collections::BTreeSet;

use super::asked::Asked;
use crate::condition::test::{Test, TextTest};
use crate::scoring::compiled::CompiledScale;
use crate::vocabulary::compiled::CompiledField;
use crate::vocabulary::email_kind::{EmailDomains, EmailKind};
use crate::vocabulary::value_reader::ValueReader;
use crate::vocabulary::{FieldType, Value};

/// Candidates, and whether they are complete for certain.
pub(crate) fn candidates(field: &CompiledField, asked: &Asked<'_>, reader: &ValueReader) -> (Vec<Value>, bool) {
    match field.kind {
        FieldType::Email => emails(asked, &reader.emails),
        FieldType::List => lists(field, asked),
        FieldType::Phone => texts(asked, "+49 30 0000000"),
        _ => texts(asked, "something else"),
    }
}

/// A text for each literal of a test.
fn literals(test: &TextTest) -> Vec<String> {
    match test {
        TextTest::Is(texts) | TextTest::Contains(texts) | TextTest::StartsWith(texts) | TextTest::EndsWith(texts) => {
            texts.iter().map(ToString::to_string).collect()
        }
        TextTest::Word(phrases) => phrases.iter().map(crate::text::Phrase::example).collect(),
        TextTest::Matches(patterns) => patterns.iter().map(crate::text::Pattern::example).collect(),
    }
}

fn scale_texts<'a>(asked: &'a Asked<'_>) -> impl Iterator<Item = String> + 'a {
    asked.scales.iter().flat_map(|scale| match scale {
        CompiledScale::Texts(texts) => texts.iter().map(|(text, _)| text.to_string()).collect(),
        _ => Vec::new(),
    })
}

/// The literals, their combinations, and a text that no agreement means.
#[inline(never)]
fn texts(asked: &Asked<'_>, other: &str) -> (Vec<Value>, bool) {
    let mut only_equal = true;
    let mut firsts: Vec<String> = Vec::new();
    let mut all: BTreeSet<String> = scale_texts(asked).collect();
    for test in &asked.tests {
        if let Test::Text(test) = test {
            only_equal &= matches!(test, TextTest::Is(_));
            let own = literals(test);
            firsts.extend(own.first().cloned());
            all.extend(own);
        }
    }
    // Every combination of tests that hold at once, as far as one text can show it.
    firsts.truncate(8);
    for subset in 0..1_u32.checked_shl(u32::try_from(firsts.len()).unwrap_or(0)).unwrap_or(0) {
        let chosen: Vec<&str> = firsts
            .iter()
            .enumerate()
            .filter(|(at, _)| u32::try_from(*at).is_ok_and(|at| subset & (1 << at) != 0))
            .map(|(_, text)| text.as_str())
            .collect();
        if chosen.len() > 1 {
            all.insert(chosen.join(" "));
        }
    }
    let mut list: Vec<Value> = all.into_iter().map(Value::from).collect();
    list.push(Value::from(other));
    (list, only_equal)
}

/// An address at each domain and of each kind that is asked about.
#[inline(never)]
fn emails(asked: &Asked<'_>, lists: &EmailDomains) -> (Vec<Value>, bool) {
    let mut list: Vec<Value> = scale_texts(asked).map(Value::from).collect();
    let (mut kinds, mut others) = (false, false);
    let mut domains: Vec<&str> = Vec::new();
    for test in &asked.tests {
        match test {
            Test::EmailKind(_) => kinds = true,
            Test::EmailDomain(names) => {
                domains.extend(names.iter().map(|name| &**name));
                list.extend(names.iter().map(|name| Value::from(format!("someone@{name}"))));
            }
            Test::Text(test) => {
                others |= !matches!(test, TextTest::Is(_));
                list.extend(literals(test).into_iter().flat_map(|text| {
                    let address = format!("{}@{}", text.trim_end_matches('@'), "firm.example");
                    [text, address].map(Value::from)
                }));
            }
            _ => {}
        }
    }
    let examples = EmailKind::ALL.map(|kind| match kind {
        EmailKind::Business => "someone@firm.example",
        EmailKind::Free => "someone@gmail.com",
        EmailKind::Disposable => "someone@mailinator.com",
    });
    list.extend(examples.map(Value::from));
    // All addresses at a domain are of its kind, unless a list names one that lies below it.
    let mixed = kinds && domains.iter().any(|domain| lists.names_below(domain));
    let all_kinds = examples
        .iter()
        .zip(EmailKind::ALL)
        .all(|(example, kind)| lists.kind_of(example.split('@').next_back().unwrap_or("")) == kind);
    (list, !others && !mixed && (all_kinds || !kinds))
}

#[inline(never)]
fn lists(field: &CompiledField, asked: &Asked<'_>) -> (Vec<Value>, bool) {
    let mut elements: Vec<String> = field.values.iter().map(|(_, value)| value.to_string()).collect();
    let open = elements.is_empty();
    for test in &asked.tests {
        if let (true, Test::Text(test)) = (open, test) {
            elements.extend(literals(test));
        }
    }
    if open {
        elements.push("something else".to_owned());
    }
    let few = elements.len() <= 8;
    elements.truncate(if few { 8 } else { 64 });
    let single = |text: &String| Value::List(vec![Value::from(text.as_str())]);
    let mut list: Vec<Value> = elements.iter().map(single).collect();
    if few {
        for subset in 0..1_u32.checked_shl(u32::try_from(elements.len()).unwrap_or(0)).unwrap_or(0) {
            let chosen = elements.iter().enumerate();
            let chosen = chosen.filter(|(at, _)| u32::try_from(*at).is_ok_and(|at| subset & (1 << at) != 0));
            list.push(Value::List(chosen.map(|(_, text)| Value::from(text.as_str())).collect()));
        }
    }
    (list, few && !open)
}
