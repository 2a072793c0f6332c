//! [`Outcome`]: what the assessments of all leads come to; the order of the rows makes no difference to it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use smarketing::{
    Agreement, Assessment, Blocker, BoundLead, ContributionKind, Evidence, Finding, Lead, Points, Segment, Stage,
    Timestamp, Truth,
};

use super::language::Language;
use super::leads::Misfit;
use super::reasons::{Words, strongest};

/// How many leads the summary names.
const TOP: usize = 10;

/// How many leads below MQL the summary looks at, at most.
const JUST_BELOW: usize = 500;

/// Facts of one column that did not fit: how many, and each message with its count and first line.
#[derive(Default)]
pub struct Unfit {
    pub count: usize,
    pub messages: BTreeMap<String, (usize, u64)>,
}

/// One of the best leads.
pub struct Best {
    pub score: Points,
    pub id: String,
    pub line: u64,
    pub grade: String,
    pub stage: Stage,
    pub who: String,
    pub reasons: Vec<String>,
    /// What keeps a lead with so many points below MQL.
    pub kept_back: Vec<String>,
}

/// A lead below MQL that nothing bars: its score, and what is not known of it.
pub struct Below {
    pub score: Points,
    pub missing: Vec<u16>,
    bound: BoundLead,
    /// Whether no answer can change what keeps it back.
    fixed: bool,
}

/// What one source brings: leads, those of them that are MQL or more, and the sum of their scores.
#[derive(Default)]
pub struct Source {
    pub leads: usize,
    pub qualified: usize,
    pub scores: Points,
}

/// What the assessments come to.
pub struct Outcome {
    pub words: Words,
    language: Language,
    pub leads: usize,
    pub without_id: usize,
    pub refused: BTreeMap<String, Vec<u64>>,
    pub twice: BTreeMap<String, Vec<u64>>,
    pub unfit: BTreeMap<String, Unfit>,
    pub stages: BTreeMap<Stage, usize>,
    /// Absent: the lead does not say.
    pub sources: BTreeMap<Option<String>, Source>,
    pub fast_tracks: usize,
    pub open_for_sql: usize,
    /// By letter and digit.
    pub grades: BTreeMap<(String, String), usize>,
    pub bands: BTreeMap<String, usize>,
    pub personas: BTreeMap<String, usize>,
    pub tiers: BTreeMap<String, usize>,
    pub excluded: BTreeMap<Arc<str>, usize>,
    pub disqualified: BTreeMap<Arc<str>, usize>,
    /// By next stage: how many leads, and how many each thing keeps from it.
    pub blockers: BTreeMap<Stage, (usize, BTreeMap<String, usize>)>,
    /// By next stage, the leads that a single thing keeps from it.
    pub last_blockers: BTreeMap<Stage, BTreeMap<String, usize>>,
    pub fired: BTreeMap<String, usize>,
    pub best: Vec<Best>,
    /// Those below MQL that may be just below it, and how many are below it at all.
    below: Vec<Below>,
    below_mql: usize,
    prune_at: usize,
    /// Fields that have a question, in document order; `Below::missing` numbers them.
    pub asked: Vec<String>,
    pub scores: Vec<Points>,
    lines: HashMap<Arc<str>, u64>,
    agreement: Agreement,
}

impl Outcome {
    pub fn new(agreement: &Agreement, language: Language) -> Self {
        let document = agreement.document();
        let asked = document.fields.iter().filter(|(_, field)| !field.ask.is_empty()).map(|(name, _)| name.to_owned());
        Self {
            words: Words::new(agreement, language),
            language,
            leads: 0,
            without_id: 0,
            refused: BTreeMap::new(),
            twice: BTreeMap::new(),
            unfit: BTreeMap::new(),
            stages: BTreeMap::new(),
            sources: BTreeMap::new(),
            fast_tracks: 0,
            open_for_sql: 0,
            grades: BTreeMap::new(),
            bands: BTreeMap::new(),
            personas: BTreeMap::new(),
            tiers: BTreeMap::new(),
            excluded: BTreeMap::new(),
            disqualified: BTreeMap::new(),
            blockers: BTreeMap::new(),
            last_blockers: BTreeMap::new(),
            fired: document.scoring.rules.iter().map(|rule| (rule.id.clone(), 0)).collect(),
            best: Vec::new(),
            below: Vec::new(),
            below_mql: 0,
            prune_at: JUST_BELOW * 2,
            asked: asked.collect(),
            scores: Vec::new(),
            lines: HashMap::new(),
            agreement: agreement.clone(),
        }
    }

    /// A row was refused.
    pub fn refused(&mut self, line: u64, reason: String) {
        self.refused.entry(reason).or_default().push(line);
    }

