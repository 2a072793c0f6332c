//! [`Words`]: the lines of a score and the blockers of a stage, in the agreement's own labels.

use std::collections::{HashMap, HashSet};

use smarketing::{
    Agreement, Assessment, Blocker, Contribution, ContributionKind, Dimension, Evidence, FieldType, Points, Stage,
    Texts,
};

use super::language::Language;

/// What people call the rules, fields, exclusions and so on of an agreement.
pub struct Words {
    language: Language,
    rules: HashMap<String, String>,
    adjustments: HashMap<String, String>,
    fields: HashMap<String, String>,
    exclusions: HashMap<String, String>,
    disqualifiers: HashMap<String, String>,
    /// Fields whose values say nothing beside the rule's label.
    private: HashSet<String>,
    /// The name of the result that counts the criteria of the qualification.
    criteria_met: String,
}

impl Words {
    pub fn new(agreement: &Agreement, language: Language) -> Self {
        let document = agreement.document();
        let word = |id: &str, texts: &Texts| (id.to_owned(), language.text(texts, id).to_owned());
        let exclusions = document.icp.iter().flat_map(|icp| &icp.exclude);
        Self {
            language,
            rules: document.scoring.rules.iter().map(|rule| word(&rule.id, &rule.label)).collect(),
            adjustments: document.scoring.adjustments.iter().map(|one| word(&one.id, &one.label)).collect(),
            fields: document.fields.iter().map(|(name, field)| word(name, &field.label)).collect(),
            exclusions: exclusions.map(|one| word(&one.id, &one.reason)).collect(),
            disqualifiers: document.lifecycle.disqualify.iter().map(|one| word(&one.id, &one.reason)).collect(),
            private: document
                .fields
                .iter()
                .filter(|(_, field)| matches!(field.kind, FieldType::Phone | FieldType::Boolean))
                .map(|(name, _)| name.to_owned())
                .collect(),
            criteria_met: document
                .qualification
                .as_ref()
                .map(|list| format!("{}_met", list.framework))
                .unwrap_or_default(),
        }
    }

    /// A field's label.
    pub fn field<'w>(&'w self, name: &'w str) -> &'w str {
        self.fields.get(name).map_or(name, String::as_str)
    }

    /// A rule's label.
    pub fn rule<'w>(&'w self, id: &'w str) -> &'w str {
        self.rules.get(id).map_or(id, String::as_str)
    }

    /// A blocker of a stage in words.
    pub fn blocker(&self, blocker: &Blocker, stage: Stage) -> String {
        let say = |english, german| self.language.say(english, german);
        let of = |map: &HashMap<String, String>, id: &str| map.get(id).map_or_else(|| id.to_owned(), Clone::clone);
        match blocker {
            Blocker::Condition { clause, .. } => self.clause(clause),
            Blocker::Missing { field } => format!("{} {}", self.field(field), say("is missing", "fehlt")),
            Blocker::Excluded { id } => {
                format!("{}: {}", say("outside the ICP", "nicht im ICP"), of(&self.exclusions, id))
            }
            Blocker::Disqualified { id } => {
                format!("{}: {}", say("disqualified", "disqualifiziert"), of(&self.disqualifiers, id))
            }
            _ => self.event(stage).to_owned(),
        }
    }

