//! JSON Schemas: of the document, narrowed to one agreement, and of every type that crosses the border.

#[cfg(feature = "schema")]
mod conditions;
#[cfg(feature = "schema")]
mod documents;
#[cfg(test)]
pub(crate) mod drift;
#[cfg(feature = "schema")]
mod facts;
#[cfg(feature = "schema")]
mod findings;
mod narrow;
mod predicates;
#[cfg(feature = "schema")]
mod scoring;
#[cfg(feature = "schema")]
mod tables;
#[cfg(feature = "schema")]
mod tidy;
#[cfg(feature = "schema")]
mod types;
#[cfg(feature = "schema")]
mod values;

#[cfg(feature = "schema")]
pub(crate) use findings::{by_severity, with_purpose};
#[cfg(feature = "schema")]
pub(crate) use tables::{ByChannel, ByStage, ByWeekday};
#[cfg(feature = "schema")]
pub(crate) use values::ExactRate;

/// The JSON Schema of agreements, as JSON text: for editors, and for checks before the library's own.
///
/// It knows every key and every form that the reader takes, but not the names that an agreement gives:
/// [`Agreement::schema`](crate::Agreement::schema) does.
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(smarketing::schema())?;
/// assert_eq!(schema["required"], serde_json::json!(["smarketing", "agreement"]));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub const fn schema() -> &'static str {
    include_str!("agreement.schema.json")
}

/// The definitions of all types that cross the border, as JSON text: results, inputs and documents, by
/// their names in Rust.
///
/// `x-way` says whether a type is given (`input`), answered (`result`), or both; `x-left-out` names members that results
/// have, and that nobody misses in one that is given back; `x-order` is the order of keys that is none of a Rust type's
/// fields. It is made anew at each call, for generators; what
/// they make of it is shipped.
///
/// ```
/// assert!(smarketing::types_schema().contains("\"Assessment\""));
/// ```
#[cfg(feature = "schema")]
#[must_use]
pub fn types_schema() -> String {
    crate::json::to_string(&types::types())
}

/// The schema of documents as it follows from the types: what [`schema`] serves, before it is shipped.
#[cfg(feature = "schema")]
#[must_use]
pub fn document_schema() -> String {
    crate::json::to_string(&types::document())
}
