//! Conditions of every operator and every combination, as the JSON of a document.

use serde_json::{Map, Value, json};

use crate::choices::Choices;

/// The steps of an assessment, in order: a condition asks only about earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Icp,
    Persona,
    Qualification,
    Rules,
    Score,
    Stage,
}

/// What a generated condition may ask.
#[derive(Debug, Clone, Copy)]
pub struct Asks {
    pub step: Step,
    /// Whether `known` may stand in it, which absence answers.
    pub known: bool,
    /// Whether results may stand in it, whose numbers are always known.
    pub results: bool,
}

impl Asks {
    pub fn at(step: Step) -> Self {
        Self { step, known: true, results: true }
    }
}

pub const INDUSTRIES: [&str; 4] = ["software", "finance", "retail", "public"];
pub const SENIORITIES: [&str; 4] = ["staff", "manager", "director", "c_level"];
pub const TYPES: [&str; 5] = ["page_view", "whitepaper", "demo_request", "email_sent", "unsubscribed"];
pub const SPANS: [&str; 6] = ["1d", "12h", "7d", "30d", "4w", "90d"];

/// Where a condition stands: about the lead, or about an interaction in `where`.
pub fn condition(choices: &mut Choices, asks: Asks, depth: usize) -> Value {
    let mut clauses = Map::new();
    for _ in 0..choices.between(1, 2) {
        let (name, clause) = clause(choices, asks, depth);
        clauses.insert(name, clause);
    }
    Value::Object(clauses)
}

fn clause(choices: &mut Choices, asks: Asks, depth: usize) -> (String, Value) {
    let kind = choices.below(if depth == 0 { 8 } else { 12 });
    match kind {
        0..=4 => field(choices, asks),
        5 | 6 if asks.results && asks.step > Step::Icp => result(choices, asks),
        5 | 6 => field(choices, asks),
        7 => ("interactions".to_owned(), question(choices, asks)),
        8 | 9 => {
            let list: Vec<Value> = (0..choices.between(1, 3)).map(|_| condition(choices, asks, depth - 1)).collect();
            (choices.of(&["all", "any"]).to_owned(), Value::Array(list))
        }
        _ => ("not".to_owned(), condition(choices, asks, depth - 1)),
    }
}

fn known(choices: &mut Choices) -> Value {
    json!({ "known": choices.percent(50) })
}

/// Several operators of one field, all of which must hold; a bare value or a list.
fn equality(choices: &mut Choices, values: &[Value]) -> Value {
    let one = choices.of(values);
    let two = choices.of(values);
    match choices.below(4) {
        0 => one,
        1 => json!([one, two]),
        2 => json!({ "is_not": one }),
        _ => json!({ "not_in": [one, two] }),
    }
}

fn order(choices: &mut Choices, values: &[Value]) -> Value {
    let one = choices.of(values);
    match choices.below(5) {
        0 => json!({ "at_least": one }),
        1 => json!({ "at_most": one }),
        2 => json!({ "more_than": one }),
        3 => json!({ "less_than": one }),
        _ => json!({ "at_least": one, "less_than": choices.of(values) }),
    }
}

fn text(choices: &mut Choices, values: &[&str]) -> Value {
    let one = choices.of(values);
    match choices.below(6) {
        0 => json!({ "contains": one }),
        1 => json!({ "starts_with": [one, choices.of(values)] }),
        2 => json!({ "ends_with": one }),
        3 => json!({ "word": [one, "cio", "head of it", "it-leiter*"] }),
        4 => json!({ "matches": format!("*{one}?*") }),
        _ => equality(choices, &[json!(one), json!(choices.clone().of(values))]),
    }
}

fn field(choices: &mut Choices, asks: Asks) -> (String, Value) {
    let names = [
        "industry",
        "employees",
        "country",
        "job_title",
        "email",
        "budget",
        "seniority",
        "opted",
        "founded",
        "last_call",
        "phone",
        "site",
        "tags",
        "topics",
        "source",
        "sourced_by",
        "created",
    ];
    let name = choices.of(&names);
    let predicate = if asks.known && choices.percent(10) { known(choices) } else { predicate(choices, name) };
    (name.to_owned(), predicate)
}

fn predicate(choices: &mut Choices, name: &str) -> Value {
    let strings = |list: &[&str]| list.iter().map(|text| json!(text)).collect::<Vec<_>>();
    match name {
        "industry" => equality(choices, &strings(&INDUSTRIES)),
        "employees" | "budget" => {
            let numbers = [json!(10), json!(50), json!(400.5), json!(2000)];
            if choices.percent(70) { order(choices, &numbers) } else { equality(choices, &numbers) }
        }
        "country" => equality(choices, &strings(&["DE", "Austria", "Schweiz", "US"])),
        "job_title" | "source" | "site" => text(choices, &["it", "leiter", "CIO", "Straße", "web"]),
        "email" => match choices.below(4) {
            0 => json!({ "kind": choices.of(&["business", "free", "disposable"]) }),
            1 => json!({ "domain": [choices.of(&["rival.example", "firm.example"])] }),
            2 => json!({ "ends_with": ".example" }),
            _ => json!({ "contains": "cio" }),
        },
        "seniority" => {
            let values = strings(&SENIORITIES);
            if choices.percent(50) { order(choices, &values) } else { equality(choices, &values) }
        }
        "opted" => json!(choices.percent(50)),
        "sourced_by" => equality(choices, &strings(&["marketing", "sales"])),
        "founded" | "last_call" | "created" => match choices.below(5) {
            0 => json!({ "before": "2026-10-25" }),
            1 => json!({ "after": "2026-10-01" }),
            2 => json!({ "within": choices.of(&SPANS) }),
            3 => json!({ "older_than": choices.of(&SPANS) }),
            _ => json!("2026-11-01"),
        },
        "phone" => json!({ "starts_with": choices.of(&["+49", "+43"]) }),
        "tags" => match choices.below(3) {
            0 => json!({ "contains": choices.of(&["alpha", "beta"]) }),
            1 => json!({ "word": choices.of(&["alpha", "beta"]) }),
            _ => json!({ "not_in": ["beta"] }),
        },
        _ => match choices.below(2) {
            0 => json!({ "contains": choices.of(&["crm", "erp"]) }),
            _ => json!({ "not_in": [choices.of(&["crm", "erp"])] }),
        },
    }
}

