// The types that cross the border, by the names that they have in Rust. What is given may be more than what is answered
// (dates beside texts, what may be left out): then it is named so with `Input`. Written by `cargo xtask generate types`
// from `bindings/types.schema.json`: change the Rust types instead.

/** A decimal number as text, to the last digit: `"12000.50"`. */
export type DecimalText = string;
/** An instant as text, in UTC: `"2026-11-02T10:00:00Z"`. */
export type InstantText = string;
/** A date as text: `"2026-11-02"`. */
export type DateText = string;
/** A month as text: `"2026-11"`. */
export type MonthText = string;
/** A span of time as text of ISO 8601, which is negative when a deadline has passed: `"-PT4H30M"`. */
export type DurationText = string;

/** A number that is given. As a text, such as `"12000.50"`, it is exact. */
export type Numeric = number | bigint | DecimalText;

/** What has an instant's text as its JSON form: `Temporal.Instant`, and the instants of many libraries. */
export interface InstantLike {
  toJSON(): string;
  readonly [Symbol.toStringTag]?: "Temporal.Instant" | "Temporal.ZonedDateTime";
}
/** An instant: a `Date`, a text such as `2026-11-02T10:00:00Z`, a `Temporal.Instant` or a `Temporal.ZonedDateTime`. */
export type Instant = InstantText | Date | InstantLike;

/** What has the text of a date or a month as its JSON form. A `Date` is an instant, and no date. */
export interface DateLike {
  toJSON(): string;
  readonly [Symbol.toPrimitive]?: never;
  readonly [Symbol.toStringTag]?: "Temporal.PlainDate" | "Temporal.PlainYearMonth";
}
/** A date: a text such as `2026-11-02`, or a `Temporal.PlainDate`. */
export type CalendarDate = DateText | DateLike;
/** A month: a text such as `2026-11`, or a `Temporal.PlainYearMonth`. */
export type CalendarMonth = MonthText | DateLike;

/** What has the text of a span as its JSON form. */
export interface SpanLike {
  toJSON(): string;
  readonly [Symbol.toPrimitive]?: never;
  readonly [Symbol.toStringTag]?: "Temporal.Duration";
}
/** A span of time: a text such as `4h`, `30d` or `PT4H30M`, or a `Temporal.Duration` without months and years. */
export type Span = DurationText | SpanLike;

/**
 * Values by the names of fields or properties: an object of any type, such as a record of yours, but no collection. What
 * they are, `ValueInput` says; null and `undefined` are unknown. What does not fit is found when it is read.
 */
export interface Facts {
  // Of another type than any, no interface and no class would fit.
  readonly [name: string]: any;
  readonly [Symbol.hasInstance]?: never;
  readonly [Symbol.iterator]?: never;
  readonly [Symbol.toPrimitive]?: never;
  readonly [Symbol.toStringTag]?: never;
}

/** What somebody is told about. */
export type About =
  /** The lead was handed over. */
  | {
    kind: "handed_over";
  }
  /** The lead is at the desk. */
  | {
    kind: "to_review";
  }
  /** The lead fell back. */
  | {
    kind: "demoted";
  }
  /** Sales or the desk rejected it: marketing's feedback. */
  | {
    kind: "rejected";
    /** Why the deal was lost, by the agreed list of reasons. */
    reason: string;
  }
  /** A breach sent the lead back. */
  | {
    kind: "returned";
    /** The id of the clock that this is about. */
    clock: string;
  }
  /** A clock is near its end, or past it. */
  | {
    kind: "clock";
    /** The id of the clock that this is about. */
    clock: string;
    /** What kind of step it is. */
    step: ClockStepKind;
  }
  /** The address or number was not the contact's. */
  | {
    kind: "wrong_contact";
    /** Over which channel the contact was approached. */
    channel: Channel;
  }
  /** The lead was disqualified. */
  | {
    kind: "disqualified";
  }
  /** The lead no longer waits. */
  | {
    kind: "woken";
  }
  /** The deal was lost. */
  | {
    kind: "lost";
    /** Why the deal was lost, by the agreed list of reasons. */
    reason: string;
  }
  /** The deal was won. */
  | {
    kind: "won";
  }
  /** Another lead became one with it. */
  | {
    kind: "merged";
  };

/** Leads of a side that reached a stage on a day; at `customer` they are deals, with their revenue. */
export interface Actual {
  /** The civil date in the agreement's zone. */
  readonly date: CalendarDate;
  /** The segment in which the leads count. */
  readonly segment: string;
  /** Which side brought them. */
  readonly side: SourcedBy;
  /** The stage that they reached. */
  readonly stage: string;
  /** How many leads entered the stage on that day. */
  readonly count: Numeric;
  /** What they brought, in the agreement's currency. */
  readonly revenue?: Numeric | null | undefined;
}

/** A factor on a positive subtotal: when a condition holds, or once more for each full period without activity. */
export interface Adjustment {
  /** Its id: adjustments apply in the order of their ids. */
  id: string;
  /** What people call it. */
  label?: Texts;
  /** Which sum it multiplies: fit, engagement or the score. */
  scores: Dimension;
  /** The condition under which it multiplies. */
  when?: Condition;
  /** Once more for each full period without activity. */
  idle?: string;
  /** The types that end idleness; none: all that are the lead's own doing. */
  on?: string[];
  /** The factor, 0 to 10, of at most 3 decimals. */
  multiply: number;
}

/** A factor on a positive subtotal: when a condition holds, or once more for each full period without activity. */
export interface AdjustmentInput {
  /** Its id: adjustments apply in the order of their ids. */
  readonly id: string;
  /** What people call it. */
  readonly label?: TextsInput | null | undefined;
  /** Which sum it multiplies: fit, engagement or the score. */
  readonly scores: Dimension;
  /** The condition under which it multiplies. */
  readonly when?: ConditionInput | null | undefined;
  /** Once more for each full period without activity. */
  readonly idle?: string | null | undefined;
  /** The types that end idleness; none: all that are the lead's own doing. */
  readonly on?: string | readonly string[] | null | undefined;
  /** The factor, 0 to 10, of at most 3 decimals. */
  readonly multiply: Numeric;
}

/** A single change and what it leads to. */
export interface Advice {
  /** The one change that would do. */
  change: SingleChange;
  /** The score after the change, in points. */
  score: number;
  /** The stage that the lead would then qualify for. */
  stage: Stage;
}

/**
 * The whole agreement as data: what is read, checked, compared and written.
 *
 * Build one in code, or read one with `AgreementDocument::from_toml` or `AgreementDocument::from_json`;
 * `Agreement::new` checks and compiles it. It serialises to the JSON form of the document.
 */
export interface AgreementDocument {
  /** The version of the document's format: 1. */
  smarketing: 1;
  /** The head: name, version, dates, currency, time zone. */
  agreement: Header;
  /** The lead's vocabulary. */
  fields?: Record<string, Field>;
  /** The types of interaction, and what is known of each. */
  interactions?: Record<string, InteractionType>;
  /** The agreement's own e-mail domains, besides the built-in lists. */
  email_domains?: EmailDomainLists;
  /** The ideal customer profile. */
  icp?: Icp;
  /** The fictional buyers. */
  personas?: Persona[];
  /** Which rules earn points, and how these become a score. */
  scoring: Scoring;
  /** What sales goes through. */
  qualification?: Qualification;
  /** The stages, what opens each, and why leads are rejected or lost. */
  lifecycle: Lifecycle;
  /** When each team works, and which deadlines they keep. */
  handover?: Handover;
  /** What each channel and purpose needs, and when marketing keeps quiet. */
  consent?: Consent;
  /** The revenue that both teams owe, by segment. */
  goals?: Goal[];
  /** What is measured, and which decision each measure steers. */
  kpis?: Kpi[];
  /** The agreement's own definitions. */
  glossary?: Record<string, Definition>;
  /** What must come out of it. */
  examples?: Example[];
}

/**
 * The whole agreement as data: what is read, checked, compared and written.
 *
 * Build one in code, or read one with `AgreementDocument::from_toml` or `AgreementDocument::from_json`;
 * `Agreement::new` checks and compiles it. It serialises to the JSON form of the document.
 */
export interface AgreementDocumentInput {
  /** The version of the document's format: 1. */
  readonly smarketing: 1;
  /** The head: name, version, dates, currency, time zone. */
  readonly agreement: HeaderInput;
  /** The lead's vocabulary. */
  readonly fields?: { readonly [key: string]: FieldType | FieldInput | undefined } | null | undefined;
  /** The types of interaction, and what is known of each. */
  readonly interactions?: { readonly [key: string]: InteractionTypeInput | undefined } | null | undefined;
  /** The agreement's own e-mail domains, besides the built-in lists. */
  readonly email_domains?: EmailDomainListsInput | null | undefined;
  /** The ideal customer profile. */
  readonly icp?: IcpInput | null | undefined;
  /** The fictional buyers. */
  readonly personas?: readonly PersonaInput[] | null | undefined;
  /** Which rules earn points, and how these become a score. */
  readonly scoring?: ScoringInput | null | undefined;
  /** What sales goes through. */
  readonly qualification?: QualificationInput | null | undefined;
  /** The stages, what opens each, and why leads are rejected or lost. */
  readonly lifecycle?: LifecycleInput | null | undefined;
  /** When each team works, and which deadlines they keep. */
  readonly handover?: HandoverInput | null | undefined;
  /** What each channel and purpose needs, and when marketing keeps quiet. */
  readonly consent?: ConsentInput | null | undefined;
  /** The revenue that both teams owe, by segment. */
  readonly goals?: readonly GoalInput[] | null | undefined;
  /** What is measured, and which decision each measure steers. */
  readonly kpis?: readonly KpiInput[] | null | undefined;
  /** The agreement's own definitions. */
  readonly glossary?: { readonly [key: string]: string | DefinitionInput | undefined } | null | undefined;
  /** What must come out of it. */
  readonly examples?: readonly ExampleInput[] | null | undefined;
}

/** An amount of money in a currency. */
export interface Amount {
  /** How much; it is written as a text. */
  amount: DecimalText | number;
  /** The currency's code of three letters. */
  currency: string;
}

/** An amount of money in a currency. */
export interface AmountInput {
  /** How much; it is written as a text. */
  readonly amount: Numeric;
  /** The currency's code of three letters. */
  readonly currency: string;
}

/** What an answer would make of the lead. */
export interface Answer {
  /** A value that stands for all of which the agreement thinks the same. */
  value: Value;
  /** The score with this answer, in points. */
  score: number;
  /** Where the score could still come to lie then. */
  bounds: Interval;
  /** The stage that the lead qualifies for with this answer. */
  stage: Stage;
}

/** A message to the contact, or a call. */
export interface Approach {
  /** The instant at which somebody approached the contact. */
  readonly at: Instant;
  /** Over which channel that was. */
  readonly channel: Channel;
  /** For which of the agreement's purposes. */
  readonly purpose: string;
}

/** A missing fact that is worth asking for. */
export interface AskFor {
  /** The name of the field that is missing. */
  field: string;
  /** The question, where the agreement has one. */
  ask?: Texts;
  /** Whether every answer decides if the lead reaches the next stage. */
  settles: boolean;
  /** How far apart the least and the most possible score are after the least helpful answer. */
  width: number;
  /** What each kind of answer would make of the lead. */
  answers: Answer[];
}

/**
 * What the lifecycle needs of an assessment: how the lead stands with each stage, whether it is barred, and when it
 * last did something.
 */
export interface Assessed {
  /** The id of the lead that was assessed, where it had one: no other lead takes this assessment. */
  lead?: string;
  /** The version of the agreement that it was assessed by. */
  agreement: string;
  /** The score, for the order of the work list. */
  score: number;
  /** How the lead stands with each stage that asks for something. */
  stages: StageCheck[];
  /** The disqualifiers that apply. */
  disqualified?: string[];
  /** The exclusions of the ICP that apply: the lead stays below MQL. */
  excluded?: string[];
  /** The rules that earned the points, for the feedback per rule. */
  rules?: string[];
  /** When the lead last did something itself. */
  last_activity?: InstantText;
}

/**
 * What the lifecycle needs of an assessment: how the lead stands with each stage, whether it is barred, and when it
 * last did something.
 */
export interface AssessedInput {
  /** The id of the lead that was assessed, where it had one: no other lead takes this assessment. */
  readonly lead?: string | null | undefined;
  /** The version of the agreement that it was assessed by. */
  readonly agreement: string;
  /** The score, for the order of the work list. */
  readonly score: Numeric;
  /** How the lead stands with each stage that asks for something. */
  readonly stages: readonly StageCheckInput[];
  /** The disqualifiers that apply. */
  readonly disqualified?: readonly string[] | null | undefined;
  /** The exclusions of the ICP that apply: the lead stays below MQL. */
  readonly excluded?: readonly string[] | null | undefined;
  /** The rules that earned the points, for the feedback per rule. */
  readonly rules?: readonly string[] | null | undefined;
  /** When the lead last did something itself. */
  readonly last_activity?: Instant | null | undefined;
}

/** What a lead is worth at an instant, which stage it qualifies for, and why. */
export interface Assessment {
  /** The id of the lead, where it has one. */
  lead?: string;
  /** The version of the agreement. */
  agreement: string;
  /** The instant of the question. */
  as_of: InstantText;
  /** Fit and engagement together, after weights and adjustments, in points. */
  score: number;
  /** Explicit points, before their weight. */
  fit: number;
  /** Implicit points, before their weight. */
  engagement: number;
  /** The letter of the fit and the digit of the engagement. */
  grade?: string;
  /** The label of the score. */
  band?: string;
  /** Where the three numbers could still come to lie, given what is unknown. */
  bounds: ScoreBounds;
  /** How the account matches the ideal customer profile. */
  icp?: IcpMatch;
  /** The persona: the first that holds for certain. */
  persona?: string;
  /** The personas that hold or could hold, the best first. */
  personas?: PersonaMatch[];
  /** Which criteria of the qualification are met. */
  qualification?: QualificationState;
  /** The stage the lead qualifies for. */
  stage: Stage;
  /** Why it is no lead for this agreement, if it is none. */
  disqualified?: Ground[];
  /** How it stands with each stage that an assessment can reach. */
  stages: StageStanding[];
  /** How it stands with the stages that only events enter, where those ask for something. */
  gates?: StageStanding[];
  /** When the lead last did something itself, as far as is known. */
  last_activity?: InstantText;
  /** The next stage, and what keeps the lead from it. */
  next?: NextStage;
  /** The lines of the score, which add up to it exactly. */
  contributions: Contribution[];
  /** What was wrong with the facts: those count as unknown. */
  findings?: Finding[];
  /** Which lists tell the kinds of e-mail addresses, and their versions. */
  email_domains: string;
}

/** What a lead is worth at an instant, which stage it qualifies for, and why. */
export interface AssessmentInput {
  /** The id of the lead, where it has one. */
  readonly lead?: string | null | undefined;
  /** The version of the agreement. */
  readonly agreement: string;
  /** The instant of the question. */
  readonly as_of: Instant;
  /** Fit and engagement together, after weights and adjustments, in points. */
  readonly score: Numeric;
  /** Explicit points, before their weight. */
  readonly fit?: Numeric | null | undefined;
  /** Implicit points, before their weight. */
  readonly engagement?: Numeric | null | undefined;
  /** The letter of the fit and the digit of the engagement. */
  readonly grade?: string | null | undefined;
  /** The label of the score. */
  readonly band?: string | null | undefined;
  /** Where the three numbers could still come to lie, given what is unknown. */
  readonly bounds?: ScoreBoundsInput | null | undefined;
  /** How the account matches the ideal customer profile. */
  readonly icp?: IcpMatchInput | null | undefined;
  /** The persona: the first that holds for certain. */
  readonly persona?: string | null | undefined;
  /** The personas that hold or could hold, the best first. */
  readonly personas?: readonly PersonaMatchInput[] | null | undefined;
  /** Which criteria of the qualification are met. */
  readonly qualification?: QualificationStateInput | null | undefined;
  /** The stage the lead qualifies for. */
  readonly stage?: Stage | null | undefined;
  /** Why it is no lead for this agreement, if it is none. */
  readonly disqualified?: readonly GroundInput[] | null | undefined;
  /** How it stands with each stage that an assessment can reach. */
  readonly stages: readonly StageStandingInput[];
  /** How it stands with the stages that only events enter, where those ask for something. */
  readonly gates?: readonly StageStandingInput[] | null | undefined;
  /** When the lead last did something itself, as far as is known. */
  readonly last_activity?: Instant | null | undefined;
  /** The next stage, and what keeps the lead from it. */
  readonly next?: NextStageInput | null | undefined;
  /** The lines of the score, which add up to it exactly. */
  readonly contributions: readonly ContributionInput[];
  /** What was wrong with the facts: those count as unknown. */
  readonly findings?: readonly FindingInput[] | null | undefined;
  /** Which lists tell the kinds of e-mail addresses, and their versions. */
  readonly email_domains?: string | null | undefined;
}

/** An attempt to reach the contact. */
export interface Attempt {
  /** The instant of the attempt. */
  at: InstantText;
  /** Whether the contact was reached. */
  reached: boolean;
}

/** An attempt to reach the contact. */
export interface AttemptInput {
  /** The instant of the attempt. */
  readonly at: Instant;
  /** Whether the contact was reached. */
  readonly reached: boolean;
}

/**
 * What came of an attempt to reach a contact.
 *
 * - `reached`: The contact was reached.
 * - `no_answer`: Nobody answered.
 * - `waiting`: The contact was reached, and everybody waits for it now: clocks that may pause do.
 * - `wrong_contact`: The address or number is not the contact's.
 */
export type AttemptOutcome = "reached" | "no_answer" | "waiting" | "wrong_contact";

/** What keeps a lead from a stage. */
export type Blocker =
  /** A clause of the stage's criteria does not hold, or is unknown. */
  | {
    kind: "condition";
    /** The clause in words. */
    clause: string;
    /** Whether the part of the condition holds: no, or unknown. */
    holds: Truth;
    /** What is known of what it asks. */
    evidence?: Evidence[];
  }
  /** A required field is missing. */
  | {
    kind: "missing";
    /** The name of the field that is asked for. */
    field: string;
  }
  /** The ICP excludes the lead. */
  | {
    kind: "excluded";
    /** The id of the exclusion. */
    id: string;
  }
  /** The lead is disqualified. */
  | {
    kind: "disqualified";
    /** The id of the disqualifier. */
    id: string;
  }
  /** The stage has no criteria: only a person's decision or a fast track leads there. */
  | {
    kind: "event";
  };

/** What keeps a lead from a stage. */
export type BlockerInput =
  /** A clause of the stage's criteria does not hold, or is unknown. */
  | {
    readonly kind: "condition";
    /** The clause in words. */
    readonly clause: string;
    /** Whether the part of the condition holds: no, or unknown. */
    readonly holds: Truth;
    /** What is known of what it asks. */
    readonly evidence?: readonly EvidenceInput[] | null | undefined;
  }
  /** A required field is missing. */
  | {
    readonly kind: "missing";
    /** The name of the field that is asked for. */
    readonly field: string;
  }
  /** The ICP excludes the lead. */
  | {
    readonly kind: "excluded";
    /** The id of the exclusion. */
    readonly id: string;
  }
  /** The lead is disqualified. */
  | {
    readonly kind: "disqualified";
    /** The id of the disqualifier. */
    readonly id: string;
  }
  /** The stage has no criteria: only a person's decision or a fast track leads there. */
  | {
    readonly kind: "event";
  };

/** What score, fit and engagement can still come to, whatever becomes known. */
export interface Bounds {
  /** The score that is still possible, in points. */
  score: Extremes;
  /** Explicit points, before their weight. */
  fit: Extremes;
  /** Implicit points, before their weight. */
  engagement: Extremes;
}

/**
 * What is done when a clock is due, or near it, or past it.
 *
 * - `notify`: Somebody is told.
 * - `return`: The lead goes back to the review desk, or to marketing where there is none.
 * - `reassign`: Somebody else of the same team gets it.
 */
export type BreachAction = "notify" | "return" | "reassign";

/** What sales must know before the first call. */
export interface Brief {
  /** The id of the lead that it is about. */
  lead: string;
  /** The instant of the question. */
  as_of: InstantText;
  /** The stage in which the lead stands. */
  stage: Stage;
  /** Why it stands there. */
  reason: TransitionReason;
  /** The team that is responsible for the lead. */
  owner: Team;
  /** The person who has it. */
  person?: string;
  /** The score at the instant of the question, in points. */
  score: number;
  /** The grade at the instant of the question. */
  grade?: string;
  /** Whom sales talks with: pain points, objections, needs. */
  persona?: Persona;
  /** What earned the points, the most first. */
  because: Contribution[];
  /** How far it is qualified, by the facts. */
  qualification?: QualificationState;
  /** The last touches on both sides, the newest first: the mailing before the call. */
  touches: Touch[];
  /** What the contact said on being approached, by channel and purpose, as it holds now. */
  consent: ConsentLine[];
  /** The missing facts worth asking for, and the questions for them. */
  questions: AskFor[];
  /** The clocks that run, each with its forecast. */
  clocks: ClockLine[];
  /** The attempts to reach the contact since the handover. */
  attempts: number;
}

/**
 * Which roles of a purchase an account's contacts fill, and which are missing.
 *
 * The roles are those of the agreement's personas. A contact fills the role of every persona that it certainly is, and
 * possibly fills those of the personas that a missing fact leaves open.
 */
export interface BuyingCentre {
  /** Every role of the agreement's personas, in the order of the roles. */
  roles: RolePresence[];
  /** The roles that no contact fills for certain; those that one possibly fills are among them. */
  missing: BuyingRole[];
  /** The share of the roles that are filled for certain, 0 to 1, to six decimals; 1 without roles. */
  coverage: number;
  /** The share of the roles that would be filled if all that is unknown turned out so. */
  could_cover: number;
  /** The personas among the contacts, in document order, with and without a role. */
  personas: PersonaPresence[];
  /** The positions of the contacts that are no persona for certain. */
  unrecognised: number[];
}

/**
 * A role in the buying centre.
 *
 * The roles are those of F. E. Webster and Y. Wind, *Organizational Buying Behavior* (1972), user, influencer, buyer,
 * decision maker and gatekeeper, with the initiator (T. V. Bonoma, 1982), the approver and the champion of today's
 * sales practice.
 *
 * - `initiator`: Starts the purchase.
 * - `user`: Will work with what is bought.
 * - `influencer`: Shapes what is asked for.
 * - `decision_maker`: Decides.
 * - `approver`: Must agree to the decision.
 * - `buyer`: Negotiates and signs.
 * - `gatekeeper`: Lets information and people through, or not.
 * - `champion`: Speaks for the offering inside the company.
 */
export type BuyingRole =
  | "initiator"
  | "user"
  | "influencer"
  | "decision_maker"
  | "approver"
  | "buyer"
  | "gatekeeper"
  | "champion";

/**
 * When a team works: hours by day of the week, and the days off. The clock on the wall is that of the agreement's zone.
 */
export interface Calendar {
  /** The hours of each day of the week. */
  hours: {
    mon?: string[];
    tue?: string[];
    wed?: string[];
    thu?: string[];
    fri?: string[];
    sat?: string[];
    sun?: string[];
  };
  /** The days off, besides those of the regions. */
  holidays?: string[];
  /** The regions whose public holidays are days off. */
  holidays_of?: HolidayRegion[];
}

/** When a team works: `days` with `open` and `close`, `days` with `hours`, or `hours` by day; and the days off. */
export interface CalendarInput {
  /** The days of the week: `mon-fri`, or a list of such. */
  readonly days?: string | readonly string[] | null | undefined;
  /** When they begin: `09:00`. */
  readonly open?: string | null | undefined;
  /** When they end: `17:00`; the end of the day is `24:00`. */
  readonly close?: string | null | undefined;
  /** The hours of these days, `09:00-17:00` or a list of such; or a table of hours by day. */
  readonly hours?: string | readonly string[] | { readonly [key: string]: string | readonly string[] | undefined } | null | undefined;
  /** The days off, besides those of the regions: dates, or days of every year (`12-24`). */
  readonly holidays?: readonly string[] | null | undefined;
  /** The regions whose public holidays are days off. */
  readonly holidays_of?: HolidayRegion | readonly HolidayRegion[] | null | undefined;
}

/** What caused an `Effect`. */
export type Cause =
  /** An event. */
  | {
    kind: "event";
    /** The id of the event that caused it. */
    id: string;
  }
  /** A step of a clock. */
  | {
    kind: "clock";
    /** The id of the clock whose step it is. */
    clock: string;
    /** The instant at which the clock started. */
    started: InstantText;
    /** Which of the clock's steps it is, counted from 0. */
    step: number;
  }
  /** The end of the time that the lead waited. */
  | {
    kind: "hold";
    /** The instant at which the hold ended. */
    until: InstantText;
  };

/** A change of the agreement. */
export interface Change {
  /** Who made the change: a person or a role. */
  by: string;
  /** The day of the change. */
  on: DateText;
  /** The reason for the change, in words for both teams. */
  why: Texts;
}

