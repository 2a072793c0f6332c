//! What is possible: the cells into which an agreement's conditions cut each field, and searches
//! over them. Bounds, questions, advice and the check of a document rest on it.

pub(crate) mod asked;
pub(crate) mod cells;
pub(crate) mod search;
pub(crate) mod text_cells;

pub(crate) use asked::Asked;
pub(crate) use cells::{Cell, Cells};
