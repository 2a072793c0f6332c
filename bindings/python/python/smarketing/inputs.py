"""What is given to the library, as typed dictionaries by the names that the types have in Rust.

A mapping, a dataclass or a result with the same members does as well. Written by `cargo xtask generate types`
from `bindings/types.schema.json`: change the Rust types instead.
"""

# The texts are those of the domain, and types may be asked for at run time.
# ruff: noqa: RUF001, TC001, TC003

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, Required, TypeAlias, TypedDict

from smarketing import results
from smarketing.results import (
    AttemptOutcome,
    BreachAction,
    BuyingRole,
    Channel,
    ClockStart,
    Code,
    ConsentBasis,
    Consequence,
    ContributionKind,
    Dimension,
    EventKind,
    FieldType,
    HolidayRegion,
    KpiOwner,
    Period,
    Pick,
    PurposeKind,
    Reset,
    Rounding,
    Severity,
    SourcedBy,
    Stage,
    Status,
    Team,
    Truth,
)

__all__ = [
    "Actual",
    "AdjustmentInput",
    "AgreementDocumentInput",
    "Amount",
    "Approach",
    "Assessed",
    "Assessment",
    "Attempt",
    "Blocker",
    "BlockerCondition",
    "BlockerDisqualified",
    "BlockerEvent",
    "BlockerExcluded",
    "BlockerMissing",
    "CalendarInput",
    "Change",
    "ClockInput",
    "ClockLoad",
    "Condition",
    "ConflictInput",
    "ConsentInput",
    "ConsentRecord",
    "ConsentRecordGiven",
    "ConsentRecordWithdrawn",
    "ContactFacts",
    "ContactMix",
    "ContactRequest",
    "Contribution",
    "Conversation",
    "Costs",
    "CostsInput",
    "CriterionInput",
    "CriterionState",
    "DecayInput",
    "Definition",
    "DimensionSettingsInput",
    "Disqualifier",
    "EmailDomainListsInput",
    "Equation",
    "EscalationStepInput",
    "Event",
    "EventAccepted",
    "EventAssessed",
    "EventConsentGiven",
    "EventConsentWithdrawn",
    "EventContactAttempted",
    "EventDisqualified",
    "EventEnriched",
    "EventInput",
    "EventInputAccepted",
    "EventInputAssessed",
    "EventInputConsentGiven",
    "EventInputConsentWithdrawn",
    "EventInputContactAttempted",
    "EventInputDisqualified",
    "EventInputEnriched",
    "EventInputLost",
    "EventInputMerged",
    "EventInputOpportunityOpened",
    "EventInputQualified",
    "EventInputReassigned",
    "EventInputRecycled",
    "EventInputRejected",
    "EventInputReviewed",
    "EventInputStarted",
    "EventInputUnmerged",
    "EventInputWoken",
    "EventInputWon",
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
    "ExampleInput",
    "Exclusion",
    "ExpectationInput",
    "Fact",
    "FastTrackInput",
    "FieldInput",
    "Finding",
    "FrequencyCap",
    "Given",
    "Goal",
    "GoalInput",
    "GoalsInput",
    "Ground",
    "GroupInput",
    "Grouping",
    "HandedOver",
    "HandoverInput",
    "HandoverNeed",
    "HeaderInput",
    "Hold",
    "IcpInput",
    "IcpMatch",
    "Interaction",
    "InteractionTypeInput",
    "Interval",
    "Kpi",
    "LadderInput",
    "LastEvent",
    "Lead",
    "LeadScore",
    "LeadState",
    "LeadWithHistory",
    "LifecycleInput",
    "Limit",
    "MeasureOptions",
    "MeasureWindow",
    "Measured",
    "MeasuredDeal",
    "MeasuredLag",
    "MeasuredRate",
    "Merge",
    "MovingOptions",
    "NextStage",
    "Operand",
    "Origin",
    "Pause",
    "PerformanceOptions",
    "PersonaInput",
    "PersonaMatch",
    "PlanOptions",
    "PointsByInput",
    "PointsByInputSteps",
    "PointsByInputTimes",
    "PointsByInputValues",
    "Predicate",
    "Purchase",
    "Purpose",
    "QualificationCriterion",
    "QualificationInput",
    "QualificationState",
    "Question",
    "RateCounts",
    "Reason",
    "RejectReason",
    "Rejection",
    "RuleInput",
    "RunningClock",
    "ScoreBounds",
    "ScoreSample",
    "ScoreSettings",
    "ScoringInput",
    "Signature",
    "StageCheck",
    "StageCriteriaInput",
    "StageEntry",
    "StageStanding",
    "Texts",
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
    "Unknown",
    "Value",
    "WeightsInput",
]

Number: TypeAlias = "Decimal | float | str"
"""A number: exact as `Decimal` or as text."""

Instant: TypeAlias = "datetime.datetime | str"
"""An instant: aware, or text with an offset from UTC."""

Rate: TypeAlias = "Number | RateCounts | results.RateCounts"
"""A share between 0 and 1: a number, the counts that it comes from, or text such as `41 of 190`."""

Condition: TypeAlias = Mapping[str, Any]
"""A condition: fields and what must be true of each; all of it must hold.

- `all`: Each of these conditions holds.
- `any`: At least one of these holds.
- `not`: The condition within does not hold.
- `interactions`: A question about what happened.
"""

DecayInput: TypeAlias = "Literal['none'] | Mapping[str, Any]"
"""How the points of an interaction fade with its age. They move towards zero and never past it."""

Fact: TypeAlias = "Value | Mapping[str, Any]"
"""A field's value; where more is known of it, a table."""

Given: TypeAlias = "Literal['nothing'] | Mapping[str, Any]"
"""What is given instead."""

Grouping: TypeAlias = Literal["all", "segment", "channel"]
"""What is measured for itself.

- `all`: All leads together.
- `segment`: Each segment.
- `channel`: Each channel.
"""

Hold: TypeAlias = Literal["goal", "market"]
"""What the targets of the months left follow.

- `goal`: The goal of all months together stands: what is missing is made up, month by month in proportion to target
× index.
- `market`: The market decides: each target times its index, and what was missed stays missed.
"""

LadderInput: TypeAlias = Mapping[str, Any]
"""Labels by the bound that opens each; `else` is the label of what lies below them all.

- `else`: The label of what lies below all bounds.
"""

Lead: TypeAlias = Mapping[str, Any]
"""One contact's expressed interest in an offering: its envelope, and its facts by field.

- `id`: By which name the caller knows it.
- `contact`: The id of the person who is interested.
- `account`: The company that the person works for.
- `offering`: What the interest is in.
- `source`: Where it comes from.
- `sourced_by`: Which team brought it.
- `created`: When it came into being.
"""

Operand: TypeAlias = "bool | Number | Sequence[bool | Number]"
"""One value, or several: a positive operator needs one of them, a negative one none."""

Predicate: TypeAlias = "bool | Number | Sequence[bool | Number] | Mapping[str, Any]"
"""What must be true of a field: a bare value is equality, a list is membership, a table holds operators, all of which
must hold.
"""

Texts: TypeAlias = "str | Mapping[str, str]"
"""A text for people: plain, in the agreement's language, or by language code (`de`, `en`)."""

Unknown: TypeAlias = "Literal['leads', 'budget', 'revenue', 'average_deal', 'share', 'close_rate'] | Mapping[str, Any]"
"""What is not known."""

Value: TypeAlias = "bool | Number | Amount | results.Amount | Sequence[Value] | datetime.date"
"""What a fact or a property says: a truth value, a number, a text (dates and instants too), an amount of money, or a
list.
"""


class Actual(TypedDict, total=False):
    """Leads of a side that reached a stage on a day; at `customer` they are deals, with their revenue."""

    date: Required[datetime.date | str]
    """The civil date in the agreement's zone."""

    segment: Required[str]
    """The segment in which the leads count."""

    side: Required[SourcedBy]
    """Which side brought them."""

    stage: Required[str]
    """The stage that they reached."""

    count: Required[int]
    """How many leads entered the stage on that day."""

    revenue: Number
    """What they brought, in the agreement's currency."""


class AdjustmentInput(TypedDict, total=False):
    """A factor on a positive subtotal: when a condition holds, or once more for each full period without activity."""

    id: Required[str]
    """Its id: adjustments apply in the order of their ids."""

    label: Texts
    """What people call it."""

    scores: Required[Dimension]
    """Which sum it multiplies: fit, engagement or the score."""

    when: Condition
    """The condition under which it multiplies."""

    idle: str
    """Once more for each full period without activity."""

    on: str | Sequence[str]
    """The types that end idleness; none: all that are the lead's own doing."""

    multiply: Required[Number]
    """The factor, 0 to 10, of at most 3 decimals."""


