//! [`ConsentBasis`]: on what ground a contact may be approached.

use std::fmt;

use serde::Serialize;

use crate::document::reader::Place;

/// On what ground a contact may be approached, from the weakest to the strongest. A stronger one
/// also does where a weaker one is needed: double opt-in implies opt-in.
///
/// ```
/// use smarketing::ConsentBasis;
/// assert!(ConsentBasis::DoubleOptIn.satisfies(ConsentBasis::OptIn));
/// assert!(!ConsentBasis::ExistingCustomer.satisfies(ConsentBasis::OptIn));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ConsentBasis {
    /// Legitimate interest (GDPR, article 6 (1) f).
    LegitimateInterest,
    /// An existing customer, about similar goods (in Germany § 7 (3) UWG).
    ExistingCustomer,
    /// The contact said yes.
    OptIn,
    /// The contact said yes, and confirmed it over the channel itself.
    DoubleOptIn,
}

const NAMES: [(&str, ConsentBasis); 4] = [
    ("legitimate_interest", ConsentBasis::LegitimateInterest),
    ("existing_customer", ConsentBasis::ExistingCustomer),
    ("opt_in", ConsentBasis::OptIn),
    ("double_opt_in", ConsentBasis::DoubleOptIn),
];

impl ConsentBasis {
    /// Its name in documents and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, basis)| *basis == self).map_or("opt_in", |(name, _)| name)
    }

    /// Whether it does where another is needed.
    #[must_use]
    pub fn satisfies(self, needed: Self) -> bool {
        self >= needed
    }

    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        place.choice(&NAMES)
    }
}

impl fmt::Display for ConsentBasis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
