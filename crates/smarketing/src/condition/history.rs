//! Questions about what happened, compiled: which interactions count, and what their number says.

use std::collections::BTreeSet;

use super::expression::{Expression, Surroundings};
use super::results::Results;
use super::test::Range;
use super::truth::{Truth, Verdict};
use crate::assessment::history::{BoundInteraction, HistoryView};
use crate::time::Timestamp;
use crate::vocabulary::bound::Bound;
use crate::vocabulary::compiled::Slot;

/// Which interactions are meant.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Filter {
    /// By type: absent where the type is not meant.
    by_type: Box<[Option<TypeFilter>]>,
    /// How often such a thing has happened, the interaction itself counted: `nth`.
    pub(crate) nth: Option<Range<i64>>,
    /// How long ago the one before was: `since_previous`, in microseconds.
    pub(crate) since_previous: Option<Range<i64>>,
}

/// What must hold of an interaction of one type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TypeFilter {
    Every,
    Where(Expression),
}

impl TypeFilter {
    /// Whether an interaction is meant: one of an offering of which the lead may not be, may not be.
    #[inline]
    fn means(&self, interaction: &BoundInteraction, as_of: Timestamp) -> Verdict {
        let verdict = self.meets(interaction, as_of);
        if interaction.offering.is_some() { Verdict { may_fail: true, ..verdict } } else { verdict }
    }

    #[inline]
    fn meets(&self, interaction: &BoundInteraction, as_of: Timestamp) -> Verdict {
        match self {
            TypeFilter::Every => Verdict::YES,
            TypeFilter::Where(expression) => {
                let results = Results::default();
                let within = Surroundings { slots: &interaction.properties, history: None, results: &results, as_of };
                expression.evaluate(&within)
            }
        }
    }
}

impl Filter {
    pub(crate) fn new(
        by_type: Box<[Option<TypeFilter>]>,
        nth: Option<Range<i64>>,
        since_previous: Option<Range<i64>>,
    ) -> Self {
        Self { by_type, nth, since_previous }
    }

    /// Whether interactions of a type can be meant.
    pub(crate) fn takes(&self, kind: u16) -> bool {
        self.by_type.get(usize::from(kind)).is_some_and(Option::is_some)
    }

    /// The filter of one type.
    pub(crate) fn of_type(&self, kind: u16) -> Option<&TypeFilter> {
        self.by_type.get(usize::from(kind)).and_then(Option::as_ref)
    }

    /// The types that can be meant.
    pub(crate) fn types(&self) -> impl Iterator<Item = u16> {
        (0..=u16::MAX).zip(self.by_type.iter()).filter(|(_, filter)| filter.is_some()).map(|(kind, _)| kind)
    }

    fn meets(&self, interaction: &BoundInteraction, as_of: Timestamp) -> Verdict {
        self.of_type(interaction.kind).map_or(Verdict::NO, |filter| filter.means(interaction, as_of))
    }

    /// Whether `nth` or `since_previous` ask for the place of an interaction among its like.
    pub(crate) const fn is_numbered(&self) -> bool {
        self.nth.is_some() || self.since_previous.is_some()
    }

    /// Visits the interactions that are meant or may be, the most recent first, while `young` says
    /// that their age still counts. Numbered ones are counted from the oldest on first.
    pub(crate) fn visit_back<'h>(
        &self,
        history: HistoryView<'h>,
        as_of: Timestamp,
        young: impl Fn(i64) -> bool,
        mut visit: impl FnMut(&'h BoundInteraction, i64, Verdict),
    ) {
        let age = |interaction: &BoundInteraction| interaction.at.microseconds_until(as_of);
        if self.is_numbered() {
            let mut meant = Vec::new();
            self.visit(history, as_of, |_, interaction, verdict| meant.push((interaction, verdict)));
            let meant = meant.into_iter().rev().map(|(interaction, verdict)| (interaction, age(interaction), verdict));
            meant
                .take_while(|(_, age, _)| young(*age))
                .for_each(|(interaction, age, verdict)| visit(interaction, age, verdict));
            return;
        }
        for interaction in history.interactions.iter().rev() {
            // Most interactions are of other types: those cost no more than a look.
            let Some(filter) = self.of_type(interaction.kind) else { continue };
            let age = age(interaction);
            if !young(age) {
                break;
            }
            let verdict = filter.means(interaction, as_of);
            if verdict != Verdict::NO {
                visit(interaction, age, verdict);
            }
        }
    }

