//! [`Asked`]: a request on its way: whom it asks, and its arguments, read as they are needed.

use serde::Serialize;

use super::{Function, Receiver};
use crate::agreement::Agreement;
use crate::assessment::BoundLead;
use crate::document::reader::{Place, Table};
use crate::finding::{Code, Finding};
use crate::language::Language;
use crate::lifecycle::Refusal;
use crate::time::Timestamp;
use crate::vocabulary::{Interactions, Lead};

/// What a function gives.
pub(crate) enum Reply {
    /// The answer as JSON text.
    Text(String),
    /// A refusal of the lifecycle.
    Refused(Box<Refusal>),
    /// What is wrong with the question, beyond how it is written.
    Wrong(Vec<Finding>),
}

impl Reply {
    /// An answer.
    #[expect(clippy::unnecessary_wraps, reason = "what a function gives, when its arguments can be read")]
    pub(super) fn of<T: Serialize + ?Sized>(answer: &T) -> Option<Self> {
        Some(Self::Text(crate::json::to_string(answer)))
    }

    /// An answer or a refusal.
    pub(super) fn or_refusal<T: Serialize>(answer: Result<T, Refusal>) -> Option<Self> {
        match answer {
            Ok(answer) => Self::of(&answer),
            Err(refusal) => Some(Self::Refused(Box::new(refusal))),
        }
    }

    /// An answer, or what is wrong with the question.
    pub(super) fn or_findings<T: Serialize>(answer: Result<T, Vec<Finding>>) -> Option<Self> {
        match answer {
            Ok(answer) => Self::of(&answer),
            Err(findings) => Some(Self::Wrong(findings)),
        }
    }
}

/// A request on its way.
pub(crate) struct Asked<'a, 'p, 't> {
    on: Receiver<'a>,
    arguments: Table<'p, 't>,
}

impl<'a, 'p, 't> Asked<'a, 'p, 't> {
    /// The request to a function, once the names of its arguments are right.
    pub(super) fn new(function: &Function, on: Receiver<'a>, place: &Place<'p, 't>) -> Option<Self> {
        let arguments = place.table()?;
        let known = |name: &str| function.arguments.iter().any(|argument| argument.name == name);
        for name in arguments.names().filter(|name| !known(name)) {
            let message = format!("`{name}` is not an argument of `{}`", function.name);
            let missing = function.arguments.iter().filter(|known| arguments.names().all(|name| name != known.name));
            let finding = Finding::new(Code::UnknownKey, place.path().key(name), message);
            let finding = finding.suggest(name, missing.map(|argument| argument.name));
            let unlike = finding.suggestion.is_none();
            place.sink.report_key(if unlike { finding.help(takes(function)) } else { finding });
        }
        Some(Self { on, arguments })
    }

    /// The agreements that are asked.
    pub(super) const fn agreements(&self) -> &'a [Agreement] {
        match self.on {
            Receiver::Agreements(agreements) => agreements,
            _ => &[],
        }
    }

    /// The agreement that is asked: the first, if there are two.
    pub(super) fn agreement(&self) -> Option<&'a Agreement> {
        self.agreements().first()
    }

    /// The second agreement.
    pub(super) fn other(&self) -> Option<&'a Agreement> {
        self.agreements().get(1)
    }

    /// The lead that is asked about.
    pub(super) const fn bound(&self) -> Option<&'a BoundLead> {
        match self.on {
            Receiver::Lead(bound) => Some(bound),
            _ => None,
        }
    }

    /// An argument that must be given.
    pub(super) fn read<T>(&self, name: &'static str, read: impl Fn(&Place<'_, 't>) -> Option<T>) -> Option<T> {
        self.arguments.read(name, read)
    }

    /// An argument that may be absent: `None` if it is unreadable.
    #[expect(clippy::option_option, reason = "absent and unreadable are told apart by `?`")]
    pub(super) fn optional<T>(
        &self,
        name: &'static str,
        read: impl Fn(&Place<'_, 't>) -> Option<T>,
    ) -> Option<Option<T>> {
        self.arguments.read_optional(name, read)
    }

    /// An argument with a value that stands for its absence: `None` if it is unreadable.
    pub(super) fn or<T>(&self, name: &'static str, absent: T, read: impl Fn(&Place<'_, 't>) -> Option<T>) -> Option<T> {
        self.optional(name, read).map(|given| given.unwrap_or(absent))
    }

    /// A list that must be given.
    pub(super) fn list<T>(&self, name: &'static str, read: impl Fn(&Place<'_, 't>) -> Option<T>) -> Option<Vec<T>> {
        self.read(name, |place| place.list(&read))
    }

    /// An instant that must be given.
    pub(super) fn instant(&self, name: &'static str) -> Option<Timestamp> {
        self.read(name, |place| place.timestamp())
    }

    /// The instant of the question.
    pub(super) fn as_of(&self) -> Option<Timestamp> {
        self.instant("as_of")
    }

    /// The language that is asked for, or that of the agreement; English, where that is not spoken here.
    pub(super) fn language(&self) -> Option<Language> {
        let own = || Some(Language::of(&self.agreement()?.document().agreement.language));
        self.optional("language", Language::read)?.or_else(own)
    }

    /// A lead: what does not fit of it counts as unknown, and is a finding of its assessment.
    pub(super) fn lead(&self) -> Option<Lead> {
        self.read("lead", Lead::of_place)
    }

    /// What happened; absent: unknown.
    pub(super) fn interactions(&self) -> Option<Interactions> {
        self.or("interactions", Interactions::unknown(), Interactions::of_place)
    }
}

/// What a function takes, in words.
fn takes(function: &Function) -> String {
    let arguments = function.arguments.iter().map(|argument| format!("`{}` ({})", argument.name, argument.kind));
    let arguments: Vec<String> = arguments.collect();
    if arguments.is_empty() { "it takes none".to_owned() } else { format!("it takes {}", arguments.join(", ")) }
}
