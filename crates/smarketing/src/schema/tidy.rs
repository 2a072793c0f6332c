//! From derived schemas to those that are shipped: closed tables, plain enumerations, unions whose
//! variants stand for themselves, descriptions without marks of Rust.

use serde_json::{Map, Value};

/// The keyword that holds the wider form that a schema has in documents.
pub(super) const IN_DOCUMENTS: &str = "x-document";

/// Definitions by name.
pub(super) type Definitions = Map<String, Value>;

/// For whom definitions are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// What is written: results, and what is read back of them.
    Written,
    /// What people write: documents, in which numbers may be texts.
    Documents,
}

/// Keywords that hold one schema, a list of them, and schemas by name.
const ONE: [&str; 5] = ["items", "additionalProperties", "propertyNames", "not", IN_DOCUMENTS];
const MANY: [&str; 4] = ["anyOf", "oneOf", "allOf", "prefixItems"];
const NAMED: [&str; 2] = ["properties", "$defs"];

/// Visits a schema and all within it, the innermost first.
pub(super) fn visit(schema: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    let Some(map) = schema.as_object_mut() else { return };
    for (key, value) in map.iter_mut() {
        match value {
            Value::Object(_) if ONE.contains(&key.as_str()) => visit(value, change),
            Value::Array(list) if MANY.contains(&key.as_str()) => list.iter_mut().for_each(|one| visit(one, change)),
            Value::Object(named) if NAMED.contains(&key.as_str()) => {
                named.values_mut().for_each(|one| visit(one, change));
            }
            _ => {}
        }
    }
    change(map);
}

/// The name of the definition that a schema refers to.
pub(super) fn reference(schema: &Map<String, Value>) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

/// The definitions as they are shipped.
pub(super) fn tidy(derived: &Definitions, view: View) -> Definitions {
    let mut definitions = derived.clone();
    for schema in definitions.values_mut() {
        visit(schema, &mut |map| {
            merge_reference(map, derived);
            distribute(map);
        });
        visit(schema, &mut |map| {
            widen(map, view);
            describe(map);
            enumerate(map);
            drop_numeric_formats(map);
            drop_nulls(map);
            close(map);
        });
    }
    definitions
}

/// A table that adds keys to a definition becomes that definition with these keys.
fn merge_reference(map: &mut Map<String, Value>, definitions: &Definitions) {
    if !map.contains_key("properties") {
        return;
    }
    let Some(base) = reference(map).and_then(|name| definitions.get(name)?.as_object()).cloned() else { return };
    map.remove("$ref");
    add(map, &base);
}

/// Adds the keys of a table to another's.
fn add(map: &mut Map<String, Value>, base: &Map<String, Value>) {
    if let (Some(own), Some(others)) = (table(map), base.get("properties").and_then(Value::as_object)) {
        for (key, value) in others {
            own.entry(key.clone()).or_insert_with(|| value.clone());
        }
    }
    let required = base.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    if let Value::Array(own) = map.entry("required").or_insert_with(|| Value::Array(Vec::new())) {
        own.extend(required);
    }
}

fn table(map: &mut Map<String, Value>) -> Option<&mut Map<String, Value>> {
    map.get_mut("properties").and_then(Value::as_object_mut)
}

/// Keys beside a union belong to each of its variants.
fn distribute(map: &mut Map<String, Value>) {
    if !(map.contains_key("oneOf") && map.contains_key("properties")) {
        return;
    }
    let mut base = Map::new();
    for key in ["properties", "required", "type"] {
        base.extend(map.remove(key).map(|value| (key.to_owned(), value)));
    }
    for variant in map.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(variant) = variant.as_object_mut() {
            let own = std::mem::replace(variant, base.clone());
            let about = own.get("description").cloned();
            add(variant, &own);
            variant.extend(about.map(|about| ("description".to_owned(), about)));
        }
    }
}

/// Takes the wider form in documents, and drops it everywhere else.
fn widen(map: &mut Map<String, Value>, view: View) {
    if let Some(Value::Object(wide)) = map.remove(IN_DOCUMENTS)
        && view == View::Documents
    {
        for key in ["type", "format", "pattern"] {
            map.remove(key);
        }
        map.extend(wide);
    }
}

/// The first paragraphs of a doc comment, in plain lines, without links to other items.
fn describe(map: &mut Map<String, Value>) {
    if let Some(Value::String(text)) = map.get_mut("description") {
        *text = plain(text);
    }
}

fn plain(text: &str) -> String {
    let ends = |part: &&str| part.starts_with('#') || part.starts_with("```");
    let all: Vec<&str> = text.split("\n\n").collect();
    let mut kept: Vec<String> = all.iter().take_while(|part| !ends(part)).map(|part| joined(part)).collect();
    // What announces an example is of no use without it.
    if kept.len() < all.len() && kept.last().is_some_and(|last| last.ends_with(':')) {
        kept.pop();
    }
    unlinked(kept.join("\n\n").trim())
}

/// The lines of a paragraph as one; the items of a list stay apart.
fn joined(paragraph: &str) -> String {
    let mut text = String::with_capacity(paragraph.len());
    for line in paragraph.lines().map(str::trim) {
        if !text.is_empty() {
            text.push(if line.starts_with("- ") { '\n' } else { ' ' });
        }
        text.push_str(line);
    }
    text
}

