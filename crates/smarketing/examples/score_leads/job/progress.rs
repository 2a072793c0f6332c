//! [`Progress`]: how far a long file is read, on standard error.

use std::io::Write;

use super::failure::Failure;
use super::table::Table;

/// Files below this size are read before anybody looks.
const LONG: u64 = 4 * 1024 * 1024;

/// How far a file is read, in percent; told when it changes.
pub struct Progress {
    name: String,
    size: u64,
    shown: Option<u64>,
    silent: bool,
}

impl Progress {
    pub fn new(show: bool, table: &Table) -> Self {
        Self { name: table.name().to_owned(), size: table.size(), shown: None, silent: !show || table.size() < LONG }
    }

    /// So many bytes are read.
    pub fn at(&mut self, bytes: u64, err: &mut dyn Write) -> Result<(), Failure> {
        if self.silent {
            return Ok(());
        }
        let percent = bytes.saturating_mul(100).checked_div(self.size).unwrap_or(100).min(100);
        if self.shown != Some(percent) {
            self.shown = Some(percent);
            write!(err, "\r{}: {percent:3} %", self.name)?;
            err.flush()?;
        }
        Ok(())
    }

    /// Leaves the line as it was found.
    pub fn finish(&mut self, err: &mut dyn Write) -> Result<(), Failure> {
        if self.shown.is_some() {
            write!(err, "\r{}\r", " ".repeat(self.name.chars().count() + 7))?;
            err.flush()?;
        }
        Ok(())
    }
}
