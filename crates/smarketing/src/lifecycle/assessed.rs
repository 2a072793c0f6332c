//! [`StageCheck`] and [`Assessed`]: what the lifecycle keeps of an assessment.

use std::sync::Arc;

use serde::Serialize;

use super::stage::Stage;
use crate::assessment::{Assessment, StageStanding};
use crate::condition::Truth;
use crate::document::reader::{Place, Table};
use crate::points::Points;
use crate::time::Timestamp;
use crate::vocabulary::lead::read_id;

/// What the lifecycle needs of an assessment: how the lead stands with each stage, whether it is
/// barred, and when it last did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Assessed {
    /// The id of the lead that was assessed, where it had one: no other lead takes this assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Arc<str>>,
    /// The version of the agreement that it was assessed by.
    pub agreement: Arc<str>,
    /// The score, for the order of the work list.
    pub score: Points,
    /// How the lead stands with each stage that asks for something.
    pub stages: Vec<StageCheck>,
    /// The disqualifiers that apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disqualified: Vec<Arc<str>>,
    /// The exclusions of the ICP that apply: the lead stays below MQL.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<Arc<str>>,
    /// The rules that earned the points, for the feedback per rule.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Arc<str>>,
    /// When the lead last did something itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_activity: Option<Timestamp>,
}

/// How a lead stands with a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StageCheck {
    /// The stage that is looked at.
    pub stage: Stage,
    /// Whether its criteria hold; absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Truth>,
    /// The required fields that are missing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Arc<str>>,
    /// Whether what keeps a lead in it still holds; absent where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep_while: Option<Truth>,
    /// The newest interaction that leads to the stage, or past it, by a fast track.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fast_track_at: Option<Timestamp>,
}

const TRUTHS: [(&str, Truth); 3] = [("yes", Truth::Yes), ("no", Truth::No), ("unknown", Truth::Unknown)];

pub(crate) fn read_truth(place: &Place<'_, '_>) -> Option<Truth> {
    place.choice(&TRUTHS)
}

pub(crate) fn read_shared(place: &Place<'_, '_>) -> Option<Arc<str>> {
    place.text().map(Into::into)
}

pub(crate) fn read_stage(place: &Place<'_, '_>) -> Option<Stage> {
    place.choice(&Stage::ALL)
}

/// The rule of a line of the score; the other lines have none.
#[expect(clippy::option_option, reason = "a line without a rule is not one that cannot be read")]
fn rule_of(place: &Place<'_, '_>) -> Option<Option<Arc<str>>> {
    let table = place.table()?;
    let kind = table.read("kind", |place| place.string())?;
    if kind == "rule" { table.read("id", read_shared).map(Some) } else { Some(None) }
}

impl From<&StageStanding> for StageCheck {
    fn from(standing: &StageStanding) -> Self {
        Self {
            stage: standing.stage,
            when: standing.when,
            missing: standing.missing.clone(),
            keep_while: standing.keep_while,
            fast_track_at: standing.fast_track_at,
        }
    }
}

impl StageCheck {
    /// A stage about which nothing is said.
    #[must_use]
    pub const fn new(stage: Stage) -> Self {
        Self { stage, when: None, missing: Vec::new(), keep_while: None, fast_track_at: None }
    }

    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let check = Self::of_table(&table);
        table.finish();
        check
    }

    /// Reads it from a standing's JSON form, whose other parts are not looked at.
    fn of_standing(place: &Place<'_, '_>) -> Option<Self> {
        Self::of_table(&place.table()?)
    }

    fn of_table(table: &Table<'_, '_>) -> Option<Self> {
        let stage = table.read("stage", read_stage);
        let when = table.read_optional("when", read_truth);
        let missing = table.read_or("missing", Vec::new(), |place| place.list(read_shared));
        let keep_while = table.read_optional("keep_while", read_truth);
        let fast_track_at = table.read_optional("fast_track_at", |place| place.timestamp());
        Some(Self { stage: stage?, when: when?, missing, keep_while: keep_while?, fast_track_at: fast_track_at? })
    }
}

