//! Laws 2 and 9 for `assess_json`: from text to text it says what `assess` says, whatever the text.

use proptest::prelude::*;
use serde_json::json;

use crate::agreements::{Style, agreement};
use crate::choices::choices;
use crate::leads::{as_of, interactions, lead};
use crate::panics::mutilate;
use crate::{assess, cases, compile};

proptest! {
    #![proptest_config(cases(160))]

    #[test]
    fn text_to_text_says_the_same(mut choices in choices(300), mut facts in choices(120)) {
        let agreement = compile(&agreement(&mut choices, Style::Whole));
        let (lead, interactions) = (lead(&mut facts), interactions(&mut facts));
        let expected = assess(&agreement, &lead, &interactions).to_json();
        let mut request = json!({ "lead": lead, "interactions": interactions, "as_of": as_of().to_string() });
        prop_assert_eq!(agreement.assess_json(&request.to_string()), expected.as_str());
        // A request that is read with care because of one odd interaction reads the others the same.
        if let Some(list) = request["interactions"].as_array_mut() {
            list.push(json!({ "type": "page_view", "at": "soon" }));
            let careful = agreement.assess_json(&request.to_string());
            prop_assert!(careful.contains("`soon` is not an instant"), "{careful}");
            let findings = |text: &str| text.find(",\"findings\":").or(text.find(",\"email_domains\":"));
            let (one, other) = (findings(&careful).expect("a part"), findings(&expected).expect("a part"));
            prop_assert_eq!(&careful[..one], &expected[..other]);
        }
    }

    #[test]
    fn a_mutilated_request_is_answered(mut choices in choices(200), mut facts in choices(120), mut hurt in choices(40)) {
        let agreement = compile(&agreement(&mut choices, Style::Whole));
        let request = json!({ "lead": lead(&mut facts), "interactions": interactions(&mut facts), "as_of": as_of() });
        let answer = agreement.assess_json(&mutilate(&mut hurt, &request.to_string()));
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("the answer is JSON");
        let answered = answer.get("score").is_some() || answer["findings"].as_array().is_some_and(|list| !list.is_empty());
        prop_assert!(answered, "{answer}");
    }
}
