//! The JSON Schemas: of documents, compiled into the core, and of all types that cross the border.

pub mod order;
pub mod text;

use serde_json::Value;

use super::{File, Options};
use crate::error::{Context, Result};
use crate::workspace::Workspace;
use order::Order;

/// Both schemas.
pub fn make(_: &Options) -> Result<Vec<File>> {
    let order = Order::read(&Workspace::find()?.path("crates/smarketing/src"))?;
    let file = |path: &'static str, schema: &str, root: &str| -> Result<File> {
        let schema: Value = serde_json::from_str(schema).context(|| path.to_owned())?;
        Ok(File { path, text: text::text(&text::schema(&schema, &order, &order.keys(root))) })
    };
    Ok(vec![
        file(
            "crates/smarketing/src/schema/agreement.schema.json",
            &smarketing::document_schema(),
            "AgreementDocument",
        )?,
        file("bindings/types.schema.json", &smarketing::types_schema(), "")?,
    ])
}

/// The schema of all types, and the order of their keys.
pub fn types() -> Result<(Value, Order)> {
    let order = Order::read(&Workspace::find()?.path("crates/smarketing/src"))?;
    let schema = serde_json::from_str(&smarketing::types_schema()).context(|| "the schema of types".to_owned())?;
    Ok((schema, order))
}