/** A change of the agreement. */
export interface ChangeInput {
  /** Who made the change: a person or a role. */
  readonly by: string;
  /** The day of the change. */
  readonly on: CalendarDate;
  /** The reason for the change, in words for both teams. */
  readonly why: TextsInput;
}

/**
 * A way to reach a contact. Consent is given for each one by itself.
 *
 * - `email`: Electronic mail.
 * - `phone`: A call.
 * - `sms`: A short message.
 * - `messenger`: A message in a messenger.
 * - `social`: A message in a social network.
 * - `post`: A letter.
 */
export type Channel = "email" | "phone" | "sms" | "messenger" | "social" | "post";

/** A fact on the desk's list. */
export interface ChecklistItem {
  /** The name of the field that is looked at. */
  field: string;
  /** Whether it is known. */
  known: boolean;
  /** From where it is known. */
  source?: string;
  /** The first stage that requires it; absent: only conditions ask for it. */
  required_for?: Stage;
  /** The question that finds it out. */
  ask?: Texts;
  /** Who was asked for it so far, in order: those of the lead's `enriched` events. */
  asked?: string[];
}

/** A deadline of the agreement. */
export interface Clock {
  /** The name by which states, effects and results refer to it. */
  id: string;
  /** What starts it: the handover, or an event. */
  from: ClockStart;
  /** The events that end it in time, if they come in time. */
  until?: EventKind[];
  /** So many attempts to reach the contact also end it: a follow-up duty. */
  attempts?: number;
  /** How long it runs: a duration, or business days. */
  within: string;
  /** The calendar in whose time it runs; without one it runs day and night. */
  calendar?: string;
  /** Whether it stands still while everybody waits for the lead. */
  may_pause?: boolean;
  /** The events that set it back to its beginning. */
  restart_on?: EventKind[];
  /** What is done when it is due. */
  on_breach?: BreachAction[];
  /** What is done before and after that. */
  escalation?: EscalationStep[];
}

/** How a clock stands at an instant. As a text it reads: `due in 40 business minutes`. */
export interface ClockForecast {
  /** Whether it runs, pauses or is overdue. */
  status: ClockStatus;
  /** When it is due; absent while it pauses. */
  due?: InstantText;
  /** The time left in the clock's own time; negative when it is overdue. */
  remaining: DurationText;
  /** Whether that is business time. */
  business_time: boolean;
  /** How many attempts its duty still asks for. */
  attempts_left?: number;
  /** What comes next, if nothing happens. */
  next?: ClockStep;
}

/** A deadline of the agreement. */
export interface ClockInput {
  /** The name by which states, effects and results refer to it. */
  readonly id: string;
  /** What starts it: the handover, or an event. */
  readonly from: ClockStart;
  /** The events that end it in time, if they come in time. */
  readonly until?: EventKind | readonly EventKind[] | null | undefined;
  /** So many attempts to reach the contact also end it: a follow-up duty. */
  readonly attempts?: Numeric | null | undefined;
  /** How long it runs: a duration, or business days. */
  readonly within: string;
  /** The calendar in whose time it runs; without one it runs day and night. */
  readonly calendar?: string | null | undefined;
  /** Whether it stands still while everybody waits for the lead. */
  readonly may_pause?: boolean | null | undefined;
  /** The events that set it back to its beginning. */
  readonly restart_on?: EventKind | readonly EventKind[] | null | undefined;
  /** What is done when it is due. */
  readonly on_breach?: BreachAction | readonly BreachAction[] | null | undefined;
  /** What is done before and after that. */
  readonly escalation?: EscalationStepInput | readonly EscalationStepInput[] | null | undefined;
}

/** A clock that runs for a lead, and how it stands. */
export interface ClockLine {
  /** The id of the clock in the agreement. */
  clock: string;
  /** How the clock stands: what is left, and what comes next. */
  forecast: ClockForecast;
}

/** What an agreement does not say of one of its clocks. */
export interface ClockLoad {
  /** The id of the clock in the agreement. */
  readonly id: string;
  /**
   * The stage of the plan at which its leads wait; when absent, the one at which it starts: `mql` from handover, `sal`
   * from acceptance, `sql` from qualification, `opportunity` from its opening.
   */
  readonly stage?: string | null | undefined;
  /**
   * How long the team is busy with one lead until it has done what ends the clock. When absent, its capacity is spread
   * evenly over the working hours of the month.
   */
  readonly handling?: string | null | undefined;
}

/** What starts a clock: the handover, or an event. */
export type ClockStart =
  | "handover"
  | "started"
  | "assessed"
  | "reviewed"
  | "accepted"
  | "rejected"
  | "contact_attempted"
  | "qualified"
  | "opportunity_opened"
  | "won"
  | "lost"
  | "recycled"
  | "woken"
  | "disqualified"
  | "reassigned"
  | "consent_given"
  | "consent_withdrawn"
  | "enriched"
  | "merged"
  | "unmerged";

/**
 * Whether a clock runs, pauses or is overdue.
 *
 * - `running`: It runs, and there is time left.
 * - `paused`: It stands still.
 * - `overdue`: Its time is over, and it runs on.
 */
export type ClockStatus = "running" | "paused" | "overdue";

/** Something to do because of a clock, at an instant. */
export interface ClockStep {
  /** What kind of step it is. */
  kind: ClockStepKind;
  /** The instant at which the step comes. */
  at: InstantText;
  /** What is to be done; a breach is recorded even if nothing is. */
  actions: BreachAction[];
  /** Who is told; absent: the team that is responsible. */
  to?: string;
}

/**
 * What a `ClockStep` is.
 *
 * - `reminder`: A reminder before the clock is due.
 * - `breach`: The deadline is missed.
 * - `escalation`: Still nothing has happened.
 */
export type ClockStepKind = "reminder" | "breach" | "escalation";

/**
 * What kind of `Finding` it is.
 *
 * - `syntax`: The text is no TOML or no JSON.
 * - `too_large`: The document or the input is larger or nested deeper than the format allows.
 * - `unsupported_format`: The document says another format version than this library reads.
 * - `unknown_key`: A key that this place of the format does not know.
 * - `duplicate_key`: A key that stands twice in one table.
 * - `missing_key`: A key that this place needs.
 * - `wrong_type`: A value of another type than this place takes.
 * - `invalid_value`: A value of the right type that this place does not take.
 * - `conflicting_keys`: Two keys of one table that exclude each other.
 * - `invalid_name`: A name that is not made of letters, digits, `_` and `-`.
 * - `reserved_name`: A name that the language of conditions keeps for itself.
 * - `duplicate_id`: Two things of one kind with the same id.
 * - `unknown_field`: A field that the vocabulary does not have.
 * - `unknown_value`: A value that the field does not allow.
 * - `unknown_function`: A function that the library does not have.
 * - `unknown_interaction`: An interaction type that the vocabulary does not have.
 * - `unknown_property`: A property that the interaction type does not have.
 * - `unknown_persona`: A persona that the agreement does not have.
 * - `unknown_group`: A scoring group that the agreement does not have.
 * - `unknown_stage`: A stage that the agreement's lifecycle does not have.
 * - `unknown_calendar`: A calendar that the agreement does not have.
 * - `unknown_clock`: A clock that the agreement does not have.
 * - `unknown_purpose`: A purpose of consent that the agreement does not have.
 * - `operator_not_applicable`: An operator that the field's type does not have.
 * - `later_result`: A condition on a result that is computed later.
 * - `empty`: A condition, a list or a table without anything in it.
 * - `too_many_decimals`: More decimals than points or factors have.
 * - `out_of_range`: A number outside the range of its place.
 * - `unbounded`: Points that could grow without end.
 * - `wrong_order`: Bounds or thresholds in the wrong order.
 * - `never_true`: A condition that no facts can make true.
 * - `shadowed_rule`: A rule that another rule of its group always forestalls.
 * - `shadowed_segment`: A segment of the goals whose leads all count in an earlier one.
 * - `unreachable_threshold`: A threshold that no lead can reach, whatever is known of it.
 * - `stage_never_entered`: A stage that no lead can enter.
 * - `stage_never_left`: A stage that a lead cannot stay in or cannot leave.
 * - `handover_without_clock`: Leads can be handed over, and no clock runs until sales has accepted them.
 * - `persona_never_recognised`: A persona that no lead can be recognised as.
 * - `days_of_business_time`: A clock in business time whose deadline is written in days of 24 hours.
 * - `unused`: A part of the agreement that nothing uses.
 * - `example_failed`: An example of the document whose expectation fails.
 * - `undefined_abbreviation`: An abbreviation that nobody defined.
 * - `review_due`: The agreement is due for review.
 * - `not_effective`: The agreement is not in force yet.
 * - `foreign_money`: An amount in a currency for which the agreement has no exchange rate.
 * - `no_goal`: Nothing to plan for: no goal, or a goal without a target.
 * - `impossible_goal`: A goal that no number of leads reaches.
 * - `missing_figure`: A figure that the plan needs for a month and does not have.
 * - `broken_chain`: Rates that make no chain from the first stage to the customer.
 * - `late_leads`: Leads that must arrive before the plan starts.
 * - `over_capacity`: More leads than a team can work.
 * - `over_budget`: Leads that cost more than the budget.
 * - `no_solution`: A question about a plan that nothing answers.
 * - `thin_evidence`: A measured figure that stands on too few leads.
 * - `no_working_day`: A month without a working day.
 * - `unknown_segment`: A segment that the plan does not have.
 * - `unknown_kpi`: A KPI that cannot be computed.
 * - `kpi_without_decision`: A KPI that steers no decision.
 * - `decision_without_kpi`: A decision that no KPI steers.
 * - `kpi_unknown`: A KPI without a value, as something that it takes is missing or zero.
 * - `conflicting_interaction`: One interaction id with two contents: the earlier one counts.
 */
export type Code =
  | "syntax"
  | "too_large"
  | "unsupported_format"
  | "unknown_key"
  | "duplicate_key"
  | "missing_key"
  | "wrong_type"
  | "invalid_value"
  | "conflicting_keys"
  | "invalid_name"
  | "reserved_name"
  | "duplicate_id"
  | "unknown_field"
  | "unknown_value"
  | "unknown_function"
  | "unknown_interaction"
  | "unknown_property"
  | "unknown_persona"
  | "unknown_group"
  | "unknown_stage"
  | "unknown_calendar"
  | "unknown_clock"
  | "unknown_purpose"
  | "operator_not_applicable"
  | "later_result"
  | "empty"
  | "too_many_decimals"
  | "out_of_range"
  | "unbounded"
  | "wrong_order"
  | "never_true"
  | "shadowed_rule"
  | "shadowed_segment"
  | "unreachable_threshold"
  | "stage_never_entered"
  | "stage_never_left"
  | "handover_without_clock"
  | "persona_never_recognised"
  | "days_of_business_time"
  | "unused"
  | "example_failed"
  | "undefined_abbreviation"
  | "review_due"
  | "not_effective"
  | "foreign_money"
  | "no_goal"
  | "impossible_goal"
  | "missing_figure"
  | "broken_chain"
  | "late_leads"
  | "over_capacity"
  | "over_budget"
  | "no_solution"
  | "thin_evidence"
  | "no_working_day"
  | "unknown_segment"
  | "unknown_kpi"
  | "kpi_without_decision"
  | "decision_without_kpi"
  | "kpi_unknown"
  | "conflicting_interaction";

/** What another agreement would make of the same leads. */
export interface Comparison {
  /** The version of the earlier agreement. */
  before: string;
  /** The version of the later agreement. */
  after: string;
  /** The instant at which all leads are assessed. */
  as_of: InstantText;
  /** How many leads were assessed. */
  leads: number;
  /** How many come to a higher stage, or to a higher score in the same stage. */
  up: number;
  /** How many come to a lower stage, or to a lower score in the same stage. */
  down: number;
  /** How many keep stage and score, and have other fit, engagement, grade, band, tier or persona. */
  sideways: number;
  /** How many leads each stage has. */
  stages: StageTotals[];
  /** How many leads go from which stage to which, those that stay among them. */
  matrix: StageMove[];
  /** The rules that give the leads that move other points: those that move the most points first. */
  rules: RuleEffect[];
  /** The leads that move, the largest moves first: by stages, then by points. */
  moves: LeadMove[];
  /** How many moves are counted, but not kept one by one. */
  left_out: number;
  /** What differs between the two documents. */
  differences: Difference[];
  /** What is wrong with rows of the request; a row that is no lead is not counted. */
  findings?: Finding[];
}

/** A condition: fields and what must be true of each; all of it must hold. */
export interface Condition {
  /** Each of these conditions holds. */
  all?: Condition[];
  /** At least one of these holds. */
  any?: Condition[];
  /** The condition within does not hold. */
  not?: Condition;
  /** A question about what happened. */
  interactions?: Question;
  [key: string]: Predicate | Condition[] | Condition | Question | undefined;
}

/** A condition: fields and what must be true of each; all of it must hold. */
export interface ConditionInput {
  /** Each of these conditions holds. */
  readonly all?: readonly ConditionInput[] | undefined;
  /** At least one of these holds. */
  readonly any?: readonly ConditionInput[] | undefined;
  /** The condition within does not hold. */
  readonly not?: ConditionInput | undefined;
  /** A question about what happened. */
  readonly interactions?: QuestionInput | undefined;
  readonly [key: string]: PredicateInput | readonly ConditionInput[] | ConditionInput | QuestionInput | undefined;
}

/** Two goals that cannot be had together. */
export interface Conflict {
  /** What the two goals quarrel about. */
  kind: ConflictKind;
  /** Where it shows: the segment. */
  segment?: string;
  /** Where it shows: the month. */
  month?: MonthText;
  /** What one goal asks for. */
  asked: number | DecimalText;
  /** What the other leaves possible. */
  possible: number | DecimalText;
  /** What is missing between the two. */
  missing: number | DecimalText;
  /** The conflict in a sentence. */
  message: string;
  /** What would settle it. */
  help: string;
}

/**
 * What an agreement alone does not say of its conflicts. All of it is optional: an agreement's targets, volumes,
 * capacities, clocks and office hours are judged without it; what is absent is not judged.
 */
export interface ConflictInput {
  /**
   * When the leads of a clock without a calendar of its own are worked; in the hours of the agreement's first calendar,
   * when absent.
   */
  readonly calendar?: CalendarInput | null | undefined;
  /** What is known of single clocks of the agreement. Those that are not named are judged as well. */
  readonly clocks?: readonly ClockLoad[] | null | undefined;
  /** How many contacts there are, and how many were entered without a consent. */
  readonly contacts?: ContactMix | null | undefined;
  /** How leads score as they arrive, for the threshold of a stage. */
  readonly scores?: ScoreSample | null | undefined;
}

/**
 * Which goals are in conflict.
 *
 * - `threshold_against_volume`: A threshold that too few leads reach for the volume that the plan owes.
 * - `target_against_plan`: A KPI's target that asks for another rate or deal than the plan counts on.
 * - `opt_in_against_offline`: An opt-in rate that contacts entered without a consent make impossible.
 * - `clock_against_capacity`: A clock in which the leads that wait cannot be worked.
 */
export type ConflictKind =
  | "threshold_against_volume"
  | "target_against_plan"
  | "opt_in_against_offline"
  | "clock_against_capacity";

/** The `[consent]` part of an agreement. */
export interface Consent {
  /** What contacts are approached for; none: `marketing`, `sales` and `service`, each of its kind. */
  purposes?: Record<string, Purpose>;
  /** The ground that a channel needs at least; an opt-in where it is not named. */
  needs?: {
    /** Electronic mail. */
    email?: ConsentBasis;
    /** A call. */
    phone?: ConsentBasis;
    /** A short message. */
    sms?: ConsentBasis;
    /** A message in a messenger. */
    messenger?: ConsentBasis;
    /** A message in a social network. */
    social?: ConsentBasis;
    /** A letter. */
    post?: ConsentBasis;
  };
  /** What a lead needs before it is handed over to sales. */
  handover_needs?: {
    /** Electronic mail. */
    email?: HandoverNeed;
    /** A call. */
    phone?: HandoverNeed;
    /** A short message. */
    sms?: HandoverNeed;
    /** A message in a messenger. */
    messenger?: HandoverNeed;
    /** A message in a social network. */
    social?: HandoverNeed;
    /** A letter. */
    post?: HandoverNeed;
  };
  /** How often a contact is approached at most. */
  frequency_caps?: FrequencyCap[];
  /** For how long nobody advertises what was bought. */
  quiet_after_purchase?: string;
  /** Whether marketing goes on while sales talks with the contact. */
  market_during_sales?: boolean;
}

/**
 * On what ground a contact may be approached, from the weakest to the strongest. A stronger one also does where a
 * weaker one is needed: double opt-in implies opt-in.
 *
 * - `legitimate_interest`: Legitimate interest (GDPR, article 6 (1) f).
 * - `existing_customer`: An existing customer, about similar goods (in Germany § 7 (3) UWG).
 * - `opt_in`: The contact said yes.
 * - `double_opt_in`: The contact said yes, and confirmed it over the channel itself.
 */
export type ConsentBasis = "legitimate_interest" | "existing_customer" | "opt_in" | "double_opt_in";

/** The `[consent]` part of an agreement. */
export interface ConsentInput {
  /** What contacts are approached for; none: `marketing`, `sales` and `service`, each of its kind. */
  readonly purposes?: { readonly [key: string]: PurposeKind | PurposeInput | undefined } | null | undefined;
  /** The ground that a channel needs at least; an opt-in where it is not named. */
  readonly needs?: {
    /** Electronic mail. */
    readonly email?: ConsentBasis | null | undefined;
    /** A call. */
    readonly phone?: ConsentBasis | null | undefined;
    /** A short message. */
    readonly sms?: ConsentBasis | null | undefined;
    /** A message in a messenger. */
    readonly messenger?: ConsentBasis | null | undefined;
    /** A message in a social network. */
    readonly social?: ConsentBasis | null | undefined;
    /** A letter. */
    readonly post?: ConsentBasis | null | undefined;
  } | null | undefined;
  /** What a lead needs before it is handed over to sales. */
  readonly handover_needs?: {
    /** Electronic mail. */
    readonly email?: ConsentBasis | HandoverNeedInput | null | undefined;
    /** A call. */
    readonly phone?: ConsentBasis | HandoverNeedInput | null | undefined;
    /** A short message. */
    readonly sms?: ConsentBasis | HandoverNeedInput | null | undefined;
    /** A message in a messenger. */
    readonly messenger?: ConsentBasis | HandoverNeedInput | null | undefined;
    /** A message in a social network. */
    readonly social?: ConsentBasis | HandoverNeedInput | null | undefined;
    /** A letter. */
    readonly post?: ConsentBasis | HandoverNeedInput | null | undefined;
  } | null | undefined;
  /** How often a contact is approached at most. */
  readonly frequency_caps?: FrequencyCapInput | readonly FrequencyCapInput[] | null | undefined;
  /** For how long nobody advertises what was bought. */
  readonly quiet_after_purchase?: string | null | undefined;
  /** Whether marketing goes on while sales talks with the contact. */
  readonly market_during_sales?: boolean | null | undefined;
}

/** What holds for an address or number and a purpose. */
export interface ConsentLine {
  /** The channel over which the contact may be reached. */
  channel: Channel;
  /** The address or number. */
  identifier: string;
  /** The purpose for which it was said. */
  purpose: string;
  /** Whether there is a ground. */
  given: boolean;
  /** The record that says so. */
  record: ConsentRecord;
}

/**
 * One word on whether a contact may be approached: for an identifier, a channel and a purpose, since an instant, and
 * from where it is known.
 */
export type ConsentRecord =
  /** The contact may be approached. */
  | {
    /** The instant at which the contact said it. */
    at: InstantText;
    status: "given";
    /** The ground on which the contact may be approached. */
    basis: ConsentBasis;
    /** From when on it no longer holds. */
    expires?: InstantText;
    /** Over which channel the contact may be approached. */
    channel: Channel;
    /** The address or number, as it was written. */
    identifier: string;
    /** For what; a withdrawal without a purpose is one from all. */
    purpose: string | null;
    /** Where it was said: the form, the call, the contract. */
    source?: string;
    /** How it can be shown: the text that was agreed to, the message that confirmed it. */
    proof?: string;
  }
  /** No longer. */
  | {
    /** The instant at which the contact said it. */
    at: InstantText;
    status: "withdrawn";
    /** Over which channel the contact may be approached. */
    channel: Channel;
    /** The address or number, as it was written. */
    identifier: string;
    /** For what; a withdrawal without a purpose is one from all. */
    purpose?: string;
    /** Where it was said: the form, the call, the contract. */
    source?: string;
    /** How it can be shown: the text that was agreed to, the message that confirmed it. */
    proof?: string;
  };

/**
 * One word on whether a contact may be approached: for an identifier, a channel and a purpose, since an instant, and
 * from where it is known.
 */
export type ConsentRecordInput =
  /** The contact may be approached. */
  | {
    /** The instant at which the contact said it. */
    readonly at: Instant;
    readonly status: "given";
    /** The ground on which the contact may be approached. */
    readonly basis: ConsentBasis;
    /** From when on it no longer holds. */
    readonly expires?: Instant | null | undefined;
    /** Over which channel the contact may be approached. */
    readonly channel: Channel;
    /** The address or number, as it was written. */
    readonly identifier: string;
    /** For what; a withdrawal without a purpose is one from all. */
    readonly purpose: string | null;
    /** Where it was said: the form, the call, the contract. */
    readonly source?: string | null | undefined;
    /** How it can be shown: the text that was agreed to, the message that confirmed it. */
    readonly proof?: string | null | undefined;
  }
  /** No longer. */
  | {
    /** The instant at which the contact said it. */
    readonly at: Instant;
    readonly status: "withdrawn";
    /** Over which channel the contact may be approached. */
    readonly channel: Channel;
    /** The address or number, as it was written. */
    readonly identifier: string;
    /** For what; a withdrawal without a purpose is one from all. */
    readonly purpose?: string | null | undefined;
    /** Where it was said: the form, the call, the contract. */
    readonly source?: string | null | undefined;
    /** How it can be shown: the text that was agreed to, the message that confirmed it. */
    readonly proof?: string | null | undefined;
  };

/** What the ledger says for an identifier, a channel and a purpose at an instant, with the record that proves it. */
export type ConsentStanding =
  /** There is a ground. */
  | {
    status: "given";
    /** The strongest ground that holds. */
    basis: ConsentBasis;
    /** The word that gave it. */
    record: ConsentRecord;
  }
  /** There was a ground, and it has expired. */
  | {
    status: "expired";
    /** The latest word that gave one. */
    record: ConsentRecord;
  }
  /** Consent was withdrawn. */
  | {
    status: "withdrawn";
    /** The word that withdrew it. */
    record: ConsentRecord;
  }
  /** Nothing was ever said, which is no. */
  | {
    status: "unknown";
  };

/**
 * What becomes of a rejected lead.
 *
 * - `nurture`: It waits with marketing.
 * - `disqualify`: It is no lead for this agreement.
 */
export type Consequence = "nurture" | "disqualify";

/**
 * What has been done with a contact: how it was approached, what it bought, and whether sales is talking with it. In
 * any order; what lies after the instant of a question is not known yet.
 */
export interface ContactFacts {
  /** How it was approached. */
  readonly approaches?: readonly Approach[] | null | undefined;
  /** What the contact bought, and when. */
  readonly purchases?: readonly Purchase[] | null | undefined;
  /** When sales was talking with it. */
  readonly conversations?: readonly Conversation[] | null | undefined;
}

/** Where contacts come from. */
export interface ContactMix {
  /** How many contacts there are in all. */
  readonly contacts: Numeric;
  /** Those entered offline without a consent: business cards, lists of a fair. */
  readonly without_opt_in: Numeric;
}

/** Yes or no, with the reason: the record that allows it, or everything that stands against it. */
export interface ContactPermission {
  /** Whether the contact may be approached. */
  allowed: boolean;
  /** The record that gives the ground, where there is one: the proof. */
  ground?: ConsentRecord;
  /** What stands against it; empty if it is allowed. */
  hindrances?: Hindrance[];
}

/** How somebody wants to approach a contact. */
export interface ContactRequest {
  /** The channel over which somebody wants to approach the contact. */
  readonly channel: Channel;
  /** At which address or number. */
  readonly identifier: string;
  /** For which of the agreement's purposes. */
  readonly purpose: string;
  /** About which offering, where it is about one. */
  readonly offering?: string | null | undefined;
}

/** One line of a score. */
export interface Contribution {
  /** What kind of line it is: a rule, a limit, a weight. */
  kind: ContributionKind;
  /** The id of the rule, the group or the adjustment. */
  id?: string;
  /** What its points count for: fit, engagement or the score. */
  dimension: Dimension;
  /** How much it adds to the score, or takes away. */
  points: number;
  /** The facts and interactions on which it rests. */
  evidence?: Evidence[];
}

/** One line of a score. */
export interface ContributionInput {
  /** What kind of line it is: a rule, a limit, a weight. */
  readonly kind: ContributionKind;
  /** The id of the rule, the group or the adjustment. */
  readonly id?: string | null | undefined;
  /** What its points count for: fit, engagement or the score. */
  readonly dimension?: Dimension | null | undefined;
  /** How much it adds to the score, or takes away. */
  readonly points?: Numeric | null | undefined;
  /** The facts and interactions on which it rests. */
  readonly evidence?: readonly EvidenceInput[] | null | undefined;
}

