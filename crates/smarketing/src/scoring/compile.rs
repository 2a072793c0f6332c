//! Compiling the scoring: names are looked up, tables made, limits of size held.

use std::sync::Arc;

use super::adjustment::Adjustment;
use super::compile_points_by::scaled;
use super::compiled::{
    Asks, CompiledAdjustment, CompiledDimension, CompiledGroup, CompiledRule, CompiledScoring, Each, Idle, RuleKind,
    grade_labels,
};
use super::decay::{Decay, Fading};
use super::dimension::Dimension;
use super::limit::Limit;
use super::points_by::{PointsBy, Scale};
use super::rule::Rule;
use super::settings::Scoring;
use crate::condition::compile::Compiler;
use crate::condition::expression::Expression;
use crate::condition::results::Level;
use crate::finding::{Code, Finding, Path};
use crate::points::Points;
use crate::text::fold;
use crate::time::Duration;

/// All rules' points together, as large as factors can make them, in millionths of millionths.
const LARGEST: u128 = 1_000_000_000_000_000_000;

/// One, in millionths.
const ONE: u128 = 1_000_000;

/// Compiles the scoring; what is wrong is reported, and left out.
#[inline(never)]
pub(crate) fn compile(scoring: &Scoring, compiler: &Compiler<'_>) -> CompiledScoring {
    let path = Path::root().key("scoring");
    let mut groups: Vec<CompiledGroup> = scoring
        .groups
        .iter()
        .map(|(id, group)| CompiledGroup {
            id: id.into(),
            pick: group.pick,
            min: group.min.map(Points::millionths),
            max: group.max.map(Points::millionths),
            dimension: None,
        })
        .collect();
    let mut rules: [Vec<CompiledRule>; 3] = Default::default();
    let mut fading = Fading::default();
    for (at, rule) in scoring.rules.iter().enumerate() {
        let path = path.key("rules").index(at);
        check_unique(compiler, &path, &rule.id, scoring.rules.iter().take(at).map(|rule| &rule.id), "rule");
        let group = group_of(rule, &mut groups, compiler, &path);
        if let Some(compiled) = compile_rule(rule, group, scoring.decay, &mut fading, compiler, &path)
            && let Some(list) = rules.get_mut(index_of(rule.scores))
        {
            list.push(compiled);
        }
    }
    check_size(scoring, compiler, &path);
    check_grades(scoring, compiler, &path);
    let [fit, engagement, score] = rules;
    let dimension = |dimension: Dimension, rules: Vec<CompiledRule>, weight: Points| {
        let settings = scoring.dimension(dimension);
        CompiledDimension {
            dimension,
            rules: rules.into(),
            adjustments: compile_adjustments(scoring, dimension, compiler, &path),
            min: settings.min.map(Points::millionths),
            max: settings.max.map(Points::millionths),
            weight: weight.millionths(),
        }
    };
    CompiledScoring {
        fit: dimension(Dimension::Fit, fit, scoring.weights.fit),
        engagement: dimension(Dimension::Engagement, engagement, scoring.weights.engagement),
        score: dimension(Dimension::Score, score, Points::new(1)),
        groups: groups.into(),
        grades: grade_labels(&scoring.fit.grades, &scoring.engagement.grades).into(),
        band_labels: scoring.bands.labels().map(Arc::from).collect(),
        fit_grades: scoring.fit.grades.clone(),
        engagement_grades: scoring.engagement.grades.clone(),
        bands: scoring.bands.clone(),
    }
}

const fn index_of(dimension: Dimension) -> usize {
    match dimension {
        Dimension::Fit => 0,
        Dimension::Engagement => 1,
        Dimension::Score => 2,
    }
}

/// The step in which the conditions of a dimension's rules stand.
const fn level_of(dimension: Dimension) -> Level {
    match dimension {
        Dimension::Score => Level::Score,
        _ => Level::Rules,
    }
}

/// Reports an id that stood before.
#[inline(never)]
pub(crate) fn check_unique<'n>(
    compiler: &Compiler<'_>,
    path: &Path,
    id: &str,
    mut earlier: impl Iterator<Item = &'n String>,
    what: &str,
) {
    if !id.is_empty() && earlier.any(|known| known == id) {
        let message = format!("there are two of the id `{id}`: each {what} has its own");
        compiler.sink.report(Finding::new(Code::DuplicateId, path.key("id"), message));
    }
}

