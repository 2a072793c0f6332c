use smarketing::*;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    match Agreement::from_toml(&text) {
        Ok(a) => {
            for e in &a.document().examples {
                let r = a.assess(&e.lead, &e.interactions, e.as_of);
                println!("{}", r.to_json());
            }
        }
        Err(e) => println!("{e}"),
    }
}
