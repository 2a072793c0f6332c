//! Stages that no lead can enter, or in which none can stay.

use super::Stranger;
use crate::condition::expression::Expression;
use crate::condition::results::ResultName;
use crate::condition::test::Test;
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};
use crate::lifecycle::Stage;
use crate::lifecycle::compiled::CompiledStage;
use crate::points::Points;
use crate::possible::search::Proof;
use crate::profile::compiled::CompiledClause;

#[inline(never)]
pub(super) fn check(stranger: &Stranger, sink: &Sink) {
    let compiled = stranger.compiled();
    if let Some(last) = compiled.document.lifecycle.stages.last().filter(|last| **last < Stage::Customer) {
        let message = format!("no lead can leave the stage `{last}` upwards: no stage follows it");
        let finding = Finding::new(Code::StageNeverLeft, Path::root().key("lifecycle").key("stages"), message);
        sink.report(finding.help("let the stages end with `customer`: the loop closes with what was won"));
    }
    // Whoever is disqualified or excluded is in no stage, whatever else holds.
    let disqualified = compiled.lifecycle.disqualifiers.iter().map(|one| &one.when);
    let excluded = compiled.icp.iter().flat_map(|icp| icp.exclusions.iter().map(|one| &one.when));
    let barred: Vec<&Expression> = disqualified.chain(excluded).collect();
    for stage in &compiled.lifecycle.stages {
        let path = Path::root().key("lifecycle").key("stage").key(stage.stage.as_str());
        let Some(clauses) = &stage.when else { continue };
        let expressions: Vec<&Expression> = clauses.iter().map(|clause| &clause.expression).collect();
        let unreachable =
            clauses.iter().filter(|clause| report_unreachable(stranger, clause, stage, &path, sink)).count();
        if unreachable > 0 {
            continue;
        }
        if stranger.can(&expressions, &[]) == Proof::Impossible {
            let message = format!("no lead can enter the stage `{}`: its criteria never hold together", stage.stage);
            sink.report(Finding::new(Code::StageNeverEntered, path.key("when"), message));
            continue;
        }
        let required =
            stage.requires.iter().map(|slot| Expression::Fact { slot: *slot, test: Test::Known, negated: false });
        let required: Vec<Expression> = required.collect();
        let all: Vec<&Expression> = expressions.iter().copied().chain(&required).collect();
        if stranger.can(&all, &barred) == Proof::Impossible {
            let message = format!(
                "no lead can enter the stage `{}`: whoever meets its criteria lacks what it requires, or is disqualified or excluded",
                stage.stage
            );
            sink.report(Finding::new(Code::StageNeverEntered, path.key("when"), message));
            continue;
        }
        if let Some(keep) = &stage.keep_while {
            let both: Vec<&Expression> = expressions.iter().copied().chain([keep]).collect();
            if stranger.can(&both, &[]) == Proof::Impossible {
                let message =
                    format!("no lead can stay in the stage `{}`: whoever enters falls back at once", stage.stage);
                let help = "`keep_while` is meant to be easier than `when`";
                sink.report(Finding::new(Code::StageNeverLeft, path.key("keep_while"), message).help(help));
            }
        }
    }
}

/// Reports a clause whose numbers no lead can reach.
fn report_unreachable(
    stranger: &Stranger,
    clause: &CompiledClause,
    stage: &CompiledStage,
    path: &Path,
    sink: &Sink,
) -> bool {
    let Some(name) = number_asked(&clause.expression) else { return false };
    if stranger.can(&[&clause.expression], &[]) != Proof::Impossible {
        return false;
    }
    let reach = stranger.computed.results.number(name);
    let (least, most) = (Points::from_millionths(reach.least), Points::from_millionths(reach.most));
    let word = stranger.compiled().result_word(name);
    let message = format!(
        "no lead can enter the stage `{}`: it asks for {}, and `{word}` lies between {least} and {most} whatever is known",
        stage.stage, clause.words
    );
    sink.report(Finding::new(Code::UnreachableThreshold, path.key("when").key(&*word), message));
    true
}

fn number_asked(expression: &Expression) -> Option<ResultName> {
    match expression {
        Expression::Result { name, .. } if name.is_number() => Some(*name),
        Expression::All(parts) => parts.first().and_then(number_asked),
        _ => None,
    }
}
