//! Choices: a list of numbers that decides every step of a generator. Shorter and smaller lists make
//! simpler things, so that proptest's shrinking finds a small failing agreement or lead.

use proptest::prelude::*;

/// The source of all decisions; when it runs dry, every answer is the first.
#[derive(Debug, Clone)]
pub struct Choices {
    list: Vec<u16>,
    at: usize,
}

impl Choices {
    pub fn new(list: Vec<u16>) -> Self {
        Self { list, at: 0 }
    }

    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        let choice = self.list.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(choice) % count.max(1)
    }

    /// One of these.
    pub fn of<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }

    /// So many times in a hundred; never when the choices have run dry.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    /// A number between two, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }
}

/// Lists of choices of up to so many numbers.
pub fn choices(most: usize) -> impl Strategy<Value = Choices> {
    proptest::collection::vec(any::<u16>(), most / 4..=most).prop_map(Choices::new)
}
