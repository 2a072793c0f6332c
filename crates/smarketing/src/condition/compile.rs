//! Compiling a condition: every name is looked up, every operator checked against its type.

use super::expression::Expression;
use super::literal::{known, lower, not_applicable, range, single, text_of};
use super::read::WORDS;
use super::results::{Level, ResultName, ResultNames, ResultTest};
use super::syntax::{Clause, Condition, Operand, Operator, Predicate};
use super::test::{Bounded, Range};
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};
use crate::points::Points;
use crate::vocabulary::Value;
use crate::vocabulary::bound::FoldedText;
use crate::vocabulary::compiled::{Misfit, Vocabulary};

/// What it takes to compile a condition.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Compiler<'c> {
    pub(crate) vocabulary: &'c Vocabulary,
    pub(crate) names: &'c ResultNames,
    pub(crate) sink: &'c Sink,
}

impl Compiler<'_> {
    /// Compiles a condition of a step of the assessment; what is wrong is reported, and gives `None`.
    pub(crate) fn condition(&self, condition: &Condition, level: Level, path: &Path) -> Option<Expression> {
        self.all(&condition.clauses, path, |clause, path| match clause {
            Clause::Field { name, predicate } => self.field(name, predicate, level, path),
            Clause::All(conditions) => self.many(conditions, level, path).map(Expression::All),
            Clause::Any(conditions) => self.many(conditions, level, path).map(Expression::Any),
            Clause::Not(condition) => {
                self.condition(condition, level, path).map(|expression| Expression::Not(Box::new(expression)))
            }
            Clause::Interactions(question) => {
                self.question(question, path).map(|test| Expression::History(Box::new(test)))
            }
        })
    }

    /// Compiles clauses, each at its path, into one expression; every one is looked at.
    pub(crate) fn all(
        &self,
        clauses: &[Clause],
        path: &Path,
        compile: impl Fn(&Clause, &Path) -> Option<Expression>,
    ) -> Option<Expression> {
        let parts: Vec<Option<Expression>> = clauses
            .iter()
            .map(|clause| {
                let key = match clause {
                    Clause::Field { name, .. } => name.as_str(),
                    Clause::All(_) => "all",
                    Clause::Any(_) => "any",
                    Clause::Not(_) => "not",
                    Clause::Interactions(_) => "interactions",
                };
                compile(clause, &path.key(key))
            })
            .collect();
        let mut parts: Vec<Expression> = parts.into_iter().collect::<Option<_>>()?;
        if parts.len() == 1 { parts.pop() } else { Some(Expression::All(parts.into())) }
    }

    fn many(&self, conditions: &[Condition], level: Level, path: &Path) -> Option<Box<[Expression]>> {
        let parts: Vec<Option<Expression>> = conditions
            .iter()
            .enumerate()
            .map(|(at, condition)| self.condition(condition, level, &path.index(at)))
            .collect();
        parts.into_iter().collect()
    }

    fn field(&self, name: &str, predicate: &Predicate, level: Level, path: &Path) -> Option<Expression> {
        if let Some(slot) = self.vocabulary.slot(name) {
            let field = self.vocabulary.field(slot)?;
            return self.tests(predicate, path, |operator, operand| {
                let (test, negated) = lower(&self.vocabulary.values, field, operator, operand)?;
                Ok(Expression::Fact { slot, test, negated })
            });
        }
        if let Some(result) = self.names.find(name) {
            return self.result(result, predicate, level, path);
        }
        self.unknown_name(name, level, path);
        None
    }

    #[inline(never)]
    fn unknown_name(&self, name: &str, level: Level, path: &Path) {
        if self.sink.is_poisoned("fields", name) || self.sink.is_poisoned("results", name) {
            return;
        }
        let finding = Finding::new(Code::UnknownField, path.clone(), format!("`{name}` is no field of this agreement"));
        let results = self.names.all();
        let results =
            results.iter().filter(|result| self.names.find(result).is_some_and(|known| known.level() < level));
        let fields = self.vocabulary.fields.iter().map(|field| &*field.name);
        self.sink.report_key(finding.suggest(name, fields.chain(results.map(String::as_str)).chain(WORDS)));
    }

    /// Compiles each operator of a predicate; all of them must hold.
    pub(crate) fn tests(
        &self,
        predicate: &Predicate,
        path: &Path,
        lower: impl Fn(Operator, &Operand) -> Result<Expression, Misfit>,
    ) -> Option<Expression> {
        let mut parts: Vec<Option<Expression>> = Vec::new();
        for (operator, operand) in &predicate.tests {
            let part = lower(*operator, operand).map_err(|misfit| {
                let bare = matches!(operator, Operator::Is | Operator::In);
                let path = if bare { path.clone() } else { path.key(operator.as_str()) };
                self.sink.report(misfit.at(path));
            });
            parts.push(part.ok());
        }
        let mut parts: Vec<Expression> = parts.into_iter().collect::<Option<_>>()?;
        if parts.len() == 1 { parts.pop() } else { Some(Expression::All(parts.into())) }
    }

    #[inline(never)]
    fn result(&self, name: ResultName, predicate: &Predicate, level: Level, path: &Path) -> Option<Expression> {
        if name.level() >= level {
            let own = self.names.name(name);
            let message = format!("`{own}` is computed with {}, and cannot decide it", name.level().words());
            let message = if name.level() == level {
                message
            } else {
                format!("`{own}` is computed later than {}", level.words())
            };
            let help = "the order is: facts, history, ICP, persona, qualification, fit and engagement, score, stage";
            self.sink.report_key(Finding::new(Code::LaterResult, path.clone(), message).help(help));
            return None;
        }
        let mut values = predicate.tests.iter().flat_map(|(_, operand)| operand.values());
        if name == ResultName::Persona && values.any(|value| self.sink.is_poisoned("personas", &value.to_string())) {
            return None;
        }
        self.tests(predicate, path, |operator, operand| {
            let (test, negated) = self.result_test(name, operator, operand)?;
            Ok(Expression::Result { name, test, negated })
        })
    }

    #[inline(never)]
    fn result_test(
        &self,
        name: ResultName,
        operator: Operator,
        operand: &Operand,
    ) -> Result<(ResultTest, bool), Misfit> {
        let negated = matches!(operator, Operator::IsNot | Operator::NotIn);
        let own = self.names.name(name);
        if name.is_number() {
            if let Some(range) = range(operator, 0_i64) {
                let value = millionths(single(operand)?)?;
                let bound = |bound: Option<Bounded<i64>>| bound.map(|bound| Bounded { value, ..bound });
                return Ok((ResultTest::Number(Range { least: bound(range.least), most: bound(range.most) }), false));
            }
            if matches!(operator, Operator::Is | Operator::In | Operator::IsNot | Operator::NotIn) {
                let numbers = operand.values().iter().map(millionths).collect::<Result<_, _>>()?;
                return Ok((ResultTest::OneOf(numbers), negated));
            }
            let applicable = [Operator::AtLeast, Operator::AtMost, Operator::MoreThan, Operator::LessThan];
            return Err(not_applicable(&own, "a number", operator, &applicable));
        }
        if operator == Operator::Known {
            let (_, negated) = known(operand)?;
            let flag = matches!(name, ResultName::Icp | ResultName::Criterion(_));
            return Ok((if flag { ResultTest::Decided } else { ResultTest::Known }, negated));
        }
        if matches!(name, ResultName::Icp | ResultName::Criterion(_)) {
            return match (operator, single(operand)?) {
                (Operator::Is, Value::Boolean(truth)) => Ok((ResultTest::Flag, !truth)),
                (Operator::Is, other) => {
                    let message = format!("`{own}` is `true` or `false`, not {}", other.described());
                    Err(Misfit::new(Code::WrongType, message))
                }
                _ => Err(not_applicable(&own, "which is true, false or unknown", operator, &[Operator::Known])),
            };
        }
        self.label_test(name, operator, operand).map(|set| (ResultTest::Labels(set), negated))
    }

    /// The labels of a result for which an operator holds, as bits.
    #[inline(never)]
    fn label_test(&self, name: ResultName, operator: Operator, operand: &Operand) -> Result<u64, Misfit> {
        let own = self.names.name(name);
        let labels = self.names.labels(name);
        let bits = |holds: &dyn Fn(usize, &str) -> bool| {
            let mut set = 0_u64;
            for (at, label) in labels.iter().enumerate() {
                if label.as_ref().is_some_and(|label| holds(at, label)) {
                    set |= u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(at)).unwrap_or(0);
                }
            }
            set
        };
        let folded = |label: &str| crate::text::fold(label).into_owned();
        let find = |value: &Value| -> Result<usize, Misfit> {
            let wanted = text_of(value)?;
            let at = labels.iter().position(|label| label.as_ref().is_some_and(|label| folded(label) == wanted));
            at.ok_or_else(|| {
                let known: Vec<&str> = labels.iter().flatten().map(|label| &**label).collect();
                let code = if name == ResultName::Persona { Code::UnknownPersona } else { Code::UnknownValue };
                let finding = Finding::new(code, Path::root(), format!("`{value}` is no value of `{own}`"));
                let finding = finding.suggest(&value.to_string(), known);
                Misfit { code, message: finding.message, help: finding.help, suggestion: finding.suggestion }
            })
        };
        let ordered = matches!(name, ResultName::IcpTier | ResultName::Band);
        match operator {
            Operator::Is | Operator::In | Operator::IsNot | Operator::NotIn => {
                let wanted: Vec<String> = operand.values().iter().map(text_of).collect::<Result<_, _>>()?;
                for value in operand.values() {
                    find(value)?;
                }
                Ok(bits(&|_, label| wanted.contains(&folded(label))))
            }
            Operator::StartsWith | Operator::EndsWith | Operator::Matches => {
                let wanted: Vec<String> = operand.values().iter().map(text_of).collect::<Result<_, _>>()?;
                Ok(bits(&|_, label| {
                    let label = FoldedText::new(label);
                    wanted.iter().any(|wanted| match operator {
                        Operator::StartsWith => label.text.starts_with(wanted.as_str()),
                        Operator::EndsWith => label.text.ends_with(wanted.as_str()),
                        _ => crate::text::Pattern::new(wanted).matches(&label.text),
                    })
                }))
            }
            _ => {
                // Labels stand best first, so that a better one has a smaller number.
                let mirrored = match operator {
                    Operator::AtLeast => Operator::AtMost,
                    Operator::AtMost => Operator::AtLeast,
                    Operator::MoreThan => Operator::LessThan,
                    Operator::LessThan => Operator::MoreThan,
                    other => other,
                };
                let applicable: &[Operator] = if ordered {
                    &[Operator::IsNot, Operator::NotIn, Operator::AtLeast, Operator::AtMost, Operator::Known]
                } else {
                    &[Operator::IsNot, Operator::NotIn, Operator::StartsWith, Operator::Matches, Operator::Known]
                };
                match range(mirrored, 0_usize).filter(|_| ordered) {
                    Some(_) => {
                        let bound = find(single(operand)?)?;
                        let range = range(mirrored, bound);
                        Ok(bits(&|at, _| range.is_some_and(|range| range.contains(at))))
                    }
                    None => Err(not_applicable(&own, "a label", operator, applicable)),
                }
            }
        }
    }
}

fn millionths(value: &Value) -> Result<i64, Misfit> {
    let number = match value {
        Value::Number(number) => *number,
        other => {
            let message = format!("expected a number, found {}", other.described());
            return Err(Misfit::new(Code::WrongType, message));
        }
    };
    Points::try_from(number).map(Points::millionths).map_err(|error| {
        let code = if number.scale() > 6 { Code::TooManyDecimals } else { Code::OutOfRange };
        Misfit::new(code, error.to_string())
    })
}
