//! Compiling what is asked about interactions: types, `where`, `nth`, `since_previous`, counts.

use super::compile::Compiler;
use super::expression::Expression;
use super::history::{Filter, HistoryTest, TypeFilter};
use super::literal::{lower, not_applicable, range, single};
use super::syntax::{Clause, Condition, Operand, Operator, Predicate, Question};
use super::test::{Bounded, Range};
use crate::finding::{Code, Finding, Path};
use crate::time::Duration;
use crate::vocabulary::Value;
use crate::vocabulary::compiled::{CompiledField, Misfit};

impl Compiler<'_> {
    /// Compiles a question about what happened.
    pub(crate) fn question(&self, question: &Question, path: &Path) -> Option<HistoryTest> {
        let filter = self.filter(&question.types, question.filter.as_ref(), path, "type");
        let count = match &question.count {
            None => Some(vec![(Range { least: Some(Bounded { value: 1, included: true }), most: None }, false)]),
            Some(count) => self.count(count, &path.key("count")),
        };
        let filter = filter?;
        let distinct = match &question.distinct {
            None => None,
            Some(property) => Some(self.distinct(property, &filter, &path.key("distinct"))?),
        };
        Some(HistoryTest {
            filter,
            within: question.within.map(Duration::microseconds),
            older_than: question.older_than.map(Duration::microseconds),
            distinct,
            count: count?.into(),
        })
    }

    fn count(&self, count: &Predicate, path: &Path) -> Option<Vec<(Range<i64>, bool)>> {
        let mut ranges = Vec::new();
        for (operator, operand) in &count.tests {
            match count_range(*operator, operand) {
                Ok(range) => ranges.push(range),
                Err(misfit) => {
                    self.sink.report(misfit.at(path.clone()));
                    return None;
                }
            }
        }
        Some(ranges)
    }

    fn distinct(&self, property: &str, filter: &Filter, path: &Path) -> Option<Box<[Option<u16>]>> {
        let types = self.vocabulary.types.iter().zip(0..=u16::MAX);
        let slots: Box<[Option<u16>]> = types
            .map(|(kind, number)| {
                let at = kind.properties.iter().position(|field| &*field.name == property);
                at.and_then(|at| u16::try_from(at).ok()).filter(|_| filter.takes(number))
            })
            .collect();
        if slots.iter().all(Option::is_none) {
            self.unknown_property(property, filter.types(), path, false);
            return None;
        }
        Some(slots)
    }

    fn unknown_property(&self, property: &str, types: impl Iterator<Item = u16>, path: &Path, at_key: bool) {
        let types: Vec<_> = types.filter_map(|kind| self.vocabulary.types.get(usize::from(kind))).collect();
        if self.sink.is_poisoned("properties", property) {
            return;
        }
        let message = match types.as_slice() {
            [one] => format!("`{}` has no property `{property}`", one.name),
            _ => format!("no interaction type that is meant here has a property `{property}`"),
        };
        let known: std::collections::BTreeSet<&str> =
            types.iter().flat_map(|kind| kind.properties.iter().map(|field| &*field.name)).collect();
        let finding = Finding::new(Code::UnknownProperty, path.clone(), message).suggest(property, known);
        if at_key { self.sink.report_key(finding) } else { self.sink.report(finding) }
    }

    /// Compiles which interactions are meant: types (none: all that are the lead's own doing) and
    /// what must hold of each.
    pub(crate) fn filter(
        &self,
        types: &[String],
        condition: Option<&Condition>,
        path: &Path,
        key: &str,
    ) -> Option<Filter> {
        let numbers = self.types(types, &path.key(key));
        let numbers = numbers?;
        let mut nth = None;
        let mut since_previous = None;
        let mut by_type: Vec<Option<TypeFilter>> = self.vocabulary.types.iter().map(|_| None).collect();
        let path = path.key("where");
        let mut rest = Vec::new();
        for clause in condition.iter().flat_map(|condition| &condition.clauses) {
            match clause {
                Clause::Field { name, predicate } if name == "nth" => {
                    nth = Some(self.numbering(predicate, &path.key("nth"), count_number)?);
                }
                Clause::Field { name, predicate } if name == "since_previous" => {
                    since_previous = Some(self.numbering(predicate, &path.key("since_previous"), span)?);
                }
                other => rest.push(other.clone()),
            }
        }
        self.known_properties(&rest, &numbers, &path)?;
        for number in &numbers {
            let kind = self.vocabulary.types.get(usize::from(*number))?;
            let filter = if rest.is_empty() {
                Some(TypeFilter::Every)
            } else if self.has_all(&rest, &kind.properties) {
                Some(TypeFilter::Where(self.property_clauses(&rest, &kind.properties, &path)?))
            } else {
                // A type without the property is never meant.
                None
            };
            if let Some(place) = by_type.get_mut(usize::from(*number)) {
                *place = filter;
            }
        }
        Some(Filter::new(by_type.into(), nth, since_previous))
    }

    fn types(&self, types: &[String], path: &Path) -> Option<Vec<u16>> {
        if types.is_empty() {
            let all = self.vocabulary.types.iter().zip(0..=u16::MAX);
            return Some(all.filter(|(kind, _)| kind.activity).map(|(_, number)| number).collect());
        }
        let numbers: Vec<Option<u16>> = types
            .iter()
            .enumerate()
            .map(|(at, name)| {
                let number = self.vocabulary.type_number(name);
                if number.is_none() && !self.sink.is_poisoned("interactions", name) {
                    let message = format!("`{name}` is no interaction of this agreement");
                    let known = self.vocabulary.types.iter().map(|kind| &*kind.name);
                    let finding = Finding::new(Code::UnknownInteraction, path.index(at), message);
                    self.sink.report(finding.suggest(name, known));
                }
                number
            })
            .collect();
        numbers.into_iter().collect()
    }

    fn numbering(
        &self,
        predicate: &Predicate,
        path: &Path,
        read: impl Fn(&Value) -> Result<i64, Misfit>,
    ) -> Option<Range<i64>> {
        let mut whole = Range { least: None, most: None };
        for (operator, operand) in &predicate.tests {
            let part = single(operand).and_then(&read).and_then(|value| match operator {
                Operator::Is => {
                    let bound = Some(Bounded { value, included: true });
                    Ok(Range { least: bound, most: bound })
                }
                other => range(*other, value).ok_or_else(|| {
                    let applicable = [Operator::AtLeast, Operator::AtMost, Operator::MoreThan, Operator::LessThan];
                    not_applicable(&path.to_string(), "a number", *other, &applicable)
                }),
            });
            match part {
                Ok(part) => whole = whole.and(part),
                Err(misfit) => {
                    self.sink.report(misfit.at(path.clone()));
                    return None;
                }
            }
        }
        Some(whole)
    }

    /// Reports the properties of `where` that none of the types has.
    fn known_properties(&self, clauses: &[Clause], types: &[u16], path: &Path) -> Option<()> {
        let mut right = true;
        visit_names(clauses, path, &mut |name, path| {
            let known = types.iter().any(|number| {
                let kind = self.vocabulary.types.get(usize::from(*number));
                kind.is_some_and(|kind| kind.properties.iter().any(|field| &*field.name == name))
            });
            if matches!(name, "nth" | "since_previous") {
                right = false;
                let message = format!("`{name}` can stand only at the top of `where`");
                self.sink.report_key(Finding::new(Code::InvalidValue, path.clone(), message));
            } else if !known {
                right = false;
                self.unknown_property(name, types.iter().copied(), path, true);
            }
        });
        right.then_some(())
    }

    fn has_all(&self, clauses: &[Clause], properties: &[CompiledField]) -> bool {
        let mut all = true;
        visit_names(clauses, &Path::root(), &mut |name, _| {
            all &= properties.iter().any(|field| &*field.name == name);
        });
        all
    }

    fn property_clauses(&self, clauses: &[Clause], properties: &[CompiledField], path: &Path) -> Option<Expression> {
        let nested = |conditions: &[Condition], path: &Path| -> Option<Box<[Expression]>> {
            let parts: Vec<Option<Expression>> = conditions
                .iter()
                .enumerate()
                .map(|(at, condition)| self.property_clauses(&condition.clauses, properties, &path.index(at)))
                .collect();
            parts.into_iter().collect()
        };
        self.all(clauses, path, |clause, path| match clause {
            Clause::Field { name, predicate } => {
                let at = properties.iter().position(|field| &*field.name == name)?;
                let field = properties.get(at)?;
                let slot = u16::try_from(at).ok()?;
                self.tests(predicate, path, |operator, operand| {
                    let (test, negated) = lower(&self.vocabulary.values, field, operator, operand)?;
                    Ok(Expression::Fact { slot, test, negated })
                })
            }
            Clause::All(conditions) => nested(conditions, path).map(Expression::All),
            Clause::Any(conditions) => nested(conditions, path).map(Expression::Any),
            Clause::Not(condition) => {
                let part = self.property_clauses(&condition.clauses, properties, path)?;
                Some(Expression::Not(Box::new(part)))
            }
            Clause::Interactions(_) => {
                let message = "`where` asks about one interaction, not about others";
                self.sink.report_key(Finding::new(Code::InvalidValue, path.clone(), message));
                None
            }
        })
    }
}

