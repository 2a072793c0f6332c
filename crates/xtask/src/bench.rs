//! Instruction counts: what one iteration of an example costs, without the noise of a clock.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::arguments::{Arguments, number};
use crate::error::{Context, Error, Result, fail};
use crate::process;
use crate::workspace::Workspace;

/// `cargo xtask bench`.
pub fn chore(mut arguments: Arguments) -> Result<()> {
    match arguments.word().as_deref() {
        Some("instructions") => instructions(arguments),
        Some(other) => fail(format!("there is no bench `{other}`; there is `instructions`")),
        None => fail("which bench? There is `instructions`"),
    }
}

/// Runs the example twice under callgrind. The difference leaves out what both runs share: start,
/// preparation and end. The example takes `--iterations N`.
fn instructions(mut arguments: Arguments) -> Result<()> {
    let example = arguments.option("--example")?;
    let example = example.ok_or_else(|| Error::new("`--example NAME` is missing"))?;
    let package = arguments.option("--package")?.unwrap_or_else(|| "smarketing".to_owned());
    let counts = arguments.options("--iterations")?;
    let extra = arguments.rest();
    arguments.finish()?;
    let [few, many] = counts.as_slice() else {
        return fail("`--iterations` is needed twice: a few and many");
    };
    let (few, many) = (number("--iterations", few)?, number("--iterations", many)?);
    if few >= many {
        return fail(format!("the second `--iterations` must be the larger one, and {many} is not above {few}"));
    }
    if !process::succeeds(Command::new("valgrind").arg("--version")) {
        println!("SKIPPED: {}", process::missing("valgrind", "to count instructions"));
        return Ok(());
    }

    let workspace = Workspace::find()?;
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root());
    process::run(cargo.args(["build", "--release", "--all-features", "--package", &package, "--example", &example]))?;
    let program = workspace.target().join("release/examples").join(&example);
    let folder = workspace.target().join("callgrind");
    fs::create_dir_all(&folder).context(|| format!("cannot make `{}`", folder.display()))?;

    let mut totals = Vec::new();
    for count in [few, many] {
        let out = folder.join(format!("{example}.{count}.out"));
        totals.push(count_instructions(&workspace, &program, count, &extra, &out)?);
    }
    let [first, second] = totals.as_slice() else { return fail("callgrind ran, but not twice") };
    println!("{example}: {first} instructions for {few} iterations, {second} for {many}");
    println!("{example}: {} instructions per iteration", per_iteration((*first, *second), (few, many))?);
    Ok(())
}

fn count_instructions(workspace: &Workspace, program: &Path, count: u64, extra: &[String], out: &Path) -> Result<u64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.current_dir(workspace.root()).args(["--tool=callgrind", "--quiet"]);
    valgrind.arg(format!("--callgrind-out-file={}", out.display())).arg(program);
    valgrind.args(["--iterations", &count.to_string()]).args(extra);
    process::run(&mut valgrind)?;
    let text = fs::read_to_string(out).context(|| format!("cannot read `{}`", out.display()))?;
    total(&text).ok_or_else(|| Error::new(format!("`{}` holds no total", out.display())))
}

/// The sum that callgrind writes into its file as `summary:` or, in newer versions, `totals:`.
fn total(text: &str) -> Option<u64> {
    let sums = text.lines().filter_map(|line| line.strip_prefix("totals:").or_else(|| line.strip_prefix("summary:")));
    sums.filter_map(|sum| sum.split_whitespace().next()?.parse().ok()).next_back()
}

/// The cost of one iteration with one decimal, by whole numbers.
fn per_iteration(totals: (u64, u64), counts: (u64, u64)) -> Result<String> {
    let more = totals.1.checked_sub(totals.0);
    let more =
        more.ok_or_else(|| Error::new("more iterations took fewer instructions; does the example use the count?"))?;
    let tenths = u128::from(more) * 10 / u128::from(counts.1 - counts.0);
    Ok(format!("{}.{}", tenths / 10, tenths % 10))
}

#[cfg(test)]
mod tests {
    use super::{per_iteration, total};

    #[test]
    fn the_total_is_found() {
        assert_eq!(total("version: 1\nevents: Ir\nfn=(1)\n12 34\ntotals: 123456\n"), Some(123_456));
        assert_eq!(total("summary: 99 3\n"), Some(99));
        assert_eq!(total("events: Ir\n"), None);
    }

    #[test]
    fn what_both_runs_share_is_left_out() {
        assert_eq!(per_iteration((1_000, 3_505), (10, 20)).unwrap(), "250.5");
        assert!(per_iteration((2, 1), (1, 2)).is_err());
    }
}
