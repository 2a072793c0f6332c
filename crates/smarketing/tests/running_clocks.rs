//! Running clocks: what pauses, restarts, breaches and attempts do to them.
#![cfg(feature = "zones")]

use proptest::prelude::*;
use smarketing::{
    AgreedClock, AgreedClocks, AgreedClocksError, ClockRefusal, ClockStart, ClockStatus, ClockStepKind, EventKind,
    FiredClock, Handover, RunningClock, Timestamp,
};

const HANDOVER: &str = r#"{
    "calendars": {
        "office": { "days": "mon-fri", "hours": ["09:00-12:00", "13:00-17:00"], "holidays": ["2026-11-18"] }
    },
    "clocks": [
        { "id": "accept", "from": "handover", "until": ["accepted", "rejected"], "within": "4h", "calendar": "office",
          "restart_on": "reassigned", "on_breach": ["notify", "return"],
          "escalation": [
              { "after": "2h", "then": "reassign", "to": "head of sales" },
              { "before": "30m", "then": "notify" },
              { "before": "1h", "then": "notify", "to": "rep" }
          ] },
        { "id": "first-contact", "from": "accepted", "until": "contact_attempted", "within": "24h", "may_pause": true },
        { "id": "answer", "from": "qualified", "until": "won", "within": "4h", "calendar": "office", "may_pause": true },
        { "id": "follow-up", "from": "accepted", "until": "qualified", "attempts": 6, "within": "14 business days",
          "calendar": "office", "may_pause": true }
    ]
}"#;

fn clocks() -> AgreedClocks {
    AgreedClocks::new(&Handover::from_json(HANDOVER).unwrap(), "Europe/Berlin").unwrap()
}

fn clock(id: &str) -> AgreedClock {
    clocks().get(id).unwrap().clone()
}

/// An instant of November 2026 in Berlin.
fn at(text: &str) -> Timestamp {
    let (day, time) = text.split_once(' ').unwrap();
    format!("2026-11-{day}T{time}:00+01:00").parse().unwrap()
}

#[test]
fn clocks_start_with_what_the_agreement_says() {
    let clocks = clocks();
    let ids = |start| clocks.started_by(start).map(|clock| clock.rule().id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(ClockStart::Handover), ["accept"]);
    assert_eq!(ids(ClockStart::Event(EventKind::Accepted)), ["first-contact", "follow-up"]);
}

#[test]
fn a_pause_pushes_the_deadline_back_by_the_clock_s_own_time() {
    let answer = clock("answer");
    // Monday 10:00, four hours with a break of one: 15:00.
    let running = answer.start(at("09 10:00"));
    assert_eq!(running.due, Some(at("09 15:00")));
    // From 11:00 to 14:00 two business hours pass.
    let paused = answer.pause(&running, at("09 11:00")).unwrap();
    assert_eq!((paused.due, paused.paused_since()), (None, Some(at("09 11:00"))));
    let resumed = answer.resume(&paused, at("09 14:00")).unwrap();
    assert_eq!(resumed.due, Some(at("09 17:00")));
    // From 16:00 until Tuesday 10:00 two more.
    let paused = answer.pause(&resumed, at("09 16:00")).unwrap();
    let resumed = answer.resume(&paused, at("10 10:00")).unwrap();
    assert_eq!(resumed.due, Some(at("10 11:00")));
    // In plain time every hour counts.
    let contact = clock("first-contact");
    let paused = contact.pause(&contact.start(at("13 16:00")), at("13 18:00")).unwrap();
    assert_eq!(contact.resume(&paused, at("16 08:00")).unwrap().due, Some(at("17 06:00")));
}

#[test]
fn a_pause_pushes_working_days_back_by_working_days() {
    let follow_up = clock("follow-up");
    // Fourteen working days after Monday the 2nd; Wednesday the 18th is off.
    let running = follow_up.start(at("02 10:00"));
    assert_eq!(running.due, Some(at("23 17:00")));
    let paused = follow_up.pause(&running, at("06 10:00")).unwrap();
    // A pause within the day takes no working day, one over the weekend takes Friday.
    assert_eq!(follow_up.resume(&paused, at("06 16:00")).unwrap().due, running.due);
    assert_eq!(follow_up.resume(&paused, at("09 08:00")).unwrap().due, Some(at("24 17:00")));
}

