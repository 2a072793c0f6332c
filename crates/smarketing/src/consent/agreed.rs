//! [`Consent`]: the `[consent]` part of the agreement: what each channel and purpose needs, and
//! when marketing keeps quiet.

use std::collections::BTreeMap;

use serde::Serialize;

use super::basis::ConsentBasis;
use super::channel::Channel;
use crate::document::reader::{Place, Table};
use crate::document::tree::Kind;
use crate::finding::{Code, Finding};
use crate::time::Duration;
use crate::vocabulary::Entries;

/// The `[consent]` part of an agreement.
///
/// ```toml
/// [consent]
/// handover_needs = { email = "opt_in" }
/// needs = { post = "legitimate_interest" }            # every other channel needs an opt-in
/// purposes = { newsletter = { kind = "marketing", needs = { email = "double_opt_in" } }, offer = "sales", invoice = "service" }
/// frequency_caps = [{ times = 2, within = "7d", channel = "email" }]
/// quiet_after_purchase = "30d"
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Consent {
    /// What contacts are approached for; none: `marketing`, `sales` and `service`, each of its kind.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub purposes: Entries<Purpose>,
    /// The ground that a channel needs at least; an opt-in where it is not named.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::ByChannel<ConsentBasis>"))]
    pub needs: BTreeMap<Channel, ConsentBasis>,
    /// What a lead needs before it is handed over to sales.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::ByChannel<HandoverNeed>"))]
    pub handover_needs: BTreeMap<Channel, HandoverNeed>,
    /// How often a contact is approached at most.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub frequency_caps: Vec<FrequencyCap>,
    /// For how long nobody advertises what was bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiet_after_purchase: Option<Duration>,
    /// Whether marketing goes on while sales talks with the contact.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub market_during_sales: bool,
}

/// What contacts are approached for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Purpose {
    /// Whether it is marketing, sales or service.
    pub kind: PurposeKind,
    /// The grounds that this purpose needs on some channels, instead of the channel's own.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::ByChannel<ConsentBasis>"))]
    pub needs: BTreeMap<Channel, ConsentBasis>,
}

/// Who approaches a contact, and what for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PurposeKind {
    /// Marketing advertises: all guards hold.
    Marketing,
    /// Sales talks about the contact's own interest: it needs a ground.
    Sales,
    /// What a contract needs, such as an invoice: it needs no consent, but a withdrawal counts.
    Service,
}

/// What a lead needs on a channel before it is handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct HandoverNeed {
    /// The ground, at least.
    pub basis: ConsentBasis,
    /// For which purpose; absent: the first of sales.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}

/// How often a contact is approached at most within a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FrequencyCap {
    /// How often a contact is approached at most.
    pub times: u32,
    /// The time within which that is counted.
    pub within: Duration,
    /// Over this channel; absent: over all together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// For this purpose; absent: for everything that is marketing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}

const KINDS: [(&str, PurposeKind); 3] =
    [("marketing", PurposeKind::Marketing), ("sales", PurposeKind::Sales), ("service", PurposeKind::Service)];

impl Consent {
    /// Reads it from JSON text.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its place.
    pub fn from_json(text: &str) -> Result<Self, Vec<Finding>> {
        crate::document::read_json(text, Self::read)
    }

    /// Reads it from TOML text.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its place.
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> Result<Self, Vec<Finding>> {
        crate::document::read_toml(text, Self::read)
    }

    /// Of what kind a purpose is; `None` if the agreement does not have it.
    #[must_use]
    pub fn kind_of(&self, purpose: &str) -> Option<PurposeKind> {
        if self.purposes.is_empty() {
            return KINDS.iter().find(|(name, _)| *name == purpose).map(|(_, kind)| *kind);
        }
        self.purposes.get(purpose).map(|purpose| purpose.kind)
    }

    /// The ground that a channel needs at least, for a purpose of marketing or sales.
    #[must_use]
    pub fn needed(&self, channel: Channel, purpose: &str) -> ConsentBasis {
        let own = self.purposes.get(purpose).and_then(|purpose| purpose.needs.get(&channel));
        own.or_else(|| self.needs.get(&channel)).copied().unwrap_or(ConsentBasis::OptIn)
    }

    /// The purpose for which sales needs a ground at handover, where none is named.
    pub(crate) fn sales_purpose(&self) -> Option<&str> {
        if self.purposes.is_empty() {
            return Some("sales");
        }
        self.purposes.iter().find(|(_, purpose)| purpose.kind == PurposeKind::Sales).map(|(name, _)| name)
    }