class AgreementDocumentInput(TypedDict, total=False):
    """The whole agreement as data: what is read, checked, compared and written.

    Build one in code, or read one with `AgreementDocument::from_toml` or `AgreementDocument::from_json`;
    `Agreement::new` checks and compiles it. It serialises to the JSON form of the document.
    """

    smarketing: Required[Literal[1]]
    """The version of the document's format: 1."""

    agreement: Required[HeaderInput]
    """The head: name, version, dates, currency, time zone."""

    fields: Mapping[str, FieldType | FieldInput]
    """The lead's vocabulary."""

    interactions: Mapping[str, InteractionTypeInput]
    """The types of interaction, and what is known of each."""

    email_domains: EmailDomainListsInput
    """The agreement's own e-mail domains, besides the built-in lists."""

    icp: IcpInput
    """The ideal customer profile."""

    personas: Sequence[PersonaInput]
    """The fictional buyers."""

    scoring: ScoringInput
    """Which rules earn points, and how these become a score."""

    qualification: QualificationInput
    """What sales goes through."""

    lifecycle: LifecycleInput
    """The stages, what opens each, and why leads are rejected or lost."""

    handover: HandoverInput
    """When each team works, and which deadlines they keep."""

    consent: ConsentInput
    """What each channel and purpose needs, and when marketing keeps quiet."""

    goals: Sequence[GoalInput]
    """The revenue that both teams owe, by segment."""

    kpis: Sequence[Kpi | results.Kpi]
    """What is measured, and which decision each measure steers."""

    glossary: Mapping[str, str | Definition | results.Definition]
    """The agreement's own definitions."""

    examples: Sequence[ExampleInput]
    """What must come out of it."""


class Amount(TypedDict):
    """An amount of money in a currency."""

    amount: Number
    """How much; it is written as a text."""

    currency: str
    """The currency's code of three letters."""


class Approach(TypedDict):
    """A message to the contact, or a call."""

    at: Instant
    """The instant at which somebody approached the contact."""

    channel: Channel
    """Over which channel that was."""

    purpose: str
    """For which of the agreement's purposes."""


class Assessed(TypedDict, total=False):
    """What the lifecycle needs of an assessment: how the lead stands with each stage, whether it is barred, and when it
    last did something.
    """

    lead: str
    """The id of the lead that was assessed, where it had one: no other lead takes this assessment."""

    agreement: Required[str]
    """The version of the agreement that it was assessed by."""

    score: Required[Number]
    """The score, for the order of the work list."""

    stages: Required[Sequence[StageCheck | results.StageCheck]]
    """How the lead stands with each stage that asks for something."""

    disqualified: Sequence[str]
    """The disqualifiers that apply."""

    excluded: Sequence[str]
    """The exclusions of the ICP that apply: the lead stays below MQL."""

    rules: Sequence[str]
    """The rules that earned the points, for the feedback per rule."""

    last_activity: Instant
    """When the lead last did something itself."""


class Assessment(TypedDict, total=False):
    """What a lead is worth at an instant, which stage it qualifies for, and why."""

    lead: str
    """The id of the lead, where it has one."""

    agreement: Required[str]
    """The version of the agreement."""

    as_of: Required[Instant]
    """The instant of the question."""

    score: Required[Number]
    """Fit and engagement together, after weights and adjustments, in points."""

    fit: Number
    """Explicit points, before their weight."""

    engagement: Number
    """Implicit points, before their weight."""

    grade: str
    """The letter of the fit and the digit of the engagement."""

    band: str
    """The label of the score."""

    bounds: ScoreBounds | results.ScoreBounds
    """Where the three numbers could still come to lie, given what is unknown."""

    icp: IcpMatch | results.IcpMatch
    """How the account matches the ideal customer profile."""

    persona: str
    """The persona: the first that holds for certain."""

    personas: Sequence[PersonaMatch | results.PersonaMatch]
    """The personas that hold or could hold, the best first."""

    qualification: QualificationState | results.QualificationState
    """Which criteria of the qualification are met."""

    stage: Stage
    """The stage the lead qualifies for."""

    disqualified: Sequence[Ground | results.Ground]
    """Why it is no lead for this agreement, if it is none."""

    stages: Required[Sequence[StageStanding | results.StageStanding]]
    """How it stands with each stage that an assessment can reach."""

    gates: Sequence[StageStanding | results.StageStanding]
    """How it stands with the stages that only events enter, where those ask for something."""

    last_activity: Instant
    """When the lead last did something itself, as far as is known."""

    next: NextStage | results.NextStage
    """The next stage, and what keeps the lead from it."""

    contributions: Required[Sequence[Contribution | results.Contribution]]
    """The lines of the score, which add up to it exactly."""

    findings: Sequence[Finding | results.Finding]
    """What was wrong with the facts: those count as unknown."""

    email_domains: str
    """Which lists tell the kinds of e-mail addresses, and their versions."""


class Attempt(TypedDict):
    """An attempt to reach the contact."""

    at: Instant
    """The instant of the attempt."""

    reached: bool
    """Whether the contact was reached."""


class BlockerCondition(TypedDict, total=False):
    """A clause of the stage's criteria does not hold, or is unknown."""

    kind: Required[Literal["condition"]]

    clause: Required[str]
    """The clause in words."""

    holds: Required[Truth]
    """Whether the part of the condition holds: no, or unknown."""

    evidence: Sequence[Evidence | results.Evidence]
    """What is known of what it asks."""


class BlockerMissing(TypedDict):
    """A required field is missing."""

    kind: Literal["missing"]

    field: str
    """The name of the field that is asked for."""


class BlockerExcluded(TypedDict):
    """The ICP excludes the lead."""

    kind: Literal["excluded"]

    id: str
    """The id of the exclusion."""


class BlockerDisqualified(TypedDict):
    """The lead is disqualified."""

    kind: Literal["disqualified"]

    id: str
    """The id of the disqualifier."""


class BlockerEvent(TypedDict):
    """The stage has no criteria: only a person's decision or a fast track leads there."""

    kind: Literal["event"]


Blocker: TypeAlias = BlockerCondition | BlockerMissing | BlockerExcluded | BlockerDisqualified | BlockerEvent
"""What keeps a lead from a stage.

- `condition`: A clause of the stage's criteria does not hold, or is unknown.
- `missing`: A required field is missing.
- `excluded`: The ICP excludes the lead.
- `disqualified`: The lead is disqualified.
- `event`: The stage has no criteria: only a person's decision or a fast track leads there.
"""


class CalendarInput(TypedDict, total=False):
    """When a team works: `days` with `open` and `close`, `days` with `hours`, or `hours` by day; and the days off."""

    days: str | Sequence[str]
    """The days of the week: `mon-fri`, or a list of such."""

    open: str
    """When they begin: `09:00`."""

    close: str
    """When they end: `17:00`; the end of the day is `24:00`."""

    hours: str | Sequence[str] | Mapping[str, str | Sequence[str]]
    """The hours of these days, `09:00-17:00` or a list of such; or a table of hours by day."""

    holidays: Sequence[str]
    """The days off, besides those of the regions: dates, or days of every year (`12-24`)."""

    holidays_of: HolidayRegion | Sequence[HolidayRegion]
    """The regions whose public holidays are days off."""


class Change(TypedDict):
    """A change of the agreement."""

    by: str
    """Who made the change: a person or a role."""

    on: datetime.date | str
    """The day of the change."""

    why: Texts
    """The reason for the change, in words for both teams."""


ClockInput = TypedDict(
    "ClockInput",
    {
        # The name by which states, effects and results refer to it.
        "id": "Required[str]",
        # What starts it: the handover, or an event.
        "from": "Required[ClockStart]",
        # The events that end it in time, if they come in time.
        "until": "EventKind | Sequence[EventKind]",
        # So many attempts to reach the contact also end it: a follow-up duty.
        "attempts": "int",
        # How long it runs: a duration, or business days.
        "within": "Required[str]",
        # The calendar in whose time it runs; without one it runs day and night.
        "calendar": "str",
        # Whether it stands still while everybody waits for the lead.
        "may_pause": "bool",
        # The events that set it back to its beginning.
        "restart_on": "EventKind | Sequence[EventKind]",
        # What is done when it is due.
        "on_breach": "BreachAction | Sequence[BreachAction]",
        # What is done before and after that.
        "escalation": "EscalationStepInput | Sequence[EscalationStepInput]",
    },
    total=False,
)
"""A deadline of the agreement."""


class ClockLoad(TypedDict, total=False):
    """What an agreement does not say of one of its clocks."""

    id: Required[str]
    """The id of the clock in the agreement."""

    stage: str
    """The stage of the plan at which its leads wait; when absent, the one at which it starts: `mql` from handover,
    `sal` from acceptance, `sql` from qualification, `opportunity` from its opening.
    """

    handling: str
    """How long the team is busy with one lead until it has done what ends the clock.

    When absent, its capacity is spread evenly over the working hours of the month.
    """