#[test]
fn what_cannot_be_is_refused() {
    let (accept, answer) = (clock("accept"), clock("answer"));
    assert_eq!(accept.pause(&accept.start(at("09 10:00")), at("09 11:00")), Err(ClockRefusal::MayNotPause));
    let running = answer.start(at("09 10:00"));
    let paused = answer.pause(&running, at("09 11:00")).unwrap();
    assert_eq!(answer.resume(&running, at("09 11:00")), Err(ClockRefusal::Runs));
    assert_eq!(answer.pause(&paused, at("09 12:00")), Err(ClockRefusal::Paused(at("09 11:00"))));
    assert_eq!(answer.pause(&running, at("09 15:00")), Err(ClockRefusal::Overdue(at("09 15:00"))));
    assert_eq!(answer.pause(&running, at("09 09:00")), Err(ClockRefusal::TooEarly(at("09 10:00"))));
    assert_eq!(answer.resume(&paused, at("09 10:30")), Err(ClockRefusal::TooEarly(at("09 11:00"))));
}

#[test]
fn each_step_fires_once_and_the_clock_runs_on() {
    let accept = clock("accept");
    let running = accept.start(at("09 10:00"));
    let kinds = |as_of: &str, running: &RunningClock| {
        let FiredClock { running, steps, .. } = accept.fire(running, at(as_of));
        (running, steps.into_iter().map(|step| (step.kind, step.at, step.to)).collect::<Vec<_>>())
    };
    let rep = (ClockStepKind::Reminder, at("09 14:00"), Some("rep".to_owned()));
    let team = (ClockStepKind::Reminder, at("09 14:30"), None);
    let breach = (ClockStepKind::Breach, at("09 15:00"), None);
    let head = (ClockStepKind::Escalation, at("09 17:00"), Some("head of sales".to_owned()));
    assert_eq!(kinds("09 13:59", &running).1, []);
    let (later, steps) = kinds("09 14:10", &running);
    assert_eq!(steps, std::slice::from_ref(&rep));
    assert_eq!(kinds("09 14:10", &later).1, []);
    let (later, steps) = kinds("09 15:00", &later);
    assert_eq!(steps, [team.clone(), breach.clone()]);
    assert_eq!(kinds("20 12:00", &later).1, std::slice::from_ref(&head));
    // Whoever asks only once, late, is told everything.
    assert_eq!(kinds("20 12:00", &running).1, [rep, team, breach, head]);
}

#[test]
fn the_due_instant_itself_is_too_late() {
    let accept = clock("accept");
    let running = accept.start(at("09 10:00"));
    assert!(!running.is_overdue(at("09 14:59")));
    assert!(running.is_overdue(at("09 15:00")));
    assert_eq!(accept.forecast(&running, at("09 15:00")).status, ClockStatus::Overdue);
}

#[test]
fn a_forecast_reads_as_a_sentence() {
    let (accept, answer, follow_up) = (clock("accept"), clock("answer"), clock("follow-up"));
    let running = accept.start(at("09 10:00"));
    for (as_of, sentence) in [
        ("09 10:00", "due in 4 business hours"),
        ("09 12:30", "due in 2 business hours"),
        ("09 13:30", "due in 1 business hour 30 minutes"),
        ("09 14:20", "due in 40 business minutes"),
        ("09 15:01", "overdue for 1 business minute"),
        ("10 10:00", "overdue for 3 business hours"),
    ] {
        assert_eq!(accept.forecast(&running, at(as_of)).to_string(), sentence, "{as_of}");
    }
    let paused = answer.pause(&answer.start(at("09 10:00")), at("09 11:00")).unwrap();
    assert_eq!(answer.forecast(&paused, at("13 11:00")).to_string(), "paused with 3 business hours left");
    let mut running = follow_up.start(at("02 10:00"));
    for _ in 0..5 {
        running = follow_up.attempted(&running);
    }
    let forecast = follow_up.forecast(&running, at("23 16:00"));
    assert_eq!(forecast.to_string(), "due in 1 business hour, 1 attempt left");
    assert_eq!(forecast.next.map(|step| (step.kind, step.at)), Some((ClockStepKind::Breach, at("23 17:00"))));
}

#[test]
fn six_attempts_fulfil_the_duty_and_so_does_a_qualification() {
    let follow_up = clock("follow-up");
    let mut running = follow_up.start(at("02 10:00"));
    for made in 0..5 {
        assert_eq!(follow_up.attempts_left(&running), Some(6 - made));
        assert!(!follow_up.ends_with(&running, EventKind::ContactAttempted));
        running = follow_up.attempted(&running);
    }
    assert!(follow_up.ends_with(&running, EventKind::ContactAttempted));
    assert!(follow_up.ends_with(&follow_up.start(at("02 10:00")), EventKind::Qualified));
    assert_eq!(clock("accept").attempts_left(&running), None);
}

