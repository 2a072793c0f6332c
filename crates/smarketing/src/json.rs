//! The core's own JSON text: one writer, the same bytes on every platform.
//!
//! Numbers are written without an exponent and without needless zeros: `12`, `0.5`, `0.000001`. Texts
//! that need no escape, which is nearly all, are copied as a whole.

use std::fmt;
use std::io::Write;

use serde::ser::{self, Serialize};

/// The canonical JSON text of a result.
pub(crate) fn to_string<T: Serialize + ?Sized>(value: &T) -> String {
    let mut out = Vec::with_capacity(8192);
    match value.serialize(Writer { out: &mut out }) {
        Ok(()) => String::from_utf8(out).unwrap_or_default(),
        // Results serialise without errors of their own, and a vector takes every byte.
        Err(Unwritable) => String::new(),
    }
}

#[derive(Debug)]
struct Unwritable;

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value cannot be written")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self
    }
}

impl From<std::io::Error> for Unwritable {
    fn from(_error: std::io::Error) -> Self {
        Self
    }
}

type Written = Result<(), Unwritable>;

struct Writer<'o> {
    out: &'o mut Vec<u8>,
}

/// A list or a table on its way.
struct Parts<'o> {
    out: &'o mut Vec<u8>,
    first: bool,
    close: &'static str,
}

impl<'o> Parts<'o> {
    fn open(out: &'o mut Vec<u8>, open: &str, close: &'static str) -> Self {
        out.extend_from_slice(open.as_bytes());
        Self { out, first: true, close }
    }

    /// An enumeration's variant with a content: a table of one entry.
    fn variant(out: &'o mut Vec<u8>, variant: &str, open: &str, close: &'static str) -> Self {
        out.push(b'{');
        write_text(out, variant);
        out.push(b':');
        Self::open(out, open, close)
    }

    fn next(&mut self) {
        if !self.first {
            self.out.push(b',');
        }
        self.first = false;
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.next();
        value.serialize(Writer { out: self.out })
    }

    /// A key of the library's own, which needs no escape. Inlined, its length is known.
    #[inline(always)]
    fn field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
        self.out.reserve(key.len().saturating_add(4));
        if !self.first {
            self.out.push(b',');
        }
        self.first = false;
        self.out.push(b'"');
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
        value.serialize(Writer { out: self.out })
    }

    fn finish(self) -> Written {
        self.out.extend_from_slice(self.close.as_bytes());
        Ok(())
    }
}

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

fn write_text(out: &mut Vec<u8>, text: &str) {
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

/// Writes a number of so many decimals, without needless zeros.
fn write_number(out: &mut Vec<u8>, mut size: u64, mut decimals: usize) {
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
fn write_double(out: &mut Vec<u8>, value: f64) -> Written {
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
    Ok(write!(out, "{value}")?)
}

macro_rules! integers {
    ($($method:ident $kind:ty;)+) => {
        $(fn $method(self, value: $kind) -> Written {
            Ok(write!(self.out, "{value}")?)
        })+
    };
}

impl<'o> ser::Serializer for Writer<'o> {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Parts<'o>;
    type SerializeTuple = Parts<'o>;
    type SerializeTupleStruct = Parts<'o>;
    type SerializeTupleVariant = Parts<'o>;
    type SerializeMap = Parts<'o>;
    type SerializeStruct = Parts<'o>;
    type SerializeStructVariant = Parts<'o>;

    integers! {
        serialize_i8 i8; serialize_i16 i16; serialize_i32 i32; serialize_i128 i128;
        serialize_u8 u8; serialize_u16 u16; serialize_u128 u128;
    }

    fn serialize_i64(self, value: i64) -> Written {
        if value < 0 {
            self.out.push(b'-');
        }
        write_number(self.out, value.unsigned_abs(), 0);
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Written {
        write_number(self.out, value, 0);
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Written {
        self.out.extend_from_slice(if value { b"true".as_slice() } else { b"false" });
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Written {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Written {
        write_double(self.out, value)
    }

    fn serialize_char(self, value: char) -> Written {
        write_text(self.out, value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Written {
        write_text(self.out, value);
        Ok(())
    }

    fn serialize_bytes(self, _value: &[u8]) -> Written {
        Err(Unwritable)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Written {
        self.serialize_unit()
    }

    #[inline(always)]
    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Written {
        // A word of the library's own, which needs no escape.
        self.out.reserve(variant.len().saturating_add(2));
        self.out.push(b'"');
        self.out.extend_from_slice(variant.as_bytes());
        self.out.push(b'"');
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        let mut parts = Parts::open(self.out, "{", "}");
        parts.field(variant, value)?;
        parts.finish()
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Parts<'o>, Unwritable> {
        Ok(Parts::open(self.out, "[", "]"))
    }

    fn serialize_tuple(self, _length: usize) -> Result<Parts<'o>, Unwritable> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _name: &'static str, _length: usize) -> Result<Parts<'o>, Unwritable> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Parts<'o>, Unwritable> {
        Ok(Parts::variant(self.out, variant, "[", "]}"))
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Parts<'o>, Unwritable> {
        Ok(Parts::open(self.out, "{", "}"))
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Parts<'o>, Unwritable> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Parts<'o>, Unwritable> {
        Ok(Parts::variant(self.out, variant, "{", "}}"))
    }
}

macro_rules! lists {
    ($($kind:ident $method:ident;)+) => {
        $(impl ser::$kind for Parts<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
                self.element(value)
            }

            fn end(self) -> Written {
                self.finish()
            }
        })+
    };
}

lists! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

macro_rules! tables {
    ($($kind:ident;)+) => {
        $(impl ser::$kind for Parts<'_> {
            type Ok = ();
            type Error = Unwritable;

            #[inline(always)]
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
                self.field(key, value)
            }

            fn end(self) -> Written {
                self.finish()
            }
        })+
    };
}

tables! { SerializeStruct; SerializeStructVariant; }

impl ser::SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.element(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.out.push(b':');
        value.serialize(Writer { out: self.out })
    }

    fn end(self) -> Written {
        self.finish()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::to_string;
    use crate::{Points, Value};

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
