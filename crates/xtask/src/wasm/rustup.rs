//! The normal way to the standard library: a component of the toolchain in use.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::TARGET;
use crate::error::{Result, fail};
use crate::process;

/// How long the download may take, in seconds.
const PATIENCE: u64 = 180;

/// Adds the target where it is not there yet.
pub fn install() -> Result<()> {
    if is_there() {
        return Ok(());
    }
    process::run_within(Command::new("rustup").args(["target", "add", TARGET]), PATIENCE)?;
    // A proxy without the component can answer well and install nothing.
    if is_there() { Ok(()) } else { fail("rustup was content, but the library is not there") }
}

/// Adds the source of the standard library where it is not there yet.
pub fn install_source() -> Result<()> {
    let source = libraries().join("src/rust/library/std");
    if !source.is_dir() {
        process::run_within(Command::new("rustup").args(["component", "add", "rust-src"]), PATIENCE)?;
    }
    if source.is_dir() { Ok(()) } else { fail("rustup was content, but the source is not there") }
}

/// The folder of the toolchain in use that has a folder for each target.
fn libraries() -> PathBuf {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = process::output(Command::new(rustc).args(["--print", "sysroot"])).unwrap_or_default();
    Path::new(sysroot.trim()).join("lib/rustlib")
}

fn is_there() -> bool {
    let folder = libraries().join(TARGET).join("lib");
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}
