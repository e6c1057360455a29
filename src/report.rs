//! What one mine's inputs amount to: its break-evens and what the market price makes of it.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::breakeven::{
    Prices, bitcoin_per_petahash_day, energy_of, hashcost, hashprice, power_price, reward, strike,
};
use crate::inputs::Inputs;
use crate::lifetime::Projection;
use crate::tier::Tier;
use crate::units::{
    BitcoinPerPetahashDay, Difficulty, ExahashesPerSecond, KwhPerBitcoin, UsdPerBitcoin, UsdPerMwh,
    UsdPerPetahashDay,
};
use crate::words::Words;

/// The answer for one mine.
///
/// ```
/// use breakeven::{Inputs, Regime, Report};
///
/// let report = Report::of(&Inputs::default());
/// assert!(report.prices.shutdown < report.inputs.price());
/// assert_eq!(report.regime, Regime::Runs);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Report {
    /// The three break-even prices.
    pub prices: Prices,
    /// Revenue of 1 PH/s in a day at the market price.
    pub hashprice: UsdPerPetahashDay,
    /// Electricity bill of 1 PH/s in a day.
    pub hashcost: UsdPerPetahashDay,
    /// The power price above which it pays to sell the power rather than mine with it: [`strike`].
    pub strike: UsdPerMwh,
    /// Electricity spent on one bitcoin.
    pub energy_per_bitcoin: KwhPerBitcoin,
    /// Bitcoin expected by 1 PH/s in a day.
    pub bitcoin_per_ph_day: BitcoinPerPetahashDay,
    /// The network's difficulty.
    pub difficulty: Difficulty,
    /// The hash rate that finds a block every ten minutes at that difficulty.
    pub hashrate: ExahashesPerSecond,
    /// What the market price makes of the mine.
    pub regime: Regime,
    /// What was asked.
    pub inputs: Inputs,
}

/// What a miner does at the market price.
///
/// The market price is that of the first day, and so are the break-evens. Where price or difficulty is to change, the
/// all-in break-even counts on it and may lie below the shutdown price, which is that of the first day alone: then
/// between the two a mine is worth building and yet stands still at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Regime {
    /// The price is at or above the all-in break-even.
    WorthBuilding,
    /// The price pays at least the electricity of the first day, but does not earn the machines back with interest at the
    /// discount rate, even with the assumed growth.
    Runs,
    /// The price does not pay the electricity of the first day, and does not earn the machines back either.
    SwitchedOff,
}

impl Regime {
    /// The name in data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::WorthBuilding => "worth-building",
            Self::Runs => "runs",
            Self::SwitchedOff => "switched-off",
        }
    }

    fn of(prices: &Prices, market: UsdPerBitcoin) -> Self {
        if prices.all_in.is_ok_and(|all_in| market >= all_in) {
            Self::WorthBuilding
        } else if market >= prices.shutdown {
            Self::Runs
        } else {
            Self::SwitchedOff
        }
    }
}

impl Report {
    /// The answer for the mine at `inputs`.
    pub fn of(inputs: &Inputs) -> Self {
        let reward = reward(inputs);
        let (prices, energy) = (Prices::of(inputs), energy_of(inputs, reward));
        Self {
            prices,
            hashprice: hashprice(inputs.price(), reward),
            hashcost: hashcost(power_price(inputs), inputs.efficiency(), inputs.overhead()),
            strike: strike(inputs.price(), energy, inputs.levy()),
            energy_per_bitcoin: energy,
            bitcoin_per_ph_day: bitcoin_per_petahash_day(reward),
            difficulty: inputs.difficulty(),
            hashrate: inputs.hashrate(),
            regime: Regime::of(&prices, inputs.price()),
            inputs: inputs.clone(),
        }
    }

    /// What is a number whatever the mine, by its name in data.
    #[doc(hidden)] // for the command's tables
    pub fn numbers(&self) -> [(&'static str, f64); 7] {
        [
            ("hashprice", self.hashprice.value()),
            ("hashcost", self.hashcost.value()),
            ("strike_usd_per_mwh", self.strike.value()),
            ("energy_per_bitcoin_kwh", self.energy_per_bitcoin.value()),
            ("bitcoin_per_ph_day", self.bitcoin_per_ph_day.value()),
            ("difficulty", self.difficulty.value()),
            ("hashrate_ehs", self.hashrate.value()),
        ]
    }

    /// Whether the market price pays the electricity on the first day.
    pub(crate) fn runs_today(&self) -> bool {
        self.inputs.price() >= self.prices.shutdown
    }

    /// Whether the market price pays the electricity of any month.
    pub(crate) fn ever_runs(&self) -> bool {
        let price = self.inputs.price().value();
        Projection::of(&self.inputs).any(|month| month.runs_at(price))
    }
}

/// Flat, with the unit in the key where the value does not tell it; an unreachable all-in price is `null` and has a
/// `reason`. A map, because what serde derives for a struct weighs a kilobyte more on the way to the page.
impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for &tier in Tier::ALL {
            map.serialize_entry(tier.column(), &self.prices.of_tier(tier).ok())?;
        }
        if let Err(reason) = self.prices.all_in {
            map.serialize_entry("reason", reason.in_words(Words::usual()))?;
        }
        for (name, value) in self.numbers() {
            map.serialize_entry(name, &value)?;
        }
        map.serialize_entry("regime", self.regime.id())?;
        map.serialize_entry("inputs", &self.inputs)?;
        map.end()
    }
}
