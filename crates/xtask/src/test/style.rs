//! How the text of the project looks: format, lints and spelling.

use std::process::Command;

use super::Done;
use crate::error::Result;
use crate::process;
use crate::python::Tool;
use crate::workspace::Workspace;

const TYPOS: Tool = Tool { name: "typos", version: "1.52.0" };

/// `cargo fmt --check`.
pub fn format(workspace: &Workspace) -> Result<Done> {
    process::run(process::cargo().current_dir(workspace.root()).args(["fmt", "--all", "--", "--check"]))?;
    Done::passed()
}

/// Clippy over everything, with warnings as errors.
pub fn lints(workspace: &Workspace) -> Result<Done> {
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root()).args(["clippy", "--workspace", "--all-targets", "--all-features"]);
    process::run(cargo.args(["--", "-D", "warnings"]))?;
    Done::passed()
}

/// typos, which knows the slips people make rather than the words there are, so that German text passes.
pub fn spelling(workspace: &Workspace) -> Result<Done> {
    let program = match TYPOS.program(workspace) {
        Ok(program) => program,
        Err(error) => return Ok(Done::Skipped(format!("typos cannot be had: {error}"))),
    };
    process::run(Command::new(program).current_dir(workspace.root()).args(["--config", ".typos.toml", "--hidden"]))?;
    Done::passed()
}
