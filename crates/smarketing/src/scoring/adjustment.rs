//! [`Adjustment`]: what multiplies a dimension or the score.

use serde::Serialize;

use super::dimension::Dimension;
use crate::condition::Condition;
use crate::document::reader::Place;
use crate::finding::Code;
use crate::points::Points;
use crate::time::Duration;
use crate::vocabulary::Texts;
use crate::vocabulary::names::read_name;

/// A factor on a positive subtotal: when a condition holds, or once more for each full period
/// without activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Adjustment {
    /// Its id: adjustments apply in the order of their ids.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub label: Texts,
    /// Which sum it multiplies: fit, engagement or the score.
    pub scores: Dimension,
    /// The condition under which it multiplies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Once more for each full period without activity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub idle: Option<Duration>,
    /// The types that end idleness; none: all that are the lead's own doing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<String>,
    /// The factor, 0 to 10, of at most 3 decimals.
    pub multiply: Points,
}

impl Adjustment {
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let id = table.read("id", read_name);
        let label = table.read_or("label", Texts::default(), Texts::read);
        let scores = table.read("scores", |place| place.choice(&Dimension::ALL));
        let when = table.read_optional("when", Condition::read);
        let idle = table.read_optional("idle", |place| place.duration());
        let on = table.read_optional("on", |place| place.types());
        let multiply = table.read("multiply", read_multiplier);
        let (idle_there, when_there) = (table.optional("idle").is_some(), table.optional("when").is_some());
        if !idle_there && !when_there {
            place.report(Code::MissingKey, "an adjustment needs `when` or `idle`");
        }
        if let (true, Some(multiply)) = (idle_there, multiply)
            && multiply > Points::new(1)
        {
            place.report(Code::Unbounded, format!("a factor of `{multiply}` for each idle period grows without end"));
        }
        if let (false, Some(on)) = (idle_there, table.optional("on")) {
            on.report(Code::ConflictingKeys, "`on` says which types end idleness, and there is no `idle`");
        }
        table.finish();
        (idle_there || when_there).then_some(Self {
            id: id?,
            label,
            scores: scores?,
            when: when?,
            idle: idle?,
            on: on?.unwrap_or_default(),
            multiply: multiply?,
        })
    }
}

/// A factor from 0 to 10 of at most three decimals.
pub(crate) fn read_multiplier(place: &Place<'_, '_>) -> Option<Points> {
    let factor = place.points()?;
    if factor < Points::ZERO || factor > Points::new(10) {
        place.report(Code::OutOfRange, format!("a factor is between 0 and 10, not `{factor}`"));
        return None;
    }
    if factor.millionths() % 1000 != 0 {
        place.report(Code::TooManyDecimals, format!("a factor has at most 3 decimals, and `{factor}` has more"));
        return None;
    }
    Some(factor)
}
