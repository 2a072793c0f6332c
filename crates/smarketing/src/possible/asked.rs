//! [`Asked`]: everything that an agreement asks of each field.

use crate::agreement::compiled::Compiled;
use crate::condition::expression::Expression;
use crate::condition::history::{Filter, TypeFilter};
use crate::condition::test::Test;
use crate::scoring::compiled::{CompiledRule, CompiledScale, RuleKind, ScaledBy};

/// What is asked of one field: tests, and scales of points.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked<'a> {
    pub(crate) tests: Vec<&'a Test>,
    pub(crate) scales: Vec<&'a CompiledScale>,
    /// Whether a stage requires it.
    pub(crate) required: bool,
}

impl<'a> Asked<'a> {
    /// Whether anything depends on the field.
    pub(crate) fn is_idle(&self) -> bool {
        self.tests.is_empty() && self.scales.is_empty() && !self.required
    }

    fn add(&mut self, test: &'a Test) {
        if !self.tests.contains(&test) {
            self.tests.push(test);
        }
    }

    /// What expressions ask, by slot.
    pub(crate) fn by_slot(expressions: impl IntoIterator<Item = &'a Expression>, slots: usize) -> Vec<Asked<'a>> {
        let mut all: Vec<Asked<'a>> = vec![Asked::default(); slots];
        for expression in expressions {
            note(expression, &mut all);
        }
        all
    }

    /// What the whole agreement asks, by slot.
    pub(crate) fn of_agreement(compiled: &'a Compiled) -> Vec<Asked<'a>> {
        let mut all = Self::by_slot(expressions(compiled), compiled.vocabulary.fields.len());
        let scoring = &compiled.scoring;
        for rule in [&scoring.fit, &scoring.engagement, &scoring.score].into_iter().flat_map(|part| &part.rules) {
            if let RuleKind::Scaled { by: ScaledBy::Fact(slot), scale, .. } = &rule.kind
                && let Some(asked) = all.get_mut(usize::from(*slot))
            {
                asked.scales.push(scale);
            }
        }
        for slot in compiled.lifecycle.stages.iter().flat_map(|stage| &stage.requires) {
            if let Some(asked) = all.get_mut(usize::from(*slot)) {
                asked.required = true;
            }
        }
        all
    }

    /// What is asked of the properties of one interaction type, by slot of the property.
    pub(crate) fn of_type(compiled: &'a Compiled, kind: u16) -> Vec<Asked<'a>> {
        let count = compiled.vocabulary.types.get(usize::from(kind)).map_or(0, |kind| kind.properties.len());
        let mut filters: Vec<&'a Filter> = Vec::new();
        let scoring = &compiled.scoring;
        for rule in [&scoring.fit, &scoring.engagement, &scoring.score].into_iter().flat_map(|part| &part.rules) {
            if let RuleKind::Each(each) = &rule.kind {
                filters.push(&each.filter);
            }
        }
        filters.extend(compiled.lifecycle.fast_tracks.iter().map(|track| &track.filter));
        for expression in expressions(compiled) {
            expression.leaves(&mut |leaf| {
                if let Expression::History(test) = leaf {
                    filters.push(&test.filter);
                }
            });
        }
        let conditions = filters.into_iter().filter_map(|filter| match filter.of_type(kind) {
            Some(TypeFilter::Where(expression)) => Some(expression),
            _ => None,
        });
        Self::by_slot(conditions, count)
    }
}

fn note<'a>(expression: &'a Expression, all: &mut [Asked<'a>]) {
    expression.leaves(&mut |leaf| {
        if let Expression::Fact { slot, test, .. } = leaf
            && let Some(asked) = all.get_mut(usize::from(*slot))
        {
            asked.add(test);
        }
    });
}

/// Every condition of the agreement.
pub(crate) fn expressions(compiled: &Compiled) -> Vec<&Expression> {
    let mut all: Vec<&Expression> = Vec::new();
    if let Some(icp) = &compiled.icp {
        all.extend(icp.criteria.iter().chain(&icp.exclusions).map(|criterion| &criterion.when));
    }
    all.extend(compiled.personas.iter().flat_map(|persona| &persona.clauses).map(|clause| &clause.expression));
    all.extend(compiled.criteria.iter().map(|criterion| &criterion.when));
    let scoring = &compiled.scoring;
    for part in [&scoring.fit, &scoring.engagement, &scoring.score] {
        all.extend(part.rules.iter().filter_map(|rule: &CompiledRule| rule.when.as_ref()));
        all.extend(part.adjustments.iter().filter_map(|adjustment| adjustment.when.as_ref()));
    }
    let lifecycle = &compiled.lifecycle;
    for stage in &lifecycle.stages {
        all.extend(stage.when.iter().flatten().map(|clause| &clause.expression));
        all.extend(stage.keep_while.as_ref());
    }
    all.extend(lifecycle.fast_tracks.iter().filter_map(|track| track.when.as_ref()));
    all.extend(lifecycle.disqualifiers.iter().map(|disqualifier| &disqualifier.when));
    all
}
