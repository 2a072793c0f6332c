//! [`AgreedClock`]: a clock of the agreement with its calendar compiled: starts, pauses, restarts
//! and reads running clocks.

use std::sync::Arc;

use super::agreed::Handover;
use super::business_time::{BusinessCalendar, BusinessCalendarError};
use super::clock::{Clock, ClockStart};
use super::event_kind::EventKind;
use super::running_clock::{Pause, RunningClock};
use super::within::Within;
use crate::time::{TimeSpan, Timestamp, Zone};

/// A clock of the agreement, ready to run. Cheap to clone.
///
/// ```
/// # #[cfg(feature = "zones")] {
/// use smarketing::{AgreedClocks, Handover, Timestamp};
/// let handover = Handover::from_json(r#"{
///     "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } },
///     "clocks": [{ "id": "accept", "from": "handover", "until": "accepted", "within": "1h", "calendar": "office" }]
/// }"#).unwrap();
/// let clocks = AgreedClocks::new(&handover, "Europe/Berlin")?;
/// let accept = clocks.get("accept").unwrap();
/// let running = accept.start("2026-11-07T18:00:00+01:00".parse()?);
/// assert_eq!(running.due, Some("2026-11-09T10:00:00+01:00".parse()?));
/// let forecast = accept.forecast(&running, "2026-11-09T09:20:00+01:00".parse()?);
/// assert_eq!(forecast.to_string(), "due in 40 business minutes");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct AgreedClock {
    rule: Arc<Clock>,
    id: Arc<str>,
    calendar: Option<BusinessCalendar>,
}

/// All clocks of an agreement, in document order.
#[derive(Debug, Clone, Default)]
pub struct AgreedClocks {
    clocks: Vec<AgreedClock>,
    /// The first calendar, whether a clock runs in its time or not.
    first: Option<BusinessCalendar>,
}

/// Why clocks cannot run. A document that was read without errors gives only the first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AgreedClocksError {
    /// The zone is not known, or a calendar is never open.
    #[error(transparent)]
    Calendar(#[from] BusinessCalendarError),
    /// A clock runs in the time of a calendar that is not there.
    #[error("the clock `{clock}` needs the calendar `{calendar}`, which is not there")]
    UnknownCalendar {
        /// The clock's id.
        clock: String,
        /// The calendar's name.
        calendar: String,
    },
    /// A clock in working days has no calendar.
    #[error("the clock `{0}` runs in business days and needs a calendar")]
    NoCalendar(String),
}

/// Why a clock did not do what it was asked to; it stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClockRefusal {
    /// The agreement does not let it pause.
    #[error("the agreement does not let this clock pause")]
    MayNotPause,
    /// It pauses already.
    #[error("the clock pauses already, since {0}")]
    Paused(Timestamp),
    /// It does not pause.
    #[error("the clock does not pause")]
    Runs,
    /// It is overdue: a breach cannot be undone by a pause.
    #[error("the clock was due at {0}")]
    Overdue(Timestamp),
    /// The instant lies before its start or its last pause.
    #[error("the clock's last change was at {0}, which is later")]
    TooEarly(Timestamp),
}

impl AgreedClocks {
    /// Compiles clocks and calendars for the agreement's zone.
    ///
    /// # Errors
    /// When the zone is not known, a calendar is never open, or one is not there.
    pub fn new(handover: &Handover, time_zone: &str) -> Result<Self, AgreedClocksError> {
        let zone = Zone::named(time_zone);
        Self::compile(handover, &zone.ok_or_else(|| BusinessCalendarError::UnknownZone(time_zone.to_owned()))?)
    }

    #[inline(never)]
    pub(crate) fn compile(handover: &Handover, zone: &Zone) -> Result<Self, AgreedClocksError> {
        let compiled = handover
            .calendars
            .iter()
            .map(|(name, calendar)| BusinessCalendar::compile(calendar, zone).map(|calendar| (name, calendar)));
        let calendars: Vec<(&str, BusinessCalendar)> = compiled.collect::<Result<_, _>>()?;
        let clocks = handover.clocks.iter().map(|clock| {
            let found = clock.calendar.as_ref().map(|name| {
                let known = calendars.iter().find(|(known, _)| known == name).map(|(_, calendar)| calendar.clone());
                known.ok_or_else(|| AgreedClocksError::UnknownCalendar {
                    clock: clock.id.clone(),
                    calendar: name.clone(),
                })
            });
            let calendar = found.transpose()?;
            if calendar.is_none() && matches!(clock.within, Within::BusinessDays(_)) {
                return Err(AgreedClocksError::NoCalendar(clock.id.clone()));
            }
            Ok(AgreedClock { id: clock.id.as_str().into(), rule: Arc::new(clock.clone()), calendar })
        });
        let clocks = clocks.collect::<Result<_, _>>()?;
        Ok(Self { clocks, first: calendars.into_iter().next().map(|(_, calendar)| calendar) })
    }

