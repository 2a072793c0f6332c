//! Scores a file of leads by an agreement: prints what a revenue team would read, and writes the scored file.
//!
//! ```sh
//! cargo run --release --example score_leads
//! cargo run --release --example score_leads -- --agreement my.toml --leads leads.csv --interactions interactions.csv
//! ```

mod job;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let terminal = io::stderr().is_terminal();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let done = job::run(&arguments, terminal, &mut out, &mut io::stderr().lock());
    match done.and_then(|()| out.flush().map_err(job::Failure::from)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.message.is_empty() {
                // Nobody may listen any more, and then there is nobody to tell.
                let _ = writeln!(io::stderr(), "{}", failure.message);
            }
            ExitCode::from(failure.code)
        }
    }
}
