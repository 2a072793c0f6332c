//! The core's own JSON text: one writer, the same bytes on every platform.
//!
//! Numbers are written without an exponent and without needless zeros: `12`, `0.5`, `0.000001`.

use std::io;

use serde::Serialize;
use serde_json::ser::Formatter;

struct Canonical;

impl Formatter for Canonical {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        // The shortest digits that give the same double, never in the form with an exponent.
        write!(writer, "{value}")
    }
}

/// The canonical JSON text of a result.
pub(crate) fn to_string<T: Serialize + ?Sized>(value: &T) -> String {
    let mut bytes = Vec::with_capacity(1024);
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Canonical);
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8(bytes).unwrap_or_default(),
        // Results have text keys and finite numbers, and a vector takes every byte.
        Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::to_string;
    use crate::Points;

    #[test]
    fn numbers_are_plain() {
        let numbers = [Points::from_millionths(1), Points::new(12), Points::from_millionths(-500_000)];
        assert_eq!(to_string(&numbers), "[0.000001,12,-0.5]");
    }
}
