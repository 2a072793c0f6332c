//! [`Agreement::goal_conflicts`]: what the agreement says of criteria, clocks and office hours, put beside
//! what its goals ask for.

use std::collections::BTreeSet;

use super::Agreement;
use crate::assessment::compute::{Known, labels};
use crate::check::{Stranger, WHENEVER};
use crate::condition::expression::Expression;
use crate::condition::results::{Reach, ResultName, ResultTest};
use crate::finding::{Code, Finding, Path};
use crate::handover::ClockStart;
use crate::lifecycle::Stage;
use crate::lifecycle::running::milestone;
use crate::planning::conflict_checks::{self as checks, Asked};
use crate::planning::conflict_clock::{self, Load};
use crate::planning::office_hours::OfficeHours;
use crate::planning::{ClockLoad, Conflict, ConflictInput, Goals, LeadScore, Plan, PlanOptions, ScoreSample};
use crate::points::Points;
use crate::profile::compiled::CompiledClause;

impl Agreement {
    /// Where the agreement's goals pull against each other, and by how much: criteria of a stage against
    /// the volume that the plan owes (with a sample of scores), targets of KPIs against the plan, an opt-in
    /// rate against contacts without one (with the mix of contacts), and clocks against the capacity of
    /// those who have to keep them. In this order, and in that of segments and months.
    ///
    /// Clocks, office hours and criteria are the agreement's own; the input adds what it cannot say. A
    /// clock is judged at the stage of the plan at which it starts, in the segments that say a capacity
    /// for that stage. It conflicts where more leads arrive in a month than can be worked. One that starts
    /// at handover also does where the leads that arrive, evenly, during the longest rest of the month
    /// cannot be worked while it runs: in the hours of its calendar or, without one, before it has run out
    /// day and night. Without any calendar the hours are not known, and only the month is judged.
    ///
    /// # Errors
    /// Findings at `input`, where it names a clock or a stage that is not there, or a sample does not say
    /// what the stage asks for.
    ///
    /// ```
    /// use smarketing::{Agreement, ConflictInput, ConflictKind, PlanOptions};
    /// let agreement = Agreement::from_json(r#"{
    ///     "smarketing": 1,
    ///     "agreement": { "name": "First", "version": "1", "currency": "EUR" },
    ///     "handover": { "clocks": [{ "id": "accept", "from": "handover", "until": "accepted", "within": "1h" }] },
    ///     "goals": [{ "segment": "dach", "average_deal": 1000, "rates": { "lead_to_mql": 0.5, "mql_to_customer": 0.01 },
    ///                 "capacity": { "mql": 10 }, "revenue": { "2026-11": 100000 } }]
    /// }"#)?;
    /// let conflicts = agreement.goal_conflicts(&PlanOptions::new(), &ConflictInput::new()).unwrap_or_default();
    /// assert_eq!(conflicts[0].kind, ConflictKind::ClockAgainstCapacity);
    /// assert_eq!(conflicts[0].missing.to_string(), "9990"); // 10,000 MQL are owed, and 10 can be worked
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn goal_conflicts(
        &self,
        plan_options: &PlanOptions,
        input: &ConflictInput,
    ) -> Result<Vec<Conflict>, Vec<Finding>> {
        let (goals, plan) = (self.goals(), self.plan(plan_options));
        let kpis = &self.document().kpis;
        let (mut found, mut findings) = (Vec::new(), Vec::new());
        let path = Path::root().key("input");
        if let Some(sample) = &input.scores {
            self.judge_sample(sample, &plan, &path.key("scores"), &mut found, &mut findings);
        }
        for kpi in kpis {
            checks::target(&goals, &plan, kpi, &mut found);
            if let Some(mix) = input.contacts.filter(|_| kpi.id == "opt_in_rate") {
                checks::opt_in(kpi, mix, &mut found);
            }
        }
        self.check_loads(&input.clocks, &goals, &path.key("clocks"), &mut findings);
        if !findings.is_empty() {
            return Err(findings);
        }
        self.judge_clocks(input, &goals, &plan, &mut found);
        Ok(found)
    }