class ConflictInput(TypedDict, total=False):
    """What an agreement alone does not say of its conflicts.

    All of it is optional: an agreement's targets, volumes, capacities, clocks and office hours are judged without
    it; what is absent is not judged.
    """

    calendar: CalendarInput
    """When the leads of a clock without a calendar of its own are worked; in the hours of the agreement's first
    calendar, when absent.
    """

    clocks: Sequence[ClockLoad]
    """What is known of single clocks of the agreement. Those that are not named are judged as well."""

    contacts: ContactMix
    """How many contacts there are, and how many were entered without a consent."""

    scores: ScoreSample
    """How leads score as they arrive, for the threshold of a stage."""


class ConsentInput(TypedDict, total=False):
    """The `[consent]` part of an agreement."""

    purposes: Mapping[str, PurposeKind | Purpose | results.Purpose]
    """What contacts are approached for; none: `marketing`, `sales` and `service`, each of its kind."""

    needs: Mapping[str, Any]
    """The ground that a channel needs at least; an opt-in where it is not named."""

    handover_needs: Mapping[str, Any]
    """What a lead needs before it is handed over to sales."""

    frequency_caps: FrequencyCap | results.FrequencyCap | Sequence[FrequencyCap | results.FrequencyCap]
    """How often a contact is approached at most."""

    quiet_after_purchase: str
    """For how long nobody advertises what was bought."""

    market_during_sales: bool
    """Whether marketing goes on while sales talks with the contact."""


class ConsentRecordGiven(TypedDict, total=False):
    """The contact may be approached."""

    at: Required[Instant]
    """The instant at which the contact said it."""

    status: Required[Literal["given"]]

    basis: Required[ConsentBasis]
    """The ground on which the contact may be approached."""

    expires: Instant
    """From when on it no longer holds."""

    channel: Required[Channel]
    """Over which channel the contact may be approached."""

    identifier: Required[str]
    """The address or number, as it was written."""

    purpose: Required[str | None]
    """For what; a withdrawal without a purpose is one from all."""

    source: str
    """Where it was said: the form, the call, the contract."""

    proof: str
    """How it can be shown: the text that was agreed to, the message that confirmed it."""


class ConsentRecordWithdrawn(TypedDict, total=False):
    """No longer."""

    at: Required[Instant]
    """The instant at which the contact said it."""

    status: Required[Literal["withdrawn"]]

    channel: Required[Channel]
    """Over which channel the contact may be approached."""

    identifier: Required[str]
    """The address or number, as it was written."""

    purpose: str
    """For what; a withdrawal without a purpose is one from all."""

    source: str
    """Where it was said: the form, the call, the contract."""

    proof: str
    """How it can be shown: the text that was agreed to, the message that confirmed it."""


ConsentRecord: TypeAlias = ConsentRecordGiven | ConsentRecordWithdrawn
"""One word on whether a contact may be approached: for an identifier, a channel and a purpose, since an instant, and
from where it is known.

- `given`: The contact may be approached.
- `withdrawn`: No longer.
"""


class ContactFacts(TypedDict, total=False):
    """What has been done with a contact: how it was approached, what it bought, and whether sales is talking with it.
    In any order; what lies after the instant of a question is not known yet.
    """

    approaches: Sequence[Approach]
    """How it was approached."""

    purchases: Sequence[Purchase]
    """What the contact bought, and when."""

    conversations: Sequence[Conversation]
    """When sales was talking with it."""


class ContactMix(TypedDict):
    """Where contacts come from."""

    contacts: int
    """How many contacts there are in all."""

    without_opt_in: int
    """Those entered offline without a consent: business cards, lists of a fair."""


class ContactRequest(TypedDict, total=False):
    """How somebody wants to approach a contact."""

    channel: Required[Channel]
    """The channel over which somebody wants to approach the contact."""

    identifier: Required[str]
    """At which address or number."""

    purpose: Required[str]
    """For which of the agreement's purposes."""

    offering: str
    """About which offering, where it is about one."""


class Contribution(TypedDict, total=False):
    """One line of a score."""

    kind: Required[ContributionKind]
    """What kind of line it is: a rule, a limit, a weight."""

    id: str
    """The id of the rule, the group or the adjustment."""

    dimension: Dimension
    """What its points count for: fit, engagement or the score."""

    points: Number
    """How much it adds to the score, or takes away."""

    evidence: Sequence[Evidence | results.Evidence]
    """The facts and interactions on which it rests."""


Conversation = TypedDict(
    "Conversation",
    {
        # Since when sales has been talking with the contact.
        "from": "Required[Instant]",
        # Until when; absent while it goes on.
        "until": "Instant",
    },
    total=False,
)
"""A time during which sales talks with the contact."""


class Costs(TypedDict, total=False):
    """Costs by side and stage."""

    marketing: Mapping[str, Number | Mapping[str, Number]]
    """For each lead of marketing that enters a stage."""

    sales: Mapping[str, Number | Mapping[str, Number]]
    """For each lead of sales that enters a stage."""


class CostsInput(TypedDict, total=False):
    """Costs by side and stage."""

    marketing: Mapping[str, Number | Mapping[str, Number]]
    """For each lead of marketing that enters a stage."""

    sales: Mapping[str, Number | Mapping[str, Number]]
    """For each lead of sales that enters a stage."""


class CriterionInput(TypedDict, total=False):
    """One condition of the ICP or of a qualification."""

    id: Required[str]
    """The name by which results refer to it."""

    label: Texts
    """What people call it."""

    weight: Number
    """How much it weighs among the others; 1 where nothing is said."""

    when: Required[Condition]
    """The condition under which it is met."""


class CriterionState(TypedDict, total=False):
    """Whether a criterion is met, and the facts behind it."""

    id: Required[str]
    """The id of the criterion in the agreement."""

    met: Required[Truth]
    """Whether it is met: yes, no, or unknown."""

    evidence: Sequence[Evidence | results.Evidence]
    """The facts on which that rests."""


class Definition(TypedDict, total=False):
    """A text in German and English: a definition, or what an abbreviation stands for.

    An agreement may give one language only.
    """

    de: str
    """The text in German."""

    en: str
    """The text in English."""


class DimensionSettingsInput(TypedDict, total=False):
    """The bounds of a dimension, and the labels of its part of the grade."""

    min: Number
    """The least it can come to."""

    max: Number
    """The most it can come to."""

    grades: LadderInput
    """Its part of the grade."""


class Disqualifier(TypedDict, total=False):
    """A condition under which a lead is none for this agreement."""

    id: Required[str]
    """The name by which results refer to it."""

    when: Required[Condition]
    """The condition under which it applies."""

    reason: Texts
    """The reason for people, in words."""


class EmailDomainListsInput(TypedDict, total=False):
    """Domains of e-mail addresses that the agreement adds to the built-in lists."""

    free: str | Sequence[str]
    """Providers at which anybody gets a mailbox."""

    disposable: str | Sequence[str]
    """Providers of addresses for a few minutes."""


class Equation(TypedDict, total=False):
    """A question to `solve`: of one side of a segment, in one month or in all of them together."""

    segment: Required[str]
    """The id of the segment that it is about."""

    side: SourcedBy
    """Whose leads are meant."""

    month: str
    """The revenue month; all months of the goal together, when absent."""

    unknown: Required[Unknown]
    """The figure that is not known."""

    given: Given
    """What is given besides the goal."""


class EscalationStepInput(TypedDict, total=False):
    """A step of escalation, before or after a clock is due, in the clock's own time."""

    before: str
    """So long before it is due: a reminder."""

    after: str
    """So long after it was due."""

    then: Required[BreachAction | Sequence[BreachAction]]
    """What is done at that instant."""

    to: str
    """Who is told; absent: the team that is responsible."""


class EventStarted(TypedDict, total=False):
    """The lead began."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["started"]]

    lead: Required[str]
    """The id of the lead that begins."""

    sourced_by: Required[SourcedBy]
    """Which side created it."""

    source: str
    """The source of the interest, such as a webinar or a fair."""

    offering: str
    """What the interest is in; absent: no interest is expressed yet."""

    contact: str
    """The person. A known contact and an existing customer can have a new lead, and keep the old."""

    account: str
    """The id of the company that the person works for."""


class EventAssessed(TypedDict, total=False):
    """It was assessed."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["assessed"]]

    assessment: Required[Assessed | results.Assessed]
    """What the lifecycle needs of the assessment."""


class EventReviewed(TypedDict, total=False):
    """The pre-qualification desk decided."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["reviewed"]]

    reject: str
    """The reason to reject it, one of the agreed list; absent: it goes forward to sales."""


class EventAccepted(TypedDict, total=False):
    """Sales accepted it."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["accepted"]]


