//! The sample leads: a seeded model of half a year of demand, and the two files that show what a CRM and a
//! website know of it. `docs/data.md` describes the model.

mod calendar;
mod chance;
mod company;
mod journey;
mod lead;
mod lists;
mod person;
mod rows;
#[cfg(test)]
mod tests;

use super::{File, Options};
use crate::error::Result;
use chance::Chance;
use lead::World;

/// The seed of the shipped files.
const SEED: u64 = 20_260_501;

/// The number of leads.
const LEADS: usize = 3_000;

/// Both files.
pub fn make(options: &Options) -> Result<Vec<File>> {
    let seed = options.seed.unwrap_or(SEED);
    let world = World::create(LEADS, &mut Chance::new(seed));
    // Each part has chance of its own, so that a change of one leaves the others as they are.
    let interactions = journey::interactions(&world, &mut Chance::new(seed.wrapping_add(1)));
    let leads = rows::leads(&world, &mut Chance::new(seed.wrapping_add(2)));
    Ok(vec![
        File { path: "crates/smarketing/examples/data/leads.csv", text: leads },
        File { path: "crates/smarketing/examples/data/interactions.csv", text: rows::interactions(&interactions) },
    ])
}
