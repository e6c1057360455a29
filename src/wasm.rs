//! The boundary to JavaScript: the only file that names `wasm_bindgen`, `js_sys` and `web_sys`.
//!
//! No logic lives here. Structured values cross by `serde-wasm-bindgen`, series as typed arrays, and a figure
//! as changes to the live nodes of an SVG element.

mod live;
mod table;
#[cfg(feature = "web-whole")]
mod time;
#[cfg(feature = "web-whole")]
mod whole;
mod working;

use std::cell::RefCell;

use js_sys::{Array, Object, Reflect};
#[cfg(feature = "web-whole")]
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::date::Date;
use crate::history;
#[cfg(target_arch = "wasm32")]
use crate::inputs::TYPESCRIPT_IDS;
use crate::inputs::{DIFFICULTY, Input, Inputs, Unit};
use crate::narrate::Segment;
use crate::permalink::{self, Reading, State};
use crate::scenarios::{self, Fact, Scenario};
use crate::typed::Writing;
use crate::view::{self, View};
use crate::words::{Message, Words, message};
use crate::{Error, Report, Tier, format, narrate};

pub use live::*;
pub use table::*;
pub use working::*;
#[cfg(feature = "web-whole")]
pub use {time::*, whole::*};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[wasm_bindgen(typescript_custom_section)]
const INPUT_IDS: &str = TYPESCRIPT_IDS;

#[wasm_bindgen(typescript_custom_section)]
const VIEW_IDS: &str = view::TYPESCRIPT_IDS;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

#[wasm_bindgen]
extern "C" {
    /// A value for each input; what is left out has its default.
    #[wasm_bindgen(typescript_type = "Partial<Inputs> | Pick<Report, 'inputs'>")]
    pub type JsInputs;
    /// Some inputs with their values.
    #[wasm_bindgen(typescript_type = "Partial<Inputs>")]
    pub type JsSomeInputs;
    /// The id of an input.
    #[wasm_bindgen(typescript_type = "InputId")]
    pub type JsInputId;
    /// The id of a figure.
    #[wasm_bindgen(typescript_type = "View")]
    pub type JsView;
    /// A scenario.
    #[wasm_bindgen(typescript_type = "Scenario | undefined")]
    pub type JsScenario;
    /// What one mine's inputs amount to.
    #[wasm_bindgen(typescript_type = "Report")]
    pub type JsReport;
    /// What is known of a day.
    #[wasm_bindgen(typescript_type = "Dated")]
    pub type JsDated;
    /// A state that was read.
    #[wasm_bindgen(typescript_type = "Reading")]
    pub type JsReading;
    /// Thrown by whatever refuses its input.
    pub type JsInputError;
}

/// The scenario at this place among all of them, counted from 0: whoever has to be quick elsewhere asks for one at a
/// time. `undefined` after the last.
#[wasm_bindgen]
pub fn scenario_at(place: usize) -> JsScenario {
    scenarios::ALL.get(place).map_or(JsValue::UNDEFINED, told).unchecked_into()
}

fn told(scenario: &Scenario) -> JsValue {
    let facts = Array::new();
    for fact in scenario.facts() {
        facts.push(&origin(fact));
    }
    object(&[
        ("id", scenario.id.into()),
        ("title", scenario.title.into()),
        ("summary", scenario.summary.into()),
        ("view", scenario.view.id().into()),
        ("date", scenario.date.into()),
        ("difficulty", scenario.difficulty.into()),
        ("inputs", values(&scenario.inputs())),
        ("facts", facts.into()),
    ])
}

/// The three break-even prices and all that goes with them. Throws an `InputError`.
#[wasm_bindgen]
pub fn evaluate(
    #[wasm_bindgen(unchecked_optional_param_type = "Partial<Inputs>")] inputs: &JsInputs,
) -> Result<JsReport, JsInputError> {
    let report = Report::of(&read(inputs)?);
    let pieces = narrate::sentence(&report);
    let object = object(&[]);
    for &tier in Tier::ALL {
        set(
            &object,
            tier.column(),
            &report.prices.of_tier(tier).map_or(JsValue::NULL, |price| price.value().into()),
        );
    }
    if let Err(reason) = report.prices.all_in {
        set(&object, "reason", &reason.in_words(Words::english()).into());
    }
    for (name, number) in report.numbers() {
        set(&object, name, &number.into());
    }
    set(&object, "regime", &report.regime.id().into());
    set(&object, "inputs", &values(&report.inputs));
    let sentence = Array::new();
    for piece in &pieces {
        sentence.push(&segment(piece));
    }
    set(&object, "sentence", &sentence);
    set(&object, "text", &narrate::text(&pieces).into());
    Ok(object.unchecked_into())
}