class EventRejected(TypedDict, total=False):
    """Sales rejected it."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["rejected"]]

    reason: Required[str]
    """Why: one of the agreed list."""


class EventContactAttempted(TypedDict, total=False):
    """Somebody tried to reach the contact."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["contact_attempted"]]

    channel: Required[Channel]
    """The channel over which the contact was tried."""

    outcome: Required[AttemptOutcome]
    """Whether the contact was reached by it."""


class EventQualified(TypedDict, total=False):
    """Sales found out how far it is qualified."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["qualified"]]

    criteria: Mapping[str, Truth]
    """Which criteria are met, by id."""


class EventOpportunityOpened(TypedDict, total=False):
    """It became an opportunity."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["opportunity_opened"]]

    amount: Number
    """How much it is about, in the agreement's currency."""


class EventWon(TypedDict, total=False):
    """It became a customer."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["won"]]

    amount: Number
    """How much it was, in the agreement's currency."""


class EventLost(TypedDict, total=False):
    """The opportunity was lost."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["lost"]]

    reason: Required[str]
    """Why it happened, by the agreed list of reasons where there is one."""


class EventRecycled(TypedDict, total=False):
    """It went back to nurture."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["recycled"]]

    reason: Required[str]
    """Why it happened, by the agreed list of reasons where there is one."""

    until: Instant
    """Until when it waits; absent: until somebody wakes it, or it takes a fast track."""


class EventWoken(TypedDict, total=False):
    """A person ended its waiting, or found that its end was none."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["woken"]]


class EventDisqualified(TypedDict, total=False):
    """A person disqualified it."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["disqualified"]]

    reason: Required[str]
    """Why it happened, by the agreed list of reasons where there is one."""


class EventReassigned(TypedDict, total=False):
    """Somebody else of the responsible team has it now."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["reassigned"]]

    person: str
    """Who; absent: nobody yet."""


class EventConsentGiven(TypedDict, total=False):
    """The contact gave a consent."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["consent_given"]]

    consent: Required[ConsentRecord | results.ConsentRecord]
    """The record of what the contact said."""


class EventConsentWithdrawn(TypedDict, total=False):
    """The contact withdrew a consent."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["consent_withdrawn"]]

    consent: Required[ConsentRecord | results.ConsentRecord]
    """The record of what the contact said."""


class EventEnriched(TypedDict, total=False):
    """Facts changed."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["enriched"]]

    fields: Required[Sequence[str]]
    """The names of the fields that changed."""

    team: Team
    """Which team wrote them; absent: a provider, who owns none."""


class EventMerged(TypedDict, total=False):
    """Another lead became one with it."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["merged"]]

    other: Required[LeadState | results.LeadState]
    """The other lead, as it stood."""


class EventUnmerged(TypedDict, total=False):
    """A merge was undone."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["unmerged"]]

    merge: Required[str]
    """The id of the event that merged."""


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


class EventInputStarted(TypedDict, total=False):
    """The lead began."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["started"]]

    lead: Required[str]
    """The id of the lead that begins."""

    sourced_by: Required[SourcedBy]
    """Which side created it."""

    source: str
    """The source of the interest, such as a webinar or a fair."""

    offering: str
    """What the interest is in; absent: no interest is expressed yet."""

    contact: str
    """The person. A known contact and an existing customer can have a new lead, and keep the old."""

    account: str
    """The id of the company that the person works for."""


class EventInputAssessed(TypedDict, total=False):
    """It was assessed."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["assessed"]]

    assessment: Required[Assessed | results.Assessed | Assessment | results.Assessment]
    """What the lifecycle needs of the assessment."""


class EventInputReviewed(TypedDict, total=False):
    """The pre-qualification desk decided."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["reviewed"]]

    reject: str
    """The reason to reject it, one of the agreed list; absent: it goes forward to sales."""


class EventInputAccepted(TypedDict, total=False):
    """Sales accepted it."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["accepted"]]


class EventInputRejected(TypedDict, total=False):
    """Sales rejected it."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["rejected"]]

    reason: Required[str]
    """Why: one of the agreed list."""


class EventInputContactAttempted(TypedDict, total=False):
    """Somebody tried to reach the contact."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["contact_attempted"]]

    channel: Required[Channel]
    """The channel over which the contact was tried."""

    outcome: Required[AttemptOutcome]
    """Whether the contact was reached by it."""


class EventInputQualified(TypedDict, total=False):
    """Sales found out how far it is qualified."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["qualified"]]

    criteria: Mapping[str, Truth]
    """Which criteria are met, by id."""


class EventInputOpportunityOpened(TypedDict, total=False):
    """It became an opportunity."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["opportunity_opened"]]

    amount: Number
    """How much it is about, in the agreement's currency."""


class EventInputWon(TypedDict, total=False):
    """It became a customer."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["won"]]

    amount: Number
    """How much it was, in the agreement's currency."""


class EventInputLost(TypedDict, total=False):
    """The opportunity was lost."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["lost"]]

    reason: Required[str]
    """Why it happened, by the agreed list of reasons where there is one."""


class EventInputRecycled(TypedDict, total=False):
    """It went back to nurture."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["recycled"]]

    reason: Required[str]
    """Why it happened, by the agreed list of reasons where there is one."""

    until: Instant
    """Until when it waits; absent: until somebody wakes it, or it takes a fast track."""


class EventInputWoken(TypedDict, total=False):
    """A person ended its waiting, or found that its end was none."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["woken"]]


class EventInputDisqualified(TypedDict, total=False):
    """A person disqualified it."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["disqualified"]]

    reason: Required[str]
    """Why it happened, by the agreed list of reasons where there is one."""


class EventInputReassigned(TypedDict, total=False):
    """Somebody else of the responsible team has it now."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["reassigned"]]

    person: str
    """Who; absent: nobody yet."""


class EventInputConsentGiven(TypedDict, total=False):
    """The contact gave a consent."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["consent_given"]]

    consent: Required[ConsentRecord | results.ConsentRecord]
    """The record of what the contact said."""


class EventInputConsentWithdrawn(TypedDict, total=False):
    """The contact withdrew a consent."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["consent_withdrawn"]]

    consent: Required[ConsentRecord | results.ConsentRecord]
    """The record of what the contact said."""


class EventInputEnriched(TypedDict, total=False):
    """Facts changed."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["enriched"]]

    fields: Required[Sequence[str]]
    """The names of the fields that changed."""

    team: Team
    """Which team wrote them; absent: a provider, who owns none."""


class EventInputMerged(TypedDict, total=False):
    """Another lead became one with it."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["merged"]]

    other: Required[LeadState | results.LeadState]
    """The other lead, as it stood."""


class EventInputUnmerged(TypedDict, total=False):
    """A merge was undone."""

    id: Required[str]
    """Its id: the same event twice does nothing twice."""

    at: Required[Instant]
    """The instant at which it happened."""

    by: str
    """The person who did it; absent: a system."""

    type: Required[Literal["unmerged"]]

    merge: Required[str]
    """The id of the event that merged."""


EventInput: TypeAlias = (
    EventInputStarted
    | EventInputAssessed
    | EventInputReviewed
    | EventInputAccepted
    | EventInputRejected
    | EventInputContactAttempted
    | EventInputQualified
    | EventInputOpportunityOpened
    | EventInputWon
    | EventInputLost
    | EventInputRecycled
    | EventInputWoken
    | EventInputDisqualified
    | EventInputReassigned
    | EventInputConsentGiven
    | EventInputConsentWithdrawn
    | EventInputEnriched
    | EventInputMerged
    | EventInputUnmerged
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


class EvidenceFact(TypedDict, total=False):
    """A field and its value; no value where it is missing."""

    kind: Required[Literal["fact"]]

    field: Required[str]
    """The name of the field that was looked at."""

    value: Value
    """The value that was found."""


class EvidenceResult(TypedDict, total=False):
    """An earlier result and its value."""

    kind: Required[Literal["result"]]

    value: Value
    """The value that was found."""

    name: Required[str]
    """The name of the result that was looked at."""


class EvidenceInteraction(TypedDict, total=False):
    """An interaction that counted."""

    kind: Required[Literal["interaction"]]

    id: str
    """The id of the interaction, where it has one."""

    type: Required[str]
    """The type of the interaction."""

    at: Required[Instant]
    """The instant of the interaction."""

    age_days: Required[int]
    """Its age in whole days of 24 hours."""

    points: Required[Number]
    """The points it earned, after decay."""


class EvidenceCount(TypedDict):
    """How many interactions a question about what happened found."""

    kind: Literal["count"]

    count: int
    """How many interactions there were."""


class EvidenceIdle(TypedDict):
    """Full periods without activity."""

    kind: Literal["idle"]

    since: Instant
    """The instant of the last activity."""

    periods: int
    """How many full periods have passed without activity."""


Evidence: TypeAlias = EvidenceFact | EvidenceResult | EvidenceInteraction | EvidenceCount | EvidenceIdle
"""What a contribution, a criterion or a blocker rests on.

