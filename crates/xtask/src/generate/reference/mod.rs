//! The reference in `docs/reference`: every part of an agreement with its keys, from the schema of documents.
//!
//! What a page says around its tables stands in `pages`, with placeholders on lines of their own: `{{example}}` is the
//! page's example, `{{type Rule: 3 7}}` a definition with the rules of `docs/semantics.md` that it follows. `absent.txt`
//! says what the schema cannot: what stands for a key that is absent, and its limits.

mod events;
mod findings;
mod functions;
mod kind;
mod operators;
mod page;
mod places;
mod said;
mod words;

use serde_json::Value;

use super::schema::order::Order;
use super::{File, Options};
use crate::error::{Context, Result, fail};
use crate::workspace::Workspace;
use kind::Kinds;
use page::Writer;
use places::places;
use said::{Rules, Said};

/// A page: its file, the text around its tables, and its title in the list.
pub struct Page {
    path: &'static str,
    text: &'static str,
}

/// The definition that the root of the schema is.
const ROOT: &str = "Agreement";

macro_rules! pages {
    ($($name:literal)+) => {
        &[$(Page {
            path: concat!("docs/reference/", $name, ".md"),
            text: include_str!(concat!("pages/", $name, ".md")),
        }),+]
    };
}

/// All pages, the list of them first.
pub const PAGES: &[Page] = pages! {
    "README" "agreement" "fields" "interactions" "email_domains" "conditions" "icp" "personas" "scoring"
    "qualification" "lifecycle" "consent" "handover" "goals" "kpis" "glossary" "examples" "events" "findings" "words" "functions"
};

impl Page {
    /// `scoring.md`.
    fn file(&self) -> &'static str {
        self.path.rsplit('/').next().unwrap_or(self.path)
    }

    /// `scoring`.
    fn name(&self) -> &'static str {
        self.file().trim_end_matches(".md")
    }

    /// The definitions that it shows.
    fn definitions(&self) -> impl Iterator<Item = &'static str> {
        let heads = self.text.lines().filter_map(|line| line.strip_prefix("{{type ")?.strip_suffix("}}"));
        heads.map(|head| head.split(':').next().unwrap_or(head))
    }
}

/// All pages of the reference.
pub fn make(_: &Options) -> Result<Vec<File>> {
    let workspace = Workspace::find()?;
    let schema = document()?;
    let definitions = definitions(&schema);
    let laws = "docs/semantics.md";
    let laws = std::fs::read_to_string(workspace.path(laws)).context(|| format!("cannot read `{laws}`"))?;
    let writer = Writer {
        kinds: Kinds::new(PAGES),
        said: Said::read(include_str!("absent.txt"))?,
        rules: Rules::read(&laws),
        places: places(&schema),
        definitions,
        order: Order::read(&workspace.path("crates/smarketing/src"))?,
        workspace: &workspace,
    };
    writer.is_complete()?;
    PAGES.iter().map(|page| Ok(File { path: page.path, text: writer.page(page)? })).collect()
}

/// The schema of documents, in which some tables say the order of their keys.
fn document() -> Result<Value> {
    let schema: Value =
        serde_json::from_str(&smarketing::document_schema()).context(|| "the schema of documents".to_owned())?;
    if schema["$defs"].is_object() { Ok(schema) } else { fail("the schema of documents has no definitions") }
}

/// The definitions of the schema, and its root as one of them.
fn definitions(schema: &Value) -> Vec<(String, Value)> {
    let root = [(ROOT.to_owned(), schema.clone())];
    let others = schema["$defs"].as_object().into_iter().flatten();
    root.into_iter().chain(others.map(|(name, schema)| (name.clone(), schema.clone()))).collect()
}

/// The anchor that a heading has on a page of Markdown.
pub fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::anchor;

    #[test]
    fn headings_have_anchors() {
        assert_eq!(anchor("2. Points and decay tables"), "2-points-and-decay-tables");
        assert_eq!(anchor("`Rule`"), "rule");
        assert_eq!(anchor("sourced_by"), "sourced_by");
    }
}
