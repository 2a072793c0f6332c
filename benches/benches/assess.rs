//! What one assessment costs: 40 rules, 20 interactions, with reasons and bounds.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use smarketing_benches::{REQUEST, SCORE, agreement, request};

fn assess(criterion: &mut Criterion) {
    let agreement = agreement();
    let (lead, interactions, as_of) = request();
    let bound = agreement.bind(&lead, &interactions);
    let score = SCORE.parse().expect("a score");

    criterion.bench_function("assess/one/40x20/bound", |bencher| {
        bencher.iter(|| {
            let assessment = black_box(&bound).assess(black_box(as_of));
            assert_eq!(assessment.score, score);
            assessment
        });
    });
    criterion.bench_function("assess/one/40x20/bind", |bencher| {
        bencher.iter(|| {
            let assessment = black_box(&agreement).assess(&lead, &interactions, black_box(as_of));
            assert_eq!(assessment.score, score);
            assessment
        });
    });
    let expected = bound.assess(as_of).to_json();
    criterion.bench_function("assess/one/40x20/json", |bencher| {
        bencher.iter(|| {
            let text = black_box(&agreement).assess_json(black_box(REQUEST));
            assert_eq!(text, expected);
            text
        });
    });
}

criterion_group!(benches, assess);
criterion_main!(benches);
