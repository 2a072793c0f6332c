//! How sure a rate is that comes from counts: Wilson's interval, the Beta posterior, and both
//! through a chain of rates.

use serde::Serialize;

use super::beta::beta_quantile;
use super::binomial::double;
use super::rate::Rate;
use super::special::{exp, ln, normal_quantile};

/// Two rates between which the true one lies with the confidence that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RateInterval {
    /// The lower end, as a share from 0 to 1.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::ExactRate"))]
    pub low: Rate,
    /// The upper end, as a share from 0 to 1.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::ExactRate"))]
    pub high: Rate,
}

impl RateInterval {
    fn new(low: f64, high: f64) -> Option<Self> {
        Some(Self { low: Rate::from_double(low)?, high: Rate::from_double(high)? })
    }
}

/// Wilson's interval of a rate from counts (E. B. Wilson, 1927), without continuity correction.
///
/// The ends are rounded to twelve decimals. `None` when there are no counts or the confidence is no
/// share between 0 and 1.
///
/// ```
/// use smarketing::wilson_interval;
/// let interval = wilson_interval(41, 190, "0.95".parse()?).unwrap();
/// assert!(interval.low.to_string().starts_with("0.163238"));
/// assert!(interval.high.to_string().starts_with("0.279605"));
/// # Ok::<(), smarketing::RateError>(())
/// ```
#[must_use]
pub fn wilson_interval(won: u64, of: u64, confidence: Rate) -> Option<RateInterval> {
    let (low, high) = wilson(won, of, confidence)?;
    RateInterval::new(low, high)
}

/// The interval of a rate from counts in which the Beta posterior has the given share, with equal
/// tails, beginning from the uniform prior: that of Beta(won + 1, of − won + 1).
///
/// ```
/// use smarketing::posterior_interval;
/// let interval = posterior_interval(41, 190, "0.95".parse()?).unwrap();
/// assert!(interval.low.value() < "0.2158".parse().unwrap());
/// # Ok::<(), smarketing::RateError>(())
/// ```
#[must_use]
pub fn posterior_interval(won: u64, of: u64, confidence: Rate) -> Option<RateInterval> {
    let lost = of.checked_sub(won)?;
    let (low, high) = tails(confidence)?;
    let (a, b) = (double(won) + 1.0, double(lost) + 1.0);
    RateInterval::new(beta_quantile(low, a, b), beta_quantile(high, a, b))
}

fn tails(confidence: Rate) -> Option<(f64, f64)> {
    let share = confidence.exact().to_f64();
    (share > 0.0 && share < 1.0).then(|| ((1.0 - share) / 2.0, (1.0 + share) / 2.0))
}

fn wilson(won: u64, of: u64, confidence: Rate) -> Option<(f64, f64)> {
    if of == 0 || won > of {
        return None;
    }
    let z = normal_quantile(tails(confidence)?.1);
    let (n, p) = (double(of), double(won) / double(of));
    let middle = p + z * z / (2.0 * n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z * z / n;
    let low = if won == 0 { 0.0 } else { (middle - half) / scale };
    let high = if won == of { 1.0 } else { (middle + half) / scale };
    Some((low, high))
}

/// Wilson's interval of a product of rates: the rates without counts are taken as certain.
///
/// The intervals of several counts are united on the scale of logarithms by the method of variance
/// estimates recovery (Zou and Donner, 2008); with one count it is Wilson's own, scaled.
pub(crate) fn wilson_of_chain(rates: &[Rate], confidence: Rate) -> Option<RateInterval> {
    let mut product = 1.0;
    let (mut below, mut above) = (0.0, 0.0);
    let mut counted = false;
    let mut nothing = false;
    for rate in rates {
        let share = rate.exact().to_f64();
        product *= share;
        let Some((won, of)) = rate.counts() else { continue };
        counted = true;
        let (low, high) = wilson(won, of, confidence)?;
        nothing |= won == 0;
        let distance = |end: f64| ln(end / share) * ln(end / share);
        if won > 0 {
            below += distance(low);
            above += distance(high);
        }
    }
    // A step that nobody passed yet has no logarithm, and a chain through it no interval of this kind.
    if !counted || nothing {
        return None;
    }
    RateInterval::new(product * exp(-below.sqrt()), product * exp(above.sqrt()))
}

/// The posterior interval of a product of rates: the rates without counts are taken as certain.
///
/// Mean and variance of the product are exact; its distribution is taken as the Beta with these
/// two, which with one count is the posterior itself.
pub(crate) fn posterior_of_chain(rates: &[Rate], confidence: Rate) -> Option<RateInterval> {
    let (low, high) = tails(confidence)?;
    let mut certain = 1.0;
    let (mut mean, mut square) = (1.0, 1.0);
    let mut counted = false;
    for rate in rates {
        let Some((won, of)) = rate.counts() else {
            certain *= rate.exact().to_f64();
            continue;
        };
        counted = true;
        let (a, n) = (double(won) + 1.0, double(of) + 2.0);
        mean *= a / n;
        square *= a * (a + 1.0) / (n * (n + 1.0));
    }
    let variance = square - mean * mean;
    if !counted || variance <= 0.0 {
        return None;
    }
    let size = mean * (1.0 - mean) / variance - 1.0;
    let (a, b) = (mean * size, (1.0 - mean) * size);
    RateInterval::new(certain * beta_quantile(low, a, b), certain * beta_quantile(high, a, b))
}

#[cfg(test)]
mod tests {
    use super::{posterior_interval, posterior_of_chain, wilson_interval, wilson_of_chain};
    use crate::planning::Rate;

    fn rate(text: &str) -> Rate {
        text.parse().unwrap()
    }

    #[test]
    fn a_chain_with_one_count_has_the_interval_of_that_count() {
        let (counts, sure) = (rate("41 of 190"), rate("0.95"));
        assert_eq!(wilson_of_chain(&[counts], sure), wilson_interval(41, 190, sure));
        let near = |a: Rate, b: Rate| (a.value() - b.value()).abs() <= "0.000000000002".parse().unwrap();
        let (chain, own) = (posterior_of_chain(&[counts], sure).unwrap(), posterior_interval(41, 190, sure).unwrap());
        assert!(near(chain.low, own.low) && near(chain.high, own.high), "{chain:?} {own:?}");
        let scaled = wilson_of_chain(&[counts, rate("0.5")], sure).unwrap();
        let own = wilson_interval(41, 190, sure).unwrap();
        assert!((scaled.low.value() + scaled.low.value() - own.low.value()).abs() < "0.00000000001".parse().unwrap());
    }

    #[test]
    fn without_counts_nothing_is_unsure() {
        assert_eq!(wilson_of_chain(&[rate("0.3")], rate("0.95")), None);
        assert_eq!(posterior_of_chain(&[rate("0.3")], rate("0.95")), None);
        assert_eq!(wilson_interval(0, 0, rate("0.95")), None);
        assert_eq!(wilson_interval(1, 2, rate("1")), None);
    }

    #[test]
    fn the_ends_of_the_range_belong_to_it() {
        assert_eq!(wilson_interval(0, 12, rate("0.9")).map(|interval| interval.low), Some(Rate::ZERO));
        assert_eq!(wilson_interval(12, 12, rate("0.9")).map(|interval| interval.high), Some(Rate::ONE));
        assert_eq!(wilson_of_chain(&[rate("0 of 12")], rate("0.9")), None);
        assert!(posterior_of_chain(&[rate("0 of 12")], rate("0.9")).is_some());
    }
}
