//! [`Handover`]: the `[handover]` part of the agreement: calendars and clocks.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde::Serialize;

use super::calendar::Calendar;
use super::clock::Clock;
use crate::document::reader::Place;
use crate::finding::{Code, Finding};
use crate::vocabulary::Entries;

/// The `[handover]` part of an agreement: when each team works, and which deadlines they keep.
///
/// ```
/// use smarketing::Handover;
/// let handover = Handover::from_json(r#"{
///     "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } },
///     "clocks": [{ "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "offices" }]
/// }"#);
/// assert_eq!(handover.unwrap_err()[0].help.as_deref(), Some("did you mean `office`?"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Handover {
    /// The calendars by name.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub calendars: Entries<Calendar>,
    /// The clocks in document order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<Clock>,
}

impl Handover {
    /// Reads it from JSON text.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its place.
    pub fn from_json(text: &str) -> Result<Self, Vec<Finding>> {
        crate::document::read_json(text, Self::read)
    }

    /// Reads it from TOML text.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its place.
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> Result<Self, Vec<Finding>> {
        crate::document::read_toml(text, Self::read)
    }

    /// The clock that runs from handover on.
    #[must_use]
    pub fn handover_clock(&self) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.from == super::ClockStart::Handover)
    }

    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let read_calendars = |place: &Place<'_, '_>| Entries::read(place, "calendars", Calendar::read);
        let calendars = table.read_or("calendars", Entries::default(), read_calendars);
        let ids = RefCell::new(BTreeSet::new());
        let read_clock = |place: &Place<'_, '_>| {
            let clock = Clock::read(place)?;
            check(&clock, place, &calendars, &mut ids.borrow_mut()).then_some(clock)
        };
        let clocks = table.read_or("clocks", Vec::new(), |place| place.list(read_clock));
        table.finish();
        Some(Self { calendars, clocks })
    }
}

/// Checks what a clock refers to, and that its id is its own.
fn check(clock: &Clock, place: &Place<'_, '_>, calendars: &Entries<Calendar>, ids: &mut BTreeSet<String>) -> bool {
    let Some(table) = place.table() else { return false };
    let mut right = true;
    if !ids.insert(clock.id.clone()) {
        if let Some(id) = table.optional("id") {
            id.report(Code::DuplicateId, format!("there is a clock `{}` already", clock.id));
        }
        right = false;
    }
    if let (Some(name), Some(place)) = (&clock.calendar, table.optional("calendar"))
        && calendars.get(name).is_none()
    {
        // What could not be read has been reported where it stands.
        if !place.sink.is_poisoned("calendars", name) {
            let message = format!("there is no calendar `{name}`");
            let finding = Finding::new(Code::UnknownCalendar, place.path(), message);
            place.sink.report(finding.suggest(name, calendars.names()));
        }
        right = false;
    }
    right
}

#[cfg(test)]
mod tests {
    use super::Handover;
    use crate::finding::Code;

    const OFFICE: &str = r#""calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }"#;

    fn with_clock(clock: &str) -> Vec<(Code, String)> {
        let text = format!("{{ {OFFICE}, \"clocks\": [{clock}] }}");
        let findings = Handover::from_json(&text).err().unwrap_or_default();
        findings.into_iter().map(|finding| (finding.code, finding.path.to_string())).collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let clocks = r#"
            { "id": "accept", "from": "handover", "until": ["rejected", "accepted"], "within": "4h", "calendar": "office",
              "on_breach": ["notify", "return"], "restart_on": "reassigned",
              "escalation": [{ "before": "30m", "then": "notify", "to": "rep" }, { "after": "2d", "then": ["reassign"] }] },
            { "id": "follow-up", "from": "accepted", "attempts": 6, "within": "14 business days", "calendar": "office", "may_pause": true },
            { "id": "wake", "from": "recycled", "until": "woken", "within": "90d" }"#;
        let handover = Handover::from_json(&format!("{{ {OFFICE}, \"clocks\": [{clocks}] }}")).unwrap();
        assert_eq!(handover.clocks.len(), 3);
        let written = serde_json::to_string(&handover).unwrap();
        assert_eq!(Handover::from_json(&written), Ok(handover), "{written}");
    }

