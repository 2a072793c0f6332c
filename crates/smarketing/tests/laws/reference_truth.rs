//! The naive reference, first third: what conditions say of facts and results, each time from the
//! document's own words. Of results it knows no `known` (the generated agreements have none).

use rust_decimal::Decimal;
use smarketing::{
    AgreementDocument, Clause, Condition, Duration, Field, FieldType, Interaction, Lead, Operand, Operator, Predicate,
    Truth, Value,
};

use crate::calendar::{date, day_of, start_of};
use crate::leads::{AS_OF, DAY};

/// A value that found its type.
#[derive(Debug, Clone, PartialEq)]
pub enum Known {
    Flag(bool),
    Number(Decimal),
    Text(String),
    Time(i64),
    List(Vec<String>),
}

/// All that the reference looks at.
pub struct Case<'c> {
    pub document: &'c AgreementDocument,
    pub lead: &'c Lead,
    /// In order, each once, up to the instant of the question; nobody knows where absent.
    pub history: Option<Vec<&'c Interaction>>,
    /// What was found so far.
    pub results: Results,
}

#[derive(Default)]
pub struct Results {
    pub icp: Option<Truth>,
    pub icp_matched: Decimal,
    /// Tiers, best first; which is now, and which could be.
    pub tier: Option<usize>,
    pub tiers_open: Vec<usize>,
    pub persona: Option<usize>,
    pub personas_open: Vec<usize>,
    pub criteria: Vec<(String, Truth)>,
    pub fit: Decimal,
    pub engagement: Decimal,
}

pub fn fold(text: &str) -> String {
    text.trim().to_lowercase().replace('ß', "ss")
}

/// In its shortest form: distinct values are told apart by their text, and 10 is 10.0.
fn number_of(text: &str) -> Option<Decimal> {
    text.trim().parse().ok().map(|number: Decimal| number.normalize())
}

