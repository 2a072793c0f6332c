//! What the core's source makes public: functions, and methods of types, as far as the root of the crate exports them.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A public function of the core.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Public {
    /// The type whose method it is.
    pub owner: Option<String>,
    pub name: String,
    pub receiver: Receiver,
    /// How many arguments it takes besides.
    pub arguments: usize,
    /// What it gives, without blanks.
    pub gives: String,
}

/// How a function takes the value whose method it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receiver {
    Nothing,
    Reference,
    Mutable,
    Value,
}

impl Public {
    /// Its path as the list of functions writes it: `Agreement::plan`, `solve`.
    pub fn path(&self) -> String {
        match &self.owner {
            Some(owner) => format!("{owner}::{}", self.name),
            None => self.name.clone(),
        }
    }
}

/// The names that the root of the crate exports.
pub fn exported(root: &TokenStream) -> BTreeSet<String> {
    let tokens: Vec<TokenTree> = root.clone().into_iter().collect();
    let mut names = BTreeSet::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        if is_word(&pair[0], "pub") && is_word(&pair[1], "use") {
            let rest = tokens[at + 2..].iter();
            collect(&rest.take_while(|token| !is_sign(token, ';')).cloned().collect(), &mut names);
        }
    }
    names
}

/// The last names of a use: what stands in braces, or after the last colon.
fn collect(tokens: &TokenStream, names: &mut BTreeSet<String>) {
    let mut last = None;
    for token in tokens.clone() {
        match token {
            TokenTree::Ident(word) => last = Some(word.to_string()),
            TokenTree::Punct(sign) if sign.as_char() == ',' => names.extend(last.take()),
            TokenTree::Group(group) => {
                last = None;
                collect(&group.stream(), names);
            }
            _ => {}
        }
    }
    names.extend(last);
}

/// The public functions that a source has, in modules and in macros too, but not in its tests.
pub fn functions(source: &TokenStream) -> Vec<Public> {
    let mut found = Vec::new();
    visit(source, None, &mut found);
    found
}

fn visit(source: &TokenStream, owner: Option<&str>, found: &mut Vec<Public>) {
    let tokens: Vec<TokenTree> = source.clone().into_iter().collect();
    let mut at = 0;
    let mut for_tests = false;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                let attribute = tokens.get(at).map(ToString::to_string).unwrap_or_default();
                for_tests |= attribute.replace(' ', "") == "[cfg(test)]";
            }
            TokenTree::Ident(word) if word == "impl" && owner.is_none() => {
                let Some(length) = tokens[at..].iter().position(is_body) else { continue };
                if let (Some(name), TokenTree::Group(body)) = (owner_of(&tokens[at..at + length]), &tokens[at + length])
                {
                    visit(&body.stream(), Some(&name), found);
                }
                at += length + 1;
            }
            TokenTree::Ident(word) if word == "pub" => found.extend(public(&tokens[at..], owner)),
            TokenTree::Group(group) if owner.is_none() && group.delimiter() == Delimiter::Brace => {
                if !for_tests {
                    visit(&group.stream(), None, found);
                }
                for_tests = false;
            }
            _ => {}
        }
    }
}

/// The type of an inherent implementation: one of a trait is nobody's own.
fn owner_of(header: &[TokenTree]) -> Option<String> {
    if header.iter().any(|token| is_word(token, "for")) {
        return None;
    }
    let mut depth = 0_usize;
    for token in header {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '<' => depth += 1,
            TokenTree::Punct(sign) if sign.as_char() == '>' => depth = depth.saturating_sub(1),
            TokenTree::Punct(sign) if sign.as_char() == '$' => return None,
            TokenTree::Ident(word) if depth == 0 => return Some(word.to_string()),
            _ => {}
        }
    }
    None
}

/// The function that follows `pub`, if one does.
fn public(tokens: &[TokenTree], owner: Option<&str>) -> Option<Public> {
    let words = tokens.iter().take_while(|token| ["const", "unsafe", "async"].iter().any(|word| is_word(token, word)));
    let mut rest = tokens[words.count()..].iter();
    if !rest.next().is_some_and(|token| is_word(token, "fn")) {
        return None;
    }
    let name = rest.next()?.to_string();
    let arguments = rest.find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => Some(group.stream()),
        _ => None,
    })?;
    let gives = rest.take_while(|token| !is_body(token) && !is_word(token, "where"));
    let gives: String = gives.map(|token| token.to_string().replace(' ', "")).collect();
    let (receiver, arguments) = arguments_of(&arguments);
    let gives = gives.trim_start_matches("->").to_owned();
    Some(Public { owner: owner.map(str::to_owned), name, receiver, arguments, gives })
}

