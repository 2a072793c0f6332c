//! Chance with a seed: whole numbers only, so that every machine draws the same.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A source of chance.
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// The source that belongs to a seed.
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A number from 0 to one below the bound.
    pub fn below(&mut self, bound: u64) -> u64 {
        let wide = u128::from(self.0.next_u64()) * u128::from(bound);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number between two others, both included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = u64::try_from(most - least).unwrap_or(0) + 1;
        least + i64::try_from(self.below(span)).unwrap_or(0)
    }

    /// Yes in so many of a thousand cases; never below 0, always from 1000 on.
    pub fn per_mille(&mut self, share: i64) -> bool {
        self.between(0, 999) < share
    }

    /// One of the things, each as likely.
    pub fn pick<'t, T>(&mut self, things: &'t [T]) -> &'t T {
        &things[self.index(things.len())]
    }

    /// A place in a list of this length.
    pub fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or(0)
    }

    /// The place of one of the weights, as likely as it is heavy.
    pub fn weighted(&mut self, weights: impl Iterator<Item = u32> + Clone) -> usize {
        let total: u64 = weights.clone().map(u64::from).sum();
        let mut left = self.below(total);
        for (place, weight) in weights.enumerate() {
            match left.checked_sub(u64::from(weight)) {
                None => return place,
                Some(rest) => left = rest,
            }
        }
        0
    }

    /// One of the things by its weight.
    pub fn choose<T: Copy>(&mut self, things: &[(T, u32)]) -> T {
        things[self.weighted(things.iter().map(|(_, weight)| *weight))].0
    }

    /// A value of a distribution that is given by its quantiles: pairs of a share in ten thousandths,
    /// rising from 0 to 10,000, and the value there. Between them it is even.
    pub fn quantile(&mut self, table: &[(i64, i64)]) -> i64 {
        let share = self.between(0, 9_999);
        let above = table.iter().position(|(at, _)| *at > share).unwrap_or(table.len() - 1).max(1);
        let ((from, low), (to, high)) = (table[above - 1], table[above]);
        low + (high - low) * (share - from) / (to - from)
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn the_same_seed_draws_the_same() {
        let mut chance = Chance::new(7);
        let drawn: Vec<u64> = (0..6).map(|_| chance.below(1_000)).collect();
        let mut again = Chance::new(7);
        assert_eq!(drawn, (0..6).map(|_| again.below(1_000)).collect::<Vec<_>>());
    }

    #[test]
    fn draws_keep_their_bounds_and_weights() {
        let mut chance = Chance::new(1);
        let mut counts = [0_u32; 3];
        for _ in 0..4_000 {
            assert!((-3..=5).contains(&chance.between(-3, 5)));
            assert!((10..=40).contains(&chance.quantile(&[(0, 10), (5_000, 20), (10_000, 40)])));
            counts[chance.weighted([1, 0, 3].into_iter())] += 1;
        }
        assert_eq!(counts[1], 0);
        assert!((900..1_100).contains(&counts[0]), "{counts:?}");
        assert!(!chance.per_mille(0) && chance.per_mille(1_000));
    }
}
