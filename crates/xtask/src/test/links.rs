//! The links between the pages of Markdown: the file is there, and so is the heading.

use std::collections::BTreeSet;

use super::Done;
use crate::error::{Result, fail};
use crate::generate::reference::anchor;
use crate::workspace::Workspace;

/// Every relative link of every page.
pub fn lead_somewhere(workspace: &Workspace) -> Result<Done> {
    let files = workspace.files()?;
    let (mut wrong, mut count) = (Vec::new(), 0);
    // Below `src` lie pages in the making, whose links are right where they are written to.
    for file in files.iter().filter(|file| file.ends_with(".md") && !file.contains("/src/")) {
        let Some(text) = workspace.text(file)? else { continue };
        for link in links(&text).filter(|link| !link.contains("://") && !link.starts_with("mailto:")) {
            count += 1;
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { file.clone() } else { beside(file, path) };
            let is_there = files.contains(&target) || workspace.path(&target).is_dir();
            if !is_there {
                wrong.push(format!("{file}: `{link}` leads to no file"));
            } else if !heading.is_empty() && target.ends_with(".md") {
                let page = workspace.text(&target)?.unwrap_or_default();
                if !anchors(&page).contains(heading) {
                    wrong.push(format!("{file}: `{link}` leads to no heading"));
                }
            }
        }
    }
    if wrong.is_empty() { Ok(Done::Passed(format!("{count} links"))) } else { fail(wrong.join("\n")) }
}

/// The targets of the links in a page, outside of code.
fn links(page: &str) -> impl Iterator<Item = &str> {
    prose(page).flat_map(|line| line.split("](").skip(1)).filter_map(|rest| rest.split(')').next())
}

/// The lines that are no code.
fn prose(page: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    page.lines().filter(move |line| {
        let fence = line.starts_with("```");
        inside ^= fence;
        !inside && !fence
    })
}

/// The anchors of a page's headings; of two that are the same, the second has a number.
fn anchors(page: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    for heading in prose(page).filter(|line| line.starts_with('#')) {
        let plain = anchor(heading.trim_start_matches('#').trim());
        let numbered = (1..).map(|number| format!("{plain}-{number}"));
        let free = std::iter::once(plain.clone()).chain(numbered).find(|anchor| !anchors.contains(anchor));
        anchors.extend(free);
    }
    anchors
}

/// A path as seen from a file's folder.
fn beside(file: &str, path: &str) -> String {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::{anchors, beside, links};

    #[test]
    fn links_are_found_outside_of_code() {
        let page = "See [a](b.md#c), ![d](e.png).\n```toml\nx = \"[f](g.md)\"\n```\n";
        assert_eq!(links(page).collect::<Vec<_>>(), ["b.md#c", "e.png"]);
    }

    #[test]
    fn paths_go_up_and_down() {
        assert_eq!(beside("docs/reference/scoring.md", "../semantics.md"), "docs/semantics.md");
        assert_eq!(beside("README.md", "docs/guides"), "docs/guides");
    }

    #[test]
    fn the_second_of_two_headings_has_a_number() {
        let anchors = anchors("# One two\n## A\n```sh\n# no heading\n```\n## A\n");
        assert_eq!(anchors.iter().map(String::as_str).collect::<Vec<_>>(), ["a", "a-1", "one-two"]);
    }
}
