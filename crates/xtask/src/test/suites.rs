//! The test suites: unit and integration tests, doctests, and each bench once.

use super::Done;
use crate::error::Result;
use crate::metadata::Metadata;
use crate::process;
use crate::workspace::Workspace;

/// All tests of the workspace, by nextest where it is installed.
pub fn tests(workspace: &Workspace) -> Result<Done> {
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root());
    let nextest = process::succeeds(process::cargo().args(["nextest", "--version"]));
    if nextest {
        cargo.args(["nextest", "run", "--no-fail-fast", "--status-level=slow", "--final-status-level=fail"]);
    } else {
        cargo.args(["test", "--no-fail-fast", "--lib", "--bins", "--tests"]);
    }
    process::run(cargo.args(["--workspace", "--all-features"]))?;
    Ok(Done::Passed(if nextest { "by nextest" } else { "by cargo test, as nextest is not installed" }.to_owned()))
}

/// The examples in the documentation.
pub fn doctests(workspace: &Workspace) -> Result<Done> {
    let mut cargo = process::cargo();
    process::run(cargo.current_dir(workspace.root()).args(["test", "--doc", "--workspace", "--all-features"]))?;
    Done::passed()
}

/// Each bench once, so that it still builds and its results still hold.
pub fn benches(workspace: &Workspace) -> Result<Done> {
    let metadata = Metadata::read(workspace)?;
    let count: usize = metadata.own().map(|package| package.targets("bench").len()).sum();
    if count == 0 {
        return Ok(Done::Skipped("the workspace has no benches".to_owned()));
    }
    // As tests, each once: built as the tests were, so that nothing is compiled a second time.
    let mut cargo = process::cargo();
    process::run(cargo.current_dir(workspace.root()).args(["test", "--workspace", "--all-features", "--bench", "*"]))?;
    Ok(Done::Passed(format!("{count} bench targets")))
}
