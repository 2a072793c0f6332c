//! Errors of the chores: one message for the person at the terminal, built from the inside out.

use std::fmt;

/// What went wrong, in words.
#[derive(Debug)]
pub struct Error(String);

/// The result of a chore's part.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An error with this message, as a result.
pub fn fail<T>(message: impl Into<String>) -> Result<T> {
    Err(Error::new(message))
}

/// Says what was being done when something failed.
pub trait Context<T> {
    /// Puts `what` before the cause.
    fn context(self, what: impl FnOnce() -> String) -> Result<T>;
}

impl<T, E: fmt::Display> Context<T> for std::result::Result<T, E> {
    fn context(self, what: impl FnOnce() -> String) -> Result<T> {
        self.map_err(|cause| Error(format!("{}: {cause}", what())))
    }
}
