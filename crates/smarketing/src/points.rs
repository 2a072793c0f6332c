//! Points: whole millionths in 64 bits, and the few steps by which they are rounded.
//!
//! This module is shared by every engine: it holds the arithmetic of rules 2 and 3 of
//! `docs/semantics.md`, and nothing else may round points.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// Millionths in one point.
pub(crate) const SCALE: i64 = 1_000_000;

/// A factor of one, in units of 10⁻¹⁵.
pub(crate) const FACTOR_ONE: i128 = 1_000_000_000_000_000;

/// An exact number with at most six decimals: points, a weighted share, a count of points.
///
/// It is kept as whole millionths, so that adding never rounds. In JSON it is a number.
///
/// ```
/// use smarketing::Points;
/// let points: Points = "7.5".parse()?;
/// assert_eq!(points.to_string(), "7.5");
/// assert_eq!(points.millionths(), 7_500_000);
/// # Ok::<(), smarketing::PointsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Points(i64);

/// Why a text or a decimal is no [`Points`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PointsError {
    /// More than six decimals.
    #[error("`{0}` has more than 6 decimals")]
    TooFine(String),
    /// Larger than a million million in size.
    #[error("`{0}` is too large")]
    TooLarge(String),
    /// No decimal number.
    #[error("`{0}` is not a number")]
    NotANumber(String),
}

/// Units of a factor, 10⁻¹⁵, in a millionth.
const SHARE_UNITS: i64 = 1_000_000_000;

/// So many whole points times a factor of one fit 64 bits.
const SHORT: u64 = 9_000;

impl Points {
    /// No points.
    pub const ZERO: Points = Points(0);
    /// The largest number of points.
    pub const MAX: Points = Points(i64::MAX);
    /// The smallest number of points.
    pub const MIN: Points = Points(i64::MIN);

    /// Points from whole millionths.
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// Points from whole points.
    #[must_use]
    pub const fn new(points: i64) -> Self {
        Self(points.saturating_mul(SCALE))
    }

    /// The number in whole millionths.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// The number as a decimal, without trailing zeros.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 6).normalize()
    }

    /// The nearest double: exact text in JSON, as every size that occurs has at most 15 digits.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "the quotient is the double nearest to the decimal")]
        let (millionths, scale) = (self.0 as f64, SCALE as f64);
        millionths / scale
    }

    /// The sum, which stops at the ends of the range.
    #[must_use]
    pub const fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, which stops at the ends of the range.
    #[must_use]
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Times a factor in units of 10⁻¹⁵, rounded half to even, once.
    pub(crate) fn times_factor(self, factor: i128) -> Self {
        Self(half_even(i128::from(self.0).saturating_mul(factor), FACTOR_ONE))
    }

    /// Times a share of at most one, in units of 10⁻¹⁵, rounded half to even, once.
    pub(crate) fn times_share(self, share: i64) -> Self {
        let whole = self.0 / SCALE;
        if self.0 % SCALE == 0 && whole.unsigned_abs() <= SHORT {
            // Whole points, as most are: cancelled against the units, all fits 64 bits.
            return Self(half_even_short(whole.wrapping_mul(share), SHARE_UNITS));
        }
        // A product of two numbers of 64 bits has at most 128.
        Self(half_even(i128::from(self.0).wrapping_mul(i128::from(share)), FACTOR_ONE))
    }

    /// Times a weight in millionths, rounded half to even, once.
    pub(crate) fn times_weight(self, weight: i64) -> Self {
        Self(half_even(i128::from(self.0).saturating_mul(i128::from(weight)), i128::from(SCALE)))
    }

    /// Times a decimal, rounded half to even to whole millionths.
    pub(crate) fn rounded_from(value: Decimal) -> Self {
        let rounded = value.round_dp_with_strategy(6, rust_decimal::RoundingStrategy::MidpointNearestEven);
        Self::from_exact(rounded).unwrap_or(if value.is_sign_negative() { Self::MIN } else { Self::MAX })
    }

    fn from_exact(value: Decimal) -> Option<Self> {
        let mut value = value.normalize();
        if value.scale() > 6 {
            return None;
        }
        // A larger scale loses nothing here; `rescale` keeps the old one when it would not fit.
        value.rescale(6);
        (value.scale() == 6).then(|| i64::try_from(value.mantissa()).ok().map(Self)).flatten()
    }
}

