//! The boundary's part for who reads a figure as a table.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::marks::{Separators, separated};
use super::object;
#[cfg(feature = "web-whole")]
use super::{JsInputError, JsInputs, JsView, asked_price, read, view};
use crate::figure;
use crate::figure::plot::Plot;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("table.d.ts");

#[wasm_bindgen]
extern "C" {
    /// A table as people read it.
    #[wasm_bindgen(typescript_type = "TableInWords")]
    pub type JsTableInWords;
}

/// A figure as a table that people read: heads with units, numbers rounded, with the marks given, else with those of
/// the page's language; the view `true` asks about the price that the scenario quotes, where one is named. Throws an
/// `InputError`.
#[cfg(feature = "web-whole")]
#[wasm_bindgen]
pub fn table_in_words(
    id: &JsView,
    inputs: &JsInputs,
    decimal: Option<String>,
    group: Option<String>,
    scenario: Option<String>,
) -> Result<JsTableInWords, JsInputError> {
    let inputs = read(inputs)?;
    let plot = figure::plot_about(view(id)?, asked_price(scenario, &inputs)?, &inputs);
    Ok(table_of(&plot, Separators::of(decimal, group).as_ref()))
}

/// A figure as CSV: a head, commas, each number as exact as the core has it; what has no value is empty.
/// The view `true` asks as in [`table_in_words`]. Throws an `InputError`.
#[cfg(feature = "web-whole")]
#[wasm_bindgen]
pub fn table_csv(id: &JsView, inputs: &JsInputs, scenario: Option<String>) -> Result<String, JsInputError> {
    let inputs = read(inputs)?;
    Ok(figure::csv(&figure::plot_about(view(id)?, asked_price(scenario, &inputs)?, &inputs)))
}

pub(super) fn table_of(plot: &Plot<'_>, marks: Option<&Separators>) -> JsTableInWords {
    let text = |text: String| JsValue::from(&*separated(&text, marks));
    let (heads, rows) = (Array::new(), Array::new());
    figure::each_head(plot, &mut |head| _ = heads.push(&text(head)));
    let mut cells = Array::new();
    figure::each_cell(plot, &mut |row, cell| {
        while rows.length() as usize <= row {
            cells = Array::new();
            rows.push(&cells);
        }
        cells.push(&text(cell));
    });
    let caption = text(plot.desc.clone());
    object(&[("caption", caption), ("heads", heads.into()), ("rows", rows.into())]).unchecked_into()
}