- `fact`: A field and its value; no value where it is missing.
- `result`: An earlier result and its value.
- `interaction`: An interaction that counted.
- `count`: How many interactions a question about what happened found.
- `idle`: Full periods without activity.
"""


class ExampleInput(TypedDict, total=False):
    """A lead, what happened, and what the agreement must say of it."""

    name: Required[str]
    """What the example shows, in a sentence."""

    as_of: Required[Instant]
    """The instant of the question."""

    lead: Required[Lead]
    """The lead: its envelope and its facts."""

    interactions: Sequence[Interaction | results.Interaction]
    """What happened; absent: nobody knows."""

    expect: Required[ExpectationInput]
    """What the agreement must say of the lead."""


class Exclusion(TypedDict, total=False):
    """A condition that keeps a lead out, whatever else is true of it."""

    id: Required[str]
    """The name by which results refer to it."""

    when: Required[Condition]
    """The condition under which it applies."""

    reason: Texts
    """The reason for people, in words."""


class ExpectationInput(TypedDict, total=False):
    """What must come out of an example; what is absent is not looked at."""

    score: Number
    """How many points the score must come to."""

    fit: Number
    """How many points fit must come to."""

    engagement: Number
    """How many points engagement must come to."""

    grade: str
    """The grade that must come out, such as `A1`."""

    band: str
    """The band that the score must fall into."""

    stage: Stage
    """The stage that the lead must qualify for."""

    persona: str
    """The id of the persona that must be recognised."""

    icp_tier: str
    """The tier of the ICP that must come out."""

    icp_matched: Number
    """The share of the ICP matched."""


class FastTrackInput(TypedDict, total=False):
    """An interaction that replaces the criteria of every stage up to its target."""

    on: Required[str | Sequence[str]]
    """The types of interaction."""

    where: Condition
    """What must hold of the interaction."""

    when: Condition
    """What must hold besides."""

    within: str
    """Only interactions of an age below this."""

    to: Required[Stage]
    """The stage it leads to."""


class FieldInput(TypedDict, total=False):
    """A field of the lead's vocabulary, or a property of an interaction type."""

    type: Required[FieldType]
    """What its values are."""

    values: Sequence[str]
    """The values it allows, in order."""

    ordered: bool
    """Whether the order of the values means something."""

    label: Texts
    """What people call it."""

    ask: Texts
    """The question that finds it out."""

    column: str
    """The header of its column in files, where it differs from the name."""

    missing: str | Sequence[str]
    """Texts that mean that the value is missing, besides the empty one."""

    owner: str
    """Which team may write it, or who else may."""

    changeable: bool
    """Whether advice may ask to change it."""


class Finding(TypedDict, total=False):
    """What is wrong or doubtful in a document or in facts.

    `path` names the place in the document (`scoring.rules[3].when.industry`), `line` and `column` (both from 1, the
    column in characters) its source, where there is one.

    Most codes have one severity. What is wrong with facts or with a goal is an error of an assessment or of a plan,
    and a warning where the check of an agreement finds it in an example or in its goals.
    """

    code: Required[Code]
    """What kind of finding this is; stable between versions."""

    severity: Required[Severity]
    """Whether it is an error or a warning."""

    message: Required[str]
    """What is wrong, in the words of the field."""

    help: str
    """What to do about it, where there is something to say."""

    suggestion: str
    """The name that was probably meant, where one is near."""

    path: Required[str]
    """The place in the document or in the facts."""

    line: int
    """The line in the source text, from 1."""

    column: int
    """The column in the source text, in characters, from 1."""


class FrequencyCap(TypedDict, total=False):
    """How often a contact is approached at most within a time."""

    times: Required[int]
    """How often a contact is approached at most."""

    within: Required[str]
    """The time within which that is counted."""

    channel: Channel
    """Over this channel; absent: over all together."""

    purpose: str
    """For this purpose; absent: for everything that is marketing."""


class Goal(TypedDict, total=False):
    """A segment's goal: revenue by month, and the figures by which it becomes leads.

    A lead counts in the first segment whose condition holds. Any figure may vary by month; those of a revenue month
    apply to its whole chain, however early its leads are due.
    """

    segment: Required[str]
    """The name by which plans and results refer to the segment."""

    when: Condition
    """Which leads count in it; all, when absent."""

    revenue: Required[Mapping[str, Number]]
    """The revenue target of each month; the keys are months."""

    average_deal: Required[Number | Mapping[str, Number]]
    """What a deal brings on average."""

    marketing_share: Required[Rate | Mapping[str, Rate]]
    """The share of the revenue that comes from leads of marketing; the rest is that of sales."""

    close_rate: Rate | Mapping[str, Rate]
    """The share of leads that become customers, where only this is known."""

    rates: Mapping[str, Rate | Mapping[str, Rate]]
    """The rates from stage to stage, in any order, up to `customer`.

    They may begin above the lead: `reach_to_clicks`, `clicks_to_enquiries`, `enquiries_to_lead`.
    """

    sales_rates: Mapping[str, Rate | Mapping[str, Rate]]
    """The rates of the leads of sales, where they differ."""

    lags: Mapping[str, int | Mapping[str, int]]
    """How many whole months a step takes; none, when absent."""

    costs: Costs | results.Costs
    """What each lead that enters a stage costs, by the side that brought it."""

    budget: Number | Mapping[str, Number]
    """What marketing may spend in a month."""

    margin: Rate | Mapping[str, Rate]
    """The share of the revenue that is earned."""

    customer_value: Number | Mapping[str, Number]
    """What a customer is worth over the whole relation, instead of deal and margin."""

    capacity: Mapping[str, Number | Mapping[str, Number]]
    """How many leads can be worked in a month, by the stage they enter."""


class GoalInput(TypedDict, total=False):
    """A segment's goal: revenue by month, and the figures by which it becomes leads.

    A lead counts in the first segment whose condition holds. Any figure may vary by month; those of a revenue month
    apply to its whole chain, however early its leads are due.
    """

    segment: Required[str]
    """The name by which plans and results refer to the segment."""

    when: Condition
    """Which leads count in it; all, when absent."""

    revenue: Required[Mapping[str, Number]]
    """The revenue target of each month; the keys are months."""

    average_deal: Required[Number | Mapping[str, Number]]
    """What a deal brings on average."""

    marketing_share: Rate | Mapping[str, Rate]
    """The share of the revenue that comes from leads of marketing; the rest is that of sales."""

    close_rate: Rate | Mapping[str, Rate]
    """The share of leads that become customers, where only this is known."""

    rates: Mapping[str, Rate | Mapping[str, Rate]]
    """The rates from stage to stage, in any order, up to `customer`.

    They may begin above the lead: `reach_to_clicks`, `clicks_to_enquiries`, `enquiries_to_lead`.
    """

    sales_rates: Mapping[str, Rate | Mapping[str, Rate]]
    """The rates of the leads of sales, where they differ."""

    lags: Mapping[str, int | Mapping[str, int]]
    """How many whole months a step takes; none, when absent."""

    costs: CostsInput
    """What each lead that enters a stage costs, by the side that brought it."""

    budget: Number | Mapping[str, Number]
    """What marketing may spend in a month."""

    margin: Rate | Mapping[str, Rate]
    """The share of the revenue that is earned."""

    customer_value: Number | Mapping[str, Number]
    """What a customer is worth over the whole relation, instead of deal and margin."""

    capacity: Mapping[str, Number | Mapping[str, Number]]
    """How many leads can be worked in a month, by the stage they enter."""


class GoalsInput(TypedDict):
    """The goals of all segments, in one currency, in document order."""

    currency: str
    """The currency of every amount."""

    goals: Sequence[GoalInput]
    """The segments' goals."""


class Ground(TypedDict, total=False):
    """A condition that applies, by its id, and the facts behind it."""

    id: Required[str]
    """The id of the exclusion or the disqualifier."""

    evidence: Sequence[Evidence | results.Evidence]
    """The facts and interactions on which it rests."""


class GroupInput(TypedDict, total=False):
    """Rules that belong together."""

    pick: Pick
    """Which of them count."""

    min: Number
    """The least they can come to."""

    max: Number
    """The most they can come to."""


