//! [`BuyingCentre`]: which roles of a purchase an account's contacts fill, and which are missing.

use std::sync::Arc;

use serde::Serialize;

use super::persona::BuyingRole;
use crate::agreement::Agreement;
use crate::assessment::{Assessment, PersonaMatch};
use crate::condition::Truth;
use crate::document::reader::Place;
use crate::points::{Points, SCALE, half_even};
use crate::vocabulary::lead::read_filled_id;

/// Which roles of a purchase an account's contacts fill, and which are missing.
///
/// The roles are those of the agreement's personas. A contact fills the role of every persona that
/// it certainly is, and possibly fills those of the personas that a missing fact leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BuyingCentre {
    /// Every role of the agreement's personas, in the order of the roles.
    pub roles: Vec<RolePresence>,
    /// The roles that no contact fills for certain; those that one possibly fills are among them.
    pub missing: Vec<BuyingRole>,
    /// The share of the roles that are filled for certain, 0 to 1, to six decimals; 1 without roles.
    pub coverage: Points,
    /// The share of the roles that would be filled if all that is unknown turned out so.
    pub could_cover: Points,
    /// The personas among the contacts, in document order, with and without a role.
    pub personas: Vec<PersonaPresence>,
    /// The positions of the contacts that are no persona for certain.
    pub unrecognised: Vec<usize>,
}

impl BuyingCentre {
    /// The core's own JSON text of this buying centre: the same bytes on every platform.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_string(self)
    }
}

/// Who fills a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RolePresence {
    /// The role in the buying centre.
    pub role: BuyingRole,
    /// Whether it is filled: yes, no, or possibly.
    pub filled: Truth,
    /// The personas of the agreement that have it, in document order.
    pub personas: Vec<Arc<str>>,
    /// Who fills it, or possibly does: those who certainly do come first, then the better match.
    pub contacts: Vec<RoleContact>,
}

/// A contact in a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RoleContact {
    /// Its position among the contacts, from 0.
    pub position: usize,
    /// The id of the contact's lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Arc<str>>,
    /// The id of the persona that the contact was recognised as.
    pub persona: Arc<str>,
    /// Whether it certainly is that persona.
    pub certain: bool,
    /// The share of the persona's conditions that hold, 0 to 1.
    pub share: Points,
}

/// How many contacts are a persona.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PersonaPresence {
    /// The id of the persona in the agreement.
    pub persona: Arc<str>,
    /// How many contacts certainly are it.
    pub certain: usize,
    /// How many more could be it.
    pub possible: usize,
}

/// What a buying centre needs of an assessment.
#[derive(Debug, Clone)]
pub(crate) struct Contact {
    lead: Option<Arc<str>>,
    personas: Vec<PersonaMatch>,
}

impl From<&Assessment> for Contact {
    fn from(assessment: &Assessment) -> Self {
        Self { lead: assessment.lead.clone(), personas: assessment.personas.clone() }
    }
}

impl Contact {
    /// Reads it from an assessment's JSON form, whose other parts are not looked at.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let lead = table.read_optional("lead", read_filled_id);
        // An assessment leaves an empty list out: its contact is none of the personas.
        let personas = table.read_or("personas", Vec::new(), |place| place.list(PersonaMatch::read));
        Some(Self { lead: lead?, personas })
    }
}

