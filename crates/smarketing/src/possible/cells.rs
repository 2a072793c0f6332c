//! [`Cells`]: the parts into which tests and scales cut the values of a field, each with one value
//! that stands for it.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::asked::Asked;
use super::text_cells;
use crate::condition::test::{Test, TimeTest};
use crate::condition::truth::Truth;
use crate::scoring::compiled::CompiledScale;
use crate::scoring::outcome::points_of;
use crate::time::{DAY, Timestamp};
use crate::vocabulary::bound::{Bound, country_of};
use crate::vocabulary::compiled::CompiledField;
use crate::vocabulary::value_reader::ValueReader;
use crate::vocabulary::{Country, FieldType, Value};

/// A part of a field's values among which the agreement sees no difference.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    /// The value that stands for it.
    pub(crate) value: Bound,
    /// The same as it would be written.
    pub(crate) written: Value,
}

/// The cells of a field.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cells {
    pub(crate) list: Vec<Cell>,
    /// Whether every value that the field can have lies in one of them, for certain.
    pub(crate) covering: bool,
}

/// What the agreement sees of a value.
type Signature = (Vec<Truth>, Vec<Option<i64>>);

impl Cells {
    /// Cuts a field's values by what is asked of it at an instant.
    pub(crate) fn new(field: &CompiledField, asked: &Asked<'_>, reader: &ValueReader, as_of: Timestamp) -> Self {
        let (candidates, complete) = match field.kind {
            FieldType::Boolean => (vec![Value::Boolean(true), Value::Boolean(false)], true),
            FieldType::Category => (field.values.iter().map(|(_, value)| Value::Text(value.clone())).collect(), true),
            FieldType::Country => (countries(asked), true),
            FieldType::Number | FieldType::Money => numbers(asked),
            FieldType::Date | FieldType::Instant => (times(field.kind, asked, reader, as_of), true),
            _ => text_cells::candidates(field, asked, reader),
        };
        let mut seen: BTreeSet<Vec<u8>> = BTreeSet::new();
        let mut list: Vec<Cell> = Vec::new();
        for written in candidates {
            let Ok(value) = reader.bind(field, &written) else { continue };
            if value == Bound::Missing {
                continue;
            }
            if seen.insert(key(&signature(asked, &value, as_of))) {
                list.push(Cell { value, written });
            }
        }
        // Where every combination of answers has its cell, there can be no other.
        let tests = u32::try_from(asked.tests.iter().filter(|test| !matches!(test, Test::Known)).count()).unwrap_or(64);
        let exhausted = asked.scales.is_empty() && 1_usize.checked_shl(tests).is_some_and(|all| list.len() == all);
        Self { list, covering: complete || exhausted }
    }

    /// The cell in which a value lies, if one is known.
    pub(crate) fn position(&self, asked: &Asked<'_>, value: &Bound, as_of: Timestamp) -> Option<usize> {
        let own = signature(asked, value, as_of);
        self.list.iter().position(|cell| signature(asked, &cell.value, as_of) == own)
    }
}

#[inline(never)]
fn signature(asked: &Asked<'_>, value: &Bound, as_of: Timestamp) -> Signature {
    (
        asked.tests.iter().map(|test| test.ask(value, as_of).truth).collect(),
        asked.scales.iter().map(|scale| points_of(scale, value)).collect(),
    )
}

fn key((truths, points): &Signature) -> Vec<u8> {
    let mut key: Vec<u8> = truths
        .iter()
        .map(|truth| match truth {
            Truth::Yes => 1,
            Truth::No => 0,
            Truth::Unknown => 2,
        })
        .collect();
    for points in points {
        key.push(u8::from(points.is_some()));
        key.extend(points.unwrap_or(0).to_be_bytes());
    }
    key
}

/// The countries that are asked about, and one that is not.
#[inline(never)]
fn countries(asked: &Asked<'_>) -> Vec<Value> {
    let code = |country: Country| crate::vocabulary::bound::country_code(country);
    let is_asked = |country: &Country| {
        let value = Bound::Code(code(*country));
        asked.tests.iter().any(|test| test.ask(&value, Timestamp::UNIX_EPOCH).truth == Truth::Yes)
            || asked.scales.iter().any(|scale| points_of(scale, &value).is_some())
    };
    let named = Country::all().filter(is_asked);
    let other = Country::all().find(|country| !is_asked(country));
    let all = named.chain(other).filter(|country| country_of(code(*country)).is_some());
    all.map(|country| Value::from(country.code())).collect()
}

/// Each bound, a number between each two, and one beyond each end. Points in proportion differ
/// within a cell, so that they are never covered.
#[inline(never)]
fn numbers(asked: &Asked<'_>) -> (Vec<Value>, bool) {
    let mut bounds: BTreeSet<Decimal> = BTreeSet::new();
    let mut complete = true;
    for test in &asked.tests {
        match test {
            Test::Number(range) => {
                bounds.extend(range.least.iter().chain(&range.most).map(|bound| bound.value.normalize()));
            }
            Test::OneOf(numbers) => bounds.extend(numbers.iter().map(Decimal::normalize)),
            _ => {}
        }
    }
    for scale in &asked.scales {
        match scale {
            CompiledScale::Steps(steps) | CompiledScale::Numbers(steps) => {
                bounds.extend(steps.iter().map(|(bound, _)| bound.normalize()));
            }
            CompiledScale::Times { factor, min, max } => {
                complete = false;
                for end in [*min, *max] {
                    let end = Decimal::new(end, 6).checked_div(*factor).map(|end| end.normalize());
                    bounds.extend(end);
                }
            }
            _ => {}
        }
    }
    let one = Decimal::ONE;
    let mut all: Vec<Decimal> = Vec::new();
    let mut previous: Option<Decimal> = None;
    for bound in bounds {
        match previous {
            None => all.extend(bound.checked_sub(one)),
            Some(previous) => {
                // The next whole number where there is one: nobody has 50.5 employees.
                let next = previous.checked_add(one).map(|next| next.floor()).filter(|next| *next < bound);
                let middle = || previous.checked_add(bound)?.checked_div(Decimal::TWO);
                all.extend(next.or_else(middle).filter(|between| *between > previous && *between < bound));
            }
        }
        all.push(bound);
        previous = Some(bound);
    }
    all.extend(previous.unwrap_or_default().checked_add(one));
    (all.into_iter().map(Value::from).collect(), complete)
}

/// The first instant, or the first dates, of each part of time that is told apart.
#[inline(never)]
fn times(kind: FieldType, asked: &Asked<'_>, reader: &ValueReader, as_of: Timestamp) -> Vec<Value> {
    let mut bounds: BTreeSet<Timestamp> = BTreeSet::from([as_of]);
    for test in &asked.tests {
        let Test::Time(test) = test else { continue };
        match test {
            TimeTest::Between { from, to } => bounds.extend(from.iter().chain(to)),
            TimeTest::Within(span) | TimeTest::OlderThan(span) => {
                bounds.insert(as_of.saturating_add(span.saturating_neg()).saturating_add(1));
                bounds.insert(as_of.saturating_add(1));
            }
        }
    }
    let mut all: Vec<Value> = Vec::new();
    for bound in bounds {
        if kind == FieldType::Instant {
            all.extend([bound.saturating_add(-1), bound].map(Value::from));
        } else {
            let days = [-1, 0, 1].map(|days: i64| reader.zone.date_at(bound.saturating_add(days.saturating_mul(DAY))));
            all.extend(days.map(Value::from));
        }
    }
    all
}
