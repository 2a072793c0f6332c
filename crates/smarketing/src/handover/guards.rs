//! What the agreement knows of a lead's contact: whether it may be approached, and what still
//! earns points.

use crate::agreement::Agreement;
use crate::assessment::Assessment;
use crate::consent::{Consent, ContactFacts, ContactPermission, ContactRequest};
use crate::lifecycle::{LeadState, Phase, Stage};
use crate::time::Timestamp;
use crate::vocabulary::{Interactions, Lead};

impl Agreement {
    /// Whether the contact of a lead may be approached, and everything that stands against it: its
    /// consent as the lead's history knows it, the caps, an open conversation with sales, and what
    /// it bought a short while ago. `facts` adds what other leads of the contact know.
    ///
    /// Without a `[consent]` part, every channel needs an opt-in.
    #[must_use]
    pub fn may_contact(
        &self,
        state: &LeadState,
        facts: &ContactFacts,
        request: &ContactRequest,
        as_of: Timestamp,
    ) -> ContactPermission {
        let mut facts = facts.clone();
        let talks = state.phase() != Phase::Open && state.stage != Stage::Customer;
        if let (true, Some(since)) = (talks, state.handed_over) {
            facts = facts.conversation(since, None);
        }
        if let (Stage::Customer, Some(offering)) = (state.stage, &state.origin.offering) {
            facts = facts.bought(state.since, &**offering);
        }
        let none = Consent::default();
        let consent = self.document().consent.as_ref().unwrap_or(&none);
        consent.may_contact(&state.consent, &facts, request, as_of)
    }

    /// What a lead is worth, as its history lets it: after a rejection that resets the engagement,
    /// earlier interactions earn nothing.
    #[must_use]
    pub fn assess_for(
        &self,
        state: &LeadState,
        lead: &Lead,
        interactions: &Interactions,
        as_of: Timestamp,
    ) -> Assessment {
        self.assess(lead, &interactions.after(state.engagement_since), as_of)
    }
}
