//! The words that the sample leads are made of. All firms are invented; a likeness is chance.

pub mod content;
pub mod people;
pub mod places;
pub mod titles;
pub mod trades;
