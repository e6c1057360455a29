//! The boundary's part for who checks the answer by hand.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::marks::{Separators, separated};
use super::object;
#[cfg(feature = "web-whole")]
use super::{JsInputError, JsInputs, read};
use crate::Report;
use crate::working::{Line, working as working_of};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("working.d.ts");

#[wasm_bindgen]
extern "C" {
    /// The formula with the reader's numbers put in.
    #[wasm_bindgen(typescript_type = "WorkingLine[]")]
    pub type JsWorking;
}

/// The formula with the numbers put in, line by line. Throws an `InputError`.
#[cfg(feature = "web-whole")]
#[wasm_bindgen]
pub fn working(
    #[wasm_bindgen(unchecked_optional_param_type = "Partial<Inputs>")] inputs: &JsInputs,
) -> Result<JsWorking, JsInputError> {
    Ok(lines_of(&Report::of(&read(inputs)?), None))
}

pub(super) fn lines_of(report: &Report, marks: Option<&Separators>) -> JsWorking {
    let lines = Array::new();
    let written = |text: &str| (&*separated(text, marks)).into();
    for Line { name, formula, numbers, result, unit } in working_of(report) {
        lines.push(&object(&[
            ("name", written(&name)),
            ("formula", written(formula)),
            ("numbers", written(&numbers)),
            ("result", written(&result)),
            ("unit", unit.into()),
        ]));
    }
    lines.unchecked_into()
}
