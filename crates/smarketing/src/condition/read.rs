//! Conditions from the spanned tree.

use super::syntax::{Clause, Condition, Operand, Operator, Predicate, Question};
use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::finding::{Code, Finding};
use crate::vocabulary::Value;
use crate::vocabulary::names::read_name;

impl Condition {
    /// Reads a map of clauses. A clause that cannot be read takes the whole condition with it: what
    /// is left would mean something else.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let mut whole = true;
        let clauses = place.entries(|key, place| {
            let clause = match key {
                "all" => read_conditions(place).map(Clause::All),
                "any" => read_conditions(place).map(Clause::Any),
                "not" => Condition::read(place).map(Clause::Not),
                "interactions" => Question::read(place).map(Clause::Interactions),
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
            return None;
        }
        whole.then_some(Self { clauses })
    }
}

fn read_conditions(place: &Place<'_, '_>) -> Option<Vec<Condition>> {
    let Kind::List(items) = &place.node.kind else {
        return place.list(Condition::read);
    };
    if items.is_empty() {
        place.report(Code::Empty, "expected at least one condition");
        return None;
    }
    place.list(Condition::read).filter(|conditions| conditions.len() == items.len())
}

impl Predicate {
    /// Reads a bare value, a list of values, or a table of operators.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        match &place.node.kind {
            Kind::Table(_) => {
                let mut whole = true;
                let tests = place.entries(|key, place| {
                    let test = Operator::from_key(key).map(|operator| (operator, place)).or_else(|| {
                        let finding = Finding::new(Code::UnknownKey, place.path(), format!("`{key}` is no operator"));
                        place.sink.report_key(finding.suggest(key, Operator::keys().map(Operator::as_str)));
                        None
                    });
                    let test =
                        test.and_then(|(operator, place)| read_operand(place).map(|operand| (operator, operand)));
                    whole &= test.is_some();
                    test
                })?;
                if whole && tests.is_empty() {
                    place.report(Code::Empty, "expected at least one operator");
                    return None;
                }
                whole.then_some(Self { tests })
            }
            Kind::List(_) => read_operand(place).map(|operand| Self { tests: vec![(Operator::In, operand)] }),
            _ => read_operand(place).map(|operand| Self { tests: vec![(Operator::Is, operand)] }),
        }
    }
}

fn read_operand(place: &Place<'_, '_>) -> Option<Operand> {
    match &place.node.kind {
        Kind::List(items) if items.is_empty() => {
            place.report(Code::Empty, "expected at least one value");
            None
        }
        Kind::List(items) => place.list(read_literal).filter(|values| values.len() == items.len()).map(Operand::Many),
        _ => read_literal(place).map(Operand::One),
    }
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
        Kind::Poisoned => None,
        _ => {
            place.report(
                Code::WrongType,
                format!("expected a text, a number or a truth value, found {}", place.shown()),
            );
            None
        }
    }
}

impl Question {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let types = table.read_optional("type", |place| place.one_or_many(|place| place.filled_text()));
        let filter = table.read_optional("where", Condition::read);
        let within = table.read_optional("within", |place| place.duration());
        let older_than = table.read_optional("older_than", |place| place.duration());
        let distinct = table.read_optional("distinct", read_name);
        let count = table.read_optional("count", Predicate::read);
        let right = table.finish();
        let question = Self {
            types: types?.unwrap_or_default(),
            filter: filter?,
            within: within?,
            older_than: older_than?,
            distinct: distinct?,
            count: count?,
        };
        right.then_some(question)
    }
}
