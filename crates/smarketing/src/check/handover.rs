//! The handover that no clock guards: a lead could lie with sales, and nobody would notice.

use crate::agreement::Agreement;
use crate::agreement::compiled::HANDOVER_CLOCK;
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};
use crate::handover::ClockStart;
use crate::lifecycle::{Lifecycle, Stage};

/// Doubts an agreement by which leads are handed over without a clock. One that only scores is not
/// doubted: nobody becomes an MQL by it.
#[inline(never)]
pub(super) fn check(agreement: &Agreement, sink: &Sink) {
    let document = agreement.document();
    if agreement.clocks().started_by(ClockStart::Handover).next().is_some() {
        return;
    }
    let Some(place) = way_to_sales(&document.lifecycle) else { return };
    let message = "by this, leads are handed over to sales, and no clock runs until they are accepted: \
                   one could lie there, and nobody would notice";
    let help = if document.handover.is_some() {
        format!("add to `[handover]`: `clocks = [{HANDOVER_CLOCK}]`")
    } else {
        format!("add `[handover]` with `clocks = [{HANDOVER_CLOCK}]`")
    };
    sink.report(Finding::new(Code::HandoverWithoutClock, place, message).help(help));
}

/// What makes an MQL of a lead: the criteria of the stage, else the first fast track. Nothing else
/// does: what people decide comes after the handover.
fn way_to_sales(lifecycle: &Lifecycle) -> Option<Path> {
    let path = Path::root().key("lifecycle");
    if lifecycle.criteria(Stage::Mql).is_some_and(|criteria| criteria.when.is_some()) {
        return Some(path.key("stage").key(Stage::Mql.as_str()).key("when"));
    }
    (!lifecycle.fast_track.is_empty()).then(|| path.key("fast_track").index(0))
}
