//! `compare`: two agreements over the same leads: who moves up or down, and why.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::comparison::{
    Comparison, ContributionChange, Direction, LeadMove, RuleEffect, StageMove, StageTotals, UnmetBlocker,
};
use super::contribution::{Contribution, ContributionKind};
use super::figures::Figures;
use super::result::{Assessment, Blocker};
use crate::agreement::Agreement;
use crate::finding::Finding;
use crate::lifecycle::Stage;
use crate::points::Points;
use crate::scoring::Dimension;
use crate::time::Timestamp;
use crate::vocabulary::{Interactions, Lead};

/// How to compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CompareOptions {
    /// How many of the largest moves are kept one by one; absent: all. Totals count all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest: Option<usize>,
}

impl CompareOptions {
    /// Keeps every move.
    #[must_use]
    pub const fn new() -> Self {
        Self { largest: None }
    }

    /// Keeps only so many of the largest moves: by stages moved, then by points.
    #[must_use]
    pub const fn largest(mut self, count: usize) -> Self {
        self.largest = Some(count);
        self
    }
}

/// A comparison in the making: leads go in one by one, and only those that move are remembered.
///
/// ```
/// use smarketing::{Agreement, Comparing, CompareOptions, Interactions, Lead};
/// let with_points = |points: u32| Agreement::from_json(&format!(r#"{{
///     "smarketing": 1, "agreement": {{ "name": "A", "version": "{points}" }},
///     "fields": {{ "budget": {{ "type": "money" }} }},
///     "scoring": {{ "rules": [
///         {{ "id": "rich", "scores": "fit", "when": {{ "budget": {{ "at_least": 1000 }} }}, "points": {points} }}
///     ] }}
/// }}"#));
/// let as_of = "2026-11-02T10:00:00Z".parse()?;
/// let mut comparing = Comparing::new(&with_points(8)?, &with_points(12)?, as_of, CompareOptions::new());
/// comparing.add(&Lead::new("L-1").fact("budget", 5000), &Interactions::none());
/// comparing.add(&Lead::new("L-2").fact("budget", 10), &Interactions::none());
/// let comparison = comparing.finish();
/// assert_eq!((comparison.leads, comparison.up), (2, 1));
/// assert_eq!(comparison.moves[0].score.to_string(), "4");
/// assert_eq!(comparison.differences[1].words, "rule `rich` 8 → 12 points");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Comparing {
    before: Agreement,
    after: Agreement,
    options: CompareOptions,
    comparison: Comparison,
    /// How many rows are no leads: the places of the others count them.
    passed_over: u64,
    stages: BTreeMap<(Stage, Stage), u64>,
    rules: BTreeMap<(Dimension, Arc<str>), Effect>,
}

/// What a rule does to the leads that move.
#[derive(Debug, Clone, Copy, Default)]
struct Effect {
    leads: u64,
    net: i64,
    moved: i64,
}

impl Comparing {
    /// Begins to compare two agreements at an instant.
    #[must_use]
    pub fn new(before: &Agreement, after: &Agreement, as_of: Timestamp, options: CompareOptions) -> Self {
        let comparison = Comparison {
            before: before.0.version.clone(),
            after: after.0.version.clone(),
            as_of,
            leads: 0,
            up: 0,
            down: 0,
            sideways: 0,
            stages: Vec::new(),
            matrix: Vec::new(),
            rules: Vec::new(),
            moves: Vec::new(),
            left_out: 0,
            differences: Vec::new(),
            findings: Vec::new(),
        };
        Self {
            before: before.clone(),
            after: after.clone(),
            options,
            comparison,
            passed_over: 0,
            stages: BTreeMap::new(),
            rules: BTreeMap::new(),
        }
    }

    /// Adds a row of a request, where it is a lead, and what is wrong with it.
    pub(crate) fn add_row(&mut self, row: Option<(Lead, Interactions)>, findings: Vec<Finding>) {
        self.comparison.findings.extend(findings);
        match row {
            Some((lead, interactions)) => self.add(&lead, &interactions),
            None => self.passed_over = self.passed_over.saturating_add(1),
        }
    }

