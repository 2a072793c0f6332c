//! Numbers: from text and from doubles to exact decimals, and back to JSON.

use rust_decimal::Decimal;
use serde::Serializer;

use super::tree::Kind;

/// A decimal from the text of a number, with or without an exponent; `None` where digits would be
/// lost.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let exponent = text.bytes().any(|byte| matches!(byte, b'e' | b'E'));
    let text = text.strip_prefix('+').unwrap_or(text);
    let number = if exponent { Decimal::from_scientific(text).ok() } else { Decimal::from_str_exact(text).ok() };
    number.map(|number| number.normalize())
}

/// A double as the number that its shortest text says; NaN is missing, and what is infinite or has
/// too many digits is no number.
pub(crate) fn from_double<'t>(number: f64) -> Kind<'t> {
    if number.is_nan() {
        return Kind::Null;
    }
    decimal(&number.to_string()).map_or_else(|| Kind::Text(number.to_string().into()), Kind::Number)
}

/// Writes a decimal as a JSON number where a double holds it exactly, as text otherwise.
pub(crate) fn serialize<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    let number = number.normalize();
    if number.scale() == 0
        && let Ok(whole) = i64::try_from(number.mantissa())
    {
        return serializer.serialize_i64(whole);
    }
    let text = number.to_string();
    match text.parse::<f64>() {
        Ok(double) if decimal(&double.to_string()) == Some(number) => serializer.serialize_f64(double),
        _ => serializer.serialize_str(&text),
    }
}
