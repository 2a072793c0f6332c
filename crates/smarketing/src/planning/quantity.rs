//! [`Quantity`]: how many leads, deals or days: an exact number that is one in JSON, too.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::exact::{Exact, Towards};

/// An exact number of leads, deals or days; under [`Rounding::None`](crate::Rounding::None) not a
/// whole one, then with at most six decimals.
///
/// ```
/// use smarketing::Quantity;
/// let leads = Quantity::from(152_u64);
/// assert_eq!(leads.to_string(), "152");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Quantity(Decimal);

impl Quantity {
    /// None.
    pub const ZERO: Quantity = Quantity(Decimal::ZERO);

    /// A number.
    #[must_use]
    pub fn new(number: Decimal) -> Self {
        Self(number.normalize())
    }

    /// The number as a decimal.
    #[must_use]
    pub const fn number(self) -> Decimal {
        self.0
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self::new(self.0.saturating_add(other.0))
    }

    /// The difference, which may be negative.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self::new(self.0.saturating_sub(other.0))
    }

    pub(crate) fn exact(self) -> Exact {
        Exact::from_decimal(self.0).unwrap_or_else(Exact::zero)
    }

    /// An exact figure, rounded half to even.
    pub(crate) fn rounded(value: &Exact, places: u32) -> Option<Self> {
        value.round(places, Towards::HalfEven).map(Self::new)
    }

    /// A double that is no exact figure, to that many decimals.
    pub(crate) fn from_double(number: f64, places: u32) -> Option<Self> {
        let number = Decimal::from_str_exact(&format!("{number:.*}", usize::try_from(places).unwrap_or(0))).ok()?;
        Some(Self::new(number))
    }
}

impl From<u64> for Quantity {
    fn from(number: u64) -> Self {
        Self(number.into())
    }
}

impl std::iter::Sum for Quantity {
    fn sum<I: Iterator<Item = Quantity>>(numbers: I) -> Self {
        numbers.fold(Self::ZERO, Self::plus)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.to_string())
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        crate::document::decimal::serialize(&self.0, serializer)
    }
}