/// How a function takes its value, and how many arguments it has besides.
fn arguments_of(arguments: &TokenStream) -> (Receiver, usize) {
    let (mut count, mut depth, mut before) = (0_usize, 0_usize, String::new());
    let mut receiver = Receiver::Nothing;
    let mut is_empty = true;
    for token in arguments.clone() {
        match &token {
            TokenTree::Punct(sign) if sign.as_char() == '<' => depth += 1,
            // The arrow of a function type closes nothing.
            TokenTree::Punct(sign) if sign.as_char() == '>' && before != "-" => depth = depth.saturating_sub(1),
            TokenTree::Punct(sign) if sign.as_char() == ',' && depth == 0 => {
                count += usize::from(!is_empty);
                is_empty = true;
                before.clear();
                continue;
            }
            TokenTree::Ident(word) if word == "self" && count == 0 && receiver == Receiver::Nothing => {
                receiver = match before.as_str() {
                    "&" => Receiver::Reference,
                    "&mut" => Receiver::Mutable,
                    _ => Receiver::Value,
                };
            }
            _ => {}
        }
        is_empty = false;
        before = if token.to_string() == "mut" { format!("{before}mut") } else { token.to_string() };
    }
    let all = count + usize::from(!is_empty);
    (receiver, all - usize::from(receiver != Receiver::Nothing))
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_body(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

#[cfg(test)]
mod tests {
    use super::{Public, Receiver, exported, functions};

    fn of(source: &str) -> Vec<Public> {
        functions(&source.parse().expect("tokens"))
    }

    fn paths(source: &str) -> Vec<String> {
        of(source).iter().map(Public::path).collect()
    }

    #[test]
    fn public_functions_and_methods_are_found() {
        assert_eq!(paths("pub fn solve() {} fn own() {} pub(crate) fn near() {}"), ["solve"]);
        assert_eq!(
            paths("impl Agreement { pub fn plan(&self) {} pub(crate) fn inner(&self) {} }"),
            ["Agreement::plan"]
        );
        assert_eq!(
            paths("impl<'a, T: Into<u8>> Answers<'a, T> { pub const fn first(self) -> u8 { 1 } }"),
            ["Answers::first"]
        );
        assert_eq!(paths("macro_rules! m { () => { impl Code { pub const fn name(self) {} } } }"), ["Code::name"]);
        assert_eq!(paths("#[cfg(test)] mod tests { pub fn helper() {} } pub fn after() {}"), ["after"]);
        assert!(paths("impl From<u8> for Agreement { fn from(one: u8) -> Self { Self } }").is_empty());
    }

    #[test]
    fn signatures_are_read() {
        let source = "impl A { pub fn new(a: Map<u8, u8>, b: impl Fn(u8) -> u8) -> Result<Self, E> where u8: Copy {} \
            pub fn set(mut self, a: u8,) -> Self {} pub fn say(&self) -> &str {} pub fn add(&mut self, one: u8) {} }";
        let read: Vec<_> = of(source).into_iter().map(|one| (one.receiver, one.arguments, one.gives)).collect();
        let wanted = [
            (Receiver::Nothing, 2, "Result<Self,E>"),
            (Receiver::Value, 1, "Self"),
            (Receiver::Reference, 0, "&str"),
            (Receiver::Mutable, 1, ""),
        ];
        assert_eq!(read, wanted.map(|(receiver, arguments, gives)| (receiver, arguments, gives.to_owned())));
    }

    #[test]
    fn exports_are_read() {
        let root = "mod a; pub use a::{B, c, d::{E}}; pub use f::g; use own::H;";
        let names: Vec<String> = exported(&root.parse().expect("tokens")).into_iter().collect();
        assert_eq!(names, ["B", "E", "c", "g"]);
    }
}
