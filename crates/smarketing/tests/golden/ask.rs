//! A golden case as a request that every language can make, and the answer that Rust gives.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use smarketing::{Agreement, BoundLead, Finding, Function, On, Receiver, RequestError, answer, functions};

use super::{Text, compare, compare_findings};

/// What a case asks: of which agreements, which function, with which request. The function `read`
/// only reads the agreement; what is wrong with it is the answer.
pub struct Ask {
    name: String,
    agreements: Vec<Text>,
    pub function: String,
    /// Whom it asks.
    pub on: On,
    /// The lead that is bound, where a lead is asked about.
    lead: Option<Value>,
    request: Value,
}

impl Ask {
    /// A request to a function of an agreement, or of the library without one.
    pub fn new(name: String, function: &str, agreement: Option<Value>, request: Value) -> Self {
        let on = if agreement.is_some() { On::Agreement } else { On::Library };
        let agreements = agreement.iter().map(|document| Text::Json(document.to_string())).collect();
        Self { name, agreements, function: function.to_owned(), on, lead: None, request }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// The function that is asked; none by a case that only reads, or asks one that is not there.
    pub fn known(&self) -> Option<&'static Function> {
        functions().find(|known| known.name == self.function && known.on == self.on)
    }

    pub fn of(suite: &Value, case: &Value, folder: &Path) -> Self {
        let expect = &case["expect"];
        let name = case["name"].as_str().expect("a case has a `name`").to_owned();
        let (mut agreements, mut request, mut lead) = (Vec::new(), case["request"].clone(), None);
        let mut on = On::Library;
        if request.is_null() {
            request = json!({});
        }
        let has_agreement = case.get("agreement").or(suite.get("agreement")).is_some();
        let function = if let Some(function) = case["function"].as_str() {
            on = asked_of(function, case);
            if on != On::Library {
                agreements.push(Text::of(suite, case, folder));
            }
            if let Some(other) = case.get("other") {
                agreements.push(Text::of(&json!({ "agreement": other }), &json!({}), folder));
            }
            if on == On::Lead {
                lead = Some(bound(case));
            }
            function.to_owned()
        } else if expect.get("check").is_some() {
            let (function, text) = match Text::of(suite, case, folder) {
                Text::Toml(text) => ("check_toml", text),
                Text::Json(text) => ("check_json", text),
            };
            request["text"] = json!(text);
            if let Some(as_of) = case.get("as_of") {
                request["as_of"] = as_of.clone();
            }
            function.to_owned()
        } else {
            assert!(has_agreement, "{name} has no agreement");
            agreements.push(Text::of(suite, case, folder));
            if expect.get("document").is_some() {
                "read".to_owned()
            } else {
                on = On::Lead;
                lead = Some(bound(case));
                request["as_of"] = case["as_of"].clone();
                "assess".to_owned()
            }
        };
        Self { name, agreements, function, on, lead, request }
    }

    /// The answer, byte for byte, or the error's own text.
    pub fn answer(&self) -> String {
        self.ask().unwrap_or_else(|error| error.to_json())
    }

    fn ask(&self) -> Result<String, RequestError> {
        let question = self.question().map_err(RequestError::Findings)?;
        if self.function == "read" {
            return Ok("null".to_owned());
        }
        question.ask(&self.request.to_string())
    }

    /// The case with its agreements read and its lead bound.
    pub fn question(&self) -> Result<Question, Vec<Finding>> {
        let mut agreements: Vec<Agreement> = Vec::new();
        for text in &self.agreements {
            agreements.push(text.compile().map_err(|error| error.findings)?);
        }
        let bound = match (&self.lead, agreements.first()) {
            (Some(lead), Some(agreement)) => Some(agreement.bind_request(&lead.to_string())?),
            _ => None,
        };
        let known = self.known();
        Ok(Question { function: self.function.clone(), known, agreements, bound, request: self.request.clone() })
    }

