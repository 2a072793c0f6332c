//! Whole valid agreements, as the JSON of a document.

use serde_json::{Map, Value, json};

use crate::choices::Choices;
use crate::conditions::{Asks, INDUSTRIES, SENIORITIES, SPANS, Step, condition, filter, types};

/// What the conditions of an agreement may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Everything.
    Whole,
    /// No results before the rules: what the naive reference understands.
    Plain,
}

impl Style {
    fn asks(self, step: Step) -> Asks {
        match self {
            Style::Whole => Asks::at(step),
            Style::Plain => Asks { step, known: true, results: step >= Step::Rules },
        }
    }
}

/// An agreement with everything in it that a document can have so far.
pub fn agreement(choices: &mut Choices, style: Style) -> Value {
    let mut document = json!({
        "smarketing": 1,
        "agreement": {
            "name": "Generated", "version": "7", "currency": "EUR", "exchange": { "USD": "0.9" },
            "time_zone": choices.of(&["UTC", "Europe/Berlin", "+05:30", "-03:00"]),
        },
        "fields": fields(),
        "interactions": {
            "page_view": { "properties": { "url": "text", "seconds": "number", "cta": "boolean" } },
            "whitepaper": { "properties": { "topic": { "type": "category", "values": ["crm", "erp"] } } },
            "demo_request": {},
            "email_sent": { "activity": false, "properties": { "campaign": "text" } },
            "unsubscribed": { "activity": false },
        },
        "email_domains": { "free": ["club.example"], "disposable": ["gone.example"] },
    });
    let parts = [
        ("icp", icp(choices, style)),
        ("personas", personas(choices, style)),
        ("qualification", qualification(choices, style)),
        ("scoring", scoring(choices, style)),
        ("lifecycle", lifecycle(choices, style)),
    ];
    for (key, part) in parts {
        document[key] = part;
    }
    document
}

pub fn fields() -> Value {
    json!({
        "industry": { "type": "category", "values": INDUSTRIES },
        "employees": { "type": "number", "label": { "en": "Employees", "de": "Mitarbeiter" } },
        "country": "country",
        "job_title": { "type": "text", "column": "Title", "ask": "What do you do?" },
        "email": "email",
        "budget": { "type": "money", "owner": "sales" },
        "seniority": { "type": "category", "values": SENIORITIES, "ordered": true, "missing": ["Select"] },
        "opted": "boolean",
        "founded": { "type": "date", "changeable": false },
        "last_call": "instant",
        "phone": "phone",
        "site": "url",
        "tags": "list",
        "topics": { "type": "list", "values": ["crm", "erp"] },
    })
}

/// `count` things, each with an id of its own.
fn list(choices: &mut Choices, least: usize, most: usize, make: impl Fn(&mut Choices, usize) -> Value) -> Value {
    Value::Array((0..choices.between(least, most)).map(|at| make(choices, at)).collect())
}

fn icp(choices: &mut Choices, style: Style) -> Value {
    let asks = style.asks(Step::Icp);
    let mut icp = json!({
        "tiers": { "A": 0.8, "B": 0.3 },
        "criteria": list(choices, 0, 3, |choices, at| {
            json!({ "id": format!("c{at}"), "weight": choices.of(&[json!(1), json!(2.5), json!(3)]),
                    "when": condition(choices, asks, 1) })
        }),
    });
    if choices.percent(30) {
        icp["tiers"]["else"] = json!("D");
    }
    if choices.percent(30) {
        icp["exclude"] = json!([{ "id": "out", "when": condition(choices, asks, 0), "reason": "no business" }]);
    }
    icp
}

fn personas(choices: &mut Choices, style: Style) -> Value {
    let asks = style.asks(Step::Persona);
    json!([
        { "id": "lead-it", "name": "Ines", "role": "decision_maker", "needs": ["quiet"], "when": condition(choices, asks, 1) },
        { "id": "lead-ops", "name": { "de": "Otto" }, "role": "user", "when": condition(choices, asks, 0) },
    ])
}

