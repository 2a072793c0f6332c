//! [`ConsentLedger`]: every word on consent, kept, so that what holds at an instant can be shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::basis::ConsentBasis;
use super::channel::Channel;
use super::record::ConsentRecord;
use crate::finding::Finding;
use crate::time::Timestamp;

/// All records of consent. Nothing is ever taken out; the order in which records arrive does not
/// matter, and the same record counts once.
///
/// The latest word decides whether consent is given or withdrawn, and at the same instant the
/// withdrawal does. Of several grounds given since then, the strongest that has not expired counts.
/// Where nothing was said, the answer is no.
///
/// ```
/// use smarketing::{Channel, ConsentBasis, ConsentLedger, ConsentRecord, ConsentStanding};
/// let given = "2026-11-02T09:00:00Z".parse()?;
/// let ledger = ConsentLedger::from_iter([
///     ConsentRecord::given(Channel::Email, "cio@firm.example", "newsletter", ConsentBasis::OptIn, given),
///     ConsentRecord::withdrawn(Channel::Email, "CIO@firm.example", "2026-11-05T09:00:00Z".parse()?),
/// ]);
/// let standing = |at: &str| ledger.standing(Channel::Email, "cio@firm.example", "newsletter", at.parse().unwrap());
/// assert!(matches!(standing("2026-11-01T00:00:00Z"), ConsentStanding::Unknown));
/// assert!(matches!(standing("2026-11-03T00:00:00Z"), ConsentStanding::Given { basis: ConsentBasis::OptIn, .. }));
/// assert!(matches!(standing("2026-11-06T00:00:00Z"), ConsentStanding::Withdrawn { .. }));
/// # Ok::<(), smarketing::TimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConsentLedger {
    records: BTreeMap<(Channel, Arc<str>), Vec<ConsentRecord>>,
}

/// What the ledger says for an identifier, a channel and a purpose at an instant, with the record
/// that proves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum ConsentStanding<'l> {
    /// There is a ground.
    Given {
        /// The strongest ground that holds.
        basis: ConsentBasis,
        /// The word that gave it.
        record: &'l ConsentRecord,
    },
    /// There was a ground, and it has expired.
    Expired {
        /// The latest word that gave one.
        record: &'l ConsentRecord,
    },
    /// Consent was withdrawn.
    Withdrawn {
        /// The word that withdrew it.
        record: &'l ConsentRecord,
    },
    /// Nothing was ever said, which is no.
    Unknown,
}

impl ConsentLedger {
    /// A ledger without records.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a record; whether it is a new one.
    pub fn record(&mut self, record: ConsentRecord) -> bool {
        let key = (record.channel, record.channel.identifier(&record.identifier));
        let records = self.records.entry(key).or_default();
        match records.binary_search(&record) {
            Ok(_) => false,
            Err(at) => {
                records.insert(at, record);
                true
            }
        }
    }

    /// What holds at an instant. Records after it are not known yet.
    #[must_use]
    pub fn standing(&self, channel: Channel, identifier: &str, purpose: &str, as_of: Timestamp) -> ConsentStanding<'_> {
        let said: Vec<&ConsentRecord> = self
            .history(channel, identifier)
            .iter()
            .take_while(|record| record.at <= as_of)
            .filter(|record| record.purpose.as_deref().is_none_or(|own| own == purpose))
            .collect();
        let withdrawn = said.iter().rfind(|record| record.is_withdrawal()).copied();
        let since = said.iter().filter(|record| withdrawn.is_none_or(|last| record.at > last.at)).copied();
        let strongest = since
            .clone()
            .filter_map(|record| record.basis_at(as_of).map(|basis| (basis, record)))
            .max_by_key(|(basis, record)| (*basis, record.at));
        match (strongest, since.last(), withdrawn) {
            (Some((basis, record)), _, _) => ConsentStanding::Given { basis, record },
            (None, Some(expired), _) => ConsentStanding::Expired { record: expired },
            (None, None, Some(record)) => ConsentStanding::Withdrawn { record },
            (None, None, None) => ConsentStanding::Unknown,
        }
    }

    /// Everything that was ever said for an identifier, in order: the proof that can be shown.
    #[must_use]
    pub fn history(&self, channel: Channel, identifier: &str) -> &[ConsentRecord] {
        self.records.get(&(channel, channel.identifier(identifier))).map_or(&[], Vec::as_slice)
    }

    /// All records, by channel, identifier and instant.
    pub fn iter(&self) -> impl Iterator<Item = &ConsentRecord> {
        self.records.values().flatten()
    }

    /// Reads a list of records from JSON text.
    ///
    /// # Errors
    /// Everything that is wrong with any record: a withdrawal that cannot be read must not be passed
    /// over, so there is no ledger then.
    pub fn from_json(text: &str) -> Result<Self, Vec<Finding>> {
        let records = crate::document::read_json(text, |place| place.list(ConsentRecord::read))?;
        Ok(Self::from_iter(records))
    }
}

impl FromIterator<ConsentRecord> for ConsentLedger {
    fn from_iter<I: IntoIterator<Item = ConsentRecord>>(records: I) -> Self {
        let mut ledger = Self::new();
        ledger.extend(records);
        ledger
    }
}

impl Extend<ConsentRecord> for ConsentLedger {
    fn extend<I: IntoIterator<Item = ConsentRecord>>(&mut self, records: I) {
        for record in records {
            self.record(record);
        }
    }
}

impl Serialize for ConsentLedger {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
