//! Experimental: the shutdown price against the tariff, of this machine and of machines that need twice and half its energy.

use super::super::plot::{Along, Axis, Cell, Data, Drag, Layer, Mark, Plot, Quantity, Spread};
use super::super::role::Ink;
use super::tiers;
use crate::inputs::{Input, Inputs};
use crate::tier::Tier;

/// Of the energy that this machine needs, the highest curve first.
const MACHINES: [(&str, &str, f64, Ink); 3] = [
    ("twice", "Twice the energy", 2.0, Ink::AllIn),
    ("own", "This machine", 1.0, Ink::Shutdown),
    ("half", "Half the energy", 0.5, Ink::Cash),
];

pub fn plot(_: Option<Input>, inputs: &Inputs) -> Plot<'_> {
    let along: Along<'_> = Box::new(|tariff| {
        let shutdown = |part| {
            let machine = inputs.with(Input::Efficiency, part * inputs.get(Input::Efficiency)).ok()?;
            Some(Tier::Shutdown.price(&machine.with(Input::Tariff, tariff).ok()?).ok()?.value())
        };
        MACHINES.iter().map(|&(_, _, part, _)| shutdown(part).map_or(Cell::Empty, Cell::Number)).collect()
    });
    let across = tiers::across(Input::Tariff);
    let market = inputs.get(Input::Price);
    let ends: Vec<_> = [across.range.0, across.range.1].into_iter().flat_map(&along).collect();
    let range = tiers::range_with(&ends, market);
    let upwards =
        Axis::new("Shutdown price, USD per bitcoin (log scale)", Spread::Log, range, Quantity::UsdPerBitcoin);
    let mut plot =
        Plot::of("Shutdown price of three machines against the tariff".into(), across, Some(upwards), along);
    plot.desc = ["Three curves, and the market price as a dashed line. ", &tiers::in_words(inputs)].concat();
    for (key, name, _, ink) in MACHINES {
        plot.layers.push(Layer::new(key, ink, name, Mark::Curve, Data::Along).in_column(key));
    }
    let market = Data::One(Cell::Number(market));
    plot.layers.push(Layer::new("market", Ink::Market, "Market price", Mark::Rule, market));
    plot.drag = Some(Drag { input: Input::Tariff, value: inputs.get(Input::Tariff) });
    plot
}
