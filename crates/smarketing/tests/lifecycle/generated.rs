//! Random histories: events that are mostly allowed where the lead stands, and some that are not.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use smarketing::{
    Agreement, Assessed, AttemptOutcome, Channel, ConsentBasis, ConsentRecord, Event, EventBody, EventKind, LeadState,
    Origin, Points, SourcedBy, Stage, StageCheck, Team, Timestamp, Truth,
};

/// What an event is made from, before it is known where the lead stands.
pub type Seed = (u16, u16, u32);

pub fn seeds(most: usize) -> impl Strategy<Value = Vec<Seed>> {
    prop::collection::vec((any::<u16>(), any::<u16>(), any::<u32>()), 1..most)
}

/// A whole minute after the first of November 2026.
pub fn minute(minutes: i64) -> Timestamp {
    let first: Timestamp = "2026-11-01T00:00:00Z".parse().unwrap();
    Timestamp::from_microseconds(first.microseconds() + minutes * 60_000_000).unwrap()
}

pub fn started(at: i64, offering: bool) -> Event {
    let mut origin = Origin::new("L-1", SourcedBy::Marketing).source("webinar").contact("C-1");
    if offering {
        origin = origin.offering("crm");
    }
    Event::new("e-start", minute(at), EventBody::Started(Arc::new(origin)))
}

/// How long after the one before: often a short while, sometimes long enough for clocks and holds.
pub fn gap(seed: Seed) -> i64 {
    match seed.1 % 5 {
        0 => 0,
        1 | 2 => i64::from(seed.1 / 5 % 60),
        3 => 60 * i64::from(seed.1 / 5 % 4),
        _ => i64::from(seed.1 / 5 % 500),
    }
}

/// The next event: two thirds are of a kind that is allowed. Merges need another lead, and are made
/// elsewhere.
pub fn event(agreement: &Agreement, state: &LeadState, number: usize, at: i64, seed: Seed) -> Event {
    let all: Vec<EventKind> = if seed.0.is_multiple_of(3) { EventKind::ALL.to_vec() } else { agreement.allowed(state) };
    let usual = |kind: &&EventKind| !matches!(kind, EventKind::Merged | EventKind::Unmerged);
    let kinds: Vec<EventKind> = all.iter().filter(usual).copied().collect();
    let mut kind = kinds[usize::from(seed.0 / 3) % kinds.len()];
    // Leads that nobody works on, or assesses, go nowhere.
    let forward =
        [EventKind::Reviewed, EventKind::Accepted, EventKind::Qualified, EventKind::OpportunityOpened, EventKind::Won];
    if let (2, Some(next)) = (seed.0 % 5, forward.iter().rfind(|kind| kinds.contains(kind))) {
        kind = *next;
    }
    if seed.0 % 7 == 1 {
        kind = EventKind::Assessed;
    }
    let event = Event::new(format!("e-{number:02}-{}", seed.2 % 3), minute(at), body(agreement, kind, at, seed.2));
    if seed.2.is_multiple_of(5) { event } else { event.by(format!("rep-{}", seed.2 % 2)) }
}

