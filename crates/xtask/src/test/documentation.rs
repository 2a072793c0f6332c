//! The documentation of the crates builds without warnings: no dead link, no stray markup.

use super::Done;
use crate::error::Result;
use crate::process;
use crate::workspace::Workspace;

/// `cargo doc`, with warnings as errors.
pub fn builds(workspace: &Workspace) -> Result<Done> {
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root()).env("RUSTDOCFLAGS", "-D warnings");
    process::run(cargo.args(["doc", "--workspace", "--no-deps", "--all-features"]))?;
    Done::passed()
}
