//! An input that is solved for, and the way back.

use breakeven::solve::{Impossible, Target, solve};
use breakeven::units::UsdPerBitcoin;
use breakeven::{Input, Inputs, Tier};
use proptest::prelude::*;

pub fn usd(price: f64) -> UsdPerBitcoin {
    UsdPerBitcoin::new(price).unwrap()
}

pub fn solved(inputs: &Inputs, input: Input, tier: Tier, price: f64) -> Result<f64, Impossible> {
    solve(inputs, Target::Input(input), tier, usd(price))
}

pub fn price_of(inputs: &Inputs, tier: Tier) -> Option<f64> {
    tier.price(inputs).ok().map(UsdPerBitcoin::value)
}

pub fn any_tier() -> impl Strategy<Value = Tier> {
    prop::sample::select(Tier::ALL)
}

/// Whether some of the machines' life costs money: otherwise the all-in break-even is a switch-on price, which
/// steps where a cheap month comes or goes.
pub fn spends(inputs: &Inputs) -> bool {
    inputs.get(Input::MachinePrice) * (1.0 - inputs.get(Input::Resale)) + inputs.get(Input::Infrastructure)
        > 1.0
}

pub fn assert_reproduces(inputs: &Inputs, input: Input, value: f64, tier: Tier, price: f64) {
    let spec = input.spec();
    assert!((spec.min..=spec.max).contains(&value), "{input:?} {value}");
    let again = price_of(&inputs.with(input, value).unwrap(), tier).unwrap();
    assert!((again - price).abs() <= 1e-9 * price, "{input:?} = {value}: {again} for {price}");
}
