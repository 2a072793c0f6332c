//! The files that generators write are those in the tree.

use super::Done;
use crate::error::Result;
use crate::generate;
use crate::workspace::Workspace;

/// `cargo xtask generate --check`.
pub fn current(workspace: &Workspace) -> Result<Done> {
    generate::check(workspace).map(Done::Passed)
}