class HandedOver(TypedDict, total=False):
    """One handover of a lead, and what became of it."""

    lead: Required[str]
    """The id of the lead that was handed over."""

    source: str
    """Where the lead came from."""

    at: Required[Instant]
    """The instant of the handover."""

    rules: Sequence[str]
    """The rules that had earned its points."""

    complete: bool
    """Whether no field that a stage requires was missing; absent: it was never assessed."""

    accepted: Instant
    """When sales accepted it."""

    rejected: Rejection | results.Rejection
    """When sales rejected it, and why."""

    answered_in_time: bool
    """Whether sales answered before the clock of the handover was due; absent: there is no clock, or it still runs."""

    attempts: Required[Sequence[Attempt | results.Attempt]]
    """The attempts to reach the contact, in order: when, and whether it was reached."""

    touched_in_time: bool
    """Whether the first touch came before its clock was due; absent as above."""

    returned: Instant
    """When a breach sent it back."""

    person: str
    """The person who had it last."""


class HandoverInput(TypedDict, total=False):
    """The `[handover]` part of an agreement: when each team works, and which deadlines they keep."""

    calendars: Mapping[str, CalendarInput]
    """The calendars by name."""

    clocks: Sequence[ClockInput]
    """The clocks in document order."""


class HandoverNeed(TypedDict, total=False):
    """What a lead needs on a channel before it is handed over."""

    basis: Required[ConsentBasis]
    """The ground, at least."""

    purpose: str
    """For which purpose; absent: the first of sales."""


class HeaderInput(TypedDict, total=False):
    """The head of an agreement."""

    name: Required[str]
    """The name of the agreement, for people."""

    version: Required[str]
    """Its version: results and histories name it."""

    status: Status
    """Whether it is signed."""

    signed: Sequence[Signature | results.Signature]
    """Who signed it, and on which day."""

    changes: Sequence[Change | results.Change]
    """What was changed, and why."""

    effective: datetime.date | str
    """From when it is in force."""

    review_by: datetime.date | str
    """When both sides look at it again."""

    currency: str
    """The currency of its amounts, by ISO 4217 code."""

    exchange: Mapping[str, Number]
    """How much of it one unit of another currency is worth."""

    time_zone: str
    """The time zone of its days."""

    language: str
    """The language of its texts."""

    parties: Mapping[str, str]
    """The teams, by side: `marketing`, `sales`, `review`."""


class IcpInput(TypedDict, total=False):
    """The ideal customer profile: which accounts the agreement is about.

    The share matched is the weight of the criteria that are met, divided by all weight; what is unknown counts as
    unmatched. The tier is the first whose bound the share reaches.
    """

    tiers: LadderInput
    """Tiers by the share that opens them, between 0 and 1."""

    criteria: Sequence[CriterionInput]
    """What an ideal customer is."""

    exclude: Sequence[Exclusion | results.Exclusion]
    """What no customer can be: an excluded lead has no tier and stays below MQL."""


class IcpMatch(TypedDict, total=False):
    """How an account matches the ideal customer profile."""

    matched: Number
    """The share of the weight that is matched, 0 to 1, to six decimals."""

    could_match: Number
    """The share that would be matched if all that is unknown matched."""

    tier: str
    """The tier of the share matched."""

    excluded: Sequence[Ground | results.Ground]
    """What excludes the lead."""

    criteria: Sequence[CriterionState | results.CriterionState]
    """Which criteria are met."""


class Interaction(TypedDict, total=False):
    """Something the lead did, or that was done with it: a page viewed, a demo requested, a mail sent."""

    id: str
    """Its id: the same id counts once; without one, every interaction counts."""

    type: Required[str]
    """Its type, one of the agreement's vocabulary."""

    at: Required[Instant]
    """The instant at which it happened."""

    offering: str
    """The offering it is about; absent: it counts for leads of every offering."""

    properties: Mapping[str, Value]
    """What is known of it, by property."""


class InteractionTypeInput(TypedDict, total=False):
    """A type of interaction and its properties."""

    properties: Mapping[str, FieldType | FieldInput]
    """What is known of an interaction of this type."""

    activity: bool
    """Whether it is the lead's own doing: only that ends silence and idleness."""

    label: Texts
    """What people call it."""


class Interval(TypedDict):
    """The least and the most that a number can come to."""

    least: Number
    """The lowest that is still possible, in points."""

    most: Number
    """The highest that is still possible, in points."""


class Kpi(TypedDict, total=False):
    """A KPI of the agreement. There is none without a decision that it steers, and no decision that stands on none."""

    id: Required[str]
    """Its id in the catalogue (`kpi_definitions`), or a step such as `mql_to_sal`."""

    target: Number
    """The value that it shall reach."""

    owner: Required[KpiOwner]
    """Which team answers for it."""

    decision: Required[str]
    """What is decided by it."""


class LastEvent(TypedDict):
    """Where the last event stands in the one order."""

    at: Instant
    """The instant at which it happened."""

    kind: EventKind
    """What kind of event it was."""

    id: str
    """The id of the event that was applied last."""


class LeadScore(TypedDict, total=False):
    """What a lead of a sample scores, as its assessment says."""

    score: Required[Number]
    """The score of its last assessment, in points."""

    fit: Number
    """Its fit, before the weight; needed where the stage asks for it, or for the grade."""

    engagement: Number
    """Its engagement, before the weight; needed where the stage asks for it, or for the grade."""


class LeadState(TypedDict, total=False):
    """Where a lead stands: all that the next event needs to know, and cheap to clone.

    `Agreement::start` makes it, `Agreement::apply` moves it on. It is the replay of the lead's history and nothing
    else.
    """

    origin: Required[Origin | results.Origin]
    """Where it comes from: its id, its source, its contact."""

    stage: Required[Stage]
    """The stage in which the lead stands."""

    owner: Required[Team]
    """The one team that is responsible."""

    person: str
    """The person of that team, where somebody has it."""

    since: Required[Instant]
    """Since when it stands there."""

    reason: Required[TransitionReason | results.TransitionReason]
    """Why it stands there."""

    hold_until: Instant
    """Until when it waits."""

    handed_over: Instant
    """When it was handed over to sales; absent while sales does not have it."""

    accepted: Instant
    """When sales accepted it, or when it was accepted in advance."""

    in_advance: bool
    """Whether nobody has accepted it yet: a fast track or an assessment did, and sales may still reject it."""

    fast_track_since: Instant
    """Only interactions after this instant count for a fast track: its last handover, rejection or return."""

    engagement_since: Instant
    """Only interactions after this instant earn points."""

    returned_at: Instant
    """When a breach sent it back: a new handover needs a person or a newer interaction."""

    attempts: int
    """The attempts to reach the contact since it was handed over."""

    reached: bool
    """Whether one of them did."""

    criteria: Mapping[str, Truth]
    """What sales found out, by criterion."""

    amount: Number
    """How much it is about, in the agreement's currency."""

    clocks: Sequence[RunningClock | results.RunningClock]
    """The clocks that run for it."""

    consent: Sequence[ConsentRecord | results.ConsentRecord]
    """What the contact said on being approached, as far as this lead's history knows it."""

    assessed: Assessed | results.Assessed
    """The last assessment."""

    agreement: Required[str]
    """The version of the agreement by which the last event was applied."""

    last: Required[LastEvent | results.LastEvent]
    """The event that was applied last."""

    changed: Required[Instant]
    """The instant of the last change: what is earlier than that needs a replay."""

    applied: Required[Sequence[str]]
    """The ids of the events that were applied."""

    merges: Sequence[Merge | results.Merge]
    """The merges that can be undone."""


class LeadWithHistory(TypedDict, total=False):
    """A lead with what happened, as requests about many leads give it."""

    lead: Required[Lead]
    """The lead and its facts."""

    interactions: Sequence[Interaction | results.Interaction]
    """What happened; unknown, if absent."""


class LifecycleInput(TypedDict, total=False):
    """The stages of an agreement and what opens each."""

    stages: Sequence[Stage]
    """The stages, in order."""

    groups: Mapping[str, Sequence[Stage]]
    """Groups of stages, such as TOFU, MOFU and BOFU."""

    stage: Mapping[str, Any]
    """What opens a stage, by stage."""

    fast_track: Sequence[FastTrackInput]
    """What takes a lead there directly."""

    disqualify: Sequence[Disqualifier | results.Disqualifier]
    """What makes it no lead for this agreement."""

    reject_reasons: Sequence[RejectReason | results.RejectReason]
    """Why sales or the review desk may reject a lead, and what follows."""

    lost_reasons: Sequence[str | Reason | results.Reason]
    """Why a deal may be lost; none: any words do."""

    recycle_reasons: Sequence[str | Reason | results.Reason]
    """Why a lead may go back to nurture; none: any words do."""

    disqualify_reasons: Sequence[str | Reason | results.Reason]
    """Why a person may disqualify a lead; none: any words do."""


class Limit(TypedDict, total=False):
    """So many times at most, in all or per period. The most recent ones are kept, before decay."""

    times: Required[int]
    """How many interactions count at most."""

    per: Period
    """In which period; absent: in all."""


