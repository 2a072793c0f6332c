//! [`Decay`]: how points fade with age, and the table of it, made with decimals and whole numbers alone.

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::MidpointNearestEven;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::document::reader::Place;
use crate::document::tree::Kind;
use crate::finding::Code;
use crate::points::{FACTOR_ONE, Points, half_even};

/// How the points of an interaction fade with the whole days of 24 hours since it. They move
/// towards zero and never past it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Decay {
    /// They stay.
    None,
    /// They halve in so many days.
    HalfLife(u32),
    /// They fade evenly and are gone after so many days.
    Linear(u32),
    /// They lose so many points after every full period of so many days.
    Minus {
        /// How many points.
        points: Points,
        /// The period in days.
        every: u32,
    },
    /// They are multiplied after every full period of so many days.
    Times {
        /// The factor in millionths, below one.
        factor: Points,
        /// The period in days.
        every: u32,
    },
}

/// Units of a root, 10⁻²⁸, in one unit of a factor, 10⁻¹⁵.
const ROOT_UNITS: i128 = 10_000_000_000_000;

/// ln 2 to 28 digits.
const LN_2: Decimal = Decimal::from_parts(2_860_148_159, 2_180_329_217, 375_755_839, false, 28);

/// The tables of decays: what a decay leaves of a point is computed once for all rules that fade alike.
#[derive(Default)]
pub(crate) struct Fading {
    known: Vec<Factors>,
}

impl Fading {
    /// The points of an interaction by its age in days, from 0, until nothing changes any more: the
    /// last cell stands for every greater age.
    // A busy loop stands alone: within a large function, a browser would compile all of that for it.
    #[inline(never)]
    pub(crate) fn table(&mut self, decay: Decay, points: Points) -> Box<[i64]> {
        let mut table = vec![points.millionths()];
        if decay == Decay::None {
            return table.into();
        }
        let mut factors = self.take(decay);
        for age in 1..=200_000_u32 {
            let left = match decay {
                Decay::Minus { points: loss, every } => less(points, loss, every, age),
                _ => factors.get(age).map(|factor| points.times_share(factor)),
            };
            let cell = left.unwrap_or(Points::ZERO).millionths();
            table.push(cell);
            if cell == 0 {
                break;
            }
        }
        self.known.push(factors);
        table.into()
    }

    fn take(&mut self, decay: Decay) -> Factors {
        match self.known.iter().position(|known| known.decay == decay) {
            Some(at) => self.known.swap_remove(at),
            None => Factors::new(decay),
        }
    }
}

/// What a decay leaves of a point by age in days, in units of 10⁻¹⁵.
struct Factors {
    decay: Decay,
    roots: Vec<i128>,
    by_age: Vec<i64>,
}

impl Factors {
    fn new(decay: Decay) -> Self {
        let roots = if let Decay::HalfLife(days) = decay { roots_of_half(days) } else { Vec::new() };
        Self { decay, roots, by_age: Vec::new() }
    }

    fn get(&mut self, age: u32) -> Option<i64> {
        let place = usize::try_from(age).ok()?;
        while self.by_age.len() <= place {
            let next = u32::try_from(self.by_age.len()).ok()?;
            self.by_age.push(self.compute(next).unwrap_or_default());
        }
        self.by_age.get(place).copied()
    }

    fn compute(&self, age: u32) -> Option<i64> {
        match self.decay {
            Decay::HalfLife(days) => {
                let (halvings, rest) = (age.checked_div(days)?, age.checked_rem(days)?);
                let root = self.roots.get(usize::try_from(rest).ok()?)?;
                Some(half_even(*root, ROOT_UNITS.saturating_mul(i128::from(1_u64.checked_shl(halvings)?))))
            }
            Decay::Linear(days) => {
                let left = i128::from(days.saturating_sub(age)).saturating_mul(FACTOR_ONE);
                Some(half_even(left, i128::from(days)))
            }
            // Within a period nothing changes.
            Decay::Times { every, .. } if age.checked_rem(every)? != 0 => self.by_age.last().copied(),
            Decay::Times { factor, every } => i64::try_from(power(factor, age.checked_div(every)?)).ok(),
            Decay::None | Decay::Minus { .. } => None,
        }
    }
}