    /// Adds a lead and what happened.
    pub fn add(&mut self, lead: &Lead, interactions: &Interactions) {
        let as_of = self.comparison.as_of;
        let before = self.before.assess(lead, interactions, as_of);
        let after = self.after.assess(lead, interactions, as_of);
        let position = self.comparison.leads.saturating_add(self.passed_over);
        self.comparison.leads = self.comparison.leads.saturating_add(1);
        let count = self.stages.entry((before.stage, after.stage)).or_default();
        *count = count.saturating_add(1);
        let figures = (Figures::from(&before), Figures::from(&after));
        if figures.0 == figures.1 {
            return;
        }
        let contributions = changed_contributions(&before.contributions, &after.contributions);
        for change in &contributions {
            self.count_rule(change);
        }
        let direction = direction(&figures.0, &figures.1);
        let counter = match direction {
            Direction::Up => &mut self.comparison.up,
            Direction::Down => &mut self.comparison.down,
            Direction::Sideways => &mut self.comparison.sideways,
        };
        *counter = counter.saturating_add(1);
        let (gone, new) = changed_blockers(&before, &after);
        self.keep(LeadMove {
            position,
            lead: lead.id.clone(),
            direction,
            stages: rank(figures.1.stage).saturating_sub(rank(figures.0.stage)),
            score: figures.1.score.saturating_sub(figures.0.score),
            before: figures.0,
            after: figures.1,
            contributions,
            blockers_gone: gone,
            blockers_new: new,
        });
    }

    fn count_rule(&mut self, change: &ContributionChange) {
        let (ContributionKind::Rule, Some(id)) = (change.kind, &change.id) else { return };
        let difference = change.difference().millionths();
        let effect = self.rules.entry((change.dimension, id.clone())).or_default();
        effect.leads = effect.leads.saturating_add(1);
        effect.net = effect.net.saturating_add(difference);
        effect.moved = effect.moved.saturating_add(difference.saturating_abs());
    }

    /// Keeps a move; where only the largest are kept, the smallest is left out.
    fn keep(&mut self, own: LeadMove) {
        let moves = &mut self.comparison.moves;
        match self.options.largest {
            None => moves.push(own),
            Some(most) => {
                let at = moves.partition_point(|known| size(known) >= size(&own));
                if at < most {
                    moves.insert(at, own);
                }
                if at >= most || moves.len() > most {
                    moves.truncate(most);
                    self.comparison.left_out = self.comparison.left_out.saturating_add(1);
                }
            }
        }
    }

    /// The comparison of all leads that were added.
    #[must_use]
    pub fn finish(self) -> Comparison {
        let Self { before, after, mut comparison, stages, rules, .. } = self;
        // Equally large moves stay in the order in which the leads came.
        crate::sorting::by_key(&mut comparison.moves, |one| std::cmp::Reverse(size(one)));
        let mut totals: BTreeMap<Stage, (u64, u64)> = BTreeMap::new();
        for ((from, to), leads) in &stages {
            let (own, _) = totals.entry(*from).or_default();
            *own = own.saturating_add(*leads);
            let (_, own) = totals.entry(*to).or_default();
            *own = own.saturating_add(*leads);
        }
        comparison.stages =
            totals.into_iter().map(|(stage, (before, after))| StageTotals { stage, before, after }).collect();
        comparison.matrix = stages.into_iter().map(|((from, to), leads)| StageMove { from, to, leads }).collect();
        let effect = |((dimension, id), effect): ((Dimension, Arc<str>), Effect)| RuleEffect {
            id,
            dimension,
            leads: effect.leads,
            net: Points::from_millionths(effect.net),
            moved: Points::from_millionths(effect.moved),
        };
        comparison.rules = rules.into_iter().map(effect).collect();
        crate::sorting::by_key(&mut comparison.rules, |rule| std::cmp::Reverse(rule.moved));
        comparison.differences = before.diff(&after);
        comparison
    }
}

