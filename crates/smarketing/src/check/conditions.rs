//! Conditions that no facts can make true, and filters that no interaction meets.

use super::Stranger;
use crate::condition::expression::Expression;
use crate::condition::history::{Filter, HistoryTest, TypeFilter};
use crate::condition::test::Range;
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};
use crate::possible::search::Proof;
use crate::scoring::Dimension;
use crate::scoring::compiled::RuleKind;

#[inline(never)]
pub(super) fn check(stranger: &Stranger, sink: &Sink) {
    let compiled = stranger.compiled();
    let root = Path::root();
    let looks = |expression: &Expression, path: Path, what: &str| {
        if stranger.can(&[expression], &[]) == Proof::Impossible {
            report(sink, path.clone(), &format!("{what} can never hold: no facts make it true"));
        }
        questions_of(expression, &mut |question| {
            if never_counts(question) || never_meant(stranger, &question.filter) {
                report(sink, path.clone(), &format!("in {what}, no interaction can be meant by `interactions`"));
            }
        });
    };
    if let (Some(icp), Some(document)) = (&compiled.icp, &compiled.document.icp) {
        let path = root.key("icp");
        for (at, criterion) in icp.criteria.iter().enumerate() {
            looks(&criterion.when, path.key("criteria").index(at).key("when"), "this criterion");
        }
        for (at, exclusion) in icp.exclusions.iter().enumerate().take(document.exclude.len()) {
            looks(&exclusion.when, path.key("exclude").index(at).key("when"), "this exclusion");
        }
    }
    for (at, criterion) in compiled.criteria.iter().enumerate() {
        looks(&criterion.when, root.key("qualification").key("criteria").index(at).key("when"), "this criterion");
    }
    let scoring = &compiled.scoring;
    let document = &compiled.document.scoring;
    for part in [&scoring.fit, &scoring.engagement, &scoring.score] {
        let places = document.rules.iter().enumerate().filter(|(_, rule)| rule.scores == part.dimension);
        for (rule, (at, _)) in part.rules.iter().zip(places) {
            let path = root.key("scoring").key("rules").index(at);
            if let Some(when) = &rule.when {
                looks(when, path.key("when"), &format!("the condition of the rule `{}`", rule.id));
            }
            if let RuleKind::Each(each) = &rule.kind
                && never_meant(stranger, &each.filter)
            {
                let message = format!("no interaction meets `where` of the rule `{}`", rule.id);
                report(sink, path.key("where"), &message);
            }
        }
        adjustments(stranger, part.dimension, &looks);
    }
    for (at, disqualifier) in compiled.lifecycle.disqualifiers.iter().enumerate() {
        looks(&disqualifier.when, root.key("lifecycle").key("disqualify").index(at).key("when"), "this disqualifier");
    }
    for (at, track) in compiled.lifecycle.fast_tracks.iter().enumerate() {
        let path = root.key("lifecycle").key("fast_track").index(at);
        if let Some(when) = &track.when {
            looks(when, path.key("when"), "the condition of this fast track");
        }
        if never_meant(stranger, &track.filter) {
            report(sink, path.key("where"), "no interaction meets `where` of this fast track");
        }
    }
}

fn adjustments(stranger: &Stranger, dimension: Dimension, looks: &impl Fn(&Expression, Path, &str)) {
    let compiled = stranger.compiled();
    let scoring = &compiled.scoring;
    let part = match dimension {
        Dimension::Fit => &scoring.fit,
        Dimension::Engagement => &scoring.engagement,
        Dimension::Score => &scoring.score,
    };
    for adjustment in &part.adjustments {
        let place = compiled.document.scoring.adjustments.iter().position(|known| *known.id == *adjustment.id);
        if let (Some(when), Some(at)) = (&adjustment.when, place) {
            let path = Path::root().key("scoring").key("adjustments").index(at).key("when");
            looks(when, path, &format!("the condition of the adjustment `{}`", adjustment.id));
        }
    }
}

fn report(sink: &Sink, path: Path, message: &str) {
    sink.report(Finding::new(Code::NeverTrue, path, message));
}

/// The questions about what happened.
fn questions_of<'e>(expression: &'e Expression, visit: &mut impl FnMut(&'e HistoryTest)) {
    expression.leaves(&mut |leaf| {
        if let Expression::History(test) = leaf {
            visit(test);
        }
    });
}

/// Whether no interaction is ever of the age that is asked, or no count is the one that is asked.
fn never_counts(question: &HistoryTest) -> bool {
    let no_age = question.within.zip(question.older_than).is_some_and(|(within, older)| within <= older);
    let counts = question.count.iter().filter(|(_, negated)| !negated).map(|(range, _)| *range);
    no_age || counts.reduce(Range::and).is_some_and(|range| !range.has_whole(0))
}

/// Whether no interaction of any of its types can be meant.
fn never_meant(stranger: &Stranger, filter: &Filter) -> bool {
    let empty = |range: Option<Range<i64>>| {
        let ends = range.and_then(|range| Some((range.least?, range.most?)));
        ends.is_some_and(|(least, most)| {
            least.value > most.value || (least.value == most.value && !(least.included && most.included))
        })
    };
    // The first of all has none before it.
    let first_only = filter.nth.and_then(|nth| nth.most).is_some_and(|most| most.value <= 1);
    let no_place = filter.nth.is_some_and(|nth| !nth.has_whole(1));
    if no_place || empty(filter.since_previous) || (first_only && filter.since_previous.is_some()) {
        return true;
    }
    let types = &stranger.compiled().vocabulary.types;
    let mut some = false;
    for kind in filter.types() {
        some = true;
        let possible = match filter.of_type(kind) {
            Some(TypeFilter::Where(expression)) => {
                let fields = types.get(usize::from(kind)).map(|kind| &*kind.properties).unwrap_or_default();
                stranger.can_be_meant(fields, expression) != Proof::Impossible
            }
            _ => true,
        };
        if possible {
            return false;
        }
    }
    some
}
