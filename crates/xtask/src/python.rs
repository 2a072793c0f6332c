//! Tools from PyPI, in a virtual environment below the target folder, so that nothing is left on the machine.

use std::path::PathBuf;
use std::process::Command;

use crate::error::{Error, Result};
use crate::process;
use crate::workspace::Workspace;

/// How long pip may take for one tool.
const PATIENCE: u64 = 180;

/// A tool that PyPI has as a wheel, with the version that the project is checked with.
pub struct Tool {
    /// The package's and the program's name.
    pub name: &'static str,
    /// Pinned, so that a new release cannot fail an unchanged tree.
    pub version: &'static str,
}

impl Tool {
    /// The tool's program, installed if need be. An error means that it cannot be had here.
    pub fn program(&self, workspace: &Workspace) -> Result<PathBuf> {
        let environment = workspace.target().join(".venv");
        let program = environment.join(BIN).join(self.name);
        let python = environment.join(BIN).join("python");
        if self.is_current(&program) {
            return Ok(program);
        }
        if !process::succeeds(Command::new(&python).arg("--version")) {
            let system = system_python()?;
            process::run_within(Command::new(system).args(["-m", "venv", "--clear"]).arg(&environment), PATIENCE)?;
        }
        let wanted = format!("{}=={}", self.name, self.version);
        let mut pip = Command::new(&python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", &wanted]);
        process::run_within(&mut pip, PATIENCE)?;
        if self.is_current(&program) {
            Ok(program)
        } else {
            Err(process::missing(self.name, "although pip was content"))
        }
    }

    fn is_current(&self, program: &PathBuf) -> bool {
        let said = process::output(Command::new(program).arg("--version")).unwrap_or_default();
        said.split_whitespace().any(|word| word == self.version)
    }
}

const BIN: &str = if cfg!(windows) { "Scripts" } else { "bin" };

fn system_python() -> Result<&'static str> {
    let found = ["python3", "python"].into_iter().find(|name| process::succeeds(Command::new(name).arg("--version")));
    found.ok_or_else(|| Error::new("no python3 is installed"))
}
