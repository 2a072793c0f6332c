//! How text compares: folded, by words, by patterns, and which known name is nearest.

mod fold;
mod nearest;
mod pattern;
mod shorten;
mod words;

pub(crate) use fold::fold;
pub(crate) use nearest::nearest;
pub(crate) use pattern::Pattern;
pub(crate) use shorten::shorten;
pub(crate) use words::{Phrase, WordSpan, words};
