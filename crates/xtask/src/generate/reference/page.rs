//! A page: its text, with tables of keys, words and forms in the places that it marks.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use super::kind::Kinds;
use super::said::{Rules, Said};
use super::{Page, ROOT, events, findings, functions, operators, words};
use crate::error::{Context, Result, fail};
use crate::generate::schema::order::Order;
use crate::generate::schema::text::{key_order, sorted};
use crate::workspace::Workspace;

/// Where the examples lie, one for each part of the document.
const EXAMPLES: &str = "docs/reference/examples";

/// What the pages are made of.
pub struct Writer<'w> {
    /// What a value is, in words.
    pub kinds: Kinds,
    /// What the schema cannot say.
    pub said: Said,
    /// The rules of the law page.
    pub rules: Rules,
    /// Where each definition stands in a document.
    pub places: BTreeMap<String, Vec<String>>,
    /// The definitions by name.
    pub definitions: Vec<(String, Value)>,
    /// The order of the keys of a type.
    pub order: Order,
    /// The project.
    pub workspace: &'w Workspace,
}

impl Writer<'_> {
    /// Every definition has its page, and nothing is said of a key that is not there.
    pub fn is_complete(&self) -> Result<()> {
        let shown: Vec<&str> = self.kinds.names().collect();
        let known: Vec<&str> = self.definitions.iter().map(|(name, _)| name.as_str()).collect();
        if let Some(missing) = known.iter().find(|name| !shown.contains(name)) {
            return fail(format!("no page of the reference shows `{missing}`: add `{{{{type {missing}}}}}` to one"));
        }
        if let Some(unknown) = shown.iter().find(|name| !known.contains(name)) {
            return fail(format!("a page of the reference shows `{unknown}`, which the schema does not have"));
        }
        let has =
            |name: &str, key: &str| tables(self.definition(name)).any(|table| table["properties"][key].is_object());
        let is_there = |name: &&str| {
            name.split_once('.').is_some_and(|(name, key)| known.contains(&name) && (key == "*" || has(name, key)))
        };
        match self.said.names().find(|name| !is_there(name)) {
            Some(unknown) => fail(format!("absent.txt: the schema has no `{unknown}`")),
            None => Ok(()),
        }
    }

    fn definition(&self, name: &str) -> &Value {
        let found = self.definitions.iter().find(|(known, _)| known == name);
        found.map_or(&Value::Null, |(_, schema)| schema)
    }

    /// The text of a page.
    pub fn page(&self, page: &Page) -> Result<String> {
        let mut text =
            "<!-- Written by `cargo xtask generate reference` from the schema of documents: change that. -->\n"
                .to_owned();
        for line in page.text.lines() {
            let Some(mark) = line.strip_prefix("{{").and_then(|line| line.strip_suffix("}}")) else {
                text.push_str(line);
                text.push('\n');
                continue;
            };
            let filled = match mark.split_once(' ').unwrap_or((mark, "")) {
                ("type", head) => self.section(head)?,
                ("example", "") => self.example(page.name())?,
                ("operators", "") => operators::table()?,
                ("events", "") => events::entries()?,
                ("findings", "") => findings::tables(),
                ("functions", "") => functions::entries(),
                ("words", "") => words::entries(),
                ("abbreviations", "") => words::abbreviations(),
                ("measures", "") => words::measures(),
                _ => return fail(format!("`{}` has the unknown mark `{mark}`", page.path)),
            };
            text.push_str(filled.trim_end());
            text.push_str("\n\n");
        }
        Ok(text.replace("\n\n\n", "\n\n").trim_end().to_owned() + "\n")
    }

    fn example(&self, name: &str) -> Result<String> {
        let path = format!("{EXAMPLES}/{name}.toml");
        let text = std::fs::read_to_string(self.workspace.path(&path)).context(|| format!("cannot read `{path}`"))?;
        Ok(format!("```toml\n{}\n```\n", text.trim_end()))
    }

    /// A definition: heading, meaning, place, rules, and what it is made of.
    fn section(&self, head: &str) -> Result<String> {
        let (name, rules) = head.split_once(": ").unwrap_or((head, ""));
        let schema = self.definition(name);
        let mut text = format!("## {name}\n\n");
        let about = if name == ROOT { "The document itself." } else { about(schema) };
        let _ = writeln!(text, "{about}\n");
        let places = self.places.get(name).into_iter().flatten().map(|place| format!("`{place}`"));
        let places: Vec<String> = places.collect();
        if !places.is_empty() {
            let _ = writeln!(text, "Stands at {}.\n", places.join(", "));
        }
        let links = self.rules.links(rules)?;
        if !links.is_empty() {
            let _ = writeln!(text, "Law: {links}.\n");
        }
        self.body(name, schema, &mut text)?;
        Ok(text)
    }

    fn body(&self, name: &str, schema: &Value, text: &mut String) -> Result<()> {
        if schema["enum"].is_array() {
            words_of(schema, text);
            return Ok(());
        }
        let Some(variants) = schema["anyOf"].as_array() else { return self.keys(name, schema, text) };
        for variant in variants {
            let forms = about(variant).trim_end_matches('.').to_owned();
            if variant["properties"].is_object() {
                let title = if forms.is_empty() { "As a table".to_owned() } else { forms };
                let _ = writeln!(text, "**{title}:**\n");
                self.keys(name, variant, text)?;
            } else {
                let said = if forms.is_empty() { String::new() } else { format!(": {forms}") };
                let _ = writeln!(text, "**{}**{said}.\n", self.kinds.of(variant));
            }
        }
        Ok(())
    }

    /// The table of a table's keys, and what other keys mean.
    fn keys(&self, name: &str, schema: &Value, text: &mut String) -> Result<()> {
        let properties = schema["properties"].as_object();
        let order = self.order_of(name, schema);
        if !order.is_empty() {
            text.push_str("| key | value | if absent | limits | meaning |\n| --- | --- | --- | --- | --- |\n");
        }
        for key in order {
            let Some(value) = properties.and_then(|properties| properties.get(&key)) else { continue };
            let required = schema["required"].as_array().is_some_and(|names| names.iter().any(|name| *name == *key));
            let own = self.said.of(name, &key).cloned().unwrap_or_default();
            let absent = match (required, value.get("default"), self.said.of(name, "*")) {
                (true, ..) => "**needed**".to_owned(),
                _ if !own.absent.is_empty() => own.absent,
                (_, Some(value), _) => default(value),
                (_, _, Some(all)) => all.absent.clone(),
                _ => return fail(format!("absent.txt says nothing of `{name}.{key}`, which may be absent")),
            };
            let limits =
                if own.limits.is_empty() { self.said.of(name, "*").map_or("", |all| &all.limits) } else { &own.limits };
            let mut kind = self.kinds.of(value);
            if !own.by.is_empty() {
                kind = kind.replacen("table by name", &format!("table by {}", own.by), 1);
            }
            let row = [format!("`{key}`"), kind, absent, limits.to_owned(), about(value).to_owned()];
            let _ = writeln!(text, "| {} |", row.map(|cell| cell.replace('|', "\\|").replace('\n', " ")).join(" | "));
        }
        let others = &schema["additionalProperties"];
        if others.is_object() {
            let _ = writeln!(text, "\nAny other key is a name of the author's, with: {}.", self.kinds.of(others));
        }
        text.push('\n');
        Ok(())
    }

    /// The keys of a table in the order of the Rust type's fields, or in that which the schema names itself.
    fn order_of(&self, name: &str, schema: &Value) -> Vec<String> {
        let named = schema["x-order"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
        let mut order: Vec<String> = named.collect();
        if order.is_empty() {
            order = key_order(if name == ROOT { "AgreementDocument" } else { name }, &self.order);
        }
        let order: Vec<&str> = order.iter().map(String::as_str).collect();
        let properties = schema["properties"].as_object();
        properties.map(|keys| sorted(keys, &order)).into_iter().flatten().map(|(key, _)| key.clone()).collect()
    }
}

/// The tables that a definition may be.
fn tables(schema: &Value) -> impl Iterator<Item = &Value> {
    std::iter::once(schema).chain(schema["anyOf"].as_array().into_iter().flatten())
}

fn about(schema: &Value) -> &str {
    schema["description"].as_str().unwrap_or_default()
}

fn default(value: &Value) -> String {
    match value {
        Value::Array(_) | Value::Object(_) => "none".to_owned(),
        other => format!("`{other}`"),
    }
}

/// The words that a value may be, with what each means.
fn words_of(schema: &Value, text: &mut String) {
    let abouts = schema["enumDescriptions"].as_array();
    let words = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let Some(abouts) = abouts else {
        let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
        let _ = writeln!(text, "{}\n", words.join(", "));
        return;
    };
    text.push_str("| word | meaning |\n| --- | --- |\n");
    for (word, about) in words.zip(abouts) {
        let _ = writeln!(text, "| `{word}` | {} |", about.as_str().unwrap_or_default());
    }
    text.push('\n');
}
