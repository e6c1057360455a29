//! The network hash rate at which each break-even meets the market price, against the tariff or any other input.
//!
//! Revenue falls as one over the difficulty in every month, and costs do not know it: so a break-even is proportional to
//! the hash rate, and equals the market price P at H = H₀ · P ÷ price. Below its curve a mine is paid, above it is not.

use super::super::asked::Asked;
use super::super::plot::{Along, Axis, Cell, Data, Drag, Layer, Mark, Plot, Quantity, Reason, Spread};
use super::super::role::Ink;
use super::tiers;
use crate::inputs::{Input, Inputs};
use crate::tier::Tier;
use crate::words::{self, Words};

pub fn plot<'a>(asked: Asked, inputs: &'a Inputs, words: &'static Words) -> Plot<'a> {
    let x = asked.axis();
    let along: Along<'_> = Box::new(move |value: f64| match inputs.with(x, value) {
        Ok(inputs) => tiers::cells(&inputs).into_iter().map(|cell| meets(cell, &inputs)).collect(),
        Err(_) => tiers::no_reward(),
    });
    let across = tiers::across(x, words);
    let network = inputs.get(Input::Hashrate);
    let mut ends = along(inputs.get(x));
    for end in [across.range.0, across.range.1] {
        ends.extend(along(end));
    }
    let upwards = Axis::new(
        words.frontier_axis(),
        Spread::Log,
        tiers::range_with(&ends, network),
        Quantity::Of(Input::Hashrate),
    );
    let input = x.name_in(words);
    let price = &Input::Price.written_in(inputs.get(Input::Price), words);
    let [from, to] = &tiers::ends(x, &across, words);
    let shown = words::FrontierShows { from, input, price, to }.text(words);
    let desc = [shown, tiers::in_words(inputs, words)].concat();
    let title = words::FrontierTitle { input }.text(words);
    let mut plot = Plot::of(words, title, across, Some(upwards), along);
    plot.desc = desc;
    for &tier in Tier::ALL {
        let layer = Layer::new(tier.id(), tier.into(), tier.name_in(words), Mark::Curve, Data::Along);
        plot.layers.push(layer.in_column(column(tier)));
    }
    let own = Data::One(Cell::Number(network));
    plot.layers.push(Layer::new("network", Ink::Market, words.network_curve(), Mark::Rule, own));
    plot.drag = Some(Drag::new(x, inputs.get(x)));
    plot
}

/// What is read along its axis upwards: the three break-evens of a mine, and the market price.
pub fn upwards(plot: &Plot<'_>, inputs: Inputs) -> Option<Plot<'static>> {
    let across = plot.y.as_ref().filter(|axis| axis.quantity == Quantity::Of(Input::Hashrate))?.clone();
    let (market, own) = (inputs.get(Input::Price), inputs.get(Input::Hashrate));
    let along: Along<'_> = Box::new(move |value: f64| match inputs.with(Input::Hashrate, value) {
        Ok(inputs) => tiers::cells(&inputs),
        Err(_) => Vec::new(),
    });
    let prices = Axis::new("", Spread::Log, (market, market), Quantity::UsdPerBitcoin);
    let mut read = Plot::of(plot.words, String::new(), across, Some(prices), along);
    tiers::push(&mut read, Mark::Curve, &|_| Data::Along, Mark::Rule, Data::One(Cell::Number(market)));
    read.drag = Some(Drag::new(Input::Hashrate, own));
    Some(read)
}

/// From a break-even to the hash rate at which it is the market price.
fn meets(price: Cell, inputs: &Inputs) -> Cell {
    match price {
        Cell::Number(0.0) => Cell::None(Reason::Free),
        Cell::Number(price) => Cell::Number(inputs.get(Input::Hashrate) * inputs.get(Input::Price) / price),
        other => other,
    }
}

const fn column(tier: Tier) -> &'static str {
    match tier {
        Tier::Shutdown => "hashrate_shutdown",
        Tier::Cash => "hashrate_cash",
        Tier::AllIn => "hashrate_all_in",
    }
}
