//! `cargo xtask test`: every check of the project in order, each named and timed, with a table at the end.

mod bindings;
mod dependencies;
mod documentation;
mod examples;
mod features;
mod generated;
mod golden;
mod licences;
mod links;
mod npm;
mod python;
mod report;
mod style;
mod suites;
mod surface;
mod tree;
mod wasm;

use std::time::Duration;

use crate::arguments::Arguments;
use crate::error::{Result, fail};
use crate::workspace::Workspace;
use report::{Line, Outcome};

/// How a step ended when it did not fail.
pub enum Done {
    /// It passed, and this is worth knowing; often nothing is.
    Passed(String),
    /// It was not run, and this is why.
    Skipped(String),
}

impl Done {
    /// Passed, without more to say.
    fn passed() -> Result<Self> {
        Ok(Self::Passed(String::new()))
    }
}

/// One check. A failure is an error that says what to do.
struct Step {
    name: &'static str,
    about: &'static str,
    /// Runs only with `--slow`.
    slow: bool,
    run: fn(&Workspace) -> Result<Done>,
}

const fn step(name: &'static str, about: &'static str, run: fn(&Workspace) -> Result<Done>) -> Step {
    Step { name, about, slow: false, run }
}

const fn slow(name: &'static str, about: &'static str, run: fn(&Workspace) -> Result<Done>) -> Step {
    Step { name, about, slow: true, run }
}

/// The steps in order: what is quick and what fails most often comes first.
const STEPS: &[Step] = &[
    step("format", "rustfmt would change nothing", style::format),
    step("top-level", "only the agreed names lie at the top", tree::top_level),
    step("file-lengths", "source files are short and say what they are for", tree::file_lengths),
    step("machine-paths", "no file names a folder of somebody's machine", tree::machine_paths),
    step("surface", "every public function of the core is there in every language, or says why not", surface::whole),
    step("links", "the links between pages of Markdown lead somewhere", links::lead_somewhere),
    step("bindings", "the functions of the bindings are thin", bindings::thin),
    step("licences", "all dependencies may be used commercially and come from crates.io", licences::licences),
    step("dependencies", "the core stands on few crates", dependencies::count),
    step("spelling", "typos finds none", style::spelling),
    step("generated", "the generated files are current", generated::current),
    step("lints", "clippy has nothing to say", style::lints),
    step("tests", "the test suites of the workspace", suites::tests),
    step("shared-data", "the tests that need data which lie beside the repository", suites::shared_data),
    step("doctests", "the examples in the documentation run", suites::doctests),
    step("examples", "the core's examples build and run", examples::examples),
    step("features", "the core builds without features and with each alone", features::each_alone),
    step("documentation", "the documentation builds without warnings", documentation::builds),
    step("wasm", "the core builds for wasm32-unknown-unknown", wasm::builds),
    step("python", "the Python package: wheel, lints, types, stubs, tests, notebooks", python::package),
    step("wasm-size", "the npm package's wasm files are built, and no larger than agreed", npm::size),
    step("javascript", "the npm package: types, tests in node and in a fresh project", npm::package),
    step("browser", "the npm package in a browser", npm::browser),
    step("benches", "the benches run, once each", suites::benches),
    slow("wasm-debian", "the same with a standard library built from Debian's source", wasm::builds_with_debian),
];

/// `cargo xtask test`.
pub fn chore(mut arguments: Arguments) -> Result<()> {
    let list = arguments.flag("--list");
    let with_slow = arguments.flag("--slow");
    let only = arguments.options("--only")?;
    arguments.finish()?;
    if list {
        for step in STEPS {
            println!("{:<14} {}{}", step.name, step.about, if step.slow { " (slow)" } else { "" });
        }
        return Ok(());
    }
    if let Some(name) = only.iter().find(|name| STEPS.iter().all(|step| step.name != name.as_str())) {
        return fail(format!("there is no step `{name}`; `cargo xtask test --list` names them"));
    }

    let workspace = Workspace::find()?;
    let mut lines = Vec::new();
    for step in STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|name| name == step.name)) {
        // Who names a slow step wants it.
        let wanted = !step.slow || with_slow || !only.is_empty();
        lines.push(if wanted { run(step, &workspace) } else { Line::skipped(step.name, "slow; `--slow` runs it") });
    }
    println!("\n{}", report::table(&lines));
    println!("{}", report::closing(&lines));
    // The closing line must be the last, also for who reads both streams together.
    if lines.iter().all(|line| line.outcome != Outcome::Failed) { Ok(()) } else { std::process::exit(1) }
}

fn run(step: &Step, workspace: &Workspace) -> Line {
    println!("\n== {}: {}", step.name, step.about);
    let (done, took) = timed(|| (step.run)(workspace));
    let (outcome, note) = match done {
        Ok(Done::Passed(note)) => (Outcome::Passed, note),
        Ok(Done::Skipped(reason)) => (Outcome::Skipped, reason),
        Err(error) => (Outcome::Failed, error.to_string()),
    };
    let line = Line { name: step.name, outcome, took, note };
    println!("{}", report::spoken(&line));
    line
}

#[expect(clippy::disallowed_methods, reason = "the library may not look at a clock, its chores may")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = std::time::Instant::now();
    let done = work();
    (done, start.elapsed())
}

#[cfg(test)]
mod tests {
    use super::STEPS;

    #[test]
    fn every_step_has_a_name_of_its_own() {
        for (place, step) in STEPS.iter().enumerate() {
            assert!(STEPS.iter().skip(place + 1).all(|other| other.name != step.name), "{}", step.name);
        }
    }
}
