"""The results as classes, by the names that they have in Rust.

Written by `cargo xtask generate types` from `bindings/types.schema.json`: change the Rust types instead.
"""

# The texts are those of the domain, and types may be asked for at run time.
# ruff: noqa: RUF001, TC003

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, ClassVar, Literal, TypeAlias

from smarketing._base import (
    ANY,
    BOOLEAN,
    DATE,
    DECIMAL,
    DURATION,
    INSTANT,
    MONTH,
    NUMBER,
    TEXT,
    WHOLE,
    Result,
    either,
    many,
    member,
    one,
    table,
)

__all__ = [
    "About",
    "AboutClock",
    "AboutDemoted",
    "AboutDisqualified",
    "AboutHandedOver",
    "AboutLost",
    "AboutMerged",
    "AboutRejected",
    "AboutReturned",
    "AboutToReview",
    "AboutWoken",
    "AboutWon",
    "AboutWrongContact",
    "Adjustment",
    "Advice",
    "AgreementDocument",
    "Amount",
    "Answer",
    "AskFor",
    "Assessed",
    "Assessment",
    "Attempt",
    "AttemptOutcome",
    "Blocker",
    "BlockerCondition",
    "BlockerDisqualified",
    "BlockerEvent",
    "BlockerExcluded",
    "BlockerMissing",
    "Bounds",
    "BreachAction",
    "Brief",
    "BuyingCentre",
    "BuyingRole",
    "Calendar",
    "Cause",
    "CauseClock",
    "CauseEvent",
    "CauseHold",
    "Change",
    "Channel",
    "ChecklistItem",
    "Clock",
    "ClockForecast",
    "ClockLine",
    "ClockStart",
    "ClockStatus",
    "ClockStep",
    "ClockStepKind",
    "Code",
    "Comparison",
    "Condition",
    "Conflict",
    "ConflictKind",
    "Consent",
    "ConsentBasis",
    "ConsentLine",
    "ConsentRecord",
    "ConsentRecordGiven",
    "ConsentRecordWithdrawn",
    "ConsentStanding",
    "ConsentStandingExpired",
    "ConsentStandingGiven",
    "ConsentStandingUnknown",
    "ConsentStandingWithdrawn",
    "Consequence",
    "ContactPermission",
    "Contribution",
    "ContributionChange",
    "ContributionKind",
    "Costs",
    "Criterion",
    "CriterionState",
    "Crossing",
    "CrossingCause",
    "CrossingCauseDate",
    "CrossingCauseDecay",
    "CrossingCauseIdle",
    "CrossingCauseInteraction",
    "CrossingCauseKnown",
    "CrossingCauseWindow",
    "DailySummary",
    "DayCount",
    "Decay",
    "Decline",
    "DeclineEnd",
    "Deed",
    "DeedAddToNurture",
    "DeedAskFor",
    "DeedAskForConsent",
    "DeedAssess",
    "DeedAssign",
    "DeedFieldConflict",
    "DeedNotify",
    "DeedPauseClock",
    "DeedRemoveFromNurture",
    "DeedResumeClock",
    "DeedStartClock",
    "DeedStopClock",
    "DeedSuppress",
    "DefinedBy",
    "Definition",
    "Delay",
    "Destination",
    "Difference",
    "DifferenceKind",
    "Dimension",
    "DimensionSettings",
    "Direction",
    "Disqualifier",
    "DueLeads",
    "Effect",
    "EmailDomainLists",
    "EscalationStep",
    "Event",
    "EventAccepted",
    "EventAssessed",
    "EventConsentGiven",
    "EventConsentWithdrawn",
    "EventContactAttempted",
    "EventDisqualified",
    "EventEnriched",
    "EventKind",
    "EventLost",
    "EventMerged",
    "EventOpportunityOpened",
    "EventQualified",
    "EventReassigned",
    "EventRecycled",
    "EventRejected",
    "EventReviewed",
    "EventStarted",
    "EventUnmerged",
    "EventWoken",
    "EventWon",
    "Evidence",
    "EvidenceCount",
    "EvidenceFact",
    "EvidenceIdle",
    "EvidenceInteraction",
    "EvidenceResult",
    "Example",
    "Exclusion",
    "Expectation",
    "Extremes",
    "Extremum",
    "Fact",
    "FactStatus",
    "FastTrack",
    "Feedback",
    "FeedbackLine",
    "Field",
    "FieldType",
    "FigureChange",
    "Figures",
    "Finding",
    "FindingCode",
    "FiredClock",
    "Form",
    "FormField",
    "Formula",
    "FrequencyCap",
    "GlossaryEntry",
    "Goal",
    "Goals",
    "Ground",
    "Group",
    "HandedOver",
    "Handover",
    "HandoverNeed",
    "Happening",
    "Header",
    "Hindrance",
    "HindranceKind",
    "HolidayRegion",
    "Icp",
    "IcpMatch",
    "Interaction",
    "InteractionType",
    "Interval",
    "Kpi",
    "KpiDefinition",
    "KpiOwner",
    "KpiState",
    "KpiTree",
    "KpiUnit",
    "Ladder",
    "LastEvent",
    "Late",
    "Lead",
    "LeadMove",
    "LeadState",
    "Lifecycle",
    "Limit",
    "MeasureWindow",
    "Measured",
    "MeasuredDeal",
    "MeasuredLag",
    "MeasuredRate",
    "Merge",
    "MoneyProgress",
    "MoneyProjection",
    "MonthPlan",
    "MonthTotal",
    "MovingMonth",
    "MovingTargets",
    "NextStage",
    "Operand",
    "Origin",
    "Overdue",
    "Pause",
    "Performance",
    "Period",
    "PersonLine",
    "Persona",
    "PersonaMatch",
    "PersonaPresence",
    "Phase",
    "Pick",
    "Plan",
    "PlanFigures",
    "PointsBy",
    "Predicate",
    "ProgressStatus",
    "Proposal",
    "PublicHoliday",
    "Purpose",
    "PurposeKind",
    "Qualification",
    "QualificationState",
    "QuantityProgress",
    "QuantityProjection",
    "Question",
    "RateCounts",
    "RateInterval",
    "Ratio",
    "ReachByAttempt",
    "Reason",
    "ReasonShare",
    "Refreshed",
    "Refusal",
    "RefusalCode",
    "RefusedEvent",
    "RejectReason",
    "Rejection",
    "Replay",
    "Reset",
    "RoleContact",
    "RolePresence",
    "Roll",
    "Rounding",
    "Row",
    "Rule",
    "RuleEffect",
    "RunningClock",
    "SalesLine",
    "ScoreBounds",
    "Scorecard",
    "Scoring",
    "SegmentPlan",
    "Severity",
    "SideMonth",
    "Sides",
    "Signature",
    "SingleChange",
    "SingleChangeChange",
    "SingleChangeInteraction",
    "SingleChangeLearn",
    "Solution",
    "SourcedBy",
    "SpeedToLead",
    "Stage",
    "StageChance",
    "StageCheck",
    "StageCriteria",
    "StageInterval",
    "StageMove",
    "StageStanding",
    "StageTotals",
    "Status",
    "Step",
    "Subject",
    "Team",
    "Texts",
    "Threshold",
    "ThresholdBand",
    "ThresholdCriterion",
    "ThresholdGrade",
    "ThresholdKeepWhile",
    "ThresholdRequired",
    "ThresholdStage",
    "ThresholdTier",
    "Timeline",
    "TimelineStep",
    "Touch",
    "TouchedBy",
    "Transition",
    "TransitionReason",
    "TransitionReasonActive",
    "TransitionReasonBreach",
    "TransitionReasonCriteria",
    "TransitionReasonDecision",
    "TransitionReasonDisqualifier",
    "TransitionReasonExcluded",
    "TransitionReasonFastTrack",
    "TransitionReasonHoldEnded",
    "TransitionReasonKeepWhile",
    "TransitionReasonMerged",
    "TransitionReasonReason",
    "TransitionReasonStarted",
    "TransitionReasonUnmerged",
    "Truth",
    "UnmetBlocker",
    "Value",
    "Weights",
    "WorkItem",
    "YearMonth",
    "YearTotal",
]

AttemptOutcome: TypeAlias = Literal["reached", "no_answer", "waiting", "wrong_contact"]
"""What came of an attempt to reach a contact.

- `reached`: The contact was reached.
- `no_answer`: Nobody answered.
- `waiting`: The contact was reached, and everybody waits for it now: clocks that may pause do.
- `wrong_contact`: The address or number is not the contact's.
"""

BreachAction: TypeAlias = Literal["notify", "return", "reassign"]
"""What is done when a clock is due, or near it, or past it.

- `notify`: Somebody is told.
- `return`: The lead goes back to the review desk, or to marketing where there is none.
- `reassign`: Somebody else of the same team gets it.
"""

BuyingRole: TypeAlias = Literal[
    "initiator",
    "user",
    "influencer",
    "decision_maker",
    "approver",
    "buyer",
    "gatekeeper",
    "champion",
]
"""A role in the buying centre.

The roles are those of F. E. Webster and Y. Wind, *Organizational Buying Behavior* (1972), user, influencer, buyer,
decision maker and gatekeeper, with the initiator (T. V. Bonoma, 1982), the approver and the champion of today's
sales practice.

- `initiator`: Starts the purchase.
- `user`: Will work with what is bought.
- `influencer`: Shapes what is asked for.
- `decision_maker`: Decides.
- `approver`: Must agree to the decision.
- `buyer`: Negotiates and signs.
- `gatekeeper`: Lets information and people through, or not.
- `champion`: Speaks for the offering inside the company.
"""

Channel: TypeAlias = Literal["email", "phone", "sms", "messenger", "social", "post"]
"""A way to reach a contact. Consent is given for each one by itself.

- `email`: Electronic mail.
- `phone`: A call.
- `sms`: A short message.
- `messenger`: A message in a messenger.
- `social`: A message in a social network.
- `post`: A letter.
"""

ClockStart: TypeAlias = Literal[
    "handover",
    "started",
    "assessed",
    "reviewed",
    "accepted",
    "rejected",
    "contact_attempted",
    "qualified",
    "opportunity_opened",
    "won",
    "lost",
    "recycled",
    "woken",
    "disqualified",
    "reassigned",
    "consent_given",
    "consent_withdrawn",
    "enriched",
    "merged",
    "unmerged",
]
"""What starts a clock: the handover, or an event."""

ClockStatus: TypeAlias = Literal["running", "paused", "overdue"]
"""Whether a clock runs, pauses or is overdue.

- `running`: It runs, and there is time left.
- `paused`: It stands still.
- `overdue`: Its time is over, and it runs on.
"""

ClockStepKind: TypeAlias = Literal["reminder", "breach", "escalation"]
"""What a `ClockStep` is.

- `reminder`: A reminder before the clock is due.
- `breach`: The deadline is missed.
- `escalation`: Still nothing has happened.
"""

Code: TypeAlias = Literal[
    "syntax",
    "too_large",
    "unsupported_format",
    "unknown_key",
    "duplicate_key",
    "missing_key",
    "wrong_type",
    "invalid_value",
    "conflicting_keys",
    "invalid_name",
    "reserved_name",
    "duplicate_id",
    "unknown_field",
    "unknown_value",
    "unknown_function",
    "unknown_interaction",
    "unknown_property",
    "unknown_persona",
    "unknown_group",
    "unknown_stage",
    "unknown_calendar",
    "unknown_clock",
    "unknown_purpose",
    "operator_not_applicable",
    "later_result",
    "empty",
    "too_many_decimals",
    "out_of_range",
    "unbounded",
    "wrong_order",
    "never_true",
    "shadowed_rule",
    "shadowed_segment",
    "unreachable_threshold",
    "stage_never_entered",
    "stage_never_left",
    "handover_without_clock",
    "persona_never_recognised",
    "days_of_business_time",
    "unused",
    "example_failed",
    "undefined_abbreviation",
    "review_due",
    "not_effective",
    "foreign_money",
    "no_goal",
    "impossible_goal",
    "missing_figure",
    "broken_chain",
    "late_leads",
    "over_capacity",
    "over_budget",
    "no_solution",
    "thin_evidence",
    "no_working_day",
    "unknown_segment",
    "unknown_kpi",
    "kpi_without_decision",
    "decision_without_kpi",
    "kpi_unknown",
    "conflicting_interaction",
]
"""What kind of `Finding` it is.

- `syntax`: The text is no TOML or no JSON.
- `too_large`: The document or the input is larger or nested deeper than the format allows.
- `unsupported_format`: The document says another format version than this library reads.
- `unknown_key`: A key that this place of the format does not know.
- `duplicate_key`: A key that stands twice in one table.
- `missing_key`: A key that this place needs.
- `wrong_type`: A value of another type than this place takes.
- `invalid_value`: A value of the right type that this place does not take.
- `conflicting_keys`: Two keys of one table that exclude each other.
- `invalid_name`: A name that is not made of letters, digits, `_` and `-`.
- `reserved_name`: A name that the language of conditions keeps for itself.
- `duplicate_id`: Two things of one kind with the same id.
- `unknown_field`: A field that the vocabulary does not have.
- `unknown_value`: A value that the field does not allow.
- `unknown_function`: A function that the library does not have.
- `unknown_interaction`: An interaction type that the vocabulary does not have.
- `unknown_property`: A property that the interaction type does not have.
- `unknown_persona`: A persona that the agreement does not have.
- `unknown_group`: A scoring group that the agreement does not have.
- `unknown_stage`: A stage that the agreement's lifecycle does not have.
- `unknown_calendar`: A calendar that the agreement does not have.
- `unknown_clock`: A clock that the agreement does not have.
- `unknown_purpose`: A purpose of consent that the agreement does not have.
- `operator_not_applicable`: An operator that the field's type does not have.
- `later_result`: A condition on a result that is computed later.
- `empty`: A condition, a list or a table without anything in it.
- `too_many_decimals`: More decimals than points or factors have.
- `out_of_range`: A number outside the range of its place.
- `unbounded`: Points that could grow without end.
- `wrong_order`: Bounds or thresholds in the wrong order.
- `never_true`: A condition that no facts can make true.
- `shadowed_rule`: A rule that another rule of its group always forestalls.
- `shadowed_segment`: A segment of the goals whose leads all count in an earlier one.
- `unreachable_threshold`: A threshold that no lead can reach, whatever is known of it.
- `stage_never_entered`: A stage that no lead can enter.
- `stage_never_left`: A stage that a lead cannot stay in or cannot leave.
- `handover_without_clock`: Leads can be handed over, and no clock runs until sales has accepted them.
- `persona_never_recognised`: A persona that no lead can be recognised as.
- `days_of_business_time`: A clock in business time whose deadline is written in days of 24 hours.
- `unused`: A part of the agreement that nothing uses.
- `example_failed`: An example of the document whose expectation fails.
- `undefined_abbreviation`: An abbreviation that nobody defined.
- `review_due`: The agreement is due for review.
- `not_effective`: The agreement is not in force yet.
- `foreign_money`: An amount in a currency for which the agreement has no exchange rate.
- `no_goal`: Nothing to plan for: no goal, or a goal without a target.
- `impossible_goal`: A goal that no number of leads reaches.
- `missing_figure`: A figure that the plan needs for a month and does not have.
- `broken_chain`: Rates that make no chain from the first stage to the customer.
- `late_leads`: Leads that must arrive before the plan starts.
- `over_capacity`: More leads than a team can work.
- `over_budget`: Leads that cost more than the budget.
- `no_solution`: A question about a plan that nothing answers.
- `thin_evidence`: A measured figure that stands on too few leads.
- `no_working_day`: A month without a working day.
- `unknown_segment`: A segment that the plan does not have.
- `unknown_kpi`: A KPI that cannot be computed.
- `kpi_without_decision`: A KPI that steers no decision.
- `decision_without_kpi`: A decision that no KPI steers.
- `kpi_unknown`: A KPI without a value, as something that it takes is missing or zero.
- `conflicting_interaction`: One interaction id with two contents: the earlier one counts.
"""

Condition: TypeAlias = dict[str, Any]
"""A condition: fields and what must be true of each; all of it must hold."""

ConflictKind: TypeAlias = Literal[
    "threshold_against_volume",
    "target_against_plan",
    "opt_in_against_offline",
    "clock_against_capacity",
]
"""Which goals are in conflict.

- `threshold_against_volume`: A threshold that too few leads reach for the volume that the plan owes.
- `target_against_plan`: A KPI's target that asks for another rate or deal than the plan counts on.
- `opt_in_against_offline`: An opt-in rate that contacts entered without a consent make impossible.
- `clock_against_capacity`: A clock in which the leads that wait cannot be worked.
"""

ConsentBasis: TypeAlias = Literal["legitimate_interest", "existing_customer", "opt_in", "double_opt_in"]
"""On what ground a contact may be approached, from the weakest to the strongest.

A stronger one also does where a weaker one is needed: double opt-in implies opt-in.

- `legitimate_interest`: Legitimate interest (GDPR, article 6 (1) f).
- `existing_customer`: An existing customer, about similar goods (in Germany § 7 (3) UWG).
- `opt_in`: The contact said yes.
- `double_opt_in`: The contact said yes, and confirmed it over the channel itself.
"""

Consequence: TypeAlias = Literal["nurture", "disqualify"]
"""What becomes of a rejected lead.

- `nurture`: It waits with marketing.
- `disqualify`: It is no lead for this agreement.
"""

ContributionKind: TypeAlias = Literal[
    "rule",
    "group_pick",
    "group_min",
    "group_max",
    "adjustment",
    "min",
    "max",
    "weight",
]
"""What a `Contribution` is.

- `rule`: The points of a rule.
- `group_pick`: What a group takes away because it picks one of its rules.
- `group_min`: What a group's minimum adds.
- `group_max`: What a group's maximum takes away.
- `adjustment`: What an adjustment makes of the sum so far.
- `min`: What the minimum of a dimension or of the score adds.
- `max`: What the maximum of a dimension or of the score takes away.
- `weight`: What the weight of a dimension makes of it.
"""

Decay: TypeAlias = Literal["none"] | dict[str, Any]
"""How the points of an interaction fade with its age. They move towards zero and never past it."""

DeclineEnd: TypeAlias = Literal["keep_while", "criteria", "barred"]
"""What ends a stage.

- `keep_while`: The stage's `keep_while` no longer holds.
- `criteria`: The stage says nothing of how it is kept, and its criteria no longer hold.
- `barred`: A disqualifier or an exclusion has come to apply.
"""

DefinedBy: TypeAlias = Literal["library", "agreement"]
"""Who defined a term.

- `library`: It is one of the built-in words.
- `agreement`: The agreement, whose definition wins.
"""

DifferenceKind: TypeAlias = Literal["added", "removed", "changed", "moved"]
"""What happened to a part of an agreement.

- `added`: It is new.
- `removed`: It is gone.
- `changed`: It says something else.
- `moved`: The same things stand in another order, where the order decides something.
"""

Dimension: TypeAlias = Literal["fit", "engagement", "score"]
"""What points count for.

- `fit`: Explicit points: who the lead is.
- `engagement`: Implicit points: what the lead does.
- `score`: The total.
"""

Direction: TypeAlias = Literal["up", "down", "sideways"]
"""Where a lead moves.

- `up`: To a higher stage, or to a higher score in the same stage.
- `down`: To a lower stage, or to a lower score in the same stage.
- `sideways`: Stage and score stay, and something else differs.
"""

EventKind: TypeAlias = Literal[
    "started",
    "assessed",
    "reviewed",
    "accepted",
    "rejected",
    "contact_attempted",
    "qualified",
    "opportunity_opened",
    "won",
    "lost",
    "recycled",
    "woken",
    "disqualified",
    "reassigned",
    "consent_given",
    "consent_withdrawn",
    "enriched",
    "merged",
    "unmerged",
]
"""A kind of event in the life of a lead. Clocks begin and end with them.

- `started`: The lead began.
- `assessed`: It was assessed.
- `reviewed`: The pre-qualification desk decided.
- `accepted`: Sales accepted it.
- `rejected`: Sales rejected it, with a reason.
- `contact_attempted`: Somebody tried to reach the contact.
- `qualified`: Sales found out how far it is qualified.
- `opportunity_opened`: It became an opportunity with an amount.
- `won`: It became a customer.
- `lost`: The opportunity was lost.
- `recycled`: It went back to nurture.
- `woken`: Its time in nurture ended.
- `disqualified`: It was disqualified.
- `reassigned`: Somebody else is responsible now.
- `consent_given`: The contact gave a consent.
- `consent_withdrawn`: The contact withdrew a consent.
- `enriched`: Facts changed.
- `merged`: Another lead became one with it.
- `unmerged`: A merge was undone.
"""

