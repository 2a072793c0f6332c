//! Stories: what the random histories do not tell in words.

use std::collections::BTreeMap;
use std::sync::Arc;

use smarketing::{
    About, Agreement, Assessed, AttemptOutcome, Channel, ConsentBasis, ConsentRecord, ContactFacts, ContactRequest,
    Deed, Event, EventBody, HindranceKind, Interaction, Interactions, Lead, LeadState, Origin, Points, RefusalCode,
    SourcedBy, Stage, StageCheck, Team, TransitionReason, Truth, feedback, handovers, late, replay, scorecard,
};

use crate::agreements::{Variant, variants};
use crate::generated::minute;

fn variant(name: &str) -> Variant {
    variants().into_iter().find(|variant| variant.name == name).unwrap()
}

fn start(lead: &str, source: &str, at: i64) -> Event {
    let origin = Origin::new(lead, SourcedBy::Marketing).source(source).offering("crm");
    Event::new(format!("{lead}-start"), minute(at), EventBody::Started(Arc::new(origin)))
}

/// An assessment by which a lead is an MQL.
fn mql(lead: &str, at: i64) -> Event {
    let mut assessed = Assessed::new("1");
    let mut check = StageCheck::new(Stage::Mql);
    check.when = Some(Truth::Yes);
    assessed.stages.push(check);
    assessed.stages.push(StageCheck::new(Stage::Sal));
    assessed.rules.push("webinar".into());
    assessed.score = Points::new(at);
    assessed.last_activity = Some(minute(at));
    Event::new(format!("{lead}-mql-{at}"), minute(at), EventBody::Assessed { assessment: Arc::new(assessed) })
}

fn event(id: &str, at: i64, body: EventBody) -> Event {
    Event::new(id, minute(at), body).by("rep-1")
}

fn attempt(id: &str, at: i64, outcome: AttemptOutcome) -> Event {
    event(id, at, EventBody::ContactAttempted { channel: Channel::Phone, outcome })
}

fn rejected(reason: &str) -> EventBody {
    EventBody::Rejected { reason: reason.into() }
}

/// The state after a history, all of which must be allowed.
fn after(agreement: &Agreement, events: &[Event], until: i64) -> LeadState {
    let replayed = replay(std::slice::from_ref(agreement), events, minute(until));
    assert!(replayed.refused.is_empty(), "{:?}", replayed.refused);
    replayed.state.unwrap()
}

#[test]
fn a_refusal_says_why_and_what_would_be_allowed() {
    let agreement = variant("plain").agreement;
    let state = after(&agreement, &[start("L", "web", 0), mql("L", 1)], 1);
    let refused = |body| agreement.apply(&state, &event("x", 2, body), minute(2)).unwrap_err();
    let why = refused(rejected("no-buget")); // spellchecker:disable-line
    assert_eq!(why.code, RefusalCode::UnknownReason);
    assert_eq!(why.help.as_deref(), Some("expected `no-budget`, `later` or `student`"));
    let why = refused(EventBody::Won { amount: None });
    assert_eq!(why.code, RefusalCode::NotAccepted);
    assert!(why.allowed.contains(&smarketing::EventKind::Accepted));
    assert!(!why.allowed.contains(&smarketing::EventKind::Won));
    let ahead = agreement.apply(&state, &event("x", 9, EventBody::Accepted), minute(2)).unwrap_err();
    assert_eq!(ahead.code, RefusalCode::NotYet);
}

#[test]
fn a_late_event_takes_back_effects() {
    let agreement = variant("review").agreement;
    let given = ConsentRecord::given(Channel::Email, "a@b.example", "sales", ConsentBasis::OptIn, minute(1));
    let history = [
        start("L", "web", 0),
        event("consent", 1, EventBody::ConsentGiven { consent: Arc::new(given) }),
        mql("L", 2),
        event("forward", 3, EventBody::Reviewed { reject: None }),
    ];
    // After four hours the lead goes back to the desk; then it turns out that it was accepted in time.
    let accepted = event("accept", 60, EventBody::Accepted);
    let state = after(&agreement, &history, 400);
    assert_eq!((state.stage, state.owner), (Stage::Review, Team::Review));
    assert_eq!(agreement.apply(&state, &accepted, minute(400)).unwrap_err().code, RefusalCode::Late);
    let late = late(std::slice::from_ref(&agreement), &history, &accepted, minute(400));
    assert_eq!(late.replay.state.unwrap().stage, Stage::Sal);
    let returned =
        |effect: &&smarketing::Effect| matches!(&effect.what, Deed::Notify { about: About::Returned { .. }, .. });
    assert_eq!(late.no_longer.iter().filter(returned).count(), 1);
    assert!(
        late.now.iter().any(|effect| matches!(&effect.what, Deed::StartClock { clock, .. } if **clock == *"follow-up"))
    );
    assert!(!late.now.iter().any(|effect| effect.cause == late.no_longer[0].cause));
}

