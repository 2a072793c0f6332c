//! What a lead's life costs: one event, a due instant ten years away, a million events replayed.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use smarketing::{
    Agreement, AttemptOutcome, BusinessCalendar, Calendar, Channel, Event, EventBody, Interaction, Interactions, Lead,
    LeadState, Origin, SourcedBy, Stage, Timestamp, replay,
};

const AGREEMENT: &str = r#"
smarketing = 1
[agreement]
name = "Benches"
version = "1"
time_zone = "Europe/Berlin"
[interactions]
demo_request = {}
[[scoring.rules]]
id = "demo"
scores = "engagement"
on = "demo_request"
points = 30
[lifecycle.stage.mql]
when = { score = { at_least = 30 } }
[handover]
calendars = { office = { days = "mon-fri", open = "09:00", close = "17:00", holidays_of = "DE-BY" } }
clocks = [
  { id = "accept", from = "handover", until = ["accepted", "rejected"], within = "4h", calendar = "office", on_breach = "notify" },
  { id = "first-contact", from = "accepted", until = "contact_attempted", within = "24h", on_breach = "notify" },
]
"#;

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

/// The ten events of a lead that becomes a customer.
fn life(agreement: &Agreement, lead: usize) -> Vec<Event> {
    let demo = Interaction::new("demo_request", at("2026-01-12T09:00:00Z"));
    let assessed = at("2026-01-12T09:01:00Z");
    let id = format!("L-{lead}");
    let assessment = agreement.assess(&Lead::new(id.clone()), &Interactions::from(vec![demo]), assessed);
    let origin = Origin::new(id, SourcedBy::Marketing).source("webinar");
    let attempt = |outcome| EventBody::ContactAttempted { channel: Channel::Phone, outcome };
    let enriched = |field: &str| EventBody::Enriched { fields: vec![field.into()], team: None };
    let bodies = [
        ("2026-01-12T09:00:00Z", EventBody::Started(Arc::new(origin))),
        ("2026-01-12T10:00:00Z", EventBody::Accepted),
        ("2026-01-12T11:00:00Z", attempt(AttemptOutcome::NoAnswer)),
        ("2026-01-13T11:00:00Z", attempt(AttemptOutcome::NoAnswer)),
        ("2026-01-14T11:00:00Z", attempt(AttemptOutcome::Reached)),
        ("2026-01-15T11:00:00Z", enriched("budget")),
        ("2026-01-16T11:00:00Z", EventBody::Qualified { criteria: BTreeMap::new() }),
        ("2026-02-02T11:00:00Z", EventBody::OpportunityOpened { amount: Some(18_000.into()) }),
        ("2026-03-02T11:00:00Z", EventBody::Won { amount: Some(16_500.into()) }),
    ];
    let mut events: Vec<Event> = bodies
        .into_iter()
        .enumerate()
        .map(|(number, (instant, body))| Event::new(format!("{lead}-{number}"), at(instant), body))
        .collect();
    events.insert(1, Event::assessed(format!("{lead}-a"), &assessment));
    events
}

fn lifecycle(criterion: &mut Criterion) {
    let agreement = Agreement::from_toml(AGREEMENT).expect("an agreement");
    let events = life(&agreement, 1);

    let mut state: Option<LeadState> = None;
    for event in &events {
        let step = match &state {
            None => agreement.start(event, event.at),
            Some(state) => agreement.apply(state, event, event.at),
        };
        let after = step.unwrap_or_else(|refusal| panic!("{refusal}")).state;
        if let Some(before) = state.replace(after.clone()) {
            criterion.bench_function(&format!("lifecycle/apply/{}", event.body.kind()), |bencher| {
                bencher.iter_batched(
                    || before.clone(),
                    |before| {
                        let step = black_box(&agreement).apply(&before, black_box(event), event.at);
                        let step = step.unwrap_or_else(|refusal| panic!("{refusal}"));
                        assert_eq!(step.state.stage, after.stage);
                        (before, step)
                    },
                    BatchSize::SmallInput,
                );
            });
        }
    }

    let calendar: Calendar =
        Calendar::from_json(r#"{ "days": "mon-fri", "open": "09:00", "close": "17:00", "holidays_of": "DE-BY" }"#)
            .expect("a calendar");
    let office = BusinessCalendar::new(&calendar, "Europe/Berlin").expect("a calendar");
    let (start, span) = (at("2026-01-12T09:00:00Z"), "20000h".parse().expect("a span"));
    let due = office.due(start, span);
    assert!(due > at("2035-12-01T00:00:00Z"), "{due} is not ten years away");
    criterion.bench_function("lifecycle/clock/due/ten-years", |bencher| {
        bencher.iter(|| {
            let found = black_box(&office).due(black_box(start), span);
            assert_eq!(found, due);
            found
        });
    });

    let leads: Vec<Vec<Event>> = (0..100_000).map(|lead| life(&agreement, lead)).collect();
    let agreements = [agreement];
    let mut group = criterion.benchmark_group("lifecycle/replay");
    group.sample_size(10).throughput(Throughput::Elements(1_000_000));
    group.bench_function("1M-events-100k-leads", |bencher| {
        bencher.iter(|| {
            for events in black_box(&leads) {
                let replayed = replay(&agreements, events, at("2026-12-31T00:00:00Z"));
                assert_eq!(replayed.state.map(|state| state.stage), Some(Stage::Customer));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, lifecycle);
criterion_main!(benches);
