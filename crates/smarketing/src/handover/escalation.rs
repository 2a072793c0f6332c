//! What a running clock asks for: its steps before, at and after its due instant, and the forecast.

use serde::Serialize;

use super::agreed_clock::AgreedClock;
use super::clock::BreachAction;
use super::running_clock::RunningClock;
use crate::time::{Duration, TimeSpan, Timestamp};

/// What a [`ClockStep`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClockStepKind {
    /// A reminder before the clock is due.
    Reminder,
    /// The deadline is missed.
    Breach,
    /// Still nothing has happened.
    Escalation,
}

/// Something to do because of a clock, at an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ClockStep {
    /// What kind of step it is.
    pub kind: ClockStepKind,
    /// The instant at which the step comes.
    pub at: Timestamp,
    /// What is to be done; a breach is recorded even if nothing is.
    pub actions: Vec<BreachAction>,
    /// Who is told; absent: the team that is responsible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// A clock that knows which of its steps are carried out, and the steps to carry out now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FiredClock {
    /// The clock, to be kept in the place of the earlier one.
    pub running: RunningClock,
    /// The steps that have come since it was last asked, in their order.
    pub steps: Vec<ClockStep>,
}

/// Whether a clock runs, pauses or is overdue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClockStatus {
    /// It runs, and there is time left.
    Running,
    /// It stands still.
    Paused,
    /// Its time is over, and it runs on.
    Overdue,
}

/// How a clock stands at an instant. As a text it reads: `due in 40 business minutes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ClockForecast {
    /// Whether it runs, pauses or is overdue.
    pub status: ClockStatus,
    /// When it is due; absent while it pauses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Timestamp>,
    /// The time left in the clock's own time; negative when it is overdue.
    pub remaining: TimeSpan,
    /// Whether that is business time.
    pub business_time: bool,
    /// How many attempts its duty still asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempts_left: Option<u32>,
    /// What comes next, if nothing happens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<ClockStep>,
}

impl AgreedClock {
    /// All steps of a running clock in the order in which they come, those that were carried out
    /// among them; none while it pauses.
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
    /// let steps = accept.steps(&accept.start("2026-11-02T10:00:00Z".parse()?));
    /// assert_eq!(steps[0].kind, smarketing::ClockStepKind::Breach);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn steps(&self, running: &RunningClock) -> Vec<ClockStep> {
        let Some(due) = running.due else { return Vec::new() };
        let rule = self.rule();
        let agreed = rule.escalation.iter();
        // The order depends on the agreement alone, so that `fired` keeps its meaning.
        let mut reminders: Vec<_> = agreed.clone().filter_map(|step| step.before.map(|span| (span, step))).collect();
        crate::sorting::by_key(&mut reminders, |(span, _)| std::cmp::Reverse(*span));
        let mut escalations: Vec<_> = agreed.filter_map(|step| step.after.map(|span| (span, step))).collect();
        crate::sorting::by_key(&mut escalations, |(span, _)| *span);

        let reminders = reminders.into_iter().map(|(span, step)| ClockStep {
            kind: ClockStepKind::Reminder,
            at: self.before(due, span).max(running.started),
            actions: step.then.clone(),
            to: step.to.clone(),
        });
        let breach = ClockStep { kind: ClockStepKind::Breach, at: due, actions: rule.on_breach.clone(), to: None };
        let escalations = escalations.into_iter().map(|(span, step)| ClockStep {
            kind: ClockStepKind::Escalation,
            at: self.after(due, span),
            actions: step.then.clone(),
            to: step.to.clone(),
        });
        reminders.chain([breach]).chain(escalations).collect()
    }

    /// The steps that have come up to an instant and were not carried out yet, and the clock that
    /// knows that they now are: asked twice, it names nothing twice.
    #[must_use]
    pub fn fire(&self, running: &RunningClock, as_of: Timestamp) -> FiredClock {
        let steps = self.steps(running).into_iter();
        let now: Vec<ClockStep> = steps.skip(running.fired as usize).take_while(|step| step.at <= as_of).collect();
        let fired = running.fired.saturating_add(u32::try_from(now.len()).unwrap_or(u32::MAX));
        FiredClock { running: RunningClock { fired, ..running.clone() }, steps: now }
    }

    /// How a running clock stands at an instant.
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
    /// let running = accept.start("2026-11-02T10:00:00Z".parse()?);
    /// let forecast = accept.forecast(&running, "2026-11-02T13:20:00Z".parse()?);
    /// assert_eq!(forecast.to_string(), "due in 40 business minutes");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn forecast(&self, running: &RunningClock, as_of: Timestamp) -> ClockForecast {
        let status = match running.due {
            None => ClockStatus::Paused,
            Some(_) if running.is_overdue(as_of) => ClockStatus::Overdue,
            Some(_) => ClockStatus::Running,
        };
        ClockForecast {
            status,
            due: running.due,
            remaining: self.remaining(running, as_of),
            business_time: self.calendar().is_some(),
            attempts_left: self.attempts_left(running),
            next: self.steps(running).into_iter().skip(running.fired as usize).find(|step| step.at > as_of),
        }
    }

    fn before(&self, due: Timestamp, span: Duration) -> Timestamp {
        match self.calendar() {
            Some(calendar) => calendar.before(due, span),
            None => due.saturating_add(span.microseconds().saturating_neg()),
        }
    }

    fn after(&self, due: Timestamp, span: Duration) -> Timestamp {
        match self.calendar() {
            Some(calendar) => calendar.due(due, span),
            None => due.saturating_add(span.microseconds()),
        }
    }
}
