//! [`Expression`]: a compiled condition, and how it is evaluated.

use super::history::HistoryTest;
use super::results::{ResultName, ResultTest, Results};
use super::test::Test;
use super::truth::{Truth, Verdict};
use crate::assessment::history::HistoryView;
use crate::time::Timestamp;
use crate::vocabulary::bound::Bound;
use crate::vocabulary::compiled::Slot;

/// A compiled condition.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Expression {
    All(Box<[Expression]>),
    Any(Box<[Expression]>),
    Not(Box<Expression>),
    Fact { slot: Slot, test: Test, negated: bool },
    Result { name: ResultName, test: ResultTest, negated: bool },
    History(Box<HistoryTest>),
}

/// What an expression is evaluated in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Surroundings<'e> {
    pub(crate) slots: &'e [Bound],
    pub(crate) history: Option<HistoryView<'e>>,
    pub(crate) results: &'e Results,
    pub(crate) as_of: Timestamp,
}

impl Expression {
    pub(crate) fn evaluate(&self, within: &Surroundings<'_>) -> Verdict {
        match self {
            Expression::All(parts) => {
                let mut verdict = Verdict::YES;
                for part in parts {
                    verdict = verdict.and(part.evaluate(within));
                    if verdict == Verdict::NO {
                        break;
                    }
                }
                verdict
            }
            Expression::Any(parts) => {
                let mut verdict = Verdict::NO;
                for part in parts {
                    verdict = verdict.or(part.evaluate(within));
                    if verdict == Verdict::YES {
                        break;
                    }
                }
                verdict
            }
            Expression::Not(part) => part.evaluate(within).negated(),
            Expression::Fact { slot, test, negated } => {
                let value = within.slots.get(usize::from(*slot)).unwrap_or(&Bound::Missing);
                test.ask(value, within.as_of).negated_if(*negated)
            }
            Expression::Result { name, test, negated } => test.ask(*name, within.results).negated_if(*negated),
            Expression::History(test) => test.ask(within.history, within.as_of),
        }
    }

    /// Whether it certainly holds.
    pub(crate) fn holds(&self, within: &Surroundings<'_>) -> bool {
        self.evaluate(within).truth == Truth::Yes
    }

    /// Visits every part that is no combination of others, in document order.
    pub(crate) fn leaves<'e>(&'e self, visit: &mut impl FnMut(&'e Expression)) {
        match self {
            Expression::All(parts) | Expression::Any(parts) => parts.iter().for_each(|part| part.leaves(visit)),
            Expression::Not(part) => part.leaves(visit),
            leaf => visit(leaf),
        }
    }
}
