//! [`Failure`]: why the job ended early, and the exit code that says so.

use std::fmt;
use std::io;

/// Why the job ended early: 2 where the input is at fault, 1 where the machine is.
#[derive(Debug)]
pub struct Failure {
    /// The exit code.
    pub code: u8,
    /// What to tell; nothing where nobody listens.
    pub message: String,
}

impl Failure {
    /// The input is at fault.
    pub fn input(message: impl Into<String>) -> Self {
        Self { code: 2, message: format!("error: {}", message.into()) }
    }

    /// A file that cannot be read or written.
    pub fn file(path: &str, what: &str, error: &io::Error) -> Self {
        let code = if error.kind() == io::ErrorKind::NotFound { 2 } else { 1 };
        Self { code, message: format!("error: cannot {what} `{path}`: {error}") }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            // `| head` has read enough: that is no failure.
            return Self { code: 0, message: String::new() };
        }
        Self { code: 1, message: format!("error: cannot write: {error}") }
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => error.into(),
            other => Self { code: 1, message: format!("error: cannot write the scored file: {other:?}") },
        }
    }
}
