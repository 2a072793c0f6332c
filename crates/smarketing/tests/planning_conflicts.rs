//! Conflicts of goals, found from the agreement alone and with a sample, by hand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use serde_json::{Value, json};
use smarketing::{
    Agreement, Assessment, Calendar, ClockLoad, Code, Conflict, ConflictInput, ConflictKind, ContactMix, Interactions,
    Lead, LeadScore, PlanOptions, Points, Rounding, ScoreSample,
};

fn kinds(found: &[Conflict], kind: ConflictKind) -> Vec<&Conflict> {
    found.iter().filter(|conflict| conflict.kind == kind).collect()
}

/// Ten deals of December's goal are 100 SAL, 167 MQL and 556 leads, rounded up; and 230 MQL can be worked.
fn agreement(change: impl Fn(&mut Value)) -> Agreement {
    let clock = |id: &str, within: &str| json!({ "id": id, "from": "handover", "until": "accepted", "within": within, "calendar": "office" });
    let mut document = json!({
        "smarketing": 1,
        "agreement": { "name": "A", "version": "1", "currency": "EUR" },
        "scoring": {
            "fit": { "max": 50 }, "engagement": { "max": 50, "grades": { "1": 30, "else": "2" } },
            "bands": { "hot": 40, "else": "cold" },
            "rules": [{ "id": "known", "scores": "fit", "when": { "source": { "known": true } }, "points": 30 }]
        },
        "lifecycle": { "stage": { "mql": { "when": { "score": { "at_least": 40 } } } } },
        "handover": {
            "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } },
            "clocks": [clock("accept", "4h"), clock("late", "16h")]
        },
        "goals": [{
            "segment": "dach", "average_deal": 12000, "revenue": { "2026-12": 120000 }, "capacity": { "mql": 230 },
            "rates": { "lead_to_mql": 0.3, "mql_to_sal": 0.6, "sal_to_customer": 0.1 }
        }],
        "kpis": [
            { "id": "acceptance_rate", "target": 0.75, "owner": "both", "decision": "which" },
            { "id": "lead_to_mql", "target": 0.25, "owner": "both", "decision": "which" },
            { "id": "average_deal", "target": 9000, "owner": "both", "decision": "which" },
            { "id": "opt_in_rate", "target": 0.8, "owner": "both", "decision": "which" }
        ]
    });
    change(&mut document);
    Agreement::from_json(&document.to_string()).unwrap()
}

fn conflicts(agreement: &Agreement, input: &ConflictInput) -> Vec<Conflict> {
    agreement.goal_conflicts(&PlanOptions::new().rounding(Rounding::Up), input).unwrap()
}

/// What the clocks ask for, what is possible, and what would help.
fn clocks(agreement: &Agreement, input: &ConflictInput) -> Vec<(String, String, String)> {
    let found = conflicts(agreement, input);
    let clocks = kinds(&found, ConflictKind::ClockAgainstCapacity);
    clocks.iter().map(|one| (one.asked.to_string(), one.possible.to_string(), one.help.clone())).collect()
}

fn sample(numbers: impl IntoIterator<Item = i64>) -> ScoreSample {
    ScoreSample::new(numbers.into_iter().map(|number| LeadScore::new(Points::new(number))).collect())
}

