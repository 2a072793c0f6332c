//! The core in the browser's machine code.

use super::Done;
use crate::error::Result;
use crate::wasm::{self, Unavailable, Via};
use crate::workspace::Workspace;

/// By whichever way a standard library can be had.
pub fn builds(workspace: &Workspace) -> Result<Done> {
    let toolchain = wasm::toolchain(workspace, None)?;
    wasm::build_core(workspace, &toolchain).map(Done::Passed)
}

/// By the way that needs no server of rustup's, which nobody would otherwise try.
pub fn builds_with_debian(workspace: &Workspace) -> Result<Done> {
    match wasm::toolchain(workspace, Some(Via::Debian)) {
        Ok(toolchain) => wasm::build_core(workspace, &toolchain).map(Done::Passed),
        Err(Unavailable(reason)) => Ok(Done::Skipped(reason)),
    }
}
