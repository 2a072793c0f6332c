//! [`Brief`]: what sales must know before the first call.

use std::sync::Arc;

use serde::Serialize;

use super::escalation::ClockForecast;
use crate::agreement::Agreement;
use crate::assessment::{AskFor, Contribution, QualificationState};
use crate::consent::{Channel, ConsentRecord, ConsentStanding};
use crate::lifecycle::{LeadState, Stage, Team, TransitionReason};
use crate::points::Points;
use crate::profile::Persona;
use crate::time::Timestamp;
use crate::vocabulary::{Interactions, Lead};

/// What sales must know before the first call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Brief {
    /// The id of the lead that it is about.
    pub lead: Arc<str>,
    /// The instant of the question.
    pub as_of: Timestamp,
    /// The stage in which the lead stands.
    pub stage: Stage,
    /// Why it stands there.
    pub reason: TransitionReason,
    /// The team that is responsible for the lead.
    pub owner: Team,
    /// The person who has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Arc<str>>,
    /// The score at the instant of the question, in points.
    pub score: Points,
    /// The grade at the instant of the question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Arc<str>>,
    /// Whom sales talks with: pain points, objections, needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persona: Option<Persona>,
    /// What earned the points, the most first.
    pub because: Vec<Contribution>,
    /// How far it is qualified, by the facts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualification: Option<QualificationState>,
    /// The last touches on both sides, the newest first: the mailing before the call.
    pub touches: Vec<Touch>,
    /// What the contact said on being approached, by channel and purpose, as it holds now.
    pub consent: Vec<ConsentLine>,
    /// The missing facts worth asking for, and the questions for them.
    pub questions: Vec<AskFor>,
    /// The clocks that run, each with its forecast.
    pub clocks: Vec<ClockLine>,
    /// The attempts to reach the contact since the handover.
    pub attempts: u32,
}

/// Who touched whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TouchedBy {
    /// The lead did something.
    Lead,
    /// Something was done with the lead.
    Us,
}

/// Something that one side did towards the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Touch {
    /// The instant of the touch.
    pub at: Timestamp,
    /// Whether the lead touched us, or we touched the lead.
    pub by: TouchedBy,
    /// The type of interaction.
    pub interaction: Arc<str>,
}

/// What holds for an address or number and a purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ConsentLine {
    /// The channel over which the contact may be reached.
    pub channel: Channel,
    /// The address or number.
    pub identifier: String,
    /// The purpose for which it was said.
    pub purpose: String,
    /// Whether there is a ground.
    pub given: bool,
    /// The record that says so.
    pub record: ConsentRecord,
}

/// A clock that runs for a lead, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ClockLine {
    /// The id of the clock in the agreement.
    pub clock: Arc<str>,
    /// How the clock stands: what is left, and what comes next.
    pub forecast: ClockForecast,
}

/// So many touches of each side are told.
const TOUCHES: usize = 5;

impl Agreement {
    /// What sales must know of a lead before the first call.
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use smarketing::{Agreement, Event, EventBody, Interactions, Lead, Origin, SourcedBy};
    /// # let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
    /// # let at = "2026-11-02T10:00:00Z".parse()?;
    /// # let origin = Arc::new(Origin::new("L-1", SourcedBy::Marketing));
    /// # let state = agreement.start(&Event::new("e-1", at, EventBody::Started(origin)), at)?.state;
    /// let brief = agreement.brief(&state, &Lead::new("L-1"), &Interactions::none(), at);
    /// assert!(brief.touches.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn brief(&self, state: &LeadState, lead: &Lead, interactions: &Interactions, as_of: Timestamp) -> Brief {
        let scored = interactions.after(state.engagement_since);
        let bound = self.bind(lead, &scored);
        let assessment = bound.assess(as_of);
        let persona = assessment.persona.as_ref();
        let persona = persona.and_then(|id| self.document().personas.iter().find(|known| *known.id == **id)).cloned();
        let mut because = assessment.contributions;
        because.retain(|line| line.points > Points::ZERO);
        crate::sorting::by_key(&mut because, |line| std::cmp::Reverse(line.points));
        Brief {
            lead: state.origin.lead.clone(),
            as_of,
            stage: state.stage,
            reason: state.reason.clone(),
            owner: state.owner,
            person: state.person.clone(),
            score: assessment.score,
            grade: assessment.grade,
            persona,
            because,
            qualification: assessment.qualification,
            // What was scored is not all that happened: a reset takes points, not memory.
            touches: self.touches(interactions, as_of),
            consent: consent_lines(state, as_of),
            questions: bound.questions(as_of),
            clocks: self.clock_lines(state, as_of),
            attempts: state.attempts,
        }
    }

    fn touches(&self, interactions: &Interactions, as_of: Timestamp) -> Vec<Touch> {
        let types = &self.0.vocabulary;
        let mut touches: Vec<Touch> = interactions
            .list()
            .unwrap_or_default()
            .iter()
            .filter(|interaction| interaction.at <= as_of)
            .map(|interaction| {
                let number = types.type_number(&interaction.kind).map(usize::from);
                let own = number.and_then(|number| types.types.get(number)).is_none_or(|kind| kind.activity);
                let by = if own { TouchedBy::Lead } else { TouchedBy::Us };
                Touch { at: interaction.at, by, interaction: interaction.kind.clone() }
            })
            .collect();
        crate::sorting::by(&mut touches, |one, other| (other.at, &other.interaction).cmp(&(one.at, &one.interaction)));
        let (mut lead, mut us) = (0_usize, 0_usize);
        touches.retain(|touch| {
            let count = if touch.by == TouchedBy::Lead { &mut lead } else { &mut us };
            *count = count.saturating_add(1);
            *count <= TOUCHES
        });
        touches
    }

    pub(crate) fn clock_lines(&self, state: &LeadState, as_of: Timestamp) -> Vec<ClockLine> {
        let known = state.clocks.iter().filter_map(|running| {
            let agreed = self.0.clocks.get(&running.clock)?;
            Some(ClockLine { clock: running.clock.clone(), forecast: agreed.forecast(running, as_of) })
        });
        known.collect()
    }
}

/// What holds now, once for each address, channel and purpose of which anything was said.
fn consent_lines(state: &LeadState, as_of: Timestamp) -> Vec<ConsentLine> {
    let mut lines: Vec<ConsentLine> = Vec::new();
    for said in state.consent.iter().filter(|record| record.at <= as_of) {
        let Some(purpose) = said.purpose.as_deref() else { continue };
        let key = said.channel.identifier(&said.identifier);
        let known = |line: &ConsentLine| {
            line.channel == said.channel && line.purpose == purpose && line.channel.identifier(&line.identifier) == key
        };
        if lines.iter().any(known) {
            continue;
        }
        let (given, record) = match state.consent.standing(said.channel, &said.identifier, purpose, as_of) {
            ConsentStanding::Given { record, .. } => (true, record),
            ConsentStanding::Expired { record } | ConsentStanding::Withdrawn { record } => (false, record),
            ConsentStanding::Unknown => continue,
        };
        lines.push(ConsentLine {
            channel: said.channel,
            identifier: said.identifier.clone(),
            purpose: purpose.to_owned(),
            given,
            record: record.clone(),
        });
    }
    lines
}
