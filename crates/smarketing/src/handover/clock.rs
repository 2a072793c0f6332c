//! [`Clock`]: a deadline of the agreement, as it is written: who must act by when, and what happens
//! otherwise.

use serde::Serialize;

use super::event_kind::EventKind;
use super::within::Within;
use crate::document::reader::{Place, Table};
use crate::document::tree::Kind;
use crate::finding::Code;
use crate::time::Duration;
use crate::vocabulary::names::read_name;

/// A deadline of the agreement.
///
/// ```toml
/// { id = "accept", from = "handover", until = ["accepted", "rejected"], within = "4h", calendar = "office",
///   on_breach = ["notify", "return"], escalation = [{ before = "30m", then = "notify", to = "rep" }] }
/// { id = "follow-up", from = "accepted", attempts = 6, within = "14 business days", calendar = "office" }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Clock {
    /// The name by which states, effects and results refer to it.
    pub id: String,
    /// What starts it: the handover, or an event.
    pub from: ClockStart,
    /// The events that end it in time, if they come in time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub until: Vec<EventKind>,
    /// So many attempts to reach the contact also end it: a follow-up duty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempts: Option<u32>,
    /// How long it runs: a duration, or business days.
    pub within: Within,
    /// The calendar in whose time it runs; without one it runs day and night.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// Whether it stands still while everybody waits for the lead.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub may_pause: bool,
    /// The events that set it back to its beginning.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub restart_on: Vec<EventKind>,
    /// What is done when it is due.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub on_breach: Vec<BreachAction>,
    /// What is done before and after that.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub escalation: Vec<EscalationStep>,
}

/// What starts a [`Clock`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClockStart {
    /// Marketing hands the lead over to sales.
    Handover,
    /// An event.
    Event(EventKind),
}

/// What is done when a clock is due, or near it, or past it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BreachAction {
    /// Somebody is told.
    Notify,
    /// The lead goes back to the review desk, or to marketing where there is none.
    Return,
    /// Somebody else of the same team gets it.
    Reassign,
}

/// A step of escalation, before or after a clock is due, in the clock's own time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EscalationStep {
    /// So long before it is due: a reminder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Duration>,
    /// So long after it was due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Duration>,
    /// What is done at that instant.
    pub then: Vec<BreachAction>,
    /// Who is told; absent: the team that is responsible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

const ACTIONS: [(&str, BreachAction); 3] =
    [("notify", BreachAction::Notify), ("return", BreachAction::Return), ("reassign", BreachAction::Reassign)];

