//! Conditions and values in words, in English and in German.

use serde_json::Value as Json;

use crate::condition::{Clause, Condition, Operand, Operator, Predicate, Question};
use crate::document::reader::{Place, Sink};
use crate::document::tree::Node;
use crate::language::Language;
use crate::vocabulary::{Texts, Value};

/// A condition in its JSON form, in words.
pub(super) fn condition(json: &Json, language: Language) -> String {
    let text = json.to_string();
    let sink = Sink::default();
    let node = serde_json::from_str::<Node<'_>>(&text);
    let condition = node.ok().and_then(|node| Condition::read(&Place::root(&node, &sink)));
    match (condition, language) {
        (None, _) => text,
        (Some(condition), Language::English) => condition.to_string(),
        (Some(condition), Language::German) => in_german(&condition),
    }
}

/// One clause of a condition, by its key.
pub(super) fn clause(key: &str, json: &Json, language: Language) -> String {
    condition(&serde_json::json!({ key: json }), language)
}

/// The words of an operator; the key itself where it is none.
pub(super) fn operator(key: &str, language: Language) -> &str {
    match (Operator::from_key(key), language) {
        (None, _) => key,
        (Some(operator), Language::English) => operator.words(),
        (Some(operator), Language::German) => german(operator),
    }
}

/// A value in words: texts in backticks, numbers, dates and durations plain.
pub(super) fn value(json: &Json, language: Language) -> String {
    match json {
        Json::Null => "–".to_owned(),
        Json::Bool(truth) => language.pick(if *truth { ("yes", "ja") } else { ("no", "nein") }).to_owned(),
        Json::Number(number) => plain(number),
        Json::String(text) if text.starts_with(|first: char| first.is_ascii_digit()) => text.clone(),
        Json::String(text) => format!("`{text}`"),
        Json::Array(items) => items.iter().map(|item| value(item, language)).collect::<Vec<_>>().join(", "),
        Json::Object(table) => {
            let texts = table.iter().map(|(key, text)| Some((key.clone(), text.as_str()?.to_owned())));
            let by_language: Option<Vec<(String, String)>> =
                if table.keys().all(|key| key.len() == 2) { texts.collect() } else { None };
            let text = by_language.map(Texts::by_language);
            let text = text.as_ref().and_then(|texts| texts.in_language(language.code()));
            text.map_or_else(|| crate::json::to_string(json), |text| format!("`{text}`"))
        }
    }
}

fn plain(number: &serde_json::Number) -> String {
    match number.as_f64() {
        Some(double) if number.is_f64() => double.to_string(),
        _ => number.to_string(),
    }
}

const fn german(operator: Operator) -> &'static str {
    match operator {
        Operator::Is => "ist",
        Operator::In => "ist eines von",
        Operator::IsNot => "ist nicht",
        Operator::NotIn => "ist keines von",
        Operator::AtLeast => "mindestens",
        Operator::AtMost => "höchstens",
        Operator::MoreThan => "mehr als",
        Operator::LessThan => "weniger als",
        Operator::Contains => "enthält",
        Operator::StartsWith => "beginnt mit",
        Operator::EndsWith => "endet auf",
        Operator::Word => "hat das Wort",
        Operator::Matches => "hat die Form",
        Operator::Within => "vor weniger als",
        Operator::OlderThan => "vor mindestens",
        Operator::Before => "vor dem",
        Operator::After => "nach dem",
        Operator::Known => "bekannt",
        Operator::Kind => "ist von der Art",
        Operator::Domain => "liegt unter der Domain",
    }
}

fn in_german(condition: &Condition) -> String {
    condition.clauses.iter().map(german_clause).collect::<Vec<_>>().join(" und ")
}

fn german_clause(clause: &Clause) -> String {
    let many = |conditions: &[Condition], between: &str| {
        format!("({})", conditions.iter().map(in_german).collect::<Vec<_>>().join(between))
    };
    match clause {
        Clause::Field { name, predicate } => format!("{name} {}", german_predicate(predicate)),
        Clause::All(conditions) => many(conditions, " und "),
        Clause::Any(conditions) => many(conditions, " oder "),
        Clause::Not(condition) => format!("nicht ({})", in_german(condition)),
        Clause::Interactions(question) => german_question(question),
    }
}

fn german_predicate(predicate: &Predicate) -> String {
    let tests = predicate.tests.iter().map(|(operator, operand)| match (operator, operand) {
        (Operator::Known, Operand::One(Value::Boolean(false))) => "unbekannt".to_owned(),
        (Operator::Known, _) => "bekannt".to_owned(),
        (operator, operand) => format!("{} {}", german(*operator), german_list(operand)),
    });
    tests.collect::<Vec<_>>().join(" und ")
}

fn german_list(operand: &Operand) -> String {
    let values: Vec<String> = operand.values().iter().map(ToString::to_string).collect();
    either(&values)
}

fn either(values: &[String]) -> String {
    match values {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} oder {last}", rest.join(", ")),
    }
}

fn german_question(question: &Question) -> String {
    let what = if question.types.is_empty() { "Interaktionen".to_owned() } else { either(&question.types) };
    let mut text = match &question.distinct {
        Some(property) => format!("verschiedene {property} von {what}"),
        None => format!("Anzahl von {what}"),
    };
    if let Some(filter) = &question.filter {
        text.push_str(&format!(" mit {}", in_german(filter)));
    }
    if let Some(within) = &question.within {
        text.push_str(&format!(" vor weniger als {within}"));
    }
    if let Some(older_than) = &question.older_than {
        text.push_str(&format!(" vor mindestens {older_than}"));
    }
    match &question.count {
        Some(count) => text.push_str(&format!(" {}", german_predicate(count))),
        None => text.push_str(" mindestens 1"),
    }
    text
}
