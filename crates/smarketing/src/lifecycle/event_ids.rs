//! [`EventIds`]: which events were applied, as a set that is cheap to clone and to extend.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// The ids of the events that were applied to a lead.
///
/// Most lie in a shared set; the newest few are copied with the state. So a state with a long
/// history is cloned as quickly as one with a short one.
#[derive(Debug, Clone, Default)]
pub struct EventIds {
    sealed: Arc<BTreeSet<Arc<str>>>,
    recent: Vec<Arc<str>>,
}

/// So many ids are copied with the state before they join the shared set.
const MOST_RECENT: usize = 16;

impl EventIds {
    /// Whether an event was applied.
    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        self.recent.iter().any(|known| **known == *id) || self.sealed.contains(id)
    }

    /// All ids, in their order as text.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<str>> {
        let all: BTreeSet<&Arc<str>> = self.sealed.iter().chain(&self.recent).collect();
        all.into_iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sealed.len().saturating_add(self.recent.len())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn insert(&mut self, id: Arc<str>) {
        if self.contains(&id) {
            return;
        }
        self.recent.push(id);
        if self.recent.len() > MOST_RECENT {
            Arc::make_mut(&mut self.sealed).extend(self.recent.drain(..));
        }
    }
}

impl FromIterator<Arc<str>> for EventIds {
    fn from_iter<I: IntoIterator<Item = Arc<str>>>(ids: I) -> Self {
        let mut all = Self::default();
        ids.into_iter().for_each(|id| all.insert(id));
        all
    }
}

impl PartialEq for EventIds {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl Eq for EventIds {}

impl Serialize for EventIds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