/// Compares two agreements over the same leads: who moves up or down, and why.
///
/// See [`Comparing`] for leads that come one by one, and for keeping only the largest moves.
///
/// ```
/// use smarketing::{Agreement, Interactions, Lead, compare};
/// let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
/// let (lead, nothing) = (Lead::new("L-1"), Interactions::none());
/// let comparison = compare(&agreement, &agreement, [(&lead, &nothing)], "2026-11-02T10:00:00Z".parse()?);
/// assert_eq!((comparison.leads, comparison.moves.len()), (1, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compare<'l>(
    before: &Agreement,
    after: &Agreement,
    leads: impl IntoIterator<Item = (&'l Lead, &'l Interactions)>,
    as_of: Timestamp,
) -> Comparison {
    let mut comparing = Comparing::new(before, after, as_of, CompareOptions::new());
    for (lead, interactions) in leads {
        comparing.add(lead, interactions);
    }
    comparing.finish()
}

/// How high a stage is: who is disqualified stands below all.
fn rank(stage: Stage) -> i8 {
    let at = Stage::ALL.iter().position(|(_, known)| *known == stage).and_then(|at| i8::try_from(at).ok());
    if stage > Stage::Customer { -1 } else { at.unwrap_or(-1) }
}

/// Stages moved, then points.
const fn size(one: &LeadMove) -> (u8, u64) {
    (one.stages.unsigned_abs(), one.score.millionths().unsigned_abs())
}

fn direction(before: &Figures, after: &Figures) -> Direction {
    let figures = |figures: &Figures| (rank(figures.stage), figures.score);
    match figures(before).cmp(&figures(after)) {
        std::cmp::Ordering::Less => Direction::Up,
        std::cmp::Ordering::Greater => Direction::Down,
        std::cmp::Ordering::Equal => Direction::Sideways,
    }
}

/// The lines that came, went or have other points.
fn changed_contributions(before: &[Contribution], after: &[Contribution]) -> Vec<ContributionChange> {
    let same = |one: &Contribution, other: &Contribution| {
        (one.kind, &one.id, one.dimension) == (other.kind, &other.id, other.dimension)
    };
    let change = |line: &Contribution, before: Option<Points>, after: Option<Points>| ContributionChange {
        kind: line.kind,
        id: line.id.clone(),
        dimension: line.dimension,
        before,
        after,
    };
    let mut changes: Vec<ContributionChange> = Vec::new();
    for line in before {
        let partner = after.iter().find(|other| same(line, other)).map(|other| other.points);
        if partner != Some(line.points) {
            changes.push(change(line, Some(line.points), partner));
        }
    }
    let new = after.iter().filter(|line| !before.iter().any(|other| same(line, other)));
    changes.extend(new.map(|line| change(line, None, Some(line.points))));
    changes
}

/// What no longer keeps a lead from its next stage, and what newly does; the same hindrance counts
/// as one, whatever the figures behind it.
fn changed_blockers(before: &Assessment, after: &Assessment) -> (Vec<UnmetBlocker>, Vec<UnmetBlocker>) {
    let list = |assessment: &Assessment| -> Vec<UnmetBlocker> {
        let blockers = assessment.next.iter().flat_map(|next| {
            next.blockers.iter().map(|blocker| UnmetBlocker { stage: next.stage, blocker: blocker.clone() })
        });
        blockers.collect()
    };
    let same = |one: &UnmetBlocker, other: &UnmetBlocker| {
        one.stage == other.stage
            && match (&one.blocker, &other.blocker) {
                (Blocker::Condition { clause, holds, .. }, Blocker::Condition { clause: other, holds: others, .. }) => {
                    clause == other && holds == others
                }
                (one, other) => one == other,
            }
    };
    let (mut gone, mut new) = (list(before), list(after));
    let all = gone.clone();
    gone.retain(|one| !new.iter().any(|other| same(one, other)));
    new.retain(|one| !all.iter().any(|other| same(one, other)));
    (gone, new)
}
