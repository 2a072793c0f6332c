//! [`Money`]: an exact amount in the agreement's one currency, and how it is split.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::exact::{Exact, Towards};
use crate::document::decimal::decimal;
use crate::document::reader::Place;
use crate::finding::Code;

/// An exact amount of money in the currency of the agreement. In JSON it is a decimal text.
///
/// ```
/// use smarketing::Money;
/// let deal: Money = "12000.50".parse()?;
/// assert_eq!(serde_json::to_string(&deal).unwrap(), "\"12000.50\"");
/// # Ok::<(), smarketing::MoneyError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(Decimal);

/// Why a text is no [`Money`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an amount")]
pub struct MoneyError(String);

/// The largest amount of a document: a million million millions leave room for every sum.
const LARGEST: i64 = 1_000_000_000_000_000;

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(Decimal::ZERO);

    /// An amount.
    #[must_use]
    pub const fn new(amount: Decimal) -> Self {
        Self(amount)
    }

    /// The amount as a decimal.
    #[must_use]
    pub const fn amount(self) -> Decimal {
        self.0
    }

    /// The sum; an overflow, which no document's amounts reach, stops at the largest decimal.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, which may be negative.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Splits the amount in proportion to weights, to whole minor units, by the method of the
    /// largest remainder (Hamilton): every part is its share rounded down, and what is left goes,
    /// one unit each, to the largest remainders, on ties to the first. The parts add up exactly.
    ///
    /// Without any weight, and for amounts below zero, there is nothing to go by: `None`.
    ///
    /// ```
    /// use rust_decimal::Decimal;
    /// use smarketing::Money;
    /// let thirds = Money::new(Decimal::from(100)).split(&[Decimal::ONE; 3], 2).unwrap();
    /// let texts: Vec<String> = thirds.iter().map(Money::to_string).collect();
    /// assert_eq!(texts, ["33.34", "33.33", "33.33"]);
    /// ```
    #[must_use]
    pub fn split(self, weights: &[Decimal], minor_unit: u32) -> Option<Vec<Money>> {
        let weights: Vec<Exact> = weights.iter().map(|weight| Exact::from_decimal(*weight)).collect::<Option<_>>()?;
        self.split_exactly(&weights, minor_unit)
    }

    pub(crate) fn split_exactly(self, weights: &[Exact], minor_unit: u32) -> Option<Vec<Money>> {
        let whole = Exact::from_decimal(self.0)?;
        let all = weights.iter().fold(Exact::zero(), |sum, weight| sum.plus(weight));
        let mut parts = Vec::with_capacity(weights.len());
        let mut rest = self.0;
        for weight in weights {
            let share = whole.times(&weight.over(&all)?);
            let part = share.round(minor_unit, Towards::Down)?;
            rest = rest.checked_sub(part)?;
            parts.push((part, share.minus(&Exact::from_decimal(part)?)?));
        }
        let unit = Decimal::new(1, minor_unit);
        let mut order: Vec<usize> = (0..parts.len()).collect();
        // Stable, so that ties go to the first.
        crate::sorting::by(&mut order, |a, b| match (parts.get(*a), parts.get(*b)) {
            (Some((_, a)), Some((_, b))) => b.compare(a),
            _ => std::cmp::Ordering::Equal,
        });
        for at in order {
            if rest < unit {
                break;
            }
            if let Some((part, _)) = parts.get_mut(at) {
                *part = part.checked_add(unit)?;
                rest = rest.checked_sub(unit)?;
            }
        }
        // What is finer than the minor unit stays with the first part: nothing gets lost.
        if let Some((part, _)) = parts.first_mut() {
            *part = part.checked_add(rest)?;
        }
        Some(parts.into_iter().map(|(part, _)| Self(part)).collect())
    }

    pub(crate) fn exact(self) -> Exact {
        Exact::from_decimal(self.0).unwrap_or_else(Exact::zero)
    }

    /// The amount of an exact figure, rounded commercially to the minor unit.
    pub(crate) fn rounded(value: &Exact, minor_unit: u32) -> Option<Self> {
        value.round(minor_unit, Towards::HalfUp).map(Self)
    }

    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let amount = place.decimal()?;
        if amount.is_sign_negative() && !amount.is_zero() {
            place.report(Code::OutOfRange, format!("`{amount}` is below zero"));
            return None;
        }
        if amount > Decimal::from(LARGEST) {
            place.report(Code::OutOfRange, format!("`{amount}` is more than {LARGEST}"));
            return None;
        }
        if amount.scale() > 6 {
            place.report(Code::TooManyDecimals, format!("`{amount}` has more than 6 decimals"));
            return None;
        }
        Some(Self(amount))
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::plus)
    }
}

impl From<i64> for Money {
    fn from(amount: i64) -> Self {
        Self(amount.into())
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        // Trailing zeros are kept: they show to which unit the amount was rounded.
        let amount = decimal(text).and_then(|amount| Decimal::from_str_exact(text).ok().or(Some(amount)));
        amount.map(Self).ok_or_else(|| MoneyError(text.to_owned()))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.to_string())
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::Money;

    #[test]
    fn nothing_to_go_by_is_no_split() {
        assert_eq!(Money::from(10).split(&[], 2).map(|parts| parts.len()), Some(0));
        assert_eq!(Money::from(10).split(&[Decimal::ZERO], 2), None);
        assert_eq!(Money::from(-1).split(&[Decimal::ONE], 2), None);
    }

    #[test]
    fn yen_have_no_decimals() {
        let parts = Money::from(101).split(&[Decimal::new(6, 1), Decimal::new(4, 1)], 0);
        assert_eq!(parts, Some(vec![Money::from(61), Money::from(40)]));
    }
}
