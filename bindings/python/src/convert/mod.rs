//! Any Python value to JSON text, in one pass: the one way in which values come into the core.

mod fault;
mod foreign;
mod kinds;
mod odd;
mod text;
mod writer;

use pyo3::prelude::*;
use pyo3::types::PyList;
use serde_json::Value;
use serde_json::value::RawValue;
use smarketing::Code;

use fault::Fault;
use writer::Writer;

/// The JSON text of a value; what has none is refused.
#[pyfunction]
pub fn to_json(value: &Bound<'_, PyAny>) -> PyResult<String> {
    written(Writer::new(value.py())?, value.py(), |writer| writer.value(value))
}

/// The JSON text of a value that the core reads; it is told in the place of each part that has none.
#[pyfunction]
pub fn to_core(value: &Bound<'_, PyAny>) -> PyResult<String> {
    written(Writer::of_request(value.py())?, value.py(), |writer| writer.value(value))
}

/// The JSON texts of a list's elements, as they stand in its text.
#[pyfunction]
pub fn elements<'py>(py: Python<'py>, list: &str) -> PyResult<Bound<'py, PyList>> {
    let parts: Vec<&RawValue> = serde_json::from_str(list).map_err(|error| Fault::syntax(&error).raise(py))?;
    PyList::new(py, parts.iter().map(|part| part.get()))
}

/// The JSON text of a table, as it was given: whatever else the text is, is refused.
#[pyfunction]
pub fn table<'py>(text: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let py = text.py();
    let read: Value = serde_json::from_str(self::text(text)?).map_err(|error| Fault::syntax(&error).raise(py))?;
    if !read.is_object() {
        return Err(Fault::new(Code::WrongType, "expected the JSON text of a table", None).raise(py));
    }
    Ok(text.clone())
}

/// The arguments of a function, by name, as the JSON text of a request.
pub fn request(py: Python<'_>, arguments: &[(&str, &Bound<'_, PyAny>)]) -> PyResult<String> {
    written(Writer::of_request(py)?, py, |writer| writer.table(arguments))
}

/// A text that Python gave, such as that of a document.
pub fn text<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text::of(value).map_err(|fault| fault.raise(value.py()))
}

fn written(
    mut writer: Writer<'_>,
    py: Python<'_>,
    write: impl FnOnce(&mut Writer<'_>) -> Result<(), Fault>,
) -> PyResult<String> {
    match write(&mut writer) {
        Ok(()) => Ok(writer.finish()),
        Err(fault) => Err(fault.raise(py)),
    }
}
