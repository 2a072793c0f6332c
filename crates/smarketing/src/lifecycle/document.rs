//! [`Lifecycle`]: the stages an agreement has, and what opens each.

use serde::Serialize;

use super::reason::{Reason, RejectReason, unique};
use super::stage::Stage;
use crate::condition::Condition;
use crate::document::reader::Place;
use crate::finding::{Code, Finding};
use crate::time::Duration;
use crate::vocabulary::names::read_name;
use crate::vocabulary::{Entries, Texts};

/// The stages of an agreement and what opens each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Lifecycle {
    /// The stages, in order.
    pub stages: Vec<Stage>,
    /// Groups of stages, such as TOFU, MOFU and BOFU.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub groups: Entries<Vec<Stage>>,
    /// What opens a stage, by stage.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "by_stage")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::ByStage<StageCriteria>"))]
    pub stage: Vec<(Stage, StageCriteria)>,
    /// What takes a lead there directly.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fast_track: Vec<FastTrack>,
    /// What makes it no lead for this agreement.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disqualify: Vec<Disqualifier>,
    /// Why sales or the review desk may reject a lead, and what follows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reject_reasons: Vec<RejectReason>,
    /// Why a deal may be lost; none: any words do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lost_reasons: Vec<Reason>,
    /// Why a lead may go back to nurture; none: any words do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recycle_reasons: Vec<Reason>,
    /// Why a person may disqualify a lead; none: any words do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disqualify_reasons: Vec<Reason>,
}

impl Default for Lifecycle {
    fn default() -> Self {
        let stages = [Stage::Lead, Stage::Mql, Stage::Sal, Stage::Sql, Stage::Opportunity, Stage::Customer];
        Self {
            stages: stages.to_vec(),
            groups: Entries::default(),
            stage: Vec::new(),
            fast_track: Vec::new(),
            disqualify: Vec::new(),
            reject_reasons: Vec::new(),
            lost_reasons: Vec::new(),
            recycle_reasons: Vec::new(),
            disqualify_reasons: Vec::new(),
        }
    }
}

/// What opens a stage, and what keeps a lead in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StageCriteria {
    /// What must hold; absent: only an event or a fast track leads here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The fields that must be known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<String>,
    /// What must not become false, or the lead falls back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep_while: Option<Condition>,
}

/// An interaction that replaces the criteria of every stage up to its target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FastTrack {
    /// The types of interaction.
    pub on: Vec<String>,
    /// What must hold of the interaction.
    #[serde(skip_serializing_if = "Option::is_none", rename = "where")]
    pub filter: Option<Condition>,
    /// What must hold besides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Only interactions of an age below this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Duration>,
    /// The stage it leads to.
    pub to: Stage,
}

/// A condition under which a lead is none for this agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Disqualifier {
    /// The name by which results refer to it.
    pub id: String,
    /// The condition under which it applies.
    pub when: Condition,
    /// The reason for people, in words.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub reason: Texts,
}

fn by_stage<S: serde::Serializer>(stages: &[(Stage, StageCriteria)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(stages.iter().map(|(stage, criteria)| (stage.as_str(), criteria)))
}

impl Lifecycle {
    /// The criteria of a stage.
    #[must_use]
    pub fn criteria(&self, stage: Stage) -> Option<&StageCriteria> {
        self.stage.iter().find(|(known, _)| *known == stage).map(|(_, criteria)| criteria)
    }

    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let stages = table.read_or("stages", Self::default().stages, read_stages);
        let known = |place: &Place<'_, '_>| known_stage(place, &stages);
        let stage = table.read_or("stage", Vec::new(), |place| read_criteria(place, &stages));
        let lifecycle = Self {
            groups: table.read_or("groups", Entries::default(), |place| {
                Entries::read(place, "stage groups", |place| place.list(known))
            }),
            fast_track: table
                .read_or("fast_track", Vec::new(), |place| place.list(|place| FastTrack::read(place, known))),
            disqualify: table.read_or("disqualify", Vec::new(), |place| place.list(Disqualifier::read)),
            reject_reasons: table.read_or("reject_reasons", Vec::new(), |place| unique(place, RejectReason::read)),
            lost_reasons: table.read_or("lost_reasons", Vec::new(), |place| unique(place, Reason::read)),
            recycle_reasons: table.read_or("recycle_reasons", Vec::new(), |place| unique(place, Reason::read)),
            disqualify_reasons: table.read_or("disqualify_reasons", Vec::new(), |place| unique(place, Reason::read)),
            stage,
            stages: stages.clone(),
        };
        table.finish();
        Some(lifecycle)
    }
}

