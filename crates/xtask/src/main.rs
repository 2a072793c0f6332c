//! One door for every chore: `cargo xtask test`, `generate`, `python`, `wasm`, `npm`, `bench`.
#![forbid(unsafe_code)]

mod apt;
mod arguments;
mod bench;
mod email_lists;
mod error;
mod generate;
mod metadata;
mod npm;
mod process;
mod python;
mod test;
mod wasm;
mod wheel;
mod workspace;

use std::process::ExitCode;

use arguments::Arguments;
use error::{Result, fail};

const HELP: &str = "\
cargo xtask CHORE [OPTIONS]

  test      run every check of the project, as CI does
              --list         name the steps and stop
              --only STEP    run this step alone; may be given more than once
              --slow         run the slow steps too
  generate  write the files that the project derives and ships
              [NAME]         this generator alone; those that need the network run only when named
              --check        write nothing; fail if a file is not what its generator gives
              --seed N       another seed than the one of the shipped files
              --into DIR     write below DIR instead of the project
              --list         name the generators and stop
  python    build the wheel of the Python package into target/wheels
  wasm      build the core for wasm32-unknown-unknown and print its size
              --via rustup|debian   only this way of getting the standard library
  npm       build the npm package: two wasm files, optimised, and the JavaScript that loads them
              --via rustup|debian   only this way of getting the standard library
              --sizes               measure what each part costs, too, and write the table
              --modules             print which modules their code comes from
  bench     instructions --example NAME --iterations A --iterations B [--package PACKAGE] [-- ARGUMENTS]
              instructions per iteration of an example, from two runs under callgrind";

fn main() -> ExitCode {
    let mut given = std::env::args().skip(1);
    let chore = given.next().unwrap_or_default();
    let arguments = Arguments::new(given);
    let done = match chore.as_str() {
        "test" => test::chore(arguments),
        "generate" => generate::chore(arguments),
        "python" => wheel::chore(arguments),
        "wasm" => wasm::chore(arguments),
        "npm" => npm::chore(arguments),
        "bench" => bench::chore(arguments),
        "" | "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => unknown(other),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn unknown(chore: &str) -> Result<()> {
    fail(format!("there is no chore `{chore}`\n\n{HELP}"))
}