Fact: TypeAlias = Any
"""A field's value; where more is known of it, a table."""

FactStatus: TypeAlias = Literal["claimed", "confirmed"]
"""How sure a fact is.

- `claimed`: Somebody said so.
- `confirmed`: Somebody checked it.
"""

FieldType: TypeAlias = Literal[
    "text",
    "category",
    "number",
    "money",
    "boolean",
    "date",
    "instant",
    "email",
    "phone",
    "url",
    "country",
    "list",
]
"""What the values of a field are.

- `text`: Free text.
- `category`: One of the field's `values`.
- `number`: A decimal number.
- `money`: An amount in the agreement's currency.
- `boolean`: True or false.
- `date`: A civil date.
- `instant`: A point in time, with its offset.
- `email`: An e-mail address.
- `phone`: A telephone number.
- `url`: The address of a page.
- `country`: A country: an ISO 3166 code, or a German or English name.
- `list`: Several texts, or several of the field's `values`.
"""

Formula: TypeAlias = Literal["given"] | dict[str, Any]
"""How a measure follows from others, named by their ids."""

HindranceKind: TypeAlias = Literal[
    "unknown_purpose",
    "no_identifier",
    "no_consent",
    "withdrawn",
    "expired",
    "too_weak",
    "frequency_cap",
    "open_conversation",
    "recent_purchase",
]
"""What kind of thing stands against approaching a contact.

- `unknown_purpose`: The agreement does not have the purpose.
- `no_identifier`: No address or number of the channel is known.
- `no_consent`: Nothing was ever said, and unknown is no.
- `withdrawn`: Consent was withdrawn.
- `expired`: Consent has expired.
- `too_weak`: There is a ground, but the channel or the purpose needs a stronger one.
- `frequency_cap`: The contact was approached often enough.
- `open_conversation`: Sales is talking with the contact.
- `recent_purchase`: It was bought a short while ago.
"""

HolidayRegion: TypeAlias = Literal[
    "AT",
    "CH",
    "DE",
    "DE-BB",
    "DE-BE",
    "DE-BW",
    "DE-BY",
    "DE-HB",
    "DE-HE",
    "DE-HH",
    "DE-MV",
    "DE-NI",
    "DE-NW",
    "DE-RP",
    "DE-SH",
    "DE-SL",
    "DE-SN",
    "DE-ST",
    "DE-TH",
]
"""A country, or a part of one, with public holidays of its own."""

KpiOwner: TypeAlias = Literal["marketing", "sales", "both"]
"""Who answers for a KPI.

- `marketing`: The team that makes leads.
- `sales`: The team that makes deals.
- `both`: Both teams.
"""

KpiUnit: TypeAlias = Literal["count", "ratio", "money", "money_per_day", "hours", "days"]
"""In what a measure is told.

- `count`: A number of leads, deals or contacts.
- `ratio`: A share, or a ratio.
- `money`: An amount in the agreement's currency.
- `money_per_day`: An amount each day.
- `hours`: A time in hours.
- `days`: Days of 24 hours.
"""

Ladder: TypeAlias = dict[str, Any]
"""Labels by the bound that opens each; `else` is the label of what lies below them all."""

Lead: TypeAlias = dict[str, Any]
"""One contact's expressed interest in an offering: its envelope, and its facts by field."""

Operand: TypeAlias = bool | float | str | list[Any]
"""One value, or several: a positive operator needs one of them, a negative one none."""

Period: TypeAlias = Literal["day", "week", "month"]
"""A civil period in the agreement's zone.

- `day`: From midnight to midnight.
- `week`: An ISO week, from Monday.
- `month`: A calendar month.
"""

Phase: TypeAlias = Literal["open", "offered", "in_advance", "accepted"]
"""How far a lead has come with sales.

- `open`: Sales does not have it.
- `offered`: It was handed over, and sales has not answered yet.
- `in_advance`: It was accepted in advance: sales has it, and may still reject it.
- `accepted`: Sales accepted it.
"""

Pick: TypeAlias = Literal["sum", "first", "highest"]
"""Which of a group's rules count.

- `sum`: All of them, added up.
- `first`: The first that fires, in document order.
- `highest`: The one with the most points of those that fire; of equal ones the first.
"""

Predicate: TypeAlias = bool | float | str | list[Any] | dict[str, Any]
"""What must be true of a field: a bare value is equality, a list is membership, a table holds operators, all of which
must hold.
"""

ProgressStatus: TypeAlias = Literal["no_target", "not_started", "achieved", "on_track", "at_risk", "behind", "missed"]
"""How a target stands.

- `no_target`: There is no target.
- `not_started`: No working day of the month has elapsed yet, and nothing is achieved.
- `achieved`: The target is reached.
- `on_track`: As much as the elapsed working days owe, or more.
- `at_risk`: Less, but the target lies within what can be expected.
- `behind`: Less, and the target lies above what can be expected.
- `missed`: No working day is left, and the target is not reached.
"""

PurposeKind: TypeAlias = Literal["marketing", "sales", "service"]
"""Who approaches a contact, and what for.

- `marketing`: Marketing advertises: all guards hold.
- `sales`: Sales talks about the contact's own interest: it needs a ground.
- `service`: What a contract needs, such as an invoice: it needs no consent, but a withdrawal counts.
"""

RefusalCode: TypeAlias = Literal[
    "not_yet",
    "late",
    "not_started",
    "already_started",
    "no_such_stage",
    "not_in_review",
    "not_handed_over",
    "not_accepted",
    "already_accepted",
    "too_early",
    "already_past",
    "not_waiting",
    "ended",
    "criteria_not_met",
    "fields_missing",
    "consent_missing",
    "unknown_reason",
    "unknown_criterion",
    "hold_in_the_past",
    "needs_person",
    "wrong_record",
    "not_merged",
    "same_lead",
    "other_lead",
    "wrong_amount",
]
"""What kind of `Refusal` it is.

- `not_yet`: It lies after the instant of the question.
- `late`: It lies before what was already applied.
- `not_started`: The lead has not begun.
- `already_started`: The lead has begun already.
- `no_such_stage`: The agreement has no such stage.
- `not_in_review`: The lead is not at the review desk.
- `not_handed_over`: Sales does not have the lead.
- `not_accepted`: Sales has not accepted it yet.
- `already_accepted`: Sales has accepted it already.
- `too_early`: The lead is not there yet.
- `already_past`: The lead is past that.
- `not_waiting`: The lead neither waits nor has it ended.
- `ended`: What has ended well is not sent back: a new interest is a new lead.
- `criteria_not_met`: The stage asks for something that does not hold.
- `fields_missing`: The stage requires fields that are missing.
- `consent_missing`: The handover needs a consent that is missing.
- `unknown_reason`: The reason is none of the agreed list.
- `unknown_criterion`: The agreement has no such criterion.
- `hold_in_the_past`: The instant of a hold lies before the event.
- `needs_person`: Only a person may do that.
- `wrong_record`: The record says something else than the event.
- `not_merged`: There is no such merge.
- `same_lead`: A lead does not merge with itself.
- `other_lead`: The assessment is that of another lead.
- `wrong_amount`: An amount is more than nothing.
"""

Reset: TypeAlias = Literal["engagement"]
"""What a rejection sets back.

- `engagement`: Earlier interactions earn nothing any more.
"""

Roll: TypeAlias = Literal["refuse", "forward", "backward", "modified_forward"]
"""Where to begin when a date is no working day (`roll` in numpy and polars).

- `refuse`: Nowhere: there is no answer then (`raise`).
- `forward`: On the next working day.
- `backward`: On the working day before.
- `modified_forward`: On the next working day, unless that lies in another month: then on the one before (numpy's
`modifiedfollowing`).
"""

Rounding: TypeAlias = Literal["none", "up", "up_each_step"]
"""How the needs of a chain are rounded.

2,000,000 of revenue at 60,000 a deal are 33.33 deals; at a rate of 22 % they need 151.52 opportunities (`None`), 152
whole ones (`Up`), or 155, when the deals are rounded up to 34 first (`UpEachStep`).

- `none`: The exact chain, shown half-even with six decimals.
- `up`: The exact chain; what is shown is rounded up to whole leads.
- `up_each_step`: Up to whole leads at each step; the next step begins from the whole ones.
"""

Severity: TypeAlias = Literal["error", "warning"]
"""How bad a `Finding` is.

- `error`: The document cannot be used, or the fact counts as unknown.
- `warning`: It can be used, but it hardly means what its authors mean.
"""

SourcedBy: TypeAlias = Literal["marketing", "sales"]
"""Which side created the lead: it is set when the lead starts and never changes.

- `marketing`: A campaign or content brought it.
- `sales`: A salesperson found it.
"""

Stage: TypeAlias = Literal[
    "contact",
    "lead",
    "mql",
    "review",
    "sal",
    "sql",
    "opportunity",
    "customer",
    "nurture",
    "disqualified",
    "lost",
]
"""Where a lead stands. The first eight are ordered; the last three are where it waits or ends.

- `contact`: A person who is known, without an expressed interest.
- `lead`: An expressed interest.
- `mql`: A marketing qualified lead: it is handed over.
- `review`: At the pre-qualification desk.
- `sal`: A sales accepted lead.
- `sql`: A sales qualified lead.
- `opportunity`: A deal in negotiation.
- `customer`: A won deal.
- `nurture`: Waiting with marketing for a better time.
- `disqualified`: No lead for this agreement.
- `lost`: A lost deal.
"""

Status: TypeAlias = Literal["draft", "signed"]
"""Whether an agreement is in force.

- `draft`: It is still discussed.
- `signed`: Both sides signed it.
"""

Subject: TypeAlias = Literal[
    "agreement",
    "field",
    "interaction",
    "email_domains",
    "icp",
    "tier",
    "icp_criterion",
    "exclusion",
    "persona",
    "scoring",
    "dimension",
    "grade",
    "band",
    "group",
    "rule",
    "adjustment",
    "qualification",
    "criterion",
    "lifecycle",
    "stage",
    "stage_group",
    "fast_track",
    "disqualifier",
    "handover",
    "calendar",
    "clock",
    "consent",
    "purpose",
    "goal",
    "kpi",
    "term",
    "example",
    "part",
]
"""What a `Difference` is about.

- `agreement`: The head of the agreement.
- `field`: A field of the vocabulary.
- `interaction`: A type of interaction.
- `email_domains`: The agreement's own e-mail domains.
- `icp`: The ideal customer profile as a whole.
- `tier`: A tier of the ICP.
- `icp_criterion`: A criterion of the ideal customer profile.
- `exclusion`: An exclusion of the ICP.
- `persona`: A persona, or the order of all.
- `scoring`: The scoring as a whole.
- `dimension`: Fit, engagement or the score, with their bounds and weights.
- `grade`: A letter or a digit of the grade.
- `band`: A band of the score.
- `group`: A group of rules.
- `rule`: A rule that earns points.
- `adjustment`: A factor on a sum of points.
- `qualification`: The qualification as a whole.
- `criterion`: A criterion of the qualification.
- `lifecycle`: The lifecycle as a whole.
- `stage`: What opens a stage or keeps a lead in it.
- `stage_group`: A named group of stages, such as TOFU.
- `fast_track`: An interaction that leads to a stage directly.
- `disqualifier`: A condition under which a lead is none.
- `handover`: The handover as a whole.
- `calendar`: A calendar of the handover.
- `clock`: A clock of the handover.
- `consent`: What is agreed about consent.
- `purpose`: A purpose of contacting people.
- `goal`: A goal, or the order of all.
- `kpi`: A measure and the decision that it steers.
- `term`: A term of the glossary.
- `example`: A lead of the document and what must come out.
- `part`: Another part of the document.
"""

Team: TypeAlias = Literal["marketing", "review", "sales"]
"""The three teams of an agreement; `agreement.parties` gives them their names.

- `marketing`: It makes leads, and has those that wait or have ended.
- `review`: The pre-qualification desk.
- `sales`: It has leads from handover to customer.
"""

Texts: TypeAlias = str | dict[str, str]
"""A text for people: plain, in the agreement's language, or by language code (`de`, `en`)."""

TouchedBy: TypeAlias = Literal["lead", "us"]
"""Who touched whom.

- `lead`: The lead did something.
- `us`: Something was done with the lead.
"""

Truth: TypeAlias = Literal["yes", "no", "unknown"]
"""Whether a condition holds: yes, no, or unknown, because a fact is missing.

The logic is Kleene's strong logic of three values: "no" and "unknown" is no, "yes" or "unknown" is yes, everything
else that meets an unknown is unknown (S. C. Kleene, *Introduction to Metamathematics*, 1952, section 64).

- `yes`: It holds.
- `no`: It does not hold.
- `unknown`: A missing fact decides.
"""

Value: TypeAlias = bool | float | str | dict[str, Any] | list[Any]
"""What a fact or a property says: a truth value, a number, a text (dates and instants too), an amount of money, or a
list.
"""


class AboutHandedOver(Result):
    """The lead was handed over."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "handed_over")

    kind: Literal["handed_over"] = member("kind", TEXT, "Which of them it is.")


class AboutToReview(Result):
    """The lead is at the desk."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "to_review")

    kind: Literal["to_review"] = member("kind", TEXT, "Which of them it is.")


class AboutDemoted(Result):
    """The lead fell back."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "demoted")

    kind: Literal["demoted"] = member("kind", TEXT, "Which of them it is.")


class AboutRejected(Result):
    """Sales or the desk rejected it: marketing's feedback."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "rejected")

    kind: Literal["rejected"] = member("kind", TEXT, "Which of them it is.")
    reason: str = member("reason", TEXT, "Why the deal was lost, by the agreed list of reasons.")


class AboutReturned(Result):
    """A breach sent the lead back."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "returned")

    kind: Literal["returned"] = member("kind", TEXT, "Which of them it is.")
    clock: str = member("clock", TEXT, "The id of the clock that this is about.")


class AboutClock(Result):
    """A clock is near its end, or past it."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "clock")

    kind: Literal["clock"] = member("kind", TEXT, "Which of them it is.")
    clock: str = member("clock", TEXT, "The id of the clock that this is about.")
    step: ClockStepKind = member("step", TEXT, "What kind of step it is.")


class AboutWrongContact(Result):
    """The address or number was not the contact's."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "wrong_contact")

    kind: Literal["wrong_contact"] = member("kind", TEXT, "Which of them it is.")
    channel: Channel = member("channel", TEXT, "Over which channel the contact was approached.")


class AboutDisqualified(Result):
    """The lead was disqualified."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "disqualified")

    kind: Literal["disqualified"] = member("kind", TEXT, "Which of them it is.")


class AboutWoken(Result):
    """The lead no longer waits."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "woken")

    kind: Literal["woken"] = member("kind", TEXT, "Which of them it is.")


class AboutLost(Result):
    """The deal was lost."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "lost")

    kind: Literal["lost"] = member("kind", TEXT, "Which of them it is.")
    reason: str = member("reason", TEXT, "Why the deal was lost, by the agreed list of reasons.")


class AboutWon(Result):
    """The deal was won."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "won")

    kind: Literal["won"] = member("kind", TEXT, "Which of them it is.")


class AboutMerged(Result):
    """Another lead became one with it."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "merged")

    kind: Literal["merged"] = member("kind", TEXT, "Which of them it is.")


About: TypeAlias = (
    AboutHandedOver
    | AboutToReview
    | AboutDemoted
    | AboutRejected
    | AboutReturned
    | AboutClock
    | AboutWrongContact
    | AboutDisqualified
    | AboutWoken
    | AboutLost
    | AboutWon
    | AboutMerged
)
"""What somebody is told about.

- `handed_over`: The lead was handed over.
- `to_review`: The lead is at the desk.
- `demoted`: The lead fell back.
- `rejected`: Sales or the desk rejected it: marketing's feedback.
- `returned`: A breach sent the lead back.
- `clock`: A clock is near its end, or past it.
- `wrong_contact`: The address or number was not the contact's.
- `disqualified`: The lead was disqualified.
- `woken`: The lead no longer waits.
- `lost`: The deal was lost.
- `won`: The deal was won.
- `merged`: Another lead became one with it.
"""


class Adjustment(Result):
    """A factor on a positive subtotal: when a condition holds, or once more for each full period without activity."""

    id: str = member("id", TEXT, "Its id: adjustments apply in the order of their ids.")
    label: Texts | None = member("label", ANY, "What people call it.")
    scores: Dimension = member("scores", TEXT, "Which sum it multiplies: fit, engagement or the score.")
    when: Condition | None = member("when", ANY, "The condition under which it multiplies.")
    idle: str | None = member("idle", TEXT, "Once more for each full period without activity.")
    on: list[str] = member(
        "on", many(TEXT), "The types that end idleness; none: all that are the lead's own doing.", list
    )
    multiply: float = member("multiply", NUMBER, "The factor, 0 to 10, of at most 3 decimals.")


class Advice(Result):
    """A single change and what it leads to."""

    change: SingleChange = member("change", one(lambda: SingleChange), "The one change that would do.")
    score: float = member("score", NUMBER, "The score after the change, in points.")
    stage: Stage = member("stage", TEXT, "The stage that the lead would then qualify for.")


class AgreementDocument(Result):
    """The whole agreement as data: what is read, checked, compared and written.

    Build one in code, or read one with `AgreementDocument::from_toml` or `AgreementDocument::from_json`;
    `Agreement::new` checks and compiles it. It serialises to the JSON form of the document.
    """

    smarketing: int = member("smarketing", WHOLE, "The version of the document's format: 1.")
    agreement: Header = member("agreement", one(lambda: Header), "The head: name, version, dates, currency, time zone.")
    fields: dict[str, Field] = member("fields", table(one(lambda: Field)), "The lead's vocabulary.", dict)
    interactions: dict[str, InteractionType] = member(
        "interactions",
        table(one(lambda: InteractionType)),
        "The types of interaction, and what is known of each.",
        dict,
    )
    email_domains: EmailDomainLists | None = member(
        "email_domains",
        one(lambda: EmailDomainLists),
        "The agreement's own e-mail domains, besides the built-in lists.",
    )
    icp: Icp | None = member("icp", one(lambda: Icp), "The ideal customer profile.")
    personas: list[Persona] = member("personas", many(one(lambda: Persona)), "The fictional buyers.", list)
    scoring: Scoring = member("scoring", one(lambda: Scoring), "Which rules earn points, and how these become a score.")
    qualification: Qualification | None = member(
        "qualification", one(lambda: Qualification), "What sales goes through."
    )
    lifecycle: Lifecycle = member(
        "lifecycle", one(lambda: Lifecycle), "The stages, what opens each, and why leads are rejected or lost."
    )
    handover: Handover | None = member(
        "handover", one(lambda: Handover), "When each team works, and which deadlines they keep."
    )
    consent: Consent | None = member(
        "consent", one(lambda: Consent), "What each channel and purpose needs, and when marketing keeps quiet."
    )
    goals: list[Goal] = member("goals", many(one(lambda: Goal)), "The revenue that both teams owe, by segment.", list)
    kpis: list[Kpi] = member(
        "kpis", many(one(lambda: Kpi)), "What is measured, and which decision each measure steers.", list
    )
    glossary: dict[str, Definition] = member(
        "glossary", table(one(lambda: Definition)), "The agreement's own definitions.", dict
    )
    examples: list[Example] = member("examples", many(one(lambda: Example)), "What must come out of it.", list)


class Amount(Result):
    """An amount of money in a currency."""

    amount: Decimal = member("amount", DECIMAL, "How much; it is written as a text.")
    currency: str = member("currency", TEXT, "The currency's code of three letters.")


class Answer(Result):
    """What an answer would make of the lead."""

    value: Value = member("value", ANY, "A value that stands for all of which the agreement thinks the same.")
    score: float = member("score", NUMBER, "The score with this answer, in points.")
    bounds: Interval = member("bounds", one(lambda: Interval), "Where the score could still come to lie then.")
    stage: Stage = member("stage", TEXT, "The stage that the lead qualifies for with this answer.")


class AskFor(Result):
    """A missing fact that is worth asking for."""

    field: str = member("field", TEXT, "The name of the field that is missing.")
    ask: Texts | None = member("ask", ANY, "The question, where the agreement has one.")
    settles: bool = member("settles", BOOLEAN, "Whether every answer decides if the lead reaches the next stage.")
    width: float = member(
        "width", NUMBER, "How far apart the least and the most possible score are after the least helpful answer."
    )
    answers: list[Answer] = member(
        "answers", many(one(lambda: Answer)), "What each kind of answer would make of the lead."
    )


