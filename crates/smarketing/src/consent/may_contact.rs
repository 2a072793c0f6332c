//! [`Consent::may_contact`]: whether a contact may be approached now, and everything that stands
//! against it.

use serde::Serialize;

use super::agreed::{Consent, FrequencyCap, HandoverNeed, PurposeKind};
use super::channel::Channel;
use super::contact_facts::ContactFacts;
use super::ledger::{ConsentLedger, ConsentStanding};
use super::record::{ConsentRecord, ConsentWord};
use crate::document::reader::Place;
use crate::time::{Duration, Timestamp};

/// How somebody wants to approach a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ContactRequest {
    /// The channel over which somebody wants to approach the contact.
    pub channel: Channel,
    /// At which address or number.
    pub identifier: String,
    /// For which of the agreement's purposes.
    pub purpose: String,
    /// About which offering, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offering: Option<String>,
}

/// Yes or no, with the reason: the record that allows it, or everything that stands against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ContactPermission {
    /// Whether the contact may be approached.
    pub allowed: bool,
    /// The record that gives the ground, where there is one: the proof.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<ConsentRecord>,
    /// What stands against it; empty if it is allowed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hindrances: Vec<Hindrance>,
}

/// Something that stands against approaching a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Hindrance {
    /// What kind it is; stable between versions.
    pub kind: HindranceKind,
    /// What stands against it, in words.
    pub message: String,
    /// From when on it no longer does, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

/// What kind of thing stands against approaching a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum HindranceKind {
    /// The agreement does not have the purpose.
    UnknownPurpose,
    /// No address or number of the channel is known.
    NoIdentifier,
    /// Nothing was ever said, and unknown is no.
    NoConsent,
    /// Consent was withdrawn.
    Withdrawn,
    /// Consent has expired.
    Expired,
    /// There is a ground, but the channel or the purpose needs a stronger one.
    TooWeak,
    /// The contact was approached often enough.
    FrequencyCap,
    /// Sales is talking with the contact.
    OpenConversation,
    /// It was bought a short while ago.
    RecentPurchase,
}

impl ContactRequest {
    /// An approach over a channel, to an address or number, for a purpose.
    #[must_use]
    pub fn new(channel: Channel, identifier: impl Into<String>, purpose: impl Into<String>) -> Self {
        Self { channel, identifier: identifier.into(), purpose: purpose.into(), offering: None }
    }

    /// Says which offering it is about.
    #[must_use]
    pub fn offering(mut self, offering: impl Into<String>) -> Self {
        self.offering = Some(offering.into());
        self
    }
}

impl ContactRequest {
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let (channel, identifier) =
            (table.read("channel", Channel::read), table.read("identifier", |place| place.string()));
        let purpose = table.read("purpose", |place| place.filled_text());
        let offering = table.read_optional("offering", |place| place.filled_text());
        table.finish().then_some(())?;
        Some(Self { channel: channel?, identifier: identifier?, purpose: purpose?, offering: offering? })
    }
}

impl ContactPermission {
    /// From when on the contact may be approached, if nothing else happens: the latest end of what
    /// stands against it, where all of it ends.
    #[must_use]
    pub fn allowed_from(&self, as_of: Timestamp) -> Option<Timestamp> {
        let ends: Option<Vec<Timestamp>> = self.hindrances.iter().map(|hindrance| hindrance.until).collect();
        ends.map(|ends| ends.into_iter().max().unwrap_or(as_of))
    }
}

impl Hindrance {
    fn new(kind: HindranceKind, message: String) -> Self {
        Self { kind, message, until: None }
    }

    const fn until(mut self, until: Timestamp) -> Self {
        self.until = Some(until);
        self
    }
}