    /// Visits the interactions that are meant or may be, the oldest first. `nth` and
    /// `since_previous` number those for which everything else in `where` holds.
    pub(crate) fn visit<'h>(
        &self,
        history: HistoryView<'h>,
        as_of: Timestamp,
        mut visit: impl FnMut(usize, &'h BoundInteraction, Verdict),
    ) {
        let mut numbering = Numbering::default();
        let mut ties = Ties::default();
        for (at, interaction) in history.interactions.iter().enumerate() {
            let mut verdict = self.meets(interaction, as_of);
            if verdict == Verdict::NO {
                continue;
            }
            if self.is_numbered() {
                let open = ties.are_open(self, history.interactions, at);
                verdict = numbering.number(self, interaction.at, verdict, open);
                if verdict == Verdict::NO {
                    continue;
                }
            }
            visit(at, interaction, verdict);
        }
    }
}

/// The count of interactions for which everything else holds, the oldest first.
#[derive(Debug, Default)]
struct Numbering {
    count: i64,
    previous: Option<Timestamp>,
    /// After one of which it is unknown whether it counts, so is every number.
    unknown: bool,
    /// After one whose answer more facts could change, so could they every number.
    unsettled: bool,
}

impl Numbering {
    /// The interaction's own place is as certain as those before it are, and its order among those of
    /// its instant.
    fn number(&mut self, filter: &Filter, at: Timestamp, verdict: Verdict, open: bool) -> Verdict {
        let (unknown, unsettled) = (self.unknown, self.unsettled || open);
        let number = self.count.saturating_add(1);
        let gap = self.previous.map(|previous| previous.microseconds_until(at));
        let right = filter.nth.is_none_or(|range| range.contains(number))
            && filter.since_previous.is_none_or(|range| gap.is_some_and(|gap| range.contains(gap)));
        self.unsettled |= !verdict.is_settled_yes();
        if verdict.truth != Truth::No {
            self.unknown |= verdict.truth == Truth::Unknown;
            (self.count, self.previous) = (number, Some(at));
        }
        let place = if unknown { Truth::Unknown } else { right.into() };
        let (may_hold, may_fail) = (unsettled || right, unsettled || !right);
        let place = Verdict { truth: place, may_hold, may_fail, may_stay_open: unsettled };
        verdict.and(place)
    }
}

/// Interactions of one instant that have no ids stand in the order of what they say.
#[derive(Debug, Default)]
struct Ties {
    end: usize,
    open: bool,
}

impl Ties {
    /// Whether more could become known of one of those at the instant of an interaction, so that they
    /// stood in another order. Each instant is looked at once.
    fn are_open(&mut self, filter: &Filter, all: &[BoundInteraction], at: usize) -> bool {
        if at >= self.end {
            let rest = all.get(at..).unwrap_or_default();
            let own = rest.first().map(|first| first.at);
            let tied = rest.iter().take_while(|other| Some(other.at) == own);
            let like = tied.clone().filter(|other| other.id.is_none() && filter.of_type(other.kind).is_some());
            let unknown = |other: &BoundInteraction| other.properties.contains(&Bound::Missing);
            self.end = at.saturating_add(tied.count());
            self.open = like.clone().nth(1).is_some() && like.into_iter().any(unknown);
        }
        self.open
    }
}

