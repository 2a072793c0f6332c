//! Requests about the plan: what both teams owe, and how the month goes.

use super::asked::{Asked, Reply};
use super::function::{AS_OF, Argument, Function, On, needed, optional};
use crate::document::reader::Place;
use crate::finding::{Code, Finding};
use crate::planning::goals::OTHER;
use crate::planning::{
    Actual, ConflictInput, Equation, FEWEST, KpiTree, Measured, MovingOptions, PerformanceOptions, PlanOptions,
    read_count, read_given,
};
use crate::vocabulary::Entries;

const PLAN_OPTIONS: Argument =
    optional("plan_options", "PlanOptions", "how the plan is made: `rounding`, `start`, `confidence`, `chance`");
const ACTUALS: Argument = needed(
    "actuals",
    "[Actual]",
    "what was achieved: each with `date`, `segment`, `side`, `stage`, `count` and `revenue`",
);
const TELLING: Argument =
    optional("options", "PerformanceOptions", "which `month`, and the `confidence` of projections (0.8, if absent)");

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "goals",
        about: "The goals of the agreement, in its currency.",
        on: On::Agreement,
        arguments: &[],
        result: "Goals",
        rust: "Agreement::goals",
        call: |asked| Reply::of(&asked.agreement()?.goals()),
    },
    Function {
        name: "plan",
        about: "The leads that each team owes for the revenue goals, by segment and month.",
        on: On::Agreement,
        arguments: &[optional(
            "options",
            "PlanOptions",
            "`rounding`, `start`, and the `confidence` and `chance` of what is asked besides",
        )],
        result: "Plan",
        rust: "Agreement::plan",
        call: |asked| {
            let options = asked.or("options", PlanOptions::new(), PlanOptions::read)?;
            Reply::of(&asked.agreement()?.plan(&options))
        },
    },
    Function {
        name: "solve",
        about: "Solves the plan for one unknown, the rest given.",
        on: On::Agreement,
        arguments: &[needed(
            "equation",
            "Equation",
            "the `segment`, the one `unknown`, and the `given` leads or budget",
        )],
        result: "Solution",
        rust: "Agreement::solve",
        call: |asked| {
            let equation = asked.read("equation", Equation::read)?;
            Reply::or_findings(asked.agreement()?.solve(&equation))
        },
    },
    Function {
        name: "performance",
        about: "How the month goes at an instant: achieved, gap, pace, projection and status.",
        on: On::Agreement,
        arguments: &[ACTUALS, AS_OF, PLAN_OPTIONS, TELLING],
        result: "Performance",
        rust: "Agreement::performance",
        call: |asked| {
            let (actuals, as_of) = (asked.list("actuals", Actual::read), asked.as_of());
            let (plan, options) = (plan_options(asked), telling(asked));
            Reply::of(&asked.agreement()?.performance(&plan?, &actuals?, as_of?, &options?))
        },
    },
    Function {
        name: "daily_summary",
        about: "The day's summary for both teams, as data.",
        on: On::Agreement,
        arguments: &[ACTUALS, AS_OF, PLAN_OPTIONS, TELLING],
        result: "DailySummary",
        rust: "Agreement::daily_summary",
        call: |asked| {
            let (actuals, as_of) = (asked.list("actuals", Actual::read), asked.as_of());
            let (plan, options) = (plan_options(asked), telling(asked));
            Reply::of(&asked.agreement()?.daily_summary(&plan?, &actuals?, as_of?, &options?))
        },
    },
    Function {
        name: "daily_summary_text",
        about: "The day's summary for both teams, as a short text.",
        on: On::Agreement,
        arguments: &[
            ACTUALS,
            AS_OF,
            PLAN_OPTIONS,
            TELLING,
            optional("language", "Text", "`de` or `en`; absent, the agreement's language, or English if it is another"),
        ],
        result: "Text",
        rust: "DailySummary::text",
        call: |asked| {
            let (actuals, as_of) = (asked.list("actuals", Actual::read), asked.as_of());
            let (plan, options) = (plan_options(asked), telling(asked));
            let (language, agreement) = (asked.language(), asked.agreement()?);
            let summary = agreement.daily_summary(&plan?, &actuals?, as_of?, &options?);
            Reply::of(&summary.text(language?.code()))
        },
    },
    Function {
        name: "year_table",
        about: "Target and achieved revenue of every month of the plan, and their sums to date.",
        on: On::Agreement,
        arguments: &[ACTUALS, AS_OF, PLAN_OPTIONS, optional("segment", "Text", "one segment; all together, if absent")],
        result: "[YearMonth]",
        rust: "Agreement::year_table",
        call: |asked| {
            let (actuals, as_of) = (asked.list("actuals", Actual::read), asked.as_of());
            let (plan, segment) = (plan_options(asked), asked.optional("segment", |place| segment_of(asked, place)));
            Reply::of(&asked.agreement()?.year_table(&plan?, &actuals?, as_of?, segment?.as_deref()))
        },
    },
    Function {
        name: "moving_targets",
        about: "The months left at an instant: with shortfalls rolled over, and planned anew.",
        on: On::Agreement,
        arguments: &[
            ACTUALS,
            AS_OF,
            optional(
                "options",
                "MovingOptions",
                "what the months left follow: `hold`, an outside `index`, figures `measured` anew",
            ),
        ],
        result: "MovingTargets",
        rust: "Agreement::moving_targets",
        call: |asked| {
            let (actuals, as_of) = (asked.list("actuals", Actual::read), asked.as_of());
            let options = asked.or("options", MovingOptions::new(), MovingOptions::read);
            Reply::of(&asked.agreement()?.moving_targets(&actuals?, as_of?, &options?))
        },
    },
    Function {
        name: "refreshed",
        about: "The agreement with measured figures in the place of its own, as a proposal for the next version.",
        on: On::Agreement,
        arguments: &[
            needed("measured", "[Measured]", "rates, deals and lags by segment, as `measure` gives them"),
            optional("fewest", "Whole", "how many decided leads a figure needs; 10, if absent"),
        ],
        result: "Refreshed",
        rust: "Agreement::refreshed",
        call: |asked| {
            let (measured, fewest) = (asked.list("measured", Measured::read), asked.or("fewest", FEWEST, read_count));
            Reply::of(&asked.agreement()?.refreshed(&measured?, fewest?))
        },
    },
    Function {
        name: "kpi_states",
        about: "The agreement's KPIs with what is given of them: each with its tree, its target and its decision.",
        on: On::Agreement,
        arguments: &[needed("given", "{Number}", "counts and amounts by the id of the measure, such as `accepted`")],
        result: "[KpiState]",
        rust: "Agreement::kpi_states",
        call: |asked| {
            let agreement = asked.agreement()?;
            let bare = agreement.kpi_states(&Entries::default());
            let trees: Vec<&KpiTree> = bare.iter().map(|state| &state.tree).collect();
            let given = asked.read("given", |place| read_given(place, &trees))?;
            Reply::of(&agreement.kpi_states(&given))
        },
    },
    Function {
        name: "goal_conflicts",
        about: "Where the agreement's goals, criteria and clocks pull against each other, and by how much.",
        on: On::Agreement,
        arguments: &[PLAN_OPTIONS, optional("input", "ConflictInput", "what the agreement alone does not say")],
        result: "[Conflict]",
        rust: "Agreement::goal_conflicts",
        call: |asked| {
            let (plan, input) = (plan_options(asked), asked.or("input", ConflictInput::new(), ConflictInput::read));
            Reply::or_findings(asked.agreement()?.goal_conflicts(&plan?, &input?))
        },
    },
];

/// One of the segments of the goals, or `other`, in which every lead counts that is in none of them.
fn segment_of(asked: &Asked<'_, '_, '_>, place: &Place<'_, '_>) -> Option<String> {
    let (goals, segment) = (asked.agreement()?.goals(), place.text()?);
    let known = goals.goals.iter().map(|goal| goal.segment.as_str()).chain([OTHER]);
    if known.clone().all(|known| known != segment) {
        let finding = Finding::new(Code::UnknownSegment, place.path(), format!("the plan has no segment `{segment}`"));
        place.sink.report(finding.suggest(segment, known));
        return None;
    }
    Some(segment.to_owned())
}

fn plan_options(asked: &Asked<'_, '_, '_>) -> Option<PlanOptions> {
    asked.or("plan_options", PlanOptions::new(), PlanOptions::read)
}

fn telling(asked: &Asked<'_, '_, '_>) -> Option<PerformanceOptions> {
    asked.or("options", PerformanceOptions::new(), PerformanceOptions::read)
}
