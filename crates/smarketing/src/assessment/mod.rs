//! Assessing a lead: what it is worth, which stage it qualifies for, and why.

pub(crate) mod history;