    /// What leads to a stage that no criteria lead to.
    fn event(&self, stage: Stage) -> &'static str {
        let say = |english, german| self.language.say(english, german);
        match stage {
            Stage::Sal => {
                say("sales has to accept it, or a fast track", "der Vertrieb nimmt ihn an, oder ein Fast Track")
            }
            Stage::Sql => {
                say("sales has to qualify it, or a fast track", "der Vertrieb qualifiziert ihn, oder ein Fast Track")
            }
            Stage::Opportunity => say("sales has to open an opportunity", "der Vertrieb eröffnet eine Verkaufschance"),
            Stage::Customer => say("sales has to win the deal", "der Vertrieb gewinnt das Geschäft"),
            _ => say("only a fast track leads there", "dorthin führt nur ein Fast Track"),
        }
    }

    /// A clause with the field by its label.
    fn clause(&self, clause: &str) -> String {
        let Some((name, rest)) = clause.split_once(' ') else { return clause.to_owned() };
        match self.fields.get(name) {
            Some(label) => format!("{label} {rest}"),
            None if name == self.criteria_met => {
                let framework = name.trim_end_matches("_met").to_uppercase();
                format!("{framework} {} {rest}", self.language.say("criteria met", "Kriterien erfüllt"))
            }
            None => clause.to_owned(),
        }
    }

    /// The lines of a score, the weightiest first, without those that round to nothing.
    pub fn reasons(&self, assessment: &Assessment) -> Vec<String> {
        let counts = |line: &&Contribution| line.points.millionths().abs() >= 50_000;
        ranked(assessment).into_iter().filter(counts).map(|line| self.reason(line)).collect()
    }

    /// A line of a score: what it is, what it rests on, how much it adds.
    pub fn reason(&self, line: &Contribution) -> String {
        let say = |english, german| self.language.say(english, german);
        let id = line.id.as_deref().unwrap_or_default();
        let dimension = match line.dimension {
            Dimension::Fit => "fit",
            Dimension::Engagement => "engagement",
            Dimension::Score => "score",
        };
        let what = match line.kind {
            ContributionKind::Rule => self.rule(id).to_owned(),
            ContributionKind::Adjustment => self.adjustments.get(id).map_or_else(|| id.to_owned(), Clone::clone),
            ContributionKind::GroupPick => format!("{} `{id}`", say("only one counts of", "nur eine zählt von")),
            ContributionKind::GroupMax => format!("{} `{id}`", say("cap of", "Deckel von")),
            ContributionKind::GroupMin => format!("{} `{id}`", say("floor of", "Boden von")),
            ContributionKind::Max => format!("{} {dimension}", say("cap of", "Deckel von")),
            ContributionKind::Min => format!("{} {dimension}", say("floor of", "Boden von")),
            _ => format!("{} {dimension}", say("weight of", "Gewicht von")),
        };
        let evidence = self.evidence(&line.evidence);
        let points = self.language.signed(line.points);
        if evidence.is_empty() { format!("{what} {points}") } else { format!("{what} ({evidence}) {points}") }
    }

    fn evidence(&self, evidence: &[Evidence]) -> String {
        let say = |english, german| self.language.say(english, german);
        let mut parts: Vec<String> = Vec::new();
        let ages: Vec<u32> = evidence
            .iter()
            .filter_map(|one| match one {
                Evidence::Interaction { age_days, .. } => Some(*age_days),
                _ => None,
            })
            .collect();
        for one in evidence {
            match one {
                Evidence::Fact { field, .. } if self.private.contains(&**field) => {}
                Evidence::Fact { value: Some(value), .. } => {
                    let text = value.to_string();
                    // An address says little and tells much.
                    let text = text.rsplit_once('@').map_or(text.as_str(), |(_, domain)| domain);
                    parts.push(shortened(text.trim(), 28));
                }
                Evidence::Idle { since, periods } => {
                    let day = since.to_string().chars().take(10).collect::<String>();
                    parts.push(format!("{periods}× {} {day}", say("since", "seit")));
                }
                _ => {}
            }
        }
        if let Some(latest) = ages.iter().min() {
            let when = match latest {
                0 => say("today", "heute").to_owned(),
                1 => say("yesterday", "gestern").to_owned(),
                days => say("# days ago", "vor # Tagen").replace('#', &days.to_string()),
            };
            parts.push(match ages.len() {
                1 => when,
                count => format!("{count}×, {} {when}", say("latest", "zuletzt")),
            });
        }
        parts.join(", ")
    }
}

/// The lines of a score by weight, then by name.
fn ranked(assessment: &Assessment) -> Vec<&Contribution> {
    let mut lines: Vec<&Contribution> =
        assessment.contributions.iter().filter(|line| line.points != Points::ZERO).collect();
    lines.sort_by_key(|line| (std::cmp::Reverse(line.points.millionths().abs()), line.id.clone()));
    lines
}

/// The strongest rules that add to a score.
pub fn strongest(assessment: &Assessment, count: usize) -> Vec<&Contribution> {
    let adds = |line: &&Contribution| line.kind == ContributionKind::Rule && line.points > Points::ZERO;
    ranked(assessment).into_iter().filter(adds).take(count).collect()
}

/// A text of at most so many characters.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most - 1).collect();
    format!("{}…", kept.trim_end())
}
