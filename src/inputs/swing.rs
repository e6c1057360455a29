//! How far an input swings whose value is 0, of which a fifth is nothing.

use super::Input;

impl Input {
    /// What an input that is 0 is raised by, and lowered where it may be negative, to see how much hangs on it: a
    /// common size of it, in the unit of the table. 0 for inputs that are never 0.
    pub const fn swing_at_zero(self) -> f64 {
        match self {
            Self::Tariff => 0.01,
            Self::Subsidy => 0.78125, // half of the next one
            Self::Fees => 0.1,
            Self::PoolFee => 0.02,
            Self::Levy => 0.0023, // Kazakhstan's of 2022
            Self::Opex => 5.0,
            Self::MachinePrice => 10.0,
            Self::Infrastructure => 200.0,
            Self::Resale => 0.2,
            Self::DiscountRate => 0.1,
            Self::DifficultyGrowth | Self::PriceGrowth => 0.2,
            Self::NextHalving => 12.0,
            Self::Idle => 3.0,
            Self::Efficiency | Self::Hashrate | Self::Price | Self::Overhead => 0.0,
            Self::Hours | Self::Lifetime | Self::Capacity => 0.0,
        }
    }
}
