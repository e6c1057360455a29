//! The three break-evens against one input: the tariff, or any other.
//!
//! The axis across is the slider's own, so the point in the figure and the thumb of the slider move in step. The one
//! upwards is logarithmic: it shows a break-even that is proportional to the input as a straight line (where the input's
//! axis is logarithmic too), keeps a mine of 300 dollars and one of 300,000 in one picture, and stands still while the
//! input moves. Sums, which need an axis from zero, are the bar's to show.

use super::super::plot::{Along, Axis, Cell, Data, Drag, Mark, Plot, Quantity, Reason, Spread};
use super::super::round::{LARGEST, SMALLEST};
use super::super::scale::Scale;
use super::tiers;
use crate::inputs::{Input, Inputs, Slider};
use crate::tier::Tier;

/// The market price widens the vertical axis by at most this factor; beyond, an arrow points to it.
const FARTHEST_MARKET: f64 = 10.0;
/// Where a break-even turns between the ends, so many values from end to end tell how far it goes.
const INTERVALS: i32 = 16;

pub fn plot(x: Option<Input>, inputs: &Inputs) -> Plot<'_> {
    // The page's first module shows the tariff, and does not carry what the others need.
    let x = if cfg!(feature = "sources") { x.unwrap_or(Input::Tariff) } else { Input::Tariff };
    let market = inputs.get(Input::Price);
    let against_price = x == Input::Price;
    let along: Along<'_> = Box::new(move |value: f64| {
        let mut cells = match inputs.with(x, value) {
            Ok(inputs) => tiers::cells(&inputs),
            Err(_) => vec![Cell::None(Reason::NoReward); Tier::ALL.len()],
        };
        if against_price {
            cells.push(Cell::Number(value));
        }
        cells
    });

    let (across, upwards) = axes(x, inputs, market, &*along);
    let label = x.spec().label.to_ascii_lowercase();
    let [from, to] = [across.range.0, across.range.1].map(|end| x.written(end));
    let scales = if across.spread == Spread::Log { "on logarithmic axes" } else { "on a logarithmic scale" };
    let line = if against_price { "a curve of its own" } else { "a dashed line" };
    let title = ["Break-even price of bitcoin against the ", &label].concat();
    let mut plot = Plot::of(title, across, Some(upwards), along);
    plot.desc = [
        "Three curves over the ",
        &label,
        " from ",
        &from,
        " to ",
        &to,
        ", ",
        scales,
        "; the market price is ",
        line,
        ". ",
        &tiers::in_words(inputs),
    ]
    .concat();
    let (mark, data) = if against_price {
        (Mark::Curve, Data::Along)
    } else {
        (Mark::Rule, Data::One(Cell::Number(market)))
    };
    tiers::push(&mut plot, Mark::Curve, &|_| Data::Along, mark, data);
    plot.drag = Some(Drag { input: x, value: inputs.get(x) });
    plot
}

fn axes(x: Input, inputs: &Inputs, market: f64, along: &dyn Fn(f64) -> Vec<Cell>) -> (Axis, Axis) {
    let spec = x.spec();
    let (spread, range) = match spec.slider {
        Slider::Log(from, to) => (Spread::Log, (from, to)),
        Slider::Linear(from, to) => (Spread::Linear, (from, to)),
    };
    // Everywhere else the ends hold the least and the greatest.
    let turns = matches!(x, Input::Lifetime | Input::DiscountRate | Input::Idle);
    let intervals = if turns { INTERVALS } else { 1 };
    let mut prices = along(inputs.get(x));
    for i in 0..=intervals {
        let part = f64::from(i) / f64::from(intervals);
        prices.extend(along(range.0 + part * (range.1 - range.0)));
    }
    let across =
        Axis::new([spec.label, ", ", &spec.unit.in_field()].concat(), spread, range, Quantity::Of(x));
    let range = price_range(&prices, market);
    (
        across,
        Axis::new("Break-even, USD per bitcoin (log scale)", Spread::Log, range, Quantity::UsdPerBitcoin),
    )
}

/// The range of the vertical axis: all of the curves, the reader's own break-evens, and the market price
/// unless it is far away; rounded outwards.
fn price_range(break_evens: &[Cell], market: f64) -> (f64, f64) {
    let (mut low, mut high) = (f64::MAX, 0.0_f64);
    for price in break_evens.iter().filter_map(|cell| cell.number()) {
        if (SMALLEST..=LARGEST).contains(&price) {
            (low, high) = (low.min(price), high.max(price));
        }
    }
    let range = if low > high {
        (market, market)
    } else if (low / FARTHEST_MARKET..=high * FARTHEST_MARKET).contains(&market) {
        (low.min(market), high.max(market))
    } else {
        (low, high)
    };
    Scale::round_range(range)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tier::Direction;

    #[test]
    fn what_may_turn_between_the_ends_is_looked_at_between_them() {
        for &x in Input::ALL {
            let either = Tier::AllIn.direction(x) == Direction::Either;
            assert!(!either || matches!(x, Input::Lifetime | Input::DiscountRate), "{x:?}");
        }
    }
}
