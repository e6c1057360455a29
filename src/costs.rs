//! What a machine costs: its power, its upkeep, and itself with its part of the site.

use crate::inputs::Inputs;
use crate::network::HOURS_PER_MONTH;
use crate::units::{JoulesPerTerahash, UsdPerKwMonth, UsdPerKwh};

/// What a kilowatt-hour costs in all: tariff and levy, `c+ℓ`.
pub fn power_price(inputs: &Inputs) -> UsdPerKwh {
    inputs.tariff() + inputs.levy()
}

/// Fixed cost of 1 TH/s in a month, USD: `(ε/1000)·o`; at ε J/TH, 1 TH/s draws ε W.
pub(crate) fn fixed_cost_per_terahash(efficiency: JoulesPerTerahash, opex: UsdPerKwMonth) -> f64 {
    efficiency.value() / 1000.0 * opex.value()
}

/// Electricity bill of 1 TH/s that runs for a whole month without pause, USD.
pub(crate) fn electricity_per_terahash_month(inputs: &Inputs) -> f64 {
    kilowatts_per_terahash(inputs) * HOURS_PER_MONTH * power_price(inputs).value()
}

/// Machines and site, spent at the start: `K = m + i·ε·PUE/1000`, USD per TH/s. The site is paid by what it draws,
/// its own overhead included.
pub fn capital(inputs: &Inputs) -> f64 {
    inputs.machine_price().value() + site_price(inputs)
}

/// The site's part of [`capital`], USD per TH/s.
pub(crate) fn site_price(inputs: &Inputs) -> f64 {
    inputs.infrastructure().value() * kilowatts_per_terahash(inputs)
}

/// What 1 TH/s draws with its part of the site's overhead, kW: `ε·PUE/1000`.
fn kilowatts_per_terahash(inputs: &Inputs) -> f64 {
    inputs.efficiency().value() / 1000.0 * inputs.overhead().value()
}