class MeasureOptions(TypedDict, total=False):
    """How is measured."""

    stages: Required[Sequence[str]]
    """The stages of the chain, from the first to `customer`."""

    ends: Sequence[str]
    """The stages at which a lead has ended; unless it comes back, it is lost."""

    grouping: Grouping
    """What is measured for itself."""

    stale_after: str
    """How long after its last step an open lead counts as lost, where losses are not recorded."""


MeasureWindow = TypedDict(
    "MeasureWindow",
    {
        # The first instant that is looked at.
        "from": "Instant",
        # The instant at which it ends.
        "until": "Instant",
    },
)
"""The time over which is measured: from an instant up to, and without, another, the `as_of` of the question: what
happened from then on is not seen.
"""


class Measured(TypedDict, total=False):
    """What was measured of a group of leads."""

    group: str
    """The segment or the channel; absent for all leads together, and for those that name none."""

    window: Required[MeasureWindow | results.MeasureWindow]
    """The time over which was measured."""

    rates: Required[Sequence[MeasuredRate | results.MeasuredRate]]
    """The rate of each step."""

    average_deal: MeasuredDeal | results.MeasuredDeal
    """The average of the deals won in the window."""

    lags: Required[Sequence[MeasuredLag | results.MeasuredLag]]
    """How long each step takes."""


class MeasuredDeal(TypedDict):
    """A measured average deal."""

    average: Number
    """The average, to six decimals, half-even."""

    sum: Number
    """The sum of the deals."""

    deals: int
    """How many deals had an amount."""


class MeasuredLag(TypedDict):
    """A measured lag."""

    step: str
    """From which stage to which."""

    median_days: Number
    """The median of those that came on in the window, in days of 24 hours, to two decimals."""

    months: int
    """The median in whole months of 30.436875 days, halves up."""

    leads: int
    """How many leads it is the median of."""


class MeasuredRate(TypedDict, total=False):
    """A measured rate, with the counts behind it."""

    step: Required[str]
    """From which stage to which."""

    won: Required[int]
    """The leads that entered the first stage in the window and came on."""

    lost: Required[int]
    """Those that ended, or went stale."""

    open: Required[int]
    """Those of which nobody knows yet: they count neither way."""

    rate: Rate
    """Won of those that are decided; absent when none is."""

    at_least: Rate
    """The rate if every open lead were lost."""

    at_most: Rate
    """The rate if every open lead came on."""


class Merge(TypedDict, total=False):
    """A merge that can be undone: the state before it, and what happened since."""

    event: Required[str]
    """The id of the event that merged."""

    before: Required[LeadState | results.LeadState]
    """The state as it was before the merge."""

    since: Sequence[Event | results.Event]
    """The events that were applied since."""


class MovingOptions(TypedDict, total=False):
    """How targets move."""

    index: Number | Mapping[str, Number]
    """How the market stands against the plan, by month: 1 as planned, 0.9 a tenth below."""

    index_source: str
    """Where the index is from: an index without a source is a guess."""

    hold: Hold
    """What the targets follow."""

    measured: Sequence[Measured | results.Measured]
    """Figures measured anew, by segment; those without a group serve every segment that has none."""

    fewest: int
    """How many decided leads a measured rate needs."""

    plan_options: PlanOptions
    """How the months left are planned."""


class NextStage(TypedDict):
    """The next stage, and what keeps the lead from it."""

    stage: Stage
    """The stage above the one that it qualifies for."""

    blockers: Sequence[Blocker | results.Blocker]
    """What stands between the lead and the stage."""


class Origin(TypedDict, total=False):
    """Where a lead comes from. It is set when the lead starts and never changes."""

    lead: Required[str]
    """The id of the lead that begins."""

    sourced_by: Required[SourcedBy]
    """Which side created it."""

    source: str
    """The source of the interest, such as a webinar or a fair."""

    offering: str
    """What the interest is in; absent: no interest is expressed yet."""

    contact: str
    """The person. A known contact and an existing customer can have a new lead, and keep the old."""

    account: str
    """The id of the company that the person works for."""


Pause = TypedDict(
    "Pause",
    {
        # The instant at which the clock stood still.
        "from": "Required[Instant]",
        # When the clock ran again.
        "until": "Instant",
    },
    total=False,
)
"""A time during which a clock stood still."""


class PerformanceOptions(TypedDict, total=False):
    """How performance is told."""

    month: str
    """The month; that of the question's day, when absent."""

    confidence: Rate
    """The confidence of projections."""


class PersonaInput(TypedDict, total=False):
    """A fictional buyer: who it is, what moves it, and by which facts a lead is recognised as it."""

    id: Required[str]
    """The name by which conditions and results refer to it."""

    name: Texts
    """Its name, as in "Ines, IT-Leiterin"."""

    role: BuyingRole
    """Its role in the buying centre."""

    biography: Texts
    """Its life in a few sentences."""

    demographics: Mapping[str, str | Number]
    """Age, income, education, family, by name."""

    behaviours: str | Sequence[str]
    """What it does at work and before it buys."""

    interests: str | Sequence[str]
    """What it is interested in."""

    needs: str | Sequence[str]
    """What it needs to do its work."""

    goals: str | Sequence[str]
    """What it wants to reach."""

    pain_points: str | Sequence[str]
    """What goes wrong today, and hurts."""

    objections: str | Sequence[str]
    """What it says against a purchase."""

    channels: str | Sequence[str]
    """By which channels it likes to be reached."""

    when: Condition
    """By which facts a lead is recognised as it."""


class PersonaMatch(TypedDict, total=False):
    """A persona that the lead is, or could be."""

    id: Required[str]
    """The id of the persona in the agreement."""

    role: BuyingRole
    """Its role in the buying centre."""

    holds: Required[Truth]
    """Whether the lead is it."""

    share: Required[Number]
    """The share of its conditions that hold, 0 to 1."""

    because: Sequence[str]
    """The conditions that hold, in words."""

    open: Sequence[str]
    """The conditions that a missing fact leaves open, in words."""


class PlanOptions(TypedDict, total=False):
    """How a plan is made."""

    rounding: Rounding
    """How the needs are rounded."""

    start: str
    """The month in which the plan starts; the first one with a target, when absent."""

    confidence: Rate
    """The confidence of intervals, where rates come from counts; none are made, when absent."""

    chance: Rate
    """The chance with which a month's goal shall be reached."""


class PointsByInputValues(TypedDict):
    """So many points for each of these values."""

    field: str
    """Which field or result."""

    values: Mapping[str, Number]
    """How many points each value gives."""


class PointsByInputSteps(TypedDict):
    """So many points from each of these bounds on."""

    field: str
    """Which field or result."""

    steps: Mapping[str, Number]
    """Points by the bound from which they count."""


class PointsByInputTimes(TypedDict, total=False):
    """The number times a factor, within bounds."""

    field: Required[str]
    """Which field or result."""

    times: Required[Number]
    """How many points each unit of the number gives."""

    min: Number
    """The least it can come to."""

    max: Number
    """The most it can come to."""


PointsByInput: TypeAlias = PointsByInputValues | PointsByInputSteps | PointsByInputTimes
"""Points by the value of a field or of a result."""


class Purchase(TypedDict):
    """Something the contact bought."""

    at: Instant
    """The instant of the purchase."""

    offering: str
    """The offering that was bought."""


class Purpose(TypedDict, total=False):
    """What contacts are approached for."""

    kind: Required[PurposeKind]
    """Whether it is marketing, sales or service."""

    needs: Mapping[str, Any]
    """The grounds that this purpose needs on some channels, instead of the channel's own."""


class QualificationCriterion(TypedDict, total=False):
    """One condition of the ICP or of a qualification."""

    id: Required[str]
    """The name by which results refer to it."""

    label: Texts
    """What people call it."""

    when: Required[Condition]
    """The condition under which it is met."""


class QualificationInput(TypedDict, total=False):
    """A list of criteria, each met, not met or unknown.

    Conditions ask for them by the framework's name: `bant_met` is how many are met, `bant_budget` whether one is.
    """

    framework: str
    """The framework's name: `bant` where nothing is said."""

    criteria: Sequence[QualificationCriterion]
    """What is asked, in order."""


class QualificationState(TypedDict):
    """Which criteria of the qualification are met."""

    framework: str
    """The framework: `bant`, or another."""

    met: int
    """How many of the criteria are met."""

    unknown: int
    """How many are unknown."""

    criteria: Sequence[CriterionState | results.CriterionState]
    """How each criterion stands, in order."""