fn qualification(choices: &mut Choices, style: Style) -> Value {
    let asks = style.asks(Step::Qualification);
    json!({ "framework": "bant", "criteria": [
        { "id": "need", "when": condition(choices, asks, 0) },
        { "id": "budget", "when": condition(choices, asks, 1) },
    ]})
}

fn points(choices: &mut Choices) -> Value {
    choices.of(&[json!(5), json!(10), json!(-7), json!(12.25), json!(0.333_333), json!(-20.5), json!(30), json!(0)])
}

pub fn decay(choices: &mut Choices) -> Value {
    choices.of(&[
        json!("none"),
        json!({ "half_life": "30d" }),
        json!({ "half_life": "7d" }),
        json!({ "linear": "60d" }),
        json!({ "minus": 2.5, "every": "7d" }),
        json!({ "times": 0.5, "every": "30d" }),
    ])
}

fn scoring(choices: &mut Choices, style: Style) -> Value {
    let mut scoring = Map::new();
    if choices.percent(50) {
        scoring.insert("decay".to_owned(), decay(choices));
    }
    if choices.percent(50) {
        let weights = [json!(1), json!(0.5), json!(1.333), json!(0)];
        scoring
            .insert("weights".to_owned(), json!({ "fit": choices.of(&weights), "engagement": choices.of(&weights) }));
    }
    scoring.insert("bands".to_owned(), json!({ "warm": 10, "hot": 40, "else": "cold" }));
    for (key, grades) in [("fit", json!({ "A": 20, "B": 5, "else": "C" })), ("engagement", json!({ "1": 20, "2": 0 }))]
    {
        let mut settings = bounds(choices, 30);
        settings["grades"] = grades;
        scoring.insert(key.to_owned(), settings);
    }
    let total = bounds(choices, 30);
    scoring.insert("score".to_owned(), total);
    let mut groups = Map::new();
    for (at, name) in GROUPS.iter().enumerate() {
        let mut group = bounds(choices, 40);
        if at > 0 || choices.percent(50) {
            group["pick"] = json!(choices.of(&["sum", "first", "highest"]));
        }
        groups.insert((*name).to_owned(), group);
    }
    scoring.insert("groups".to_owned(), Value::Object(groups));
    scoring.insert("rules".to_owned(), list(choices, 1, 9, |choices, at| rule(choices, style, at)));
    scoring.insert("adjustments".to_owned(), list(choices, 0, 4, |choices, at| adjustment(choices, style, at)));
    Value::Object(scoring)
}

/// The groups, one for each dimension.
const GROUPS: [&str; 3] = ["who", "what", "total"];
const DIMENSIONS: [&str; 3] = ["fit", "engagement", "score"];

fn bounds(choices: &mut Choices, percent: usize) -> Value {
    let mut bounds = json!({});
    if choices.percent(percent) {
        bounds["min"] = choices.of(&[json!(-10), json!(0), json!(2.5)]);
    }
    if choices.percent(percent) {
        bounds["max"] = choices.of(&[json!(10), json!(25.75), json!(50)]);
    }
    bounds
}

fn step_of(dimension: usize) -> Step {
    if dimension == 2 { Step::Score } else { Step::Rules }
}

/// A rule of one of the four kinds.
fn rule(choices: &mut Choices, style: Style, at: usize) -> Value {
    let dimension = choices.below(3);
    let asks = style.asks(step_of(dimension));
    let mut rule = json!({ "id": format!("r{at}"), "scores": DIMENSIONS[dimension] });
    if choices.percent(40) {
        rule["group"] = json!(GROUPS[dimension]);
    }
    let gated = choices.percent(25);
    match choices.below(5) {
        0 => {
            rule["when"] = condition(choices, asks, 2);
            rule["points"] = points(choices);
            return rule;
        }
        1 => rule["points_by"] = points_by(choices, asks),
        2 | 3 => {
            let kinds = types(choices);
            let kinds = if kinds.is_empty() { vec!["page_view"] } else { kinds };
            rule["points"] = points(choices);
            if choices.percent(40)
                && let Some(filter) = filter(choices, &kinds, asks)
            {
                rule["where"] = filter;
            }
            rule["on"] = json!(kinds);
            if choices.percent(40) {
                rule["within"] = json!(choices.of(&SPANS));
            }
            if choices.percent(50) {
                rule["limit"] = limit(choices);
            }
            if choices.percent(50) {
                rule["decay"] = decay(choices);
            }
        }
        _ => {
            rule["idle"] = json!(choices.of(&SPANS));
            rule["points"] = points(choices);
            if choices.percent(30) {
                rule["on"] = json!(["page_view", "email_sent"]);
            }
        }
    }
    if gated {
        rule["when"] = condition(choices, asks, 1);
    }
    rule
}