    /// A row was read, and its lead assessed.
    pub fn add(&mut self, line: u64, lead: &Lead, bound: BoundLead, assessment: &Assessment, misfits: Vec<Misfit>) {
        self.leads += 1;
        self.scores.push(assessment.score);
        match &lead.id {
            Some(id) => {
                if let Some(first) = self.lines.get(id) {
                    let lines = self.twice.entry(id.to_string()).or_insert_with(|| vec![*first]);
                    lines.push(line);
                } else {
                    self.lines.insert(id.clone(), line);
                }
            }
            None => self.without_id += 1,
        }
        for (column, message) in misfits {
            self.unfit(column.to_owned(), message, line);
        }
        for finding in &assessment.findings {
            self.unfit(place(finding), message(finding), line);
        }
        let source = self.sources.entry(lead.source.as_deref().map(str::to_owned)).or_default();
        source.leads += 1;
        source.qualified += usize::from((Stage::Mql..=Stage::Sql).contains(&assessment.stage));
        source.scores = source.scores.saturating_add(assessment.score);
        self.count(assessment);
        self.fires(assessment);
        self.blocks(lead, bound, assessment);
        self.rank(line, lead, assessment);
    }

    fn unfit(&mut self, place: String, message: String, line: u64) {
        let unfit = self.unfit.entry(place).or_default();
        unfit.count += 1;
        let (count, first) = unfit.messages.entry(message).or_insert((0, line));
        *count += 1;
        *first = line.min(*first);
    }

    fn count(&mut self, assessment: &Assessment) {
        let scoring = &self.agreement.document().scoring;
        let label = |label: Option<&str>| label.unwrap_or("–").to_owned();
        *self.stages.entry(assessment.stage).or_default() += 1;
        let tracked = assessment.stages.iter().any(|standing| standing.reached && standing.fast_track);
        self.fast_tracks += usize::from(tracked);
        let sql = assessment.stages.iter().find(|standing| standing.stage == Stage::Sql);
        let ready = sql.is_some_and(|sql| sql.when == Some(Truth::Yes) && sql.missing.is_empty());
        self.open_for_sql += usize::from(ready && assessment.stage == Stage::Mql);
        let grade = (
            label(scoring.fit.grades.label(assessment.fit)),
            label(scoring.engagement.grades.label(assessment.engagement)),
        );
        *self.grades.entry(grade).or_default() += 1;
        *self.bands.entry(label(assessment.band.as_deref())).or_default() += 1;
        *self.personas.entry(label(assessment.persona.as_deref())).or_default() += 1;
        for ground in &assessment.disqualified {
            *self.disqualified.entry(ground.id.clone()).or_default() += 1;
        }
        if let Some(icp) = &assessment.icp {
            for ground in &icp.excluded {
                *self.excluded.entry(ground.id.clone()).or_default() += 1;
            }
            if icp.excluded.is_empty() {
                *self.tiers.entry(label(icp.tier.as_deref())).or_default() += 1;
            }
        }
    }

    fn fires(&mut self, assessment: &Assessment) {
        let lines = assessment.contributions.iter().filter(|line| line.kind == ContributionKind::Rule);
        let fired: BTreeSet<&str> = lines.filter_map(|line| line.id.as_deref()).collect();
        for id in fired {
            if let Some(count) = self.fired.get_mut(id) {
                *count += 1;
            }
        }
    }

    fn blocks(&mut self, lead: &Lead, bound: BoundLead, assessment: &Assessment) {
        // Beyond SQL only people decide.
        let Some(next) = assessment.next.as_ref().filter(|next| next.stage <= Stage::Sql) else { return };
        let (leads, counts) = self.blockers.entry(next.stage).or_default();
        *leads += 1;
        for blocker in &next.blockers {
            *counts.entry(self.words.blocker(blocker, next.stage)).or_default() += 1;
        }
        if let [only] = next.blockers.as_slice() {
            let counts = self.last_blockers.entry(next.stage).or_default();
            *counts.entry(self.words.blocker(only, next.stage)).or_default() += 1;
        }
        let barred =
            !assessment.disqualified.is_empty() || assessment.icp.as_ref().is_some_and(|icp| !icp.excluded.is_empty());
        if assessment.stage < Stage::Mql && !barred {
            let unfit: Vec<String> = assessment.findings.iter().map(place).collect();
            let missing = self
                .asked
                .iter()
                .zip(0..)
                .filter(|(field, _)| !lead.facts.contains_key(field.as_str()) || unfit.contains(field));
            let missing = missing.map(|(_, at)| at).collect();
            let next = assessment.next.iter().flat_map(|next| &next.blockers);
            let fixed = next.into_iter().any(|blocker| is_fixed(blocker, assessment));
            self.below.push(Below { score: assessment.score, missing, bound, fixed });
            self.below_mql += 1;
            self.prune();
        }
    }

