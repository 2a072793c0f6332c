//! A quarter's plan, and how its second month is going: for whoever answers for the number.
//!
//! ```text
//! cargo run --example plan_quarter
//! ```

use std::error::Error;

use smarketing::{
    Actual, BusinessDays, Equation, Finding, Given, Goals, Money, MovingOptions, PerformanceOptions, Plan, PlanOptions,
    Rounding, SourcedBy, Unknown, Weekday, daily_summary, moving_targets, performance, plan, solve,
};

const GOALS: &str = r#"
currency = "EUR"

[[goals]]
segment = "dach"
when = { country = ["DE", "AT", "CH"] }
revenue = { 2027-01 = 240000, 2027-02 = 250000, 2027-03 = 310000 }
average_deal = 12000
marketing_share = 0.6
margin = 0.4
lags = { mql_to_sal = 1, sql_to_customer = 1 }
costs = { marketing = { lead = 38.50, mql = 12 }, sales = { lead = 61, sql = 240 } }
capacity = { sal = 250 }

[goals.rates]
lead_to_mql = { of = 1903, won = 571 }
mql_to_sal = 0.6
sal_to_sql = 0.5
sql_to_customer = "41 of 190"

[[goals]]
segment = "france"
when = { country = "FR" }
revenue = { 2027-02 = 60000, 2027-03 = 80000 }
average_deal = 8700
marketing_share = 0.8
close_rate = 0.013
costs = { marketing = { lead = 29 } }
"#;

fn main() -> Result<(), Box<dyn Error>> {
    let goals = Goals::from_toml(GOALS).map_err(|findings| sentences(&findings))?;
    let options = PlanOptions::new()
        .rounding(Rounding::UpEachStep)
        .start("2026-11".parse()?)
        .confidence("0.9".parse()?)
        .chance("0.9".parse()?);
    let plan = plan(&goals, &options);
    print_plan(&plan);
    println!("\nWhat the plan runs into:\n{}", sentences(&plan.findings));

    // February, on the morning of the 15th.
    let day = "2027-02-15".parse()?;
    let office = BusinessDays::new(&Weekday::ALL[..5], &[]).ok_or("a week without a working day")?;
    let actuals = [
        deals("2027-01-21", "dach", SourcedBy::Marketing, 9, 112_500)?,
        deals("2027-01-28", "dach", SourcedBy::Sales, 8, 101_300)?,
        deals("2027-02-04", "dach", SourcedBy::Marketing, 4, 49_400)?,
        deals("2027-02-10", "dach", SourcedBy::Sales, 5, 61_000)?,
        deals("2027-02-12", "france", SourcedBy::Marketing, 2, 16_900)?,
        Actual::new("2027-02-09".parse()?, "dach", SourcedBy::Marketing, "sql", 31),
    ];
    let state = performance(&plan, &actuals, day, &office, &PerformanceOptions::new());
    let summary = daily_summary(&state);
    println!("\n{}\n\n{}", summary.text("en"), summary.text("de"));

    let moving = moving_targets(&goals, &actuals, day, &MovingOptions::new());
    println!("\nThe months left: agreed, rolled over, moved");
    for month in &moving.months {
        println!("{:8} {} {:>10} {:>10} {:>10}", month.segment, month.month, month.target, month.rolled, month.moved);
    }

    let leads = Given::Leads(2_000.into());
    let equation = Equation::new("dach", Unknown::CloseRate).given(leads);
    let solution = solve(&goals, &equation).map_err(|findings| sentences(&findings))?;
    println!("\nWith 2000 leads of marketing, dach needs a close rate of {}.", solution.value.round_dp(4));
    Ok(())
}

fn print_plan(plan: &Plan) {
    println!("month    segment   side         revenue  deals  leads       cost  return/cost");
    for segment in &plan.segments {
        for month in &segment.months {
            for (side, figures) in [("marketing", &month.figures.marketing), ("sales", &month.figures.sales)] {
                let leads = figures.at("lead").unwrap_or_default();
                let ratio = figures.cost_benefit.map_or_else(String::new, |ratio| ratio.to_string());
                println!(
                    "{:8} {:9} {side:9} {:>10} {:>6} {leads:>6} {:>10} {ratio:>12}",
                    month.month, segment.segment, figures.revenue, figures.deals, figures.cost
                );
            }
        }
    }
    let total = &plan.total.total;
    println!("all                         {:>10} {:>6}        {:>10}", total.revenue, total.deals, total.cost);
    println!("\nMarketing's leads of dach for 2027-03: due, worth, for a 90 % chance, and within the rates' counts");
    let month = plan.segment("dach").and_then(|segment| segment.months.last());
    for chance in month.into_iter().flat_map(|month| &month.marketing.chances) {
        let behind = month.map(|month| &month.marketing);
        let due = behind.and_then(|side| side.due.get(&chance.stage)).map(ToString::to_string).unwrap_or_default();
        let worth = behind.and_then(|side| side.lead_value.get(&chance.stage)).copied().unwrap_or_default();
        let for_chance = chance.leads_for_chance.map(|leads| leads.to_string()).unwrap_or_default();
        let within = chance.wilson.as_ref().and_then(|interval| interval.fewest.zip(interval.most));
        let within = within.map(|(fewest, most)| format!("{fewest} to {most}")).unwrap_or_default();
        println!("{:5} {due} {worth:>9} {for_chance:>6} {within:>14}", chance.stage);
    }
}

fn deals(day: &str, segment: &str, side: SourcedBy, count: u64, revenue: i64) -> Result<Actual, Box<dyn Error>> {
    Ok(Actual::new(day.parse()?, segment, side, "customer", count).revenue(Money::from(revenue)))
}

fn sentences(findings: &[Finding]) -> String {
    findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
