//! States from JSON text, as they were written.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::assessed::{Assessed, read_shared, read_stage, read_truth};
use super::event::{Event, Origin};
use super::state::{LastEvent, LeadState, Merge};
use super::step::TransitionReason;
use super::team::Team;
use crate::consent::{ConsentLedger, ConsentRecord};
use crate::document::reader::Place;
use crate::finding::{Code, Finding};
use crate::handover::{EventKind, RunningClock};
use crate::vocabulary::lead::read_filled_id;

impl LeadState {
    /// Reads a state from JSON text.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its place.
    pub fn from_json(text: &str) -> Result<Self, Vec<Finding>> {
        crate::document::read_json(text, Self::read)
    }

    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let instant = |key| table.read_optional(key, |place| place.timestamp());
        let flag = |key| table.read_or(key, false, |place| place.boolean());
        let origin = table.read("origin", Origin::read);
        let (stage, owner) = (table.read("stage", read_stage), table.read("owner", Team::read));
        let person = table.read_optional("person", read_filled_id);
        let since = table.read("since", |place| place.timestamp());
        let reason = table.read("reason", TransitionReason::read);
        let (hold_until, handed_over, accepted) = (instant("hold_until"), instant("handed_over"), instant("accepted"));
        let (fast_track_since, engagement_since) = (instant("fast_track_since"), instant("engagement_since"));
        let returned_at = instant("returned_at");
        let criteria = table.read_or("criteria", BTreeMap::new(), |place| {
            place.entries(|id, place| Some((Arc::from(id), read_truth(place)?))).map(|list| list.into_iter().collect())
        });
        let attempts = table.read_or("attempts", 0, |place| place.whole(0, u32::MAX));
        let (in_advance, reached) = (flag("in_advance"), flag("reached"));
        let amount = table.read_optional("amount", |place| place.decimal());
        let clocks = table.read_or("clocks", Vec::new(), |place| place.list(RunningClock::read));
        let consent = table.read_or("consent", Vec::new(), |place| place.list(ConsentRecord::read));
        let assessed = table.read_optional("assessed", Assessed::read);
        let (agreement, last) = (table.read("agreement", read_shared), table.read("last", LastEvent::read));
        let changed = table.read("changed", |place| place.timestamp());
        let applied = table.read("applied", |place| place.list(read_filled_id));
        let merges = table.read_or("merges", Vec::new(), |place| place.list(Merge::read));
        let right = table.finish();
        let state = Self {
            origin: Arc::new(origin?),
            stage: stage?,
            owner: owner?,
            person: person?,
            since: since?,
            reason: reason?,
            hold_until: hold_until?,
            handed_over: handed_over?,
            accepted: accepted?,
            in_advance,
            fast_track_since: fast_track_since?,
            engagement_since: engagement_since?,
            returned_at: returned_at?,
            attempts,
            reached,
            criteria: Arc::new(criteria),
            amount: amount?,
            clocks,
            consent: Arc::new(ConsentLedger::from_iter(consent)),
            assessed: assessed?.map(Arc::new),
            agreement: agreement?,
            last: last?,
            changed: changed?,
            applied: applied?.into_iter().collect(),
            merges: merges.into_iter().map(Arc::new).collect(),
        };
        if state.accepted.is_some() && state.handed_over.is_none() {
            place.report(Code::ConflictingKeys, "a lead that is `accepted` was `handed_over` before");
            return None;
        }
        right.then_some(state)
    }
}

impl LastEvent {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let at = table.read("at", |place| place.timestamp());
        let kind = table.read("kind", |place| place.choice(&EventKind::choices()));
        let id = table.read("id", read_filled_id);
        table.finish();
        Some(Self { at: at?, kind: kind?, id: id? })
    }
}

impl Merge {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let event = table.read("event", read_filled_id);
        let before = table.read("before", LeadState::read);
        let since = table.read_or("since", Vec::new(), |place| place.list(Event::read));
        table.finish();
        Some(Self { event: event?, before: Arc::new(before?), since })
    }
}
