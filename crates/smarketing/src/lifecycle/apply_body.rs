//! What the body of an event does to a lead: each kind of event, and what it asks for.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::assessed::Assessed;
use super::effect::{About, Deed};
use super::event::{AttemptOutcome, Event, EventBody};
use super::reason::{Consequence, HasId, Reset};
use super::refusal::{Refusal, RefusalCode};
use super::stage::Stage;
use super::step::TransitionReason;
use super::team::Team;
use super::work::Work;
use crate::condition::Truth;
use crate::consent::{Channel, ConsentRecord};

impl Work<'_> {
    /// Does what an event says, or refuses it.
    pub(super) fn body(&mut self, event: &Event) -> Result<(), Refusal> {
        match &event.body {
            EventBody::Started(_) => return Err(RefusalCode::AlreadyStarted.into()),
            EventBody::Assessed { assessment } => {
                self.is_of_this_lead(assessment)?;
                self.assessed(assessment);
            }
            EventBody::Reviewed { reject: None } => self.forwarded()?,
            EventBody::Reviewed { reject: Some(reason) } | EventBody::Rejected { reason } => self.rejected(reason)?,
            EventBody::Accepted => self.accepted(event.by.as_ref())?,
            EventBody::ContactAttempted { channel, outcome } => self.attempted(*channel, *outcome),
            EventBody::Qualified { criteria } => self.qualified(criteria)?,
            EventBody::OpportunityOpened { amount } => {
                self.gate(Stage::Opportunity, true)?;
                self.set_amount(*amount)?;
                self.confirm();
                self.go(Stage::Opportunity, TransitionReason::Decision);
            }
            EventBody::Won { amount } => {
                self.gate(Stage::Customer, true)?;
                self.set_amount(*amount)?;
                self.confirm();
                self.go(Stage::Customer, TransitionReason::Decision);
                self.notify(Team::Marketing, About::Won);
            }
            EventBody::Lost { reason } => {
                self.check_reason(reason, ids(&self.compiled.document.lifecycle.lost_reasons))?;
                self.go(Stage::Lost, TransitionReason::Reason { id: reason.clone() });
                self.notify(Team::Marketing, About::Lost { reason: reason.clone() });
            }
            EventBody::Recycled { until, reason } => {
                self.check_reason(reason, ids(&self.compiled.document.lifecycle.recycle_reasons))?;
                if until.is_some_and(|until| until <= self.at) {
                    return Err(RefusalCode::HoldInThePast.into());
                }
                self.nurture(*until, TransitionReason::Reason { id: reason.clone() });
            }
            EventBody::Woken => {
                if event.by.is_none() {
                    let help = "a hold ends by itself; before that, and after an end, a person decides";
                    return Err(Refusal::new(RefusalCode::NeedsPerson).help(help));
                }
                self.wake(TransitionReason::Decision);
            }
            EventBody::Disqualified { reason } => {
                self.check_reason(reason, ids(&self.compiled.document.lifecycle.disqualify_reasons))?;
                self.notify(self.state.owner, About::Disqualified);
                self.go(Stage::Disqualified, TransitionReason::Reason { id: reason.clone() });
            }
            EventBody::Reassigned { person } => self.state.person.clone_from(person),
            EventBody::ConsentGiven { consent } => self.consent(consent, false)?,
            EventBody::ConsentWithdrawn { consent } => self.consent(consent, true)?,
            EventBody::Enriched { fields, team } => self.enriched(fields, *team),
            EventBody::Merged { other } => self.merged(&event.id, other)?,
            EventBody::Unmerged { merge } => self.unmerged(merge)?,
        }
        Ok(())
    }

    /// An assessment without an id may be of any lead; one with another lead's id moves nothing here.
    fn is_of_this_lead(&self, assessment: &Assessed) -> Result<(), Refusal> {
        let lead = &self.state.origin.lead;
        match &assessment.lead {
            Some(other) if other != lead => {
                let help = format!("it is of `{other}`: assess the facts of this lead with the `id` `{lead}`");
                Err(Refusal::new(RefusalCode::OtherLead).help(help))
            }
            _ => Ok(()),
        }
    }

    /// The desk gives the lead to sales: a person decides, so its criteria are not asked again.
    fn forwarded(&mut self) -> Result<(), Refusal> {
        self.gate(Stage::Mql, false)?;
        let lacking = self.consent_lacking();
        if !lacking.is_empty() {
            let channels: Vec<&str> = lacking.iter().map(|channel| channel.name()).collect();
            let help = "ask the contact for it, and record `consent_given`";
            return Err(Refusal::new(RefusalCode::ConsentMissing).about(channels.join(", ")).help(help));
        }
        self.hand_over(TransitionReason::Decision);
        Ok(())
    }

    fn rejected(&mut self, reason: &Arc<str>) -> Result<(), Refusal> {
        let reasons = &self.compiled.document.lifecycle.reject_reasons;
        self.check_reason(reason, ids(reasons))?;
        let rule = reasons.iter().find(|known| *known.id == **reason);
        let why = TransitionReason::Reason { id: reason.clone() };
        let at = self.at;
        match rule.map(|rule| (rule.then, rule.hold)) {
            Some((Consequence::Disqualify, _)) => self.go(Stage::Disqualified, why),
            Some((Consequence::Nurture, Some(hold))) => {
                self.nurture(Some(at.saturating_add(hold.microseconds())), why);
            }
            Some((Consequence::Nurture, None)) | None => self.nurture(None, why),
        }
        self.state.fast_track_since = Some(at);
        if rule.is_some_and(|rule| rule.reset == Some(Reset::Engagement)) {
            self.state.engagement_since = Some(at);
        }
        self.notify(Team::Marketing, About::Rejected { reason: reason.clone() });
        Ok(())
    }

    fn accepted(&mut self, by: Option<&Arc<str>>) -> Result<(), Refusal> {
        let anew = self.state.accepted.is_none();
        if anew && self.features().sal {
            self.gate(Stage::Sal, true)?;
        }
        self.confirm();
        if anew && self.features().sal {
            self.go(Stage::Sal, TransitionReason::Decision);
        } else if anew {
            self.stop_passed_clocks();
        }
        if let Some(by) = by {
            self.state.person = Some(by.clone());
        }
        Ok(())
    }

    /// Sales has it, and no longer only in advance.
    fn confirm(&mut self) {
        self.state.in_advance = false;
        if self.state.accepted.is_none() {
            self.state.accepted = Some(self.at);
        }
    }

    fn attempted(&mut self, channel: Channel, outcome: AttemptOutcome) {
        if self.state.handed_over.is_some() {
            self.state.attempts = self.state.attempts.saturating_add(1);
            self.state.reached |= outcome.is_reached();
        }
        if outcome == AttemptOutcome::WrongContact {
            self.notify(Team::Marketing, About::WrongContact { channel });
        }
    }

    fn qualified(&mut self, criteria: &BTreeMap<Arc<str>, Truth>) -> Result<(), Refusal> {
        let known = &self.compiled.criteria;
        if let Some(id) = criteria.keys().find(|id| !known.iter().any(|criterion| criterion.id == **id)) {
            return Err(Refusal::new(RefusalCode::UnknownCriterion).about(format!("`{id}`")));
        }
        let enters = self.features().sql && self.state.stage != Stage::Sql;
        if enters {
            self.gate(Stage::Sql, true)?;
        }
        if !criteria.is_empty() {
            Arc::make_mut(&mut self.state.criteria).extend(criteria.iter().map(|(id, truth)| (id.clone(), *truth)));
        }
        self.confirm();
        if enters {
            self.go(Stage::Sql, TransitionReason::Decision);
        }
        Ok(())
    }

    fn set_amount(&mut self, amount: Option<Decimal>) -> Result<(), Refusal> {
        if amount.is_some_and(|amount| amount <= Decimal::ZERO) {
            return Err(RefusalCode::WrongAmount.into());
        }
        self.state.amount = amount.or(self.state.amount);
        Ok(())
    }

    fn consent(&mut self, consent: &Arc<ConsentRecord>, withdrawn: bool) -> Result<(), Refusal> {
        if consent.is_withdrawal() != withdrawn || consent.at > self.at {
            return Err(RefusalCode::WrongRecord.into());
        }
        Arc::make_mut(&mut self.state.consent).record((**consent).clone());
        if withdrawn {
            self.effect(Deed::Suppress {
                channel: consent.channel,
                identifier: consent.identifier.as_str().into(),
                purpose: consent.purpose.as_deref().map(Into::into),
            });
        } else {
            self.effect(Deed::Assess);
        }
        Ok(())
    }

    /// A team writes only its own fields, and those of nobody.
    fn enriched(&mut self, fields: &[Arc<str>], team: Option<Team>) {
        let header = &self.compiled.document.agreement;
        for field in fields {
            let owner = self.compiled.document.fields.get(field).and_then(|field| field.owner.as_deref());
            let Some(owner) = owner else { continue };
            let own = team.is_some_and(|team| {
                owner == team.name() || header.parties.get(team.name()).is_some_and(|name| name == owner)
            });
            if !own {
                self.effect(Deed::FieldConflict { field: field.clone(), owner: owner.into(), team });
            }
        }
        self.effect(Deed::Assess);
    }
}

/// The ids of a list of reasons.
fn ids<T: HasId>(reasons: &[T]) -> impl Iterator<Item = &str> + Clone {
    reasons.iter().map(HasId::id)
}
