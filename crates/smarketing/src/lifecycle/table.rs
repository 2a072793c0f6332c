//! The whole transition table as data, for docs and for a front end to draw.

use serde::Serialize;

use super::permit::{Features, Situation, permit};
use super::reason::Consequence;
use super::refusal::RefusalCode;
use super::stage::Stage;
use super::state::Phase;
use super::team::Team;
use crate::agreement::Agreement;
use crate::handover::{BreachAction, EventKind};

/// What an event, or time, can do to a lead that stands somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Row {
    /// Where the lead stands.
    pub stage: Stage,
    /// How far it has come with sales.
    pub phase: Phase,
    /// The team that is responsible in the stage.
    pub owner: Team,
    /// What happens: the name of an event, `hold_ended` or `breach`.
    pub on: &'static str,
    /// Where it can come to stand; the first is the usual one. Empty: it is refused.
    pub to: Vec<Destination>,
    /// Why the event is refused there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused_because: Option<RefusalCode>,
}

/// Where a lead can come to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Destination {
    /// The stage to which the event leads.
    pub stage: Stage,
    /// How far it has come with sales there.
    pub phase: Phase,
    /// The team that is responsible for the lead there.
    pub owner: Team,
}

const fn situation(stage: Stage, phase: Phase) -> Situation {
    Situation { stage, phase, merged: true }
}

fn destination(stage: Stage, phase: Phase) -> Destination {
    Destination { stage, phase, owner: situation(stage, phase).owner() }
}

fn waits(stage: Stage) -> Destination {
    destination(stage, Phase::Open)
}

