//! The way without rustup's server: Debian's compiler builds the standard library from Debian's source,
//! once for each compiler, into a folder of the user's cache.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::TARGET;
use crate::apt;
use crate::error::{Context, Error, Result, fail};
use crate::metadata::Metadata;
use crate::process;
use crate::workspace::Workspace;

/// The compiler.
pub const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
/// The source of the standard library.
pub const SOURCE: &str = "/usr/lib/rustlib/src/rust/library/std";

/// Changes when the way of building does, so that an old folder is not taken for a new one.
const RECIPE: &str = "v1";

/// Variables by which the toolchain in use would reach into Debian's.
const FOREIGN: [&str; 9] = [
    "RUSTFLAGS",
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_TARGET_DIR",
    "RUSTUP_TOOLCHAIN",
    "RUSTC_WRAPPER",
    "RUSTC_WORKSPACE_WRAPPER",
    "CARGO",
    "LD_LIBRARY_PATH",
];

/// Debian's cargo with Debian's compiler.
pub fn cargo() -> Command {
    let mut cargo = Command::new(CARGO);
    for name in FOREIGN {
        cargo.env_remove(name);
    }
    cargo.env("RUSTC", RUSTC).env("RUSTDOC", "/usr/bin/rustdoc");
    cargo
}

/// The folder with the standard library, and the linker, both made if need be.
pub fn install(workspace: &Workspace) -> Result<(PathBuf, String)> {
    let lowest = Metadata::read(workspace)?.core()?.rust_version.clone().unwrap_or_default();
    if !(Path::new(RUSTC).is_file() && Path::new(CARGO).is_file() && Path::new(SOURCE).is_dir()) {
        apt::update();
        // Before half a gigabyte comes down for nothing.
        new_enough(&offered()?, &lowest)?;
        apt::install(&["rustc-web", "cargo-web", "rust-web-src"])?;
    }
    let said = process::output(Command::new(RUSTC).arg("-vV"))?;
    let compiler = Compiler::parse(&said).ok_or_else(|| Error::new(format!("`{RUSTC} -vV` says nothing of itself")))?;
    new_enough(&compiler.release, &lowest)?;
    let linker = linker(&compiler)?;
    let sysroot =
        Workspace::cache()?.join("wasm-std").join(format!("{}-{}-{RECIPE}", compiler.release, compiler.commit));
    if !sysroot.join(".done").is_file() {
        build(&sysroot, &linker)?;
    }
    Ok((sysroot, linker))
}

/// What a compiler says of itself.
struct Compiler {
    release: String,
    commit: String,
    llvm: String,
}

impl Compiler {
    fn parse(said: &str) -> Option<Self> {
        let value =
            |key: &str| said.lines().find_map(|line| line.strip_prefix(key)).map(|value| value.trim().to_owned());
        let llvm = value("LLVM version:")?.split('.').next()?.to_owned();
        Some(Self { release: value("release:")?, commit: value("commit-hash:").unwrap_or_default(), llvm })
    }
}

/// The linker of the compiler's own LLVM, as Debian names it.
fn linker(compiler: &Compiler) -> Result<String> {
    let name = format!("wasm-ld-{}", compiler.llvm);
    let path = Path::new("/usr/bin").join(&name);
    if !path.exists() {
        apt::update();
        apt::install(&[&format!("lld-{}", compiler.llvm)])?;
    }
    if path.exists() { Ok(name) } else { Err(process::missing(&name, "to link for wasm")) }
}

fn new_enough(release: &str, lowest: &str) -> Result<()> {
    if version(release) < version(lowest) {
        return fail(format!("Debian has rustc {release}, and the project needs {lowest}"));
    }
    Ok(())
}

/// The version of the compiler that the package manager would install.
fn offered() -> Result<String> {
    let policy = process::output(Command::new("apt-cache").args(["policy", "rustc-web"]))?;
    candidate(&policy).ok_or_else(|| Error::new("the package manager offers no `rustc-web`"))
}

fn candidate(policy: &str) -> Option<String> {
    let version = policy.lines().find_map(|line| line.trim().strip_prefix("Candidate:"))?.trim();
    (version != "(none)").then(|| version.to_owned())
}

/// Builds an empty crate together with the standard library, and keeps the library.
fn build(sysroot: &Path, linker: &str) -> Result<()> {
    let bench = sysroot.with_extension(format!("building-{}", std::process::id()));
    let made = (|| {
        write(&bench.join("src/lib.rs"), "")?;
        let manifest = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n\
                        [profile.release]\nopt-level = \"s\"\npanic = \"abort\"\n";
        write(&bench.join("Cargo.toml"), manifest)?;
        let mut cargo = cargo();
        cargo.current_dir(&bench).env("RUSTC_BOOTSTRAP", "1");
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Cembed-bitcode=yes");
        cargo.args(["build", "--quiet", "--release", "-Zbuild-std=std,panic_abort", "--target-dir=t"]);
        process::run(cargo.args(["--target", TARGET]))?;
        collect(&bench.join("t").join(TARGET).join("release"), sysroot)
    })();
    // Left behind, it would only be clutter.
    let _ = fs::remove_dir_all(&bench);
    made
}

fn collect(built: &Path, sysroot: &Path) -> Result<()> {
    let mut libraries = Vec::new();
    find_libraries(built, &mut libraries);
    let library = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    if sysroot.exists() {
        fs::remove_dir_all(sysroot).context(|| format!("cannot clear `{}`", sysroot.display()))?;
    }
    fs::create_dir_all(&library).context(|| format!("cannot make `{}`", library.display()))?;
    let mut has_std = false;
    for path in libraries {
        let name = path.file_name().unwrap_or_default();
        has_std |= name.to_string_lossy().starts_with("libstd-");
        fs::copy(&path, library.join(name)).context(|| format!("cannot copy `{}`", path.display()))?;
    }
    if !has_std {
        return fail("cargo built no standard library");
    }
    write(&sysroot.join(".done"), "")
}

fn find_libraries(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            find_libraries(&path, found);
        } else if name.starts_with("lib") && name.ends_with(".rlib") && !name.starts_with("libempty") {
            found.push(path);
        }
    }
}

fn write(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .context(|| format!("cannot write `{}`", path.display()))
}

/// A version as numbers, so that 1.100 is above 1.90.
fn version(text: &str) -> Vec<u32> {
    text.split(['.', '-', '+', '~']).map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Compiler, candidate, version};

    #[test]
    fn a_compiler_says_what_it_is() {
        let said = "rustc 1.96.0 (abc)\nbinary: rustc\ncommit-hash: abcdef\nrelease: 1.96.0\nLLVM version: 22.1.3\n";
        let compiler = Compiler::parse(said).unwrap();
        assert_eq!((compiler.release.as_str(), compiler.llvm.as_str()), ("1.96.0", "22"));
        assert!(Compiler::parse("rustc").is_none());
    }

    #[test]
    fn the_offer_of_the_package_manager_is_read() {
        let policy = "rustc-web:\n  Installed: (none)\n  Candidate: 1.96.0+dfsg1-1\n  Version table:\n";
        assert_eq!(candidate(policy).as_deref(), Some("1.96.0+dfsg1-1"));
        assert_eq!(candidate("rustc-web:\n  Candidate: (none)\n"), None);
        assert_eq!(candidate(""), None);
    }

    #[test]
    fn versions_compare_by_number() {
        assert!(version("1.100.0") > version("1.90"));
        assert!(version("1.85.0+dfsg3") < version("1.90"));
    }
}
