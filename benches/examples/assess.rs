//! One kind of assessment so many times, for `cargo xtask bench instructions`:
//! `--iterations N` and `--kind bound|bind|json|lead|write`.

use std::hint::black_box;

use smarketing::{Interactions, Lead};
use smarketing_benches::{REQUEST, SCORE, agreement, request};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let option = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1).cloned();
    let iterations: usize = option("--iterations").and_then(|count| count.parse().ok()).unwrap_or(1);
    let kind = option("--kind").unwrap_or_else(|| "bound".to_owned());

    let agreement = agreement();
    let (lead, interactions, as_of) = request();
    let bound = agreement.bind(&lead, &interactions);
    let assessment = bound.assess(as_of);
    assert_eq!(assessment.score.to_string(), SCORE);
    let expected = assessment.to_json();
    for _ in 0..iterations {
        match kind.as_str() {
            "bound" => assert_eq!(black_box(&bound).assess(as_of).score, assessment.score),
            "bind" => assert_eq!(agreement.assess(&lead, &interactions, as_of).score, assessment.score),
            "json" => assert_eq!(agreement.assess_json(black_box(REQUEST)), expected),
            "lead" => {
                black_box(Lead::from_json(black_box(REQUEST)));
                black_box(Interactions::from_json("[]"));
            }
            "write" => assert_eq!(black_box(&assessment).to_json(), expected),
            other => panic!("there is no kind `{other}`"),
        }
    }
}
