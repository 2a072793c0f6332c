//! The agreements under which the laws are tried: with and without the optional parts.

use serde_json::{Value, json};
use smarketing::{Agreement, Code, Row};

impl Variant {
    /// The same agreement as another version, in force from a day on.
    pub fn version(&self, name: &str, effective: &str) -> Agreement {
        let mut document = self.document.clone();
        document["agreement"]["version"] = json!(name);
        document["agreement"]["effective"] = json!(effective);
        Agreement::from_json(&document.to_string()).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

/// An agreement, and its document for the reference machine.
pub struct Variant {
    pub name: &'static str,
    pub document: Value,
    pub agreement: Agreement,
    pub table: Vec<Row>,
    /// Whether `check` doubts that a clock guards the handover.
    pub warned: bool,
}

/// How many variants there are.
pub const VARIANTS: usize = 6;

fn reasons() -> Value {
    json!([
        { "id": "no-budget", "then": "nurture", "for": "5h", "reset": "engagement" },
        { "id": "later", "then": "nurture" },
        { "id": "student", "then": "disqualify" }
    ])
}

fn variant(name: &'static str, lifecycle: Value, rest: Value) -> Variant {
    let mut document = json!({
        "smarketing": 1,
        "agreement": { "name": name, "version": name },
        "fields": { "employees": "number", "budget": { "type": "number", "owner": "sales" } },
        "interactions": { "demo_request": {} },
        "qualification": { "framework": "bant", "criteria": [{ "id": "budget", "when": { "budget": { "at_least": 1 } } }] },
        "lifecycle": lifecycle
    });
    document["lifecycle"]["reject_reasons"] = reasons();
    for (key, value) in rest.as_object().unwrap() {
        document[key] = value.clone();
    }
    let agreement = Agreement::from_json(&document.to_string()).unwrap_or_else(|error| panic!("{name}: {error}"));
    let table = agreement.table();
    let warned = agreement.check(None).iter().any(|finding| finding.code == Code::HandoverWithoutClock);
    Variant { name, document, agreement, table, warned }
}

pub fn variants() -> Vec<Variant> {
    let employees = json!({ "employees": { "at_least": 10 } });
    let mql = json!({ "when": employees, "requires": ["employees"], "keep_while": employees });
    let accept = |on_breach: &[&str]| {
        json!({ "id": "accept", "from": "handover", "until": ["accepted", "rejected"], "within": "4h",
                "on_breach": on_breach, "restart_on": ["reassigned"],
                "escalation": [{ "before": "1h", "then": "notify" }, { "after": "2h", "then": ["notify", "reassign"] }] })
    };
    // An attempt ends it by its words; the law says that it runs until sales has answered.
    let mut never_silent = accept(&["notify"]);
    never_silent["until"] = json!(["accepted", "rejected", "contact_attempted"]);
    let contact = json!({ "id": "contact", "from": "accepted", "until": ["contact_attempted"], "within": "3h" });
    let follow_up = json!({ "id": "follow-up", "from": "accepted", "until": ["qualified"], "attempts": 2, "within": "9h",
                            "may_pause": true, "on_breach": ["return"] });
    let answer = json!({ "id": "answer", "from": "rejected", "until": ["assessed"], "within": "2h" });
    vec![
        variant(
            "plain",
            json!({ "stages": ["lead", "mql", "sal", "sql", "opportunity", "customer"],
                    "stage": { "mql": mql, "sql": { "when": { "bant_met": { "at_least": 1 } } } },
                    "fast_track": [{ "on": "demo_request", "to": "sal" }] }),
            json!({}),
        ),
        variant(
            "clocks",
            json!({ "stages": ["lead", "mql", "sal", "sql", "opportunity", "customer"],
                    "stage": { "mql": mql, "sal": { "requires": ["budget"] } },
                    "fast_track": [{ "on": "demo_request", "to": "sql" }] }),
            json!({ "handover": { "clocks": [never_silent, contact, follow_up, answer] } }),
        ),
        variant(
            "review",
            json!({ "stages": ["lead", "mql", "review", "sal", "sql", "opportunity", "customer"],
                    "stage": { "mql": mql }, "fast_track": [{ "on": "demo_request", "to": "sal" }] }),
            json!({ "handover": { "clocks": [accept(&["notify", "return"]), follow_up] },
                    "consent": { "handover_needs": { "email": "opt_in" } } }),
        ),
        variant(
            "desk with criteria",
            json!({ "stages": ["contact", "lead", "mql", "review", "sql", "customer"],
                    "stage": { "mql": mql, "review": { "when": { "budget": { "known": true } }, "keep_while": employees },
                               "sql": { "when": employees }, "customer": { "requires": ["budget"] } } }),
            json!({ "handover": { "clocks": [accept(&["return"]), answer] } }),
        ),
        variant(
            "short",
            json!({ "stages": ["lead", "mql", "opportunity", "customer"], "stage": { "mql": mql },
                    "fast_track": [{ "on": "demo_request", "to": "mql" }] }),
            json!({ "handover": { "clocks": [accept(&["return"]), contact, follow_up] } }),
        ),
        variant("two stages", json!({ "stages": ["lead", "mql"], "stage": { "mql": mql } }), json!({})),
    ]
}
