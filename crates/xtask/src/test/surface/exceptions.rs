//! Public functions that are in Rust alone, each with its reason: kinds of them by rule, the others by name.

use super::source::{Public, Receiver};

/// Types that are asked something, and not only read: a method of theirs is no exception by rule.
const ASKED: [&str; 13] = [
    "AgreedClock",
    "AgreedClocks",
    "Agreement",
    "BoundLead",
    "BusinessCalendar",
    "BusinessDays",
    "Code",
    "Comparing",
    "Consent",
    "ConsentLedger",
    "Glossary",
    "HolidayRegion",
    "Scorecard",
];

/// Why a kind of function is in Rust alone.
pub fn by_rule(function: &Public) -> Option<&'static str> {
    let owner = function.owner.as_deref()?;
    let makes = ["Self", "Result<Self", "Option<Self>"].iter().any(|start| function.gives.starts_with(start));
    match function.receiver {
        Receiver::Nothing if makes => Some("makes a value, which is data in the other languages"),
        Receiver::Value if function.gives == "Self" => {
            Some("sets a field of a value, which is data in the other languages")
        }
        _ if ASKED.contains(&owner) => None,
        Receiver::Reference | Receiver::Value if function.arguments == 0 => {
            Some("reads the fields of a value, which is data in the other languages")
        }
        _ => None,
    }
}

/// The others, by path: those of one reason together.
pub const EXCEPTIONS: &[(&str, &[&str])] = &[
    (
        "is `start_clock` once more, or stands in the forecast of a clock",
        &["AgreedClock::restart", "AgreedClock::attempts_left"],
    ),
    ("is what `finding_codes` says of every code", &["Code::meaning", "Code::severities"]),
    (
        "is what the function of a bound lead does: `lead.assess(…)`",
        &["Agreement::assess", "Agreement::bind", "Agreement::bind_request"],
    ),
    (
        "is how bindings ask: their functions are made of it",
        &[
            "Agreement::assess_all_request",
            "Agreement::assess_json",
            "Agreement::assess_request",
            "answer",
            "functions",
            "parts",
            "document_schema",
            "types_schema",
        ],
    ),
    (
        "gives the thing that `clock_…`, `business_…` and `working_days` ask, which take its name elsewhere",
        &[
            "AgreedClocks::get",
            "AgreedClocks::iter",
            "AgreedClocks::started_by",
            "Agreement::calendar",
            "Agreement::clocks",
            "Agreement::working_days",
            "BusinessCalendar::days",
        ],
    ),
    (
        "takes loose goals or a plan; elsewhere an agreement with nothing but goals is asked",
        &["daily_summary", "kpi_states", "moving_targets", "performance", "plan", "solve", "year_table"],
    ),
    (
        "reads or compares a document before it is an agreement: elsewhere the agreement is read, and asked",
        &[
            "AgreementDocument::diff",
            "AgreementDocument::from_json",
            "AgreementDocument::from_toml",
            "Event::list_from_json",
            "Kpi::list_from_json",
            "Kpi::list_from_toml",
        ],
    ),
    ("is `compare` in steps, for leads that do not fit into memory", &["Comparing::add", "Comparing::finish"]),
    (
        "finds a part of a value by its name, which is data in the other languages",
        &[
            "AgreedClock::calendar",
            "AgreedClock::rule",
            "Calendar::hours",
            "Code::as_str",
            "Code::severity",
            "Consent::kind_of",
            "Consent::needed",
            "ConsentLedger::iter",
            "Costs::of",
            "Definition::text",
            "Entries::get",
            "EventIds::contains",
            "Figure::at",
            "Glossary::get",
            "Glossary::is_defined",
            "Glossary::iter",
            "Goals::segment",
            "HolidayRegion::code",
            "Lifecycle::criteria",
            "Measured::rate",
            "Performance::leads_of",
            "Performance::revenue_of",
            "Plan::segment",
            "PlanFigures::at",
            "SegmentPlan::month",
            "Sides::of",
            "Texts::in_language",
        ],
    ),
    (
        "is done on the way of a function that is in the list",
        &[
            // Of `clock_forecast`.
            "AgreedClock::elapsed",
            "AgreedClock::remaining",
            "RunningClock::is_overdue",
            // Of `apply`.
            "Event::in_order",
            // Of `may_contact`.
            "ConsentBasis::satisfies",
            "Channel::identifier",
            "ContactPermission::allowed_from",
            // Of `assess` and `assess_for`.
            "Interactions::after",
            "Ladder::label",
            // Of `diff`.
            "Difference::in_language",
            // Of `plan`.
            "Money::split",
            // Of `business_opens` and its neighbours.
            "BusinessCalendar::date_of",
        ],
    ),
    (
        "changes a value in place: elsewhere it is data, and changed as such",
        &["ConsentLedger::record", "Glossary::define", "Path::index", "Path::key"],
    ),
    ("lists what the library knows by its standard's own names", &["Country::all"]),
];

/// Whether a function is an exception by name.
pub fn by_name(path: &str) -> bool {
    names().any(|name| name == path)
}

/// The names of all exceptions.
pub fn names() -> impl Iterator<Item = &'static str> {
    EXCEPTIONS.iter().flat_map(|(_, names)| names.iter().copied())
}
