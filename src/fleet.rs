//! The whole site: what its megawatts power, mine and cost.

use serde::Serialize;

use crate::breakeven::{power_price, reward};
use crate::inputs::Inputs;
use crate::network::{DAYS_PER_MONTH, HASHES_PER_TERAHASH, SECONDS_PER_DAY};
use crate::units::Watts;

const DAYS_PER_YEAR: f64 = 365.25;
const HOURS_PER_DAY: f64 = 24.0;
/// Mean load of a Northern European home in kW: the article has 600 MW supply a quarter of a million.
const KW_PER_HOME: f64 = 2.4;

/// All that a site of the given capacity is. What is mined, drawn, spent and earned is the mean over the week's
/// schedule, at the network and the market price of the start.
///
/// ```
/// use breakeven::{Fleet, Scenario};
///
/// let enegix = Fleet::of(&Scenario::from_id("enegix")?.inputs());
/// assert_eq!(enegix.homes, 62_500.0);
/// # Ok::<(), breakeven::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Fleet {
    /// What the site can draw, MW.
    pub capacity_mw: f64,
    /// How many machines its capacity runs; `None` where the power of one is not known.
    pub machines: Option<f64>,
    /// What they compute while they run, EH/s.
    pub hashrate_ehs: f64,
    /// That as a share of the network's hash rate: above 1 where the site is larger.
    pub network_share: f64,
    /// Homes of 2.4 kW mean load that what the site draws while it runs would supply.
    pub homes: f64,
    /// Machines and site, USD.
    pub capital: f64,
    /// In a day.
    pub per_day: Turnover,
    /// In a year of 365.25 days.
    pub per_year: Turnover,
}

/// What a site does within a time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Turnover {
    /// Bitcoin mined, the pool's cut taken off.
    pub bitcoin: f64,
    /// Electricity drawn, MWh.
    pub energy_mwh: f64,
    /// Electricity and levy, USD.
    pub electricity: f64,
    /// Staff, site, repairs and hosting, USD.
    pub fixed: f64,
    /// Electricity, levy and fixed costs, USD.
    pub cost: f64,
    /// What the bitcoin sell for, USD.
    pub revenue: f64,
}

impl Turnover {
    fn times(self, factor: f64) -> Self {
        Self {
            bitcoin: self.bitcoin * factor,
            energy_mwh: self.energy_mwh * factor,
            electricity: self.electricity * factor,
            fixed: self.fixed * factor,
            cost: self.cost * factor,
            revenue: self.revenue * factor,
        }
    }
}

impl Fleet {
    /// The site at `inputs`, of machines of unknown size.
    pub fn of(inputs: &Inputs) -> Self {
        let capacity_mw = inputs.capacity().value();
        let machine_watts = machine_watts(inputs);
        let terahashes = machine_watts / inputs.efficiency().value(); // W over J/TH
        let hashrate_ehs = terahashes / 1e6;
        let per_day = daily(inputs, terahashes);
        Self {
            capacity_mw,
            machines: None,
            hashrate_ehs,
            network_share: hashrate_ehs / inputs.hashrate().value(),
            homes: capacity_mw * 1000.0 / KW_PER_HOME,
            capital: crate::lifetime::capital(inputs) * terahashes,
            per_day,
            per_year: per_day.times(DAYS_PER_YEAR),
        }
    }

    /// The site at `inputs`, of machines that draw `power` each, the site's overhead not counted.
    pub fn of_machines(inputs: &Inputs, power: Watts) -> Self {
        let machines = whole(machine_watts(inputs) / power.value());
        Self { machines: machines.is_finite().then_some(machines), ..Self::of(inputs) }
    }
}

/// What is left for the machines, in W.
fn machine_watts(inputs: &Inputs) -> f64 {
    inputs.capacity().value() * 1e6 / inputs.overhead().value()
}

/// So many whole things; a quotient that rounding left beside a whole number is that number.
fn whole(quotient: f64) -> f64 {
    const ROUNDING: f64 = 1e-12;
    let nearest = quotient.round();
    if (quotient - nearest).abs() <= ROUNDING * nearest { nearest } else { quotient.floor() }
}

fn daily(inputs: &Inputs, terahashes: f64) -> Turnover {
    let uptime = inputs.hours().uptime().value();
    let bitcoin = terahashes * HASHES_PER_TERAHASH * SECONDS_PER_DAY * uptime * reward(inputs).value();
    let energy_mwh = inputs.capacity().value() * HOURS_PER_DAY * uptime;
    let electricity = energy_mwh * 1000.0 * power_price(inputs).value();
    let machine_kw = machine_watts(inputs) / 1000.0;
    let fixed = machine_kw * inputs.opex().value() / DAYS_PER_MONTH;
    let revenue = bitcoin * inputs.price().value();
    Turnover { bitcoin, energy_mwh, electricity, fixed, cost: electricity + fixed, revenue }
}
