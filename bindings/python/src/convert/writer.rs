//! [`Writer`]: the JSON text of one value on its way: the built-in types at once, the others by `odd`.
//!
//! In a request, what has no text is left to the core: the text says in the value's place why there is none.

use std::io::Write;

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString};
use smarketing::{Code, Segment};

use super::fault::{Fault, Refused};
use super::kinds::Kinds;
use super::text;

/// How deep values may be nested; the core reads half of it.
pub const DEEPEST: usize = 64;

/// The longest text of one request.
const LONGEST: usize = 1 << 30;

/// After so many values, Python may handle its signals, and other threads may run.
const PATIENCE: usize = 1 << 14;

/// So many values of a request may have no text.
const MOST_REFUSED: usize = 1 << 18;

/// The JSON text of one value on its way.
pub struct Writer<'k> {
    pub out: Vec<u8>,
    pub kinds: &'k Kinds,
    /// The containers that are being written: one of them inside itself is a cycle.
    open: Vec<usize>,
    count: usize,
    /// How many values had no text, where the core is told of each.
    refused: Option<usize>,
}

impl<'k> Writer<'k> {
    /// A writer without a text.
    pub fn new(py: Python<'k>) -> PyResult<Self> {
        let out = Vec::with_capacity(4096);
        Ok(Self { out, kinds: Kinds::get(py)?, open: Vec::new(), count: 0, refused: None })
    }

    /// The same for a request, in which the core is told of every value that has no text.
    pub fn of_request(py: Python<'k>) -> PyResult<Self> {
        Ok(Self { refused: Some(0), ..Self::new(py)? })
    }

    /// The text.
    pub fn finish(self) -> String {
        // Only whole texts of Python and ASCII were written.
        String::from_utf8(self.out).unwrap_or_default()
    }

    /// Writes a value, or why it has no text.
    pub fn value(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let (start, depth) = (self.out.len(), self.open.len());
        match self.whole_value(value) {
            Err(Fault::Refused(why)) if self.refused.is_some() => {
                self.out.truncate(start);
                self.open.truncate(depth);
                self.refuse(&why)
            }
            done => done,
        }
    }

    /// Writes why a value of a request has no text.
    fn refuse(&mut self, why: &Refused) -> Result<(), Fault> {
        let count = self.refused.unwrap_or_default() + 1;
        self.refused = Some(count);
        why.write(&mut self.out);
        if count > MOST_REFUSED {
            return Err(Fault::too_much(format!("more than {MOST_REFUSED} values of one request have no JSON text")));
        }
        Ok(())
    }

    fn whole_value(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        self.pause(value.py())?;
        if let Ok(string) = value.cast_exact::<PyString>() {
            text::write(&mut self.out, text::of_string(string)?);
        } else if let Ok(dict) = value.cast_exact::<PyDict>() {
            self.within(value, |writer| writer.dict(dict))?;
        } else if let Ok(list) = value.cast_exact::<PyList>() {
            self.within(value, |writer| writer.list(list))?;
        } else if !self.constant(value)? {
            self.odd(value)?;
        }
        Ok(())
    }

