//! What interactions earn by a rule for each of them, within its limits.

use super::compiled::{Each, LIMITS};
use crate::assessment::history::BoundInteraction;

/// What interactions earn within the limits of a rule, the most recent first.
#[derive(Debug)]
pub(super) struct Earned<'r> {
    limits: Limits<'r>,
    pub(super) sum: i64,
    /// Whether any counts.
    pub(super) any: bool,
}

impl<'r> Earned<'r> {
    pub(super) const fn new(each: &'r Each) -> Self {
        Self { limits: Limits::new(each), sum: 0, any: false }
    }

    /// Counts an interaction where the limits have room for it.
    #[inline]
    pub(super) fn earn(&mut self, interaction: &BoundInteraction, points: i64) {
        if self.limits.admit(interaction) {
            self.sum = self.sum.saturating_add(points);
            self.any = true;
        }
    }
}

/// The limits of a rule, filled from the most recent interaction on.
#[derive(Debug)]
pub(crate) struct Limits<'r> {
    each: &'r Each,
    /// The period that is being filled, and how many it has, by limit.
    filled: [(i32, u32); LIMITS],
}

impl<'r> Limits<'r> {
    pub(crate) const fn new(each: &'r Each) -> Self {
        Self { each, filled: [(i32::MIN, 0); LIMITS] }
    }

    /// Whether an interaction counts: it does where every limit has room for it.
    #[inline]
    pub(crate) fn admit(&mut self, interaction: &BoundInteraction) -> bool {
        for (limit, (number, count)) in self.each.limits.iter().zip(&mut self.filled) {
            let own = limit.per.map_or(0, |per| interaction.period(per));
            if *number != own {
                (*number, *count) = (own, 0);
            }
            if *count >= limit.times {
                return false;
            }
        }
        for (_, (_, count)) in self.each.limits.iter().zip(&mut self.filled) {
            *count = count.saturating_add(1);
        }
        true
    }
}
