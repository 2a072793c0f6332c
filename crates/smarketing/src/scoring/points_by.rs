//! [`PointsBy`]: points by a field's value: a table, steps, or in proportion.

use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::document::decimal;
use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::finding::Code;
use crate::points::Points;
use crate::vocabulary::Entries;

/// Points by the value of a field or of an earlier result.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PointsBy {
    /// Which field or result.
    pub field: String,
    /// How its value becomes points.
    pub scale: Scale,
}

/// How a value becomes points.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scale {
    /// So many for each of these values.
    Values(Entries<Points>),
    /// So many from each of these bounds on, the lowest first.
    Steps(Vec<(Decimal, Points)>),
    /// The number times a factor, within bounds.
    Times {
        /// The factor.
        factor: Points,
        /// The least it can come to.
        min: Points,
        /// The most it can come to.
        max: Points,
    },
}

impl PointsBy {
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let field = table.read("field", |place| place.filled_text());
        let values = table.read_optional("values", |place| {
            let entries = place.entries(|value, place| place.points().map(|points| (value.to_owned(), points)))?;
            if entries.is_empty() {
                place.report(Code::Empty, "expected at least one value and its points");
            }
            Some(Entries(entries))
        });
        let steps = table.read_optional("steps", read_steps);
        let times = table.read_optional("times", |place| place.points());
        let min = table.read_optional("min", |place| place.points());
        let max = table.read_optional("max", |place| place.points());
        let single = table.exclusive(&["values", "steps", "times"]);
        if !table.finish() || !single {
            return None;
        }
        let (min, max) = (min?, max?);
        let scale = match (values?, steps?, times?) {
            (Some(values), ..) => Scale::Values(values),
            (_, Some(steps), _) => Scale::Steps(steps),
            (_, _, Some(factor)) => {
                let down = factor < Points::ZERO;
                let open = if down { min.is_none() } else { max.is_none() };
                if open {
                    let key = if down { "min" } else { "max" };
                    let message = format!("points in proportion need a `{key}`, or they grow without end");
                    place.report(Code::Unbounded, message);
                    return None;
                }
                let (min, max) = (min.unwrap_or_default(), max.unwrap_or_default());
                super::group::check_bounds(place, Some(min), Some(max));
                return (min <= max).then_some(Self { field: field?, scale: Scale::Times { factor, min, max } });
            }
            _ => {
                place.report(Code::MissingKey, "expected `values`, `steps` or `times`");
                return None;
            }
        };
        if min.is_some() || max.is_some() {
            place.report(Code::ConflictingKeys, "`min` and `max` bound points in proportion, with `times`");
        }
        Some(Self { field: field?, scale })
    }
}

fn read_steps(place: &Place<'_, '_>) -> Option<Vec<(Decimal, Points)>> {
    let mut whole = true;
    let mut known: Vec<Decimal> = Vec::new();
    let mut steps = place.entries(|bound, place| {
        let number = decimal::decimal(bound);
        if number.is_none() {
            place.report(Code::InvalidValue, format!("`{bound}` is not a number"));
        }
        if number.is_some_and(|number| known.contains(&number)) {
            place.report(Code::DuplicateId, format!("the bound `{bound}` stands twice"));
        }
        known.extend(number);
        if matches!(place.node.kind, Kind::Table(_)) {
            // TOML reads a bare `0.5` as the key `5` of a table `0`.
            let help = "a bound with a decimal point needs quotes: `\"0.5\" = 10`";
            place.report_with_help(Code::WrongType, "expected points, found a table", help);
            whole = false;
            return None;
        }
        let step = number.zip(place.points());
        whole &= step.is_some();
        step
    })?;
    if whole && steps.is_empty() {
        place.report(Code::Empty, "expected at least one bound and its points");
    }
    crate::sorting::by_key(&mut steps, |(bound, _)| *bound);
    whole.then_some(steps)
}

impl Serialize for PointsBy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("field", &self.field)?;
        match &self.scale {
            Scale::Values(values) => map.serialize_entry("values", values)?,
            Scale::Steps(steps) => {
                let steps = steps.iter().map(|(bound, points)| (bound.normalize().to_string(), *points));
                map.serialize_entry("steps", &steps.collect::<Entries<Points>>())?;
            }
            Scale::Times { factor, min, max } => {
                map.serialize_entry("times", factor)?;
                map.serialize_entry("min", min)?;
                map.serialize_entry("max", max)?;
            }
        }
        map.end()
    }
}