/// A question about what happened, compiled.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct HistoryTest {
    pub(crate) filter: Filter,
    /// Only those of an age below this, in microseconds.
    pub(crate) within: Option<i64>,
    /// Only those of this age or more.
    pub(crate) older_than: Option<i64>,
    /// Count the values of this property, by type.
    pub(crate) distinct: Option<Box<[Option<Slot>]>>,
    /// What the count must be: all of these ranges.
    pub(crate) count: Box<[(Range<i64>, bool)]>,
}

/// How many there are: at least and at most in the three-valued sense, and at least and at most
/// whatever becomes known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Count {
    pub(crate) sure: i64,
    pub(crate) open: i64,
    pub(crate) least: i64,
    pub(crate) most: i64,
}

impl HistoryTest {
    /// An unknown history answers nothing.
    pub(crate) fn ask(&self, history: Option<HistoryView<'_>>, as_of: Timestamp) -> Verdict {
        let Some(history) = history else { return Verdict::UNKNOWN };
        let count = self.count(history, as_of);
        let (may_hold, may_fail) = self.outcomes(count.least, count.most);
        let truth = match self.outcomes(count.sure, count.open) {
            (true, false) => Truth::Yes,
            (false, _) => Truth::No,
            (true, true) => Truth::Unknown,
        };
        Verdict { truth, may_hold, may_fail, may_stay_open: may_hold && may_fail }
    }

    /// Whether a count from `least` to `most` holds, and whether one does not.
    fn outcomes(&self, least: i64, most: i64) -> (bool, bool) {
        let holds = |count: i64| self.count.iter().all(|(range, negated)| range.contains(count) != *negated);
        // All counts between the ends of the ranges are alike.
        let ends = self.count.iter().flat_map(|(range, _)| [range.least, range.most]).flatten();
        let turns = ends.flat_map(|end| [end.value, end.value.saturating_add(1)]);
        let turns = turns.filter(|count| least < *count && *count <= most);
        let each = std::iter::once(least).chain(turns).map(holds);
        each.fold((false, false), |(some, none), now| (some || now, none || !now))
    }

    pub(crate) fn count(&self, history: HistoryView<'_>, as_of: Timestamp) -> Count {
        let mut count = Count::default();
        let mut values: [BTreeSet<&Bound>; 4] = Default::default();
        // Values that nobody knows, of those that count or may, and of those that ever could.
        let (mut unknown, mut conceivable) = (0_i64, 0_i64);
        self.filter.visit(history, as_of, |_, interaction, verdict| {
            if !self.is_of_age(interaction, as_of) {
                return;
            }
            let yes = verdict.truth == Truth::Yes;
            let counts = [yes, yes || verdict.truth == Truth::Unknown, verdict.is_settled_yes(), verdict.may_hold];
            let Some(slots) = &self.distinct else {
                let parts = [&mut count.sure, &mut count.open, &mut count.least, &mut count.most];
                for (part, counts) in parts.into_iter().zip(counts) {
                    *part = part.saturating_add(i64::from(counts));
                }
                return;
            };
            // A type without the property has no value that could differ.
            let Some(slot) = slots.get(usize::from(interaction.kind)).copied().flatten() else { return };
            match interaction.properties.get(usize::from(slot)) {
                None | Some(Bound::Missing) => {
                    unknown = unknown.saturating_add(i64::from(verdict.truth != Truth::No));
                    conceivable = conceivable.saturating_add(i64::from(verdict.may_hold));
                }
                Some(value) => {
                    for (set, counts) in values.iter_mut().zip(counts) {
                        if counts {
                            set.insert(value);
                        }
                    }
                }
            }
        });
        if self.distinct.is_some() {
            let [sure, open, least, most] = values.map(|set| i64::try_from(set.len()).unwrap_or(i64::MAX));
            count = Count { sure, open: open.saturating_add(unknown), least, most: most.saturating_add(conceivable) };
        }
        count
    }

    pub(crate) fn is_of_age(&self, interaction: &BoundInteraction, as_of: Timestamp) -> bool {
        let age = interaction.at.microseconds_until(as_of);
        self.within.is_none_or(|within| age < within) && self.older_than.is_none_or(|older| age >= older)
    }
}
