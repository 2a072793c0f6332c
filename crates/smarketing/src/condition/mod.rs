//! Conditions: maps from field to predicate, in three-valued logic. Unknown is neither yes nor no.

pub(crate) mod compile;
pub(crate) mod compile_history;
pub(crate) mod describe;
pub(crate) mod expression;
pub(crate) mod history;
pub(crate) mod literal;
pub(crate) mod read;
pub(crate) mod results;
pub(crate) mod syntax;
pub(crate) mod test;
pub(crate) mod truth;

pub use syntax::{Clause, Condition, Operand, Operator, Predicate, Question};
pub use truth::Truth;