class Assessed(Result):
    """What the lifecycle needs of an assessment: how the lead stands with each stage, whether it is barred, and when it
    last did something.
    """

    lead: str | None = member(
        "lead", TEXT, "The id of the lead that was assessed, where it had one: no other lead takes this assessment."
    )
    agreement: str = member("agreement", TEXT, "The version of the agreement that it was assessed by.")
    score: float = member("score", NUMBER, "The score, for the order of the work list.")
    stages: list[StageCheck] = member(
        "stages", many(one(lambda: StageCheck)), "How the lead stands with each stage that asks for something."
    )
    disqualified: list[str] = member("disqualified", many(TEXT), "The disqualifiers that apply.", list)
    excluded: list[str] = member(
        "excluded", many(TEXT), "The exclusions of the ICP that apply: the lead stays below MQL.", list
    )
    rules: list[str] = member("rules", many(TEXT), "The rules that earned the points, for the feedback per rule.", list)
    last_activity: datetime.datetime | None = member(
        "last_activity", INSTANT, "When the lead last did something itself."
    )


class Assessment(Result):
    """What a lead is worth at an instant, which stage it qualifies for, and why."""

    lead: str | None = member("lead", TEXT, "The id of the lead, where it has one.")
    agreement: str = member("agreement", TEXT, "The version of the agreement.")
    as_of: datetime.datetime = member("as_of", INSTANT, "The instant of the question.")
    score: float = member("score", NUMBER, "Fit and engagement together, after weights and adjustments, in points.")
    fit: float = member("fit", NUMBER, "Explicit points, before their weight.")
    engagement: float = member("engagement", NUMBER, "Implicit points, before their weight.")
    grade: str | None = member("grade", TEXT, "The letter of the fit and the digit of the engagement.")
    band: str | None = member("band", TEXT, "The label of the score.")
    bounds: ScoreBounds = member(
        "bounds", one(lambda: ScoreBounds), "Where the three numbers could still come to lie, given what is unknown."
    )
    icp: IcpMatch | None = member("icp", one(lambda: IcpMatch), "How the account matches the ideal customer profile.")
    persona: str | None = member("persona", TEXT, "The persona: the first that holds for certain.")
    personas: list[PersonaMatch] = member(
        "personas", many(one(lambda: PersonaMatch)), "The personas that hold or could hold, the best first.", list
    )
    qualification: QualificationState | None = member(
        "qualification", one(lambda: QualificationState), "Which criteria of the qualification are met."
    )
    stage: Stage = member("stage", TEXT, "The stage the lead qualifies for.")
    disqualified: list[Ground] = member(
        "disqualified", many(one(lambda: Ground)), "Why it is no lead for this agreement, if it is none.", list
    )
    stages: list[StageStanding] = member(
        "stages", many(one(lambda: StageStanding)), "How it stands with each stage that an assessment can reach."
    )
    gates: list[StageStanding] = member(
        "gates",
        many(one(lambda: StageStanding)),
        "How it stands with the stages that only events enter, where those ask for something.",
        list,
    )
    last_activity: datetime.datetime | None = member(
        "last_activity", INSTANT, "When the lead last did something itself, as far as is known."
    )
    next: NextStage | None = member("next", one(lambda: NextStage), "The next stage, and what keeps the lead from it.")
    contributions: list[Contribution] = member(
        "contributions", many(one(lambda: Contribution)), "The lines of the score, which add up to it exactly."
    )
    findings: list[Finding] = member(
        "findings", many(one(lambda: Finding)), "What was wrong with the facts: those count as unknown.", list
    )
    email_domains: str = member(
        "email_domains", TEXT, "Which lists tell the kinds of e-mail addresses, and their versions."
    )


class Attempt(Result):
    """An attempt to reach the contact."""

    at: datetime.datetime = member("at", INSTANT, "The instant of the attempt.")
    reached: bool = member("reached", BOOLEAN, "Whether the contact was reached.")


class BlockerCondition(Result):
    """A clause of the stage's criteria does not hold, or is unknown."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "condition")

    kind: Literal["condition"] = member("kind", TEXT, "Which of them it is.")
    clause: str = member("clause", TEXT, "The clause in words.")
    holds: Truth = member("holds", TEXT, "Whether the part of the condition holds: no, or unknown.")
    evidence: list[Evidence] = member("evidence", many(one(lambda: Evidence)), "What is known of what it asks.", list)


class BlockerMissing(Result):
    """A required field is missing."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "missing")

    kind: Literal["missing"] = member("kind", TEXT, "Which of them it is.")
    field: str = member("field", TEXT, "The name of the field that is asked for.")


class BlockerExcluded(Result):
    """The ICP excludes the lead."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "excluded")

    kind: Literal["excluded"] = member("kind", TEXT, "Which of them it is.")
    id: str = member("id", TEXT, "The id of the exclusion.")


class BlockerDisqualified(Result):
    """The lead is disqualified."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "disqualified")

    kind: Literal["disqualified"] = member("kind", TEXT, "Which of them it is.")
    id: str = member("id", TEXT, "The id of the disqualifier.")


class BlockerEvent(Result):
    """The stage has no criteria: only a person's decision or a fast track leads there."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "event")

    kind: Literal["event"] = member("kind", TEXT, "Which of them it is.")


Blocker: TypeAlias = BlockerCondition | BlockerMissing | BlockerExcluded | BlockerDisqualified | BlockerEvent
"""What keeps a lead from a stage.

- `condition`: A clause of the stage's criteria does not hold, or is unknown.
- `missing`: A required field is missing.
- `excluded`: The ICP excludes the lead.
- `disqualified`: The lead is disqualified.
- `event`: The stage has no criteria: only a person's decision or a fast track leads there.
"""


class Bounds(Result):
    """What score, fit and engagement can still come to, whatever becomes known."""

    score: Extremes = member("score", one(lambda: Extremes), "The score that is still possible, in points.")
    fit: Extremes = member("fit", one(lambda: Extremes), "Explicit points, before their weight.")
    engagement: Extremes = member("engagement", one(lambda: Extremes), "Implicit points, before their weight.")


class Brief(Result):
    """What sales must know before the first call."""

    lead: str = member("lead", TEXT, "The id of the lead that it is about.")
    as_of: datetime.datetime = member("as_of", INSTANT, "The instant of the question.")
    stage: Stage = member("stage", TEXT, "The stage in which the lead stands.")
    reason: TransitionReason = member("reason", one(lambda: TransitionReason), "Why it stands there.")
    owner: Team = member("owner", TEXT, "The team that is responsible for the lead.")
    person: str | None = member("person", TEXT, "The person who has it.")
    score: float = member("score", NUMBER, "The score at the instant of the question, in points.")
    grade: str | None = member("grade", TEXT, "The grade at the instant of the question.")
    persona: Persona | None = member(
        "persona", one(lambda: Persona), "Whom sales talks with: pain points, objections, needs."
    )
    because: list[Contribution] = member(
        "because", many(one(lambda: Contribution)), "What earned the points, the most first."
    )
    qualification: QualificationState | None = member(
        "qualification", one(lambda: QualificationState), "How far it is qualified, by the facts."
    )
    touches: list[Touch] = member(
        "touches",
        many(one(lambda: Touch)),
        "The last touches on both sides, the newest first: the mailing before the call.",
    )
    consent: list[ConsentLine] = member(
        "consent",
        many(one(lambda: ConsentLine)),
        "What the contact said on being approached, by channel and purpose, as it holds now.",
    )
    questions: list[AskFor] = member(
        "questions", many(one(lambda: AskFor)), "The missing facts worth asking for, and the questions for them."
    )
    clocks: list[ClockLine] = member(
        "clocks", many(one(lambda: ClockLine)), "The clocks that run, each with its forecast."
    )
    attempts: int = member("attempts", WHOLE, "The attempts to reach the contact since the handover.")


class BuyingCentre(Result):
    """Which roles of a purchase an account's contacts fill, and which are missing.

    The roles are those of the agreement's personas. A contact fills the role of every persona that it certainly is,
    and possibly fills those of the personas that a missing fact leaves open.
    """

    roles: list[RolePresence] = member(
        "roles", many(one(lambda: RolePresence)), "Every role of the agreement's personas, in the order of the roles."
    )
    missing: list[BuyingRole] = member(
        "missing",
        many(TEXT),
        "The roles that no contact fills for certain; those that one possibly fills are among them.",
    )
    coverage: float = member(
        "coverage",
        NUMBER,
        "The share of the roles that are filled for certain, 0 to 1, to six decimals; 1 without roles.",
    )
    could_cover: float = member(
        "could_cover", NUMBER, "The share of the roles that would be filled if all that is unknown turned out so."
    )
    personas: list[PersonaPresence] = member(
        "personas",
        many(one(lambda: PersonaPresence)),
        "The personas among the contacts, in document order, with and without a role.",
    )
    unrecognised: list[int] = member(
        "unrecognised", many(WHOLE), "The positions of the contacts that are no persona for certain."
    )


class Calendar(Result):
    """When a team works: hours by day of the week, and the days off.

    The clock on the wall is that of the agreement's zone.
    """

    hours: Any = member("hours", ANY, "The hours of each day of the week.")
    holidays: list[str] = member("holidays", many(TEXT), "The days off, besides those of the regions.", list)
    holidays_of: list[HolidayRegion] = member(
        "holidays_of", many(TEXT), "The regions whose public holidays are days off.", list
    )


class CauseEvent(Result):
    """An event."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "event")

    kind: Literal["event"] = member("kind", TEXT, "Which of them it is.")
    id: str = member("id", TEXT, "The id of the event that caused it.")


class CauseClock(Result):
    """A step of a clock."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "clock")

    kind: Literal["clock"] = member("kind", TEXT, "Which of them it is.")
    clock: str = member("clock", TEXT, "The id of the clock whose step it is.")
    started: datetime.datetime = member("started", INSTANT, "The instant at which the clock started.")
    step: int = member("step", WHOLE, "Which of the clock's steps it is, counted from 0.")


class CauseHold(Result):
    """The end of the time that the lead waited."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "hold")

    kind: Literal["hold"] = member("kind", TEXT, "Which of them it is.")
    until: datetime.datetime = member("until", INSTANT, "The instant at which the hold ended.")


Cause: TypeAlias = CauseEvent | CauseClock | CauseHold
"""What caused an `Effect`.

- `event`: An event.
- `clock`: A step of a clock.
- `hold`: The end of the time that the lead waited.
"""


class Change(Result):
    """A change of the agreement."""

    by: str = member("by", TEXT, "Who made the change: a person or a role.")
    on: datetime.date = member("on", DATE, "The day of the change.")
    why: Texts = member("why", ANY, "The reason for the change, in words for both teams.")


class ChecklistItem(Result):
    """A fact on the desk's list."""

    field: str = member("field", TEXT, "The name of the field that is looked at.")
    known: bool = member("known", BOOLEAN, "Whether it is known.")
    source: str | None = member("source", TEXT, "From where it is known.")
    required_for: Stage | None = member(
        "required_for", TEXT, "The first stage that requires it; absent: only conditions ask for it."
    )
    ask: Texts | None = member("ask", ANY, "The question that finds it out.")
    asked: list[str] = member(
        "asked", many(TEXT), "Who was asked for it so far, in order: those of the lead's `enriched` events.", list
    )


class Clock(Result):
    """A deadline of the agreement."""

    id: str = member("id", TEXT, "The name by which states, effects and results refer to it.")
    from_: ClockStart = member("from", TEXT, "What starts it: the handover, or an event.")
    until: list[EventKind] = member("until", many(TEXT), "The events that end it in time, if they come in time.", list)
    attempts: int | None = member(
        "attempts", WHOLE, "So many attempts to reach the contact also end it: a follow-up duty."
    )
    within: str = member("within", TEXT, "How long it runs: a duration, or business days.")
    calendar: str | None = member(
        "calendar", TEXT, "The calendar in whose time it runs; without one it runs day and night."
    )
    may_pause: bool = member("may_pause", BOOLEAN, "Whether it stands still while everybody waits for the lead.", bool)
    restart_on: list[EventKind] = member(
        "restart_on", many(TEXT), "The events that set it back to its beginning.", list
    )
    on_breach: list[BreachAction] = member("on_breach", many(TEXT), "What is done when it is due.", list)
    escalation: list[EscalationStep] = member(
        "escalation", many(one(lambda: EscalationStep)), "What is done before and after that.", list
    )


class ClockForecast(Result):
    """How a clock stands at an instant. As a text it reads: `due in 40 business minutes`."""

    status: ClockStatus = member("status", TEXT, "Whether it runs, pauses or is overdue.")
    due: datetime.datetime | None = member("due", INSTANT, "When it is due; absent while it pauses.")
    remaining: datetime.timedelta = member(
        "remaining", DURATION, "The time left in the clock's own time; negative when it is overdue."
    )
    business_time: bool = member("business_time", BOOLEAN, "Whether that is business time.")
    attempts_left: int | None = member("attempts_left", WHOLE, "How many attempts its duty still asks for.")
    next: ClockStep | None = member("next", one(lambda: ClockStep), "What comes next, if nothing happens.")


class ClockLine(Result):
    """A clock that runs for a lead, and how it stands."""

    clock: str = member("clock", TEXT, "The id of the clock in the agreement.")
    forecast: ClockForecast = member(
        "forecast", one(lambda: ClockForecast), "How the clock stands: what is left, and what comes next."
    )


class ClockStep(Result):
    """Something to do because of a clock, at an instant."""

    kind: ClockStepKind = member("kind", TEXT, "What kind of step it is.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which the step comes.")
    actions: list[BreachAction] = member(
        "actions", many(TEXT), "What is to be done; a breach is recorded even if nothing is."
    )
    to: str | None = member("to", TEXT, "Who is told; absent: the team that is responsible.")


class Comparison(Result):
    """What another agreement would make of the same leads."""

    before: str = member("before", TEXT, "The version of the earlier agreement.")
    after: str = member("after", TEXT, "The version of the later agreement.")
    as_of: datetime.datetime = member("as_of", INSTANT, "The instant at which all leads are assessed.")
    leads: int = member("leads", WHOLE, "How many leads were assessed.")
    up: int = member("up", WHOLE, "How many come to a higher stage, or to a higher score in the same stage.")
    down: int = member("down", WHOLE, "How many come to a lower stage, or to a lower score in the same stage.")
    sideways: int = member(
        "sideways",
        WHOLE,
        "How many keep stage and score, and have other fit, engagement, grade, band, tier or persona.",
    )
    stages: list[StageTotals] = member("stages", many(one(lambda: StageTotals)), "How many leads each stage has.")
    matrix: list[StageMove] = member(
        "matrix",
        many(one(lambda: StageMove)),
        "How many leads go from which stage to which, those that stay among them.",
    )
    rules: list[RuleEffect] = member(
        "rules",
        many(one(lambda: RuleEffect)),
        "The rules that give the leads that move other points: those that move the most points first.",
    )
    moves: list[LeadMove] = member(
        "moves", many(one(lambda: LeadMove)), "The leads that move, the largest moves first: by stages, then by points."
    )
    left_out: int = member("left_out", WHOLE, "How many moves are counted, but not kept one by one.")
    differences: list[Difference] = member(
        "differences", many(one(lambda: Difference)), "What differs between the two documents."
    )
    findings: list[Finding] = member(
        "findings",
        many(one(lambda: Finding)),
        "What is wrong with rows of the request; a row that is no lead is not counted.",
        list,
    )


class Conflict(Result):
    """Two goals that cannot be had together."""

    kind: ConflictKind = member("kind", TEXT, "What the two goals quarrel about.")
    segment: str | None = member("segment", TEXT, "Where it shows: the segment.")
    month: str | None = member("month", MONTH, "Where it shows: the month.")
    asked: float = member("asked", NUMBER, "What one goal asks for.")
    possible: float = member("possible", NUMBER, "What the other leaves possible.")
    missing: float = member("missing", NUMBER, "What is missing between the two.")
    message: str = member("message", TEXT, "The conflict in a sentence.")
    help: str = member("help", TEXT, "What would settle it.")


class Consent(Result):
    """The `[consent]` part of an agreement."""

    purposes: dict[str, Purpose] = member(
        "purposes",
        table(one(lambda: Purpose)),
        "What contacts are approached for; none: `marketing`, `sales` and `service`, each of its kind.",
        dict,
    )
    needs: Any = member(
        "needs", ANY, "The ground that a channel needs at least; an opt-in where it is not named.", dict
    )
    handover_needs: Any = member("handover_needs", ANY, "What a lead needs before it is handed over to sales.", dict)
    frequency_caps: list[FrequencyCap] = member(
        "frequency_caps", many(one(lambda: FrequencyCap)), "How often a contact is approached at most.", list
    )
    quiet_after_purchase: str | None = member(
        "quiet_after_purchase", TEXT, "For how long nobody advertises what was bought."
    )
    market_during_sales: bool = member(
        "market_during_sales", BOOLEAN, "Whether marketing goes on while sales talks with the contact.", bool
    )


class ConsentLine(Result):
    """What holds for an address or number and a purpose."""

    channel: Channel = member("channel", TEXT, "The channel over which the contact may be reached.")
    identifier: str = member("identifier", TEXT, "The address or number.")
    purpose: str = member("purpose", TEXT, "The purpose for which it was said.")
    given: bool = member("given", BOOLEAN, "Whether there is a ground.")
    record: ConsentRecord = member("record", one(lambda: ConsentRecord), "The record that says so.")


class ConsentRecordGiven(Result):
    """The contact may be approached."""

    __tag__: ClassVar[tuple[str, str]] = ("status", "given")

    at: datetime.datetime = member("at", INSTANT, "The instant at which the contact said it.")
    status: Literal["given"] = member("status", TEXT, "Which of them it is.")
    basis: ConsentBasis = member("basis", TEXT, "The ground on which the contact may be approached.")
    expires: datetime.datetime | None = member("expires", INSTANT, "From when on it no longer holds.")
    channel: Channel = member("channel", TEXT, "Over which channel the contact may be approached.")
    identifier: str = member("identifier", TEXT, "The address or number, as it was written.")
    purpose: str | None = member("purpose", TEXT, "For what; a withdrawal without a purpose is one from all.")
    source: str | None = member("source", TEXT, "Where it was said: the form, the call, the contract.")
    proof: str | None = member(
        "proof", TEXT, "How it can be shown: the text that was agreed to, the message that confirmed it."
    )


class ConsentRecordWithdrawn(Result):
    """No longer."""

    __tag__: ClassVar[tuple[str, str]] = ("status", "withdrawn")

    at: datetime.datetime = member("at", INSTANT, "The instant at which the contact said it.")
    status: Literal["withdrawn"] = member("status", TEXT, "Which of them it is.")
    channel: Channel = member("channel", TEXT, "Over which channel the contact may be approached.")
    identifier: str = member("identifier", TEXT, "The address or number, as it was written.")
    purpose: str | None = member("purpose", TEXT, "For what; a withdrawal without a purpose is one from all.")
    source: str | None = member("source", TEXT, "Where it was said: the form, the call, the contract.")
    proof: str | None = member(
        "proof", TEXT, "How it can be shown: the text that was agreed to, the message that confirmed it."
    )


ConsentRecord: TypeAlias = ConsentRecordGiven | ConsentRecordWithdrawn
"""One word on whether a contact may be approached: for an identifier, a channel and a purpose, since an instant, and
from where it is known.

- `given`: The contact may be approached.
- `withdrawn`: No longer.
"""


class ConsentStandingGiven(Result):
    """There is a ground."""

    __tag__: ClassVar[tuple[str, str]] = ("status", "given")

    status: Literal["given"] = member("status", TEXT, "Which of them it is.")
    basis: ConsentBasis = member("basis", TEXT, "The strongest ground that holds.")
    record: ConsentRecord = member("record", one(lambda: ConsentRecord), "The word that gave it.")


class ConsentStandingExpired(Result):
    """There was a ground, and it has expired."""

    __tag__: ClassVar[tuple[str, str]] = ("status", "expired")

    status: Literal["expired"] = member("status", TEXT, "Which of them it is.")
    record: ConsentRecord = member("record", one(lambda: ConsentRecord), "The latest word that gave one.")


class ConsentStandingWithdrawn(Result):
    """Consent was withdrawn."""

    __tag__: ClassVar[tuple[str, str]] = ("status", "withdrawn")

    status: Literal["withdrawn"] = member("status", TEXT, "Which of them it is.")
    record: ConsentRecord = member("record", one(lambda: ConsentRecord), "The word that withdrew it.")


