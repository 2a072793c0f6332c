//! The list of functions names what Rust has: every path of it is called here by its name.
#![cfg(all(feature = "toml", feature = "zones"))]

use std::collections::BTreeSet;

use smarketing::{
    AgreedClock, Agreement, BoundLead, BusinessCalendar, BusinessDays, ClockForecast, Consent, ConsentLedger,
    DailySummary, Event, Glossary, HolidayRegion, Interactions, Lead, Scorecard, Timestamp, compare, functions,
};

/// Names paths, each of which must exist, and gives their texts.
macro_rules! paths {
    ($($path:path),+ $(,)?) => {{
        $(let _ = $path;)+
        [$(stringify!($path)),+]
    }};
}

/// Paths that take any iterator or text cannot be named without calling them.
fn generic(agreement: &Agreement, lead: &Lead, past: &Interactions, as_of: Timestamp) -> [&'static str; 4] {
    let _ = agreement.assess_all([(lead, past)], as_of);
    let _ = agreement.work_list(&[], smarketing::Team::Sales, |_| None, as_of);
    let _ = compare(agreement, agreement, [(lead, past)], as_of);
    let _ = Event::assessed("e-1", &agreement.assess(lead, past, as_of));
    ["Agreement::assess_all", "Agreement::work_list", "compare", "Event::assessed"]
}

#[test]
fn every_function_of_the_list_is_there_in_rust() {
    use smarketing::{
        beta_cdf, beta_quantile, chance_of_at_least, chance_of_exactly, check_json, check_toml, feedback,
        finding_codes, handovers, kpi_definitions, kpi_tree, late, leads_for_chance, measure, posterior_interval,
        propose, replay, schema, scorecard, speed_to_lead, wilson_interval,
    };
    let named = paths![
        AgreedClock::attempted,
        AgreedClock::ends_with,
        AgreedClock::fire,
        AgreedClock::forecast,
        AgreedClock::pause,
        AgreedClock::restarts_with,
        AgreedClock::resume,
        AgreedClock::start,
        AgreedClock::steps,
        Agreement::advance,
        Agreement::allowed,
        Agreement::apply,
        Agreement::assess_for,
        Agreement::brief,
        Agreement::buying_centre,
        Agreement::check,
        Agreement::daily_summary,
        Agreement::diff,
        Agreement::document,
        Agreement::glossary,
        Agreement::goal_conflicts,
        Agreement::goals,
        Agreement::kpi_states,
        Agreement::may_contact,
        Agreement::moving_targets,
        Agreement::overdue,
        Agreement::performance,
        Agreement::plan,
        Agreement::refreshed,
        Agreement::review_checklist,
        Agreement::schema,
        Agreement::solve,
        Agreement::start,
        Agreement::table,
        Agreement::version,
        Agreement::year_table,
        BoundLead::assess,
        BoundLead::bounds,
        BoundLead::decays_below,
        BoundLead::form,
        BoundLead::questions,
        BoundLead::segment,
        BoundLead::timeline,
        BoundLead::what_would_it_take,
        BusinessCalendar::before,
        BusinessCalendar::due,
        BusinessCalendar::due_in_days,
        BusinessCalendar::elapsed,
        BusinessCalendar::is_open,
        BusinessCalendar::opens,
        BusinessCalendar::remaining,
        BusinessDays::count,
        BusinessDays::is_business_day,
        BusinessDays::offset,
        BusinessDays::roll,
        ClockForecast::text,
        Consent::handover_hindrances,
        Consent::may_contact,
        ConsentLedger::history,
        ConsentLedger::standing,
        DailySummary::text,
        Glossary::built_in,
        HolidayRegion::all,
        HolidayRegion::holidays,
        Scorecard::attempts_that_pay,
        beta_cdf,
        beta_quantile,
        chance_of_at_least,
        chance_of_exactly,
        check_json,
        check_toml,
        feedback,
        finding_codes,
        handovers,
        kpi_definitions,
        kpi_tree,
        late,
        leads_for_chance,
        measure,
        posterior_interval,
        propose,
        replay,
        schema,
        scorecard,
        speed_to_lead,
        wilson_interval,
    ];
    let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#);
    let agreement = agreement.expect("a small agreement");
    let generic = generic(&agreement, &Lead::default(), &Interactions::none(), Timestamp::UNIX_EPOCH);
    let named: BTreeSet<String> = named.into_iter().chain(generic).map(|path| path.replace(' ', "")).collect();
    let listed: BTreeSet<String> = functions().map(|function| function.rust.to_owned()).collect();
    assert_eq!(named, listed);
}

