//! Rules that another rule of their group always forestalls.

use super::Stranger;
use crate::condition::expression::Expression;
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};
use crate::possible::search::Proof;
use crate::scoring::Pick;
use crate::scoring::compiled::{CompiledRule, RuleKind};

#[inline(never)]
pub(super) fn check(stranger: &Stranger, sink: &Sink) {
    let compiled = stranger.compiled();
    let scoring = &compiled.scoring;
    let rules = [&scoring.fit, &scoring.engagement, &scoring.score].into_iter().flat_map(|part| &part.rules);
    for (number, group) in (0_u16..).zip(&scoring.groups) {
        if group.dimension.is_none() {
            let message = format!("no rule belongs to the group `{}`", group.id);
            sink.report_key(Finding::new(
                Code::Unused,
                Path::root().key("scoring").key("groups").key(&*group.id),
                message,
            ));
        }
        let members: Vec<(&CompiledRule, &Expression, i64)> = rules
            .clone()
            .filter(|rule| rule.group == Some(number))
            .filter_map(|rule| match (&rule.kind, &rule.when) {
                (RuleKind::Holds(points), Some(when)) => Some((rule, when, *points)),
                _ => None,
            })
            .collect();
        for (at, (rule, when, points)) in members.iter().enumerate() {
            let rivals: Vec<&(&CompiledRule, &Expression, i64)> = members
                .iter()
                .enumerate()
                .filter(|(other, (_, _, others))| match group.pick {
                    Pick::Sum => false,
                    Pick::First => *other < at,
                    // Of equal ones the first counts.
                    Pick::Highest => others > points || (others == points && *other < at),
                })
                .map(|(_, member)| member)
                .collect();
            let conditions: Vec<&Expression> = rivals.iter().map(|(_, when, _)| *when).collect();
            // A rule that can never hold at all is reported as that.
            let alive = stranger.can(&[when], &[]) != Proof::Impossible;
            if !rivals.is_empty() && alive && stranger.can(&[when], &conditions) == Proof::Impossible {
                report(stranger, rule, when, &rivals, sink);
            }
        }
    }
}

fn report(
    stranger: &Stranger,
    rule: &CompiledRule,
    when: &Expression,
    rivals: &[&(&CompiledRule, &Expression, i64)],
    sink: &Sink,
) {
    let place = stranger.compiled().document.scoring.rules.iter().position(|known| *known.id == *rule.id);
    let path = Path::root().key("scoring").key("rules").index(place.unwrap_or(0));
    // One rival alone is the clearer answer, where one is enough.
    let alone = rivals.iter().find(|(_, other, _)| stranger.can(&[when], &[other]) == Proof::Impossible);
    let who = match alone {
        Some((rival, _, _)) => format!("the rule `{}` is always picked before it", rival.id),
        None => "other rules of its group are always picked before it".to_owned(),
    };
    let message = format!("the rule `{}` never counts: {who}", rule.id);
    sink.report(
        Finding::new(Code::ShadowedRule, path, message).help("put the narrower rule first, or remove this one"),
    );
}
