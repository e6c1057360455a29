//! The boundary's part for who checks the answer by hand.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::{JsInputError, JsInputs, object, read};
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
#[wasm_bindgen]
pub fn working(
    #[wasm_bindgen(unchecked_optional_param_type = "Partial<Inputs>")] inputs: &JsInputs,
) -> Result<JsWorking, JsInputError> {
    let lines = Array::new();
    for Line { name, formula, numbers, result, unit } in working_of(&Report::of(&read(inputs)?)) {
        lines.push(&object(&[
            ("name", name.into()),
            ("formula", formula.into()),
            ("numbers", numbers.into()),
            ("result", result.into()),
            ("unit", unit.into()),
        ]));
    }
    Ok(lines.unchecked_into())
}
