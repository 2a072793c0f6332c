//! A standard library for a page: built from its source for size, without the words of panics, which nobody reads there.
//!
//! Cargo and rustc can do that, and call it unstable; so the variable by which they allow it is set, for this build
//! alone. Where the source cannot be had, the library is taken as it comes, and the file is larger by a fifth.

use std::path::Path;
use std::process::Command;

use super::{Toolchain, Via, debian, rustup};
use crate::process;
use crate::workspace::Workspace;

/// What cargo is told: to build the library, and to prefer short ways in it to quick ones.
const CARGO: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// What rustc is told: a panic ends the program without a word, and keeps no place that the word would name. That
/// `Debug` writes nothing is not asked for: it saves nothing, and texts of other crates may have it in them.
const RUSTC: [&str; 3] = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none"];

/// Which standard library a file is built with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Library {
    /// Built for size.
    Small,
    /// As the toolchain brings it.
    AsItComes,
}

impl Toolchain {
    /// The smallest library that can be had.
    pub fn smallest(&self) -> Library {
        let source = match self.via {
            Via::Rustup => rustup::install_source().map_err(|error| error.to_string()),
            Via::Debian if Path::new(debian::SOURCE).is_dir() => Ok(()),
            Via::Debian => Err(format!("there is no `{}`", debian::SOURCE)),
        };
        match source.and_then(|()| self.knows_how()) {
            Ok(()) => Library::Small,
            Err(reason) => {
                println!("the standard library is taken as it comes: {reason}");
                Library::AsItComes
            }
        }
    }

    /// Whether the compiler is new enough for what it is told.
    fn knows_how(&self) -> std::result::Result<(), String> {
        let mut rustc = match self.via {
            Via::Rustup => Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())),
            Via::Debian => Command::new(debian::RUSTC),
        };
        rustc.env("RUSTC_BOOTSTRAP", "1").args(RUSTC).args(["--print", "cfg"]);
        if process::succeeds(&mut rustc) {
            Ok(())
        } else {
            Err(format!("the compiler does not know {}", RUSTC.join(" ")))
        }
    }

    /// A command of its cargo, with more flags for the compiler when it builds for the target.
    pub fn cargo_for(&self, library: Library, workspace: &Workspace, command: &str, flags: &[String]) -> Command {
        if library == Library::AsItComes {
            let mut cargo = self.cargo_with(workspace, flags);
            cargo.arg(command);
            return cargo;
        }
        let mut cargo = self.cargo(workspace);
        super::flag(&mut cargo, flags.iter().cloned().chain(RUSTC.map(str::to_owned)));
        cargo.env("RUSTC_BOOTSTRAP", "1").arg(command).args(CARGO);
        cargo
    }
}