/** A line of the score that differs. */
export interface ContributionChange {
  /** What kind of line it is: a rule, a limit, a weight. */
  kind: ContributionKind;
  /** The id of the rule, the group or the adjustment. */
  id?: string;
  /** What its points count for: fit, engagement or the score. */
  dimension: Dimension;
  /** Its points under the earlier agreement; absent where it has no such line. */
  before?: number;
  /** Its points under the later agreement; absent where it has no such line. */
  after?: number;
}

/**
 * What a `Contribution` is.
 *
 * - `rule`: The points of a rule.
 * - `group_pick`: What a group takes away because it picks one of its rules.
 * - `group_min`: What a group's minimum adds.
 * - `group_max`: What a group's maximum takes away.
 * - `adjustment`: What an adjustment makes of the sum so far.
 * - `min`: What the minimum of a dimension or of the score adds.
 * - `max`: What the maximum of a dimension or of the score takes away.
 * - `weight`: What the weight of a dimension makes of it.
 */
export type ContributionKind =
  | "rule"
  | "group_pick"
  | "group_min"
  | "group_max"
  | "adjustment"
  | "min"
  | "max"
  | "weight";

/** A time during which sales talks with the contact. */
export interface Conversation {
  /** Since when sales has been talking with the contact. */
  readonly from: Instant;
  /** Until when; absent while it goes on. */
  readonly until?: Instant | null | undefined;
}

/** Costs by side and stage. */
export interface Costs {
  /** For each lead of marketing that enters a stage. */
  marketing?: Record<string, DecimalText | Record<string, DecimalText>>;
  /** For each lead of sales that enters a stage. */
  sales?: Record<string, DecimalText | Record<string, DecimalText>>;
}

/** Costs by side and stage. */
export interface CostsInput {
  /** For each lead of marketing that enters a stage. */
  readonly marketing?: { readonly [key: string]: Numeric | { readonly [key: string]: Numeric | undefined } | undefined } | null | undefined;
  /** For each lead of sales that enters a stage. */
  readonly sales?: { readonly [key: string]: Numeric | { readonly [key: string]: Numeric | undefined } | undefined } | null | undefined;
}

/** One condition of the ICP or of a qualification. */
export interface Criterion {
  /** The name by which results refer to it. */
  id: string;
  /** What people call it. */
  label?: Texts;
  /** How much it weighs among the others; 1 where nothing is said. */
  weight?: number;
  /** The condition under which it is met. */
  when: Condition;
}

/** One condition of the ICP or of a qualification. */
export interface CriterionInput {
  /** The name by which results refer to it. */
  readonly id: string;
  /** What people call it. */
  readonly label?: TextsInput | null | undefined;
  /** How much it weighs among the others; 1 where nothing is said. */
  readonly weight?: Numeric | null | undefined;
  /** The condition under which it is met. */
  readonly when: ConditionInput;
}

/** Whether a criterion is met, and the facts behind it. */
export interface CriterionState {
  /** The id of the criterion in the agreement. */
  id: string;
  /** Whether it is met: yes, no, or unknown. */
  met: Truth;
  /** The facts on which that rests. */
  evidence?: Evidence[];
}

/** Whether a criterion is met, and the facts behind it. */
export interface CriterionStateInput {
  /** The id of the criterion in the agreement. */
  readonly id: string;
  /** Whether it is met: yes, no, or unknown. */
  readonly met: Truth;
  /** The facts on which that rests. */
  readonly evidence?: readonly EvidenceInput[] | null | undefined;
}

/** A threshold that is crossed at an instant, and what made it. */
export interface Crossing {
  /** The first instant on the other side. */
  at: InstantText;
  /** The threshold that the lead crosses. */
  threshold: Threshold;
  /** What happens at that instant. */
  causes: CrossingCause[];
}

/** What happens at the instant of a crossing. */
export type CrossingCause =
  /** An interaction. */
  | {
    kind: "interaction";
    /** The id of the interaction, where it has one. */
    id?: string;
    /** The type of the interaction. */
    type: string;
    /** The instant of the interaction. */
    at: InstantText;
  }
  /** The points of an interaction fade by a step. */
  | {
    kind: "decay";
    /** The interaction's id. */
    id?: string;
    /** The type of the interaction. */
    type: string;
    /** The instant of the interaction. */
    at: InstantText;
    /** The id of the rule whose points changed. */
    rule: string;
    /** Its age from then on, in whole days of 24 hours. */
    age_days: number;
    /** How many points the interaction gave before. */
    before: number;
    /** Its points from then on. */
    after: number;
  }
  /** An interaction comes to an age at which a window closes or opens, or a date among its properties does. */
  | {
    kind: "window";
    /** The interaction's id. */
    id?: string;
    /** The type of the interaction. */
    type: string;
    /** The instant of the interaction. */
    at: InstantText;
    /**
     * The rule or adjustment whose window it is; absent where a stage, a fast track, a persona, the ICP or the
     * qualification asks.
     */
    rule?: string;
    /** Its age in whole days of 24 hours. */
    age_days: number;
  }
  /** A period without activity is full. */
  | {
    kind: "idle";
    /** The rule or adjustment. */
    rule: string;
    /** Since when nothing has happened. */
    since: InstantText;
  }
  /** A fact becomes known. */
  | {
    kind: "known";
    /** The name of the field whose value changed. */
    field: string;
  }
  /** The date that a fact says comes to an age that a condition asks about. */
  | {
    kind: "date";
    /** The name of the field whose value changed. */
    field: string;
  };

/** The day's summary for both teams. */
export interface DailySummary {
  /** The day on whose morning it is told. */
  as_of: DateText;
  /** The month that is running. */
  month: MonthText;
  /** The currency of every amount. */
  currency: string;
  /** The month's working days. */
  days: DayCount;
  /** The revenue of marketing, of sales and of both. */
  revenue: MoneyProgress[];
  /** The leads that each side owes in the month, by stage. */
  leads: QuantityProgress[];
  /** Revenue of segments that is at risk, behind or missed. */
  attention: MoneyProgress[];
}

/** The working days of the month. */
export interface DayCount {
  /** How many there are in the whole month. */
  total: number;
  /** Before the day of the question. */
  elapsed: number;
  /** From that day on, itself included. */
  left: number;
}

/** How the points of an interaction fade with its age. They move towards zero and never past it. */
export type Decay =
  | "none"
  /** They halve in so many days. */
  | {
    /** In whole days, such as `30d`. */
    half_life: string;
  }
  /** They fade evenly and are gone after so many days. */
  | {
    /** In whole days, such as `60d`. */
    linear: string;
  }
  /** They lose so many points after every full period. */
  | {
    /** How many points are lost after each period; more than 0. */
    minus: number;
    /** The period, in whole days. */
    every: string;
  }
  /** They are multiplied after every full period. */
  | {
    /** The factor after each period, from 0 and below 1. */
    times: number;
    /** The period, in whole days. */
    every: string;
  };

/** How the points of an interaction fade with its age. They move towards zero and never past it. */
export type DecayInput =
  | "none"
  /** They halve in so many days. */
  | {
    /** In whole days, such as `30d`. */
    readonly half_life: string;
  }
  /** They fade evenly and are gone after so many days. */
  | {
    /** In whole days, such as `60d`. */
    readonly linear: string;
  }
  /** They lose so many points after every full period. */
  | {
    /** How many points are lost after each period; more than 0. */
    readonly minus: Numeric;
    /** The period, in whole days. */
    readonly every: string;
  }
  /** They are multiplied after every full period. */
  | {
    /** The factor after each period, from 0 and below 1. */
    readonly times: Numeric;
    /** The period, in whole days. */
    readonly every: string;
  };

/** When a lead that is left alone falls below its stage. */
export interface Decline {
  /** The first instant at which it is below. */
  at: InstantText;
  /** The stage that it had at the instant of the question. */
  stage: Stage;
  /** The first threshold that the lead falls below. */
  end: DeclineEnd;
  /** What the assessment comes to just before. */
  before: Figures;
  /** What it comes to then. */
  after: Figures;
  /** What happens at that instant; empty where the lead is below from the start. */
  causes: CrossingCause[];
}

/**
 * What ends a stage.
 *
 * - `keep_while`: The stage's `keep_while` no longer holds.
 * - `criteria`: The stage says nothing of how it is kept, and its criteria no longer hold.
 * - `barred`: A disqualifier or an exclusion has come to apply.
 */
export type DeclineEnd = "keep_while" | "criteria" | "barred";

/** What is to be done. */
export type Deed =
  /** Tell a team, or the person who has the lead. */
  | {
    kind: "notify";
    /** The team that is told. */
    team: Team;
    /** The person of the team who has the lead, if somebody does. */
    person?: string;
    /** Whom the agreement names instead. */
    to?: string;
    /** What the team is told about. */
    about: About;
  }
  /** Give the lead to a person of the team. */
  | {
    kind: "assign";
    /** The team of which somebody gets it. */
    team: Team;
    /** To anybody but this person. */
    not?: string;
  }
  /** A clock runs from now on. */
  | {
    kind: "start_clock";
    /** The id of the clock in the agreement. */
    clock: string;
    /** When it is due. */
    due: InstantText;
  }
  /** A clock stands still. */
  | {
    kind: "pause_clock";
    /** The id of the clock in the agreement. */
    clock: string;
  }
  /** A clock runs again. */
  | {
    kind: "resume_clock";
    /** The id of the clock in the agreement. */
    clock: string;
    /** The instant at which the clock is due now. */
    due: InstantText;
  }
  /** A clock has ended. */
  | {
    kind: "stop_clock";
    /** The id of the clock in the agreement. */
    clock: string;
    /** Whether it was overdue. */
    overdue: boolean;
  }
  /** Find out what is missing. */
  | {
    kind: "ask_for";
    /** The names of the fields that are missing. */
    fields: string[];
  }
  /** Ask the contact for consent: the handover needs it. */
  | {
    kind: "ask_for_consent";
    /** The channel over which it is needed. */
    channel: Channel;
  }
  /** Add the lead to the nurturing. */
  | {
    kind: "add_to_nurture";
    /** The instant up to which the lead waits. */
    until?: InstantText;
  }
  /** Take the lead out of the nurturing. */
  | {
    kind: "remove_from_nurture";
  }
  /** Stop approaching the contact over a channel. */
  | {
    kind: "suppress";
    /** The channel over which nobody may approach the contact any more. */
    channel: Channel;
    /** The address or number. */
    identifier: string;
    /** For which purpose; absent: for all. */
    purpose?: string;
  }
  /** Assess the lead again: what is known of it has changed. */
  | {
    kind: "assess";
  }
  /** A team wrote a field that another one owns. */
  | {
    kind: "field_conflict";
    /** The team that wrote the field. */
    team?: Team;
    /** The name of the field that somebody else owns. */
    field: string;
    /** The team that owns the field. */
    owner: string;
  };

/**
 * Who defined a term.
 *
 * - `library`: It is one of the built-in words.
 * - `agreement`: The agreement, whose definition wins.
 */
export type DefinedBy = "library" | "agreement";

/**
 * A text in German and English: a definition, or what an abbreviation stands for.
 *
 * An agreement may give one language only.
 */
export interface Definition {
  /** The text in German. */
  de?: string;
  /** The text in English. */
  en?: string;
}

/**
 * A text in German and English: a definition, or what an abbreviation stands for.
 *
 * An agreement may give one language only.
 */
export interface DefinitionInput {
  /** The text in German. */
  readonly de?: string | null | undefined;
  /** The text in English. */
  readonly en?: string | null | undefined;
}

/** One part of the way, ended or still going on. */
export interface Delay {
  /** The instant at which the wait began. */
  from: InstantText;
  /** When it ended; absent while it goes on. */
  until?: InstantText;
  /** Its length by the clock, so far. */
  plain: DurationText;
  /** Its length in business time, where a calendar was given. */
  business?: DurationText;
}

/** Where a lead can come to stand. */
export interface Destination {
  /** The stage to which the event leads. */
  stage: Stage;
  /** How far it has come with sales there. */
  phase: Phase;
  /** The team that is responsible for the lead there. */
  owner: Team;
}

/**
 * One difference between two agreements.
 *
 * Lists are matched by id or name and tables by key, so that `path` names their parts by these:
 * `scoring.rules.pricing-page.points`. An element of a plain list is named by itself: `fields.industry.values.energy`.
 */
export interface Difference {
  /** Added, removed, changed or moved. */
  kind: DifferenceKind;
  /** The place, by ids and names. */
  path: string;
  /** The part of the agreement that it is about. */
  subject: Subject;
  /** The id, the name or the label of what it is about. */
  id?: string;
  /** What the earlier document says there, in its JSON form; absent where it says nothing. */
  before?: unknown;
  /** What the later document says there, in its JSON form; absent where it says nothing. */
  after?: unknown;
  /** The difference in English. */
  words: string;
}

/**
 * What happened to a part of an agreement.
 *
 * - `added`: It is new.
 * - `removed`: It is gone.
 * - `changed`: It says something else.
 * - `moved`: The same things stand in another order, where the order decides something.
 */
export type DifferenceKind = "added" | "removed" | "changed" | "moved";

/**
 * What points count for.
 *
 * - `fit`: Explicit points: who the lead is.
 * - `engagement`: Implicit points: what the lead does.
 * - `score`: The total.
 */
export type Dimension = "fit" | "engagement" | "score";

/** The bounds of a dimension, and the labels of its part of the grade. */
export interface DimensionSettings {
  /** The least it can come to. */
  min?: number;
  /** The most it can come to. */
  max?: number;
  /** Its part of the grade. */
  grades?: Ladder;
}

/** The bounds of a dimension, and the labels of its part of the grade. */
export interface DimensionSettingsInput {
  /** The least it can come to. */
  readonly min?: Numeric | null | undefined;
  /** The most it can come to. */
  readonly max?: Numeric | null | undefined;
  /** Its part of the grade. */
  readonly grades?: LadderInput | null | undefined;
}

/**
 * Where a lead moves.
 *
 * - `up`: To a higher stage, or to a higher score in the same stage.
 * - `down`: To a lower stage, or to a lower score in the same stage.
 * - `sideways`: Stage and score stay, and something else differs.
 */
export type Direction = "up" | "down" | "sideways";

/** A condition under which a lead is none for this agreement. */
export interface Disqualifier {
  /** The name by which results refer to it. */
  id: string;
  /** The condition under which it applies. */
  when: Condition;
  /** The reason for people, in words. */
  reason?: Texts;
}

/** A condition under which a lead is none for this agreement. */
export interface DisqualifierInput {
  /** The name by which results refer to it. */
  readonly id: string;
  /** The condition under which it applies. */
  readonly when: ConditionInput;
  /** The reason for people, in words. */
  readonly reason?: TextsInput | null | undefined;
}

/** The leads of a segment that must arrive at a stage in a month, for whichever revenue months. */
export interface DueLeads {
  /** The id of the segment in the agreement's goals. */
  segment: string;
  /** The month in which they must arrive. */
  month: MonthText;
  /** The stage at which they must arrive; `customer` is the deal itself. */
  stage: string;
  /** How many of them marketing brings. */
  marketing: number | DecimalText;
  /** How many of them sales brings. */
  sales: number | DecimalText;
  /** How many both sides bring together. */
  total: number | DecimalText;
  /** Whether the month lies before the plan's start: they are owed all the same. */
  late: boolean;
}

/** What the caller is to do. The key says whether it was done already. */
export interface Effect {
  /** The same for the same effect, however often it is computed: `lead/cause/deed`, of kinds, ids and instants. */
  key: string;
  /** The id of the lead that it is about. */
  lead: string;
  /** When it became due. */
  at: InstantText;
  /** What caused it: an event, a clock, or the end of a hold. */
  cause: Cause;
  /** What is to be done. */
  what: Deed;
}

/** Domains of e-mail addresses that the agreement adds to the built-in lists. */
export interface EmailDomainLists {
  /** Providers at which anybody gets a mailbox. */
  free?: string[];
  /** Providers of addresses for a few minutes. */
  disposable?: string[];
}

/** Domains of e-mail addresses that the agreement adds to the built-in lists. */
export interface EmailDomainListsInput {
  /** Providers at which anybody gets a mailbox. */
  readonly free?: string | readonly string[] | null | undefined;
  /** Providers of addresses for a few minutes. */
  readonly disposable?: string | readonly string[] | null | undefined;
}

/** A question to `solve`: of one side of a segment, in one month or in all of them together. */
export interface Equation {
  /** The id of the segment that it is about. */
  readonly segment: string;
  /** Whose leads are meant. */
  readonly side?: SourcedBy | null | undefined;
  /** The revenue month; all months of the goal together, when absent. */
  readonly month?: CalendarMonth | null | undefined;
  /** The figure that is not known. */
  readonly unknown: Unknown;
  /** What is given besides the goal. */
  readonly given?: Given | null | undefined;
}

/** A step of escalation, before or after a clock is due, in the clock's own time. */
export interface EscalationStep {
  /** So long before it is due: a reminder. */
  before?: string;
  /** So long after it was due. */
  after?: string;
  /** What is done at that instant. */
  then: BreachAction[];
  /** Who is told; absent: the team that is responsible. */
  to?: string;
}

/** A step of escalation, before or after a clock is due, in the clock's own time. */
export interface EscalationStepInput {
  /** So long before it is due: a reminder. */
  readonly before?: string | null | undefined;
  /** So long after it was due. */
  readonly after?: string | null | undefined;
  /** What is done at that instant. */
  readonly then: BreachAction | readonly BreachAction[];
  /** Who is told; absent: the team that is responsible. */
  readonly to?: string | null | undefined;
}

/** Something that happened to a lead. A lead's history is a list of them, and its state is what their replay gives. */
export type Event =
  /** The lead began. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "started";
    /** The id of the lead that begins. */
    lead: string;
    /** Which side created it. */
    sourced_by: SourcedBy;
    /** The source of the interest, such as a webinar or a fair. */
    source?: string;
    /** What the interest is in; absent: no interest is expressed yet. */
    offering?: string;
    /** The person. A known contact and an existing customer can have a new lead, and keep the old. */
    contact?: string;
    /** The id of the company that the person works for. */
    account?: string;
  }
  /** It was assessed. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "assessed";
    /** What the lifecycle needs of the assessment. */
    assessment: Assessed;
  }
  /** The pre-qualification desk decided. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "reviewed";
    /** The reason to reject it, one of the agreed list; absent: it goes forward to sales. */
    reject?: string;
  }
  /** Sales accepted it. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "accepted";
  }
  /** Sales rejected it. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "rejected";
    /** Why: one of the agreed list. */
    reason: string;
  }
  /** Somebody tried to reach the contact. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "contact_attempted";
    /** The channel over which the contact was tried. */
    channel: Channel;
    /** Whether the contact was reached by it. */
    outcome: AttemptOutcome;
  }
  /** Sales found out how far it is qualified. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "qualified";
    /** Which criteria are met, by id. */
    criteria?: Record<string, Truth>;
  }
  /** It became an opportunity. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "opportunity_opened";
    /** How much it is about, in the agreement's currency. */
    amount?: DecimalText;
  }
  /** It became a customer. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "won";
    /** How much it was, in the agreement's currency. */
    amount?: DecimalText;
  }
  /** The opportunity was lost. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "lost";
    /** Why it happened, by the agreed list of reasons where there is one. */
    reason: string;
  }
  /** It went back to nurture. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "recycled";
    /** Why it happened, by the agreed list of reasons where there is one. */
    reason: string;
    /** Until when it waits; absent: until somebody wakes it, or it takes a fast track. */
    until?: InstantText;
  }
  /** A person ended its waiting, or found that its end was none. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "woken";
  }
  /** A person disqualified it. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "disqualified";
    /** Why it happened, by the agreed list of reasons where there is one. */
    reason: string;
  }
  /** Somebody else of the responsible team has it now. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "reassigned";
    /** Who; absent: nobody yet. */
    person?: string;
  }
  /** The contact gave a consent. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "consent_given";
    /** The record of what the contact said. */
    consent: ConsentRecord;
  }
  /** The contact withdrew a consent. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "consent_withdrawn";
    /** The record of what the contact said. */
    consent: ConsentRecord;
  }
  /** Facts changed. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "enriched";
    /** The names of the fields that changed. */
    fields: string[];
    /** Which team wrote them; absent: a provider, who owns none. */
    team?: Team;
  }
  /** Another lead became one with it. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "merged";
    /** The other lead, as it stood. */
    other: LeadState;
  }
  /** A merge was undone. */
  | {
    /** Its id: the same event twice does nothing twice. */
    id: string;
    /** The instant at which it happened. */
    at: InstantText;
    /** The person who did it; absent: a system. */
    by?: string;
    type: "unmerged";
    /** The id of the event that merged. */
    merge: string;
  };

/** Something that happened to a lead. A lead's history is a list of them, and its state is what their replay gives. */
export type EventInput =
  /** The lead began. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "started";
    /** The id of the lead that begins. */
    readonly lead: string;
    /** Which side created it. */
    readonly sourced_by: SourcedBy;
    /** The source of the interest, such as a webinar or a fair. */
    readonly source?: string | null | undefined;
    /** What the interest is in; absent: no interest is expressed yet. */
    readonly offering?: string | null | undefined;
    /** The person. A known contact and an existing customer can have a new lead, and keep the old. */
    readonly contact?: string | null | undefined;
    /** The id of the company that the person works for. */
    readonly account?: string | null | undefined;
  }
  /** It was assessed. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "assessed";
    /** What the lifecycle needs of the assessment. */
    readonly assessment: AssessedInput | AssessmentInput;
  }
  /** The pre-qualification desk decided. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "reviewed";
    /** The reason to reject it, one of the agreed list; absent: it goes forward to sales. */
    readonly reject?: string | null | undefined;
  }
  /** Sales accepted it. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "accepted";
  }
  /** Sales rejected it. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "rejected";
    /** Why: one of the agreed list. */
    readonly reason: string;
  }
  /** Somebody tried to reach the contact. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "contact_attempted";
    /** The channel over which the contact was tried. */
    readonly channel: Channel;
    /** Whether the contact was reached by it. */
    readonly outcome: AttemptOutcome;
  }
  /** Sales found out how far it is qualified. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "qualified";
    /** Which criteria are met, by id. */
    readonly criteria?: { readonly [key: string]: Truth | undefined } | null | undefined;
  }
  /** It became an opportunity. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "opportunity_opened";
    /** How much it is about, in the agreement's currency. */
    readonly amount?: Numeric | null | undefined;
  }
  /** It became a customer. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "won";
    /** How much it was, in the agreement's currency. */
    readonly amount?: Numeric | null | undefined;
  }
  /** The opportunity was lost. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "lost";
    /** Why it happened, by the agreed list of reasons where there is one. */
    readonly reason: string;
  }
  /** It went back to nurture. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "recycled";
    /** Why it happened, by the agreed list of reasons where there is one. */
    readonly reason: string;
    /** Until when it waits; absent: until somebody wakes it, or it takes a fast track. */
    readonly until?: Instant | null | undefined;
  }
  /** A person ended its waiting, or found that its end was none. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "woken";
  }
  /** A person disqualified it. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "disqualified";
    /** Why it happened, by the agreed list of reasons where there is one. */
    readonly reason: string;
  }
  /** Somebody else of the responsible team has it now. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "reassigned";
    /** Who; absent: nobody yet. */
    readonly person?: string | null | undefined;
  }
  /** The contact gave a consent. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "consent_given";
    /** The record of what the contact said. */
    readonly consent: ConsentRecordInput;
  }
  /** The contact withdrew a consent. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "consent_withdrawn";
    /** The record of what the contact said. */
    readonly consent: ConsentRecordInput;
  }
  /** Facts changed. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "enriched";
    /** The names of the fields that changed. */
    readonly fields: readonly string[];
    /** Which team wrote them; absent: a provider, who owns none. */
    readonly team?: Team | null | undefined;
  }
  /** Another lead became one with it. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "merged";
    /** The other lead, as it stood. */
    readonly other: LeadStateInput;
  }
  /** A merge was undone. */
  | {
    /** Its id: the same event twice does nothing twice. */
    readonly id: string;
    /** The instant at which it happened. */
    readonly at: Instant;
    /** The person who did it; absent: a system. */
    readonly by?: string | null | undefined;
    readonly type: "unmerged";
    /** The id of the event that merged. */
    readonly merge: string;
  };

/**
 * A kind of event in the life of a lead. Clocks begin and end with them.
 *
 * - `started`: The lead began.
 * - `assessed`: It was assessed.
 * - `reviewed`: The pre-qualification desk decided.
 * - `accepted`: Sales accepted it.
 * - `rejected`: Sales rejected it, with a reason.
 * - `contact_attempted`: Somebody tried to reach the contact.
 * - `qualified`: Sales found out how far it is qualified.
 * - `opportunity_opened`: It became an opportunity with an amount.
 * - `won`: It became a customer.
 * - `lost`: The opportunity was lost.
 * - `recycled`: It went back to nurture.
 * - `woken`: Its time in nurture ended.
 * - `disqualified`: It was disqualified.
 * - `reassigned`: Somebody else is responsible now.
 * - `consent_given`: The contact gave a consent.
 * - `consent_withdrawn`: The contact withdrew a consent.
 * - `enriched`: Facts changed.
 * - `merged`: Another lead became one with it.
 * - `unmerged`: A merge was undone.
 */
