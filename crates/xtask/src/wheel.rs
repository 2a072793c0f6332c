//! The Python package: a Python that can run it, an environment for its tools, and its wheel.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::arguments::Arguments;
use crate::error::{Context, Error, Result, fail};
use crate::process;
use crate::workspace::Workspace;

/// Where the package lies.
pub const PACKAGE: &str = "bindings/python";

/// What the tests need, each at one version.
const REQUIREMENTS: &str = "bindings/python/requirements-test.txt";

/// The names by which a Python may be found, the one that people mean first.
const PYTHONS: [&str; 6] = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"];

const IS_NEW_ENOUGH: &str = "import sys, venv; sys.exit(sys.version_info[:2] < (3, 11))";

/// What the name of a wheel says that runs with every Python from 3.11.
const TAG: &str = "-cp311-abi3-";

/// Looks for folders in the files of a wheel.
const IS_NOBODYS: &str = r#"
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    texts = {name: wheel.read(name) for name in wheel.namelist()}
folders = [os.fsencode(folder.rstrip("/\\")) + end for folder in sys.argv[2:] for end in (b"/", b"\\")]
found = [f"{name} has {folder.decode()}" for name, text in texts.items() for folder in folders if folder in text]
sys.exit("\n".join(found) or None)
"#;

/// An environment below the target folder, with the tools of the Python package.
pub struct Environment {
    folder: PathBuf,
}

/// `cargo xtask python`.
pub fn chore(arguments: Arguments) -> Result<()> {
    arguments.finish()?;
    let workspace = Workspace::find()?;
    let python = find().ok_or_else(|| Error::new("there is no Python 3.11 or newer on the PATH"))?;
    let wheel = Environment::make(&workspace, python)?.wheel(&workspace)?;
    println!("{}", wheel.display());
    Ok(())
}

/// A Python that is new enough, if there is one.
pub fn find() -> Option<&'static str> {
    PYTHONS.into_iter().find(|name| process::succeeds(Command::new(name).args(["-c", IS_NEW_ENOUGH])))
}

impl Environment {
    /// The environment with the pinned tools: made anew where the pins have changed.
    pub fn make(workspace: &Workspace, python: &str) -> Result<Self> {
        let environment = Self { folder: workspace.target().join("python") };
        let pins = std::fs::read_to_string(workspace.path(REQUIREMENTS)).context(|| REQUIREMENTS.to_owned())?;
        let stamp = environment.folder.join("installed.txt");
        let current = std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == pins);
        if current && process::succeeds(environment.python().arg("--version")) {
            return Ok(environment);
        }
        println!("an environment for {python} with the tools of `{REQUIREMENTS}`");
        process::run(Command::new(python).args(["-m", "venv", "--clear"]).arg(environment.folder.join("venv")))?;
        let mut pip = environment.python();
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
        process::run(pip.arg(workspace.path(REQUIREMENTS)))?;
        std::fs::write(&stamp, pins).context(|| stamp.display().to_string())?;
        Ok(environment)
    }

    /// The environment's Python, in the package's folder.
    pub fn python(&self) -> Command {
        let folder = if cfg!(windows) { "Scripts" } else { "bin" };
        let mut python = Command::new(self.folder.join("venv").join(folder).join("python"));
        python.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONUTF8", "1");
        python
    }

    /// A module that is run as a program on the package.
    pub fn module(&self, workspace: &Workspace, name: &str) -> Command {
        let mut python = self.python();
        // Not the folder itself: what is tested is what is installed.
        python.current_dir(workspace.path(PACKAGE)).env("PYTHONSAFEPATH", "1").args(["-m", name]);
        python.env("CARGO_TARGET_DIR", workspace.target());
        for cache in ["MYPY_CACHE_DIR", "RUFF_CACHE_DIR", "HYPOTHESIS_STORAGE_DIRECTORY"] {
            python.env(cache, self.folder.join(cache.to_lowercase()));
        }
        python
    }

    /// Builds the wheel, for any Python from 3.11.
    pub fn wheel(&self, workspace: &Workspace) -> Result<PathBuf> {
        let folder = workspace.target().join("wheels");
        for old in wheels(&folder) {
            std::fs::remove_file(&old).context(|| old.display().to_string())?;
        }
        let mut maturin = self.module(workspace, "maturin");
        maturin.args(["build", "--release", "--quiet", "--out"]).arg(&folder);
        // Flags in this variable may hold blanks; it goes before the other, whose flags are kept.
        let set = std::env::var("RUSTFLAGS").unwrap_or_default();
        let flags = set.split_whitespace().map(str::to_owned).chain(workspace.nobodys_paths());
        maturin.env("CARGO_ENCODED_RUSTFLAGS", flags.collect::<Vec<_>>().join("\u{1f}"));
        process::run(&mut maturin)?;
        let wheel = wheels(&folder).pop().ok_or_else(|| Error::new("maturin was content, and there is no wheel"))?;
        if wheel.to_string_lossy().contains(TAG) {
            return Ok(wheel);
        }
        fail(format!("`{}` is not a wheel for every Python from 3.11", wheel.display()))
    }

    /// Holds a wheel to carrying no folder of this machine.
    pub fn is_nobodys(&self, workspace: &Workspace, wheel: &Path) -> Result<()> {
        let mut python = self.python();
        python.args(["-c", IS_NOBODYS]).arg(wheel).arg(workspace.root());
        process::run(python.args(std::env::var_os("HOME").filter(|home| home.len() > 1)))
    }

    /// Installs a wheel in the place of an older one.
    pub fn install(&self, wheel: &Path) -> Result<()> {
        let mut pip = self.python();
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--force-reinstall"]);
        process::run(pip.arg(wheel))
    }
}

fn wheels(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.extension().is_some_and(|ending| ending == "whl")).collect()
}
