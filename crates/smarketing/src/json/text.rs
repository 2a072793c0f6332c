//! A text in JSON: those that need no escape, which is nearly all, are copied as a whole.

/// Where the first byte stands that a text in JSON cannot hold as it is: a quote, a backslash or a
/// control character.
pub(crate) fn special(text: &[u8]) -> Option<usize> {
    let (eights, rest) = text.as_chunks::<8>();
    for (number, eight) in eights.iter().enumerate() {
        let marks = special_marks(u64::from_le_bytes(*eight));
        if marks != 0 {
            let bytes = usize::try_from(marks.trailing_zeros() / 8).unwrap_or(0);
            return Some(number.saturating_mul(8).saturating_add(bytes));
        }
    }
    let at = rest.iter().position(|byte| matches!(byte, 0..0x20 | b'"' | b'\\'))?;
    Some(text.len().saturating_sub(rest.len()).saturating_add(at))
}

/// Eight bytes at once: the lowest bit that is set stands in the first special one.
const fn special_marks(bytes: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // Taking one from a byte of zero sets its highest bit; bytes that had it already are no ASCII.
    let (quote, backslash) = (bytes ^ (ONES.wrapping_mul(b'"' as u64)), bytes ^ (ONES.wrapping_mul(b'\\' as u64)));
    let below = bytes.wrapping_sub(ONES.wrapping_mul(0x20));
    (quote.wrapping_sub(ONES) | backslash.wrapping_sub(ONES) | below) & !bytes & ONES.wrapping_mul(0x80)
}

/// Writes a text with its quotes.
pub(super) fn write_text(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    out.reserve(bytes.len().saturating_add(2));
    out.push(b'"');
    match special(bytes) {
        None => out.extend_from_slice(bytes),
        Some(_) => write_escaped(out, bytes),
    }
    out.push(b'"');
}

#[cold]
fn write_escaped(out: &mut Vec<u8>, text: &[u8]) {
    for byte in text {
        let letter = match *byte {
            byte @ (b'"' | b'\\') => byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            8 => b'b',
            12 => b'f',
            byte @ 0..0x20 => {
                let digit =
                    |value: u8| if value < 10 { b'0' | value } else { b'a'.saturating_add(value).saturating_sub(10) };
                out.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte & 15)]);
                continue;
            }
            byte => {
                out.push(byte);
                continue;
            }
        };
        out.extend_from_slice(&[b'\\', letter]);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::Value;
    use crate::json::to_string;

    proptest! {
        #[test]
        fn texts_are_escaped_as_everywhere(text: String, odd in "[\\x00-\\x7f]{0,12}") {
            for text in [text, odd] {
                prop_assert_eq!(to_string(&text), serde_json::to_string(&text).unwrap());
                let nested = Value::from(vec![text.as_str(), "x"]);
                prop_assert_eq!(to_string(&nested), serde_json::to_string(&nested).unwrap());
            }
        }
    }
}
