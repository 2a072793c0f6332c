//! Conditions in words, for blockers, changes and messages.

use std::fmt;

use super::syntax::{Clause, Condition, Operand, Operator, Predicate, Question};
use crate::finding::either;

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        join(f, &self.clauses, " and ")
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Clause::Field { name, predicate } => write!(f, "{name} {predicate}"),
            Clause::All(conditions) => {
                f.write_str("(")?;
                join(f, conditions, " and ")?;
                f.write_str(")")
            }
            Clause::Any(conditions) => {
                f.write_str("(")?;
                join(f, conditions, " or ")?;
                f.write_str(")")
            }
            Clause::Not(condition) => write!(f, "not ({condition})"),
            Clause::Interactions(question) => write!(f, "{question}"),
        }
    }
}

impl fmt::Display for Predicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (operator, operand)) in self.tests.iter().enumerate() {
            if at > 0 {
                f.write_str(" and ")?;
            }
            match (operator, operand) {
                (Operator::Known, Operand::One(value)) if value.to_string() == "false" => f.write_str("unknown")?,
                (Operator::Known, _) => f.write_str("known")?,
                _ => write!(f, "{} {operand}", operator.words())?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values: Vec<String> = self.values().iter().map(ToString::to_string).collect();
        f.write_str(&either(&values))
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.types.is_empty() { "interactions".to_owned() } else { either(&self.types) };
        match &self.distinct {
            Some(property) => write!(f, "different {property} of {what}")?,
            None => write!(f, "count of {what}")?,
        }
        if let Some(filter) = &self.filter {
            write!(f, " with {filter}")?;
        }
        if let Some(within) = &self.within {
            write!(f, " within {within}")?;
        }
        if let Some(older_than) = &self.older_than {
            write!(f, " older than {older_than}")?;
        }
        match &self.count {
            Some(count) => write!(f, " {count}"),
            None => f.write_str(" at least 1"),
        }
    }
}

fn join<T: fmt::Display>(f: &mut fmt::Formatter<'_>, parts: &[T], between: &str) -> fmt::Result {
    for (at, part) in parts.iter().enumerate() {
        write!(f, "{}{part}", if at == 0 { "" } else { between })?;
    }
    Ok(())
}
