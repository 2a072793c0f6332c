//! [`Figure`]: a planning figure that is the same every month, or that varies by month.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::month::Month;
use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::finding::Code;

/// A figure of a goal: one value for every month, or a table of months with `else` for the others.
///
/// ```
/// use smarketing::{Figure, Money};
/// let deal = Figure::always(Money::from(12_000)).month("2026-12".parse()?, Money::from(13_000));
/// assert_eq!(deal.at("2026-12".parse()?), Some(&Money::from(13_000)));
/// assert_eq!(deal.at("2027-01".parse()?), Some(&Money::from(12_000)));
/// # Ok::<(), smarketing::MonthError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure<T> {
    /// The months that have a value of their own, in document order.
    pub months: Vec<(Month, T)>,
    /// The value of all other months.
    pub otherwise: Option<T>,
}

impl<T> Figure<T> {
    /// The same value every month.
    #[must_use]
    pub const fn always(value: T) -> Self {
        Self { months: Vec::new(), otherwise: Some(value) }
    }

    /// Values of single months, and none for the others.
    #[must_use]
    pub fn by_month(months: impl IntoIterator<Item = (Month, T)>) -> Self {
        Self { months: months.into_iter().collect(), otherwise: None }
    }

    /// Gives one month a value of its own.
    #[must_use]
    pub fn month(mut self, month: Month, value: T) -> Self {
        self.months.retain(|(known, _)| *known != month);
        self.months.push((month, value));
        self
    }

    /// The value of a month.
    #[must_use]
    pub fn at(&self, month: Month) -> Option<&T> {
        self.months.iter().find(|(known, _)| *known == month).map(|(_, value)| value).or(self.otherwise.as_ref())
    }

    /// Every value there is.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.months.iter().map(|(_, value)| value).chain(&self.otherwise)
    }

    /// Reads a value or a table of months.
    pub(crate) fn read(place: &Place<'_, '_>, read: impl Fn(&Place<'_, '_>) -> Option<T>) -> Option<Self> {
        let Kind::Table(entries) = &place.node.kind else { return read(place).map(Self::always) };
        // A rate may be a table of its own: that of its counts.
        if entries.iter().any(|entry| matches!(entry.key.as_ref(), "of" | "won")) {
            return read(place).map(Self::always);
        }
        let mut figure = Self { months: Vec::new(), otherwise: None };
        let mut whole = true;
        place.entries(|key, place| {
            let value = read(place);
            if key == "else" {
                whole &= value.is_some();
                figure.otherwise = value;
            } else {
                let month = Month::read_key(key, place);
                whole &= month.is_some() && value.is_some();
                figure.months.extend(month.zip(value));
            }
            Some(())
        })?;
        if whole && figure.months.is_empty() && figure.otherwise.is_none() {
            place.report_with_help(Code::Empty, "a figure without a month", "write `{ 2026-11 = …, else = … }`");
            return None;
        }
        whole.then_some(figure)
    }
}

impl<T> From<T> for Figure<T> {
    fn from(value: T) -> Self {
        Self::always(value)
    }
}

impl<T: Serialize> Serialize for Figure<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let ([], Some(value)) = (self.months.as_slice(), &self.otherwise) {
            return value.serialize(serializer);
        }
        let mut map = serializer.serialize_map(None)?;
        for (month, value) in &self.months {
            map.serialize_entry(month, value)?;
        }
        if let Some(value) = &self.otherwise {
            map.serialize_entry("else", value)?;
        }
        map.end()
    }
}
