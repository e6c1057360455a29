//! The rows. What is written here once becomes [`Input`], its [`Spec`], and a value, a getter and a setter of
//! [`Inputs`].

use super::{LATEST_DIFFICULTY, Slider, Spec, Step, Unit};
use crate::error::Result;
use crate::network::hash_rate_at;
use crate::units::{
    BitcoinPerBlock, Difficulty, ExahashesPerSecond, HoursPerWeek, JoulesPerTerahash, Megawatts, Months,
    PerYear, PowerUsageEffectiveness, Share, UsdPerBitcoin, UsdPerKw, UsdPerKwMonth, UsdPerKwh,
    UsdPerTerahash,
};
use crate::words::{Message, message, with_number};

/// A value for every input. Each lies in its allowed range, and a block pays at least one satoshi.
///
/// ```
/// use breakeven::{Input, Inputs};
///
/// let inputs = Inputs::default().with(Input::Tariff, 0.07)?;
/// assert_eq!(inputs.tariff().value(), 0.07);
/// assert_eq!(inputs.get(Input::Hours), 168.0);
/// # Ok::<(), breakeven::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    pub(super) values: [f64; TABLE.len()],
    /// Canonical; `values` holds its ten-minute hash rate.
    pub(super) difficulty: Difficulty,
}

macro_rules! table {
    ($($(#[$doc:meta])* $variant:ident $getter:ident $setter:ident: $type:ident {
        $id:literal, $symbol:literal, $unit:expr, $min:literal..=$max:literal, default $default:expr,
        $slider:expr, $step:expr
    })*) => {
        /// An input of the model, in the order of the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Input {$(
            $(#[$doc])*
            $variant,
        )*}

        impl Input {
            /// Every input, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant),*];
        }

        /// The rows, in the order of [`Input`].
        pub(super) const TABLE: &[Spec] = &[$(Spec {
            id: $id, label: message(concat!("input-", $id)).usual(), symbol: $symbol, unit: $unit,
            min: $min as f64, max: $max as f64, default: $default, slider: $slider, step: $step,
            label_of: message(concat!("input-", $id)),
            unit_of: message(concat!("input-", $id, "-unit")),
            value_of: with_number(concat!("input-", $id, "-value")),
            #[cfg(feature = "sources")]
            help: message(concat!("input-", $id, "-help")),
            #[cfg(feature = "sources")]
            source: message(concat!("input-", $id, "-source")),
        }),*];

        /// The names within a sentence, in the order of [`Input`].
        pub(super) const NAMES: &[Message] = &[$(message(concat!("input-", $id, "-name"))),*];

        /// The ids as a TypeScript union, for the types of the web boundary.
        #[cfg(all(feature = "web", target_arch = "wasm32"))]
        #[allow(dead_code, reason = "read while compiling, by the macro that writes the declarations")]
        pub(crate) const TYPESCRIPT_IDS: &str = concat!("export type InputId =", $(" | '", $id, "'",)* ";\n");

        impl Inputs {$(
            $(#[$doc])*
            pub const fn $getter(&self) -> $type {
                $type::of(self.values[Input::$variant as usize])
            }

            #[doc = concat!(
                "The same with another `", $id, "`. Allowed is ", stringify!($min), " to ", stringify!($max),
                "; [`Spec`] tells its default and its source.\n\n# Errors\nWhere it is not allowed, or a block would pay nothing."
            )]
            pub fn $setter(&self, value: $type) -> Result<Self> {
                self.with(Input::$variant, value.value())
            }
        )*}
    };
}

