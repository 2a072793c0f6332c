//! The compiled lifecycle: what opens a stage, fast tracks and disqualifiers.

use std::sync::Arc;

use super::document::{FastTrack, Lifecycle};
use super::permit::Features;
use super::stage::Stage;
use crate::condition::compile::Compiler;
use crate::condition::expression::Expression;
use crate::condition::history::Filter;
use crate::condition::results::Level;
use crate::finding::{Code, Finding, Path};
use crate::profile::compiled::{CompiledClause, compile_clauses};
use crate::scoring::compile::check_unique;
use crate::scoring::compiled::Asks;
use crate::time::Duration;
use crate::vocabulary::compiled::Slot;

#[derive(Debug, Clone)]
pub(crate) struct CompiledStage {
    pub(crate) stage: Stage,
    pub(crate) when: Option<Box<[CompiledClause]>>,
    pub(crate) requires: Box<[Slot]>,
    pub(crate) keep_while: Option<Expression>,
}

#[derive(Debug, Clone)]
pub(crate) struct CompiledFastTrack {
    pub(crate) filter: Filter,
    pub(crate) when: Option<Expression>,
    pub(crate) within: Option<i64>,
    pub(crate) to: Stage,
}

#[derive(Debug, Clone)]
pub(crate) struct CompiledDisqualifier {
    pub(crate) id: Arc<str>,
    pub(crate) when: Expression,
    pub(crate) asks: Asks,
}

#[derive(Debug, Clone)]
pub(crate) struct CompiledLifecycle {
    /// All of them, in order; an assessment reaches those up to SQL.
    pub(crate) stages: Box<[CompiledStage]>,
    pub(crate) fast_tracks: Box<[CompiledFastTrack]>,
    pub(crate) disqualifiers: Box<[CompiledDisqualifier]>,
    pub(crate) features: Features,
}

#[inline(never)]
pub(crate) fn compile(lifecycle: &Lifecycle, compiler: &Compiler<'_>) -> CompiledLifecycle {
    let path = Path::root().key("lifecycle");
    let stages = lifecycle.stages.iter().copied().map(|stage| compile_stage(lifecycle, stage, compiler, &path));
    let tracks = lifecycle.fast_track.iter().enumerate();
    let tracks =
        tracks.filter_map(|(at, track)| compile_fast_track(track, compiler, &path.key("fast_track").index(at)));
    let disqualifiers = lifecycle.disqualify.iter().enumerate().filter_map(|(at, disqualifier)| {
        let path = path.key("disqualify").index(at);
        let earlier = lifecycle.disqualify.iter().take(at).map(|other| &other.id);
        check_unique(compiler, &path, &disqualifier.id, earlier, "disqualifier");
        let when = compiler.condition(&disqualifier.when, Level::Stage, &path.key("when"))?;
        let asks = Asks::of([&when]);
        Some(CompiledDisqualifier { id: disqualifier.id.as_str().into(), when, asks })
    });
    let mut compiled = CompiledLifecycle {
        stages: stages.collect(),
        fast_tracks: tracks.collect(),
        disqualifiers: disqualifiers.collect(),
        features: Features::default(),
    };
    compiled.features = Features::of(&compiled);
    compiled
}

#[inline(never)]
fn compile_stage(lifecycle: &Lifecycle, stage: Stage, compiler: &Compiler<'_>, path: &Path) -> CompiledStage {
    let path = path.key("stage").key(stage.as_str());
    let Some(criteria) = lifecycle.criteria(stage) else {
        return CompiledStage { stage, when: None, requires: Box::default(), keep_while: None };
    };
    let requires = criteria.requires.iter().enumerate().filter_map(|(at, name)| {
        let slot = compiler.vocabulary.slot(name);
        if slot.is_none() && !compiler.sink.is_poisoned("fields", name) {
            let message = format!("`{name}` is no field of this agreement");
            let known = compiler.vocabulary.fields.iter().map(|field| &*field.name);
            let finding = Finding::new(Code::UnknownField, path.key("requires").index(at), message);
            compiler.sink.report(finding.suggest(name, known));
        }
        slot
    });
    CompiledStage {
        stage,
        requires: requires.collect(),
        when: criteria.when.as_ref().and_then(|when| compile_clauses(when, Level::Stage, compiler, &path.key("when"))),
        keep_while: criteria
            .keep_while
            .as_ref()
            .and_then(|keep| compiler.condition(keep, Level::Stage, &path.key("keep_while"))),
    }
}

#[inline(never)]
fn compile_fast_track(track: &FastTrack, compiler: &Compiler<'_>, path: &Path) -> Option<CompiledFastTrack> {
    let filter = compiler.filter(&track.on, track.filter.as_ref(), path, "on");
    let when = match &track.when {
        Some(when) => Some(compiler.condition(when, Level::Stage, &path.key("when"))?),
        None => None,
    };
    Some(CompiledFastTrack { filter: filter?, when, within: track.within.map(Duration::microseconds), to: track.to })
}
