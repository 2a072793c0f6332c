//! Examples of `diff`: what is said of a change, in the words of its field.

use serde_json::{Value, json};

use crate::document::AgreementDocument;

/// An agreement with something in every section.
pub(super) fn base() -> Value {
    json!({
        "smarketing": 1,
        "agreement": { "name": "A", "version": "1", "exchange": { "USD": "0.9" }, "parties": { "sales": "Inside" },
            "signed": [{ "by": "a", "on": "2026-11-01" }, { "by": "b", "on": "2026-11-01" }] },
        "fields": {
            "industry": { "type": "category", "values": ["software", "finance", "retail"], "label": { "de": "Branche", "en": "Industry" } },
            "seniority": { "type": "category", "values": ["staff", "manager", "director"], "ordered": true },
            "employees": { "type": "number" }, "phone": { "type": "phone" }, "job_title": { "type": "text" },
            "budget": { "type": "money" }, "email": { "type": "email", "missing": ["none", "n/a"] }
        },
        "interactions": { "page_view": { "properties": { "url": { "type": "text" } } }, "demo": {}, "mail": { "activity": false } },
        "email_domains": { "free": ["a.example", "b.example"] },
        "icp": {
            "tiers": { "A": 0.8, "B": 0.55 },
            "criteria": [
                { "id": "industry", "weight": 3, "when": { "industry": ["software", "finance"] } },
                { "id": "size", "when": { "employees": { "at_least": 50, "at_most": 2000 } } }
            ],
            "exclude": [{ "id": "throwaway", "when": { "email": { "kind": "disposable" } }, "reason": "no business" }]
        },
        "personas": [
            { "id": "it-lead", "name": "Ines", "role": "decision_maker", "pain_points": ["audits", "shadow IT"],
              "when": { "job_title": { "word": ["cio", "head of it"] }, "seniority": "director" } },
            { "id": "user", "role": "user", "when": { "seniority": "staff" } }
        ],
        "scoring": {
            "decay": { "half_life": "30d" },
            "bands": { "warm": 30, "hot": 60, "else": "cold" },
            "fit": { "max": 50, "grades": { "A": 40, "else": "D" } },
            "groups": { "size": { "pick": "first" }, "content": { "max": 15 } },
            "rules": [
                { "id": "size-core", "scores": "fit", "group": "size", "when": { "employees": { "at_least": 50 } }, "points": 15 },
                { "id": "size-near", "scores": "fit", "group": "size", "when": { "employees": { "at_least": 20 } }, "points": 8 },
                { "id": "industry", "scores": "fit", "points_by": { "field": "industry", "values": { "software": 15, "finance": 12.5 } } },
                { "id": "pricing-page", "scores": "engagement", "group": "content", "on": ["page_view"],
                  "where": { "url": { "contains": "/pricing" } }, "points": 8, "within": "90d", "limit": [{ "times": 3, "per": "day" }, { "times": 9 }] },
                { "id": "both", "scores": "fit", "when": { "any": [{ "industry": "retail" }, { "employees": { "at_least": 9 } }] }, "points": 1 }
            ],
            "adjustments": [{ "id": "dormant", "scores": "engagement", "when": { "interactions": { "within": "84d", "count": 0 } }, "multiply": 0.5 }]
        },
        "qualification": { "framework": "bant", "criteria": [{ "id": "budget", "when": { "budget": { "at_least": 10000 } } }] },
        "lifecycle": {
            "stages": ["lead", "mql", "sal", "sql"],
            "groups": { "mofu": ["mql", "sal"] },
            "stage": { "mql": { "when": { "score": { "at_least": 60 } }, "requires": ["email"], "keep_while": { "score": { "at_least": 30 } } } },
            "fast_track": [{ "on": ["demo"], "within": "7d", "to": "sal" }, { "on": ["page_view"], "to": "mql" }],
            "disqualify": [{ "id": "rival", "when": { "email": { "domain": ["rival.example"] } } }]
        },
        "goals": [
            { "segment": "dach", "when": { "industry": "software" }, "revenue": { "2026-11": "250000", "2026-12": "300000" },
              "average_deal": { "2026-11": "11000", "else": "12000" }, "marketing_share": "0.6",
              "rates": { "lead_to_mql": { "won": 41, "of": 190 }, "mql_to_customer": "0.1" }, "sales_rates": { "mql_to_customer": "0.2" },
              "lags": { "mql_to_customer": 2 }, "costs": { "marketing": { "lead": "40" } }, "capacity": { "mql": 80 } },
            { "segment": "uk", "revenue": { "2026-11": "90000" }, "average_deal": "9000", "close_rate": "0.05" }
        ],
        "kpis": [{ "id": "acceptance_rate", "target": 0.5, "owner": "both", "decision": "the MQL threshold" }],
        "glossary": { "ASP": { "en": "Average sale price" } },
        "examples": [{ "name": "one", "as_of": "2026-11-02T10:00:00Z", "lead": { "industry": "software" },
            "interactions": [{ "id": "1", "type": "demo", "at": "2026-11-02T09:00:00Z" }, { "id": "2", "type": "demo", "at": "2026-11-02T08:00:00Z" }],
            "expect": { "score": 15 } }]
    })
}

