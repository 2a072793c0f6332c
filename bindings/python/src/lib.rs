//! The native module `smarketing._smarketing`: takes Python values, calls the core, wraps what comes back.
#![deny(unsafe_code)]
#![warn(missing_docs)]

mod agreement;
mod answer;
mod assessment;
mod convert;
mod error;
mod lead;

use pyo3::prelude::*;

/// What the Python package stands on; use `smarketing` itself.
#[pymodule]
mod _smarketing {
    #[pymodule_export]
    use crate::agreement::NativeAgreement;
    #[pymodule_export]
    use crate::answer::{answer, answer_with, functions};
    #[pymodule_export]
    use crate::assessment::NativeAssessment;
    #[pymodule_export]
    use crate::convert::{elements, table, to_core, to_json};
    #[pymodule_export]
    use crate::lead::NativeLead;
}
