//! Thresholds that no lead can reach, whatever is known of it: grades, bands and tiers. Those of the
//! stages stand in `stages`.

use super::Stranger;
use crate::condition::results::Reach;
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};
use crate::points::Points;
use crate::scoring::Ladder;

#[inline(never)]
pub(super) fn check(stranger: &Stranger, sink: &Sink) {
    let results = &stranger.computed.results;
    let document = &stranger.compiled().document;
    let scoring = Path::root().key("scoring");
    let ladders = [
        (&document.scoring.bands, results.score, scoring.key("bands"), "score"),
        (&document.scoring.fit.grades, results.fit, scoring.key("fit").key("grades"), "fit"),
        (
            &document.scoring.engagement.grades,
            results.engagement,
            scoring.key("engagement").key("grades"),
            "engagement",
        ),
    ];
    for (ladder, reach, path, what) in ladders {
        check_ladder(ladder, reach, &path, what, sink);
    }
}

fn check_ladder(ladder: &Ladder, reach: Reach, path: &Path, what: &str, sink: &Sink) {
    let most = Points::from_millionths(reach.most);
    for (label, bound) in ladder.steps() {
        if bound > most {
            let message = format!("`{label}` opens at {bound}, and no lead's {what} can be more than {most}");
            sink.report(Finding::new(Code::UnreachableThreshold, path.key(label), message));
        }
    }
}