pub(super) fn read(json: &Value) -> AgreementDocument {
    AgreementDocument::from_json(&json.to_string()).0
}

fn words(from: &Value, to: &Value) -> Vec<String> {
    read(from).diff(&read(to)).into_iter().map(|difference| difference.words).collect()
}

/// The base with one place set, by JSON pointer; `null` takes it away.
pub(super) fn with(pointer: &str, value: Value) -> Value {
    let mut document = base();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap();
    match (parent, value) {
        (Value::Object(table), Value::Null) => drop(table.remove(key)),
        (Value::Object(table), value) => drop(table.insert(key.to_owned(), value)),
        (Value::Array(items), Value::Null) => drop(items.remove(key.parse().unwrap())),
        (Value::Array(items), value) if key == "-" => items.push(value),
        (Value::Array(items), value) => items[key.parse::<usize>().unwrap()] = value,
        _ => unreachable!(),
    }
    document
}

#[test]
fn the_base_reads_without_findings() {
    let (document, findings) = AgreementDocument::from_json(&base().to_string());
    assert_eq!(findings, []);
    assert_eq!(document.diff(&document), []);
}

#[test]
fn changes_are_said_in_the_words_of_the_field() {
    let cases: [(&str, Value, &str, &str); 30] = [
        ("/lifecycle/stage/mql/when/score/at_least", json!(68), "MQL threshold 60 → 68", "MQL-Schwelle 60 → 68"),
        (
            "/lifecycle/stage/mql/requires/-",
            json!("phone"),
            "MQL now also requires `phone`",
            "MQL verlangt jetzt auch `phone`",
        ),
        (
            "/lifecycle/stage/mql/keep_while/score/at_least",
            json!(25),
            "MQL stays while score at least 30 → 25",
            "MQL bleibt, solange score mindestens 30 → 25",
        ),
        (
            "/lifecycle/stage/mql/when/fit",
            json!({ "at_least": 20 }),
            "MQL now also needs fit at least 20",
            "MQL braucht jetzt auch fit mindestens 20",
        ),
        (
            "/lifecycle/stage/sql",
            json!({ "when": { "bant_met": { "at_least": 1 } } }),
            "SQL: now only when bant_met at least 1",
            "SQL: jetzt nur, wenn bant_met mindestens 1",
        ),
        (
            "/lifecycle/fast_track/0/within",
            json!("14d"),
            "fast track `demo to sal`: window 7d → 14d",
            "Fast Track `demo to sal`: Zeitfenster 7d → 14d",
        ),
        (
            "/scoring/rules/3/points",
            json!(12),
            "rule `pricing-page` 8 → 12 points",
            "Regel `pricing-page` 8 → 12 Punkte",
        ),
        (
            "/scoring/rules/3/within",
            Value::Null,
            "rule `pricing-page`: window 90d removed",
            "Regel `pricing-page`: Zeitfenster 90d entfernt",
        ),
        (
            "/scoring/rules/3/limit/0/times",
            json!(5),
            "rule `pricing-page`: limit 3 per day, 9 in all → 5 per day, 9 in all",
            "Regel `pricing-page`: Begrenzung 3 pro Tag, 9 insgesamt → 5 pro Tag, 9 insgesamt",
        ),
        (
            "/scoring/rules/3/where/url/contains",
            json!("/price"),
            "rule `pricing-page`: url contains `/pricing` → `/price`",
            "Regel `pricing-page`: url enthält `/pricing` → `/price`",
        ),
        (
            "/scoring/rules/2/points_by/values/software",
            json!(18),
            "rule `industry`: points by value software 15 → 18",
            "Regel `industry`: Punkte nach Wert software 15 → 18",
        ),
        (
            "/scoring/rules/4/when/any/1/employees/at_least",
            json!(10),
            "rule `both`: (industry is retail or employees at least 9) → (industry is retail or employees at least 10)",
            "Regel `both`: (industry ist retail oder employees mindestens 9) → (industry ist retail oder employees mindestens 10)",
        ),
        (
            "/scoring/rules/-",
            json!({ "id": "webinar", "scores": "fit", "when": { "industry": "retail" }, "points": 5 }),
            "rule `webinar` added (fit, 5 points when industry is retail)",
            "Regel `webinar` hinzugefügt (fit, 5 Punkte, wenn industry ist retail)",
        ),
        (
            "/scoring/rules/0",
            Value::Null,
            "rule `size-core` removed (fit, 15 points when employees at least 50)",
            "Regel `size-core` entfernt (fit, 15 Punkte, wenn employees mindestens 50)",
        ),
        ("/scoring/decay/half_life", json!("45d"), "half-life 30d → 45d", "Halbwertszeit 30d → 45d"),
        (
            "/scoring/decay",
            json!({ "minus": 5, "every": "7d" }),
            "decay half-life 30d → −5 every 7d",
            "Verfall Halbwertszeit 30d → −5 alle 7d",
        ),
        ("/scoring/weights", json!({ "fit": 2 }), "weight of fit 1 → 2", "Gewicht von fit 1 → 2"),
        ("/scoring/bands/hot", json!(70), "band hot from 60 → 70", "Band hot ab 60 → 70"),
        ("/scoring/fit/grades/B", json!(20), "grade B (fit) added (from 20)", "Note B (fit) hinzugefügt (ab 20)"),
        ("/scoring/fit/max", json!(60), "fit: maximum 50 → 60", "fit: Maximum 50 → 60"),
        (
            "/scoring/groups/content/max",
            json!(20),
            "group `content`: maximum 15 → 20",
            "Gruppe `content`: Maximum 15 → 20",
        ),
        ("/icp/tiers/B", json!(0.5), "tier B from 0.55 → 0.5", "Stufe B ab 0.55 → 0.5"),
        (
            "/icp/criteria/1/weight",
            json!(2),
            "ICP criterion `size`: weight 1 → 2",
            "ICP-Kriterium `size`: Gewicht 1 → 2",
        ),
        (
            "/icp/criteria/0/when/industry/-",
            json!("retail"),
            "ICP criterion `industry`: industry: `retail` added",
            "ICP-Kriterium `industry`: industry: `retail` hinzugefügt",
        ),
        (
            "/fields/industry/values/-",
            json!("energy"),
            "field `industry`: value `energy` added",
            "Feld `industry`: Wert `energy` hinzugefügt",
        ),
        (
            "/fields/industry/label/de",
            json!("Zweig"),
            "field `industry`: label German `Branche` → `Zweig`",
            "Feld `industry`: Bezeichnung deutsch `Branche` → `Zweig`",
        ),
        (
            "/personas/0/when/job_title",
            Value::Null,
            "persona `it-lead` no longer asks job_title has the word cio or head of it",
            "Persona `it-lead` fragt nicht mehr job_title hat das Wort cio oder head of it",
        ),
        (
            "/personas/0/when/job_title/word/-",
            json!("cto"),
            "persona `it-lead`: job_title has the word: `cto` added",
            "Persona `it-lead`: job_title hat das Wort: `cto` hinzugefügt",
        ),
        ("/agreement/version", json!("2"), "agreement: version 1 → 2", "Vereinbarung: Version 1 → 2"),
        (
            "/glossary/ASP/en",
            json!("Mean sale price"),
            "term `ASP`: English `Average sale price` → `Mean sale price`",
            "Begriff `ASP`: englisch `Average sale price` → `Mean sale price`",
        ),
    ];
    for (pointer, value, english, german) in cases {
        let differences = read(&base()).diff(&read(&with(pointer, value)));
        let said: Vec<(String, String)> =
            differences.iter().map(|difference| (difference.words.clone(), difference.in_language("de"))).collect();
        assert_eq!(said, [(english.to_owned(), german.to_owned())], "{pointer}");
    }
}

