//! [`Subject`]: what a difference is about.

use serde::Serialize;

use super::walk::keys;
use crate::finding::Path;

macro_rules! subjects {
    ($($(#[doc = $meaning:literal])+ $name:ident $en:literal $de:literal;)+) => {
        /// What a [`Difference`](crate::Difference) is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Subject {
            $($(#[doc = $meaning])+ $name,)+
        }

        impl Subject {
            /// Its word in English and in German.
            pub(super) const fn word(self) -> (&'static str, &'static str) {
                match self { $(Subject::$name => ($en, $de)),+ }
            }
        }
    };
}

subjects! {
    /// The head of the agreement.
    Agreement "agreement" "Vereinbarung";
    /// A field of the vocabulary.
    Field "field" "Feld";
    /// A type of interaction.
    Interaction "interaction" "Interaktion";
    /// The agreement's own e-mail domains.
    EmailDomains "e-mail domains" "E-Mail-Domains";
    /// The ideal customer profile as a whole.
    Icp "ICP" "ICP";
    /// A tier of the ICP.
    Tier "tier" "Stufe";
    /// A criterion of the ideal customer profile.
    IcpCriterion "ICP criterion" "ICP-Kriterium";
    /// An exclusion of the ICP.
    Exclusion "exclusion" "Ausschluss";
    /// A persona, or the order of all.
    Persona "persona" "Persona";
    /// The scoring as a whole.
    Scoring "scoring" "Scoring";
    /// Fit, engagement or the score, with their bounds and weights.
    Dimension "dimension" "Dimension";
    /// A letter or a digit of the grade.
    Grade "grade" "Note";
    /// A band of the score.
    Band "band" "Band";
    /// A group of rules.
    Group "group" "Gruppe";
    /// A rule that earns points.
    Rule "rule" "Regel";
    /// A factor on a sum of points.
    Adjustment "adjustment" "Anpassung";
    /// The qualification as a whole.
    Qualification "qualification" "Qualifizierung";
    /// A criterion of the qualification.
    Criterion "criterion" "Kriterium";
    /// The lifecycle as a whole.
    Lifecycle "lifecycle" "Lebenszyklus";
    /// What opens a stage or keeps a lead in it.
    Stage "stage" "Phase";
    /// A named group of stages, such as TOFU.
    StageGroup "stage group" "Phasengruppe";
    /// An interaction that leads to a stage directly.
    FastTrack "fast track" "Fast Track";
    /// A condition under which a lead is none.
    Disqualifier "disqualifier" "Ausschlussgrund";
    /// The handover as a whole.
    Handover "handover" "Übergabe";
    /// A calendar of the handover.
    Calendar "calendar" "Kalender";
    /// A clock of the handover.
    Clock "clock" "Frist";
    /// What is agreed about consent.
    Consent "consent" "Einwilligung";
    /// A purpose of contacting people.
    Purpose "purpose" "Zweck";
    /// A goal, or the order of all.
    Goal "goal" "Ziel";
    /// A measure and the decision that it steers.
    Kpi "KPI" "KPI";
    /// A term of the glossary.
    Term "term" "Begriff";
    /// A lead of the document and what must come out.
    Example "example" "Beispiel";
    /// Another part of the document.
    Part "part" "Teil";
}

impl Subject {
    /// The subject of a path, and its id.
    pub(super) fn of(path: &Path) -> (Self, Option<String>) {
        let (subject, id, _) = Self::split(&keys(path));
        (subject, id.map(str::to_owned))
    }

    /// The subject of a path, its id, and how many keys lead to it.
    pub(super) fn split<'k>(keys: &[&'k str]) -> (Self, Option<&'k str>, usize) {
        let named = |subject, id: &'k str, length| (subject, Some(id), length);
        match keys {
            ["agreement", ..] => (Subject::Agreement, None, 1),
            ["fields", id, ..] => named(Subject::Field, id, 2),
            ["interactions", id, ..] => named(Subject::Interaction, id, 2),
            ["email_domains", ..] => (Subject::EmailDomains, None, 1),
            ["icp", "tiers", id, ..] => named(Subject::Tier, id, 3),
            ["icp", "criteria", id, ..] => named(Subject::IcpCriterion, id, 3),
            ["icp", "exclude", id, ..] => named(Subject::Exclusion, id, 3),
            ["icp", ..] => (Subject::Icp, None, 1),
            ["personas", id, ..] => named(Subject::Persona, id, 2),
            ["personas"] => (Subject::Persona, None, 1),
            ["scoring", "fit" | "engagement", "grades", id, ..] => named(Subject::Grade, id, 4),
            ["scoring", "bands", id, ..] => named(Subject::Band, id, 3),
            ["scoring", "groups", id, ..] => named(Subject::Group, id, 3),
            ["scoring", "rules", id, ..] => named(Subject::Rule, id, 3),
            ["scoring", "adjustments", id, ..] => named(Subject::Adjustment, id, 3),
            ["scoring", "weights", id] => named(Subject::Dimension, id, 3),
            ["scoring", id @ ("fit" | "engagement" | "score"), ..] => named(Subject::Dimension, id, 2),
            ["scoring", ..] => (Subject::Scoring, None, 1),
            ["qualification", "criteria", id, ..] => named(Subject::Criterion, id, 3),
            ["qualification", ..] => (Subject::Qualification, None, 1),
            ["lifecycle", "stage" | "stages", id, ..] => named(Subject::Stage, id, 3),
            ["lifecycle", "groups", id, ..] => named(Subject::StageGroup, id, 3),
            ["lifecycle", "fast_track", id, ..] => named(Subject::FastTrack, id, 3),
            ["lifecycle", "disqualify", id, ..] => named(Subject::Disqualifier, id, 3),
            ["lifecycle", ..] => (Subject::Lifecycle, None, 1),
            ["handover", "calendars", id, ..] => named(Subject::Calendar, id, 3),
            ["handover", "clocks", id, ..] => named(Subject::Clock, id, 3),
            ["handover", ..] => (Subject::Handover, None, 1),
            ["consent", "purposes", id, ..] => named(Subject::Purpose, id, 3),
            ["consent", ..] => (Subject::Consent, None, 1),
            ["goals", id, ..] => named(Subject::Goal, id, 2),
            ["goals"] => (Subject::Goal, None, 1),
            ["kpis", id, ..] => named(Subject::Kpi, id, 2),
            ["glossary", id, ..] => named(Subject::Term, id, 2),
            ["examples", id, ..] => named(Subject::Example, id, 2),
            [part, ..] => named(Subject::Part, part, 1),
            [] => (Subject::Agreement, None, 0),
        }
    }
}