impl From<&Assessment> for Assessed {
    fn from(assessment: &Assessment) -> Self {
        let ids = |grounds: &[crate::Ground]| grounds.iter().map(|ground| ground.id.clone()).collect();
        let rules = assessment.contributions.iter().filter(|line| line.kind == crate::ContributionKind::Rule);
        Self {
            lead: assessment.lead.clone(),
            agreement: assessment.agreement.clone(),
            score: assessment.score,
            stages: assessment.stages.iter().chain(&assessment.gates).map(StageCheck::from).collect(),
            disqualified: ids(&assessment.disqualified),
            excluded: assessment.icp.as_ref().map(|icp| ids(&icp.excluded)).unwrap_or_default(),
            rules: rules.filter_map(|line| line.id.clone()).collect(),
            last_activity: assessment.last_activity,
        }
    }
}

impl Assessed {
    /// Reads what the lifecycle needs from an assessment's JSON form, whose other parts are not looked
    /// at; and the instant at which it was asked for.
    pub(crate) fn of_assessment(place: &Place<'_, '_>) -> Option<(Self, Timestamp)> {
        let table = place.table()?;
        let lists = |key| table.read_or(key, Vec::new(), |place| place.list(StageCheck::of_standing));
        let ids = |place: &Place<'_, '_>| place.list(|place| place.table()?.read("id", read_shared));
        let lead = table.read_or("lead", None, |place| read_id(place).map(Some));
        let (agreement, score) = (table.read("agreement", read_shared), table.read("score", |place| place.points()));
        let as_of = table.read("as_of", |place| place.timestamp());
        let stages = table.read("stages", |place| place.list(StageCheck::of_standing));
        let gates = lists("gates");
        let disqualified = table.read_or("disqualified", Vec::new(), ids);
        let excluded =
            table.read_or("icp", Vec::new(), |place| Some(place.table()?.read_or("excluded", Vec::new(), ids)));
        let rules = table.read("contributions", |place| place.list(|place| rule_of(place)));
        let last_activity = table.read_optional("last_activity", |place| place.timestamp());
        let assessed = Self {
            lead,
            agreement: agreement?,
            score: score?,
            stages: stages?.into_iter().chain(gates).collect(),
            disqualified,
            excluded,
            rules: rules?.into_iter().flatten().collect(),
            last_activity: last_activity?,
        };
        Some((assessed, as_of?))
    }

    /// An assessment that says nothing yet, by a version of an agreement.
    #[must_use]
    pub fn new(agreement: impl Into<Arc<str>>) -> Self {
        Self {
            lead: None,
            agreement: agreement.into(),
            score: Points::ZERO,
            stages: Vec::new(),
            disqualified: Vec::new(),
            excluded: Vec::new(),
            rules: Vec::new(),
            last_activity: None,
        }
    }

    pub(crate) fn check(&self, stage: Stage) -> Option<&StageCheck> {
        self.stages.iter().find(|check| check.stage == stage)
    }

    /// Reads it from its own JSON form, or from that of the whole assessment.
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        if table.names().any(|name| name == "contributions") {
            return Self::of_assessment(place).map(|(assessed, _)| assessed);
        }
        let shared = |key| table.read_or(key, Vec::new(), |place| place.list(read_shared));
        let lead = table.read_or("lead", None, |place| read_id(place).map(Some));
        let agreement = table.read("agreement", read_shared);
        let score = table.read("score", |place| place.points());
        let stages = table.read("stages", |place| place.list(StageCheck::read));
        let (disqualified, excluded, rules) = (shared("disqualified"), shared("excluded"), shared("rules"));
        let last_activity = table.read_optional("last_activity", |place| place.timestamp());
        table.finish();
        Some(Self {
            lead,
            agreement: agreement?,
            score: score?,
            stages: stages?,
            disqualified,
            excluded,
            rules,
            last_activity: last_activity?,
        })
    }
}
