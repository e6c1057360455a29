//! The three break-evens as layers and cells, and the axes between which they stand.

use super::super::plot::{Axis, Cell, Data, Layer, Mark, Plot, Quantity, Reason, Spread};
use super::super::role::Ink;
use super::super::round::{LARGEST, SMALLEST};
use super::super::scale::Scale;
use crate::breakeven::Prices;
use crate::inputs::{Input, Inputs, Slider};
use crate::narrate;
use crate::report::Report;
use crate::tier::Tier;
use crate::words::{self, Words};

/// A line beside the curves widens the vertical axis by at most this factor; beyond, an arrow points to it.
const FARTHEST: f64 = 10.0;

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

/// The cells of a block that pays nothing.
pub fn no_reward() -> Vec<Cell> {
    vec![Cell::None(Reason::NoReward); Tier::ALL.len()]
}

/// Adds a layer for each, its values by their place among the three, and one for the market price.
#[inline(never)]
pub fn push(plot: &mut Plot<'_>, mark: Mark, data: &dyn Fn(usize) -> Data, market_mark: Mark, market: Data) {
    for (i, &tier) in Tier::ALL.iter().enumerate() {
        let layer = Layer::new(tier.id(), tier.into(), tier.name_in(plot.words), mark, data(i));
        plot.layers.push(layer.in_column(tier.column()));
    }
    plot.layers.push(Layer::new("market", Ink::Market, plot.words.market_curve(), market_mark, market));
}

/// What the numbers of a figure say, in words.
pub fn in_words(inputs: &Inputs, words: &Words) -> String {
    narrate::text(&narrate::sentence_in(&Report::of(inputs), words))
}

/// The axis across: as long as the slider of `x`, and spread as that is.
pub fn across(x: Input, words: &Words) -> Axis {
    let spec = x.spec();
    let (spread, range) = match spec.slider {
        Slider::Log(from, to) => (Spread::Log, (from, to)),
        Slider::Linear(from, to) => (Spread::Linear, (from, to)),
    };
    let name = words::AxisWithUnit { name: x.label_in(words), unit: x.unit_in(words) }.text(words);
    Axis::new(name, spread, range, Quantity::Of(x))
}

/// The ends of the axis across, as a reader meets them.
pub fn ends(x: Input, across: &Axis, words: &Words) -> [String; 2] {
    [across.range.0, across.range.1].map(|end| x.written_in(end, words))
}

/// The range of a logarithmic axis upwards: all of the curves, the reader's own values, and a line unless that is far
/// away; rounded outwards.
pub fn range_with(cells: &[Cell], line: f64) -> (f64, f64) {
    let (mut low, mut high) = (f64::MAX, 0.0_f64);
    for value in cells.iter().filter_map(|cell| cell.number()) {
        if (SMALLEST..=LARGEST).contains(&value) {
            (low, high) = (low.min(value), high.max(value));
        }
    }
    let range = if low > high {
        (line, line)
    } else if (low / FARTHEST..=high * FARTHEST).contains(&line) {
        (low.min(line), high.max(line))
    } else {
        (low, high)
    };
    Scale::round_range(range)
}
