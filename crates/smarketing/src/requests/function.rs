//! [`Function`]: a public function as data: its name, whom it asks, its arguments and its answer.

use super::asked::{Asked, Reply};
use super::{
    Receiver, calendars, clocks, consent, documents, handover, leads, lifecycle, planning, scoring, statistics,
};

/// A public function of the library, as every language has it.
///
/// Types are named as in the schema of types: `Assessment`, `PlanOptions`; `[T]` is a list, `T?` may be
/// absent, and `{T}` is a table by name. The plain ones are `Text`, `Number`, `Whole`, `Boolean`,
/// `Instant`, `Date`, `Duration`, `TimeSpan`, `Money`, `Rate` and `Object`, any JSON.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Function {
    /// Its name, in `snake_case`.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub about: &'static str,
    /// Whom it asks.
    pub on: On,
    /// Its arguments, in order: those that must be given come first.
    pub arguments: &'static [Argument],
    /// The type of its answer.
    pub result: &'static str,
    /// Where Rust has it: the path below the crate.
    pub rust: &'static str,
    pub(super) call: fn(&Asked<'_, '_, '_>) -> Option<Reply>,
}

/// Whom a function asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum On {
    /// The library: a free function.
    Library,
    /// An agreement: a method of it.
    Agreement,
    /// An agreement and another one: a method that takes the other first.
    AgreementAndOther,
    /// Two agreements, before and after: a free function that takes both first.
    BeforeAndAfter,
    /// Any number of agreements: a free function that takes their list first.
    Agreements,
    /// A lead that is bound to an agreement: a method of it.
    Lead,
}

impl On {
    /// Its name, for lists in other languages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Library => "Library",
            Self::Agreement => "Agreement",
            Self::AgreementAndOther => "AgreementAndOther",
            Self::BeforeAndAfter => "BeforeAndAfter",
            Self::Agreements => "Agreements",
            Self::Lead => "Lead",
        }
    }

    pub(super) const fn takes(self, receiver: Receiver<'_>) -> bool {
        match (self, receiver) {
            (Self::Library, Receiver::Library) | (Self::Lead, Receiver::Lead(_)) => true,
            (Self::Agreement, Receiver::Agreements(list)) => list.len() == 1,
            (Self::AgreementAndOther | Self::BeforeAndAfter, Receiver::Agreements(list)) => list.len() == 2,
            (Self::Agreements, Receiver::Agreements(list)) => !list.is_empty(),
            _ => false,
        }
    }

    pub(super) const fn description(self) -> &'static str {
        match self {
            Self::Library => "the library",
            Self::Agreement => "one agreement",
            Self::AgreementAndOther | Self::BeforeAndAfter => "two agreements",
            Self::Agreements => "one or more agreements",
            Self::Lead => "a bound lead",
        }
    }
}

/// An argument of a [`Function`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Argument {
    /// Its name, in `snake_case`.
    pub name: &'static str,
    /// Its type.
    pub kind: &'static str,
    /// Whether it must be given.
    pub required: bool,
    /// What it means. Generators read it: without the feature `schema` it is empty, so that nobody carries it.
    pub about: &'static str,
}

const fn told(about: &'static str) -> &'static str {
    if cfg!(feature = "schema") { about } else { "" }
}

/// An argument that must be given.
pub(super) const fn needed(name: &'static str, kind: &'static str, about: &'static str) -> Argument {
    Argument { name, kind, required: true, about: told(about) }
}

/// An argument that may be left out.
pub(super) const fn optional(name: &'static str, kind: &'static str, about: &'static str) -> Argument {
    Argument { name, kind, required: false, about: told(about) }
}

/// The instant of the question.
pub(super) const AS_OF: Argument =
    needed("as_of", "Instant", "the instant for which is asked: nothing after it is seen");

/// Functions that are about the same.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Part {
    /// What they are about, in a word.
    pub name: &'static str,
    /// The functions.
    pub functions: &'static [Function],
}

const fn part(name: &'static str, functions: &'static [Function]) -> Part {
    Part { name, functions }
}

/// All parts, in their order.
const PARTS: [Part; 10] = [
    part("scoring", scoring::FUNCTIONS),
    part("documents", documents::FUNCTIONS),
    part("leads", leads::FUNCTIONS),
    part("lifecycle", lifecycle::FUNCTIONS),
    part("consent", consent::FUNCTIONS),
    part("handover", handover::FUNCTIONS),
    part("clocks", clocks::FUNCTIONS),
    part("calendars", calendars::FUNCTIONS),
    part("planning", planning::FUNCTIONS),
    part("statistics", statistics::FUNCTIONS),
];

/// The parts of the library: its public functions by what they are about.
///
/// ```
/// let scoring = smarketing::parts().next().unwrap();
/// assert_eq!(scoring.name, "scoring");
/// assert!(scoring.functions.iter().any(|function| function.name == "assess"));
/// ```
pub fn parts() -> impl Iterator<Item = Part> {
    PARTS.into_iter()
}

/// The public functions of the library, in the order of its parts.
///
/// ```
/// let plan = smarketing::functions().find(|function| function.name == "plan").unwrap();
/// assert_eq!((plan.result, plan.arguments[0].kind), ("Plan", "PlanOptions"));
/// ```
pub fn functions() -> impl Iterator<Item = &'static Function> {
    PARTS.iter().flat_map(|part| part.functions)
}
