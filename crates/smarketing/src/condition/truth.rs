//! [`Truth`]: Kleene's three values; and [`Verdict`], which also says what unknown facts could make
//! of it.

use serde::Serialize;

/// Whether a condition holds: yes, no, or unknown, because a fact is missing.
///
/// The logic is Kleene's strong logic of three values: "no" and "unknown" is no, "yes" or "unknown"
/// is yes, everything else that meets an unknown is unknown (S. C. Kleene, *Introduction to
/// Metamathematics*, 1952, section 64).
///
/// ```
/// use smarketing::Truth;
/// assert_eq!(Truth::No.and(Truth::Unknown), Truth::No);
/// assert_eq!(Truth::Yes.and(Truth::Unknown), Truth::Unknown);
/// assert_eq!(!Truth::Unknown, Truth::Unknown);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Truth {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// A missing fact decides.
    Unknown,
}

impl Truth {
    /// Both hold.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
            _ => Truth::Unknown,
        }
    }

    /// At least one holds.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Truth::Yes, _) | (_, Truth::Yes) => Truth::Yes,
            (Truth::No, Truth::No) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    /// Whether it certainly holds.
    #[must_use]
    pub const fn is_yes(self) -> bool {
        matches!(self, Truth::Yes)
    }
}

impl std::ops::Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Unknown => Truth::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(truth: bool) -> Self {
        if truth { Truth::Yes } else { Truth::No }
    }
}

/// A truth, and what could still come of it if more became known: yes, no, or unknown for good. The
/// flags are sound: what they exclude cannot happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) truth: Truth,
    pub(crate) may_hold: bool,
    pub(crate) may_fail: bool,
    /// A fact on which it rests may never be found out: what holds while a field is missing lapses so.
    pub(crate) may_stay_open: bool,
}

impl Verdict {
    pub(crate) const YES: Verdict =
        Verdict { truth: Truth::Yes, may_hold: true, may_fail: false, may_stay_open: false };
    pub(crate) const NO: Verdict = Verdict { truth: Truth::No, may_hold: false, may_fail: true, may_stay_open: false };
    pub(crate) const UNKNOWN: Verdict =
        Verdict { truth: Truth::Unknown, may_hold: true, may_fail: true, may_stay_open: true };

    pub(crate) const fn certain(truth: bool) -> Self {
        if truth { Self::YES } else { Self::NO }
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self {
            truth: self.truth.and(other.truth),
            may_hold: self.may_hold && other.may_hold,
            may_fail: self.may_fail || other.may_fail,
            may_stay_open: (self.may_stay_open && (other.may_stay_open || other.may_hold))
                || (other.may_stay_open && self.may_hold),
        }
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self {
            truth: self.truth.or(other.truth),
            may_hold: self.may_hold || other.may_hold,
            may_fail: self.may_fail && other.may_fail,
            may_stay_open: (self.may_stay_open && (other.may_stay_open || other.may_fail))
                || (other.may_stay_open && self.may_fail),
        }
    }

    pub(crate) fn negated(self) -> Self {
        Self { truth: !self.truth, may_hold: self.may_fail, may_fail: self.may_hold, ..self }
    }

    pub(crate) fn negated_if(self, negated: bool) -> Self {
        if negated { self.negated() } else { self }
    }

    /// It holds, and nothing that could become known changes that.
    pub(crate) const fn is_settled_yes(self) -> bool {
        self.truth.is_yes() && !self.may_fail && !self.may_stay_open
    }

    /// Whether it is certain that it holds, or certain that it never will.
    pub(crate) const fn is_settled(self) -> bool {
        !self.may_hold || self.is_settled_yes()
    }
}