    /// The first calendar of the agreement: it says on which days the teams work.
    pub(crate) const fn first_calendar(&self) -> Option<&BusinessCalendar> {
        self.first.as_ref()
    }

    /// The clock with that id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&AgreedClock> {
        self.clocks.iter().find(|clock| &*clock.id == id)
    }

    /// All of them, in document order.
    pub fn iter(&self) -> impl Iterator<Item = &AgreedClock> {
        self.clocks.iter()
    }

    /// Those that something starts.
    pub fn started_by(&self, start: ClockStart) -> impl Iterator<Item = &AgreedClock> {
        self.clocks.iter().filter(move |clock| clock.rule.from == start)
    }
}

impl AgreedClock {
    /// What the agreement says of it.
    #[must_use]
    pub fn rule(&self) -> &Clock {
        &self.rule
    }

    /// The calendar in whose time it runs, if it is not plain time.
    #[must_use]
    pub const fn calendar(&self) -> Option<&BusinessCalendar> {
        self.calendar.as_ref()
    }

    /// Lets it run from an instant on.
    ///
    /// ```
    /// # use smarketing::{Agreement, Event, Interactions, Lead, replay};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" } },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "employees": { "at_least": 50 } } } } },
    /// #     "handover": { "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }, "clocks": [
    /// #         { "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office", "on_breach": "notify" },
    /// #         { "id": "quote", "from": "accepted", "until": "won", "within": "8h", "calendar": "office", "may_pause": true }] } }"#)?;
    /// let accept = agreement.clocks().get("accept").ok_or("a clock")?;
    /// let running = accept.start("2026-11-06T15:00:00Z".parse()?); // a Friday
    /// assert_eq!(running.due, Some("2026-11-09T11:00:00Z".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn start(&self, at: Timestamp) -> RunningClock {
        RunningClock::new(Arc::clone(&self.id), at, self.due(at, &[]))
    }

    /// Lets it run anew, for another person for instance: without pauses, attempts and steps.
    #[must_use]
    pub fn restart(&self, at: Timestamp) -> RunningClock {
        self.start(at)
    }

    /// Lets it stand still, while everybody waits for the lead.
    ///
    /// # Errors
    /// When the agreement does not allow it, it pauses already, it is overdue, or the instant is
    /// earlier than the last change.
    ///
    /// ```
    /// # use smarketing::{Agreement, Event, Interactions, Lead, replay};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" } },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "employees": { "at_least": 50 } } } } },
    /// #     "handover": { "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }, "clocks": [
    /// #         { "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office", "on_breach": "notify" },
    /// #         { "id": "quote", "from": "accepted", "until": "won", "within": "8h", "calendar": "office", "may_pause": true }] } }"#)?;
    /// let quote = agreement.clocks().get("quote").ok_or("a clock")?;
    /// let running = quote.start("2026-11-02T10:00:00Z".parse()?);
    /// assert_eq!(quote.pause(&running, "2026-11-02T12:00:00Z".parse()?)?.due, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn pause(&self, running: &RunningClock, at: Timestamp) -> Result<RunningClock, ClockRefusal> {
        if !self.rule.may_pause {
            return Err(ClockRefusal::MayNotPause);
        }
        if let Some(since) = running.paused_since() {
            return Err(ClockRefusal::Paused(since));
        }
        if let Some(due) = running.due.filter(|due| at >= *due) {
            return Err(ClockRefusal::Overdue(due));
        }
        not_before(running.latest(), at)?;
        let mut pauses = running.pauses.clone();
        pauses.push(Pause::since(at));
        Ok(RunningClock { pauses, due: None, ..running.clone() })
    }

    /// Lets it run again: the deadline recedes by the clock's own time that has passed meanwhile, or
    /// by the working days.
    ///
    /// # Errors
    /// When it does not pause, or the instant is earlier than the pause.
    ///
    /// ```
    /// # use smarketing::{Agreement, Event, Interactions, Lead, replay};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" } },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "employees": { "at_least": 50 } } } } },
    /// #     "handover": { "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }, "clocks": [
    /// #         { "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office", "on_breach": "notify" },
    /// #         { "id": "quote", "from": "accepted", "until": "won", "within": "8h", "calendar": "office", "may_pause": true }] } }"#)?;
    /// let quote = agreement.clocks().get("quote").ok_or("a clock")?;
    /// let running = quote.start("2026-11-02T10:00:00Z".parse()?);
    /// let paused = quote.pause(&running, "2026-11-02T12:00:00Z".parse()?)?;
    /// let resumed = quote.resume(&paused, "2026-11-02T14:00:00Z".parse()?)?;
    /// assert_eq!(resumed.due, Some("2026-11-03T12:00:00Z".parse()?)); // six hours were left
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn resume(&self, running: &RunningClock, at: Timestamp) -> Result<RunningClock, ClockRefusal> {
        let since = running.paused_since().ok_or(ClockRefusal::Runs)?;
        not_before(since, at)?;
        let pauses = ended(&running.pauses, at);
        let due = Some(self.due(running.started, &pauses));
        Ok(RunningClock { pauses, due, ..running.clone() })
    }

    /// Counts an attempt to reach the contact.
    #[must_use]
    pub fn attempted(&self, running: &RunningClock) -> RunningClock {
        RunningClock { attempts: running.attempts.saturating_add(1), ..running.clone() }
    }

    /// How many attempts its duty still asks for; none where attempts are not its affair.
    #[must_use]
    pub fn attempts_left(&self, running: &RunningClock) -> Option<u32> {
        self.rule.attempts.map(|needed| needed.saturating_sub(running.attempts))
    }

    /// Whether an event of this kind, after the attempts counted so far, ends it.
    #[must_use]
    pub fn ends_with(&self, running: &RunningClock, event: EventKind) -> bool {
        let last_attempt =
            event == EventKind::ContactAttempted && self.attempts_left(running).is_some_and(|left| left <= 1);
        last_attempt || self.rule.until.contains(&event)
    }

    /// Whether an event of this kind sets it back to its beginning.
    #[must_use]
    pub fn restarts_with(&self, event: EventKind) -> bool {
        self.rule.restart_on.contains(&event)
    }

    /// The clock's own time between two instants: business time, or plain time without a calendar.
    #[must_use]
    pub fn elapsed(&self, from: Timestamp, to: Timestamp) -> TimeSpan {
        match &self.calendar {
            Some(calendar) => calendar.elapsed(from, to),
            None => TimeSpan::from_microseconds(from.microseconds_until(to)),
        }
    }

    /// The time it has left: frozen while it pauses, negative when it is overdue.
    #[must_use]
    pub fn remaining(&self, running: &RunningClock, as_of: Timestamp) -> TimeSpan {
        match (running.due, running.paused_since()) {
            (Some(due), _) => self.elapsed(as_of, due),
            (None, since) => {
                let since = since.unwrap_or(running.started);
                self.elapsed(since, self.due(running.started, &ended(&running.pauses, since)))
            }
        }
    }

    /// When it is due with these pauses, all of which have ended.
    fn due(&self, started: Timestamp, pauses: &[Pause]) -> Timestamp {
        let spans = pauses.iter().filter_map(|pause| pause.until.map(|until| (pause.from, until)));
        match (self.rule.within, &self.calendar) {
            (Within::BusinessDays(days), Some(calendar)) => {
                let paused =
                    spans.map(|(from, until)| calendar.days().count(calendar.date_of(from), calendar.date_of(until)));
                let paused = paused.fold(0_i64, i64::saturating_add);
                calendar.due_in_days(started, days.saturating_add(u32::try_from(paused).unwrap_or(0)))
            }
            (Within::Time(time), Some(calendar)) => {
                let paused = spans.map(|(from, until)| calendar.elapsed(from, until).microseconds());
                calendar.due_after(started, paused.fold(time.microseconds(), i64::saturating_add))
            }
            (Within::Time(time), None) => {
                let paused = spans.map(|(from, until)| from.microseconds_until(until));
                started.saturating_add(paused.fold(time.microseconds(), i64::saturating_add))
            }
            // Refused when the clocks were compiled.
            (Within::BusinessDays(_), None) => started,
        }
    }
}

fn not_before(latest: Timestamp, at: Timestamp) -> Result<(), ClockRefusal> {
    if at < latest { Err(ClockRefusal::TooEarly(latest)) } else { Ok(()) }
}

/// The pauses, the last one ended.
fn ended(pauses: &[Pause], at: Timestamp) -> Vec<Pause> {
    let mut pauses = pauses.to_vec();
    if let Some(last) = pauses.last_mut() {
        *last = last.ended(at);
    }
    pauses
}
