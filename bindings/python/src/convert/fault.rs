//! [`Fault`]: why a value has no JSON text: it is refused at its place, it is too much, or Python itself raised.

use pyo3::prelude::*;
use serde_json::json;
use smarketing::{Code, Path, Segment};

use super::text;
use crate::error;

/// Why a value has no JSON text.
pub enum Fault {
    /// It is refused: a finding at its place, and the rest can be written.
    Refused(Box<Refused>),
    /// It is so much that nothing more is written.
    Ended(Box<Refused>),
    /// Code of the caller raised while its value was read.
    Raised(PyErr),
}

/// A finding about a value, at its place or on its way up to the root.
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

    /// More than one request can hold.
    pub fn too_much(message: impl Into<String>) -> Self {
        Self::Ended(Box::new(Refused { code: Code::TooLarge, message: message.into(), help: None, place: Vec::new() }))
    }

    /// A text that is no JSON.
    pub fn syntax(error: &serde_json::Error) -> Self {
        Self::new(Code::Syntax, error.to_string(), None)
    }

    /// The same, one step further up.
    pub fn at(mut self, step: Segment) -> Self {
        if let Self::Refused(refused) | Self::Ended(refused) = &mut self {
            refused.place.push(step);
        }
        self
    }

    /// As an exception.
    pub fn raise(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Raised(error) => error,
            Self::Refused(refused) | Self::Ended(refused) => {
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

impl Refused {
    /// Writes what stands in the place of the value: whoever reads it there says what is wrong with it.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"$unreadable\":");
        text::write(out, &self.message);
        out.extend_from_slice(b",\"code\":");
        text::write(out, self.code.as_str());
        if let Some(help) = self.help {
            out.extend_from_slice(b",\"help\":");
            text::write(out, help);
        }
        out.push(b'}');
    }
}
