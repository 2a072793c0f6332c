//! [`Icp`]: the ideal customer profile, by weighted criteria, tiers and exclusions.

use serde::Serialize;

use super::criterion::Criterion;
use crate::condition::Condition;
use crate::document::reader::Place;
use crate::scoring::Ladder;
use crate::vocabulary::Texts;
use crate::vocabulary::names::read_name;

/// The ideal customer profile: which accounts the agreement is about.
///
/// The share matched is the weight of the criteria that are met, divided by all weight; what is
/// unknown counts as unmatched. The tier is the first whose bound the share reaches.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Icp {
    /// Tiers by the share that opens them, between 0 and 1.
    pub tiers: Ladder,
    /// What an ideal customer is.
    pub criteria: Vec<Criterion>,
    /// What no customer can be: an excluded lead has no tier and stays below MQL.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<Exclusion>,
}

/// A condition that keeps a lead out, whatever else is true of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Exclusion {
    /// The name by which results refer to it.
    pub id: String,
    /// The condition under which it applies.
    pub when: Condition,
    /// The reason for people, in words.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub reason: Texts,
}

impl Icp {
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let icp = Self {
            tiers: table.read_or("tiers", Ladder::default(), Ladder::read),
            criteria: table.read_or("criteria", Vec::new(), |place| place.list(|place| Criterion::read(place, true))),
            exclude: table.read_or("exclude", Vec::new(), |place| place.list(Exclusion::read)),
        };
        table.finish();
        Some(icp)
    }
}

impl Exclusion {
    /// An exclusion without a reason.
    #[must_use]
    pub fn new(id: impl Into<String>, when: Condition) -> Self {
        Self { id: id.into(), when, reason: Texts::default() }
    }

    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let id = table.read("id", read_name);
        let when = table.read("when", Condition::read);
        let reason = table.read_or("reason", Texts::default(), Texts::read);
        table.finish();
        Some(Self { id: id?, when: when?, reason })
    }
}