export type EventKind =
  | "started"
  | "assessed"
  | "reviewed"
  | "accepted"
  | "rejected"
  | "contact_attempted"
  | "qualified"
  | "opportunity_opened"
  | "won"
  | "lost"
  | "recycled"
  | "woken"
  | "disqualified"
  | "reassigned"
  | "consent_given"
  | "consent_withdrawn"
  | "enriched"
  | "merged"
  | "unmerged";

/** What a contribution, a criterion or a blocker rests on. */
export type Evidence =
  /** A field and its value; no value where it is missing. */
  | {
    kind: "fact";
    /** The name of the field that was looked at. */
    field: string;
    /** The value that was found. */
    value?: Value;
  }
  /** An earlier result and its value. */
  | {
    kind: "result";
    /** The value that was found. */
    value?: Value;
    /** The name of the result that was looked at. */
    name: string;
  }
  /** An interaction that counted. */
  | {
    kind: "interaction";
    /** The id of the interaction, where it has one. */
    id?: string;
    /** The type of the interaction. */
    type: string;
    /** The instant of the interaction. */
    at: InstantText;
    /** Its age in whole days of 24 hours. */
    age_days: number;
    /** The points it earned, after decay. */
    points: number;
  }
  /** How many interactions a question about what happened found. */
  | {
    kind: "count";
    /** How many interactions there were. */
    count: number;
  }
  /** Full periods without activity. */
  | {
    kind: "idle";
    /** The instant of the last activity. */
    since: InstantText;
    /** How many full periods have passed without activity. */
    periods: number;
  };

/** What a contribution, a criterion or a blocker rests on. */
export type EvidenceInput =
  /** A field and its value; no value where it is missing. */
  | {
    readonly kind: "fact";
    /** The name of the field that was looked at. */
    readonly field: string;
    /** The value that was found. */
    readonly value?: ValueInput | null | undefined;
  }
  /** An earlier result and its value. */
  | {
    readonly kind: "result";
    /** The value that was found. */
    readonly value?: ValueInput | null | undefined;
    /** The name of the result that was looked at. */
    readonly name: string;
  }
  /** An interaction that counted. */
  | {
    readonly kind: "interaction";
    /** The id of the interaction, where it has one. */
    readonly id?: string | null | undefined;
    /** The type of the interaction. */
    readonly type: string;
    /** The instant of the interaction. */
    readonly at: Instant;
    /** Its age in whole days of 24 hours. */
    readonly age_days: Numeric;
    /** The points it earned, after decay. */
    readonly points: Numeric;
  }
  /** How many interactions a question about what happened found. */
  | {
    readonly kind: "count";
    /** How many interactions there were. */
    readonly count: Numeric;
  }
  /** Full periods without activity. */
  | {
    readonly kind: "idle";
    /** The instant of the last activity. */
    readonly since: Instant;
    /** How many full periods have passed without activity. */
    readonly periods: Numeric;
  };

/** A lead, what happened, and what the agreement must say of it. */
export interface Example {
  /** What the example shows, in a sentence. */
  name: string;
  /** The instant of the question. */
  as_of: InstantText;
  /** The lead: its envelope and its facts. */
  lead: Lead;
  /** What happened; absent: nobody knows. */
  interactions?: Interaction[];
  /** What the agreement must say of the lead. */
  expect: Expectation;
}

/** A lead, what happened, and what the agreement must say of it. */
export interface ExampleInput {
  /** What the example shows, in a sentence. */
  readonly name: string;
  /** The instant of the question. */
  readonly as_of: Instant;
  /** The lead: its envelope and its facts. */
  readonly lead: LeadInput;
  /** What happened; absent: nobody knows. */
  readonly interactions?: readonly InteractionInput[] | null | undefined;
  /** What the agreement must say of the lead. */
  readonly expect: ExpectationInput;
}

/** A condition that keeps a lead out, whatever else is true of it. */
export interface Exclusion {
  /** The name by which results refer to it. */
  id: string;
  /** The condition under which it applies. */
  when: Condition;
  /** The reason for people, in words. */
  reason?: Texts;
}

/** A condition that keeps a lead out, whatever else is true of it. */
export interface ExclusionInput {
  /** The name by which results refer to it. */
  readonly id: string;
  /** The condition under which it applies. */
  readonly when: ConditionInput;
  /** The reason for people, in words. */
  readonly reason?: TextsInput | null | undefined;
}

/** What must come out of an example; what is absent is not looked at. */
export interface Expectation {
  /** How many points the score must come to. */
  score?: number;
  /** How many points fit must come to. */
  fit?: number;
  /** How many points engagement must come to. */
  engagement?: number;
  /** The grade that must come out, such as `A1`. */
  grade?: string;
  /** The band that the score must fall into. */
  band?: string;
  /** The stage that the lead must qualify for. */
  stage?: Stage;
  /** The id of the persona that must be recognised. */
  persona?: string;
  /** The tier of the ICP that must come out. */
  icp_tier?: string;
  /** The share of the ICP matched. */
  icp_matched?: number;
}

/** What must come out of an example; what is absent is not looked at. */
export interface ExpectationInput {
  /** How many points the score must come to. */
  readonly score?: Numeric | null | undefined;
  /** How many points fit must come to. */
  readonly fit?: Numeric | null | undefined;
  /** How many points engagement must come to. */
  readonly engagement?: Numeric | null | undefined;
  /** The grade that must come out, such as `A1`. */
  readonly grade?: string | null | undefined;
  /** The band that the score must fall into. */
  readonly band?: string | null | undefined;
  /** The stage that the lead must qualify for. */
  readonly stage?: Stage | null | undefined;
  /** The id of the persona that must be recognised. */
  readonly persona?: string | null | undefined;
  /** The tier of the ICP that must come out. */
  readonly icp_tier?: string | null | undefined;
  /** The share of the ICP matched. */
  readonly icp_matched?: Numeric | null | undefined;
}

/** The least and the most that a number can come to. */
export interface Extremes {
  /** The lowest that is still possible. */
  least: Extremum;
  /** The highest that is still possible. */
  most: Extremum;
}

/** An end of what is possible. */
export interface Extremum {
  /** The number that nothing leads beyond. */
  points: number;
  /** Whether some facts lead exactly there, for certain. */
  exact: boolean;
}

/** A field's value; where more is known of it, a table. */
export type Fact =
  | Value
  | {
    /** What is known to be true, of the field's type. */
    value: Value;
    /** Since when it is known; before, it is not there. */
    known_since?: InstantText;
    /** Where it comes from. */
    source?: string;
    /** Whether it is only claimed, or confirmed. */
    status?: FactStatus;
  };

/** A field's value; where more is known of it, a table. */
export type FactInput =
  | ValueInput
  | {
    /** What is known to be true, of the field's type. */
    readonly value: ValueInput;
    /** Since when it is known; before, it is not there. */
    readonly known_since?: Instant | null | undefined;
    /** Where it comes from. */
    readonly source?: string | null | undefined;
    /** Whether it is only claimed, or confirmed. */
    readonly status?: FactStatus | null | undefined;
  };

/**
 * How sure a fact is.
 *
 * - `claimed`: Somebody said so.
 * - `confirmed`: Somebody checked it.
 */
export type FactStatus = "claimed" | "confirmed";

/** An interaction that replaces the criteria of every stage up to its target. */
export interface FastTrack {
  /** The types of interaction. */
  on: string[];
  /** What must hold of the interaction. */
  where?: Condition;
  /** What must hold besides. */
  when?: Condition;
  /** Only interactions of an age below this. */
  within?: string;
  /** The stage it leads to. */
  to: Stage;
}

/** An interaction that replaces the criteria of every stage up to its target. */
export interface FastTrackInput {
  /** The types of interaction. */
  readonly on: string | readonly string[];
  /** What must hold of the interaction. */
  readonly where?: ConditionInput | null | undefined;
  /** What must hold besides. */
  readonly when?: ConditionInput | null | undefined;
  /** Only interactions of an age below this. */
  readonly within?: string | null | undefined;
  /** The stage it leads to. */
  readonly to: Stage;
}

/** What sales says of marketing's leads, per source and per rule. */
export interface Feedback {
  /** Per source, the most handed over first; leads without a source come under an empty one. */
  by_source: FeedbackLine[];
  /** Per rule that had earned points when the lead was handed over. */
  by_rule: FeedbackLine[];
}

/**
 * What sales says of the leads of a source or a rule. It reads as a sentence: `leads from webinar are rejected as
 * no-budget in 40 %`.
 */
export interface FeedbackLine {
  /** The source, or the rule's id. */
  of: string;
  /** How many leads were handed over. */
  handed_over: number;
  /** How many of them sales accepted. */
  accepted: number;
  /** How many of them sales rejected. */
  rejected: number;
  /** The reasons, the most frequent first. */
  reasons?: ReasonShare[];
}

/** A field of the lead's vocabulary, or a property of an interaction type. */
export interface Field {
  /** What its values are. */
  type: FieldType;
  /** The values it allows, in order. */
  values?: string[];
  /** Whether the order of the values means something. */
  ordered?: boolean;
  /** What people call it. */
  label?: Texts;
  /** The question that finds it out. */
  ask?: Texts;
  /** The header of its column in files, where it differs from the name. */
  column?: string;
  /** Texts that mean that the value is missing, besides the empty one. */
  missing?: string[];
  /** Which team may write it, or who else may. */
  owner?: string;
  /** Whether advice may ask to change it. */
  changeable?: boolean;
}

/** A field of the lead's vocabulary, or a property of an interaction type. */
export interface FieldInput {
  /** What its values are. */
  readonly type: FieldType;
  /** The values it allows, in order. */
  readonly values?: readonly string[] | null | undefined;
  /** Whether the order of the values means something. */
  readonly ordered?: boolean | null | undefined;
  /** What people call it. */
  readonly label?: TextsInput | null | undefined;
  /** The question that finds it out. */
  readonly ask?: TextsInput | null | undefined;
  /** The header of its column in files, where it differs from the name. */
  readonly column?: string | null | undefined;
  /** Texts that mean that the value is missing, besides the empty one. */
  readonly missing?: string | readonly string[] | null | undefined;
  /** Which team may write it, or who else may. */
  readonly owner?: string | null | undefined;
  /** Whether advice may ask to change it. */
  readonly changeable?: boolean | null | undefined;
}

/**
 * What the values of a field are.
 *
 * - `text`: Free text.
 * - `category`: One of the field's `values`.
 * - `number`: A decimal number.
 * - `money`: An amount in the agreement's currency.
 * - `boolean`: True or false.
 * - `date`: A civil date.
 * - `instant`: A point in time, with its offset.
 * - `email`: An e-mail address.
 * - `phone`: A telephone number.
 * - `url`: The address of a page.
 * - `country`: A country: an ISO 3166 code, or a German or English name.
 * - `list`: Several texts, or several of the field's `values`.
 */
export type FieldType =
  | "text"
  | "category"
  | "number"
  | "money"
  | "boolean"
  | "date"
  | "instant"
  | "email"
  | "phone"
  | "url"
  | "country"
  | "list";

/** A figure that would change, with the counts behind the new one. */
export interface FigureChange {
  /** Its place in the goal: `rates.lead_to_mql`. */
  path: string;
  /** What the goal says, in JSON. */
  before?: string;
  /** What was measured, in JSON. */
  after: string;
  /** How many leads or deals it was measured from. */
  counted: number;
  /** How many leads are still open, and count neither way. */
  open: number;
}

/** What an assessment comes to, without its reasons: equal figures mean that nothing has changed. */
export interface Figures {
  /** The score of the lead, in points. */
  score: number;
  /** Explicit points, before their weight. */
  fit: number;
  /** Implicit points, before their weight. */
  engagement: number;
  /** The letter of the fit and the digit of the engagement. */
  grade?: string;
  /** The label of the score. */
  band?: string;
  /** The label of the ICP's tier that the lead is in. */
  icp_tier?: string;
  /** The id of the persona that is recognised for certain. */
  persona?: string;
  /** The stage the lead qualifies for. */
  stage: Stage;
}

/**
 * What is wrong or doubtful in a document or in facts.
 *
 * `path` names the place in the document (`scoring.rules[3].when.industry`), `line` and `column` (both from 1, the
 * column in characters) its source, where there is one.
 *
 * Most codes have one severity. What is wrong with facts or with a goal is an error of an assessment or of a plan, and
 * a warning where the check of an agreement finds it in an example or in its goals.
 */
export type Finding =
  /** The document cannot be used, or the fact counts as unknown. */
  | {
    /** What kind of finding this is; stable between versions. */
    code:
      | "syntax"
      | "too_large"
      | "unsupported_format"
      | "unknown_key"
      | "duplicate_key"
      | "missing_key"
      | "wrong_type"
      | "invalid_value"
      | "conflicting_keys"
      | "invalid_name"
      | "reserved_name"
      | "duplicate_id"
      | "unknown_field"
      | "unknown_value"
      | "unknown_function"
      | "unknown_interaction"
      | "unknown_property"
      | "unknown_persona"
      | "unknown_group"
      | "unknown_stage"
      | "unknown_calendar"
      | "unknown_clock"
      | "unknown_purpose"
      | "operator_not_applicable"
      | "later_result"
      | "empty"
      | "too_many_decimals"
      | "out_of_range"
      | "unbounded"
      | "wrong_order"
      | "foreign_money"
      | "impossible_goal"
      | "missing_figure"
      | "broken_chain"
      | "no_solution"
      | "unknown_segment"
      | "unknown_kpi"
      | "kpi_without_decision"
      | "decision_without_kpi"
      | "conflicting_interaction";
    /** Whether it is an error or a warning. */
    severity: "error";
    /** What is wrong, in the words of the field. */
    message: string;
    /** What to do about it, where there is something to say. */
    help?: string;
    /** The name that was probably meant, where one is near. */
    suggestion?: string;
    /** The place in the document or in the facts. */
    path: string;
    /** The line in the source text, from 1. */
    line?: number;
    /** The column in the source text, in characters, from 1. */
    column?: number;
  }
  /** It can be used, but it hardly means what its authors mean. */
  | {
    /** What kind of finding this is; stable between versions. */
    code:
      | "wrong_type"
      | "invalid_value"
      | "unknown_field"
      | "unknown_value"
      | "unknown_interaction"
      | "unknown_property"
      | "never_true"
      | "shadowed_rule"
      | "shadowed_segment"
      | "unreachable_threshold"
      | "stage_never_entered"
      | "stage_never_left"
      | "handover_without_clock"
      | "persona_never_recognised"
      | "days_of_business_time"
      | "unused"
      | "example_failed"
      | "undefined_abbreviation"
      | "review_due"
      | "not_effective"
      | "foreign_money"
      | "no_goal"
      | "impossible_goal"
      | "missing_figure"
      | "late_leads"
      | "over_capacity"
      | "over_budget"
      | "thin_evidence"
      | "no_working_day"
      | "kpi_unknown"
      | "conflicting_interaction";
    /** Whether it is an error or a warning. */
    severity: "warning";
    /** What is wrong, in the words of the field. */
    message: string;
    /** What to do about it, where there is something to say. */
    help?: string;
    /** The name that was probably meant, where one is near. */
    suggestion?: string;
    /** The place in the document or in the facts. */
    path: string;
    /** The line in the source text, from 1. */
    line?: number;
    /** The column in the source text, in characters, from 1. */
    column?: number;
  };

/**
 * What is wrong or doubtful in a document or in facts.
 *
 * `path` names the place in the document (`scoring.rules[3].when.industry`), `line` and `column` (both from 1, the
 * column in characters) its source, where there is one.
 *
 * Most codes have one severity. What is wrong with facts or with a goal is an error of an assessment or of a plan, and
 * a warning where the check of an agreement finds it in an example or in its goals.
 */
export type FindingInput =
  /** The document cannot be used, or the fact counts as unknown. */
  | {
    /** What kind of finding this is; stable between versions. */
    readonly code:
      | "syntax"
      | "too_large"
      | "unsupported_format"
      | "unknown_key"
      | "duplicate_key"
      | "missing_key"
      | "wrong_type"
      | "invalid_value"
      | "conflicting_keys"
      | "invalid_name"
      | "reserved_name"
      | "duplicate_id"
      | "unknown_field"
      | "unknown_value"
      | "unknown_function"
      | "unknown_interaction"
      | "unknown_property"
      | "unknown_persona"
      | "unknown_group"
      | "unknown_stage"
      | "unknown_calendar"
      | "unknown_clock"
      | "unknown_purpose"
      | "operator_not_applicable"
      | "later_result"
      | "empty"
      | "too_many_decimals"
      | "out_of_range"
      | "unbounded"
      | "wrong_order"
      | "foreign_money"
      | "impossible_goal"
      | "missing_figure"
      | "broken_chain"
      | "no_solution"
      | "unknown_segment"
      | "unknown_kpi"
      | "kpi_without_decision"
      | "decision_without_kpi"
      | "conflicting_interaction";
    /** Whether it is an error or a warning. */
    readonly severity: "error";
    /** What is wrong, in the words of the field. */
    readonly message: string;
    /** What to do about it, where there is something to say. */
    readonly help?: string | null | undefined;
    /** The name that was probably meant, where one is near. */
    readonly suggestion?: string | null | undefined;
    /** The place in the document or in the facts. */
    readonly path: string;
    /** The line in the source text, from 1. */
    readonly line?: Numeric | null | undefined;
    /** The column in the source text, in characters, from 1. */
    readonly column?: Numeric | null | undefined;
  }
  /** It can be used, but it hardly means what its authors mean. */
  | {
    /** What kind of finding this is; stable between versions. */
    readonly code:
      | "wrong_type"
      | "invalid_value"
      | "unknown_field"
      | "unknown_value"
      | "unknown_interaction"
      | "unknown_property"
      | "never_true"
      | "shadowed_rule"
      | "shadowed_segment"
      | "unreachable_threshold"
      | "stage_never_entered"
      | "stage_never_left"
      | "handover_without_clock"
      | "persona_never_recognised"
      | "days_of_business_time"
      | "unused"
      | "example_failed"
      | "undefined_abbreviation"
      | "review_due"
      | "not_effective"
      | "foreign_money"
      | "no_goal"
      | "impossible_goal"
      | "missing_figure"
      | "late_leads"
      | "over_capacity"
      | "over_budget"
      | "thin_evidence"
      | "no_working_day"
      | "kpi_unknown"
      | "conflicting_interaction";
    /** Whether it is an error or a warning. */
    readonly severity: "warning";
    /** What is wrong, in the words of the field. */
    readonly message: string;
    /** What to do about it, where there is something to say. */
    readonly help?: string | null | undefined;
    /** The name that was probably meant, where one is near. */
    readonly suggestion?: string | null | undefined;
    /** The place in the document or in the facts. */
    readonly path: string;
    /** The line in the source text, from 1. */
    readonly line?: Numeric | null | undefined;
    /** The column in the source text, in characters, from 1. */
    readonly column?: Numeric | null | undefined;
  };

/** A code of findings, with its meaning. */
export interface FindingCode {
  /** The code, as a finding has it; stable between versions. */
  code: Code;
  /** What the code means, in a sentence. */
  meaning: string;
  /** Every severity that a finding of this code can have, the usual one first. */
  severities: Severity[];
}

/** A clock that knows which of its steps are carried out, and the steps to carry out now. */
export interface FiredClock {
  /** The clock, to be kept in the place of the earlier one. */
  running: RunningClock;
  /** The steps that have come since it was last asked, in their order. */
  steps: ClockStep[];
}

/** What to ask a lead on its way to a stage. */
export interface Form {
  /** The stage that the lead is to reach. */
  stage: Stage;
  /** The fields that this stage and those below it require. */
  required: FormField[];
  /** What else is worth asking, the best first. */
  worth_asking: FormField[];
}

/** A field of a `Form`. */
export interface FormField {
  /** The name of the field that is to be filled in. */
  field: string;
  /** What its values are. */
  type: FieldType;
  /** The values it allows. */
  values?: string[];
  /** What people call it. */
  label?: Texts;
  /** The question with which it is asked. */
  ask?: Texts;
  /** What is known already. */
  value?: Value;
}

/** How a measure follows from others, named by their ids. */
export type Formula =
  | "given"
  /** The sum of all. */
  | {
    sum: string[];
  }
  /** The first less the second. */
  | {
    difference: [string, string];
  }
  /** The product of all. */
  | {
    product: string[];
  }
  /** The first by the second. */
  | {
    quotient: [string, string];
  };

/** How often a contact is approached at most within a time. */
export interface FrequencyCap {
  /** How often a contact is approached at most. */
  times: number;
  /** The time within which that is counted. */
  within: string;
  /** Over this channel; absent: over all together. */
  channel?: Channel;
  /** For this purpose; absent: for everything that is marketing. */
  purpose?: string;
}

/** How often a contact is approached at most within a time. */
export interface FrequencyCapInput {
  /** How often a contact is approached at most. */
  readonly times: Numeric;
  /** The time within which that is counted. */
  readonly within: string;
  /** Over this channel; absent: over all together. */
  readonly channel?: Channel | null | undefined;
  /** For this purpose; absent: for everything that is marketing. */
  readonly purpose?: string | null | undefined;
}

/** What is given instead. */
export type Given =
  | "nothing"
  /** So many leads of the chain's first stage in all. */
  | {
    readonly leads: Numeric;
  }
  /** So much money for leads in all. */
  | {
    readonly budget: Numeric;
  };

/** A term of the field with its definition. */
export interface GlossaryEntry {
  /** The term itself: the word that documents and results use, or the abbreviation. */
  term: string;
  /** Other words for the same, folded. */
  aliases?: string[];
  /** What an abbreviation stands for. */
  spelled_out?: Definition;
  /** What the term means. */
  definition: Definition;
  /** Whether the library or the agreement defined it. */
  defined_by: DefinedBy;
}

/**
 * A segment's goal: revenue by month, and the figures by which it becomes leads.
 *
 * A lead counts in the first segment whose condition holds. Any figure may vary by month; those of a revenue month
 * apply to its whole chain, however early its leads are due.
 */
export interface Goal {
  /** The name by which plans and results refer to the segment. */
  segment: string;
  /** Which leads count in it; all, when absent. */
  when?: Condition;
  /** The revenue target of each month; the keys are months. */
  revenue: Record<string, DecimalText>;
  /** What a deal brings on average. */
  average_deal: DecimalText | Record<string, DecimalText>;
  /** The share of the revenue that comes from leads of marketing; the rest is that of sales. */
  marketing_share: DecimalText | RateCounts | Record<string, DecimalText | RateCounts>;
  /** The share of leads that become customers, where only this is known. */
  close_rate?: DecimalText | RateCounts | Record<string, DecimalText | RateCounts>;
  /**
   * The rates from stage to stage, in any order, up to `customer`. They may begin above the lead: `reach_to_clicks`,
   * `clicks_to_enquiries`, `enquiries_to_lead`.
   */
  rates?: Record<string, DecimalText | RateCounts | Record<string, DecimalText | RateCounts>>;
  /** The rates of the leads of sales, where they differ. */
  sales_rates?: Record<string, DecimalText | RateCounts | Record<string, DecimalText | RateCounts>>;
  /** How many whole months a step takes; none, when absent. */
  lags?: Record<string, number | Record<string, number>>;
  /** What each lead that enters a stage costs, by the side that brought it. */
  costs?: Costs;
  /** What marketing may spend in a month. */
  budget?: DecimalText | Record<string, DecimalText>;
  /** The share of the revenue that is earned. */
  margin?: DecimalText | RateCounts | Record<string, DecimalText | RateCounts>;
  /** What a customer is worth over the whole relation, instead of deal and margin. */
  customer_value?: DecimalText | Record<string, DecimalText>;
  /** How many leads can be worked in a month, by the stage they enter. */
  capacity?: Record<string, number | DecimalText | Record<string, number | DecimalText>>;
}

/**
 * A segment's goal: revenue by month, and the figures by which it becomes leads.
 *
 * A lead counts in the first segment whose condition holds. Any figure may vary by month; those of a revenue month
 * apply to its whole chain, however early its leads are due.
 */
