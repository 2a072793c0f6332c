//! Every instant of a period at which an assessment can change, each with what happens then.

use std::sync::Arc;

use super::bind::BoundLead;
use super::history::{BoundInteraction, HistoryView};
use crate::condition::expression::{Expression, Surroundings};
use crate::condition::history::{Filter, HistoryTest, TypeFilter};
use crate::condition::results::Results;
use crate::condition::test::{Test, TimeTest};
use crate::condition::truth::Truth;
use crate::scoring::compiled::{CompiledRule, Each, Idle, RuleKind};
use crate::time::{DAY, Timestamp};
use crate::vocabulary::bound::Bound;
use crate::vocabulary::compiled::{CREATED, Slot};

/// More instants than this are not looked at: an idle period of a second, over ten years.
pub(crate) const MOST_BREAKPOINTS: usize = 1_000_000;

/// An instant and what happens then.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Breakpoint<'a> {
    pub(crate) at: Timestamp,
    pub(crate) source: Source<'a>,
}

/// What happens at an instant.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Source<'a> {
    /// An interaction.
    Interaction(&'a BoundInteraction),
    /// The points of an interaction go to the next cell of the rule's table.
    Decay { rule: &'a Arc<str>, interaction: &'a BoundInteraction, age_days: u32, before: i64, after: i64 },
    /// An interaction comes to an age at which a window opens or closes.
    Window { owner: Owner<'a>, interaction: &'a BoundInteraction },
    /// An idle period is full.
    Idle { id: &'a Arc<str>, since: Timestamp },
    /// A fact becomes known.
    Known(Slot),
    /// The date that a fact says comes to an age that a condition asks about.
    Date { owner: Owner<'a>, slot: Slot },
}

/// Whose condition it is that asks.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Owner<'a> {
    /// A rule or an adjustment.
    Rule(&'a Arc<str>),
    /// Anything else.
    Other,
}

impl<'a> Source<'a> {
    /// The rule or adjustment through which alone it can take effect.
    pub(crate) const fn rule(&self) -> Option<&'a Arc<str>> {
        match self {
            Source::Decay { rule, .. } => Some(rule),
            Source::Idle { id, .. } => Some(id),
            Source::Window { owner: Owner::Rule(rule), .. } | Source::Date { owner: Owner::Rule(rule), .. } => {
                Some(rule)
            }
            _ => None,
        }
    }
}

/// The instants after `from` and before `to`, in order; `None` where there are too many.
pub(crate) fn breakpoints(lead: &BoundLead, from: Timestamp, to: Timestamp) -> Option<Vec<Breakpoint<'_>>> {
    let all = lead.interactions.as_deref();
    let history = all.map(|all| {
        let count = all.partition_point(|interaction| interaction.at < to);
        HistoryView { interactions: all.get(..count).unwrap_or_default() }
    });
    let mut collector = Collector { lead, history, from, to, found: Vec::new(), too_many: false };
    collector.facts();
    collector.interactions();
    collector.scoring();
    collector.conditions();
    if collector.too_many {
        return None;
    }
    let mut found = collector.found;
    crate::sorting::by_key(&mut found, |breakpoint| breakpoint.at);
    Some(found)
}

struct Collector<'a> {
    lead: &'a BoundLead,
    history: Option<HistoryView<'a>>,
    from: Timestamp,
    to: Timestamp,
    found: Vec<Breakpoint<'a>>,
    too_many: bool,
}

impl<'a> Collector<'a> {
    fn push(&mut self, at: Timestamp, source: Source<'a>) {
        if at > self.from && at < self.to {
            if self.found.len() < MOST_BREAKPOINTS {
                self.found.push(Breakpoint { at, source });
            } else {
                self.too_many = true;
            }
        }
    }

    fn facts(&mut self) {
        for (since, slot) in self.lead.known_since.iter().zip(0..=Slot::MAX) {
            if let Some(since) = since {
                self.push(*since, Source::Known(slot));
            }
        }
    }

    fn interactions(&mut self) {
        for interaction in self.seen() {
            self.push(interaction.at, Source::Interaction(interaction));
        }
    }

