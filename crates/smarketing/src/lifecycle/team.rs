//! [`Team`]: who is responsible for a lead.

use std::fmt;

use serde::Serialize;

use crate::document::reader::Place;

/// The three teams of an agreement; `agreement.parties` gives them their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Team {
    /// It makes leads, and has those that wait or have ended.
    Marketing,
    /// The pre-qualification desk.
    Review,
    /// It has leads from handover to customer.
    Sales,
}

const NAMES: [(&str, Team); 3] = [("marketing", Team::Marketing), ("review", Team::Review), ("sales", Team::Sales)];

impl Team {
    /// The team's word, as in documents and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, team)| *team == self).map_or("", |(name, _)| name)
    }

    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        place.choice(&NAMES)
    }
}

impl fmt::Display for Team {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
