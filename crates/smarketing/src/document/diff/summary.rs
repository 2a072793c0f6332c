//! What an added or removed thing is, in a few words.

use serde_json::Value;

use super::conditions::{condition, value};
use super::subject::Subject;
use crate::language::Language;

/// What a thing is, in a few words; nothing where its name says enough.
pub(super) fn summary(subject: Subject, thing: &Value, language: Language) -> Option<String> {
    let text = |key: &str| thing.get(key).and_then(Value::as_str);
    let when = || {
        let words = condition(thing.get("when")?, language);
        Some(format!("{} {words}", language.pick(("when", "wenn"))))
    };
    match subject {
        Subject::Rule => Some(rule(thing, language)),
        Subject::Adjustment => {
            let factor = format!("× {}", value(thing.get("multiply")?, language));
            Some([Some(factor), idle(thing, language), when()].into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
        Subject::Tier | Subject::Grade | Subject::Band => {
            Some(format!("{} {}", language.pick(("from", "ab")), value(thing, language)))
        }
        Subject::IcpCriterion | Subject::Exclusion | Subject::Criterion | Subject::Disqualifier | Subject::Goal => {
            when()
        }
        Subject::Field => text("type").map(str::to_owned),
        Subject::Persona => match (text("role"), when()) {
            (Some(role), Some(when)) => Some(format!("{role}, {when}")),
            (role, when) => role.map(str::to_owned).or(when),
        },
        Subject::Kpi => text("decision").map(str::to_owned),
        Subject::Term => Some(value(thing, language)),
        _ => None,
    }
}

fn rule(rule: &Value, language: Language) -> String {
    let text = |key: &str| rule.get(key).and_then(Value::as_str);
    let mut words = String::from(text("scores").unwrap_or_default());
    words.push_str(", ");
    match (rule.get("points"), rule.get("points_by").and_then(|by| by.get("field")).and_then(Value::as_str)) {
        (Some(points), _) => words.push_str(&super::words::points(points, language)),
        (None, Some(field)) => words.push_str(&format!("{} {field}", language.pick(("points by", "Punkte nach")))),
        (None, None) => {}
    }
    if let Some(idle) = idle(rule, language) {
        words.push(' ');
        words.push_str(&idle);
    } else if let Some(Value::Array(kinds)) = rule.get("on") {
        let kinds: Vec<&str> = kinds.iter().filter_map(Value::as_str).collect();
        words.push_str(language.pick((" for each ", " für jede Interaktion ")));
        words.push_str(&kinds.join(language.pick((" or ", " oder "))));
    }
    if let Some(filter) = rule.get("where") {
        words.push_str(&format!(" {} {}", language.pick(("with", "mit")), condition(filter, language)));
    }
    if let Some(when) = rule.get("when") {
        words.push_str(&format!("{} {}", language.pick((" when", ", wenn")), condition(when, language)));
    }
    words
}

fn idle(thing: &Value, language: Language) -> Option<String> {
    let every = thing.get("idle")?.as_str()?;
    Some(match language {
        Language::English => format!("for each {every} without activity"),
        Language::German => format!("für je {every} ohne Aktivität"),
    })
}
