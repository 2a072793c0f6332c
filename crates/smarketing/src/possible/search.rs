//! Searches over what is unknown: each step settles one field by one of its cells.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::cells::Cells;
use crate::condition::results::Reach;
use crate::vocabulary::bound::Bound;
use crate::vocabulary::compiled::Slot;

/// How many nodes a search may look at: never how long it may take.
pub(crate) const BUDGET: usize = 4096;

/// A field that is unknown, and what it could be.
#[derive(Debug, Clone)]
pub(crate) struct Open {
    pub(crate) slot: Slot,
    pub(crate) cells: Cells,
}

impl Open {
    /// What a branch may assume of the field: each cell; that nobody ever finds it out; and, where
    /// the cells do not cover it for certain, that it stays open.
    fn branches(&self) -> impl Iterator<Item = Bound> + '_ {
        let cells = self.cells.list.iter().map(|cell| cell.value.clone());
        let rest = (!self.cells.covering).then_some(Bound::Missing);
        cells.chain([Bound::Withheld]).chain(rest)
    }
}

/// What a search found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Proof {
    /// There is such a case.
    Found,
    /// There is none.
    Impossible,
    /// Neither was proved.
    Undecided,
}

/// How a state of knowledge stands to what is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It is such a case.
    Accepted,
    /// Nothing that follows from it is one.
    Hopeless,
    Open,
}

/// Looks for a state of knowledge, filling the open fields one after the other.
pub(crate) fn exists(
    slots: &mut [Bound],
    open: &[Open],
    judge: &dyn Fn(&[Bound]) -> Standing,
    budget: &mut usize,
) -> Proof {
    match judge(slots) {
        Standing::Accepted => return Proof::Found,
        Standing::Hopeless => return Proof::Impossible,
        Standing::Open => {}
    }
    let Some((first, rest)) = open.split_first() else { return Proof::Undecided };
    let mut all = Proof::Impossible;
    for value in first.branches() {
        let Some(left) = budget.checked_sub(1) else { return Proof::Undecided };
        *budget = left;
        if let Some(place) = slots.get_mut(usize::from(first.slot)) {
            *place = value;
        }
        let proof = exists(slots, rest, judge, budget);
        if let Some(place) = slots.get_mut(usize::from(first.slot)) {
            *place = Bound::Missing;
        }
        match proof {
            Proof::Found => return Proof::Found,
            Proof::Undecided => all = Proof::Undecided,
            Proof::Impossible => {}
        }
    }
    all
}

/// The most that a number can come to, and whether that is proved to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Extreme {
    pub(crate) value: i64,
    pub(crate) exact: bool,
}

#[derive(Debug, PartialEq, Eq)]
struct Node {
    most: i64,
    /// Deeper nodes first among equal ones: they are nearer to an answer.
    depth: usize,
    slots: Vec<Bound>,
}

impl Ord for Node {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.most, self.depth).cmp(&(other.most, other.depth))
    }
}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Branch and bound for the greatest `now` of a reach over all states of knowledge. What it gives
/// is sound at any budget.
pub(crate) fn greatest(slots: &[Bound], open: &[Open], reach: &dyn Fn(&[Bound]) -> Reach, budget: usize) -> Extreme {
    let root = reach(slots);
    let mut best = root.now;
    let mut queue = BinaryHeap::from([Node { most: root.most, depth: 0, slots: slots.to_vec() }]);
    let mut left = budget;
    while let Some(node) = queue.pop() {
        if node.most <= best {
            return Extreme { value: best, exact: true };
        }
        let Some(next) = open.get(node.depth) else {
            // Nothing is left to settle, and the ends are still apart.
            return Extreme { value: node.most, exact: false };
        };
        for value in next.branches() {
            let Some(fewer) = left.checked_sub(1) else {
                return Extreme { value: node.most, exact: false };
            };
            left = fewer;
            let mut child = node.slots.clone();
            if let Some(place) = child.get_mut(usize::from(next.slot)) {
                *place = value;
            }
            let reach = reach(&child);
            best = best.max(reach.now);
            if reach.most > best {
                queue.push(Node { most: reach.most, depth: node.depth.saturating_add(1), slots: child });
            }
        }
    }
    Extreme { value: best, exact: true }
}