#[test]
fn an_order_is_reported_where_it_decides() {
    let swapped = |pointer: &str| {
        let mut document = base();
        document.pointer_mut(pointer).unwrap().as_array_mut().unwrap().swap(0, 1);
        document
    };
    assert_eq!(words(&base(), &swapped("/personas")), ["persona: order `it-lead`, `user` → `user`, `it-lead`"]);
    assert_eq!(
        words(&base(), &swapped("/scoring/rules")),
        ["group `size`: order `size-core`, `size-near` → `size-near`, `size-core`"]
    );
    assert_eq!(words(&base(), &swapped("/fields/seniority/values")).len(), 1);
    for meaningless in [
        "/fields/industry/values",
        "/icp/criteria",
        "/email_domains/free",
        "/lifecycle/fast_track",
        "/scoring/rules/4/when/any",
        "/scoring/rules/3/limit",
        "/personas/0/pain_points",
        "/personas/0/when/job_title/word",
        "/agreement/signed",
        "/examples/0/interactions",
    ] {
        assert_eq!(words(&base(), &swapped(meaningless)), Vec::<String>::new(), "{meaningless}");
    }
}

#[test]
fn an_unknown_history_is_not_an_empty_one() {
    let before = with("/examples/0/interactions", Value::Null);
    let after = with("/examples/0/interactions", json!([]));
    assert_eq!(words(&before, &after).len(), 1);
}