export interface GoalInput {
  /** The name by which plans and results refer to the segment. */
  readonly segment: string;
  /** Which leads count in it; all, when absent. */
  readonly when?: ConditionInput | null | undefined;
  /** The revenue target of each month; the keys are months. */
  readonly revenue: { readonly [key: string]: Numeric | undefined };
  /** What a deal brings on average. */
  readonly average_deal: Numeric | { readonly [key: string]: Numeric | undefined };
  /** The share of the revenue that comes from leads of marketing; the rest is that of sales. */
  readonly marketing_share?: number | bigint | string | RateCountsInput | { readonly [key: string]: number | bigint | string | RateCountsInput | undefined } | null | undefined;
  /** The share of leads that become customers, where only this is known. */
  readonly close_rate?: number | bigint | string | RateCountsInput | { readonly [key: string]: number | bigint | string | RateCountsInput | undefined } | null | undefined;
  /**
   * The rates from stage to stage, in any order, up to `customer`. They may begin above the lead: `reach_to_clicks`,
   * `clicks_to_enquiries`, `enquiries_to_lead`.
   */
  readonly rates?: { readonly [key: string]: number | bigint | string | RateCountsInput | { readonly [key: string]: number | bigint | string | RateCountsInput | undefined } | undefined } | null | undefined;
  /** The rates of the leads of sales, where they differ. */
  readonly sales_rates?: { readonly [key: string]: number | bigint | string | RateCountsInput | { readonly [key: string]: number | bigint | string | RateCountsInput | undefined } | undefined } | null | undefined;
  /** How many whole months a step takes; none, when absent. */
  readonly lags?: { readonly [key: string]: Numeric | { readonly [key: string]: Numeric | undefined } | undefined } | null | undefined;
  /** What each lead that enters a stage costs, by the side that brought it. */
  readonly costs?: CostsInput | null | undefined;
  /** What marketing may spend in a month. */
  readonly budget?: Numeric | { readonly [key: string]: Numeric | undefined } | null | undefined;
  /** The share of the revenue that is earned. */
  readonly margin?: number | bigint | string | RateCountsInput | { readonly [key: string]: number | bigint | string | RateCountsInput | undefined } | null | undefined;
  /** What a customer is worth over the whole relation, instead of deal and margin. */
  readonly customer_value?: Numeric | { readonly [key: string]: Numeric | undefined } | null | undefined;
  /** How many leads can be worked in a month, by the stage they enter. */
  readonly capacity?: { readonly [key: string]: Numeric | { readonly [key: string]: Numeric | undefined } | undefined } | null | undefined;
}

/** The goals of all segments, in one currency, in document order. */
export interface Goals {
  /** The currency of every amount. */
  currency: string;
  /** The segments' goals. */
  goals: Goal[];
}

/** The goals of all segments, in one currency, in document order. */
export interface GoalsInput {
  /** The currency of every amount. */
  readonly currency: string;
  /** The segments' goals. */
  readonly goals: readonly GoalInput[];
}

/** A condition that applies, by its id, and the facts behind it. */
export interface Ground {
  /** The id of the exclusion or the disqualifier. */
  id: string;
  /** The facts and interactions on which it rests. */
  evidence?: Evidence[];
}

/** A condition that applies, by its id, and the facts behind it. */
export interface GroundInput {
  /** The id of the exclusion or the disqualifier. */
  readonly id: string;
  /** The facts and interactions on which it rests. */
  readonly evidence?: readonly EvidenceInput[] | null | undefined;
}

/** Rules that belong together. */
export interface Group {
  /** Which of them count. */
  pick?: Pick;
  /** The least they can come to. */
  min?: number;
  /** The most they can come to. */
  max?: number;
}

/** Rules that belong together. */
export interface GroupInput {
  /** Which of them count. */
  readonly pick?: Pick | null | undefined;
  /** The least they can come to. */
  readonly min?: Numeric | null | undefined;
  /** The most they can come to. */
  readonly max?: Numeric | null | undefined;
}

/**
 * What is measured for itself.
 *
 * - `all`: All leads together.
 * - `segment`: Each segment.
 * - `channel`: Each channel.
 */
export type Grouping = "all" | "segment" | "channel";

/** One handover of a lead, and what became of it. */
export interface HandedOver {
  /** The id of the lead that was handed over. */
  lead: string;
  /** Where the lead came from. */
  source?: string;
  /** The instant of the handover. */
  at: InstantText;
  /** The rules that had earned its points. */
  rules?: string[];
  /** Whether no field that a stage requires was missing; absent: it was never assessed. */
  complete?: boolean;
  /** When sales accepted it. */
  accepted?: InstantText;
  /** When sales rejected it, and why. */
  rejected?: Rejection;
  /** Whether sales answered before the clock of the handover was due; absent: there is no clock, or it still runs. */
  answered_in_time?: boolean;
  /** The attempts to reach the contact, in order: when, and whether it was reached. */
  attempts: Attempt[];
  /** Whether the first touch came before its clock was due; absent as above. */
  touched_in_time?: boolean;
  /** When a breach sent it back. */
  returned?: InstantText;
  /** The person who had it last. */
  person?: string;
}

/** One handover of a lead, and what became of it. */
export interface HandedOverInput {
  /** The id of the lead that was handed over. */
  readonly lead: string;
  /** Where the lead came from. */
  readonly source?: string | null | undefined;
  /** The instant of the handover. */
  readonly at: Instant;
  /** The rules that had earned its points. */
  readonly rules?: readonly string[] | null | undefined;
  /** Whether no field that a stage requires was missing; absent: it was never assessed. */
  readonly complete?: boolean | null | undefined;
  /** When sales accepted it. */
  readonly accepted?: Instant | null | undefined;
  /** When sales rejected it, and why. */
  readonly rejected?: RejectionInput | null | undefined;
  /** Whether sales answered before the clock of the handover was due; absent: there is no clock, or it still runs. */
  readonly answered_in_time?: boolean | null | undefined;
  /** The attempts to reach the contact, in order: when, and whether it was reached. */
  readonly attempts: readonly AttemptInput[];
  /** Whether the first touch came before its clock was due; absent as above. */
  readonly touched_in_time?: boolean | null | undefined;
  /** When a breach sent it back. */
  readonly returned?: Instant | null | undefined;
  /** The person who had it last. */
  readonly person?: string | null | undefined;
}

/** The `[handover]` part of an agreement: when each team works, and which deadlines they keep. */
export interface Handover {
  /** The calendars by name. */
  calendars?: Record<string, Calendar>;
  /** The clocks in document order. */
  clocks?: Clock[];
}

/** The `[handover]` part of an agreement: when each team works, and which deadlines they keep. */
export interface HandoverInput {
  /** The calendars by name. */
  readonly calendars?: { readonly [key: string]: CalendarInput | undefined } | null | undefined;
  /** The clocks in document order. */
  readonly clocks?: readonly ClockInput[] | null | undefined;
}

/** What a lead needs on a channel before it is handed over. */
export interface HandoverNeed {
  /** The ground, at least. */
  basis: ConsentBasis;
  /** For which purpose; absent: the first of sales. */
  purpose?: string;
}

/** What a lead needs on a channel before it is handed over. */
export interface HandoverNeedInput {
  /** The ground, at least. */
  readonly basis: ConsentBasis;
  /** For which purpose; absent: the first of sales. */
  readonly purpose?: string | null | undefined;
}

/** A step of a history: an event, or time alone. */
export interface Happening {
  /** The event; absent: time did it. */
  event?: Event;
  /** Who had the lead when it happened. */
  person?: string;
  /** The changes of stage. */
  transitions?: Transition[];
  /** What was to be done. */
  effects?: Effect[];
}

/** The head of an agreement. */
export interface Header {
  /** The name of the agreement, for people. */
  name: string;
  /** Its version: results and histories name it. */
  version: string;
  /** Whether it is signed. */
  status: Status;
  /** Who signed it, and on which day. */
  signed?: Signature[];
  /** What was changed, and why. */
  changes?: Change[];
  /** From when it is in force. */
  effective?: DateText;
  /** When both sides look at it again. */
  review_by?: DateText;
  /** The currency of its amounts, by ISO 4217 code. */
  currency: string;
  /** How much of it one unit of another currency is worth. */
  exchange?: Record<string, DecimalText>;
  /** The time zone of its days. */
  time_zone: string;
  /** The language of its texts. */
  language: string;
  /** The teams, by side: `marketing`, `sales`, `review`. */
  parties?: Record<string, string>;
}

/** The head of an agreement. */
export interface HeaderInput {
  /** The name of the agreement, for people. */
  readonly name: string;
  /** Its version: results and histories name it. */
  readonly version: string;
  /** Whether it is signed. */
  readonly status?: Status | null | undefined;
  /** Who signed it, and on which day. */
  readonly signed?: readonly SignatureInput[] | null | undefined;
  /** What was changed, and why. */
  readonly changes?: readonly ChangeInput[] | null | undefined;
  /** From when it is in force. */
  readonly effective?: CalendarDate | null | undefined;
  /** When both sides look at it again. */
  readonly review_by?: CalendarDate | null | undefined;
  /** The currency of its amounts, by ISO 4217 code. */
  readonly currency?: string | null | undefined;
  /** How much of it one unit of another currency is worth. */
  readonly exchange?: { readonly [key: string]: Numeric | undefined } | null | undefined;
  /** The time zone of its days. */
  readonly time_zone?: string | null | undefined;
  /** The language of its texts. */
  readonly language?: string | null | undefined;
  /** The teams, by side: `marketing`, `sales`, `review`. */
  readonly parties?: { readonly [key: string]: string | undefined } | null | undefined;
}

/** Something that stands against approaching a contact. */
export interface Hindrance {
  /** What kind it is; stable between versions. */
  kind: HindranceKind;
  /** What stands against it, in words. */
  message: string;
  /** From when on it no longer does, where that is known. */
  until?: InstantText;
}

/**
 * What kind of thing stands against approaching a contact.
 *
 * - `unknown_purpose`: The agreement does not have the purpose.
 * - `no_identifier`: No address or number of the channel is known.
 * - `no_consent`: Nothing was ever said, and unknown is no.
 * - `withdrawn`: Consent was withdrawn.
 * - `expired`: Consent has expired.
 * - `too_weak`: There is a ground, but the channel or the purpose needs a stronger one.
 * - `frequency_cap`: The contact was approached often enough.
 * - `open_conversation`: Sales is talking with the contact.
 * - `recent_purchase`: It was bought a short while ago.
 */
export type HindranceKind =
  | "unknown_purpose"
  | "no_identifier"
  | "no_consent"
  | "withdrawn"
  | "expired"
  | "too_weak"
  | "frequency_cap"
  | "open_conversation"
  | "recent_purchase";

/**
 * What the targets of the months left follow.
 *
 * - `goal`: The goal of all months together stands: what is missing is made up, month by month in proportion to target
 * × index.
 * - `market`: The market decides: each target times its index, and what was missed stays missed.
 */
export type Hold = "goal" | "market";

/** A country, or a part of one, with public holidays of its own. */
export type HolidayRegion =
  | "AT"
  | "CH"
  | "DE"
  | "DE-BB"
  | "DE-BE"
  | "DE-BW"
  | "DE-BY"
  | "DE-HB"
  | "DE-HE"
  | "DE-HH"
  | "DE-MV"
  | "DE-NI"
  | "DE-NW"
  | "DE-RP"
  | "DE-SH"
  | "DE-SL"
  | "DE-SN"
  | "DE-ST"
  | "DE-TH";

/**
 * The ideal customer profile: which accounts the agreement is about.
 *
 * The share matched is the weight of the criteria that are met, divided by all weight; what is unknown counts as
 * unmatched. The tier is the first whose bound the share reaches.
 */
export interface Icp {
  /** Tiers by the share that opens them, between 0 and 1. */
  tiers: Ladder;
  /** What an ideal customer is. */
  criteria: Criterion[];
  /** What no customer can be: an excluded lead has no tier and stays below MQL. */
  exclude?: Exclusion[];
}

/**
 * The ideal customer profile: which accounts the agreement is about.
 *
 * The share matched is the weight of the criteria that are met, divided by all weight; what is unknown counts as
 * unmatched. The tier is the first whose bound the share reaches.
 */
export interface IcpInput {
  /** Tiers by the share that opens them, between 0 and 1. */
  readonly tiers?: LadderInput | null | undefined;
  /** What an ideal customer is. */
  readonly criteria?: readonly CriterionInput[] | null | undefined;
  /** What no customer can be: an excluded lead has no tier and stays below MQL. */
  readonly exclude?: readonly ExclusionInput[] | null | undefined;
}

/** How an account matches the ideal customer profile. */
export interface IcpMatch {
  /** The share of the weight that is matched, 0 to 1, to six decimals. */
  matched: number;
  /** The share that would be matched if all that is unknown matched. */
  could_match: number;
  /** The tier of the share matched. */
  tier?: string;
  /** What excludes the lead. */
  excluded?: Ground[];
  /** Which criteria are met. */
  criteria: CriterionState[];
}

/** How an account matches the ideal customer profile. */
export interface IcpMatchInput {
  /** The share of the weight that is matched, 0 to 1, to six decimals. */
  readonly matched?: Numeric | null | undefined;
  /** The share that would be matched if all that is unknown matched. */
  readonly could_match?: Numeric | null | undefined;
  /** The tier of the share matched. */
  readonly tier?: string | null | undefined;
  /** What excludes the lead. */
  readonly excluded?: readonly GroundInput[] | null | undefined;
  /** Which criteria are met. */
  readonly criteria?: readonly CriterionStateInput[] | null | undefined;
}

/** Something the lead did, or that was done with it: a page viewed, a demo requested, a mail sent. */
export interface Interaction {
  /** Its id: the same id counts once; without one, every interaction counts. */
  id?: string;
  /** Its type, one of the agreement's vocabulary. */
  type: string;
  /** The instant at which it happened. */
  at: InstantText;
  /** The offering it is about; absent: it counts for leads of every offering. */
  offering?: string;
  /** What is known of it, by property. */
  properties?: Record<string, Value>;
}

/** Something the lead did, or that was done with it: a page viewed, a demo requested, a mail sent. */
export interface InteractionInput {
  /** Its id: the same id counts once; without one, every interaction counts. */
  readonly id?: string | null | undefined;
  /** Its type, one of the agreement's vocabulary. */
  readonly type: string;
  /** The instant at which it happened. */
  readonly at: Instant;
  /** The offering it is about; absent: it counts for leads of every offering. */
  readonly offering?: string | null | undefined;
  /** What is known of it, by property. */
  readonly properties?: Facts | null | undefined;
}

/** A type of interaction and its properties. */
export interface InteractionType {
  /** What is known of an interaction of this type. */
  properties?: Record<string, Field>;
  /** Whether it is the lead's own doing: only that ends silence and idleness. */
  activity?: boolean;
  /** What people call it. */
  label?: Texts;
}

/** A type of interaction and its properties. */
export interface InteractionTypeInput {
  /** What is known of an interaction of this type. */
  readonly properties?: { readonly [key: string]: FieldType | FieldInput | undefined } | null | undefined;
  /** Whether it is the lead's own doing: only that ends silence and idleness. */
  readonly activity?: boolean | null | undefined;
  /** What people call it. */
  readonly label?: TextsInput | null | undefined;
}

/** The least and the most that a number can come to. */
export interface Interval {
  /** The lowest that is still possible, in points. */
  least: number;
  /** The highest that is still possible, in points. */
  most: number;
}

/** The least and the most that a number can come to. */
export interface IntervalInput {
  /** The lowest that is still possible, in points. */
  readonly least: Numeric;
  /** The highest that is still possible, in points. */
  readonly most: Numeric;
}

/** A KPI of the agreement. There is none without a decision that it steers, and no decision that stands on none. */
export interface Kpi {
  /** Its id in the catalogue (`kpi_definitions`), or a step such as `mql_to_sal`. */
  id: string;
  /** The value that it shall reach. */
  target?: number | DecimalText;
  /** Which team answers for it. */
  owner: KpiOwner;
  /** What is decided by it. */
  decision: string;
}

/** A KPI of the agreement. There is none without a decision that it steers, and no decision that stands on none. */
export interface KpiInput {
  /** Its id in the catalogue (`kpi_definitions`), or a step such as `mql_to_sal`. */
  readonly id: string;
  /** The value that it shall reach. */
  readonly target?: Numeric | null | undefined;
  /** Which team answers for it. */
  readonly owner: KpiOwner;
  /** What is decided by it. */
  readonly decision: string;
}

/** A measure: what it is called, how it is computed, and which way is good. */
export interface KpiDefinition {
  /** The name by which KPIs and formulas refer to it. */
  id: string;
  /** What people call it. */
  label: Texts;
  /** In what it is told: a number, money, days. */
  unit: KpiUnit;
  /** How it follows from other measures. */
  formula: Formula;
  /** Whether more is better; less is, otherwise. */
  more_is_better: boolean;
}

/**
 * Who answers for a KPI.
 *
 * - `marketing`: The team that makes leads.
 * - `sales`: The team that makes deals.
 * - `both`: Both teams.
 */
export type KpiOwner = "marketing" | "sales" | "both";

/** How a KPI of the agreement stands. */
export interface KpiState {
  /** The KPI as the agreement has it. */
  kpi: Kpi;
  /** Its value and whence it comes. */
  tree: KpiTree;
  /** Whether it meets its target; absent where there is no target or no value. */
  met?: boolean;
  /** What could not be computed, and why. */
  findings: Finding[];
}

/** A measure and those from which it is derived, down to what is counted or booked. */
export interface KpiTree {
  /** The measure that is derived. */
  kpi: KpiDefinition;
  /** Its value, where what it takes was given; to six decimals, half-even. */
  value?: number | DecimalText;
  /** Those from which it is derived. */
  parts: KpiTree[];
}

/**
 * In what a measure is told.
 *
 * - `count`: A number of leads, deals or contacts.
 * - `ratio`: A share, or a ratio.
 * - `money`: An amount in the agreement's currency.
 * - `money_per_day`: An amount each day.
 * - `hours`: A time in hours.
 * - `days`: Days of 24 hours.
 */
export type KpiUnit = "count" | "ratio" | "money" | "money_per_day" | "hours" | "days";

/** Labels by the bound that opens each; `else` is the label of what lies below them all. */
export interface Ladder {
  /** The label of what lies below all bounds. */
  else?: string;
  [key: string]: number | string | undefined;
}

/** Labels by the bound that opens each; `else` is the label of what lies below them all. */
export interface LadderInput {
  /** The label of what lies below all bounds. */
  readonly else?: string | undefined;
  readonly [key: string]: Numeric | string | undefined;
}

/** Where the last event stands in the one order. */
export interface LastEvent {
  /** The instant at which it happened. */
  at: InstantText;
  /** What kind of event it was. */
  kind: EventKind;
  /** The id of the event that was applied last. */
  id: string;
}

/** Where the last event stands in the one order. */
export interface LastEventInput {
  /** The instant at which it happened. */
  readonly at: Instant;
  /** What kind of event it was. */
  readonly kind: EventKind;
  /** The id of the event that was applied last. */
  readonly id: string;
}

/** What a late event changes: the caller takes back what no longer holds, and does what now does. */
export interface Late {
  /** The history with the late event in its place. */
  replay: Replay;
  /** The effects that no longer hold. */
  no_longer: Effect[];
  /** The effects that hold now, and did not before. */
  now: Effect[];
}

/** One contact's expressed interest in an offering: its envelope, and its facts by field. */
export interface Lead {
  /** By which name the caller knows it. */
  id?: string | number;
  /** The id of the person who is interested. */
  contact?: string | number;
  /** The company that the person works for. */
  account?: string | number;
  /** What the interest is in. */
  offering?: string | number;
  /** Where it comes from. */
  source?: string | number;
  /** Which team brought it. */
  sourced_by?: SourcedBy;
  /** When it came into being. */
  created?: InstantText;
  [key: string]: Fact | string | number | SourcedBy | InstantText | undefined;
}

/** One contact's expressed interest in an offering: its envelope, and its facts by field. */
export interface LeadInput extends Facts {
  /** By which name the caller knows it. */
  readonly id?: string | number | bigint | null | undefined;
  /** The id of the person who is interested. */
  readonly contact?: string | number | bigint | null | undefined;
  /** The company that the person works for. */
  readonly account?: string | number | bigint | null | undefined;
  /** What the interest is in. */
  readonly offering?: string | number | bigint | null | undefined;
  /** Where it comes from. */
  readonly source?: string | number | bigint | null | undefined;
  /** Which team brought it. */
  readonly sourced_by?: SourcedBy | null | undefined;
  /** When it came into being. */
  readonly created?: Instant | null | undefined;
}

/** A lead that moves, and why. */
export interface LeadMove {
  /** Its place among the leads, from 0. */
  position: number;
  /** The id of the lead, where it has one. */
  lead?: string;
  /** Whether the lead moves up, down, or sideways. */
  direction: Direction;
  /** By how many stages, of all that there are; who is disqualified stands below all. */
  stages: number;
  /** By how many points the score changes. */
  score: number;
  /** What it comes to under the earlier agreement. */
  before: Figures;
  /** What it comes to under the later agreement. */
  after: Figures;
  /** The lines of the score that differ; their differences add up to that of the score. */
  contributions: ContributionChange[];
  /** What no longer keeps it from its next stage. */
  blockers_gone?: UnmetBlocker[];
  /** What newly keeps it from its next stage. */
  blockers_new?: UnmetBlocker[];
}

/** What a lead of a sample scores, as its assessment says. */
export interface LeadScore {
  /** The score of its last assessment, in points. */
  readonly score: Numeric;
  /** Its fit, before the weight; needed where the stage asks for it, or for the grade. */
  readonly fit?: Numeric | null | undefined;
  /** Its engagement, before the weight; needed where the stage asks for it, or for the grade. */
  readonly engagement?: Numeric | null | undefined;
}

/**
 * Where a lead stands: all that the next event needs to know, and cheap to clone.
 *
 * `Agreement::start` makes it, `Agreement::apply` moves it on. It is the replay of the lead's history and nothing else.
 */
export interface LeadState {
  /** Where it comes from: its id, its source, its contact. */
  origin: Origin;
  /** The stage in which the lead stands. */
  stage: Stage;
  /** The one team that is responsible. */
  owner: Team;
  /** The person of that team, where somebody has it. */
  person?: string;
  /** Since when it stands there. */
  since: InstantText;
  /** Why it stands there. */
  reason: TransitionReason;
  /** Until when it waits. */
  hold_until?: InstantText;
  /** When it was handed over to sales; absent while sales does not have it. */
  handed_over?: InstantText;
  /** When sales accepted it, or when it was accepted in advance. */
  accepted?: InstantText;
  /** Whether nobody has accepted it yet: a fast track or an assessment did, and sales may still reject it. */
  in_advance?: boolean;
  /** Only interactions after this instant count for a fast track: its last handover, rejection or return. */
  fast_track_since?: InstantText;
  /** Only interactions after this instant earn points. */
  engagement_since?: InstantText;
  /** When a breach sent it back: a new handover needs a person or a newer interaction. */
  returned_at?: InstantText;
  /** The attempts to reach the contact since it was handed over. */
  attempts: number;
  /** Whether one of them did. */
  reached: boolean;
  /** What sales found out, by criterion. */
  criteria?: Record<string, Truth>;
  /** How much it is about, in the agreement's currency. */
  amount?: DecimalText;
  /** The clocks that run for it. */
  clocks?: RunningClock[];
  /** What the contact said on being approached, as far as this lead's history knows it. */
  consent?: ConsentRecord[];
  /** The last assessment. */
  assessed?: Assessed;
  /** The version of the agreement by which the last event was applied. */
  agreement: string;
  /** The event that was applied last. */
  last: LastEvent;
  /** The instant of the last change: what is earlier than that needs a replay. */
  changed: InstantText;
  /** The ids of the events that were applied. */
  applied: string[];
  /** The merges that can be undone. */
  merges?: Merge[];
}

/**
 * Where a lead stands: all that the next event needs to know, and cheap to clone.
 *
 * `Agreement::start` makes it, `Agreement::apply` moves it on. It is the replay of the lead's history and nothing else.
 */
export interface LeadStateInput {
  /** Where it comes from: its id, its source, its contact. */
  readonly origin: OriginInput;
  /** The stage in which the lead stands. */
  readonly stage: Stage;
  /** The one team that is responsible. */
  readonly owner: Team;
  /** The person of that team, where somebody has it. */
  readonly person?: string | null | undefined;
  /** Since when it stands there. */
  readonly since: Instant;
  /** Why it stands there. */
  readonly reason: TransitionReasonInput;
  /** Until when it waits. */
  readonly hold_until?: Instant | null | undefined;
  /** When it was handed over to sales; absent while sales does not have it. */
  readonly handed_over?: Instant | null | undefined;
  /** When sales accepted it, or when it was accepted in advance. */
  readonly accepted?: Instant | null | undefined;
  /** Whether nobody has accepted it yet: a fast track or an assessment did, and sales may still reject it. */
  readonly in_advance?: boolean | null | undefined;
  /** Only interactions after this instant count for a fast track: its last handover, rejection or return. */
  readonly fast_track_since?: Instant | null | undefined;
  /** Only interactions after this instant earn points. */
  readonly engagement_since?: Instant | null | undefined;
  /** When a breach sent it back: a new handover needs a person or a newer interaction. */
  readonly returned_at?: Instant | null | undefined;
  /** The attempts to reach the contact since it was handed over. */
  readonly attempts?: Numeric | null | undefined;
  /** Whether one of them did. */
  readonly reached?: boolean | null | undefined;
  /** What sales found out, by criterion. */
  readonly criteria?: { readonly [key: string]: Truth | undefined } | null | undefined;
  /** How much it is about, in the agreement's currency. */
  readonly amount?: Numeric | null | undefined;
  /** The clocks that run for it. */
  readonly clocks?: readonly RunningClockInput[] | null | undefined;
  /** What the contact said on being approached, as far as this lead's history knows it. */
  readonly consent?: readonly ConsentRecordInput[] | null | undefined;
  /** The last assessment. */
  readonly assessed?: AssessedInput | null | undefined;
  /** The version of the agreement by which the last event was applied. */
  readonly agreement: string;
  /** The event that was applied last. */
  readonly last: LastEventInput;
  /** The instant of the last change: what is earlier than that needs a replay. */
  readonly changed: Instant;
  /** The ids of the events that were applied. */
  readonly applied: readonly string[];
  /** The merges that can be undone. */
  readonly merges?: readonly MergeInput[] | null | undefined;
}

