//! A lead's interactions, bound to the vocabulary and in their one order.

use std::sync::Arc;

use crate::time::Timestamp;
use crate::vocabulary::bound::Bound;

/// An interaction of a known type, its properties bound.
#[derive(Debug, Clone)]
pub(crate) struct BoundInteraction {
    pub(crate) kind: u16,
    pub(crate) at: Timestamp,
    pub(crate) id: Option<Arc<str>>,
    pub(crate) activity: bool,
    pub(crate) properties: Box<[Bound]>,
    /// The numbers of the civil day, ISO week and month, where a limit asks for them.
    pub(crate) periods: [i32; 3],
}

/// The interactions up to an instant, the oldest first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HistoryView<'h> {
    pub(crate) interactions: &'h [BoundInteraction],
}
