//! Writes the JavaScript that loads a wasm file and calls it: `bindgen INPUT.wasm FOLDER NAME`.
#![forbid(unsafe_code)]

use std::error::Error;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{KnownCustom, Parser, Payload};

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<String>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:?}");
            ExitCode::FAILURE
        }
    }
}

fn run(given: &[String]) -> Result<(), Box<dyn Error>> {
    let [input, folder, name] = given else { return Err("bindgen INPUT.wasm FOLDER NAME".into()) };
    let bytes = std::fs::read(input).map_err(|error| format!("cannot read `{input}`: {error}"))?;
    let mut bindgen = Bindgen::new();
    // The package says itself where its wasm file lies, differently in node and in a browser.
    bindgen.input_bytes(name, without_notes(&bytes)?).typescript(true).omit_default_module_path(true);
    // The names say later which functions go into which file.
    bindgen.remove_name_section(false).remove_producers_section(true);
    Ok(bindgen.web(true)?.generate(folder)?)
}

/// The file without the linker's notes, which are wrong once anything in it has moved.
fn without_notes(bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut kept = Vec::with_capacity(bytes.len());
    let mut done = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload?;
        let end = match &payload {
            Payload::Version { range, .. } => range.end,
            other => other.as_section().map_or(done, |(_, range)| range.end),
        };
        let is_note = matches!(&payload, Payload::CustomSection(custom)
            if matches!(custom.as_known(), KnownCustom::Linking(_) | KnownCustom::Reloc(_)));
        if !is_note {
            kept.extend_from_slice(bytes.get(done..end).unwrap_or_default());
        }
        done = end;
    }
    Ok(kept)
}
