//! Where things are: the project's folder, its target and cache folders, and the files it keeps.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Context, Error, Result};
use crate::process;

/// The project on this machine.
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The project that this program was built from.
    pub fn find() -> Result<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.ancestors().nth(2).filter(|root| root.join("Cargo.toml").is_file());
        let root = root.ok_or_else(|| Error::new("the project's folder is gone; build xtask again"))?;
        Ok(Self { root: root.to_owned() })
    }

    /// The project's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the project.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// Where cargo builds.
    pub fn target(&self) -> PathBuf {
        match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => self.root.join(folder),
            None => self.root.join("target"),
        }
    }

    /// Flags for the compiler that keep the folders of this machine out of what is built.
    pub fn nobodys_paths(&self) -> Vec<String> {
        let home = |name: &str, below: &str| {
            let below = || Some(PathBuf::from(std::env::var_os("HOME")?).join(below));
            std::env::var_os(name).map(PathBuf::from).or_else(below)
        };
        let flag = |path: PathBuf, name: &str| format!("--remap-path-prefix={}={name}", path.display());
        let mut flags = vec![flag(self.root.clone(), "smarketing")];
        flags.extend(home("CARGO_HOME", ".cargo").map(|path| flag(path, "cargo")));
        flags.extend(home("RUSTUP_HOME", ".rustup").map(|path| flag(path, "rustup")));
        flags
    }

    /// A folder that outlives the clone, for what is dear to make and the same for every clone.
    pub fn cache() -> Result<PathBuf> {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let base = set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")));
        let base = base.ok_or_else(|| Error::new("neither XDG_CACHE_HOME nor HOME is set"))?;
        Ok(base.join("smarketing"))
    }

    /// The files that are in git, or that would be with the next `git add`, relative to the root.
    pub fn files(&self) -> Result<Vec<String>> {
        let mut git = Command::new("git");
        git.current_dir(&self.root).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        let listed = process::output(&mut git)?;
        let mut files: Vec<String> = listed.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
        // A file that was removed but not yet staged is still listed.
        files.retain(|name| self.path(name).is_file());
        files.sort();
        files.dedup();
        Ok(files)
    }

    /// The text of a file of the project, or nothing if it is not text.
    pub fn text(&self, inside: &str) -> Result<Option<String>> {
        let bytes = std::fs::read(self.path(inside)).context(|| format!("cannot read `{inside}`"))?;
        Ok(String::from_utf8(bytes).ok())
    }
}