    #[cfg(feature = "toml")]
    #[test]
    fn toml_says_the_same() {
        let handover = Handover::from_toml(
            r#"
            calendars = { office = { days = "mon-fri", open = "09:00", close = "17:00", holidays = [2026-12-25, "12-24"] } }
            clocks = [{ id = "accept", from = "handover", until = ["accepted", "rejected"], within = "4h", calendar = "office" }]
            "#,
        )
        .unwrap();
        assert_eq!(handover.calendars.get("office").map(|office| office.holidays.len()), Some(2));
        assert_eq!(handover.handover_clock().map(|clock| clock.id.as_str()), Some("accept"));
    }

    #[test]
    fn clocks_that_cannot_run_are_reported_where_they_stand() {
        for (clock, code, path) in [
            (
                r#"{ "id": "a", "from": "handover", "until": "accepted", "within": "4h", "calendar": "shop" }"#,
                Code::UnknownCalendar,
                "clocks[0].calendar",
            ),
            (
                r#"{ "id": "a", "from": "handover", "until": "accept", "within": "4h" }"#,
                Code::InvalidValue,
                "clocks[0].until",
            ),
            (
                r#"{ "id": "a", "from": "hand", "until": "accepted", "within": "4h" }"#,
                Code::InvalidValue,
                "clocks[0].from",
            ),
            (r#"{ "id": "a", "from": "handover", "within": "4h" }"#, Code::MissingKey, "clocks[0]"),
            (
                r#"{ "id": "a", "from": "handover", "until": "accepted", "within": "2 business days" }"#,
                Code::MissingKey,
                "clocks[0].within",
            ),
            (
                r#"{ "id": "a", "from": "handover", "until": "accepted", "within": "soon" }"#,
                Code::InvalidValue,
                "clocks[0].within",
            ),
            (
                r#"{ "id": "a", "from": "handover", "until": "accepted", "within": "4h", "may_pause": true }"#,
                Code::ConflictingKeys,
                "clocks[0].may_pause",
            ),
            (
                r#"{ "id": "a", "from": "accepted", "until": "contact_attempted", "attempts": 3, "within": "4h" }"#,
                Code::ConflictingKeys,
                "clocks[0]",
            ),
            (
                r#"{ "id": "a", "from": "accepted", "until": "won", "within": "4h", "escalation": { "before": "4h", "then": "notify" } }"#,
                Code::WrongOrder,
                "clocks[0].escalation",
            ),
            (
                r#"{ "id": "a", "from": "accepted", "until": "won", "within": "4h", "escalation": { "before": "1h", "then": "return" } }"#,
                Code::InvalidValue,
                "clocks[0].escalation.then",
            ),
            (
                r#"{ "id": "a", "from": "accepted", "until": "won", "within": "4h", "escalation": { "then": "notify" } }"#,
                Code::MissingKey,
                "clocks[0].escalation",
            ),
            (
                r#"{ "id": "a", "from": "accepted", "until": "won", "within": "4h", "escalation": { "before": "1h", "after": "1h", "then": "notify" } }"#,
                Code::ConflictingKeys,
                "clocks[0].escalation",
            ),
            (
                r#"{ "id": "a", "from": "accepted", "until": "won", "within": "4h" }, { "id": "a", "from": "won", "until": "lost", "within": "4h" }"#,
                Code::DuplicateId,
                "clocks[1].id",
            ),
        ] {
            assert_eq!(with_clock(clock), [(code, path.to_owned())], "{clock}");
        }
    }

    #[test]
    fn a_calendar_that_cannot_be_read_is_reported_once() {
        let text = r#"{ "calendars": { "office": { "days": "mon-fri", "open": "17:00", "close": "09:00" } },
                        "clocks": [{ "id": "a", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office" }] }"#;
        let findings = Handover::from_json(text).unwrap_err();
        assert_eq!(findings.len(), 1, "{findings:?}");
    }

    #[test]
    fn days_on_a_calendar_are_doubted() {
        let clock = r#"{ "id": "a", "from": "handover", "until": "accepted", "within": "2d", "calendar": "office" }, { "id": "b" }"#;
        assert!(with_clock(clock).contains(&(Code::DaysOfBusinessTime, "clocks[0].within".to_owned())));
        let clock = r#"{ "id": "a", "from": "handover", "until": "accepted", "within": "48h", "calendar": "office" }, { "id": "b" }"#;
        assert!(!with_clock(clock).iter().any(|(code, _)| *code == Code::DaysOfBusinessTime));
    }
}
