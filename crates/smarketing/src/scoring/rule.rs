//! [`Rule`]: what earns a lead points.

use serde::Serialize;

use super::decay::Decay;
use super::dimension::Dimension;
use super::limit::Limit;
use super::points_by::PointsBy;
use crate::condition::Condition;
use crate::document::reader::{Place, Table};
use crate::finding::Code;
use crate::points::Points;
use crate::time::Duration;
use crate::vocabulary::Texts;
use crate::vocabulary::names::read_name;

/// What earns a lead points. There are four kinds, by what stands in it:
///
/// - `when` alone: once, when it holds;
/// - `points_by`: by the value of a field;
/// - `on`: for each interaction of these types that counts;
/// - `idle`: for each full period without activity.
///
/// With the last three, `when` must hold besides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Rule {
    /// The name by which results and comparisons refer to it.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub label: Texts,
    /// What its points count for.
    pub scores: Dimension,
    /// The group it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The condition under which it earns points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// For each interaction of these types; with `idle`, the types that end idleness.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<String>,
    /// What must hold of the interaction.
    #[serde(skip_serializing_if = "Option::is_none", rename = "where")]
    pub filter: Option<Condition>,
    /// Only interactions of an age below this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Duration>,
    /// How many interactions count; all of the limits hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub limit: Vec<Limit>,
    /// How the points fade; absent: as the agreement says for all rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decay: Option<Decay>,
    /// For each full period without activity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub idle: Option<Duration>,
    /// How many points it earns, each time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// How many points, by a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points_by: Option<PointsBy>,
}

impl Rule {
    fn empty(id: impl Into<String>, scores: Dimension) -> Self {
        Self {
            id: id.into(),
            label: Texts::default(),
            scores,
            group: None,
            when: None,
            on: Vec::new(),
            filter: None,
            within: None,
            limit: Vec::new(),
            decay: None,
            idle: None,
            points: None,
            points_by: None,
        }
    }

    /// A rule that gives points once, when a condition holds.
    #[must_use]
    pub fn when(id: impl Into<String>, scores: Dimension, when: Condition, points: Points) -> Self {
        Self { when: Some(when), points: Some(points), ..Self::empty(id, scores) }
    }

    /// A rule that gives points for each interaction of a type.
    #[must_use]
    pub fn on(id: impl Into<String>, scores: Dimension, kind: impl Into<String>, points: Points) -> Self {
        Self { on: vec![kind.into()], points: Some(points), ..Self::empty(id, scores) }
    }

    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let id = table.read("id", read_name);
        let scores = table.read("scores", |place| place.choice(&Dimension::ALL));
        let label = table.read_or("label", Texts::default(), Texts::read);
        let group = table.read_optional("group", |place| place.filled_text());
        let when = table.read_optional("when", Condition::read);
        let on = table.read_optional("on", |place| place.types());
        let filter = table.read_optional("where", Condition::read);
        let within = table.read_optional("within", |place| place.duration());
        let limit = table.read_optional("limit", |place| place.one_or_many(Limit::read));
        let decay = table.read_optional("decay", Decay::read);
        let idle = table.read_optional("idle", |place| place.duration());
        let points = table.read_optional("points", |place| place.points());
        let points_by = table.read_optional("points_by", PointsBy::read);
        Self::check_kind(&table);
        table.finish();
        // What cannot be read is left out, so that the rest of the rule is still checked.
        Some(Self {
            id: id.unwrap_or_default(),
            label,
            // Rules of the score may ask for most, and then it is in no group: nothing follows.
            scores: scores.unwrap_or(Dimension::Score),
            group: group.flatten().filter(|_| scores.is_some()),
            when: when.flatten(),
            on: on.flatten().unwrap_or_default(),
            filter: filter.flatten(),
            within: within.flatten(),
            limit: limit.flatten().unwrap_or_default(),
            decay: decay.flatten(),
            idle: idle.flatten(),
            points: points.flatten(),
            points_by: points_by.flatten(),
        })
    }

    /// Reports keys that do not make up one kind of rule.
    fn check_kind(table: &Table<'_, '_>) {
        let has = |key: &'static str| table.optional(key).is_some();
        table.exclusive(&["points", "points_by"]);
        table.exclusive(&["points_by", "idle"]);
        table.exclusive(&["points_by", "on"]);
        let place = table.place();
        if !has("points") && !has("points_by") {
            place.report(Code::MissingKey, "`points` is missing: a rule needs `points` or `points_by`");
        }
        if !["when", "on", "idle", "points_by"].into_iter().any(has) {
            place.report(Code::MissingKey, "a rule needs `when`, `on`, `idle` or `points_by`");
        }
        let each = has("on") && !has("idle");
        for key in ["where", "within", "limit", "decay"] {
            if has(key) && !each {
                let help = "it belongs to a rule with `on`, which gives points for each interaction";
                place.sink.report_key(
                    crate::Finding::new(
                        Code::ConflictingKeys,
                        place.path().key(key),
                        format!("`{key}` has no effect here"),
                    )
                    .help(help),
                );
            }
        }
    }
}
