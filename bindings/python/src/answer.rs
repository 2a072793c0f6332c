//! Asking the core: the lock of the interpreter is released meanwhile, and Ctrl-C ends the waiting.

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use serde_json::json;
use smarketing::{Agreement, BoundLead, Receiver, RequestError};

use crate::agreement::NativeAgreement;
use crate::convert;
use crate::error;

/// Requests longer than this may take a while.
const LONG: usize = 1 << 17;

/// How often Python may handle its signals while the core works.
const GLANCE: Duration = Duration::from_millis(20);

/// Whom a request asks.
pub enum Asking {
    Library,
    Agreements(Vec<Agreement>),
    Lead(Arc<BoundLead>),
}

impl Asking {
    fn answer(&self, function: &str, request: &str) -> Result<String, RequestError> {
        let receiver = match self {
            Self::Library => Receiver::Library,
            Self::Agreements(agreements) => Receiver::Agreements(agreements),
            Self::Lead(lead) => Receiver::Lead(lead),
        };
        smarketing::answer(function, receiver, request)
    }
}

/// The answer to a request, as the core's own JSON text.
pub fn ask(py: Python<'_>, function: &str, asking: Asking, request: String) -> PyResult<String> {
    let (function, long) = (function.to_owned(), request.len() > LONG);
    let work = move || asking.answer(&function, &request);
    let answered = if long { patiently(py, work)? } else { py.detach(work) };
    answered.map_err(|error| error::from_request(py, &error))
}

/// What a request of one lead gives: at once if it is short, else as a long one.
pub fn of_one<T: Send + 'static>(
    py: Python<'_>,
    request: &str,
    work: impl FnOnce(&str) -> T + Send + 'static,
) -> PyResult<T> {
    if request.len() <= LONG {
        return Ok(work(request));
    }
    let request = request.to_owned();
    patiently(py, move || work(&request))
}

/// Works beside Python, which looks for signals meanwhile: after Ctrl-C nobody waits for the answer.
fn patiently<T: Send + 'static>(py: Python<'_>, work: impl FnOnce() -> T + Send + 'static) -> PyResult<T> {
    let (sender, mut receiver) = channel();
    std::thread::spawn(move || sender.send(work()));
    loop {
        let waiting = &mut receiver;
        match py.detach(move || waiting.recv_timeout(GLANCE)) {
            Ok(answer) => return Ok(answer),
            Err(RecvTimeoutError::Timeout) => py.check_signals()?,
            Err(RecvTimeoutError::Disconnected) => return Err(PyRuntimeError::new_err("the core did not answer")),
        }
    }
}

/// The answer of a function of the library.
#[pyfunction]
pub fn answer(py: Python<'_>, function: &str, arguments: &Bound<'_, PyAny>) -> PyResult<String> {
    ask(py, function, Asking::Library, convert::to_core(arguments)?)
}

/// The answer of a function that asks several agreements.
#[pyfunction]
pub fn answer_with(
    py: Python<'_>,
    agreements: Vec<PyRef<'_, NativeAgreement>>,
    function: &str,
    arguments: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let agreements = agreements.iter().map(|agreement| agreement.0.clone()).collect();
    ask(py, function, Asking::Agreements(agreements), convert::to_core(arguments)?)
}

/// The list of public functions, as JSON text.
#[pyfunction]
pub fn functions() -> String {
    let list = smarketing::functions().map(|function| {
        let arguments = function
            .arguments
            .iter()
            .map(|argument| json!({"name": argument.name, "kind": argument.kind, "required": argument.required}));
        json!({"name": function.name, "on": function.on.name(), "result": function.result,
            "arguments": arguments.collect::<Vec<_>>()})
    });
    json!(list.collect::<Vec<_>>()).to_string()
}