#[test]
fn the_handover_can_need_consent() {
    let agreement = variant("review").agreement;
    let state = after(&agreement, &[start("L", "web", 0), mql("L", 1)], 1);
    assert_eq!(state.stage, Stage::Review);
    let forward = event("forward", 3, EventBody::Reviewed { reject: None });
    let refused = agreement.apply(&state, &forward, minute(3)).unwrap_err();
    assert_eq!((refused.code, refused.message.contains("email")), (RefusalCode::ConsentMissing, true));
    let given = ConsentRecord::given(Channel::Email, "a@b.example", "sales", ConsentBasis::DoubleOptIn, minute(2));
    let given = event("consent", 2, EventBody::ConsentGiven { consent: Arc::new(given) });
    let state = agreement.apply(&state, &given, minute(2)).unwrap().state;
    assert_eq!(agreement.apply(&state, &forward, minute(3)).unwrap().state.owner, Team::Sales);
    let withdrawn = ConsentRecord::withdrawn(Channel::Email, "a@b.example", minute(4));
    let withdrawn = event("no", 4, EventBody::ConsentWithdrawn { consent: Arc::new(withdrawn) });
    let step = agreement.apply(&state, &withdrawn, minute(4)).unwrap();
    assert!(matches!(&step.effects[0].what, Deed::Suppress { channel: Channel::Email, purpose: None, .. }));
}

#[test]
fn everybody_waits_for_the_lead() {
    let agreement = variant("clocks").agreement;
    let history = [start("L", "web", 0), mql("L", 10), event("a", 20, EventBody::Accepted)];
    let state = after(&agreement, &history, 20);
    let due =
        |state: &LeadState, id: &str| state.clocks.iter().find(|clock| *clock.clock == *id).map(|clock| clock.due);
    assert_eq!(due(&state, "follow-up"), Some(Some(minute(20 + 540))));
    let waiting = agreement.apply(&state, &attempt("t1", 80, AttemptOutcome::Waiting), minute(80)).unwrap();
    assert_eq!(due(&waiting.state, "follow-up"), Some(None));
    // A nightly assessment finds nothing new; then the lead does something.
    let still = agreement.apply(&waiting.state, &mql("L", 70).at_minute(200), minute(200)).unwrap();
    assert_eq!(due(&still.state, "follow-up"), Some(None));
    let active = agreement.apply(&still.state, &mql("L", 300), minute(300)).unwrap();
    assert_eq!(due(&active.state, "follow-up"), Some(Some(minute(20 + 540 + 220))));
}

trait At {
    fn at_minute(self, minutes: i64) -> Self;
}

impl At for Event {
    fn at_minute(mut self, minutes: i64) -> Self {
        self.at = minute(minutes);
        self
    }
}

#[test]
fn of_two_leads_the_live_and_further_one_stays_and_a_merge_can_be_undone() {
    let agreement = variant("clocks").agreement;
    let mut history =
        vec![start("L", "web", 0), event("w", 5, EventBody::Recycled { until: None, reason: "x".into() })];
    let alone = after(&agreement, &history, 30);
    let other = after(&agreement, &[start("M", "fair", 1), mql("M", 10)], 30);
    history.push(event("merge", 40, EventBody::Merged { other: Arc::new(other.clone()) }));
    let merged = after(&agreement, &history, 40);
    assert_eq!((merged.lead(), merged.stage, merged.owner), ("L", Stage::Mql, Team::Sales));
    assert_eq!(merged.clocks, other.clocks);
    assert!(merged.applied.contains("M-mql-10"));
    assert_eq!(LeadState::from_json(&merged.to_json()), Ok(merged.clone()));
    let again = agreement.apply(&merged, &mql("M", 10), minute(50)).unwrap();
    assert_eq!((&again.state, again.effects.len()), (&merged, 0));
    history.push(event("person", 50, EventBody::Reassigned { person: Some("rep-9".into()) }));
    history.push(event("undo", 60, EventBody::Unmerged { merge: "merge".into() }));
    let undone = after(&agreement, &history, 60);
    assert_eq!((undone.stage, undone.owner, undone.clocks.len()), (Stage::Nurture, Team::Marketing, 0));
    assert_eq!((undone.since, undone.person.as_deref()), (alone.since, Some("rep-9")));
    assert_eq!(undone.reason, TransitionReason::Reason { id: "x".into() });
}

