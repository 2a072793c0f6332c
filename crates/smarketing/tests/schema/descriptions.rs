//! What the schemas say of keys and words tells more than their names.

use std::collections::BTreeSet;

use serde_json::Value;

/// The shortest description of a key.
const SHORTEST: usize = 14;

/// Words that say nothing by themselves.
const EMPTY: [&str; 11] = ["a", "an", "the", "of", "it", "in", "to", "for", "what", "which", ""];

/// The words of a text that say something, without the ends of plurals.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let plain = words.map(|word| word.to_lowercase().trim_end_matches('s').to_owned());
    plain.filter(|word| !EMPTY.contains(&word.as_str())).collect()
}

/// What is wrong with the description of a key, if anything.
fn wrong(name: &str, about: &str) -> bool {
    about.len() < SHORTEST || words(about).is_subset(&words(&name.replace('_', " ")))
}

/// Every key with its description, and the words of enumerations with theirs.
fn collect(place: &str, schema: &Value, keys: &mut Vec<(String, String, String)>) {
    let properties = schema["properties"].as_object();
    for (key, value) in properties.into_iter().flatten() {
        // The tag of a variant is told by the variant, and so is its only key.
        if value.get("const").is_none() {
            let whole = Some(schema).filter(|_| properties.is_some_and(|keys| keys.len() == 1));
            let about = [Some(value), whole].into_iter().flatten().find_map(|one| one["description"].as_str());
            let about = about.unwrap_or_default();
            keys.push((place.to_owned(), key.clone(), about.to_owned()));
        }
    }
    for union in ["anyOf", "oneOf"] {
        schema[union].as_array().into_iter().flatten().for_each(|variant| collect(place, variant, keys));
    }
}

fn schemas() -> [Value; 2] {
    let types = smarketing::types_schema();
    [smarketing::schema(), &types].map(|text| serde_json::from_str(text).unwrap())
}

#[test]
fn keys_say_more_than_their_names() {
    let mut keys = Vec::new();
    for schema in schemas() {
        if schema["properties"].is_object() {
            collect("Agreement", &schema, &mut keys);
        }
        for (name, definition) in schema["$defs"].as_object().unwrap() {
            collect(name, definition, &mut keys);
        }
    }
    assert!(keys.len() > 1000, "{}", keys.len());
    let short = keys.iter().filter(|(_, key, about)| wrong(key, about));
    let short: BTreeSet<String> = short.map(|(place, key, about)| format!("{place}.{key}: {about:?}")).collect();
    assert!(short.is_empty(), "these say little:\n{}", short.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn words_and_types_say_what_they_are() {
    let mut silent = BTreeSet::new();
    for schema in schemas() {
        for (name, definition) in schema["$defs"].as_object().unwrap() {
            if definition["description"].as_str().is_none_or(|about| about.len() < SHORTEST) {
                silent.insert(name.clone());
            }
            let abouts = definition["enumDescriptions"].as_array();
            let words_of = definition["enum"].as_array().into_iter().flatten().zip(abouts.into_iter().flatten());
            for (word, about) in words_of {
                let (word, about) = (word.as_str().unwrap_or_default(), about.as_str().unwrap_or_default());
                if words(about).is_subset(&words(&word.replace('_', " "))) {
                    silent.insert(format!("{name}, {word}: {about:?}"));
                }
            }
        }
    }
    assert!(silent.is_empty(), "these say little:\n{}", silent.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_name_in_a_sentence_says_nothing() {
    assert!(wrong("score_settings", "The settings of the score."));
    assert!(wrong("at", "When."));
    assert!(!wrong("at", "The instant at which it happened."));
}