fn limit(choices: &mut Choices) -> Value {
    let one = |choices: &mut Choices| {
        let times = choices.between(1, 3);
        match choices.below(4) {
            0 => json!({ "times": times }),
            at => {
                let period = ["day", "week", "month"][at - 1];
                json!({ "times": times, "per": period })
            }
        }
    };
    if choices.percent(30) { json!([one(choices), one(choices)]) } else { one(choices) }
}

fn points_by(choices: &mut Choices, asks: Asks) -> Value {
    match choices.below(if asks.step > Step::Rules { 9 } else { 8 }) {
        0 => json!({ "field": "industry", "values": { "software": points(choices), "finance": points(choices) } }),
        1 => {
            json!({ "field": "employees", "steps": { "10": points(choices), "50": points(choices), "400.5": points(choices) } })
        }
        2 => json!({ "field": "budget", "times": 0.001, "max": 20 }),
        3 => json!({ "field": "employees", "times": -0.01, "min": -15, "max": 3 }),
        4 => json!({ "field": "opted", "values": { "true": points(choices), "false": points(choices) } }),
        5 => json!({ "field": "persona", "values": { "lead-it": points(choices) } }),
        6 => json!({ "field": "icp_matched", "times": 30, "max": 25 }),
        7 => json!({ "field": "icp_tier", "values": { "A": points(choices), "B": points(choices) } }),
        _ => json!({ "field": "fit", "steps": { "0": points(choices), "10": points(choices) } }),
    }
}

fn adjustment(choices: &mut Choices, style: Style, at: usize) -> Value {
    let dimension = choices.below(3);
    let asks = style.asks(step_of(dimension));
    let multiply = choices.of(&[json!(0.5), json!(0.9), json!(1), json!(0), json!(0.333)]);
    // Ids that sort differently from the document's order.
    let mut adjustment = json!({ "id": format!("a{}", 9 - at), "scores": DIMENSIONS[dimension], "multiply": multiply });
    if choices.percent(40) {
        adjustment["idle"] = json!(choices.of(&SPANS));
    } else {
        adjustment["when"] = condition(choices, asks, 1);
        if choices.percent(30) {
            adjustment["multiply"] = json!(1.75);
        }
    }
    adjustment
}

fn lifecycle(choices: &mut Choices, style: Style) -> Value {
    let asks = style.asks(Step::Stage);
    let mut stages = json!({});
    for stage in ["mql", "sal", "sql"] {
        if choices.percent(70) {
            let mut criteria = json!({ "when": condition(choices, asks, 1) });
            if choices.percent(30) {
                criteria["requires"] = json!([choices.of(&["email", "employees", "created"])]);
            }
            if choices.percent(30) {
                criteria["keep_while"] = condition(choices, asks, 0);
            }
            stages[stage] = criteria;
        }
    }
    let mut lifecycle = json!({ "stage": stages });
    if choices.percent(30) {
        let mut track = json!({ "on": ["demo_request"], "within": "7d", "to": choices.of(&["mql", "sal"]) });
        if choices.percent(30) {
            track["when"] = condition(choices, asks, 0);
        }
        lifecycle["fast_track"] = json!([track]);
    }
    if choices.percent(20) {
        lifecycle["disqualify"] = json!([{ "id": "rival", "when": condition(choices, asks, 0) }]);
    }
    lifecycle
}
