//! An assessment that stays in Rust: what is read most is read from there, the rest from its JSON text.

use pyo3::prelude::*;
use smarketing::Assessment;

/// The core's assessment, for the class `Assessment` to read from.
#[pyclass(frozen, name = "Assessment", module = "smarketing._smarketing")]
pub struct NativeAssessment(pub Assessment);

#[pymethods]
impl NativeAssessment {
    /// The total.
    #[getter]
    fn score(&self) -> f64 {
        self.0.score.to_f64()
    }

    /// Explicit points, before their weight.
    #[getter]
    fn fit(&self) -> f64 {
        self.0.fit.to_f64()
    }

    /// Implicit points, before their weight.
    #[getter]
    fn engagement(&self) -> f64 {
        self.0.engagement.to_f64()
    }

    /// The letter of the fit and the digit of the engagement.
    #[getter]
    fn grade(&self) -> Option<&str> {
        self.0.grade.as_deref()
    }

    /// The label of the score.
    #[getter]
    fn band(&self) -> Option<&str> {
        self.0.band.as_deref()
    }

    /// The stage the lead qualifies for.
    #[getter]
    fn stage(&self) -> &'static str {
        self.0.stage.as_str()
    }

    /// The core's own JSON text.
    fn _json(&self) -> String {
        self.0.to_json()
    }
}
