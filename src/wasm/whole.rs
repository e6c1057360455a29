//! The rest of the boundary: what scripts ask the npm package for, and the build the core. No page loads it.

use js_sys::{Array, Float64Array, Object};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{
    JsInputError, JsInputId, JsInputs, JsNumber, JsView, asked_price, input, name, named_mine, number,
    object, read, set, to_js, values, view,
};
use crate::error::Error;
use crate::figure::{self, Dragged, Size, Table, View};
use crate::inputs::{Input, Slider};
use crate::range::{self, Driver, Intervals, Uncertain};
use crate::scenarios::{self, Fact, Scenario};
use crate::solve::{Target, solve as solve_for};
use crate::units::UsdPerBitcoin;
use crate::words::later::AllowedSeries;
use crate::{Account, Currency, Schedule, Tier, differences as differing, format, widest};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("whole.d.ts");

#[wasm_bindgen]
extern "C" {
    /// The rows of the table.
    #[wasm_bindgen(typescript_type = "InputSpec[]")]
    pub type JsTable;
    /// The numbers behind a figure.
    #[wasm_bindgen(typescript_type = "Series")]
    pub type JsSeries;
    /// What the numbers mean and where they are from, in words.
    #[wasm_bindgen(typescript_type = "Sources")]
    pub type JsSources;
    /// Report, outcome and fleet.
    #[wasm_bindgen(typescript_type = "Account")]
    pub type JsAccount;
    /// The id of an input, or `difficulty`.
    #[wasm_bindgen(typescript_type = "InputId | 'difficulty'")]
    pub type JsTarget;
    /// The id of a break-even.
    #[wasm_bindgen(typescript_type = "Tier")]
    pub type JsTier;
    /// A value or the reason why there is none.
    #[wasm_bindgen(typescript_type = "Solution")]
    pub type JsSolution;
    /// What matters most, first.
    #[wasm_bindgen(typescript_type = "Driver[]")]
    pub type JsDrivers;
    /// The interval of each break-even.
    #[wasm_bindgen(typescript_type = "Intervals")]
    pub type JsIntervals;
    /// How far inputs may be off.
    #[wasm_bindgen(typescript_type = "Uncertain[]")]
    pub type JsUncertain;
    /// Why other calculators differ.
    #[wasm_bindgen(typescript_type = "Difference[]")]
    pub type JsDifferences;
    /// The texts that a page keeps room for.
    #[wasm_bindgen(typescript_type = "Widest")]
    pub type JsWidest;
    /// Every scenario.
    #[wasm_bindgen(typescript_type = "Scenario[]")]
    pub type JsScenarios;
    /// The rows of a figure's table.
    #[wasm_bindgen(typescript_type = "Row[]")]
    pub type JsRows;
    /// The figures.
    #[wasm_bindgen(typescript_type = "ViewRow[]")]
    pub type JsViews;
    /// The named weeks.
    #[wasm_bindgen(typescript_type = "Schedule[]")]
    pub type JsSchedules;
}

/// The core's one table of inputs. The page has it before its core: it is built into the script.
#[wasm_bindgen]
pub fn input_table() -> JsTable {
    let rows = Array::new();
    for &input in Input::ALL {
        rows.push(&row(input));
    }
    rows.unchecked_into()
}

/// Every scenario; the page opens on the first.
#[wasm_bindgen]
pub fn scenarios() -> JsScenarios {
    let all = Array::new();
    for one in scenarios::ALL {
        all.push(&scenario(one));
    }
    all.unchecked_into()
}

fn scenario(scenario: &Scenario) -> JsValue {
    let facts = Array::new();
    for fact in scenario.facts() {
        facts.push(&object(&[
            ("input", fact.input.spec().id.into()),
            ("value", fact.value.into()),
            ("basis", fact.basis.id().into()),
            ("date", fact.date.into()),
        ]));
    }
    let mine = named_mine(scenario);
    set(&mine, "difficulty", &scenario.difficulty.into());
    set(&mine, "inputs", &values(&scenario.inputs()));
    set(&mine, "facts", &facts.into());
    mine
}

/// A figure as standalone SVG text; the view `true` asks about the price that the scenario quotes, where one is named. Throws an
/// `InputError`.
#[wasm_bindgen]
pub fn figure_svg(
    id: &JsView,
    inputs: &JsInputs,
    width: f64,
    height: f64,
    scenario: Option<String>,
) -> Result<String, JsInputError> {
    let inputs = read(inputs)?;
    let plot = figure::plot_about(view(id)?, asked_price(scenario, &inputs)?, &inputs);
    Ok(figure::svg::write(&figure::layout(&plot, Size::new(width, height)?).scene))
}

