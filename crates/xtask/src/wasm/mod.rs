//! The core for wasm32-unknown-unknown: a compiler with a standard library for it, and the build.

mod debian;
mod rustup;
mod small;

use std::fmt;
use std::path::PathBuf;
use std::process::Command;

use crate::arguments::Arguments;
use crate::error::{Context, Error, Result, fail};
use crate::process;
use crate::workspace::Workspace;
pub use small::Library;

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// How the standard library came to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// As a component of the toolchain in use.
    Rustup,
    /// Built from Debian's source with Debian's compiler.
    Debian,
}

/// Why there is no compiler for the target.
pub struct Unavailable(pub String);

/// A cargo that can build for the target.
pub struct Toolchain {
    via: Via,
    /// For Debian's way: the folder with the standard library, and the linker.
    sysroot: Option<(PathBuf, String)>,
}

impl Via {
    /// The way that was asked for with `--via`.
    pub fn asked(arguments: &mut Arguments) -> Result<Option<Self>> {
        match arguments.option("--via")?.as_deref() {
            None => Ok(None),
            Some("rustup") => Ok(Some(Self::Rustup)),
            Some("debian") => Ok(Some(Self::Debian)),
            Some(other) => fail(format!("`--via {other}` is neither `rustup` nor `debian`")),
        }
    }
}

impl fmt::Display for Via {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rustup => "rustup's target",
            Self::Debian => "Debian's source",
        })
    }
}

impl From<Unavailable> for Error {
    fn from(unavailable: Unavailable) -> Self {
        Self::new(unavailable.0)
    }
}

/// `cargo xtask wasm`.
pub fn chore(mut arguments: Arguments) -> Result<()> {
    let via = Via::asked(&mut arguments)?;
    arguments.finish()?;
    let workspace = Workspace::find()?;
    let toolchain = toolchain(&workspace, via)?;
    println!("{}", build_core(&workspace, &toolchain)?);
    Ok(())
}

/// The toolchain by the wanted way, or by the first that works.
pub fn toolchain(workspace: &Workspace, wanted: Option<Via>) -> Result<Toolchain, Unavailable> {
    let mut reasons = Vec::new();
    if wanted != Some(Via::Debian) {
        match rustup::install() {
            Ok(()) => return Ok(Toolchain { via: Via::Rustup, sysroot: None }),
            Err(error) => reasons.push(format!("rustup's way: {error}")),
        }
    }
    if wanted != Some(Via::Rustup) {
        match debian::install(workspace) {
            Ok(sysroot) => return Ok(Toolchain { via: Via::Debian, sysroot: Some(sysroot) }),
            Err(error) => reasons.push(format!("Debian's way: {error}")),
        }
    }
    Err(Unavailable(format!("no standard library for {TARGET}; {}", reasons.join("; "))))
}

/// Builds the core in release mode and says which way it went and how large it is.
pub fn build_core(workspace: &Workspace, toolchain: &Toolchain) -> Result<String> {
    println!("standard library for {TARGET} by {}", toolchain.via);
    let mut cargo = toolchain.cargo_with(workspace, &[]);
    cargo.current_dir(workspace.root()).args(["build", "--release", "--package=smarketing", "--lib"]);
    process::run(cargo.args(["--target", TARGET]))?;
    let library = toolchain.target(workspace).join(TARGET).join("release/libsmarketing.rlib");
    let bytes = std::fs::metadata(&library).context(|| format!("cannot read `{}`", library.display()))?.len();
    // The page's file is smaller: a library keeps all its code and metadata until something links it.
    Ok(format!("by {}, library of {} KiB before linking", toolchain.via, bytes.div_ceil(1024)))
}

impl Toolchain {
    /// Its cargo with the standard library as it comes, and with more flags for the compiler.
    fn cargo_with(&self, workspace: &Workspace, flags: &[String]) -> Command {
        let mut cargo = self.cargo(workspace);
        let sysroot = self.sysroot.iter().map(|(folder, _)| format!("--sysroot={}", folder.display()));
        flag(&mut cargo, sysroot.chain(flags.iter().cloned()));
        cargo
    }

    /// Its cargo, which finds no standard library for the target by itself.
    fn cargo(&self, workspace: &Workspace) -> Command {
        let Some((_, linker)) = &self.sysroot else { return process::cargo() };
        let mut cargo = debian::cargo();
        cargo.env("CARGO_TARGET_DIR", self.target(workspace));
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        cargo
    }

    /// Two compilers in one folder would rebuild everything in turn.
    pub fn target(&self, workspace: &Workspace) -> PathBuf {
        match self.via {
            Via::Rustup => workspace.target(),
            Via::Debian => workspace.target().join("wasm-debian"),
        }
    }
}

/// Gives the compiler flags for the target, and leaves those alone that somebody set where there are none.
fn flag(cargo: &mut Command, flags: impl IntoIterator<Item = String>) {
    let flags: Vec<String> = flags.into_iter().collect();
    if !flags.is_empty() {
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    }
}
