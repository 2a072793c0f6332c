//! Goals as a part of the agreement: which segment a lead counts in, the plan, working days, what check
//! doubts, and what was measured as a difference of the agreement.

use smarketing::{
    Agreement, Code, Grouping, Interactions, Lead, MeasureOptions, MeasureWindow, PlanOptions, StageEntry, Timestamp,
    check_toml, measure,
};

const AGREEMENT: &str = r#"
smarketing = 1
[agreement]
name = "Goals"
version = "1"
[fields]
country = { type = "country" }
[handover]
calendars = { office = { days = "mon-thu", open = "09:00", close = "17:00" } }
clocks = [{ id = "accept", from = "handover", until = ["accepted", "rejected"], within = "4h", calendar = "office" }]
[[goals]]
segment = "dach"
when = { country = ["DE", "AT", "CH"] }
average_deal = 10000
marketing_share = 1
rates = { lead_to_customer = 0.5 }
revenue = { 2026-11 = 100000 }
[[goals]]
segment = "france"
when = { country = "FR" }
average_deal = 10000
marketing_share = 1
rates = { lead_to_customer = 0.5 }
revenue = { 2026-11 = 50000 }
"#;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn a_lead_counts_in_the_first_segment_that_is_true() {
    let agreement = Agreement::from_toml(AGREEMENT).unwrap();
    let segment = |lead: Lead| agreement.bind(&lead, &Interactions::none()).segment(at("2026-11-02T10:00:00Z"));
    assert_eq!(segment(Lead::new("a").fact("country", "Schweiz")), "dach");
    assert_eq!(segment(Lead::new("b").fact("country", "FR")), "france");
    assert_eq!(segment(Lead::new("c").fact("country", "US")), "other");
    // An unknown country is in no segment, rather than in the first.
    assert_eq!(segment(Lead::new("d")), "other");
}

#[test]
fn the_agreement_plans_its_goals_in_its_working_days() {
    let agreement = Agreement::from_toml(AGREEMENT).unwrap();
    let plan = agreement.plan(&PlanOptions::new());
    assert_eq!(plan.segments.iter().map(|segment| segment.segment.to_string()).collect::<Vec<_>>(), ["dach", "france"]);
    // The office is closed on Fridays.
    let days = agreement.working_days();
    assert!(days.is_business_day("2026-11-05".parse().unwrap()));
    assert!(!days.is_business_day("2026-11-06".parse().unwrap()));
}

#[test]
fn check_says_what_the_plan_runs_into() {
    let impossible = AGREEMENT.replacen("lead_to_customer = 0.5", "lead_to_customer = 0", 1);
    let findings = check_toml(&impossible, None);
    assert!(findings.iter().any(|finding| finding.path.to_string().starts_with("goals[0]")), "{findings:#?}");
    let broken = AGREEMENT.replace("country = \"FR\"", "land = \"FR\"");
    let finding = check_toml(&broken, None).into_iter().find(|finding| finding.code == Code::UnknownField).unwrap();
    assert_eq!(finding.path.to_string(), "goals[1].when.land");
}

#[test]
fn what_was_measured_is_a_difference_of_the_agreement() {
    let agreement = Agreement::from_toml(AGREEMENT).unwrap();
    let mut entries = Vec::new();
    for lead in 0..4 {
        let id = format!("L-{lead}");
        entries.push(StageEntry::new(id.as_str(), "lead", at("2026-10-01T09:00:00Z")).segment("dach"));
        let end = if lead == 0 { "customer" } else { "lost" };
        entries.push(StageEntry::new(id.as_str(), end, at("2026-10-05T09:00:00Z")).segment("dach"));
    }
    let window = MeasureWindow { from: at("2026-10-01T00:00:00Z"), until: at("2026-11-01T00:00:00Z") };
    let options = MeasureOptions::new(["lead", "customer"]).grouping(Grouping::Segment);
    let refreshed = agreement.refreshed(&measure(&entries, window, &options), 2);
    assert_eq!(refreshed.proposals[0].changes[0].after, r#"{"of":4,"won":1}"#);
    assert!(!refreshed.differences.is_empty());
    assert!(
        refreshed.differences.iter().all(|difference| difference.path.to_string().contains("dach")),
        "{:#?}",
        refreshed.differences
    );
    // France was not measured, and stays; the proposal is an agreement again.
    assert_eq!(refreshed.document.goals[1], agreement.document().goals[1]);
    assert!(Agreement::new(refreshed.document).is_ok());
}
