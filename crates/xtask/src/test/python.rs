//! The Python package: its wheel is built and installed, and everything about it is checked.

use super::{Done, golden};
use crate::error::{Context, Result};
use crate::process;
use crate::wheel::{self, Environment};
use crate::workspace::Workspace;

/// Lints, types, stubs, tests, doctests and notebooks, on the installed wheel.
pub fn package(workspace: &Workspace) -> Result<Done> {
    let Some(python) = wheel::find() else {
        return Ok(Done::Skipped("there is no Python 3.11 or newer on the PATH".to_owned()));
    };
    let environment = Environment::make(workspace, python)?;
    let run = |module: &str, arguments: &[&str]| process::run(environment.module(workspace, module).args(arguments));
    run("ruff", &["check", "--quiet", "."])?;
    run("ruff", &["format", "--quiet", "--check", "."])?;

    let built = environment.wheel(workspace)?;
    environment.is_nobodys(workspace, &built)?;
    environment.install(&built)?;
    run("mypy", &["--package", "smarketing"])?;
    run("mypy", &["tests/typing_sample.py"])?;
    run(
        "mypy.stubtest",
        &["smarketing", "--mypy-config-file", "pyproject.toml", "--allowlist", "stubtest-allowlist.txt"],
    )?;
    let golden = golden::write(workspace)?;
    let mut pytest = environment.module(workspace, "pytest");
    process::run(pytest.args(["--quiet", "-rs", "-p", "no:cacheprovider"]).env(golden::FOLDER, golden))?;
    let size = std::fs::metadata(&built).context(|| built.display().to_string())?.len();
    Ok(Done::Passed(format!("wheel of {} KiB, by {python}", size.div_ceil(1024))))
}
