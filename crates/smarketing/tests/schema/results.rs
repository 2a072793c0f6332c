//! Results: what the library writes meets the schema of its type, and every type of a result is met.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;
use smarketing::{
    Actual, Agreement, Assessed, AttemptOutcome, Calendar, Channel, ClockLoad, ConflictInput, ConsentBasis,
    ConsentLedger, ConsentRecord, ContactFacts, ContactMix, ContactRequest, Duration, Entries, Equation, Event,
    EventBody, Given, Goals, Grouping, HolidayRegion, Interaction, Interactions, Lead, LeadScore, LeadState,
    MeasureOptions, MeasureWindow, Money, MovingOptions, Origin, PerformanceOptions, PlanOptions, Points, Quantity,
    Rate, Roll, Rounding, ScoreSample, SourcedBy, Stage, StageCheck, StageEntry, Team, Timestamp, Truth, Unknown,
    check_json, compare, daily_summary, feedback, handovers, kpi_definitions, kpi_tree, late, measure, performance,
    propose, replay, scorecard, solve, speed_to_lead, types_schema, year_table,
};

use crate::cases::documents;
use crate::documents::WHOLE;
use crate::validator::problems_of;

/// The schema of all types, and which of them something was.
struct Types {
    schema: Value,
    met: BTreeSet<String>,
}

impl Types {
    fn new() -> Self {
        Self { schema: serde_json::from_str(&types_schema()).unwrap(), met: BTreeSet::new() }
    }

    fn check(&mut self, definition: &str, value: &impl Serialize) {
        let value = serde_json::to_value(value).unwrap();
        let problems = problems_of(&self.schema, definition, &value, &mut self.met);
        assert_eq!(problems, [""; 0], "{definition}: {value:#}");
    }