impl Consent {
    /// Whether a contact may be approached at an instant, and everything that stands against it:
    /// consent, frequency caps, an open conversation with sales, a recent purchase.
    ///
    /// The guards besides consent hold for marketing. What a contract needs (a purpose of service)
    /// needs no consent, but a withdrawal counts.
    ///
    /// ```
    /// use smarketing::{
    ///     Channel, Consent, ConsentBasis, ConsentLedger, ConsentRecord, ContactFacts, ContactRequest, HindranceKind,
    /// };
    /// let consent = Consent::from_json(r#"{ "quiet_after_purchase": "30d" }"#).unwrap();
    /// let ledger = ConsentLedger::from_iter([ConsentRecord::given(
    ///     Channel::Email, "cio@firm.example", "marketing", ConsentBasis::OptIn, "2026-01-01T00:00:00Z".parse()?,
    /// )]);
    /// let facts = ContactFacts::new().bought("2026-11-02T09:00:00Z".parse()?, "crm");
    /// let request = ContactRequest::new(Channel::Email, "cio@firm.example", "marketing").offering("crm");
    /// let answer = consent.may_contact(&ledger, &facts, &request, "2026-11-05T09:00:00Z".parse()?);
    /// assert_eq!(answer.hindrances[0].kind, HindranceKind::RecentPurchase);
    /// assert_eq!(answer.hindrances[0].until, Some("2026-12-02T09:00:00Z".parse()?));
    /// # Ok::<(), smarketing::TimestampError>(())
    /// ```
    #[must_use]
    pub fn may_contact(
        &self,
        ledger: &ConsentLedger,
        facts: &ContactFacts,
        request: &ContactRequest,
        as_of: Timestamp,
    ) -> ContactPermission {
        let purpose = request.purpose.as_str();
        let Some(kind) = self.kind_of(purpose) else {
            let message = format!("the agreement has no purpose `{purpose}`");
            let hindrances = vec![Hindrance::new(HindranceKind::UnknownPurpose, message)];
            return ContactPermission { allowed: false, ground: None, hindrances };
        };
        let standing = ledger.standing(request.channel, &request.identifier, purpose, as_of);
        let ground = match standing {
            ConsentStanding::Given { record, .. } => Some(record.clone()),
            _ => None,
        };
        let mut hindrances: Vec<Hindrance> = self.consent_hindrance(&standing, kind, request).into_iter().collect();
        if !matches!(kind, PurposeKind::Service) {
            let caps = self.frequency_caps.iter();
            hindrances.extend(caps.filter_map(|cap| self.cap_hindrance(cap, kind, facts, request, as_of)));
        }
        if kind == PurposeKind::Marketing {
            hindrances.extend(self.conversation_hindrance(facts, as_of));
            hindrances.extend(self.purchase_hindrance(facts, request, as_of));
        }
        ContactPermission { allowed: hindrances.is_empty(), ground, hindrances }
    }

    /// What a lead lacks of the consent that its handover needs: one entry for each channel on which
    /// none of the contact's identifiers has it. Empty: it may be handed over.
    #[must_use]
    pub fn handover_hindrances(
        &self,
        ledger: &ConsentLedger,
        identifiers: &[(Channel, &str)],
        as_of: Timestamp,
    ) -> Vec<Hindrance> {
        let needs = self.handover_needs.iter();
        needs.filter_map(|(channel, need)| self.lacking(*channel, need, ledger, identifiers, as_of)).collect()
    }

    /// The channels on which a lead lacks what its handover needs.
    pub(crate) fn channels_lacking(
        &self,
        ledger: &ConsentLedger,
        identifiers: &[(Channel, &str)],
        as_of: Timestamp,
    ) -> Vec<Channel> {
        let lacks = |(channel, need): &(&Channel, &HandoverNeed)| {
            self.lacking(**channel, need, ledger, identifiers, as_of).is_some()
        };
        self.handover_needs.iter().filter(lacks).map(|(channel, _)| *channel).collect()
    }

    fn lacking(
        &self,
        channel: Channel,
        need: &HandoverNeed,
        ledger: &ConsentLedger,
        identifiers: &[(Channel, &str)],
        as_of: Timestamp,
    ) -> Option<Hindrance> {
        let purpose = need.purpose.as_deref().or_else(|| self.sales_purpose()).unwrap_or("sales");
        let own = identifiers.iter().filter(|(known, _)| *known == channel);
        let found: Vec<Option<Hindrance>> = own
            .map(|(channel, identifier)| {
                let standing = ledger.standing(*channel, identifier, purpose, as_of);
                unsatisfied(&standing, need.basis, *channel, purpose)
            })
            .collect();
        if found.iter().any(Option::is_none) {
            return None;
        }
        let missing = format!("no identifier for the channel {channel} is known");
        let first = found.into_iter().flatten().next();
        Some(first.unwrap_or_else(|| Hindrance::new(HindranceKind::NoIdentifier, missing)))
    }

    fn consent_hindrance(
        &self,
        standing: &ConsentStanding<'_>,
        kind: PurposeKind,
        request: &ContactRequest,
    ) -> Option<Hindrance> {
        let (channel, purpose) = (request.channel, request.purpose.as_str());
        if kind == PurposeKind::Service && !matches!(standing, ConsentStanding::Withdrawn { .. }) {
            return None;
        }
        unsatisfied(standing, self.needed(channel, purpose), channel, purpose)
    }

