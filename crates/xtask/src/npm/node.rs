//! Node with the tools that `bindings/wasm/package-lock.json` names, and a browser to test in.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::FOLDER;
use crate::apt;
use crate::error::{Context, Result, fail};
use crate::process;
use crate::workspace::Workspace;

/// How long npm may take, in seconds.
const PATIENCE: u64 = 300;

/// The oldest node that the package is tested with.
const OLDEST: u32 = 20;

/// Names under which a Chromium may be installed.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Node, with the tools installed.
pub struct Node {
    folder: PathBuf,
}

impl Node {
    /// Node with the tools of the lock file, installed if need be; or the reason why they cannot be had here. An error
    /// means that they can be had, and that the lock file does not give them.
    pub fn ready(workspace: &Workspace) -> Result<std::result::Result<Self, String>> {
        let Ok(said) = process::output(Command::new("node").arg("--version")) else {
            return Ok(Err("node is not installed; it is needed for the npm package".to_owned()));
        };
        let version = said.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
        if version.unwrap_or(0) < OLDEST {
            return Ok(Err(format!("node {} is too old; {OLDEST} is needed", said.trim())));
        }
        let folder = workspace.path(FOLDER);
        let npm = |task: &str| {
            let mut npm = Command::new("npm");
            npm.current_dir(&folder).arg(task);
            process::run_within(&mut npm, PATIENCE)
        };
        if !is_current(&folder) {
            println!("the tools of {FOLDER}/package-lock.json are installed");
            if let Err(error) = npm("ci") {
                let answers = npm("ping").is_ok();
                return if answers {
                    Err(error)
                } else {
                    Ok(Err(format!("npm is not there, or no registry answers: {error}")))
                };
            }
            let lock = std::fs::read(folder.join("package-lock.json")).context(|| "package-lock.json".to_owned())?;
            std::fs::write(mark(&folder), lock).context(|| "node_modules".to_owned())?;
        }
        Ok(Ok(Self { folder }))
    }

    /// One of the installed tools.
    pub fn tool(&self, name: &str) -> Command {
        let mut command = Command::new(self.folder.join("node_modules/.bin").join(name));
        command.current_dir(&self.folder);
        command
    }

    /// A script of the folder.
    pub fn script(&self, name: &str) -> Command {
        let mut command = Command::new("node");
        command.current_dir(&self.folder).arg(name);
        command
    }

    /// The test files of a folder, run by node's own runner.
    pub fn tests(&self, folder: &str) -> Result<Command> {
        let entries = std::fs::read_dir(self.folder.join(folder)).context(|| format!("cannot read `{folder}`"))?;
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut files: Vec<String> = names.filter(|name| name.ends_with(".test.js")).collect();
        files.sort();
        let mut command = Command::new("node");
        command.current_dir(&self.folder).args(["--test", "--test-reporter=spec"]);
        command.args(files.iter().map(|name| format!("{folder}/{name}")));
        Ok(command)
    }
}

/// A copy of the lock file that the tools were installed from.
fn mark(folder: &Path) -> PathBuf {
    folder.join("node_modules/.installed-from")
}

fn is_current(folder: &Path) -> bool {
    let lock = std::fs::read(folder.join("package-lock.json"));
    let installed = std::fs::read(mark(folder));
    matches!((lock, installed), (Ok(lock), Ok(installed)) if lock == installed)
}

/// A Chromium, installed if need be. An error means that it cannot be had here.
pub fn browser() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    println!("no Chromium is installed; the package manager is asked for one");
    apt::update();
    apt::install(&["chromium"])?;
    find().map_or_else(|| fail("the package manager was content, but there is no Chromium"), Ok)
}

fn find() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    let candidates = BROWSERS.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.into_iter().find(|path| path.is_file())
}
