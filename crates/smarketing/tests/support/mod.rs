//! Random agreements in which everything depends on time, and leads for them.
#![allow(dead_code, reason = "each test takes what it needs")]

use proptest::prelude::*;
use serde_json::{Value, json};
use smarketing::{Agreement, Fact, Interaction, Interactions, Lead, Timestamp};

pub const HOUR: i64 = 3_600_000_000;
pub const DAY: i64 = 24 * HOUR;
/// 2026-11-02T10:00:00Z.
pub const NOW: i64 = 1_793_613_600_000_000;

pub fn instant(microseconds: i64) -> Timestamp {
    Timestamp::from_microseconds(microseconds).unwrap()
}

fn span() -> BoxedStrategy<String> {
    prop::sample::select(vec!["5h", "1d", "30h", "3d", "7d", "10d", "30d"]).prop_map(str::to_owned).boxed()
}

fn days() -> BoxedStrategy<String> {
    prop::sample::select(vec!["1d", "2d", "5d", "9d"]).prop_map(str::to_owned).boxed()
}

fn types() -> BoxedStrategy<Value> {
    prop::sample::select(vec![json!("visit"), json!("demo"), json!("mail"), json!(["visit", "demo"])]).boxed()
}

fn filter() -> BoxedStrategy<Option<Value>> {
    let visits = prop_oneof![
        Just(json!({ "url": { "contains": "price" } })),
        (1..4_i64).prop_map(|nth| json!({ "nth": { "at_least": nth } })),
        span().prop_map(|span| json!({ "since_previous": { "at_least": span } })),
        span().prop_map(|span| json!({ "due": { "within": span } })),
        span().prop_map(|span| json!({ "due": { "older_than": span }, "nth": { "at_most": 2 } })),
    ];
    prop::option::weighted(0.4, visits).boxed()
}

/// A question about what happened.
fn question() -> BoxedStrategy<Value> {
    (
        prop::option::of(types()),
        prop::option::of(span()),
        prop::option::weighted(0.3, span()),
        filter(),
        0..3_i64,
        0..3_u8,
    )
        .prop_map(|(kind, within, older, filter, count, operator)| {
            let mut question = json!({ "count": match operator {
                0 => json!(count),
                1 => json!({ "at_least": count }),
                _ => json!({ "at_most": count }),
            } });
            let table = question.as_object_mut().unwrap();
            kind.map(|kind| table.insert("type".into(), kind));
            within.map(|span| table.insert("within".into(), json!(span)));
            older.map(|span| table.insert("older_than".into(), json!(span)));
            if let Some(filter) = filter {
                table.insert("type".into(), json!("visit"));
                table.insert("where".into(), filter);
            }
            json!({ "interactions": question })
        })
        .boxed()
}

/// A condition on facts, dates or history.
fn condition() -> BoxedStrategy<Value> {
    prop_oneof![
        2 => Just(json!({ "segment": "a" })),
        1 => (0..100_i64).prop_map(|bound| json!({ "size": { "at_least": bound } })),
        2 => span().prop_map(|span| json!({ "renewal": { "within": span } })),
        2 => span().prop_map(|span| json!({ "contract": { "older_than": span } })),
        1 => span().prop_map(|span| json!({ "created": { "within": span } })),
        1 => Just(json!({ "size": { "known": true } })),
        3 => question(),
        1 => (question(), span()).prop_map(|(question, span)| json!({ "any": [question, { "not": { "renewal": { "within": span } } }] })),
    ].boxed()
}

fn decay() -> BoxedStrategy<Option<Value>> {
    prop::option::of(prop_oneof![
        days().prop_map(|days| json!({ "half_life": days })),
        days().prop_map(|days| json!({ "linear": days })),
        (1..5_i64, days()).prop_map(|(points, every)| json!({ "minus": points, "every": every })),
        days().prop_map(|every| json!({ "times": 0.5, "every": every })),
        Just(json!("none")),
    ])
    .boxed()
}

fn rule() -> BoxedStrategy<Value> {
    let kinds = prop_oneof![
        4 => (types(), filter(), prop::option::of(span()), prop::option::of((1..4_i64, 0..4_u8)), decay()).prop_map(
            |(on, filter, within, limit, decay)| {
                let mut rule = json!({ "on": on });
                let table = rule.as_object_mut().unwrap();
                if let Some(filter) = filter {
                    table.insert("on".into(), json!("visit"));
                    table.insert("where".into(), filter);
                }
                within.map(|span| table.insert("within".into(), json!(span)));
                limit.map(|(times, per)| table.insert("limit".into(), match per {
                    0 => json!({ "times": times }),
                    1 => json!({ "times": times, "per": "day" }),
                    2 => json!({ "times": times, "per": "week" }),
                    _ => json!([{ "times": times, "per": "day" }, { "times": 4 }]),
                }));
                decay.map(|decay| table.insert("decay".into(), decay));
                rule
            },
        ),
        1 => (span(), prop::option::of(types())).prop_map(|(idle, on)| match on {
            Some(on) => json!({ "idle": idle, "on": on }),
            None => json!({ "idle": idle }),
        }),
        2 => condition().prop_map(|when| json!({ "when": when })),
    ];
    (kinds, prop::option::weighted(0.3, condition()), -9..20_i64, any::<bool>(), 0..4_u8)
        .prop_map(|(mut rule, when, points, fit, group)| {
            let table = rule.as_object_mut().unwrap();
            if let (Some(when), false) = (when, table.contains_key("when")) {
                table.insert("when".into(), when);
            }
            table.insert("points".into(), json!(points));
            table.insert("scores".into(), json!(if fit { "fit" } else { "engagement" }));
            if group == 0 {
                table.insert("group".into(), json!(if fit { "first" } else { "capped" }));
            }
            rule
        })
        .boxed()
}

