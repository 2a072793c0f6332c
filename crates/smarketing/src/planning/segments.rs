//! Which segment a lead counts in: the first whose condition holds, else `other`.

use std::sync::Arc;

use super::goal::Goal;
use super::goals::OTHER;
use crate::condition::compile::Compiler;
use crate::condition::expression::{Expression, Surroundings};
use crate::condition::results::Level;
use crate::finding::Path;

/// The segments of the goals, compiled. A condition may ask about every result of an assessment but
/// the stage.
#[derive(Debug, Clone, Default)]
pub(crate) struct Segments(Vec<(Arc<str>, Option<Expression>)>);

impl Segments {
    /// Compiles the conditions of goals that stand at a path; what is wrong is reported, and gives
    /// `None`.
    #[inline(never)]
    pub(crate) fn compile(goals: &[Goal], compiler: &Compiler<'_>, path: &Path) -> Option<Self> {
        let segments: Vec<Option<(Arc<str>, Option<Expression>)>> = goals
            .iter()
            .enumerate()
            .map(|(at, goal)| {
                let name: Arc<str> = goal.segment.as_str().into();
                let Some(condition) = &goal.when else { return Some((name, None)) };
                let place = path.index(at).key("when");
                compiler.condition(condition, Level::Stage, &place).map(|expression| (name, Some(expression)))
            })
            .collect();
        segments.into_iter().collect::<Option<_>>().map(Self)
    }

    /// Each segment's name and condition, in the order in which they are asked.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Option<&Expression>)> {
        self.0.iter().map(|(name, when)| (&**name, when.as_ref()))
    }

    /// The segment in which a lead counts: an unknown condition does not hold.
    pub(crate) fn of(&self, lead: &Surroundings<'_>) -> &str {
        let holds = |when: &Option<Expression>| when.as_ref().is_none_or(|when| when.holds(lead));
        self.0.iter().find(|(_, when)| holds(when)).map_or(OTHER, |(name, _)| name)
    }
}
