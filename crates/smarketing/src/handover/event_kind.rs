//! [`EventKind`]: what can happen to a lead in its lifecycle, by name.

use std::fmt;

use serde::{Serialize, Serializer};

macro_rules! events {
    ($($(#[doc = $meaning:literal])+ $name:ident $text:literal;)+) => {
        /// A kind of event in the life of a lead. Clocks begin and end with them.
        ///
        /// ```
        /// use smarketing::EventKind;
        /// assert_eq!(EventKind::ContactAttempted.to_string(), "contact_attempted");
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum EventKind {
            $($(#[doc = $meaning])+ #[cfg_attr(feature = "schema", schemars(rename = $text))] $name,)+
        }

        impl EventKind {
            /// Every kind, in the order of a lead's way.
            pub const ALL: &'static [EventKind] = &[$(EventKind::$name),+];

            /// Its name in documents and in JSON.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(EventKind::$name => $text),+ }
            }
        }
    };
}

events! {
    /// The lead began.
    Started "started";
    /// It was assessed.
    Assessed "assessed";
    /// The pre-qualification desk decided.
    Reviewed "reviewed";
    /// Sales accepted it.
    Accepted "accepted";
    /// Sales rejected it, with a reason.
    Rejected "rejected";
    /// Somebody tried to reach the contact.
    ContactAttempted "contact_attempted";
    /// Sales found out how far it is qualified.
    Qualified "qualified";
    /// It became an opportunity with an amount.
    OpportunityOpened "opportunity_opened";
    /// It became a customer.
    Won "won";
    /// The opportunity was lost.
    Lost "lost";
    /// It went back to nurture.
    Recycled "recycled";
    /// Its time in nurture ended.
    Woken "woken";
    /// It was disqualified.
    Disqualified "disqualified";
    /// Somebody else is responsible now.
    Reassigned "reassigned";
    /// The contact gave a consent.
    ConsentGiven "consent_given";
    /// The contact withdrew a consent.
    ConsentWithdrawn "consent_withdrawn";
    /// Facts changed.
    Enriched "enriched";
    /// Another lead became one with it.
    Merged "merged";
    /// A merge was undone.
    Unmerged "unmerged";
}

impl EventKind {
    /// Names and kinds, as the reader of documents takes them.
    pub(crate) fn choices() -> Vec<(&'static str, EventKind)> {
        Self::ALL.iter().map(|kind| (kind.name(), *kind)).collect()
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Serialize for EventKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