    /// Reports clocks and stages that are not there.
    fn check_loads(&self, loads: &[ClockLoad], goals: &Goals, path: &Path, findings: &mut Vec<Finding>) {
        let mut named = BTreeSet::new();
        let stages: BTreeSet<&str> = goals.goals.iter().flat_map(|goal| goal.capacity.names()).collect();
        for (at, load) in loads.iter().enumerate() {
            let path = path.index(at);
            if self.clocks().get(&load.id).is_none() {
                let message = format!("the agreement has no clock `{}`", load.id);
                let known = self.clocks().iter().map(|clock| clock.rule().id.as_str());
                findings.push(Finding::new(Code::UnknownClock, path.key("id"), message).suggest(&load.id, known));
            } else if !named.insert(load.id.as_str()) {
                let message = format!("the clock `{}` is there already", load.id);
                findings.push(Finding::new(Code::DuplicateId, path.key("id"), message));
            }
            if let Some(stage) = load.stage.as_deref().filter(|stage| !stages.contains(stage)) {
                let message = format!("no goal says a capacity for the stage `{stage}`");
                let finding = Finding::new(Code::UnknownStage, path.key("stage"), message);
                findings.push(finding.suggest(stage, stages.iter().copied()));
            }
        }
    }

    fn judge_clocks(&self, input: &ConflictInput, goals: &Goals, plan: &Plan, found: &mut Vec<Conflict>) {
        let zone = &self.0.vocabulary.values.zone;
        let calendars = self.document().handover.as_ref().map(|handover| &handover.calendars);
        let first = calendars.and_then(|calendars| calendars.iter().next()).map(|(_, calendar)| calendar);
        let workers = input.calendar.as_ref().or(first).and_then(|calendar| OfficeHours::new(calendar, zone));
        for clock in self.clocks().iter() {
            let rule = clock.rule();
            let load = input.clocks.iter().find(|load| load.id == rule.id);
            let own = rule.calendar.as_ref().and_then(|name| calendars?.get(name));
            let own = own.and_then(|calendar| OfficeHours::new(calendar, zone));
            let stage = load.and_then(|load| load.stage.as_deref());
            let Some(stage) = stage.or_else(|| starts_at(rule.from).map(Stage::as_str)) else { continue };
            let load = Load {
                id: &rule.id,
                stage,
                within: rule.within,
                counts_hours: rule.calendar.is_some(),
                hours: own.as_ref().or(workers.as_ref()),
                handling: load.and_then(|load| load.handling),
                starts_by_itself: rule.from == ClockStart::Handover,
            };
            conflict_clock::clock(goals, plan, &load, found);
        }
    }

    /// Asks a sample what a stage and those below it ask for.
    fn judge_sample(
        &self,
        sample: &ScoreSample,
        plan: &Plan,
        path: &Path,
        found: &mut Vec<Conflict>,
        findings: &mut Vec<Finding>,
    ) {
        let stages = &self.0.lifecycle.stages;
        let with_criteria = || stages.iter().filter(|stage| stage.stage.is_assessed() && stage.when.is_some());
        let Some(stage) = with_criteria().find(|stage| stage.stage.as_str() == sample.stage) else {
            let message = format!("the agreement has no stage `{}` with criteria", sample.stage);
            let finding = Finding::new(Code::UnknownStage, path.key("stage"), message);
            findings.push(finding.suggest(&sample.stage, with_criteria().map(|stage| stage.stage.as_str())));
            return;
        };
        let own = with_criteria().take_while(|below| below.stage <= stage.stage);
        let clauses: Vec<&CompiledClause> = own.flat_map(|stage| stage.when.iter().flatten()).collect();
        let missing = missing(&clauses, sample, path);
        if !missing.is_empty() {
            findings.extend(missing);
            return;
        }
        let stranger = Stranger::new(self);
        let verdicts: Vec<Vec<(bool, bool)>> =
            sample.scores.iter().map(|score| verdicts(&stranger, &clauses, *score)).collect();
        let can = |verdicts: &&Vec<(bool, bool)>| verdicts.iter().all(|(may_hold, _)| *may_hold);
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        let words: Vec<&str> = clauses.iter().map(|clause| &*clause.words).collect();
        let lower = |needed: usize| lower_thresholds(&clauses, sample, &verdicts, needed);
        let asked = Asked {
            stage: stage.stage.as_str(),
            words: words.join(", "),
            meet: count(verdicts.iter().filter(can).count()),
            size: count(verdicts.len()),
            at_most: verdicts.iter().filter(can).flatten().any(|(_, settled)| !settled),
            leads_per_month: sample.leads_per_month,
            lower: &lower,
        };
        checks::threshold(plan, &asked, found);
    }
}

