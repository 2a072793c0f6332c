//! The agreement document: its tree, its reader, and the whole of its parts.

pub(crate) mod decimal;
pub(crate) mod from_json;
#[cfg(feature = "toml")]
pub(crate) mod from_toml;
pub(crate) mod reader;
pub(crate) mod tree;
