//! [`Rounding`]: whether half a lead is planned, and where it becomes a whole one.

use serde::Serialize;

use super::chain::Chain;
use super::exact::{Exact, Towards};
use super::quantity::Quantity;

/// How the needs of a chain are rounded.
///
/// 2,000,000 of revenue at 60,000 a deal are 33.33 deals; at a rate of 22 % they need 151.52
/// opportunities (`None`), 152 whole ones (`Up`), or 155, when the deals are rounded up to 34 first
/// (`UpEachStep`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// The exact chain, shown half-even with six decimals.
    #[default]
    None,
    /// The exact chain; what is shown is rounded up to whole leads.
    Up,
    /// Up to whole leads at each step; the next step begins from the whole ones.
    UpEachStep,
}

impl Rounding {
    /// The names by which options and documents choose.
    pub const ALL: [(&'static str, Rounding); 3] =
        [("none", Rounding::None), ("up", Rounding::Up), ("up_each_step", Rounding::UpEachStep)];
}

/// What a number of deals needs at the stages of a chain.
#[derive(Debug, Clone)]
pub(crate) struct Needs {
    /// As they enter costs: exact without rounding, whole with it.
    pub(crate) exact: Vec<Exact>,
    /// As they are shown; the last one is that of the customers.
    pub(crate) shown: Vec<Quantity>,
}

/// The needs at every stage of a chain, the deals last; `None` beyond what a decimal can hold.
pub(crate) fn needs(deals: &Exact, chain: &Chain, rounding: Rounding) -> Option<Needs> {
    let whole = |value: &Exact| value.round(0, Towards::Up);
    let mut exact = Vec::new();
    let mut shown = Vec::new();
    let mut need = deals.clone();
    let mut rates = chain.links.iter().rev().map(|link| link.rate.exact());
    loop {
        let (kept, seen) = match rounding {
            Rounding::None => (need.clone(), Quantity::rounded(&need, 6)?),
            Rounding::Up | Rounding::UpEachStep => {
                let up = Quantity::new(whole(&need)?);
                (up.exact(), up)
            }
        };
        if rounding == Rounding::UpEachStep {
            need = kept.clone();
        }
        exact.push(kept);
        shown.push(seen);
        match rates.next() {
            Some(rate) => need = need.over(&rate)?,
            None => break,
        }
    }
    exact.reverse();
    shown.reverse();
    Some(Needs { exact, shown })
}
