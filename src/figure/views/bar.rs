//! The three break-evens stacked in one bar, from zero, and the market price across it.

use super::super::asked::Asked;
use super::super::plot::{Axis, Cell, Data, Mark, Plot, Quantity, Spread};
use super::tiers;
use crate::inputs::{Input, Inputs};
use crate::words::Words;

/// A market price beyond this many times the highest break-even is pointed to, not drawn to scale.
const FARTHEST_MARKET: f64 = 4.0;

pub fn plot<'a>(_: Asked, inputs: &'a Inputs, words: &'static Words) -> Plot<'a> {
    let cells = tiers::cells(inputs);
    let market = inputs.get(Input::Price);
    let highest = cells.iter().filter_map(|cell| cell.number()).fold(0.0, f64::max);
    let is_near = market <= highest * FARTHEST_MARKET || highest == 0.0;
    let end = if is_near { highest.max(market) } else { highest };

    let x = Axis::new(words.usd_per_bitcoin(), Spread::Linear, (0.0, end), Quantity::UsdPerBitcoin);
    let mut plot = Plot::in_language(words, words.bar_title(), x, None);
    plot.desc = tiers::in_words(inputs, words);
    let cell = |i: usize| Data::One(cells.get(i).copied().unwrap_or(Cell::Empty));
    tiers::push(&mut plot, Mark::Bar, &cell, Mark::Rule, Data::One(Cell::Number(market)));
    plot
}
