//! Beta, binomial and Wilson against scipy: the figures of `fixtures/planning/chance.json` to 1e-9.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use serde_json::Value;
use smarketing::{
    Rate, beta_cdf, beta_quantile, chance_of_at_least, chance_of_exactly, leads_for_chance, posterior_interval,
    wilson_interval,
};

const NEAR: f64 = 1e-9;

fn rows(name: &str) -> Vec<Vec<Value>> {
    let figures: Value = serde_json::from_str(include_str!("fixtures/planning/chance.json")).unwrap();
    let rows: Vec<Vec<Value>> = serde_json::from_value(figures[name].clone()).unwrap();
    assert!(rows.len() > 20, "{name}");
    rows
}

fn near(found: f64, expected: &Value, what: &str) {
    let expected = expected.as_f64().unwrap();
    // Nearer still where the figure itself is small.
    assert!((found - expected).abs() <= NEAR * expected.abs().max(1e-9), "{what}: {found} is not {expected}");
}

#[test]
fn beta() {
    for row in rows("beta_cdf") {
        let [x, a, b] = [0, 1, 2].map(|at| row[at].as_f64().unwrap());
        near(beta_cdf(x, a, b), &row[3], &format!("{row:?}"));
    }
    for row in rows("beta_quantile") {
        let [p, a, b] = [0, 1, 2].map(|at| row[at].as_f64().unwrap());
        near(beta_quantile(p, a, b), &row[3], &format!("{row:?}"));
    }
}

#[test]
fn binomial() {
    for row in rows("binomial") {
        let (deals, leads) = (row[0].as_u64().unwrap(), row[1].as_u64().unwrap());
        let rate = row[2].as_f64().unwrap();
        near(chance_of_at_least(deals, leads, rate), &row[3], &format!("tail {row:?}"));
        near(chance_of_exactly(deals, leads, rate), &row[4], &format!("mass {row:?}"));
    }
    for row in rows("leads_for_chance") {
        let rate = |at: usize| row[at].as_str().unwrap().parse::<Rate>().unwrap();
        assert_eq!(leads_for_chance(row[0].as_u64().unwrap(), rate(1), rate(2)), row[3].as_u64(), "{row:?}");
    }
}

#[test]
fn intervals() {
    for row in rows("intervals") {
        let (won, of) = (row[0].as_u64().unwrap(), row[1].as_u64().unwrap());
        let confidence = row[2].as_str().unwrap().parse().unwrap();
        let wilson = wilson_interval(won, of, confidence).unwrap();
        let posterior = posterior_interval(won, of, confidence).unwrap();
        let ends = [wilson.low, wilson.high, posterior.low, posterior.high];
        for (end, expected) in ends.iter().zip(&row[3..]) {
            let end: f64 = end.to_string().parse().unwrap();
            let expected = expected.as_f64().unwrap();
            assert!((end - expected).abs() <= NEAR, "{row:?}: {end} is not {expected}");
        }
    }
}
