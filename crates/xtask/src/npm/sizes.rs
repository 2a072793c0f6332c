//! How large the wasm file is, what each part of it costs, and how large it may be.

use std::fmt::Write as _;

use super::build::{Built, Variant, variant};
use super::{FOLDER, Node};
use crate::error::{Context, Result, fail};
use crate::wasm::Toolchain;
use crate::workspace::Workspace;

/// What is agreed of a file: the most that it should be, gzipped, and what it must not outgrow until it is.
struct Limit {
    what: &'static str,
    goal: u64,
    most: u64,
}

const FULL: Limit = Limit { what: "with TOML and zones", goal: 450_000, most: 830_000 };
const WITHOUT_ZONES: Limit = Limit { what: "without zones", goal: 330_000, most: 730_000 };

/// How the two sizes stand, in words; an error when one has outgrown what it may be for now.
pub fn judged(full: u64, without_zones: u64) -> Result<String> {
    let pairs = [(FULL, full), (WITHOUT_ZONES, without_zones)];
    let over: Vec<String> = pairs
        .iter()
        .filter(|(limit, bytes)| bytes > &limit.most)
        .map(|(limit, bytes)| format!("{}: {} KB, at most {}", limit.what, kilobytes(*bytes), kilobytes(limit.most)))
        .collect();
    if !over.is_empty() {
        return fail(format!("the gzipped wasm file has grown: {}", over.join("; ")));
    }
    let each = pairs.iter().map(|(limit, bytes)| {
        let missed = if *bytes > limit.goal { ": MISSED" } else { "" };
        format!("{} {} KB (goal {}{missed})", limit.what, kilobytes(*bytes), kilobytes(limit.goal))
    });
    Ok(each.collect::<Vec<_>>().join(", "))
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
         | file | bytes | KB gzipped | goal |\n| --- | ---: | ---: | ---: |\n",
    );
    for (what, built, goal) in [
        ("with TOML and zones (what is shipped)", full, Some(FULL.goal)),
        ("without zones", zoneless, Some(WITHOUT_ZONES.goal)),
        ("without TOML", tomlless, None),
        ("without either", bare, None),
    ] {
        let goal = goal
            .map(|goal| if built.gzipped > goal { format!("{}, missed", kilobytes(goal)) } else { kilobytes(goal) });
        let goal = goal.unwrap_or_default();
        let _ = writeln!(text, "| {what} | {} | {} | {goal} |", built.bytes, kilobytes(built.gzipped));
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
    use super::{FULL, WITHOUT_ZONES, judged, kilobytes};

    #[test]
    fn what_is_too_large_is_said() {
        assert!(!judged(FULL.goal, WITHOUT_ZONES.goal).unwrap().contains("MISSED"));
        assert!(judged(FULL.goal + 1, 1).unwrap().contains("with TOML and zones 450.0 KB (goal 450.0: MISSED)"));
        assert!(judged(FULL.most + 1, 1).unwrap_err().to_string().contains("with TOML and zones"));
        assert!(judged(1, WITHOUT_ZONES.most + 1).unwrap_err().to_string().contains("without zones"));
    }

    #[test]
    fn kilobytes_are_rounded() {
        assert_eq!(kilobytes(1_049), "1.0");
        assert_eq!(kilobytes(1_050), "1.1");
    }
}
