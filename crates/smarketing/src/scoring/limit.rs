//! [`Limit`]: how often an interaction earns its points, at most.

use serde::Serialize;

use crate::document::reader::Place;

/// A civil period in the agreement's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// From midnight to midnight.
    Day,
    /// An ISO week, from Monday.
    Week,
    /// A calendar month.
    Month,
}

impl Period {
    pub(crate) const ALL: [(&'static str, Period); 3] =
        [("day", Period::Day), ("week", Period::Week), ("month", Period::Month)];
}

/// So many times at most, in all or per period. The most recent ones are kept, before decay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Limit {
    /// How many interactions count at most.
    pub times: u32,
    /// In which period; absent: in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<Period>,
}

impl Limit {
    /// So many times in all.
    #[must_use]
    pub const fn times(times: u32) -> Self {
        Self { times, per: None }
    }

    /// So many times in each period.
    #[must_use]
    pub const fn per(mut self, period: Period) -> Self {
        self.per = Some(period);
        self
    }

    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let times = table.read("times", |place| place.whole(1, 1_048_576));
        let per = table.read_optional("per", |place| place.choice(&Period::ALL));
        table.finish();
        Some(Self { times: times?, per: per? })
    }
}