impl Clock {
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let id = table.read("id", read_name);
        let from = table.read("from", ClockStart::read);
        let within = table.read("within", read_within);
        let (until, restart_on) = (table.read_optional("until", events), table.read_optional("restart_on", events));
        let attempts = table.read_optional("attempts", |place| place.whole(1, 100));
        let calendar = table.read_optional("calendar", |place| place.string());
        let on_breach = table.read_optional("on_breach", actions);
        let escalation = table.read_optional("escalation", |place| place.one_or_many(EscalationStep::read));
        let may_pause = table.read_or("may_pause", false, |place| place.boolean());
        table.finish();
        let clock = Self {
            id: id?,
            from: from?,
            until: until?.unwrap_or_default(),
            attempts: attempts?,
            within: within?,
            calendar: calendar?,
            may_pause,
            restart_on: restart_on?.unwrap_or_default(),
            on_breach: on_breach?.unwrap_or_default(),
            escalation: escalation?.unwrap_or_default(),
        };
        clock.check(&table).then_some(clock)
    }

    fn check(&self, table: &Table<'_, '_>) -> bool {
        let before = table.place();
        if self.until.is_empty() && self.attempts.is_none() {
            // Events that could not be read were reported where they stand.
            let has_some = |place: Place<'_, '_>| matches!(&place.node.kind, Kind::List(events) if !events.is_empty());
            if !table.optional("until").is_some_and(has_some) {
                let message = "a clock needs `until`, the events that end it, or a number of `attempts`";
                before.report(Code::MissingKey, message);
            }
            return false;
        }
        if self.attempts.is_some() && self.until.contains(&EventKind::ContactAttempted) {
            before.report_with_help(
                Code::ConflictingKeys,
                "the first `contact_attempted` would end the clock before the other `attempts`",
                "leave `contact_attempted` out of `until`",
            );
            return false;
        }
        if let (ClockStart::Handover, Some(place), true) = (self.from, table.optional("may_pause"), self.may_pause) {
            place
                .report(Code::ConflictingKeys, "the clock of the handover does not pause: nobody would be responsible");
            return false;
        }
        self.check_within(table) && self.check_steps(table)
    }

    /// Working days need a calendar; a duration in days on a calendar is nearly always a slip.
    #[inline(never)]
    fn check_within(&self, table: &Table<'_, '_>) -> bool {
        let Some(place) = table.optional("within") else { return true };
        match (self.within, &self.calendar) {
            (Within::BusinessDays(_), None) => {
                place.report(Code::MissingKey, "business days need a `calendar` that says which days they are");
                false
            }
            (Within::Time(_), Some(calendar)) => {
                let written = place.text().unwrap_or_default();
                if written.ends_with(['d', 'w']) {
                    let message = format!(
                        "`{written}` on the calendar `{calendar}` is {} of opening hours, not so many working days",
                        self.within
                    );
                    place.report_with_help(
                        Code::DaysOfBusinessTime,
                        message,
                        "write such as `2 business days`, or the hours",
                    );
                }
                true
            }
            _ => true,
        }
    }

    fn check_steps(&self, table: &Table<'_, '_>) -> bool {
        let Some(place) = table.optional("escalation") else { return true };
        let Within::Time(within) = self.within else { return true };
        let early = self.escalation.iter().filter_map(|step| step.before).find(|before| *before >= within);
        if let Some(before) = early {
            let message =
                format!("a step {before} before the clock is due lies before it starts: it runs for {within}");
            place.report(Code::WrongOrder, message);
        }
        early.is_none()
    }
}

#[inline(never)]
fn read_within(place: &Place<'_, '_>) -> Option<Within> {
    let text = place.text()?;
    let help = "write such as `45m`, `4h` or `14 business days`";
    text.parse()
        .map_err(|error: super::WithinError| place.report_with_help(Code::InvalidValue, error.to_string(), help))
        .ok()
}

fn events(place: &Place<'_, '_>) -> Option<Vec<EventKind>> {
    let choices = EventKind::choices();
    let mut events = place.one_or_many(|place| place.choice(&choices))?;
    events.sort_unstable();
    events.dedup();
    Some(events)
}

fn actions(place: &Place<'_, '_>) -> Option<Vec<BreachAction>> {
    place.one_or_many(|place| place.choice(&ACTIONS))
}

impl ClockStart {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let mut choices = vec![("handover", Self::Handover)];
        choices.extend(EventKind::choices().into_iter().map(|(name, kind)| (name, Self::Event(kind))));
        place.choice(&choices)
    }
}

impl Serialize for ClockStart {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Handover => "handover",
            Self::Event(kind) => kind.name(),
        })
    }
}

impl EscalationStep {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let before = table.read_optional("before", |place| place.duration());
        let after = table.read_optional("after", |place| place.duration());
        let then = table.read("then", actions);
        let to = table.read_optional("to", |place| place.filled_text());
        let right = table.exclusive(&["before", "after"]);
        table.finish();
        let step = Self { before: before?, after: after?, then: then?, to: to? };
        if step.before.is_none() && step.after.is_none() {
            place.report(Code::MissingKey, "a step needs `before` or `after`: how far from the due instant it lies");
            return None;
        }
        if let (Some(_), Some(then)) = (step.before, table.optional("then"))
            && step.then.iter().any(|action| *action != BreachAction::Notify)
        {
            then.report(Code::InvalidValue, "before a clock is due, all that can be done is to `notify`");
            return None;
        }
        right.then_some(step)
    }
}
