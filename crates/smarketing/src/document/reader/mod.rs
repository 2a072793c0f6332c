//! The reader: walks the spanned tree, collects every finding on the way and goes on.
//!
//! A part that cannot be read gives `None` after its finding; whoever needs it gives `None` in turn,
//! without a finding of its own.
//!
//! What reads, compiles or checks a part of a document is `#[inline(never)]` all over the library.
//! Folded into one another they would be a few functions of tens of kilobytes, each of which a browser
//! translates as a whole, beside the first score.

mod sink;
mod table;

use std::str::FromStr;

use rust_decimal::Decimal;

use super::tree::{Kind, Node};
use crate::finding::{Code, Finding, Path};
use crate::points::{Points, PointsError};
use crate::text::shorten;
use crate::time::{Date, Duration, Timestamp, TimestampError};

pub(crate) use sink::Sink;
pub(crate) use table::Table;

/// The way from the root to a place, kept without allocating until it is needed.
#[derive(Debug, Clone, Copy)]
enum Trail<'p> {
    Root(Option<&'p Path>),
    Key(&'p Trail<'p>, &'p str),
    Index(&'p Trail<'p>, usize),
}

impl Trail<'_> {
    fn path(&self) -> Path {
        match self {
            Trail::Root(path) => path.cloned().unwrap_or_default(),
            Trail::Key(parent, key) => parent.path().key(*key),
            Trail::Index(parent, index) => parent.path().index(*index),
        }
    }
}

/// A node, the way to it, and where to report.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'p, 't> {
    pub(crate) node: &'p Node<'t>,
    trail: Trail<'p>,
    pub(crate) sink: &'p Sink,
}

impl<'p, 't> Place<'p, 't> {
    pub(crate) const fn root(node: &'p Node<'t>, sink: &'p Sink) -> Self {
        Self { node, trail: Trail::Root(None), sink }
    }

    /// A root that stands at a path of a larger whole.
    pub(crate) const fn root_at(node: &'p Node<'t>, path: &'p Path, sink: &'p Sink) -> Self {
        Self { node, trail: Trail::Root(Some(path)), sink }
    }

    pub(crate) fn path(&self) -> Path {
        self.trail.path()
    }

    pub(crate) fn report(&self, code: Code, message: impl Into<String>) {
        self.sink.report(Finding::new(code, self.path(), message));
    }

    pub(crate) fn report_with_help(&self, code: Code, message: impl Into<String>, help: impl Into<String>) {
        self.sink.report(Finding::new(code, self.path(), message).help(help));
    }

    /// Says what was expected here, or why what was given cannot be read.
    pub(crate) fn expected<T>(&self, what: &str) -> Option<T> {
        match &self.node.kind {
            Kind::Poisoned => {}
            Kind::Unreadable(why) => {
                let mut finding = Finding::new(why.code, self.path(), why.message.as_str());
                finding.help.clone_from(&why.help);
                self.sink.report(finding);
            }
            _ => self.report(Code::WrongType, format!("expected {what}, found {}", self.shown())),
        }
        None
    }

    /// The value as a message shows it.
    pub(crate) fn shown(&self) -> String {
        match &self.node.kind {
            Kind::Text(text) => format!("the text `{}`", shorten(text)),
            Kind::Number(number) => format!("the number `{number}`"),
            Kind::Boolean(truth) => format!("`{truth}`"),
            other => other.name().to_owned(),
        }
    }

