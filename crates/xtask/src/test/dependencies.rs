//! How many crates the core stands on.

use std::collections::BTreeSet;

use super::Done;
use crate::error::{Result, fail};
use crate::process;
use crate::workspace::Workspace;

/// The most crates with the default features, and without any.
const MOST: [(&str, &[&str], usize); 2] =
    [("with default features", &[], 30), ("without default features", &["--no-default-features"], 20)];

/// Counts the crates that a user of the core builds, on this platform, and prints their names.
pub fn count(workspace: &Workspace) -> Result<Done> {
    let mut notes = Vec::new();
    let mut over = Vec::new();
    for (what, flags, most) in MOST {
        let crates = crates(workspace, flags)?;
        let names: Vec<&str> = crates.iter().map(String::as_str).collect();
        println!("{what}: {} crates, at most {most}\n  {}", crates.len(), names.join(", "));
        notes.push(format!("{} {what}", crates.len()));
        if crates.len() > most {
            over.push(format!("{} crates {what}, {} too many", crates.len(), crates.len() - most));
        }
    }
    if over.is_empty() { Ok(Done::Passed(notes.join(", "))) } else { fail(over.join("; ")) }
}

/// Asks `cargo tree`: the graph in `cargo metadata` mixes in the other members of the workspace, other
/// platforms, and optional dependencies of dependencies that nobody turned on.
fn crates(workspace: &Workspace, flags: &[&str]) -> Result<BTreeSet<String>> {
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root()).args(["tree", "--package=smarketing", "--edges=normal,build"]);
    cargo.args(["--prefix=none", "--format={p}"]).args(flags);
    Ok(names(&process::output(&mut cargo)?))
}

/// Names and versions in the tree, without the core itself, which comes first.
fn names(tree: &str) -> BTreeSet<String> {
    let name = |line: &str| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let mut lines = tree.lines().filter(|line| !line.trim().is_empty()).map(name);
    let core = lines.next();
    lines.filter(|line| Some(line) != core.as_ref()).collect()
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn each_crate_counts_once_and_the_core_not_at_all() {
        let tree = "smarketing v0.1.0 (/somewhere)\njiff v0.2.0\nserde v1.0.0\nserde_derive v1.0.0 (proc-macro)\n\
                    serde v1.0.0 (*)\nsyn v2.0.0\nsyn v3.0.0\n";
        let names = names(tree);
        assert_eq!(names.len(), 5);
        assert!(names.contains("syn v3.0.0") && names.contains("serde_derive v1.0.0"));
    }
}
