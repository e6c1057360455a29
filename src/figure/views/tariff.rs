//! The three break-evens against one input: the tariff, or any other.
//!
//! The axis across is the slider's own, so the point in the figure and the thumb of the slider move in step. The one
//! upwards is logarithmic: it shows a break-even that is proportional to the input as a straight line (where the input's
//! axis is logarithmic too), keeps a mine of 300 dollars and one of 300,000 in one picture, and stands still while the
//! input moves. Sums, which need an axis from zero, are the bar's to show.

use super::super::asked::Asked;
use super::super::plot::{Along, Axis, Cell, Data, Drag, Mark, Plot, Quantity, Spread};
use super::tiers;
use crate::inputs::{Input, Inputs};
use crate::words::{self, TariffShows, Words};

/// Where a break-even turns between the ends, so many values from end to end tell how far it goes.
const INTERVALS: i32 = 16;

pub fn plot<'a>(asked: Asked, inputs: &'a Inputs, words: &'static Words) -> Plot<'a> {
    let x = asked.axis();
    let market = inputs.get(Input::Price);
    let against_price = x == Input::Price;
    let along: Along<'_> = Box::new(move |value: f64| {
        let mut cells = match inputs.with(x, value) {
            Ok(inputs) => tiers::cells(&inputs),
            Err(_) => tiers::no_reward(),
        };
        if against_price {
            cells.push(Cell::Number(value));
        }
        cells
    });

    let (across, upwards) = axes(x, inputs, market, &*along, words);
    let input = x.name_in(words);
    let [from, to] = tiers::ends(x, &across, words);
    let shown = if against_price {
        words.tariff_shows_price()
    } else if across.spread == Spread::Log {
        words.tariff_shows_log()
    } else {
        words.tariff_shows_linear()
    };
    let shown = shown.text(|slot| match slot {
        TariffShows::From => &from,
        TariffShows::Input => input,
        TariffShows::To => &to,
    });
    let title = words::TariffTitle { input }.text(words);
    let mut plot = Plot::of(words, title, across, Some(upwards), along);
    plot.desc = [shown, tiers::in_words(inputs, words)].concat();
    let (mark, data) = if against_price {
        (Mark::Curve, Data::Along)
    } else {
        (Mark::Rule, Data::One(Cell::Number(market)))
    };
    tiers::push(&mut plot, Mark::Curve, &|_| Data::Along, mark, data);
    plot.drag = Some(Drag::new(x, inputs.get(x)));
    plot
}

fn axes(
    x: Input,
    inputs: &Inputs,
    market: f64,
    along: &dyn Fn(f64) -> Vec<Cell>,
    words: &Words,
) -> (Axis, Axis) {
    let across = tiers::across(x, words);
    let range = across.range;
    // Everywhere else the ends hold the least and the greatest.
    let turns = matches!(x, Input::Lifetime | Input::DiscountRate | Input::Idle);
    let intervals = if turns { INTERVALS } else { 1 };
    let mut prices = along(inputs.get(x));
    for i in 0..=intervals {
        let part = f64::from(i) / f64::from(intervals);
        prices.extend(along(range.0 + part * (range.1 - range.0)));
    }
    let range = tiers::range_with(&prices, market);
    (across, Axis::new(words.tariff_axis(), Spread::Log, range, Quantity::UsdPerBitcoin))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tier::{Direction, Tier};

    #[test]
    fn what_may_turn_between_the_ends_is_looked_at_between_them() {
        for &x in Input::ALL {
            let either = Tier::AllIn.direction(x) == Direction::Either;
            assert!(!either || matches!(x, Input::Lifetime | Input::DiscountRate), "{x:?}");
        }
    }
}
