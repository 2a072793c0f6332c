//! The one spanned tree that every document and every set of facts becomes, whether it was TOML or
//! JSON.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::unreadable::Unreadable;
use crate::finding::{Code, Finding, Path, Segment};

/// The deepest nesting of tables and lists.
pub(crate) const DEEPEST: usize = 32;

/// The longest document, in bytes.
pub(crate) const LONGEST: usize = 1 << 20;

/// The longest request, in bytes: places in it are counted in 32 bits.
pub(crate) const LONGEST_REQUEST: usize = 1 << 30;

/// Where a part of the source stands, in bytes; `0..0` where there is no source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    pub(crate) fn new(range: std::ops::Range<usize>) -> Self {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: narrow(range.start), end: narrow(range.end) }
    }
}

/// A value and its place in the source.
#[derive(Debug, Clone)]
pub(crate) struct Node<'t> {
    pub(crate) kind: Kind<'t>,
    pub(crate) span: Span,
}

/// What a [`Node`] is.
#[derive(Debug, Clone)]
pub(crate) enum Kind<'t> {
    /// JSON's null: as good as absent.
    Null,
    Boolean(bool),
    Number(Decimal),
    /// A text, or one of TOML's dates and times in its own spelling.
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Table(Vec<Entry<'t>>),
    /// A part that was not understood and has been reported: nothing more is said of it.
    Poisoned,
    /// A value that could not be written or kept: whoever reads it says why.
    Unreadable(Box<Unreadable>),
}

/// A key of a table and its value.
#[derive(Debug, Clone)]
pub(crate) struct Entry<'t> {
    pub(crate) key: Cow<'t, str>,
    pub(crate) key_span: Span,
    pub(crate) value: Node<'t>,
}

impl Kind<'_> {
    /// What a reader would call it.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Kind::Null => "nothing",
            Kind::Boolean(_) => "a truth value",
            Kind::Number(_) => "a number",
            Kind::Text(_) => "a text",
            Kind::List(_) => "a list",
            Kind::Table(_) => "a table",
            Kind::Poisoned | Kind::Unreadable(_) => "unreadable",
        }
    }
}

/// A source text, its tree, and what was wrong with its syntax.
#[derive(Debug)]
pub(crate) struct Source<'t> {
    text: &'t str,
    pub(crate) root: Node<'t>,
    pub(crate) findings: Vec<Finding>,
}

impl<'t> Source<'t> {
    pub(crate) const fn new(text: &'t str, root: Node<'t>, findings: Vec<Finding>) -> Self {
        Self { text, root, findings }
    }

    /// A source that is too long to be read.
    pub(crate) fn too_long(text: &'t str, longest: usize) -> Option<Self> {
        (text.len() > longest).then(|| {
            let what = if longest == LONGEST { "document" } else { "request" };
            let message = format!("the {what} is {} bytes long, and the longest is {longest}", text.len());
            let root = Node { kind: Kind::Poisoned, span: Span::default() };
            Self::new(text, root, vec![Finding::new(Code::TooLarge, Path::root(), message)])
        })
    }

    /// Gives a finding the line and column of its path: those of the key, or those of the value.
    pub(crate) fn locate(&self, finding: &mut Finding, at_key: bool) {
        if finding.line.is_none() && !self.text.is_empty() {
            // A value that stands for a list of one has no number.
            if let Some((Segment::Index(0), above)) = finding.path.segments().split_last()
                && node_at(&self.root, above).is_some_and(|node| !matches!(node.kind, Kind::List(_)))
            {
                finding.path = above.iter().cloned().collect();
            }
            let span = find(&self.root, finding.path.segments(), at_key);
            let (line, column) = self.position(span.start as usize);
            finding.line = Some(line);
            finding.column = Some(column);
        }
    }

    /// Line and column, from 1, of a byte.
    pub(crate) fn position(&self, byte: usize) -> (u32, u32) {
        position(self.text, byte)
    }
}

/// Line and column, from 1, of a byte; the column counts characters.
pub(crate) fn position(text: &str, byte: usize) -> (u32, u32) {
    let before = text.as_bytes().get(..byte.min(text.len())).unwrap_or_default();
    let lines = before.iter().filter(|byte| **byte == b'\n').count();
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at.saturating_add(1));
    // Continuation bytes of UTF-8 do not begin a character.
    let column = before.iter().skip(line_start).filter(|byte| **byte & 0xc0 != 0x80).count();
    let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1);
    (narrow(lines), narrow(column))
}

/// The node at a path.
fn node_at<'n, 't>(root: &'n Node<'t>, segments: &[Segment]) -> Option<&'n Node<'t>> {
    segments.iter().try_fold(root, |node, segment| match (segment, &node.kind) {
        (Segment::Key(key), Kind::Table(entries)) => {
            entries.iter().find(|entry| entry.key == key.as_str()).map(|entry| &entry.value)
        }
        (Segment::Index(index), Kind::List(items)) => items.get(*index),
        _ => None,
    })
}

/// The span of the deepest part of a path that the tree has.
fn find(root: &Node<'_>, segments: &[Segment], at_key: bool) -> Span {
    let mut span = root.span;
    let mut node = root;
    for (depth, segment) in segments.iter().enumerate() {
        let last = depth.saturating_add(1) == segments.len();
        let next = match (segment, &node.kind) {
            (Segment::Key(key), Kind::Table(entries)) => {
                entries.iter().find(|entry| entry.key == key.as_str()).map(|entry| {
                    let own = if last && at_key { entry.key_span } else { entry.value.span };
                    (own, &entry.value)
                })
            }
            (Segment::Index(index), Kind::List(items)) => items.get(*index).map(|item| (item.span, item)),
            _ => None,
        };
        match next {
            Some((own, child)) => (span, node) = (own, child),
            None => break,
        }
    }
    span
}
