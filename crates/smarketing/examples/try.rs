use smarketing::*;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    for f in check_toml(&text, None) {
        println!("{f}");
    }
    match Agreement::from_toml(&text) {
        Ok(a) => {
            for e in &a.document().examples {
                let b = a.bind(&e.lead, &e.interactions);
                let r = b.assess(e.as_of);
                println!("{}", r.to_json());
                println!("bounds {:?}", b.bounds(e.as_of));
                for q in b.questions(e.as_of) {
                    println!("Q {} {} {}", q.field, q.settles, q.width);
                    for a in q.answers {
                        println!("   {} -> {} {:?} {}", a.value, a.score, a.bounds, a.stage)
                    }
                }
                for q in b.what_would_it_take(None, e.as_of) {
                    println!("T {:?}", q);
                }
            }
        }
        Err(_) => println!("no agreement"),
    }
}
