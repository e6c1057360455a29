//! The boundary's part for whoever has values of inputs, and no [`Mine`](super::Mine) that lives.

use js_sys::{Array, BigInt, Date, JSON, Map, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::{JsInputError, JsInputId, JsReport, JsView, input, known, object, reported, values, view};
use crate::error::Error;
use crate::inputs::{Input, Inputs, Unit, allowed_of};
use crate::permalink::{self, ReadLink, State};
use crate::scenarios::Scenario;
use crate::typed::Writing;
use crate::words::Words;
use crate::{Report, narrate};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("inputs.d.ts");

#[wasm_bindgen]
extern "C" {
    /// A value for each input; what is left out has its default.
    #[wasm_bindgen(typescript_type = "Partial<Inputs> | Pick<Report, 'inputs'>")]
    pub type JsInputs;
    /// A value for each input.
    #[wasm_bindgen(typescript_type = "Inputs")]
    pub type JsAllInputs;
    /// A number, or what was given in its place.
    #[wasm_bindgen(typescript_type = "number")]
    pub type JsNumber;
    /// A state that was read.
    #[wasm_bindgen(typescript_type = "ReadLink")]
    pub type JsReadLink;
}

/// The three break-even prices and all that goes with them. Throws an `InputError`.
#[wasm_bindgen]
pub fn evaluate(
    #[wasm_bindgen(unchecked_optional_param_type = "Partial<Inputs>")] inputs: &JsInputs,
) -> Result<JsReport, JsInputError> {
    Ok(reported(&Report::of(&read(inputs)?)))
}

/// The value of an input, if it is allowed. Throws an `InputError`.
#[wasm_bindgen]
pub fn check_input(id: &JsInputId, value: &JsNumber) -> Result<f64, JsInputError> {
    Ok(number(input(id)?, value)?)
}

/// Reads what stands in an attribute or a cell for an input: `0.02` of a share are two per cent. Throws an
/// `InputError`.
#[wasm_bindgen]
pub fn parse_input(id: &JsInputId, text: &str) -> Result<f64, JsInputError> {
    Ok(input(id)?.parse(text)?)
}

/// Reads what a reader typed in an input's field, where `2` of a share are two per cent; `decimal` is the mark
/// before the decimals, that of the page's language where none is named. Throws an `InputError`.
#[wasm_bindgen]
pub fn parse_field(id: &JsInputId, text: &str, decimal: Option<char>) -> Result<f64, JsInputError> {
    Ok(input(id)?.parse_as(text, Writing::field(decimal.unwrap_or(Writing::USUAL_DECIMAL)))?)
}

/// Whether what a reader typed in a field of per cent was perhaps meant as a part of one, as `0.02` for two per cent:
/// then it ought to be told how it was read. Throws an `InputError`.
#[wasm_bindgen]
pub fn may_be_a_part(id: &JsInputId, value: f64) -> Result<bool, JsInputError> {
    Ok(input(id)?.may_be_a_part(value))
}

/// The text of a number field, without its unit: that of an input, of which a share is in per cent, or of any number.
/// Throws an `InputError`.
#[wasm_bindgen]
pub fn format_field(value: f64, id: Option<String>) -> Result<String, JsInputError> {
    let unit = id.map_or(Ok(Unit::Plain("")), |id| Input::from_id(&id).map(|input| input.spec().unit));
    Ok(unit?.number(value, Words::usual()))
}

/// A value moved by so many steps, within the allowed range. Throws an `InputError`.
#[wasm_bindgen]
pub fn step_input(id: &JsInputId, value: f64, count: i32) -> Result<f64, JsInputError> {
    Ok(input(id)?.step(value, count))
}

/// The text of a state, for an address; `date` is the day, `YYYY-MM-DD` or `latest`, whose network and market were chosen. Throws an
/// `InputError`.
#[wasm_bindgen]
pub fn write_link(
    scenario: &str,
    inputs: &JsInputs,
    id: &JsView,
    date: Option<String>,
) -> Result<String, JsInputError> {
    let (scenario, inputs) = (Scenario::from_id(scenario)?, read(inputs)?);
    let date = date.map(|date| Inputs::default().on_day(&date)).transpose()?.map(|(date, _)| date);
    Ok(permalink::write(&State { scenario, date, inputs, view: view(id)? }))
}

/// Reads the text of a state; what cannot be read is left out and told in a warning.
#[wasm_bindgen]
pub fn read_link(text: &str) -> JsReadLink {
    let ReadLink { state, warnings } = permalink::read(text);
    let told = Array::new();
    for warning in &warnings {
        let message = warning.message();
        told.push(&object(&[("name", warning.name().into()), ("message", message.into())]));
    }
    let read = object(&[
        ("scenario", state.scenario.id.into()),
        ("inputs", values(&state.inputs)),
        ("view", state.view.id().into()),
        ("date", state.date.map(crate::Date::text).into()),
        ("warnings", told.into()),
    ]);
    read.unchecked_into()
}

/// What the one input amounts to in which two mines differ, in a sentence; `undefined` where it is not just one. Throws
/// an `InputError`.
#[wasm_bindgen]
pub fn change(before: &JsInputs, after: &JsInputs) -> Result<Option<String>, JsInputError> {
    Ok(narrate::change(&Report::of(&read(before)?), &Report::of(&read(after)?)))
}

/// The inputs that JavaScript gave, or those of a report; what is left out has its default.
pub(super) fn read(given: &JsInputs) -> crate::Result<Inputs> {
    if given.is_undefined() {
        return Ok(Inputs::default());
    }
    let is_list = given.is_array() || given.is_instance_of::<Map>() || given.is_instance_of::<Date>();
    if !given.is_object() || is_list {
        return Inputs::default().with_named([(text(given).as_str(), 0.0)]); // no input is named so
    }
    let within = Reflect::get(given, &known("inputs")).unwrap_or_default();
    // The rest of a report follows from its inputs; one that stands beside them was meant to count, and is no report's.
    let names = Object::keys(given.unchecked_ref::<Object>());
    let is_input = |name: JsValue| name.as_string().is_some_and(|name| Input::from_id(&name).is_ok());
    let is_report = within.is_object() && !names.iter().any(is_input);
    let given = if is_report { &within } else { given.as_ref() };
    let mut named = Vec::new();
    for name in Object::keys(given.unchecked_ref::<Object>()) {
        let value = Reflect::get(given, &name).unwrap_or_default();
        if value.is_undefined() {
            continue; // as if it were not there
        }
        let name = name.as_string().unwrap_or_default();
        let Some(number) = value.as_f64() else {
            return Err(Error::not_a_number(&name, &super::name(&value), allowed_of(&name)?));
        };
        named.push((name, number));
    }
    Inputs::default().with_named(named.iter().map(|(name, number)| (name.as_str(), *number)))
}

/// What was given for an input, if it is a number that is allowed.
pub(super) fn number(input: Input, given: &JsValue) -> crate::Result<f64> {
    let not_a_number = || Error::not_a_number(input.spec().id, &name(given), input.range());
    input.check(given.as_f64().ok_or_else(not_a_number)?)
}

/// What was given as a name: of what is none, how it is written.
pub(super) fn name(given: &JsValue) -> String {
    given.as_string().unwrap_or_else(|| text(given))
}

/// What was given, as it is written; of a text, and of what cannot be written, what it is.
fn text(value: &JsValue) -> String {
    // JSON knows no such number, and an error would say so.
    if let Some(digits) = value.dyn_ref::<BigInt>().and_then(|number| number.to_string(10).ok()) {
        return digits.into();
    }
    // Of a function and of a symbol nothing is written, and no error says so.
    let written = if value.is_string() { None } else { JSON::stringify(value).ok() };
    let written = written.map(JsValue::from).filter(JsValue::is_string);
    written.unwrap_or_else(|| value.js_typeof()).as_string().unwrap_or_default()
}
