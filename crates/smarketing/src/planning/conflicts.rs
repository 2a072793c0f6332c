//! [`Conflict`]: goals that cannot be had together, and by how much; and [`ConflictInput`], what an
//! agreement alone does not say of them.

use serde::Serialize;

use super::month::Month;
use super::quantity::Quantity;
use crate::assessment::Assessment;
use crate::handover::Calendar;
use crate::points::Points;
use crate::time::Duration;

/// Which goals are in conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ConflictKind {
    /// A threshold that too few leads reach for the volume that the plan owes.
    ThresholdAgainstVolume,
    /// A KPI's target that asks for another rate or deal than the plan counts on.
    TargetAgainstPlan,
    /// An opt-in rate that contacts entered without a consent make impossible.
    OptInAgainstOffline,
    /// A clock in which the leads that wait cannot be worked.
    ClockAgainstCapacity,
}

/// Two goals that cannot be had together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Conflict {
    /// What the two goals quarrel about.
    pub kind: ConflictKind,
    /// Where it shows: the segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    /// Where it shows: the month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<Month>,
    /// What one goal asks for.
    pub asked: Quantity,
    /// What the other leaves possible.
    pub possible: Quantity,
    /// What is missing between the two.
    pub missing: Quantity,
    /// The conflict in a sentence.
    pub message: String,
    /// What would settle it.
    pub help: String,
}

/// What an agreement alone does not say of its conflicts. All of it is optional: an agreement's targets,
/// volumes, capacities, clocks and office hours are judged without it; what is absent is not judged.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ConflictInput {
    /// How leads score as they arrive, for the threshold of a stage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scores: Option<ScoreSample>,
    /// How many contacts there are, and how many were entered without a consent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contacts: Option<ContactMix>,
    /// What is known of single clocks of the agreement. Those that are not named are judged as well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ClockLoad>,
    /// When the leads of a clock without a calendar of its own are worked; in the hours of the agreement's
    /// first calendar, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Calendar>,
}

impl ConflictInput {
    /// Nothing besides the agreement.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a sample of scores.
    #[must_use]
    pub fn scores(mut self, sample: ScoreSample) -> Self {
        self.scores = Some(sample);
        self
    }

    /// Adds the mix of contacts.
    #[must_use]
    pub const fn contacts(mut self, mix: ContactMix) -> Self {
        self.contacts = Some(mix);
        self
    }

    /// Adds what is known of a clock.
    #[must_use]
    pub fn clock(mut self, clock: ClockLoad) -> Self {
        self.clocks.push(clock);
        self
    }

    /// Says when leads are worked whose clock has no calendar of its own.
    #[must_use]
    pub fn calendar(mut self, calendar: Calendar) -> Self {
        self.calendar = Some(calendar);
        self
    }
}

/// How a sample of leads scores: what a stage of the agreement asks for is asked of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ScoreSample {
    /// The stage whose criteria are judged, with those of the stages below it: `mql`.
    pub stage: String,
    /// Leads as they arrive, in any order.
    pub scores: Vec<LeadScore>,
    /// How many leads arrive in a month; as many as the plan counts on at `lead`, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leads_per_month: Option<u64>,
}

/// What a lead of a sample scores, as its assessment says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LeadScore {
    /// The score of its last assessment, in points.
    pub score: Points,
    /// Its fit, before the weight; needed where the stage asks for it, or for the grade.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fit: Option<Points>,
    /// Its engagement, before the weight; needed where the stage asks for it, or for the grade.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engagement: Option<Points>,
}

/// Where contacts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContactMix {
    /// How many contacts there are in all.
    pub contacts: u64,
    /// Those entered offline without a consent: business cards, lists of a fair.
    pub without_opt_in: u64,
}

/// What an agreement does not say of one of its clocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ClockLoad {
    /// The id of the clock in the agreement.
    pub id: String,
    /// The stage of the plan at which its leads wait; when absent, the one at which it starts: `mql` from
    /// handover, `sal` from acceptance, `sql` from qualification, `opportunity` from its opening.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// How long the team is busy with one lead until it has done what ends the clock. When absent, its
    /// capacity is spread evenly over the working hours of the month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handling: Option<Duration>,
}

impl ScoreSample {
    /// A sample for what the stage `mql` asks for.
    #[must_use]
    pub fn new(scores: Vec<LeadScore>) -> Self {
        Self { stage: "mql".to_owned(), scores, leads_per_month: None }
    }

    /// Names another stage.
    #[must_use]
    pub fn stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = stage.into();
        self
    }

    /// Says how many leads arrive in a month.
    #[must_use]
    pub const fn leads_per_month(mut self, leads: u64) -> Self {
        self.leads_per_month = Some(leads);
        self
    }
}

impl LeadScore {
    /// A lead of which only the score is known.
    #[must_use]
    pub const fn new(score: Points) -> Self {
        Self { score, fit: None, engagement: None }
    }

    /// Adds its fit, before the weight.
    #[must_use]
    pub const fn fit(mut self, fit: Points) -> Self {
        self.fit = Some(fit);
        self
    }

    /// Adds its engagement, before the weight.
    #[must_use]
    pub const fn engagement(mut self, engagement: Points) -> Self {
        self.engagement = Some(engagement);
        self
    }
}

impl From<&Assessment> for LeadScore {
    fn from(assessment: &Assessment) -> Self {
        Self::new(assessment.score).fit(assessment.fit).engagement(assessment.engagement)
    }
}

impl ClockLoad {
    /// A clock by its id.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), stage: None, handling: None }
    }

    /// Names the stage of the plan at which its leads wait.
    #[must_use]
    pub fn stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }

    /// Says how long the team is busy with one lead.
    #[must_use]
    pub const fn handling(mut self, handling: Duration) -> Self {
        self.handling = Some(handling);
        self
    }
}
