//! [`Value`]: what a fact, a property or an operand of a condition says, as it was written.

use std::fmt;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::document::decimal;
use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::finding::Code;
use crate::text::shorten;
use crate::time::{Date, Timestamp};

/// A value as it was written, before the vocabulary gives it a type.
///
/// ```
/// use smarketing::Value;
/// assert_eq!(Value::from("software").to_string(), "software");
/// assert_eq!(Value::from(400), Value::Number(400.into()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// True or false.
    Boolean(bool),
    /// An exact decimal.
    Number(Decimal),
    /// A text, a date or an instant in their own spelling.
    Text(Arc<str>),
    /// An amount in a currency by its ISO 4217 code.
    Money {
        /// How much.
        amount: Decimal,
        /// Of which currency.
        currency: Arc<str>,
    },
    /// Several values.
    List(Vec<Value>),
}

impl Value {
    /// Reads a value; `None` with a finding where it is no value, `None` without one where absent.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        match &place.node.kind {
            Kind::Boolean(truth) => Some(Self::Boolean(*truth)),
            Kind::Number(number) => Some(Self::Number(*number)),
            Kind::Text(text) => Some(Self::Text(text.as_ref().into())),
            Kind::List(_) => place.list(Self::read).map(Self::List),
            Kind::Table(entries) => {
                let table = place.table()?;
                if !entries.iter().any(|entry| matches!(entry.key.as_ref(), "amount" | "currency")) {
                    let message = "expected a value, found a table";
                    let help =
                        "a value is a text, a number, yes or no, a list of these, or an `amount` with its `currency`";
                    place.report_with_help(Code::WrongType, message, help);
                    return None;
                }
                let amount = table.read("amount", |place| place.decimal());
                let currency = table.read("currency", |place| place.string()).map(Into::into);
                table.finish();
                Some(Self::Money { amount: amount?, currency: currency? })
            }
            Kind::Null => None,
            Kind::Poisoned | Kind::Unreadable(_) => place.expected("a value"),
        }
    }

    /// What kind of value it is, as a message says it.
    pub(crate) fn described(&self) -> String {
        match self {
            Value::Boolean(truth) => format!("`{truth}`"),
            Value::Number(number) => format!("the number `{number}`"),
            Value::Text(text) => format!("the text `{}`", shorten(text)),
            Value::Money { amount, currency } => format!("the amount `{amount} {currency}`"),
            Value::List(_) => format!("the list `{}`", shorten(&self.to_string())),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Boolean(truth) => write!(f, "{truth}"),
            Value::Number(number) => write!(f, "{number}"),
            Value::Text(text) => f.write_str(text),
            Value::Money { amount, currency } => write!(f, "{amount} {currency}"),
            Value::List(values) => {
                for (at, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if at == 0 { "" } else { ", " })?;
                }
                Ok(())
            }
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Boolean(truth) => serializer.serialize_bool(*truth),
            Value::Number(number) => decimal::serialize(number, serializer),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(values) => serializer.collect_seq(values),
            Value::Money { amount, currency } => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("amount", &amount.normalize().to_string())?;
                map.serialize_entry("currency", currency)?;
                map.end()
            }
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Boolean(truth)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<Decimal> for Value {
    fn from(number: Decimal) -> Self {
        Self::Number(number.normalize())
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::from(date.to_string())
    }
}

impl From<Timestamp> for Value {
    fn from(instant: Timestamp) -> Self {
        Self::from(instant.to_string())
    }
}

impl<V: Into<Value>> From<Vec<V>> for Value {
    fn from(values: Vec<V>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}
