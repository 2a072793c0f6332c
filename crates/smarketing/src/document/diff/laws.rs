//! The laws of `diff`: of documents that come from one by a few steps, it names all that differs.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::tests::{base, read};
use super::walk::{canonical, keys};
use super::{Difference, DifferenceKind};
use crate::document::AgreementDocument;

/// Pointers to all leaves.
fn leaves(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(table) => table.iter().for_each(|(key, value)| leaves(value, format!("{at}/{key}"), found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(key, value)| leaves(value, format!("{at}/{key}"), found));
        }
        _ => found.push(at),
    }
}

/// The document in an order of its own, but for the orders that mean something.
fn ordered(document: &AgreementDocument) -> Value {
    let json = serde_json::to_value(document).unwrap();
    let ids = |pointer: &str| -> Vec<Value> {
        let items = json.pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_default();
        items
            .iter()
            .filter(|item| pointer != "/scoring/rules" || item["group"] == "size")
            .map(|item| item.get("id").or(item.get("segment")).cloned().unwrap_or_default())
            .collect()
    };
    json!([
        canonical(&json),
        ids("/personas"),
        ids("/scoring/rules"),
        ids("/goals"),
        json.pointer("/fields/seniority/values")
    ])
}

fn mirrored(difference: &Difference) -> (DifferenceKind, String, Option<Value>, Option<Value>) {
    let kind = match difference.kind {
        DifferenceKind::Added => DifferenceKind::Removed,
        DifferenceKind::Removed => DifferenceKind::Added,
        other => other,
    };
    (kind, difference.path.to_string(), difference.after.clone(), difference.before.clone())
}

/// Documents that come from the base by a few steps: something changed, taken away or swapped.
fn documents() -> impl Strategy<Value = AgreementDocument> {
    proptest::collection::vec((any::<prop::sample::Index>(), 0..4_u8, 0..3_u8), 0..4).prop_map(|steps| {
        let mut json = base();
        for (index, step, depth) in steps {
            let mut found = Vec::new();
            leaves(&json, String::new(), &mut found);
            let mut pointer = index.get(&found).clone();
            for _ in 0..depth {
                pointer.truncate(pointer.rfind('/').unwrap_or(0));
            }
            let Some((parent, key)) = pointer.rsplit_once('/') else { continue };
            let (parent, key) = (parent.to_owned(), key.to_owned());
            match json.pointer_mut(&parent) {
                Some(Value::Object(table)) if step == 0 => drop(table.remove(&key)),
                Some(Value::Array(items)) if step == 0 => drop(items.remove(key.parse().unwrap())),
                Some(Value::Array(items)) if step == 1 => items.reverse(),
                Some(Value::Array(items)) if step == 2 => items.push(items[0].clone()),
                _ => {}
            }
            if step == 3 {
                match json.pointer_mut(&pointer) {
                    Some(Value::Number(number)) => *number = 7.into(),
                    Some(Value::Bool(truth)) => *truth = !*truth,
                    Some(Value::String(text)) if text.ends_with('d') => *text = "11d".to_owned(),
                    Some(Value::String(text)) => text.push('x'),
                    _ => {}
                }
            }
        }
        read(&json)
    })
}

/// The places of all scalars, by the ids and names by which differences name them.
fn named_leaves(value: &Value, at: Vec<String>, found: &mut Vec<(Vec<String>, Value)>) {
    match value {
        Value::Object(table) => {
            for (key, value) in table {
                named_leaves(value, [at.clone(), vec![key.clone()]].concat(), found);
            }
        }
        Value::Array(items) => {
            for item in items {
                // The element of a list counts as a whole for its own list.
                let name = item
                    .get("id")
                    .or(item.get("name"))
                    .or(item.get("segment"))
                    .and_then(Value::as_str)
                    .map(str::to_owned);
                let name = name.unwrap_or_else(|| item.as_str().map_or("?".to_owned(), str::to_owned));
                named_leaves(item, [at.clone(), vec![name]].concat(), found);
            }
        }
        other => found.push((at, other.clone())),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    /// Law: no difference exactly between documents that are equal but for meaningless orders.
    #[test]
    fn no_difference_exactly_when_equal(one in documents(), other in documents()) {
        let equal = ordered(&one) == ordered(&other);
        prop_assert_eq!(one.diff(&other).is_empty(), equal, "{:?}", one.diff(&other));
    }

    /// Law: the difference the other way round is the mirror image.
    #[test]
    fn differences_mirror(one in documents(), other in documents()) {
        let there: Vec<_> = one.diff(&other).iter().map(mirrored).collect();
        let mut back: Vec<_> = other.diff(&one).iter().map(|difference| {
            (difference.kind, difference.path.to_string(), difference.before.clone(), difference.after.clone())
        }).collect();
        let mut there = there;
        let by_text = |one: &(DifferenceKind, String, Option<Value>, Option<Value>)| format!("{one:?}");
        there.sort_by_key(by_text);
        back.sort_by_key(by_text);
        prop_assert_eq!(there, back);
    }

    /// Law: every leaf that one document has and the other has not is named by a difference, which
    /// says something in both languages.
    #[test]
    fn every_leaf_that_differs_is_named(one in documents(), other in documents()) {
        let differences = one.diff(&other);
        let scalars = |document: &AgreementDocument| {
            let mut found = Vec::new();
            named_leaves(&canonical(&serde_json::to_value(document).unwrap()), Vec::new(), &mut found);
            found
        };
        let (before, after) = (scalars(&one), scalars(&other));
        for leaf in before.iter().filter(|leaf| !after.contains(leaf)).chain(after.iter().filter(|leaf| !before.contains(leaf))) {
            let named = differences.iter().any(|difference| {
                let keys = keys(&difference.path);
                let upto = leaf.0.iter().position(|key| key == "?").unwrap_or(leaf.0.len());
                let common = keys.len().min(upto);
                keys.iter().zip(&leaf.0).take(common).all(|(one, other)| one == other || other.as_str() == one.trim_end_matches(" (2)"))
            });
            prop_assert!(named, "{:?} is not named by {:?}", leaf, differences);
        }
        for difference in &differences {
            prop_assert!(!difference.words.is_empty() && !difference.in_language("de").is_empty());
            prop_assert!(difference.before != difference.after);
        }
    }
}
