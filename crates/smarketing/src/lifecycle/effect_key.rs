//! [`Effect::key`]: the text by which a caller knows an effect again.

use std::fmt;

use super::effect::{About, Cause, Deed, Effect};
use crate::handover::ClockStepKind;

impl Effect {
    /// What tells this effect from every other: the same in every replay of the same history, in every
    /// language of the library and in every later version of it; another as soon as anything about the
    /// effect is another. Whoever has carried out a key has nothing to do when it comes again.
    ///
    /// It is made of the names of kinds, of ids and of instants, with `/` between them, and is not meant
    /// to be taken apart: `lead/cause/deed`. The cause is `event/id`, `clock/id/started/step/at` or
    /// `hold/until`; the deed is its kind, and what it says, in the order of its members. In an id, `/` is
    /// written `%2F` and `%` is written `%25`.
    ///
    /// ```
    /// # use smarketing::{Agreement, Event};
    /// # let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
    /// let started = Event::from_json(
    ///     r#"{ "id": "e/1", "type": "started", "lead": "L-1", "sourced_by": "marketing", "at": "2026-11-02T10:00:00Z" }"#,
    /// ).unwrap();
    /// let step = agreement.start(&started, started.at)?;
    /// assert_eq!(step.effects[0].key(), "L-1/event/e%2F1/assess");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn key(&self) -> String {
        let mut key = Key(String::new());
        key.push(&self.lead);
        match &self.cause {
            Cause::Event { id } => key.name("event").push(id),
            Cause::Clock { clock, started, step } => {
                // A step comes at another instant when a pause becomes known: it is another one then.
                key.name("clock").push(clock).push(started).push(step).push(self.at)
            }
            Cause::Hold { until } => key.name("hold").push(until),
        };
        deed(&mut key, &self.what);
        key.0
    }
}

fn deed(key: &mut Key, deed: &Deed) {
    match deed {
        Deed::Notify { team, person, to, about: what } => {
            key.name("notify").push(team).option("person", person.as_ref()).option("to", to.as_ref());
            about(key, what);
        }
        Deed::Assign { team, not } => {
            key.name("assign").push(team).option("not", not.as_ref());
        }
        Deed::StartClock { clock, due } => {
            key.name("start_clock").push(clock).push(due);
        }
        Deed::PauseClock { clock } => {
            key.name("pause_clock").push(clock);
        }
        Deed::ResumeClock { clock, due } => {
            key.name("resume_clock").push(clock).push(due);
        }
        Deed::StopClock { clock, overdue } => {
            key.name("stop_clock").push(clock).option("overdue", overdue.then_some(true));
        }
        Deed::AskFor { fields } => {
            key.name("ask_for");
            for field in fields {
                key.push(field);
            }
        }
        Deed::AskForConsent { channel } => {
            key.name("ask_for_consent").push(channel.name());
        }
        Deed::AddToNurture { until } => {
            key.name("add_to_nurture").option("until", until.as_ref());
        }
        Deed::RemoveFromNurture => {
            key.name("remove_from_nurture");
        }
        Deed::Suppress { channel, identifier, purpose } => {
            key.name("suppress").push(channel.name()).push(identifier).option("purpose", purpose.as_ref());
        }
        Deed::Assess => {
            key.name("assess");
        }
        Deed::FieldConflict { field, owner, team } => {
            key.name("field_conflict").push(field).push(owner).option("team", team.as_ref());
        }
    }
}

fn about(key: &mut Key, about: &About) {
    match about {
        About::HandedOver => key.name("handed_over"),
        About::ToReview => key.name("to_review"),
        About::Demoted => key.name("demoted"),
        About::Rejected { reason } => key.name("rejected").push(reason),
        About::Returned { clock } => key.name("returned").push(clock),
        About::Clock { clock, step } => key.name("clock").push(clock).name(match step {
            ClockStepKind::Reminder => "reminder",
            ClockStepKind::Breach => "breach",
            ClockStepKind::Escalation => "escalation",
        }),
        About::WrongContact { channel } => key.name("wrong_contact").push(channel.name()),
        About::Disqualified => key.name("disqualified"),
        About::Woken => key.name("woken"),
        About::Lost { reason } => key.name("lost").push(reason),
        About::Won => key.name("won"),
        About::Merged => key.name("merged"),
    };
}

/// A key in the making.
struct Key(String);

impl Key {
    /// The name of a kind: it has no signs to be kept apart.
    fn name(&mut self, name: &str) -> &mut Self {
        self.0.push('/');
        self.0.push_str(name);
        self
    }

    /// An id, an instant or a number.
    fn push(&mut self, part: impl fmt::Display) -> &mut Self {
        if !self.0.is_empty() {
            self.0.push('/');
        }
        for sign in part.to_string().chars() {
            match sign {
                '/' => self.0.push_str("%2F"),
                '%' => self.0.push_str("%25"),
                other => self.0.push(other),
            }
        }
        self
    }

    /// What may be absent, after its name.
    fn option(&mut self, name: &str, part: Option<impl fmt::Display>) -> &mut Self {
        if let Some(part) = part { self.name(name).push(part) } else { self }
    }
}

#[cfg(test)]
mod tests {
    use crate::lifecycle::{About, Cause, Deed, Effect, Team};

    fn keyed(lead: &str, cause: &str, what: Deed) -> String {
        let cause = Cause::Event { id: cause.into() };
        Effect { lead: lead.into(), at: crate::Timestamp::UNIX_EPOCH, cause, what }.key()
    }

    #[test]
    fn ids_with_signs_stay_apart() {
        let clock = |id: &str| Deed::PauseClock { clock: id.into() };
        let keys = [("a", "b", "c"), ("a/event/b", "b", "c"), ("a", "b/c", "c"), ("a", "b%2Fc", "c"), ("a", "b", "c%")];
        let keys: std::collections::BTreeSet<String> =
            keys.iter().map(|(lead, cause, id)| keyed(lead, cause, clock(id))).collect();
        assert_eq!(keys.len(), 5, "{keys:?}");
    }

    #[test]
    fn whoever_else_is_told_or_another_due_is_another_effect() {
        let notify = |person: Option<&str>, to: Option<&str>| Deed::Notify {
            team: Team::Sales,
            person: person.map(Into::into),
            to: to.map(Into::into),
            about: About::HandedOver,
        };
        assert_eq!(keyed("L-1", "e-2", notify(None, None)), "L-1/event/e-2/notify/sales/handed_over");
        let other = "L-1/event/e-2/notify/sales/person/rep-1/to/head of sales/handed_over";
        assert_eq!(keyed("L-1", "e-2", notify(Some("rep-1"), Some("head of sales"))), other);
        let due =
            |at: i64| Deed::StartClock { clock: "c".into(), due: crate::Timestamp::UNIX_EPOCH.saturating_add(at) };
        assert_ne!(keyed("L-1", "e-2", due(0)), keyed("L-1", "e-2", due(1)));
    }
}
