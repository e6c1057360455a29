//! The three break-evens by name, and which way each input moves them.

use crate::breakeven::{Prices, cash_price, reward, shutdown_of};
use crate::by_id;
use crate::error::Result;
use crate::inputs::{Input, Inputs};
use crate::lifetime::{BreakEven, all_in_price};
use crate::words::Words;

/// One of the three break-even prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// Pays the electricity.
    Shutdown,
    /// Pays staff, site and hosting too.
    Cash,
    /// Earns the machines back too.
    AllIn,
}

/// Which way a break-even moves when an input rises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// It never falls.
    Up,
    /// It never rises.
    Down,
    /// Either, depending on the rest.
    Either,
    /// It does not move, whatever the rest.
    Still,
}

impl Tier {
    /// Every tier, the lowest price first.
    pub const ALL: &[Self] = &[Self::Shutdown, Self::Cash, Self::AllIn];

    /// The name in flags and addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Shutdown => "shutdown",
            Self::Cash => "cash",
            Self::AllIn => "all-in",
        }
    }

    /// The name within a sentence.
    pub fn label(self) -> &'static str {
        self.label_in(Words::usual())
    }

    /// The same in a language.
    #[doc(hidden)] // as the words are
    pub fn label_in(self, words: &Words) -> &'static str {
        match self {
            Self::Shutdown => words.tier_shutdown(),
            Self::Cash => words.tier_cash(),
            Self::AllIn => words.tier_all_in(),
        }
    }

    /// The name beside its curve or number.
    pub fn name(self) -> &'static str {
        self.name_in(Words::usual())
    }

    /// The same in a language.
    #[doc(hidden)] // as the words are
    pub fn name_in(self, words: &Words) -> &'static str {
        match self {
            Self::Shutdown => words.shutdown_curve(),
            Self::Cash => words.cash_curve(),
            Self::AllIn => words.all_in_curve(),
        }
    }

    /// The name of its column, and of its number in data.
    pub const fn column(self) -> &'static str {
        match self {
            Self::Shutdown => "shutdown_price",
            Self::Cash => "cash_price",
            Self::AllIn => "all_in_price",
        }
    }

    /// The tier of that id.
    ///
    /// # Errors
    /// Where there is none.
    ///
    /// ```
    /// use breakeven::Tier;
    ///
    /// assert_eq!(Tier::from_id("all-in")?, Tier::AllIn);
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn from_id(id: &str) -> Result<Self> {
        by_id::find("tier", Self::ALL, id, |tier| tier.id()).copied()
    }

    /// This break-even of the mine at `inputs`; the same as in [`Prices`], without the others.
    ///
    /// # Errors
    /// Where no price earns the machines back.
    pub fn price(self, inputs: &Inputs) -> BreakEven {
        if self == Self::AllIn {
            return all_in_price(inputs);
        }
        let reward = reward(inputs);
        let shutdown = shutdown_of(inputs, reward);
        Ok(if self == Self::Shutdown { shutdown } else { cash_price(inputs, shutdown, reward) })
    }

    /// Which way this break-even moves when `input` rises. The lifetime moves the all-in break-even either way,
    /// and so does the discount rate where late months lose money.
    pub const fn direction(self, input: Input) -> Direction {
        use Direction::{Down, Either, Still, Up};
        let (shutdown, cash, all_in) = match input {
            Input::Tariff | Input::Efficiency | Input::Hashrate => (Up, Up, Up),
            Input::PoolFee | Input::Overhead | Input::Levy => (Up, Up, Up),
            Input::Subsidy | Input::Fees => (Down, Down, Down),
            Input::Hours => (Still, Down, Down),
            Input::Opex => (Still, Up, Up),
            Input::MachinePrice | Input::Infrastructure => (Still, Still, Up),
            Input::DifficultyGrowth | Input::Idle => (Still, Still, Up),
            Input::Resale | Input::PriceGrowth | Input::NextHalving => (Still, Still, Down),
            Input::Lifetime | Input::DiscountRate => (Still, Still, Either),
            Input::Price | Input::Capacity => (Still, Still, Still),
        };
        match self {
            Self::Shutdown => shutdown,
            Self::Cash => cash,
            Self::AllIn => all_in,
        }
    }
}

impl Prices {
    /// The price of that tier.
    ///
    /// # Errors
    /// Where no price earns the machines back.
    pub const fn of_tier(&self, tier: Tier) -> BreakEven {
        match tier {
            Tier::Shutdown => Ok(self.shutdown),
            Tier::Cash => Ok(self.cash),
            Tier::AllIn => self.all_in,
        }
    }
}
