//! The three prices below which a miner switches off, cannot pay its bills, never earns its machines back.

use crate::costs::fixed_cost_per_terahash;
pub use crate::costs::power_price;
use crate::inputs::Inputs;
use crate::lifetime::{self, BreakEven};
use crate::network::{HASHES_PER_TERAHASH, SECONDS_PER_DAY, SECONDS_PER_MONTH, reward_per_hash};
use crate::units::{
    BitcoinPerHash, BitcoinPerPetahashDay, JoulesPerTerahash, KwhPerBitcoin, PowerUsageEffectiveness,
    UsdPerBitcoin, UsdPerKwh, UsdPerMwh, UsdPerPetahashDay,
};

const HASHES_PER_PETAHASH: f64 = 1e15;
const JOULES_PER_KWH: f64 = 3.6e6;
const KWH_PER_MWH: f64 = 1e3;

/// The three break-even prices of one mine.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Prices {
    /// Pays the electricity. Below it, switch off.
    pub shutdown: UsdPerBitcoin,
    /// Pays staff, site and hosting too.
    pub cash: UsdPerBitcoin,
    /// Earns the machines back too, or the reason why no price does.
    pub all_in: BreakEven,
}

impl Prices {
    /// The three prices at `inputs`.
    ///
    /// ```
    /// use breakeven::{Inputs, Prices};
    ///
    /// let prices = Prices::of(&Inputs::default());
    /// assert!(prices.shutdown < prices.cash && prices.cash < prices.all_in.unwrap());
    /// ```
    pub fn of(inputs: &Inputs) -> Self {
        let reward = reward(inputs);
        let shutdown = shutdown_of(inputs, reward);
        Self { shutdown, cash: cash_price(inputs, shutdown, reward), all_in: lifetime::all_in_price(inputs) }
    }
}

/// Bitcoin expected for one hash at `inputs`.
pub fn reward(inputs: &Inputs) -> BitcoinPerHash {
    reward_per_hash(inputs.difficulty(), inputs.subsidy(), inputs.fees(), inputs.pool_fee())
}

/// Electricity spent on one bitcoin: `ε·10⁻¹²·PUE/(3.6·10⁶·b)`.
pub fn energy_per_bitcoin(
    efficiency: JoulesPerTerahash,
    overhead: PowerUsageEffectiveness,
    reward: BitcoinPerHash,
) -> KwhPerBitcoin {
    let kwh_per_hash = efficiency.value() / HASHES_PER_TERAHASH * overhead.value() / JOULES_PER_KWH;
    KwhPerBitcoin::held(kwh_per_hash / reward.value())
}

/// The price that pays the electricity of a bitcoin and no more. The hours run per week do not matter:
/// a machine that stands still earns nothing and draws nothing.
///
/// ```
/// use breakeven::network::reward_per_hash;
/// use breakeven::units::*;
/// use breakeven::{energy_per_bitcoin, shutdown_price};
///
/// // "628 EH/s, 16 J/TH, 5 cents": a forum made it 96,460 USD, having forgotten the division by 3.6.
/// let difficulty = HashRate::new(628e18)?.difficulty();
/// let (subsidy, no_fees, no_pool) =
///     (BitcoinPerBlock::new(3.125)?, BitcoinPerBlock::new(0.0)?, Share::new(0.0)?);
/// let reward = reward_per_hash(difficulty, subsidy, no_fees, no_pool);
/// let energy =
///     energy_per_bitcoin(JoulesPerTerahash::new(16.0)?, PowerUsageEffectiveness::new(1.0)?, reward);
/// assert_eq!(shutdown_price(UsdPerKwh::new(0.05)?, energy).value().round(), 26_795.0);
/// # Ok::<(), breakeven::Error>(())
/// ```
pub fn shutdown_price(power: UsdPerKwh, energy: KwhPerBitcoin) -> UsdPerBitcoin {
    power * energy
}

/// The price that also pays the fixed costs: `shutdown + (ε/1000)·o/(u·10¹²·seconds per month·b)`.
pub fn cash_price(inputs: &Inputs, shutdown: UsdPerBitcoin, reward: BitcoinPerHash) -> UsdPerBitcoin {
    let coins_per_month =
        inputs.hours().uptime().value() * HASHES_PER_TERAHASH * SECONDS_PER_MONTH * reward.value();
    let fixed = fixed_cost_per_terahash(inputs.efficiency(), inputs.opex());
    UsdPerBitcoin::held(shutdown.value() + fixed / coins_per_month)
}

/// The strike: the power price above which it pays to sell the power rather than mine with it. It is what mining earns
/// from a megawatt-hour that the site draws, the levy on mining paid: `1000·(P/E − ℓ)`, and so the tariff, in
/// USD/MWh, at which the shutdown price is the market price. Overhead and pool fee count, as they do in `E`; the
/// tariff does not, since the power is bought either way; nor do hours and fixed costs, which are what they are whether
/// an hour is mined or sold. Below zero, where the levy is more than mining earns, power is worth mining with only to
/// whoever is paid to take it.
///
/// Power markets call the price at which a flexible load gives its power back its strike price; miners tell it as their
/// revenue per MWh.
///
/// ```
/// use breakeven::breakeven::strike;
/// use breakeven::{Input, Inputs, Report};
///
/// let report = Report::of(&Inputs::default());
/// let there = Inputs::default().with(Input::Tariff, report.strike.value() / 1000.0)?;
/// let shutdown = Report::of(&there).prices.shutdown;
/// assert!((shutdown.value() / there.price().value() - 1.0).abs() < 1e-12);
/// assert_eq!(report.strike, strike(there.price(), report.energy_per_bitcoin, there.levy()));
/// # Ok::<(), breakeven::Error>(())
/// ```
pub fn strike(market: UsdPerBitcoin, energy: KwhPerBitcoin, levy: UsdPerKwh) -> UsdPerMwh {
    // Coins that bring nothing pay for no power, not even for none.
    let paid = if market.value() == 0.0 { 0.0 } else { market.value() / energy.value() };
    UsdPerMwh::held((paid - levy.value()) * KWH_PER_MWH)
}

/// Bitcoin expected by 1 PH/s in a day.
pub fn bitcoin_per_petahash_day(reward: BitcoinPerHash) -> BitcoinPerPetahashDay {
    BitcoinPerPetahashDay::of(reward.value() * HASHES_PER_PETAHASH * SECONDS_PER_DAY)
}

/// Hashprice: what 1 PH/s earns in a day at `price`.
pub fn hashprice(price: UsdPerBitcoin, reward: BitcoinPerHash) -> UsdPerPetahashDay {
    price * bitcoin_per_petahash_day(reward)
}

/// Hashcost: the electricity bill of 1 PH/s that runs for a day.
pub fn hashcost(
    power: UsdPerKwh,
    efficiency: JoulesPerTerahash,
    overhead: PowerUsageEffectiveness,
) -> UsdPerPetahashDay {
    let kwh_per_day = efficiency.value() * overhead.value() * 24.0; // 1 PH/s draws ε kW
    UsdPerPetahashDay::of(power.value() * kwh_per_day)
}

/// [`energy_per_bitcoin`] of the mine at `inputs`.
pub(crate) fn energy_of(inputs: &Inputs, reward: BitcoinPerHash) -> KwhPerBitcoin {
    energy_per_bitcoin(inputs.efficiency(), inputs.overhead(), reward)
}

/// [`shutdown_price`] of the mine at `inputs`.
pub(crate) fn shutdown_of(inputs: &Inputs, reward: BitcoinPerHash) -> UsdPerBitcoin {
    shutdown_price(power_price(inputs), energy_of(inputs, reward))
}