/// Every input, and the difficulty.
fn values(inputs: &Inputs) -> JsValue {
    let object = object(&[]);
    for &input in Input::ALL {
        set(&object, input.spec().id, &inputs.get(input).into());
    }
    set(&object, DIFFICULTY, &inputs.difficulty().value().into());
    object
}

fn segment(Segment { text, role, input }: &Segment) -> JsValue {
    let object = object(&[("text", text.into())]);
    set(&object, "role", &known(role.id()));
    if let Some(input) = input {
        set(&object, "input", &known(input.spec().id));
    }
    object
}

/// The value of an input, if it is allowed. Throws an `InputError`.
#[wasm_bindgen]
pub fn check_input(id: &JsInputId, value: f64) -> Result<f64, JsInputError> {
    Ok(input(id)?.check(value)?)
}

/// Reads what stands in an attribute or a cell for an input: `0.02` of a share are two per cent. Throws an
/// `InputError`.
#[wasm_bindgen]
pub fn parse_input(id: &JsInputId, text: &str) -> Result<f64, JsInputError> {
    Ok(input(id)?.parse(text)?)
}

/// Reads what a reader typed in an input's field, where `2` of a share are two per cent; `decimal` is the mark
/// before the decimals, a point where none is named. Throws an `InputError`.
#[wasm_bindgen]
pub fn parse_field(id: &JsInputId, text: &str, decimal: Option<char>) -> Result<f64, JsInputError> {
    Ok(input(id)?.parse_as(text, Writing::field(decimal.unwrap_or('.')))?)
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
    Ok(unit?.number(value, Words::english()))
}

/// A text of the core with other marks in its numbers: `1,234.5` becomes `1.234,5`.
#[wasm_bindgen]
pub fn with_separators(text: &str, decimal: &str, group: &str) -> String {
    format::with_separators(text, decimal, group)
}

/// Where a value stands on its slider, from 0 to 1. Throws an `InputError`.
#[wasm_bindgen]
pub fn slider_position(id: &JsInputId, value: f64) -> Result<f64, JsInputError> {
    Ok(input(id)?.slider_position(value))
}

/// The round value at a position of the slider. Throws an `InputError`.
#[wasm_bindgen]
pub fn slider_value(id: &JsInputId, position: f64) -> Result<f64, JsInputError> {
    Ok(input(id)?.slider_value(position))
}

/// A value moved by so many steps, within the allowed range. Throws an `InputError`.
#[wasm_bindgen]
pub fn step_input(id: &JsInputId, value: f64, count: i32) -> Result<f64, JsInputError> {
    Ok(input(id)?.step(value, count))
}

/// The text of a state, for an address. Throws an `InputError`.
#[wasm_bindgen]
pub fn write_link(scenario: &str, inputs: &JsInputs, id: &JsView) -> Result<String, JsInputError> {
    let (scenario, inputs) = (Scenario::from_id(scenario)?, read(inputs)?);
    Ok(permalink::write(&State { scenario, inputs, view: view(id)? }))
}

/// Reads the text of a state; what cannot be read is left out and told in a warning.
#[wasm_bindgen]
pub fn read_link(text: &str) -> JsReading {
    let Reading { state, warnings } = permalink::read(text);
    let told = Array::new();
    for warning in &warnings {
        let message = warning.message();
        told.push(&object(&[("name", warning.name().into()), ("message", message.into())]));
    }
    let reading = object(&[
        ("scenario", state.scenario.id.into()),
        ("inputs", values(&state.inputs)),
        ("view", state.view.id().into()),
        ("warnings", told.into()),
    ]);
    reading.unchecked_into()
}

/// Network and market of a day, `YYYY-MM-DD`, or of `latest`, the newest that is known. Throws an `InputError`, which
/// names the days that are allowed.
#[wasm_bindgen]
pub fn on_day(date: &str) -> Result<JsDated, JsInputError> {
    let mine = Inputs::default();
    let (date, then) = match date {
        "latest" => (Scenario::from_id("today")?.date(), mine.at_newest()?),
        // What is no day is refused with the days that are allowed, just as one beyond them.
        _ => (date, mine.at_date(Date::parse("date", date).unwrap_or(Date::MIN))?),
    };
    let inputs = object(&[]);
    for input in history::DECIDED.into_iter().chain([Input::Hashrate]) {
        set(&inputs, input.spec().id, &then.get(input).into());
    }
    set(&inputs, DIFFICULTY, &then.difficulty().value().into());
    Ok(object(&[("date", date.into()), ("inputs", inputs)]).unchecked_into())
}

