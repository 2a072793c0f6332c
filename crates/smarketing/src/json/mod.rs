//! The core's own JSON text: one writer, the same bytes on every platform.
//!
//! Tables and lists are written as they come, without spaces; how numbers and texts are written,
//! `number` and `text` say.

mod number;
mod text;

use std::fmt;
use std::io::Write;

use serde::ser::{self, Serialize};

use number::{write_double, write_number};
pub(crate) use text::special;
use text::write_text;

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
        Ok(write_double(self.out, value)?)
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
