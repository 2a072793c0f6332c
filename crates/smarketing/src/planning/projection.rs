//! How much is still to come in a month, from what came so far.

use super::beta::beta_cdf;
use super::binomial::double;
use super::rate::Rate;

/// Between how many more, with that confidence, will come in the working days that are left, when
/// so many came in those that have elapsed.
///
/// Arrivals are taken as a Poisson process of unknown rate, with Jeffreys' prior: what is to come
/// has then a negative binomial distribution with the size `came + ½` and the chance
/// `elapsed / (elapsed + left)`, whose distribution function is an incomplete beta function. `None`
/// before the first working day has elapsed.
pub(crate) fn still_to_come(came: u64, elapsed: u32, left: u32, confidence: Rate) -> Option<(u64, u64)> {
    if elapsed == 0 {
        return None;
    }
    if left == 0 {
        return Some((0, 0));
    }
    let sure = confidence.exact().to_f64();
    let size = double(came) + 0.5;
    let chance = f64::from(elapsed) / (f64::from(elapsed) + f64::from(left));
    let at_most = |more: u64| beta_cdf(chance, size, double(more) + 1.0);
    Some((quantile(&at_most, (1.0 - sure) / 2.0), quantile(&at_most, (1.0 + sure) / 2.0)))
}

/// The smallest number at which the distribution function reaches a share.
fn quantile(at_most: &impl Fn(u64) -> f64, share: f64) -> u64 {
    const MOST: u64 = 1 << 50;
    let mut high = 1_u64;
    while at_most(high) < share && high < MOST {
        high = high.saturating_mul(2);
    }
    let mut low = 0_u64;
    while low < high {
        let middle = low.midpoint(high);
        if at_most(middle) < share { low = middle.saturating_add(1) } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::still_to_come;

    /// scipy: `nbinom.ppf([0.1, 0.9], came + 0.5, elapsed / (elapsed + left))`.
    #[test]
    fn agrees_with_scipy() {
        let sure = "0.8".parse().unwrap();
        for (came, elapsed, left, expected) in SCIPY {
            assert_eq!(still_to_come(came, elapsed, left, sure), Some(expected), "{came} in {elapsed}, {left} left");
        }
    }

    const SCIPY: [(u64, u32, u32, (u64, u64)); 5] = [
        (0, 5, 16, (0, 5)),
        (3, 5, 16, (4, 20)),
        (120, 10, 11, (112, 154)),
        (2500, 1, 20, (48701, 51328)),
        (40, 20, 1, (0, 4)),
    ];

    #[test]
    fn before_the_first_day_and_after_the_last() {
        let sure = "0.8".parse().unwrap();
        assert_eq!(still_to_come(5, 0, 20, sure), None);
        assert_eq!(still_to_come(5, 20, 0, sure), Some((0, 0)));
    }
}
