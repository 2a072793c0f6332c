//! Writes the JavaScript that loads a wasm file and calls it: `bindgen INPUT.wasm FOLDER NAME`.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [input, folder, name] = given.as_slice() else {
        eprintln!("bindgen INPUT.wasm FOLDER NAME");
        return ExitCode::FAILURE;
    };
    let mut bindgen = Bindgen::new();
    // The package says itself where its wasm file lies, differently in node and in a browser.
    bindgen.input_path(input).out_name(name).typescript(true).omit_default_module_path(true);
    // The names say later which functions go into which file.
    bindgen.remove_name_section(false).remove_producers_section(true);
    match bindgen.web(true).and_then(|bindgen| bindgen.generate(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:?}");
            ExitCode::FAILURE
        }
    }
}
