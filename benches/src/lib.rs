//! The measured work: one agreement of 40 rules, and one lead with 20 interactions.

use smarketing::{Agreement, Interactions, Lead, Timestamp};

/// The agreement.
pub const AGREEMENT: &str = include_str!("../data/forty_rules.toml");

/// The lead, what happened, and the instant of the question, as one JSON text.
pub const REQUEST: &str = include_str!("../data/request.json");

/// The score that must come out: each iteration is held to it.
pub const SCORE: &str = "87.352848";

/// The agreement, compiled.
///
/// # Panics
/// When the document is wrong: there is nothing to measure then.
#[must_use]
pub fn agreement() -> Agreement {
    match Agreement::from_toml(AGREEMENT) {
        Ok(agreement) => agreement,
        Err(error) => panic!("{error}"),
    }
}

/// The three parts of [`REQUEST`].
///
/// # Panics
/// When the request is wrong: there is nothing to measure then.
#[must_use]
pub fn request() -> (Lead, Interactions, Timestamp) {
    let part = |from: &str, to: &str| {
        let start = REQUEST.find(from).expect("the part") + from.len();
        let length = REQUEST[start..].find(to).expect("its end");
        &REQUEST[start..start + length]
    };
    let lead = Lead::from_json(part("\"lead\": ", ", \"interactions\""));
    let interactions = Interactions::from_json(part("\"interactions\": ", ", \"as_of\""));
    let as_of = part("\"as_of\": \"", "\"}").parse().expect("an instant");
    (lead, interactions, as_of)
}
