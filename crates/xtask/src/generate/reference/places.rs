//! Where in a document each definition of the schema may stand.

use std::collections::{BTreeMap, VecDeque};

use serde_json::Value;

/// How many places of a definition are said; of one that stands nearly everywhere, none are.
const MOST: usize = 4;

/// The shortest places of each definition, such as `scoring.rules[]` for a rule.
pub fn places(schema: &Value) -> BTreeMap<String, Vec<String>> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut open = VecDeque::from([(schema.clone(), String::new())]);
    while let Some((here, path)) = open.pop_front() {
        if let Some(name) = here["$ref"].as_str() {
            let name = name.trim_start_matches("#/$defs/").to_owned();
            let known = places.entry(name.clone()).or_default();
            known.push(path.clone());
            // What is below it is told by its own tables, once.
            if known.len() == 1 {
                open.push_back((schema["$defs"][&name].clone(), path));
            }
            continue;
        }
        for variant in here["anyOf"].as_array().into_iter().flatten() {
            open.push_back((variant.clone(), path.clone()));
        }
        for (key, value) in here["properties"].as_object().into_iter().flatten() {
            let dot = if path.is_empty() { "" } else { "." };
            open.push_back((value.clone(), format!("{path}{dot}{key}")));
        }
        if here["items"].is_object() {
            open.push_back((here["items"].clone(), format!("{path}[]")));
        }
        if here["additionalProperties"].is_object() {
            open.push_back((here["additionalProperties"].clone(), format!("{path}.*")));
        }
    }
    for places in places.values_mut() {
        // A list may be left out around a single one.
        let all = places.clone();
        places.retain(|place| !place.strip_suffix("[]").is_some_and(|one| all.iter().any(|other| other == one)));
        places.dedup();
        if places.len() > MOST {
            places.clear();
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn a_definition_has_its_places() {
        let schema = serde_json::from_str(&smarketing::document_schema()).unwrap();
        let places = places(&schema);
        assert_eq!(places["Rule"], ["scoring.rules[]"]);
        assert_eq!(places["Clock"], ["handover.clocks[]"]);
        assert_eq!(places["Calendar"], ["handover.calendars.*"]);
        assert!(places["Condition"].is_empty());
    }
}
