//! The compiled profile: ICP, personas and qualification.

use std::sync::Arc;

use super::criterion::Criterion;
use super::icp::Icp;
use super::persona::Persona;
use super::qualification::Qualification;
use crate::condition::compile::Compiler;
use crate::condition::expression::Expression;
use crate::condition::results::{Level, ResultName};
use crate::condition::{Clause, Condition};
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};
use crate::scoring::Ladder;
use crate::scoring::compile::check_unique;
use crate::scoring::compiled::Asks;

#[derive(Debug, Clone)]
pub(crate) struct CompiledCriterion {
    pub(crate) id: Arc<str>,
    /// In millionths.
    pub(crate) weight: i64,
    pub(crate) when: Expression,
    pub(crate) asks: Asks,
}

#[derive(Debug, Clone)]
pub(crate) struct CompiledIcp {
    pub(crate) criteria: Box<[CompiledCriterion]>,
    pub(crate) total: i64,
    pub(crate) tiers: Ladder,
    pub(crate) tier_labels: Box<[Arc<str>]>,
    pub(crate) exclusions: Box<[CompiledCriterion]>,
}

/// A top-level clause of a condition, with its words.
#[derive(Debug, Clone)]
pub(crate) struct CompiledClause {
    pub(crate) expression: Expression,
    pub(crate) words: Arc<str>,
    pub(crate) asks: Asks,
}

#[derive(Debug, Clone)]
pub(crate) struct CompiledPersona {
    pub(crate) id: Arc<str>,
    pub(crate) role: Option<super::BuyingRole>,
    pub(crate) clauses: Box<[CompiledClause]>,
}

/// Compiles the top-level clauses of a condition one by one; a predicate with several operators is
/// one clause.
#[inline(never)]
pub(crate) fn compile_clauses(
    condition: &Condition,
    level: Level,
    compiler: &Compiler<'_>,
    path: &Path,
) -> Option<Box<[CompiledClause]>> {
    let clauses: Vec<Option<CompiledClause>> = condition
        .clauses
        .iter()
        .map(|clause: &Clause| {
            let single = Condition { clauses: vec![clause.clone()] };
            let expression = compiler.condition(&single, level, path)?;
            let asks = Asks::of([&expression]);
            Some(CompiledClause { expression, words: clause.to_string().into(), asks })
        })
        .collect();
    clauses.into_iter().collect()
}

#[inline(never)]
fn compile_criteria(
    criteria: &[Criterion],
    level: Level,
    compiler: &Compiler<'_>,
    path: &Path,
) -> Box<[CompiledCriterion]> {
    let compiled = criteria.iter().enumerate().filter_map(|(at, criterion)| {
        let path = path.index(at);
        check_unique(compiler, &path, &criterion.id, criteria.iter().take(at).map(|other| &other.id), "criterion");
        let when = compiler.condition(&criterion.when, level, &path.key("when"))?;
        let asks = Asks::of([&when]);
        Some(CompiledCriterion { id: criterion.id.as_str().into(), weight: criterion.weight.millionths(), when, asks })
    });
    compiled.collect()
}

#[inline(never)]
pub(crate) fn compile_icp(icp: &Icp, compiler: &Compiler<'_>) -> CompiledIcp {
    let path = Path::root().key("icp");
    let criteria = compile_criteria(&icp.criteria, Level::Icp, compiler, &path.key("criteria"));
    for (label, bound) in icp.tiers.steps() {
        if bound < crate::Points::ZERO || bound > crate::Points::new(1) {
            let message = format!("a tier is opened by a share between 0 and 1, not `{bound}`");
            compiler.sink.report(Finding::new(Code::OutOfRange, path.key("tiers").key(label), message));
        }
    }
    let path = path.key("exclude");
    let exclusions = icp.exclude.iter().enumerate().filter_map(|(at, exclusion)| {
        let path = path.index(at);
        check_unique(compiler, &path, &exclusion.id, icp.exclude.iter().take(at).map(|other| &other.id), "exclusion");
        let when = compiler.condition(&exclusion.when, Level::Icp, &path.key("when"))?;
        let asks = Asks::of([&when]);
        Some(CompiledCriterion { id: exclusion.id.as_str().into(), weight: 0, when, asks })
    });
    CompiledIcp {
        total: criteria.iter().fold(0_i64, |total, criterion| total.saturating_add(criterion.weight)),
        criteria,
        tier_labels: icp.tiers.labels().map(Arc::from).collect(),
        tiers: icp.tiers.clone(),
        exclusions: exclusions.collect(),
    }
}

#[inline(never)]
pub(crate) fn compile_personas(personas: &[Persona], compiler: &Compiler<'_>) -> Box<[CompiledPersona]> {
    let path = Path::root().key("personas");
    let compiled = personas.iter().enumerate().map(|(at, persona)| {
        let path = path.index(at);
        check_unique(compiler, &path, &persona.id, personas.iter().take(at).map(|other| &other.id), "persona");
        let clauses =
            persona.when.as_ref().and_then(|when| compile_clauses(when, Level::Persona, compiler, &path.key("when")));
        CompiledPersona { id: persona.id.as_str().into(), role: persona.role, clauses: clauses.unwrap_or_default() }
    });
    compiled.collect()
}

#[inline(never)]
pub(crate) fn compile_qualification(
    qualification: &Qualification,
    compiler: &Compiler<'_>,
) -> Box<[CompiledCriterion]> {
    let path = Path::root().key("qualification").key("criteria");
    if qualification.criteria.is_empty() {
        compiler.sink.report(Finding::new(Code::Empty, path.clone(), "a qualification needs at least one criterion"));
    }
    for (at, criterion) in qualification.criteria.iter().enumerate() {
        let name = format!("{}_{}", qualification.framework, criterion.id);
        if criterion.id == "met" || ResultName::FIXED.iter().any(|(fixed, _)| *fixed == name) {
            let message = format!("`{name}` is taken: conditions could not ask for this criterion");
            compiler.sink.report(Finding::new(Code::ReservedName, path.index(at).key("id"), message));
        }
    }
    compile_criteria(&qualification.criteria, Level::Qualification, compiler, &path)
}

/// Reports lists of labels that are longer than their sets can be.
#[inline(never)]
pub(crate) fn check_count(sink: &Sink, count: usize, most: usize, what: &str, path: &Path) {
    if count > most {
        sink.report(Finding::new(
            Code::TooLarge,
            path.clone(),
            format!("there are {count} {what}, and the most is {most}"),
        ));
    }
}