#[inline(never)]
fn group_of(rule: &Rule, groups: &mut [CompiledGroup], compiler: &Compiler<'_>, path: &Path) -> Option<u16> {
    let name = rule.group.as_ref()?;
    let Some(at) = groups.iter().position(|group| *group.id == **name) else {
        if !compiler.sink.is_poisoned("groups", name) {
            let message = format!("`{name}` is no group of the scoring");
            let finding = Finding::new(Code::UnknownGroup, path.key("group"), message);
            compiler.sink.report(finding.suggest(name, groups.iter().map(|group| &*group.id)));
        }
        return None;
    };
    let group = groups.get_mut(at)?;
    let dimension = *group.dimension.get_or_insert(rule.scores);
    if dimension != rule.scores {
        let message = format!(
            "the rules of the group `{name}` score `{}`, and this one `{}`",
            dimension.as_str(),
            rule.scores.as_str()
        );
        let help = "a group is capped as a part of one dimension";
        compiler.sink.report(Finding::new(Code::InvalidValue, path.key("group"), message).help(help));
    }
    u16::try_from(at).ok()
}

#[inline(never)]
fn compile_rule(
    rule: &Rule,
    group: Option<u16>,
    default_decay: Option<Decay>,
    fading: &mut Fading,
    compiler: &Compiler<'_>,
    path: &Path,
) -> Option<CompiledRule> {
    let level = level_of(rule.scores);
    let when = rule.when.as_ref().map(|condition| compiler.condition(condition, level, &path.key("when")));
    let points = rule.points.map_or(0, Points::millionths);
    let kind = if let Some(points_by) = &rule.points_by {
        scaled(points_by, level, compiler, &path.key("points_by"))
    } else if let Some(every) = rule.idle {
        idle(&rule.on, every, compiler, path).map(|idle| RuleKind::Idle { idle, points })
    } else if rule.on.is_empty() {
        Some(RuleKind::Holds(points))
    } else {
        compiler.filter(&rule.on, rule.filter.as_ref(), path, "on").map(|filter| {
            RuleKind::Each(Each {
                filter,
                within: rule.within.map(Duration::microseconds),
                limits: narrowest(&rule.limit),
                table: fading
                    .table(rule.decay.or(default_decay).unwrap_or(Decay::None), Points::from_millionths(points)),
            })
        })
    };
    let when: Option<Expression> = match when {
        Some(compiled) => Some(compiled?),
        None => None,
    };
    let asks = Asks::of(&when);
    Some(CompiledRule { id: rule.id.as_str().into(), group, when, kind: kind?, asks })
}

/// Of the limits of one period the narrowest: it holds the others.
fn narrowest(limits: &[Limit]) -> Box<[Limit]> {
    let mut kept: Vec<Limit> = Vec::new();
    for limit in limits {
        match kept.iter_mut().find(|known| known.per == limit.per) {
            Some(known) => known.times = known.times.min(limit.times),
            None => kept.push(*limit),
        }
    }
    kept.into()
}

#[inline(never)]
fn idle(on: &[String], every: Duration, compiler: &Compiler<'_>, path: &Path) -> Option<Idle> {
    let filter = compiler.filter(on, None, path, "on")?;
    let types = 0..compiler.vocabulary.types.len();
    let ends = types.map(|kind| u16::try_from(kind).is_ok_and(|kind| filter.takes(kind))).collect();
    Some(Idle { ends, every: every.microseconds() })
}

#[inline(never)]
fn compile_adjustments(
    scoring: &Scoring,
    dimension: Dimension,
    compiler: &Compiler<'_>,
    path: &Path,
) -> Box<[CompiledAdjustment]> {
    let mut list: Vec<CompiledAdjustment> = Vec::new();
    let own = scoring.adjustments.iter().enumerate().filter(|(_, adjustment)| adjustment.scores == dimension);
    for (count, (at, adjustment)) in own.enumerate() {
        let path = path.key("adjustments").index(at);
        let earlier = scoring.adjustments.iter().take(at).map(|adjustment| &adjustment.id);
        check_unique(compiler, &path, &adjustment.id, earlier, "adjustment");
        if count == 4 {
            let message = format!("`{}` has more than 4 adjustments", dimension.as_str());
            compiler.sink.report(Finding::new(Code::TooLarge, path.clone(), message));
        }
        list.extend(compile_adjustment(adjustment, compiler, &path));
    }
    crate::sorting::by(&mut list, |one, other| one.id.cmp(&other.id));
    list.into()
}

