//! [`Example`]: a lead with what the agreement must say of it. The document tests itself.

use serde::Serialize;

use super::reader::Place;
use crate::lifecycle::Stage;
use crate::points::Points;
use crate::time::Timestamp;
use crate::vocabulary::{Interaction, Interactions, Lead};

/// A lead, what happened, and what the agreement must say of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Example {
    /// What the example shows, in a sentence.
    pub name: String,
    /// The instant of the question.
    pub as_of: Timestamp,
    /// The lead: its envelope and its facts.
    pub lead: Lead,
    /// What happened; absent: nobody knows.
    #[serde(skip_serializing_if = "is_unknown", serialize_with = "list")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Interaction>"))]
    pub interactions: Interactions,
    /// What the agreement must say of the lead.
    pub expect: Expectation,
}

/// What must come out of an example; what is absent is not looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Expectation {
    /// How many points the score must come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Points>,
    /// How many points fit must come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fit: Option<Points>,
    /// How many points engagement must come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engagement: Option<Points>,
    /// The grade that must come out, such as `A1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
    /// The band that the score must fall into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<String>,
    /// The stage that the lead must qualify for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The id of the persona that must be recognised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persona: Option<String>,
    /// The tier of the ICP that must come out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icp_tier: Option<String>,
    /// The share of the ICP matched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icp_matched: Option<Points>,
}

fn is_unknown(interactions: &Interactions) -> bool {
    interactions.list().is_none()
}

fn list<S: serde::Serializer>(interactions: &Interactions, serializer: S) -> Result<S::Ok, S::Error> {
    interactions.list().unwrap_or_default().serialize(serializer)
}

impl Example {
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let name = table.read("name", |place| place.filled_text());
        let as_of = table.read("as_of", |place| place.timestamp());
        let lead = table.read("lead", Lead::read);
        let interactions = table.read_optional("interactions", |place| place.list(Interaction::read));
        let expect = table.read("expect", Expectation::read);
        table.finish();
        let interactions = interactions?.map_or_else(Interactions::unknown, Interactions::from);
        Some(Self { name: name?, as_of: as_of?, lead: lead?, interactions, expect: expect? })
    }
}

impl Expectation {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let points = |key: &'static str| table.optional(key).and_then(|place| place.points());
        let text = |key: &'static str| table.optional(key).and_then(|place| place.filled_text());
        let expectation = Self {
            score: points("score"),
            fit: points("fit"),
            engagement: points("engagement"),
            grade: text("grade"),
            band: text("band"),
            stage: table.optional("stage").and_then(|place| place.choice(&Stage::ALL)),
            persona: text("persona"),
            icp_tier: text("icp_tier"),
            icp_matched: points("icp_matched"),
        };
        table.finish();
        Some(expectation)
    }
}