#[test]
fn another_person_gets_the_whole_time() {
    let accept = clock("accept");
    assert!(accept.restarts_with(EventKind::Reassigned));
    assert!(!clock("answer").restarts_with(EventKind::Reassigned));
    let breached = accept.fire(&accept.start(at("09 10:00")), at("09 16:00")).running;
    let anew = accept.restart(at("09 16:00"));
    assert_eq!((breached.fired, anew.fired, anew.due), (3, 0, Some(at("10 12:00"))));
}

#[test]
fn a_clock_without_its_calendar_or_zone_does_not_run() {
    let handover = Handover::from_json(HANDOVER).unwrap();
    assert!(matches!(AgreedClocks::new(&handover, "Europe/Berlyn"), Err(AgreedClocksError::Calendar(_))));
    let mut without = handover.clone();
    without.calendars.0.clear();
    assert!(matches!(AgreedClocks::new(&without, "UTC"), Err(AgreedClocksError::UnknownCalendar { .. })));
    for clock in &mut without.clocks {
        clock.calendar = None;
    }
    assert_eq!(AgreedClocks::new(&without, "UTC").err(), Some(AgreedClocksError::NoCalendar("follow-up".to_owned())));
}

#[test]
fn a_running_clock_that_contradicts_itself_is_not_read() {
    for wrong in [
        r#"{ "clock": "a", "started": "2026-11-09T09:00:00Z" }"#,
        r#"{ "clock": "a", "started": "2026-11-09T09:00:00Z", "due": "2026-11-09T13:00:00Z", "pauses": [{ "from": "2026-11-09T10:00:00Z" }] }"#,
        r#"{ "clock": "a", "started": "2026-11-09T09:00:00Z", "due": "2026-11-09T13:00:00Z",
             "pauses": [{ "from": "2026-11-09T08:00:00Z", "until": "2026-11-09T10:00:00Z" }] }"#,
        r#"{ "clock": "a", "started": "2026-11-09T09:00:00Z", "due": "2026-11-09T13:00:00Z",
             "pauses": [{ "from": "2026-11-09T10:00:00Z", "until": "2026-11-09T09:30:00Z" }] }"#,
    ] {
        assert!(RunningClock::from_json(wrong).is_err(), "{wrong}");
    }
}

/// Minutes after Monday, 2 November 2026, 00:00 UTC.
fn minute(minutes: i64) -> Timestamp {
    let monday: Timestamp = "2026-11-02T00:00:00Z".parse().unwrap();
    Timestamp::from_microseconds(monday.microseconds() + minutes * 60_000_000).unwrap()
}

proptest! {
    #[test]
    fn pauses_neither_give_nor_take_time(
        id in prop::sample::select(vec!["answer", "first-contact"]),
        start in 0..5000_i64,
        spans in prop::collection::vec((0..300_i64, 0..3000_i64), 0..5),
    ) {
        let agreed = clock(id);
        let mut running = agreed.start(minute(start));
        let mut now = start;
        let mut worked = agreed.elapsed(minute(start), minute(start)).microseconds();
        let whole = agreed.remaining(&running, minute(start)).microseconds();
        for (run, pause) in spans {
            let before = agreed.remaining(&running, minute(now + run));
            if running.is_overdue(minute(now + run)) {
                break;
            }
            worked += agreed.elapsed(minute(now), minute(now + run)).microseconds();
            now += run;
            let paused = agreed.pause(&running, minute(now)).unwrap();
            prop_assert_eq!(agreed.remaining(&paused, minute(now + 99_999)), before);
            prop_assert_eq!(RunningClock::from_json(&serde_json::to_string(&paused).unwrap()), Ok(paused.clone()));
            now += pause;
            running = agreed.resume(&paused, minute(now)).unwrap();
            prop_assert_eq!(agreed.remaining(&running, minute(now)), before);
            prop_assert_eq!(RunningClock::from_json(&serde_json::to_string(&running).unwrap()), Ok(running.clone()));
        }
        prop_assert_eq!(agreed.remaining(&running, minute(now)).microseconds() + worked, whole);
    }

    #[test]
    fn asking_often_or_once_fires_the_same_steps(start in 0..5000_i64, times in prop::collection::vec(0..4000_i64, 1..12)) {
        let agreed = clock("accept");
        let begun = agreed.start(minute(start));
        let mut times = times;
        times.sort_unstable();
        let mut running = begun.clone();
        let mut often = Vec::new();
        for time in &times {
            let FiredClock { running: next, steps, .. } = agreed.fire(&running, minute(start + time));
            running = next;
            often.extend(steps);
        }
        let FiredClock { running: at_once, steps: once, .. } = agreed.fire(&begun, minute(start + times.last().unwrap()));
        prop_assert_eq!(often, once);
        prop_assert_eq!(running, at_once);
    }
}