/// The stage of the plan at which what starts a clock finds its leads.
const fn starts_at(start: ClockStart) -> Option<Stage> {
    match start {
        ClockStart::Handover => Some(Stage::Mql),
        ClockStart::Event(kind) => milestone(kind),
    }
}

/// What a stage asks for of which a lead of the sample says nothing.
fn missing(clauses: &[&CompiledClause], sample: &ScoreSample, path: &Path) -> Vec<Finding> {
    let (mut fit, mut engagement) = (false, false);
    for clause in clauses {
        clause.expression.leaves(&mut |leaf| {
            if let Expression::Result { name, .. } = leaf {
                fit |= matches!(name, ResultName::Fit | ResultName::Grade);
                engagement |= matches!(name, ResultName::Engagement | ResultName::Grade);
            }
        });
    }
    let lacking = |wanted: bool, key: &str, part: NumberOf| {
        let at = sample.scores.iter().position(|score| part(score).is_none()).filter(|_| wanted)?;
        let message = format!("`{key}` is missing: `{}` asks for it", sample.stage);
        let finding = Finding::new(Code::MissingKey, path.key("scores").index(at), message);
        Some(finding.help("say it of each lead, as its assessment does"))
    };
    let fit = lacking(fit, "fit", |score| score.fit);
    fit.into_iter().chain(lacking(engagement, "engagement", |score| score.engagement)).collect()
}

/// Whether each clause can hold for a lead with these numbers and any facts, and whether that is certain.
fn verdicts(stranger: &Stranger, clauses: &[&CompiledClause], score: LeadScore) -> Vec<(bool, bool)> {
    let mut results = stranger.computed.results.clone();
    results.score = exactly(score.score);
    results.fit = score.fit.map_or(results.fit, exactly);
    results.engagement = score.engagement.map_or(results.engagement, exactly);
    labels(stranger.compiled(), &mut results);
    let known = Known { slots: &stranger.lead.slots, history: None, as_of: WHENEVER };
    let within = known.with(&results);
    let verdicts = clauses.iter().map(|clause| clause.expression.evaluate(&within));
    verdicts.map(|verdict| (verdict.may_hold, verdict.is_settled())).collect()
}

const fn exactly(points: Points) -> Reach {
    let points = points.millionths();
    Reach { now: points, least: points, most: points }
}

/// For each clause that is a threshold: the highest one with which so many leads of the sample meet
/// everything, the other clauses as they are.
fn lower_thresholds(
    clauses: &[&CompiledClause],
    sample: &ScoreSample,
    verdicts: &[Vec<(bool, bool)>],
    needed: usize,
) -> Vec<String> {
    let mut lower = Vec::new();
    for (at, clause) in clauses.iter().enumerate() {
        let Some((name, number)) = threshold(&clause.expression) else { continue };
        let others = |verdicts: &Vec<(bool, bool)>| {
            verdicts.iter().enumerate().all(|(other, (may_hold, _))| other == at || *may_hold)
        };
        let able = sample.scores.iter().zip(verdicts).filter(|(_, verdicts)| others(verdicts));
        let mut numbers: Vec<Points> = able.filter_map(|(score, _)| number(score)).collect();
        numbers.sort_unstable_by(|one, other| other.cmp(one));
        if let Some(bound) = needed.checked_sub(1).and_then(|last| numbers.get(last)) {
            lower.push(format!("`{name}` at least {bound}"));
        }
    }
    lower
}

/// How a lead of a sample says a number.
type NumberOf = fn(&LeadScore) -> Option<Points>;

/// The number of which a clause is a threshold, by its name, and how a lead of a sample says it.
fn threshold(expression: &Expression) -> Option<(&'static str, NumberOf)> {
    match expression {
        Expression::All(parts) => match &**parts {
            [one] => threshold(one),
            _ => None,
        },
        Expression::Result { name, test: ResultTest::Number(range), negated: false }
            if range.least.is_some() && range.most.is_none() =>
        {
            match name {
                ResultName::Score => Some(("score", |score| Some(score.score))),
                ResultName::Fit => Some(("fit", |score| score.fit)),
                ResultName::Engagement => Some(("engagement", |score| score.engagement)),
                _ => None,
            }
        }
        _ => None,
    }
}
