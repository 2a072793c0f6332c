//! [`Header`]: who signed what, from when to when, and what its numbers and times mean.

use rust_decimal::Decimal;
use serde::Serialize;

use super::reader::Place;
use crate::finding::{Code, Finding};
use crate::time::{Date, Zone};
use crate::vocabulary::{Entries, Texts};

/// Whether an agreement is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It is still discussed.
    #[default]
    Draft,
    /// Both sides signed it.
    Signed,
}

/// The head of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Header {
    /// The name of the agreement, for people.
    pub name: String,
    /// Its version: results and histories name it.
    pub version: String,
    /// Whether it is signed.
    pub status: Status,
    /// Who signed it, and on which day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signed: Vec<Signature>,
    /// What was changed, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// From when it is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<Date>,
    /// When both sides look at it again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    /// The currency of its amounts, by ISO 4217 code.
    pub currency: String,
    /// How much of it one unit of another currency is worth.
    #[serde(skip_serializing_if = "Entries::is_empty", serialize_with = "exchange_rates")]
    #[cfg_attr(feature = "schema", schemars(with = "Entries<crate::Money>"))]
    pub exchange: Entries<Decimal>,
    /// The time zone of its days.
    pub time_zone: String,
    /// The language of its texts.
    pub language: String,
    /// The teams, by side: `marketing`, `sales`, `review`.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub parties: Entries<String>,
}

/// Who signed the agreement, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Signature {
    /// Who signed: a person or a role.
    pub by: String,
    /// The day of the signature.
    pub on: Date,
}

/// A change of the agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Change {
    /// Who made the change: a person or a role.
    pub by: String,
    /// The day of the change.
    pub on: Date,
    /// The reason for the change, in words for both teams.
    pub why: Texts,
}

fn exchange_rates<S: serde::Serializer>(rates: &Entries<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(rates.iter().map(|(currency, rate)| (currency, rate.normalize().to_string())))
}

impl Default for Header {
    fn default() -> Self {
        Self {
            name: String::new(),
            version: String::new(),
            status: Status::Draft,
            signed: Vec::new(),
            changes: Vec::new(),
            effective: None,
            review_by: None,
            currency: "EUR".to_owned(),
            exchange: Entries::default(),
            time_zone: "UTC".to_owned(),
            language: "en".to_owned(),
            parties: Entries::default(),
        }
    }
}

impl Header {
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let absent = Self::default();
        let name = table.read("name", |place| place.filled_text());
        let version = table.read("version", |place| place.filled_text());
        let statuses = [("draft", Status::Draft), ("signed", Status::Signed)];
        let header = Self {
            name: name.unwrap_or_default(),
            version: version.unwrap_or_default(),
            status: table.read_or("status", Status::Draft, |place| place.choice(&statuses)),
            signed: table.read_or("signed", Vec::new(), |place| place.list(Signature::read)),
            changes: table.read_or("changes", Vec::new(), |place| place.list(Change::read)),
            effective: table.optional("effective").and_then(|place| place.date()),
            review_by: table.optional("review_by").and_then(|place| place.date()),
            currency: table.read_or("currency", absent.currency, read_currency),
            exchange: table
                .read_or("exchange", Entries::default(), |place| Entries::read(place, "exchange", read_rate)),
            time_zone: table.read_or("time_zone", absent.time_zone, read_zone),
            language: table.read_or("language", absent.language, read_language),
            parties: table.read_or("parties", Entries::default(), |place| {
                Entries::read(place, "parties", |place| place.filled_text())
            }),
        };
        table.finish();
        if let (Some(from), Some(review)) = (header.effective, header.review_by)
            && review <= from
        {
            let message = format!("the review on {review} is not after the start on {from}");
            place.sink.report(Finding::new(Code::WrongOrder, place.path().key("review_by"), message));
        }
        for (currency, _) in header.exchange.iter().filter(|(currency, _)| !is_currency(currency)) {
            let message = format!("`{currency}` is not a currency");
            place.sink.report(Finding::new(Code::InvalidValue, place.path().key("exchange").key(currency), message));
        }
        Some(header)
    }
}

fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn read_currency(place: &Place<'_, '_>) -> Option<String> {
    let text = place.text()?;
    if !is_currency(text) {
        let help = "a currency is three capital letters of ISO 4217, such as `EUR`";
        place.report_with_help(Code::InvalidValue, format!("`{text}` is not a currency"), help);
        return None;
    }
    Some(text.to_owned())
}

fn read_rate(place: &Place<'_, '_>) -> Option<Decimal> {
    let rate = place.decimal()?;
    if rate <= Decimal::ZERO {
        place.report(Code::OutOfRange, format!("an exchange rate is more than 0, not `{rate}`"));
        return None;
    }
    Some(rate)
}

#[inline(never)]
fn read_zone(place: &Place<'_, '_>) -> Option<String> {
    let text = place.text()?;
    if Zone::named(text).is_none() {
        let names = Zone::names();
        let finding = Finding::new(Code::InvalidValue, place.path(), format!("`{text}` is not a time zone"));
        let finding =
            finding.help("write a name of the IANA data such as `Europe/Berlin`, `UTC`, or an offset such as `+01:00`");
        place.sink.report(match crate::text::nearest(text, names.iter().map(String::as_str)) {
            Some(name) => finding.meant(name),
            None => finding,
        });
        return None;
    }
    Some(text.to_owned())
}

fn read_language(place: &Place<'_, '_>) -> Option<String> {
    let text = place.text()?;
    if text.len() != 2 || !text.bytes().all(|byte| byte.is_ascii_lowercase()) {
        let help = "a language is two small letters, such as `de` or `en`";
        place.report_with_help(Code::InvalidValue, format!("`{text}` is not a language"), help);
        return None;
    }
    Some(text.to_owned())
}

impl Signature {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let by = table.read("by", |place| place.filled_text());
        let on = table.read("on", |place| place.date());
        table.finish();
        Some(Self { by: by?, on: on? })
    }
}

impl Change {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let by = table.read("by", |place| place.filled_text());
        let on = table.read("on", |place| place.date());
        let why = table.read("why", Texts::read);
        table.finish();
        Some(Self { by: by?, on: on?, why: why? })
    }
}