fn compile_adjustment(adjustment: &Adjustment, compiler: &Compiler<'_>, path: &Path) -> Option<CompiledAdjustment> {
    let level = level_of(adjustment.scores);
    let when = match &adjustment.when {
        Some(condition) => Some(compiler.condition(condition, level, &path.key("when"))?),
        None => None,
    };
    let idle = match adjustment.idle {
        Some(every) => Some(idle(&adjustment.on, every, compiler, path)?),
        None => None,
    };
    let asks = Asks::of(&when);
    Some(CompiledAdjustment {
        id: adjustment.id.as_str().into(),
        when,
        idle,
        multiply: adjustment.multiply.millionths(),
        asks,
    })
}

/// Two letters and digits that make the same grade cannot be told apart.
#[inline(never)]
fn check_grades(scoring: &Scoring, compiler: &Compiler<'_>, path: &Path) {
    let grades = grade_labels(&scoring.fit.grades, &scoring.engagement.grades);
    let twice =
        grades.iter().enumerate().find(|(at, grade)| grades.iter().take(*at).any(|other| fold(other) == fold(grade)));
    if let Some((_, grade)) = twice {
        let message = format!("the grade `{grade}` can come from two pairs of labels");
        compiler.sink.report(Finding::new(Code::DuplicateId, path.key("fit").key("grades"), message));
    }
}

/// How many times as large a dimension's points can become on their way into the score, at most, in
/// millionths: the factors above 1 of its adjustments, its weight, and those of the score.
fn growth(scoring: &Scoring, dimension: Dimension) -> u128 {
    let weight = match dimension {
        Dimension::Fit => scoring.weights.fit,
        Dimension::Engagement => scoring.weights.engagement,
        Dimension::Score => Points::new(1),
    };
    let multiplies = |to: Dimension| to == dimension || to == Dimension::Score;
    let own = scoring.adjustments.iter().filter(|adjustment| multiplies(adjustment.scores));
    // Each is at most ten; what is finer than a millionth is rounded up.
    let times = |grown: u128, factor: Points| {
        let factor = u128::try_from(factor.millionths()).unwrap_or(0).max(ONE);
        grown.saturating_mul(factor).div_ceil(ONE)
    };
    own.fold(times(ONE, weight), |grown, adjustment| times(grown, adjustment.multiply))
}

/// All rules' points together have a largest size, whatever multiplies them: with it, sums of
/// everything fit 64 bits.
#[inline(never)]
fn check_size(scoring: &Scoring, compiler: &Compiler<'_>, path: &Path) {
    let growths = [Dimension::Fit, Dimension::Engagement, Dimension::Score].map(|one| growth(scoring, one));
    let mut total = 0_u128;
    for (at, rule) in scoring.rules.iter().enumerate() {
        let largest = match &rule.points_by {
            None => rule.points.map_or(0, |points| points.millionths().saturating_abs()),
            Some(PointsBy { scale: Scale::Values(values), .. }) => {
                values.iter().map(|(_, points)| points.millionths().saturating_abs()).max().unwrap_or(0)
            }
            Some(PointsBy { scale: Scale::Steps(steps), .. }) => {
                steps.iter().map(|(_, points)| points.millionths().saturating_abs()).max().unwrap_or(0)
            }
            Some(PointsBy { scale: Scale::Times { min, max, .. }, .. }) => {
                min.millionths().saturating_abs().max(max.millionths().saturating_abs())
            }
        };
        let growth = growths.get(index_of(rule.scores)).copied().unwrap_or(ONE);
        let before = total;
        total = total.saturating_add(growth.saturating_mul(largest.unsigned_abs().into()));
        if before <= LARGEST && total > LARGEST {
            let message = if growth > ONE {
                "with this rule, all rules' points together, times the factors above 1 that may multiply them, are more than 1000000 in size"
            } else {
                "with this rule, all rules' points together are more than 1000000 in size"
            };
            compiler.sink.report(Finding::new(Code::OutOfRange, path.key("rules").index(at), message));
        }
    }
}
