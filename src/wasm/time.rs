//! The boundary's part about time: the network's history, and the machines of each year.

use js_sys::{Float64Array, Object};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{JsAllInputs, JsInputError, JsInputs, read, set, to_js};
use crate::date::Date;
use crate::history::{self, UnderWater};
use crate::inputs::Inputs;
use crate::machines::{self, Machine};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("time.d.ts");

#[wasm_bindgen]
extern "C" {
    /// Columns, one row for each difficulty period.
    #[wasm_bindgen(typescript_type = "History")]
    pub type JsHistory;
    /// Machines on sale at some time.
    #[wasm_bindgen(typescript_type = "Machine[]")]
    pub type JsMachines;
    /// When a machine stopped paying for its electricity.
    #[wasm_bindgen(typescript_type = "UnderWater")]
    pub type JsUnderWater;
}

/// From where JavaScript counts.
const EPOCH: Date = Date::of(0);
const MILLISECONDS_PER_DAY: f64 = 86_400_000.0;

/// The mine in every difficulty period since 2009. Throws an `InputError`.
#[wasm_bindgen]
pub fn history(inputs: &JsInputs) -> Result<JsHistory, JsInputError> {
    let rows: Vec<_> = history::of(&read(inputs)?).collect();
    let object: JsValue = Object::new().into();
    let or_nan = |number: Option<f64>| number.unwrap_or(f64::NAN);
    let columns: [(&str, Vec<f64>); 7] = [
        (
            "time",
            rows.iter()
                .map(|row| f64::from(row.period.date.days_since(EPOCH)) * MILLISECONDS_PER_DAY)
                .collect(),
        ),
        ("difficulty", rows.iter().map(|row| row.period.difficulty.value()).collect()),
        ("price", rows.iter().map(|row| or_nan(row.period.price.map(|price| price.value()))).collect()),
        ("fees", rows.iter().map(|row| or_nan(row.period.fees.map(|fees| fees.value()))).collect()),
        ("shutdown", rows.iter().map(|row| row.shutdown.value()).collect()),
        ("best", rows.iter().map(|row| or_nan(row.best_shutdown.map(|price| price.value()))).collect()),
        ("hashprice", rows.iter().map(|row| or_nan(row.hashprice.map(|price| price.value()))).collect()),
    ];
    for (name, numbers) in &columns {
        set(&object, name, &Float64Array::from(numbers.as_slice()).into());
    }
    Ok(object.unchecked_into())
}

/// The machines in whose names every word of `query` occurs; no word finds all.
#[wasm_bindgen]
pub fn search_machines(query: &str) -> JsMachines {
    let found: Vec<_> = machines::search(query).map(Listed::of).collect();
    to_js(&found).unchecked_into()
}

/// The life of the machine of that name with the tariff, levy, overhead and pool fee of `inputs`. Throws an
/// `InputError`.
#[wasm_bindgen]
pub fn under_water(name: &str, inputs: &JsInputs) -> Result<JsUnderWater, JsInputError> {
    let life = UnderWater::of(Machine::from_name(name)?, &read(inputs)?)?;
    let told = Life { first: life.first, for_good: life.for_good, came_back: life.came_back };
    Ok(to_js(&told).unchecked_into())
}

/// The inputs with network, subsidy, fees and price of a day, `YYYY-MM-DD`, or `latest` for the newest that is known.
/// Throws an `InputError`.
#[wasm_bindgen]
pub fn at_date(inputs: &JsInputs, date: &str) -> Result<JsAllInputs, JsInputError> {
    let inputs: Inputs = read(inputs)?;
    let (_, then) = inputs.on_day(date)?;
    Ok(to_js(&then).unchecked_into())
}

#[derive(Serialize)]
struct Listed {
    name: String,
    hashrate_ths: f64,
    power_w: f64,
    efficiency: f64,
    released: Date,
}

impl Listed {
    fn of(machine: &Machine) -> Self {
        Self {
            name: machine.to_string(),
            hashrate_ths: machine.hashrate.value(),
            power_w: machine.power.value(),
            efficiency: machine.efficiency().value(),
            released: machine.released,
        }
    }
}

#[derive(Serialize)]
struct Life {
    first: Option<Date>,
    for_good: Option<Date>,
    came_back: bool,
}
