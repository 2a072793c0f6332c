//! The golden cases as Rust answers them with the default features, which are those of every binding.

use std::path::PathBuf;

use crate::error::Result;
use crate::process;
use crate::workspace::Workspace;

/// Where the Rust tests are told to write the golden cases, and the tests of the bindings to read them.
pub const FOLDER: &str = "GOLDEN_CASES";

/// Writes what every binding must ask and answer, and says where it lies.
pub fn write(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target().join("golden/default-features");
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root()).env(FOLDER, &folder);
    process::run(cargo.args(["test", "--quiet", "--package=smarketing", "--test=cases"]))?;
    Ok(folder)
}
