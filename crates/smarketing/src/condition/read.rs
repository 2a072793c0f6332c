//! Conditions from the spanned tree.

use super::syntax::{Clause, Condition, Operand, Operator, Predicate, Question};
use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::finding::{Code, Finding};
use crate::text::nearest;
use crate::vocabulary::Value;
use crate::vocabulary::names::read_name;

/// The words that a condition knows besides fields.
pub(super) const WORDS: [&str; 4] = ["all", "any", "not", "interactions"];

impl Condition {
    /// Reads a map of clauses. Clauses that cannot be read are reported and left out: the document
    /// is of no use then, but the others are still checked.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let mut whole = true;
        let clauses = place.entries(|key, place| {
            let clause = match key {
                "all" => read_conditions(place).map(Clause::All),
                "any" => read_conditions(place).map(Clause::Any),
                "not" => Condition::read(place).map(Clause::Not),
                "interactions" => Question::read(place).map(Clause::Interactions),
                name if is_slip(name, place) => None,
                name => Predicate::read(place).map(|predicate| Clause::Field { name: name.to_owned(), predicate }),
            };
            whole &= clause.is_some();
            clause
        })?;
        if whole && clauses.is_empty() {
            place.report_with_help(
                Code::Empty,
                "a condition without a clause",
                "name a field and what must be true of it",
            );
        }
        (!clauses.is_empty()).then_some(Self { clauses })
    }
}

/// Whether a name that stands before what only a word of the conditions takes is a slip of that word: it is reported.
#[inline(never)]
fn is_slip(name: &str, place: &Place<'_, '_>) -> bool {
    let meant = nearest(name, WORDS).filter(|word| match (&place.node.kind, *word) {
        (Kind::List(items), "all" | "any") => items.iter().any(|item| matches!(item.kind, Kind::Table(_))),
        (Kind::Table(entries), "interactions") => {
            entries.iter().any(|entry| matches!(&*entry.key, "type" | "where" | "distinct" | "count"))
        }
        (Kind::Table(entries), "not") => {
            entries.iter().all(|entry| nearest(&entry.key, Operator::keys().map(Operator::as_str)).is_none())
        }
        _ => false,
    });
    if let Some(word) = meant {
        let finding = Finding::new(Code::UnknownKey, place.path(), format!("`{name}` takes no condition"));
        place.sink.report_key(finding.meant(word));
    }
    meant.is_some()
}

fn read_conditions(place: &Place<'_, '_>) -> Option<Vec<Condition>> {
    if matches!(&place.node.kind, Kind::List(items) if items.is_empty()) {
        place.report(Code::Empty, "expected at least one condition");
    }
    place.list(Condition::read).filter(|conditions| !conditions.is_empty())
}

impl Predicate {
    /// Reads a bare value, a list of values, or a table of operators.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let tests = match &place.node.kind {
            Kind::Table(entries) => {
                if entries.is_empty() {
                    place.report(Code::Empty, "expected at least one operator");
                }
                place.entries(|key, place| {
                    let Some(operator) = Operator::from_key(key) else {
                        let finding = Finding::new(Code::UnknownKey, place.path(), format!("`{key}` is no operator"));
                        place.sink.report_key(finding.suggest(key, Operator::keys().map(Operator::as_str)));
                        return None;
                    };
                    read_operand(place).map(|operand| (operator, operand))
                })?
            }
            Kind::List(_) => vec![(Operator::In, read_operand(place)?)],
            _ => vec![(Operator::Is, read_operand(place)?)],
        };
        (!tests.is_empty()).then_some(Self { tests })
    }
}

fn read_operand(place: &Place<'_, '_>) -> Option<Operand> {
    if !matches!(place.node.kind, Kind::List(_)) {
        return read_literal(place).map(Operand::One);
    }
    if matches!(&place.node.kind, Kind::List(items) if items.is_empty()) {
        place.report(Code::Empty, "expected at least one value");
    }
    place.list(read_literal).filter(|values| !values.is_empty()).map(Operand::Many)
}

fn read_literal(place: &Place<'_, '_>) -> Option<Value> {
    match &place.node.kind {
        Kind::Boolean(_) | Kind::Number(_) => Value::read(place),
        Kind::Text(text) if text.trim().is_empty() => {
            let help = "a blank text is a missing value; ask for it with `known = false`";
            place.report_with_help(Code::Empty, "a blank text never matches", help);
            None
        }
        Kind::Text(_) => Value::read(place),
        _ => place.expected("a text, a number or a truth value"),
    }
}

impl Question {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let types = table.read_optional("type", |place| place.types());
        let filter = table.read_optional("where", Condition::read);
        let within = table.read_optional("within", |place| place.duration());
        let older_than = table.read_optional("older_than", |place| place.duration());
        let distinct = table.read_optional("distinct", read_name);
        let count = table.read_optional("count", Predicate::read);
        table.finish();
        Some(Self {
            types: types.flatten().unwrap_or_default(),
            filter: filter.flatten(),
            within: within.flatten(),
            older_than: older_than.flatten(),
            distinct: distinct.flatten(),
            count: count.flatten(),
        })
    }
}