/** A lead with what happened, as requests about many leads give it. */
export interface LeadWithHistory {
  /** The lead and its facts. */
  readonly lead: LeadInput;
  /** What happened; unknown, if absent. */
  readonly interactions?: readonly InteractionInput[] | null | undefined;
}

/** The stages of an agreement and what opens each. */
export interface Lifecycle {
  /** The stages, in order. */
  stages: Stage[];
  /** Groups of stages, such as TOFU, MOFU and BOFU. */
  groups?: Record<string, Stage[]>;
  /** What opens a stage, by stage. */
  stage?: {
    /** A person who is known, without an expressed interest. */
    contact?: StageCriteria;
    /** An expressed interest. */
    lead?: StageCriteria;
    /** A marketing qualified lead: it is handed over. */
    mql?: StageCriteria;
    /** At the pre-qualification desk. */
    review?: StageCriteria;
    /** A sales accepted lead. */
    sal?: StageCriteria;
    /** A sales qualified lead. */
    sql?: StageCriteria;
    /** A deal in negotiation. */
    opportunity?: StageCriteria;
    /** A won deal. */
    customer?: StageCriteria;
    /** Waiting with marketing for a better time. */
    nurture?: StageCriteria;
    /** No lead for this agreement. */
    disqualified?: StageCriteria;
    /** A lost deal. */
    lost?: StageCriteria;
  };
  /** What takes a lead there directly. */
  fast_track?: FastTrack[];
  /** What makes it no lead for this agreement. */
  disqualify?: Disqualifier[];
  /** Why sales or the review desk may reject a lead, and what follows. */
  reject_reasons?: RejectReason[];
  /** Why a deal may be lost; none: any words do. */
  lost_reasons?: Reason[];
  /** Why a lead may go back to nurture; none: any words do. */
  recycle_reasons?: Reason[];
  /** Why a person may disqualify a lead; none: any words do. */
  disqualify_reasons?: Reason[];
}

/** The stages of an agreement and what opens each. */
export interface LifecycleInput {
  /** The stages, in order. */
  readonly stages?: readonly Stage[] | null | undefined;
  /** Groups of stages, such as TOFU, MOFU and BOFU. */
  readonly groups?: { readonly [key: string]: readonly Stage[] | undefined } | null | undefined;
  /** What opens a stage, by stage. */
  readonly stage?: {
    /** A person who is known, without an expressed interest. */
    readonly contact?: StageCriteriaInput | null | undefined;
    /** An expressed interest. */
    readonly lead?: StageCriteriaInput | null | undefined;
    /** A marketing qualified lead: it is handed over. */
    readonly mql?: StageCriteriaInput | null | undefined;
    /** At the pre-qualification desk. */
    readonly review?: StageCriteriaInput | null | undefined;
    /** A sales accepted lead. */
    readonly sal?: StageCriteriaInput | null | undefined;
    /** A sales qualified lead. */
    readonly sql?: StageCriteriaInput | null | undefined;
    /** A deal in negotiation. */
    readonly opportunity?: StageCriteriaInput | null | undefined;
    /** A won deal. */
    readonly customer?: StageCriteriaInput | null | undefined;
    /** Waiting with marketing for a better time. */
    readonly nurture?: StageCriteriaInput | null | undefined;
    /** No lead for this agreement. */
    readonly disqualified?: StageCriteriaInput | null | undefined;
    /** A lost deal. */
    readonly lost?: StageCriteriaInput | null | undefined;
  } | null | undefined;
  /** What takes a lead there directly. */
  readonly fast_track?: readonly FastTrackInput[] | null | undefined;
  /** What makes it no lead for this agreement. */
  readonly disqualify?: readonly DisqualifierInput[] | null | undefined;
  /** Why sales or the review desk may reject a lead, and what follows. */
  readonly reject_reasons?: readonly RejectReasonInput[] | null | undefined;
  /** Why a deal may be lost; none: any words do. */
  readonly lost_reasons?: readonly (string | ReasonInput)[] | null | undefined;
  /** Why a lead may go back to nurture; none: any words do. */
  readonly recycle_reasons?: readonly (string | ReasonInput)[] | null | undefined;
  /** Why a person may disqualify a lead; none: any words do. */
  readonly disqualify_reasons?: readonly (string | ReasonInput)[] | null | undefined;
}

/** So many times at most, in all or per period. The most recent ones are kept, before decay. */
export interface Limit {
  /** How many interactions count at most. */
  times: number;
  /** In which period; absent: in all. */
  per?: Period;
}

/** So many times at most, in all or per period. The most recent ones are kept, before decay. */
export interface LimitInput {
  /** How many interactions count at most. */
  readonly times: Numeric;
  /** In which period; absent: in all. */
  readonly per?: Period | null | undefined;
}

/** How is measured. */
export interface MeasureOptions {
  /** The stages of the chain, from the first to `customer`. */
  readonly stages: readonly string[];
  /** The stages at which a lead has ended; unless it comes back, it is lost. */
  readonly ends?: readonly string[] | null | undefined;
  /** What is measured for itself. */
  readonly grouping?: Grouping | null | undefined;
  /** How long after its last step an open lead counts as lost, where losses are not recorded. */
  readonly stale_after?: string | null | undefined;
}

/**
 * The time over which is measured: from an instant up to, and without, another, the `as_of` of the question: what
 * happened from then on is not seen.
 */
export interface MeasureWindow {
  /** The first instant that is looked at. */
  from: InstantText;
  /** The instant at which it ends. */
  until: InstantText;
}

/**
 * The time over which is measured: from an instant up to, and without, another, the `as_of` of the question: what
 * happened from then on is not seen.
 */
export interface MeasureWindowInput {
  /** The first instant that is looked at. */
  readonly from: Instant;
  /** The instant at which it ends. */
  readonly until: Instant;
}

/** What was measured of a group of leads. */
export interface Measured {
  /** The segment or the channel; absent for all leads together, and for those that name none. */
  group?: string;
  /** The time over which was measured. */
  window: MeasureWindow;
  /** The rate of each step. */
  rates: MeasuredRate[];
  /** The average of the deals won in the window. */
  average_deal?: MeasuredDeal;
  /** How long each step takes. */
  lags: MeasuredLag[];
}

/** What was measured of a group of leads. */
export interface MeasuredInput {
  /** The segment or the channel; absent for all leads together, and for those that name none. */
  readonly group?: string | null | undefined;
  /** The time over which was measured. */
  readonly window: MeasureWindowInput;
  /** The rate of each step. */
  readonly rates: readonly MeasuredRateInput[];
  /** The average of the deals won in the window. */
  readonly average_deal?: MeasuredDealInput | null | undefined;
  /** How long each step takes. */
  readonly lags: readonly MeasuredLagInput[];
}

/** A measured average deal. */
export interface MeasuredDeal {
  /** The average, to six decimals, half-even. */
  average: DecimalText;
  /** The sum of the deals. */
  sum: DecimalText;
  /** How many deals had an amount. */
  deals: number;
}

/** A measured average deal. */
export interface MeasuredDealInput {
  /** The average, to six decimals, half-even. */
  readonly average: Numeric;
  /** The sum of the deals. */
  readonly sum: Numeric;
  /** How many deals had an amount. */
  readonly deals: Numeric;
}

/** A measured lag. */
export interface MeasuredLag {
  /** From which stage to which. */
  step: string;
  /** The median of those that came on in the window, in days of 24 hours, to two decimals. */
  median_days: number | DecimalText;
  /** The median in whole months of 30.436875 days, halves up. */
  months: number;
  /** How many leads it is the median of. */
  leads: number;
}

/** A measured lag. */
export interface MeasuredLagInput {
  /** From which stage to which. */
  readonly step: string;
  /** The median of those that came on in the window, in days of 24 hours, to two decimals. */
  readonly median_days: Numeric;
  /** The median in whole months of 30.436875 days, halves up. */
  readonly months: Numeric;
  /** How many leads it is the median of. */
  readonly leads: Numeric;
}

/** A measured rate, with the counts behind it. */
export interface MeasuredRate {
  /** From which stage to which. */
  step: string;
  /** The leads that entered the first stage in the window and came on. */
  won: number;
  /** Those that ended, or went stale. */
  lost: number;
  /** Those of which nobody knows yet: they count neither way. */
  open: number;
  /** Won of those that are decided; absent when none is. */
  rate?: DecimalText | RateCounts;
  /** The rate if every open lead were lost. */
  at_least?: DecimalText | RateCounts;
  /** The rate if every open lead came on. */
  at_most?: DecimalText | RateCounts;
}

/** A measured rate, with the counts behind it. */
export interface MeasuredRateInput {
  /** From which stage to which. */
  readonly step: string;
  /** The leads that entered the first stage in the window and came on. */
  readonly won: Numeric;
  /** Those that ended, or went stale. */
  readonly lost: Numeric;
  /** Those of which nobody knows yet: they count neither way. */
  readonly open: Numeric;
  /** Won of those that are decided; absent when none is. */
  readonly rate?: Numeric | RateCountsInput | null | undefined;
  /** The rate if every open lead were lost. */
  readonly at_least?: Numeric | RateCountsInput | null | undefined;
  /** The rate if every open lead came on. */
  readonly at_most?: Numeric | RateCountsInput | null | undefined;
}

/** A merge that can be undone: the state before it, and what happened since. */
export interface Merge {
  /** The id of the event that merged. */
  event: string;
  /** The state as it was before the merge. */
  before: LeadState;
  /** The events that were applied since. */
  since?: Event[];
}

/** A merge that can be undone: the state before it, and what happened since. */
export interface MergeInput {
  /** The id of the event that merged. */
  readonly event: string;
  /** The state as it was before the merge. */
  readonly before: LeadStateInput;
  /** The events that were applied since. */
  readonly since?: readonly EventInput[] | null | undefined;
}

/** A target of the month, and how near it is: leads at a stage, or revenue. */
export interface MoneyProgress {
  /** The segment; all together, when absent. */
  segment?: string;
  /** The side; both together, when absent. */
  side?: SourcedBy;
  /** The stage; `customer` for revenue. */
  stage: string;
  /** What the month owes. */
  target: DecimalText;
  /** What it has brought up to and with the day of the question. */
  achieved: DecimalText;
  /** Achieved of target, to four decimals. */
  share?: number | DecimalText;
  /** What the elapsed working days owe. */
  expected: DecimalText;
  /** What is missing to the target; nothing, once it is reached. */
  gap: DecimalText;
  /** What each working day from here on must bring; absent with none left. */
  pace?: DecimalText;
  /** What the month will have brought; absent before the first working day has elapsed. */
  projection?: MoneyProjection;
  /** How the target stands: on track, at risk, behind. */
  status: ProgressStatus;
}

/**
 * What the month will have brought at its end, with an interval of the confidence that was asked for.
 *
 * `likely` goes on at the pace of the elapsed working days: what they brought, times all days by the elapsed ones. The
 * interval takes arrivals as a Poisson process whose rate is known from these days alone, with Jeffreys' prior (H.
 * Jeffreys, 1946): what is still to come has then a negative binomial distribution with the size `came + ½` and the
 * chance `elapsed / (elapsed + left)`, and the ends are its quantiles with equal tails. For revenue it is that of the
 * deals, at their average so far (or at the plan's, before the first). What is achieved stays: no end lies below it;
 * and what the pace gives lies within.
 */
export interface MoneyProjection {
  /** The lower end of the interval. */
  low: DecimalText;
  /** At the pace of the elapsed working days. */
  likely: DecimalText;
  /** The upper end of the interval. */
  high: DecimalText;
}

/** A revenue month of a segment. */
export interface MonthPlan {
  /** The month of the revenue. */
  month: MonthText;
  /** What each side owes, and both together. */
  figures: Sides;
  /** What stands behind the figures of marketing. */
  marketing: SideMonth;
  /** What stands behind the figures of sales. */
  sales: SideMonth;
}

/** All segments in a month. */
export interface MonthTotal {
  /** The month of the revenue. */
  month: MonthText;
  /** What each side owes, and both together. */
  figures: Sides;
}

/** A month left of a segment. */
export interface MovingMonth {
  /** The id of the segment in the agreement's goals. */
  segment: string;
  /** The month that is planned anew. */
  month: MonthText;
  /** The target of the agreement. */
  target: DecimalText;
  /**
   * The plain roll-over: shortfalls and surpluses of the months before fall upon the first month left; a surplus beyond
   * it upon the next.
   */
  rolled: DecimalText;
  /** The target that follows the market and what was missed. */
  moved: DecimalText;
}

/** How targets move. */
export interface MovingOptions {
  /** How the market stands against the plan, by month: 1 as planned, 0.9 a tenth below. */
  readonly index?: Numeric | { readonly [key: string]: Numeric | undefined } | null | undefined;
  /** Where the index is from: an index without a source is a guess. */
  readonly index_source?: string | null | undefined;
  /** What the targets follow. */
  readonly hold?: Hold | null | undefined;
  /** Figures measured anew, by segment; those without a group serve every segment that has none. */
  readonly measured?: readonly MeasuredInput[] | null | undefined;
  /** How many decided leads a measured rate needs. */
  readonly fewest?: Numeric | null | undefined;
  /** How the months left are planned. */
  readonly plan_options?: PlanOptions | null | undefined;
}

/** The months left, by roll-over and planned anew. */
export interface MovingTargets {
  /** The months left of each segment. */
  months: MovingMonth[];
  /** The plan of the months left: moved targets, at the rates measured anew. */
  plan: Plan;
  /** Which figures gave way to measured ones, by segment. */
  refreshed: Record<string, Proposal>;
  /** Where the outside index is from. */
  index_source?: string;
  /** What makes the answer doubtful. */
  findings: Finding[];
}

/** The next stage, and what keeps the lead from it. */
export interface NextStage {
  /** The stage above the one that it qualifies for. */
  stage: Stage;
  /** What stands between the lead and the stage. */
  blockers: Blocker[];
}

/** The next stage, and what keeps the lead from it. */
export interface NextStageInput {
  /** The stage above the one that it qualifies for. */
  readonly stage: Stage;
  /** What stands between the lead and the stage. */
  readonly blockers: readonly BlockerInput[];
}

/** One value, or several: a positive operator needs one of them, a negative one none. */
export type Operand = boolean | number | string | (boolean | number | string)[];

/** One value, or several: a positive operator needs one of them, a negative one none. */
export type OperandInput = boolean | number | bigint | string | readonly (boolean | number | bigint | string)[];

/** Where a lead comes from. It is set when the lead starts and never changes. */
export interface Origin {
  /** The id of the lead that begins. */
  lead: string;
  /** Which side created it. */
  sourced_by: SourcedBy;
  /** The source of the interest, such as a webinar or a fair. */
  source?: string;
  /** What the interest is in; absent: no interest is expressed yet. */
  offering?: string;
  /** The person. A known contact and an existing customer can have a new lead, and keep the old. */
  contact?: string;
  /** The id of the company that the person works for. */
  account?: string;
}

/** Where a lead comes from. It is set when the lead starts and never changes. */
export interface OriginInput {
  /** The id of the lead that begins. */
  readonly lead: string;
  /** Which side created it. */
  readonly sourced_by: SourcedBy;
  /** The source of the interest, such as a webinar or a fair. */
  readonly source?: string | null | undefined;
  /** What the interest is in; absent: no interest is expressed yet. */
  readonly offering?: string | null | undefined;
  /** The person. A known contact and an existing customer can have a new lead, and keep the old. */
  readonly contact?: string | null | undefined;
  /** The id of the company that the person works for. */
  readonly account?: string | null | undefined;
}

/** A clock that nobody has met. */
export interface Overdue {
  /** The id of the lead whose clock it is. */
  lead: string;
  /** The team that is responsible for the lead. */
  owner: Team;
  /** The person who has it. */
  person?: string;
  /** The id of the clock in the agreement. */
  clock: string;
  /** The instant at which it was due. */
  due: InstantText;
  /** For how long it has been overdue, in the clock's own time. */
  overdue_for: DurationText;
}

/** A time during which a clock stood still. */
export interface Pause {
  /** The instant at which the clock stood still. */
  from: InstantText;
  /** When the clock ran again. */
  until?: InstantText;
}

/** A time during which a clock stood still. */
export interface PauseInput {
  /** The instant at which the clock stood still. */
  readonly from: Instant;
  /** When the clock ran again. */
  readonly until?: Instant | null | undefined;
}

/** How a month stands against the plan. */
export interface Performance {
  /** The month that is looked at. */
  month: MonthText;
  /** The day of the question. */
  as_of: DateText;
  /** The currency of every amount. */
  currency: string;
  /** The working days of the month, gone and left. */
  days: DayCount;
  /** Revenue: of each segment and of all, by side and of both. */
  revenue: MoneyProgress[];
  /** Leads due in the month, by stage: of each segment and of all, by side and of both. */
  leads: QuantityProgress[];
  /** The months of the plan, with what was achieved in each. */
  year: YearMonth[];
  /** What makes the answer doubtful. */
  findings: Finding[];
}

/** How performance is told. */
export interface PerformanceOptions {
  /** The month; that of the question's day, when absent. */
  readonly month?: CalendarMonth | null | undefined;
  /** The confidence of projections. */
  readonly confidence?: number | bigint | string | RateCountsInput | null | undefined;
}

/**
 * A civil period in the agreement's zone.
 *
 * - `day`: From midnight to midnight.
 * - `week`: An ISO week, from Monday.
 * - `month`: A calendar month.
 */
export type Period = "day" | "week" | "month";

/** What one person did. */
export interface PersonLine {
  /** The name of the person; absent: nobody had these leads. */
  person?: string;
  /** What the person did with the leads. */
  sales: SalesLine;
}

/** A fictional buyer: who it is, what moves it, and by which facts a lead is recognised as it. */
export interface Persona {
  /** The name by which conditions and results refer to it. */
  id: string;
  /** Its name, as in "Ines, IT-Leiterin". */
  name?: Texts;
  /** Its role in the buying centre. */
  role?: BuyingRole;
  /** Its life in a few sentences. */
  biography?: Texts;
  /** Age, income, education, family, by name. */
  demographics?: Record<string, string>;
  /** What it does at work and before it buys. */
  behaviours?: string[];
  /** What it is interested in. */
  interests?: string[];
  /** What it needs to do its work. */
  needs?: string[];
  /** What it wants to reach. */
  goals?: string[];
  /** What goes wrong today, and hurts. */
  pain_points?: string[];
  /** What it says against a purchase. */
  objections?: string[];
  /** By which channels it likes to be reached. */
  channels?: string[];
  /** By which facts a lead is recognised as it. */
  when?: Condition;
}

/** A fictional buyer: who it is, what moves it, and by which facts a lead is recognised as it. */
export interface PersonaInput {
  /** The name by which conditions and results refer to it. */
  readonly id: string;
  /** Its name, as in "Ines, IT-Leiterin". */
  readonly name?: TextsInput | null | undefined;
  /** Its role in the buying centre. */
  readonly role?: BuyingRole | null | undefined;
  /** Its life in a few sentences. */
  readonly biography?: TextsInput | null | undefined;
  /** Age, income, education, family, by name. */
  readonly demographics?: { readonly [key: string]: string | number | bigint | undefined } | null | undefined;
  /** What it does at work and before it buys. */
  readonly behaviours?: string | readonly string[] | null | undefined;
  /** What it is interested in. */
  readonly interests?: string | readonly string[] | null | undefined;
  /** What it needs to do its work. */
  readonly needs?: string | readonly string[] | null | undefined;
  /** What it wants to reach. */
  readonly goals?: string | readonly string[] | null | undefined;
  /** What goes wrong today, and hurts. */
  readonly pain_points?: string | readonly string[] | null | undefined;
  /** What it says against a purchase. */
  readonly objections?: string | readonly string[] | null | undefined;
  /** By which channels it likes to be reached. */
  readonly channels?: string | readonly string[] | null | undefined;
  /** By which facts a lead is recognised as it. */
  readonly when?: ConditionInput | null | undefined;
}

/** A persona that the lead is, or could be. */
export interface PersonaMatch {
  /** The id of the persona in the agreement. */
  id: string;
  /** Its role in the buying centre. */
  role?: BuyingRole;
  /** Whether the lead is it. */
  holds: Truth;
  /** The share of its conditions that hold, 0 to 1. */
  share: number;
  /** The conditions that hold, in words. */
  because?: string[];
  /** The conditions that a missing fact leaves open, in words. */
  open?: string[];
}

/** A persona that the lead is, or could be. */
export interface PersonaMatchInput {
  /** The id of the persona in the agreement. */
  readonly id: string;
  /** Its role in the buying centre. */
  readonly role?: BuyingRole | null | undefined;
  /** Whether the lead is it. */
  readonly holds: Truth;
  /** The share of its conditions that hold, 0 to 1. */
  readonly share: Numeric;
  /** The conditions that hold, in words. */
  readonly because?: readonly string[] | null | undefined;
  /** The conditions that a missing fact leaves open, in words. */
  readonly open?: readonly string[] | null | undefined;
}

/** How many contacts are a persona. */
export interface PersonaPresence {
  /** The id of the persona in the agreement. */
  persona: string;
  /** How many contacts certainly are it. */
  certain: number;
  /** How many more could be it. */
  possible: number;
}

/**
 * How far a lead has come with sales.
 *
 * - `open`: Sales does not have it.
 * - `offered`: It was handed over, and sales has not answered yet.
 * - `in_advance`: It was accepted in advance: sales has it, and may still reject it.
 * - `accepted`: Sales accepted it.
 */
export type Phase = "open" | "offered" | "in_advance" | "accepted";

/**
 * Which of a group's rules count.
 *
 * - `sum`: All of them, added up.
 * - `first`: The first that fires, in document order.
 * - `highest`: The one with the most points of those that fire; of equal ones the first.
 */
export type Pick = "sum" | "first" | "highest";

/**
 * What both teams owe, per segment and month and in total.
 *
 * Every sum adds the cells that are shown, so that segments add up to totals and months to years.
 */
export interface Plan {
  /** The currency of every amount. */
  currency: string;
  /** How the needs were rounded. */
  rounding: Rounding;
  /** The segments in document order, each with its months. */
  segments: SegmentPlan[];
  /** All segments together, by revenue month. */
  months: MonthTotal[];
  /** All segments together, by year of the revenue. */
  years: YearTotal[];
  /** Everything together. */
  total: Sides;
  /** When the leads must arrive, by segment, month of arrival and stage. */
  due: DueLeads[];
  /** What makes a goal impossible or doubtful. */
  findings: Finding[];
}

/** The figures of a side, of both, or of a sum of cells. */
export interface PlanFigures {
  /** The revenue that is owed. */
  revenue: DecimalText;
  /** How many deals it takes. */
  deals: number | DecimalText;
  /** The leads needed at each stage before the customer, from the first. */
  stages: Record<string, number | DecimalText>;
  /** What these leads cost. */
  cost: DecimalText;
  /** What the deals bring: customer value, or average deal times margin, or average deal alone. */
  expected_return: DecimalText;
  /** Expected return for each unit of money spent, half-even to four decimals; absent when nothing is spent. */
  cost_benefit?: number | DecimalText;
}

/** How a plan is made. */
export interface PlanOptions {
  /** How the needs are rounded. */
  readonly rounding?: Rounding | null | undefined;
  /** The month in which the plan starts; the first one with a target, when absent. */
  readonly start?: CalendarMonth | null | undefined;
  /** The confidence of intervals, where rates come from counts; none are made, when absent. */
  readonly confidence?: number | bigint | string | RateCountsInput | null | undefined;
  /** The chance with which a month's goal shall be reached. */
  readonly chance?: number | bigint | string | RateCountsInput | null | undefined;
}

/** Points by the value of a field or of a result. */
export type PointsBy =
  /** So many points for each of these values. */
  | {
    /** Which field or result. */
    field: string;
    /** How many points each value gives. */
    values: Record<string, number>;
  }
  /** So many points from each of these bounds on. */
  | {
    /** Which field or result. */
    field: string;
    /** Points by the bound from which they count. */
    steps: Record<string, number>;
  }
  /** The number times a factor, within bounds. */
  | {
    /** Which field or result. */
    field: string;
    /** How many points each unit of the number gives. */
    times: number;
    /** The least it can come to. */
    min?: number;
    /** The most it can come to. */
    max?: number;
  };

