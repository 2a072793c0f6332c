//! [`Currency`]: an ISO 4217 code, and how many decimals its smallest coin has.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A currency by its ISO 4217 code.
///
/// ```
/// use smarketing::Currency;
/// let yen: Currency = "JPY".parse()?;
/// assert_eq!(yen.minor_unit(), 0);
/// # Ok::<(), smarketing::CurrencyError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

/// Why a text is no [`Currency`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a currency code of ISO 4217")]
pub struct CurrencyError(String);

/// The currencies whose minor unit is not a hundredth, with its decimals (ISO 4217, list one).
const UNUSUAL: [(&[u8; 3], u32); 26] = [
    (b"BIF", 0),
    (b"CLP", 0),
    (b"DJF", 0),
    (b"GNF", 0),
    (b"ISK", 0),
    (b"JPY", 0),
    (b"KMF", 0),
    (b"KRW", 0),
    (b"PYG", 0),
    (b"RWF", 0),
    (b"UGX", 0),
    (b"UYI", 0),
    (b"VND", 0),
    (b"VUV", 0),
    (b"XAF", 0),
    (b"XOF", 0),
    (b"XPF", 0),
    (b"BHD", 3),
    (b"IQD", 3),
    (b"JOD", 3),
    (b"KWD", 3),
    (b"LYD", 3),
    (b"OMR", 3),
    (b"TND", 3),
    (b"CLF", 4),
    (b"UYW", 4),
];

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR");

    /// How many decimals an amount has at most: 2 for the euro, 0 for the yen, 3 for the dinar.
    #[must_use]
    pub fn minor_unit(self) -> u32 {
        UNUSUAL.iter().find(|(code, _)| **code == self.0).map_or(2, |(_, decimals)| *decimals)
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Self, CurrencyError> {
        let code = <[u8; 3]>::try_from(text.as_bytes()).ok();
        let code = code.filter(|code| code.iter().all(u8::is_ascii_uppercase));
        code.map(Self).ok_or_else(|| CurrencyError(text.to_owned()))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Currency;

    #[test]
    fn codes_are_three_capital_letters() {
        assert!("EUR".parse::<Currency>().is_ok());
        for wrong in ["eur", "EURO", "E1R", ""] {
            assert!(wrong.parse::<Currency>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn most_currencies_have_hundredths() {
        let decimals = |code: &str| code.parse().map(Currency::minor_unit);
        assert_eq!(["EUR", "CHF", "JPY", "KWD", "CLF"].map(decimals), [Ok(2), Ok(2), Ok(0), Ok(3), Ok(4)]);
    }
}