    pub fn to_value(&self) -> Value {
        let text = |text: &Text| match text {
            Text::Toml(text) => json!({ "toml": text }),
            Text::Json(text) => json!({ "json": text }),
        };
        let mut ask = json!({
            "name": self.name,
            "agreements": self.agreements.iter().map(text).collect::<Vec<Value>>(),
            "function": self.function,
            "request": self.request,
        });
        if let Some(lead) = &self.lead {
            ask["lead"] = lead.clone();
        }
        ask
    }
}

/// What a function is asked of: where the library and the agreement have one of that name, the
/// agreement if the case has one of its own.
fn asked_of(function: &str, case: &Value) -> On {
    let own = case.get("agreement").is_some();
    let known: Vec<On> = functions().filter(|known| known.name == function).map(|known| known.on).collect();
    let chosen = known.iter().find(|on| (**on != On::Library) == own).or(known.first());
    chosen.copied().unwrap_or(On::Library)
}

/// A case that can be asked often, and with other requests than its own.
pub struct Question {
    pub function: String,
    pub known: Option<&'static Function>,
    agreements: Vec<Agreement>,
    bound: Option<BoundLead>,
    pub request: Value,
}

impl Question {
    pub fn ask(&self, request: &str) -> Result<String, RequestError> {
        let receiver = match &self.bound {
            Some(bound) => Receiver::Lead(bound),
            None if self.agreements.is_empty() => Receiver::Library,
            None => Receiver::Agreements(&self.agreements),
        };
        answer(&self.function, receiver, request)
    }
}

/// The request that binds a case's lead: absent interactions are an unknown history.
fn bound(case: &Value) -> Value {
    let mut lead = json!({ "lead": case.get("lead").cloned().unwrap_or_else(|| json!({})) });
    if let Some(interactions) = case.get("interactions").filter(|list| !list.is_null()) {
        lead["interactions"] = interactions.clone();
    }
    lead
}

/// How the answer to a case differs from what it expects: an `answer`, `findings` or a `refusal`.
pub fn differences(expect: &Value, ask: &Ask) -> Vec<String> {
    let mut differences = Vec::new();
    let expected: Vec<&str> = expect.as_object().into_iter().flat_map(Map::keys).map(String::as_str).collect();
    match (ask.ask(), expected.as_slice()) {
        (Ok(answer), ["answer"]) => {
            let answer: Value = serde_json::from_str(&answer).expect("an answer is JSON");
            compare("answer", &expect["answer"], &answer, &mut differences);
        }
        (Err(RequestError::Findings(findings)), ["findings"]) => {
            compare_findings(&expect["findings"], &findings, &mut differences);
        }
        (Err(RequestError::Refusal(refusal)), ["refusal"]) => {
            let refusal = serde_json::to_value(&refusal).expect("a refusal is JSON");
            compare("refusal", &expect["refusal"], &refusal, &mut differences);
        }
        (found, expected) => differences.push(format!("expected {expected:?}, found {found:?}")),
    }
    differences
}

/// Writes what every language is to ask, and the answers that it must give byte for byte.
pub fn write(asks: &[Ask]) {
    // An answer names the lists of e-mail domains, and those depend on a feature: a port that is built with others
    // has the cases written elsewhere.
    let elsewhere = std::env::var_os("GOLDEN_CASES").map(PathBuf::from);
    let folder = elsewhere.unwrap_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("../golden"));
    fs::create_dir_all(&folder).expect("the target folder can be written");
    let requests: Vec<Value> = asks.iter().map(Ask::to_value).collect();
    let answers: Map<String, Value> = asks.iter().map(|ask| (ask.name.clone(), json!(ask.answer()))).collect();
    let write = |name: &str, value: Value| fs::write(folder.join(name), value.to_string()).expect("it can be written");
    write("requests.json", json!(requests));
    write("answers.json", json!(answers));
}
