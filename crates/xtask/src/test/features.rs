//! Features: the core builds without any, its tests and examples too, and with each of them alone.

use super::Done;
use crate::error::Result;
use crate::metadata::Metadata;
use crate::process;
use crate::workspace::Workspace;

/// Features add up, so each alone and all together (which the other steps use) cover what users can ask for.
pub fn each_alone(workspace: &Workspace) -> Result<Done> {
    let metadata = Metadata::read(workspace)?;
    let features: Vec<&str> = metadata.core()?.features.iter().map(String::as_str).collect();
    check(workspace, &["--all-targets"])?;
    for feature in &features {
        check(workspace, &["--lib", "--features", feature])?;
    }
    Ok(Done::Passed(format!("none, {}", features.join(", "))))
}

fn check(workspace: &Workspace, flags: &[&str]) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root()).args(["check", "--quiet", "--package=smarketing", "--no-default-features"]);
    process::run(cargo.args(flags))
}