#[test]
fn names_and_arguments_are_told_apart() {
    let names: BTreeSet<_> = functions().map(|function| (function.name, format!("{:?}", function.on))).collect();
    assert_eq!(names.len(), functions().count(), "two functions of one receiver have one name");
    for function in functions() {
        let arguments: BTreeSet<&str> = function.arguments.iter().map(|argument| argument.name).collect();
        assert_eq!(arguments.len(), function.arguments.len(), "{}", function.name);
        let mut required = function.arguments.iter().map(|argument| argument.required);
        assert!(required.by_ref().skip_while(|required| *required).all(|required| !required), "{}", function.name);
        // Words that some language keeps for itself.
        let kept = ["from", "import", "in", "is", "class", "with", "yield", "default", "function", "delete"];
        assert!(kept.iter().all(|word| !arguments.contains(word) && function.name != *word), "{}", function.name);
    }
}

/// Every type that the list names is a plain one or stands in the schema of types.
#[test]
#[cfg(feature = "schema")]
fn every_type_of_the_list_is_in_the_schema() {
    const PLAIN: [&str; 11] =
        ["Text", "Number", "Whole", "Boolean", "Instant", "Date", "Duration", "TimeSpan", "Money", "Rate", "Object"];
    let schema: serde_json::Value = serde_json::from_str(&smarketing::types_schema()).expect("the schema is JSON");
    for function in functions() {
        let kinds = function.arguments.iter().map(|argument| argument.kind).chain([function.result]);
        for kind in kinds {
            let name = plain_name(kind);
            let known = PLAIN.contains(&name) || schema["$defs"].get(name).is_some();
            assert!(known, "{} names the type `{name}`", function.name);
        }
    }
}

/// Every type of the schema is given to a function, answered by one, or part of such a type: the schema
/// promises nothing that nobody can have.
#[test]
#[cfg(feature = "schema")]
fn every_type_of_the_schema_is_in_the_list() {
    let schema: serde_json::Value = serde_json::from_str(&smarketing::types_schema()).expect("the schema is JSON");
    let definitions = schema["$defs"].as_object().expect("definitions");
    let kinds = functions().flat_map(|known| known.arguments.iter().map(|one| one.kind).chain([known.result]));
    // Errors carry findings and refusals.
    let mut left: Vec<String> = kinds.chain(["Finding", "Refusal"]).map(|kind| plain_name(kind).to_owned()).collect();
    let mut reached = BTreeSet::new();
    while let Some(name) = left.pop() {
        for name in [format!("{name}Input"), name] {
            if let Some(definition) = definitions.get(&name).filter(|_| reached.insert(name.clone())) {
                references(definition, &mut left);
            }
        }
    }
    let orphans: Vec<&String> = definitions.keys().filter(|name| !reached.contains(*name)).collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}

#[cfg(feature = "schema")]
fn plain_name(kind: &str) -> &str {
    kind.trim_matches(['[', ']', '{', '}', '?'])
}

/// The definitions to which a schema refers.
#[cfg(feature = "schema")]
fn references(schema: &serde_json::Value, found: &mut Vec<String>) {
    match schema {
        serde_json::Value::Object(table) => {
            let name = table.get("$ref").and_then(|to| to.as_str()?.strip_prefix("#/$defs/"));
            found.extend(name.map(str::to_owned));
            table.values().for_each(|value| references(value, found));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}
