//! Walking two documents in their JSON form: lists are matched by id or name, tables by key.
//!
//! The walk knows shapes rather than parts, so that no leaf is left out, not even of a part that is
//! new to it.

use serde_json::{Map, Value, json};

use super::{Difference, DifferenceKind};
use crate::finding::{Path, Segment};

/// What the keys and elements under a place are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Keys are words of the format.
    Record,
    /// Keys are the author's names.
    Names,
    /// Keys are fields, or combine conditions.
    Condition,
    /// Keys are operators.
    Predicate,
    /// It is shown as a whole.
    Whole,
}

impl Shape {
    fn child(self, key: &str) -> Self {
        match self {
            Shape::Record => match key {
                "when" | "where" | "keep_while" => Shape::Condition,
                "decay" | "limit" | "hours" => Shape::Whole,
                "fields" | "interactions" | "properties" | "glossary" | "parties" | "exchange" | "tiers"
                | "demographics" | "bands" | "grades" | "groups" | "values" | "steps" | "stage" | "lead"
                | "calendars" | "purposes" | "needs" | "handover_needs" | "rates" | "sales_rates" | "lags"
                | "capacity" | "marketing" | "sales" => Shape::Names,
                _ => Shape::Record,
            },
            Shape::Names => Shape::Record,
            Shape::Condition => match key {
                "all" | "any" | "not" | "interactions" => Shape::Whole,
                _ => Shape::Predicate,
            },
            Shape::Predicate | Shape::Whole => Shape::Whole,
        }
    }
}

/// All differences, in the order of the parts and then of the paths.
pub(super) fn differences(before: &Value, after: &Value) -> Vec<Difference> {
    let mut walk = Walk { found: Vec::new() };
    walk.compare(&Path::root(), Shape::Record, Some(before), Some(after));
    let mut found = walk.found;
    crate::sorting::by(&mut found, |one, other| {
        (rank(&one.path), &one.path, one.kind).cmp(&(rank(&other.path), &other.path, other.kind))
    });
    found
}

/// The place of a part in a document.
fn rank(path: &Path) -> usize {
    const PARTS: [&str; 14] = [
        "smarketing",
        "agreement",
        "fields",
        "interactions",
        "email_domains",
        "icp",
        "personas",
        "scoring",
        "qualification",
        "lifecycle",
        "consent",
        "handover",
        "goals",
        "kpis",
    ];
    let part = keys(path).first().copied();
    PARTS.iter().position(|known| Some(*known) == part).unwrap_or(PARTS.len())
}

/// The keys of a path; the paths of differences have no positions.
pub(super) fn keys(path: &Path) -> Vec<&str> {
    let segments = path.segments().iter();
    segments
        .filter_map(|segment| match segment {
            Segment::Key(key) => Some(key.as_str()),
            Segment::Index(_) => None,
        })
        .collect()
}

struct Walk {
    found: Vec<Difference>,
}

impl Walk {
    fn push(&mut self, kind: DifferenceKind, path: &Path, before: Option<&Value>, after: Option<&Value>) {
        self.found.push(Difference::new(kind, path.clone(), before.cloned(), after.cloned()));
    }

    fn compare(&mut self, path: &Path, shape: Shape, before: Option<&Value>, after: Option<&Value>) {
        match (before, after) {
            (None, None) => {}
            (Some(Value::Object(before)), Some(Value::Object(after)))
                if shape != Shape::Whole && !is_counts(before) && !is_counts(after) =>
            {
                self.tables(path, shape, before, after);
            }
            (Some(Value::Array(before)), Some(Value::Array(after))) if is_list(path, shape) => {
                self.lists(path, before, after);
            }
            (Some(one), Some(other)) => {
                if canonical(one) != canonical(other) {
                    self.push(DifferenceKind::Changed, path, before, after);
                }
            }
            (None, Some(value)) => match stand_in(path, shape, value) {
                Some(absent) => self.compare(path, shape, Some(&absent), after),
                None => self.push(DifferenceKind::Added, path, None, after),
            },
            (Some(value), None) => match stand_in(path, shape, value) {
                Some(absent) => self.compare(path, shape, before, Some(&absent)),
                None => self.push(DifferenceKind::Removed, path, before, None),
            },
        }
    }