/// A text in which links are the words that they stand on.
fn unlinked(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[`") {
        plain.push_str(before);
        plain.push('`');
        let Some((name, after)) = after.split_once("`]") else {
            rest = after;
            continue;
        };
        plain.push_str(name);
        plain.push('`');
        rest = match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    plain.push_str(rest);
    while let Some((before, after)) = plain.split_once("](crate::") {
        let Some((words, (_, after))) = before.rsplit_once('[').zip(after.split_once(')')) else { break };
        plain = format!("{}{}{after}", words.0, words.1);
    }
    plain
}

/// A union of words is an enumeration, with what each of them means.
fn enumerate(map: &mut Map<String, Value>) {
    let Some(variants) = map.get("oneOf").and_then(Value::as_array) else { return };
    let words: Option<Vec<Value>> = variants.iter().map(|variant| variant.get("const").cloned()).collect();
    let Some(words) = words else { return };
    let about = |variant: &Value| variant.get("description").cloned().unwrap_or_else(|| "".into());
    let about: Vec<Value> = variants.iter().map(about).collect();
    map.remove("oneOf");
    map.insert("type".to_owned(), "string".into());
    map.insert("enum".to_owned(), words.into());
    map.insert("enumDescriptions".to_owned(), about.into());
}

/// How wide a number is in Rust is nobody's business.
fn drop_numeric_formats(map: &mut Map<String, Value>) {
    let format = map.get("format").and_then(Value::as_str).unwrap_or_default();
    if format.starts_with("int") || format.starts_with("uint") || format == "double" {
        map.remove("format");
        map.remove("maximum");
    }
}

/// What may be left out is never null: either there is nothing, or it stands for an empty list or
/// table, for no, or for zero.
fn drop_nulls(map: &mut Map<String, Value>) {
    let required: Vec<String> = map
        .get("required")
        .and_then(Value::as_array)
        .map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
        .unwrap_or_default();
    // What was made by hand says itself what absence means.
    let by_hand = map.contains_key("x-order");
    for (key, schema) in table(map).into_iter().flatten().filter(|(key, _)| !required.contains(key)) {
        let Some(schema) = schema.as_object_mut() else { continue };
        let absent = match schema.get("type").and_then(Value::as_str) {
            Some("array") => Value::Array(Vec::new()),
            Some("object") => Value::Object(Map::new()),
            Some("boolean") => Value::Bool(TRUE_IF_ABSENT.contains(&key.as_str())),
            Some("integer") => 0.into(),
            _ => Value::Null,
        };
        if !absent.is_null() && !by_hand {
            schema.insert("default".to_owned(), absent);
        }
        drop_null(schema);
    }
}

/// Truth values that are written only where they are false.
const TRUE_IF_ABSENT: [&str; 2] = ["activity", "changeable"];

fn drop_null(schema: &mut Map<String, Value>) {
    if let Some(types) = schema.get_mut("type").and_then(Value::as_array_mut) {
        types.retain(|kind| kind != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            schema.insert("type".to_owned(), one);
        }
    }
    let Some(variants) = schema.get_mut("anyOf").and_then(Value::as_array_mut) else { return };
    variants.retain(|variant| variant.get("type").is_none_or(|kind| kind != "null"));
    if let [Value::Object(one)] = variants.as_slice() {
        let one = one.clone();
        schema.remove("anyOf");
        for (key, value) in one {
            schema.entry(key).or_insert(value);
        }
    }
}

/// A table has the keys that are named, and no others.
fn close(map: &mut Map<String, Value>) {
    if map.contains_key("properties") {
        map.entry("additionalProperties").or_insert(Value::Bool(false));
    }
}

/// The names that are reached from some definitions.
pub(super) fn reached(definitions: &Definitions, from: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut open: Vec<String> = from.into_iter().collect();
    while let Some(name) = open.pop() {
        if names.contains(&name) {
            continue;
        }
        if let Some(schema) = definitions.get(&name) {
            visit(&mut schema.clone(), &mut |map| open.extend(reference(map).map(str::to_owned)));
        }
        names.push(name);
    }
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{View, plain, tidy};

    #[test]
    fn doc_comments_become_plain_words() {
        assert_eq!(plain("What caused an [`Effect`]."), "What caused an `Effect`.");
        assert_eq!(
            plain("See [`Effect::key`](crate::Effect::key), or [that](crate::Effect)."),
            "See `Effect::key`, or that."
        );
        assert_eq!(
            plain("The `[consent]` part\nof an agreement.\n\nMore.\n\n```toml\n[consent]\n```"),
            "The `[consent]` part of an agreement.\n\nMore."
        );
    }

    #[test]
    fn unions_keep_what_all_variants_share() {
        let derived = json!({
            "Base": { "type": "object", "properties": { "b": true }, "required": ["b"] },
            "Union": {
                "type": "object",
                "properties": { "id": { "type": ["string", "null"] } },
                "oneOf": [{ "$ref": "#/$defs/Base", "type": "object", "properties": { "kind": { "const": "x" } }, "required": ["kind"] }],
            },
        });
        let tidied = tidy(derived.as_object().unwrap(), View::Written);
        assert_eq!(
            tidied["Union"],
            json!({ "oneOf": [{
                "type": "object",
                "properties": { "id": { "type": "string" }, "kind": { "const": "x" }, "b": true },
                "required": ["kind", "b"],
                "additionalProperties": false,
            }]})
        );
    }
}
