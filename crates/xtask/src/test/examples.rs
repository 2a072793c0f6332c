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
            Some((_, arguments)) => run(workspace, example, arguments)?,
            None => unrun.push(*example),
        }
    }
    let ran = format!("{} run", examples.len() - unrun.len());
    let built = if unrun.is_empty() { String::new() } else { format!("; built only: {}", unrun.join(", ")) };
    Ok(Done::Passed(ran + &built))
}

fn run(workspace: &Workspace, example: &str, arguments: &[&str]) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root());
    cargo.args(["run", "--quiet", "--package=smarketing", "--all-features", "--example", example, "--"]);
    let target = workspace.target().display().to_string();
    process::run(cargo.args(arguments.iter().map(|argument| argument.replace("{target}", &target))))
}
