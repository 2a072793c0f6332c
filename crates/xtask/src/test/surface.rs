//! The public functions of the core: each stands in the list of functions, which every language has, or among the
//! exceptions with a reason.

mod exceptions;
mod source;

use std::collections::{BTreeMap, BTreeSet};

use super::Done;
use crate::error::{Context, Result, fail};
use crate::workspace::Workspace;
use source::Public;

const CORE: &str = "crates/smarketing/src/";

/// Every public function of the core is for every language, or says why not.
pub fn whole(workspace: &Workspace) -> Result<Done> {
    let found = public(workspace)?;
    let listed: BTreeSet<&str> = smarketing::functions().map(|function| function.rust).collect();
    let wrong = wrong(&found, &listed);
    if !wrong.is_empty() {
        return fail(wrong.join("\n"));
    }
    Ok(Done::Passed(format!(
        "{} in every language, {} in Rust alone by name",
        listed.len(),
        exceptions::names().count()
    )))
}

/// The public functions of the core, by their paths.
fn public(workspace: &Workspace) -> Result<BTreeMap<String, Public>> {
    let read = |file: &str| -> Result<proc_macro2::TokenStream> {
        let text = workspace.text(file)?.unwrap_or_default();
        text.parse().map_err(|error| format!("{error:?}")).context(|| format!("{file} is no Rust"))
    };
    let exported = source::exported(&read(&format!("{CORE}lib.rs"))?);
    let mut found = BTreeMap::new();
    for file in workspace.files()?.iter().filter(|file| file.starts_with(CORE) && file.ends_with(".rs")) {
        for function in source::functions(&read(file)?) {
            if exported.contains(function.owner.as_ref().unwrap_or(&function.name)) {
                found.insert(function.path(), function);
            }
        }
    }
    Ok(found)
}

/// What is neither listed nor an exception, and exceptions that are none.
fn wrong(found: &BTreeMap<String, Public>, listed: &BTreeSet<&str>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, function) in found.iter().filter(|(path, _)| !listed.contains(path.as_str())) {
        if !exceptions::by_name(path) && exceptions::by_rule(function).is_none() {
            wrong.push(format!(
                "`{path}` is public and not in the list of functions: add it to `src/requests`, or to the exceptions in \
                 crates/xtask/src/test/surface/exceptions.rs with a reason"
            ));
        }
    }
    for name in exceptions::names() {
        match found.get(name) {
            None => wrong.push(format!("the exception `{name}` is no public function of the core")),
            Some(_) if listed.contains(name) => wrong.push(format!("the exception `{name}` stands in the list")),
            Some(function) if exceptions::by_rule(function).is_some() => {
                wrong.push(format!("the exception `{name}` is one by rule already"));
            }
            Some(_) => {}
        }
    }
    let known = |path: &&&str| !found.contains_key(**path);
    wrong.extend(listed.iter().filter(known).map(|path| format!("the list names `{path}`, which was not found")));
    wrong
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::source::functions;
    use super::{exceptions, wrong};

    /// What is said of a core that has all exceptions, and a source besides.
    fn said(source: &str, listed: &[&str]) -> Vec<String> {
        let mut found = BTreeMap::new();
        for name in exceptions::names() {
            let text = match name.split_once("::") {
                Some((owner, name)) => format!("impl {owner} {{ pub fn {name}(&mut self, one: u8) {{}} }}"),
                None => format!("pub fn {name}() {{}}"),
            };
            found.extend(functions(&text.parse().expect("tokens")).into_iter().map(|one| (one.path(), one)));
        }
        found.extend(functions(&source.parse().expect("tokens")).into_iter().map(|one| (one.path(), one)));
        wrong(&found, &listed.iter().copied().collect::<BTreeSet<&str>>())
    }

    #[test]
    fn a_new_function_must_be_listed_or_excepted() {
        assert_eq!(said("", &[]), [""; 0]);
        let new = "impl Agreement { pub fn foo(&self) -> u8 {} }";
        assert!(said(new, &[])[0].starts_with("`Agreement::foo` is public and not in the list"));
        assert_eq!(said(new, &["Agreement::foo"]), [""; 0]);
        assert_eq!(said("pub fn foo() {}", &[]).len(), 1);
        assert_eq!(said("impl Plan { pub fn foo(&self, at: u8) -> u8 {} }", &[]).len(), 1);
        assert_eq!(said("impl Plan { pub fn new() -> Self {} pub fn at(self, at: u8) -> Self {} }", &[]), [""; 0]);
        assert_eq!(said("impl Plan { pub fn is_late(&self) -> bool {} }", &[]), [""; 0]);
    }

    #[test]
    fn an_exception_must_be_one() {
        assert!(said("", &["answer"]).iter().any(|said| said == "the exception `answer` stands in the list"));
        assert!(said("", &["foo"]).iter().any(|said| said == "the list names `foo`, which was not found"));
    }
}