#[test]
fn handover_and_consent_are_compared_too() {
    let document = |within: &str, close: &str, breach: Value, caps: Value| {
        let mut document = base();
        document["handover"] = json!({
            "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": close } },
            "clocks": [{ "id": "accept", "from": "handover", "until": ["accepted", "rejected"], "within": within,
                "calendar": "office", "on_breach": breach }]
        });
        document["consent"] = json!({ "frequency_caps": caps, "handover_needs": { "email": "opt_in" } });
        let (document, findings) = AgreementDocument::from_json(&document.to_string());
        assert_eq!(findings, []);
        document
    };
    let cap = |times: u32| json!([{ "times": times, "within": "7d", "channel": "email" }]);
    let before = document("4h", "17:00", json!(["notify"]), cap(2));
    let after = document("8h", "18:00", json!(["notify", "return"]), cap(3));
    let said: Vec<(String, String)> =
        before.diff(&after).iter().map(|one| (one.words.clone(), one.in_language("de"))).collect();
    let expected = [
        ("consent: frequency cap email 2 → 3 times", "Einwilligung: Häufigkeitsgrenze email 2 → 3 Mal"),
        (
            "calendar `office`: open mon tue wed thu fri 09:00-17:00 → mon tue wed thu fri 09:00-18:00",
            "Kalender `office`: geöffnet mon tue wed thu fri 09:00-17:00 → mon tue wed thu fri 09:00-18:00",
        ),
        ("clock `accept`: on breach `return` added", "Frist `accept`: bei Versäumnis `return` hinzugefügt"),
        ("clock `accept` 4h → 8h", "Frist `accept` 4h → 8h"),
    ];
    assert_eq!(said, expected.map(|(english, german)| (english.to_owned(), german.to_owned())));
    assert_eq!(read(&base()).diff(&before).len(), after.diff(&read(&base())).len());
}

#[test]
fn what_shares_a_name_is_told_apart_by_its_content() {
    let track = |within: &str| json!({ "on": ["demo"], "within": within, "to": "sal" });
    let tracks = |tracks: Value| with("/lifecycle/fast_track", tracks);
    let both = tracks(json!([track("7d"), track("9d")]));
    assert_eq!(words(&both, &tracks(json!([track("9d"), track("7d")]))), Vec::<String>::new());
    assert_eq!(words(&both, &tracks(json!([track("9d"), track("8d")]))), ["fast track `demo to sal`: window 7d → 8d"]);
}
