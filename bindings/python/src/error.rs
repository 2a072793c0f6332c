//! Errors on their way to Python: the core's own JSON text becomes an exception of `smarketing.errors`.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use smarketing::{Finding, RequestError};

/// `smarketing.errors.from_json`, looked up once.
static FROM_JSON: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

/// The exception for findings or a refusal as JSON text.
pub fn from_text(py: Python<'_>, text: &str) -> PyErr {
    from_document(py, text, None)
}

/// The exception for what is wrong with a request.
pub fn from_request(py: Python<'_>, error: &RequestError) -> PyErr {
    from_text(py, &error.to_json())
}

/// The exception for findings about a request.
pub fn from_findings(py: Python<'_>, findings: Vec<Finding>) -> PyErr {
    from_request(py, &RequestError::Findings(findings))
}

/// The exception for findings about an agreement, which knows its text.
pub fn from_document(py: Python<'_>, text: &str, document: Option<&str>) -> PyErr {
    let made = FROM_JSON
        .get_or_try_init(py, || Ok(py.import("smarketing.errors")?.getattr("from_json")?.unbind()))
        .and_then(|from_json: &Py<PyAny>| from_json.bind(py).call1((text, document)));
    made.map_or_else(|error| error, PyErr::from_value)
}