class ConsentStandingUnknown(Result):
    """Nothing was ever said, which is no."""

    __tag__: ClassVar[tuple[str, str]] = ("status", "unknown")

    status: Literal["unknown"] = member("status", TEXT, "Which of them it is.")


ConsentStanding: TypeAlias = (
    ConsentStandingGiven | ConsentStandingExpired | ConsentStandingWithdrawn | ConsentStandingUnknown
)
"""What the ledger says for an identifier, a channel and a purpose at an instant, with the record that proves it.

- `given`: There is a ground.
- `expired`: There was a ground, and it has expired.
- `withdrawn`: Consent was withdrawn.
- `unknown`: Nothing was ever said, which is no.
"""


class ContactPermission(Result):
    """Yes or no, with the reason: the record that allows it, or everything that stands against it."""

    allowed: bool = member("allowed", BOOLEAN, "Whether the contact may be approached.")
    ground: ConsentRecord | None = member(
        "ground", one(lambda: ConsentRecord), "The record that gives the ground, where there is one: the proof."
    )
    hindrances: list[Hindrance] = member(
        "hindrances", many(one(lambda: Hindrance)), "What stands against it; empty if it is allowed.", list
    )


class Contribution(Result):
    """One line of a score."""

    kind: ContributionKind = member("kind", TEXT, "What kind of line it is: a rule, a limit, a weight.")
    id: str | None = member("id", TEXT, "The id of the rule, the group or the adjustment.")
    dimension: Dimension = member("dimension", TEXT, "What its points count for: fit, engagement or the score.")
    points: float = member("points", NUMBER, "How much it adds to the score, or takes away.")
    evidence: list[Evidence] = member(
        "evidence", many(one(lambda: Evidence)), "The facts and interactions on which it rests.", list
    )


class ContributionChange(Result):
    """A line of the score that differs."""

    kind: ContributionKind = member("kind", TEXT, "What kind of line it is: a rule, a limit, a weight.")
    id: str | None = member("id", TEXT, "The id of the rule, the group or the adjustment.")
    dimension: Dimension = member("dimension", TEXT, "What its points count for: fit, engagement or the score.")
    before: float | None = member(
        "before", NUMBER, "Its points under the earlier agreement; absent where it has no such line."
    )
    after: float | None = member(
        "after", NUMBER, "Its points under the later agreement; absent where it has no such line."
    )


class Costs(Result):
    """Costs by side and stage."""

    marketing: dict[str, Decimal | dict[str, Decimal]] = member(
        "marketing", table(either(DECIMAL, table(DECIMAL))), "For each lead of marketing that enters a stage.", dict
    )
    sales: dict[str, Decimal | dict[str, Decimal]] = member(
        "sales", table(either(DECIMAL, table(DECIMAL))), "For each lead of sales that enters a stage.", dict
    )


class Criterion(Result):
    """One condition of the ICP or of a qualification."""

    id: str = member("id", TEXT, "The name by which results refer to it.")
    label: Texts | None = member("label", ANY, "What people call it.")
    weight: float | None = member("weight", NUMBER, "How much it weighs among the others; 1 where nothing is said.")
    when: Condition = member("when", ANY, "The condition under which it is met.")


class CriterionState(Result):
    """Whether a criterion is met, and the facts behind it."""

    id: str = member("id", TEXT, "The id of the criterion in the agreement.")
    met: Truth = member("met", TEXT, "Whether it is met: yes, no, or unknown.")
    evidence: list[Evidence] = member("evidence", many(one(lambda: Evidence)), "The facts on which that rests.", list)


class Crossing(Result):
    """A threshold that is crossed at an instant, and what made it."""

    at: datetime.datetime = member("at", INSTANT, "The first instant on the other side.")
    threshold: Threshold = member("threshold", one(lambda: Threshold), "The threshold that the lead crosses.")
    causes: list[CrossingCause] = member("causes", many(one(lambda: CrossingCause)), "What happens at that instant.")


class CrossingCauseInteraction(Result):
    """An interaction."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "interaction")

    kind: Literal["interaction"] = member("kind", TEXT, "Which of them it is.")
    id: str | None = member("id", TEXT, "The id of the interaction, where it has one.")
    type: str = member("type", TEXT, "The type of the interaction.")
    at: datetime.datetime = member("at", INSTANT, "The instant of the interaction.")


class CrossingCauseDecay(Result):
    """The points of an interaction fade by a step."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "decay")

    kind: Literal["decay"] = member("kind", TEXT, "Which of them it is.")
    id: str | None = member("id", TEXT, "The interaction's id.")
    type: str = member("type", TEXT, "The type of the interaction.")
    at: datetime.datetime = member("at", INSTANT, "The instant of the interaction.")
    rule: str = member("rule", TEXT, "The id of the rule whose points changed.")
    age_days: int = member("age_days", WHOLE, "Its age from then on, in whole days of 24 hours.")
    before: float = member("before", NUMBER, "How many points the interaction gave before.")
    after: float = member("after", NUMBER, "Its points from then on.")


class CrossingCauseWindow(Result):
    """An interaction comes to an age at which a window closes or opens, or a date among its properties does."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "window")

    kind: Literal["window"] = member("kind", TEXT, "Which of them it is.")
    id: str | None = member("id", TEXT, "The interaction's id.")
    type: str = member("type", TEXT, "The type of the interaction.")
    at: datetime.datetime = member("at", INSTANT, "The instant of the interaction.")
    rule: str | None = member(
        "rule",
        TEXT,
        "The rule or adjustment whose window it is; absent where a stage, a fast track, a persona, the ICP or the "
        "qualification asks.",
    )
    age_days: int = member("age_days", WHOLE, "Its age in whole days of 24 hours.")


class CrossingCauseIdle(Result):
    """A period without activity is full."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "idle")

    kind: Literal["idle"] = member("kind", TEXT, "Which of them it is.")
    rule: str = member("rule", TEXT, "The rule or adjustment.")
    since: datetime.datetime = member("since", INSTANT, "Since when nothing has happened.")


class CrossingCauseKnown(Result):
    """A fact becomes known."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "known")

    kind: Literal["known"] = member("kind", TEXT, "Which of them it is.")
    field: str = member("field", TEXT, "The name of the field whose value changed.")


class CrossingCauseDate(Result):
    """The date that a fact says comes to an age that a condition asks about."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "date")

    kind: Literal["date"] = member("kind", TEXT, "Which of them it is.")
    field: str = member("field", TEXT, "The name of the field whose value changed.")


CrossingCause: TypeAlias = (
    CrossingCauseInteraction
    | CrossingCauseDecay
    | CrossingCauseWindow
    | CrossingCauseIdle
    | CrossingCauseKnown
    | CrossingCauseDate
)
"""What happens at the instant of a crossing.

- `interaction`: An interaction.
- `decay`: The points of an interaction fade by a step.
- `window`: An interaction comes to an age at which a window closes or opens, or a date among its properties does.
- `idle`: A period without activity is full.
- `known`: A fact becomes known.
- `date`: The date that a fact says comes to an age that a condition asks about.
"""


class DailySummary(Result):
    """The day's summary for both teams."""

    as_of: datetime.date = member("as_of", DATE, "The day on whose morning it is told.")
    month: str = member("month", MONTH, "The month that is running.")
    currency: str = member("currency", TEXT, "The currency of every amount.")
    days: DayCount = member("days", one(lambda: DayCount), "The month's working days.")
    revenue: list[MoneyProgress] = member(
        "revenue", many(one(lambda: MoneyProgress)), "The revenue of marketing, of sales and of both."
    )
    leads: list[QuantityProgress] = member(
        "leads", many(one(lambda: QuantityProgress)), "The leads that each side owes in the month, by stage."
    )
    attention: list[MoneyProgress] = member(
        "attention", many(one(lambda: MoneyProgress)), "Revenue of segments that is at risk, behind or missed."
    )


class DayCount(Result):
    """The working days of the month."""

    total: int = member("total", WHOLE, "How many there are in the whole month.")
    elapsed: int = member("elapsed", WHOLE, "Before the day of the question.")
    left: int = member("left", WHOLE, "From that day on, itself included.")


class Decline(Result):
    """When a lead that is left alone falls below its stage."""

    at: datetime.datetime = member("at", INSTANT, "The first instant at which it is below.")
    stage: Stage = member("stage", TEXT, "The stage that it had at the instant of the question.")
    end: DeclineEnd = member("end", TEXT, "The first threshold that the lead falls below.")
    before: Figures = member("before", one(lambda: Figures), "What the assessment comes to just before.")
    after: Figures = member("after", one(lambda: Figures), "What it comes to then.")
    causes: list[CrossingCause] = member(
        "causes",
        many(one(lambda: CrossingCause)),
        "What happens at that instant; empty where the lead is below from the start.",
    )


class DeedNotify(Result):
    """Tell a team, or the person who has the lead."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "notify")

    kind: Literal["notify"] = member("kind", TEXT, "Which of them it is.")
    team: Team = member("team", TEXT, "The team that is told.")
    person: str | None = member("person", TEXT, "The person of the team who has the lead, if somebody does.")
    to: str | None = member("to", TEXT, "Whom the agreement names instead.")
    about: About = member("about", one(lambda: About), "What the team is told about.")


class DeedAssign(Result):
    """Give the lead to a person of the team."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "assign")

    kind: Literal["assign"] = member("kind", TEXT, "Which of them it is.")
    team: Team = member("team", TEXT, "The team of which somebody gets it.")
    not_: str | None = member("not", TEXT, "To anybody but this person.")


class DeedStartClock(Result):
    """A clock runs from now on."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "start_clock")

    kind: Literal["start_clock"] = member("kind", TEXT, "Which of them it is.")
    clock: str = member("clock", TEXT, "The id of the clock in the agreement.")
    due: datetime.datetime = member("due", INSTANT, "When it is due.")


class DeedPauseClock(Result):
    """A clock stands still."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "pause_clock")

    kind: Literal["pause_clock"] = member("kind", TEXT, "Which of them it is.")
    clock: str = member("clock", TEXT, "The id of the clock in the agreement.")


class DeedResumeClock(Result):
    """A clock runs again."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "resume_clock")

    kind: Literal["resume_clock"] = member("kind", TEXT, "Which of them it is.")
    clock: str = member("clock", TEXT, "The id of the clock in the agreement.")
    due: datetime.datetime = member("due", INSTANT, "The instant at which the clock is due now.")


class DeedStopClock(Result):
    """A clock has ended."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "stop_clock")

    kind: Literal["stop_clock"] = member("kind", TEXT, "Which of them it is.")
    clock: str = member("clock", TEXT, "The id of the clock in the agreement.")
    overdue: bool = member("overdue", BOOLEAN, "Whether it was overdue.")


class DeedAskFor(Result):
    """Find out what is missing."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "ask_for")

    kind: Literal["ask_for"] = member("kind", TEXT, "Which of them it is.")
    fields: list[str] = member("fields", many(TEXT), "The names of the fields that are missing.")


class DeedAskForConsent(Result):
    """Ask the contact for consent: the handover needs it."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "ask_for_consent")

    kind: Literal["ask_for_consent"] = member("kind", TEXT, "Which of them it is.")
    channel: Channel = member("channel", TEXT, "The channel over which it is needed.")


class DeedAddToNurture(Result):
    """Add the lead to the nurturing."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "add_to_nurture")

    kind: Literal["add_to_nurture"] = member("kind", TEXT, "Which of them it is.")
    until: datetime.datetime | None = member("until", INSTANT, "The instant up to which the lead waits.")


class DeedRemoveFromNurture(Result):
    """Take the lead out of the nurturing."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "remove_from_nurture")

    kind: Literal["remove_from_nurture"] = member("kind", TEXT, "Which of them it is.")


class DeedSuppress(Result):
    """Stop approaching the contact over a channel."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "suppress")

    kind: Literal["suppress"] = member("kind", TEXT, "Which of them it is.")
    channel: Channel = member("channel", TEXT, "The channel over which nobody may approach the contact any more.")
    identifier: str = member("identifier", TEXT, "The address or number.")
    purpose: str | None = member("purpose", TEXT, "For which purpose; absent: for all.")


class DeedAssess(Result):
    """Assess the lead again: what is known of it has changed."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "assess")

    kind: Literal["assess"] = member("kind", TEXT, "Which of them it is.")


class DeedFieldConflict(Result):
    """A team wrote a field that another one owns."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "field_conflict")

    kind: Literal["field_conflict"] = member("kind", TEXT, "Which of them it is.")
    team: Team | None = member("team", TEXT, "The team that wrote the field.")
    field: str = member("field", TEXT, "The name of the field that somebody else owns.")
    owner: str = member("owner", TEXT, "The team that owns the field.")


Deed: TypeAlias = (
    DeedNotify
    | DeedAssign
    | DeedStartClock
    | DeedPauseClock
    | DeedResumeClock
    | DeedStopClock
    | DeedAskFor
    | DeedAskForConsent
    | DeedAddToNurture
    | DeedRemoveFromNurture
    | DeedSuppress
    | DeedAssess
    | DeedFieldConflict
)
"""What is to be done.

- `notify`: Tell a team, or the person who has the lead.
- `assign`: Give the lead to a person of the team.
- `start_clock`: A clock runs from now on.
- `pause_clock`: A clock stands still.
- `resume_clock`: A clock runs again.
- `stop_clock`: A clock has ended.
- `ask_for`: Find out what is missing.
- `ask_for_consent`: Ask the contact for consent: the handover needs it.
- `add_to_nurture`: Add the lead to the nurturing.
- `remove_from_nurture`: Take the lead out of the nurturing.
- `suppress`: Stop approaching the contact over a channel.
- `assess`: Assess the lead again: what is known of it has changed.
- `field_conflict`: A team wrote a field that another one owns.
"""


class Definition(Result):
    """A text in German and English: a definition, or what an abbreviation stands for.

    An agreement may give one language only.
    """

    de: str | None = member("de", TEXT, "The text in German.")
    en: str | None = member("en", TEXT, "The text in English.")


class Delay(Result):
    """One part of the way, ended or still going on."""

    from_: datetime.datetime = member("from", INSTANT, "The instant at which the wait began.")
    until: datetime.datetime | None = member("until", INSTANT, "When it ended; absent while it goes on.")
    plain: datetime.timedelta = member("plain", DURATION, "Its length by the clock, so far.")
    business: datetime.timedelta | None = member(
        "business", DURATION, "Its length in business time, where a calendar was given."
    )


class Destination(Result):
    """Where a lead can come to stand."""

    stage: Stage = member("stage", TEXT, "The stage to which the event leads.")
    phase: Phase = member("phase", TEXT, "How far it has come with sales there.")
    owner: Team = member("owner", TEXT, "The team that is responsible for the lead there.")


class Difference(Result):
    """One difference between two agreements.

    Lists are matched by id or name and tables by key, so that `path` names their parts by these:
    `scoring.rules.pricing-page.points`. An element of a plain list is named by itself:
    `fields.industry.values.energy`.
    """

    kind: DifferenceKind = member("kind", TEXT, "Added, removed, changed or moved.")
    path: str = member("path", TEXT, "The place, by ids and names.")
    subject: Subject = member("subject", TEXT, "The part of the agreement that it is about.")
    id: str | None = member("id", TEXT, "The id, the name or the label of what it is about.")
    before: Any = member(
        "before", ANY, "What the earlier document says there, in its JSON form; absent where it says nothing."
    )
    after: Any = member(
        "after", ANY, "What the later document says there, in its JSON form; absent where it says nothing."
    )
    words: str = member("words", TEXT, "The difference in English.")


class DimensionSettings(Result):
    """The bounds of a dimension, and the labels of its part of the grade."""

    min: float | None = member("min", NUMBER, "The least it can come to.")
    max: float | None = member("max", NUMBER, "The most it can come to.")
    grades: Ladder | None = member("grades", ANY, "Its part of the grade.")


class Disqualifier(Result):
    """A condition under which a lead is none for this agreement."""

    id: str = member("id", TEXT, "The name by which results refer to it.")
    when: Condition = member("when", ANY, "The condition under which it applies.")
    reason: Texts | None = member("reason", ANY, "The reason for people, in words.")


class DueLeads(Result):
    """The leads of a segment that must arrive at a stage in a month, for whichever revenue months."""

    segment: str = member("segment", TEXT, "The id of the segment in the agreement's goals.")
    month: str = member("month", MONTH, "The month in which they must arrive.")
    stage: str = member("stage", TEXT, "The stage at which they must arrive; `customer` is the deal itself.")
    marketing: float = member("marketing", NUMBER, "How many of them marketing brings.")
    sales: float = member("sales", NUMBER, "How many of them sales brings.")
    total: float = member("total", NUMBER, "How many both sides bring together.")
    late: bool = member("late", BOOLEAN, "Whether the month lies before the plan's start: they are owed all the same.")


class Effect(Result):
    """What the caller is to do. The key says whether it was done already."""

    key: str = member(
        "key",
        TEXT,
        "The same for the same effect, however often it is computed: `lead/cause/deed`, of kinds, ids and instants.",
    )
    lead: str = member("lead", TEXT, "The id of the lead that it is about.")
    at: datetime.datetime = member("at", INSTANT, "When it became due.")
    cause: Cause = member("cause", one(lambda: Cause), "What caused it: an event, a clock, or the end of a hold.")
    what: Deed = member("what", one(lambda: Deed), "What is to be done.")


class EmailDomainLists(Result):
    """Domains of e-mail addresses that the agreement adds to the built-in lists."""

    free: list[str] = member("free", many(TEXT), "Providers at which anybody gets a mailbox.", list)
    disposable: list[str] = member("disposable", many(TEXT), "Providers of addresses for a few minutes.", list)


class EscalationStep(Result):
    """A step of escalation, before or after a clock is due, in the clock's own time."""

    before: str | None = member("before", TEXT, "So long before it is due: a reminder.")
    after: str | None = member("after", TEXT, "So long after it was due.")
    then: list[BreachAction] = member("then", many(TEXT), "What is done at that instant.")
    to: str | None = member("to", TEXT, "Who is told; absent: the team that is responsible.")


class EventStarted(Result):
    """The lead began."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "started")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["started"] = member("type", TEXT, "Which of them it is.")
    lead: str = member("lead", TEXT, "The id of the lead that begins.")
    sourced_by: SourcedBy = member("sourced_by", TEXT, "Which side created it.")
    source: str | None = member("source", TEXT, "The source of the interest, such as a webinar or a fair.")
    offering: str | None = member("offering", TEXT, "What the interest is in; absent: no interest is expressed yet.")
    contact: str | None = member(
        "contact", TEXT, "The person. A known contact and an existing customer can have a new lead, and keep the old."
    )
    account: str | None = member("account", TEXT, "The id of the company that the person works for.")


class EventAssessed(Result):
    """It was assessed."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "assessed")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["assessed"] = member("type", TEXT, "Which of them it is.")
    assessment: Assessed = member("assessment", one(lambda: Assessed), "What the lifecycle needs of the assessment.")


class EventReviewed(Result):
    """The pre-qualification desk decided."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "reviewed")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["reviewed"] = member("type", TEXT, "Which of them it is.")
    reject: str | None = member(
        "reject", TEXT, "The reason to reject it, one of the agreed list; absent: it goes forward to sales."
    )


class EventAccepted(Result):
    """Sales accepted it."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "accepted")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["accepted"] = member("type", TEXT, "Which of them it is.")


class EventRejected(Result):
    """Sales rejected it."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "rejected")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["rejected"] = member("type", TEXT, "Which of them it is.")
    reason: str = member("reason", TEXT, "Why: one of the agreed list.")


class EventContactAttempted(Result):
    """Somebody tried to reach the contact."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "contact_attempted")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["contact_attempted"] = member("type", TEXT, "Which of them it is.")
    channel: Channel = member("channel", TEXT, "The channel over which the contact was tried.")
    outcome: AttemptOutcome = member("outcome", TEXT, "Whether the contact was reached by it.")


class EventQualified(Result):
    """Sales found out how far it is qualified."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "qualified")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["qualified"] = member("type", TEXT, "Which of them it is.")
    criteria: dict[str, Truth] = member("criteria", table(TEXT), "Which criteria are met, by id.", dict)


class EventOpportunityOpened(Result):
    """It became an opportunity."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "opportunity_opened")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["opportunity_opened"] = member("type", TEXT, "Which of them it is.")
    amount: Decimal | None = member("amount", DECIMAL, "How much it is about, in the agreement's currency.")


class EventWon(Result):
    """It became a customer."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "won")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["won"] = member("type", TEXT, "Which of them it is.")
    amount: Decimal | None = member("amount", DECIMAL, "How much it was, in the agreement's currency.")


class EventLost(Result):
    """The opportunity was lost."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "lost")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["lost"] = member("type", TEXT, "Which of them it is.")
    reason: str = member("reason", TEXT, "Why it happened, by the agreed list of reasons where there is one.")


