//! Requests about rates, chances and measures, which need no agreement.

use super::asked::{Asked, Reply};
use super::function::{Argument, Function, On, needed, optional};
use crate::document::reader::Place;
use crate::finding::Code;
use crate::planning::{
    FEWEST, Goal, KpiTree, MeasureOptions, MeasureWindow, Measured, Rate, StageEntry, beta_cdf, beta_quantile,
    chance_of_at_least, chance_of_exactly, kpi_definitions, kpi_tree, leads_for_chance, measure, posterior_interval,
    propose, read_count, read_double, read_given, read_kpi_id, wilson_interval,
};
use crate::vocabulary::Entries;

const WON: Argument = needed("won", "Whole", "how many came on: at least 0, at most `of`");
const OF: Argument = needed("of", "Whole", "how many there were: at least 1");
const CONFIDENCE: Argument = needed("confidence", "Rate", "how sure the interval is: between 0 and 1, such as 0.9");
const DEALS: Argument = needed("deals", "Whole", "the number of deals that is asked for");
const LEADS: Argument = needed("leads", "Whole", "the number of leads from which they come");
const CHANCE: Argument = needed("rate", "Number", "the share of leads that become deals, 0 to 1");
const ALPHA: Argument = needed("a", "Number", "the first parameter of the distribution, above 0");
const BETA: Argument = needed("b", "Number", "the second parameter of the distribution, above 0");

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "measure",
        about: "Rates, average deal and lags from histories over a window.",
        on: On::Library,
        arguments: &[
            needed(
                "entries",
                "[StageEntry]",
                "which `lead` entered which `stage`, and `at` which instant; in any order",
            ),
            needed("window", "MeasureWindow", "the time over which is measured: the instants `from` and `until`"),
            needed(
                "options",
                "MeasureOptions",
                "the `stages` in order, what `ends` a way, the `grouping`, and when a lead is stale",
            ),
        ],
        result: "[Measured]",
        rust: "measure",
        call: |asked| {
            let (entries, window) =
                (asked.list("entries", StageEntry::read), asked.read("window", MeasureWindow::read));
            let options = asked.read("options", MeasureOptions::read);
            Reply::of(&measure(&entries?, window?, &options?))
        },
    },
    Function {
        name: "propose",
        about: "A goal with the rates, the average deal and the lags that were measured, and what changed.",
        on: On::Library,
        arguments: &[
            needed("goal", "Goal", "a segment's goal, in the form of the document's `goals`"),
            needed("measured", "Measured", "rates, deals and lags of one group, as `measure` gives them"),
            optional("fewest", "Whole", "how many decided leads a figure needs; 10, if absent"),
        ],
        result: "Proposal",
        rust: "propose",
        call: |asked| {
            let (goal, measured) = (asked.read("goal", Goal::read), asked.read("measured", Measured::read));
            let fewest = asked.or("fewest", FEWEST, read_count);
            Reply::of(&propose(&goal?, &measured?, fewest?))
        },
    },
    Function {
        name: "wilson_interval",
        about: "The interval of a rate from counts, by Wilson (1927); nothing without a count.",
        on: On::Library,
        arguments: &[WON, OF, CONFIDENCE],
        result: "RateInterval?",
        rust: "wilson_interval",
        call: |asked| {
            let (won, of, confidence) = counts_and_confidence(asked)?;
            Reply::of(&wilson_interval(won, of, confidence))
        },
    },
    Function {
        name: "posterior_interval",
        about: "The interval of a rate from counts, in its Beta posterior after a flat prior; nothing without a count.",
        on: On::Library,
        arguments: &[WON, OF, CONFIDENCE],
        result: "RateInterval?",
        rust: "posterior_interval",
        call: |asked| {
            let (won, of, confidence) = counts_and_confidence(asked)?;
            Reply::of(&posterior_interval(won, of, confidence))
        },
    },
    Function {
        name: "chance_of_at_least",
        about: "The chance that a number of leads brings at least so many deals.",
        on: On::Library,
        arguments: &[DEALS, LEADS, CHANCE],
        result: "Number",
        rust: "chance_of_at_least",
        call: |asked| {
            let (deals, leads, rate) = (count(asked, "deals"), count(asked, "leads"), asked.read("rate", read_share));
            Reply::of(&chance_of_at_least(deals?, leads?, rate?))
        },
    },
    Function {
        name: "chance_of_exactly",
        about: "The chance that a number of leads brings exactly so many deals.",
        on: On::Library,
        arguments: &[DEALS, LEADS, CHANCE],
        result: "Number",
        rust: "chance_of_exactly",
        call: |asked| {
            let (deals, leads, rate) = (count(asked, "deals"), count(asked, "leads"), asked.read("rate", read_share));
            Reply::of(&chance_of_exactly(deals?, leads?, rate?))
        },
    },
    Function {
        name: "leads_for_chance",
        about: "The fewest leads that bring so many deals with a chance, if any number does.",
        on: On::Library,
        arguments: &[
            DEALS,
            needed("rate", "Rate", "the share of leads that become deals, 0 to 1"),
            needed("chance", "Rate", "how likely it must be, between 0 and 1, such as 0.8"),
        ],
        result: "Whole?",
        rust: "leads_for_chance",
        call: |asked| {
            let (deals, rate) = (count(asked, "deals"), asked.read("rate", Rate::read));
            let chance = asked.read("chance", Rate::read);
            Reply::of(&leads_for_chance(deals?, rate?, chance?))
        },
    },
    Function {
        name: "beta_cdf",
        about: "The share of a beta distribution that lies below a value; nothing without such a distribution.",
        on: On::Library,
        arguments: &[needed("x", "Number", "the value, 0 to 1"), ALPHA, BETA],
        result: "Number?",
        rust: "beta_cdf",
        call: |asked| {
            let x = asked.read("x", read_share);
            let (a, b) = (asked.read("a", read_above_zero), asked.read("b", read_above_zero));
            Reply::of(&beta_cdf(x?, a?, b?))
        },
    },
    Function {
        name: "beta_quantile",
        about: "The value below which a share of a beta distribution lies; nothing without such a share.",
        on: On::Library,
        arguments: &[needed("p", "Number", "the share, 0 to 1"), ALPHA, BETA],
        result: "Number?",
        rust: "beta_quantile",
        call: |asked| {
            let p = asked.read("p", read_share);
            let (a, b) = (asked.read("a", read_above_zero), asked.read("b", read_above_zero));
            Reply::of(&beta_quantile(p?, a?, b?))
        },
    },
    Function {
        name: "kpi_definitions",
        about: "The measures of the field, with their formulas.",
        on: On::Library,
        arguments: &[],
        result: "[KpiDefinition]",
        rust: "kpi_definitions",
        call: |_| Reply::of(&kpi_definitions()),
    },
    Function {
        name: "kpi_tree",
        about: "The tree of a measure, with the values that follow from counts and amounts.",
        on: On::Library,
        arguments: &[
            needed("id", "Text", "a measure of `kpi_definitions`, or a step such as `mql_to_sal`"),
            needed("given", "{Number}", "counts and amounts by the id of the measure, such as `accepted`"),
        ],
        result: "KpiTree",
        rust: "kpi_tree",
        call: |asked| {
            let id = asked.read("id", read_kpi_id);
            let bare = id.as_deref().and_then(|id| kpi_tree(id, &Entries::default()));
            let bare: Vec<&KpiTree> = bare.iter().collect();
            let given = asked.read("given", |place| read_given(place, &bare));
            Reply::of(&kpi_tree(&id?, &given?)?)
        },
    },
];