#[test]
fn each_team_writes_its_own_fields() {
    let agreement = variant("plain").agreement;
    let state = after(&agreement, &[start("L", "web", 0)], 0);
    let conflicts = |team: Option<Team>| {
        let body = EventBody::Enriched { fields: vec!["budget".into(), "employees".into()], team };
        let step = agreement.apply(&state, &event("x", 1, body), minute(1)).unwrap();
        let conflict = |effect: &&smarketing::Effect| matches!(&effect.what, Deed::FieldConflict { .. });
        step.effects.iter().filter(conflict).count()
    };
    assert_eq!((conflicts(Some(Team::Sales)), conflicts(Some(Team::Marketing)), conflicts(None)), (0, 1, 1));
}

#[test]
fn the_scorecard_has_two_sides() {
    let agreement = variant("clocks").agreement;
    let agreements = std::slice::from_ref(&agreement);
    let history = |lead: &str, source: &str, events: Vec<Event>| {
        let mut all = vec![start(lead, source, 0), mql(lead, 10)];
        all.extend(events);
        let replayed = replay(agreements, &all, minute(2000));
        assert!(replayed.refused.is_empty(), "{:?}", replayed.refused);
        handovers(agreements, &all, minute(2000))
    };
    let mut handovers = history("A", "webinar", vec![event("a1", 100, rejected("no-budget"))]);
    handovers.extend(history(
        "B",
        "webinar",
        vec![
            event("b1", 400, EventBody::Accepted),
            attempt("b2", 410, AttemptOutcome::NoAnswer),
            attempt("b3", 420, AttemptOutcome::Reached),
        ],
    ));
    handovers.extend(history(
        "C",
        "fair",
        vec![
            event("c1", 20, EventBody::Accepted),
            attempt("c2", 500, AttemptOutcome::NoAnswer),
            attempt("c3", 510, AttemptOutcome::NoAnswer),
        ],
    ));
    assert_eq!(feedback(&handovers).by_source[0].to_string(), "leads from webinar are rejected as no-budget in 50 %");
    assert_eq!(feedback(&handovers).by_rule[0].handed_over, 3);
    let card = scorecard(&handovers, minute(0), minute(11));
    let sales = &card.sales;
    assert_eq!((sales.handed_over, sales.accepted, sales.rejected, sales.attempts, sales.reached), (3, 2, 1, 4, 1));
    // B was accepted after more than four hours, C first touched after more than three.
    assert_eq!((sales.answered_in_time.count, sales.answered_in_time.of), (2, 3));
    assert_eq!((sales.touched_in_time.count, sales.touched_in_time.of), (1, 2));
    let reach: Vec<(u32, u32)> = card.reach.iter().map(|line| (line.made, line.reached)).collect();
    assert_eq!(reach, [(2, 0), (2, 1)]);
    assert_eq!(card.attempts_that_pay(100.into(), 50.into()), 2);
    assert_eq!(card.attempts_that_pay(100.into(), 51.into()), 0);
    assert_eq!(card.people[0].person.as_deref(), Some("rep-1"));
    assert_eq!(scorecard(&handovers, minute(11), minute(99)).sales.handed_over, 0);
}