    pub(crate) fn text(&self) -> Option<&'p str> {
        match &self.node.kind {
            Kind::Text(text) => Some(text),
            _ => self.expected("a text"),
        }
    }

    /// A text of its own.
    pub(crate) fn string(&self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    /// A text with something in it.
    pub(crate) fn filled_text(&self) -> Option<String> {
        let text = self.text()?;
        if text.trim().is_empty() {
            self.report(Code::Empty, "expected a text with something in it");
            return None;
        }
        Some(text.to_owned())
    }

    pub(crate) fn boolean(&self) -> Option<bool> {
        match self.node.kind {
            Kind::Boolean(truth) => Some(truth),
            _ => self.expected("`true` or `false`"),
        }
    }

    pub(crate) fn decimal(&self) -> Option<Decimal> {
        match &self.node.kind {
            Kind::Number(number) => Some(*number),
            // Money and rates are decimal texts where documents come from JavaScript.
            Kind::Text(text) => match super::decimal::decimal(text) {
                Some(number) => Some(number),
                None => self.expected("a number"),
            },
            _ => self.expected("a number"),
        }
    }

    pub(crate) fn points(&self) -> Option<Points> {
        match Points::try_from(self.decimal()?) {
            Ok(points) => Some(points),
            Err(error) => {
                let code = match error {
                    PointsError::TooFine(_) => Code::TooManyDecimals,
                    _ => Code::OutOfRange,
                };
                self.report_with_help(code, error.to_string(), "points are decimals with at most 6 decimals");
                None
            }
        }
    }

    /// A whole number between two bounds.
    pub(crate) fn whole(&self, least: u32, most: u32) -> Option<u32> {
        let number = self.decimal()?;
        let whole = number.is_integer().then(|| u32::try_from(number).ok()).flatten();
        match whole.filter(|whole| (least..=most).contains(whole)) {
            Some(whole) => Some(whole),
            None => {
                self.report(
                    Code::OutOfRange,
                    format!("expected a whole number from {least} to {most}, found `{number}`"),
                );
                None
            }
        }
    }

    fn parsed<T: FromStr>(&self, what: &str, help: &str) -> Option<T> {
        let text = self.text()?;
        text.parse().ok().or_else(|| {
            self.report_with_help(Code::InvalidValue, format!("`{}` is not {what}", shorten(text)), help);
            None
        })
    }

    pub(crate) fn duration(&self) -> Option<Duration> {
        let help =
            "write a whole number and a unit: `45m`, `4h`, `30d` or `12w`; more than nothing, and at most 100 years";
        self.parsed("a duration", help)
    }

    /// A duration of whole days of 24 hours, at most ten years.
    pub(crate) fn days(&self) -> Option<u32> {
        let duration = self.duration()?;
        match duration.whole_days().filter(|days| *days <= 3660) {
            Some(days) => Some(days),
            None => {
                self.report(Code::OutOfRange, format!("expected whole days, at most 3660, found `{duration}`"));
                None
            }
        }
    }

    pub(crate) fn date(&self) -> Option<Date> {
        let is_instant = matches!(&self.node.kind, Kind::Text(text) if text.parse::<Timestamp>().is_ok());
        let help = if is_instant { "write the day alone, as `2026-11-02`" } else { "write it as `2026-11-02`" };
        self.parsed("a date", help)
    }

    pub(crate) fn timestamp(&self) -> Option<Timestamp> {
        let text = self.text()?;
        match text.parse::<Timestamp>() {
            Ok(instant) => Some(instant),
            Err(error) => {
                let help = match &error {
                    TimestampError::NoOffset(day) if !day.contains(':') => {
                        "a day is no instant: add a time and its offset from UTC, such as `T00:00:00Z`"
                    }
                    TimestampError::NoOffset(_) => "add the offset from UTC: `Z`, or such as `+01:00`",
                    TimestampError::OutOfRange(_) => "instants lie in the years 1 to 9999, a day from the end at most",
                    TimestampError::NotAnInstant(_) => {
                        "write it as `2026-11-02T10:00:00Z` or with an offset such as `+01:00`"
                    }
                };
                self.report_with_help(Code::InvalidValue, error.to_string(), help);
                None
            }
        }
    }

    /// One of a few named values.
    pub(crate) fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        match choices.iter().find(|(name, _)| *name == text) {
            Some((_, value)) => Some(*value),
            None => {
                let message = format!("`{}` is not known here", shorten(text));
                let finding = Finding::new(Code::InvalidValue, self.path(), message);
                self.sink.report(finding.suggest(text, choices.iter().map(|(name, _)| *name)));
                None
            }
        }
    }

    /// The elements of a list, or the value itself as the only one.
    pub(crate) fn one_or_many<T>(&self, read: impl Fn(&Place<'_, 't>) -> Option<T>) -> Option<Vec<T>> {
        if matches!(self.node.kind, Kind::List(_)) { self.list(read) } else { read(self).map(|one| vec![one]) }
    }

    /// The names of one or several types; none would mean all, which is said by leaving the key out.
    pub(crate) fn types(&self) -> Option<Vec<String>> {
        if matches!(&self.node.kind, Kind::List(items) if items.is_empty()) {
            self.report(Code::Empty, "expected at least one type of interaction");
            return None;
        }
        self.one_or_many(|place| place.filled_text())
    }

    /// The elements of a list that could be read.
    pub(crate) fn list<T>(&self, read: impl Fn(&Place<'_, 't>) -> Option<T>) -> Option<Vec<T>> {
        let Kind::List(items) = &self.node.kind else { return self.expected("a list") };
        let mut list = Vec::with_capacity(items.len());
        for (index, node) in items.iter().enumerate() {
            let place = Place { node, trail: Trail::Index(&self.trail, index), sink: self.sink };
            let item = read(&place);
            if item.is_none() {
                self.sink.leave_out(self.path(), index);
            }
            list.extend(item);
        }
        Some(list)
    }

    /// The entries of a table whose keys are names of the document's own; nulls are absent.
    pub(crate) fn entries<T>(&self, mut read: impl FnMut(&str, &Place<'_, 't>) -> Option<T>) -> Option<Vec<T>> {
        let Kind::Table(entries) = &self.node.kind else { return self.expected("a table") };
        let mut list = Vec::with_capacity(entries.len());
        for entry in entries.iter().filter(|entry| !matches!(entry.value.kind, Kind::Null)) {
            let place = Place { node: &entry.value, trail: Trail::Key(&self.trail, &entry.key), sink: self.sink };
            list.extend(read(&entry.key, &place));
        }
        Some(list)
    }

    /// The table at this place, whose keys the format knows.
    pub(crate) fn table(&self) -> Option<Table<'p, 't>> {
        match &self.node.kind {
            Kind::Table(entries) => Some(Table::new(*self, entries)),
            _ => self.expected("a table"),
        }
    }
}
