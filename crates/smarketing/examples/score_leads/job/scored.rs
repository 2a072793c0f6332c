//! [`ScoredFile`]: the scored CSV, a row for each lead in the order of the input.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use smarketing::{Agreement, Assessment};

use super::failure::Failure;
use super::language::Language;
use super::reasons::Words;

const HEADER: [&str; 15] = [
    "id",
    "score",
    "fit",
    "engagement",
    "grade",
    "band",
    "stage",
    "persona",
    "icp_tier",
    "icp_matched",
    "score_least",
    "score_most",
    "reasons",
    "blockers",
    "line",
];

/// The scored CSV while it is written.
pub struct ScoredFile {
    path: String,
    writer: csv::Writer<Box<dyn Write>>,
    words: Words,
}

impl ScoredFile {
    /// Creates the file: as named, on standard output for `-`, else in the build folder if there is
    /// one here, and in the current folder if there is none.
    pub fn create(path: Option<&str>, agreement: &Agreement, language: Language) -> Result<Self, Failure> {
        let build = std::path::Path::new("target").is_dir();
        let path = path.unwrap_or(if build { "target/scored_leads.csv" } else { "scored_leads.csv" });
        let sink: Box<dyn Write> = if path == "-" {
            Box::new(BufWriter::new(io::stdout()))
        } else {
            let file = File::create(path).map_err(|error| Failure::file(path, "write", &error))?;
            Box::new(BufWriter::new(file))
        };
        let mut writer = csv::Writer::from_writer(sink);
        writer.write_record(HEADER)?;
        Ok(Self { path: path.to_owned(), writer, words: Words::new(agreement, language) })
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    /// Writes a lead's row: numbers exact, reasons and blockers in words.
    pub fn write(&mut self, line: u64, assessment: &Assessment) -> Result<(), Failure> {
        let icp = assessment.icp.as_ref();
        let blockers = assessment.next.as_ref().map(|next| {
            let words: Vec<String> =
                next.blockers.iter().map(|blocker| self.words.blocker(blocker, next.stage)).collect();
            format!("{}: {}", next.stage.title(), words.join("; "))
        });
        let label = |label: &Option<std::sync::Arc<str>>| label.as_deref().unwrap_or_default().to_owned();
        self.writer.write_record([
            label(&assessment.lead),
            assessment.score.to_string(),
            assessment.fit.to_string(),
            assessment.engagement.to_string(),
            label(&assessment.grade),
            label(&assessment.band),
            assessment.stage.to_string(),
            label(&assessment.persona),
            icp.map(|icp| label(&icp.tier)).unwrap_or_default(),
            icp.map(|icp| icp.matched.to_string()).unwrap_or_default(),
            assessment.bounds.score.least.to_string(),
            assessment.bounds.score.most.to_string(),
            self.words.reasons(assessment).join("; "),
            blockers.unwrap_or_default(),
            line.to_string(),
        ])?;
        Ok(())
    }

    /// Writes what is left.
    pub fn finish(&mut self) -> Result<(), Failure> {
        Ok(self.writer.flush()?)
    }
}