/// The numbers behind a figure. Throws an `InputError`.
#[wasm_bindgen]
pub fn series(id: &JsView, inputs: &JsInputs) -> Result<JsSeries, JsInputError> {
    let (view, inputs) = (view(id)?, read(inputs)?);
    if !matches!(view, View::Bar | View::Tariff) {
        let allowed = AllowedSeries { views: [View::Bar.id(), View::Tariff.id()].join(", ").into() };
        return Err(Error::not_together("view", view.id(), allowed).into());
    }
    let table = figure::table(view, &inputs);
    // Nothing where the column has a cell without a number.
    let column = |name: &str| -> Vec<f64> {
        let at = table.columns.iter().position(|column| *column == name);
        let numbers = table.rows.iter().map(|row| row.get(at?)?.number());
        numbers.collect::<Option<_>>().unwrap_or_default()
    };
    let x = view.axis().map_or_else(|| vec![inputs.get(Input::Tariff)], |input| column(input.spec().id));
    let object = Object::new().into();
    set(&object, "x", &Float64Array::from(x.as_slice()).into());
    for (name, tier) in [("shutdown", Tier::Shutdown), ("cash", Tier::Cash), ("all_in", Tier::AllIn)] {
        set(&object, name, &Float64Array::from(column(tier.column()).as_slice()).into());
    }
    Ok(object.unchecked_into())
}

/// What a figure shows, a row at each round value along its axis; the view `true` asks as in [`figure_svg`]. Throws an `InputError`.
#[wasm_bindgen]
pub fn table(id: &JsView, inputs: &JsInputs, scenario: Option<String>) -> Result<JsRows, JsInputError> {
    let inputs = read(inputs)?;
    let plot = figure::plot_about(view(id)?, asked_price(scenario, &inputs)?, &inputs);
    Ok(to_js(&Table::of(&plot)).unchecked_into())
}

/// The figures that there are.
#[wasm_bindgen]
pub fn views() -> JsViews {
    let views = Array::new();
    for &view in View::ALL {
        let (width, height) = view.usual_size();
        views.push(&to_js(&ViewRow {
            id: view.id(),
            label: view.label(),
            axis: view.axis().map(|input| input.spec().id),
            dragged: view.dragged().map(Dragged::id),
            width,
            height,
            shows: view.shows(),
        }));
    }
    views.unchecked_into()
}

/// A row of [`views`].
#[derive(serde::Serialize)]
struct ViewRow {
    id: &'static str,
    label: &'static str,
    axis: Option<&'static str>,
    dragged: Option<&'static str>,
    width: f64,
    height: f64,
    shows: &'static str,
}

/// The report, what comes of the mine at the market price, and the whole site. Throws an `InputError`.
#[wasm_bindgen]
pub fn account(
    #[wasm_bindgen(unchecked_optional_param_type = "Partial<Inputs>")] inputs: &JsInputs,
) -> Result<JsAccount, JsInputError> {
    Ok(to_js(&Account::of(&read(inputs)?)).unchecked_into())
}

/// The value of an input that makes a break-even the price, or the reason why there is none. Throws an
/// `InputError`.
#[wasm_bindgen]
pub fn solve(
    inputs: &JsInputs,
    target: &JsTarget,
    tier: &JsTier,
    price: &JsNumber,
) -> Result<JsSolution, JsInputError> {
    let target = Target::from_id(&name(target))?;
    let price = UsdPerBitcoin::of(number(Input::Price, price)?);
    let solution = match solve_for(&read(inputs)?, target, tier_of(tier)?, price) {
        Ok(value) => Solution { value: Some(value), none: None },
        Err(reason) => Solution { value: None, none: Some(reason.to_string()) },
    };
    Ok(to_js(&solution).unchecked_into())
}

/// How much each input moves a break-even, the one that matters most first; none where no price is reached. An input
/// that is 0 swings over the range of the scenario, where one is named that has it. Throws an `InputError`.
#[wasm_bindgen]
pub fn drivers(
    inputs: &JsInputs,
    tier: &JsTier,
    scenario: Option<String>,
) -> Result<JsDrivers, JsInputError> {
    let inputs = read(inputs)?;
    let ranges = match scenario {
        Some(id) => Scenario::from_id(&id)?.uncertain(&inputs),
        None => Vec::new(),
    };
    let drivers: Vec<Driver> = range::drivers(&inputs, &ranges, tier_of(tier)?).unwrap_or_default();
    Ok(to_js(&drivers).unchecked_into())
}

/// What is uncertain in a scenario whose values were changed to `inputs`. Throws an `InputError`.
#[wasm_bindgen]
pub fn uncertain(scenario: &str, inputs: &JsInputs) -> Result<JsUncertain, JsInputError> {
    let ranges: Vec<Uncertain> = Scenario::from_id(scenario)?.uncertain(&read(inputs)?);
    Ok(to_js(&ranges).unchecked_into())
}

