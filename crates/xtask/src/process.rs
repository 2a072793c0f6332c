//! Other programs: run one and show its output, or take its output, never with an input.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::error::{Context, Error, Result, fail};

/// How often a program with a time limit is looked at.
const GLANCE: Duration = Duration::from_millis(100);

/// The cargo that runs this chore.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Shows the command and runs it with its output on the terminal; fails if it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    println!("$ {line}");
    let status = command.stdin(Stdio::null()).status().context(|| format!("cannot run `{line}`"))?;
    if status.success() { Ok(()) } else { fail(format!("`{line}` failed ({status})")) }
}

/// Runs the command and gives what it wrote to its standard output; fails if it fails.
pub fn output(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = finish(command)?;
    if !output.status.success() {
        return fail(format!("`{line}` failed ({}){}", output.status, tail(&output.stderr)));
    }
    String::from_utf8(output.stdout).context(|| format!("the output of `{line}`"))
}

/// Whether the command can be run and ends well; what it writes is not shown.
pub fn succeeds(command: &mut Command) -> bool {
    finish(command).is_ok_and(|output| output.status.success())
}

/// Runs the command silently for at most so many seconds.
pub fn run_within(command: &mut Command, seconds: u64) -> Result<()> {
    let line = line(command);
    println!("$ {line}");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().context(|| format!("cannot run `{line}`"))?;
    for _ in 0..seconds.saturating_mul(10) {
        if let Some(status) = child.try_wait().context(|| format!("waiting for `{line}`"))? {
            return if status.success() { Ok(()) } else { fail(format!("`{line}` failed ({status})")) };
        }
        sleep(GLANCE);
    }
    // The program may end between the last glance and this, so neither call can be relied on.
    let _ = child.kill();
    let _ = child.wait();
    fail(format!("`{line}` did not end within {seconds} s"))
}

fn finish(command: &mut Command) -> Result<Output> {
    let line = line(command);
    command.stdin(Stdio::null()).output().context(|| format!("cannot run `{line}`"))
}

/// The last lines of what a program said about its failure.
fn tail(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    let lines: Vec<&str> = text.trim().lines().collect();
    let mut said = String::new();
    for line in lines.iter().skip(lines.len().saturating_sub(12)) {
        let _ = write!(said, "\n  {line}");
    }
    said
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let program = program.file_name().unwrap_or(OsStr::new("")).to_string_lossy();
    let words = command.get_args().map(|word| format!(" {}", word.to_string_lossy()));
    program.chars().chain(words.collect::<String>().chars()).collect()
}

/// An error for a program that is not there.
pub fn missing(program: &str, what_for: &str) -> Error {
    Error::new(format!("`{program}` is not installed; it is needed {what_for}"))
}

#[cfg(test)]
mod tests {
    use super::{line, output, run_within, succeeds, tail};
    use std::process::Command;

    #[test]
    fn a_command_reads_as_typed() {
        assert_eq!(line(Command::new("/usr/bin/cargo").args(["test", "--doc"])), "cargo test --doc");
    }

    #[test]
    fn a_program_that_is_not_there_is_an_error() {
        let mut command = Command::new("no-such-program-here");
        assert!(!succeeds(&mut command));
        assert!(output(&mut command).unwrap_err().to_string().starts_with("cannot run `no-such-program-here`"));
        assert!(run_within(&mut command, 1).is_err());
    }

    #[test]
    fn only_the_end_of_a_long_complaint_is_repeated() {
        let said: String = (0..40).map(|n| format!("line {n}\n")).collect();
        assert_eq!(tail(said.as_bytes()).trim().lines().count(), 12);
        assert_eq!(tail(b""), "");
    }
}
