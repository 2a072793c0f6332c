//! Leads and what happened to them, as JSON: with missing, dated and odd facts, duplicate ids and
//! instants around every bound that the agreements use.

use serde_json::{Map, Value, json};
use smarketing::Timestamp;

use crate::choices::Choices;

pub const DAY: i64 = 86_400_000_000;

/// 2026-11-02T10:00:00Z, a week after the clocks of Berlin went back.
pub const AS_OF: i64 = 1_793_613_600_000_000;

pub fn instant(microseconds: i64) -> Timestamp {
    Timestamp::from_microseconds(microseconds).expect("within the calendar")
}

/// The instant of the question.
pub fn as_of() -> Timestamp {
    instant(AS_OF)
}

/// The values that a field is given: right ones, odd spellings of right ones, and wrong ones.
pub fn values(field: &str) -> Vec<Value> {
    match field {
        "industry" => vec![
            json!("software"),
            json!(" FINANCE "),
            json!("public"),
            json!("sofware"), // spellchecker:disable-line
            json!(""),
        ],
        "employees" => {
            vec![json!(10), json!(50), json!("400.5"), json!(400.5), json!(2000), json!(0), json!(-3), json!("many")]
        }
        "country" => vec![json!("DE"), json!("österreich"), json!("Switzerland"), json!("US"), json!("Atlantis")],
        "job_title" => vec![
            json!("CIO"),
            json!("IT-Leiterin (Straße)"),
            json!("Head of IT, EMEA"),
            json!("director"),
            json!("\u{130}\u{fb03}\u{0}\u{1f600}"),
            json!("  "),
            json!(7),
        ],
        "email" => vec![
            json!("cio@firm.example"),
            json!("A@Mail.Rival.Example"),
            json!("x@gmail.com"),
            json!("y@gone.example"),
            json!("nobody"),
        ],
        "budget" => vec![
            json!(10),
            json!("50 USD"),
            json!("2000.00 EUR"),
            json!({ "amount": "400.5", "currency": "EUR" }),
            json!("9 GBP"),
        ],
        "seniority" => vec![json!("staff"), json!("Director"), json!("c_level"), json!("Select")],
        "opted" => vec![json!(true), json!(false), json!("ja"), json!(0), json!("perhaps")],
        "founded" => vec![json!("2026-11-01"), json!("2026-10-25"), json!("1999-02-29"), json!("2027-01-01")],
        "last_call" => vec![json!("2026-11-01T23:30:00Z"), json!("2026-10-03T12:00:00+02:00"), json!("2026-11-02")],
        "phone" => vec![json!("+49 (30) 1234"), json!("+431"), json!("12")],
        "site" => vec![json!("https://web.example"), json!("it")],
        "tags" => vec![json!(["alpha", "beta"]), json!("Alpha; gamma"), json!([]), json!([1, true])],
        "topics" => vec![json!(["crm"]), json!("erp;crm"), json!(["oil"])],
        _ => vec![Value::Null],
    }
}

pub const FIELDS: [&str; 14] = [
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
];

/// A lead with some of its facts, some of them dated, one of them perhaps unknown to the agreement.
pub fn lead(choices: &mut Choices) -> Value {
    let mut lead = Map::new();
    lead.insert("id".to_owned(), json!("L-1"));
    for field in FIELDS {
        if choices.percent(60) {
            let value = choices.of(&values(field));
            lead.insert(field.to_owned(), dated(choices, value));
        }
    }
    if choices.percent(40) {
        lead.insert("created".to_owned(), json!(instant(AS_OF - offset(choices)).to_string()));
    }
    if choices.percent(30) {
        lead.insert("source".to_owned(), json!(choices.of(&["web", "WEB it", " "])));
    }
    if choices.percent(30) {
        lead.insert("sourced_by".to_owned(), json!(choices.of(&["marketing", "sales"])));
    }
    if choices.percent(10) {
        lead.insert("shoe_size".to_owned(), json!(42));
    }
    Value::Object(lead)
}

fn dated(choices: &mut Choices, value: Value) -> Value {
    if choices.percent(20) {
        json!({ "value": value, "known_since": instant(AS_OF - offset(choices)).to_string(), "source": "form" })
    } else {
        value
    }
}

/// How long before the question, in microseconds; negative: after it.
fn offset(choices: &mut Choices) -> i64 {
    let days = choices.of(&[0, 1, 2, 6, 7, 8, 13, 14, 29, 30, 31, 59, 60, 84, 90, 91, 200, -1, -40]);
    let rest = choices.of(&[0, 0, 1, -1, 3_600_000_000, 43_200_000_000]);
    days * DAY + rest
}

/// What happened; null where nobody knows.
pub fn interactions(choices: &mut Choices) -> Value {
    if choices.percent(12) {
        return Value::Null;
    }
    let count = choices.between(0, 12);
    Value::Array((0..count).map(|_| interaction(choices)).collect())
}

pub fn interaction(choices: &mut Choices) -> Value {
    let kind = choices.of(&[
        "page_view",
        "page_view",
        "page_view",
        "whitepaper",
        "demo_request",
        "email_sent",
        "unsubscribed",
        "pageview",
    ]);
    let mut properties = Map::new();
    match kind {
        "page_view" => {
            if choices.percent(75) {
                let url = choices.of(&["/pricing", "/PRICING?a", "/", "https://x.example/demo", " "]);
                properties.insert("url".to_owned(), json!(url));
            }
            if choices.percent(60) {
                let seconds = choices.of(&[json!(10), json!(30.5), json!(31), json!("10.0"), json!("long")]);
                properties.insert("seconds".to_owned(), seconds);
            }
            if choices.percent(50) {
                properties.insert("cta".to_owned(), json!(choices.percent(50)));
            }
        }
        "whitepaper" if choices.percent(70) => {
            properties.insert("topic".to_owned(), json!(choices.of(&["crm", "ERP", "oil"])));
        }
        "email_sent" => {
            properties.insert("colour".to_owned(), json!("red"));
        }
        _ => {}
    }
    let mut interaction =
        json!({ "type": kind, "at": instant(AS_OF - offset(choices)).to_string(), "properties": properties });
    if choices.percent(50) {
        interaction["id"] = json!(choices.of(&["1", "2", "3", "4", "5", "6", "7", "8"]));
    }
    interaction
}
