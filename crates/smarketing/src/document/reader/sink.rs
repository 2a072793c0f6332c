//! Where the findings go, and how they come out: in the order of their places in the source.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use crate::document::tree::Source;
use crate::finding::{Code, Finding, Path, Segment};

/// A finding as it came in.
#[derive(Debug)]
struct Reported {
    finding: Finding,
    /// Whether its place is that of the key.
    at_key: bool,
    /// Whether it came from the checks that follow the reading.
    checked: bool,
}

/// Where findings go, and which named parts were poisoned on the way.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    findings: RefCell<Vec<Reported>>,
    poisoned: RefCell<BTreeSet<(&'static str, String)>>,
    /// The elements of lists that could not be read, so that those after them keep their numbers.
    left_out: RefCell<BTreeMap<Path, Vec<usize>>>,
    /// Whether reading is over, and places are those of what was read.
    checking: Cell<bool>,
}

impl Sink {
    /// Reports what is wrong with a value.
    pub(crate) fn report(&self, finding: Finding) {
        self.push(finding, false);
    }

    /// Reports what is wrong with a key: the place is the key's own.
    pub(crate) fn report_key(&self, finding: Finding) {
        self.push(finding, true);
    }

    fn push(&self, mut finding: Finding, at_key: bool) {
        let checked = self.checking.get();
        if checked {
            finding.path = self.as_written(&finding.path);
        }
        self.findings.borrow_mut().push(Reported { finding, at_key, checked });
    }

    /// From now on, places are those of what was read.
    pub(crate) fn begin_checks(&self) {
        self.checking.set(true);
    }

    /// Remembers that an element of the list at a place could not be read.
    pub(super) fn leave_out(&self, list: Path, index: usize) {
        self.left_out.borrow_mut().entry(list).or_default().push(index);
    }

    /// The place in the document of a place in what was read of it.
    fn as_written(&self, path: &Path) -> Path {
        let left_out = self.left_out.borrow();
        let mut written = Path::root();
        for segment in path.segments() {
            written = match segment {
                Segment::Key(key) => written.key(key.as_str()),
                Segment::Index(index) => {
                    let mut index = *index;
                    for missing in left_out.get(&written).into_iter().flatten() {
                        if *missing <= index {
                            index = index.saturating_add(1);
                        }
                    }
                    written.index(index)
                }
            };
        }
        written
    }

    /// Remembers that a named part could not be read, so that its name is not reported as unknown.
    pub(crate) fn poison(&self, part: &'static str, name: &str) {
        self.poisoned.borrow_mut().insert((part, name.to_owned()));
    }

    /// Whether a part of that name could not be read.
    pub(crate) fn is_poisoned(&self, part: &'static str, name: &str) -> bool {
        self.poisoned.borrow().contains(&(part, name.to_owned()))
    }

    /// Whether something was an error.
    pub(crate) fn has_errors(&self) -> bool {
        self.findings.borrow().iter().any(|reported| reported.finding.is_error())
    }

    /// Whether something at a place or below it was an error.
    pub(crate) fn has_errors_below(&self, path: &Path) -> bool {
        let is_below = |finding: &Finding| finding.path.segments().starts_with(path.segments());
        self.findings.borrow().iter().any(|reported| reported.finding.is_error() && is_below(&reported.finding))
    }

    /// All findings in the order of their places in the source, those without a place last.
    ///
    /// After an error of syntax, parts may be missing or stand in the wrong table: what was read before
    /// it is still judged, what refers to names or comes later is not.
    pub(crate) fn finish(self, source: Option<&Source<'_>>) -> Vec<Finding> {
        let broken = source.and_then(|source| {
            let syntax = source.findings.iter().filter(|finding| finding.code == Code::Syntax);
            syntax.filter_map(|finding| finding.line).min()
        });
        let mut findings: Vec<Finding> = Vec::new();
        for Reported { mut finding, at_key, checked } in self.findings.into_inner() {
            if let Some(source) = source {
                source.locate(&mut finding, at_key);
            }
            if broken.is_none_or(|line| !checked && finding.line.is_some_and(|own| own < line)) {
                findings.push(finding);
            }
        }
        findings.extend(source.iter().flat_map(|source| source.findings.iter().cloned()));
        crate::sorting::by(&mut findings, |a, b| {
            let place = |finding: &Finding| (finding.line.is_none(), finding.line, finding.column);
            place(a).cmp(&place(b))
        });
        findings
    }
}