impl Agreement {
    /// Which roles of a purchase an account's contacts fill, by their assessments under this
    /// agreement. Personas that the agreement does not have count for nothing.
    ///
    /// ```
    /// # use smarketing::{Agreement, BuyingRole, Interactions, Lead};
    /// let agreement = Agreement::from_json(r#"{
    ///     "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    ///     "fields": { "job_title": { "type": "text" } },
    ///     "personas": [
    ///         { "id": "it-lead", "role": "decision_maker", "when": { "job_title": { "word": "cio" } } },
    ///         { "id": "buyer", "role": "buyer", "when": { "job_title": { "word": "purchasing" } } }
    ///     ]
    /// }"#)?;
    /// let as_of = "2026-11-02T10:00:00Z".parse()?;
    /// let contact = agreement.assess(&Lead::new("L-1").fact("job_title", "CIO"), &Interactions::none(), as_of);
    /// let centre = agreement.buying_centre(&[contact]);
    /// assert_eq!(centre.missing, [BuyingRole::Buyer]);
    /// assert_eq!(centre.coverage.to_string(), "0.5");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn buying_centre(&self, contacts: &[Assessment]) -> BuyingCentre {
        let contacts: Vec<Contact> = contacts.iter().map(Contact::from).collect();
        self.centre_of(&contacts)
    }

    pub(crate) fn centre_of(&self, contacts: &[Contact]) -> BuyingCentre {
        let personas = &self.0.personas;
        let mut roles: Vec<BuyingRole> = personas.iter().filter_map(|persona| persona.role).collect();
        roles.sort();
        roles.dedup();
        let roles: Vec<RolePresence> = roles.into_iter().map(|role| self.presence(role, contacts)).collect();
        let share = |filled: &dyn Fn(Truth) -> bool| {
            let count = |number: usize| i128::try_from(number).unwrap_or(i128::MAX);
            let filled = roles.iter().filter(|role| filled(role.filled)).count();
            match count(roles.len()) {
                0 => Points::new(1),
                all => Points::from_millionths(half_even(count(filled).saturating_mul(i128::from(SCALE)), all)),
            }
        };
        let holding = |persona: &Arc<str>, holds: Truth| {
            let own = |contact: &&Contact| contact.personas.iter().any(|own| own.id == *persona && own.holds == holds);
            contacts.iter().filter(own).count()
        };
        let present = personas.iter().map(|persona| PersonaPresence {
            persona: persona.id.clone(),
            certain: holding(&persona.id, Truth::Yes),
            possible: holding(&persona.id, Truth::Unknown),
        });
        let recognised = |contact: &Contact| {
            let own = contact.personas.iter().filter(|own| own.holds.is_yes());
            own.into_iter().any(|own| personas.iter().any(|persona| persona.id == own.id))
        };
        let unrecognised = contacts.iter().enumerate().filter(|(_, contact)| !recognised(contact));
        BuyingCentre {
            missing: roles.iter().filter(|role| !role.filled.is_yes()).map(|role| role.role).collect(),
            coverage: share(&|filled| filled.is_yes()),
            could_cover: share(&|filled| filled != Truth::No),
            personas: present.filter(|persona| persona.certain > 0 || persona.possible > 0).collect(),
            unrecognised: unrecognised.map(|(position, _)| position).collect(),
            roles,
        }
    }

    fn presence(&self, role: BuyingRole, contacts: &[Contact]) -> RolePresence {
        let having = self.0.personas.iter().filter(|persona| persona.role == Some(role));
        let personas: Vec<Arc<str>> = having.map(|persona| persona.id.clone()).collect();
        let mut list: Vec<RoleContact> = Vec::new();
        for (position, contact) in contacts.iter().enumerate() {
            let own = contact.personas.iter().filter(|own| personas.contains(&own.id));
            // One contact fills a role once: as the persona that it certainly is, or is most.
            let best = own.min_by_key(|own| (!own.holds.is_yes(), std::cmp::Reverse(own.share)));
            list.extend(best.map(|own| RoleContact {
                position,
                lead: contact.lead.clone(),
                persona: own.id.clone(),
                certain: own.holds.is_yes(),
                share: own.share,
            }));
        }
        crate::sorting::by_key(&mut list, |contact| (!contact.certain, std::cmp::Reverse(contact.share)));
        let filled = match list.first() {
            Some(contact) if contact.certain => Truth::Yes,
            Some(_) => Truth::Unknown,
            None => Truth::No,
        };
        RolePresence { role, filled, personas, contacts: list }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Agreement, Assessment, BuyingRole, Interactions, Lead, Truth};

    fn agreement() -> Agreement {
        Agreement::from_json(
            r#"{
                "smarketing": 1, "agreement": { "name": "A", "version": "1" },
                "fields": { "job_title": { "type": "text" }, "seniority": { "type": "category", "values": ["staff", "chief"] } },
                "personas": [
                    { "id": "cio", "role": "decision_maker", "when": { "job_title": { "word": "cio" } } },
                    { "id": "ceo", "role": "decision_maker", "when": { "job_title": { "word": "ceo" }, "seniority": "chief" } },
                    { "id": "admin", "role": "user", "when": { "job_title": { "word": "admin" } } },
                    { "id": "buyer", "role": "buyer", "when": { "job_title": { "word": "purchasing" } } },
                    { "id": "fan", "when": { "seniority": "staff" } }
                ]
            }"#,
        )
        .unwrap()
    }

    fn contacts(leads: &[Lead]) -> Vec<Assessment> {
        let as_of = "2026-11-02T10:00:00Z".parse().unwrap();
        leads.iter().map(|lead| agreement().assess(lead, &Interactions::none(), as_of)).collect()
    }

    #[test]
    fn roles_are_filled_possibly_filled_or_missing() {
        let contacts = contacts(&[
            Lead::new("ceo").fact("job_title", "CEO"),
            Lead::new("cio").fact("job_title", "CIO").fact("seniority", "chief"),
            Lead::new("staff").fact("job_title", "Admin").fact("seniority", "staff"),
        ]);
        let centre = agreement().buying_centre(&contacts);
        let decision = &centre.roles[1];
        assert_eq!((decision.role, decision.filled), (BuyingRole::DecisionMaker, Truth::Yes));
        let who: Vec<_> = decision.contacts.iter().map(|one| (one.position, &*one.persona, one.certain)).collect();
        assert_eq!(who, [(1, "cio", true), (0, "ceo", false)]);
        assert_eq!(centre.missing, [BuyingRole::Buyer]);
        assert_eq!(
            (centre.coverage.to_string(), centre.could_cover.to_string()),
            ("0.666667".into(), "0.666667".into())
        );
        assert_eq!(centre.unrecognised, [0]);
        let counts: Vec<_> = centre.personas.iter().map(|one| (&*one.persona, one.certain, one.possible)).collect();
        assert_eq!(counts, [("cio", 1, 0), ("ceo", 0, 1), ("admin", 1, 0), ("fan", 1, 1)]);
    }

    #[test]
    fn what_is_unknown_could_cover() {
        let centre = agreement().buying_centre(&contacts(&[Lead::new("nobody")]));
        assert!(centre.roles.iter().all(|role| role.filled == Truth::Unknown));
        assert_eq!(centre.missing.len(), 3);
        assert_eq!((centre.coverage.to_string(), centre.could_cover.to_string()), ("0".into(), "1".into()));
        let empty = agreement().buying_centre(&[]);
        assert_eq!((empty.coverage.to_string(), empty.could_cover.to_string()), ("0".into(), "0".into()));
    }
}