    fn tables(&mut self, path: &Path, shape: Shape, before: &Map<String, Value>, after: &Map<String, Value>) {
        let added = after.keys().filter(|key| !before.contains_key(*key));
        for key in before.keys().chain(added) {
            self.compare(&path.key(key), shape.child(key), before.get(key), after.get(key));
        }
        let is_field = matches!(keys(path).as_slice(), ["fields", _] | ["interactions", _, "properties", _]);
        let ordered = |table: &Map<String, Value>| table.get("ordered") == Some(&Value::Bool(true));
        if is_field && (ordered(before) || ordered(after)) {
            self.order(&path.key("values"), before.get("values"), after.get("values"));
        }
        if path.segments().is_empty() {
            self.order_of_rules(before, after);
        }
    }

    fn lists(&mut self, path: &Path, before: &[Value], after: &[Value]) {
        let (one, other) = (keyed(path, before), keyed(path, after));
        for (key, item) in &one {
            let partner = other.iter().find(|(known, _)| known == key).map(|(_, item)| *item);
            self.compare(&path.key(key.as_str()), Shape::Record, Some(item), partner);
        }
        for (key, item) in &other {
            if !one.iter().any(|(known, _)| known == key) {
                self.push(DifferenceKind::Added, &path.key(key.as_str()), None, Some(item));
            }
        }
        if matches!(keys(path).as_slice(), ["personas" | "goals"]) {
            let ids = |items: &[Value]| Value::Array(items.iter().map(|item| Value::from(key_of(item))).collect());
            self.order(path, Some(&ids(before)), Some(&ids(after)));
        }
    }

    /// Reports another order of what both lists have.
    fn order(&mut self, path: &Path, before: Option<&Value>, after: Option<&Value>) {
        let (Some(Value::Array(before)), Some(Value::Array(after))) = (before, after) else { return };
        let common = |own: &[Value], others: &[Value]| {
            Value::Array(own.iter().filter(|item| others.contains(item)).cloned().collect())
        };
        let (before, after) = (common(before, after), common(after, before));
        if before != after {
            self.push(DifferenceKind::Moved, path, Some(&before), Some(&after));
        }
    }

    /// Among the rules of a group that picks the first, the order decides.
    fn order_of_rules(&mut self, before: &Map<String, Value>, after: &Map<String, Value>) {
        let picks_first = |document: &Map<String, Value>| -> Vec<String> {
            let groups = document.get("scoring").and_then(|scoring| scoring.get("groups")).and_then(Value::as_object);
            let firsts = groups.into_iter().flatten().filter(|(_, group)| group.get("pick") == Some(&json!("first")));
            firsts.map(|(id, _)| id.clone()).collect()
        };
        let members = |document: &Map<String, Value>, group: &str| {
            let rules = document.get("scoring").and_then(|scoring| scoring.get("rules")).and_then(Value::as_array);
            let own = rules.into_iter().flatten().filter(|rule| rule.get("group") == Some(&json!(group)));
            Value::Array(own.filter_map(|rule| rule.get("id").cloned()).collect())
        };
        let mut groups = [picks_first(before), picks_first(after)].concat();
        groups.sort();
        groups.dedup();
        for group in groups {
            let path = Path::root().key("scoring").key("groups").key(group.as_str());
            self.order(&path, Some(&members(before, &group)), Some(&members(after, &group)));
        }
    }
}

/// Whether a list is compared element by element.
fn is_list(path: &Path, shape: Shape) -> bool {
    // Among several operators' values there may be lists; a condition's combinations stay whole.
    let combined = matches!(keys(path).last(), Some(&("all" | "any" | "not" | "interactions")));
    match shape {
        Shape::Whole => keys(path).iter().rev().nth(2).is_some_and(|key| is_condition(key)) && !combined,
        _ => true,
    }
}

/// Whether a table is a rate by its counts.
fn is_counts(table: &Map<String, Value>) -> bool {
    table.len() == 2 && table.contains_key("won") && table.contains_key("of")
}

fn is_condition(key: &str) -> bool {
    matches!(key, "when" | "where" | "keep_while")
}

