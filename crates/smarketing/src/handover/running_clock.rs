//! [`RunningClock`]: a clock that runs, as data: since when, its pauses, and when it is due.

use std::sync::Arc;

use serde::Serialize;

use crate::document::reader::Place;
use crate::finding::{Code, Finding};
use crate::time::Timestamp;

/// A clock that runs for a lead. [`AgreedClock`](crate::AgreedClock) makes it and moves it on; it is kept with the
/// lead's state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RunningClock {
    /// The id of the agreement's clock.
    pub clock: Arc<str>,
    /// The instant at which the clock started.
    pub started: Timestamp,
    /// When it is due; absent while it pauses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Timestamp>,
    /// When it stood still, in order; the last pause may not have ended.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// The attempts to reach the contact that count for it.
    #[serde(skip_serializing_if = "is_zero")]
    pub attempts: u32,
    /// How many of its steps have been carried out: the breach and each step of escalation happen
    /// once.
    #[serde(skip_serializing_if = "is_zero")]
    pub fired: u32,
}

/// A time during which a clock stood still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Pause {
    /// The instant at which the clock stood still.
    pub from: Timestamp,
    /// When the clock ran again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl Pause {
    pub(crate) const fn since(from: Timestamp) -> Self {
        Self { from, until: None }
    }

    pub(crate) const fn ended(self, until: Timestamp) -> Self {
        Self { from: self.from, until: Some(until) }
    }

    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let from = table.read("from", |place| place.timestamp());
        let until = table.read_optional("until", |place| place.timestamp());
        table.finish();
        Some(Self { from: from?, until: until? })
    }
}

impl RunningClock {
    pub(crate) const fn new(clock: Arc<str>, started: Timestamp, due: Timestamp) -> Self {
        Self { clock, started, due: Some(due), pauses: Vec::new(), attempts: 0, fired: 0 }
    }

    /// Since when it stands still, if it does.
    #[must_use]
    pub fn paused_since(&self) -> Option<Timestamp> {
        self.pauses.last().filter(|pause| pause.until.is_none()).map(|pause| pause.from)
    }

    /// Whether its time is over. At the due instant itself it is, as with every other period of the
    /// agreement; while it pauses it never is.
    #[must_use]
    pub fn is_overdue(&self, as_of: Timestamp) -> bool {
        self.due.is_some_and(|due| as_of >= due)
    }

    /// The last instant at which something happened to it.
    pub(crate) fn latest(&self) -> Timestamp {
        self.pauses.last().map_or(self.started, |pause| pause.until.unwrap_or(pause.from))
    }

    /// Reads a clock from JSON text, as a lead's state keeps it.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its place.
    pub fn from_json(text: &str) -> Result<Self, Vec<Finding>> {
        crate::document::read_json(text, Self::read)
    }

    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let clock = table.read("clock", |place| place.string());
        let started = table.read("started", |place| place.timestamp());
        let due = table.read_optional("due", |place| place.timestamp());
        let pauses = table.read_or("pauses", Vec::new(), |place| place.list(Pause::read));
        let count = |place: &Place<'_, '_>| place.whole(0, u32::MAX);
        let (attempts, fired) = (table.read_or("attempts", 0, count), table.read_or("fired", 0, count));
        table.finish();
        let clock = Self { clock: clock?.into(), started: started?, due: due?, pauses, attempts, fired };
        clock.check(place).then_some(clock)
    }

    /// Pauses follow one another, and only the last may be open; then, and only then, nothing is due.
    fn check(&self, place: &Place<'_, '_>) -> bool {
        let mut at = Some(self.started);
        let in_order = self.pauses.iter().all(|pause| {
            let follows = at.is_some_and(|before| before <= pause.from);
            at = pause.until.filter(|until| *until >= pause.from);
            follows && (at.is_some() || pause.until.is_none())
        });
        if !in_order {
            place.report(Code::WrongOrder, "the pauses of a clock follow its start and one another");
        }
        let agrees = self.due.is_some() != self.paused_since().is_some();
        if !agrees {
            place.report(Code::ConflictingKeys, "a clock is due at an instant, or it pauses");
        }
        in_order && agrees
    }
}
