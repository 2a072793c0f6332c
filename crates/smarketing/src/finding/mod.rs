//! Findings: what is wrong or doubtful in a document or in facts, each at its place.

mod catalogue;
mod code;
mod path;

use std::fmt;

use serde::Serialize;

pub use catalogue::{FindingCode, finding_codes};
pub use code::Code;
pub use path::{Path, Segment};

/// How bad a [`Finding`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The document cannot be used, or the fact counts as unknown.
    Error,
    /// It can be used, but it hardly means what its authors mean.
    Warning,
}

/// What is wrong or doubtful in a document or in facts.
///
/// `path` names the place in the document (`scoring.rules[3].when.industry`), `line` and `column`
/// (both from 1, the column in characters) its source, where there is one.
///
/// Most codes have one severity. What is wrong with facts or with a goal is an error of an assessment
/// or of a plan, and a warning where the check of an agreement finds it in an example or in its goals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::by_severity))]
#[non_exhaustive]
pub struct Finding {
    /// What kind of finding this is; stable between versions.
    pub code: Code,
    /// Whether it is an error or a warning.
    pub severity: Severity,
    /// What is wrong, in the words of the field.
    pub message: String,
    /// What to do about it, where there is something to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The name that was probably meant, where one is near.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
    /// The place in the document or in the facts.
    pub path: Path,
    /// The line in the source text, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The column in the source text, in characters, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
}

impl Finding {
    pub(crate) fn new(code: Code, path: Path, message: impl Into<String>) -> Self {
        let severity = code.severity();
        Self { code, severity, message: message.into(), help: None, suggestion: None, path, line: None, column: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, lowered to a warning: for a code that the catalogue has as `Error or Warning`.
    pub(crate) fn lowered(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// Adds the name that was probably meant.
    pub(crate) fn meant(mut self, name: &str) -> Self {
        self.suggestion = Some(name.to_owned());
        self.help(format!("did you mean `{name}`?"))
    }

    /// Adds "did you mean" if a known name is near; otherwise lists the names, if they are few.
    pub(crate) fn suggest<'n>(self, written: &str, known: impl IntoIterator<Item = &'n str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        if let Some(name) = crate::text::nearest(written, known.iter().copied()) {
            return self.meant(name);
        }
        if known.is_empty() || known.len() > 16 {
            return self;
        }
        let list: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
        self.help(format!("expected {}", either(&list)))
    }

    /// Whether this finding is an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Joins names as a sentence does: "a, b or c".
pub(crate) fn either(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = if self.is_error() { "error" } else { "warning" };
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, "{line}:{column}: ")?;
        }
        write!(f, "{severity}[{}]", self.code)?;
        if !self.path.is_empty() {
            write!(f, " {}", self.path)?;
        }
        write!(f, ": {}", self.message)?;
        match &self.help {
            Some(help) => write!(f, " ({help})"),
            None => Ok(()),
        }
    }
}
