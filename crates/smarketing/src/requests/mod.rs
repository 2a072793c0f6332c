//! Requests: every public function as data, from JSON text to JSON text, for callers in any language.
//!
//! A binding for another language collects arguments into one JSON object, calls [`answer`], and
//! wraps what comes back. So it knows no rule of the domain, and every language gives the same bytes.

mod asked;
mod calendars;
mod clocks;
mod consent;
#[cfg(feature = "schema")]
mod documentation;
mod documents;
mod function;
mod handover;
mod leads;
mod lifecycle;
mod many;
mod planning;
mod scoring;
mod statistics;

use serde::Serialize;

use crate::agreement::Agreement;
use crate::assessment::BoundLead;
use crate::document::reader::{Place, Sink};
use crate::finding::{Code, Finding, Path};
use crate::lifecycle::Refusal;
use asked::{Asked, Reply};
#[cfg(feature = "schema")]
pub use documentation::Documentation;
pub use function::{Argument, Function, On, Part, functions, parts};

/// Whom a request asks.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Receiver<'a> {
    /// The library itself.
    Library,
    /// One agreement, or several: what it takes is said by [`Function::on`].
    Agreements(&'a [Agreement]),
    /// A lead that is bound to an agreement.
    Lead(&'a BoundLead),
}

/// A lead with what happened, as requests about many leads give it.
#[cfg(feature = "schema")]
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct LeadWithHistory {
    /// The lead and its facts.
    pub lead: crate::Lead,
    /// What happened; unknown, if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interactions: Option<Vec<crate::Interaction>>,
}

/// Why a request has no answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RequestError {
    /// All that is wrong with it, each at its place in the request.
    #[error("{}", summary(.0))]
    Findings(Vec<Finding>),
    /// The lifecycle refuses the event; the state stays as it is.
    #[error("{0}")]
    Refusal(Box<Refusal>),
}

fn summary(findings: &[Finding]) -> String {
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

impl RequestError {
    /// The core's own JSON text: `{"findings":[…]}` or `{"refusal":{…}}`.
    ///
    /// ```
    /// let error = smarketing::answer("plans", smarketing::Receiver::Library, "{}").unwrap_err();
    /// assert!(error.to_json().starts_with(r#"{"findings":[{"code":"unknown_function","severity":"error""#));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::to_string(self)
    }
}

/// Answers a request: calls the function of a name with the arguments of a JSON object, and gives the
/// answer as the core's own JSON text. [`functions`] lists the names, the arguments and the answers.
///
/// # Errors
/// All that is wrong with the request, or the refusal of the lifecycle.
///
/// ```
/// use smarketing::{Agreement, Receiver, answer};
/// let agreement = Agreement::from_json(r#"{"smarketing": 1, "agreement": {"name": "A", "version": "1"}}"#)?;
/// let receiver = Receiver::Agreements(std::slice::from_ref(&agreement));
/// assert_eq!(answer("version", receiver, "{}")?, r#""1""#);
///
/// let error = answer("check", receiver, r#"{"as_off": "2026-11-02T10:00:00Z"}"#).unwrap_err();
/// assert_eq!(error.to_string(), "error[unknown_key] as_off: `as_off` is not an argument of `check` (did you mean `as_of`?)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn answer(function: &str, on: Receiver<'_>, request: &str) -> Result<String, RequestError> {
    let Some(known) = functions().find(|known| known.name == function) else {
        let finding = Finding::new(Code::UnknownFunction, Path::root(), format!("there is no function `{function}`"));
        let names = functions().map(|known| known.name);
        return Err(RequestError::Findings(vec![finding.suggest(function, names)]));
    };
    // One name may be asked of the library and of an agreement.
    let Some(known) = functions().find(|known| known.name == function && known.on.takes(on)) else {
        let message = format!("`{function}` is asked of {}", known.on.description());
        return Err(RequestError::Findings(vec![Finding::new(Code::InvalidValue, Path::root(), message)]));
    };
    let source = crate::document::from_json::parse_request(request);
    if !source.findings.is_empty() {
        return Err(RequestError::Findings(source.findings));
    }
    let sink = Sink::default();
    let reply = Asked::new(known, on, &Place::root(&source.root, &sink)).and_then(|asked| (known.call)(&asked));
    // The text of a request is made by a program: places in it would tell people nothing.
    let findings = sink.finish(None);
    match reply {
        Some(reply) if !findings.iter().any(Finding::is_error) => match reply {
            Reply::Text(text) => Ok(text),
            Reply::Refused(refusal) => Err(RequestError::Refusal(refusal)),
            Reply::Wrong(findings) => Err(RequestError::Findings(findings)),
        },
        _ => Err(RequestError::Findings(findings)),
    }
}
