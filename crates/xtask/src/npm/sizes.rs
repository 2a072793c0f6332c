//! How large the wasm file is, what each part of it costs, and how large it may be.

use std::fmt::Write as _;

use super::build::{Built, Variant, variant};
use super::{FOLDER, Node};
use crate::error::{Context, Result};
use crate::wasm::Toolchain;
use crate::workspace::Workspace;

/// The most, gzipped, of the file that is shipped, and of one without the zones.
const FULL: u64 = 450_000;
const WITHOUT_ZONES: u64 = 330_000;

/// What is too large, in words.
pub fn over(full: u64, without_zones: u64) -> Option<String> {
    let parts = [("with TOML and zones", full, FULL), ("without zones", without_zones, WITHOUT_ZONES)];
    let over: Vec<String> = parts
        .iter()
        .filter(|(_, bytes, most)| bytes > most)
        .map(|(what, bytes, most)| format!("{what}: {} KB gzipped, at most {}", kilobytes(*bytes), kilobytes(*most)))
        .collect();
    (!over.is_empty()).then(|| over.join("; "))
}

/// Builds every choice of features and writes the table.
pub fn table(workspace: &Workspace, toolchain: &Toolchain, node: &Node) -> Result<()> {
    let built = |choice: &Variant| variant(workspace, toolchain, node, choice);
    let (full, zoneless) = (built(&Variant::FULL)?, built(&Variant::WITHOUT_ZONES)?);
    let (tomlless, bare) = (built(&Variant::WITHOUT_TOML)?, built(&Variant::BARE)?);
    let text = written(&full, &zoneless, &tomlless, &bare);
    let path = workspace.path(FOLDER).join("sizes.md");
    std::fs::write(&path, &text).context(|| format!("cannot write `{}`", path.display()))?;
    println!("{text}");
    Ok(())
}

fn written(full: &Built, zoneless: &Built, tomlless: &Built, bare: &Built) -> String {
    let mut text = String::from(
        "# How large the wasm file is\n\nWritten by `cargo xtask npm --sizes`. KB are 1,000 bytes, gzipped at level 9.\n\n\
         | file | bytes | KB gzipped | at most |\n| --- | ---: | ---: | ---: |\n",
    );
    for (what, built, most) in [
        ("with TOML and zones (what is shipped)", full, Some(FULL)),
        ("without zones", zoneless, Some(WITHOUT_ZONES)),
        ("without TOML", tomlless, None),
        ("without either", bare, None),
    ] {
        let most = most.map(kilobytes).unwrap_or_default();
        let _ = writeln!(text, "| {what} | {} | {} | {most} |", built.bytes, kilobytes(built.gzipped));
    }
    text.push_str("\n| part | KB gzipped |\n| --- | ---: |\n");
    for (what, with, without) in [("agreements from TOML", full, tomlless), ("the time zones", full, zoneless)] {
        let _ = writeln!(text, "| {what} | {} |", kilobytes(with.gzipped.saturating_sub(without.gzipped)));
    }
    let _ = writeln!(text, "| everything else | {} |", kilobytes(bare.gzipped));
    text
}

/// Thousands of bytes, to one decimal.
pub fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::{kilobytes, over};

    #[test]
    fn what_is_too_large_is_said() {
        assert_eq!(over(450_000, 330_000), None);
        assert_eq!(over(450_100, 1).unwrap(), "with TOML and zones: 450.1 KB gzipped, at most 450.0");
        assert!(over(1, 330_001).unwrap().starts_with("without zones"));
    }

    #[test]
    fn kilobytes_are_rounded() {
        assert_eq!(kilobytes(1_049), "1.0");
        assert_eq!(kilobytes(1_050), "1.1");
    }
}
