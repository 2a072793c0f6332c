//! The npm package: its size, and its tests in node, in a fresh project, and in a browser.

use std::path::PathBuf;

use super::Done;
use crate::error::Result;
use crate::npm::{self, Node};
use crate::process;
use crate::wasm;
use crate::workspace::Workspace;

/// The wasm file is as small as agreed.
pub fn size(workspace: &Workspace) -> Result<Done> {
    let node = match Node::ready(workspace) {
        Ok(node) => node,
        Err(reason) => return Ok(Done::Skipped(reason.to_string())),
    };
    let toolchain = wasm::toolchain(workspace, None)?;
    let without_zones = npm::without_zones(workspace, &toolchain, &node)?;
    let full = npm::package(workspace, &toolchain, &node)?;
    npm::judged(full, without_zones).map(Done::Passed)
}

/// Everything about the package but its size. The step before has built it.
pub fn package(workspace: &Workspace) -> Result<Done> {
    let node = match Node::ready(workspace) {
        Ok(node) => node,
        Err(reason) => return Ok(Done::Skipped(reason.to_string())),
    };
    if !workspace.path(npm::FOLDER).join("npm/wasm/smarketing_bg.wasm").is_file() {
        npm::package(workspace, &wasm::toolchain(workspace, None)?, &node)?;
    }
    let golden = golden(workspace)?;
    process::run(node.tool("tsc").args(["--project", "tests/types"]))?;
    process::run(node.tests("tests/node")?.env(GOLDEN, &golden))?;
    process::run(&mut node.tests("tests/package")?)?;
    match npm::browser() {
        Ok(browser) => {
            process::run(node.tests("tests/browser")?.env(GOLDEN, &golden).env("CHROMIUM", browser))?;
            Done::passed()
        }
        Err(reason) => Ok(Done::Passed(format!("WITHOUT the tests in a browser, as none can be had: {reason}"))),
    }
}

/// Where the golden cases are written, and read.
const GOLDEN: &str = "GOLDEN_CASES";

/// Writes the golden cases of the core as the npm package has it: with the default features and no more.
fn golden(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target().join("npm/golden");
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root()).env(GOLDEN, &folder);
    process::run(cargo.args(["test", "--quiet", "--package=smarketing", "--test=cases"]))?;
    Ok(folder)
}
