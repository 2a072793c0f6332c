//! Compiling points by value: the field or the result that is looked at, and its table of points.

use rust_decimal::Decimal;

use super::compiled::{CompiledScale, RuleKind, ScaledBy};
use super::points_by::{PointsBy, Scale};
use crate::condition::compile::Compiler;
use crate::condition::results::{Level, ResultName};
use crate::document::decimal::decimal;
use crate::finding::{Code, Finding, Path};
use crate::points::Points;
use crate::text::fold;
use crate::vocabulary::bound::{Bound, BoundEmail, FoldedText};
use crate::vocabulary::{FieldType, Value};

/// Compiles the points that follow a value: of a field, or of a result that is computed before.
#[inline(never)]
pub(super) fn scaled(points_by: &PointsBy, level: Level, compiler: &Compiler<'_>, path: &Path) -> Option<RuleKind> {
    let place = path.key("field");
    if let Some(slot) = compiler.vocabulary.slot(&points_by.field) {
        let field = compiler.vocabulary.field(slot)?;
        let scale = match &points_by.scale {
            Scale::Values(values) => fact_values(values, slot, compiler, path)?,
            other if field.kind.is_number() => number_scale(other)?,
            _ => {
                let message = format!(
                    "`{}` is of type `{}`, and only numbers have steps and proportions",
                    field.name,
                    field.kind.as_str()
                );
                compiler
                    .sink
                    .report(Finding::new(Code::OperatorNotApplicable, place, message).help("give points by `values`"));
                return None;
            }
        };
        return Some(with_reach(ScaledBy::Fact(slot), scale));
    }
    let Some(name) = compiler.names.find(&points_by.field) else {
        if !compiler.sink.is_poisoned("fields", &points_by.field) {
            let message = format!("`{}` is no field of this agreement", points_by.field);
            let known = compiler.vocabulary.fields.iter().map(|field| &*field.name);
            compiler.sink.report(Finding::new(Code::UnknownField, place, message).suggest(&points_by.field, known));
        }
        return None;
    };
    if name.level() >= level {
        let message = format!("`{}` is not yet computed when {} is", points_by.field, level.words());
        compiler.sink.report(Finding::new(Code::LaterResult, place, message));
        return None;
    }
    let scale = match &points_by.scale {
        Scale::Values(values) if !name.is_number() && !matches!(name, ResultName::Icp | ResultName::Criterion(_)) => {
            let labels = compiler.names.labels(name);
            let mut codes: Vec<Option<i64>> = vec![None; labels.len()];
            for (value, points) in values.iter() {
                let mut found = false;
                for (code, label) in codes.iter_mut().zip(&labels) {
                    if label.as_ref().is_some_and(|label| fold(label) == fold(value)) {
                        *code = Some(points.millionths());
                        found = true;
                    }
                }
                if !found {
                    let message = format!("`{value}` is no value of `{}`", points_by.field);
                    let finding = Finding::new(Code::UnknownValue, path.key("values").key(value), message);
                    compiler.sink.report_key(finding.suggest(value, labels.iter().flatten().map(|label| &**label)));
                }
            }
            CompiledScale::Codes(codes.into())
        }
        other if name.is_number() && !matches!(other, Scale::Values(_)) => number_scale(other)?,
        _ => {
            let message = format!("`{}` cannot be scaled so", points_by.field);
            let help = "labels take `values`; numbers take `steps` or `times`; what is true or false is a `when`";
            compiler.sink.report(Finding::new(Code::OperatorNotApplicable, place, message).help(help));
            return None;
        }
    };
    Some(with_reach(ScaledBy::Result(name), scale))
}

fn number_scale(scale: &Scale) -> Option<CompiledScale> {
    match scale {
        Scale::Steps(steps) => {
            Some(CompiledScale::Steps(steps.iter().map(|(bound, points)| (*bound, points.millionths())).collect()))
        }
        Scale::Times { factor, min, max } => {
            Some(CompiledScale::Times { factor: factor.to_decimal(), min: min.millionths(), max: max.millionths() })
        }
        Scale::Values(_) => None,
    }
}

#[inline(never)]
fn fact_values(
    values: &crate::Entries<Points>,
    slot: u16,
    compiler: &Compiler<'_>,
    path: &Path,
) -> Option<CompiledScale> {
    let field = compiler.vocabulary.field(slot)?;
    let mut codes: Vec<Option<i64>> = Vec::new();
    let mut numbers: Vec<(Decimal, i64)> = Vec::new();
    let mut texts: Vec<(Box<str>, i64)> = Vec::new();
    let (mut yes, mut no) = (None, None);
    let mut right = true;
    for (value, points) in values.iter() {
        let points = points.millionths();
        // Two spellings of one value: which points are meant?
        let mut twice = false;
        let literal = match (field.kind, decimal(value)) {
            (FieldType::Number | FieldType::Money, Some(number)) => Value::Number(number),
            _ => Value::from(value),
        };
        match compiler.vocabulary.values.bind(field, &literal) {
            Ok(Bound::Code(code)) => {
                let code = usize::from(code);
                if codes.len() <= code {
                    codes.resize(code.saturating_add(1), None);
                }
                if let Some(cell) = codes.get_mut(code) {
                    twice = cell.replace(points).is_some();
                }
            }
            Ok(Bound::Number(number)) => {
                twice = numbers.iter().any(|(known, _)| *known == number);
                numbers.push((number, points));
            }
            Ok(Bound::Boolean(true)) => twice = yes.replace(points).is_some(),
            Ok(Bound::Boolean(false)) => twice = no.replace(points).is_some(),
            Ok(
                Bound::Text(FoldedText { text, .. })
                | Bound::Email(BoundEmail { address: FoldedText { text, .. }, .. }),
            ) => {
                twice = texts.iter().any(|(known, _)| *known == text);
                texts.push((text, points));
            }
            Ok(_) => {
                let message =
                    format!("`{}` is of type `{}`, which has no table of points", field.name, field.kind.as_str());
                let help = "write a rule with `when` for each";
                compiler.sink.report(Finding::new(Code::OperatorNotApplicable, path.key("field"), message).help(help));
                return None;
            }
            Err(misfit) => {
                right = false;
                compiler.sink.report_key(misfit.at(path.key("values").key(value)));
            }
        }
        if twice {
            let message = format!("`{value}` is a value that has points already");
            compiler.sink.report_key(Finding::new(Code::DuplicateId, path.key("values").key(value), message));
        }
    }
    right.then(|| match field.kind {
        FieldType::Category | FieldType::Country => CompiledScale::Codes(codes.into()),
        FieldType::Boolean => CompiledScale::Booleans { yes, no },
        FieldType::Number | FieldType::Money => CompiledScale::Numbers(numbers.into()),
        _ => CompiledScale::Texts(texts.into()),
    })
}

/// A scale with the least and the most points that it can give.
fn with_reach(by: ScaledBy, scale: CompiledScale) -> RuleKind {
    let all: Vec<i64> = match &scale {
        CompiledScale::Codes(codes) => codes.iter().flatten().copied().collect(),
        CompiledScale::Booleans { yes, no } => yes.iter().chain(no).copied().collect(),
        CompiledScale::Texts(texts) => texts.iter().map(|(_, points)| *points).collect(),
        CompiledScale::Numbers(steps) | CompiledScale::Steps(steps) => {
            steps.iter().map(|(_, points)| *points).collect()
        }
        CompiledScale::Times { min, max, .. } => vec![*min, *max],
    };
    let least = all.iter().min().copied().unwrap_or(0);
    let most = all.iter().max().copied().unwrap_or(0);
    RuleKind::Scaled { by, scale, least, most }
}