class EventRecycled(Result):
    """It went back to nurture."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "recycled")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["recycled"] = member("type", TEXT, "Which of them it is.")
    reason: str = member("reason", TEXT, "Why it happened, by the agreed list of reasons where there is one.")
    until: datetime.datetime | None = member(
        "until", INSTANT, "Until when it waits; absent: until somebody wakes it, or it takes a fast track."
    )


class EventWoken(Result):
    """A person ended its waiting, or found that its end was none."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "woken")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["woken"] = member("type", TEXT, "Which of them it is.")


class EventDisqualified(Result):
    """A person disqualified it."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "disqualified")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["disqualified"] = member("type", TEXT, "Which of them it is.")
    reason: str = member("reason", TEXT, "Why it happened, by the agreed list of reasons where there is one.")


class EventReassigned(Result):
    """Somebody else of the responsible team has it now."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "reassigned")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["reassigned"] = member("type", TEXT, "Which of them it is.")
    person: str | None = member("person", TEXT, "Who; absent: nobody yet.")


class EventConsentGiven(Result):
    """The contact gave a consent."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "consent_given")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["consent_given"] = member("type", TEXT, "Which of them it is.")
    consent: ConsentRecord = member("consent", one(lambda: ConsentRecord), "The record of what the contact said.")


class EventConsentWithdrawn(Result):
    """The contact withdrew a consent."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "consent_withdrawn")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["consent_withdrawn"] = member("type", TEXT, "Which of them it is.")
    consent: ConsentRecord = member("consent", one(lambda: ConsentRecord), "The record of what the contact said.")


class EventEnriched(Result):
    """Facts changed."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "enriched")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["enriched"] = member("type", TEXT, "Which of them it is.")
    fields: list[str] = member("fields", many(TEXT), "The names of the fields that changed.")
    team: Team | None = member("team", TEXT, "Which team wrote them; absent: a provider, who owns none.")


class EventMerged(Result):
    """Another lead became one with it."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "merged")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["merged"] = member("type", TEXT, "Which of them it is.")
    other: LeadState = member("other", one(lambda: LeadState), "The other lead, as it stood.")