/// What is left of points that lose so many after every full period.
fn less(points: Points, loss: Points, every: u32, age: u32) -> Option<Points> {
    let lost = loss.millionths().saturating_mul(i64::from(age.checked_div(every)?));
    let left = points.millionths().saturating_abs().saturating_sub(lost).max(0);
    Some(Points::from_millionths(left.saturating_mul(points.millionths().signum())))
}

impl Decay {
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        if let Kind::Text(text) = &place.node.kind {
            if text == "none" {
                return Some(Decay::None);
            }
            let help = "write `\"none\"`, `{ half_life = \"30d\" }`, `{ linear = \"60d\" }`, `{ minus = 5, every = \"7d\" }` or `{ times = 0.5, every = \"30d\" }`";
            place.report_with_help(Code::InvalidValue, format!("`{text}` is no decay"), help);
            return None;
        }
        let table = place.table()?;
        let half_life = table.read_optional("half_life", |place| place.days());
        let linear = table.read_optional("linear", |place| place.days());
        let minus = table.read_optional("minus", |place| place.points());
        let times = table.read_optional("times", read_factor);
        let periodic = table.optional("minus").is_some() || table.optional("times").is_some();
        let every = if periodic { table.read("every", |place| place.days()).map(Some) } else { Some(None) };
        let single = table.exclusive(&["half_life", "linear", "minus", "times"]);
        if !table.finish() || !single {
            return None;
        }
        match (half_life?, linear?, minus?, times?, every?) {
            (Some(days), ..) => Some(Decay::HalfLife(days)),
            (_, Some(days), ..) => Some(Decay::Linear(days)),
            (_, _, Some(points), _, Some(every)) if points > Points::ZERO => Some(Decay::Minus { points, every }),
            (_, _, Some(points), _, Some(_)) => {
                table.place().report(Code::OutOfRange, format!("the points lost are more than 0, not `{points}`"));
                None
            }
            (_, _, _, Some(factor), Some(every)) => Some(Decay::Times { factor, every }),
            _ => {
                table.place().report(Code::MissingKey, "expected `half_life`, `linear`, `minus` or `times`");
                None
            }
        }
    }
}

/// A factor below one, of at most three decimals.
fn read_factor(place: &Place<'_, '_>) -> Option<Points> {
    let factor = place.points()?;
    if factor < Points::ZERO || factor >= Points::new(1) {
        place.report(Code::OutOfRange, format!("a factor of decay is at least 0 and below 1, not `{factor}`"));
        return None;
    }
    if factor.millionths() % 1000 != 0 {
        place.report(Code::TooManyDecimals, format!("a factor has at most 3 decimals, and `{factor}` has more"));
        return None;
    }
    Some(factor)
}

/// A factor in units of 10⁻¹⁵, rounded half to even.
fn factor_units(factor: Decimal) -> i128 {
    let rounded = factor.round_dp_with_strategy(15, MidpointNearestEven);
    let units = rounded.checked_mul(Decimal::from_i128_with_scale(FACTOR_ONE, 0)).unwrap_or_default();
    i128::try_from(units).unwrap_or(0)
}

/// A power of a factor in millionths, in units of 10⁻¹⁵, rounded half to even.
///
/// Powers are made by squaring, each product kept to 28 digits.
pub(crate) fn power(factor: Points, exponent: u32) -> i128 {
    let (mut square, mut result, mut left) = (factor.to_decimal(), Decimal::ONE, exponent);
    while left > 0 && !result.is_zero() {
        if left & 1 == 1 {
            result = result.checked_mul(square).unwrap_or_default();
        }
        square = square.checked_mul(square).unwrap_or_default();
        left >>= 1;
    }
    factor_units(result)
}

/// 2^(-rest / days) for every rest below `days`, in units of 10⁻²⁸, to 26 digits or more.
///
/// Each is the product of a coarse one and a fine one, so that few series have to be summed.
fn roots_of_half(days: u32) -> Vec<i128> {
    let root = |rest: u32| {
        let share = Decimal::from(rest).checked_div(Decimal::from(days)).unwrap_or_default();
        exponential(LN_2.checked_mul(share).unwrap_or_default())
    };
    let stride = days.isqrt().max(1);
    let fine: Vec<Decimal> = (0..stride).map(root).collect();
    let mut roots = Vec::new();
    for coarse in (0..days).step_by(usize::try_from(stride).unwrap_or(1)).map(root) {
        roots.extend(fine.iter().map(|fine| {
            let mut product = coarse.checked_mul(*fine).unwrap_or_default();
            product.rescale(28);
            product.mantissa()
        }));
    }
    roots
}

