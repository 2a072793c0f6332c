//! How a clock stands as a short text, in English and in German.

use std::fmt;

use super::escalation::{ClockForecast, ClockStatus};
use crate::language::Language;
use crate::time::TimeSpan;

impl ClockForecast {
    /// How the clock stands, as a short text to the minute: in German for `de`, in English otherwise.
    ///
    /// ```
    /// # #[cfg(feature = "zones")] {
    /// use smarketing::{AgreedClocks, Handover};
    /// let handover = Handover::from_json(r#"{
    ///     "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } },
    ///     "clocks": [{ "id": "accept", "from": "handover", "until": "accepted", "within": "1h", "calendar": "office" }]
    /// }"#).unwrap();
    /// let clocks = AgreedClocks::new(&handover, "Europe/Berlin")?;
    /// let accept = clocks.get("accept").unwrap();
    /// let running = accept.start("2026-11-07T18:00:00+01:00".parse()?);
    /// let forecast = accept.forecast(&running, "2026-11-09T09:20:00+01:00".parse()?);
    /// assert_eq!(forecast.text("en"), "due in 40 business minutes");
    /// assert_eq!(forecast.text("de"), "fällig in 40 Minuten Arbeitszeit");
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn text(&self, language: &str) -> String {
        self.in_language(Language::of(language))
    }

    fn in_language(&self, language: Language) -> String {
        let span = self.remaining.abs();
        let time = match language {
            Language::English => in_english(span, self.business_time),
            Language::German => in_german(span, self.business_time),
        };
        let mut text = match (self.status, language) {
            (ClockStatus::Running, Language::English) => format!("due in {time}"),
            (ClockStatus::Running, Language::German) => format!("fällig in {time}"),
            (ClockStatus::Paused, Language::English) => format!("paused with {time} left"),
            (ClockStatus::Paused, Language::German) => format!("angehalten, {time} übrig"),
            (ClockStatus::Overdue, Language::English) => format!("overdue for {time}"),
            (ClockStatus::Overdue, Language::German) => format!("überfällig seit {time}"),
        };
        if let Some(left) = self.attempts_left.filter(|left| *left > 0) {
            text.push_str(&match language {
                Language::English => format!(", {} left", counted(i64::from(left), "attempt", "attempts")),
                Language::German => format!(", noch {}", counted(i64::from(left), "Versuch", "Versuche")),
            });
        }
        text
    }
}

impl fmt::Display for ClockForecast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.in_language(Language::English))
    }
}

fn counted(number: i64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// `1 business hour 30 minutes`.
fn in_english(span: TimeSpan, business: bool) -> String {
    let kind = if business { "business " } else { "" };
    let of_kind = |number, unit: &str| counted(number, &format!("{kind}{unit}"), &format!("{kind}{unit}s"));
    let minutes = span.whole_minutes();
    match (minutes / 60, minutes % 60) {
        (0, 0) => format!("less than a {kind}minute"),
        (0, minutes) => of_kind(minutes, "minute"),
        (hours, 0) => of_kind(hours, "hour"),
        (hours, minutes) => format!("{} {}", of_kind(hours, "hour"), counted(minutes, "minute", "minutes")),
    }
}

/// `1 Stunde 30 Minuten Arbeitszeit`.
fn in_german(span: TimeSpan, business: bool) -> String {
    let minutes = span.whole_minutes();
    let in_minutes = |minutes| counted(minutes, "Minute", "Minuten");
    let in_hours = |hours| counted(hours, "Stunde", "Stunden");
    let time = match (minutes / 60, minutes % 60) {
        (0, 0) => "weniger als 1 Minute".to_owned(),
        (0, minutes) => in_minutes(minutes),
        (hours, 0) => in_hours(hours),
        (hours, minutes) => format!("{} {}", in_hours(hours), in_minutes(minutes)),
    };
    if business { format!("{time} Arbeitszeit") } else { time }
}
