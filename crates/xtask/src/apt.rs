//! Debian's package manager, for tools that no registry of a language has.

use std::process::Command;

use crate::error::Result;
use crate::process;

/// How long it may take for one command, in seconds.
const PATIENCE: u64 = 300;

/// Fetches the lists of packages anew.
pub fn update() {
    // An old list of packages may still do.
    let _ = process::run_within(Command::new("apt-get").args(["update", "-q"]), PATIENCE);
}

/// Installs packages.
pub fn install(packages: &[&str]) -> Result<()> {
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    install.args(["install", "-y", "-q", "--no-install-recommends"]).args(packages);
    process::run_within(&mut install, PATIENCE)
}
