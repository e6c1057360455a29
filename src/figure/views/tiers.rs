//! The three break-evens as layers and cells.

use super::super::plot::{Cell, Data, Layer, Mark, Plot, Reason};
use super::super::role::Ink;
use crate::breakeven::Prices;
use crate::inputs::Inputs;
use crate::narrate;
use crate::report::Report;
use crate::tier::Tier;

/// A cell for each at `inputs`, the lowest price first. (Where difficulty falls, the all-in one may be lower.)
#[inline(never)] // of the figures' code this is called from most places
pub fn cells(inputs: &Inputs) -> Vec<Cell> {
    let Prices { shutdown, cash, all_in, .. } = Prices::of(inputs);
    let all_in = match all_in {
        Ok(price) => Cell::Number(price.value()),
        Err(reason) => Cell::None(Reason::Unreachable(reason)),
    };
    vec![Cell::Number(shutdown.value()), Cell::Number(cash.value()), all_in]
}

/// Adds a layer for each, its values by their place among the three, and one for the market price.
#[inline(never)]
pub fn push(plot: &mut Plot<'_>, mark: Mark, data: &dyn Fn(usize) -> Data, market_mark: Mark, market: Data) {
    for (i, &tier) in Tier::ALL.iter().enumerate() {
        let layer = Layer::new(tier.id(), tier.into(), tier.name(), mark, data(i));
        plot.layers.push(layer.in_column(tier.column()));
    }
    plot.layers.push(Layer::new("market", Ink::Market, "Market price", market_mark, market));
}

/// What the numbers of a figure say, in words.
pub fn in_words(inputs: &Inputs) -> String {
    narrate::text(&narrate::sentence(&Report::of(inputs)))
}
