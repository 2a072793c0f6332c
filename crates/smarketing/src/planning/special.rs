//! Logarithm, exponential and normal quantile from the four operations and the square root alone.
//!
//! IEEE 754 fixes these to the last bit; the platform's `ln` and `exp` it does not. The algorithms
//! of the first two are those of FreeBSD's libm (`e_log.c`, `e_exp.c`), with errors below one unit
//! in the last place.

const LN2_HI: f64 = 6.931_471_803_691_238e-1;
const LN2_LO: f64 = 1.908_214_929_270_587_7e-10;

const LN: [f64; 7] = [
    6.666_666_666_666_735e-1,
    3.999_999_999_940_942e-1,
    2.857_142_874_366_239e-1,
    2.222_219_843_214_978_4e-1,
    1.818_357_216_161_805e-1,
    1.531_383_769_920_937_3e-1,
    1.479_819_860_511_658_6e-1,
];

const EXP: [f64; 5] = [
    1.666_666_666_666_660_2e-1,
    -2.777_777_777_701_559_3e-3,
    6.613_756_321_437_934e-5,
    -1.653_390_220_546_525_2e-6,
    4.138_136_797_057_238_5e-8,
];

/// The natural logarithm; minus infinity at zero, not a number below.
pub(crate) fn ln(x: f64) -> f64 {
    if x.is_nan() || x < 0.0 {
        return f64::NAN;
    }
    if x == 0.0 || x.is_infinite() {
        return if x == 0.0 { f64::NEG_INFINITY } else { x };
    }
    // Subnormal numbers are lifted by 2⁵⁴ first.
    let (x, lifted) = if x < f64::MIN_POSITIVE { (x * 18_014_398_509_481_984.0, 54) } else { (x, 0) };
    // x = 2ᵏ · m with m between √½ and √2.
    let shifted = (x.to_bits() >> 32).wrapping_add(0x3ff0_0000 - 0x3fe6_a09e);
    let high = (shifted & 0x000f_ffff).wrapping_add(0x3fe6_a09e);
    let k = f64::from(i32::try_from(shifted >> 20).unwrap_or(0).saturating_sub(0x3ff).saturating_sub(lifted));
    let f = f64::from_bits(high << 32 | x.to_bits() & 0xffff_ffff) - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let [l1, l2, l3, l4, l5, l6, l7] = LN;
    let r = w * (l2 + w * (l4 + w * l6)) + z * (l1 + w * (l3 + w * (l5 + w * l7)));
    let half = 0.5 * f * f;
    s * (half + r) + k * LN2_LO - half + f + k * LN2_HI
}

/// The logarithm of one plus `x`, exact for small `x`, too.
pub(crate) fn ln_1p(x: f64) -> f64 {
    let u = 1.0 + x;
    let rest = u - 1.0;
    // The rounding of `u` cancels in the quotient (Kahan).
    if rest == 0.0 { x } else { ln(u) * x / rest }
}

/// The exponential.
pub(crate) fn exp(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x > 709.782_712_893_384 {
        return f64::INFINITY;
    }
    if x < -745.133_219_101_941_1 {
        return 0.0;
    }
    let k = (x * std::f64::consts::LOG2_E + if x < 0.0 { -0.5 } else { 0.5 }).trunc();
    let (hi, lo) = (x - k * LN2_HI, k * LN2_LO);
    let r = hi - lo;
    let rr = r * r;
    let [p1, p2, p3, p4, p5] = EXP;
    let c = r - rr * (p1 + rr * (p2 + rr * (p3 + rr * (p4 + rr * p5))));
    let y = 1.0 + (r * c / (2.0 - c) - lo + hi);
    // In two halves, as 2ᵏ alone may lie beyond the range of doubles.
    let half = (k / 2.0).trunc();
    y * power_of_two(half) * power_of_two(k - half)
}

fn power_of_two(k: f64) -> f64 {
    #[expect(clippy::cast_possible_truncation, reason = "a whole number between -1100 and 1100")]
    let exponent = (k as i64).saturating_add(1023);
    u64::try_from(exponent).map_or(0.0, |exponent| f64::from_bits(exponent << 52))
}

