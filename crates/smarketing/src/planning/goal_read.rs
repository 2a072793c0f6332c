//! Reading the tables of a goal: months, steps and stages, and whether they hang together.

use super::chain::order;
use super::figure::Figure;
use super::goal::{Costs, Goal};
use super::money::Money;
use super::month::Month;
use super::quantity::Quantity;
use super::rate::Rate;
use super::step::StageStep;
use crate::document::reader::{Place, Table};
use crate::finding::{Code, Finding};
use crate::vocabulary::Entries;

/// Revenue by month.
#[inline(never)]
pub(super) fn revenue(place: &Place<'_, '_>) -> Option<Entries<Money>> {
    let months = place.entries(|key, place| {
        let (month, target) = (Month::read_key(key, place), Money::read(place));
        Some((month?.to_string(), target?))
    })?;
    Some(Entries(months))
}

/// Figures by step.
pub(super) fn steps<T>(
    place: &Place<'_, '_>,
    read: impl Fn(&Place<'_, '_>) -> Option<T>,
) -> Option<Entries<Figure<T>>> {
    let steps = place.entries(|key, place| {
        let step = key.parse::<StageStep>();
        if let Err(error) = &step {
            let finding = Finding::new(Code::InvalidName, place.path(), error.to_string());
            place.sink.report_key(finding.help("write it as `lead_to_mql`"));
        }
        let figure = Figure::read(place, &read);
        Some((step.ok()?.to_string(), figure?))
    })?;
    Some(Entries(steps))
}

/// Figures by stage.
pub(super) fn stages<T>(
    place: &Place<'_, '_>,
    read: impl Fn(&Place<'_, '_>) -> Option<T>,
) -> Option<Entries<Figure<T>>> {
    Entries::read(place, "stage figures", |place| Figure::read(place, &read))
}

/// Costs by side and stage.
#[inline(never)]
pub(super) fn costs(place: &Place<'_, '_>) -> Option<Costs> {
    let table = place.table()?;
    let side = |key| table.read_or(key, Entries::default(), |place| stages(place, Money::read));
    let costs = Costs { marketing: side("marketing"), sales: side("sales") };
    table.finish();
    Some(costs)
}

/// How many leads.
pub(super) fn quantity(place: &Place<'_, '_>) -> Option<Quantity> {
    let number = place.decimal()?;
    if number.is_sign_negative() && !number.is_zero() {
        place.report(Code::OutOfRange, format!("`{number}` is below zero"));
        return None;
    }
    Some(Quantity::new(number))
}

/// Reports rates that make no chain up to the customer.
#[inline(never)]
pub(super) fn chain(table: &Table<'_, '_>, rates: &Entries<Figure<Rate>>) {
    let Some(place) = table.optional("rates") else {
        let finding = Finding::new(Code::MissingKey, table.place().path(), "`rates` or `close_rate` is missing");
        table.place().sink.report(finding);
        return;
    };
    let readable = place.entries(|_, _| Some(())).is_some_and(|entries| entries.len() == rates.0.len());
    if let (Err(message), true) = (order(rates.names()), readable) {
        let help = "each step begins where the one before ends, and the last one ends at `customer`";
        place.report_with_help(Code::BrokenChain, message, help);
    }
}

/// Reports lags, costs, capacities and rates of sales that name no step and no stage of the chain.
#[inline(never)]
pub(super) fn names_of_chain(table: &Table<'_, '_>, goal: &Goal) {
    let close_rate = [StageStep::new("lead", "customer").to_string()];
    let steps: Vec<&str> = if goal.close_rate.is_some() {
        close_rate.iter().map(String::as_str).collect()
    } else {
        goal.rates.names().collect()
    };
    // Without a readable chain every name would be unknown.
    let Ok(stages) = order(steps.iter().copied()) else { return };
    let stages: Vec<&str> = stages.iter().map(String::as_str).collect();
    let check = |place: Option<Place<'_, '_>>, known: &[&str], what: &str| {
        let Some(place) = place else { return };
        place.entries(|key, place| {
            if !known.contains(&key) {
                let message = format!("`{key}` is no {what} of this goal's chain");
                let finding = Finding::new(Code::UnknownStage, place.path(), message);
                place.sink.report_key(finding.suggest(key, known.iter().copied()));
            }
            Some(())
        });
    };
    check(table.optional("sales_rates"), &steps, "step");
    check(table.optional("lags"), &steps, "step");
    check(table.optional("capacity"), &stages, "stage");
    if let Some(costs) = table.optional("costs").and_then(|place| place.table().map(|_| place)) {
        costs.entries(|key, place| {
            if matches!(key, "marketing" | "sales") {
                check(Some(*place), &stages, "stage");
            }
            Some(())
        });
    }
}