/** Points by the value of a field or of a result. */
export type PointsByInput =
  /** So many points for each of these values. */
  | {
    /** Which field or result. */
    readonly field: string;
    /** How many points each value gives. */
    readonly values: { readonly [key: string]: Numeric | undefined };
  }
  /** So many points from each of these bounds on. */
  | {
    /** Which field or result. */
    readonly field: string;
    /** Points by the bound from which they count. */
    readonly steps: { readonly [key: string]: Numeric | undefined };
  }
  /** The number times a factor, within bounds. */
  | {
    /** Which field or result. */
    readonly field: string;
    /** How many points each unit of the number gives. */
    readonly times: Numeric;
    /** The least it can come to. */
    readonly min?: Numeric | null | undefined;
    /** The most it can come to. */
    readonly max?: Numeric | null | undefined;
  };

/**
 * What must be true of a field: a bare value is equality, a list is membership, a table holds operators, all of which
 * must hold.
 */
export type Predicate =
  | boolean | number | string
  | (boolean | number | string)[]
  | {
    /** Known, and not equal. */
    is_not?: Operand;
    /** Known, and equal to none of them. */
    not_in?: Operand;
    /** It is the bound, or more than that. */
    at_least?: Operand;
    /** It is the bound, or less than that. */
    at_most?: Operand;
    /** It is more than the bound. */
    more_than?: Operand;
    /** It is less than the bound. */
    less_than?: Operand;
    /** Has this text in it; of a list: has this element. */
    contains?: Operand;
    /** Begins with this text. */
    starts_with?: Operand;
    /** Ends with this text. */
    ends_with?: Operand;
    /** Has this word or phrase in it; a trailing `*` takes the rest of the word. */
    word?: Operand;
    /** Matches this pattern as a whole: `*` for any run of characters, `?` for one. */
    matches?: Operand;
    /** Less long ago than this. */
    within?: string;
    /** This long ago, or longer. */
    older_than?: string;
    /** Before this date or instant. */
    before?: Operand;
    /** After this date or instant. */
    after?: Operand;
    /** Whether a value is there at all. */
    known?: boolean;
    /** The kind of an e-mail address: business, free or disposable. */
    kind?: Operand;
    /** The domain of an e-mail address, or one above it. */
    domain?: Operand;
  };

/**
 * What must be true of a field: a bare value is equality, a list is membership, a table holds operators, all of which
 * must hold.
 */
export type PredicateInput =
  | boolean | number | bigint | string
  | readonly (boolean | number | bigint | string)[]
  | {
    /** Known, and not equal. */
    readonly is_not?: OperandInput | null | undefined;
    /** Known, and equal to none of them. */
    readonly not_in?: OperandInput | null | undefined;
    /** It is the bound, or more than that. */
    readonly at_least?: OperandInput | null | undefined;
    /** It is the bound, or less than that. */
    readonly at_most?: OperandInput | null | undefined;
    /** It is more than the bound. */
    readonly more_than?: OperandInput | null | undefined;
    /** It is less than the bound. */
    readonly less_than?: OperandInput | null | undefined;
    /** Has this text in it; of a list: has this element. */
    readonly contains?: OperandInput | null | undefined;
    /** Begins with this text. */
    readonly starts_with?: OperandInput | null | undefined;
    /** Ends with this text. */
    readonly ends_with?: OperandInput | null | undefined;
    /** Has this word or phrase in it; a trailing `*` takes the rest of the word. */
    readonly word?: OperandInput | null | undefined;
    /** Matches this pattern as a whole: `*` for any run of characters, `?` for one. */
    readonly matches?: OperandInput | null | undefined;
    /** Less long ago than this. */
    readonly within?: string | null | undefined;
    /** This long ago, or longer. */
    readonly older_than?: string | null | undefined;
    /** Before this date or instant. */
    readonly before?: OperandInput | null | undefined;
    /** After this date or instant. */
    readonly after?: OperandInput | null | undefined;
    /** Whether a value is there at all. */
    readonly known?: boolean | null | undefined;
    /** The kind of an e-mail address: business, free or disposable. */
    readonly kind?: OperandInput | null | undefined;
    /** The domain of an e-mail address, or one above it. */
    readonly domain?: OperandInput | null | undefined;
  };

/**
 * How a target stands.
 *
 * - `no_target`: There is no target.
 * - `not_started`: No working day of the month has elapsed yet, and nothing is achieved.
 * - `achieved`: The target is reached.
 * - `on_track`: As much as the elapsed working days owe, or more.
 * - `at_risk`: Less, but the target lies within what can be expected.
 * - `behind`: Less, and the target lies above what can be expected.
 * - `missed`: No working day is left, and the target is not reached.
 */
export type ProgressStatus = "no_target" | "not_started" | "achieved" | "on_track" | "at_risk" | "behind" | "missed";

/** A goal with measured figures, and what changed. */
export interface Proposal {
  /** The goal as it would be. */
  goal: Goal;
  /** Which figures would change. */
  changes: FigureChange[];
  /** Measured figures that stand on too little to be proposed. */
  findings: Finding[];
}

/** A public holiday of a year. */
export interface PublicHoliday {
  /** The day on which it falls. */
  date: DateText;
  /** What it is called in German. */
  german: string;
  /** What it is called in English. */
  english: string;
}

/** Something the contact bought. */
export interface Purchase {
  /** The instant of the purchase. */
  readonly at: Instant;
  /** The offering that was bought. */
  readonly offering: string;
}

/** What contacts are approached for. */
export interface Purpose {
  /** Whether it is marketing, sales or service. */
  kind: PurposeKind;
  /** The grounds that this purpose needs on some channels, instead of the channel's own. */
  needs?: {
    /** Electronic mail. */
    email?: ConsentBasis;
    /** A call. */
    phone?: ConsentBasis;
    /** A short message. */
    sms?: ConsentBasis;
    /** A message in a messenger. */
    messenger?: ConsentBasis;
    /** A message in a social network. */
    social?: ConsentBasis;
    /** A letter. */
    post?: ConsentBasis;
  };
}

/** What contacts are approached for. */
export interface PurposeInput {
  /** Whether it is marketing, sales or service. */
  readonly kind: PurposeKind;
  /** The grounds that this purpose needs on some channels, instead of the channel's own. */
  readonly needs?: {
    /** Electronic mail. */
    readonly email?: ConsentBasis | null | undefined;
    /** A call. */
    readonly phone?: ConsentBasis | null | undefined;
    /** A short message. */
    readonly sms?: ConsentBasis | null | undefined;
    /** A message in a messenger. */
    readonly messenger?: ConsentBasis | null | undefined;
    /** A message in a social network. */
    readonly social?: ConsentBasis | null | undefined;
    /** A letter. */
    readonly post?: ConsentBasis | null | undefined;
  } | null | undefined;
}

/**
 * Who approaches a contact, and what for.
 *
 * - `marketing`: Marketing advertises: all guards hold.
 * - `sales`: Sales talks about the contact's own interest: it needs a ground.
 * - `service`: What a contract needs, such as an invoice: it needs no consent, but a withdrawal counts.
 */
export type PurposeKind = "marketing" | "sales" | "service";

/**
 * A list of criteria, each met, not met or unknown.
 *
 * Conditions ask for them by the framework's name: `bant_met` is how many are met, `bant_budget` whether one is.
 */
export interface Qualification {
  /** The framework's name: `bant` where nothing is said. */
  framework: string;
  /** What is asked, in order. */
  criteria: Criterion[];
}

/** One condition of the ICP or of a qualification. */
export interface QualificationCriterion {
  /** The name by which results refer to it. */
  readonly id: string;
  /** What people call it. */
  readonly label?: TextsInput | null | undefined;
  /** The condition under which it is met. */
  readonly when: ConditionInput;
}

/**
 * A list of criteria, each met, not met or unknown.
 *
 * Conditions ask for them by the framework's name: `bant_met` is how many are met, `bant_budget` whether one is.
 */
export interface QualificationInput {
  /** The framework's name: `bant` where nothing is said. */
  readonly framework?: string | null | undefined;
  /** What is asked, in order. */
  readonly criteria?: readonly QualificationCriterion[] | null | undefined;
}

/** Which criteria of the qualification are met. */
export interface QualificationState {
  /** The framework: `bant`, or another. */
  framework: string;
  /** How many of the criteria are met. */
  met: number;
  /** How many are unknown. */
  unknown: number;
  /** How each criterion stands, in order. */
  criteria: CriterionState[];
}

/** Which criteria of the qualification are met. */
export interface QualificationStateInput {
  /** The framework: `bant`, or another. */
  readonly framework: string;
  /** How many of the criteria are met. */
  readonly met: Numeric;
  /** How many are unknown. */
  readonly unknown: Numeric;
  /** How each criterion stands, in order. */
  readonly criteria: readonly CriterionStateInput[];
}

/** A target of the month, and how near it is: leads at a stage, or revenue. */
export interface QuantityProgress {
  /** The segment; all together, when absent. */
  segment?: string;
  /** The side; both together, when absent. */
  side?: SourcedBy;
  /** The stage; `customer` for revenue. */
  stage: string;
  /** What the month owes. */
  target: number | DecimalText;
  /** What it has brought up to and with the day of the question. */
  achieved: number | DecimalText;
  /** Achieved of target, to four decimals. */
  share?: number | DecimalText;
  /** What the elapsed working days owe. */
  expected: number | DecimalText;
  /** What is missing to the target; nothing, once it is reached. */
  gap: number | DecimalText;
  /** What each working day from here on must bring; absent with none left. */
  pace?: number | DecimalText;
  /** What the month will have brought; absent before the first working day has elapsed. */
  projection?: QuantityProjection;
  /** How the target stands: on track, at risk, behind. */
  status: ProgressStatus;
}

/**
 * What the month will have brought at its end, with an interval of the confidence that was asked for.
 *
 * `likely` goes on at the pace of the elapsed working days: what they brought, times all days by the elapsed ones. The
 * interval takes arrivals as a Poisson process whose rate is known from these days alone, with Jeffreys' prior (H.
 * Jeffreys, 1946): what is still to come has then a negative binomial distribution with the size `came + ½` and the
 * chance `elapsed / (elapsed + left)`, and the ends are its quantiles with equal tails. For revenue it is that of the
 * deals, at their average so far (or at the plan's, before the first). What is achieved stays: no end lies below it;
 * and what the pace gives lies within.
 */
export interface QuantityProjection {
  /** The lower end of the interval. */
  low: number | DecimalText;
  /** At the pace of the elapsed working days. */
  likely: number | DecimalText;
  /** The upper end of the interval. */
  high: number | DecimalText;
}

/**
 * A question about what happened: how many interactions there were, or how many different values one of their
 * properties had.
 */
export interface Question {
  /** Of which types; absent: of every type that is the lead's own doing. */
  type?: string | string[];
  /** What must hold of each. */
  where?: Condition;
  /** Only those less long ago than this. */
  within?: string;
  /** Only those this long ago, or longer. */
  older_than?: string;
  /** Count the different values of this property instead. */
  distinct?: string;
  /** What must be true of the count; absent: at least one. */
  count?: Predicate;
}

/**
 * A question about what happened: how many interactions there were, or how many different values one of their
 * properties had.
 */
export interface QuestionInput {
  /** Of which types; absent: of every type that is the lead's own doing. */
  readonly type?: string | readonly string[] | null | undefined;
  /** What must hold of each. */
  readonly where?: ConditionInput | null | undefined;
  /** Only those less long ago than this. */
  readonly within?: string | null | undefined;
  /** Only those this long ago, or longer. */
  readonly older_than?: string | null | undefined;
  /** Count the different values of this property instead. */
  readonly distinct?: string | null | undefined;
  /** What must be true of the count; absent: at least one. */
  readonly count?: PredicateInput | null | undefined;
}

/** The counts that a rate comes from. */
export interface RateCounts {
  /** How many there were in all. */
  of: number;
  /** How many of them came on. */
  won: number;
}

/** The counts that a rate comes from. */
export interface RateCountsInput {
  /** How many there were in all. */
  readonly of: Numeric;
  /** How many of them came on. */
  readonly won: Numeric;
}

/** Two rates between which the true one lies with the confidence that was asked for. */
export interface RateInterval {
  /** The lower end, as a share from 0 to 1. */
  low: DecimalText;
  /** The upper end, as a share from 0 to 1. */
  high: DecimalText;
}

/** So many of so many. */
export interface Ratio {
  /** How many it is true of. */
  count: number;
  /** How many were looked at. */
  of: number;
}

/** How often an attempt reached the contact. */
export interface ReachByAttempt {
  /** The number of the attempt, from 1. */
  attempt: number;
  /** How many leads were tried so often without having been reached before. */
  made: number;
  /** How many of them were reached by it. */
  reached: number;
  /** The share, 0 to 1, to six decimals. */
  rate: number;
}

/** A reason of an agreed list. */
export interface Reason {
  /** The name by which events refer to it. */
  id: string;
  /** What people call it. */
  label?: Texts;
}

/** A reason of an agreed list. */
export interface ReasonInput {
  /** The name by which events refer to it. */
  readonly id: string;
  /** What people call it. */
  readonly label?: TextsInput | null | undefined;
}

/** How often a reason was given. */
export interface ReasonShare {
  /** The id of the reason in the agreement. */
  reason: string;
  /** How often the reason was given. */
  count: number;
  /** The share of what was handed over, 0 to 1, to six decimals. */
  share: number;
}

/** An agreement with measured figures, and how it differs from the one in force. */
export interface Refreshed {
  /** The proposed document. */
  document: AgreementDocument;
  /** What changes, in the agreement's words. */
  differences: Difference[];
  /** For each segment that was measured, its figures with the counts behind them, and what was left. */
  proposals: Proposal[];
}

/** Why an event was refused. The state stays as it is. */
export interface Refusal {
  /** What kind of refusal it is; stable between versions. */
  code: RefusalCode;
  /** Why, in the words of the field. */
  message: string;
  /** What to do about it, where there is something to say. */
  help?: string;
  /** The kinds of events that are allowed where the lead stands. */
  allowed: EventKind[];
}

/**
 * What kind of `Refusal` it is.
 *
 * - `not_yet`: It lies after the instant of the question.
 * - `late`: It lies before what was already applied.
 * - `not_started`: The lead has not begun.
 * - `already_started`: The lead has begun already.
 * - `no_such_stage`: The agreement has no such stage.
 * - `not_in_review`: The lead is not at the review desk.
 * - `not_handed_over`: Sales does not have the lead.
 * - `not_accepted`: Sales has not accepted it yet.
 * - `already_accepted`: Sales has accepted it already.
 * - `too_early`: The lead is not there yet.
 * - `already_past`: The lead is past that.
 * - `not_waiting`: The lead neither waits nor has it ended.
 * - `ended`: What has ended well is not sent back: a new interest is a new lead.
 * - `criteria_not_met`: The stage asks for something that does not hold.
 * - `fields_missing`: The stage requires fields that are missing.
 * - `consent_missing`: The handover needs a consent that is missing.
 * - `unknown_reason`: The reason is none of the agreed list.
 * - `unknown_criterion`: The agreement has no such criterion.
 * - `hold_in_the_past`: The instant of a hold lies before the event.
 * - `needs_person`: Only a person may do that.
 * - `wrong_record`: The record says something else than the event.
 * - `not_merged`: There is no such merge.
 * - `same_lead`: A lead does not merge with itself.
 * - `other_lead`: The assessment is that of another lead.
 * - `wrong_amount`: An amount is more than nothing.
 */
export type RefusalCode =
  | "not_yet"
  | "late"
  | "not_started"
  | "already_started"
  | "no_such_stage"
  | "not_in_review"
  | "not_handed_over"
  | "not_accepted"
  | "already_accepted"
  | "too_early"
  | "already_past"
  | "not_waiting"
  | "ended"
  | "criteria_not_met"
  | "fields_missing"
  | "consent_missing"
  | "unknown_reason"
  | "unknown_criterion"
  | "hold_in_the_past"
  | "needs_person"
  | "wrong_record"
  | "not_merged"
  | "same_lead"
  | "other_lead"
  | "wrong_amount";

/** An event that was refused. */
export interface RefusedEvent {
  /** The event that changed nothing. */
  event: Event;
  /** Why the event was refused. */
  refusal: Refusal;
}

/** A reason to reject a lead: it is marketing's feedback, and it says what becomes of the lead. */
export interface RejectReason {
  /** The name by which events refer to it. */
  id: string;
  /** What people call it. */
  label?: Texts;
  /** What becomes of the lead. */
  then: Consequence;
  /** How long it waits; absent: until somebody wakes it, or it takes a fast track. */
  for?: string;
  /** What starts again from nothing. */
  reset?: Reset;
}

/** A reason to reject a lead: it is marketing's feedback, and it says what becomes of the lead. */
export interface RejectReasonInput {
  /** The name by which events refer to it. */
  readonly id: string;
  /** What people call it. */
  readonly label?: TextsInput | null | undefined;
  /** What becomes of the lead. */
  readonly then: Consequence;
  /** How long it waits; absent: until somebody wakes it, or it takes a fast track. */
  readonly for?: string | null | undefined;
  /** What starts again from nothing. */
  readonly reset?: Reset | null | undefined;
}

/** What sales said when it rejected a lead. */
export interface Rejection {
  /** The instant of the rejection. */
  at: InstantText;
  /** The id of the reason that sales gave. */
  reason: string;
}

/** What sales said when it rejected a lead. */
export interface RejectionInput {
  /** The instant of the rejection. */
  readonly at: Instant;
  /** The id of the reason that sales gave. */
  readonly reason: string;
}

/** What a history comes to. */
export interface Replay {
  /** Where the lead stands; absent: it never began. */
  state?: LeadState;
  /** What happened, in order: events, and what time did. */
  steps: Happening[];
  /** The events that were refused, and why. They changed nothing. */
  refused?: RefusedEvent[];
}

/**
 * What a rejection sets back.
 *
 * - `engagement`: Earlier interactions earn nothing any more.
 */
export type Reset = "engagement";

/** A contact in a role. */
export interface RoleContact {
  /** Its position among the contacts, from 0. */
  position: number;
  /** The id of the contact's lead. */
  lead?: string;
  /** The id of the persona that the contact was recognised as. */
  persona: string;
  /** Whether it certainly is that persona. */
  certain: boolean;
  /** The share of the persona's conditions that hold, 0 to 1. */
  share: number;
}

/** Who fills a role. */
export interface RolePresence {
  /** The role in the buying centre. */
  role: BuyingRole;
  /** Whether it is filled: yes, no, or possibly. */
  filled: Truth;
  /** The personas of the agreement that have it, in document order. */
  personas: string[];
  /** Who fills it, or possibly does: those who certainly do come first, then the better match. */
  contacts: RoleContact[];
}

/**
 * Where to begin when a date is no working day (`roll` in numpy and polars).
 *
 * - `refuse`: Nowhere: there is no answer then (`raise`).
 * - `forward`: On the next working day.
 * - `backward`: On the working day before.
 * - `modified_forward`: On the next working day, unless that lies in another month: then on the one before (numpy's
 * `modifiedfollowing`).
 */
export type Roll = "refuse" | "forward" | "backward" | "modified_forward";

/**
 * How the needs of a chain are rounded.
 *
 * 2,000,000 of revenue at 60,000 a deal are 33.33 deals; at a rate of 22 % they need 151.52 opportunities (`None`), 152
 * whole ones (`Up`), or 155, when the deals are rounded up to 34 first (`UpEachStep`).
 *
 * - `none`: The exact chain, shown half-even with six decimals.
 * - `up`: The exact chain; what is shown is rounded up to whole leads.
 * - `up_each_step`: Up to whole leads at each step; the next step begins from the whole ones.
 */
export type Rounding = "none" | "up" | "up_each_step";

/** What an event, or time, can do to a lead that stands somewhere. */
export interface Row {
  /** Where the lead stands. */
  stage: Stage;
  /** How far it has come with sales. */
  phase: Phase;
  /** The team that is responsible in the stage. */
  owner: Team;
  /** What happens: the name of an event, `hold_ended` or `breach`. */
  on: string;
  /** Where it can come to stand; the first is the usual one. Empty: it is refused. */
  to: Destination[];
  /** Why the event is refused there. */
  refused_because?: RefusalCode;
}

/**
 * What earns a lead points. There are four kinds, by what stands in it:
 *
 * - `when` alone: once, when it holds;
 * - `points_by`: by the value of a field;
 * - `on`: for each interaction of these types that counts;
 * - `idle`: for each full period without activity.
 *
 * With the last three, `when` must hold besides.
 */
export interface Rule {
  /** The name by which results and comparisons refer to it. */
  id: string;
  /** What people call it. */
  label?: Texts;
  /** What its points count for. */
  scores: Dimension;
  /** The group it belongs to. */
  group?: string;
  /** The condition under which it earns points. */
  when?: Condition;
  /** For each interaction of these types; with `idle`, the types that end idleness. */
  on?: string[];
  /** What must hold of the interaction. */
  where?: Condition;
  /** Only interactions of an age below this. */
  within?: string;
  /** How many interactions count; all of the limits hold. */
  limit?: Limit[];
  /** How the points fade; absent: as the agreement says for all rules. */
  decay?: Decay;
  /** For each full period without activity. */
  idle?: string;
  /** How many points it earns, each time. */
  points?: number;
  /** How many points, by a value. */
  points_by?: PointsBy;
}

/** What a rule does to the leads that move. */
export interface RuleEffect {
  /** The id of the rule in the agreements. */
  id: string;
  /** What its points count for. */
  dimension: Dimension;
  /** How many of the leads that move it gives other points. */
  leads: number;
  /** How many points it adds to all of them together, or takes away. */
  net: number;
  /** How many points it moves, up and down added. */
  moved: number;
}

/**
 * What earns a lead points. There are four kinds, by what stands in it:
 *
 * - `when` alone: once, when it holds;
 * - `points_by`: by the value of a field;
 * - `on`: for each interaction of these types that counts;
 * - `idle`: for each full period without activity.
 *
 * With the last three, `when` must hold besides.
 */
export interface RuleInput {
  /** The name by which results and comparisons refer to it. */
  readonly id: string;
  /** What people call it. */
  readonly label?: TextsInput | null | undefined;
  /** What its points count for. */
  readonly scores: Dimension;
  /** The group it belongs to. */
  readonly group?: string | null | undefined;
  /** The condition under which it earns points. */
  readonly when?: ConditionInput | null | undefined;
  /** For each interaction of these types; with `idle`, the types that end idleness. */
  readonly on?: string | readonly string[] | null | undefined;
  /** What must hold of the interaction. */
  readonly where?: ConditionInput | null | undefined;
  /** Only interactions of an age below this. */
  readonly within?: string | null | undefined;
  /** How many interactions count; all of the limits hold. */
  readonly limit?: LimitInput | readonly LimitInput[] | null | undefined;
  /** How the points fade; absent: as the agreement says for all rules. */
  readonly decay?: DecayInput | null | undefined;
  /** For each full period without activity. */
  readonly idle?: string | null | undefined;
  /** How many points it earns, each time. */
  readonly points?: Numeric | null | undefined;
  /** How many points, by a value. */
  readonly points_by?: PointsByInput | null | undefined;
}

/** A clock that runs for a lead. `AgreedClock` makes it and moves it on; it is kept with the lead's state. */
export interface RunningClock {
  /** The id of the agreement's clock. */
  clock: string;
  /** The instant at which the clock started. */
  started: InstantText;
  /** When it is due; absent while it pauses. */
  due?: InstantText;
  /** When it stood still, in order; the last pause may not have ended. */
  pauses?: Pause[];
  /** The attempts to reach the contact that count for it. */
  attempts?: number;
  /** How many of its steps have been carried out: the breach and each step of escalation happen once. */
  fired?: number;
}

/** A clock that runs for a lead. `AgreedClock` makes it and moves it on; it is kept with the lead's state. */
export interface RunningClockInput {
  /** The id of the agreement's clock. */
  readonly clock: string;
  /** The instant at which the clock started. */
  readonly started: Instant;
  /** When it is due; absent while it pauses. */
  readonly due?: Instant | null | undefined;
  /** When it stood still, in order; the last pause may not have ended. */
  readonly pauses?: readonly PauseInput[] | null | undefined;
  /** The attempts to reach the contact that count for it. */
  readonly attempts?: Numeric | null | undefined;
  /** How many of its steps have been carried out: the breach and each step of escalation happen once. */
  readonly fired?: Numeric | null | undefined;
}

/** What sales did with the leads it got. */
export interface SalesLine {
  /** How many leads were handed over. */
  handed_over: number;
  /** How many were accepted. */
  accepted: number;
  /** How many were rejected, each with a reason. */
  rejected: number;
  /** How many a breach sent back. */
  returned: number;
  /** How many were answered in time, of those whose clock has ended. */
  answered_in_time: Ratio;
  /** How many were first touched in time, of those whose clock has ended. */
  touched_in_time: Ratio;
  /** How many attempts were made. */
  attempts: number;
  /** How many leads were reached. */
  reached: number;
  /** The reasons for rejections, and how often each was given. */
  reasons?: Record<string, number>;
}

/** Where score, fit and engagement could still come to lie. Sound: no facts lead outside. */
export interface ScoreBounds {
  /** The score that is still possible, in points. */
  score: Interval;
  /** Explicit points, before their weight. */
  fit: Interval;
  /** Implicit points, before their weight. */
  engagement: Interval;
}

