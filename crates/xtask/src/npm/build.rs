//! From the crate to the two optimised wasm files: cargo, bindgen, wasm-opt, split.

use std::path::{Path, PathBuf};
use std::process::Command;

use smarketing::Part;

use super::{FOLDER, Node, Programs, whole};
use crate::error::{Context, Result, fail};
use crate::process;
use crate::wasm::{Library, TARGET, Toolchain};
use crate::workspace::Workspace;

/// The cargo profile.
const PROFILE: &str = "wasm";

/// What the optimiser may use: what every engine of the last years understands. Never all that it knows itself.
const OPTIMISE: [&str; 9] = [
    "-Oz",
    // Zeros are nothing when gzipped, and the heads of many small segments are something.
    "--skip-pass=memory-packing",
    // One long function of what would be ten keeps an engine's compiler busy for long, and is no smaller.
    "--one-caller-inline-max-function-size=50",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The part of the core's functions that a page loads first.
pub const SCORING: &str = "scoring";

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
    /// Where `smarketing.js`, `scoring.wasm` and `rest.wasm` lie.
    pub folder: PathBuf,
    /// The file that scores leads, gzipped.
    pub scoring: u64,
    /// The file with everything else, gzipped.
    pub rest: u64,
    /// The standard library within.
    pub library: Library,
}

/// The code of each function in the two files, as the splitter found it.
pub const REPORT: &str = "functions.txt";

/// The file that a page loads first, and the one with everything else.
pub const FILES: [&str; 2] = ["scoring.wasm", "rest.wasm"];

/// Builds the crate with some of its features, and makes the two files of it.
pub fn variant(workspace: &Workspace, toolchain: &Toolchain, node: &Node, variant: &Variant) -> Result<Built> {
    let folder = toolchain.target(workspace).join("npm").join(variant.name);
    let library = toolchain.smallest();
    let compiled = compile(workspace, toolchain, library, variant, &folder)?;
    let [scoring, rest] = FILES.map(|name| folder.join(name));
    let programs = Programs::build(workspace)?;
    // This program says how they are made.
    let recipe = std::env::current_exe().context(|| "this program".to_owned())?;
    let from = [&compiled, &recipe, &programs.bindgen, &programs.split];
    if [&scoring, &rest].iter().any(|made| from.iter().any(|from| is_newer(from, made))) {
        let raw = folder.join("raw");
        process::run(Command::new(&programs.bindgen).arg(&compiled).arg(&raw).arg("smarketing"))?;
        let script = raw.join("smarketing.js");
        std::fs::copy(&script, folder.join("smarketing.js")).context(|| "cannot copy `smarketing.js`".to_owned())?;
        let whole = raw.join("whole.wasm");
        // The names are needed to split it.
        process::run(optimiser(node).arg("-g").arg(raw.join("smarketing_bg.wasm")).arg("-o").arg(&whole))?;
        let [raw_scoring, raw_rest] = FILES.map(|name| raw.join(name));
        let mut split = split(variant, &programs.split);
        split.arg("--report").arg(folder.join(REPORT));
        process::run(split.args([&compiled, &whole, &raw_scoring, &raw_rest]))?;
        for (from, to) in [(raw_scoring, &scoring), (raw_rest, &rest)] {
            process::run(optimiser(node).arg(from).arg("-o").arg(to))?;
        }
    }
    let gzipped = |file: &Path| whole(&process::output(node.script("tools/gzipped.js").arg(file))?);
    let built = Built { scoring: gzipped(&scoring)?, rest: gzipped(&rest)?, folder, library };
    println!("{}: {} bytes gzipped, and {} the rest", variant.name, built.scoring, built.rest);
    Ok(built)
}

fn optimiser(node: &Node) -> Command {
    let mut optimiser = node.tool("wasm-opt");
    optimiser.args(OPTIMISE);
    optimiser
}

/// The program that splits a file, and how: functions of the part `scoring` stay in the first, all others leave it.
fn split(variant: &Variant, program: &Path) -> Command {
    let others: Vec<Part> = smarketing::parts().filter(|part| part.name != SCORING).collect();
    let functions = others.iter().flat_map(|part| part.functions);
    let is_there = |name: &str| name != "check_toml" || variant.features.contains("toml");
    let count = functions.filter(|function| is_there(function.name)).count();
    let mut command = Command::new(program);
    command.arg("--functions").arg(count.to_string());
    for part in others {
        command.arg("--later").arg(format!("::requests::{}::FUNCTIONS::", part.name));
    }
    command
}

/// Whether the second file must be made anew from the first.
fn is_newer(from: &Path, made: &Path) -> bool {
    let time = |path: &Path| std::fs::metadata(path).and_then(|data| data.modified()).ok();
    time(made).is_none_or(|made| time(from).is_none_or(|from| from > made))
}

/// The crate as the compiler leaves it. Its name says nothing of its features, so each choice has a folder of its own.
fn compile(
    workspace: &Workspace,
    toolchain: &Toolchain,
    library: Library,
    variant: &Variant,
    folder: &Path,
) -> Result<PathBuf> {
    println!("the crate with {}", if variant.features.is_empty() { "no features" } else { variant.features });
    // The way of mangling by which a function's name says which closure of which list it is, and the linker's notes.
    let own = ["-Csymbol-mangling-version=v0", "-Clink-arg=--emit-relocs"].map(str::to_owned);
    let flags: Vec<String> = workspace.nobodys_paths().into_iter().chain(own).collect();
    let mut cargo = toolchain.cargo_for(library, workspace, "build", &flags);
    cargo.current_dir(workspace.root()).args(["--package=smarketing-wasm", "--profile", PROFILE]);
    cargo.args(["--target", TARGET, "--no-default-features", "--features", variant.features]);
    process::run(cargo.arg("--target-dir").arg(folder.join("cargo")))?;
    let built = folder.join("cargo").join(TARGET).join(PROFILE).join("smarketing_wasm.wasm");
    if built.is_file() { Ok(built) } else { fail(format!("cargo built no wasm file for {FOLDER}")) }
}
