//! Texts and numbers in JSON, written as the core writes them.

use std::io::Write;

use pyo3::prelude::*;
use pyo3::types::PyString;
use smarketing::Code;

use super::fault::Fault;

/// The text of a Python string.
pub fn of<'a>(value: &'a Bound<'_, PyAny>) -> Result<&'a str, Fault> {
    let Ok(text) = value.cast::<PyString>() else {
        return Err(Fault::new(Code::WrongType, format!("expected a text, found {}", article(value)), None));
    };
    of_string(text)
}

/// The text of a value that is known to be a string.
pub fn of_string<'a>(string: &'a Bound<'_, PyString>) -> Result<&'a str, Fault> {
    string.to_str().map_err(|_| {
        Fault::new(Code::InvalidValue, "half a character (a surrogate) is no text", Some("decode the bytes anew"))
    })
}

/// The value's type, as a message names it.
pub fn article(value: &Bound<'_, PyAny>) -> String {
    let name = value.get_type().name().map_or_else(|_| "?".to_owned(), |name| name.to_string_lossy().into_owned());
    format!("a value of type `{name}`")
}

/// Writes a text with its quotes.
pub fn write(out: &mut Vec<u8>, text: &str) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    if text.bytes().any(|byte| byte < 0x20 || byte == b'"' || byte == b'\\') {
        text.bytes().for_each(|byte| write_escaped(out, byte));
    } else {
        out.extend_from_slice(text.as_bytes());
    }
    out.push(b'"');
}

fn write_escaped(out: &mut Vec<u8>, byte: u8) {
    let letter = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        8 => b'b',
        12 => b'f',
        0..0x20 => {
            let _ = write!(out, "\\u{byte:04x}");
            return;
        }
        _ => return out.push(byte),
    };
    out.extend_from_slice(&[b'\\', letter]);
}

/// Writes a double by its shortest digits; what is no number is missing, what is infinite a text, so
/// that the core finds it.
pub fn write_double(out: &mut Vec<u8>, double: f64) {
    if double.is_nan() {
        out.extend_from_slice(b"null");
    } else if double.is_infinite() {
        write(out, if double > 0.0 { "Infinity" } else { "-Infinity" });
    } else {
        // A vector takes every byte.
        let _ = write!(out, "{double}");
    }
}

/// Writes a decimal's own digits; what is no plain number becomes a text, so that the core finds it.
pub fn write_decimal(out: &mut Vec<u8>, text: &str) {
    match text.trim_start_matches('-').trim_start_matches('s') {
        digits if digits.starts_with("NaN") => out.extend_from_slice(b"null"),
        _ if is_number(text) => out.extend_from_slice(text.as_bytes()),
        _ => write(out, text),
    }
}

/// Whether the text is a number in JSON's grammar.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (digits, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let canonical = whole == "0" || !whole.starts_with('0');
    canonical && all_digits(whole) && all_digits(fraction) && all_digits(exponent.trim_start_matches(['+', '-']))
}
