//! `cargo xtask npm`: the npm package: the wasm file, optimised, and the JavaScript that loads it.

mod build;
mod node;
mod sizes;

pub use node::{Node, browser};

use crate::arguments::Arguments;
use crate::error::{Context, Error, Result};
use crate::process;
use crate::wasm::{self, Toolchain, Via};
use crate::workspace::Workspace;
use build::Variant;
pub use sizes::judged;

/// The folder of the crate, and of the tools and tests around it.
pub const FOLDER: &str = "bindings/wasm";

/// `cargo xtask npm`.
pub fn chore(mut arguments: Arguments) -> Result<()> {
    let via = Via::asked(&mut arguments)?;
    let with_sizes = arguments.flag("--sizes");
    arguments.finish()?;
    let workspace = Workspace::find()?;
    let node = Node::ready(&workspace)?;
    let toolchain = wasm::toolchain(&workspace, via)?;
    let bytes = package(&workspace, &toolchain, &node)?;
    println!("{FOLDER}/npm/wasm: {} KB gzipped", sizes::kilobytes(bytes));
    if with_sizes { sizes::table(&workspace, &toolchain, &node) } else { Ok(()) }
}

/// Builds what the package ships, and gives the gzipped size of its wasm file.
pub fn package(workspace: &Workspace, toolchain: &Toolchain, node: &Node) -> Result<u64> {
    let built = build::variant(workspace, toolchain, node, &Variant::FULL)?;
    let shipped = workspace.path(FOLDER).join("npm");
    std::fs::create_dir_all(shipped.join("wasm")).context(|| "cannot make npm/wasm".to_owned())?;
    for name in ["smarketing.js", "smarketing_bg.wasm"] {
        let from = built.folder.join(name);
        std::fs::copy(&from, shipped.join("wasm").join(name)).context(|| format!("cannot copy `{name}`"))?;
    }
    let licence = workspace.path("LICENSE");
    std::fs::copy(licence, shipped.join("LICENSE")).context(|| "cannot copy `LICENSE`".to_owned())?;
    Ok(built.gzipped)
}

/// Builds the file without the zones, and gives its gzipped size.
pub fn without_zones(workspace: &Workspace, toolchain: &Toolchain, node: &Node) -> Result<u64> {
    Ok(build::variant(workspace, toolchain, node, &Variant::WITHOUT_ZONES)?.gzipped)
}

/// A whole number that a program printed.
fn whole(text: &str) -> Result<u64> {
    text.trim().parse().map_err(|_| Error::new(format!("`{}` is not a whole number", text.trim())))
}

/// The program that writes the JavaScript, built if need be.
fn bindgen(workspace: &Workspace) -> Result<std::path::PathBuf> {
    let program = workspace.target().join("debug").join(format!("bindgen{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        println!("the program that writes the JavaScript is built once, which takes a minute or two");
    }
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root()).args(["build", "--quiet", "--package=xtask", "--bin=bindgen"]);
    process::run(cargo.arg("--features=bindgen"))?;
    Ok(program)
}
