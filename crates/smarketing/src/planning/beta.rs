//! The Beta distribution: the regularised incomplete beta function and its inverse.

use super::special::{exp, ln, ln_1p};

const LN_2_PI: f64 = 1.837_877_066_409_345_5;

/// The share of a Beta distribution below `x`: the regularised incomplete beta function
/// `I_x(a, b)`, to about 13 digits.
///
/// By its continued fraction (DLMF 8.17.22, Lentz's method), in front of which stands the density by
/// Loader's saddle point expansion (2000), which keeps its digits where `a` and `b` are large.
/// `a` and `b` are above zero; otherwise the answer is not a number.
///
/// ```
/// // With a = b = 1 the distribution is uniform.
/// assert!((smarketing::beta_cdf(0.25, 1.0, 1.0) - 0.25).abs() < 1e-15);
/// ```
#[must_use]
pub fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    let right = a > 0.0 && b > 0.0 && a.is_finite() && b.is_finite();
    if !right || x.is_nan() {
        return f64::NAN;
    }
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    // xᵃ(1−x)ᵇ / B(a, b) = ab/(a+b) times the "binomial" probability of a among a+b.
    let front = a * b / (a + b) * probability(a, b, x, 1.0 - x);
    if x < (a + 1.0) / (a + b + 2.0) {
        (front * fraction(a, b, x) / a).clamp(0.0, 1.0)
    } else {
        (1.0 - front * fraction(b, a, 1.0 - x) / b).clamp(0.0, 1.0)
    }
}

/// The value below which a share `p` of a Beta distribution lies, to about 13 digits.
///
/// ```
/// let median = smarketing::beta_quantile(0.5, 3.0, 3.0);
/// assert!((median - 0.5).abs() < 1e-13);
/// ```
#[must_use]
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) || !beta_cdf(0.5, a, b).is_finite() {
        return f64::NAN;
    }
    if p == 0.0 || p == 1.0 {
        return p;
    }
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    let mut x = a / (a + b);
    // Newton's steps, and halves where they leave the bracket: a dozen steps are usual, and halving
    // alone would end at neighbouring doubles after 1075.
    for _ in 0..1_100 {
        let over = beta_cdf(x, a, b) - p;
        if over < 0.0 {
            low = x
        } else {
            high = x
        }
        let density = a * b / (a + b) * probability(a, b, x, 1.0 - x) / (x * (1.0 - x));
        let newton = x - over / density;
        let next = if newton > low && newton < high { newton } else { low + (high - low) / 2.0 };
        if (next - x).abs() <= 1e-15 * x {
            return next;
        }
        x = next;
    }
    x
}

/// Γ(a+b+1) / (Γ(a+1) Γ(b+1)) · xᵃ yᵇ, for y = 1 − x: the binomial probability, where a and b are whole.
pub(crate) fn probability(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let n = a + b;
    if a <= 0.0 || b <= 0.0 {
        let log = if a <= 0.0 { n * power_log(y, x) } else { n * power_log(x, y) };
        return if n <= 0.0 { 1.0 } else { exp(log) };
    }
    let log = stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance(a, n * x) - deviance(b, n * y);
    exp(log - 0.5 * (LN_2_PI + ln(a) + ln_1p(-a / n)))
}

/// ln(y), from whichever of y and x = 1 − y is known more exactly.
fn power_log(y: f64, x: f64) -> f64 {
    if x < 0.5 { ln_1p(-x) } else { ln(y) }
}

/// What Stirling's formula for ln Γ(n+1) lacks.
fn stirling_error(n: f64) -> f64 {
    let mut n = n;
    let mut sum = 0.0;
    // From Γ(n+2) = (n+1) Γ(n+1); the series needs an n that is not small.
    while n < 16.0 {
        sum += (n + 0.5) * ln_1p(1.0 / n) - 1.0;
        n += 1.0;
    }
    let square = n * n;
    let series = 1.0 / 1188.0;
    let series = 1.0 / 1680.0 - series / square;
    let series = 1.0 / 1260.0 - series / square;
    let series = 1.0 / 360.0 - series / square;
    sum + (1.0 / 12.0 - series / square) / n
}

/// x ln(x/m) + m − x, without cancellation where x is near m.
fn deviance(x: f64, m: f64) -> f64 {
    if (x - m).abs() >= 0.1 * (x + m) {
        return x * ln(x / m) + m - x;
    }
    let v = (x - m) / (x + m);
    let mut sum = (x - m) * v;
    let mut term = 2.0 * x * v;
    let mut odd = 1.0;
    loop {
        term *= v * v;
        odd += 2.0;
        let next = sum + term / odd;
        if next == sum {
            return sum;
        }
        sum = next;
    }
}

/// The continued fraction of the incomplete beta function.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let lifted = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / lifted(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    let mut m = 1.0;
    // About √max(a, b) steps are needed; the bound is not met for counts that a rate may have.
    while m < 1e6 {
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / lifted(1.0 + even * d);
        c = lifted(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / lifted(1.0 + odd * d);
        c = lifted(1.0 + odd / c);
        let change = d * c;
        h *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
        m += 1.0;
    }
    h
}

#[cfg(test)]
mod tests {
    use super::{beta_cdf, beta_quantile};

    #[test]
    fn impossible_parameters_are_no_number() {
        assert!(beta_cdf(0.5, 0.0, 1.0).is_nan());
        assert!(beta_cdf(0.5, -1.0, 1.0).is_nan());
        assert!(beta_cdf(f64::NAN, 1.0, 1.0).is_nan());
        assert!(beta_quantile(1.5, 1.0, 1.0).is_nan());
        assert!(beta_quantile(0.5, f64::INFINITY, 1.0).is_nan());
    }

    #[test]
    fn quantile_and_share_are_each_others_inverse() {
        for (a, b) in [(0.5, 0.5), (1.0, 30.0), (42.0, 150.0), (5_000.0, 70_000.0)] {
            for p in [0.001, 0.05, 0.5, 0.9, 0.999] {
                assert!((beta_cdf(beta_quantile(p, a, b), a, b) - p).abs() < 1e-12, "{a} {b} {p}");
            }
        }
    }
}
