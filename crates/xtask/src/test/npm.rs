//! The npm package: its size, and its tests in node, in a fresh project, and in a browser.

use super::{Done, golden};
use crate::error::Result;
use crate::npm::{self, Node};
use crate::process;
use crate::wasm;
use crate::workspace::Workspace;

/// Projects that take the package's types: with much around them, with what is usual, with nothing, as strict as can be.
const TYPES: [&str; 4] = ["tsconfig.json", "tsconfig.es2022.json", "tsconfig.plain.json", "tsconfig.exact.json"];

/// The wasm files are built, and those that a page loads first are no larger than agreed.
pub fn size(workspace: &Workspace) -> Result<Done> {
    let node = match Node::ready(workspace)? {
        Ok(node) => node,
        Err(reason) => return Ok(Done::Skipped(reason)),
    };
    let toolchain = wasm::toolchain(workspace, None)?;
    let without_zones = npm::without_zones(workspace, &toolchain, &node)?;
    let full = npm::package(workspace, &toolchain, &node)?;
    npm::judged(&full, &without_zones).map(Done::Passed)
}

/// The package's types, and its tests in node and in a fresh project.
pub fn package(workspace: &Workspace) -> Result<Done> {
    let node = match ready(workspace)? {
        Ok(node) => node,
        Err(reason) => return Ok(Done::Skipped(reason)),
    };
    let golden = golden::write(workspace)?;
    for project in TYPES {
        process::run(node.tool("tsc").arg("--project").arg(format!("tests/types/{project}")))?;
    }
    process::run(node.tests("tests/node")?.env(golden::FOLDER, &golden))?;
    process::run(&mut node.tests("tests/package")?)?;
    Done::passed()
}

/// The package's tests in a browser.
pub fn browser(workspace: &Workspace) -> Result<Done> {
    let browser = match npm::browser() {
        Ok(browser) => browser,
        Err(reason) => return Ok(Done::Skipped(format!("no browser can be had: {reason}"))),
    };
    let node = match ready(workspace)? {
        Ok(node) => node,
        Err(reason) => return Ok(Done::Skipped(reason)),
    };
    let golden = golden::write(workspace)?;
    process::run(node.tests("tests/browser")?.env(golden::FOLDER, &golden).env("CHROMIUM", browser))?;
    Done::passed()
}

/// Node and the package, built if no step before did, or the reason why there is no node.
fn ready(workspace: &Workspace) -> Result<std::result::Result<Node, String>> {
    let node = match Node::ready(workspace)? {
        Ok(node) => node,
        Err(reason) => return Ok(Err(reason)),
    };
    let shipped = workspace.path(npm::FOLDER).join("npm/wasm");
    if !npm::FILES.iter().all(|name| shipped.join(name).is_file()) {
        npm::package(workspace, &wasm::toolchain(workspace, None)?, &node)?;
    }
    Ok(Ok(node))
}
