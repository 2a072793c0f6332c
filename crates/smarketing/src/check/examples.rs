//! The document tests itself: its examples are assessed, and what differs is reported.

use crate::agreement::Agreement;
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};

#[inline(never)]
pub(super) fn check(agreement: &Agreement, sink: &Sink) {
    for (at, example) in agreement.document().examples.iter().enumerate() {
        let assessment = agreement.assess(&example.lead, &example.interactions, example.as_of);
        let path = Path::root().key("examples").index(at);
        let compare = |key: &str, expected: Option<String>, found: Option<String>| {
            if let Some(expected) = expected.filter(|expected| found.as_ref() != Some(expected)) {
                let found = found.unwrap_or_else(|| "nothing".to_owned());
                let message =
                    format!("the example \"{}\" expects the {key} `{expected}`, and it is `{found}`", example.name);
                sink.report(Finding::new(Code::ExampleFailed, path.key("expect").key(key), message));
            }
        };
        let expect = &example.expect;
        let text = |text: &Option<std::sync::Arc<str>>| text.as_ref().map(ToString::to_string);
        compare("score", expect.score.map(|points| points.to_string()), Some(assessment.score.to_string()));
        compare("fit", expect.fit.map(|points| points.to_string()), Some(assessment.fit.to_string()));
        let engagement = Some(assessment.engagement.to_string());
        compare("engagement", expect.engagement.map(|points| points.to_string()), engagement);
        compare("grade", expect.grade.clone(), text(&assessment.grade));
        compare("band", expect.band.clone(), text(&assessment.band));
        compare("stage", expect.stage.map(|stage| stage.to_string()), Some(assessment.stage.to_string()));
        compare("persona", expect.persona.clone(), text(&assessment.persona));
        let tier = assessment.icp.as_ref().and_then(|icp| text(&icp.tier));
        compare("icp_tier", expect.icp_tier.clone(), tier);
        let matched = assessment.icp.as_ref().map(|icp| icp.matched.to_string());
        compare("icp_matched", expect.icp_matched.map(|points| points.to_string()), matched);
        for finding in &assessment.findings {
            let message = format!("in the example \"{}\": {}", example.name, finding.message);
            let mut place = path.clone();
            for segment in finding.path.segments() {
                place = match segment {
                    crate::Segment::Key(key) => place.key(key.as_str()),
                    crate::Segment::Index(index) => place.index(*index),
                };
            }
            // The agreement can be used all the same: it is the example that is not as its author meant.
            sink.report_key(Finding { message, path: place, ..finding.clone() }.lowered());
        }
    }
}
