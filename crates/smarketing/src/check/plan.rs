//! Goals that cannot be met as they stand: what the plan finds doubtful.

use crate::agreement::Agreement;
use crate::document::reader::Sink;
use crate::planning::PlanOptions;

#[inline(never)]
pub(super) fn check(agreement: &Agreement, sink: &Sink) {
    if agreement.document().goals.is_empty() {
        return;
    }
    for finding in agreement.plan(&PlanOptions::new()).findings {
        // The agreement can be used all the same: it is the plan that does not come out.
        sink.report(finding.lowered());
    }
}
