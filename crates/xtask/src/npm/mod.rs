//! `cargo xtask npm`: the npm package: the two wasm files, optimised, and the JavaScript that loads them.

mod build;
mod modules;
mod node;
mod sizes;

use std::path::PathBuf;

pub use node::{Node, browser};

use crate::arguments::Arguments;
use crate::error::{Context, Error, Result};
use crate::process;
use crate::wasm::{self, Toolchain, Via};
use crate::workspace::Workspace;
use build::Variant;
pub use build::{Built, FILES, SCORING};
pub use sizes::judged;

/// The folder of the crate, and of the tools and tests around it.
pub const FOLDER: &str = "bindings/wasm";

/// `cargo xtask npm`.
pub fn chore(mut arguments: Arguments) -> Result<()> {
    let via = Via::asked(&mut arguments)?;
    let with_sizes = arguments.flag("--sizes");
    let with_modules = arguments.flag("--modules");
    arguments.finish()?;
    let workspace = Workspace::find()?;
    let node = Node::ready(&workspace)?.map_err(Error::new)?;
    let toolchain = wasm::toolchain(&workspace, via)?;
    let built = package(&workspace, &toolchain, &node)?;
    if with_modules {
        println!("\n{}", sizes::by_module(&built)?);
    }
    if with_sizes { sizes::table(&workspace, &toolchain, &node) } else { Ok(()) }
}

/// Builds what the package ships.
pub fn package(workspace: &Workspace, toolchain: &Toolchain, node: &Node) -> Result<Built> {
    let built = build::variant(workspace, toolchain, node, &Variant::FULL)?;
    let shipped = workspace.path(FOLDER).join("npm");
    std::fs::create_dir_all(shipped.join("wasm")).context(|| "cannot make npm/wasm".to_owned())?;
    for name in ["smarketing.js"].into_iter().chain(FILES) {
        let from = built.folder.join(name);
        std::fs::copy(&from, shipped.join("wasm").join(name)).context(|| format!("cannot copy `{name}`"))?;
    }
    let licence = workspace.path("LICENSE");
    std::fs::copy(licence, shipped.join("LICENSE")).context(|| "cannot copy `LICENSE`".to_owned())?;
    Ok(built)
}

/// Builds the files without the zones.
pub fn without_zones(workspace: &Workspace, toolchain: &Toolchain, node: &Node) -> Result<Built> {
    build::variant(workspace, toolchain, node, &Variant::WITHOUT_ZONES)
}

/// A whole number that a program printed.
fn whole(text: &str) -> Result<u64> {
    text.trim().parse().map_err(|_| Error::new(format!("`{}` is not a whole number", text.trim())))
}

/// The programs that make JavaScript and two files of what cargo built.
struct Programs {
    bindgen: PathBuf,
    split: PathBuf,
}

impl Programs {
    /// Builds them if need be.
    fn build(workspace: &Workspace) -> Result<Self> {
        let [bindgen, split] = ["bindgen", "split"]
            .map(|name| workspace.target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX)));
        if !(bindgen.is_file() && split.is_file()) {
            println!(
                "the programs that make JavaScript and two files of one are built once, which takes a minute or two"
            );
        }
        let mut cargo = process::cargo();
        cargo.current_dir(workspace.root()).args(["build", "--quiet", "--package=xtask", "--features=bindgen"]);
        process::run(cargo.args(["--bin=bindgen", "--bin=split"]))?;
        Ok(Self { bindgen, split })
    }
}
