//! In which order the keys of a type stand: that of its fields in Rust, as the sources have them.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::{Context, Result};

/// What a type's JSON form is made of, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Key(String),
    /// The keys of another type, which stand here too.
    Type(String),
}

/// The parts of every public type of the core.
#[derive(Debug, Default)]
pub struct Order(BTreeMap<String, Vec<Part>>);

impl Order {
    /// Reads all sources below a folder.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut order = Self::default();
        let mut open = vec![folder.to_owned()];
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(&folder).context(|| format!("cannot list `{}`", folder.display()))? {
                let path = entry.context(|| "cannot list a folder".to_owned())?.path();
                if path.is_dir() {
                    open.push(path);
                } else if path.extension().is_some_and(|end| end == "rs") {
                    let text = std::fs::read_to_string(&path).context(|| path.display().to_string())?;
                    order.add(&text);
                }
            }
        }
        Ok(order)
    }

    /// The keys of a type in order.
    pub fn keys(&self, name: &str) -> Vec<String> {
        let mut keys = Vec::new();
        self.collect(name, &mut keys, 0);
        keys
    }

    fn collect(&self, name: &str, keys: &mut Vec<String>, depth: usize) {
        for part in self.0.get(name).into_iter().flatten() {
            match part {
                Part::Key(key) if !keys.contains(key) => keys.push(key.clone()),
                Part::Type(name) if depth < 4 => self.collect(name, keys, depth + 1),
                _ => {}
            }
        }
    }

    fn add(&mut self, text: &str) {
        let mut lines = text.lines();
        let mut attributes = String::new();
        while let Some(line) = lines.next() {
            if line.starts_with("#[") {
                attributes.push_str(line);
                continue;
            }
            let name = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum "));
            if let Some(name) = name.filter(|_| line.ends_with('{')) {
                let end = name.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(name.len());
                let tag = quoted(&attributes, "tag = ").map(|tag| Part::Key(tag.to_owned()));
                let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "}").collect();
                self.0.insert(name[..end].to_owned(), tag.into_iter().chain(parts(&body)).collect());
            }
            if !line.starts_with("///") {
                attributes.clear();
            }
        }
    }
}

/// The text in quotes after a mark.
fn quoted<'t>(text: &'t str, mark: &str) -> Option<&'t str> {
    text.split_once(mark)?.1.strip_prefix('"')?.split_once('"').map(|(text, _)| text)
}

fn parts(body: &[&str]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut attributes = String::new();
    for line in body.iter().map(|line| line.trim()) {
        if line.starts_with("#[serde") {
            attributes.push_str(line);
            continue;
        }
        if line.starts_with("//") || line.starts_with('#') {
            continue;
        }
        let declared = line.strip_prefix("pub ").unwrap_or(line);
        if let Some((name, kind)) = declared.strip_suffix(',').and_then(|line| line.split_once(": ")) {
            if attributes.contains("flatten") {
                parts.push(Part::Type(innermost(kind)));
            } else {
                let key = quoted(&attributes, "rename = ").unwrap_or(name.trim_start_matches("r#"));
                parts.push(Part::Key(key.to_owned()));
            }
        } else if let Some((_, kind)) = declared.strip_suffix("),").and_then(|line| line.split_once('(')) {
            // The only content of a variant, whose keys stand beside the tag.
            parts.push(Part::Type(innermost(kind)));
        }
        attributes.clear();
    }
    parts
}

/// The type within `Arc<…>` and the like.
fn innermost(kind: &str) -> String {
    let inner = kind.rsplit('<').next().unwrap_or(kind).trim_end_matches('>');
    inner.rsplit("::").next().unwrap_or(inner).to_owned()
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn keys_stand_as_in_the_source() {
        let mut order = Order::default();
        order.add(
            "/// A.\n#[derive(Serialize)]\n#[serde(tag = \"kind\")]\npub enum Body {\n    /// B.\n    One(Arc<Origin>),\n    \
             Two {\n        /// C.\n        #[serde(rename = \"for\")]\n        hold: u32,\n    },\n}\n\npub struct Event {\n    \
             pub id: Arc<str>,\n    #[serde(flatten)]\n    pub body: Body,\n    pub r#last: u8,\n}\n\npub struct Origin {\n    pub lead: u8,\n}\n",
        );
        assert_eq!(order.keys("Event"), ["id", "kind", "lead", "for", "last"]);
    }
}