#[test]
fn the_work_list_is_ordered_by_clock_score_and_value() {
    let agreement = variant("clocks").agreement;
    let handed = |lead: &str, at: i64| after(&agreement, &[start(lead, "web", 0), mql(lead, at)], at);
    let states = [handed("late", 100), handed("early", 50), handed("twin", 100)];
    let list = |states: &[LeadState], at: i64| {
        let value = |state: &LeadState| Some(if state.lead() == "twin" { 9.into() } else { 5.into() });
        let list = agreement.work_list(states, Team::Sales, value, minute(at));
        list.into_iter().map(|item| item.lead.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(list(&states, 110), ["early", "twin", "late"]);
    let overdue = agreement.overdue(&states, minute(50 + 240));
    assert_eq!(overdue.iter().map(|one| (&*one.lead, &*one.clock)).collect::<Vec<_>>(), [("early", "accept")]);
    assert!(agreement.overdue(&states, minute(50 + 239)).is_empty());
}

#[test]
fn the_desk_sees_what_is_missing_and_who_was_asked() {
    let agreement = variant("plain").agreement;
    let asked = EventBody::Enriched { fields: vec!["employees".into()], team: None };
    let history = [Event::new("x", minute(5), asked).by("register")];
    let lead = Lead::new("L").fact("budget", smarketing::Fact::new(5).source("call"));
    let list = agreement.review_checklist(&lead, &history, minute(9));
    let first = &list[0];
    assert_eq!((&*first.field, first.known, first.required_for), ("employees", false, Some(Stage::Mql)));
    assert_eq!(first.asked, [Arc::from("register")]);
    assert_eq!((list[1].known, list[1].source.as_deref()), (true, Some("call")));
    assert!(agreement.review_checklist(&lead, &history, minute(4))[0].asked.is_empty());
}

#[test]
fn nobody_advertises_to_a_lead_that_sales_talks_with() {
    let agreement = variant("plain").agreement;
    let given = ConsentRecord::given(Channel::Email, "a@b.example", "marketing", ConsentBasis::OptIn, minute(1));
    let mut history = vec![start("L", "web", 0), event("c", 1, EventBody::ConsentGiven { consent: Arc::new(given) })];
    let request = ContactRequest::new(Channel::Email, "a@b.example", "marketing").offering("crm");
    let may = |history: &[Event], at: i64| {
        let state = after(&agreement, history, at);
        agreement.may_contact(&state, &ContactFacts::new(), &request, minute(at))
    };
    assert!(may(&history, 2).allowed);
    history.push(mql("L", 3));
    assert_eq!(may(&history, 4).hindrances[0].kind, HindranceKind::OpenConversation);
    history.push(event("r", 5, rejected("later")));
    assert!(may(&history, 6).allowed);
}

#[test]
fn after_a_reset_earlier_interactions_earn_nothing_and_open_no_fast_track() {
    let agreement = variant("short").agreement;
    let lead = Lead::new("L").fact("employees", 5);
    let demo = |at: i64| Interaction::new("demo_request", minute(at));
    let interactions = Interactions::from(vec![demo(1), demo(500)]);
    let mut history = vec![start("L", "web", 0)];
    history.push(Event::assessed("x1", &agreement.assess(&lead, &interactions, minute(2))));
    let state = after(&agreement, &history, 2);
    assert_eq!((state.stage, &state.reason), (Stage::Mql, &TransitionReason::FastTrack));
    history.push(event("r", 3, rejected("no-budget")));
    let state = after(&agreement, &history, 4);
    assert_eq!(state.hold_until, Some(minute(303)));
    let assessed = |state: &LeadState, at: i64| {
        let assessment = agreement.assess_for(state, &lead, &interactions, minute(at));
        agreement.apply(state, &Event::assessed(format!("y{at}"), &assessment), minute(at)).unwrap().state
    };
    let again = assessed(&state, 5);
    assert_eq!((again.stage, again.assessed.as_ref().unwrap().last_activity), (Stage::Nurture, None));
    assert_eq!(assessed(&again, 400).stage, Stage::Lead);
    assert_eq!(assessed(&again, 501).stage, Stage::Mql);
}

#[test]
fn each_event_is_judged_by_the_agreement_in_force() {
    let version = |version: &str, effective: &str, reasons: &str| {
        Agreement::from_json(&format!(
            r#"{{ "smarketing": 1, "agreement": {{ "name": "A", "version": "{version}", "effective": "{effective}" }},
                  "lifecycle": {{ "reject_reasons": [{{ "id": "{reasons}", "then": "disqualify" }}] }} }}"#
        ))
        .unwrap()
    };
    let agreements = [version("2", "2026-11-02", "new"), version("1", "2026-01-01", "old")];
    let history = |at: i64, reason: &str| [start("L", "web", 0), mql("L", 1), event("r", at, rejected(reason))];
    let judged = |at: i64, reason: &str| {
        let replayed = replay(&agreements, &history(at, reason), minute(9000));
        replayed.transitions().last().map(|last| (last.to, last.agreement.to_string())).unwrap()
    };
    assert_eq!(judged(100, "old"), (Stage::Disqualified, "1".to_owned()));
    assert_eq!(judged(100, "new"), (Stage::Mql, "1".to_owned()));
    assert_eq!(judged(24 * 60, "new"), (Stage::Disqualified, "2".to_owned()));
}