fn result(choices: &mut Choices, asks: Asks) -> (String, Value) {
    let numbers = [json!(0), json!(10), json!(25.5), json!(60)];
    let mut kinds = vec!["icp", "icp_matched", "icp_tier"];
    if asks.step > Step::Persona {
        kinds.extend(["persona", "persona_role"]);
    }
    if asks.step > Step::Qualification {
        kinds.extend(["bant_met", "bant_need"]);
    }
    if asks.step > Step::Rules {
        kinds.extend(["fit", "engagement"]);
    }
    if asks.step > Step::Score {
        kinds.extend(["score", "grade", "band"]);
    }
    let name = choices.of(&kinds);
    let labels = |list: &[&str]| list.iter().map(|text| json!(text)).collect::<Vec<_>>();
    let predicate = match name {
        "icp" | "bant_need" => json!(choices.percent(50)),
        "icp_matched" => order(choices, &[json!(0.3), json!(0.5), json!(1)]),
        "bant_met" => order(choices, &[json!(0), json!(1), json!(2)]),
        "icp_tier" => {
            if choices.percent(50) {
                order(choices, &labels(&["A", "B"]))
            } else {
                equality(choices, &labels(&["A", "B"]))
            }
        }
        "persona" => equality(choices, &labels(&["lead-it", "lead-ops"])),
        "persona_role" => equality(choices, &labels(&["decision_maker", "user"])),
        "grade" => match choices.below(2) {
            0 => json!({ "starts_with": choices.of(&["A", "B"]) }),
            _ => equality(choices, &labels(&["A1", "B2", "C2"])),
        },
        "band" => order(choices, &labels(&["warm", "hot"])),
        _ => order(choices, &numbers),
    };
    (name.to_owned(), predicate)
}

/// A question about what happened.
pub fn question(choices: &mut Choices, asks: Asks) -> Value {
    let mut question = Map::new();
    let kinds = types(choices);
    if !kinds.is_empty() {
        question.insert("type".to_owned(), json!(kinds));
    }
    if choices.percent(30)
        && let Some(filter) = filter(choices, &kinds, asks)
    {
        question.insert("where".to_owned(), filter);
    }
    if choices.percent(50) {
        question.insert("within".to_owned(), json!(choices.of(&SPANS)));
    }
    if choices.percent(15) {
        question.insert("older_than".to_owned(), json!(choices.of(&SPANS)));
    }
    // With several types, of which not all have the property.
    if (kinds.is_empty() || kinds.contains(&"page_view")) && choices.percent(30) {
        question.insert("distinct".to_owned(), json!(choices.of(&["url", "seconds"])));
    }
    if choices.percent(70) {
        let counts = [json!(0), json!(1), json!(2), json!(3)];
        let count = match choices.below(3) {
            0 => choices.of(&counts),
            1 => json!({ "is_not": choices.of(&counts) }),
            _ => order(choices, &counts),
        };
        question.insert("count".to_owned(), count);
    }
    Value::Object(question)
}

/// One type, two, or none: all that are the lead's own doing.
pub fn types(choices: &mut Choices) -> Vec<&'static str> {
    match choices.below(4) {
        0 | 1 => vec![choices.of(&TYPES)],
        2 => vec!["page_view", "whitepaper"],
        _ => Vec::new(),
    }
}

/// What must hold of an interaction: its properties, and its place among its like.
pub fn filter(choices: &mut Choices, kinds: &[&str], asks: Asks) -> Option<Value> {
    let mut filter = Map::new();
    match kinds {
        ["page_view"] => {
            let texts = ["/pricing", "demo", "Straße"];
            if choices.percent(70) {
                let test = match choices.below(3) {
                    0 if asks.known => known(choices),
                    0 | 1 => text(choices, &texts),
                    _ => json!({ "is_not": "/" }),
                };
                filter.insert("url".to_owned(), test);
            }
            if choices.percent(30) {
                filter.insert("seconds".to_owned(), order(choices, &[json!(10), json!(30.5)]));
            }
            if choices.percent(20) {
                filter.insert("not".to_owned(), json!({ "cta": true }));
            }
        }
        ["whitepaper"] => {
            filter.insert("topic".to_owned(), equality(choices, &[json!("crm"), json!("erp")]));
        }
        _ => {}
    }
    if choices.percent(30) {
        filter.insert("nth".to_owned(), order(choices, &[json!(1), json!(2), json!(3)]));
    }
    if choices.percent(20) {
        filter.insert("since_previous".to_owned(), order(choices, &[json!("1d"), json!("7d"), json!("12h")]));
    }
    (!filter.is_empty()).then_some(Value::Object(filter))
}
