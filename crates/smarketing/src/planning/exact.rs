//! [`Exact`]: a fraction of integers of any length, so that a chain of divisions is rounded once.
//!
//! Rates measured as counts (5 of 15) have no finite decimal: 5 deals at that rate need exactly 15
//! leads, and a decimal chain that rounds up would ask for 16.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::document::decimal::to_double;

/// How a fraction becomes a decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Towards {
    /// The nearest, halves to the even neighbour.
    HalfEven,
    /// The nearest, halves away from zero: the commercial rule, and that of spreadsheets.
    HalfUp,
    /// Up to the next.
    Up,
    /// Down to the last.
    Down,
}

/// A fraction that is not negative; its denominator is never zero.
#[derive(Debug, Clone)]
pub(crate) struct Exact {
    numerator: Big,
    denominator: Big,
}

impl Exact {
    pub(crate) fn zero() -> Self {
        Self::whole(0)
    }

    pub(crate) fn whole(number: u64) -> Self {
        Self { numerator: Big::new(number.into()), denominator: Big::new(1) }
    }

    /// `part / of`; `None` when `of` is zero.
    pub(crate) fn fraction(part: u64, of: u64) -> Option<Self> {
        Self::whole(part).over(&Self::whole(of))
    }

    /// The value of a decimal; `None` when it is negative.
    pub(crate) fn from_decimal(number: Decimal) -> Option<Self> {
        let mantissa = u128::try_from(number.mantissa()).ok()?;
        Some(Self { numerator: Big::new(mantissa), denominator: Big::ten_to(number.scale()) })
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.numerator.0.is_empty()
    }

    pub(crate) fn times(&self, other: &Self) -> Self {
        Self {
            numerator: self.numerator.times(&other.numerator),
            denominator: self.denominator.times(&other.denominator),
        }
    }

    /// The quotient; `None` when the other is zero.
    pub(crate) fn over(&self, other: &Self) -> Option<Self> {
        (!other.is_zero()).then(|| Self {
            numerator: self.numerator.times(&other.denominator),
            denominator: self.denominator.times(&other.numerator),
        })
    }

    pub(crate) fn plus(&self, other: &Self) -> Self {
        if self.denominator == other.denominator {
            return Self { numerator: self.numerator.plus(&other.numerator), denominator: self.denominator.clone() };
        }
        Self {
            numerator: self.numerator.times(&other.denominator).plus(&other.numerator.times(&self.denominator)),
            denominator: self.denominator.times(&other.denominator),
        }
    }

    /// The difference; `None` when it would be negative.
    pub(crate) fn minus(&self, other: &Self) -> Option<Self> {
        let left = self.numerator.times(&other.denominator);
        let right = other.numerator.times(&self.denominator);
        (left.compare(&right) != Ordering::Less)
            .then(|| Self { numerator: left.minus(&right), denominator: self.denominator.times(&other.denominator) })
    }

    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        self.numerator.times(&other.denominator).compare(&other.numerator.times(&self.denominator))
    }

    /// The decimal with that many places; `None` when it has more digits than a decimal can hold.
    pub(crate) fn round(&self, places: u32, towards: Towards) -> Option<Decimal> {
        let scaled = self.numerator.times(&Big::ten_to(places));
        let (quotient, rest) = scaled.divided(&self.denominator)?;
        let half = rest.plus(&rest).compare(&self.denominator);
        let up = match towards {
            Towards::Down => false,
            Towards::Up => !rest.0.is_empty(),
            Towards::HalfUp => half != Ordering::Less,
            Towards::HalfEven => half == Ordering::Greater || (half == Ordering::Equal && quotient & 1 == 1),
        };
        let mantissa = i128::try_from(quotient.checked_add(u128::from(up))?).ok()?;
        Decimal::try_from_i128_with_scale(mantissa, places).ok()
    }

    /// The decimal with as many places as it can hold, at most 24: what a solved unknown is.
    pub(crate) fn finest(&self) -> Option<Decimal> {
        (0..=24).rev().find_map(|places| self.round(places, Towards::HalfEven)).map(|number| number.normalize())
    }

    /// The nearest double, for what is no exact figure: chances and intervals.
    pub(crate) fn to_f64(&self) -> f64 {
        self.finest().map_or(f64::INFINITY, to_double)
    }
}

/// A natural number as limbs of 32 bits, the lowest first, without zeros at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Big(Vec<u32>);

#[expect(clippy::cast_possible_truncation, reason = "the lower half is what is meant")]
const fn low(number: u64) -> u32 {
    number as u32
}

impl Big {
    fn new(mut number: u128) -> Self {
        let mut limbs = Vec::new();
        while number > 0 {
            limbs.push(low(u64::try_from(number & 0xffff_ffff).unwrap_or(0)));
            number >>= 32;
        }
        Self(limbs)
    }

    fn ten_to(places: u32) -> Self {
        (0..places).fold(Self::new(1), |power, _| power.times(&Self::new(10)))
    }

    fn trimmed(mut limbs: Vec<u32>) -> Self {
        while limbs.last() == Some(&0) {
            limbs.pop();
        }
        Self(limbs)
    }

    fn limb(&self, at: usize) -> u64 {
        self.0.get(at).copied().unwrap_or(0).into()
    }