    fn check_all<'v>(&mut self, definition: &str, values: impl IntoIterator<Item = &'v (impl Serialize + 'v)>) {
        values.into_iter().for_each(|value| self.check(definition, value));
    }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn results_meet_the_schemas_of_their_types() {
    let mut types = Types::new();
    assessments(&mut types);
    a_rich_lead(&mut types);
    lives(&mut types);
    beside_the_state(&mut types);
    plans(&mut types);
    let all = types.schema["$defs"].as_object().unwrap();
    let results = all.iter().filter(|(_, schema)| schema["x-way"] != "input").map(|(name, _)| name.as_str());
    let unmet: Vec<&str> = results.filter(|name| !types.met.contains(*name)).collect();
    assert_eq!(unmet, [""; 0], "nothing was of these types");
}

#[test]
fn a_result_with_another_key_is_refused() {
    let mut types = Types::new();
    let agreement = Agreement::from_toml(WHOLE).unwrap();
    let assessment = agreement.assess(&Lead::new("L"), &Interactions::none(), at("2026-11-02T10:00:00Z"));
    let mut value = serde_json::to_value(&assessment).unwrap();
    types.check("Assessment", &value);
    value["next"]["blockers"][0]["extra"] = true.into();
    assert!(!problems_of(&types.schema, "Assessment", &value, &mut types.met).is_empty());
}

fn assessments(types: &mut Types) {
    let documents = documents();
    for document in &documents {
        let agreement = &document.agreement;
        types.check_all("Row", &agreement.table());
        types.check_all("Difference", &documents[0].agreement.diff(agreement));
        let Some(as_of) = document.as_of else { continue };
        let bound = agreement.bind(&document.lead, &document.interactions);
        let assessment = bound.assess(as_of);
        types.check("Assessment", &assessment);
        types.check_all("Finding", &assessment.findings);
        types.check("Bounds", &bound.bounds(as_of));
        types.check_all("AskFor", &bound.questions(as_of));
        types.check("Form", &bound.form(Stage::Mql, as_of));
        types.check_all("Advice", &bound.what_would_it_take(None, as_of));
        let later = Timestamp::from_microseconds(as_of.microseconds() + 60 * 86_400_000_000).unwrap();
        if let Ok(timeline) = bound.timeline(as_of, later) {
            types.check("Timeline", &timeline);
        }
        if let Ok(Some(decline)) = bound.decays_below(as_of, Duration::from_days(60)) {
            types.check("Decline", &decline);
        }
        types.check("BuyingCentre", &agreement.buying_centre(&[assessment]));
    }
    types.check_all("GlossaryEntry", smarketing::Glossary::built_in().iter());
    types.check_all("Finding", &check_json(r#"{ "smarketing": 1, "agrement": {} }"#, None)); // spellchecker:disable-line
    types.check_all("PublicHoliday", &"DE-BY".parse::<HolidayRegion>().unwrap().holidays(2026));
    types.check_all("FindingCode", &smarketing::finding_codes());
}

/// A lead with which everything happens that an assessment can tell.
fn a_rich_lead(types: &mut Types) {
    let agreement = Agreement::from_toml(WHOLE).unwrap();
    let other =
        Agreement::from_toml(&WHOLE.replace("points = 30", "points = 3").replace("rival.example", "firm.example"))
            .unwrap();
    let start = at("2026-10-20T10:00:00Z");
    let lead = Lead::new("L")
        .fact("industry", "software")
        .fact("employees", smarketing::Fact::new(400).known_since(at("2026-11-20T10:00:00Z")))
        .fact("renewal", "2026-12-20")
        .fact("last_call", "2026-10-10T10:00:00Z")
        .fact("job_title", "CIO")
        .fact("partner", false)
        .fact("seniority", "director")
        .fact("email", "cio@firm.example");
    let visit =
        |id: &str, kind: &str, at: &str| Interaction::new(kind, at.parse().unwrap()).id(id).property("url", "/pricing");
    let interactions = Interactions::from(vec![
        visit("1", "page_view", "2026-10-18T09:00:00Z"),
        visit("2", "page_view", "2026-10-19T09:00:00Z"),
        visit("3", "demo_request", "2026-10-20T09:00:00Z"),
        visit("4", "page_view", "2026-11-25T09:00:00Z"),
    ]);
    let bound = agreement.bind(&lead, &interactions);
    for day in 0..60 {
        let as_of = Timestamp::from_microseconds(start.microseconds() + day * 86_400_000_000).unwrap();
        types.check("Assessment", &bound.assess(as_of));
        types.check_all("Advice", &bound.what_would_it_take(None, as_of));
        types.check_all("AskFor", &bound.questions(as_of));
        if let Some(decline) = bound.decays_below(as_of, Duration::from_days(200)).unwrap() {
            types.check("Decline", &decline);
        }
    }
    types.check("Form", &bound.form(Stage::Mql, start));
    types.check("Timeline", &bound.timeline(start, at("2027-03-01T00:00:00Z")).unwrap());
    let leads = [(lead, interactions)];
    let pairs = leads.iter().map(|(lead, interactions)| (lead, interactions));
    types.check("Comparison", &compare(&agreement, &other, pairs, start));
}

fn event(id: &str, at: &str, body: EventBody) -> Event {
    Event::new(id, at.parse().unwrap(), body).by("rep-1")
}

fn assessed(score: i64, active: &str) -> EventBody {
    let mut assessed = Assessed::new("2026.11");
    let mut check = StageCheck::new(Stage::Mql);
    check.when = Some(Truth::Yes);
    check.keep_while = Some(Truth::Yes);
    assessed.stages.push(check);
    assessed.score = Points::new(score);
    assessed.last_activity = Some(at(active));
    assessed.rules.push("demo".into());
    EventBody::Assessed { assessment: Arc::new(assessed) }
}

fn record(channel: Channel, identifier: &str, purpose: &str) -> Arc<ConsentRecord> {
    Arc::new(ConsentRecord::given(channel, identifier, purpose, ConsentBasis::DoubleOptIn, at("2026-11-02T06:00:00Z")))
}

/// Lives of leads, in which every event happens.
fn lives(types: &mut Types) {
    let agreement = Agreement::from_toml(WHOLE).unwrap();
    let origin = |lead: &str| {
        Origin::new(lead, SourcedBy::Marketing).source("web").offering("crm").contact("C-1").account("A-1")
    };
    let lead = Lead::new("L")
        .fact("email", "a@firm.example")
        .fact("employees", 80)
        .fact("job_title", "CIO")
        .fact("partner", false);
    let begun = |lead: &str| {
        event(&format!("{lead}-start"), "2026-11-02T07:00:00Z", EventBody::Started(Arc::new(origin(lead))))
    };
    let other = agreement.start(&begun("M"), at("2026-11-02T07:00:00Z")).unwrap().state;
    let withdrawn = ConsentRecord::withdrawn(Channel::Phone, "+49 30 1", at("2026-11-02T12:00:00Z"));
    let attempt = |outcome| EventBody::ContactAttempted { channel: Channel::Phone, outcome };
    let reason = |reason: &str| Arc::<str>::from(reason);
    let events = vec![
        begun("L"),
        event(
            "c1",
            "2026-11-02T07:10:00Z",
            EventBody::ConsentGiven { consent: record(Channel::Email, "a@firm.example", "offer") },
        ),
        event(
            "c2",
            "2026-11-02T07:11:00Z",
            EventBody::ConsentGiven { consent: record(Channel::Phone, "+49 30 1", "offer") },
        ),
        event("a1", "2026-11-02T08:00:00Z", assessed(50, "2026-11-02T08:00:00Z")),
        event("r1", "2026-11-02T08:30:00Z", EventBody::Rejected { reason: reason("no-budget") }),
        event("w1", "2026-11-02T09:00:00Z", EventBody::Woken),
        event("a2", "2026-11-02T09:30:00Z", assessed(60, "2026-11-02T09:30:00Z")),
        // Nobody acts: the clock runs out.
        event("a3", "2026-11-03T16:00:00Z", assessed(61, "2026-11-03T16:00:00Z")),
        event(
            "e1",
            "2026-11-03T16:10:00Z",
            EventBody::Enriched { fields: vec!["budget".into()], team: Some(Team::Marketing) },
        ),
        event("p1", "2026-11-03T16:20:00Z", EventBody::Reassigned { person: Some("rep-2".into()) }),
        event("x1", "2026-11-03T16:25:00Z", EventBody::Accepted),
        event("t1", "2026-11-03T16:30:00Z", attempt(AttemptOutcome::NoAnswer)),
        event("t2", "2026-11-03T16:40:00Z", attempt(AttemptOutcome::Waiting)),
        event("t3", "2026-11-03T16:50:00Z", attempt(AttemptOutcome::WrongContact)),
        event("t4", "2026-11-03T16:55:00Z", attempt(AttemptOutcome::Reached)),
        event("m1", "2026-11-03T17:00:00Z", EventBody::Merged { other: Arc::new(other) }),
        event("m2", "2026-11-03T17:10:00Z", EventBody::Unmerged { merge: "m1".into() }),
        event("c3", "2026-11-03T17:20:00Z", EventBody::ConsentWithdrawn { consent: Arc::new(withdrawn) }),
        event("q1", "2026-11-03T17:30:00Z", EventBody::Qualified { criteria: [("budget".into(), Truth::Yes)].into() }),
        event("o1", "2026-11-03T17:40:00Z", EventBody::OpportunityOpened { amount: Some(18_000.into()) }),
        event("v1", "2026-11-04T17:40:00Z", EventBody::Won { amount: Some("16500.50".parse().unwrap()) }),
    ];
    let endings = [
        EventBody::Lost { reason: reason("price") },
        EventBody::Recycled { until: Some(at("2027-01-01T00:00:00Z")), reason: reason("later") },
        EventBody::Disqualified { reason: reason("fake") },
        EventBody::Reviewed { reject: None },
    ];
    types.check_all("Event", &events);
    let all = std::slice::from_ref(&agreement);
    for until in 1..=events.len() {
        let history = &events[..until];
        let now = history[until - 1].at;
        let replayed = replay(all, history, now);
        types.check("Replay", &replayed);
        let state = replayed.state.clone().unwrap();
        let again = LeadState::from_json(&state.to_json()).unwrap();
        types.check("LeadState", &again);
        let interactions = Interactions::from(vec![Interaction::new("email_sent", at("2026-11-02T07:30:00Z")).id("i")]);
        types.check("Brief", &agreement.brief(&state, &lead, &interactions, now));
        types.check_all("ChecklistItem", &agreement.review_checklist(&lead, history, now));
        let value = |_: &LeadState| Some(12_345.into());
        types.check_all("WorkItem", &agreement.work_list(std::slice::from_ref(&state), Team::Sales, value, now));
        let later = Timestamp::from_microseconds(now.microseconds() + 10 * 86_400_000_000).unwrap();
        types.check_all("Overdue", &agreement.overdue(std::slice::from_ref(&state), later));
        let handovers = handovers(all, history, now);
        types.check_all("HandedOver", &handovers);
        types.check("Feedback", &feedback(&handovers));
        types.check("Scorecard", &scorecard(&handovers, at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")));
        types.check("Step", &agreement.advance(&state, later));
        for (number, ending) in endings.iter().enumerate() {
            let event = event(&format!("z{number}"), &later.to_string(), ending.clone());
            types.check("Event", &event);
            match agreement.apply(&state, &event, later) {
                Ok(step) => types.check("Step", &step),
                Err(refusal) => types.check("Refusal", &refusal),
            }
            types.check("Late", &late(all, history, &event, later));
        }
        for channel in [Channel::Email, Channel::Phone] {
            let request = ContactRequest::new(channel, "a@firm.example", "newsletter").offering("crm");
            types.check("ContactRequest", &request);
            types.check("ContactPermission", &agreement.may_contact(&state, &ContactFacts::new(), &request, now));
            let offer = ContactRequest::new(channel, "a@firm.example", "offer");
            types.check("ContactPermission", &agreement.may_contact(&state, &ContactFacts::new(), &offer, now));
        }
    }
    let speed = speed_to_lead(at("2026-11-02T09:00:00Z"), None, None, None, at("2026-11-03T00:00:00Z"));
    types.check("SpeedToLead", &speed.unwrap());
    types.check_all("Roll", &[Roll::Refuse, Roll::Forward, Roll::Backward, Roll::ModifiedForward]);
}

/// What is kept outside a lead's state: a ledger with a standing of each kind, and a clock.
fn beside_the_state(types: &mut Types) {
    let given = at("2026-11-02T09:00:00Z");
    let record = |purpose| ConsentRecord::given(Channel::Email, "a@firm.example", purpose, ConsentBasis::OptIn, given);
    let expired = record("offer").expires(at("2026-11-03T09:00:00Z"));
    let withdrawn = ConsentRecord::withdrawn(Channel::Email, "a@firm.example", given).purpose("survey");
    let ledger = ConsentLedger::from_iter([record("newsletter"), expired, withdrawn]);
    for purpose in ["newsletter", "offer", "survey", "invoice"] {
        let standing = ledger.standing(Channel::Email, "a@firm.example", purpose, at("2026-11-09T09:00:00Z"));
        types.check("ConsentStanding", &standing);
    }
    let agreement = Agreement::from_toml(WHOLE).unwrap();
    for clock in agreement.clocks().iter() {
        types.check("FiredClock", &clock.fire(&clock.start(given), at("2026-12-09T09:00:00Z")));
    }
}

fn money(amount: i64) -> Money {
    Money::from(amount)
}

fn plans(types: &mut Types) {
    let agreement = Agreement::from_toml(WHOLE).unwrap();
    let goals: Goals = agreement.goals();
    types.check("AgreementDocument", agreement.document());
    let rate = |text: &str| text.parse::<Rate>().unwrap();
    let options = PlanOptions::new()
        .rounding(Rounding::UpEachStep)
        .start("2026-11".parse().unwrap())
        .confidence(rate("0.9"))
        .chance(rate("0.9"));
    for options in [PlanOptions::new(), options] {
        let plan = agreement.plan(&options);
        types.check("Plan", &plan);
        let day = "2026-11-12".parse().unwrap();
        let actual = |stage: &str, count| {
            Actual::new("2026-11-10".parse().unwrap(), "dach", SourcedBy::Marketing, stage, count).revenue(money(5_000))
        };
        let actuals = [actual("customer", 3), actual("sql", 9)];
        types.check_all("Actual", &actuals);
        let state = performance(&plan, &actuals, day, &agreement.working_days(), &PerformanceOptions::new());
        types.check("Performance", &state);
        types.check("DailySummary", &daily_summary(&state));
        types.check_all("YearMonth", &year_table(&plan, &actuals, day, None));
        let moving = agreement.moving_targets(&actuals, at("2026-11-12T10:00:00Z"), &MovingOptions::new());
        types.check("MovingTargets", &moving);
        let hours = Calendar::from_json(r#"{ "days": "mon-fri", "open": "09:00", "close": "17:00" }"#).unwrap();
        let score = |score: i64| LeadScore::new(Points::new(score)).fit(Points::ZERO).engagement(Points::new(score));
        let input = ConflictInput::new()
            .scores(ScoreSample::new(vec![score(10), score(50)]).leads_per_month(1_000))
            .contacts(ContactMix { contacts: 100, without_opt_in: 90 })
            .clock(ClockLoad::new("accept").handling("1h".parse().unwrap()))
            .calendar(hours);
        types.check("ConflictInput", &input);
        types.check_all("Conflict", &agreement.goal_conflicts(&options, &input).unwrap());
    }
    let equation = Equation::new("dach", Unknown::CloseRate).given(Given::Leads(2_000.into()));
    types.check("Solution", &solve(&goals, &equation).unwrap());
    types.check_all("KpiDefinition", &kpi_definitions());
    let given: Entries<Quantity> =
        ["mql", "sal"].map(|name| (name.to_owned(), Quantity::new(7.into()))).into_iter().collect();
    types.check("KpiTree", &kpi_tree("mql_to_sal", &given).unwrap());
    types.check_all("KpiState", &agreement.kpi_states(&given));
    let entry = |lead: &str, stage: &str, day: &str| {
        let mut entry = StageEntry::new(lead, stage, at(&format!("2026-{day}T10:00:00Z"))).segment("dach");
        if stage == "customer" {
            entry = entry.amount(money(9_000));
        }
        entry
    };
    let entries = [
        entry("a", "lead", "08-01"),
        entry("a", "mql", "08-11"),
        entry("a", "sql", "09-01"),
        entry("a", "customer", "10-01"),
        entry("b", "lead", "08-02"),
        entry("b", "mql", "08-12"),
    ];
    let window = MeasureWindow { from: at("2026-07-01T00:00:00Z"), until: at("2026-11-01T00:00:00Z") };
    let options = MeasureOptions::new(["lead", "mql", "sql", "customer"]).grouping(Grouping::Segment);
    let measured = measure(&entries, window, &options);
    types.check_all("Measured", &measured);
    types.check("Goals", &goals);
    types.check("Refreshed", &agreement.refreshed(&measured, 1));
    types.check("Proposal", &propose(&goals.goals[0], &measured[0], 1));
}
