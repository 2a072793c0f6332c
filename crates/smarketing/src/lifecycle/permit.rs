//! Which kinds of events are allowed where a lead stands: the one table of the lifecycle.

use super::compiled::CompiledLifecycle;
use super::refusal::RefusalCode;
use super::stage::Stage;
use super::state::{LeadState, Phase};
use super::team::Team;
use crate::handover::EventKind;

/// Which optional parts an agreement's lifecycle has.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Features {
    pub(crate) contact: bool,
    pub(crate) review: bool,
    /// Whether an MQL goes to the desk at once: the desk has no criteria of its own.
    pub(crate) review_at_once: bool,
    pub(crate) sal: bool,
    pub(crate) sql: bool,
    pub(crate) opportunity: bool,
    pub(crate) customer: bool,
}

impl Features {
    pub(crate) fn of(lifecycle: &CompiledLifecycle) -> Self {
        let stage = |stage| lifecycle.stages.iter().find(|known| known.stage == stage);
        Self {
            contact: stage(Stage::Contact).is_some(),
            review: stage(Stage::Review).is_some(),
            review_at_once: stage(Stage::Review).is_some_and(|review| review.when.is_none()),
            sal: stage(Stage::Sal).is_some(),
            sql: stage(Stage::Sql).is_some(),
            opportunity: stage(Stage::Opportunity).is_some(),
            customer: stage(Stage::Customer).is_some(),
        }
    }
}

/// Where a lead stands, as far as it decides what is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Situation {
    pub(crate) stage: Stage,
    pub(crate) phase: Phase,
    pub(crate) merged: bool,
}

impl Situation {
    pub(crate) fn of(state: &LeadState) -> Self {
        Self { stage: state.stage, phase: state.phase(), merged: !state.merges.is_empty() }
    }

    /// Who is responsible: sales from handover to customer, the desk in review, marketing otherwise.
    pub(crate) const fn owner(self) -> Team {
        match (self.stage, self.phase) {
            (Stage::Review, _) => Team::Review,
            (Stage::Mql, Phase::Open) => Team::Marketing,
            (Stage::Mql | Stage::Sal | Stage::Sql | Stage::Opportunity | Stage::Customer, _) => Team::Sales,
            _ => Team::Marketing,
        }
    }

    const fn is_accepted(self) -> bool {
        matches!(self.phase, Phase::InAdvance | Phase::Accepted)
    }
}

/// Whether a kind of event is allowed in a situation, apart from what it says.
pub(crate) fn permit(kind: EventKind, situation: Situation, features: Features) -> Result<(), RefusalCode> {
    use RefusalCode as No;
    let Situation { stage, phase, merged } = situation;
    let accepted = situation.is_accepted();
    let unless = |allowed: bool, code: RefusalCode| if allowed { Ok(()) } else { Err(code) };
    let with_sales = |code: RefusalCode| if phase == Phase::Open { Err(No::NotHandedOver) } else { Err(code) };
    match kind {
        EventKind::Started => Err(No::AlreadyStarted),
        EventKind::Reviewed if !features.review => Err(No::NoSuchStage),
        EventKind::Reviewed => {
            unless(stage == Stage::Review || (stage == Stage::Mql && phase == Phase::Open), No::NotInReview)
        }
        EventKind::Accepted | EventKind::Rejected => match phase {
            Phase::Offered | Phase::InAdvance => Ok(()),
            other => with_sales(if other == Phase::Accepted { No::AlreadyAccepted } else { No::NotHandedOver }),
        },
        EventKind::ContactAttempted => unless(phase != Phase::Open || stage == Stage::Review, No::NotHandedOver),
        EventKind::Qualified => match stage {
            Stage::Mql | Stage::Sal | Stage::Sql if accepted => Ok(()),
            Stage::Opportunity | Stage::Customer => Err(No::AlreadyPast),
            _ => with_sales(No::NotAccepted),
        },
        EventKind::OpportunityOpened if !features.opportunity => Err(No::NoSuchStage),
        EventKind::OpportunityOpened => match stage {
            Stage::Sql if accepted => Ok(()),
            Stage::Mql | Stage::Sal if accepted => unless(!features.sql, No::TooEarly),
            Stage::Opportunity | Stage::Customer => Err(No::AlreadyPast),
            _ => with_sales(No::NotAccepted),
        },
        EventKind::Won if !features.customer => Err(No::NoSuchStage),
        EventKind::Won => match stage {
            Stage::Opportunity => Ok(()),
            Stage::Sql if accepted => unless(!features.opportunity, No::TooEarly),
            Stage::Mql | Stage::Sal if accepted => unless(!features.opportunity && !features.sql, No::TooEarly),
            Stage::Customer => Err(No::AlreadyPast),
            _ => with_sales(No::NotAccepted),
        },
        EventKind::Lost => match stage {
            Stage::Sql | Stage::Opportunity => Ok(()),
            Stage::Customer => Err(No::Ended),
            _ => with_sales(No::TooEarly),
        },
        EventKind::Recycled if stage == Stage::Contact => Err(No::TooEarly),
        EventKind::Recycled => unless(stage != Stage::Customer, No::Ended),
        EventKind::Woken => unless(matches!(stage, Stage::Nurture | Stage::Disqualified | Stage::Lost), No::NotWaiting),
        EventKind::Disqualified => unless(!matches!(stage, Stage::Customer | Stage::Disqualified), No::Ended),
        EventKind::Unmerged => unless(merged, No::NotMerged),
        EventKind::Assessed
        | EventKind::Reassigned
        | EventKind::ConsentGiven
        | EventKind::ConsentWithdrawn
        | EventKind::Enriched
        | EventKind::Merged => Ok(()),
    }
}

/// The kinds of events that are allowed in a situation.
pub(crate) fn allowed(situation: Situation, features: Features) -> Vec<EventKind> {
    EventKind::ALL.iter().copied().filter(|kind| permit(*kind, situation, features).is_ok()).collect()
}