    fn plus(&self, other: &Self) -> Self {
        let mut carry = 0_u64;
        let length = self.0.len().max(other.0.len()).saturating_add(1);
        let limbs = (0..length).map(|at| {
            let sum = self.limb(at).saturating_add(other.limb(at)).saturating_add(carry);
            carry = sum >> 32;
            low(sum)
        });
        Self::trimmed(limbs.collect())
    }

    /// The difference; the other must not be larger.
    fn minus(&self, other: &Self) -> Self {
        let mut borrow = 0_u64;
        let limbs = (0..self.0.len()).map(|at| {
            let taken = other.limb(at).saturating_add(borrow);
            let own = self.limb(at);
            borrow = u64::from(own < taken);
            low((own | borrow << 32).saturating_sub(taken))
        });
        Self::trimmed(limbs.collect())
    }

    fn times(&self, other: &Self) -> Self {
        let mut limbs = vec![0_u32; self.0.len().saturating_add(other.0.len())];
        for (at, own) in self.0.iter().enumerate() {
            let mut carry = 0_u64;
            for (limb, at_other) in limbs.iter_mut().skip(at).zip(0..=other.0.len()) {
                // At most (2³²−1)² + 2·(2³²−1), which is the largest 64-bit number.
                let product = u64::from(*own).saturating_mul(other.limb(at_other));
                let sum = product.saturating_add(u64::from(*limb)).saturating_add(carry);
                *limb = low(sum);
                carry = sum >> 32;
            }
        }
        Self::trimmed(limbs)
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    fn halved(&self) -> Self {
        let limbs = (0..self.0.len()).map(|at| {
            let above = self.limb(at.saturating_add(1)) & 1;
            low((self.limb(at) | above << 32) >> 1)
        });
        Self::trimmed(limbs.collect())
    }

    /// Quotient and rest; `None` when the quotient has more than 96 bits.
    fn divided(&self, divisor: &Self) -> Option<(u128, Self)> {
        let mut steps = 96_u32;
        let mut shifted = vec![0, 0, 0];
        shifted.extend(&divisor.0);
        let mut shifted = Self(shifted);
        let mut rest = self.clone();
        if divisor.0.is_empty() || shifted.compare(&rest) != Ordering::Greater {
            return None;
        }
        let mut quotient = 0_u128;
        while steps > 0 {
            steps = steps.saturating_sub(1);
            shifted = shifted.halved();
            quotient <<= 1;
            if shifted.compare(&rest) != Ordering::Greater {
                rest = rest.minus(&shifted);
                quotient |= 1;
            }
        }
        Some((quotient, rest))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::{Big, Exact, Towards};

    #[test]
    fn counts_divide_without_a_rest() {
        let leads = Exact::fraction(5, 15).and_then(|rate| Exact::whole(5).over(&rate));
        assert_eq!(leads.and_then(|leads| leads.round(0, Towards::Up)), Some(Decimal::from(15)));
        // Which is why it is no decimal.
        let third = Decimal::from(5) / Decimal::from(15);
        assert_eq!((Decimal::from(5) / third).ceil(), Decimal::from(16));
    }

    #[test]
    fn halves_go_where_they_are_told() {
        let half = |tenths| Exact::fraction(tenths, 10);
        let rounded = |tenths, towards| half(tenths).and_then(|value| value.round(0, towards));
        assert_eq!(rounded(25, Towards::HalfEven), Some(Decimal::from(2)));
        assert_eq!(rounded(25, Towards::HalfUp), Some(Decimal::from(3)));
        assert_eq!(rounded(21, Towards::Up), Some(Decimal::from(3)));
        assert_eq!(rounded(29, Towards::Down), Some(Decimal::from(2)));
    }

    #[test]
    fn what_no_decimal_can_hold_is_none() {
        let large = (0..5).fold(Exact::whole(u64::MAX), |value, _| value.times(&Exact::whole(u64::MAX)));
        assert!(large.round(0, Towards::Down).is_none());
        assert!(Exact::whole(1).over(&Exact::zero()).is_none());
    }

    proptest! {
        #[test]
        fn limbs_agree_with_machine_integers(a in any::<u64>(), b in any::<u64>(), c in any::<u32>(), d in 1..=u64::MAX) {
            let (wide_a, wide_b) = (u128::from(a) << 32 | u128::from(c), u128::from(b));
            prop_assert_eq!(Big::new(u128::from(a)).times(&Big::new(wide_b)), Big::new(u128::from(a) * wide_b));
            prop_assert_eq!(Big::new(wide_a).plus(&Big::new(wide_b)), Big::new(wide_a + wide_b));
            prop_assert_eq!(Big::new(wide_a + wide_b).minus(&Big::new(wide_a)), Big::new(wide_b));
            prop_assert_eq!(Big::new(wide_a).compare(&Big::new(wide_b)), wide_a.cmp(&wide_b));
            let expected = (wide_a / u128::from(d), Big::new(wide_a % u128::from(d)));
            let divided = Big::new(wide_a).divided(&Big::new(u128::from(d)));
            prop_assert_eq!(divided, (expected.0 < 1 << 96).then_some(expected));
        }

        #[test]
        fn sums_and_differences_are_each_others_inverse(a in 0_u64..1 << 40, b in 1_u64..1 << 20, c in 0_u64..1 << 40, d in 1_u64..1 << 20) {
            let (Some(left), Some(right)) = (Exact::fraction(a, b), Exact::fraction(c, d)) else { unreachable!() };
            let back = left.plus(&right).minus(&right);
            prop_assert!(back.is_some_and(|back| back.compare(&left).is_eq()));
        }
    }
}
