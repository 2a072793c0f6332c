//! Decay against fixtures that `tests/fixtures/decay/make.py` made with decimals of 60 digits.

use std::collections::BTreeMap;

use serde_json::json;

use crate::leads::{AS_OF, DAY, instant};
use crate::{assess, compile};

#[test]
fn half_lives_are_those_of_sixty_digits() {
    let mut cells: BTreeMap<(&str, &str), Vec<(i64, &str)>> = BTreeMap::new();
    for line in include_str!("../fixtures/decay/points.csv").lines().skip(1) {
        let parts: Vec<&str> = line.split(',').collect();
        let [half_life, points, age, decayed] = parts[..] else { panic!("four cells: {line}") };
        cells.entry((half_life, points)).or_default().push((age.parse().expect("days"), decayed));
    }
    assert!(cells.len() >= 40);
    for ((half_life, points), ages) in cells {
        let rule = json!({
            "id": "visit", "scores": "score", "on": "visit", "points": points,
            "decay": { "half_life": format!("{half_life}d") },
        });
        let agreement = compile(&json!({
            "smarketing": 1, "agreement": { "name": "Decay", "version": "1" },
            "interactions": { "visit": {} }, "scoring": { "rules": [rule] },
        }));
        for (age, decayed) in ages {
            // The last microsecond of a day is still that day.
            for within in [0, DAY - 1] {
                let visits = json!([{ "type": "visit", "at": instant(AS_OF - age * DAY - within).to_string() }]);
                let score = assess(&agreement, &json!({}), &visits).score.to_string();
                assert_eq!(score, *decayed, "{points} points, half-life {half_life} d, age {age} d");
            }
        }
    }
}
