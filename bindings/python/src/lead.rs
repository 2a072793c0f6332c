//! A lead that is bound to an agreement: asked at any instant, without reading its facts again.

use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use smarketing::{Agreement, BoundLead, Receiver};

use crate::answer::{Asking, ask, of_one};
use crate::assessment::NativeAssessment;
use crate::convert;
use crate::error;

/// The core's bound lead, for the class `BoundLead` to ask.
#[pyclass(frozen, name = "BoundLead", module = "smarketing._smarketing")]
pub struct NativeLead {
    lead: Arc<BoundLead>,
    /// What it was bound from: a pickle binds it anew.
    request: String,
}

impl NativeLead {
    /// Binds a lead from the text of a request.
    pub fn bind(py: Python<'_>, agreement: &Agreement, request: String) -> PyResult<Self> {
        let agreement = agreement.clone();
        let bound = of_one(py, &request, move |request| agreement.bind_request(request))?;
        let lead = bound.map_err(|findings| error::from_findings(py, findings))?;
        Ok(Self { lead: Arc::new(lead), request })
    }
}

#[pymethods]
impl NativeLead {
    /// What the lead is worth at an instant.
    fn assess(&self, py: Python<'_>, as_of: &Bound<'_, PyAny>) -> PyResult<NativeAssessment> {
        let request = convert::request(py, &[("as_of", as_of)])?;
        let instant = request.strip_prefix("{\"as_of\":\"").and_then(|rest| rest.strip_suffix("\"}"));
        match instant.map(str::parse) {
            Some(Ok(instant)) => Ok(NativeAssessment(self.lead.assess(instant))),
            // The core finds the words for what is wrong with it.
            _ => Err(match smarketing::answer("assess", Receiver::Lead(&self.lead), &request) {
                Err(error) => error::from_request(py, &error),
                Ok(_) => PyValueError::new_err("the instant cannot be read"),
            }),
        }
    }

    /// The answer of a function that asks a bound lead.
    fn answer(&self, py: Python<'_>, function: &str, arguments: &Bound<'_, PyAny>) -> PyResult<String> {
        ask(py, function, Asking::Lead(self.lead.clone()), convert::to_core(arguments)?)
    }

    /// The request that it was bound from.
    fn _json(&self) -> &str {
        &self.request
    }
}
