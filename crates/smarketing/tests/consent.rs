//! Consent and contact guards: what the latest word is, and what stands against an approach.

use proptest::prelude::*;
use smarketing::{
    Channel, Code, Consent, ConsentBasis, ConsentLedger, ConsentRecord, ConsentStanding, ConsentWord, ContactFacts,
    ContactRequest, HindranceKind, Timestamp,
};

const AGREED: &str = r#"{
    "purposes": {
        "newsletter": { "kind": "marketing", "needs": { "email": "double_opt_in" } },
        "events": "marketing",
        "offer": "sales",
        "invoice": "service"
    },
    "needs": { "post": "legitimate_interest", "phone": "existing_customer" },
    "handover_needs": { "email": "opt_in", "phone": { "basis": "legitimate_interest", "purpose": "events" } },
    "frequency_caps": [{ "times": 2, "within": "7d", "channel": "email" }, { "times": 1, "within": "1d", "purpose": "offer" }],
    "quiet_after_purchase": "30d"
}"#;

const ADDRESS: &str = "cio@firm.example";

/// Noon of a day of November 2026.
fn day(day: u8) -> Timestamp {
    format!("2026-11-{day:02}T12:00:00Z").parse().unwrap()
}

fn given(purpose: &str, basis: ConsentBasis, at: u8) -> ConsentRecord {
    ConsentRecord::given(Channel::Email, ADDRESS, purpose, basis, day(at))
}

fn ledger(records: impl IntoIterator<Item = ConsentRecord>) -> ConsentLedger {
    records.into_iter().collect()
}

/// What stands against an e-mail on the 20th.
fn against(ledger: &ConsentLedger, facts: &ContactFacts, purpose: &str) -> Vec<(HindranceKind, Option<Timestamp>)> {
    let request = ContactRequest::new(Channel::Email, ADDRESS, purpose).offering("crm");
    let answer = Consent::from_json(AGREED).unwrap().may_contact(ledger, facts, &request, day(20));
    assert_eq!(answer.allowed, answer.hindrances.is_empty());
    answer.hindrances.into_iter().map(|hindrance| (hindrance.kind, hindrance.until)).collect()
}

#[test]
fn unknown_is_no_and_double_opt_in_implies_opt_in() {
    use ConsentBasis::{DoubleOptIn, ExistingCustomer, OptIn};
    let nothing = ContactFacts::new();
    for (records, purpose, expected) in [
        (vec![], "events", Some(HindranceKind::NoConsent)),
        (vec![given("events", OptIn, 1)], "events", None),
        (vec![given("events", DoubleOptIn, 1)], "events", None),
        (vec![given("events", ExistingCustomer, 1)], "events", Some(HindranceKind::TooWeak)),
        (vec![given("newsletter", OptIn, 1)], "newsletter", Some(HindranceKind::TooWeak)),
        (vec![given("newsletter", DoubleOptIn, 1)], "newsletter", None),
        (vec![given("newsletter", DoubleOptIn, 1)], "events", Some(HindranceKind::NoConsent)),
        (vec![given("events", OptIn, 21)], "events", Some(HindranceKind::NoConsent)),
        (vec![given("events", OptIn, 1).expires(day(20))], "events", Some(HindranceKind::Expired)),
        (vec![given("events", OptIn, 1).expires(day(21))], "events", None),
        (vec![given("events", OptIn, 1)], "parties", Some(HindranceKind::UnknownPurpose)),
        (vec![], "invoice", None),
        (vec![ConsentRecord::withdrawn(Channel::Email, ADDRESS, day(1))], "invoice", Some(HindranceKind::Withdrawn)),
    ] {
        let found: Vec<HindranceKind> =
            against(&ledger(records.clone()), &nothing, purpose).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(found, Vec::from_iter(expected), "{purpose}: {records:?}");
    }
}