/// `numerator / denominator`, rounded half to even; the denominator is more than 0.
pub(crate) fn half_even_wide(numerator: i128, denominator: i128) -> i128 {
    let (size, by) = (numerator.unsigned_abs(), denominator.unsigned_abs());
    let whole = size.checked_div(by).unwrap_or(0);
    // A second division would cost more than this product, which is at most the size.
    let rest = size.wrapping_sub(whole.wrapping_mul(by));
    let missing = by.saturating_sub(rest);
    let up = rest > missing || (rest == missing && whole & 1 == 1);
    let rounded = i128::try_from(whole).unwrap_or(i128::MAX).saturating_add(i128::from(up));
    if numerator < 0 { rounded.saturating_neg() } else { rounded }
}

/// [`half_even_wide`] in 64 bits, for a busy loop.
fn half_even_short(numerator: i64, denominator: i64) -> i64 {
    let (size, by) = (numerator.unsigned_abs(), denominator.unsigned_abs());
    let (whole, rest) = (size.checked_div(by).unwrap_or(0), size.checked_rem(by).unwrap_or(0));
    let missing = by.saturating_sub(rest);
    let up = rest > missing || (rest == missing && whole & 1 == 1);
    let rounded = whole.wrapping_add(u64::from(up)).cast_signed();
    if numerator < 0 { rounded.wrapping_neg() } else { rounded }
}

/// `numerator / denominator`, rounded half to even and held to the range of 64 bits.
pub(crate) fn half_even(numerator: i128, denominator: i128) -> i64 {
    let rounded = half_even_wide(numerator, denominator);
    i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX })
}

impl TryFrom<Decimal> for Points {
    type Error = PointsError;

    fn try_from(value: Decimal) -> Result<Self, PointsError> {
        Self::from_exact(value).ok_or_else(|| {
            let text = value.to_string();
            if value.normalize().scale() > 6 { PointsError::TooFine(text) } else { PointsError::TooLarge(text) }
        })
    }
}

impl FromStr for Points {
    type Err = PointsError;

    fn from_str(text: &str) -> Result<Self, PointsError> {
        let value = Decimal::from_str_exact(text).ok().filter(|_| !text.contains('_'));
        let value = value.ok_or_else(|| PointsError::NotANumber(text.to_owned()))?;
        Self::try_from(value)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = ((self.0 / SCALE).unsigned_abs(), (self.0 % SCALE).unsigned_abs());
        if rest == 0 {
            return f.pad(&format!("{sign}{whole}"));
        }
        let decimals = format!("{rest:06}");
        f.pad(&format!("{sign}{whole}.{}", decimals.trim_end_matches('0')))
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % SCALE == 0 {
            serializer.serialize_i64(self.0 / SCALE)
        } else {
            serializer.serialize_f64(self.to_f64())
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FACTOR_ONE, Points, half_even};

    proptest! {
        #[test]
        fn a_share_is_a_factor(whole in -10_000..10_000_i64, part in 0..2_i64, share in 0..=1_000_000_000_000_000_i64) {
            let points = Points::new(whole).saturating_add(Points::from_millionths(part));
            // Of these, some lie halfway between two millionths.
            for share in [share, share / 500_000_000 * 500_000_000] {
                prop_assert_eq!(points.times_share(share), points.times_factor(i128::from(share)));
            }
        }
    }

    #[test]
    fn a_share_of_one_is_all() {
        let all = i64::try_from(FACTOR_ONE).unwrap();
        for points in [0, 9_000, -9_000, 9_001, 1_000_000].map(Points::new) {
            assert_eq!(points.times_share(all), points);
        }
    }

    #[test]
    fn halves_go_to_the_even_neighbour() {
        let rounded: Vec<i64> = [-7, -5, -3, -1, 1, 3, 5, 7].iter().map(|n| half_even(*n, 2)).collect();
        assert_eq!(rounded, [-4, -2, -2, 0, 0, 2, 2, 4]);
    }

    #[test]
    fn text_and_back() {
        for text in ["0", "-0.000001", "12", "7.5", "-20", "123456.654321"] {
            assert_eq!(text.parse::<Points>().map(|points| points.to_string()), Ok(text.to_owned()));
        }
        assert!("0.0000001".parse::<Points>().is_err());
        assert!("ten".parse::<Points>().is_err());
        assert!("99999999999999999".parse::<Points>().is_err());
    }
}
