//! [`Persona`]: a fictional buyer, and how a lead is recognised as one.

use serde::Serialize;

use crate::condition::Condition;
use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::vocabulary::names::read_name;
use crate::vocabulary::{Entries, Texts};

/// A role in the buying centre.
///
/// The roles are those of F. E. Webster and Y. Wind, *Organizational Buying Behavior* (1972), user,
/// influencer, buyer, decision maker and gatekeeper, with the initiator (T. V. Bonoma, 1982), the
/// approver and the champion of today's sales practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BuyingRole {
    /// Starts the purchase.
    Initiator,
    /// Will work with what is bought.
    User,
    /// Shapes what is asked for.
    Influencer,
    /// Decides.
    DecisionMaker,
    /// Must agree to the decision.
    Approver,
    /// Negotiates and signs.
    Buyer,
    /// Lets information and people through, or not.
    Gatekeeper,
    /// Speaks for the offering inside the company.
    Champion,
}

impl BuyingRole {
    /// Every role, with its word.
    pub const ALL: [(&'static str, BuyingRole); 8] = [
        ("initiator", BuyingRole::Initiator),
        ("user", BuyingRole::User),
        ("influencer", BuyingRole::Influencer),
        ("decision_maker", BuyingRole::DecisionMaker),
        ("approver", BuyingRole::Approver),
        ("buyer", BuyingRole::Buyer),
        ("gatekeeper", BuyingRole::Gatekeeper),
        ("champion", BuyingRole::Champion),
    ];

    /// The role's word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, role)| *role == self).map_or("", |(word, _)| word)
    }
}

/// A fictional buyer: who it is, what moves it, and by which facts a lead is recognised as it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Persona {
    /// The name by which conditions and results refer to it.
    pub id: String,
    /// Its name, as in "Ines, IT-Leiterin".
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub name: Texts,
    /// Its role in the buying centre.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<BuyingRole>,
    /// Its life in a few sentences.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub biography: Texts,
    /// Age, income, education, family, by name.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub demographics: Entries<String>,
    /// What it does at work and before it buys.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub behaviours: Vec<String>,
    /// What it is interested in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<String>,
    /// What it needs to do its work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// What it wants to reach.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<String>,
    /// What goes wrong today, and hurts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pain_points: Vec<String>,
    /// What it says against a purchase.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub objections: Vec<String>,
    /// By which channels it likes to be reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
    /// By which facts a lead is recognised as it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

impl Persona {
    /// A persona and how it is recognised.
    #[must_use]
    pub fn new(id: impl Into<String>, when: Condition) -> Self {
        Self { id: id.into(), when: Some(when), ..Self::default() }
    }

    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let id = table.read("id", read_name);
        let when = table.read_optional("when", Condition::read);
        let texts = |key: &'static str| table.read_or(key, Texts::default(), Texts::read);
        let list =
            |key: &'static str| table.read_or(key, Vec::new(), |place| place.one_or_many(|place| place.filled_text()));
        let persona = Self {
            id: id.clone().unwrap_or_default(),
            name: texts("name"),
            role: table.optional("role").and_then(|place| place.choice(&BuyingRole::ALL)),
            biography: texts("biography"),
            demographics: table.read_or("demographics", Entries::default(), read_demographics),
            behaviours: list("behaviours"),
            interests: list("interests"),
            needs: list("needs"),
            goals: list("goals"),
            pain_points: list("pain_points"),
            objections: list("objections"),
            channels: list("channels"),
            when: when.clone().flatten(),
        };
        table.finish();
        let readable = id.is_some() && when.is_some();
        if !readable && let Some(id) = &id {
            place.sink.poison("personas", id);
        }
        readable.then_some(persona)
    }

    /// Every text for people, for the check of abbreviations.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let lists = [
            &self.behaviours,
            &self.interests,
            &self.needs,
            &self.goals,
            &self.pain_points,
            &self.objections,
            &self.channels,
        ];
        let lists = lists.into_iter().flatten().map(String::as_str);
        lists
            .chain(self.name.all())
            .chain(self.biography.all())
            .chain(self.demographics.iter().map(|(_, text)| text.as_str()))
    }
}

fn read_demographics(place: &Place<'_, '_>) -> Option<Entries<String>> {
    Entries::read(place, "demographics", |place| match &place.node.kind {
        Kind::Number(number) => Some(number.to_string()),
        _ => place.filled_text(),
    })
}
