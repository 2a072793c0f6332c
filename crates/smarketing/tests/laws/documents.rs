//! Law 2 for documents: typed document → JSON → reader → the same document.

use proptest::prelude::*;
use smarketing::{Agreement, AgreementDocument};

use crate::agreements::{Style, agreement};
use crate::choices::choices;
use crate::leads::{interactions, lead};
use crate::{assess, cases, compile};

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_document_survives_json(mut choices in choices(400), mut facts in choices(120)) {
        let agreement = compile(&agreement(&mut choices, Style::Whole));
        let text = serde_json::to_string(agreement.document()).expect("a document is data");
        let (document, findings) = AgreementDocument::from_json(&text);
        prop_assert_eq!(findings, vec![]);
        prop_assert_eq!(&document, agreement.document());
        let again = Agreement::new(document).expect("as right as before");
        let (lead, interactions) = (lead(&mut facts), interactions(&mut facts));
        let (one, other) = (assess(&agreement, &lead, &interactions), assess(&again, &lead, &interactions));
        prop_assert_eq!(one.to_json(), other.to_json());
    }
}

#[test]
fn the_document_of_the_design_survives_json() {
    let (document, findings) = AgreementDocument::from_toml(include_str!("../cases/design.toml"));
    assert_eq!(findings, []);
    let text = serde_json::to_string(&document).expect("a document is data");
    assert_eq!(AgreementDocument::from_json(&text), (document, vec![]));
}
