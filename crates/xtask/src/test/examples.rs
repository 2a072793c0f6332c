//! The core's examples: all are built, and those with a short run are run.

use super::Done;
use crate::error::{Result, fail};
use crate::metadata::Metadata;
use crate::process;
use crate::workspace::Workspace;

/// Examples and the arguments of a run that takes seconds; `{target}` is the target folder, for what
/// an example writes.
const SHORT_RUNS: &[(&str, &[&str])] =
    &[("lead_year", &[]), ("plan_quarter", &[]), ("score_leads", &["--out", "{target}/scored_leads.csv"])];

/// Builds all examples and runs those that have a short run.
pub fn examples(workspace: &Workspace) -> Result<Done> {
    let metadata = Metadata::read(workspace)?;
    let examples = metadata.core()?.targets("example");
    if let Some((name, _)) = SHORT_RUNS.iter().find(|(name, _)| !examples.contains(name)) {
        return fail(format!("the table of short runs names `{name}`, which is no example of the core"));
    }
    if examples.is_empty() {
        return Ok(Done::Skipped("the core has no examples".to_owned()));
    }
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root());
    process::run(cargo.args(["build", "--package=smarketing", "--examples", "--all-features"]))?;
    let mut unrun = Vec::new();
    for example in &examples {
        match SHORT_RUNS.iter().find(|(name, _)| name == example) {
            Some((_, arguments)) => {
                let printed = run(workspace, example, arguments)?;
                if *example == "score_leads" {
                    is_shown(workspace, &printed)?;
                }
            }
            None => unrun.push(*example),
        }
    }
    let ran = format!("{} run", examples.len() - unrun.len());
    let built = if unrun.is_empty() { String::new() } else { format!("; built only: {}", unrun.join(", ")) };
    Ok(Done::Passed(ran + &built))
}

/// Runs an example, and gives what it printed.
fn run(workspace: &Workspace, example: &str, arguments: &[&str]) -> Result<String> {
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root());
    cargo.args(["run", "--quiet", "--package=smarketing", "--all-features", "--example", example, "--"]);
    let target = workspace.target().display().to_string();
    let printed = process::output(cargo.args(arguments.iter().map(|argument| argument.replace("{target}", &target))))?;
    println!("{printed}");
    Ok(printed)
}

/// Holds the README to what the example prints.
fn is_shown(workspace: &Workspace, printed: &str) -> Result<()> {
    let readme = workspace.text("README.md")?.unwrap_or_default();
    match missing(&readme, printed) {
        Some(line) => fail(format!("README.md shows `{line}`, which `score_leads` does not print there")),
        None => Ok(()),
    }
}

/// The first line of the README's first text that is not printed, in order; `…` stands for any lines.
fn missing<'r>(readme: &'r str, printed: &str) -> Option<&'r str> {
    let shown = readme.split("```text\n").nth(1)?.split("```").next()?;
    let mut printed = printed.lines();
    shown.lines().filter(|line| *line != "…").find(|line| !printed.any(|other| other == *line))
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn the_readme_shows_lines_in_order() {
        let readme = "```sh\nx\n```\n```text\na\n…\nc\n```\n";
        assert_eq!(missing(readme, "a\nb\nc\n"), None);
        assert_eq!(missing(readme, "c\na\n"), Some("c"));
    }
}
