//! The npm package: its size, and its tests in node, in a fresh project, and in a browser.

use super::Done;
use crate::error::{Result, fail};
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
    match npm::over(full, without_zones) {
        None => Ok(Done::Passed(format!("{full} bytes gzipped, {without_zones} without zones"))),
        Some(over) => fail(over),
    }
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
    process::run(node.tool("tsc").args(["--project", "tests/types"]))?;
    process::run(&mut node.tests("tests/node")?)?;
    process::run(&mut node.tests("tests/package")?)?;
    match npm::browser() {
        Ok(browser) => {
            process::run(node.tests("tests/browser")?.env("CHROMIUM", browser))?;
            Done::passed()
        }
        Err(reason) => Ok(Done::Passed(format!("WITHOUT the tests in a browser, as none can be had: {reason}"))),
    }
}