impl Agreement {
    /// The whole transition table: every stage of this agreement, with every kind of event.
    ///
    /// ```
    /// # use smarketing::{Agreement, Stage};
    /// # let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
    /// let table = agreement.table();
    /// let row = table.iter().find(|row| row.stage == Stage::Opportunity && row.on == "won").unwrap();
    /// assert_eq!(row.to[0].stage, Stage::Customer);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn table(&self) -> Vec<Row> {
        let features = self.0.lifecycle.features;
        let mut rows = Vec::new();
        for situation in self.situations() {
            for kind in EventKind::ALL.iter().copied() {
                let refused_because = permit(kind, situation, features).err();
                let to = if refused_because.is_none() { self.destinations(kind, situation) } else { Vec::new() };
                rows.push(row(situation, kind.name(), to, refused_because));
            }
            if situation.stage == Stage::Nurture {
                rows.push(row(situation, "hold_ended", vec![waits(Stage::Lead)], None));
            }
            if situation.phase != Phase::Open && situation.stage != Stage::Customer && self.returns() {
                let to = if features.review { Stage::Review } else { Stage::Lead };
                rows.push(row(situation, "breach", vec![waits(to)], None));
            }
        }
        rows
    }

    /// Whether a breach can send a lead back.
    fn returns(&self) -> bool {
        let rules = || self.0.clocks.iter().map(crate::handover::AgreedClock::rule);
        let mut steps = rules().flat_map(|rule| &rule.escalation).flat_map(|step| &step.then);
        rules().any(|rule| rule.on_breach.contains(&BreachAction::Return))
            || steps.any(|then| *then == BreachAction::Return)
    }

    fn situations(&self) -> Vec<Situation> {
        let features = self.0.lifecycle.features;
        let mut list = Vec::new();
        for stage in self.0.document.lifecycle.stages.iter().copied() {
            let phases: &[Phase] = match stage {
                Stage::Mql if features.review && features.sal => &[Phase::Open, Phase::Offered],
                Stage::Mql if features.review => &[Phase::Open, Phase::Offered, Phase::Accepted],
                Stage::Mql if features.sal => &[Phase::Offered],
                Stage::Mql => &[Phase::Offered, Phase::Accepted],
                Stage::Sal | Stage::Sql => &[Phase::InAdvance, Phase::Accepted],
                Stage::Opportunity | Stage::Customer => &[Phase::Accepted],
                _ => &[Phase::Open],
            };
            // Where an MQL goes to the desk at once, none is left open.
            let open = |phase: &&Phase| !(stage == Stage::Mql && features.review_at_once && **phase == Phase::Open);
            list.extend(phases.iter().filter(open).map(|phase| situation(stage, *phase)));
        }
        list.extend([Stage::Nurture, Stage::Disqualified, Stage::Lost].map(|stage| situation(stage, Phase::Open)));
        list
    }

    fn destinations(&self, kind: EventKind, from: Situation) -> Vec<Destination> {
        let features = self.0.lifecycle.features;
        let here = destination(from.stage, from.phase);
        let accepted = |stage: Stage| vec![destination(stage, Phase::Accepted)];
        match kind {
            EventKind::Assessed => self.assessed_to(from),
            EventKind::Reviewed => {
                let mut to = vec![destination(Stage::Mql, Phase::Offered)];
                to.extend(self.rejected_to());
                to
            }
            EventKind::Rejected => self.rejected_to(),
            EventKind::Accepted if features.sal && from.stage == Stage::Mql => accepted(Stage::Sal),
            EventKind::Accepted => accepted(from.stage),
            EventKind::Qualified if features.sql => accepted(Stage::Sql),
            EventKind::Qualified => accepted(from.stage),
            EventKind::OpportunityOpened => accepted(Stage::Opportunity),
            EventKind::Won => accepted(Stage::Customer),
            EventKind::Lost => vec![waits(Stage::Lost)],
            EventKind::Recycled => vec![waits(Stage::Nurture)],
            EventKind::Woken => vec![waits(Stage::Lead)],
            EventKind::Disqualified => vec![waits(Stage::Disqualified)],
            // A merge takes on whichever lead is further; undoing one gives back what was.
            EventKind::Merged | EventKind::Unmerged => {
                let mut to = vec![here];
                let others = self.situations().into_iter().map(|other| destination(other.stage, other.phase));
                to.extend(others.filter(|other| *other != here));
                to
            }
            _ => vec![here],
        }
    }

    fn rejected_to(&self) -> Vec<Destination> {
        let reasons = &self.0.document.lifecycle.reject_reasons;
        let stages = [(Consequence::Nurture, Stage::Nurture), (Consequence::Disqualify, Stage::Disqualified)];
        let possible = |then: Consequence| {
            reasons.iter().any(|reason| reason.then == then) || (reasons.is_empty() && then == Consequence::Nurture)
        };
        stages.into_iter().filter(|(then, _)| possible(*then)).map(|(_, stage)| waits(stage)).collect()
    }

    fn assessed_to(&self, from: Situation) -> Vec<Destination> {
        let features = self.0.lifecycle.features;
        let here = destination(from.stage, from.phase);
        let mut to = vec![here];
        if matches!(from.stage, Stage::Customer | Stage::Disqualified | Stage::Lost) {
            return to;
        }
        if from.stage == Stage::Contact {
            to.push(waits(Stage::Lead));
        }
        let level = |stage: Stage, phase: Phase| match (stage, phase) {
            (Stage::Contact | Stage::Lead | Stage::Nurture, _) => 1,
            (Stage::Mql, Phase::Open) => 2,
            (Stage::Review, _) => 3,
            (Stage::Mql, _) => 4,
            (Stage::Sal, _) => 5,
            (Stage::Sql, _) => 6,
            _ => 7,
        };
        let phase = if from.phase == Phase::Accepted { Phase::Accepted } else { Phase::InAdvance };
        let ups = up_to(features).into_iter().map(|(stage, up)| (stage, up.unwrap_or(phase)));
        let higher = ups.filter(|(stage, up)| level(*stage, *up) > level(from.stage, from.phase));
        to.extend(higher.map(|(stage, phase)| destination(stage, phase)));
        let before_acceptance = matches!(from.phase, Phase::Open | Phase::Offered);
        if before_acceptance && matches!(from.stage, Stage::Mql | Stage::Review) {
            to.push(waits(Stage::Lead));
        }
        to.push(waits(Stage::Disqualified));
        to
    }
}

/// The stages to which an assessment leads, with the phase where it is not the lead's own.
fn up_to(features: Features) -> Vec<(Stage, Option<Phase>)> {
    let mut list = Vec::new();
    match (features.review, features.review_at_once) {
        (false, _) => list.push((Stage::Mql, Some(Phase::Offered))),
        (true, true) => list.push((Stage::Review, Some(Phase::Open))),
        (true, false) => list.extend([(Stage::Mql, Some(Phase::Open)), (Stage::Review, Some(Phase::Open))]),
    }
    list.extend(features.sal.then_some((Stage::Sal, None)));
    list.extend(features.sql.then_some((Stage::Sql, None)));
    list
}

fn row(from: Situation, on: &'static str, to: Vec<Destination>, refused_because: Option<RefusalCode>) -> Row {
    Row { stage: from.stage, phase: from.phase, owner: from.owner(), on, to, refused_because }
}
