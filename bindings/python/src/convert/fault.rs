//! [`Fault`]: why a value has no JSON text: it is refused at its place, or Python itself raised.

use pyo3::prelude::*;
use serde_json::json;
use smarketing::{Code, Path, Segment};

use crate::error;

/// Why a value has no JSON text.
pub enum Fault {
    /// It is refused: a finding at its place.
    Refused(Box<Refused>),
    /// Code of the caller raised while its value was read.
    Raised(PyErr),
}

/// A finding about a value, on its way up to the root.
pub struct Refused {
    code: Code,
    message: String,
    help: Option<&'static str>,
    /// The way down from the root, the last step first.
    place: Vec<Segment>,
}

impl From<PyErr> for Fault {
    fn from(error: PyErr) -> Self {
        Self::Raised(error)
    }
}

impl Fault {
    /// A value that is refused.
    pub fn new(code: Code, message: impl Into<String>, help: Option<&'static str>) -> Self {
        Self::Refused(Box::new(Refused { code, message: message.into(), help, place: Vec::new() }))
    }

    /// A text that is no JSON.
    pub fn syntax(error: &serde_json::Error) -> Self {
        Self::new(Code::Syntax, error.to_string(), None)
    }

    /// The same, one step further up.
    pub fn at(mut self, step: Segment) -> Self {
        if let Self::Refused(refused) = &mut self {
            refused.place.push(step);
        }
        self
    }

    /// As an exception.
    pub fn raise(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Raised(error) => error,
            Self::Refused(refused) => {
                let Refused { code, message, help, place } = *refused;
                let path = place.into_iter().rev().collect::<Path>().to_string();
                let mut finding = json!({"code": code.as_str(), "severity": "error", "message": message, "path": path});
                if let Some(help) = help {
                    finding["help"] = help.into();
                }
                error::from_text(py, &json!({ "findings": [finding] }).to_string())
            }
        }
    }
}
