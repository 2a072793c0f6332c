//! The reader's known keys are the schema's properties: whoever adds a key to one adds it to both.

use std::cell::RefCell;

use crate::finding::Path;

/// The place of a table, and the keys that its reader asked for.
type Noted = (Path, Vec<&'static str>);

thread_local! {
    static NOTED: RefCell<Vec<Noted>> = const { RefCell::new(Vec::new()) };
}

/// Called by the reader's tables when all their keys were asked for.
pub(crate) fn note(path: Path, known: &[&'static str]) {
    NOTED.with_borrow_mut(|noted| noted.push((path, known.to_vec())));
}

#[cfg(feature = "toml")]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use serde_json::Value;

    use super::NOTED;
    use crate::finding::{Path, Segment};

    /// A schema that stands for itself, by its place in the whole.
    type Found<'s> = BTreeMap<String, &'s Value>;

    /// Follows references and unions.
    fn expand<'s>(root: &'s Value, schema: &'s Value, place: &str, found: &mut Found<'s>) {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            let place = name.trim_start_matches('#').to_owned();
            return expand(root, root.pointer(&place).unwrap(), &place, found);
        }
        let variants = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array);
        for (at, variant) in variants.into_iter().flatten().enumerate() {
            expand(root, variant, &format!("{place}/{at}"), found);
        }
        found.insert(place.to_owned(), schema);
    }

    /// The schemas that a place of a document may meet.
    fn schemas_at<'s>(root: &'s Value, path: &Path) -> Found<'s> {
        let mut all = Found::new();
        expand(root, root, "", &mut all);
        for segment in path.segments() {
            let mut next = Found::new();
            for (place, schema) in all {
                let part = match segment {
                    Segment::Index(_) => schema.get("items").map(|part| (part, "items".to_owned())),
                    Segment::Key(key) => {
                        let named = schema.get("properties").and_then(|keys| keys.get(key));
                        let other = schema.get("additionalProperties").filter(|other| other.is_object());
                        named
                            .map(|part| (part, format!("properties/{key}")))
                            .or(other.map(|part| (part, "others".to_owned())))
                    }
                };
                if let Some((part, step)) = part {
                    expand(root, part, &format!("{place}/{step}"), &mut next);
                }
            }
            all = next;
        }
        all.retain(|_, schema| is_closed(schema));
        all
    }

    fn is_closed(schema: &Value) -> bool {
        schema.get("additionalProperties") == Some(&Value::Bool(false))
    }

    fn keys(schema: &Value) -> BTreeSet<&str> {
        schema["properties"].as_object().unwrap().keys().map(String::as_str).collect()
    }

    /// Tables whose keys are words of an enumeration, and those of operators: no table of the reader.
    const BY_WORD: [&str; 5] = [
        "/$defs/Consent/properties/handover_needs",
        "/$defs/Consent/properties/needs",
        "/$defs/Lifecycle/properties/stage",
        "/$defs/Predicate/2",
        "/$defs/Purpose/properties/needs",
    ];

    #[test]
    fn the_reader_knows_the_keys_of_the_schema() {
        NOTED.with_borrow_mut(Vec::clear);
        let (_, findings) = crate::AgreementDocument::from_toml(include_str!("../../tests/schema/whole.toml"));
        assert_eq!(findings, []);
        let root: Value = serde_json::from_str(crate::schema()).unwrap();
        let mut read: BTreeMap<Vec<String>, BTreeSet<&str>> = BTreeMap::new();
        let mut schemas = Found::new();
        for (path, known) in NOTED.take() {
            let found = schemas_at(&root, &path);
            assert!(!found.is_empty(), "the schema has no table at `{path}`");
            read.entry(found.keys().cloned().collect()).or_default().extend(known);
            schemas.extend(found);
        }
        for (places, known) in &read {
            let offered: BTreeSet<&str> = places.iter().flat_map(|place| keys(schemas[place])).collect();
            assert_eq!(known, &offered, "the reader's keys and those of the schema at {places:?}");
        }

        let mut all = BTreeSet::new();
        closed(&root, "", &mut all);
        let unread: Vec<&String> = all.iter().filter(|place| !schemas.contains_key(*place)).collect();
        assert_eq!(unread, BY_WORD, "closed tables of the schema that nothing read");
    }

    /// The places of all closed tables, as [`expand`] names them.
    fn closed(schema: &Value, place: &str, all: &mut BTreeSet<String>) {
        if is_closed(schema) {
            all.insert(place.to_owned());
        }
        for (key, value) in schema.as_object().into_iter().flatten() {
            match (key.as_str(), value) {
                ("properties" | "$defs", Value::Object(named)) => {
                    named.iter().for_each(|(name, value)| closed(value, &format!("{place}/{key}/{name}"), all));
                }
                ("anyOf" | "oneOf", Value::Array(list)) => {
                    list.iter().enumerate().for_each(|(at, value)| closed(value, &format!("{place}/{at}"), all));
                }
                ("items", value) => closed(value, &format!("{place}/items"), all),
                ("additionalProperties", value) => closed(value, &format!("{place}/others"), all),
                _ => {}
            }
        }
    }
}