#[test]
fn a_handover_without_a_clock_and_reasons_that_contradict_themselves_are_found() {
    let findings = |lifecycle: &str, handover: &str| {
        let text = format!(
            r#"{{ "smarketing": 1, "agreement": {{ "name": "A", "version": "1" }}, "lifecycle": {lifecycle} {handover} }}"#
        );
        let error = Agreement::from_json(&text).err();
        let findings = error.map(|error| error.findings).unwrap_or_default();
        findings.into_iter().map(|finding| finding.path.to_string()).collect::<Vec<_>>()
    };
    let reason = |rest: &str| format!(r#"{{ "reject_reasons": [{{ "id": "a", {rest} }}] }}"#);
    assert!(findings(&reason(r#""then": "nurture", "for": "9d""#), "").is_empty());
    assert_eq!(findings(&reason(r#""then": "disqualify", "for": "9d""#), ""), ["lifecycle.reject_reasons[0].for"]);
    assert_eq!(findings(&reason(r#""then": "forget""#), ""), ["lifecycle.reject_reasons[0].then"]);
    let clock = |until: &str| {
        format!(
            r#", "handover": {{ "clocks": [{{ "id": "a", "from": "handover", "until": "{until}", "within": "4h" }}] }}"#
        )
    };
    assert!(findings("{}", &clock("accepted")).is_empty());
    assert_eq!(findings("{}", &clock("contact_attempted")), ["handover.clocks"]);
    // No clocks at all are a doubt of `check`: calendars alone serve the plan.
    assert!(findings("{}", r#", "handover": {}"#).is_empty());
}

#[test]
fn what_cannot_be_read_is_reported_at_its_place() {
    let wrong = Event::list_from_json(
        r#"[{ "id": 7, "at": "2026-11-02T10:00:00Z", "type": "accepted" },
            { "id": "b", "at": "2026-11-02T10:00:00Z", "type": "rejected" },
            { "id": "c", "at": "2026-11-02", "type": "taken" }]"#,
    );
    let paths: Vec<String> = wrong.unwrap_err().iter().map(|finding| finding.path.to_string()).collect();
    assert_eq!(paths, ["[1]", "[2].at", "[2].type"]);
    let criteria = BTreeMap::from([("budget".into(), Truth::No)]);
    let read = event("q", 1, EventBody::Qualified { criteria });
    assert_eq!(Event::from_json(&serde_json::to_string(&read).unwrap()), Ok(read));
}

/// The table of an agreement with all stages, as the page of the docs shows it.
fn page() -> String {
    let text = r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" }, "lifecycle": {
        "stages": ["contact", "lead", "mql", "review", "sal", "sql", "opportunity", "customer"],
        "reject_reasons": [{ "id": "no-budget", "then": "nurture" }, { "id": "student", "then": "disqualify" }] } }"#;
    let table = Agreement::from_json(text).unwrap().table();
    let mut page = String::from(
        "# The transition table\n\nEvery stage with every event, for an agreement with a contact stage and a review desk, as `agreement.table()` gives it. Three kinds\nof events are left out: `started`, which begins a lead and is refused where there is one already; `merged`, which takes on whichever\nlead is further; and `unmerged`, which undoes that.\n\n| stage | phase | owner | event | leads to |\n| --- | --- | --- | --- | --- |\n",
    );
    for row in table.iter().filter(|row| !matches!(row.on, "merged" | "unmerged" | "started")) {
        let phase = serde_json::to_value(row.phase).unwrap();
        let phase = phase.as_str().unwrap();
        let to: Vec<String> = row.to.iter().map(|to| format!("{} ({})", to.stage, to.owner)).collect();
        let to = row.refused_because.map_or_else(|| to.join(", "), |why| format!("refused: {why}"));
        page.push_str(&format!("| {} | {phase} | {} | {} | {to} |\n", row.stage, row.owner, row.on));
    }
    page
}

#[test]
fn the_docs_show_the_transition_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/transitions.md");
    if std::env::var_os("SMARKETING_WRITE_DOCS").is_some() {
        std::fs::write(path, page()).unwrap();
    }
    let hint = "run the test with SMARKETING_WRITE_DOCS=1";
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), page(), "{hint}");
}

#[test]
fn an_event_takes_the_whole_assessment() {
    let agreement = variant("plain").agreement;
    let lead = Lead::new("L").fact("employees", 80);
    let assessment = agreement.assess(&lead, &Interactions::none(), minute(1));
    let text = format!(
        r#"{{ "id": "e-1", "type": "assessed", "at": "{}", "assessment": {} }}"#,
        minute(1),
        assessment.to_json()
    );
    assert_eq!(Event::from_json(&text), Ok(Event::assessed("e-1", &assessment)));
}
