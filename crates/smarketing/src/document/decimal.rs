//! Numbers: from text and from doubles to exact decimals, and back to JSON.

use rust_decimal::Decimal;
use serde::Serializer;

use super::tree::Kind;
use crate::finding::Code;

/// A decimal from the text of a number, with or without an exponent; `None` where digits would be
/// lost.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    // The library that reads them would pass over these.
    if text.contains('_') {
        return None;
    }
    let exponent = text.bytes().any(|byte| matches!(byte, b'e' | b'E'));
    let text = text.strip_prefix('+').unwrap_or(text);
    let number = if exponent { Decimal::from_scientific(text).ok() } else { Decimal::from_str_exact(text).ok() };
    number.map(|number| number.normalize())
}

/// A double as the number that its shortest text says; NaN is missing, what is infinite a text, and what
/// has too many digits cannot be kept.
pub(crate) fn from_double<'t>(number: f64) -> Kind<'t> {
    if number.is_nan() {
        return Kind::Null;
    }
    let text = number.to_string();
    match decimal(&text) {
        Some(number) => Kind::Number(number),
        None if number.is_infinite() => Kind::Text(text.into()),
        None => Kind::unreadable(Code::InvalidValue, format!("`{text}` is not a number that can be kept exactly")),
    }
}

/// Writes a decimal as a JSON number where a double holds it exactly, as text otherwise.
pub(crate) fn serialize<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    let number = number.normalize();
    if number.scale() == 0
        && let Ok(whole) = i64::try_from(number.mantissa())
    {
        return serializer.serialize_i64(whole);
    }
    let double = to_double(number);
    if decimal(&double.to_string()) == Some(number) {
        serializer.serialize_f64(double)
    } else {
        serializer.serialize_str(&number.to_string())
    }
}

/// The double nearest to a decimal, which is that of its text.
///
/// A long division in whole numbers: the standard library's parser of texts would bring fifteen
/// kilobytes of code and tables into a page's wasm file.
pub(crate) fn to_double(number: Decimal) -> f64 {
    const ENOUGH: u128 = 1 << 55;
    let (size, divisor) = (number.mantissa().unsigned_abs(), 10_u128.saturating_pow(number.scale()));
    let mut quotient = size.checked_div(divisor).unwrap_or(0);
    let mut rest = size.checked_rem(divisor).unwrap_or(0);
    let mut halves: u64 = 0;
    while rest != 0 && quotient < ENOUGH {
        // The rest is below 10²⁸, so that twice as much fits.
        rest = rest.wrapping_mul(2);
        let bit = rest >= divisor;
        rest = if bit { rest.wrapping_sub(divisor) } else { rest };
        quotient = quotient.wrapping_mul(2) | u128::from(bit);
        halves = halves.saturating_add(1);
    }
    // What is left over only decides whether the bits cut off are more than half.
    let bits = quotient | u128::from(rest != 0);
    #[expect(clippy::cast_precision_loss, reason = "this is where it is rounded, once")]
    let double = bits as f64 * f64::from_bits(1023_u64.saturating_sub(halves) << 52);
    if number.is_sign_negative() { -double } else { double }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::to_double;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn the_nearest_double_is_that_of_the_text(
            (low, middle, high) in any::<(u32, u32, u32)>(), limbs in 0..4_usize, scale in 0..29_u32, negative in any::<bool>(),
        ) {
            let limb = |at: usize, limb: u32| if at < limbs { limb } else { 0 };
            let number = Decimal::from_parts(limb(0, low), limb(1, middle), limb(2, high), negative, scale);
            let parsed: f64 = number.to_string().parse().unwrap();
            prop_assert_eq!(to_double(number).to_bits(), parsed.to_bits(), "{}", number);
        }

        #[test]
        fn halfway_between_two_doubles_the_even_one_is_nearest(bits in 1_u64 << 53..1 << 54, scale in 0..3_u32) {
            let number = Decimal::from_i128_with_scale(i128::from(bits | 1).wrapping_mul(5_i128.pow(scale)), scale);
            let parsed: f64 = number.to_string().parse().unwrap();
            prop_assert_eq!(to_double(number).to_bits(), parsed.to_bits(), "{}", number);
        }
    }
}
