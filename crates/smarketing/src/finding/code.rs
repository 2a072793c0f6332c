//! [`Code`]: the catalogue of findings. A code, once published, keeps its meaning.

use std::fmt;

use serde::{Serialize, Serializer};

use super::Severity;

macro_rules! catalogue {
    ($($(#[doc = $meaning:literal])+ $name:ident $text:literal $severity:ident $(or $lower:ident)?;)+) => {
        /// What kind of [`Finding`](crate::Finding) it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $meaning])+ #[cfg_attr(feature = "schema", schemars(rename = $text))] $name,)+
        }

        impl Code {
            /// Every code there is.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];

            /// The code as it stands in JSON and in messages.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text),+ }
            }

            /// How bad a finding of this code is: the first of its [`severities`](Self::severities).
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity),+ }
            }

            /// Every severity that a finding of this code can have.
            ///
            /// It is one, but for what is wrong with facts or with a goal: an error of an assessment or of a
            /// plan, and a warning where the check of an agreement finds it in an example or in its goals, as
            /// the agreement can be used all the same.
            #[must_use]
            pub const fn severities(self) -> &'static [Severity] {
                match self { $(Code::$name => &[Severity::$severity $(, Severity::$lower)?]),+ }
            }

            /// What the code means, in a sentence.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Code::$name => concat!($($meaning),+).trim_ascii_start()),+ }
            }
        }
    };
}

catalogue! {
    /// The text is no TOML or no JSON.
    Syntax "syntax" Error;
    /// The document or the input is larger or nested deeper than the format allows.
    TooLarge "too_large" Error;
    /// The document says another format version than this library reads.
    UnsupportedFormat "unsupported_format" Error;
    /// A key that this place of the format does not know.
    UnknownKey "unknown_key" Error;
    /// A key that stands twice in one table.
    DuplicateKey "duplicate_key" Error;
    /// A key that this place needs.
    MissingKey "missing_key" Error;
    /// A value of another type than this place takes.
    WrongType "wrong_type" Error or Warning;
    /// A value of the right type that this place does not take.
    InvalidValue "invalid_value" Error or Warning;
    /// Two keys of one table that exclude each other.
    ConflictingKeys "conflicting_keys" Error;
    /// A name that is not made of letters, digits, `_` and `-`.
    InvalidName "invalid_name" Error;
    /// A name that the language of conditions keeps for itself.
    ReservedName "reserved_name" Error;
    /// Two things of one kind with the same id.
    DuplicateId "duplicate_id" Error;
    /// A field that the vocabulary does not have.
    UnknownField "unknown_field" Error or Warning;
    /// A value that the field does not allow.
    UnknownValue "unknown_value" Error or Warning;
    /// A function that the library does not have.
    UnknownFunction "unknown_function" Error;
    /// An interaction type that the vocabulary does not have.
    UnknownInteraction "unknown_interaction" Error or Warning;
    /// A property that the interaction type does not have.
    UnknownProperty "unknown_property" Error or Warning;
    /// A persona that the agreement does not have.
    UnknownPersona "unknown_persona" Error;
    /// A scoring group that the agreement does not have.
    UnknownGroup "unknown_group" Error;
    /// A stage that the agreement's lifecycle does not have.
    UnknownStage "unknown_stage" Error;
    /// A calendar that the agreement does not have.
    UnknownCalendar "unknown_calendar" Error;
    /// A clock that the agreement does not have.
    UnknownClock "unknown_clock" Error;
    /// A purpose of consent that the agreement does not have.
    UnknownPurpose "unknown_purpose" Error;
    /// An operator that the field's type does not have.
    OperatorNotApplicable "operator_not_applicable" Error;
    /// A condition on a result that is computed later.
    LaterResult "later_result" Error;
    /// A condition, a list or a table without anything in it.
    Empty "empty" Error;
    /// More decimals than points or factors have.
    TooManyDecimals "too_many_decimals" Error;
    /// A number outside the range of its place.
    OutOfRange "out_of_range" Error;
    /// Points that could grow without end.
    Unbounded "unbounded" Error;
    /// Bounds or thresholds in the wrong order.
    WrongOrder "wrong_order" Error;
    /// A condition that no facts can make true.
    NeverTrue "never_true" Warning;
    /// A rule that another rule of its group always forestalls.
    ShadowedRule "shadowed_rule" Warning;
    /// A segment of the goals whose leads all count in an earlier one.
    ShadowedSegment "shadowed_segment" Warning;
    /// A threshold that no lead can reach, whatever is known of it.
    UnreachableThreshold "unreachable_threshold" Warning;
    /// A stage that no lead can enter.
    StageNeverEntered "stage_never_entered" Warning;
    /// A stage that a lead cannot stay in or cannot leave.
    StageNeverLeft "stage_never_left" Warning;
    /// Leads can be handed over, and no clock runs until sales has accepted them.
    HandoverWithoutClock "handover_without_clock" Warning;
    /// A persona that no lead can be recognised as.
    PersonaNeverRecognised "persona_never_recognised" Warning;
    /// A clock in business time whose deadline is written in days of 24 hours.
    DaysOfBusinessTime "days_of_business_time" Warning;
    /// A part of the agreement that nothing uses.
    Unused "unused" Warning;
    /// An example of the document whose expectation fails.
    ExampleFailed "example_failed" Warning;
    /// An abbreviation that nobody defined.
    UndefinedAbbreviation "undefined_abbreviation" Warning;
    /// The agreement is due for review.
    ReviewDue "review_due" Warning;
    /// The agreement is not in force yet.
    NotEffective "not_effective" Warning;
    /// An amount in a currency for which the agreement has no exchange rate.
    ForeignMoney "foreign_money" Error or Warning;
    /// Nothing to plan for: no goal, or a goal without a target.
    NoGoal "no_goal" Warning;
    /// A goal that no number of leads reaches.
    ImpossibleGoal "impossible_goal" Error or Warning;
    /// A figure that the plan needs for a month and does not have.
    MissingFigure "missing_figure" Error or Warning;
    /// Rates that make no chain from the first stage to the customer.
    BrokenChain "broken_chain" Error;
    /// Leads that must arrive before the plan starts.
    LateLeads "late_leads" Warning;
    /// More leads than a team can work.
    OverCapacity "over_capacity" Warning;
    /// Leads that cost more than the budget.
    OverBudget "over_budget" Warning;
    /// A question about a plan that nothing answers.
    NoSolution "no_solution" Error;
    /// A measured figure that stands on too few leads.
    ThinEvidence "thin_evidence" Warning;
    /// A month without a working day.
    NoWorkingDay "no_working_day" Warning;
    /// A segment that the plan does not have.
    UnknownSegment "unknown_segment" Error;
    /// A KPI that cannot be computed.
    UnknownKpi "unknown_kpi" Error;
    /// A KPI that steers no decision.
    KpiWithoutDecision "kpi_without_decision" Error;
    /// A decision that no KPI steers.
    DecisionWithoutKpi "decision_without_kpi" Error;
    /// A KPI without a value, as something that it takes is missing or zero.
    KpiUnknown "kpi_unknown" Warning;
    /// One interaction id with two contents: the earlier one counts.
    ConflictingInteraction "conflicting_interaction" Error or Warning;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