    /// Lets go of leads that cannot be among those just below MQL, whatever is still to come.
    fn prune(&mut self) {
        if self.below.len() < self.prune_at {
            return;
        }
        self.below.sort_by_key(|lead| std::cmp::Reverse(lead.score));
        let bound = self.below[JUST_BELOW - 1].score;
        self.below.retain(|lead| lead.score >= bound);
        self.prune_at = self.below.len() * 2;
    }

    /// The best tenth of the leads below MQL, of many the best few hundred, with all that are as good
    /// as the last of them.
    pub fn just_below(&self) -> Vec<&Below> {
        let mut below: Vec<&Below> = self.below.iter().collect();
        below.sort_by_key(|lead| std::cmp::Reverse(lead.score));
        let last = (self.below_mql / 10).min(JUST_BELOW - 1);
        let bound = below.get(last).map(|lead| lead.score);
        below.retain(|lead| Some(lead.score) >= bound);
        below
    }

    /// The questions of which one answer alone makes a lead an MQL.
    pub fn opened_by(&self, lead: &Below, as_of: Timestamp) -> Vec<usize> {
        if lead.fixed {
            return Vec::new();
        }
        let opens =
            lead.bound.questions(as_of).into_iter().filter(|question| {
                question.answers.iter().any(|answer| (Stage::Mql..=Stage::Sql).contains(&answer.stage))
            });
        opens.filter_map(|question| self.asked.iter().position(|asked| **asked == *question.field)).collect()
    }

    /// Keeps the best leads: of equal scores, that of the lesser id.
    fn rank(&mut self, line: u64, lead: &Lead, assessment: &Assessment) {
        if assessment.stage == Stage::Disqualified {
            return;
        }
        let id = lead.id.as_deref().map_or_else(|| format!("line {line}"), str::to_owned);
        let place = self.best.partition_point(|best| {
            (std::cmp::Reverse(best.score), &best.id, best.line) < (std::cmp::Reverse(assessment.score), &id, line)
        });
        if place >= TOP {
            return;
        }
        let document = self.agreement.document();
        let persona = assessment.persona.as_deref().and_then(|id| document.personas.iter().find(|one| one.id == id));
        let persona = persona.map(|persona| self.language.text(&persona.name, &persona.id).to_owned());
        let company =
            ["company", "account"].iter().find_map(|name| lead.facts.get(*name)).map(|fact| fact.value.to_string());
        let who: Vec<String> =
            persona.into_iter().chain(company.or(lead.account.as_deref().map(str::to_owned))).collect();
        self.best.insert(
            place,
            Best {
                score: assessment.score,
                grade: assessment.grade.as_deref().unwrap_or_default().to_owned(),
                stage: assessment.stage,
                who: who.join(" · "),
                kept_back: match &assessment.next {
                    Some(next) if assessment.stage < Stage::Mql => {
                        next.blockers.iter().map(|blocker| self.words.blocker(blocker, next.stage)).collect()
                    }
                    _ => Vec::new(),
                },
                reasons: strongest(assessment, 3).into_iter().map(|reason| self.words.reason(reason)).collect(),
                id,
                line,
            },
        );
        self.best.truncate(TOP);
    }
}

/// Whether a blocker asks only for numbers that nothing unknown can change.
fn is_fixed(blocker: &Blocker, assessment: &Assessment) -> bool {
    let Blocker::Condition { evidence, .. } = blocker else { return false };
    let bounds = &assessment.bounds;
    !evidence.is_empty()
        && evidence.iter().all(|one| {
            let Evidence::Result { name, .. } = one else { return false };
            let interval = match &**name {
                "score" => bounds.score,
                "fit" => bounds.fit,
                "engagement" => bounds.engagement,
                _ => return false,
            };
            interval.least == interval.most
        })
}

/// The field of a finding, or the type's or the property's name among the interactions.
fn place(finding: &Finding) -> String {
    let key = |segment: Option<&Segment>| match segment {
        Some(Segment::Key(key)) => Some(key.clone()),
        _ => None,
    };
    let segments = finding.path.segments();
    match segments {
        [Segment::Key(lead), rest @ ..] if lead == "lead" => key(rest.first()).unwrap_or_else(|| lead.clone()),
        [Segment::Key(list), .., last] => format!("{list}: {}", key(Some(last)).unwrap_or_default()),
        _ => finding.path.to_string(),
    }
}

fn message(finding: &Finding) -> String {
    match &finding.help {
        Some(help) => format!("{} ({help})", finding.message),
        None => finding.message.clone(),
    }
}