class EventUnmerged(Result):
    """A merge was undone."""

    __tag__: ClassVar[tuple[str, str]] = ("type", "unmerged")

    id: str = member("id", TEXT, "Its id: the same event twice does nothing twice.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    by: str | None = member("by", TEXT, "The person who did it; absent: a system.")
    type: Literal["unmerged"] = member("type", TEXT, "Which of them it is.")
    merge: str = member("merge", TEXT, "The id of the event that merged.")


Event: TypeAlias = (
    EventStarted
    | EventAssessed
    | EventReviewed
    | EventAccepted
    | EventRejected
    | EventContactAttempted
    | EventQualified
    | EventOpportunityOpened
    | EventWon
    | EventLost
    | EventRecycled
    | EventWoken
    | EventDisqualified
    | EventReassigned
    | EventConsentGiven
    | EventConsentWithdrawn
    | EventEnriched
    | EventMerged
    | EventUnmerged
)
"""Something that happened to a lead. A lead's history is a list of them, and its state is what their replay gives.

- `started`: The lead began.
- `assessed`: It was assessed.
- `reviewed`: The pre-qualification desk decided.
- `accepted`: Sales accepted it.
- `rejected`: Sales rejected it.
- `contact_attempted`: Somebody tried to reach the contact.
- `qualified`: Sales found out how far it is qualified.
- `opportunity_opened`: It became an opportunity.
- `won`: It became a customer.
- `lost`: The opportunity was lost.
- `recycled`: It went back to nurture.
- `woken`: A person ended its waiting, or found that its end was none.
- `disqualified`: A person disqualified it.
- `reassigned`: Somebody else of the responsible team has it now.
- `consent_given`: The contact gave a consent.
- `consent_withdrawn`: The contact withdrew a consent.
- `enriched`: Facts changed.
- `merged`: Another lead became one with it.
- `unmerged`: A merge was undone.
"""


class EvidenceFact(Result):
    """A field and its value; no value where it is missing."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "fact")

    kind: Literal["fact"] = member("kind", TEXT, "Which of them it is.")
    field: str = member("field", TEXT, "The name of the field that was looked at.")
    value: Value | None = member("value", ANY, "The value that was found.")


class EvidenceResult(Result):
    """An earlier result and its value."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "result")

    kind: Literal["result"] = member("kind", TEXT, "Which of them it is.")
    value: Value | None = member("value", ANY, "The value that was found.")
    name: str = member("name", TEXT, "The name of the result that was looked at.")


class EvidenceInteraction(Result):
    """An interaction that counted."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "interaction")

    kind: Literal["interaction"] = member("kind", TEXT, "Which of them it is.")
    id: str | None = member("id", TEXT, "The id of the interaction, where it has one.")
    type: str = member("type", TEXT, "The type of the interaction.")
    at: datetime.datetime = member("at", INSTANT, "The instant of the interaction.")
    age_days: int = member("age_days", WHOLE, "Its age in whole days of 24 hours.")
    points: float = member("points", NUMBER, "The points it earned, after decay.")


class EvidenceCount(Result):
    """How many interactions a question about what happened found."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "count")

    kind: Literal["count"] = member("kind", TEXT, "Which of them it is.")
    count: int = member("count", WHOLE, "How many interactions there were.")


class EvidenceIdle(Result):
    """Full periods without activity."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "idle")

    kind: Literal["idle"] = member("kind", TEXT, "Which of them it is.")
    since: datetime.datetime = member("since", INSTANT, "The instant of the last activity.")
    periods: int = member("periods", WHOLE, "How many full periods have passed without activity.")


Evidence: TypeAlias = EvidenceFact | EvidenceResult | EvidenceInteraction | EvidenceCount | EvidenceIdle
"""What a contribution, a criterion or a blocker rests on.

- `fact`: A field and its value; no value where it is missing.
- `result`: An earlier result and its value.
- `interaction`: An interaction that counted.
- `count`: How many interactions a question about what happened found.
- `idle`: Full periods without activity.
"""


class Example(Result):
    """A lead, what happened, and what the agreement must say of it."""

    name: str = member("name", TEXT, "What the example shows, in a sentence.")
    as_of: datetime.datetime = member("as_of", INSTANT, "The instant of the question.")
    lead: Lead = member("lead", ANY, "The lead: its envelope and its facts.")
    interactions: list[Interaction] = member(
        "interactions", many(one(lambda: Interaction)), "What happened; absent: nobody knows.", list
    )
    expect: Expectation = member("expect", one(lambda: Expectation), "What the agreement must say of the lead.")


class Exclusion(Result):
    """A condition that keeps a lead out, whatever else is true of it."""

    id: str = member("id", TEXT, "The name by which results refer to it.")
    when: Condition = member("when", ANY, "The condition under which it applies.")
    reason: Texts | None = member("reason", ANY, "The reason for people, in words.")


class Expectation(Result):
    """What must come out of an example; what is absent is not looked at."""

    score: float | None = member("score", NUMBER, "How many points the score must come to.")
    fit: float | None = member("fit", NUMBER, "How many points fit must come to.")
    engagement: float | None = member("engagement", NUMBER, "How many points engagement must come to.")
    grade: str | None = member("grade", TEXT, "The grade that must come out, such as `A1`.")
    band: str | None = member("band", TEXT, "The band that the score must fall into.")
    stage: Stage | None = member("stage", TEXT, "The stage that the lead must qualify for.")
    persona: str | None = member("persona", TEXT, "The id of the persona that must be recognised.")
    icp_tier: str | None = member("icp_tier", TEXT, "The tier of the ICP that must come out.")
    icp_matched: float | None = member("icp_matched", NUMBER, "The share of the ICP matched.")


class Extremes(Result):
    """The least and the most that a number can come to."""

    least: Extremum = member("least", one(lambda: Extremum), "The lowest that is still possible.")
    most: Extremum = member("most", one(lambda: Extremum), "The highest that is still possible.")


class Extremum(Result):
    """An end of what is possible."""

    points: float = member("points", NUMBER, "The number that nothing leads beyond.")
    exact: bool = member("exact", BOOLEAN, "Whether some facts lead exactly there, for certain.")


class FastTrack(Result):
    """An interaction that replaces the criteria of every stage up to its target."""

    on: list[str] = member("on", many(TEXT), "The types of interaction.")
    where: Condition | None = member("where", ANY, "What must hold of the interaction.")
    when: Condition | None = member("when", ANY, "What must hold besides.")
    within: str | None = member("within", TEXT, "Only interactions of an age below this.")
    to: Stage = member("to", TEXT, "The stage it leads to.")


class Feedback(Result):
    """What sales says of marketing's leads, per source and per rule."""

    by_source: list[FeedbackLine] = member(
        "by_source",
        many(one(lambda: FeedbackLine)),
        "Per source, the most handed over first; leads without a source come under an empty one.",
    )
    by_rule: list[FeedbackLine] = member(
        "by_rule", many(one(lambda: FeedbackLine)), "Per rule that had earned points when the lead was handed over."
    )


class FeedbackLine(Result):
    """What sales says of the leads of a source or a rule.

    It reads as a sentence: `leads from webinar are rejected as no-budget in 40 %`.
    """

    of: str = member("of", TEXT, "The source, or the rule's id.")
    handed_over: int = member("handed_over", WHOLE, "How many leads were handed over.")
    accepted: int = member("accepted", WHOLE, "How many of them sales accepted.")
    rejected: int = member("rejected", WHOLE, "How many of them sales rejected.")
    reasons: list[ReasonShare] = member(
        "reasons", many(one(lambda: ReasonShare)), "The reasons, the most frequent first.", list
    )


class Field(Result):
    """A field of the lead's vocabulary, or a property of an interaction type."""

    type: FieldType = member("type", TEXT, "What its values are.")
    values: list[str] = member("values", many(TEXT), "The values it allows, in order.", list)
    ordered: bool = member("ordered", BOOLEAN, "Whether the order of the values means something.", bool)
    label: Texts | None = member("label", ANY, "What people call it.")
    ask: Texts | None = member("ask", ANY, "The question that finds it out.")
    column: str | None = member("column", TEXT, "The header of its column in files, where it differs from the name.")
    missing: list[str] = member(
        "missing", many(TEXT), "Texts that mean that the value is missing, besides the empty one.", list
    )
    owner: str | None = member("owner", TEXT, "Which team may write it, or who else may.")
    changeable: bool = member("changeable", BOOLEAN, "Whether advice may ask to change it.", lambda: True)


class FigureChange(Result):
    """A figure that would change, with the counts behind the new one."""

    path: str = member("path", TEXT, "Its place in the goal: `rates.lead_to_mql`.")
    before: str | None = member("before", TEXT, "What the goal says, in JSON.")
    after: str = member("after", TEXT, "What was measured, in JSON.")
    counted: int = member("counted", WHOLE, "How many leads or deals it was measured from.")
    open: int = member("open", WHOLE, "How many leads are still open, and count neither way.")


class Figures(Result):
    """What an assessment comes to, without its reasons: equal figures mean that nothing has changed."""

    score: float = member("score", NUMBER, "The score of the lead, in points.")
    fit: float = member("fit", NUMBER, "Explicit points, before their weight.")
    engagement: float = member("engagement", NUMBER, "Implicit points, before their weight.")
    grade: str | None = member("grade", TEXT, "The letter of the fit and the digit of the engagement.")
    band: str | None = member("band", TEXT, "The label of the score.")
    icp_tier: str | None = member("icp_tier", TEXT, "The label of the ICP's tier that the lead is in.")
    persona: str | None = member("persona", TEXT, "The id of the persona that is recognised for certain.")
    stage: Stage = member("stage", TEXT, "The stage the lead qualifies for.")


class Finding(Result):
    """What is wrong or doubtful in a document or in facts.

    `path` names the place in the document (`scoring.rules[3].when.industry`), `line` and `column` (both from 1, the
    column in characters) its source, where there is one.

    Most codes have one severity. What is wrong with facts or with a goal is an error of an assessment or of a plan,
    and a warning where the check of an agreement finds it in an example or in its goals.
    """

    code: Code = member("code", TEXT, "What kind of finding this is; stable between versions.")
    severity: Severity = member("severity", TEXT, "Whether it is an error or a warning.")
    message: str = member("message", TEXT, "What is wrong, in the words of the field.")
    help: str | None = member("help", TEXT, "What to do about it, where there is something to say.")
    suggestion: str | None = member("suggestion", TEXT, "The name that was probably meant, where one is near.")
    path: str = member("path", TEXT, "The place in the document or in the facts.")
    line: int | None = member("line", WHOLE, "The line in the source text, from 1.")
    column: int | None = member("column", WHOLE, "The column in the source text, in characters, from 1.")


class FindingCode(Result):
    """A code of findings, with its meaning."""

    code: Code = member("code", TEXT, "The code, as a finding has it; stable between versions.")
    meaning: str = member("meaning", TEXT, "What the code means, in a sentence.")
    severities: list[Severity] = member(
        "severities", many(TEXT), "Every severity that a finding of this code can have, the usual one first."
    )


class FiredClock(Result):
    """A clock that knows which of its steps are carried out, and the steps to carry out now."""

    running: RunningClock = member(
        "running", one(lambda: RunningClock), "The clock, to be kept in the place of the earlier one."
    )
    steps: list[ClockStep] = member(
        "steps", many(one(lambda: ClockStep)), "The steps that have come since it was last asked, in their order."
    )


class Form(Result):
    """What to ask a lead on its way to a stage."""

    stage: Stage = member("stage", TEXT, "The stage that the lead is to reach.")
    required: list[FormField] = member(
        "required", many(one(lambda: FormField)), "The fields that this stage and those below it require."
    )
    worth_asking: list[FormField] = member(
        "worth_asking", many(one(lambda: FormField)), "What else is worth asking, the best first."
    )


class FormField(Result):
    """A field of a `Form`."""

    field: str = member("field", TEXT, "The name of the field that is to be filled in.")
    type: FieldType = member("type", TEXT, "What its values are.")
    values: list[str] = member("values", many(TEXT), "The values it allows.", list)
    label: Texts | None = member("label", ANY, "What people call it.")
    ask: Texts | None = member("ask", ANY, "The question with which it is asked.")
    value: Value | None = member("value", ANY, "What is known already.")


class FrequencyCap(Result):
    """How often a contact is approached at most within a time."""

    times: int = member("times", WHOLE, "How often a contact is approached at most.")
    within: str = member("within", TEXT, "The time within which that is counted.")
    channel: Channel | None = member("channel", TEXT, "Over this channel; absent: over all together.")
    purpose: str | None = member("purpose", TEXT, "For this purpose; absent: for everything that is marketing.")


class GlossaryEntry(Result):
    """A term of the field with its definition."""

    term: str = member("term", TEXT, "The term itself: the word that documents and results use, or the abbreviation.")
    aliases: list[str] = member("aliases", many(TEXT), "Other words for the same, folded.", list)
    spelled_out: Definition | None = member("spelled_out", one(lambda: Definition), "What an abbreviation stands for.")
    definition: Definition = member("definition", one(lambda: Definition), "What the term means.")
    defined_by: DefinedBy = member("defined_by", TEXT, "Whether the library or the agreement defined it.")


class Goal(Result):
    """A segment's goal: revenue by month, and the figures by which it becomes leads.

    A lead counts in the first segment whose condition holds. Any figure may vary by month; those of a revenue month
    apply to its whole chain, however early its leads are due.
    """

    segment: str = member("segment", TEXT, "The name by which plans and results refer to the segment.")
    when: Condition | None = member("when", ANY, "Which leads count in it; all, when absent.")
    revenue: dict[str, Decimal] = member(
        "revenue", table(DECIMAL), "The revenue target of each month; the keys are months."
    )
    average_deal: Decimal | dict[str, Decimal] = member(
        "average_deal", either(DECIMAL, table(DECIMAL)), "What a deal brings on average."
    )
    marketing_share: Decimal | RateCounts | dict[str, Decimal | RateCounts] = member(
        "marketing_share",
        either(either(DECIMAL, one(lambda: RateCounts)), table(either(DECIMAL, one(lambda: RateCounts)))),
        "The share of the revenue that comes from leads of marketing; the rest is that of sales.",
    )
    close_rate: Decimal | RateCounts | dict[str, Decimal | RateCounts] | None = member(
        "close_rate",
        either(either(DECIMAL, one(lambda: RateCounts)), table(either(DECIMAL, one(lambda: RateCounts)))),
        "The share of leads that become customers, where only this is known.",
    )
    rates: dict[str, Decimal | RateCounts | dict[str, Decimal | RateCounts]] = member(
        "rates",
        table(either(either(DECIMAL, one(lambda: RateCounts)), table(either(DECIMAL, one(lambda: RateCounts))))),
        "The rates from stage to stage, in any order, up to `customer`. They may begin above the lead: "
        "`reach_to_clicks`, `clicks_to_enquiries`, `enquiries_to_lead`.",
        dict,
    )
    sales_rates: dict[str, Decimal | RateCounts | dict[str, Decimal | RateCounts]] = member(
        "sales_rates",
        table(either(either(DECIMAL, one(lambda: RateCounts)), table(either(DECIMAL, one(lambda: RateCounts))))),
        "The rates of the leads of sales, where they differ.",
        dict,
    )
    lags: dict[str, int | dict[str, int]] = member(
        "lags", table(either(WHOLE, table(WHOLE))), "How many whole months a step takes; none, when absent.", dict
    )
    costs: Costs | None = member(
        "costs", one(lambda: Costs), "What each lead that enters a stage costs, by the side that brought it."
    )
    budget: Decimal | dict[str, Decimal] | None = member(
        "budget", either(DECIMAL, table(DECIMAL)), "What marketing may spend in a month."
    )
    margin: Decimal | RateCounts | dict[str, Decimal | RateCounts] | None = member(
        "margin",
        either(either(DECIMAL, one(lambda: RateCounts)), table(either(DECIMAL, one(lambda: RateCounts)))),
        "The share of the revenue that is earned.",
    )
    customer_value: Decimal | dict[str, Decimal] | None = member(
        "customer_value",
        either(DECIMAL, table(DECIMAL)),
        "What a customer is worth over the whole relation, instead of deal and margin.",
    )
    capacity: dict[str, float | dict[str, float]] = member(
        "capacity",
        table(either(NUMBER, table(NUMBER))),
        "How many leads can be worked in a month, by the stage they enter.",
        dict,
    )


class Goals(Result):
    """The goals of all segments, in one currency, in document order."""

    currency: str = member("currency", TEXT, "The currency of every amount.")
    goals: list[Goal] = member("goals", many(one(lambda: Goal)), "The segments' goals.")


class Ground(Result):
    """A condition that applies, by its id, and the facts behind it."""

    id: str = member("id", TEXT, "The id of the exclusion or the disqualifier.")
    evidence: list[Evidence] = member(
        "evidence", many(one(lambda: Evidence)), "The facts and interactions on which it rests.", list
    )


class Group(Result):
    """Rules that belong together."""

    pick: Pick | None = member("pick", TEXT, "Which of them count.")
    min: float | None = member("min", NUMBER, "The least they can come to.")
    max: float | None = member("max", NUMBER, "The most they can come to.")


class HandedOver(Result):
    """One handover of a lead, and what became of it."""

    lead: str = member("lead", TEXT, "The id of the lead that was handed over.")
    source: str | None = member("source", TEXT, "Where the lead came from.")
    at: datetime.datetime = member("at", INSTANT, "The instant of the handover.")
    rules: list[str] = member("rules", many(TEXT), "The rules that had earned its points.", list)
    complete: bool | None = member(
        "complete", BOOLEAN, "Whether no field that a stage requires was missing; absent: it was never assessed."
    )
    accepted: datetime.datetime | None = member("accepted", INSTANT, "When sales accepted it.")
    rejected: Rejection | None = member("rejected", one(lambda: Rejection), "When sales rejected it, and why.")
    answered_in_time: bool | None = member(
        "answered_in_time",
        BOOLEAN,
        "Whether sales answered before the clock of the handover was due; absent: there is no clock, or it still runs.",
    )
    attempts: list[Attempt] = member(
        "attempts",
        many(one(lambda: Attempt)),
        "The attempts to reach the contact, in order: when, and whether it was reached.",
    )
    touched_in_time: bool | None = member(
        "touched_in_time", BOOLEAN, "Whether the first touch came before its clock was due; absent as above."
    )
    returned: datetime.datetime | None = member("returned", INSTANT, "When a breach sent it back.")
    person: str | None = member("person", TEXT, "The person who had it last.")


class Handover(Result):
    """The `[handover]` part of an agreement: when each team works, and which deadlines they keep."""

    calendars: dict[str, Calendar] = member("calendars", table(one(lambda: Calendar)), "The calendars by name.", dict)
    clocks: list[Clock] = member("clocks", many(one(lambda: Clock)), "The clocks in document order.", list)


class HandoverNeed(Result):
    """What a lead needs on a channel before it is handed over."""

    basis: ConsentBasis = member("basis", TEXT, "The ground, at least.")
    purpose: str | None = member("purpose", TEXT, "For which purpose; absent: the first of sales.")


class Happening(Result):
    """A step of a history: an event, or time alone."""

    event: Event | None = member("event", one(lambda: Event), "The event; absent: time did it.")
    person: str | None = member("person", TEXT, "Who had the lead when it happened.")
    transitions: list[Transition] = member("transitions", many(one(lambda: Transition)), "The changes of stage.", list)
    effects: list[Effect] = member("effects", many(one(lambda: Effect)), "What was to be done.", list)


class Header(Result):
    """The head of an agreement."""

    name: str = member("name", TEXT, "The name of the agreement, for people.")
    version: str = member("version", TEXT, "Its version: results and histories name it.")
    status: Status = member("status", TEXT, "Whether it is signed.")
    signed: list[Signature] = member("signed", many(one(lambda: Signature)), "Who signed it, and on which day.", list)
    changes: list[Change] = member("changes", many(one(lambda: Change)), "What was changed, and why.", list)
    effective: datetime.date | None = member("effective", DATE, "From when it is in force.")
    review_by: datetime.date | None = member("review_by", DATE, "When both sides look at it again.")
    currency: str = member("currency", TEXT, "The currency of its amounts, by ISO 4217 code.")
    exchange: dict[str, Decimal] = member(
        "exchange", table(DECIMAL), "How much of it one unit of another currency is worth.", dict
    )
    time_zone: str = member("time_zone", TEXT, "The time zone of its days.")
    language: str = member("language", TEXT, "The language of its texts.")
    parties: dict[str, str] = member(
        "parties", table(TEXT), "The teams, by side: `marketing`, `sales`, `review`.", dict
    )


class Hindrance(Result):
    """Something that stands against approaching a contact."""

    kind: HindranceKind = member("kind", TEXT, "What kind it is; stable between versions.")
    message: str = member("message", TEXT, "What stands against it, in words.")
    until: datetime.datetime | None = member("until", INSTANT, "From when on it no longer does, where that is known.")


class Icp(Result):
    """The ideal customer profile: which accounts the agreement is about.

    The share matched is the weight of the criteria that are met, divided by all weight; what is unknown counts as
    unmatched. The tier is the first whose bound the share reaches.
    """

    tiers: Ladder = member("tiers", ANY, "Tiers by the share that opens them, between 0 and 1.")
    criteria: list[Criterion] = member("criteria", many(one(lambda: Criterion)), "What an ideal customer is.")
    exclude: list[Exclusion] = member(
        "exclude",
        many(one(lambda: Exclusion)),
        "What no customer can be: an excluded lead has no tier and stays below MQL.",
        list,
    )


class IcpMatch(Result):
    """How an account matches the ideal customer profile."""

    matched: float = member("matched", NUMBER, "The share of the weight that is matched, 0 to 1, to six decimals.")
    could_match: float = member(
        "could_match", NUMBER, "The share that would be matched if all that is unknown matched."
    )
    tier: str | None = member("tier", TEXT, "The tier of the share matched.")
    excluded: list[Ground] = member("excluded", many(one(lambda: Ground)), "What excludes the lead.", list)
    criteria: list[CriterionState] = member("criteria", many(one(lambda: CriterionState)), "Which criteria are met.")


class Interaction(Result):
    """Something the lead did, or that was done with it: a page viewed, a demo requested, a mail sent."""

    id: str | None = member("id", TEXT, "Its id: the same id counts once; without one, every interaction counts.")
    type: str = member("type", TEXT, "Its type, one of the agreement's vocabulary.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    offering: str | None = member(
        "offering", TEXT, "The offering it is about; absent: it counts for leads of every offering."
    )
    properties: dict[str, Value] = member("properties", table(ANY), "What is known of it, by property.", dict)


class InteractionType(Result):
    """A type of interaction and its properties."""

    properties: dict[str, Field] = member(
        "properties", table(one(lambda: Field)), "What is known of an interaction of this type.", dict
    )
    activity: bool = member(
        "activity", BOOLEAN, "Whether it is the lead's own doing: only that ends silence and idleness.", lambda: True
    )
    label: Texts | None = member("label", ANY, "What people call it.")


class Interval(Result):
    """The least and the most that a number can come to."""

    least: float = member("least", NUMBER, "The lowest that is still possible, in points.")
    most: float = member("most", NUMBER, "The highest that is still possible, in points.")


class Kpi(Result):
    """A KPI of the agreement. There is none without a decision that it steers, and no decision that stands on none."""

    id: str = member("id", TEXT, "Its id in the catalogue (`kpi_definitions`), or a step such as `mql_to_sal`.")
    target: float | None = member("target", NUMBER, "The value that it shall reach.")
    owner: KpiOwner = member("owner", TEXT, "Which team answers for it.")
    decision: str = member("decision", TEXT, "What is decided by it.")


class KpiDefinition(Result):
    """A measure: what it is called, how it is computed, and which way is good."""

    id: str = member("id", TEXT, "The name by which KPIs and formulas refer to it.")
    label: Texts = member("label", ANY, "What people call it.")
    unit: KpiUnit = member("unit", TEXT, "In what it is told: a number, money, days.")
    formula: Formula = member("formula", ANY, "How it follows from other measures.")
    more_is_better: bool = member("more_is_better", BOOLEAN, "Whether more is better; less is, otherwise.")


class KpiState(Result):
    """How a KPI of the agreement stands."""

    kpi: Kpi = member("kpi", one(lambda: Kpi), "The KPI as the agreement has it.")
    tree: KpiTree = member("tree", one(lambda: KpiTree), "Its value and whence it comes.")
    met: bool | None = member(
        "met", BOOLEAN, "Whether it meets its target; absent where there is no target or no value."
    )
    findings: list[Finding] = member("findings", many(one(lambda: Finding)), "What could not be computed, and why.")


class KpiTree(Result):
    """A measure and those from which it is derived, down to what is counted or booked."""

    kpi: KpiDefinition = member("kpi", one(lambda: KpiDefinition), "The measure that is derived.")
    value: float | None = member(
        "value", NUMBER, "Its value, where what it takes was given; to six decimals, half-even."
    )
    parts: list[KpiTree] = member("parts", many(one(lambda: KpiTree)), "Those from which it is derived.")


class LastEvent(Result):
    """Where the last event stands in the one order."""

    at: datetime.datetime = member("at", INSTANT, "The instant at which it happened.")
    kind: EventKind = member("kind", TEXT, "What kind of event it was.")
    id: str = member("id", TEXT, "The id of the event that was applied last.")


class Late(Result):
    """What a late event changes: the caller takes back what no longer holds, and does what now does."""

    replay: Replay = member("replay", one(lambda: Replay), "The history with the late event in its place.")
    no_longer: list[Effect] = member("no_longer", many(one(lambda: Effect)), "The effects that no longer hold.")
    now: list[Effect] = member("now", many(one(lambda: Effect)), "The effects that hold now, and did not before.")


class LeadMove(Result):
    """A lead that moves, and why."""

    position: int = member("position", WHOLE, "Its place among the leads, from 0.")
    lead: str | None = member("lead", TEXT, "The id of the lead, where it has one.")
    direction: Direction = member("direction", TEXT, "Whether the lead moves up, down, or sideways.")
    stages: int = member(
        "stages", WHOLE, "By how many stages, of all that there are; who is disqualified stands below all."
    )
    score: float = member("score", NUMBER, "By how many points the score changes.")
    before: Figures = member("before", one(lambda: Figures), "What it comes to under the earlier agreement.")
    after: Figures = member("after", one(lambda: Figures), "What it comes to under the later agreement.")
    contributions: list[ContributionChange] = member(
        "contributions",
        many(one(lambda: ContributionChange)),
        "The lines of the score that differ; their differences add up to that of the score.",
    )
    blockers_gone: list[UnmetBlocker] = member(
        "blockers_gone", many(one(lambda: UnmetBlocker)), "What no longer keeps it from its next stage.", list
    )
    blockers_new: list[UnmetBlocker] = member(
        "blockers_new", many(one(lambda: UnmetBlocker)), "What newly keeps it from its next stage.", list
    )


class LeadState(Result):
    """Where a lead stands: all that the next event needs to know, and cheap to clone.

    `Agreement::start` makes it, `Agreement::apply` moves it on. It is the replay of the lead's history and nothing
    else.
    """

    origin: Origin = member("origin", one(lambda: Origin), "Where it comes from: its id, its source, its contact.")
    stage: Stage = member("stage", TEXT, "The stage in which the lead stands.")
    owner: Team = member("owner", TEXT, "The one team that is responsible.")
    person: str | None = member("person", TEXT, "The person of that team, where somebody has it.")
    since: datetime.datetime = member("since", INSTANT, "Since when it stands there.")
    reason: TransitionReason = member("reason", one(lambda: TransitionReason), "Why it stands there.")
    hold_until: datetime.datetime | None = member("hold_until", INSTANT, "Until when it waits.")
    handed_over: datetime.datetime | None = member(
        "handed_over", INSTANT, "When it was handed over to sales; absent while sales does not have it."
    )
    accepted: datetime.datetime | None = member(
        "accepted", INSTANT, "When sales accepted it, or when it was accepted in advance."
    )
    in_advance: bool = member(
        "in_advance",
        BOOLEAN,
        "Whether nobody has accepted it yet: a fast track or an assessment did, and sales may still reject it.",
        bool,
    )
    fast_track_since: datetime.datetime | None = member(
        "fast_track_since",
        INSTANT,
        "Only interactions after this instant count for a fast track: its last handover, rejection or return.",
    )
    engagement_since: datetime.datetime | None = member(
        "engagement_since", INSTANT, "Only interactions after this instant earn points."
    )
    returned_at: datetime.datetime | None = member(
        "returned_at", INSTANT, "When a breach sent it back: a new handover needs a person or a newer interaction."
    )
    attempts: int = member("attempts", WHOLE, "The attempts to reach the contact since it was handed over.")
    reached: bool = member("reached", BOOLEAN, "Whether one of them did.")
    criteria: dict[str, Truth] = member("criteria", table(TEXT), "What sales found out, by criterion.", dict)
    amount: Decimal | None = member("amount", DECIMAL, "How much it is about, in the agreement's currency.")
    clocks: list[RunningClock] = member("clocks", many(one(lambda: RunningClock)), "The clocks that run for it.", list)
    consent: list[ConsentRecord] = member(
        "consent",
        many(one(lambda: ConsentRecord)),
        "What the contact said on being approached, as far as this lead's history knows it.",
        list,
    )
    assessed: Assessed | None = member("assessed", one(lambda: Assessed), "The last assessment.")
    agreement: str = member("agreement", TEXT, "The version of the agreement by which the last event was applied.")
    last: LastEvent = member("last", one(lambda: LastEvent), "The event that was applied last.")
    changed: datetime.datetime = member(
        "changed", INSTANT, "The instant of the last change: what is earlier than that needs a replay."
    )
    applied: list[str] = member("applied", many(TEXT), "The ids of the events that were applied.")
    merges: list[Merge] = member("merges", many(one(lambda: Merge)), "The merges that can be undone.", list)


class Lifecycle(Result):
    """The stages of an agreement and what opens each."""

    stages: list[Stage] = member("stages", many(TEXT), "The stages, in order.")
    groups: dict[str, list[Stage]] = member(
        "groups", table(many(TEXT)), "Groups of stages, such as TOFU, MOFU and BOFU.", dict
    )
    stage: Any = member("stage", ANY, "What opens a stage, by stage.", dict)
    fast_track: list[FastTrack] = member(
        "fast_track", many(one(lambda: FastTrack)), "What takes a lead there directly.", list
    )
    disqualify: list[Disqualifier] = member(
        "disqualify", many(one(lambda: Disqualifier)), "What makes it no lead for this agreement.", list
    )
    reject_reasons: list[RejectReason] = member(
        "reject_reasons",
        many(one(lambda: RejectReason)),
        "Why sales or the review desk may reject a lead, and what follows.",
        list,
    )
    lost_reasons: list[Reason] = member(
        "lost_reasons", many(one(lambda: Reason)), "Why a deal may be lost; none: any words do.", list
    )
    recycle_reasons: list[Reason] = member(
        "recycle_reasons", many(one(lambda: Reason)), "Why a lead may go back to nurture; none: any words do.", list
    )
    disqualify_reasons: list[Reason] = member(
        "disqualify_reasons", many(one(lambda: Reason)), "Why a person may disqualify a lead; none: any words do.", list
    )


class Limit(Result):
    """So many times at most, in all or per period. The most recent ones are kept, before decay."""

    times: int = member("times", WHOLE, "How many interactions count at most.")
    per: Period | None = member("per", TEXT, "In which period; absent: in all.")


class MeasureWindow(Result):
    """The time over which is measured: from an instant up to, and without, another, the `as_of` of the question: what
    happened from then on is not seen.
    """

    from_: datetime.datetime = member("from", INSTANT, "The first instant that is looked at.")
    until: datetime.datetime = member("until", INSTANT, "The instant at which it ends.")


class Measured(Result):
    """What was measured of a group of leads."""

    group: str | None = member(
        "group", TEXT, "The segment or the channel; absent for all leads together, and for those that name none."
    )
    window: MeasureWindow = member("window", one(lambda: MeasureWindow), "The time over which was measured.")
    rates: list[MeasuredRate] = member("rates", many(one(lambda: MeasuredRate)), "The rate of each step.")
    average_deal: MeasuredDeal | None = member(
        "average_deal", one(lambda: MeasuredDeal), "The average of the deals won in the window."
    )
    lags: list[MeasuredLag] = member("lags", many(one(lambda: MeasuredLag)), "How long each step takes.")


class MeasuredDeal(Result):
    """A measured average deal."""

    average: Decimal = member("average", DECIMAL, "The average, to six decimals, half-even.")
    sum: Decimal = member("sum", DECIMAL, "The sum of the deals.")
    deals: int = member("deals", WHOLE, "How many deals had an amount.")


class MeasuredLag(Result):
    """A measured lag."""

    step: str = member("step", TEXT, "From which stage to which.")
    median_days: float = member(
        "median_days", NUMBER, "The median of those that came on in the window, in days of 24 hours, to two decimals."
    )
    months: int = member("months", WHOLE, "The median in whole months of 30.436875 days, halves up.")
    leads: int = member("leads", WHOLE, "How many leads it is the median of.")


class MeasuredRate(Result):
    """A measured rate, with the counts behind it."""

    step: str = member("step", TEXT, "From which stage to which.")
    won: int = member("won", WHOLE, "The leads that entered the first stage in the window and came on.")
    lost: int = member("lost", WHOLE, "Those that ended, or went stale.")
    open: int = member("open", WHOLE, "Those of which nobody knows yet: they count neither way.")
    rate: Decimal | RateCounts | None = member(
        "rate", either(DECIMAL, one(lambda: RateCounts)), "Won of those that are decided; absent when none is."
    )
    at_least: Decimal | RateCounts | None = member(
        "at_least", either(DECIMAL, one(lambda: RateCounts)), "The rate if every open lead were lost."
    )
    at_most: Decimal | RateCounts | None = member(
        "at_most", either(DECIMAL, one(lambda: RateCounts)), "The rate if every open lead came on."
    )


class Merge(Result):
    """A merge that can be undone: the state before it, and what happened since."""

    event: str = member("event", TEXT, "The id of the event that merged.")
    before: LeadState = member("before", one(lambda: LeadState), "The state as it was before the merge.")
    since: list[Event] = member("since", many(one(lambda: Event)), "The events that were applied since.", list)


class MoneyProgress(Result):
    """A target of the month, and how near it is: leads at a stage, or revenue."""

    segment: str | None = member("segment", TEXT, "The segment; all together, when absent.")
    side: SourcedBy | None = member("side", TEXT, "The side; both together, when absent.")
    stage: str = member("stage", TEXT, "The stage; `customer` for revenue.")
    target: Decimal = member("target", DECIMAL, "What the month owes.")
    achieved: Decimal = member("achieved", DECIMAL, "What it has brought up to and with the day of the question.")
    share: float | None = member("share", NUMBER, "Achieved of target, to four decimals.")
    expected: Decimal = member("expected", DECIMAL, "What the elapsed working days owe.")
    gap: Decimal = member("gap", DECIMAL, "What is missing to the target; nothing, once it is reached.")
    pace: Decimal | None = member(
        "pace", DECIMAL, "What each working day from here on must bring; absent with none left."
    )
    projection: MoneyProjection | None = member(
        "projection",
        one(lambda: MoneyProjection),
        "What the month will have brought; absent before the first working day has elapsed.",
    )
    status: ProgressStatus = member("status", TEXT, "How the target stands: on track, at risk, behind.")


class MoneyProjection(Result):
    """What the month will have brought at its end, with an interval of the confidence that was asked for.

    `likely` goes on at the pace of the elapsed working days: what they brought, times all days by the elapsed ones.
    The interval takes arrivals as a Poisson process whose rate is known from these days alone, with Jeffreys' prior
    (H. Jeffreys, 1946): what is still to come has then a negative binomial distribution with the size `came + ½` and
    the chance `elapsed / (elapsed + left)`, and the ends are its quantiles with equal tails. For revenue it is that
    of the deals, at their average so far (or at the plan's, before the first). What is achieved stays: no end lies
    below it; and what the pace gives lies within.
    """

    low: Decimal = member("low", DECIMAL, "The lower end of the interval.")
    likely: Decimal = member("likely", DECIMAL, "At the pace of the elapsed working days.")
    high: Decimal = member("high", DECIMAL, "The upper end of the interval.")


class MonthPlan(Result):
    """A revenue month of a segment."""

    month: str = member("month", MONTH, "The month of the revenue.")
    figures: Sides = member("figures", one(lambda: Sides), "What each side owes, and both together.")
    marketing: SideMonth = member("marketing", one(lambda: SideMonth), "What stands behind the figures of marketing.")
    sales: SideMonth = member("sales", one(lambda: SideMonth), "What stands behind the figures of sales.")


class MonthTotal(Result):
    """All segments in a month."""

    month: str = member("month", MONTH, "The month of the revenue.")
    figures: Sides = member("figures", one(lambda: Sides), "What each side owes, and both together.")


class MovingMonth(Result):
    """A month left of a segment."""

    segment: str = member("segment", TEXT, "The id of the segment in the agreement's goals.")
    month: str = member("month", MONTH, "The month that is planned anew.")
    target: Decimal = member("target", DECIMAL, "The target of the agreement.")
    rolled: Decimal = member(
        "rolled",
        DECIMAL,
        "The plain roll-over: shortfalls and surpluses of the months before fall upon the first month left; a surplus "
        "beyond it upon the next.",
    )
    moved: Decimal = member("moved", DECIMAL, "The target that follows the market and what was missed.")


class MovingTargets(Result):
    """The months left, by roll-over and planned anew."""

    months: list[MovingMonth] = member("months", many(one(lambda: MovingMonth)), "The months left of each segment.")
    plan: Plan = member(
        "plan", one(lambda: Plan), "The plan of the months left: moved targets, at the rates measured anew."
    )
    refreshed: dict[str, Proposal] = member(
        "refreshed", table(one(lambda: Proposal)), "Which figures gave way to measured ones, by segment."
    )
    index_source: str | None = member("index_source", TEXT, "Where the outside index is from.")
    findings: list[Finding] = member("findings", many(one(lambda: Finding)), "What makes the answer doubtful.")


class NextStage(Result):
    """The next stage, and what keeps the lead from it."""

    stage: Stage = member("stage", TEXT, "The stage above the one that it qualifies for.")
    blockers: list[Blocker] = member(
        "blockers", many(one(lambda: Blocker)), "What stands between the lead and the stage."
    )


class Origin(Result):
    """Where a lead comes from. It is set when the lead starts and never changes."""

    lead: str = member("lead", TEXT, "The id of the lead that begins.")
    sourced_by: SourcedBy = member("sourced_by", TEXT, "Which side created it.")
    source: str | None = member("source", TEXT, "The source of the interest, such as a webinar or a fair.")
    offering: str | None = member("offering", TEXT, "What the interest is in; absent: no interest is expressed yet.")
    contact: str | None = member(
        "contact", TEXT, "The person. A known contact and an existing customer can have a new lead, and keep the old."
    )
    account: str | None = member("account", TEXT, "The id of the company that the person works for.")


class Overdue(Result):
    """A clock that nobody has met."""

    lead: str = member("lead", TEXT, "The id of the lead whose clock it is.")
    owner: Team = member("owner", TEXT, "The team that is responsible for the lead.")
    person: str | None = member("person", TEXT, "The person who has it.")
    clock: str = member("clock", TEXT, "The id of the clock in the agreement.")
    due: datetime.datetime = member("due", INSTANT, "The instant at which it was due.")
    overdue_for: datetime.timedelta = member(
        "overdue_for", DURATION, "For how long it has been overdue, in the clock's own time."
    )


class Pause(Result):
    """A time during which a clock stood still."""

    from_: datetime.datetime = member("from", INSTANT, "The instant at which the clock stood still.")
    until: datetime.datetime | None = member("until", INSTANT, "When the clock ran again.")


class Performance(Result):
    """How a month stands against the plan."""

    month: str = member("month", MONTH, "The month that is looked at.")
    as_of: datetime.date = member("as_of", DATE, "The day of the question.")
    currency: str = member("currency", TEXT, "The currency of every amount.")
    days: DayCount = member("days", one(lambda: DayCount), "The working days of the month, gone and left.")
    revenue: list[MoneyProgress] = member(
        "revenue", many(one(lambda: MoneyProgress)), "Revenue: of each segment and of all, by side and of both."
    )
    leads: list[QuantityProgress] = member(
        "leads",
        many(one(lambda: QuantityProgress)),
        "Leads due in the month, by stage: of each segment and of all, by side and of both.",
    )
    year: list[YearMonth] = member(
        "year", many(one(lambda: YearMonth)), "The months of the plan, with what was achieved in each."
    )
    findings: list[Finding] = member("findings", many(one(lambda: Finding)), "What makes the answer doubtful.")


class PersonLine(Result):
    """What one person did."""

    person: str | None = member("person", TEXT, "The name of the person; absent: nobody had these leads.")
    sales: SalesLine = member("sales", one(lambda: SalesLine), "What the person did with the leads.")


class Persona(Result):
    """A fictional buyer: who it is, what moves it, and by which facts a lead is recognised as it."""

    id: str = member("id", TEXT, "The name by which conditions and results refer to it.")
    name: Texts | None = member("name", ANY, 'Its name, as in "Ines, IT-Leiterin".')
    role: BuyingRole | None = member("role", TEXT, "Its role in the buying centre.")
    biography: Texts | None = member("biography", ANY, "Its life in a few sentences.")
    demographics: dict[str, str] = member("demographics", table(TEXT), "Age, income, education, family, by name.", dict)
    behaviours: list[str] = member("behaviours", many(TEXT), "What it does at work and before it buys.", list)
    interests: list[str] = member("interests", many(TEXT), "What it is interested in.", list)
    needs: list[str] = member("needs", many(TEXT), "What it needs to do its work.", list)
    goals: list[str] = member("goals", many(TEXT), "What it wants to reach.", list)
    pain_points: list[str] = member("pain_points", many(TEXT), "What goes wrong today, and hurts.", list)
    objections: list[str] = member("objections", many(TEXT), "What it says against a purchase.", list)
    channels: list[str] = member("channels", many(TEXT), "By which channels it likes to be reached.", list)
    when: Condition | None = member("when", ANY, "By which facts a lead is recognised as it.")


class PersonaMatch(Result):
    """A persona that the lead is, or could be."""

    id: str = member("id", TEXT, "The id of the persona in the agreement.")
    role: BuyingRole | None = member("role", TEXT, "Its role in the buying centre.")
    holds: Truth = member("holds", TEXT, "Whether the lead is it.")
    share: float = member("share", NUMBER, "The share of its conditions that hold, 0 to 1.")
    because: list[str] = member("because", many(TEXT), "The conditions that hold, in words.", list)
    open: list[str] = member("open", many(TEXT), "The conditions that a missing fact leaves open, in words.", list)


class PersonaPresence(Result):
    """How many contacts are a persona."""

    persona: str = member("persona", TEXT, "The id of the persona in the agreement.")
    certain: int = member("certain", WHOLE, "How many contacts certainly are it.")
    possible: int = member("possible", WHOLE, "How many more could be it.")


class Plan(Result):
    """What both teams owe, per segment and month and in total.

    Every sum adds the cells that are shown, so that segments add up to totals and months to years.
    """

    currency: str = member("currency", TEXT, "The currency of every amount.")
    rounding: Rounding = member("rounding", TEXT, "How the needs were rounded.")
    segments: list[SegmentPlan] = member(
        "segments", many(one(lambda: SegmentPlan)), "The segments in document order, each with its months."
    )
    months: list[MonthTotal] = member(
        "months", many(one(lambda: MonthTotal)), "All segments together, by revenue month."
    )
    years: list[YearTotal] = member(
        "years", many(one(lambda: YearTotal)), "All segments together, by year of the revenue."
    )
    total: Sides = member("total", one(lambda: Sides), "Everything together.")
    due: list[DueLeads] = member(
        "due", many(one(lambda: DueLeads)), "When the leads must arrive, by segment, month of arrival and stage."
    )
    findings: list[Finding] = member(
        "findings", many(one(lambda: Finding)), "What makes a goal impossible or doubtful."
    )


class PlanFigures(Result):
    """The figures of a side, of both, or of a sum of cells."""

    revenue: Decimal = member("revenue", DECIMAL, "The revenue that is owed.")
    deals: float = member("deals", NUMBER, "How many deals it takes.")
    stages: dict[str, float] = member(
        "stages", table(NUMBER), "The leads needed at each stage before the customer, from the first."
    )
    cost: Decimal = member("cost", DECIMAL, "What these leads cost.")
    expected_return: Decimal = member(
        "expected_return",
        DECIMAL,
        "What the deals bring: customer value, or average deal times margin, or average deal alone.",
    )
    cost_benefit: float | None = member(
        "cost_benefit",
        NUMBER,
        "Expected return for each unit of money spent, half-even to four decimals; absent when nothing is spent.",
    )


class PointsBy(Result):
    """Points by the value of a field or of a result."""

    field: str = member("field", TEXT, "Which field or result.")
    values: dict[str, float] | None = member("values", table(NUMBER), "How many points each value gives.")
    steps: dict[str, float] | None = member("steps", table(NUMBER), "Points by the bound from which they count.")
    times: float | None = member("times", NUMBER, "How many points each unit of the number gives.")
    min: float | None = member("min", NUMBER, "The least it can come to.")
    max: float | None = member("max", NUMBER, "The most it can come to.")


class Proposal(Result):
    """A goal with measured figures, and what changed."""

    goal: Goal = member("goal", one(lambda: Goal), "The goal as it would be.")
    changes: list[FigureChange] = member("changes", many(one(lambda: FigureChange)), "Which figures would change.")
    findings: list[Finding] = member(
        "findings", many(one(lambda: Finding)), "Measured figures that stand on too little to be proposed."
    )


class PublicHoliday(Result):
    """A public holiday of a year."""

    date: datetime.date = member("date", DATE, "The day on which it falls.")
    german: str = member("german", TEXT, "What it is called in German.")
    english: str = member("english", TEXT, "What it is called in English.")


class Purpose(Result):
    """What contacts are approached for."""

    kind: PurposeKind = member("kind", TEXT, "Whether it is marketing, sales or service.")
    needs: Any = member(
        "needs", ANY, "The grounds that this purpose needs on some channels, instead of the channel's own.", dict
    )


class Qualification(Result):
    """A list of criteria, each met, not met or unknown.

    Conditions ask for them by the framework's name: `bant_met` is how many are met, `bant_budget` whether one is.
    """

    framework: str = member("framework", TEXT, "The framework's name: `bant` where nothing is said.")
    criteria: list[Criterion] = member("criteria", many(one(lambda: Criterion)), "What is asked, in order.")


class QualificationState(Result):
    """Which criteria of the qualification are met."""

    framework: str = member("framework", TEXT, "The framework: `bant`, or another.")
    met: int = member("met", WHOLE, "How many of the criteria are met.")
    unknown: int = member("unknown", WHOLE, "How many are unknown.")
    criteria: list[CriterionState] = member(
        "criteria", many(one(lambda: CriterionState)), "How each criterion stands, in order."
    )


class QuantityProgress(Result):
    """A target of the month, and how near it is: leads at a stage, or revenue."""

    segment: str | None = member("segment", TEXT, "The segment; all together, when absent.")
    side: SourcedBy | None = member("side", TEXT, "The side; both together, when absent.")
    stage: str = member("stage", TEXT, "The stage; `customer` for revenue.")
    target: float = member("target", NUMBER, "What the month owes.")
    achieved: float = member("achieved", NUMBER, "What it has brought up to and with the day of the question.")
    share: float | None = member("share", NUMBER, "Achieved of target, to four decimals.")
    expected: float = member("expected", NUMBER, "What the elapsed working days owe.")
    gap: float = member("gap", NUMBER, "What is missing to the target; nothing, once it is reached.")
    pace: float | None = member("pace", NUMBER, "What each working day from here on must bring; absent with none left.")
    projection: QuantityProjection | None = member(
        "projection",
        one(lambda: QuantityProjection),
        "What the month will have brought; absent before the first working day has elapsed.",
    )
    status: ProgressStatus = member("status", TEXT, "How the target stands: on track, at risk, behind.")


class QuantityProjection(Result):
    """What the month will have brought at its end, with an interval of the confidence that was asked for.

    `likely` goes on at the pace of the elapsed working days: what they brought, times all days by the elapsed ones.
    The interval takes arrivals as a Poisson process whose rate is known from these days alone, with Jeffreys' prior
    (H. Jeffreys, 1946): what is still to come has then a negative binomial distribution with the size `came + ½` and
    the chance `elapsed / (elapsed + left)`, and the ends are its quantiles with equal tails. For revenue it is that
    of the deals, at their average so far (or at the plan's, before the first). What is achieved stays: no end lies
    below it; and what the pace gives lies within.
    """

    low: float = member("low", NUMBER, "The lower end of the interval.")
    likely: float = member("likely", NUMBER, "At the pace of the elapsed working days.")
    high: float = member("high", NUMBER, "The upper end of the interval.")


class Question(Result):
    """A question about what happened: how many interactions there were, or how many different values one of their
    properties had.
    """

    type: Any = member("type", ANY, "Of which types; absent: of every type that is the lead's own doing.")
    where: Condition | None = member("where", ANY, "What must hold of each.")
    within: str | None = member("within", TEXT, "Only those less long ago than this.")
    older_than: str | None = member("older_than", TEXT, "Only those this long ago, or longer.")
    distinct: str | None = member("distinct", TEXT, "Count the different values of this property instead.")
    count: Predicate | None = member("count", ANY, "What must be true of the count; absent: at least one.")


class RateCounts(Result):
    """The counts that a rate comes from."""

    of: int = member("of", WHOLE, "How many there were in all.")
    won: int = member("won", WHOLE, "How many of them came on.")


class RateInterval(Result):
    """Two rates between which the true one lies with the confidence that was asked for."""

    low: Decimal = member("low", DECIMAL, "The lower end, as a share from 0 to 1.")
    high: Decimal = member("high", DECIMAL, "The upper end, as a share from 0 to 1.")


class Ratio(Result):
    """So many of so many."""

    count: int = member("count", WHOLE, "How many it is true of.")
    of: int = member("of", WHOLE, "How many were looked at.")


class ReachByAttempt(Result):
    """How often an attempt reached the contact."""

    attempt: int = member("attempt", WHOLE, "The number of the attempt, from 1.")
    made: int = member("made", WHOLE, "How many leads were tried so often without having been reached before.")
    reached: int = member("reached", WHOLE, "How many of them were reached by it.")
    rate: float = member("rate", NUMBER, "The share, 0 to 1, to six decimals.")


class Reason(Result):
    """A reason of an agreed list."""

    id: str = member("id", TEXT, "The name by which events refer to it.")
    label: Texts | None = member("label", ANY, "What people call it.")


class ReasonShare(Result):
    """How often a reason was given."""

    reason: str = member("reason", TEXT, "The id of the reason in the agreement.")
    count: int = member("count", WHOLE, "How often the reason was given.")
    share: float = member("share", NUMBER, "The share of what was handed over, 0 to 1, to six decimals.")


class Refreshed(Result):
    """An agreement with measured figures, and how it differs from the one in force."""

    document: AgreementDocument = member("document", one(lambda: AgreementDocument), "The proposed document.")
    differences: list[Difference] = member(
        "differences", many(one(lambda: Difference)), "What changes, in the agreement's words."
    )
    proposals: list[Proposal] = member(
        "proposals",
        many(one(lambda: Proposal)),
        "For each segment that was measured, its figures with the counts behind them, and what was left.",
    )


class Refusal(Result):
    """Why an event was refused. The state stays as it is."""

    code: RefusalCode = member("code", TEXT, "What kind of refusal it is; stable between versions.")
    message: str = member("message", TEXT, "Why, in the words of the field.")
    help: str | None = member("help", TEXT, "What to do about it, where there is something to say.")
    allowed: list[EventKind] = member(
        "allowed", many(TEXT), "The kinds of events that are allowed where the lead stands."
    )


class RefusedEvent(Result):
    """An event that was refused."""

    event: Event = member("event", one(lambda: Event), "The event that changed nothing.")
    refusal: Refusal = member("refusal", one(lambda: Refusal), "Why the event was refused.")


class RejectReason(Result):
    """A reason to reject a lead: it is marketing's feedback, and it says what becomes of the lead."""

    id: str = member("id", TEXT, "The name by which events refer to it.")
    label: Texts | None = member("label", ANY, "What people call it.")
    then: Consequence = member("then", TEXT, "What becomes of the lead.")
    for_: str | None = member(
        "for", TEXT, "How long it waits; absent: until somebody wakes it, or it takes a fast track."
    )
    reset: Reset | None = member("reset", TEXT, "What starts again from nothing.")


class Rejection(Result):
    """What sales said when it rejected a lead."""

    at: datetime.datetime = member("at", INSTANT, "The instant of the rejection.")
    reason: str = member("reason", TEXT, "The id of the reason that sales gave.")


class Replay(Result):
    """What a history comes to."""

    state: LeadState | None = member("state", one(lambda: LeadState), "Where the lead stands; absent: it never began.")
    steps: list[Happening] = member(
        "steps", many(one(lambda: Happening)), "What happened, in order: events, and what time did."
    )
    refused: list[RefusedEvent] = member(
        "refused", many(one(lambda: RefusedEvent)), "The events that were refused, and why. They changed nothing.", list
    )


class RoleContact(Result):
    """A contact in a role."""

    position: int = member("position", WHOLE, "Its position among the contacts, from 0.")
    lead: str | None = member("lead", TEXT, "The id of the contact's lead.")
    persona: str = member("persona", TEXT, "The id of the persona that the contact was recognised as.")
    certain: bool = member("certain", BOOLEAN, "Whether it certainly is that persona.")
    share: float = member("share", NUMBER, "The share of the persona's conditions that hold, 0 to 1.")


class RolePresence(Result):
    """Who fills a role."""

    role: BuyingRole = member("role", TEXT, "The role in the buying centre.")
    filled: Truth = member("filled", TEXT, "Whether it is filled: yes, no, or possibly.")
    personas: list[str] = member(
        "personas", many(TEXT), "The personas of the agreement that have it, in document order."
    )
    contacts: list[RoleContact] = member(
        "contacts",
        many(one(lambda: RoleContact)),
        "Who fills it, or possibly does: those who certainly do come first, then the better match.",
    )


class Row(Result):
    """What an event, or time, can do to a lead that stands somewhere."""

    stage: Stage = member("stage", TEXT, "Where the lead stands.")
    phase: Phase = member("phase", TEXT, "How far it has come with sales.")
    owner: Team = member("owner", TEXT, "The team that is responsible in the stage.")
    on: str = member("on", TEXT, "What happens: the name of an event, `hold_ended` or `breach`.")
    to: list[Destination] = member(
        "to",
        many(one(lambda: Destination)),
        "Where it can come to stand; the first is the usual one. Empty: it is refused.",
    )
    refused_because: RefusalCode | None = member("refused_because", TEXT, "Why the event is refused there.")


class Rule(Result):
    """What earns a lead points.

    There are four kinds, by what stands in it:

    - `when` alone: once, when it holds;
    - `points_by`: by the value of a field;
    - `on`: for each interaction of these types that counts;
    - `idle`: for each full period without activity.

    With the last three, `when` must hold besides.
    """

    id: str = member("id", TEXT, "The name by which results and comparisons refer to it.")
    label: Texts | None = member("label", ANY, "What people call it.")
    scores: Dimension = member("scores", TEXT, "What its points count for.")
    group: str | None = member("group", TEXT, "The group it belongs to.")
    when: Condition | None = member("when", ANY, "The condition under which it earns points.")
    on: list[str] = member(
        "on", many(TEXT), "For each interaction of these types; with `idle`, the types that end idleness.", list
    )
    where: Condition | None = member("where", ANY, "What must hold of the interaction.")
    within: str | None = member("within", TEXT, "Only interactions of an age below this.")
    limit: list[Limit] = member(
        "limit", many(one(lambda: Limit)), "How many interactions count; all of the limits hold.", list
    )
    decay: Decay | None = member("decay", ANY, "How the points fade; absent: as the agreement says for all rules.")
    idle: str | None = member("idle", TEXT, "For each full period without activity.")
    points: float | None = member("points", NUMBER, "How many points it earns, each time.")
    points_by: PointsBy | None = member("points_by", one(lambda: PointsBy), "How many points, by a value.")


class RuleEffect(Result):
    """What a rule does to the leads that move."""

    id: str = member("id", TEXT, "The id of the rule in the agreements.")
    dimension: Dimension = member("dimension", TEXT, "What its points count for.")
    leads: int = member("leads", WHOLE, "How many of the leads that move it gives other points.")
    net: float = member("net", NUMBER, "How many points it adds to all of them together, or takes away.")
    moved: float = member("moved", NUMBER, "How many points it moves, up and down added.")


class RunningClock(Result):
    """A clock that runs for a lead. `AgreedClock` makes it and moves it on; it is kept with the lead's state."""

    clock: str = member("clock", TEXT, "The id of the agreement's clock.")
    started: datetime.datetime = member("started", INSTANT, "The instant at which the clock started.")
    due: datetime.datetime | None = member("due", INSTANT, "When it is due; absent while it pauses.")
    pauses: list[Pause] = member(
        "pauses", many(one(lambda: Pause)), "When it stood still, in order; the last pause may not have ended.", list
    )
    attempts: int = member("attempts", WHOLE, "The attempts to reach the contact that count for it.", int)
    fired: int = member(
        "fired",
        WHOLE,
        "How many of its steps have been carried out: the breach and each step of escalation happen once.",
        int,
    )


class SalesLine(Result):
    """What sales did with the leads it got."""

    handed_over: int = member("handed_over", WHOLE, "How many leads were handed over.")
    accepted: int = member("accepted", WHOLE, "How many were accepted.")
    rejected: int = member("rejected", WHOLE, "How many were rejected, each with a reason.")
    returned: int = member("returned", WHOLE, "How many a breach sent back.")
    answered_in_time: Ratio = member(
        "answered_in_time", one(lambda: Ratio), "How many were answered in time, of those whose clock has ended."
    )
    touched_in_time: Ratio = member(
        "touched_in_time", one(lambda: Ratio), "How many were first touched in time, of those whose clock has ended."
    )
    attempts: int = member("attempts", WHOLE, "How many attempts were made.")
    reached: int = member("reached", WHOLE, "How many leads were reached.")
    reasons: dict[str, int] = member(
        "reasons", table(WHOLE), "The reasons for rejections, and how often each was given.", dict
    )


class ScoreBounds(Result):
    """Where score, fit and engagement could still come to lie. Sound: no facts lead outside."""

    score: Interval = member("score", one(lambda: Interval), "The score that is still possible, in points.")
    fit: Interval = member("fit", one(lambda: Interval), "Explicit points, before their weight.")
    engagement: Interval = member("engagement", one(lambda: Interval), "Implicit points, before their weight.")


class Scorecard(Result):
    """What marketing handed over in a period, and what sales did with it: as a team, and per person."""

    from_: datetime.datetime = member("from", INSTANT, "From this instant on.")
    until: datetime.datetime = member("until", INSTANT, "Up to, and without, this one.")
    marketing: list[FeedbackLine] = member(
        "marketing", many(one(lambda: FeedbackLine)), "What marketing handed over, per source."
    )
    complete: Ratio = member(
        "complete",
        one(lambda: Ratio),
        "How many leads were complete: no field that a stage of sales requires was missing.",
    )
    sales: SalesLine = member("sales", one(lambda: SalesLine), "What sales did with them.")
    people: list[PersonLine] = member(
        "people", many(one(lambda: PersonLine)), "The same, per person; those whom nobody has come under no name."
    )
    reach: list[ReachByAttempt] = member(
        "reach", many(one(lambda: ReachByAttempt)), "How often an attempt reached the contact, by its number."
    )


class Scoring(Result):
    """The whole of the scoring."""

    decay: Decay | None = member("decay", ANY, "How the points of interactions fade, where a rule says nothing else.")
    weights: Weights | None = member("weights", one(lambda: Weights), "How much fit and engagement weigh in the score.")
    bands: Ladder | None = member("bands", ANY, "Labels of the score.")
    fit: DimensionSettings | None = member(
        "fit", one(lambda: DimensionSettings), "Bounds and grades of fit, the explicit points."
    )
    engagement: DimensionSettings | None = member(
        "engagement", one(lambda: DimensionSettings), "Bounds and grades of engagement, the implicit points."
    )
    score: DimensionSettings | None = member("score", one(lambda: DimensionSettings), "The bounds of the total.")
    groups: dict[str, Group] = member("groups", table(one(lambda: Group)), "Rules that belong together.", dict)
    rules: list[Rule] = member("rules", many(one(lambda: Rule)), "The rules that earn points, in order.", list)
    adjustments: list[Adjustment] = member("adjustments", many(one(lambda: Adjustment)), "What multiplies them.", list)


class SegmentPlan(Result):
    """A segment of the plan."""

    segment: str = member("segment", TEXT, "The id of the segment in the agreement's goals.")
    months: list[MonthPlan] = member(
        "months", many(one(lambda: MonthPlan)), "Its revenue months in the order of the calendar."
    )
    total: Sides = member("total", one(lambda: Sides), "Its months together.")


class SideMonth(Result):
    """What stands behind a side's figures in a month."""

    lead_value: dict[str, Decimal] = member(
        "lead_value", table(DECIMAL), "What a lead at a stage is worth: average deal × close rate from there."
    )
    due: dict[str, str] = member("due", table(MONTH), "In which month the leads of a stage must arrive.")
    chances: list[StageChance] = member(
        "chances", many(one(lambda: StageChance)), "How sure the needs are, where that was asked for.", list
    )


class Sides(Result):
    """The figures of both sides and their sum."""

    marketing: PlanFigures = member("marketing", one(lambda: PlanFigures), "What marketing owes.")
    sales: PlanFigures = member("sales", one(lambda: PlanFigures), "What sales owes in the month.")
    total: PlanFigures = member("total", one(lambda: PlanFigures), "What both owe together.")


class Signature(Result):
    """Who signed the agreement, and when."""

    by: str = member("by", TEXT, "Who signed: a person or a role.")
    on: datetime.date = member("on", DATE, "The day of the signature.")


class SingleChangeLearn(Result):
    """A missing fact turns out to be this."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "learn")

    kind: Literal["learn"] = member("kind", TEXT, "Which of them it is.")
    field: str = member("field", TEXT, "The name of the field that would change.")
    value: Value = member("value", ANY, "A value that stands for all that would do.")


class SingleChangeInteraction(Result):
    """The lead does something."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "interaction")

    kind: Literal["interaction"] = member("kind", TEXT, "Which of them it is.")
    type: str = member("type", TEXT, "The type of the interaction that would have to happen.")
    properties: dict[str, Value] = member(
        "properties", table(ANY), "The properties that the interaction must have.", dict
    )
    times: int = member("times", WHOLE, "How often it would have to happen.")


class SingleChangeChange(Result):
    """A known fact becomes another."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "change")

    kind: Literal["change"] = member("kind", TEXT, "Which of them it is.")
    field: str = member("field", TEXT, "The name of the field that would change.")
    from_: Value = member("from", ANY, "The value that it has now.")
    to: Value = member("to", ANY, "A value that stands for all that would do.")


SingleChange: TypeAlias = SingleChangeLearn | SingleChangeInteraction | SingleChangeChange
"""A single change that reaches a stage.

- `learn`: A missing fact turns out to be this.
- `interaction`: The lead does something.
- `change`: A known fact becomes another.
"""


class Solution(Result):
    """What makes the goal."""

    value: float = member(
        "value", NUMBER, "The value of the unknown, to as many digits as a decimal holds: leads, an amount or a rate."
    )
    findings: list[Finding] = member(
        "findings", many(one(lambda: Finding)), "What follows from it: a rate above 1 cannot be had."
    )


class SpeedToLead(Result):
    """How long a lead waited: for the systems, from its interaction to the assignment, and for the person, from the
    assignment to the first touch.
    """

    system: Delay = member("system", one(lambda: Delay), "From the interaction to the assignment.")
    human: Delay | None = member(
        "human", one(lambda: Delay), "From the assignment to the first touch; absent where nobody had the lead yet."
    )


class StageChance(Result):
    """How sure the need at a stage is."""

    stage: str = member("stage", TEXT, "The stage from which is counted.")
    close_rate: Decimal | RateCounts = member(
        "close_rate", either(DECIMAL, one(lambda: RateCounts)), "The share of its leads that become customers."
    )
    plan_suffices: Decimal = member(
        "plan_suffices",
        DECIMAL,
        "The chance that the leads of the plan, rounded up, bring the month's deals, rounded up: near one half, as "
        "the plan is the average.",
    )
    leads_for_chance: int | None = member(
        "leads_for_chance",
        WHOLE,
        "The leads that bring the deals with the chance asked for; absent when none was asked for, or when no number "
        "is enough.",
    )
    wilson: StageInterval | None = member(
        "wilson",
        one(lambda: StageInterval),
        "The interval of the close rate by Wilson, and the leads needed within it.",
    )
    posterior: StageInterval | None = member(
        "posterior",
        one(lambda: StageInterval),
        "The interval of the close rate in its posterior, and the leads needed within it.",
    )


class StageCheck(Result):
    """How a lead stands with a stage."""

    stage: Stage = member("stage", TEXT, "The stage that is looked at.")
    when: Truth | None = member("when", TEXT, "Whether its criteria hold; absent where it has none.")
    missing: list[str] = member("missing", many(TEXT), "The required fields that are missing.", list)
    keep_while: Truth | None = member(
        "keep_while", TEXT, "Whether what keeps a lead in it still holds; absent where nothing is said."
    )
    fast_track_at: datetime.datetime | None = member(
        "fast_track_at", INSTANT, "The newest interaction that leads to the stage, or past it, by a fast track."
    )


class StageCriteria(Result):
    """What opens a stage, and what keeps a lead in it."""

    when: Condition | None = member("when", ANY, "What must hold; absent: only an event or a fast track leads here.")
    requires: list[str] = member("requires", many(TEXT), "The fields that must be known.", list)
    keep_while: Condition | None = member("keep_while", ANY, "What must not become false, or the lead falls back.")


class StageInterval(Result):
    """An interval of a close rate, as leads."""

    close_rate: RateInterval = member("close_rate", one(lambda: RateInterval), "The close rate from the stage.")
    fewest: float | None = member("fewest", NUMBER, "The leads needed at the upper end, rounded up.")
    most: float | None = member(
        "most", NUMBER, "The leads needed at the lower end, rounded up; absent where the lower end is zero."
    )


class StageMove(Result):
    """How many leads go from one stage to another."""

    from_: Stage = member("from", TEXT, "The stage under the earlier agreement.")
    to: Stage = member("to", TEXT, "The stage under the later agreement.")
    leads: int = member("leads", WHOLE, "How many leads move that way.")


class StageStanding(Result):
    """How a lead stands with a stage."""

    stage: Stage = member("stage", TEXT, "The stage that is looked at.")
    reached: bool = member("reached", BOOLEAN, "Whether the lead qualifies for it, and for all below it.")
    when: Truth | None = member("when", TEXT, "Whether its criteria hold; absent where it has none.")
    fast_track: bool = member("fast_track", BOOLEAN, "Whether a fast track leads to it or past it.", bool)
    fast_track_at: datetime.datetime | None = member(
        "fast_track_at",
        INSTANT,
        "The instant of the newest interaction that does so: only one after the last handover or rejection moves a "
        "lead.",
    )
    missing: list[str] = member("missing", many(TEXT), "The required fields that are missing.", list)
    keep_while: Truth | None = member(
        "keep_while", TEXT, "Whether what keeps a lead in it still holds; absent where nothing is said."
    )


class StageTotals(Result):
    """How many leads a stage has."""

    stage: Stage = member("stage", TEXT, "The stage that is counted.")
    before: int = member("before", WHOLE, "Under the earlier agreement.")
    after: int = member("after", WHOLE, "Under the later agreement.")


class Step(Result):
    """What an event, or time, did to a lead."""

    state: LeadState = member("state", one(lambda: LeadState), "Where it stands now.")
    transitions: list[Transition] = member(
        "transitions",
        many(one(lambda: Transition)),
        "The changes of stage, in order: those that time made up to the event, then the event's own.",
        list,
    )
    effects: list[Effect] = member(
        "effects",
        many(one(lambda: Effect)),
        "What the caller is to carry out. Each has a key, so that nothing is carried out twice.",
        list,
    )


class ThresholdStage(Result):
    """The stage the lead qualifies for."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "stage")

    kind: Literal["stage"] = member("kind", TEXT, "Which of them it is.")
    before: Stage = member("before", TEXT, "The stage before.")
    after: Stage = member("after", TEXT, "The stage from then on.")


class ThresholdGrade(Result):
    """The grade."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "grade")

    kind: Literal["grade"] = member("kind", TEXT, "Which of them it is.")
    before: str | None = member("before", TEXT, "The grade before.")
    after: str | None = member("after", TEXT, "The grade from then on.")


class ThresholdBand(Result):
    """The band of the score."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "band")

    kind: Literal["band"] = member("kind", TEXT, "Which of them it is.")
    before: str | None = member("before", TEXT, "The band before.")
    after: str | None = member("after", TEXT, "The band from then on.")


class ThresholdTier(Result):
    """Another tier of the ICP."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "tier")

    kind: Literal["tier"] = member("kind", TEXT, "Which of them it is.")
    before: str | None = member("before", TEXT, "The label of the tier before.")
    after: str | None = member("after", TEXT, "The tier from then on.")


class ThresholdCriterion(Result):
    """A clause of a stage's criteria."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "criterion")

    kind: Literal["criterion"] = member("kind", TEXT, "Which of them it is.")
    before: Truth = member("before", TEXT, "Whether it held before.")
    after: Truth = member("after", TEXT, "Whether it holds from then on.")
    stage: Stage = member("stage", TEXT, "The stage that the threshold opens.")
    clause: str = member("clause", TEXT, "The clause in words.")


class ThresholdKeepWhile(Result):
    """What keeps a lead in a stage."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "keep_while")

    kind: Literal["keep_while"] = member("kind", TEXT, "Which of them it is.")
    before: Truth = member("before", TEXT, "Whether it held before.")
    after: Truth = member("after", TEXT, "Whether it holds from then on.")
    stage: Stage = member("stage", TEXT, "The stage that the threshold opens.")


class ThresholdRequired(Result):
    """A field that a stage requires."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "required")

    kind: Literal["required"] = member("kind", TEXT, "Which of them it is.")
    stage: Stage = member("stage", TEXT, "The stage that the threshold opens.")
    field: str = member("field", TEXT, "The name of the field that is required.")
    known: bool = member("known", BOOLEAN, "Whether it is known from then on.")


Threshold: TypeAlias = (
    ThresholdStage
    | ThresholdGrade
    | ThresholdBand
    | ThresholdTier
    | ThresholdCriterion
    | ThresholdKeepWhile
    | ThresholdRequired
)
"""What is crossed.

- `stage`: The stage the lead qualifies for.
- `grade`: The grade.
- `band`: The band of the score.
- `tier`: Another tier of the ICP.
- `criterion`: A clause of a stage's criteria.
- `keep_while`: What keeps a lead in a stage.
- `required`: A field that a stage requires.
"""


class Timeline(Result):
    """What a lead is worth over a period: steps without gaps, and every crossing of a threshold."""

    lead: str | None = member("lead", TEXT, "The id of the lead, where it has one.")
    agreement: str = member("agreement", TEXT, "The version of the agreement.")
    from_: datetime.datetime = member("from", INSTANT, "The first instant of the period.")
    until: datetime.datetime = member("until", INSTANT, "The first instant after the period.")
    steps: list[TimelineStep] = member(
        "steps", many(one(lambda: TimelineStep)), "The figures, one step after the other; two neighbours differ."
    )
    crossings: list[Crossing] = member(
        "crossings", many(one(lambda: Crossing)), "Every crossing of a threshold, in order."
    )


class TimelineStep(Result):
    """The figures from one instant until another."""

    from_: datetime.datetime = member("from", INSTANT, "The first instant at which they hold.")
    until: datetime.datetime = member(
        "until", INSTANT, "The first instant at which they hold no more, or the end of the period."
    )
    score: float = member("score", NUMBER, "The score of the lead, in points.")
    fit: float = member("fit", NUMBER, "Explicit points, before their weight.")
    engagement: float = member("engagement", NUMBER, "Implicit points, before their weight.")
    grade: str | None = member("grade", TEXT, "The letter of the fit and the digit of the engagement.")
    band: str | None = member("band", TEXT, "The label of the score.")
    icp_tier: str | None = member("icp_tier", TEXT, "The label of the ICP's tier that the lead is in.")
    persona: str | None = member("persona", TEXT, "The id of the persona that is recognised for certain.")
    stage: Stage = member("stage", TEXT, "The stage the lead qualifies for.")


class Touch(Result):
    """Something that one side did towards the other."""

    at: datetime.datetime = member("at", INSTANT, "The instant of the touch.")
    by: TouchedBy = member("by", TEXT, "Whether the lead touched us, or we touched the lead.")
    interaction: str = member("interaction", TEXT, "The type of interaction.")


class Transition(Result):
    """A change of stage, or of who is responsible."""

    from_: Stage | None = member("from", TEXT, "Where the lead stood; absent: it began.")
    to: Stage = member("to", TEXT, "Where it stands now.")
    owner: Team = member("owner", TEXT, "Who is responsible now.")
    at: datetime.datetime = member("at", INSTANT, "The instant at which the stage changed.")
    event: str | None = member("event", TEXT, "The event that did it; absent: time did.")
    agreement: str = member("agreement", TEXT, "The version of the agreement by which it happened.")
    reason: TransitionReason = member("reason", one(lambda: TransitionReason), "What made the lead change its stage.")


class TransitionReasonStarted(Result):
    """It began."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "started")

    kind: Literal["started"] = member("kind", TEXT, "Which of them it is.")


class TransitionReasonActive(Result):
    """The contact did something: the interest is expressed."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "active")

    kind: Literal["active"] = member("kind", TEXT, "Which of them it is.")


class TransitionReasonCriteria(Result):
    """The criteria of the stage hold."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "criteria")

    kind: Literal["criteria"] = member("kind", TEXT, "Which of them it is.")


class TransitionReasonFastTrack(Result):
    """A fast track led there."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "fast_track")

    kind: Literal["fast_track"] = member("kind", TEXT, "Which of them it is.")


class TransitionReasonKeepWhile(Result):
    """What keeps a lead in its stage no longer holds."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "keep_while")

    kind: Literal["keep_while"] = member("kind", TEXT, "Which of them it is.")


class TransitionReasonExcluded(Result):
    """The ICP excludes it."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "excluded")

    kind: Literal["excluded"] = member("kind", TEXT, "Which of them it is.")
    id: str = member("id", TEXT, "The id of the exclusion.")


class TransitionReasonDisqualifier(Result):
    """A disqualifier of the agreement applies."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "disqualifier")

    kind: Literal["disqualifier"] = member("kind", TEXT, "Which of them it is.")
    id: str = member("id", TEXT, "The id of the rule or condition in the agreement.")


class TransitionReasonDecision(Result):
    """A person decided so."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "decision")

    kind: Literal["decision"] = member("kind", TEXT, "Which of them it is.")


class TransitionReasonReason(Result):
    """A person decided so, for a reason."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "reason")

    kind: Literal["reason"] = member("kind", TEXT, "Which of them it is.")
    id: str = member("id", TEXT, "The reason, one of the agreed list where there is one.")


class TransitionReasonBreach(Result):
    """A clock was due, and nobody had acted."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "breach")

    kind: Literal["breach"] = member("kind", TEXT, "Which of them it is.")
    clock: str = member("clock", TEXT, "The id of the clock that ran out.")


class TransitionReasonHoldEnded(Result):
    """The time it waited is over."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "hold_ended")

    kind: Literal["hold_ended"] = member("kind", TEXT, "Which of them it is.")


class TransitionReasonMerged(Result):
    """Another lead became one with it."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "merged")

    kind: Literal["merged"] = member("kind", TEXT, "Which of them it is.")


class TransitionReasonUnmerged(Result):
    """A merge was undone."""

    __tag__: ClassVar[tuple[str, str]] = ("kind", "unmerged")

    kind: Literal["unmerged"] = member("kind", TEXT, "Which of them it is.")


TransitionReason: TypeAlias = (
    TransitionReasonStarted
    | TransitionReasonActive
    | TransitionReasonCriteria
    | TransitionReasonFastTrack
    | TransitionReasonKeepWhile
    | TransitionReasonExcluded
    | TransitionReasonDisqualifier
    | TransitionReasonDecision
    | TransitionReasonReason
    | TransitionReasonBreach
    | TransitionReasonHoldEnded
    | TransitionReasonMerged
    | TransitionReasonUnmerged
)
"""Why a lead stands where it stands.

- `started`: It began.
- `active`: The contact did something: the interest is expressed.
- `criteria`: The criteria of the stage hold.
- `fast_track`: A fast track led there.
- `keep_while`: What keeps a lead in its stage no longer holds.
- `excluded`: The ICP excludes it.
- `disqualifier`: A disqualifier of the agreement applies.
- `decision`: A person decided so.
- `reason`: A person decided so, for a reason.
- `breach`: A clock was due, and nobody had acted.
- `hold_ended`: The time it waited is over.
- `merged`: Another lead became one with it.
- `unmerged`: A merge was undone.
"""


class UnmetBlocker(Result):
    """What keeps a lead from a stage."""

    stage: Stage = member("stage", TEXT, "The stage that the leads do not reach.")
    blocker: Blocker = member("blocker", one(lambda: Blocker), "What is asked for and does not hold.")


class Weights(Result):
    """How much each dimension weighs in the score."""

    fit: float = member("fit", NUMBER, "The factor by which fit counts in the score.")
    engagement: float = member("engagement", NUMBER, "The factor by which engagement counts in the score.")


class WorkItem(Result):
    """A lead to take next."""

    lead: str = member("lead", TEXT, "The id of the lead to take.")
    stage: Stage = member("stage", TEXT, "The stage in which the lead stands.")
    owner: Team = member("owner", TEXT, "The team that is responsible for the lead.")
    person: str | None = member("person", TEXT, "The person who has it.")
    clock: ClockLine | None = member("clock", one(lambda: ClockLine), "The clock that is due first, and how it stands.")
    score: float = member("score", NUMBER, "The score of the last assessment.")
    value: Decimal | None = member("value", DECIMAL, "What it is worth, as far as that is known.")


class YearMonth(Result):
    """A month of the table."""

    month: str = member("month", MONTH, "The month of the plan.")
    closed: bool = member("closed", BOOLEAN, "Whether it is over on the day of the question.")
    target: Decimal = member("target", DECIMAL, "The revenue it owes.")
    achieved: Decimal = member("achieved", DECIMAL, "The revenue it brought.")
    difference: Decimal = member("difference", DECIMAL, "Achieved less target.")
    target_to_date: Decimal = member("target_to_date", DECIMAL, "The targets up to and with this month.")
    achieved_to_date: Decimal = member("achieved_to_date", DECIMAL, "What these months brought.")
    difference_to_date: Decimal = member("difference_to_date", DECIMAL, "The difference of the two.")


class YearTotal(Result):
    """All segments in a year."""

    year: int = member("year", WHOLE, "The year of the revenue.")
    figures: Sides = member("figures", one(lambda: Sides), "What each side owes, and both together.")
