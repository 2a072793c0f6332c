//! Values of other packages, known by their shape: numpy's numbers, rows of frames, whatever can be iterated.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyInt, PyMemoryView, PyString, PyType};
use smarketing::Code;

use super::fault::Fault;
use super::text;
use super::writer::{DEEPEST, Writer};

const FRAME: &str = "give its rows: `frame.to_dict(\"records\")` in pandas, `frame.to_dicts()` in polars";
/// The most elements of what does not say how many it has.
const LONGEST_ITERATOR: usize = 1 << 22;

const NUMPY_INSTANT: &str = "numpy's instants have no zone: `pandas.Timestamp(value, tz=\"UTC\")` has one";

impl Writer<'_> {
    /// Writes a value that Python's library does not have.
    pub fn foreign(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        match value.get_type().name()?.to_str()? {
            "NAType" => self.out.extend_from_slice(b"null"),
            "UUID" => text::write(&mut self.out, text::of(value.str()?.as_any())?),
            _ => return self.by_shape(value),
        }
        Ok(())
    }

    /// Writes a value by what it can do.
    fn by_shape(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let has = |name: &str| value.hasattr(name);
        if is_bytes(value) {
            return Err(Fault::new(Code::WrongType, "bytes are no text", Some("decode them: `value.decode()`")));
        }
        if has("columns")? && (has("to_dict")? || has("to_dicts")?) {
            return Err(Fault::new(Code::WrongType, "a frame is no list", Some(FRAME)));
        }
        if has("keys")? && has("__getitem__")? {
            return self.within(value, |writer| writer.row(value));
        }
        if has("dtype")? && has("item")? && has("ndim")? {
            return self.within(value, |writer| writer.array(value));
        }
        if has("__iter__")? && !value.is_instance_of::<PyType>() {
            let most = if has("__len__")? { usize::MAX } else { LONGEST_ITERATOR };
            return self.within(value, |writer| writer.iterated(value, most));
        }
        Err(Fault::new(Code::WrongType, format!("{} has no JSON text", text::article(value)), None))
    }

    /// Writes what an iterator gives: one that never ends is told by giving more than it may.
    fn iterated(&mut self, value: &Bound<'_, PyAny>, most: usize) -> Result<(), Fault> {
        self.elements(value.try_iter()?.enumerate().map(|(at, element)| {
            if at >= most {
                return Err(Fault::too_much(format!("an iterator with more than {most} elements: does it ever end?")));
            }
            element.map_err(Fault::from)
        }))
    }

    /// Writes what has keys, and a value for each.
    fn row(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        self.out.push(b'{');
        for (at, key) in value.call_method0(intern!(value.py(), "keys"))?.try_iter()?.enumerate() {
            let key = key?;
            self.comma(at);
            self.entry(&key, &value.get_item(&key)?)?;
        }
        self.out.push(b'}');
        Ok(())
    }

    /// Writes a number or an array of numpy.
    fn array(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let py = value.py();
        let dtype = value.getattr(intern!(py, "dtype"))?;
        let kind = dtype.getattr("kind").and_then(|kind| kind.extract::<String>()).unwrap_or_default();
        if kind == "M" || kind == "m" {
            if value.str()?.to_string_lossy() != "NaT" {
                return Err(Fault::new(Code::WrongType, "a `datetime64` is no instant", Some(NUMPY_INSTANT)));
            }
            self.out.extend_from_slice(b"null");
            return Ok(());
        }
        let single = value.getattr("ndim").and_then(|count| count.extract::<usize>()).is_ok_and(|count| count == 0);
        if kind == "f" && dtype.getattr("itemsize").and_then(|size| size.extract::<usize>()).is_ok_and(|size| size != 8)
        {
            return if single { self.float(value) } else { self.elements(value.try_iter()?) };
        }
        let way = if single { intern!(py, "item") } else { intern!(py, "tolist") };
        self.value(&value.call_method0(way)?)
    }

    /// Writes a number of numpy that is no double: as a double it would get digits that it does not have.
    fn float(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        match value.str()?.to_string_lossy().parse() {
            Ok(double) => text::write_double(&mut self.out, double),
            Err(_) => return Err(Fault::new(Code::WrongType, format!("{} is no number", text::article(value)), None)),
        }
        Ok(())
    }

    /// The key of an entry: a text, a member of an enumeration, or a whole number.
    pub fn key<'py>(&self, key: &Bound<'py, PyAny>) -> Result<Bound<'py, PyString>, Fault> {
        if let Ok(name) = key.cast_exact::<PyString>() {
            text::of(key)?;
            return Ok(name.clone());
        }
        let key = &self.unwrapped(key)?;
        if key.is_exact_instance_of::<PyInt>() {
            return key.str().map_err(|_| no_key(key));
        }
        text::of(key).map_err(|_| no_key(key))?;
        Ok(key.cast::<PyString>().map_err(|_| no_key(key))?.clone())
    }

    /// What a member of an enumeration stands for, which may be a member of another one.
    fn unwrapped<'py>(&self, key: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>, Fault> {
        let mut value = key.clone();
        for _ in 0..DEEPEST {
            if !value.is_instance(self.kinds.enumeration.bind(key.py()))? {
                return Ok(value);
            }
            value = value.getattr(intern!(key.py(), "value"))?;
        }
        Err(no_key(key))
    }
}

fn is_bytes(value: &Bound<'_, PyAny>) -> bool {
    value.is_instance_of::<PyBytes>() || value.is_instance_of::<PyByteArray>() || value.is_instance_of::<PyMemoryView>()
}

fn no_key(key: &Bound<'_, PyAny>) -> Fault {
    Fault::new(Code::WrongType, format!("a key is a text, not {}", text::article(key)), None)
}
