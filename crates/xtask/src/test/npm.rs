//! The npm package: its size, and its tests in node, in a fresh project, and in a browser.

use super::{Done, golden};
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
    let golden = golden::write(workspace)?;
    process::run(node.tool("tsc").args(["--project", "tests/types"]))?;
    process::run(node.tests("tests/node")?.env(golden::FOLDER, &golden))?;
    process::run(&mut node.tests("tests/package")?)?;
    match npm::browser() {
        Ok(browser) => {
            process::run(node.tests("tests/browser")?.env(golden::FOLDER, &golden).env("CHROMIUM", browser))?;
            Done::passed()
        }
        Err(reason) => Ok(Done::Passed(format!("WITHOUT the tests in a browser, as none can be had: {reason}"))),
    }
}
