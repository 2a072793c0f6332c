//! Laws of the border: what holds of every function, whatever is asked of it.
//!
//! | law | what it says |
//! | --- | --- |
//! | nothing asked | `{}` is answered, or each argument that must be given is missed, once |
//! | slips | an argument with a slip is unknown, and the one that is meant is named |
//! | arguments | each argument that is declared is read: a wrong type is found at its own path |
//! | receivers | a function that is asked of the wrong thing says so |
//! | types | each type that is named is one of the library's |
//! | 9 nothing panics | a mutilated request gives an answer in JSON, findings with a place, or a refusal |

#[path = "../laws/choices.rs"]
#[allow(dead_code, reason = "each suite of tests uses its part")]
mod choices;
#[path = "../golden/mod.rs"]
mod golden;
mod many;
mod mutilated;

use std::path::Path;

use serde_json::{Value, json};
use smarketing::{Agreement, Function, Interactions, Lead, On, Receiver, RequestError, answer, functions};

use golden::ask::{Ask, Question};
use golden::{files, read};

/// What no argument takes, but a lead and what happened: their misfits are findings of the answer.
const WRONG: Value = Value::Bool(true);

/// The golden cases that make requests; those of files whose name begins so.
pub fn questions(part: &str) -> Vec<Question> {
    let mut list = Vec::new();
    let requests = |path: &Path| path.parent().is_some_and(|folder| folder.ends_with("requests"));
    for path in files("json").into_iter().filter(|path| requests(path)) {
        if !path.file_stem().is_some_and(|name| name.to_string_lossy().starts_with(part)) {
            continue;
        }
        let (suite, folder) = (read(&path), path.parent().map(Path::to_path_buf).unwrap_or_default());
        let cases = suite["cases"].as_array().expect("a suite has `cases`");
        list.extend(cases.iter().map(|case| Ask::of(&suite, case, &folder).question().expect("an agreement")));
    }
    assert!(!list.is_empty(), "no case begins with {part}");
    list
}

/// Asks a function of an agreement, of two, of a lead or of the library, as it wants to be asked.
fn ask(function: &Function, request: &Value) -> Result<String, RequestError> {
    let text = include_str!("../cases/requests/desk.toml");
    let agreement = Agreement::from_toml(text).expect("the agreement of the cases");
    let lead = agreement.bind(&Lead::default(), &Interactions::unknown());
    let two = [agreement.clone(), agreement];
    let receiver = match function.on {
        On::Library => Receiver::Library,
        On::Lead => Receiver::Lead(&lead),
        On::AgreementAndOther | On::BeforeAndAfter => Receiver::Agreements(&two),
        _ => Receiver::Agreements(&two[..1]),
    };
    answer(function.name, receiver, &request.to_string())
}

