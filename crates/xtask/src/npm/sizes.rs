//! How large the wasm files are, what each part of them costs, and how large the first may be.

use std::fmt::Write as _;

use super::build::{Built, Variant, variant};
use super::{FOLDER, Node};
use crate::error::{Context, Result, fail};
use crate::wasm::{Library, Toolchain};
use crate::workspace::Workspace;

/// The most that the file which a page loads first may be, gzipped.
struct Limit {
    what: &'static str,
    most: u64,
}

const FULL: Limit = Limit { what: "with TOML and zones", most: 450_000 };
const WITHOUT_ZONES: Limit = Limit { what: "without zones", most: 330_000 };

/// How the sizes stand, in words; an error when a first file is larger than it may be.
pub fn judged(full: &Built, without_zones: &Built) -> Result<String> {
    let pairs = [(FULL, full), (WITHOUT_ZONES, without_zones)];
    let said = pairs.map(|(limit, built)| {
        let (scoring, rest, most) = (kilobytes(built.scoring), kilobytes(built.rest), kilobytes(limit.most));
        (built.scoring > limit.most, format!("{} {scoring} KB of {most}, and {rest} the rest", limit.what))
    });
    let text = said.each_ref().map(|(_, text)| text.as_str()).join("; ");
    if full.library == Library::AsItComes {
        return Ok(format!("{text}; not judged, as the standard library could not be built for size"));
    }
    if said.iter().any(|(over, _)| *over) { fail(format!("a wasm file is too large: {text}")) } else { Ok(text) }
}

/// Builds every choice of features and writes the table.
pub fn table(workspace: &Workspace, toolchain: &Toolchain, node: &Node) -> Result<()> {
    let built = |choice: &Variant| variant(workspace, toolchain, node, choice);
    let (full, zoneless) = (built(&Variant::FULL)?, built(&Variant::WITHOUT_ZONES)?);
    let (tomlless, bare) = (built(&Variant::WITHOUT_TOML)?, built(&Variant::BARE)?);
    let text = written(&full, &zoneless, &tomlless, &bare) + &by_module(&full)?;
    let path = workspace.path(FOLDER).join("sizes.md");
    std::fs::write(&path, &text).context(|| format!("cannot write `{}`", path.display()))?;
    println!("{text}");
    Ok(())
}

fn written(full: &Built, zoneless: &Built, tomlless: &Built, bare: &Built) -> String {
    let mut text = String::from(
        "# How large the wasm files are\n\nWritten by `cargo xtask npm --sizes`. KB are 1,000 bytes, gzipped at level 9. The first file reads agreements\n\
         and scores leads; it is all that a page needs for that. The rest has every other function, and joins it when it is loaded.\n\n\
         | what is built | first file | at most | the rest | both |\n| --- | ---: | ---: | ---: | ---: |\n",
    );
    for (what, built, most) in [
        ("with TOML and zones (what is shipped)", full, Some(FULL.most)),
        ("without zones", zoneless, Some(WITHOUT_ZONES.most)),
        ("without TOML", tomlless, None),
        ("without either", bare, None),
    ] {
        let (scoring, rest, both) = (built.scoring, built.rest, built.scoring + built.rest);
        let most = most.map(kilobytes).unwrap_or_default();
        let _ =
            writeln!(text, "| {what} | {} | {most} | {} | {} |", kilobytes(scoring), kilobytes(rest), kilobytes(both));
    }
    text.push_str("\n| part of the first file | KB gzipped |\n| --- | ---: |\n");
    for (what, with, without) in [("agreements from TOML", full, tomlless), ("the time zones", full, zoneless)] {
        let _ = writeln!(text, "| {what} | {} |", kilobytes(with.scoring.saturating_sub(without.scoring)));
    }
    let _ = writeln!(text, "| everything else | {} |", kilobytes(bare.scoring));
    text
}

/// Which modules the code comes from.
pub fn by_module(full: &Built) -> Result<String> {
    let table = super::modules::table(&full.folder)?;
    Ok(format!(
        "\n## By module\n\nThe code of both files by the core's modules and by crates, in KB before they are optimised once more and gzipped (about two fifths of it stay). \
         What is made for a type of a module, such as writing it as JSON, counts for that module, wherever it stands.\n\n{table}"
    ))
}

/// Thousands of bytes, to one decimal.
pub fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{FULL, WITHOUT_ZONES, judged, kilobytes};
    use crate::npm::Built;
    use crate::wasm::Library;

    fn built(scoring: u64, library: Library) -> Built {
        Built { folder: PathBuf::new(), scoring, rest: 1_000, library }
    }

    #[test]
    fn what_is_too_large_is_said() {
        let small = |scoring| built(scoring, Library::Small);
        let said = judged(&small(FULL.most), &small(WITHOUT_ZONES.most)).unwrap();
        assert!(said.starts_with("with TOML and zones 450.0 KB of 450.0, and 1.0 the rest; without zones 330.0 KB"));
        assert!(judged(&small(FULL.most + 1), &small(1)).is_err());
        assert!(judged(&small(1), &small(WITHOUT_ZONES.most + 1)).is_err());
        let as_it_comes = built(FULL.most + 1, Library::AsItComes);
        assert!(judged(&as_it_comes, &as_it_comes).unwrap().contains("not judged"));
    }

    #[test]
    fn kilobytes_are_rounded() {
        assert_eq!(kilobytes(1_049), "1.0");
        assert_eq!(kilobytes(1_050), "1.1");
    }
}