/// Counts of which a rate is made, and how sure its interval is to be.
fn counts_and_confidence(asked: &Asked<'_, '_, '_>) -> Option<(u64, u64, Rate)> {
    let (won, of, confidence) = (count(asked, "won"), count(asked, "of"), asked.read("confidence", read_confidence));
    if let (Some(won), Some(of)) = (won, of)
        && won > of
    {
        asked.read::<()>("won", |place| {
            place.report(Code::OutOfRange, format!("`{won}` of `{of}` came on, which is more than all"));
            None
        });
    }
    Some((won?, of?, confidence?))
}

/// A confidence: an interval that is sure to be right, or sure to be wrong, says nothing.
fn read_confidence(place: &Place<'_, '_>) -> Option<Rate> {
    let confidence = Rate::read(place)?;
    let right = !confidence.is_zero() && confidence.value() < rust_decimal::Decimal::ONE;
    if !right {
        place.report(Code::OutOfRange, format!("expected a confidence above 0 and below 1, found `{confidence}`"));
    }
    right.then_some(confidence)
}

/// A share, with which is reckoned in doubles.
fn read_share(place: &Place<'_, '_>) -> Option<f64> {
    read_double(place).filter(|share| {
        let right = (0.0..=1.0).contains(share);
        if !right {
            place.report(Code::OutOfRange, format!("expected a number from 0 to 1, found `{share}`"));
        }
        right
    })
}

fn read_above_zero(place: &Place<'_, '_>) -> Option<f64> {
    read_double(place).filter(|number| {
        let right = *number > 0.0;
        if !right {
            place.report(Code::OutOfRange, format!("expected a number above 0, found `{number}`"));
        }
        right
    })
}

fn count(asked: &Asked<'_, '_, '_>, name: &'static str) -> Option<u64> {
    asked.read(name, read_count)
}
