//! Reasons: why a lead may be rejected, lost, recycled or disqualified, and what follows.

use std::cell::RefCell;

use serde::Serialize;

use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::finding::Code;
use crate::time::Duration;
use crate::vocabulary::Texts;
use crate::vocabulary::names::read_name;

/// A reason of an agreed list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reason {
    /// The name by which events refer to it.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub label: Texts,
}

/// A reason to reject a lead: it is marketing's feedback, and it says what becomes of the lead.
///
/// ```toml
/// [[lifecycle.reject_reasons]]
/// id = "no-budget"
/// then = "nurture"
/// for = "90d"
/// reset = "engagement"
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RejectReason {
    /// The name by which events refer to it.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub label: Texts,
    /// What becomes of the lead.
    pub then: Consequence,
    /// How long it waits; absent: until somebody wakes it, or it takes a fast track.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub hold: Option<Duration>,
    /// What starts again from nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reset: Option<Reset>,
}

/// What becomes of a rejected lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Consequence {
    /// It waits with marketing.
    Nurture,
    /// It is no lead for this agreement.
    Disqualify,
}

/// What a rejection sets back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reset {
    /// Earlier interactions earn nothing any more.
    Engagement,
}

/// A reason has an id of its own.
pub(crate) trait HasId {
    fn id(&self) -> &str;
}

impl HasId for Reason {
    fn id(&self) -> &str {
        &self.id
    }
}

impl HasId for RejectReason {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Reason {
    /// Reads a table, or the id alone.
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        if matches!(place.node.kind, Kind::Text(_)) {
            return read_name(place).map(|id| Self { id, label: Texts::default() });
        }
        let table = place.table()?;
        let id = table.read("id", read_name);
        let label = table.read_or("label", Texts::default(), Texts::read);
        table.finish();
        Some(Self { id: id?, label })
    }
}

impl RejectReason {
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let id = table.read("id", read_name);
        let label = table.read_or("label", Texts::default(), Texts::read);
        let consequences = [("nurture", Consequence::Nurture), ("disqualify", Consequence::Disqualify)];
        let then = table.read("then", |place| place.choice(&consequences));
        let hold = table.read_optional("for", |place| place.duration());
        let reset = table.read_optional("reset", |place| place.choice(&[("engagement", Reset::Engagement)]));
        table.finish();
        let reason = Self { id: id?, label, then: then?, hold: hold?, reset: reset? };
        if reason.then == Consequence::Disqualify {
            for key in ["for", "reset"] {
                if let Some(place) = table.optional(key) {
                    place.report(Code::ConflictingKeys, format!("a lead that is disqualified has no `{key}`"));
                }
            }
        }
        Some(reason)
    }
}

/// A list of reasons, each with an id of its own.
pub(crate) fn unique<T: HasId>(place: &Place<'_, '_>, read: impl Fn(&Place<'_, '_>) -> Option<T>) -> Option<Vec<T>> {
    let ids = RefCell::new(Vec::<String>::new());
    place.list(|place| {
        let reason = read(place)?;
        if ids.borrow().iter().any(|id| id == reason.id()) {
            place.report(Code::DuplicateId, format!("there is a reason `{}` already", reason.id()));
            return None;
        }
        ids.borrow_mut().push(reason.id().to_owned());
        Some(reason)
    })
}