    fn seen(&self) -> &'a [BoundInteraction] {
        self.history.map(|history| history.interactions).unwrap_or_default()
    }

    fn scoring(&mut self) {
        let scoring = &self.lead.agreement.0.scoring;
        for dimension in [&scoring.fit, &scoring.engagement, &scoring.score] {
            for rule in &dimension.rules {
                self.rule(rule);
            }
            for adjustment in &dimension.adjustments {
                if let Some(when) = &adjustment.when {
                    self.expression(when, Owner::Rule(&adjustment.id));
                }
                if let Some(idle) = &adjustment.idle {
                    self.idle(idle, &adjustment.id);
                }
            }
        }
    }

    fn rule(&mut self, rule: &'a CompiledRule) {
        if rule.when.as_ref().is_some_and(|when| self.never_holds(when)) {
            return;
        }
        if let Some(when) = &rule.when {
            self.expression(when, Owner::Rule(&rule.id));
        }
        match &rule.kind {
            RuleKind::Each(each) => self.each(each, &rule.id),
            RuleKind::Idle { idle, .. } => self.idle(idle, &rule.id),
            RuleKind::Holds(_) | RuleKind::Scaled { .. } => {}
        }
    }

    /// Whether a condition rests on facts alone that stay as they are in the whole period, and does
    /// not hold.
    fn never_holds(&self, when: &Expression) -> bool {
        let mut fixed = true;
        when.leaves(&mut |leaf| {
            fixed &= match leaf {
                Expression::Fact { slot, test, .. } => {
                    let since = self.lead.known_since.get(usize::from(*slot)).copied().flatten();
                    since.is_none_or(|since| since <= self.from || since >= self.to) && span_of(test).is_none()
                }
                _ => false,
            }
        });
        let slots = self.lead.slots_at(self.from);
        let results = Results::default();
        let within = Surroundings { slots: &slots, history: None, results: &results, as_of: self.from };
        fixed && when.evaluate(&within).truth != Truth::Yes
    }

    /// Windows and steps of decay of the interactions that count for a rule.
    fn each(&mut self, each: &'a Each, rule: &'a Arc<str>) {
        self.filter_dates(&each.filter, Owner::Rule(rule));
        let meant = self.meant(&each.filter, true);
        let fixed = !asks_dates(&each.filter);
        for (at, interaction) in meant.iter().enumerate() {
            let until = if fixed { crowded_out(each, &meant, at) } else { None };
            let until = until.unwrap_or(self.to).min(self.to);
            if until <= self.from {
                continue;
            }
            if let Some(within) = each.within {
                self.window(within, Owner::Rule(rule), interaction);
            }
            let age =
                |instant: Timestamp| interaction.at.microseconds_until(instant).max(0).checked_div(DAY).unwrap_or(0);
            let first = usize::try_from(age(self.from)).unwrap_or(0);
            let last = usize::try_from(age(until)).unwrap_or(usize::MAX).min(each.table.len().saturating_sub(1));
            for day in first.saturating_add(1)..=last {
                let age = i64::try_from(day).unwrap_or(i64::MAX).saturating_mul(DAY);
                let (before, after) = (each.points_at(age.saturating_sub(1)), each.points_at(age));
                if each.within.is_some_and(|within| age >= within) {
                    break;
                }
                if before != after {
                    let age_days = u32::try_from(day).unwrap_or(u32::MAX);
                    let source = Source::Decay { rule, interaction, age_days, before, after };
                    self.push(interaction.at.saturating_add(age), source);
                }
                if self.too_many {
                    return;
                }
            }
        }
    }

    /// The ends of the periods after each instant since which a lead can be idle.
    fn idle(&mut self, idle: &'a Idle, id: &'a Arc<str>) {
        if self.history.is_none() {
            return;
        }
        let ends =
            |interaction: &&BoundInteraction| idle.ends.get(usize::from(interaction.kind)).copied().unwrap_or(false);
        let mut since: Vec<Timestamp> = self.seen().iter().filter(ends).map(|interaction| interaction.at).collect();
        if let Some(Bound::Time(created)) = self.lead.slots.get(usize::from(CREATED)) {
            // It counts only until there is any activity.
            if since.first().is_none_or(|first| created < first) {
                since.insert(0, *created);
            }
        }
        for (at, start) in since.iter().enumerate() {
            let end = since.get(at.saturating_add(1)).copied().unwrap_or(self.to).min(self.to);
            let passed = start.microseconds_until(self.from).max(0).checked_div(idle.every).unwrap_or(0);
            let mut next = start.saturating_add(passed.saturating_add(1).saturating_mul(idle.every));
            while next < end && !self.too_many {
                self.push(next, Source::Idle { id, since: *start });
                next = next.saturating_add(idle.every);
            }
        }
    }

    fn conditions(&mut self) {
        let compiled = &self.lead.agreement.0;
        let icp = compiled.icp.iter().flat_map(|icp| icp.criteria.iter().chain(&icp.exclusions));
        for criterion in icp.chain(&compiled.criteria) {
            self.expression(&criterion.when, Owner::Other);
        }
        for clause in compiled.personas.iter().flat_map(|persona| &persona.clauses) {
            self.expression(&clause.expression, Owner::Other);
        }
        let lifecycle = &compiled.lifecycle;
        for stage in &lifecycle.stages {
            let clauses = stage.when.iter().flatten().map(|clause| &clause.expression);
            for expression in clauses.chain(&stage.keep_while) {
                self.expression(expression, Owner::Other);
            }
        }
        for track in &lifecycle.fast_tracks {
            if let Some(when) = &track.when {
                self.expression(when, Owner::Other);
            }
            self.filter_dates(&track.filter, Owner::Other);
            if let Some(within) = track.within {
                for interaction in self.meant(&track.filter, false) {
                    self.window(within, Owner::Other, interaction);
                }
            }
        }
        for disqualifier in &lifecycle.disqualifiers {
            self.expression(&disqualifier.when, Owner::Other);
        }
    }

    fn expression(&mut self, expression: &'a Expression, owner: Owner<'a>) {
        let mut leaves: Vec<&'a Expression> = Vec::new();
        expression.leaves(&mut |leaf| leaves.push(leaf));
        for leaf in leaves {
            match leaf {
                Expression::Fact { slot, test, .. } => {
                    if let (Some(span), Some(Bound::Time(date))) =
                        (span_of(test), self.lead.slots.get(usize::from(*slot)))
                    {
                        self.push(*date, Source::Date { owner, slot: *slot });
                        self.push(date.saturating_add(span), Source::Date { owner, slot: *slot });
                    }
                }
                Expression::History(test) => self.question(test, owner),
                _ => {}
            }
        }
    }

    fn question(&mut self, test: &'a HistoryTest, owner: Owner<'a>) {
        self.filter_dates(&test.filter, owner);
        if test.within.is_none() && test.older_than.is_none() {
            return;
        }
        for interaction in self.meant(&test.filter, false) {
            for span in [test.within, test.older_than].into_iter().flatten() {
                self.window(span, owner, interaction);
            }
        }
    }

    fn window(&mut self, span: i64, owner: Owner<'a>, interaction: &'a BoundInteraction) {
        self.push(interaction.at.saturating_add(span), Source::Window { owner, interaction });
    }

    /// The ages that a filter asks of the dates among the properties.
    fn filter_dates(&mut self, filter: &'a Filter, owner: Owner<'a>) {
        for interaction in self.seen() {
            let Some(TypeFilter::Where(expression)) = filter.of_type(interaction.kind) else { continue };
            let mut ages: Vec<Timestamp> = Vec::new();
            expression.leaves(&mut |leaf| {
                if let Expression::Fact { slot, test, .. } = leaf
                    && let Some(span) = span_of(test)
                    && let Some(Bound::Time(date)) = interaction.properties.get(usize::from(*slot))
                {
                    ages.extend([*date, date.saturating_add(span)]);
                }
            });
            for at in ages {
                self.push(at, Source::Window { owner, interaction });
            }
        }
    }

    /// The interactions that a filter means: those that certainly count, or also those that may.
    fn meant(&self, filter: &Filter, certain: bool) -> Vec<&'a BoundInteraction> {
        let Some(history) = self.history else { return Vec::new() };
        if asks_dates(filter) {
            return history.interactions.iter().filter(|interaction| filter.takes(interaction.kind)).collect();
        }
        let mut meant = Vec::new();
        filter.visit(history, self.to, |_, interaction, verdict| {
            if !certain || verdict.truth == Truth::Yes {
                meant.push(interaction);
            }
        });
        meant
    }
}

