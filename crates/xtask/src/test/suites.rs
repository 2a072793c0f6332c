//! The test suites: unit and integration tests, doctests, and each bench once.

use std::path::PathBuf;

use super::Done;
use crate::error::Result;
use crate::metadata::Metadata;
use crate::process;
use crate::workspace::Workspace;

/// The data that some tests need, which are not part of the repository: below the folder that the variable names, or
/// below a folder `shared` beside the repository.
const SHARED: &str = "data/xeducation";
const SHARED_FOLDER: &str = "SMARKETING_SHARED";

fn has_nextest() -> bool {
    process::succeeds(process::cargo().args(["nextest", "--version"]))
}

/// The tests that are ignored, as they need the shared data, where those are there.
pub fn shared_data(workspace: &Workspace) -> Result<Done> {
    let said = std::env::var_os(SHARED_FOLDER).map(PathBuf::from);
    let beside = workspace.root().ancestors().map(|folder| folder.join("shared"));
    if !said.into_iter().chain(beside).any(|folder| folder.join(SHARED).is_dir()) {
        let reason = format!("shared/{SHARED} lies neither beside the repository nor in {SHARED_FOLDER}");
        return Ok(Done::Skipped(reason));
    }
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root());
    let tests = ["--package=smarketing", "--all-features", "--test=story"];
    if has_nextest() {
        // Without a test to run, nextest fails.
        process::run(cargo.args(["nextest", "run", "--run-ignored=only"]).args(tests))?;
    } else {
        process::run(cargo.arg("test").args(tests).args(["--", "--ignored"]))?;
    }
    Done::passed()
}

/// All tests of the workspace but those that need shared data, by nextest where it is installed.
pub fn tests(workspace: &Workspace) -> Result<Done> {
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root());
    let nextest = has_nextest();
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