/// What the one input amounts to in which two mines differ, in a sentence; `undefined` where it is not just one. Throws
/// an `InputError`.
#[wasm_bindgen]
pub fn change(before: &JsInputs, after: &JsInputs) -> Result<Option<String>, JsInputError> {
    Ok(narrate::change(&Report::of(&read(before)?), &Report::of(&read(after)?)))
}

/// Where a number of a scenario comes from, in a word.
fn origin(fact: &Fact) -> JsValue {
    object(&[
        ("input", fact.input.spec().id.into()),
        ("value", fact.value.into()),
        ("basis", fact.basis.id().into()),
        ("date", fact.date.into()),
    ])
}

/// The inputs that JavaScript gave, or those of a report; what is left out has its default.
fn read(given: &JsInputs) -> crate::Result<Inputs> {
    if given.is_undefined() {
        return Ok(Inputs::default());
    }
    let within = Reflect::get(given, &known("inputs")).unwrap_or_default();
    let given = if within.is_object() { &within } else { given.as_ref() };
    if let Some(inputs) = read_all(given) {
        return Ok(inputs);
    }
    let mut named = Vec::new();
    for name in Object::keys(given.unchecked_ref::<Object>()) {
        let value = Reflect::get(given, &name).unwrap_or_default();
        let name = name.as_string().unwrap_or_default();
        let Some(number) = value.as_f64() else {
            let told = value.as_string().or_else(|| value.js_typeof().as_string()).unwrap_or_default();
            let allowed = Input::from_id(&name).map_or_else(|_| A_NUMBER.into(), Input::range);
            return Err(Error::not_a_number(&name, &told, allowed));
        };
        named.push((name, number));
    }
    Inputs::default().with_named(named.iter().map(|(name, number)| (name.as_str(), *number)))
}

/// What a page asks with every move has each input, so nothing but numbers crosses; `None` for all that is otherwise.
fn read_all(given: &JsValue) -> Option<Inputs> {
    let ids = || Input::ALL.iter().map(|input| input.spec().id).chain([DIFFICULTY]);
    if Object::keys(given.unchecked_ref::<Object>()).length() as usize != ids().count() {
        return None;
    }
    let mut numbers = Vec::new();
    for id in ids() {
        numbers.push((id, Reflect::get(given, &known(id)).ok()?.as_f64()?));
    }
    Inputs::default().with_named(numbers).ok()
}

const A_NUMBER: Message = message("allowed-number");

fn input(id: &JsInputId) -> crate::Result<Input> {
    Input::from_id(&id.as_string().unwrap_or_default())
}

fn view(id: &JsView) -> crate::Result<View> {
    View::from_id(&id.as_string().unwrap_or_default())
}

#[cfg(feature = "web-whole")]
fn to_js(value: &impl Serialize) -> JsValue {
    let objects =
        serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    value.serialize(&objects).expect_throw("plain data has a JavaScript shape")
}

/// An object with these properties: what serde makes of a struct, at a third of the size.
#[inline(never)]
fn object(properties: &[(&'static str, JsValue)]) -> JsValue {
    let object = Object::new().into();
    for (name, value) in properties {
        set(&object, name, value);
    }
    object
}

#[inline(never)]
fn set(object: &JsValue, name: &'static str, value: &JsValue) {
    Reflect::set(object, &known(name), value).expect_throw("a plain object takes properties");
}

thread_local! {
    static KNOWN: RefCell<Vec<(&'static str, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// A name of the core's as JavaScript has it. It is decoded once: with every move, that would cost more than the
/// number under it.
#[inline(never)]
fn known(name: &'static str) -> JsValue {
    KNOWN.with_borrow_mut(|all| {
        let place = all.iter().position(|(one, _)| std::ptr::eq(*one, name)).unwrap_or_else(|| {
            all.push((name, name.into()));
            all.len() - 1
        });
        all[place].1.clone()
    })
}

impl From<Error> for JsInputError {
    fn from(error: Error) -> Self {
        let words = Words::english();
        let thrown = js_sys::Error::new(&error.message_in(words));
        thrown.set_name("InputError");
        let allowed = &*error.allowed_in(words);
        for (name, text) in [("field", error.field()), ("value", error.value()), ("allowed", allowed)] {
            set(&thrown, name, &text.into());
        }
        thrown.unchecked_into()
    }
}
