//! Segments of goals in which no lead can count.

use super::Stranger;
use crate::condition::expression::Expression;
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};
use crate::possible::search::Proof;

/// A lead counts in the first segment whose condition holds: one may leave nothing to a later one.
#[inline(never)]
pub(super) fn check(stranger: &Stranger, sink: &Sink) {
    let mut earlier: Vec<&Expression> = Vec::new();
    let mut all_are_taken: Option<&str> = None;
    for (at, (name, when)) in stranger.compiled().segments.iter().enumerate() {
        let path = Path::root().key("goals").index(at);
        let path = if when.is_some() { path.key("when") } else { path };
        if let Some(taker) = all_are_taken {
            let message = format!("no lead can count in the segment `{name}`: `{taker}` takes all that come so far");
            let help = "a lead counts in the first segment whose condition holds: put the narrow ones first";
            sink.report(Finding::new(Code::ShadowedSegment, path, message).help(help));
            continue;
        }
        let Some(when) = when else {
            all_are_taken = Some(name);
            continue;
        };
        if stranger.can(&[when], &[]) == Proof::Impossible {
            let message = format!("no lead can count in the segment `{name}`: no facts make its condition true");
            sink.report(Finding::new(Code::NeverTrue, path, message));
        } else if !earlier.is_empty() && stranger.can(&[when], &earlier) == Proof::Impossible {
            let message = format!("no lead can count in the segment `{name}`: the segments before it take them all");
            let help = "a lead counts in the first segment whose condition holds: put the narrow ones first";
            sink.report(Finding::new(Code::ShadowedSegment, path, message).help(help));
        }
        earlier.push(when);
    }
}
