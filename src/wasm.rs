//! The boundary to JavaScript: the only module that names `wasm_bindgen`, `js_sys` and `web_sys`.
//!
//! No logic lives here. Structured values cross by `serde-wasm-bindgen`, series as typed arrays, and a figure
//! as changes to the live nodes of an SVG element.

#[cfg(feature = "web-whole")]
mod inputs;
mod live;
mod marks;
mod mine;
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

#[cfg(target_arch = "wasm32")]
use crate::inputs::TYPESCRIPT_IDS;
use crate::inputs::{DIFFICULTY, Input, Inputs};
use crate::narrate::Segment;
use crate::scenarios::{self, Scenario};
#[cfg(feature = "web-whole")]
use crate::units::UsdPerBitcoin;
use crate::view::{self, View};
use crate::words::Words;
use crate::{Error, Report, Tier, format, narrate};

use marks::{Separators, separated};

pub use live::*;
pub use mine::*;
pub use table::*;
pub use working::*;
#[cfg(feature = "web-whole")]
pub use {inputs::*, time::*, whole::*};

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
    #[wasm_bindgen(typescript_type = "NamedMine | undefined")]
    pub type JsScenario;
    /// What one mine's inputs amount to.
    #[wasm_bindgen(typescript_type = "Report")]
    pub type JsReport;
    /// Thrown by whatever refuses its input.
    pub type JsInputError;
}

/// The scenario at this place among all of them, counted from 0: whoever has to be quick elsewhere asks for one at a
/// time. `undefined` after the last.
#[wasm_bindgen]
pub fn scenario_at(place: usize) -> JsScenario {
    scenarios::ALL.get(place).map_or(JsValue::UNDEFINED, named_mine).unchecked_into()
}

fn named_mine(scenario: &Scenario) -> JsValue {
    object(&[
        ("id", scenario.id.into()),
        ("title", scenario.title.into()),
        ("summary", scenario.summary.into()),
        ("view", scenario.view.id().into()),
        ("date", scenario.date.into()),
    ])
}

fn reported(report: &Report) -> JsReport {
    let pieces = narrate::sentence(report);
    let object = object(&[]);
    for &tier in Tier::ALL {
        set(
            &object,
            tier.column(),
            &report.prices.of_tier(tier).map_or(JsValue::NULL, |price| price.value().into()),
        );
    }
    if let Err(reason) = report.prices.all_in {
        set(&object, "reason", &reason.in_words(Words::usual()).into());
    }
    for (name, number) in report.numbers() {
        set(&object, name, &number.into());
    }
    set(&object, "regime", &report.regime.id().into());
    set(&object, "inputs", &values(&report.inputs));
    let sentence = Array::new();
    for piece in &pieces {
        sentence.push(&segment(piece, None));
    }
    set(&object, "sentence", &sentence);
    set(&object, "text", &narrate::text(&pieces).into());
    object.unchecked_into()
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

fn segment(Segment { text, role, input }: &Segment, marks: Option<&Separators>) -> JsValue {
    let object = object(&[("text", (&*separated(text, marks)).into())]);
    set(&object, "role", &known(role.id()));
    if let Some(input) = input {
        set(&object, "input", &known(input.spec().id));
    }
    object
}

/// A text of the core with other marks in its numbers: from `1,234.5`, where those are English, `1.234,5`.
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

fn input(id: &JsInputId) -> crate::Result<Input> {
    Input::from_id(&name(id))
}

fn view(id: &JsView) -> crate::Result<View> {
    View::from_id(&name(id))
}

/// The price that a scenario quotes, where one is named.
#[cfg(feature = "web-whole")]
fn asked_price(scenario: Option<String>, inputs: &Inputs) -> crate::Result<Option<UsdPerBitcoin>> {
    Ok(scenario.map(|id| Scenario::from_id(&id)).transpose()?.and_then(|one| one.asked_price(inputs)))
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
        let words = Words::usual();
        let thrown = js_sys::Error::new(&error.message_in(words));
        thrown.set_name("InputError");
        let allowed = &*error.allowed_in(words);
        for (name, text) in [("field", error.field()), ("value", error.value()), ("allowed", allowed)] {
            set(&thrown, name, &text.into());
        }
        thrown.unchecked_into()
    }
}

/// What was given as a name. The page gives names alone.
#[cfg(not(feature = "web-whole"))]
#[inline(always)]
fn name(given: &JsValue) -> String {
    given.as_string().unwrap_or_default()
}