impl Case<'_> {
    pub fn zone(&self) -> &str {
        &self.document.agreement.time_zone
    }

    /// Reads a value by the type of its field; none where it is missing or does not fit.
    pub fn read(&self, field: &Field, value: &Value) -> Option<Known> {
        let text = match value {
            Value::Text(text) if text.trim().is_empty() => return None,
            Value::Text(text) if field.missing.iter().any(|mark| fold(mark) == fold(text)) => return None,
            Value::Text(text) => text.to_string(),
            Value::Number(number) => number.normalize().to_string(),
            Value::Boolean(truth) => return (field.kind == FieldType::Boolean).then_some(Known::Flag(*truth)),
            Value::Money { amount, currency } => format!("{amount} {currency}"),
            Value::List(list) => {
                let elements: Option<Vec<String>> = list
                    .iter()
                    .map(|element| match element {
                        Value::Text(_) | Value::Number(_) => Some(fold(&element.to_string())),
                        _ => None,
                    })
                    .collect();
                return elements.filter(|_| field.kind == FieldType::List).and_then(|list| allowed(field, list));
            }
            _ => return None,
        };
        let written = matches!(value, Value::Text(_));
        match field.kind {
            FieldType::Text | FieldType::Url => Some(Known::Text(fold(&text))),
            FieldType::Category => allowed(field, vec![fold(&text)]).map(|_| Known::Text(fold(&text))),
            FieldType::Country => country(&text).map(|code| Known::Text(code.to_owned())),
            FieldType::Number => number_of(&text).map(Known::Number),
            FieldType::Money => match text.trim().split_once(' ') {
                None => number_of(&text).map(Known::Number),
                Some((amount, "EUR")) => number_of(amount).map(Known::Number),
                Some((amount, currency)) => {
                    let rate = self.document.agreement.exchange.get(currency)?;
                    number_of(amount).map(|amount| Known::Number(amount * rate))
                }
            },
            FieldType::Boolean => match fold(&text).as_str() {
                "true" | "yes" | "ja" | "1" => Some(Known::Flag(true)),
                "false" | "no" | "nein" | "0" => Some(Known::Flag(false)),
                _ => None,
            },
            FieldType::Date => date(&text).filter(|_| written).map(|day| Known::Time(start_of(self.zone(), day))),
            FieldType::Instant => text.parse::<smarketing::Timestamp>().ok().map(|at| Known::Time(at.microseconds())),
            FieldType::Email => text.contains('@').then(|| Known::Text(fold(&text))),
            FieldType::Phone => Some(digits(&text)).filter(|text| text.len() >= 3).map(Known::Text),
            FieldType::List => {
                let parts = text.split(';').map(fold).filter(|part| !part.is_empty()).collect();
                Some(parts).filter(|_| written).and_then(|list| allowed(field, list))
            }
        }
    }

    /// What is known of a field of the lead.
    fn fact(&self, name: &str) -> Option<(Field, Option<Known>)> {
        let lead = self.lead;
        let text = |text: &Option<std::sync::Arc<str>>| {
            text.as_ref().filter(|text| !text.trim().is_empty()).map(|text| Known::Text(fold(text)))
        };
        Some(match name {
            "source" => (Field::new(FieldType::Text), text(&lead.source)),
            "sourced_by" => {
                let side = lead.sourced_by.map(|side| format!("{side:?}").to_lowercase());
                (Field::category(["marketing", "sales"]), side.map(Known::Text))
            }
            "created" => {
                let created = lead.created.map(|at| at.microseconds()).filter(|at| *at <= AS_OF);
                (Field::new(FieldType::Instant), created.map(Known::Time))
            }
            _ => {
                let field = self.document.fields.get(name)?;
                (field.clone(), self.known_value(name))
            }
        })
    }

    pub fn known_value(&self, name: &str) -> Option<Known> {
        let field = self.document.fields.get(name)?;
        let fact = self.lead.facts.get(name)?;
        let late = fact.known_since.is_some_and(|since| since.microseconds() > AS_OF);
        if late { None } else { self.read(field, &fact.value) }
    }

    pub fn asks(&self, condition: &Condition) -> Truth {
        condition.clauses.iter().map(|clause| self.clause(clause)).fold(Truth::Yes, Truth::and)
    }

    fn clause(&self, clause: &Clause) -> Truth {
        match clause {
            Clause::All(list) => list.iter().map(|part| self.asks(part)).fold(Truth::Yes, Truth::and),
            Clause::Any(list) => list.iter().map(|part| self.asks(part)).fold(Truth::No, Truth::or),
            Clause::Not(part) => !self.asks(part),
            Clause::Interactions(question) => self.question(question),
            Clause::Field { name, predicate } => match self.fact(name) {
                Some((field, value)) => self.predicate(&field, value.as_ref(), predicate),
                None => self.result(name, predicate),
            },
        }
    }

    pub fn predicate(&self, field: &Field, value: Option<&Known>, predicate: &Predicate) -> Truth {
        let part = |(operator, operand): &(Operator, Operand)| match (operator, value) {
            (Operator::Known, value) => Truth::from(operand.values()[0] == Value::Boolean(value.is_some())),
            (_, None) => Truth::Unknown,
            (operator, Some(value)) => self.test(field, value, *operator, operand).into(),
        };
        predicate.tests.iter().map(part).fold(Truth::Yes, Truth::and)
    }

    fn test(&self, field: &Field, value: &Known, operator: Operator, operand: &Operand) -> bool {
        let bound = |value: &Value| self.read(field, value).expect("the operand fits");
        let texts: Vec<String> = operand.values().iter().map(|value| fold(&value.to_string())).collect();
        let any = |test: &dyn Fn(&str, &str) -> bool| {
            let own: Vec<&str> = match value {
                Known::Text(text) => vec![text],
                Known::List(list) => list.iter().map(String::as_str).collect(),
                _ => Vec::new(),
            };
            own.iter().any(|own| texts.iter().any(|text| test(own, text)))
        };
        let equal = || match value {
            Known::List(_) => any(&|own, text| own == text),
            Known::Time(at) => operand.values().iter().any(|value| {
                let day = date(&value.to_string()).expect("a date");
                (start_of(self.zone(), day)..start_of(self.zone(), day + 1)).contains(at)
            }),
            _ => operand.values().iter().any(|other| bound(other) == *value),
        };
        let rank = |value: &Known| match value {
            Known::Number(number) => *number,
            Known::Text(text) => field.values.iter().position(|known| fold(known) == *text).unwrap_or(99).into(),
            _ => Decimal::ZERO,
        };
        let compared = || rank(value).cmp(&rank(&bound(&operand.values()[0])));
        let span = || texts[0].parse::<Duration>().expect("a span").microseconds();
        let day = || date(&texts[0]).expect("a date");
        match (operator, value) {
            (Operator::Is | Operator::In, _) => equal(),
            (Operator::IsNot | Operator::NotIn, _) => !equal(),
            (Operator::AtLeast, _) => compared().is_ge(),
            (Operator::AtMost, _) => compared().is_le(),
            (Operator::MoreThan, _) => compared().is_gt(),
            (Operator::LessThan, _) => compared().is_lt(),
            (Operator::Contains, Known::List(_)) => any(&|own, text| own == text),
            (Operator::Contains, _) => any(&|own, text| own.contains(text)),
            (Operator::StartsWith, _) if field.kind == FieldType::Phone => {
                texts.iter().any(|text| matches!(value, Known::Text(own) if own.starts_with(&digits(text))))
            }
            (Operator::StartsWith, _) => any(&|own, text| own.starts_with(text)),
            (Operator::EndsWith, _) => any(&|own, text| own.ends_with(text)),
            (Operator::Word, _) => any(&has_phrase),
            (Operator::Matches, _) => {
                any(&|own, pattern| glob(&own.chars().collect::<Vec<_>>(), &pattern.chars().collect::<Vec<_>>()))
            }
            (Operator::Before, Known::Time(at)) => *at < start_of(self.zone(), day()),
            (Operator::After, Known::Time(at)) => *at >= start_of(self.zone(), day() + 1),
            (Operator::Within, Known::Time(at)) => (0..span()).contains(&(AS_OF - at)),
            (Operator::OlderThan, Known::Time(at)) => AS_OF - at >= span(),
            (Operator::Kind, Known::Text(text)) => {
                let kind = match text.rsplit('@').next() {
                    Some("gmail.com") => "free",
                    Some("gone.example") => "disposable",
                    _ => "business",
                };
                texts.iter().any(|text| text == kind)
            }
            (Operator::Domain, Known::Text(text)) => texts
                .iter()
                .any(|domain| text.ends_with(&format!("@{domain}")) || text.ends_with(&format!(".{domain}"))),
            other => panic!("the reference does not know {other:?}"),
        }
    }

    fn result(&self, name: &str, predicate: &Predicate) -> Truth {
        let results = &self.results;
        let flag = |truth: Truth| {
            if predicate.tests[0].1.values()[0] == Value::Boolean(false) { !truth } else { truth }
        };
        let number =
            |number: Decimal| self.predicate(&Field::new(FieldType::Number), Some(&Known::Number(number)), predicate);
        let roles: Vec<String> = self
            .document
            .personas
            .iter()
            .map(|persona| persona.role.map_or("", |role| role.as_str()).to_owned())
            .collect();
        let personas: Vec<String> = self.document.personas.iter().map(|persona| persona.id.clone()).collect();
        let tiers: Vec<String> =
            self.document.icp.iter().flat_map(|icp| icp.tiers.labels()).map(str::to_owned).collect();
        match name {
            "icp" => flag(results.icp.unwrap_or(Truth::Unknown)),
            "icp_matched" => number(results.icp_matched),
            "icp_tier" => label(&tiers, results.tier, &results.tiers_open, predicate),
            "persona" => label(&personas, results.persona, &results.personas_open, predicate),
            "persona_role" => label(&roles, results.persona, &results.personas_open, predicate),
            "bant_met" => number(results.criteria.iter().filter(|(_, met)| met.is_yes()).count().into()),
            "fit" => number(results.fit),
            "engagement" => number(results.engagement),
            _ => {
                let wanted = name.strip_prefix("bant_").expect("a criterion");
                flag(results.criteria.iter().find(|(id, _)| id == wanted).expect("a criterion").1)
            }
        }
    }

    pub fn day(&self, at: i64) -> i64 {
        day_of(self.zone(), at)
    }
}