/// e^(-x) for x between 0 and 1, by its Taylor series.
#[inline(never)]
fn exponential(x: Decimal) -> Decimal {
    let mut sum = Decimal::ONE;
    let mut term = Decimal::ONE;
    for order in 1..40_u32 {
        term = term.checked_mul(x).and_then(|term| term.checked_div(Decimal::from(order))).unwrap_or_default();
        if term.is_zero() {
            break;
        }
        let next = if order.is_multiple_of(2) { sum.checked_add(term) } else { sum.checked_sub(term) };
        sum = next.unwrap_or(sum);
    }
    sum
}

impl Serialize for Decay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let days = |days: &u32| format!("{days}d");
        let mut entry: Vec<(&str, String)> = Vec::new();
        let mut number: Option<(&str, Points)> = None;
        match self {
            Decay::None => return serializer.serialize_str("none"),
            Decay::HalfLife(half_life) => entry.push(("half_life", days(half_life))),
            Decay::Linear(linear) => entry.push(("linear", days(linear))),
            Decay::Minus { points, every } => {
                number = Some(("minus", *points));
                entry.push(("every", days(every)));
            }
            Decay::Times { factor, every } => {
                number = Some(("times", *factor));
                entry.push(("every", days(every)));
            }
        }
        let mut map = serializer.serialize_map(None)?;
        if let Some((key, points)) = number {
            map.serialize_entry(key, &points)?;
        }
        for (key, text) in entry {
            map.serialize_entry(key, &text)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Decay, Factors, Fading, LN_2, exponential, factor_units};
    use crate::points::Points;

    #[test]
    fn ln_2_is_ln_2() {
        assert_eq!(LN_2.to_string(), "0.6931471805599453094172321215");
    }

    #[test]
    fn half_lives_halve() {
        let table = Fading::default().table(Decay::HalfLife(30), Points::new(8));
        assert_eq!(table.get(30), Some(&4_000_000));
        assert_eq!(table.get(60), Some(&2_000_000));
        // 8 × 2^(-1/30) = 7.817280, by an independent computation with 50 digits.
        assert_eq!(table.get(1), Some(&7_817_280));
        assert_eq!(table.last(), Some(&0));
    }

    #[test]
    fn shared_roots_give_what_a_series_for_each_day_gives() {
        for days in [1, 2, 7, 30, 90, 365] {
            let mut factors = Factors::new(Decay::HalfLife(days));
            for age in 0..days * 10 {
                let share = Decimal::from(age % days) / Decimal::from(days);
                let plain = exponential(LN_2 * share) / Decimal::from(1_u64 << (age / days));
                assert_eq!(factors.get(age).map(i128::from), Some(factor_units(plain)), "{age} of {days}");
            }
        }
    }

    #[test]
    fn a_table_is_the_same_whatever_was_asked_before() {
        let mut shared = Fading::default();
        for decay in [Decay::HalfLife(30), Decay::Times { factor: Points::from_millionths(500_000), every: 7 }] {
            for points in [1, 1000, -8, 1000] {
                let points = Points::new(points);
                assert_eq!(shared.table(decay, points), Fading::default().table(decay, points));
            }
        }
    }

    #[test]
    fn steps_and_lines_end_at_zero() {
        let minus = Fading::default().table(Decay::Minus { points: Points::new(5), every: 7 }, Points::new(-12));
        assert_eq!(
            (minus.get(6), minus.get(7), minus.get(14), minus.get(21)),
            (Some(&-12_000_000), Some(&-7_000_000), Some(&-2_000_000), Some(&0))
        );
        let linear = Fading::default().table(Decay::Linear(60), Points::new(6));
        assert_eq!((linear.get(30), linear.get(60), linear.len()), (Some(&3_000_000), Some(&0), 61));
    }
}