class Question(TypedDict, total=False):
    """A question about what happened: how many interactions there were, or how many different values one of their
    properties had.
    """

    type: str | Sequence[str]
    """Of which types; absent: of every type that is the lead's own doing."""

    where: Condition
    """What must hold of each."""

    within: str
    """Only those less long ago than this."""

    older_than: str
    """Only those this long ago, or longer."""

    distinct: str
    """Count the different values of this property instead."""

    count: Predicate
    """What must be true of the count; absent: at least one."""


class RateCounts(TypedDict):
    """The counts that a rate comes from."""

    of: int
    """How many there were in all."""

    won: int
    """How many of them came on."""


class Reason(TypedDict, total=False):
    """A reason of an agreed list."""

    id: Required[str]
    """The name by which events refer to it."""

    label: Texts
    """What people call it."""


RejectReason = TypedDict(
    "RejectReason",
    {
        # The name by which events refer to it.
        "id": "Required[str]",
        # What people call it.
        "label": "Texts",
        # What becomes of the lead.
        "then": "Required[Consequence]",
        # How long it waits; absent: until somebody wakes it, or it takes a fast track.
        "for": "str",
        # What starts again from nothing.
        "reset": "Reset",
    },
    total=False,
)
"""A reason to reject a lead: it is marketing's feedback, and it says what becomes of the lead."""


class Rejection(TypedDict):
    """What sales said when it rejected a lead."""

    at: Instant
    """The instant of the rejection."""

    reason: str
    """The id of the reason that sales gave."""


class RuleInput(TypedDict, total=False):
    """What earns a lead points.

    There are four kinds, by what stands in it:

    - `when` alone: once, when it holds;
    - `points_by`: by the value of a field;
    - `on`: for each interaction of these types that counts;
    - `idle`: for each full period without activity.

    With the last three, `when` must hold besides.
    """

    id: Required[str]
    """The name by which results and comparisons refer to it."""

    label: Texts
    """What people call it."""

    scores: Required[Dimension]
    """What its points count for."""

    group: str
    """The group it belongs to."""

    when: Condition
    """The condition under which it earns points."""

    on: str | Sequence[str]
    """For each interaction of these types; with `idle`, the types that end idleness."""

    where: Condition
    """What must hold of the interaction."""

    within: str
    """Only interactions of an age below this."""

    limit: Limit | results.Limit | Sequence[Limit | results.Limit]
    """How many interactions count; all of the limits hold."""

    decay: DecayInput
    """How the points fade; absent: as the agreement says for all rules."""

    idle: str
    """For each full period without activity."""

    points: Number
    """How many points it earns, each time."""

    points_by: PointsByInput
    """How many points, by a value."""


class RunningClock(TypedDict, total=False):
    """A clock that runs for a lead. `AgreedClock` makes it and moves it on; it is kept with the lead's state."""

    clock: Required[str]
    """The id of the agreement's clock."""

    started: Required[Instant]
    """The instant at which the clock started."""

    due: Instant
    """When it is due; absent while it pauses."""

    pauses: Sequence[Pause | results.Pause]
    """When it stood still, in order; the last pause may not have ended."""

    attempts: int
    """The attempts to reach the contact that count for it."""

    fired: int
    """How many of its steps have been carried out: the breach and each step of escalation happen once."""


class ScoreBounds(TypedDict):
    """Where score, fit and engagement could still come to lie. Sound: no facts lead outside."""

    score: Interval | results.Interval
    """The score that is still possible, in points."""

    fit: Interval | results.Interval
    """Explicit points, before their weight."""

    engagement: Interval | results.Interval
    """Implicit points, before their weight."""


class ScoreSample(TypedDict, total=False):
    """How a sample of leads scores: what a stage of the agreement asks for is asked of it."""

    stage: str
    """The stage whose criteria are judged, with those of the stages below it: `mql`."""

    scores: Required[Sequence[LeadScore]]
    """Leads as they arrive, in any order."""

    leads_per_month: int
    """How many leads arrive in a month; as many as the plan counts on at `lead`, when absent."""


class ScoreSettings(TypedDict, total=False):
    """The bounds of a dimension, and the labels of its part of the grade."""

    min: Number
    """The least it can come to."""

    max: Number
    """The most it can come to."""


class ScoringInput(TypedDict, total=False):
    """The whole of the scoring."""

    decay: DecayInput
    """How the points of interactions fade, where a rule says nothing else."""

    weights: WeightsInput
    """How much fit and engagement weigh in the score."""

    bands: LadderInput
    """Labels of the score."""

    fit: DimensionSettingsInput
    """Bounds and grades of fit, the explicit points."""

    engagement: DimensionSettingsInput
    """Bounds and grades of engagement, the implicit points."""

    score: ScoreSettings
    """The bounds of the total."""

    groups: Mapping[str, GroupInput]
    """Rules that belong together."""

    rules: Sequence[RuleInput]
    """The rules that earn points, in order."""

    adjustments: Sequence[AdjustmentInput]
    """What multiplies them."""


class Signature(TypedDict):
    """Who signed the agreement, and when."""

    by: str
    """Who signed: a person or a role."""

    on: datetime.date | str
    """The day of the signature."""


class StageCheck(TypedDict, total=False):
    """How a lead stands with a stage."""

    stage: Required[Stage]
    """The stage that is looked at."""

    when: Truth
    """Whether its criteria hold; absent where it has none."""

    missing: Sequence[str]
    """The required fields that are missing."""

    keep_while: Truth
    """Whether what keeps a lead in it still holds; absent where nothing is said."""

    fast_track_at: Instant
    """The newest interaction that leads to the stage, or past it, by a fast track."""


class StageCriteriaInput(TypedDict, total=False):
    """What opens a stage, and what keeps a lead in it."""

    when: Condition
    """What must hold; absent: only an event or a fast track leads here."""

    requires: str | Sequence[str]
    """The fields that must be known."""

    keep_while: Condition
    """What must not become false, or the lead falls back."""


class StageEntry(TypedDict, total=False):
    """A lead's entry into a stage, as any system can export it."""

    lead: Required[str]
    """The id of the lead that entered the stage."""

    segment: str
    """The segment in which it counts."""

    channel: str
    """The channel it came by."""

    stage: Required[str]
    """The stage that it entered, or the end that it came to."""

    at: Required[Instant]
    """The instant at which the lead entered the stage."""

    amount: Number
    """What the deal brought, where the stage is `customer`."""


class StageStanding(TypedDict, total=False):
    """How a lead stands with a stage."""

    stage: Required[Stage]
    """The stage that is looked at."""

    reached: bool
    """Whether the lead qualifies for it, and for all below it."""

    when: Truth
    """Whether its criteria hold; absent where it has none."""

    fast_track: bool
    """Whether a fast track leads to it or past it."""

    fast_track_at: Instant
    """The instant of the newest interaction that does so: only one after the last handover or rejection moves a lead.
    """

    missing: Sequence[str]
    """The required fields that are missing."""

    keep_while: Truth
    """Whether what keeps a lead in it still holds; absent where nothing is said."""


class TransitionReasonStarted(TypedDict):
    """It began."""

    kind: Literal["started"]


class TransitionReasonActive(TypedDict):
    """The contact did something: the interest is expressed."""

    kind: Literal["active"]


class TransitionReasonCriteria(TypedDict):
    """The criteria of the stage hold."""

    kind: Literal["criteria"]


class TransitionReasonFastTrack(TypedDict):
    """A fast track led there."""

    kind: Literal["fast_track"]


class TransitionReasonKeepWhile(TypedDict):
    """What keeps a lead in its stage no longer holds."""

    kind: Literal["keep_while"]


class TransitionReasonExcluded(TypedDict):
    """The ICP excludes it."""

    kind: Literal["excluded"]

    id: str
    """The id of the exclusion."""


class TransitionReasonDisqualifier(TypedDict):
    """A disqualifier of the agreement applies."""

    kind: Literal["disqualifier"]

    id: str
    """The id of the rule or condition in the agreement."""


class TransitionReasonDecision(TypedDict):
    """A person decided so."""

    kind: Literal["decision"]


class TransitionReasonReason(TypedDict):
    """A person decided so, for a reason."""

    kind: Literal["reason"]

    id: str
    """The reason, one of the agreed list where there is one."""


class TransitionReasonBreach(TypedDict):
    """A clock was due, and nobody had acted."""

    kind: Literal["breach"]

    clock: str
    """The id of the clock that ran out."""


class TransitionReasonHoldEnded(TypedDict):
    """The time it waited is over."""

    kind: Literal["hold_ended"]


class TransitionReasonMerged(TypedDict):
    """Another lead became one with it."""

    kind: Literal["merged"]


class TransitionReasonUnmerged(TypedDict):
    """A merge was undone."""

    kind: Literal["unmerged"]


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


class WeightsInput(TypedDict, total=False):
    """How much each dimension weighs in the score."""

    fit: Number
    """The factor by which fit counts in the score."""

    engagement: Number
    """The factor by which engagement counts in the score."""
