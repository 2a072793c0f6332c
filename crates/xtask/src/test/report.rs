//! How the steps went: a line for each, the table at the end, and the closing line that CI reads.

use std::fmt::Write as _;
use std::time::Duration;

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All well.
    Passed,
    /// Something is to be mended.
    Failed,
    /// Not run.
    Skipped,
}

/// One step in the table.
pub struct Line {
    /// The step.
    pub name: &'static str,
    /// How it ended.
    pub outcome: Outcome,
    /// The wall time it took.
    pub took: Duration,
    /// The reason, or what is worth knowing.
    pub note: String,
}

impl Line {
    /// A step that was not begun.
    pub fn skipped(name: &'static str, reason: &str) -> Self {
        Self { name, outcome: Outcome::Skipped, took: Duration::ZERO, note: reason.to_owned() }
    }
}

impl Outcome {
    fn word(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "FAILED",
            Self::Skipped => "skipped",
        }
    }
}

/// What is said right after a step, with the whole note.
pub fn spoken(line: &Line) -> String {
    let colon = if line.note.is_empty() { "" } else { ": " };
    format!("-- {} {} after {}{colon}{}", line.name, line.outcome.word(), seconds(line.took), line.note)
}

/// All steps under each other, each with the first line of its note.
pub fn table(lines: &[Line]) -> String {
    let width = lines.iter().map(|line| line.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for line in lines {
        let note = line.note.lines().next().unwrap_or_default();
        let row = format!("{:<width$}  {:<7}  {:>8}  {note}", line.name, line.outcome.word(), seconds(line.took));
        let _ = writeln!(text, "{}", row.trim_end());
    }
    text
}

/// The closing line.
pub fn closing(lines: &[Line]) -> String {
    let count = |outcome| lines.iter().filter(|line| line.outcome == outcome).count();
    let (passed, failed) = (count(Outcome::Passed), count(Outcome::Failed));
    format!("{passed} passed, {failed} failed, {} skipped", count(Outcome::Skipped))
}

fn seconds(took: Duration) -> String {
    let tenths = took.as_millis() / 100;
    format!("{}.{} s", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::{Line, Outcome, closing, spoken, table};
    use std::time::Duration;

    fn line(name: &'static str, outcome: Outcome, millis: u64, note: &str) -> Line {
        Line { name, outcome, took: Duration::from_millis(millis), note: note.to_owned() }
    }

    #[test]
    fn the_closing_line_is_what_ci_reads() {
        let lines = [
            line("format", Outcome::Passed, 812, ""),
            line("lints", Outcome::Failed, 61_240, "`cargo clippy` failed\nmore"),
            Line::skipped("spelling", "no python3"),
        ];
        assert_eq!(closing(&lines), "1 passed, 1 failed, 1 skipped");
        assert_eq!(closing(&[]), "0 passed, 0 failed, 0 skipped");
        let table = table(&lines);
        assert_eq!(table.lines().next(), Some("format    passed      0.8 s"));
        assert_eq!(table.lines().nth(1), Some("lints     FAILED     61.2 s  `cargo clippy` failed"));
        assert_eq!(spoken(&lines[2]), "-- spelling skipped after 0.0 s: no python3");
    }
}