fn visit_names(clauses: &[Clause], path: &Path, visit: &mut impl FnMut(&str, &Path)) {
    for clause in clauses {
        match clause {
            Clause::Field { name, .. } => visit(name, &path.key(name.as_str())),
            Clause::All(conditions) | Clause::Any(conditions) => {
                let key = if matches!(clause, Clause::All(_)) { "all" } else { "any" };
                for (at, condition) in conditions.iter().enumerate() {
                    visit_names(&condition.clauses, &path.key(key).index(at), visit);
                }
            }
            Clause::Not(condition) => visit_names(&condition.clauses, &path.key("not"), visit),
            Clause::Interactions(_) => {}
        }
    }
}

fn count_number(value: &Value) -> Result<i64, Misfit> {
    let whole = match value {
        Value::Number(number) if number.is_integer() => i64::try_from(*number).ok(),
        _ => None,
    };
    whole
        .filter(|whole| (0..=1_048_576).contains(whole))
        .ok_or_else(|| Misfit::new(Code::WrongType, format!("expected a whole number, found {}", value.described())))
}

fn span(value: &Value) -> Result<i64, Misfit> {
    let span: Option<Duration> = match value {
        Value::Text(text) => text.parse().ok(),
        _ => None,
    };
    span.map(Duration::microseconds).ok_or_else(|| {
        let misfit = Misfit::new(Code::InvalidValue, format!("expected a duration, found {}", value.described()));
        misfit.help("write a whole number and a unit: `4h`, `30d` or `12w`")
    })
}

fn count_range(operator: Operator, operand: &Operand) -> Result<(Range<i64>, bool), Misfit> {
    let value = count_number(single(operand)?)?;
    let bound = Some(Bounded { value, included: true });
    match operator {
        Operator::Is => Ok((Range { least: bound, most: bound }, false)),
        Operator::IsNot => Ok((Range { least: bound, most: bound }, true)),
        other => range(other, value).map(|range| (range, false)).ok_or_else(|| {
            let applicable =
                [Operator::IsNot, Operator::AtLeast, Operator::AtMost, Operator::MoreThan, Operator::LessThan];
            not_applicable("count", "a number", other, &applicable)
        }),
    }
}
