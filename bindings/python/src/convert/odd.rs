//! Values that are not of a built-in type: instants, decimals, mappings, data classes, numbers of numpy.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyFloat, PyFrozenSet, PyInt, PySet, PyString, PyTuple, PyType};
use smarketing::Code;

use super::fault::Fault;
use super::text;
use super::writer::Writer;

const NAIVE: &str = "say where its clock stood: `tzinfo=ZoneInfo(\"Europe/Berlin\")`, or `tzinfo=UTC`; where only the day is meant: `.date()`";

/// The clock of a day without a zone.
const MIDNIGHT: &str = "00:00:00";

/// What the offset of an instant can look like at the end of its text: `+01:00`.
const OFFSET: usize = 6;

impl Writer<'_> {
    /// Writes a value that is not of a built-in type itself.
    pub fn odd(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let py = value.py();
        let is = |kind: &Py<PyType>| value.is_instance(kind.bind(py));
        if is(&self.kinds.datetime)? {
            return self.instant(value);
        }
        if is(&self.kinds.result)? {
            let json = value.call_method0(intern!(py, "to_json"))?;
            self.out.extend_from_slice(text::of(&json)?.as_bytes());
            return Ok(());
        }
        if is(&self.kinds.decimal)? {
            text::write_decimal(&mut self.out, text::of(value.str()?.as_any())?);
            return Ok(());
        }
        if is(&self.kinds.enumeration)? {
            return self.within(value, |writer| writer.value(&value.getattr(intern!(py, "value"))?));
        }
        match self.number_or_text(value) {
            Some(done) => done,
            None => self.calendar(value),
        }
    }

    /// Writes a date, a time of day or a span.
    fn calendar(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let py = value.py();
        let is = |kind: &Py<PyType>| value.is_instance(kind.bind(py));
        if is(&self.kinds.date)? {
            return self.spoken(&value.call_method0(intern!(py, "isoformat"))?);
        }
        if is(&self.kinds.time)? {
            return self.time(value);
        }
        if is(&self.kinds.timedelta)? {
            return self.span(value);
        }
        self.container(value)
    }

    /// Writes a value of a class that stands on a built-in number or text.
    fn number_or_text(&mut self, value: &Bound<'_, PyAny>) -> Option<Result<(), Fault>> {
        if value.is_instance_of::<PyString>() {
            return Some(text::of(value).map(|string| text::write(&mut self.out, string)));
        }
        if let Ok(double) = value.cast::<PyFloat>() {
            text::write_double(&mut self.out, double.value());
            return Some(Ok(()));
        }
        value.cast::<PyInt>().ok().map(|whole| self.whole(whole))
    }

    /// Writes an instant as RFC 3339; one without a zone is refused, but for midnight, which is how frames
    /// hold a day.
    fn instant(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let py = value.py();
        let written = value.call_method0(intern!(py, "isoformat"))?;
        let spoken = text::of(&written)?;
        if spoken == "NaT" {
            self.out.extend_from_slice(b"null");
            return Ok(());
        }
        let (day, clock) = spoken.split_once('T').unwrap_or((spoken, ""));
        if clock == MIDNIGHT {
            text::write(&mut self.out, day);
            return Ok(());
        }
        let Some(sign) = clock.rfind(['+', '-']) else {
            let message = format!("`{spoken}` has no time zone, so that it is no instant");
            return Err(Fault::new(Code::InvalidValue, message, Some(NAIVE)));
        };
        if clock.len() - sign == OFFSET {
            text::write(&mut self.out, spoken);
            return Ok(());
        }
        let utc = self.in_utc(value, spoken)?;
        self.spoken(&utc)
    }

    /// An instant of the time before zones were whole minutes, which RFC 3339 cannot write, in UTC.
    fn in_utc<'py>(&self, value: &Bound<'py, PyAny>, spoken: &str) -> Result<Bound<'py, PyAny>, Fault> {
        let py = value.py();
        match value.call_method1(intern!(py, "astimezone"), (self.kinds.utc.bind(py),)) {
            Ok(utc) => Ok(utc.call_method0(intern!(py, "isoformat"))?),
            Err(_) => Err(Fault::new(Code::OutOfRange, format!("`{spoken}` is no instant in UTC"), None)),
        }
    }

    /// Writes what a method said.
    fn spoken(&mut self, said: &Bound<'_, PyAny>) -> Result<(), Fault> {
        text::write(&mut self.out, text::of(said)?);
        Ok(())
    }

    /// Writes a time of day without needless seconds, as agreements do.
    fn time(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let written = value.call_method0(intern!(value.py(), "isoformat"))?;
        let spoken = text::of(&written)?;
        text::write(&mut self.out, spoken.strip_suffix(":00").filter(|short| short.len() == 5).unwrap_or(spoken));
        Ok(())
    }

    /// Writes a span of whole seconds; a finer one is the core's to refuse.
    fn span(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let seconds: f64 = value.call_method0(intern!(value.py(), "total_seconds"))?.extract()?;
        text::write(&mut self.out, &format!("{seconds}s"));
        Ok(())
    }

    /// Writes a mapping, a data class, a tuple or a set.
    fn container(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let py = value.py();
        if let Ok(dict) = value.cast::<PyDict>() {
            return self.within(value, |writer| writer.items(dict.items().iter().map(Ok)));
        }
        if value.is_instance(self.kinds.mapping.bind(py))? {
            let items = value.call_method0(intern!(py, "items"))?;
            return self.within(value, |writer| writer.items(items.try_iter()?));
        }
        if value.hasattr(intern!(py, "__dataclass_fields__"))? && !value.is_instance_of::<PyType>() {
            return self.within(value, |writer| writer.data_class(value));
        }
        if let Ok(tuple) = value.cast::<PyTuple>() {
            return self.within(value, |writer| writer.tuple(tuple));
        }
        if value.is_instance_of::<PySet>() || value.is_instance_of::<PyFrozenSet>() {
            return self.within(value, |writer| writer.set(value));
        }
        self.foreign(value)
    }

    /// Writes a tuple as a list, or, where its places have names, as a table.
    fn tuple(&mut self, tuple: &Bound<'_, PyTuple>) -> Result<(), Fault> {
        let py = tuple.py();
        if tuple.is_exact_instance_of::<PyTuple>() || !tuple.hasattr(intern!(py, "_asdict"))? {
            return self.elements(tuple.iter().map(Ok::<_, Fault>));
        }
        self.value(&tuple.call_method0(intern!(py, "_asdict"))?)
    }

    /// Writes the entries of a mapping.
    fn items<'py>(&mut self, items: impl Iterator<Item = PyResult<Bound<'py, PyAny>>>) -> Result<(), Fault> {
        self.out.push(b'{');
        for (at, item) in items.enumerate() {
            let (key, value): (Bound<'py, PyAny>, Bound<'py, PyAny>) = item?.extract()?;
            self.comma(at);
            self.entry(&key, &value)?;
        }
        self.out.push(b'}');
        Ok(())
    }

    /// Writes the fields of a data class.
    fn data_class(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let py = value.py();
        self.out.push(b'{');
        for (at, field) in self.kinds.fields.bind(py).call1((value,))?.try_iter()?.enumerate() {
            let name = field?.getattr(intern!(py, "name"))?.cast_into::<PyString>().map_err(PyErr::from)?;
            self.comma(at);
            self.entry(name.as_any(), &value.getattr(&name)?)?;
        }
        self.out.push(b'}');
        Ok(())
    }

    /// Writes a set as a list in the order of its elements' texts, which no hash decides.
    fn set(&mut self, set: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let before = self.out.len();
        let mut elements = Vec::new();
        for element in set.try_iter()? {
            let start = self.out.len();
            self.value(&element?)?;
            elements.push(self.out.split_off(start));
        }
        self.out.truncate(before);
        elements.sort();
        self.out.push(b'[');
        self.out.extend_from_slice(&elements.join(&b','));
        self.out.push(b']');
        Ok(())
    }
}
