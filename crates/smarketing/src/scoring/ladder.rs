//! [`Ladder`]: labels by the bound that opens each: grades, bands, tiers.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::finding::{Code, Finding};
use crate::points::Points;
use crate::text::{fold, nearest};

/// Labels by the bound that opens each; a bound belongs to the label it opens, and `else` is what
/// lies below them all.
///
/// ```
/// use smarketing::{Ladder, Points};
/// let bands = Ladder::new([("warm", Points::new(30)), ("hot", Points::new(60))]).otherwise("cold");
/// assert_eq!(bands.label(Points::new(60)), Some("hot"));
/// assert_eq!(bands.label("59.999999".parse()?), Some("warm"));
/// assert_eq!(bands.label(Points::ZERO), Some("cold"));
/// # Ok::<(), smarketing::PointsError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ladder {
    /// Labels and bounds, the highest first.
    steps: Vec<(String, Points)>,
    otherwise: Option<String>,
}

impl Ladder {
    /// A ladder of labels and the bounds that open them, in any order.
    #[must_use]
    pub fn new<L: Into<String>>(steps: impl IntoIterator<Item = (L, Points)>) -> Self {
        let mut steps: Vec<(String, Points)> = steps.into_iter().map(|(label, bound)| (label.into(), bound)).collect();
        crate::sorting::by(&mut steps, |(_, one), (_, other)| other.cmp(one));
        Self { steps, otherwise: None }
    }

    /// Says what lies below all bounds.
    #[must_use]
    pub fn otherwise(mut self, label: impl Into<String>) -> Self {
        self.otherwise = Some(label.into());
        self
    }

    /// The label of a number.
    #[must_use]
    pub fn label(&self, number: Points) -> Option<&str> {
        self.rung(number).and_then(|rung| self.labels().nth(rung))
    }

    /// The labels, the highest first, `else` last.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().map(|(label, _)| label).chain(&self.otherwise).map(String::as_str)
    }

    /// Labels and bounds, the highest first.
    pub fn steps(&self) -> impl Iterator<Item = (&str, Points)> {
        self.steps.iter().map(|(label, bound)| (label.as_str(), *bound))
    }

    /// Whether there is no label.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty() && self.otherwise.is_none()
    }

    /// The number of the label in which a number falls.
    pub(crate) fn rung(&self, number: Points) -> Option<usize> {
        let above = self.steps.iter().position(|(_, bound)| number >= *bound);
        above.or_else(|| self.otherwise.as_ref().map(|_| self.steps.len()))
    }

    /// Reads a table of label and bound, with `else`.
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let mut otherwise: Option<String> = None;
        let steps = place.entries(|label, place| {
            if label == "else" {
                otherwise = place.filled_text();
                return None;
            }
            if matches!(place.node.kind, Kind::Text(_)) && nearest(label, ["else"]).is_some() {
                let finding = Finding::new(Code::UnknownKey, place.path(), format!("`{label}` has no bound"));
                place.sink.report_key(finding.meant("else"));
                return None;
            }
            if label.trim().is_empty() || label.chars().count() > 32 {
                place.report(Code::InvalidName, "a label has 1 to 32 characters");
                return None;
            }
            place.points().map(|bound| (label.to_owned(), bound))
        })?;
        let path = place.path();
        for (at, (label, bound)) in steps.iter().enumerate() {
            let earlier = steps.iter().take(at);
            if let Some((other, _)) = earlier.clone().find(|(_, known)| known == bound) {
                let message = format!("`{label}` and `{other}` have the same bound `{bound}`");
                place.sink.report(Finding::new(Code::WrongOrder, path.key(label.as_str()), message));
            }
            let known = earlier.map(|(label, _)| label.as_str()).chain(otherwise.as_deref());
            if known.into_iter().any(|known| fold(known) == fold(label)) {
                let message = format!("the label `{label}` stands twice");
                place.sink.report(Finding::new(Code::DuplicateId, path.key(label.as_str()), message));
            }
        }
        if steps.len() > 16 {
            place.report(Code::TooLarge, "a ladder has at most 16 labels");
        }
        let ladder = Self { otherwise, ..Self::new(steps) };
        if ladder.is_empty() {
            place.report(Code::Empty, "expected at least one label and its bound");
        }
        Some(ladder)
    }
}

impl Serialize for Ladder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (label, bound) in &self.steps {
            map.serialize_entry(label, bound)?;
        }
        if let Some(label) = &self.otherwise {
            map.serialize_entry("else", label)?;
        }
        map.end()
    }
}
