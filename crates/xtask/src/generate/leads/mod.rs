//! The sample leads.
use super::{File, Options};
use crate::error::Result;
pub fn make(options: &Options) -> Result<Vec<File>> {
    let _ = options.seed;
    Ok(vec![])
}