#[test]
fn conflicts_are_quantified() {
    let agreement = agreement(|_| ());
    // One lead in five reaches 40 points.
    let input = ConflictInput::new()
        .scores(sample((0..100).map(|number| if number < 20 { 40 } else { 39 - number / 3 })))
        .contacts(ContactMix { contacts: 2_000, without_opt_in: 500 });
    let found = conflicts(&agreement, &input);

    let threshold = kinds(&found, ConflictKind::ThresholdAgainstVolume)[0];
    assert_eq!((threshold.asked.to_string().as_str(), threshold.possible.to_string().as_str()), ("167", "111.2"));
    assert_eq!(threshold.missing.to_string(), "55.8");
    let begin = "20 of 100 leads meet what `mql` asks for (score at least 40): of 556 leads that are 111.2 `mql`";
    assert!(threshold.message.starts_with(begin), "{}", threshold.message);
    // 167 of 556 are 31 of the sample: the 31st score from above.
    assert_eq!(threshold.help, "`score` at least 29 would bring them, or more leads");

    let targets = kinds(&found, ConflictKind::TargetAgainstPlan);
    let numbers: Vec<_> = targets.iter().map(|c| (c.asked.to_string(), c.possible.to_string())).collect();
    let pair = |asked: &str, possible: &str| (asked.to_owned(), possible.to_owned());
    // At 75 % acceptance 167 × 0.6 / 0.75 may be handed over; a quarter of 556 leads are 139 MQL;
    // ten deals of 9,000 are 90,000.
    assert_eq!(numbers, [pair("167", "133.6"), pair("167", "139"), pair("120000", "90000")]);

    let opt_in = kinds(&found, ConflictKind::OptInAgainstOffline)[0];
    assert_eq!((opt_in.possible.to_string().as_str(), opt_in.missing.to_string().as_str()), ("0.75", "0.05"));
    assert!(opt_in.help.starts_with("at most 400 contacts"));

    // 167 in 31 days; over a weekend and a night, two and two thirds of a day, 14.37 come. 230 in 23
    // days of 8 hours are 1.25 an hour: five in four hours, twenty in sixteen.
    let clocks = kinds(&found, ConflictKind::ClockAgainstCapacity);
    assert_eq!(clocks.len(), 1);
    assert!(clocks[0].message.contains("within the 4 hours of the clock `accept`"), "{}", clocks[0].message);
    assert_eq!((clocks[0].asked.to_string().as_str(), clocks[0].possible.to_string().as_str()), ("14.37", "5"));
    assert_eq!(clocks[0].help, "a clock of 11.5 hours, or a capacity of 661 a month");
}