/// An agreement in its JSON form.
pub fn document() -> BoxedStrategy<Value> {
    let conditions = (condition(), condition(), condition(), condition(), condition());
    let adjustment = prop_oneof![
        condition().prop_map(|when| json!({ "id": "dim", "scores": "engagement", "when": when, "multiply": 0.5 })),
        span().prop_map(|idle| json!({ "id": "dim", "scores": "score", "idle": idle, "multiply": 0.9 })),
    ];
    let thresholds = (1..25_i64, -5..25_i64, 0..15_i64, span(), any::<bool>());
    (prop::collection::vec(rule(), 1..7), conditions, adjustment, thresholds).prop_map(
        |(rules, (icp, exclude, persona, criterion, disqualify), adjustment, (mql, keep, engaged, track, bar))| {
            let rules: Vec<Value> = rules.into_iter().enumerate().map(|(at, mut rule)| {
                rule["id"] = json!(format!("r{at}"));
                rule
            }).collect();
            json!({
                "smarketing": 1,
                "agreement": { "name": "Random", "version": "1", "time_zone": "+01:00" },
                "fields": { "segment": { "type": "category", "values": ["a", "b"] }, "size": { "type": "number" },
                    "renewal": { "type": "date" }, "contract": { "type": "instant" } },
                "interactions": { "visit": { "properties": { "url": { "type": "text" }, "due": { "type": "instant" } } },
                    "demo": {}, "mail": { "activity": false } },
                "icp": { "tiers": { "A": 0.6, "B": 0.3 }, "criteria": [{ "id": "one", "weight": 2, "when": icp }, { "id": "two", "when": { "segment": "a" } }],
                    "exclude": if bar { json!([{ "id": "out", "when": exclude }]) } else { json!([]) } },
                "personas": [{ "id": "p", "when": persona }],
                "scoring": { "bands": { "warm": 10, "hot": 20, "else": "cold" },
                    "fit": { "grades": { "A": 10, "else": "B" } }, "engagement": { "min": -10, "max": 40, "grades": { "1": 10, "else": "2" } },
                    "groups": { "first": { "pick": "first" }, "capped": { "max": 12 } },
                    "rules": rules, "adjustments": [adjustment] },
                "qualification": { "criteria": [{ "id": "need", "when": criterion }] },
                "lifecycle": {
                    "stages": ["lead", "mql", "sal", "sql"],
                    "stage": {
                        "mql": { "when": { "score": { "at_least": mql } }, "requires": ["size"], "keep_while": { "score": { "at_least": keep } } },
                        "sal": { "when": { "engagement": { "at_least": engaged } } },
                        "sql": { "when": { "bant_met": { "at_least": 1 } } }
                    },
                    "fast_track": [{ "on": "demo", "within": track, "to": "sal" }],
                    "disqualify": if bar { json!([{ "id": "no", "when": disqualify }]) } else { json!([]) }
                }
            })
        },
    ).boxed()
}

pub fn agreement() -> BoxedStrategy<Agreement> {
    document().prop_map(|document| Agreement::from_json(&document.to_string()).unwrap()).boxed()
}

/// An instant some weeks around [`NOW`], now and then to the full day.
pub fn around(days: i64) -> BoxedStrategy<i64> {
    prop_oneof![3 => NOW - days * DAY..NOW + days * DAY, 1 => (-days..days).prop_map(|day| NOW + day * DAY)].boxed()
}

pub fn interactions() -> BoxedStrategy<Vec<Interaction>> {
    let one = (
        prop::sample::select(vec!["visit", "visit", "demo", "mail"]),
        around(25),
        any::<bool>(),
        prop::option::of(around(25)),
    );
    prop::collection::vec(one, 0..8)
        .prop_map(|list| {
            let bound = list.into_iter().enumerate().map(|(at, (kind, when, price, due))| {
                let own = Interaction::new(kind, instant(when)).id(format!("i{at}"));
                if kind != "visit" {
                    return own;
                }
                let own = own.property("url", if price { "/price" } else { "/" });
                match due {
                    Some(due) => own.property("due", instant(due)),
                    None => own,
                }
            });
            bound.collect()
        })
        .boxed()
}

pub fn lead() -> BoxedStrategy<Lead> {
    let since = || prop::option::weighted(0.3, around(20));
    let dated = |fact: Fact, since: Option<i64>| match since {
        Some(since) => fact.known_since(instant(since)),
        None => fact,
    };
    let facts = (
        prop::option::of(any::<bool>()),
        prop::option::weighted(0.8, 0..100_i64),
        prop::option::of(-20..20_i64),
        prop::option::of(around(20)),
    );
    (facts, since(), since(), since(), prop::option::of(around(25)))
        .prop_map(move |((segment, size, renewal, contract), one, two, three, created)| {
            let mut lead = Lead::new("L-1");
            if let Some(a) = segment {
                lead = lead.fact("segment", dated(Fact::new(if a { "a" } else { "b" }), one));
            }
            if let Some(size) = size {
                lead = lead.fact("size", dated(Fact::new(size), two));
            }
            if let Some(day) = renewal {
                let date = instant(NOW + day * DAY).to_string();
                lead = lead.fact("renewal", dated(Fact::new(&date[..10]), three));
            }
            if let Some(contract) = contract {
                lead = lead.fact("contract", Fact::new(instant(contract)));
            }
            match created {
                Some(created) => lead.created(instant(created)),
                None => lead,
            }
        })
        .boxed()
}

/// What happened; now and then nobody knows.
pub fn history() -> BoxedStrategy<Interactions> {
    prop_oneof![9 => interactions().prop_map(Interactions::from), 1 => Just(Interactions::unknown())].boxed()
}
