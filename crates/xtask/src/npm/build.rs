//! From the crate to the optimised wasm file: cargo, bindgen, wasm-opt.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{FOLDER, Node, bindgen, whole};
use crate::error::{Context, Result, fail};
use crate::process;
use crate::wasm::{TARGET, Toolchain};
use crate::workspace::Workspace;

/// The cargo profile.
const PROFILE: &str = "wasm";

/// What the optimiser may use: what every engine of the last years understands. Never all that it knows itself.
const OPTIMISE: [&str; 7] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// A choice of the crate's features.
pub struct Variant {
    /// A folder's name.
    pub name: &'static str,
    /// The features, as cargo takes them.
    pub features: &'static str,
}

impl Variant {
    /// What the package ships.
    pub const FULL: Self = Self { name: "full", features: "toml,zones" };
    /// With UTC and fixed offsets only.
    pub const WITHOUT_ZONES: Self = Self { name: "without-zones", features: "toml" };
    /// With agreements from JSON only.
    pub const WITHOUT_TOML: Self = Self { name: "without-toml", features: "zones" };
    /// Without either.
    pub const BARE: Self = Self { name: "bare", features: "" };
}

/// What came out.
pub struct Built {
    /// Where `smarketing.js` and `smarketing_bg.wasm` lie.
    pub folder: PathBuf,
    /// The size of the wasm file.
    pub bytes: u64,
    /// The same, gzipped.
    pub gzipped: u64,
}

/// Builds and optimises the crate with some of its features.
pub fn variant(workspace: &Workspace, toolchain: &Toolchain, node: &Node, variant: &Variant) -> Result<Built> {
    let folder = toolchain.target(workspace).join("npm").join(variant.name);
    let compiled = compile(workspace, toolchain, variant, &folder)?;
    let optimised = folder.join("smarketing_bg.wasm");
    if is_newer(&compiled, &optimised) {
        let raw = folder.join("raw");
        process::run(Command::new(bindgen(workspace)?).arg(&compiled).arg(&raw).arg("smarketing"))?;
        let script = raw.join("smarketing.js");
        std::fs::copy(&script, folder.join("smarketing.js")).context(|| "cannot copy `smarketing.js`".to_owned())?;
        let mut optimiser = node.tool("wasm-opt");
        optimiser.args(OPTIMISE).arg(raw.join("smarketing_bg.wasm")).arg("-o").arg(&optimised);
        process::run(&mut optimiser)?;
    }
    let bytes = std::fs::metadata(&optimised).context(|| "the optimised file".to_owned())?.len();
    let mut gzip = node.script("tools/gzipped.js");
    let gzipped = whole(&process::output(gzip.arg(&optimised))?)?;
    println!("{}: {bytes} bytes, {gzipped} gzipped", variant.name);
    Ok(Built { folder, bytes, gzipped })
}

/// Whether the second file must be made anew from the first.
fn is_newer(from: &Path, made: &Path) -> bool {
    let time = |path: &Path| std::fs::metadata(path).and_then(|data| data.modified()).ok();
    time(made).is_none_or(|made| time(from).is_none_or(|from| from > made))
}

/// The crate as the compiler leaves it. Its name says nothing of its features, so each choice has a folder of its own.
fn compile(workspace: &Workspace, toolchain: &Toolchain, variant: &Variant, folder: &Path) -> Result<PathBuf> {
    println!("the crate with {}", if variant.features.is_empty() { "no features" } else { variant.features });
    let mut cargo = toolchain.cargo_with(workspace, &workspace.nobodys_paths());
    cargo.current_dir(workspace.root()).args(["build", "--package=smarketing-wasm", "--profile", PROFILE]);
    cargo.args(["--target", TARGET, "--no-default-features", "--features", variant.features]);
    process::run(cargo.arg("--target-dir").arg(folder.join("cargo")))?;
    let built = folder.join("cargo").join(TARGET).join(PROFILE).join("smarketing_wasm.wasm");
    if built.is_file() { Ok(built) } else { fail(format!("cargo built no wasm file for {FOLDER}")) }
}
