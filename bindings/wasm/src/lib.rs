//! The library for JavaScript: what holds a handle, and one door for everything else.
//!
//! Texts go in, texts come out; an error is thrown as the JSON text of a request's error. The npm
//! package beside this crate makes values, classes and errors of them, and is what people call.

#![deny(clippy::use_debug)]

mod signatures;

use smarketing::{
    Agreement, AgreementError, Assessment, BoundLead, Finding, Receiver, RequestError, Timestamp, answer,
};
use wasm_bindgen::prelude::wasm_bindgen;

/// An error as its JSON text: `{"findings":[…]}` or `{"refusal":{…}}`.
type Answer<T> = Result<T, String>;

fn findings(findings: Vec<Finding>) -> String {
    RequestError::Findings(findings).to_json()
}

/// The answer of a function that needs no agreement.
#[wasm_bindgen(js_name = answer)]
pub fn answer_library(function: &str, request: &str) -> Answer<String> {
    answer(function, Receiver::Library, request).map_err(|error| error.to_json())
}

/// The answer of a function that asks several agreements; it takes the handles it is given.
#[wasm_bindgen(js_name = answerWith)]
pub fn answer_with(agreements: Vec<NativeAgreement>, function: &str, request: &str) -> Answer<String> {
    let agreements: Vec<Agreement> = agreements.into_iter().map(|native| native.0).collect();
    answer(function, Receiver::Agreements(&agreements), request).map_err(|error| error.to_json())
}

/// The signatures of all functions, one a line.
#[wasm_bindgen]
pub fn signatures() -> String {
    signatures::all()
}

/// An agreement.
#[wasm_bindgen]
pub struct NativeAgreement(Agreement);

#[wasm_bindgen]
impl NativeAgreement {
    /// From TOML text.
    #[cfg(feature = "toml")]
    #[wasm_bindgen(js_name = fromToml)]
    pub fn from_toml(text: &str) -> Answer<Self> {
        Agreement::from_toml(text).map(Self).map_err(|AgreementError { findings: found }| findings(found))
    }

    /// From JSON text.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Answer<Self> {
        Agreement::from_json(text).map(Self).map_err(|AgreementError { findings: found }| findings(found))
    }

    /// Another handle of the same agreement.
    pub fn share(&self) -> Self {
        Self(self.0.clone())
    }

    /// The answer of a function that asks one agreement.
    pub fn answer(&self, function: &str, request: &str) -> Answer<String> {
        let receiver = Receiver::Agreements(std::slice::from_ref(&self.0));
        answer(function, receiver, request).map_err(|error| error.to_json())
    }

    /// Assesses a lead: `{"lead": …, "interactions": …, "as_of": …}`.
    pub fn assess(&self, request: &str) -> Answer<NativeAssessment> {
        self.0.assess_request(request).map(NativeAssessment).map_err(findings)
    }

    /// Binds a lead: `{"lead": …, "interactions": …}`.
    pub fn bind(&self, request: &str) -> Answer<NativeLead> {
        self.0.bind_request(request).map(NativeLead).map_err(findings)
    }
}

/// A lead that is bound to an agreement.
#[wasm_bindgen]
pub struct NativeLead(BoundLead);

#[wasm_bindgen]
impl NativeLead {
    /// What it is worth at an instant; nothing where the instant cannot be read, which `answer` explains.
    pub fn assess(&self, as_of: &str) -> Option<NativeAssessment> {
        let as_of: Timestamp = as_of.parse().ok()?;
        Some(NativeAssessment(self.0.assess(as_of)))
    }

    /// The answer of a function that asks a bound lead.
    pub fn answer(&self, function: &str, request: &str) -> Answer<String> {
        answer(function, Receiver::Lead(&self.0), request).map_err(|error| error.to_json())
    }
}

/// An assessment whose text is written when somebody asks for it.
#[wasm_bindgen]
pub struct NativeAssessment(Assessment);

#[wasm_bindgen]
impl NativeAssessment {
    /// The total.
    #[wasm_bindgen(getter)]
    pub fn score(&self) -> f64 {
        self.0.score.to_f64()
    }

    /// Explicit points, before their weight.
    #[wasm_bindgen(getter)]
    pub fn fit(&self) -> f64 {
        self.0.fit.to_f64()
    }

    /// Implicit points, before their weight.
    #[wasm_bindgen(getter)]
    pub fn engagement(&self) -> f64 {
        self.0.engagement.to_f64()
    }

    /// The letter of the fit and the digit of the engagement.
    #[wasm_bindgen(getter)]
    pub fn grade(&self) -> Option<String> {
        self.0.grade.as_deref().map(str::to_owned)
    }

    /// The label of the score.
    #[wasm_bindgen(getter)]
    pub fn band(&self) -> Option<String> {
        self.0.band.as_deref().map(str::to_owned)
    }

    /// The stage the lead qualifies for.
    #[wasm_bindgen(getter)]
    pub fn stage(&self) -> String {
        self.0.stage.as_str().to_owned()
    }

    /// The core's own JSON text.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}