/// The interval of each break-even, as the scenario's ranges make it. Throws an `InputError`.
#[wasm_bindgen]
pub fn intervals(scenario: &str, inputs: &JsInputs) -> Result<JsIntervals, JsInputError> {
    let inputs = read(inputs)?;
    let ranges = Scenario::from_id(scenario)?.uncertain(&inputs);
    Ok(to_js(&Intervals::of(&inputs, &ranges)?).unchecked_into())
}

/// Why other calculators come to other figures, with examples of this mine. Throws an `InputError`.
#[wasm_bindgen]
pub fn differences(
    #[wasm_bindgen(unchecked_optional_param_type = "Partial<Inputs>")] inputs: &JsInputs,
) -> Result<JsDifferences, JsInputError> {
    Ok(to_js(&differing::differences(&read(inputs)?)).unchecked_into())
}

/// What a page keeps room for: the texts that change, as wide as they get.
#[wasm_bindgen]
pub fn widest() -> JsWidest {
    let fields = Object::new().into();
    for &input in Input::ALL {
        set(&fields, input.spec().id, &widest::field(input).into());
    }
    let room = Object::new().into();
    set(&room, "sentences", &to_js(&widest::sentences()));
    set(&room, "fields", &fields);
    room.unchecked_into()
}

/// The named weeks, the longest first.
#[wasm_bindgen]
pub fn schedules() -> JsSchedules {
    let named = |schedule: &Schedule| Week { id: schedule.id(), hours: schedule.hours().value() };
    to_js(&Schedule::ALL.iter().map(named).collect::<Vec<_>>()).unchecked_into()
}

/// Reads a tariff or a levy typed in a local currency, `rate` units of which are a US dollar; gives US dollars.
/// Throws an `InputError`, its range in the local currency.
#[wasm_bindgen]
pub fn parse_local(id: &JsInputId, text: &str, code: &str, rate: f64) -> Result<f64, JsInputError> {
    Ok(Currency::new(code, rate)?.parse(input(id)?, text)?)
}

/// An input's value with its unit, as it stands in a sentence. Throws an `InputError`.
#[wasm_bindgen]
pub fn format_with_unit(id: &JsInputId, value: f64) -> Result<String, JsInputError> {
    Ok(input(id)?.written(value))
}

/// US dollars for readers. Throws an `InputError`.
#[wasm_bindgen]
pub fn format_usd(value: f64) -> String {
    format::usd(value)
}

/// What every number means and where it is from, in words.
#[wasm_bindgen]
pub fn sources() -> JsSources {
    let help = |input: &Input| {
        let spec = input.spec();
        Help { id: spec.id, help: spec.help(), source: spec.source() }
    };
    let mine = |scenario: &'static Scenario| Mine {
        id: scenario.id,
        difficulty_source: scenario.difficulty_source,
        conclusion: scenario.conclusion(),
        facts: scenario.facts().map(|fact| Cited { fact, address: fact.address() }).collect(),
    };
    let sources = Sources {
        inputs: Input::ALL.iter().map(help).collect(),
        scenarios: scenarios::ALL.iter().map(mine).collect(),
        differences: differing::differences(&scenarios::ALL[0].inputs()),
    };
    to_js(&sources).unchecked_into()
}

/// A row of the table.
fn row(input: Input) -> JsValue {
    let spec = input.spec();
    let slider = match spec.slider {
        Slider::Linear(from, to) => track("linear", from, to),
        Slider::Log(from, to) => track("log", from, to),
    };
    object(&[
        ("id", spec.id.into()),
        ("label", spec.label.into()),
        ("symbol", spec.symbol.into()),
        ("unit", spec.unit.to_string().into()),
        ("field_unit", input.unit().into()),
        ("min", spec.min.into()),
        ("max", spec.max.into()),
        ("default", spec.default.into()),
        ("slider", slider),
        ("step", input.step_size(spec.default).into()),
    ])
}

fn track(scale: &str, from: f64, to: f64) -> JsValue {
    object(&[("scale", scale.into()), ("from", from.into()), ("to", to.into())])
}

fn tier_of(id: &JsTier) -> crate::Result<Tier> {
    Tier::from_id(&name(id))
}

#[derive(Serialize)]
struct Solution {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    none: Option<String>,
}

#[derive(Serialize)]
struct Week {
    id: &'static str,
    hours: f64,
}

#[derive(Serialize)]
struct Sources {
    inputs: Vec<Help>,
    scenarios: Vec<Mine>,
    differences: Vec<differing::Difference>,
}

#[derive(Serialize)]
struct Help {
    id: &'static str,
    help: &'static str,
    source: &'static str,
}

#[derive(Serialize)]
struct Mine {
    id: &'static str,
    difficulty_source: &'static str,
    conclusion: String,
    facts: Vec<Cited>,
}

/// A number, and where its source can be read.
#[derive(Serialize)]
struct Cited {
    #[serde(flatten)]
    fact: &'static Fact,
    address: Option<&'static str>,
}
