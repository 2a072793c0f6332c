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
    ///
    /// ```
    /// # use smarketing::{Agreement, Event, Interactions, Lead, replay};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" } },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "employees": { "at_least": 50 } } } } },
    /// #     "handover": { "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }, "clocks": [
    /// #         { "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office", "on_breach": "notify" },
    /// #         { "id": "quote", "from": "accepted", "until": "won", "within": "8h", "calendar": "office", "may_pause": true }] } }"#)?;
    /// # let at = "2026-11-02T10:00:00Z".parse()?;
    /// # let lead = Lead::new("L-1").fact("employees", 80);
    /// # let begun = r#"{ "id": "e-1", "type": "started", "lead": "L-1", "sourced_by": "marketing", "at": "2026-11-02T09:00:00Z" }"#;
    /// # let mql = Event::assessed("e-2", &agreement.assess(&lead, &Interactions::none(), at));
    /// # let events = [Event::from_json(begun).unwrap(), mql];
    /// # let state = replay(&[agreement.clone()], &events, at).state.ok_or("a lead")?;
    /// use smarketing::{Channel, ContactFacts, ContactRequest, HindranceKind};
    /// let call = ContactRequest::new(Channel::Phone, "+49 30 1234", "sales");
    /// let permission = agreement.may_contact(&state, &ContactFacts::new(), &call, at);
    /// assert_eq!(permission.hindrances[0].kind, HindranceKind::NoConsent); // unknown is no
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    ///
    /// ```
    /// # use smarketing::{Agreement, Event, Interactions, Lead, replay};
    /// # let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" },
    /// #     "fields": { "employees": { "type": "number", "ask": "How many people work there?" } },
    /// #     "lifecycle": { "stage": { "mql": { "when": { "employees": { "at_least": 50 } } } } },
    /// #     "handover": { "calendars": { "office": { "days": "mon-fri", "open": "09:00", "close": "17:00" } }, "clocks": [
    /// #         { "id": "accept", "from": "handover", "until": "accepted", "within": "4h", "calendar": "office", "on_breach": "notify" },
    /// #         { "id": "quote", "from": "accepted", "until": "won", "within": "8h", "calendar": "office", "may_pause": true }] } }"#)?;
    /// # let at = "2026-11-02T10:00:00Z".parse()?;
    /// # let lead = Lead::new("L-1").fact("employees", 80);
    /// # let begun = r#"{ "id": "e-1", "type": "started", "lead": "L-1", "sourced_by": "marketing", "at": "2026-11-02T09:00:00Z" }"#;
    /// # let mql = Event::assessed("e-2", &agreement.assess(&lead, &Interactions::none(), at));
    /// # let events = [Event::from_json(begun).unwrap(), mql];
    /// # let state = replay(&[agreement.clone()], &events, at).state.ok_or("a lead")?;
    /// let assessment = agreement.assess_for(&state, &lead, &Interactions::none(), at);
    /// assert_eq!(assessment.stage, smarketing::Stage::Mql);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