const CENTRE_OVER: [f64; 8] = [
    2509.0809287301227,
    33430.57558358813,
    67265.7709270087,
    45921.95393154987,
    13731.69376550946,
    1971.5909503065513,
    133.14166789178438,
    3.3871328727963665,
];
const CENTRE_UNDER: [f64; 8] = [
    5226.495278852854,
    28729.085735721943,
    39307.89580009271,
    21213.794301586597,
    5394.196021424751,
    687.1870074920579,
    42.31333070160091,
    1.0,
];
const NEAR_OVER: [f64; 8] = [
    0.0007745450142783414,
    0.022723844989269184,
    0.2417807251774506,
    1.2704582524523684,
    3.6478483247632045,
    5.769497221460691,
    4.630337846156546,
    1.4234371107496835,
];
const NEAR_UNDER: [f64; 8] = [
    1.0507500716444169e-09,
    0.0005475938084995345,
    0.015198666563616457,
    0.14810397642748008,
    0.6897673349851,
    1.6763848301838038,
    2.053191626637759,
    1.0,
];
const FAR_OVER: [f64; 8] = [
    2.0103343992922881e-07,
    2.7115555687434876e-05,
    0.0012426609473880784,
    0.026532189526576124,
    0.29656057182850487,
    1.7848265399172913,
    5.463784911164114,
    6.657904643501103,
];
const FAR_UNDER: [f64; 8] = [
    2.0442631033899397e-15,
    1.421511758316446e-07,
    1.8463183175100548e-05,
    0.0007868691311456133,
    0.014875361290850615,
    0.1369298809227358,
    0.599832206555888,
    1.0,
];

/// The quantile of the standard normal distribution, by Wichura's algorithm AS 241 (1988), to
/// about 16 digits.
pub(crate) fn normal_quantile(p: f64) -> f64 {
    if p.is_nan() || p <= 0.0 || p >= 1.0 {
        return if p == 0.0 {
            f64::NEG_INFINITY
        } else if p == 1.0 {
            f64::INFINITY
        } else {
            f64::NAN
        };
    }
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * polynomial(&CENTRE_OVER, r) / polynomial(&CENTRE_UNDER, r);
    }
    let r = (-ln(if q < 0.0 { p } else { 1.0 - p })).sqrt();
    let x = if r <= 5.0 {
        polynomial(&NEAR_OVER, r - 1.6) / polynomial(&NEAR_UNDER, r - 1.6)
    } else {
        polynomial(&FAR_OVER, r - 5.0) / polynomial(&FAR_UNDER, r - 5.0)
    };
    if q < 0.0 { -x } else { x }
}

fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

#[cfg(test)]
mod tests {
    use super::{exp, ln, ln_1p};

    /// The platform's functions are not the same to the last bit, but near enough to be an oracle.
    #[test]
    fn agrees_with_the_platform() {
        let mut x = 1e-310;
        while x < 1e300 {
            assert!((ln(x) - x.ln()).abs() <= 4e-16 * x.ln().abs().max(1.0), "ln {x}");
            x *= 1.37;
        }
        let mut x = -745.0;
        while x < 709.0 {
            let relative = (exp(x) / x.exp() - 1.0).abs();
            assert!(relative < 1e-15 || x < -708.0 && (exp(x) - x.exp()).abs() < 1e-322, "exp {x}");
            x += 0.137;
        }
        for x in [-0.5, -1e-3, 1e-17, 1e-9, 0.3, 7.0] {
            assert!((ln_1p(x) - f64::ln_1p(x)).abs() <= 1e-15 * f64::ln_1p(x).abs(), "ln_1p {x}");
        }
    }

    #[test]
    fn ends_of_the_range() {
        assert_eq!((ln(0.0), ln(1.0), exp(0.0)), (f64::NEG_INFINITY, 0.0, 1.0));
        assert!(ln(-1.0).is_nan());
        assert_eq!((exp(1e9), exp(-1e9)), (f64::INFINITY, 0.0));
    }
}