#[test]
fn the_latest_word_wins_and_a_withdrawal_on_ties() {
    use ConsentBasis::{DoubleOptIn, LegitimateInterest, OptIn};
    let withdrawn = |at: u8| ConsentRecord::withdrawn(Channel::Email, ADDRESS, day(at));
    let holds = |records: Vec<ConsentRecord>| {
        let ledger = ledger(records);
        match ledger.standing(Channel::Email, ADDRESS, "events", day(20)) {
            ConsentStanding::Given { basis, .. } => Some(basis),
            ConsentStanding::Withdrawn { .. } => None,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(holds(vec![given("events", OptIn, 1), withdrawn(2)]), None);
    assert_eq!(holds(vec![withdrawn(2), given("events", OptIn, 3)]), Some(OptIn));
    assert_eq!(holds(vec![given("events", DoubleOptIn, 2), withdrawn(2)]), None);
    assert_eq!(holds(vec![given("events", OptIn, 1), withdrawn(21)]), Some(OptIn));
    assert_eq!(holds(vec![given("events", OptIn, 1), withdrawn(2).purpose("newsletter")]), Some(OptIn));
    // A weaker ground that is noted later takes nothing away from a stronger one.
    assert_eq!(holds(vec![given("events", OptIn, 1), given("events", LegitimateInterest, 2)]), Some(OptIn));
    // What was strong before a withdrawal does not come back with what is weak after it.
    let weak_again = vec![given("events", DoubleOptIn, 1), withdrawn(2), given("events", LegitimateInterest, 3)];
    assert_eq!(holds(weak_again), Some(LegitimateInterest));
}

#[test]
fn consent_belongs_to_the_identifier() {
    let ledger = ledger([given("events", ConsentBasis::OptIn, 1)]);
    let standing = |channel, identifier| ledger.standing(channel, identifier, "events", day(20));
    assert!(matches!(standing(Channel::Email, " CIO@FIRM.example"), ConsentStanding::Given { .. }));
    assert_eq!(standing(Channel::Email, "cto@firm.example"), ConsentStanding::Unknown);
    assert_eq!(standing(Channel::Social, ADDRESS), ConsentStanding::Unknown);
}

#[test]
fn marketing_is_not_sent_too_often() {
    let consent = ledger([given("events", ConsentBasis::OptIn, 1), given("offer", ConsentBasis::OptIn, 1)]);
    let mailed = |days: &[u8]| {
        days.iter().fold(ContactFacts::new(), |facts, at| facts.approached(day(*at), Channel::Email, "newsletter"))
    };
    let cap = |until| vec![(HindranceKind::FrequencyCap, Some(day(until)))];
    assert_eq!(against(&consent, &mailed(&[19]), "events"), []);
    assert_eq!(against(&consent, &mailed(&[19, 15]), "events"), cap(22));
    assert_eq!(against(&consent, &mailed(&[15, 19, 14]), "events"), cap(22));
    // The mail of the 13th is exactly seven days old, and out.
    assert_eq!(against(&consent, &mailed(&[13, 19]), "events"), []);
    assert_eq!(against(&consent, &mailed(&[20, 14]), "events"), cap(21));
    // What comes later is not known, other channels have no cap, and sales has its own.
    assert_eq!(against(&consent, &mailed(&[21, 19]), "events"), []);
    let letters =
        ContactFacts::new().approached(day(19), Channel::Post, "events").approached(day(18), Channel::Post, "events");
    assert_eq!(against(&consent, &letters, "events"), []);
    assert_eq!(against(&consent, &mailed(&[19, 15]), "offer"), []);
    let offered = ContactFacts::new().approached(day(20), Channel::Phone, "offer");
    assert_eq!(against(&consent, &offered, "offer"), cap(21));
}

#[test]
fn marketing_keeps_quiet_while_sales_talks_and_after_a_purchase() {
    let consent = ledger([given("events", ConsentBasis::OptIn, 1), given("offer", ConsentBasis::OptIn, 1)]);
    let bought = ContactFacts::new().bought(day(17), "crm");
    let until = "2026-12-17T12:00:00Z".parse().ok();
    assert_eq!(against(&consent, &bought, "events"), [(HindranceKind::RecentPurchase, until)]);
    assert_eq!(against(&consent, &bought, "offer"), []);
    assert_eq!(against(&consent, &ContactFacts::new().bought(day(17), "erp"), "events"), []);
    assert_eq!(against(&consent, &ContactFacts::new().bought(day(21), "crm"), "events"), []);
    let long_ago = "2026-10-21T12:00:00Z".parse().unwrap();
    assert_eq!(against(&consent, &ContactFacts::new().bought(long_ago, "crm"), "events"), []);

    let talking = |until| ContactFacts::new().conversation(day(10), until);
    assert_eq!(against(&consent, &talking(None), "events"), [(HindranceKind::OpenConversation, None)]);
    assert_eq!(against(&consent, &talking(Some(day(20))), "events"), []);
    assert_eq!(against(&consent, &talking(Some(day(21))), "events"), [(HindranceKind::OpenConversation, None)]);
    assert_eq!(against(&consent, &talking(None), "offer"), []);
}

#[test]
fn everything_that_stands_against_it_is_named_and_when_it_ends() {
    let facts = ContactFacts::new().bought(day(17), "crm").approached(day(19), Channel::Email, "events");
    let facts = facts.approached(day(18), Channel::Email, "events");
    let request = ContactRequest::new(Channel::Email, ADDRESS, "events").offering("crm");
    let agreed = Consent::from_json(AGREED).unwrap();
    let answer = agreed.may_contact(&ConsentLedger::new(), &facts, &request, day(20));
    let kinds: Vec<HindranceKind> = answer.hindrances.iter().map(|hindrance| hindrance.kind).collect();
    assert_eq!(kinds, [HindranceKind::NoConsent, HindranceKind::FrequencyCap, HindranceKind::RecentPurchase]);
    assert_eq!(answer.allowed_from(day(20)), None);
    let consent = ledger([given("events", ConsentBasis::OptIn, 1).proof("form 12")]);
    let answer = agreed.may_contact(&consent, &facts, &request, day(20));
    assert_eq!(answer.allowed_from(day(20)), "2026-12-17T12:00:00Z".parse().ok());
    assert_eq!(answer.ground.and_then(|record| record.proof).as_deref(), Some("form 12"));
}

#[test]
fn the_handover_names_what_it_lacks() {
    let agreed = Consent::from_json(AGREED).unwrap();
    let lacks = |ledger: &ConsentLedger, identifiers: &[(Channel, &str)]| {
        let hindrances = agreed.handover_hindrances(ledger, identifiers, day(20));
        hindrances.into_iter().map(|hindrance| hindrance.kind).collect::<Vec<_>>()
    };
    let (mail, phone) = ((Channel::Email, ADDRESS), (Channel::Phone, "+49 30 123456"));
    let nothing = ConsentLedger::new();
    assert_eq!(lacks(&nothing, &[]), [HindranceKind::NoIdentifier, HindranceKind::NoIdentifier]);
    assert_eq!(lacks(&nothing, &[mail, phone]), [HindranceKind::NoConsent, HindranceKind::NoConsent]);
    let interest =
        ConsentRecord::given(Channel::Phone, "0049 30 123456", "events", ConsentBasis::LegitimateInterest, day(1));
    let given = ledger([given("offer", ConsentBasis::OptIn, 1), interest]);
    assert_eq!(lacks(&given, &[mail, phone]), []);
    // One of several addresses is enough.
    assert_eq!(lacks(&given, &[(Channel::Email, "old@firm.example"), mail, phone]), []);
}

#[test]
fn what_is_written_is_read_again() {
    let agreed = Consent::from_json(AGREED).unwrap();
    let written = serde_json::to_string(&agreed).unwrap();
    assert_eq!(Consent::from_json(&written), Ok(agreed), "{written}");
    let facts = ContactFacts::new().bought(day(1), "crm").approached(day(2), Channel::Sms, "events");
    let facts = facts.conversation(day(3), None);
    assert_eq!(ContactFacts::from_json(&serde_json::to_string(&facts).unwrap()), Ok(facts));
}

#[cfg(feature = "toml")]
#[test]
fn toml_says_the_same() {
    let agreed = Consent::from_toml("handover_needs = { email = \"opt_in\" }\nquiet_after_purchase = \"3d\"").unwrap();
    assert_eq!(
        agreed,
        Consent::from_json(r#"{ "handover_needs": { "email": "opt_in" }, "quiet_after_purchase": "3d" }"#).unwrap()
    );
}

#[test]
fn slips_are_reported_where_they_stand() {
    for (text, code, path) in [
        (r#"{ "handover_needs": { "mail": "opt_in" } }"#, Code::InvalidValue, "handover_needs.mail"),
        (r#"{ "handover_needs": { "email": "opt-in" } }"#, Code::InvalidValue, "handover_needs.email"),
        (
            r#"{ "handover_needs": { "email": { "basis": "opt_in", "purpose": "sale" } } }"#,
            Code::UnknownPurpose,
            "handover_needs.email.purpose",
        ),
        (
            r#"{ "purposes": { "news": "marketing" }, "handover_needs": { "email": "opt_in" } }"#,
            Code::MissingKey,
            "handover_needs.email",
        ),
        (
            r#"{ "frequency_caps": [{ "times": 2, "within": "7d", "purpose": "news" }] }"#,
            Code::UnknownPurpose,
            "frequency_caps[0].purpose",
        ),
        (r#"{ "frequency_caps": [{ "times": 0, "within": "7d" }] }"#, Code::OutOfRange, "frequency_caps[0].times"),
        (r#"{ "purposes": { "news": "advert" } }"#, Code::InvalidValue, "purposes.news"),
        (r#"{ "quiet_after_purchase": "3 days" }"#, Code::InvalidValue, "quiet_after_purchase"),
        (r#"{ "quiet": "3d" }"#, Code::UnknownKey, "quiet"),
    ] {
        let findings = Consent::from_json(text).unwrap_err();
        let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.path.to_string())).collect();
        assert_eq!(found, [(code, path.to_owned())], "{text}");
    }
}

#[test]
fn a_ledger_with_an_unreadable_record_is_none() {
    let good =
        r#"{ "at": "2026-11-01T00:00:00Z", "status": "withdrawn", "channel": "email", "identifier": "a@b.example" }"#;
    assert!(ConsentLedger::from_json(&format!("[{good}]")).is_ok());
    for wrong in [
        r#"{ "at": "2026-11-01T00:00:00Z", "status": "given", "channel": "email", "identifier": "a@b.example", "purpose": "x" }"#,
        r#"{ "at": "2026-11-01T00:00:00Z", "status": "given", "channel": "email", "identifier": "a@b.example", "basis": "opt_in" }"#,
        r#"{ "at": "2026-11-01T00:00:00Z", "status": "withdrawn", "channel": "email", "identifier": "a@b.example", "basis": "opt_in" }"#,
        r#"{ "at": "2026-11-01", "status": "withdrawn", "channel": "email", "identifier": "a@b.example" }"#,
        r#"{ "at": "2026-11-01T00:00:00Z", "status": "withdrawn", "channel": "email", "identifier": "a@b.example", "reason": "x" }"#,
    ] {
        assert!(ConsentLedger::from_json(&format!("[{good}, {wrong}]")).is_err(), "{wrong}");
    }
}

fn records() -> impl Strategy<Value = Vec<ConsentRecord>> {
    let basis = prop::sample::select(vec![
        ConsentBasis::LegitimateInterest,
        ConsentBasis::ExistingCustomer,
        ConsentBasis::OptIn,
        ConsentBasis::DoubleOptIn,
    ]);
    let purpose = prop::sample::select(vec!["events", "offer"]);
    let record =
        (1..12_u8, prop::option::of(1..14_u8), basis, purpose, 0..4_u8).prop_map(|(at, end, basis, purpose, kind)| {
            match (kind, end) {
                (0, _) => ConsentRecord::withdrawn(Channel::Email, ADDRESS, day(at)),
                (1, _) => ConsentRecord::withdrawn(Channel::Email, ADDRESS, day(at)).purpose(purpose),
                (_, Some(end)) => given(purpose, basis, at).expires(day(end)),
                (_, None) => given(purpose, basis, at),
            }
        });
    prop::collection::vec(record, 0..10)
}

/// The rule, said slowly: a ground counts if nothing was withdrawn at or after it.
fn strongest(records: &[ConsentRecord], purpose: &str, as_of: Timestamp) -> Option<ConsentBasis> {
    let concerns =
        |record: &&ConsentRecord| record.at <= as_of && record.purpose.as_deref().unwrap_or(purpose) == purpose;
    let mut best = None;
    for record in records.iter().filter(concerns) {
        let ConsentWord::Given { basis, expires } = record.word else { continue };
        let taken_back =
            records.iter().filter(concerns).any(|later| later.word == ConsentWord::Withdrawn && later.at >= record.at);
        let expired = expires.is_some_and(|end| end <= as_of);
        if !taken_back && !expired {
            best = best.max(Some(basis));
        }
    }
    best
}

proptest! {
    #[test]
    fn the_ledger_says_what_the_rule_says(records in records(), as_of in 1..14_u8) {
        let ledger = ledger(records.clone());
        for purpose in ["events", "offer"] {
            let found = match ledger.standing(Channel::Email, ADDRESS, purpose, day(as_of)) {
                ConsentStanding::Given { basis, .. } => Some(basis),
                _ => None,
            };
            prop_assert_eq!(found, strongest(&records, purpose, day(as_of)));
        }
    }

    #[test]
    fn the_order_of_arrival_does_not_matter(records in records(), by in 0..10_usize) {
        let mut turned = records.clone();
        turned.rotate_left(by.min(records.len()));
        turned.reverse();
        turned.extend(records.clone());
        let (one, other) = (ledger(records), ledger(turned));
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(ConsentLedger::from_json(&serde_json::to_string(&one).unwrap()), Ok(other));
    }
}
