//! A lead's interactions, bound to the vocabulary and in their one order.

use std::sync::Arc;

use crate::scoring::Period;
use crate::time::{CivilPeriod, Timestamp, Zone};
use crate::vocabulary::bound::Bound;

/// An interaction of a known type, its properties bound.
#[derive(Debug, Clone)]
pub(crate) struct BoundInteraction {
    pub(crate) kind: u16,
    pub(crate) at: Timestamp,
    pub(crate) id: Option<Arc<str>>,
    /// The offering that it names, folded, where the lead itself names none: it counts, until the
    /// lead turns out to be one of another offering.
    pub(crate) offering: Option<Arc<str>>,
    pub(crate) properties: Box<[Bound]>,
    /// The numbers of the civil day, ISO week and month.
    pub(crate) periods: [i32; 3],
}

impl BoundInteraction {
    /// The number of the civil period in which it was.
    pub(crate) const fn period(&self, period: Period) -> i32 {
        let [day, week, month] = self.periods;
        match period {
            Period::Day => day,
            Period::Week => week,
            Period::Month => month,
        }
    }
}

/// The numbers of the civil day, ISO week and month of an instant.
pub(crate) fn periods_of(zone: &Zone, at: Timestamp) -> [i32; 3] {
    [CivilPeriod::Day, CivilPeriod::Week, CivilPeriod::Month].map(|period| zone.period_of(at, period))
}

/// The interactions up to an instant, the oldest first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HistoryView<'h> {
    pub(crate) interactions: &'h [BoundInteraction],
}