/** Where score, fit and engagement could still come to lie. Sound: no facts lead outside. */
export interface ScoreBoundsInput {
  /** The score that is still possible, in points. */
  readonly score: IntervalInput;
  /** Explicit points, before their weight. */
  readonly fit: IntervalInput;
  /** Implicit points, before their weight. */
  readonly engagement: IntervalInput;
}

/** How a sample of leads scores: what a stage of the agreement asks for is asked of it. */
export interface ScoreSample {
  /** The stage whose criteria are judged, with those of the stages below it: `mql`. */
  readonly stage?: string | null | undefined;
  /** Leads as they arrive, in any order. */
  readonly scores: readonly LeadScore[];
  /** How many leads arrive in a month; as many as the plan counts on at `lead`, when absent. */
  readonly leads_per_month?: Numeric | null | undefined;
}

/** The bounds of a dimension, and the labels of its part of the grade. */
export interface ScoreSettings {
  /** The least it can come to. */
  readonly min?: Numeric | null | undefined;
  /** The most it can come to. */
  readonly max?: Numeric | null | undefined;
}

/** What marketing handed over in a period, and what sales did with it: as a team, and per person. */
export interface Scorecard {
  /** From this instant on. */
  from: InstantText;
  /** Up to, and without, this one. */
  until: InstantText;
  /** What marketing handed over, per source. */
  marketing: FeedbackLine[];
  /** How many leads were complete: no field that a stage of sales requires was missing. */
  complete: Ratio;
  /** What sales did with them. */
  sales: SalesLine;
  /** The same, per person; those whom nobody has come under no name. */
  people: PersonLine[];
  /** How often an attempt reached the contact, by its number. */
  reach: ReachByAttempt[];
}

/** The whole of the scoring. */
export interface Scoring {
  /** How the points of interactions fade, where a rule says nothing else. */
  decay?: Decay;
  /** How much fit and engagement weigh in the score. */
  weights?: Weights;
  /** Labels of the score. */
  bands?: Ladder;
  /** Bounds and grades of fit, the explicit points. */
  fit?: DimensionSettings;
  /** Bounds and grades of engagement, the implicit points. */
  engagement?: DimensionSettings;
  /** The bounds of the total. */
  score?: DimensionSettings;
  /** Rules that belong together. */
  groups?: Record<string, Group>;
  /** The rules that earn points, in order. */
  rules?: Rule[];
  /** What multiplies them. */
  adjustments?: Adjustment[];
}

/** The whole of the scoring. */
export interface ScoringInput {
  /** How the points of interactions fade, where a rule says nothing else. */
  readonly decay?: DecayInput | null | undefined;
  /** How much fit and engagement weigh in the score. */
  readonly weights?: WeightsInput | null | undefined;
  /** Labels of the score. */
  readonly bands?: LadderInput | null | undefined;
  /** Bounds and grades of fit, the explicit points. */
  readonly fit?: DimensionSettingsInput | null | undefined;
  /** Bounds and grades of engagement, the implicit points. */
  readonly engagement?: DimensionSettingsInput | null | undefined;
  /** The bounds of the total. */
  readonly score?: ScoreSettings | null | undefined;
  /** Rules that belong together. */
  readonly groups?: { readonly [key: string]: GroupInput | undefined } | null | undefined;
  /** The rules that earn points, in order. */
  readonly rules?: readonly RuleInput[] | null | undefined;
  /** What multiplies them. */
  readonly adjustments?: readonly AdjustmentInput[] | null | undefined;
}

/** A segment of the plan. */
export interface SegmentPlan {
  /** The id of the segment in the agreement's goals. */
  segment: string;
  /** Its revenue months in the order of the calendar. */
  months: MonthPlan[];
  /** Its months together. */
  total: Sides;
}

/**
 * How bad a `Finding` is.
 *
 * - `error`: The document cannot be used, or the fact counts as unknown.
 * - `warning`: It can be used, but it hardly means what its authors mean.
 */
export type Severity = "error" | "warning";

/** What stands behind a side's figures in a month. */
export interface SideMonth {
  /** What a lead at a stage is worth: average deal × close rate from there. */
  lead_value: Record<string, DecimalText>;
  /** In which month the leads of a stage must arrive. */
  due: Record<string, MonthText>;
  /** How sure the needs are, where that was asked for. */
  chances?: StageChance[];
}

/** The figures of both sides and their sum. */
export interface Sides {
  /** What marketing owes. */
  marketing: PlanFigures;
  /** What sales owes in the month. */
  sales: PlanFigures;
  /** What both owe together. */
  total: PlanFigures;
}

/** Who signed the agreement, and when. */
export interface Signature {
  /** Who signed: a person or a role. */
  by: string;
  /** The day of the signature. */
  on: DateText;
}

/** Who signed the agreement, and when. */
export interface SignatureInput {
  /** Who signed: a person or a role. */
  readonly by: string;
  /** The day of the signature. */
  readonly on: CalendarDate;
}

/** A single change that reaches a stage. */
export type SingleChange =
  /** A missing fact turns out to be this. */
  | {
    kind: "learn";
    /** The name of the field that would change. */
    field: string;
    /** A value that stands for all that would do. */
    value: Value;
  }
  /** The lead does something. */
  | {
    kind: "interaction";
    /** The type of the interaction that would have to happen. */
    type: string;
    /** The properties that the interaction must have. */
    properties?: Record<string, Value>;
    /** How often it would have to happen. */
    times: number;
  }
  /** A known fact becomes another. */
  | {
    kind: "change";
    /** The name of the field that would change. */
    field: string;
    /** The value that it has now. */
    from: Value;
    /** A value that stands for all that would do. */
    to: Value;
  };

/** What makes the goal. */
export interface Solution {
  /** The value of the unknown, to as many digits as a decimal holds: leads, an amount or a rate. */
  value: number | DecimalText;
  /** What follows from it: a rate above 1 cannot be had. */
  findings: Finding[];
}

/**
 * Which side created the lead: it is set when the lead starts and never changes.
 *
 * - `marketing`: A campaign or content brought it.
 * - `sales`: A salesperson found it.
 */
export type SourcedBy = "marketing" | "sales";

/**
 * How long a lead waited: for the systems, from its interaction to the assignment, and for the person, from the
 * assignment to the first touch.
 */
export interface SpeedToLead {
  /** From the interaction to the assignment. */
  system: Delay;
  /** From the assignment to the first touch; absent where nobody had the lead yet. */
  human?: Delay;
}

/**
 * Where a lead stands. The first eight are ordered; the last three are where it waits or ends.
 *
 * - `contact`: A person who is known, without an expressed interest.
 * - `lead`: An expressed interest.
 * - `mql`: A marketing qualified lead: it is handed over.
 * - `review`: At the pre-qualification desk.
 * - `sal`: A sales accepted lead.
 * - `sql`: A sales qualified lead.
 * - `opportunity`: A deal in negotiation.
 * - `customer`: A won deal.
 * - `nurture`: Waiting with marketing for a better time.
 * - `disqualified`: No lead for this agreement.
 * - `lost`: A lost deal.
 */
export type Stage =
  | "contact"
  | "lead"
  | "mql"
  | "review"
  | "sal"
  | "sql"
  | "opportunity"
  | "customer"
  | "nurture"
  | "disqualified"
  | "lost";

/** How sure the need at a stage is. */
export interface StageChance {
  /** The stage from which is counted. */
  stage: string;
  /** The share of its leads that become customers. */
  close_rate: DecimalText | RateCounts;
  /**
   * The chance that the leads of the plan, rounded up, bring the month's deals, rounded up: near one half, as the plan
   * is the average.
   */
  plan_suffices: DecimalText;
  /**
   * The leads that bring the deals with the chance asked for; absent when none was asked for, or when no number is
   * enough.
   */
  leads_for_chance?: number;
  /** The interval of the close rate by Wilson, and the leads needed within it. */
  wilson?: StageInterval;
  /** The interval of the close rate in its posterior, and the leads needed within it. */
  posterior?: StageInterval;
}

/** How a lead stands with a stage. */
export interface StageCheck {
  /** The stage that is looked at. */
  stage: Stage;
  /** Whether its criteria hold; absent where it has none. */
  when?: Truth;
  /** The required fields that are missing. */
  missing?: string[];
  /** Whether what keeps a lead in it still holds; absent where nothing is said. */
  keep_while?: Truth;
  /** The newest interaction that leads to the stage, or past it, by a fast track. */
  fast_track_at?: InstantText;
}

/** How a lead stands with a stage. */
export interface StageCheckInput {
  /** The stage that is looked at. */
  readonly stage: Stage;
  /** Whether its criteria hold; absent where it has none. */
  readonly when?: Truth | null | undefined;
  /** The required fields that are missing. */
  readonly missing?: readonly string[] | null | undefined;
  /** Whether what keeps a lead in it still holds; absent where nothing is said. */
  readonly keep_while?: Truth | null | undefined;
  /** The newest interaction that leads to the stage, or past it, by a fast track. */
  readonly fast_track_at?: Instant | null | undefined;
}

/** What opens a stage, and what keeps a lead in it. */
export interface StageCriteria {
  /** What must hold; absent: only an event or a fast track leads here. */
  when?: Condition;
  /** The fields that must be known. */
  requires?: string[];
  /** What must not become false, or the lead falls back. */
  keep_while?: Condition;
}

/** What opens a stage, and what keeps a lead in it. */
export interface StageCriteriaInput {
  /** What must hold; absent: only an event or a fast track leads here. */
  readonly when?: ConditionInput | null | undefined;
  /** The fields that must be known. */
  readonly requires?: string | readonly string[] | null | undefined;
  /** What must not become false, or the lead falls back. */
  readonly keep_while?: ConditionInput | null | undefined;
}

/** A lead's entry into a stage, as any system can export it. */
export interface StageEntry {
  /** The id of the lead that entered the stage. */
  readonly lead: string;
  /** The segment in which it counts. */
  readonly segment?: string | null | undefined;
  /** The channel it came by. */
  readonly channel?: string | null | undefined;
  /** The stage that it entered, or the end that it came to. */
  readonly stage: string;
  /** The instant at which the lead entered the stage. */
  readonly at: Instant;
  /** What the deal brought, where the stage is `customer`. */
  readonly amount?: Numeric | null | undefined;
}

/** An interval of a close rate, as leads. */
export interface StageInterval {
  /** The close rate from the stage. */
  close_rate: RateInterval;
  /** The leads needed at the upper end, rounded up. */
  fewest: number | DecimalText | null;
  /** The leads needed at the lower end, rounded up; absent where the lower end is zero. */
  most: number | DecimalText | null;
}

/** How many leads go from one stage to another. */
export interface StageMove {
  /** The stage under the earlier agreement. */
  from: Stage;
  /** The stage under the later agreement. */
  to: Stage;
  /** How many leads move that way. */
  leads: number;
}

/** How a lead stands with a stage. */
export interface StageStanding {
  /** The stage that is looked at. */
  stage: Stage;
  /** Whether the lead qualifies for it, and for all below it. */
  reached: boolean;
  /** Whether its criteria hold; absent where it has none. */
  when?: Truth;
  /** Whether a fast track leads to it or past it. */
  fast_track?: boolean;
  /**
   * The instant of the newest interaction that does so: only one after the last handover or rejection moves a lead.
   */
  fast_track_at?: InstantText;
  /** The required fields that are missing. */
  missing?: string[];
  /** Whether what keeps a lead in it still holds; absent where nothing is said. */
  keep_while?: Truth;
}

/** How a lead stands with a stage. */
export interface StageStandingInput {
  /** The stage that is looked at. */
  readonly stage: Stage;
  /** Whether the lead qualifies for it, and for all below it. */
  readonly reached?: boolean | null | undefined;
  /** Whether its criteria hold; absent where it has none. */
  readonly when?: Truth | null | undefined;
  /** Whether a fast track leads to it or past it. */
  readonly fast_track?: boolean | null | undefined;
  /**
   * The instant of the newest interaction that does so: only one after the last handover or rejection moves a lead.
   */
  readonly fast_track_at?: Instant | null | undefined;
  /** The required fields that are missing. */
  readonly missing?: readonly string[] | null | undefined;
  /** Whether what keeps a lead in it still holds; absent where nothing is said. */
  readonly keep_while?: Truth | null | undefined;
}

/** How many leads a stage has. */
export interface StageTotals {
  /** The stage that is counted. */
  stage: Stage;
  /** Under the earlier agreement. */
  before: number;
  /** Under the later agreement. */
  after: number;
}

/**
 * Whether an agreement is in force.
 *
 * - `draft`: It is still discussed.
 * - `signed`: Both sides signed it.
 */
export type Status = "draft" | "signed";

/** What an event, or time, did to a lead. */
export interface Step {
  /** Where it stands now. */
  state: LeadState;
  /** The changes of stage, in order: those that time made up to the event, then the event's own. */
  transitions?: Transition[];
  /** What the caller is to carry out. Each has a key, so that nothing is carried out twice. */
  effects?: Effect[];
}

/**
 * What a `Difference` is about.
 *
 * - `agreement`: The head of the agreement.
 * - `field`: A field of the vocabulary.
 * - `interaction`: A type of interaction.
 * - `email_domains`: The agreement's own e-mail domains.
 * - `icp`: The ideal customer profile as a whole.
 * - `tier`: A tier of the ICP.
 * - `icp_criterion`: A criterion of the ideal customer profile.
 * - `exclusion`: An exclusion of the ICP.
 * - `persona`: A persona, or the order of all.
 * - `scoring`: The scoring as a whole.
 * - `dimension`: Fit, engagement or the score, with their bounds and weights.
 * - `grade`: A letter or a digit of the grade.
 * - `band`: A band of the score.
 * - `group`: A group of rules.
 * - `rule`: A rule that earns points.
 * - `adjustment`: A factor on a sum of points.
 * - `qualification`: The qualification as a whole.
 * - `criterion`: A criterion of the qualification.
 * - `lifecycle`: The lifecycle as a whole.
 * - `stage`: What opens a stage or keeps a lead in it.
 * - `stage_group`: A named group of stages, such as TOFU.
 * - `fast_track`: An interaction that leads to a stage directly.
 * - `disqualifier`: A condition under which a lead is none.
 * - `handover`: The handover as a whole.
 * - `calendar`: A calendar of the handover.
 * - `clock`: A clock of the handover.
 * - `consent`: What is agreed about consent.
 * - `purpose`: A purpose of contacting people.
 * - `goal`: A goal, or the order of all.
 * - `kpi`: A measure and the decision that it steers.
 * - `term`: A term of the glossary.
 * - `example`: A lead of the document and what must come out.
 * - `part`: Another part of the document.
 */
export type Subject =
  | "agreement"
  | "field"
  | "interaction"
  | "email_domains"
  | "icp"
  | "tier"
  | "icp_criterion"
  | "exclusion"
  | "persona"
  | "scoring"
  | "dimension"
  | "grade"
  | "band"
  | "group"
  | "rule"
  | "adjustment"
  | "qualification"
  | "criterion"
  | "lifecycle"
  | "stage"
  | "stage_group"
  | "fast_track"
  | "disqualifier"
  | "handover"
  | "calendar"
  | "clock"
  | "consent"
  | "purpose"
  | "goal"
  | "kpi"
  | "term"
  | "example"
  | "part";

/**
 * The three teams of an agreement; `agreement.parties` gives them their names.
 *
 * - `marketing`: It makes leads, and has those that wait or have ended.
 * - `review`: The pre-qualification desk.
 * - `sales`: It has leads from handover to customer.
 */
export type Team = "marketing" | "review" | "sales";

/** A text for people: plain, in the agreement's language, or by language code (`de`, `en`). */
export type Texts = string | Record<string, string>;

/** A text for people: plain, in the agreement's language, or by language code (`de`, `en`). */
export type TextsInput = string | { readonly [key: string]: string | undefined };

/** What is crossed. */
export type Threshold =
  /** The stage the lead qualifies for. */
  | {
    kind: "stage";
    /** The stage before. */
    before: Stage;
    /** The stage from then on. */
    after: Stage;
  }
  /** The grade. */
  | {
    kind: "grade";
    /** The grade before. */
    before: string | null;
    /** The grade from then on. */
    after: string | null;
  }
  /** The band of the score. */
  | {
    kind: "band";
    /** The band before. */
    before: string | null;
    /** The band from then on. */
    after: string | null;
  }
  /** Another tier of the ICP. */
  | {
    kind: "tier";
    /** The label of the tier before. */
    before: string | null;
    /** The tier from then on. */
    after: string | null;
  }
  /** A clause of a stage's criteria. */
  | {
    kind: "criterion";
    /** Whether it held before. */
    before: Truth;
    /** Whether it holds from then on. */
    after: Truth;
    /** The stage that the threshold opens. */
    stage: Stage;
    /** The clause in words. */
    clause: string;
  }
  /** What keeps a lead in a stage. */
  | {
    kind: "keep_while";
    /** Whether it held before. */
    before: Truth;
    /** Whether it holds from then on. */
    after: Truth;
    /** The stage that the threshold opens. */
    stage: Stage;
  }
  /** A field that a stage requires. */
  | {
    kind: "required";
    /** The stage that the threshold opens. */
    stage: Stage;
    /** The name of the field that is required. */
    field: string;
    /** Whether it is known from then on. */
    known: boolean;
  };

/** What a lead is worth over a period: steps without gaps, and every crossing of a threshold. */
export interface Timeline {
  /** The id of the lead, where it has one. */
  lead?: string;
  /** The version of the agreement. */
  agreement: string;
  /** The first instant of the period. */
  from: InstantText;
  /** The first instant after the period. */
  until: InstantText;
  /** The figures, one step after the other; two neighbours differ. */
  steps: TimelineStep[];
  /** Every crossing of a threshold, in order. */
  crossings: Crossing[];
}

/** The figures from one instant until another. */
export interface TimelineStep {
  /** The first instant at which they hold. */
  from: InstantText;
  /** The first instant at which they hold no more, or the end of the period. */
  until: InstantText;
  /** The score of the lead, in points. */
  score: number;
  /** Explicit points, before their weight. */
  fit: number;
  /** Implicit points, before their weight. */
  engagement: number;
  /** The letter of the fit and the digit of the engagement. */
  grade?: string;
  /** The label of the score. */
  band?: string;
  /** The label of the ICP's tier that the lead is in. */
  icp_tier?: string;
  /** The id of the persona that is recognised for certain. */
  persona?: string;
  /** The stage the lead qualifies for. */
  stage: Stage;
}

/** Something that one side did towards the other. */
export interface Touch {
  /** The instant of the touch. */
  at: InstantText;
  /** Whether the lead touched us, or we touched the lead. */
  by: TouchedBy;
  /** The type of interaction. */
  interaction: string;
}

/**
 * Who touched whom.
 *
 * - `lead`: The lead did something.
 * - `us`: Something was done with the lead.
 */
export type TouchedBy = "lead" | "us";

/** A change of stage, or of who is responsible. */
export interface Transition {
  /** Where the lead stood; absent: it began. */
  from?: Stage;
  /** Where it stands now. */
  to: Stage;
  /** Who is responsible now. */
  owner: Team;
  /** The instant at which the stage changed. */
  at: InstantText;
  /** The event that did it; absent: time did. */
  event?: string;
  /** The version of the agreement by which it happened. */
  agreement: string;
  /** What made the lead change its stage. */
  reason: TransitionReason;
}

/** Why a lead stands where it stands. */
export type TransitionReason =
  /** It began. */
  | {
    kind: "started";
  }
  /** The contact did something: the interest is expressed. */
  | {
    kind: "active";
  }
  /** The criteria of the stage hold. */
  | {
    kind: "criteria";
  }
  /** A fast track led there. */
  | {
    kind: "fast_track";
  }
  /** What keeps a lead in its stage no longer holds. */
  | {
    kind: "keep_while";
  }
  /** The ICP excludes it. */
  | {
    kind: "excluded";
    /** The id of the exclusion. */
    id: string;
  }
  /** A disqualifier of the agreement applies. */
  | {
    kind: "disqualifier";
    /** The id of the rule or condition in the agreement. */
    id: string;
  }
  /** A person decided so. */
  | {
    kind: "decision";
  }
  /** A person decided so, for a reason. */
  | {
    kind: "reason";
    /** The reason, one of the agreed list where there is one. */
    id: string;
  }
  /** A clock was due, and nobody had acted. */
  | {
    kind: "breach";
    /** The id of the clock that ran out. */
    clock: string;
  }
  /** The time it waited is over. */
  | {
    kind: "hold_ended";
  }
  /** Another lead became one with it. */
  | {
    kind: "merged";
  }
  /** A merge was undone. */
  | {
    kind: "unmerged";
  };

/** Why a lead stands where it stands. */
export type TransitionReasonInput =
  /** It began. */
  | {
    readonly kind: "started";
  }
  /** The contact did something: the interest is expressed. */
  | {
    readonly kind: "active";
  }
  /** The criteria of the stage hold. */
  | {
    readonly kind: "criteria";
  }
  /** A fast track led there. */
  | {
    readonly kind: "fast_track";
  }
  /** What keeps a lead in its stage no longer holds. */
  | {
    readonly kind: "keep_while";
  }
  /** The ICP excludes it. */
  | {
    readonly kind: "excluded";
    /** The id of the exclusion. */
    readonly id: string;
  }
  /** A disqualifier of the agreement applies. */
  | {
    readonly kind: "disqualifier";
    /** The id of the rule or condition in the agreement. */
    readonly id: string;
  }
  /** A person decided so. */
  | {
    readonly kind: "decision";
  }
  /** A person decided so, for a reason. */
  | {
    readonly kind: "reason";
    /** The reason, one of the agreed list where there is one. */
    readonly id: string;
  }
  /** A clock was due, and nobody had acted. */
  | {
    readonly kind: "breach";
    /** The id of the clock that ran out. */
    readonly clock: string;
  }
  /** The time it waited is over. */
  | {
    readonly kind: "hold_ended";
  }
  /** Another lead became one with it. */
  | {
    readonly kind: "merged";
  }
  /** A merge was undone. */
  | {
    readonly kind: "unmerged";
  };

/**
 * Whether a condition holds: yes, no, or unknown, because a fact is missing.
 *
 * The logic is Kleene's strong logic of three values: "no" and "unknown" is no, "yes" or "unknown" is yes, everything
 * else that meets an unknown is unknown (S. C. Kleene, *Introduction to Metamathematics*, 1952, section 64).
 *
 * - `yes`: It holds.
 * - `no`: It does not hold.
 * - `unknown`: A missing fact decides.
 */
export type Truth = "yes" | "no" | "unknown";

/** What is not known. */
export type Unknown =
  | "leads" | "budget" | "revenue" | "average_deal" | "share" | "close_rate"
  /** The rate of one step. */
  | {
    readonly step_rate: string;
  };

/** What keeps a lead from a stage. */
export interface UnmetBlocker {
  /** The stage that the leads do not reach. */
  stage: Stage;
  /** What is asked for and does not hold. */
  blocker: Blocker;
}

/**
 * What a fact or a property says: a truth value, a number, a text (dates and instants too), an amount of money, or a
 * list.
 */
export type Value = boolean | number | string | Amount | Value[];

/**
 * What a fact or a property says: a truth value, a number, a text (dates and instants too), an amount of money, or a
 * list.
 */
export type ValueInput =
  | boolean
  | number
  | bigint
  | string
  | AmountInput
  | readonly ValueInput[]
  | Date
  | InstantLike
  | DateLike;

/** How much each dimension weighs in the score. */
export interface Weights {
  /** The factor by which fit counts in the score. */
  fit: number;
  /** The factor by which engagement counts in the score. */
  engagement: number;
}

/** How much each dimension weighs in the score. */
export interface WeightsInput {
  /** The factor by which fit counts in the score. */
  readonly fit?: Numeric | null | undefined;
  /** The factor by which engagement counts in the score. */
  readonly engagement?: Numeric | null | undefined;
}

/** A lead to take next. */
export interface WorkItem {
  /** The id of the lead to take. */
  lead: string;
  /** The stage in which the lead stands. */
  stage: Stage;
  /** The team that is responsible for the lead. */
  owner: Team;
  /** The person who has it. */
  person?: string;
  /** The clock that is due first, and how it stands. */
  clock?: ClockLine;
  /** The score of the last assessment. */
  score: number;
  /** What it is worth, as far as that is known. */
  value?: DecimalText;
}

/** A month of the table. */
export interface YearMonth {
  /** The month of the plan. */
  month: MonthText;
  /** Whether it is over on the day of the question. */
  closed: boolean;
  /** The revenue it owes. */
  target: DecimalText;
  /** The revenue it brought. */
  achieved: DecimalText;
  /** Achieved less target. */
  difference: DecimalText;
  /** The targets up to and with this month. */
  target_to_date: DecimalText;
  /** What these months brought. */
  achieved_to_date: DecimalText;
  /** The difference of the two. */
  difference_to_date: DecimalText;
}

/** All segments in a year. */
export interface YearTotal {
  /** The year of the revenue. */
  year: number;
  /** What each side owes, and both together. */
  figures: Sides;
}
