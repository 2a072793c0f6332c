//! Whether facts can make conditions true, proved by trying the cells of the fields they ask about.

use super::{Stranger, WHENEVER};
use crate::condition::expression::{Expression, Surroundings};
use crate::condition::results::Results;
use crate::condition::truth::Verdict;
use crate::possible::search::{BUDGET, Open, Proof, Standing, exists};
use crate::possible::{Asked, Cells};
use crate::vocabulary::bound::Bound;
use crate::vocabulary::compiled::CompiledField;

impl Stranger {
    /// Whether, in some state of knowledge, all of `holding` hold and none of `failing` does.
    pub(crate) fn can(&self, holding: &[&Expression], failing: &[&Expression]) -> Proof {
        let compiled = self.compiled();
        // Results are taken at their widest: everything they could ever be.
        let results = &self.computed.results;
        can(&compiled.vocabulary.fields, &compiled.vocabulary.values, holding, failing, results)
    }

    /// The same for a filter of interactions, over the properties of one type.
    pub(crate) fn can_be_meant(&self, fields: &[CompiledField], filter: &Expression) -> Proof {
        can(fields, &self.compiled().vocabulary.values, &[filter], &[], &Results::default())
    }
}

fn can(
    fields: &[CompiledField],
    reader: &crate::vocabulary::value_reader::ValueReader,
    holding: &[&Expression],
    failing: &[&Expression],
    results: &Results,
) -> Proof {
    let asked = Asked::by_slot(holding.iter().chain(failing).copied(), fields.len());
    let open: Vec<Open> = (0_u16..)
        .zip(fields.iter().zip(&asked))
        .filter(|(_, (_, asked))| !asked.is_idle())
        .map(|(slot, (field, asked))| Open { slot, cells: Cells::new(field, asked, reader, WHENEVER) })
        .collect();
    let mut slots = vec![Bound::Missing; fields.len()];
    let mut budget = BUDGET;
    let judge = |slots: &[Bound]| {
        let within = Surroundings { slots, history: None, results, as_of: WHENEVER };
        let mut all = Verdict::YES;
        for expression in holding {
            all = all.and(expression.evaluate(&within));
        }
        let mut none = true;
        for expression in failing {
            let verdict = expression.evaluate(&within);
            if verdict.is_settled_yes() {
                return Standing::Hopeless;
            }
            none &= !verdict.truth.is_yes();
        }
        match (all.truth.is_yes() && none, all.may_hold) {
            (true, _) => Standing::Accepted,
            (false, false) => Standing::Hopeless,
            (false, true) => Standing::Open,
        }
    };
    exists(&mut slots, &open, &judge, &mut budget)
}