table! {
    /// Electricity tariff, `tariff`: what a kilowatt-hour costs the mine, delivered.
    Tariff tariff with_tariff: UsdPerKwh {
        "tariff", "c", Unit::UsdPer("kWh"), 0..=5, default 0.05, Slider::Log(0.001, 0.5), Step::SecondDigit
    }
    /// Hardware efficiency, `efficiency`: energy that the machines spend on a trillion hashes; less is better.
    Efficiency efficiency with_efficiency: JoulesPerTerahash {
        "efficiency", "ε", Unit::Plain("J/TH"), 1..=1e8, default 17.5, Slider::Log(8.0, 150.0), Step::SecondDigit
    }
    /// Network hash rate, `hashrate`: all the world's miners together, as the difficulty tells it.
    Hashrate hashrate with_hashrate: ExahashesPerSecond {
        "hashrate", "H", Unit::Plain("EH/s"), 1e-9..=1e6, default hash_rate_at(LATEST_DIFFICULTY) / 1e18, Slider::Log(10.0, 2_000.0), Step::SecondDigit
    }
    /// Bitcoin price, `price`: what a bitcoin sells for.
    Price price with_price: UsdPerBitcoin {
        "price", "P", Unit::UsdPer("BTC"), 0.01..=1e8, default 80_308.0, Slider::Log(1_000.0, 1_000_000.0), Step::SecondDigit
    }
    /// Block subsidy, `subsidy`: new bitcoin in each block; it halves every 210,000 blocks.
    Subsidy subsidy with_subsidy: BitcoinPerBlock {
        "subsidy", "S", Unit::Plain("BTC/block"), 0..=50, default 3.125, Slider::Linear(0.0, 50.0), Step::Of(0.125)
    }
    /// Transaction fees, `fees`: what the senders of a block's transactions pay its miner.
    Fees fees with_fees: BitcoinPerBlock {
        "fees", "F", Unit::Plain("BTC/block"), 0..=50, default 0.02, Slider::Linear(0.0, 2.0), Step::Of(0.01)
    }
    /// Pool fee, `pool_fee`: the part of the reward that the mining pool keeps; 0.02 is two per cent.
    PoolFee pool_fee with_pool_fee: Share {
        "pool_fee", "f", Unit::Share, 0..=0.2, default 0.02, Slider::Linear(0.0, 0.1), Step::Of(0.005)
    }
    /// Overhead, `overhead`: power drawn by the site for each unit drawn by its machines; fans and transformers take the rest.
    Overhead overhead with_overhead: PowerUsageEffectiveness {
        "overhead", "PUE", Unit::Plain("PUE"), 1..=2, default 1.03, Slider::Linear(1.0, 1.5), Step::Of(0.01)
    }
    /// Levy on power, `levy`: a tax on the electricity used for mining, on top of the tariff.
    Levy levy with_levy: UsdPerKwh {
        "levy", "ℓ", Unit::UsdPer("kWh"), 0..=1, default 0.0, Slider::Linear(0.0, 0.1), Step::Of(0.0001)
    }
    /// Hours run, `hours`: hours of the week in which the machines run; 168 is around the clock.
    Hours hours with_hours: HoursPerWeek {
        "hours", "h", Unit::Plain("h/week"), 1..=168, default 168.0, Slider::Linear(1.0, 168.0), Step::Of(1.0)
    }
    /// Fixed operating cost, `opex`: staff, site, repairs and hosting, per kW of machine load and month, run or not.
    Opex opex with_opex: UsdPerKwMonth {
        "opex", "o", Unit::UsdPer("kW-month"), 0..=1000, default 5.0, Slider::Linear(0.0, 50.0), Step::Of(0.5)
    }
    /// Machine price, `machine_price`: what the machines cost, for each TH/s that they compute.
    MachinePrice machine_price with_machine_price: UsdPerTerahash {
        "machine_price", "m", Unit::UsdPer("TH/s"), 0..=10_000, default 14.0, Slider::Log(1.0, 1_000.0), Step::Of(1.0)
    }
    /// Infrastructure price, `infrastructure`: halls, transformers and cabling, per kW that the site draws, its overhead included.
    Infrastructure infrastructure with_infrastructure: UsdPerKw {
        "infrastructure", "i", Unit::UsdPer("kW"), 0..=20_000, default 833.0, Slider::Linear(0.0, 3_000.0), Step::Of(10.0)
    }
    /// Resale value, `resale`: the part of the machines' price that they still bring at the end.
    Resale resale with_resale: Share {
        "resale", "r", Unit::Share, 0..=1, default 0.0, Slider::Linear(0.0, 1.0), Step::Of(0.05)
    }
    /// Lifetime, `lifetime`: how long the machines are used.
    Lifetime lifetime with_lifetime: Months {
        "lifetime", "T", Unit::Plain("months"), 1..=120, default 36.0, Slider::Linear(1.0, 120.0), Step::Of(1.0)
    }
    /// Discount rate, `discount_rate`: what the mine's owners want their money to earn in a year; 0.1 is ten per cent.
    DiscountRate discount_rate with_discount_rate: PerYear {
        "discount_rate", "d", Unit::SharePerYear, 0..=10, default 0.1, Slider::Linear(0.0, 0.5), Step::Of(0.01)
    }
    /// Difficulty growth, `difficulty_growth`: how much harder mining gets in a year, from the first day on; 0.3 is thirty per cent.
    DifficultyGrowth difficulty_growth with_difficulty_growth: PerYear {
        "difficulty_growth", "g", Unit::SharePerYear, -0.9..=10, default 0.0, Slider::Linear(-0.5, 2.0), Step::Of(0.05)
    }
    /// Price growth, `price_growth`: how much the price of bitcoin rises in a year, from the first day on; every break-even is a price of that day.
    PriceGrowth price_growth with_price_growth: PerYear {
        "price_growth", "p", Unit::SharePerYear, -0.9..=10, default 0.0, Slider::Linear(-0.5, 2.0), Step::Of(0.05)
    }
    /// Next halving, `next_halving`: months until the subsidy next halves; then it does every 47.9 months.
    NextHalving next_halving with_next_halving: Months {
        "next_halving", "t½", Unit::Plain("months"), 0..=600, default 19.0, Slider::Linear(0.0, 48.0), Step::Of(1.0)
    }
    /// Idle months, `idle`: months of the lifetime that pass before the first coin; fixed costs are paid all the same.
    Idle idle with_idle: Months {
        "idle", "t₀", Unit::Plain("months"), 0..=60, default 0.0, Slider::Linear(0.0, 60.0), Step::Of(1.0)
    }
    /// Site capacity, `capacity`: what the site can draw; it sets the size of the fleet, not the break-even.
    Capacity capacity with_capacity: Megawatts {
        "capacity", "M", Unit::Plain("MW"), 1e-6..=1e6, default 1.0, Slider::Log(0.1, 20_000.0), Step::Of(1.0)
    }
}
