//! [`Criterion`]: one condition of a list, with its weight.

use serde::Serialize;

use crate::condition::Condition;
use crate::document::reader::Place;
use crate::finding::Code;
use crate::points::Points;
use crate::vocabulary::Texts;
use crate::vocabulary::names::read_name;

/// One condition of the ICP or of a qualification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Criterion {
    /// The name by which results refer to it.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub label: Texts,
    /// How much it weighs among the others; 1 where nothing is said.
    #[serde(skip_serializing_if = "is_one")]
    pub weight: Points,
    /// The condition under which it is met.
    pub when: Condition,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_one(weight: &Points) -> bool {
    *weight == Points::new(1)
}

impl Criterion {
    /// A criterion of weight 1.
    #[must_use]
    pub fn new(id: impl Into<String>, when: Condition) -> Self {
        Self { id: id.into(), label: Texts::default(), weight: Points::new(1), when }
    }

    /// Says how much it weighs.
    #[must_use]
    pub const fn weight(mut self, weight: Points) -> Self {
        self.weight = weight;
        self
    }

    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>, weighted: bool) -> Option<Self> {
        let table = place.table()?;
        let id = table.read("id", read_name);
        let weight =
            if weighted { table.read_or("weight", Points::new(1), |place| place.points()) } else { Points::new(1) };
        if (weight <= Points::ZERO || weight > Points::new(1_000_000))
            && let Some(place) = table.optional("weight")
        {
            place.report(Code::OutOfRange, format!("a weight is more than 0 and at most 1000000, not `{weight}`"));
        }
        let label = table.read_or("label", Texts::default(), Texts::read);
        let when = table.read("when", Condition::read);
        table.finish();
        Some(Self { id: id?, label, weight, when: when? })
    }
}
