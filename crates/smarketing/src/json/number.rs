//! A number in JSON: without an exponent and without needless zeros, as `12`, `0.5`, `0.000001`.

use std::io::{self, Write};

/// Writes a number of so many decimals, without needless zeros.
pub(super) fn write_number(out: &mut Vec<u8>, mut size: u64, mut decimals: usize) {
    while decimals > 0 && size.is_multiple_of(10) {
        size /= 10;
        decimals = decimals.saturating_sub(1);
    }
    // From the last digit on: the point has the place after the decimals, and a digit comes before it.
    let point = if decimals == 0 { 0 } else { decimals.saturating_add(1) };
    let (mut text, mut length) = ([b'.'; 24], 0_usize);
    for place in text.iter_mut().rev() {
        length = length.saturating_add(1);
        if length != point {
            *place = b'0' | u8::try_from(size % 10).unwrap_or(0);
            size /= 10;
            if size == 0 && length > point {
                break;
            }
        }
    }
    out.extend_from_slice(text.get(text.len().saturating_sub(length)..).unwrap_or_default());
}

/// Writes a double by its shortest digits, never in the form with an exponent; what is no number, as
/// nothing.
pub(super) fn write_double(out: &mut Vec<u8>, value: f64) -> io::Result<()> {
    if !value.is_finite() {
        out.extend_from_slice(b"null");
        return Ok(());
    }
    let scale = 1_000_000.0;
    let millionths = value * scale;
    #[expect(clippy::cast_possible_truncation, reason = "what is cut off or too large is not equal below")]
    let whole = (millionths + 0.5_f64.copysign(millionths)) as i64;
    // Decimals of at most 15 digits each have a double of their own: where a double is that of such a
    // decimal, as all points are, the decimal is its shortest text.
    #[expect(clippy::cast_precision_loss, reason = "it is smaller than 10^15")]
    if whole.unsigned_abs() < 1_000_000_000_000_000 && whole as f64 / scale == value && value != 0.0 {
        if whole < 0 {
            out.push(b'-');
        }
        write_number(out, whole.unsigned_abs(), 6);
        return Ok(());
    }
    write!(out, "{value}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::Points;
    use crate::json::to_string;

    #[test]
    fn numbers_are_plain() {
        let numbers = [Points::from_millionths(1), Points::new(12), Points::from_millionths(-500_000)];
        assert_eq!(to_string(&numbers), "[0.000001,12,-0.5]");
        assert_eq!(to_string(&[i64::MIN, i64::MAX, 0]), "[-9223372036854775808,9223372036854775807,0]");
        assert_eq!(to_string(&[f64::NAN, f64::INFINITY]), "[null,null]");
    }

    proptest! {
        #[test]
        fn doubles_are_their_shortest_text(millionths: i64, double: f64) {
            for value in [double, millionths as f64 / 1e6, (millionths % 1_000_000_000) as f64 / 1e6] {
                prop_assert_eq!(to_string(&value), value.to_string());
            }
        }
    }
}