    /// Writes a value that is a number, true or false, or nothing; says whether it is.
    fn constant(&mut self, value: &Bound<'_, PyAny>) -> Result<bool, Fault> {
        if value.is_none() {
            self.out.extend_from_slice(b"null");
        } else if let Ok(whole) = value.cast_exact::<PyInt>() {
            self.whole(whole)?;
        } else if let Ok(double) = value.cast_exact::<PyFloat>() {
            text::write_double(&mut self.out, double.value());
        } else if let Ok(boolean) = value.cast_exact::<PyBool>() {
            self.out.extend_from_slice(if boolean.is_true() { b"true" } else { b"false" });
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// Lets other threads run and Python handle a signal now and then, and holds the text to its longest length.
    fn pause(&mut self, py: Python<'_>) -> Result<(), Fault> {
        self.count = self.count.wrapping_add(1);
        if self.count.is_multiple_of(PATIENCE) {
            py.detach(|| ());
            py.check_signals()?;
            if self.out.len() > LONGEST {
                return Err(Fault::too_much(format!("the request is longer than {LONGEST} bytes")));
            }
        }
        Ok(())
    }

    /// Writes a container, if it is not within itself and not too deep.
    pub fn within(
        &mut self,
        container: &Bound<'_, PyAny>,
        write: impl FnOnce(&mut Self) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let place = container.as_ptr() as usize;
        if self.open.contains(&place) {
            return Err(Fault::new(Code::InvalidValue, "a value that contains itself has no JSON text", None));
        }
        if self.open.len() >= DEEPEST {
            let message = format!("tables and lists are nested more than {DEEPEST} deep");
            return Err(Fault::new(Code::TooLarge, message, None));
        }
        self.open.push(place);
        write(self)?;
        self.open.pop();
        Ok(())
    }

    /// Writes a table of named values.
    pub fn table(&mut self, entries: &[(&str, &Bound<'_, PyAny>)]) -> Result<(), Fault> {
        self.out.push(b'{');
        for (at, (key, value)) in entries.iter().enumerate() {
            self.comma(at);
            text::write(&mut self.out, key);
            self.out.push(b':');
            self.value(value).map_err(|fault| fault.at(Segment::Key((*key).to_owned())))?;
        }
        self.out.push(b'}');
        Ok(())
    }

    fn dict(&mut self, dict: &Bound<'_, PyDict>) -> Result<(), Fault> {
        let length = dict.len();
        let mut entries = dict.iter();
        self.out.push(b'{');
        for at in 0..length {
            // Code of the caller may run between two entries; an iterator of a changed dict would panic.
            if dict.len() != length {
                return Err(Fault::new(Code::InvalidValue, "the dict changed while it was read", None));
            }
            let Some((key, value)) = entries.next() else { break };
            self.comma(at);
            self.entry(&key, &value)?;
        }
        self.out.push(b'}');
        Ok(())
    }

    /// Writes an entry of a mapping.
    pub fn entry(&mut self, key: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let name = match self.key(key) {
            Err(Fault::Refused(why)) if self.refused.is_some() => {
                let shown = key.repr().map_or_else(|_| "?".to_owned(), |shown| shown.to_string_lossy().into_owned());
                text::write(&mut self.out, &shown);
                self.out.push(b':');
                return self.refuse(&why);
            }
            name => name?,
        };
        text::write(&mut self.out, name.to_str().unwrap_or_default());
        self.out.push(b':');
        self.value(value).map_err(|fault| fault.at(Segment::Key(name.to_string_lossy().into_owned())))
    }

    fn list(&mut self, list: &Bound<'_, PyList>) -> Result<(), Fault> {
        // By place and not by iterator: the list may change while it is read.
        let mut at = 0;
        self.elements(std::iter::from_fn(|| {
            let item = list.get_item(at).ok();
            at += 1;
            item.map(Ok::<_, Fault>)
        }))
    }

    /// Writes the elements of a list.
    pub fn elements<'py, E>(
        &mut self,
        elements: impl Iterator<Item = Result<Bound<'py, PyAny>, E>>,
    ) -> Result<(), Fault>
    where
        Fault: From<E>,
    {
        self.out.push(b'[');
        for (at, element) in elements.enumerate() {
            self.comma(at);
            self.value(&element?).map_err(|fault| fault.at(Segment::Index(at)))?;
        }
        self.out.push(b']');
        Ok(())
    }

    /// Writes the comma before every element but the first.
    pub fn comma(&mut self, at: usize) {
        if at > 0 {
            self.out.push(b',');
        }
    }

    /// Writes a whole number, however long.
    pub fn whole(&mut self, number: &Bound<'_, PyInt>) -> Result<(), Fault> {
        if let Ok(number) = number.extract::<i64>() {
            // A vector takes every byte.
            let _ = write!(self.out, "{number}");
            return Ok(());
        }
        let Ok(digits) = number.py().get_type::<PyInt>().call_method1("__repr__", (number,)) else {
            return Err(Fault::new(Code::OutOfRange, "a number with thousands of digits", None));
        };
        self.out.extend_from_slice(text::of(&digits)?.as_bytes());
        Ok(())
    }
}
