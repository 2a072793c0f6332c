//! A table whose keys the format knows: what is asked for, what is missing, what nobody asked for.

use std::cell::{Cell, RefCell};

use super::{Place, Trail};
use crate::document::tree::{Entry, Kind};
use crate::finding::{Code, Finding};

/// A table that hands out the keys it is asked for and reports those nobody asked for.
#[derive(Debug)]
pub(crate) struct Table<'p, 't> {
    place: Place<'p, 't>,
    entries: &'p [Entry<'t>],
    known: RefCell<Vec<&'static str>>,
    poisoned: Cell<bool>,
}

impl<'p, 't> Table<'p, 't> {
    pub(super) const fn new(place: Place<'p, 't>, entries: &'p [Entry<'t>]) -> Self {
        Self { place, entries, known: RefCell::new(Vec::new()), poisoned: Cell::new(false) }
    }
}

impl<'t> Table<'_, 't> {
    pub(crate) fn place(&self) -> &Place<'_, 't> {
        &self.place
    }

    /// The keys that are there; nulls are absent.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let there = self.entries.iter().filter(|entry| !matches!(entry.value.kind, Kind::Null));
        there.map(|entry| entry.key.as_ref())
    }

    /// The value of a key, if it is there.
    pub(crate) fn optional(&self, key: &'static str) -> Option<Place<'_, 't>> {
        self.known.borrow_mut().push(key);
        let entry = self.entries.iter().find(|entry| entry.key == key && !matches!(entry.value.kind, Kind::Null))?;
        Some(Place { node: &entry.value, trail: Trail::Key(&self.place.trail, &entry.key), sink: self.place.sink })
    }

    /// The value of a key that must be there.
    pub(crate) fn required(&self, key: &'static str) -> Option<Place<'_, 't>> {
        let found = self.optional(key);
        if found.is_none() {
            self.poisoned.set(true);
            self.place.report(Code::MissingKey, format!("`{key}` is missing"));
        }
        found
    }

    /// A required key, read.
    pub(crate) fn read<T>(&self, key: &'static str, read: impl Fn(&Place<'_, 't>) -> Option<T>) -> Option<T> {
        self.required(key).and_then(|place| read(&place))
    }

    /// An optional key, read: absent is `Some(None)`, unreadable is `None`.
    #[expect(clippy::option_option, reason = "absent and unreadable are told apart by `?`")]
    pub(crate) fn read_optional<T>(
        &self,
        key: &'static str,
        read: impl Fn(&Place<'_, 't>) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.optional(key) {
            None => Some(None),
            Some(place) => read(&place).map(Some),
        }
    }

    /// An optional key with a value that stands for its absence and for what is unreadable.
    pub(crate) fn read_or<T>(&self, key: &'static str, absent: T, read: impl Fn(&Place<'_, 't>) -> Option<T>) -> T {
        self.optional(key).and_then(|place| read(&place)).unwrap_or(absent)
    }

    /// Reports a pair of keys that exclude each other.
    pub(crate) fn exclusive(&self, keys: &[&'static str]) -> bool {
        let present: Vec<String> =
            keys.iter().filter(|key| self.optional(key).is_some()).map(|key| format!("`{key}`")).collect();
        if present.len() > 1 {
            self.place.report(Code::ConflictingKeys, format!("{} exclude each other", present.join(" and ")));
        }
        present.len() <= 1
    }

    /// Whether the table was right so far as keys go: reports the keys that nobody took.
    pub(crate) fn finish(&self) -> bool {
        let known = self.known.borrow();
        #[cfg(test)]
        crate::schema::drift::note(self.place.path(), &known);
        let mut right = !self.poisoned.get();
        let mut missing: Option<Vec<&str>> = None;
        for entry in self.entries.iter().filter(|entry| !known.contains(&entry.key.as_ref())) {
            right = false;
            let missing = missing.get_or_insert_with(|| {
                let is_there = |key: &&str| self.entries.iter().any(|entry| entry.key == **key);
                known.iter().copied().filter(|key| !is_there(key)).collect()
            });
            let path = self.place.path().key(entry.key.as_ref());
            let finding = Finding::new(Code::UnknownKey, path, format!("`{}` is not a key of this table", entry.key));
            self.place.sink.report_key(finding.suggest(&entry.key, missing.iter().copied()));
        }
        right
    }
}
