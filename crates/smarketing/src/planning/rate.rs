//! [`Rate`]: a share between 0 and 1, as a decimal or as the counts it comes from.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::exact::Exact;
use super::quantity::Quantity;
use crate::document::decimal::decimal;
use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::finding::Code;

/// A rate from stage to stage, a share or a margin: between 0 and 1.
///
/// A document writes it as a decimal (`0.30`), or as the counts behind it: `{ of = 190, won = 41 }`
/// or `"41 of 190"`. Counts are kept as they are: their fraction is exact, and how sure it is can be
/// told from them. In JSON a rate is a decimal text, or a table of its counts.
///
/// ```
/// use smarketing::Rate;
/// let rate: Rate = "41 of 190".parse()?;
/// assert_eq!(rate.counts(), Some((41, 190)));
/// assert_eq!(rate.value().to_string(), "0.215789473684210526315789");
/// # Ok::<(), smarketing::RateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rate(Kept);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kept {
    Share(Decimal),
    Counts { won: u64, of: u64 },
}

/// Why a text is no [`Rate`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RateError {
    /// Neither a decimal nor counts.
    #[error("`{0}` is not a rate")]
    NotARate(String),
    /// Below 0 or above 1, or counts of nothing, or more won than there were.
    #[error("`{0}` is not between 0 and 1")]
    OutOfRange(String),
}

/// The largest count that is taken: more than the reach of any campaign.
const MOST: u64 = 10_000_000_000;

impl Rate {
    /// All of them.
    pub const ONE: Rate = Rate(Kept::Share(Decimal::ONE));
    /// None of them.
    pub const ZERO: Rate = Rate(Kept::Share(Decimal::ZERO));

    /// A rate from a decimal.
    ///
    /// # Errors
    /// When it is below 0 or above 1.
    pub fn new(share: Decimal) -> Result<Self, RateError> {
        let share = share.normalize();
        let right = (Decimal::ZERO..=Decimal::ONE).contains(&share);
        if right { Ok(Self(Kept::Share(share))) } else { Err(RateError::OutOfRange(share.to_string())) }
    }

    /// A rate from counts: so many of so many.
    ///
    /// # Errors
    /// When `of` is zero, less than `won`, or more than 10¹⁰.
    pub fn of_counts(won: u64, of: u64) -> Result<Self, RateError> {
        let right = of > 0 && won <= of && of <= MOST;
        if right { Ok(Self(Kept::Counts { won, of })) } else { Err(RateError::OutOfRange(format!("{won} of {of}"))) }
    }

    /// The rate as a decimal; counts are rounded to 24 places.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.exact().finest().unwrap_or_default()
    }

    /// How many were won, of how many: where the rate comes from counts.
    #[must_use]
    pub const fn counts(self) -> Option<(u64, u64)> {
        match self.0 {
            Kept::Share(_) => None,
            Kept::Counts { won, of } => Some((won, of)),
        }
    }

    /// Whether nothing comes through.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        match self.0 {
            Kept::Share(share) => share.is_zero(),
            Kept::Counts { won, .. } => won == 0,
        }
    }

    pub(crate) fn exact(self) -> Exact {
        let exact = match self.0 {
            Kept::Share(share) => Exact::from_decimal(share),
            Kept::Counts { won, of } => Exact::fraction(won, of),
        };
        exact.unwrap_or_else(Exact::zero)
    }

    /// A rate that was computed: one above 1 is none.
    pub(crate) fn from_exact(value: &Exact) -> Option<Self> {
        value.finest().and_then(|share| Self::new(share).ok())
    }

    /// A rate that a double comes close to, to twelve decimals.
    pub(crate) fn from_double(value: f64) -> Option<Self> {
        Quantity::from_double(value.clamp(0.0, 1.0), 12).and_then(|share| Self::new(share.number()).ok())
    }

    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let rate = match &place.node.kind {
            Kind::Table(_) => {
                let table = place.table()?;
                let count = |key| table.read(key, |place| place.decimal().map(|number| (number, place.path())));
                let (of, won) = (count("of"), count("won"));
                let right = table.finish();
                let ((of, _), (won, path)) = (of?, won?);
                let whole = |number: Decimal| number.is_integer().then(|| u64::try_from(number).ok()).flatten();
                let counts = match (whole(won), whole(of)) {
                    (Some(won), Some(of)) => Self::of_counts(won, of),
                    _ => Err(RateError::NotARate(format!("{won} of {of}"))),
                };
                if let Err(error) = &counts {
                    let finding = crate::Finding::new(Code::OutOfRange, path, error.to_string());
                    place.sink.report(finding.help("counts are whole: so many won, of at least as many"));
                }
                return counts.ok().filter(|_| right);
            }
            Kind::Number(number) => Self::new(*number),
            Kind::Text(text) => text.parse(),
            _ => return place.expected("a rate"),
        };
        let help = "write a decimal such as `0.3`, or the counts: `{ of = 190, won = 41 }` or `\"41 of 190\"`";
        rate.map_err(|error| {
            let code = match error {
                RateError::NotARate(_) => Code::InvalidValue,
                RateError::OutOfRange(_) => Code::OutOfRange,
            };
            place.report_with_help(code, error.to_string(), help);
        })
        .ok()
    }
}

impl FromStr for Rate {
    type Err = RateError;

    fn from_str(text: &str) -> Result<Self, RateError> {
        let wrong = || RateError::NotARate(text.to_owned());
        if let Some((won, of)) = text.split_once(" of ") {
            let count = |text: &str| text.trim().parse::<u64>().map_err(|_| wrong());
            return Self::of_counts(count(won)?, count(of)?);
        }
        Self::new(decimal(text.trim()).ok_or_else(wrong)?)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kept::Share(share) => f.pad(&share.to_string()),
            Kept::Counts { won, of } => f.pad(&format!("{won} of {of}")),
        }
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Kept::Share(share) => serializer.collect_str(&share),
            Kept::Counts { won, of } => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("of", &of)?;
                map.serialize_entry("won", &won)?;
                map.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Rate, RateError};

    #[test]
    fn rates_are_shares_or_counts() {
        assert!("0.3".parse::<Rate>().is_ok());
        assert!("0 of 12".parse::<Rate>().is_ok_and(Rate::is_zero));
        for outside in ["1.1", "-0.1", "3 of 2", "0 of 0"] {
            assert!(matches!(outside.parse::<Rate>(), Err(RateError::OutOfRange(_))), "{outside}");
        }
        for wrong in ["", "many", "a of b", "1.5 of 3"] {
            assert!(matches!(wrong.parse::<Rate>(), Err(RateError::NotARate(_))), "{wrong}");
        }
    }
}
