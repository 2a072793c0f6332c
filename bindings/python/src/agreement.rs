//! An agreement in Rust: made from a text, asked by name, and the fast way to assess.

use pyo3::prelude::*;
use smarketing::{Agreement, AgreementError, RequestError};

use crate::answer::{Asking, ask, of_one};
use crate::assessment::NativeAssessment;
use crate::convert;
use crate::error;
use crate::lead::NativeLead;

/// The core's agreement, for the class `Agreement` to ask.
#[pyclass(frozen, name = "Agreement", module = "smarketing._smarketing")]
pub struct NativeAgreement(pub Agreement);

#[pymethods]
impl NativeAgreement {
    /// Reads, checks and compiles a document from TOML text.
    #[staticmethod]
    fn from_toml(py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<Self> {
        let text = convert::text(text)?;
        made(py, text, py.detach(|| Agreement::from_toml(text)))
    }

    /// Reads, checks and compiles a document from JSON text.
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<Self> {
        let text = convert::text(text)?;
        made(py, text, py.detach(|| Agreement::from_json(text)))
    }

    /// What a lead is worth at an instant.
    fn assess(
        &self,
        py: Python<'_>,
        lead: &Bound<'_, PyAny>,
        interactions: &Bound<'_, PyAny>,
        as_of: &Bound<'_, PyAny>,
    ) -> PyResult<NativeAssessment> {
        let request = convert::request(py, &[("lead", lead), ("interactions", interactions), ("as_of", as_of)])?;
        let agreement = self.0.clone();
        let assessment = of_one(py, &request, move |request| agreement.assess_request(request))?;
        assessment.map(NativeAssessment).map_err(|findings| error::from_findings(py, findings))
    }

    /// What some of many leads are worth at an instant; the lock is released meanwhile.
    fn assess_some(
        &self,
        py: Python<'_>,
        leads: &Bound<'_, PyAny>,
        as_of: &Bound<'_, PyAny>,
    ) -> PyResult<Vec<NativeAssessment>> {
        let request = convert::request(py, &[("leads", leads), ("as_of", as_of)])?;
        let assessments = py.detach(|| self.0.assess_all_request(&request));
        let assessments = assessments.map_err(|findings| error::from_findings(py, findings))?;
        Ok(assessments.into_iter().map(NativeAssessment).collect())
    }

    /// Binds a lead to the agreement.
    fn bind(&self, py: Python<'_>, lead: &Bound<'_, PyAny>, interactions: &Bound<'_, PyAny>) -> PyResult<NativeLead> {
        NativeLead::bind(py, &self.0, convert::request(py, &[("lead", lead), ("interactions", interactions)])?)
    }

    /// Binds a lead to the agreement from the text of a request.
    fn bind_text(&self, py: Python<'_>, request: String) -> PyResult<NativeLead> {
        NativeLead::bind(py, &self.0, request)
    }

    /// The answer of a function that asks one agreement, or one and another.
    #[pyo3(signature = (function, arguments, other = None))]
    fn answer(
        &self,
        py: Python<'_>,
        function: &str,
        arguments: &Bound<'_, PyAny>,
        other: Option<PyRef<'_, Self>>,
    ) -> PyResult<String> {
        let other = other.map(|other| other.0.clone());
        let agreements = std::iter::once(self.0.clone()).chain(other).collect();
        ask(py, function, Asking::Agreements(agreements), convert::to_core(arguments)?)
    }
}

/// The agreement, or the exception with all findings and the text they are about.
fn made(py: Python<'_>, text: &str, read: Result<Agreement, AgreementError>) -> PyResult<NativeAgreement> {
    read.map(NativeAgreement).map_err(|error| {
        let findings = RequestError::Findings(error.findings).to_json();
        error::from_document(py, &findings, Some(text))
    })
}
