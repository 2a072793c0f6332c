//! The binomial tail: how likely so many leads bring so many deals, and how many leads that needs.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::beta::{beta_cdf, probability};
use super::rate::Rate;

/// The chance that of `leads`, each won with the chance `rate`, at least `deals` are won: the upper
/// tail of the binomial distribution, as `I_rate(deals, leads − deals + 1)`.
///
/// ```
/// // Two leads at one half: at least one deal in three cases of four.
/// assert!((smarketing::chance_of_at_least(1, 2, 0.5) - 0.75).abs() < 1e-15);
/// ```
#[must_use]
pub fn chance_of_at_least(deals: u64, leads: u64, rate: f64) -> f64 {
    if deals == 0 {
        return 1.0;
    }
    let Some(rest) = leads.checked_sub(deals).filter(|_| rate > 0.0) else { return 0.0 };
    if rate >= 1.0 {
        return 1.0;
    }
    beta_cdf(rate, double(deals), double(rest) + 1.0)
}

/// The chance that of `leads` exactly `deals` are won.
///
/// ```
/// assert!((smarketing::chance_of_exactly(1, 2, 0.5) - 0.5).abs() < 1e-15);
/// ```
#[must_use]
pub fn chance_of_exactly(deals: u64, leads: u64, rate: f64) -> f64 {
    match leads.checked_sub(deals) {
        _ if !(0.0..=1.0).contains(&rate) => 0.0,
        None => 0.0,
        Some(rest) if rate == 0.0 || rate == 1.0 => {
            let certain = if rate == 0.0 { deals == 0 } else { rest == 0 };
            if certain { 1.0 } else { 0.0 }
        }
        Some(rest) => probability(double(deals), double(rest), rate, 1.0 - rate),
    }
}

/// The most leads that are looked at: beyond them the tail takes long, and says no more than the mean.
pub(crate) const MOST: u64 = 1 << 32;

/// The fewest leads of which, each won at `rate`, at least `deals` are won with at least the given
/// chance. It is found by halving, as the tail grows with every lead; nothing is simulated.
///
/// `None` when no number is enough: at a rate of zero, for a chance of one below a rate of one, or
/// beyond 2³² leads.
///
/// ```
/// use smarketing::leads_for_chance;
/// let leads = leads_for_chance(10, "0.1".parse()?, "0.9".parse()?);
/// assert_eq!(leads, Some(140));
/// # Ok::<(), smarketing::RateError>(())
/// ```
#[must_use]
pub fn leads_for_chance(deals: u64, rate: Rate, chance: Rate) -> Option<u64> {
    if deals == 0 || chance.is_zero() {
        return Some(0);
    }
    if rate.value() == Decimal::ONE {
        return Some(deals);
    }
    let (rate, chance) = (rate.exact().to_f64(), chance.exact().to_f64());
    if rate <= 0.0 || chance >= 1.0 {
        return None;
    }
    let enough = |leads: u64| chance_of_at_least(deals, leads, rate) >= chance;
    let mut high = deals;
    if deals > MOST {
        return None;
    }
    while !enough(high) {
        high = high.checked_mul(2).filter(|leads| *leads <= MOST)?;
    }
    let mut low = deals.saturating_sub(1).max(if high > deals { high / 2 } else { 0 });
    while high.saturating_sub(low) > 1 {
        let middle = low.midpoint(high);
        if enough(middle) { high = middle } else { low = middle }
    }
    Some(high)
}

/// A count as a double, exact up to 2⁵³.
pub(crate) fn double(count: u64) -> f64 {
    count.to_f64().unwrap_or(f64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{chance_of_at_least, chance_of_exactly, leads_for_chance};

    #[test]
    fn the_tail_is_the_sum_of_its_parts() {
        for (leads, rate) in [(7, 0.3), (40, 0.05), (25, 0.97)] {
            for deals in 0..=leads {
                let sum: f64 = (deals..=leads).map(|won| chance_of_exactly(won, leads, rate)).sum();
                assert!((chance_of_at_least(deals, leads, rate) - sum).abs() < 1e-12, "{deals} of {leads}");
            }
        }
    }

    #[test]
    fn one_lead_fewer_is_not_enough() {
        for (deals, rate, chance) in [(1, "0.02", "0.5"), (12, "0.135", "0.9"), (300, "0.22", "0.95"), (3, "1", "0.9")]
        {
            let (share, wanted) = (rate.parse().unwrap(), chance.parse().unwrap());
            let leads = leads_for_chance(deals, share, wanted).unwrap();
            let (share, wanted): (f64, f64) = (rate.parse().unwrap(), chance.parse().unwrap());
            assert!(chance_of_at_least(deals, leads, share) >= wanted);
            assert!(chance_of_at_least(deals, leads - 1, share) < wanted);
        }
    }

    #[test]
    fn what_cannot_be_is_none() {
        let rate = |text: &str| text.parse().unwrap();
        assert_eq!(leads_for_chance(5, rate("0"), rate("0.9")), None);
        assert_eq!(leads_for_chance(5, rate("0.5"), rate("1")), None);
        assert_eq!(leads_for_chance(0, rate("0"), rate("0.9")), Some(0));
        assert_eq!(leads_for_chance(5, rate("0.5"), rate("0")), Some(0));
    }
}