/// The span of a test whose answer depends on the instant of the question.
const fn span_of(test: &Test) -> Option<i64> {
    match test {
        Test::Time(TimeTest::Within(span) | TimeTest::OlderThan(span)) => Some(*span),
        _ => None,
    }
}

/// Whether a filter asks for the age of a date among the properties.
fn asks_dates(filter: &Filter) -> bool {
    filter.types().any(|kind| match filter.of_type(kind) {
        Some(TypeFilter::Where(expression)) => {
            let mut asks = false;
            expression.leaves(&mut |leaf| {
                asks |= matches!(leaf, Expression::Fact { test, .. } if span_of(test).is_some());
            });
            asks
        }
        _ => false,
    })
}

/// From when on later interactions have used up a rule's limit before this one, where the rule has
/// a single limit.
fn crowded_out(each: &Each, meant: &[&BoundInteraction], at: usize) -> Option<Timestamp> {
    let [limit] = &*each.limits else { return None };
    let own = meant.get(at)?;
    let same = |other: &&&BoundInteraction| limit.per.is_none_or(|per| other.period(per) == own.period(per));
    let later = meant.iter().skip(at.saturating_add(1)).filter(same);
    let last = usize::try_from(limit.times).ok()?.checked_sub(1)?;
    later.map(|interaction| interaction.at).nth(last)
}
