//! Law 9, the nearest right name: every key of the schemas, misspelt by one letter, is found and meant.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use smarketing::{Agreement, AgreementDocument, Finding, RequestError, check_json, functions, schema, types_schema};

use crate::cases::from_toml;
use crate::documents::WHOLE;
use crate::golden::ask::Ask;
use crate::golden::{files, read};
use crate::requests::schema_of;
use crate::validator::{problems_of_schema, problems_of_short};

/// A key that a schema names, in a value: the table that has it, and the type whose key it is.
struct Key {
    /// The JSON pointer of the table.
    table: String,
    key: String,
    /// The definition and the way to the key within it.
    label: String,
    /// The other keys that the schema names there.
    others: Vec<String>,
}

/// Every key of a value that its schema names; what the schema leaves to the agreement has no name.
struct Walk<'r> {
    root: &'r Value,
    /// Whether keys may be missing, as in what is given.
    short: bool,
    keys: Vec<Key>,
}

impl Walk<'_> {
    fn fits(&self, schema: &Value, value: &Value) -> bool {
        let problems = if self.short { problems_of_short } else { problems_of_schema };
        problems(self.root, schema, value).is_empty()
    }

    fn visit(&mut self, schema: &Value, value: &Value, place: &str, label: &str) {
        if let Some(name) = schema["$ref"].as_str().and_then(|text| text.strip_prefix("#/$defs/")) {
            if self.short && name.starts_with("Assessment") {
                // Of an assessment that is given back only a part is read.
                return;
            }
            let definition = self.root["$defs"][name].clone();
            self.visit(&definition, value, place, name);
        }
        for variant in ["anyOf", "oneOf"].iter().flat_map(|union| schema[*union].as_array().into_iter().flatten()) {
            if self.fits(variant, value) {
                self.visit(variant, value, place, label);
                break;
            }
        }
        match value {
            Value::Object(table) => self.table(schema, table, place, label),
            Value::Array(list) => {
                let first = schema["prefixItems"].as_array().map(Vec::as_slice).unwrap_or_default();
                for (at, part) in list.iter().enumerate() {
                    if let Some(schema) = first.get(at).or_else(|| schema.get("items")) {
                        self.visit(schema, part, &format!("{place}/{at}"), label);
                    }
                }
            }
            _ => {}
        }
    }

    fn table(&mut self, schema: &Value, table: &Map<String, Value>, place: &str, label: &str) {
        for (key, part) in table {
            let inner = format!("{place}/{key}");
            match schema["properties"].get(key) {
                Some(known) => {
                    let label = format!("{label}.{key}");
                    self.visit(known, part, &inner, &label);
                    let names = schema["properties"].as_object().into_iter().flat_map(Map::keys);
                    let others = names.filter(|name| *name != key).cloned().collect();
                    self.keys.push(Key { table: place.to_owned(), key: key.clone(), label, others });
                }
                None => {
                    if let Some(others) = schema.get("additionalProperties").filter(|others| others.is_object()) {
                        self.visit(others, part, &inner, &format!("{label}.*"));
                    }
                }
            }
        }
    }
}

/// The keys of a value.
fn keys(root: &Value, schema: &Value, value: &Value, short: bool) -> Vec<Key> {
    let mut walk = Walk { root, short, keys: Vec::new() };
    walk.visit(schema, value, "", "");
    walk.keys
}

/// All keys that a schema names, by the same labels.
fn labels(schema: &Value, label: &str, into: &mut BTreeSet<String>) {
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        let label = format!("{label}.{key}");
        labels(inner, &label, into);
        into.insert(label);
    }
    let parts =
        ["anyOf", "oneOf", "prefixItems"].iter().flat_map(|list| schema[*list].as_array().into_iter().flatten());
    for part in parts.chain(schema.get("items")) {
        labels(part, label, into);
    }
    labels_of_others(schema, label, into);
}

fn labels_of_others(schema: &Value, label: &str, into: &mut BTreeSet<String>) {
    if let Some(others) = schema.get("additionalProperties").filter(|others| others.is_object()) {
        labels(others, &format!("{label}.*"), into);
    }
}

/// A key with one letter left out, one twice, one changed, and two that changed places; but for those that are as near
/// to another key: nobody could tell which is meant.
fn slips(key: &str, others: &[String]) -> Vec<String> {
    let letters: Vec<char> = key.chars().collect();
    let middle = letters.len() / 2;
    let mut ways = vec![letters.clone(); 4];
    ways[0].truncate(letters.len() - 1);
    ways[1].insert(middle, letters[middle]);
    ways[2][middle] = 'q';
    ways[3].swap(middle - 1, middle);
    let right = |slip: &String| slip != key && !others.iter().any(|other| is_one_letter_off(slip, other));
    ways.into_iter().map(String::from_iter).filter(right).collect()
}

/// Whether two words differ by at most one letter.
fn is_one_letter_off(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let ahead = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let behind = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    long - short <= 1 && ahead + behind + 1 >= long
}

/// The value with a key under another name.
fn renamed(value: &Value, key: &Key, slip: &str) -> Value {
    let mut value = value.clone();
    if let Some(Value::Object(table)) = value.pointer_mut(&key.table) {
        let part = table.remove(&key.key).unwrap_or_default();
        table.insert(slip.to_owned(), part);
    }
    value
}

/// Whether a slip is found where it stands, and the key is meant.
fn is_meant(findings: &[Finding], slip: &str, key: &str) -> bool {
    let ends = |path: &str| path == slip || path.ends_with(&format!(".{slip}"));
    findings.iter().any(|found| ends(&found.path.to_string()) && found.suggestion.as_deref() == Some(key))
}