/// The findings of a request, as codes, paths and what is meant.
fn findings(answer: Result<String, RequestError>) -> Vec<(String, String, Option<String>)> {
    match answer {
        Err(RequestError::Findings(list)) => {
            let shown = list.into_iter().map(|one| (one.code.to_string(), one.path.to_string(), one.suggestion));
            shown.collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn who_asks_nothing_hears_what_is_missing() {
    for function in functions() {
        let required = function.arguments.iter().filter(|argument| argument.required).count();
        let answer = ask(function, &json!({}));
        if required == 0 {
            let text = answer.unwrap_or_else(|error| panic!("{}: {error}", function.name));
            assert!(serde_json::from_str::<Value>(&text).is_ok(), "{text}");
        } else {
            let expected = vec![("missing_key".to_owned(), String::new(), None); required];
            assert_eq!(findings(answer), expected, "{}", function.name);
        }
    }
}

#[test]
fn each_missing_argument_is_named() {
    for function in functions() {
        let Err(error) = ask(function, &json!({})) else { continue };
        for argument in function.arguments {
            let message = format!("`{}` is missing", argument.name);
            assert_eq!(error.to_string().contains(&message), argument.required, "{}: {error}", function.name);
        }
    }
}

#[test]
fn an_argument_with_a_slip_is_meant() {
    for function in functions() {
        for argument in function.arguments {
            let first = argument.name.chars().next().expect("a name");
            let slip = format!("{first}{}", argument.name);
            let found = findings(ask(function, &json!({ slip.clone(): 1 })));
            let expected = ("unknown_key".to_owned(), slip, Some(argument.name.to_owned()));
            assert_eq!(found.first(), Some(&expected), "{}", function.name);
        }
        if function.arguments.is_empty() {
            let expected = ("unknown_key".to_owned(), "as_of".to_owned(), None);
            assert_eq!(findings(ask(function, &json!({ "as_of": 1 }))), [expected], "{}", function.name);
        }
    }
}

/// Each golden request that is right, with one argument of a wrong type, has that one finding.
#[test]
fn what_is_declared_is_read() {
    let mut tried = 0;
    for question in questions("") {
        if question.ask(&question.request.to_string()).is_err() {
            continue;
        }
        let function = question.known.expect("a function");
        for argument in function.arguments {
            let mut request = question.request.clone();
            request[argument.name] = WRONG;
            let answer = question.ask(&request.to_string());
            let what = format!("{} of {}", argument.name, function.name);
            let expected = ("wrong_type".to_owned(), argument.name.to_owned(), None);
            assert_eq!(findings(answer), [expected], "{what}");
            tried += 1;
        }
    }
    assert!(tried >= 300, "only {tried} arguments were tried");
}

#[test]
fn a_wrong_receiver_is_told() {
    let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" } }"#);
    let three = vec![agreement.expect("a small agreement"); 3];
    for function in functions() {
        // One name may be asked of the library and of an agreement.
        let takes = |on: On| functions().any(|known| known.name == function.name && known.on == on);
        let one = answer(function.name, Receiver::Library, "{}");
        let many = answer(function.name, Receiver::Agreements(&three), "{}");
        for (answer, wrong) in [(one, !takes(On::Library)), (many, !takes(On::Agreements))] {
            let expected = ("invalid_value".to_owned(), String::new(), None);
            assert_eq!(
                wrong,
                matches!(&answer, Err(RequestError::Findings(list)) if list[0].code.as_str() == "invalid_value"),
                "{}",
                function.name
            );
            assert!(!wrong || findings(answer) == [expected], "{}", function.name);
        }
        assert!(answer(function.name, Receiver::Agreements(&[]), "{}").is_err(), "{}", function.name);
    }
}

/// The plain types, and what a request alone has.
const PLAIN: [&str; 12] = [
    "Text",
    "Number",
    "Whole",
    "Boolean",
    "Instant",
    "Date",
    "Duration",
    "Money",
    "Rate",
    "TimeSpan",
    "Object",
    "LeadWithHistory",
];

#[test]
fn every_type_is_one_of_the_library() {
    let exported: Vec<&str> = include_str!("../../src/lib.rs")
        .split("\npub use ")
        .skip(1)
        .flat_map(|part| part.split(';').next().unwrap_or_default().split(|letter: char| !letter.is_alphanumeric()))
        .collect();
    let known = |kind: &'static str| {
        let inner = |kind: &'static str| {
            let inner = [("[", "]"), ("{", "}")];
            inner.iter().find_map(|(open, close)| kind.strip_prefix(open)?.strip_suffix(close)).unwrap_or(kind)
        };
        // A table may be one of lists.
        let kind = inner(inner(kind));
        PLAIN.contains(&kind)
            || (exported.contains(&kind) && kind.starts_with(|first: char| first.is_ascii_uppercase()))
    };
    assert!(!known("Wholly") && !known("[Whole") && !known("plan"));
    for function in functions() {
        let result = function.result.strip_suffix('?').unwrap_or(function.result);
        assert!(known(result), "{} gives {}", function.name, function.result);
        for argument in function.arguments {
            assert!(known(argument.kind), "{} of {} is {}", argument.name, function.name, argument.kind);
        }
        let about = std::iter::once(function.about).chain(function.arguments.iter().map(|argument| argument.about));
        assert!(about.into_iter().all(|about| !about.is_empty()), "{}", function.name);
    }
}

/// What is no JSON object is found as such, for every function.
#[test]
fn what_is_no_request_is_found() {
    for function in functions() {
        for text in ["", "{", "[]", "null", "5", "\"as_of\"", "{\"as_of\": 1, \"as_of\": 2}", "{} {}"] {
            let found = match function.on {
                On::Library => answer(function.name, Receiver::Library, text),
                _ => ask_text(function, text),
            };
            assert!(
                matches!(&found, Err(RequestError::Findings(list)) if !list.is_empty()),
                "{} {text}: {found:?}",
                function.name
            );
        }
    }
}

fn ask_text(function: &Function, text: &str) -> Result<String, RequestError> {
    let agreement = Agreement::from_json(r#"{ "smarketing": 1, "agreement": { "name": "A", "version": "1" } }"#);
    let agreement = agreement.expect("a small agreement");
    let lead = agreement.bind(&Lead::default(), &Interactions::unknown());
    let two = [agreement.clone(), agreement];
    match function.on {
        On::Lead => answer(function.name, Receiver::Lead(&lead), text),
        On::AgreementAndOther | On::BeforeAndAfter => answer(function.name, Receiver::Agreements(&two), text),
        _ => answer(function.name, Receiver::Agreements(&two[..1]), text),
    }
}