fn body(agreement: &Agreement, kind: EventKind, at: i64, seed: u32) -> EventBody {
    let pick = |of: u32, from: u32| (seed >> from) % of;
    match kind {
        EventKind::Started => started(at, pick(2, 3) == 0).body,
        EventKind::Assessed => EventBody::Assessed { assessment: Arc::new(assessed(agreement, at, seed)) },
        EventKind::Reviewed if pick(3, 4) > 0 => EventBody::Reviewed { reject: None },
        EventKind::Reviewed => EventBody::Reviewed { reject: Some(reason(pick(4, 6))) },
        EventKind::Accepted => EventBody::Accepted,
        EventKind::Rejected => EventBody::Rejected { reason: reason(pick(4, 4)) },
        EventKind::ContactAttempted => EventBody::ContactAttempted {
            channel: Channel::Phone,
            outcome: [
                AttemptOutcome::Reached,
                AttemptOutcome::NoAnswer,
                AttemptOutcome::Waiting,
                AttemptOutcome::WrongContact,
            ][pick(4, 5) as usize],
        },
        EventKind::Qualified => {
            let id = if pick(5, 4) == 0 { "timeline" } else { "budget" };
            EventBody::Qualified { criteria: BTreeMap::from([(id.into(), Truth::Yes)]) }
        }
        EventKind::OpportunityOpened => {
            EventBody::OpportunityOpened { amount: (pick(3, 4) > 0).then(|| i64::from(pick(5, 6)).into()) }
        }
        EventKind::Won => EventBody::Won { amount: (pick(3, 4) > 0).then(|| i64::from(pick(5, 6)).into()) },
        EventKind::Lost => EventBody::Lost { reason: "price".into() },
        EventKind::Recycled => EventBody::Recycled {
            until: (pick(4, 4) > 0).then(|| minute(at - 20 + i64::from(pick(300, 6)))),
            reason: "timing".into(),
        },
        EventKind::Woken => EventBody::Woken,
        EventKind::Disqualified => EventBody::Disqualified { reason: "spam".into() },
        EventKind::Reassigned => {
            EventBody::Reassigned { person: (pick(3, 4) > 0).then(|| format!("rep-{}", pick(3, 6)).into()) }
        }
        EventKind::ConsentGiven => EventBody::ConsentGiven {
            consent: Arc::new(ConsentRecord::given(
                Channel::Email,
                "cio@firm.example",
                "sales",
                if pick(4, 4) == 0 { ConsentBasis::LegitimateInterest } else { ConsentBasis::OptIn },
                minute(at),
            )),
        },
        EventKind::ConsentWithdrawn => EventBody::ConsentWithdrawn {
            consent: Arc::new(ConsentRecord::withdrawn(Channel::Email, "cio@firm.example", minute(at))),
        },
        _ => EventBody::Enriched { fields: vec!["budget".into()], team: Some(Team::Marketing) },
    }
}

fn reason(number: u32) -> Arc<str> {
    ["no-budget", "later", "student", "no such reason"][number as usize % 4].into()
}

/// An assessment as it could be: what matters is how it stands with each stage.
fn assessed(agreement: &Agreement, at: i64, seed: u32) -> Assessed {
    let pick = |of: u32, from: u32| (seed >> from) % of;
    let mut assessed = Assessed::new(agreement.version());
    assessed.score = Points::new(i64::from(pick(100, 2)));
    assessed.last_activity = (pick(4, 3) > 0).then(|| minute(at - i64::from(pick(40, 5))));
    if pick(16, 7) == 0 {
        assessed.disqualified.push("competitor".into());
    }
    if pick(12, 9) == 0 {
        assessed.excluded.push("disposable".into());
    }
    let lifecycle = &agreement.document().lifecycle;
    let track = lifecycle.fast_track.first().map(|track| track.to).filter(|_| pick(3, 11) == 0);
    let track_at = minute(at - i64::from(pick(90, 12)));
    for (number, stage) in (0_u32..).zip(lifecycle.stages.iter().filter(|stage| **stage >= Stage::Mql)) {
        let Some(criteria) = lifecycle.criteria(*stage) else {
            let mut check = StageCheck::new(*stage);
            check.fast_track_at = track.filter(|to| *to >= *stage).map(|_| track_at);
            if *stage <= Stage::Sql {
                assessed.stages.push(check);
            }
            continue;
        };
        let mut check = StageCheck::new(*stage);
        let truth = |number: u32| [Truth::Yes, Truth::Yes, Truth::Yes, Truth::No, Truth::Unknown][number as usize % 5];
        check.when = criteria.when.as_ref().map(|_| truth(pick(5, 13 + number)));
        check.keep_while = criteria.keep_while.as_ref().map(|_| truth(pick(5, 15 + number)));
        if !criteria.requires.is_empty() && pick(5, 17 + number) == 0 {
            check.missing.push("budget".into());
        }
        check.fast_track_at = track.filter(|to| *to >= *stage).map(|_| track_at);
        assessed.stages.push(check);
    }
    assessed
}
