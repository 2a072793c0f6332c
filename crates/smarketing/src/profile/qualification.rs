//! [`Qualification`]: BANT, or any other list of criteria that sales goes through.

use serde::Serialize;

use super::criterion::Criterion;
use crate::document::reader::Place;
use crate::finding::Code;
use crate::vocabulary::names::is_name;

/// A list of criteria, each met, not met or unknown.
///
/// Conditions ask for them by the framework's name: `bant_met` is how many are met, `bant_budget`
/// whether one is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Qualification {
    /// The framework's name: `bant` where nothing is said.
    pub framework: String,
    /// What is asked, in order.
    pub criteria: Vec<Criterion>,
}

impl Default for Qualification {
    fn default() -> Self {
        Self { framework: "bant".to_owned(), criteria: Vec::new() }
    }
}

impl Qualification {
    #[inline(never)]
    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        let table = place.table()?;
        let framework = table.read_or("framework", "bant".to_owned(), |place| {
            let text = place.text()?;
            let right = is_name(text) && !text.contains(['_', '-']);
            if !right {
                let help = "a framework is one word, such as `bant` or `meddic`";
                place.report_with_help(Code::InvalidName, format!("`{text}` cannot be a framework's name"), help);
            }
            right.then(|| text.to_lowercase())
        });
        let criteria = table.read_or("criteria", Vec::new(), |place| {
            place.list(|place| {
                let criterion = Criterion::read(place, false);
                if criterion.is_none() {
                    // Its name is known, although it could not be read.
                    if let Some(id) = place.table().and_then(|table| table.optional("id")?.text().map(str::to_owned)) {
                        place.sink.poison("results", &format!("{framework}_{id}"));
                    }
                }
                criterion
            })
        });
        table.finish();
        Some(Self { framework, criteria })
    }
}
