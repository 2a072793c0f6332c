//! The whole job: agreement in, leads in, summary and scored file out. `main.rs` and the tests call [`run`].

mod agreement;
mod arguments;
mod columns;
mod failure;
mod interactions;
mod language;
mod layout;
mod leads;
mod outcome;
mod progress;
mod quoted;
mod reasons;
mod scored;
mod summary;
mod table;

use std::io::Write;

use smarketing::{Agreement, Interactions, Timestamp};

pub use failure::Failure;

use arguments::Arguments;
use interactions::History;
use language::Language;
use leads::LeadFile;
use outcome::Outcome;
use progress::Progress;
use scored::ScoredFile;
use table::Rows;

/// Runs the job: the summary goes to `out`, refused rows and progress to `err`.
pub fn run(arguments: &[String], terminal: bool, out: &mut dyn Write, err: &mut dyn Write) -> Result<(), Failure> {
    let Some(arguments) = Arguments::parse(arguments)? else {
        out.write_all(arguments::HELP.as_bytes())?;
        return Ok(());
    };
    let agreement = agreement::read(&arguments.agreement, err)?;
    let language = arguments.language.unwrap_or_else(|| Language::of(&agreement.document().agreement.language));
    let show = terminal || arguments.progress;
    let mut history = match &arguments.interactions {
        Some(path) => Some(History::read(path, &agreement, &arguments.columns, show, err)?),
        None => None,
    };
    let as_of = as_of(&arguments, &agreement, history.as_ref())?;
    let mut file = LeadFile::open(&arguments.leads, &agreement, &arguments.columns)?;
    let mut scored = ScoredFile::create(arguments.out.as_deref(), &agreement, language)?;
    let mut outcome = Outcome::new(&agreement, language);
    let mut progress = Progress::new(show, &file.table);
    let unknown = Interactions::unknown();
    while let Some(row) = file.table.next_row()? {
        progress.at(file.table.bytes_read(), err)?;
        let (line, cells) = match row {
            Rows::Read { line, cells } => (line, cells),
            Rows::Refused { line, reason } => {
                writeln!(err, "{}:{line}: row refused: {reason}", file.table.name())?;
                outcome.refused(line, reason);
                continue;
            }
        };
        let (lead, misfits) = file.columns.lead(&cells);
        let happened = match (&mut history, &lead.id) {
            (Some(history), Some(id)) => history.of(id),
            // Whose interactions these are cannot be told without an id.
            _ => &unknown,
        };
        let bound = agreement.bind(&lead, happened);
        let assessment = bound.assess(as_of);
        scored.write(line, &assessment)?;
        outcome.add(line, &lead, &bound, &assessment, misfits);
    }
    progress.finish(err)?;
    scored.finish()?;
    // With the scored rows on standard output, the summary steps aside.
    let out: &mut dyn Write = if arguments.out.as_deref() == Some("-") { err } else { out };
    let told = summary::Told {
        agreement: &agreement,
        language,
        as_of,
        file: &file,
        history: history.as_ref(),
        scored: scored.path(),
        outcome: &outcome,
    };
    summary::print(&told, out)?;
    Ok(())
}

/// The instant of the question: as asked for, else the latest in the data, so that a run can be repeated.
fn as_of(arguments: &Arguments, agreement: &Agreement, history: Option<&History>) -> Result<Timestamp, Failure> {
    if let Some(instant) = arguments.as_of {
        return Ok(instant);
    }
    let mut file = LeadFile::open(&arguments.leads, agreement, &arguments.columns)?;
    let mut latest = history.and_then(History::latest);
    if file.columns.has_created() {
        while let Some(row) = file.table.next_row()? {
            if let Rows::Read { cells, .. } = row {
                latest = latest.max(file.columns.created(&cells));
            }
        }
    }
    Ok(latest.unwrap_or_else(now))
}

#[expect(clippy::disallowed_methods, reason = "the library may not look at a clock, its callers may")]
fn now() -> Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let microseconds = i64::try_from(since.as_secs()).ok().and_then(|seconds| seconds.checked_mul(1_000_000));
    microseconds.and_then(Timestamp::from_microseconds).unwrap_or(Timestamp::UNIX_EPOCH)
}
