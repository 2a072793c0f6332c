//! One door for every chore of the project.

fn main() {
    println!("cargo xtask test | generate");
}
