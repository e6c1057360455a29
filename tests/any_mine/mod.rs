//! Mines from the whole of the allowed ranges.
#![allow(dead_code, reason = "each test takes what it needs")]

use breakeven::{Input, Inputs};
use proptest::prelude::*;

/// Any allowed value of an input: each end, and the usual value, one time in twelve, else something between; wide ranges by
/// order of magnitude.
pub fn any_value(input: Input) -> BoxedStrategy<f64> {
    let spec = input.spec();
    let (min, max) = (spec.min, spec.max);
    let smallest = if min > 0.0 { min } else { max * 1e-6 };
    let between = if min >= 0.0 && max / smallest > 100.0 {
        (libm::log(smallest)..libm::log(max)).prop_map(move |log| libm::exp(log).clamp(min, max)).boxed()
    } else {
        (min..=max).boxed()
    };
    prop_oneof![1 => Just(min), 1 => Just(max), 1 => Just(spec.default), 9 => between].boxed()
}

pub fn any_inputs() -> impl Strategy<Value = Inputs> {
    let values: Vec<_> = Input::ALL.iter().map(|&input| any_value(input)).collect();
    values.prop_filter_map("a block pays something", |values| {
        Inputs::default().with_all(Input::ALL.iter().copied().zip(values)).ok()
    })
}