/// What stands for a part that a document leaves out: its default, or an empty container.
fn stand_in(path: &Path, shape: Shape, present: &Value) -> Option<Value> {
    let keys = keys(path);
    let default = match keys.as_slice() {
        ["icp", "criteria", _, "weight"] => Some(json!(1)),
        ["scoring", "weights"] => Some(json!({ "fit": 1, "engagement": 1 })),
        ["scoring", "groups", _, "pick"] => Some(json!("sum")),
        ["fields", _, "ordered"] | ["interactions", _, "properties", _, "ordered"] => Some(json!(false)),
        ["fields", _, "changeable"]
        | ["interactions", _, "properties", _, "changeable"]
        | ["interactions", _, "activity"] => Some(json!(true)),
        _ => None,
    };
    if default.is_some() {
        return default;
    }
    match (present, keys.as_slice()) {
        // Nobody knows what happened, which is not the same as nothing.
        (_, ["examples", _, "interactions"]) => None,
        (Value::Array(items), _) if !items.is_empty() && shape != Shape::Whole => Some(json!([])),
        (
            Value::Object(items),
            ["fields" | "interactions" | "email_domains" | "glossary"]
            | ["agreement", "exchange" | "parties"]
            | ["interactions", _, "properties"]
            | ["scoring", "bands" | "fit" | "engagement" | "score" | "groups"]
            | ["scoring", "fit" | "engagement", "grades"]
            | ["lifecycle", "groups" | "stage"]
            | ["lifecycle", "stage", _]
            | ["personas", _, "demographics"]
            | ["handover" | "consent"]
            | ["handover", "calendars"]
            | ["consent", "purposes" | "needs" | "handover_needs"]
            | ["consent", "purposes", _, "needs"]
            | ["goals", _, "revenue" | "rates" | "sales_rates" | "lags" | "costs" | "capacity"]
            | ["goals", _, "costs", "marketing" | "sales"],
        ) if !items.is_empty() => Some(json!({})),
        _ => None,
    }
}

/// The elements of a list with the keys by which they are matched; equal keys are numbered.
fn keyed<'v>(path: &Path, items: &'v [Value]) -> Vec<(String, &'v Value)> {
    let mut list: Vec<(String, String, &Value)> =
        items.iter().map(|item| (key_of(item), canonical(item).to_string(), item)).collect();
    // Where a key stands twice, the content puts the two in order, unless the list's order decides.
    if !matches!(keys(path).as_slice(), ["personas" | "goals"]) {
        crate::sorting::by(&mut list, |one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
    }
    let mut result: Vec<(String, &Value)> = Vec::with_capacity(list.len());
    for (key, _, item) in list {
        let mut unique = key.clone();
        let mut number = 2_u32;
        while result.iter().any(|(known, _)| *known == unique) {
            unique = format!("{key} ({number})");
            number = number.saturating_add(1);
        }
        result.push((unique, item));
    }
    result
}

/// The name of an element of a list.
fn key_of(item: &Value) -> String {
    let Value::Object(table) = item else {
        return match item {
            Value::String(text) => text.clone(),
            other => canonical(other).to_string(),
        };
    };
    let text = |key: &str| table.get(key).and_then(Value::as_str);
    let own = text("id").or_else(|| text("name")).or_else(|| text("segment"));
    let dated = || Some(format!("{} {}", text("by").or_else(|| text("type"))?, text("on").or_else(|| text("at"))?));
    let track = || {
        let mut kinds: Vec<&str> = table.get("on")?.as_array()?.iter().filter_map(Value::as_str).collect();
        kinds.sort_unstable();
        Some(format!("{} to {}", kinds.join(", "), text("to")?))
    };
    // A cap of frequency goes by the channel and the purpose that it bounds.
    let cap = || {
        table.get("times")?;
        let of: Vec<&str> = ["channel", "purpose"].into_iter().filter_map(text).collect();
        Some(if of.is_empty() { "all".to_owned() } else { of.join(" ") })
    };
    own.map(str::to_owned).or_else(dated).or_else(track).or_else(cap).unwrap_or_else(|| canonical(item).to_string())
}

/// A value whose lists are in an order of their own, so that order does not tell two apart.
pub(super) fn canonical(value: &Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<(String, Value)> = items
                .iter()
                .map(|item| {
                    let item = canonical(item);
                    (item.to_string(), item)
                })
                .collect();
            crate::sorting::by(&mut items, |one, other| one.0.cmp(&other.0));
            Value::Array(items.into_iter().map(|(_, item)| item).collect())
        }
        Value::Object(table) => {
            Value::Object(table.iter().map(|(key, value)| (key.clone(), canonical(value))).collect())
        }
        other => other.clone(),
    }
}
