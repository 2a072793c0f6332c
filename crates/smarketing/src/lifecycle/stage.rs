//! [`Stage`]: where a lead stands.

use std::fmt;

use serde::Serialize;

/// Where a lead stands. The first eight are ordered; the last three are where it waits or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// A person who is known, without an expressed interest.
    Contact,
    /// An expressed interest.
    Lead,
    /// A marketing qualified lead: it is handed over.
    Mql,
    /// At the pre-qualification desk.
    Review,
    /// A sales accepted lead.
    Sal,
    /// A sales qualified lead.
    Sql,
    /// A deal in negotiation.
    Opportunity,
    /// A won deal.
    Customer,
    /// Waiting with marketing for a better time.
    Nurture,
    /// No lead for this agreement.
    Disqualified,
    /// A lost deal.
    Lost,
}

impl Stage {
    /// Every stage, with its word.
    pub const ALL: [(&'static str, Stage); 11] = [
        ("contact", Stage::Contact),
        ("lead", Stage::Lead),
        ("mql", Stage::Mql),
        ("review", Stage::Review),
        ("sal", Stage::Sal),
        ("sql", Stage::Sql),
        ("opportunity", Stage::Opportunity),
        ("customer", Stage::Customer),
        ("nurture", Stage::Nurture),
        ("disqualified", Stage::Disqualified),
        ("lost", Stage::Lost),
    ];

    /// The stages that an agreement can list, in order.
    pub(crate) fn ordered() -> impl Iterator<Item = (&'static str, Stage)> {
        Self::ALL.into_iter().take(8)
    }

    /// The stage's word, as in documents and in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, stage)| *stage == self).map_or("", |(word, _)| word)
    }

    /// The stage's name for people: `MQL`, `opportunity`.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Stage::Mql => "MQL",
            Stage::Sal => "SAL",
            Stage::Sql => "SQL",
            other => other.as_str(),
        }
    }

    /// Whether an assessment can reach it: only events lead further.
    pub(crate) const fn is_assessed(self) -> bool {
        matches!(self, Stage::Mql | Stage::Review | Stage::Sal | Stage::Sql)
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