/// A stage of this agreement, by its name.
#[inline(never)]
fn known_stage(place: &Place<'_, '_>, stages: &[Stage]) -> Option<Stage> {
    let text = place.text()?;
    let found = stages.iter().find(|stage| stage.as_str() == text).copied();
    if found.is_none() {
        place.sink.report(unknown_stage(place, text, stages));
    }
    found
}

fn unknown_stage(place: &Place<'_, '_>, name: &str, stages: &[Stage]) -> Finding {
    let finding = Finding::new(Code::UnknownStage, place.path(), format!("`{name}` is no stage of this agreement"));
    finding.suggest(name, stages.iter().map(|stage| stage.as_str()))
}

/// What each stage asks for, by its name.
#[inline(never)]
fn read_criteria(place: &Place<'_, '_>, stages: &[Stage]) -> Option<Vec<(Stage, StageCriteria)>> {
    place.entries(|name, place| {
        let Some(stage) = stages.iter().find(|stage| stage.as_str() == name).copied() else {
            place.sink.report_key(unknown_stage(place, name, stages));
            return None;
        };
        StageCriteria::read(place).map(|criteria| (stage, criteria))
    })
}

#[inline(never)]
fn read_stages(place: &Place<'_, '_>) -> Option<Vec<Stage>> {
    let ordered: Vec<(&str, Stage)> = Stage::ordered().collect();
    let stages = place.list(|place| place.choice(&ordered))?;
    if !stages.is_sorted_by(|one, other| one < other) {
        let order: Vec<String> = ordered.iter().map(|(name, _)| format!("`{name}`")).collect();
        let help = format!("the order is {}", order.join(", "));
        place.report_with_help(Code::WrongOrder, "the stages are not in their order, or one stands twice", help);
        return None;
    }
    for needed in [Stage::Lead, Stage::Mql] {
        if !stages.contains(&needed) {
            place.report(Code::MissingKey, format!("the stage `{needed}` is missing"));
        }
    }
    Some(stages)
}

impl StageCriteria {
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let when = table.read_optional("when", Condition::read);
        let requires = table.read_optional("requires", |place| place.one_or_many(|place| place.filled_text()));
        let keep_while = table.read_optional("keep_while", Condition::read);
        table.finish();
        Some(Self { when: when?, requires: requires?.unwrap_or_default(), keep_while: keep_while? })
    }
}

impl FastTrack {
    #[inline(never)]
    fn read(place: &Place<'_, '_>, known: impl Fn(&Place<'_, '_>) -> Option<Stage>) -> Option<Self> {
        let table = place.table()?;
        let on = table.read("on", |place| place.types());
        let filter = table.read_optional("where", Condition::read);
        let when = table.read_optional("when", Condition::read);
        let within = table.read_optional("within", |place| place.duration());
        let to = table.read("to", known);
        if let (Some(stage), Some(place)) = (to, table.optional("to"))
            && !stage.is_assessed()
        {
            place.report(Code::InvalidValue, format!("a fast track leads to an MQL, SAL or SQL, not to `{stage}`"));
        }
        table.finish();
        Some(Self { on: on?, filter: filter?, when: when?, within: within?, to: to? })
    }
}

impl Disqualifier {
    #[inline(never)]
    fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let id = table.read("id", read_name);
        let when = table.read("when", Condition::read);
        let reason = table.read_or("reason", Texts::default(), Texts::read);
        table.finish();
        Some(Self { id: id?, when: when?, reason })
    }
}