#[test]
fn more_leads_than_can_be_worked_break_every_clock() {
    let few = agreement(|document| document["goals"][0]["capacity"]["mql"] = 100.into());
    let missing: Vec<String> =
        conflicts(&few, &ConflictInput::new()).iter().map(|one| one.missing.to_string()).collect();
    assert_eq!(missing[missing.len() - 2..], ["67", "67"]);
    // Without a calendar the hours are not known, but the month is.
    let bare = |capacity: u32| {
        agreement(|document| {
            document["goals"][0]["capacity"]["mql"] = capacity.into();
            let clock = json!({ "id": "accept", "from": "handover", "until": "accepted", "within": "1h" });
            document["handover"] = json!({ "clocks": [clock] });
        })
    };
    assert_eq!(clocks(&bare(100), &ConflictInput::new()).len(), 1);
    assert_eq!(clocks(&bare(230), &ConflictInput::new()), []);
    // An input can say them: nobody works at night and on Sundays, and the clock runs then, too.
    let hours = Calendar::from_json(r#"{ "days": "mon-sat", "open": "08:00", "close": "20:00" }"#).unwrap();
    assert_eq!(clocks(&bare(230), &ConflictInput::new().calendar(hours)).len(), 1);
}

#[test]
fn a_clock_without_a_calendar_runs_while_nobody_works() {
    let plain = |within: &str| {
        agreement(|document| {
            let clocks = document["handover"]["clocks"].as_array_mut().unwrap();
            clocks.truncate(1);
            clocks[0].as_object_mut().unwrap().remove("calendar");
            clocks[0]["within"] = within.into();
        })
    };
    let told = |possible: &str, hours: &str| {
        let help = format!("a clock in the time of a calendar, or one of {hours} hours");
        vec![("14.37".to_owned(), possible.to_owned(), help)]
    };
    // Of 64 hours of rest, those of the last four are in time: 167 / 744 × 4 leads.
    assert_eq!(clocks(&plain("4h"), &ConflictInput::new()), told("0.9", "64"));
    // In 24 hours from the opening on, eight are worked: ten leads, but only 5.39 are not late before.
    assert_eq!(clocks(&plain("24h"), &ConflictInput::new()), told("5.39", "64"));
    // In 64 hours two days and eight hours are worked: 30 leads.
    assert_eq!(clocks(&plain("64h"), &ConflictInput::new()), []);
    // At five hours a lead, 24 hours are 4.8 leads, and 71.83 hours are eight days and 7.83 hours.
    let busy = ConflictInput::new().clock(ClockLoad::new("accept").handling("5h".parse().unwrap()));
    assert_eq!(clocks(&plain("64h"), &busy), told("4.8", "199.9"));
}

#[test]
fn what_a_lead_takes_decides_with_the_clock() {
    let own = agreement(|_| ());
    // Six minutes a lead: forty in four hours.
    let quick = ConflictInput::new().clock(ClockLoad::new("accept").handling("6m".parse().unwrap()));
    assert_eq!(clocks(&own, &quick), []);
    // Half an hour a lead: eight in four hours; four hours for 14.37 leads are 16.7 minutes each.
    let slow = ConflictInput::new().clock(ClockLoad::new("accept").handling("30m".parse().unwrap()));
    let help = "a clock of 7.2 hours, or at most 16 minutes for each lead";
    assert_eq!(clocks(&own, &slow), [("14.37".to_owned(), "8".to_owned(), help.to_owned())]);
    // A clock in working days, and one that a person starts.
    let days = agreement(|document| {
        document["handover"]["clocks"][0]["within"] = "1 business day".into();
        document["handover"]["clocks"][1]["from"] = "accepted".into();
        document["handover"]["clocks"][1]["until"] = "contact_attempted".into();
        document["goals"][0]["capacity"]["sal"] = 90.into();
    });
    // Eight hours are ten leads; and ten SAL more are owed than can be worked.
    let found = clocks(&days, &ConflictInput::new());
    let found: Vec<_> = found.iter().map(|(asked, possible, _)| (asked.as_str(), possible.as_str())).collect();
    assert_eq!(found, [("14.37", "10"), ("100", "90")]);
}

#[test]
fn a_stage_that_asks_for_fit_is_asked_with_fit() {
    let two = agreement(|document| {
        document["lifecycle"]["stage"]["mql"]["when"] =
            json!({ "score": { "at_least": 40 }, "fit": { "at_least": 20 } });
    });
    let lead = |score: i64, fit: i64| LeadScore::new(Points::new(score)).fit(Points::new(fit));
    // Of ten leads four reach the score, and two of them the fit; 167 of 556 are four of ten.
    let mut scores = vec![lead(60, 30), lead(50, 20), lead(45, 15), lead(40, 0), lead(35, 25), lead(30, 22)];
    scores.resize(10, lead(10, 0));
    let found = conflicts(&two, &ConflictInput::new().scores(ScoreSample::new(scores)));
    assert_eq!(found[0].possible.to_string(), "111.2");
    assert_eq!(found[0].help, "`fit` at least 0, or `score` at least 30 would bring them, or more leads");
    // Without the fit it cannot be said.
    let findings = two.goal_conflicts(&PlanOptions::new(), &ConflictInput::new().scores(sample([50, 60]))).unwrap_err();
    assert_eq!((findings[0].code, findings[0].path.to_string().as_str()), (Code::MissingKey, "input.scores.scores[0]"));
}

#[test]
fn labels_follow_from_the_sample_and_facts_may_hold() {
    let with = |when: Value| {
        agreement(|document| {
            document["fields"] = json!({ "industry": { "type": "category", "values": ["software"] } });
            document["lifecycle"]["stage"]["mql"]["when"] = when.clone();
        })
    };
    // One of four is hot; nobody knows the industries, so that it is one at most.
    let hot = |when: Value| {
        let found = conflicts(&with(when), &ConflictInput::new().scores(sample([45, 10, 10, 10])));
        found[0].message.clone()
    };
    assert!(hot(json!({ "band": "hot" })).starts_with("1 of 4 leads meet"), "{}", hot(json!({ "band": "hot" })));
    assert!(hot(json!({ "band": "hot", "industry": "software" })).starts_with("at most 1 of 4 leads meet"));
    // The grade is read off the engagement.
    let lead = |engagement: i64| LeadScore::new(Points::new(50)).fit(Points::ZERO).engagement(Points::new(engagement));
    let grade = with(json!({ "grade": "1" }));
    let found =
        conflicts(&grade, &ConflictInput::new().scores(ScoreSample::new(vec![lead(30), lead(29), lead(0), lead(0)])));
    assert!(found[0].message.starts_with("1 of 4 leads meet"), "{}", found[0].message);
}

#[test]
fn assessments_are_a_sample() {
    let agreement = agreement(|_| ());
    let leads = [Lead::new("a").source("fair"), Lead::new("b")];
    let assess = |lead: &Lead| agreement.assess(lead, &Interactions::none(), "2026-11-02T10:00:00Z".parse().unwrap());
    let assessments: Vec<Assessment> = leads.iter().map(assess).collect();
    let scores: Vec<LeadScore> = assessments.iter().map(LeadScore::from).collect();
    assert_eq!(scores[0], LeadScore::new(Points::new(30)).fit(Points::new(30)).engagement(Points::ZERO));
    let found = conflicts(&agreement, &ConflictInput::new().scores(ScoreSample::new(scores)));
    // 30 and 0 points; of two leads one is needed.
    assert_eq!(
        (found[0].possible.to_string().as_str(), found[0].help.as_str()),
        ("0", "`score` at least 30 would bring them, or more leads")
    );
}

#[test]
fn names_that_are_not_there_are_findings() {
    let input = ConflictInput::new()
        .scores(sample([40]).stage("mqll"))
        .clock(ClockLoad::new("accxpt"))
        .clock(ClockLoad::new("late").stage("mq"))
        .clock(ClockLoad::new("late"));
    let findings = agreement(|_| ()).goal_conflicts(&PlanOptions::new(), &input).unwrap_err();
    let told: Vec<_> = findings
        .iter()
        .map(|finding| (finding.code, finding.path.to_string(), finding.suggestion.as_deref().unwrap_or("")))
        .collect();
    assert_eq!(
        told,
        [
            (Code::UnknownStage, "input.scores.stage".to_owned(), "mql"),
            (Code::UnknownClock, "input.clocks[0].id".to_owned(), "accept"),
            (Code::UnknownStage, "input.clocks[1].stage".to_owned(), "mql"),
            (Code::DuplicateId, "input.clocks[2].id".to_owned(), ""),
        ]
    );
}

#[test]
fn goals_that_agree_have_no_conflict() {
    let agreed = agreement(|document| {
        document["kpis"] = json!([{ "id": "lead_to_mql", "target": 0.3, "owner": "both", "decision": "which" }]);
        document["handover"]["clocks"][0]["within"] = "12h".into();
        document["goals"][0]["capacity"]["mql"] = 230.into();
    });
    let enough =
        ConflictInput::new().scores(sample([40, 10, 5, 50, 1])).contacts(ContactMix { contacts: 0, without_opt_in: 0 });
    assert_eq!(conflicts(&agreed, &enough), []);
    assert_eq!(conflicts(&agreed, &ConflictInput::new().scores(sample([]))), []);
}

/// 114 of 190 are 0.6 exactly, however the month's volumes are rounded.
#[cfg(feature = "toml")]
#[test]
fn a_target_that_is_the_plans_rate_is_no_conflict() {
    let guide = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/guides/agreement.toml");
    let text = std::fs::read_to_string(guide).unwrap();
    let against = |target: &str, revenue: u32| {
        let changed = text.replace("target = 0.6", target).replace("2026-11 = 240000", &format!("2026-11 = {revenue}"));
        assert!(changed.contains(target) && changed.contains(&format!("2026-11 = {revenue}")), "{changed}");
        let agreement = Agreement::from_toml(&changed).unwrap();
        let found = agreement.goal_conflicts(&PlanOptions::new(), &ConflictInput::default()).unwrap();
        kinds(&found, ConflictKind::TargetAgainstPlan).len()
    };
    for revenue in (200_000..260_000).step_by(1_000) {
        assert_eq!(against("target = 0.6", revenue), 0, "{revenue}");
    }
    assert!(against("target = 0.5", 240_000) > 0 && against("target = 0.61", 240_000) > 0);
}