/// Whole days of 24 hours since an instant.
pub fn age_in_days(at: i64) -> i64 {
    (AS_OF - at).div_euclid(DAY)
}

fn allowed(field: &Field, list: Vec<String>) -> Option<Known> {
    let right = field.values.is_empty() || list.iter().all(|own| field.values.iter().any(|value| fold(value) == *own));
    right.then_some(Known::List(list))
}

fn digits(text: &str) -> String {
    text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect()
}

fn country(text: &str) -> Option<&'static str> {
    match fold(text).as_str() {
        "de" => Some("DE"),
        "österreich" | "austria" => Some("AT"),
        "switzerland" | "schweiz" => Some("CH"),
        "us" => Some("US"),
        _ => None,
    }
}

fn has_phrase(text: &str, phrase: &str) -> bool {
    let words = |text: &str| {
        text.split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (own, wanted) = (words(text), words(phrase));
    own.windows(wanted.len()).any(|window| {
        let (last, rest) = (wanted.len() - 1, &wanted[..wanted.len() - 1]);
        let open = phrase.ends_with('*') && window[last].starts_with(&wanted[last]);
        window[..last] == *rest && (open || window[last] == wanted[last])
    })
}

fn glob(text: &[char], pattern: &[char]) -> bool {
    match pattern {
        [] => text.is_empty(),
        ['*', rest @ ..] => (0..=text.len()).any(|at| glob(&text[at..], rest)),
        ['?', rest @ ..] => !text.is_empty() && glob(&text[1..], rest),
        [letter, rest @ ..] => text.first() == Some(letter) && glob(&text[1..], rest),
    }
}

/// What is asked of a label: now one of those meant, or one of them still possible, or not.
fn label(labels: &[String], now: Option<usize>, open: &[usize], predicate: &Predicate) -> Truth {
    predicate
        .tests
        .iter()
        .map(|(operator, operand)| {
            let wanted: Vec<String> = operand.values().iter().map(|value| fold(&value.to_string())).collect();
            let rank = labels.iter().position(|label| fold(label) == wanted[0]).expect("a label");
            let (meant, negated): (Box<dyn Fn(usize) -> bool>, bool) = match operator {
                Operator::Is | Operator::In => (Box::new(|at| wanted.contains(&fold(&labels[at]))), false),
                Operator::IsNot | Operator::NotIn => (Box::new(|at| wanted.contains(&fold(&labels[at]))), true),
                // The best stand first.
                Operator::AtLeast => (Box::new(move |at| at <= rank), false),
                Operator::AtMost => (Box::new(move |at| at >= rank), false),
                Operator::MoreThan => (Box::new(move |at| at < rank), false),
                Operator::LessThan => (Box::new(move |at| at > rank), false),
                other => panic!("the reference does not know {other:?}"),
            };
            let truth = if now.is_some_and(&meant) {
                Truth::Yes
            } else if open.iter().any(|at| meant(*at)) {
                Truth::Unknown
            } else {
                Truth::No
            };
            if negated { !truth } else { truth }
        })
        .fold(Truth::Yes, Truth::and)
}
