//! [`Group`]: rules that share a cap, or of which one is picked.

use serde::Serialize;

use crate::document::reader::Place;
use crate::finding::{Code, Finding};
use crate::points::Points;

/// Which of a group's rules count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Pick {
    /// All of them, added up.
    #[default]
    Sum,
    /// The first that fires, in document order.
    First,
    /// The one with the most points of those that fire; of equal ones the first.
    Highest,
}

impl Pick {
    const ALL: [(&'static str, Pick); 3] = [("sum", Pick::Sum), ("first", Pick::First), ("highest", Pick::Highest)];
}

/// Rules that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Group {
    /// Which of them count.
    #[serde(skip_serializing_if = "is_sum")]
    pub pick: Pick,
    /// The least they can come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Points>,
    /// The most they can come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Points>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_sum(pick: &Pick) -> bool {
    *pick == Pick::Sum
}

impl Group {
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let group = Self {
            pick: table.read_or("pick", Pick::Sum, |place| place.choice(&Pick::ALL)),
            min: table.optional("min").and_then(|place| place.points()),
            max: table.optional("max").and_then(|place| place.points()),
        };
        table.finish();
        check_bounds(place, group.min, group.max);
        Some(group)
    }
}

/// Reports a least that is more than the most.
pub(crate) fn check_bounds(place: &Place<'_, '_>, min: Option<Points>, max: Option<Points>) {
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        let message = format!("`min` is `{min}` and `max` is `{max}`: nothing lies between them");
        place.sink.report(Finding::new(Code::WrongOrder, place.path(), message));
    }
}
