//! Figures that other programs computed (`tests/fixtures`), as requests that every language makes:
//! business time, public holidays, the worksheet of the plan, chances.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use smarketing::Timestamp;

use super::ask::{self, Ask};
use super::compare;

/// A request, what it is about, and how its answer differs from what the other program says.
pub struct Fixture {
    pub ask: Ask,
    pub why: String,
    pub differences: Vec<String>,
}

impl Fixture {
    /// A request that is to give an answer.
    fn answering(ask: Ask, why: &str, expected: Value) -> Self {
        let differences = ask::differences(&json!({ "answer": expected }), &ask);
        Self { ask, why: why.to_owned(), differences }
    }
}

/// All of them.
pub fn all() -> Vec<Fixture> {
    let fixtures: [fn() -> Vec<Fixture>; 4] = [clocks, holidays, worksheet, chances];
    fixtures.iter().flat_map(|make| make()).collect()
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("a fixture is JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn agreement(name: &str, parts: &Value) -> Value {
    let mut document = json!({ "smarketing": 1, "agreement": { "name": name, "version": "1" } });
    for (key, part) in parts.as_object().expect("parts") {
        match (key.as_str(), part) {
            ("time_zone" | "currency", part) => document["agreement"][key] = part.clone(),
            _ => document[key] = part.clone(),
        }
    }
    document
}

/// Business time, counted minute by minute by a script.
fn clocks() -> Vec<Fixture> {
    let fixture = read(include_str!("../fixtures/clocks/cases.json"));
    let convert = |(at, case): (usize, &Value)| {
        let (calendar, expected) = (case["calendar"].as_str().expect("a calendar"), &case["expected"]);
        let own = json!({ calendar: fixture["calendars"][calendar] });
        // An agreement with a handover has a clock from it on; nobody asks this one.
        let clock = json!({ "id": "accept", "from": "handover", "until": "accepted", "within": "4h" });
        let handover = json!({ "calendars": own, "clocks": [clock] });
        let document = agreement("Clocks", &json!({ "time_zone": case["zone"], "handover": handover }));
        let instant = || json!(expected.as_str().map(|at| at.parse::<Timestamp>().expect("an instant").to_string()));
        let (function, renamed, expected): (&str, &[(&str, &str)], Value) =
            match case["op"].as_str().expect("an operation") {
                "due" => ("business_due", &[], instant()),
                "before" => ("business_before", &[], instant()),
                "opens" => ("business_opens", &[], instant()),
                "due_in_days" => ("business_due_in_days", &[], instant()),
                "elapsed" => ("business_elapsed", &[("from", "start"), ("to", "end")], span(expected)),
                "open" => ("business_is_open", &[], expected.clone()),
                "offset" => ("business_day_offset", &[], expected.clone()),
                "count" => ("working_days", &[("from", "start"), ("to", "end")], expected.clone()),
                "business_day" => ("is_business_day", &[], expected.clone()),
                other => panic!("no operation `{other}`"),
            };
        let mut request = Map::new();
        for (key, value) in case.as_object().expect("a case") {
            let name = renamed.iter().find(|(from, _)| from == key).map_or(key.as_str(), |(_, to)| to);
            if !["zone", "op", "why", "expected"].contains(&name) {
                request.insert(name.to_owned(), value.clone());
            }
        }
        let ask = Ask::new(format!("fixture_of_clocks_{at}"), function, Some(document), request.into());
        Fixture::answering(ask, case["why"].as_str().expect("a `why`"), expected)
    };
    list(&fixture["cases"]).iter().enumerate().map(convert).collect()
}

/// Seconds as answers write a span of time: `-PT1H40M`.
fn span(seconds: &Value) -> Value {
    let seconds = seconds.as_i64().expect("seconds");
    let (size, sign) = (seconds.unsigned_abs(), if seconds < 0 { "-" } else { "" });
    let parts = [(size / 3600, "H"), (size / 60 % 60, "M"), (size % 60, "S")];
    let parts: Vec<String> =
        parts.iter().filter(|(number, _)| *number > 0).map(|(number, unit)| format!("{number}{unit}")).collect();
    json!(format!("{sign}PT{}", if parts.is_empty() { "0S".to_owned() } else { parts.concat() }))
}

/// Public holidays, by a package that knows them: of all regions in the years in which the rules changed.
fn holidays() -> Vec<Fixture> {
    const YEARS: [&str; 7] = ["1995", "2017", "2018", "2019", "2025", "2026", "2028"];
    let fixture = read(include_str!("../fixtures/clocks/public_holidays.json"));
    let convert = |(region, years): (&String, &Value), year: &str| {
        let days = years[year].as_str().expect("the days of the year").split(' ');
        let days: Vec<Value> = days.map(|day| json!({ "date": format!("{year}-{day}") })).collect();
        let number: u32 = year.parse().expect("a year");
        let request = json!({ "region": region, "year": number });
        let ask = Ask::new(format!("fixture_of_holidays_{region}_{year}"), "public_holidays", None, request);
        Fixture::answering(ask, "another package's holidays", json!(days))
    };
    let regions = fixture.as_object().expect("regions");
    regions.iter().flat_map(|region| YEARS.map(|year| convert(region, year))).collect()
}

/// The worksheet of the plan, by a script in decimal arithmetic.
fn worksheet() -> Vec<Fixture> {
    let fixture = read(include_str!("../fixtures/planning/worksheet.json"));
    let convert = |(at, case): (usize, &Value)| {
        let parts = json!({ "currency": case["goals"]["currency"], "goals": case["goals"]["goals"] });
        let request = json!({ "options": { "rounding": case["rounding"] } });
        let ask = Ask::new(format!("fixture_of_worksheet_{at}"), "plan", Some(agreement("Plan", &parts)), request);
        let mut found = plain(&read(&ask.answer()));
        if let Some(due) = found["due"].as_array_mut() {
            due.retain(|row| row["stage"] != "customer");
            due.sort_by_key(key_of_due);
        }
        if let Some(findings) = found["findings"].as_array_mut() {
            findings.retain(|finding| finding["severity"] == "error");
        }
        let mut differences = Vec::new();
        compare("answer", &plain(&planned(&case["expect"])), &found, &mut differences);
        Fixture { ask, why: format!("{} ({})", case["name"], case["rounding"]), differences }
    };
    list(&fixture).iter().enumerate().map(convert).collect()
}

/// A worksheet in the shape of a plan.
fn planned(expect: &Value) -> Value {
    let mut segments: Vec<Value> = Vec::new();
    for cell in list(&expect["cells"]) {
        if segments.last().is_none_or(|last| last["segment"] != cell["segment"]) {
            segments.push(json!({ "segment": cell["segment"], "months": [] }));
        }
        let sides = ["marketing", "sales", "total"].map(|side| (side.to_owned(), figures(&cell[side])));
        let mut month = json!({ "month": cell["month"], "figures": Map::from_iter(sides) });
        for side in ["marketing", "sales"] {
            let value = &cell[side]["lead_value"];
            month[side]["lead_value"] = value.clone();
            if !value.is_null() {
                month[side]["due"] = cell[side]["due"].clone();
            }
        }
        let months = segments.last_mut().and_then(|segment| segment["months"].as_array_mut());
        months.expect("a segment").push(month);
    }
    let mut due: Vec<Value> = list(&expect["due"]).to_vec();
    for row in &mut due {
        row["total"] = row["leads"].clone();
        row.as_object_mut().expect("a row").remove("leads");
    }
    due.sort_by_key(key_of_due);
    json!({ "segments": segments, "total": { "total": figures(&expect["total"]) }, "due": due, "findings": [] })
}

/// What a side owes, with the ratio that follows.
fn figures(expected: &Value) -> Value {
    let mut figures = expected.clone();
    for beside in ["lead_value", "due"] {
        figures.as_object_mut().expect("figures").remove(beside);
    }
    let amount = |key: &str| figures[key].as_str().and_then(|text| text.parse::<Decimal>().ok()).expect("an amount");
    let (cost, gain) = (amount("cost"), amount("expected_return"));
    let ratio = (!cost.is_zero()).then(|| (gain / cost).round_dp(4).to_string());
    figures["cost_benefit"] = json!(ratio);
    figures
}

fn key_of_due(row: &Value) -> String {
    format!("{} {} {}", row["segment"], row["month"], row["stage"])
}

/// The same with every number, and every text that is one, as the shortest text of a decimal; an empty
/// table is an absent one.
fn plain(value: &Value) -> Value {
    let shortest = |text: &str| text.parse::<Decimal>().map(|number| number.normalize().to_string());
    match value {
        Value::Number(number) => json!(shortest(&number.to_string()).unwrap_or_else(|_| number.to_string())),
        Value::String(text) => json!(shortest(text).unwrap_or_else(|_| text.clone())),
        Value::Array(list) => list.iter().map(plain).collect(),
        Value::Object(table) if table.is_empty() => Value::Null,
        Value::Object(table) => table.iter().map(|(key, value)| (key.clone(), plain(value))).collect(),
        other => other.clone(),
    }
}

/// Beta, binomial and Wilson, by scipy: near to it, and in every language the same bits.
fn chances() -> Vec<Fixture> {
    let fixture = read(include_str!("../fixtures/planning/chance.json"));
    let mut made = Vec::new();
    let mut add = |function: &str, arguments: &[&str], row: &Value, expected: &[(&str, &Value)]| {
        let request: Map<String, Value> =
            arguments.iter().zip(list(row)).map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        let ask = Ask::new(format!("fixture_of_chances_{}", made.len()), function, None, request.into());
        let answer = read(&ask.answer());
        let found = |part: &str| if part.is_empty() { &answer } else { &answer[part] };
        let apart = expected.iter().filter(|(part, expected)| !near(found(part), expected));
        let differences = apart.map(|(part, expected)| format!("{part} is not {expected}: {answer}")).collect();
        made.push(Fixture { ask, why: format!("{function} {row}"), differences });
    };
    for row in list(&fixture["beta_cdf"]) {
        add("beta_cdf", &["x", "a", "b"], row, &[("", &row[3])]);
    }
    for row in list(&fixture["beta_quantile"]) {
        add("beta_quantile", &["p", "a", "b"], row, &[("", &row[3])]);
    }
    for row in list(&fixture["binomial"]) {
        add("chance_of_at_least", &["deals", "leads", "rate"], row, &[("", &row[3])]);
        add("chance_of_exactly", &["deals", "leads", "rate"], row, &[("", &row[4])]);
    }
    for row in list(&fixture["leads_for_chance"]) {
        add("leads_for_chance", &["deals", "rate", "chance"], row, &[("", &row[3])]);
    }
    for row in list(&fixture["intervals"]) {
        let ends = |low: usize| [("low", &row[low]), ("high", &row[low + 1])];
        add("wilson_interval", &["won", "of", "confidence"], row, &ends(3));
        add("posterior_interval", &["won", "of", "confidence"], row, &ends(5));
    }
    made
}

/// Whether two numbers are within 1e-9 of each other; ends of intervals are texts of twelve decimals.
fn near(found: &Value, expected: &Value) -> bool {
    let number = |value: &Value| value.as_f64().or_else(|| value.as_str()?.parse().ok());
    match (number(found), number(expected)) {
        (Some(found), Some(expected)) => (found - expected).abs() <= 1e-9 * expected.abs().max(1e-3),
        _ => found.is_null() && expected.is_null(),
    }
}