    /// The names of its purposes.
    pub(crate) fn purpose_names(&self) -> Vec<&str> {
        if self.purposes.is_empty() { KINDS.map(|(name, _)| name).to_vec() } else { self.purposes.names().collect() }
    }

    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let read_purposes = |place: &Place<'_, '_>| Entries::read(place, "purposes", Purpose::read);
        let consent = Self {
            purposes: table.read_or("purposes", Entries::default(), read_purposes),
            needs: table.read_or("needs", BTreeMap::new(), |place| by_channel(place, ConsentBasis::read)),
            handover_needs: table
                .read_or("handover_needs", BTreeMap::new(), |place| by_channel(place, HandoverNeed::read)),
            frequency_caps: table.read_or("frequency_caps", Vec::new(), |place| place.one_or_many(FrequencyCap::read)),
            quiet_after_purchase: table.optional("quiet_after_purchase").and_then(|place| place.duration()),
            market_during_sales: table.read_or("market_during_sales", false, |place| place.boolean()),
        };
        table.finish();
        consent.check(&table);
        Some(consent)
    }

    /// Every purpose that is named must be one.
    fn check(&self, table: &Table<'_, '_>) {
        if let Some(place) = table.optional("handover_needs") {
            place.entries(|_, place| {
                let named = named_purpose(place);
                if let Some(named) = &named {
                    self.check_purpose(named);
                } else if self.sales_purpose().is_none() {
                    let help = "name a purpose: `{ basis = \"opt_in\", purpose = \"…\" }`";
                    place.report_with_help(Code::MissingKey, "none of the `purposes` is one of sales", help);
                }
                Some(())
            });
        }
        if let Some(place) = table.optional("frequency_caps") {
            place.one_or_many(|place| {
                if let Some(named) = named_purpose(place) {
                    self.check_purpose(&named);
                }
                Some(())
            });
        }
    }

    fn check_purpose(&self, named: &Named) {
        let Named { name, path, sink } = named;
        if self.kind_of(name).is_none() && !sink.is_poisoned("purposes", name) {
            let finding = Finding::new(Code::UnknownPurpose, path.clone(), format!("there is no purpose `{name}`"));
            sink.report(finding.suggest(name, self.purpose_names()));
        }
    }
}

/// A purpose that a table names, and where.
struct Named<'p> {
    name: &'p str,
    path: crate::Path,
    sink: &'p crate::document::reader::Sink,
}

fn named_purpose<'p>(place: &Place<'p, '_>) -> Option<Named<'p>> {
    let Kind::Table(entries) = &place.node.kind else { return None };
    let entry = entries.iter().find(|entry| entry.key == "purpose")?;
    let Kind::Text(name) = &entry.value.kind else { return None };
    Some(Named { name, path: place.path().key("purpose"), sink: place.sink })
}

/// A table from channels to something.
fn by_channel<T>(place: &Place<'_, '_>, read: impl Fn(&Place<'_, '_>) -> Option<T>) -> Option<BTreeMap<Channel, T>> {
    let entries = place.entries(|key, place| {
        let (channel, value) = (Channel::from_key(key, place), read(place));
        channel.zip(value)
    });
    entries.map(|entries| entries.into_iter().collect())
}

impl Purpose {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let read_kind = |place: &Place<'_, '_>| place.choice(&KINDS);
        if matches!(place.node.kind, Kind::Text(_)) {
            return read_kind(place).map(|kind| Self { kind, needs: BTreeMap::new() });
        }
        let table = place.table()?;
        let kind = table.read("kind", read_kind);
        let needs = table.read_or("needs", BTreeMap::new(), |place| by_channel(place, ConsentBasis::read));
        table.finish();
        Some(Self { kind: kind?, needs })
    }
}

impl HandoverNeed {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        if matches!(place.node.kind, Kind::Text(_)) {
            return ConsentBasis::read(place).map(|basis| Self { basis, purpose: None });
        }
        let table = place.table()?;
        let basis = table.read("basis", ConsentBasis::read);
        let purpose = table.read_optional("purpose", |place| place.string());
        table.finish();
        Some(Self { basis: basis?, purpose: purpose? })
    }
}

impl FrequencyCap {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let times = table.read("times", |place| place.whole(1, 10_000));
        let within = table.read("within", |place| place.duration());
        let channel = table.read_optional("channel", Channel::read);
        let purpose = table.read_optional("purpose", |place| place.string());
        table.finish();
        Some(Self { times: times?, within: within?, channel: channel?, purpose: purpose? })
    }
}
