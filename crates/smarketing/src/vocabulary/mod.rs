//! The lead's vocabulary: fields, facts, interactions, and the lead itself.

pub(crate) mod bound;
pub(crate) mod compiled;
pub(crate) mod country;
pub(crate) mod email_kind;
pub(crate) mod fact;
pub(crate) mod field;
pub(crate) mod interaction;
pub(crate) mod interaction_type;
pub(crate) mod lead;
pub(crate) mod names;
pub(crate) mod texts;
pub(crate) mod value;
pub(crate) mod value_reader;

pub use country::{Country, CountryError};
pub use email_kind::EmailKind;
pub use fact::{Fact, FactStatus};
pub use field::{Field, FieldType};
pub use interaction::{Interaction, Interactions};
pub use interaction_type::InteractionType;
pub use lead::{Lead, SourcedBy};
pub use names::Entries;
pub use texts::Texts;
pub use value::Value;