/// What the whole format does not use: every channel and every stage.
const EVERY_NAME: &str = r#"
smarketing = 1
agreement = { name = "A", version = "1" }

[consent]
needs = { email = "opt_in", phone = "opt_in", post = "opt_in", sms = "opt_in", messenger = "opt_in", social = "opt_in" }

[consent.handover_needs]
email = "opt_in"
phone = "opt_in"
post = "opt_in"
sms = "opt_in"
messenger = "opt_in"
social = "opt_in"

[consent.purposes.offer]
kind = "sales"
needs = { email = "opt_in", phone = "opt_in", post = "opt_in", sms = "opt_in", messenger = "opt_in", social = "opt_in" }

[lifecycle]
stages = ["contact", "lead", "mql", "review", "sal", "sql", "opportunity", "customer"]

[lifecycle.stage]
contact = {}
lead = {}
mql = {}
review = {}
sal = {}
sql = {}
opportunity = {}
customer = {}
"#;

/// Keys that the schema has for any stage, and no document: where a lead waits or ends asks for nothing.
const NOWHERE: [&str; 3] = ["Lifecycle.stage.nurture", "Lifecycle.stage.disqualified", "Lifecycle.stage.lost"];

#[test]
fn every_key_of_a_document_is_meant_by_its_slips() {
    let root: Value = serde_json::from_str(schema()).unwrap();
    let (mut tried, mut wrong) = (BTreeSet::new(), Vec::new());
    let whole = serde_json::to_value(Agreement::from_toml(WHOLE).unwrap().document()).unwrap();
    for document in [from_toml(WHOLE), whole, from_toml(EVERY_NAME)] {
        for key in keys(&root, &root, &document, false) {
            if !tried.insert(key.label.clone()) {
                continue;
            }
            for slip in slips(&key.key, &key.others) {
                let text = renamed(&document, &key, &slip).to_string();
                // Most slips are found by who reads; the rest by who compiles and checks, which takes longer.
                let (_, read) = AgreementDocument::from_json(&text);
                if !is_meant(&read, &slip, &key.key) && !is_meant(&check_json(&text, None), &slip, &key.key) {
                    wrong.push(format!("{} as `{slip}`", key.label));
                }
            }
        }
    }
    let mut all = BTreeSet::new();
    labels(&root, "", &mut all);
    root["$defs"].as_object().unwrap().iter().for_each(|(name, schema)| labels(schema, name, &mut all));
    all.retain(|label| !NOWHERE.contains(&label.as_str()));
    let untried: Vec<&String> = all.difference(&tried).collect();
    assert_eq!(wrong, [""; 0]);
    assert_eq!(untried, [""; 0], "no document has these keys");
}

/// Types of which a request reads a part, or in which a key is the name of a fact.
fn is_read_whole(kind: &str) -> bool {
    !matches!(kind.trim_matches(['[', ']']), "Assessment" | "Lead" | "Interaction" | "LeadWithHistory")
}

#[test]
fn every_key_of_a_request_is_meant_by_its_slips() {
    let types: Value = serde_json::from_str(&types_schema()).unwrap();
    let (mut tried, mut wrong) = (BTreeSet::new(), Vec::new());
    for path in files("json") {
        let suite = read(&path);
        for case in suite["cases"].as_array().unwrap() {
            let ask = Ask::of(&suite, case, path.parent().unwrap());
            let Some(function) = functions().find(|known| known.name == ask.function && known.on == ask.on) else {
                continue;
            };
            if case["expect"].get("findings").is_some() {
                continue;
            }
            let Ok(question) = ask.question() else { continue };
            for argument in function.arguments.iter().filter(|argument| is_read_whole(argument.kind)) {
                let Some(given) = question.request.get(argument.name) else { continue };
                for key in keys(&types, &schema_of(&types, argument.kind, true), given, true) {
                    if !tried.insert(key.label.clone()) {
                        continue;
                    }
                    for slip in slips(&key.key, &key.others) {
                        let mut request = question.request.clone();
                        request[argument.name] = renamed(given, &key, &slip);
                        let answer = question.ask(&request.to_string());
                        if !matches!(&answer, Err(RequestError::Findings(list)) if is_meant(list, &slip, &key.key)) {
                            wrong.push(format!("{} of {} as `{slip}`", key.label, function.name));
                        }
                    }
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(tried.len() >= 100, "only {} keys were tried", tried.len());
}

/// What is said of a lead and of an interaction besides facts: their slips are findings of the assessment.
#[test]
fn the_keys_of_leads_and_interactions_are_meant_by_their_slips() {
    let agreement = Agreement::from_toml(WHOLE).unwrap();
    let interaction = json!({ "id": "1", "type": "page_view", "at": "2026-10-20T09:00:00Z", "offering": "crm",
        "properties": { "url": "/pricing" } });
    for name in interaction.as_object().unwrap().keys() {
        let key = Key { table: String::new(), key: name.clone(), label: String::new(), others: Vec::new() };
        for slip in slips(name, &[]) {
            let list = json!([renamed(&interaction, &key, &slip)]).to_string();
            let past = smarketing::Interactions::from_json(&list);
            let as_of = "2026-11-02T10:00:00Z".parse().unwrap();
            let findings = agreement.assess(&smarketing::Lead::default(), &past, as_of).findings;
            assert!(is_meant(&findings, &slip, name), "{slip}: {findings:?}");
        }
    }
}
