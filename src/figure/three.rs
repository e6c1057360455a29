//! The three break-evens as figures show them.

use super::role::Ink;
use crate::breakeven::Prices;
use crate::inputs::Inputs;
use crate::narrate;
use crate::report::Report;
use crate::tier::Tier;

/// A break-even as figures show it.
#[derive(Clone, Copy)]
pub struct BreakEven {
    pub ink: Ink,
    pub name: &'static str,
    /// USD/BTC; `None` where no price breaks even.
    pub price: Option<f64>,
}

/// The three, from the lowest up. (Where difficulty falls, the all-in one may be lower.)
pub fn break_evens(prices: &Prices) -> Vec<BreakEven> {
    let price = |tier| prices.of_tier(tier).ok().map(|price| price.value());
    Tier::ALL
        .iter()
        .map(|&tier| BreakEven { ink: tier.into(), name: tier.name(), price: price(tier) })
        .collect()
}

/// The three values in USD/BTC, if they exist.
pub fn values(prices: &Prices) -> [Option<f64>; 3] {
    let all_in = prices.all_in.ok().map(|price| price.value());
    [Some(prices.shutdown.value()), Some(prices.cash.value()), all_in]
}

/// What is said where the all-in break-even has no value.
pub const UNREACHABLE: &str = "no price pays this mine back";

/// What the numbers of a figure say, in words.
pub fn in_words(inputs: &Inputs) -> String {
    narrate::text(&narrate::sentence(&Report::of(inputs)))
}
