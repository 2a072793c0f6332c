//! Goals as documents: from TOML, to JSON and back, and every finding at its place.
#![cfg(feature = "toml")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use smarketing::{Code, Finding, Goals, PlanOptions, plan};

const WHOLE: &str = r#"
currency = "EUR"

[[goals]]
segment = "dach"
when = { country = ["DE", "AT", "CH"] }
revenue = { 2026-11 = 250000, 2026-12 = 300000.50 }
average_deal = { 2026-12 = 13500.5, else = 12000 }
marketing_share = 0.6
sales_rates = { lead_to_mql = 0.9 }
lags = { lead_to_mql = 1, mql_to_customer = { 2026-12 = 3, else = 2 } }
costs = { marketing = { lead = 38.5, mql = 0.005 }, sales = { lead = 61, customer = 100 } }
budget = 90000
margin = 0.35
capacity = { mql = 400 }

[goals.rates]
reach_to_lead = "41 of 190"
lead_to_mql = { 2026-12 = 0.27, else = { of = 1903, won = 571 } }
mql_to_customer = 0.045

[[goals]]
segment = "partners"
revenue = { 2026-11 = 70000 }
average_deal = 8700
close_rate = 0.013
customer_value = 20000
"#;

#[test]
fn document_to_json_and_back() {
    let goals = Goals::from_toml(WHOLE).unwrap();
    let json = serde_json::to_string(&goals).unwrap();
    assert_eq!(Goals::from_json(&json).unwrap(), goals);
    assert!(json.contains(r#""average_deal":{"2026-12":"13500.5","else":"12000"}"#), "{json}");
    assert!(json.contains(r#""reach_to_lead":{"of":190,"won":41}"#), "{json}");
}

/// The codes and places of the findings in a goal that has these lines instead of good ones.
fn wrong(lines: &str) -> Vec<(Code, String, u32)> {
    let names = |line: &str| line.split(" = ").next().unwrap_or_default().to_owned();
    let replaced: Vec<String> = lines.lines().map(names).collect();
    let good = [
        "segment = 'dach'",
        "revenue = { 2026-11 = 1000 }",
        "average_deal = 100",
        "rates = { lead_to_customer = 0.1 }",
    ];
    let kept = good.iter().filter(|line| !replaced.contains(&names(line))).map(|line| (*line).to_owned());
    let text = format!("currency = 'EUR'\n[[goals]]\n{lines}\n{}", kept.collect::<Vec<_>>().join("\n"));
    let place = |finding: Finding| (finding.code, finding.path.to_string(), finding.line.unwrap_or_default());
    Goals::from_toml(&text).map_or_else(|findings| findings.into_iter().map(place).collect(), |_| Vec::new())
}

#[test]
fn findings_name_the_place() {
    let one = |lines: &str| {
        let found = wrong(lines);
        assert_eq!(found.len(), 1, "{lines}: {found:?}");
        found[0].clone()
    };
    let at = |code, path: &str| (code, format!("goals[0]{path}"), 3);
    assert_eq!(wrong("margin = 0.5"), []);
    assert_eq!(one("segment = 'other'").0, Code::ReservedName);
    assert_eq!(one("segment = 'a b'"), at(Code::InvalidName, ".segment"));
    assert_eq!(one("revenue = { 2026-13 = 1000 }"), at(Code::InvalidValue, ".revenue.2026-13"));
    assert_eq!(one("revenue = { 2026-11 = 10.005 }"), at(Code::TooManyDecimals, ".revenue.2026-11"));
    assert_eq!(one("revenue = { 2026-11 = -1 }"), at(Code::OutOfRange, ".revenue.2026-11"));
    assert_eq!(one("average_deal = 'much'"), at(Code::WrongType, ".average_deal"));
    assert_eq!(one("average_deal = {}"), at(Code::Empty, ".average_deal"));
    assert_eq!(one("marketing_share = 60"), at(Code::OutOfRange, ".marketing_share"));
    assert_eq!(one("rates = { lead_to_customer = { of = 10, won = 11 } }").0, Code::OutOfRange);
    assert_eq!(one("rates = { lead_to_customer = '3 out of 4' }").0, Code::InvalidValue);
    assert_eq!(one("rates = { lead_to_mql = 0.1 }"), at(Code::BrokenChain, ".rates"));
    assert_eq!(one("rates = {}"), at(Code::BrokenChain, ".rates"));
    assert_eq!(one("rates = { lead = 0.1 }").0, Code::InvalidName);
    assert_eq!(one("lags = { lead_to_customer = 1.5 }").0, Code::OutOfRange);
    assert_eq!(one("lags = { lead_to_mql = 1 }"), at(Code::UnknownStage, ".lags.lead_to_mql"));
    assert_eq!(one("costs = { sales = { sql = 1 } }"), at(Code::UnknownStage, ".costs.sales.sql"));
    assert_eq!(one("costs = { desk = { lead = 1 } }"), at(Code::UnknownKey, ".costs.desk"));
    assert_eq!(one("capacity = { leed = 1 }"), at(Code::UnknownStage, ".capacity.leed"));
    assert_eq!(one("close_rate = 0.2").0, Code::ConflictingKeys);
    assert_eq!(wrong("margin = 0.2\ncustomer_value = 1")[0].0, Code::ConflictingKeys);
    // Several at once, in the order of the source.
    let several = "segmet = 'x'\nmargin = 2\nbudget = -1"; // spellchecker:disable-line
    let codes: Vec<Code> = wrong(several).into_iter().map(|(code, ..)| code).collect();
    assert_eq!(codes, [Code::UnknownKey, Code::OutOfRange, Code::OutOfRange]);
}

#[test]
fn no_rates_at_all_and_twice_the_same_segment() {
    let text = "currency = 'Euro'\n[[goals]]\nsegment = 'a'\nrevenue = {}\naverage_deal = 1";
    let codes: Vec<Code> = Goals::from_toml(text).unwrap_err().into_iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::InvalidValue, Code::MissingKey]);
    let goal = "[[goals]]\nsegment = 'a'\nrevenue = {}\naverage_deal = 1\nclose_rate = 0.5\n";
    let findings = Goals::from_toml(&format!("currency = 'EUR'\n{goal}{goal}")).unwrap_err();
    assert_eq!((findings[0].code, findings[0].path.to_string().as_str()), (Code::DuplicateId, "goals[1].segment"));
}

fn codes(goals: &str, options: &PlanOptions) -> Vec<(Code, String)> {
    let plan = plan(&Goals::from_toml(goals).unwrap(), options);
    plan.findings.into_iter().map(|finding| (finding.code, finding.path.to_string())).collect()
}

#[test]
fn a_plan_says_what_it_runs_into() {
    let options = PlanOptions::new();
    let found = codes(WHOLE, &options);
    // Leads of November and December are due before November; the budget holds for November alone.
    assert!(found.contains(&(Code::LateLeads, "goals[0].revenue.2026-11".to_owned())), "{found:?}");
    assert!(found.contains(&(Code::OverCapacity, "goals[0].capacity.mql".to_owned())), "{found:?}");
    assert_eq!(
        codes(WHOLE, &options.start("2026-01".parse().unwrap())),
        [(Code::OverCapacity, "goals[0].capacity.mql".to_owned())]
    );
    let tight = WHOLE.replace("budget = 90000", "budget = 1000");
    let options = PlanOptions::new().start("2026-01".parse().unwrap());
    assert_eq!(codes(&tight, &options).iter().filter(|(code, _)| *code == Code::OverBudget).count(), 2);
}

#[test]
fn empty_and_impossible_goals_are_findings() {
    let options = PlanOptions::new();
    assert_eq!(codes("currency = 'EUR'\ngoals = []", &options), [(Code::NoGoal, "goals".to_owned())]);
    let goal = |lines: &str| format!("currency = 'EUR'\n[[goals]]\nsegment = 'a'\n{lines}");
    let only = |lines: &str| {
        let found = codes(&goal(lines), &options);
        assert_eq!(found.len(), 1, "{lines}: {found:?}");
        found[0].0
    };
    assert_eq!(only("revenue = {}\naverage_deal = 1\nclose_rate = 0.1"), Code::NoGoal);
    assert_eq!(only("revenue = { 2026-11 = 5 }\naverage_deal = 0\nclose_rate = 0.1"), Code::ImpossibleGoal);
    assert_eq!(only("revenue = { 2026-11 = 5 }\naverage_deal = 1\nclose_rate = '0 of 12'"), Code::ImpossibleGoal);
    assert_eq!(
        only("revenue = { 2026-11 = 5 }\naverage_deal = { 2026-12 = 1 }\nclose_rate = 0.1"),
        Code::MissingFigure
    );
    assert_eq!(only("revenue = { 2026-11 = 0 }\naverage_deal = 1\nclose_rate = { 2026-12 = 1 }"), Code::MissingFigure);
    let huge = "revenue = { 2026-11 = 1000000000000000 }\naverage_deal = 0.000001\nclose_rate = 0.000000000000000001";
    assert_eq!(only(huge), Code::ImpossibleGoal);
}
