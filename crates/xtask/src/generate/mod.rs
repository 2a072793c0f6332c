//! `cargo xtask generate`: the files that the project derives and ships, each from its generator.

pub mod functions;
mod javascript;
mod leads;
mod python;
pub mod reference;
mod schema;
mod types;

use std::path::{Path, PathBuf};

use crate::arguments::{Arguments, number};
use crate::error::{Context, Result, fail};
use crate::workspace::Workspace;

/// One file that a generator makes.
pub struct File {
    /// Its place in the project.
    pub path: &'static str,
    /// All of it.
    pub text: String,
}

/// What a generator may be told.
#[derive(Default)]
pub struct Options {
    /// Another seed than the one of the shipped files.
    pub seed: Option<u64>,
}

/// A generator of files that the project ships.
struct Generator {
    name: &'static str,
    about: &'static str,
    make: Make,
}

/// How a generator comes to its files.
#[derive(Clone, Copy)]
enum Make {
    /// By computing: the same options give the same bytes, so that the shipped files can be checked.
    Computed(fn(&Options) -> Result<Vec<File>>),
    /// By fetching what it derives from, and writing by itself: runs only when named, and is never checked.
    Fetched(fn(&Workspace) -> Result<()>),
}

const GENERATORS: &[Generator] = &[
    Generator {
        name: "functions",
        about: "the table of public functions in bindings/README.md",
        make: Make::Computed(functions::make),
    },
    Generator {
        name: "leads",
        about: "the sample leads and their interactions, for the examples",
        make: Make::Computed(leads::make),
    },
    Generator {
        name: "schema",
        about: "the JSON Schemas of documents and of all types that cross the border",
        make: Make::Computed(schema::make),
    },
    Generator {
        name: "python",
        about: "the functions and methods of the Python package, from the core's list",
        make: Make::Computed(python::make),
    },
    Generator {
        name: "javascript",
        about: "the functions of the npm package, from the core's list of functions",
        make: Make::Computed(javascript::make),
    },
    Generator {
        name: "reference",
        about: "the reference in docs/reference: every key of an agreement, every finding, every word",
        make: Make::Computed(reference::make),
    },
    Generator {
        name: "types",
        about: "the types that cross the border, for TypeScript and Python",
        make: Make::Computed(types::make),
    },
    Generator {
        name: "email-lists",
        about: "the free and disposable e-mail domains, from licensed packages",
        make: Make::Fetched(email_lists),
    },
];

fn email_lists(workspace: &Workspace) -> Result<()> {
    let lists = workspace.path("crates/smarketing/src/vocabulary/lists");
    crate::email_lists::generate(&lists).context(|| "email-lists".to_owned())
}

impl Generator {
    fn is_computed(&self) -> bool {
        matches!(self.make, Make::Computed(_))
    }
}

/// `cargo xtask generate`.
pub fn chore(mut arguments: Arguments) -> Result<()> {
    let list = arguments.flag("--list");
    let only_check = arguments.flag("--check");
    let seed = arguments.option("--seed")?.map(|seed| number("--seed", &seed)).transpose()?;
    let into = arguments.option("--into")?.map(PathBuf::from);
    let name = arguments.word();
    arguments.finish()?;
    let workspace = Workspace::find()?;
    if list {
        for generator in GENERATORS {
            let network = if generator.is_computed() { "" } else { " (needs the network)" };
            println!("{:<14} {}{network}", generator.name, generator.about);
        }
        return Ok(());
    }
    if only_check {
        if name.is_some() || seed.is_some() || into.is_some() {
            return fail("`--check` compares all shipped files, and takes no name, seed or folder");
        }
        println!("{}", check(&workspace)?);
        return Ok(());
    }
    let options = Options { seed };
    let told = seed.is_some() || into.is_some();
    for generator in chosen(name.as_deref())? {
        let files = match generator.make {
            Make::Computed(make) => make(&options)?,
            Make::Fetched(_) if told => {
                return fail(format!("`{}` takes neither a seed nor a folder", generator.name));
            }
            Make::Fetched(make) => {
                make(&workspace)?;
                continue;
            }
        };
        for file in files {
            let path = into.as_deref().unwrap_or(workspace.root()).join(file.path);
            write(&path, &file.text)?;
            println!("{}: {} ({} KiB)", generator.name, file.path, file.text.len().div_ceil(1024));
        }
    }
    Ok(())
}

/// The generators that run: the named one, or all that need no network.
fn chosen(name: Option<&str>) -> Result<Vec<&'static Generator>> {
    let chosen: Vec<&Generator> = match name {
        Some(name) => GENERATORS.iter().filter(|generator| generator.name == name).collect(),
        None => GENERATORS.iter().filter(|generator| generator.is_computed()).collect(),
    };
    match name {
        Some(name) if chosen.is_empty() => {
            fail(format!("there is no generator `{name}`; `cargo xtask generate --list` names them"))
        }
        _ => Ok(chosen),
    }
}

/// Compares the shipped files with what their generators give, and says how many there are.
pub fn check(workspace: &Workspace) -> Result<String> {
    let mut wrong = Vec::new();
    let mut count = 0;
    for generator in chosen(None)? {
        let Make::Computed(make) = generator.make else { continue };
        for file in make(&Options::default())? {
            count += 1;
            let shipped = workspace.path(file.path);
            let difference = match std::fs::read_to_string(&shipped) {
                Ok(text) => difference(&text, &file.text),
                Err(error) => Some(error.to_string()),
            };
            if let Some(difference) = difference {
                let again = format!("`cargo xtask generate {}` writes it anew", generator.name);
                wrong.push(format!("{}: {difference}; {again}", file.path));
            }
        }
    }
    if wrong.is_empty() { Ok(format!("{count} files are current")) } else { fail(wrong.join("\n")) }
}

/// Where two texts part.
fn difference(shipped: &str, generated: &str) -> Option<String> {
    if shipped == generated {
        return None;
    }
    let same = shipped.split('\n').zip(generated.split('\n')).take_while(|(left, right)| left == right).count();
    Some(format!("line {} is not what the generator gives", same + 1))
}

fn write(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, text));
    written.context(|| format!("cannot write `{}`", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{chosen, difference};

    #[test]
    fn texts_part_at_a_line() {
        assert_eq!(difference("a\nb\n", "a\nb\n"), None);
        assert!(difference("a\nb\n", "a\nc\n").unwrap().starts_with("line 2 "));
        assert!(difference("a\n", "a\nb\n").unwrap().starts_with("line 2 "));
        assert!(difference("a\r\n", "a\n").unwrap().starts_with("line 1 "));
    }

    #[test]
    fn the_network_is_used_only_when_asked() {
        assert!(chosen(None).unwrap().iter().all(|generator| generator.is_computed()));
        assert!(chosen(Some("leeds")).is_err());
    }
}
