//! The worksheet to the cent: every case of `fixtures/planning/worksheet.json`, which an independent
//! script in decimal arithmetic made.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use rust_decimal::Decimal;
use serde_json::Value;
use smarketing::{Goals, PlanFigures, PlanOptions, Rounding, SideMonth, plan};

fn decimal(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

fn same_figures(what: &str, expected: &Value, found: &PlanFigures) {
    assert_eq!(found.revenue.amount(), decimal(&expected["revenue"]), "{what}: revenue");
    assert_eq!(found.deals.number(), decimal(&expected["deals"]), "{what}: deals");
    assert_eq!(found.cost.amount(), decimal(&expected["cost"]), "{what}: cost");
    assert_eq!(found.expected_return.amount(), decimal(&expected["expected_return"]), "{what}: return");
    let stages = expected["stages"].as_object().unwrap();
    assert_eq!(found.stages.names().count(), stages.len(), "{what}: stages");
    for (stage, leads) in stages {
        assert_eq!(found.stages.get(stage).map(|leads| leads.number()), Some(decimal(leads)), "{what}: {stage}");
    }
    let ratio = (!found.cost.amount().is_zero())
        .then(|| (found.expected_return.amount() / found.cost.amount()).round_dp(4).normalize());
    assert_eq!(found.cost_benefit.map(|ratio| ratio.number()), ratio, "{what}: cost-benefit");
}

fn same_background(what: &str, expected: &Value, found: &SideMonth) {
    let Some(values) = expected.get("lead_value").and_then(Value::as_object) else {
        assert!(found.lead_value.is_empty(), "{what}: lead value");
        return;
    };
    for (stage, value) in values {
        assert_eq!(found.lead_value.get(stage).map(|value| value.amount()), Some(decimal(value)), "{what}: {stage}");
        let due = found.due.get(stage).map(ToString::to_string);
        assert_eq!(due.as_deref(), expected["due"][stage].as_str(), "{what}: {stage} due");
    }
}

#[test]
fn every_case_to_the_cent() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("fixtures/planning/worksheet.json")).unwrap();
    assert!(cases.len() >= 40);
    for case in &cases {
        let what = format!("{} ({})", case["name"], case["rounding"]);
        let goals = Goals::from_json(&case["goals"].to_string()).unwrap();
        let rounding = Rounding::ALL.iter().find(|(name, _)| case["rounding"] == *name).unwrap().1;
        let plan = plan(&goals, &PlanOptions::new().rounding(rounding));
        assert!(plan.findings.iter().all(|finding| !finding.is_error()), "{what}: {:?}", plan.findings);
        for cell in case["expect"]["cells"].as_array().unwrap() {
            let (segment, month) = (cell["segment"].as_str().unwrap(), cell["month"].as_str().unwrap());
            let what = format!("{what} {segment} {month}");
            let found = plan.segment(segment).unwrap().month(month.parse().unwrap()).unwrap();
            same_figures(&format!("{what} marketing"), &cell["marketing"], &found.figures.marketing);
            same_figures(&format!("{what} sales"), &cell["sales"], &found.figures.sales);
            same_figures(&format!("{what} total"), &cell["total"], &found.figures.total);
            same_background(&format!("{what} marketing"), &cell["marketing"], &found.marketing);
            same_background(&format!("{what} sales"), &cell["sales"], &found.sales);
        }
        same_figures(&format!("{what} total"), &case["expect"]["total"], &plan.total.total);
        let expected = case["expect"]["due"].as_array().unwrap();
        let due: Vec<_> = plan.due.iter().filter(|due| due.stage != "customer").collect();
        assert_eq!(due.len(), expected.len(), "{what}: due");
        for row in expected {
            let same = |key: &str, text: &str| row[key] == text;
            let found = due.iter().find(|due| {
                same("segment", &due.segment) && same("month", &due.month.to_string()) && same("stage", &due.stage)
            });
            assert_eq!(found.map(|due| due.total.number()), Some(decimal(&row["leads"])), "{what}: {row}");
        }
    }
}

#[test]
fn published_examples() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("fixtures/planning/worksheet.json")).unwrap();
    let planned = |name: &str, rounding| {
        let case = cases.iter().find(|case| case["name"] == name).unwrap();
        let goals = Goals::from_json(&case["goals"].to_string()).unwrap();
        let plan = plan(&goals, &PlanOptions::new().rounding(rounding));
        let month = plan.segments[0].months[0].clone();
        (month.figures.marketing, month.marketing)
    };
    let at = |name: &str, rounding, stage: &str| planned(name, rounding).0.at(stage).unwrap().to_string();
    let name = "2,000,000 at 60,000 a deal and 22 %";
    assert_eq!(at(name, Rounding::Up, "opportunity"), "152");
    assert_eq!(at(name, Rounding::UpEachStep, "opportunity"), "155");
    let value = planned("160,000 at 1 %", Rounding::None).1;
    assert_eq!(value.lead_value.get("mql").map(ToString::to_string).as_deref(), Some("1600.00"));
    for rounding in [Rounding::None, Rounding::Up, Rounding::UpEachStep] {
        let stages = ["lead", "mql", "sal", "sql", "customer"].map(|stage| at("100, 50, 30, 15, 5", rounding, stage));
        assert_eq!(stages, ["100", "50", "30", "15", "5"]);
    }
    // Rounded up at each step, 2.5 SAL become 3, and the ten MQL 12.
    let ten = [Rounding::None, Rounding::Up, Rounding::UpEachStep]
        .map(|rounding| at("10,000 at 25 %, 80 %, 50 %", rounding, "mql"));
    assert_eq!(ten, ["10", "10", "12"]);
}
