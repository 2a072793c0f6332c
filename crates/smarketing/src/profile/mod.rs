//! Who buys: the ideal customer profile of the account, the personas of its people, and the
//! qualification of the deal.

pub(crate) mod buying_centre;
pub(crate) mod compiled;
pub(crate) mod criterion;
pub(crate) mod icp;
pub(crate) mod persona;
pub(crate) mod qualification;

pub use buying_centre::{BuyingCentre, PersonaPresence, RoleContact, RolePresence};
pub use criterion::Criterion;
pub use icp::{Exclusion, Icp};
pub use persona::{BuyingRole, Persona};
pub use qualification::Qualification;