    fn cap_hindrance(
        &self,
        cap: &FrequencyCap,
        kind: PurposeKind,
        facts: &ContactFacts,
        request: &ContactRequest,
        as_of: Timestamp,
    ) -> Option<Hindrance> {
        // An approach for an unknown purpose counts as marketing: rather once too few than too many.
        let concerns = |purpose: &str, kind: PurposeKind| match &cap.purpose {
            Some(capped) => capped == purpose,
            None => kind == PurposeKind::Marketing,
        };
        let over = |channel: Channel| cap.channel.is_none_or(|capped| capped == channel);
        if !concerns(&request.purpose, kind) || !over(request.channel) {
            return None;
        }
        let counted = facts.approaches.iter().filter(|approach| {
            let kind = self.kind_of(&approach.purpose).unwrap_or(PurposeKind::Marketing);
            over(approach.channel) && concerns(&approach.purpose, kind)
        });
        let mut recent: Vec<Timestamp> =
            counted.map(|approach| approach.at).filter(|at| is_recent(*at, cap.within, as_of)).collect();
        recent.sort_unstable_by(|a, b| b.cmp(a));
        // The cap opens when the oldest of the approaches that fill it leaves the period.
        let filling = (cap.times as usize).checked_sub(1).and_then(|at| recent.get(at))?;
        let message = format!("approached {} times within {}, and the cap is {}", recent.len(), cap.within, cap.times);
        let until = filling.saturating_add(cap.within.microseconds());
        Some(Hindrance::new(HindranceKind::FrequencyCap, message).until(until))
    }

    fn conversation_hindrance(&self, facts: &ContactFacts, as_of: Timestamp) -> Option<Hindrance> {
        let known = facts.conversations.iter().filter(|talk| talk.from <= as_of);
        // An end that lies ahead is not known yet.
        let since = known.filter(|talk| talk.until.is_none_or(|end| as_of < end)).map(|talk| talk.from).min()?;
        let message = format!("sales has been talking with the contact since {since}");
        (!self.market_during_sales).then(|| Hindrance::new(HindranceKind::OpenConversation, message))
    }

    fn purchase_hindrance(
        &self,
        facts: &ContactFacts,
        request: &ContactRequest,
        as_of: Timestamp,
    ) -> Option<Hindrance> {
        let (quiet, offering) = (self.quiet_after_purchase?, request.offering.as_deref()?);
        let bought = facts.purchases.iter().filter(|purchase| purchase.offering == offering);
        let last = bought.map(|purchase| purchase.at).filter(|at| is_recent(*at, quiet, as_of)).max()?;
        let message = format!("`{offering}` was bought at {last}, less than {quiet} ago");
        Some(Hindrance::new(HindranceKind::RecentPurchase, message).until(last.saturating_add(quiet.microseconds())))
    }
}

/// Whether something happened, and less than a period ago.
fn is_recent(at: Timestamp, within: Duration, as_of: Timestamp) -> bool {
    at <= as_of && at.microseconds_until(as_of) < within.microseconds()
}

/// What is wrong with a standing where a ground is needed.
fn unsatisfied(
    standing: &ConsentStanding<'_>,
    needed: super::ConsentBasis,
    channel: Channel,
    purpose: &str,
) -> Option<Hindrance> {
    let what = format!("`{purpose}` by {channel}");
    let (kind, message) = match standing {
        ConsentStanding::Given { basis, .. } if basis.satisfies(needed) => return None,
        ConsentStanding::Given { basis, .. } => {
            (HindranceKind::TooWeak, format!("the ground for {what} is {basis}, and {needed} is needed"))
        }
        ConsentStanding::Withdrawn { record } => {
            (HindranceKind::Withdrawn, format!("consent to {what} was withdrawn at {}", record.at))
        }
        ConsentStanding::Expired { record } => {
            let expired = match record.word {
                ConsentWord::Given { expires: Some(expires), .. } => format!(" at {expires}"),
                _ => String::new(),
            };
            (HindranceKind::Expired, format!("consent to {what} expired{expired}"))
        }
        ConsentStanding::Unknown => (HindranceKind::NoConsent, format!("no consent to {what} is known")),
    };
    Some(Hindrance::new(kind, message))
}
