//! What depends on time: an agreement that is not yet in force, or due for review. And a signed one
//! that nobody signed.

use crate::agreement::Agreement;
use crate::document::Status;
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};
use crate::time::Timestamp;

#[inline(never)]
pub(super) fn check(agreement: &Agreement, as_of: Option<Timestamp>, sink: &Sink) {
    let header = &agreement.document().agreement;
    let path = Path::root().key("agreement");
    if header.status == Status::Draft && !header.signed.is_empty() {
        let message = "the agreement has signatures, and its status is `draft`";
        sink.report(Finding::new(Code::Unused, path.key("signed"), message));
    }
    let Some(as_of) = as_of else { return };
    let today = agreement.0.vocabulary.values.zone.date_at(as_of);
    if let Some(effective) = header.effective.filter(|effective| *effective > today) {
        let message = format!("the agreement is in force from {effective}, and it is {today}");
        sink.report(Finding::new(Code::NotEffective, path.key("effective"), message));
    }
    if let Some(review) = header.review_by.filter(|review| *review < today) {
        let message = format!("the agreement was to be reviewed by {review}, and it is {today}");
        sink.report(Finding::new(Code::ReviewDue, path.key("review_by"), message));
    }
}
