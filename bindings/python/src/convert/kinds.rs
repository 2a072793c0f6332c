//! [`Kinds`]: the Python types that the converter knows besides the built-in ones, looked up once.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

/// The types of Python's library and of this package, and the functions that tell about values.
pub struct Kinds {
    pub date: Py<PyType>,
    pub datetime: Py<PyType>,
    pub decimal: Py<PyType>,
    pub enumeration: Py<PyType>,
    pub mapping: Py<PyType>,
    pub result: Py<PyType>,
    pub time: Py<PyType>,
    pub timedelta: Py<PyType>,
    /// The zone UTC.
    pub utc: Py<PyAny>,
    /// `dataclasses.fields`.
    pub fields: Py<PyAny>,
}

static KINDS: PyOnceLock<Kinds> = PyOnceLock::new();

impl Kinds {
    /// The types, imported at the first call.
    pub fn get(py: Python<'_>) -> PyResult<&Self> {
        KINDS.get_or_try_init(py, || {
            let attribute = |module: &str, name: &str| py.import(module)?.getattr(name);
            let class =
                |module: &str, name: &str| Ok::<_, PyErr>(attribute(module, name)?.cast_into::<PyType>()?.unbind());
            Ok(Self {
                date: class("datetime", "date")?,
                datetime: class("datetime", "datetime")?,
                decimal: class("decimal", "Decimal")?,
                enumeration: class("enum", "Enum")?,
                mapping: class("collections.abc", "Mapping")?,
                result: class("smarketing._base", "Result")?,
                time: class("datetime", "time")?,
                timedelta: class("datetime", "timedelta")?,
                utc: attribute("datetime", "timezone")?.getattr("utc")?.unbind(),
                fields: attribute("dataclasses", "fields")?.unbind(),
            })
        })
    }
}
