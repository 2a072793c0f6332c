//! One door for every chore of the project.

mod email_lists;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["generate", "email-lists"] => {
            let core = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../smarketing");
            email_lists::generate(&core.join("src/vocabulary/lists"))
        }
        _ => {
            println!("cargo xtask test | generate email-lists");
            Ok(())
        }
    }
}
