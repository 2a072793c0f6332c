//! The summary: what a revenue team reads, from what was read to what to ask next.

mod advice;
mod input;
mod picture;

use std::io::Write;

use smarketing::{Agreement, Timestamp};

use super::failure::Failure;
use super::interactions::History;
use super::language::Language;
use super::leads::LeadFile;
use super::outcome::Outcome;

/// What the summary tells of.
pub struct Told<'t> {
    pub agreement: &'t Agreement,
    pub language: Language,
    pub as_of: Timestamp,
    pub file: &'t LeadFile,
    pub history: Option<&'t History>,
    pub scored: &'t str,
    pub outcome: &'t Outcome,
}

/// Prints the summary.
pub fn print(told: &Told<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    input::print(told, out)?;
    if told.outcome.leads > 0 {
        picture::stages(told, out)?;
        picture::sources(told, out)?;
        picture::grades(told, out)?;
        picture::distribution(told, out)?;
        picture::profile(told, out)?;
        advice::best(told, out)?;
        advice::blockers(told, out)?;
        advice::questions(told, out)?;
        advice::rules(told, out)?;
    }
    let say = |english, german| told.language.say(english, german);
    if told.scored != "-" {
        writeln!(
            out,
            "\n{} {}",
            say("Scored leads, with all reasons:", "Bewertete Leads, mit allen Gründen:"),
            told.scored
        )?;
    }
    Ok(())
}
