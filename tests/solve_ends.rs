//! What is solved where the answer is the end of an input's range.
#![cfg(not(target_arch = "wasm32"))]

mod any_mine;
mod solved;

use any_mine::any_inputs;
use breakeven::tier::Direction;
use breakeven::{Input, Inputs, Scenario, Tier};
use proptest::prelude::*;
use solved::{any_tier, assert_reproduces, price_of, solved, spends};

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_price_at_an_end_of_a_range_is_solved(
        inputs in any_inputs(), input in prop::sample::select(Input::ALL), tier in any_tier(), is_max in any::<bool>(),
        rounding in -3e-11..3e-11
    ) {
        let spec = input.spec();
        let Ok(changed) = inputs.with(input, if is_max { spec.max } else { spec.min }) else { return Ok(()) };
        let Some(price) = price_of(&changed, tier) else { return Ok(()) };
        if tier.direction(input) == Direction::Still || !spends(&changed) {
            return Ok(());
        }
        // Another's arithmetic may come to a price that lies just outside.
        let price = price * (1.0 + rounding);
        let value = solved(&inputs, input, tier, price);
        prop_assert!(value.is_ok(), "{input:?} {price}: {value:?}");
        assert_reproduces(&inputs, input, value.unwrap(), tier, price);
    }
}

#[test]
fn a_price_beside_that_of_an_end_is_solved_where_the_break_even_turns() {
    let mines = ["btc-kz", "enegix", "quoted-40000", "cheapest-power", "today"];
    for inputs in mines.map(|id| Scenario::from_id(id).unwrap().inputs()) {
        for input in [Input::DiscountRate, Input::Lifetime] {
            for end in [input.spec().min, input.spec().max] {
                let Some(price) = price_of(&inputs.with(input, end).unwrap(), Tier::AllIn) else { continue };
                for beside in [price.next_down(), price, price.next_up(), price * (1.0 + 1e-11)] {
                    let value = solved(&inputs, input, Tier::AllIn, beside).unwrap();
                    assert_reproduces(&inputs, input, value, Tier::AllIn, beside);
                }
            }
        }
    }
}

#[test]
fn fees_and_subsidy_are_looked_for_down_to_the_smallest_reward_that_is_allowed() {
    for (subsidy, fees) in [(1e-8, 0.0_f64), (0.0, 1e-8), (3e-9, 7e-9), (1e-8 / 3.0, 2e-8 / 3.0)] {
        // As near to it as the sum of the two allows.
        let fees = if subsidy + fees < 1e-8 { fees.next_up() } else { fees };
        let mine = Inputs::default().with_all([(Input::Subsidy, subsidy), (Input::Fees, fees)]).unwrap();
        let price = price_of(&mine, Tier::Shutdown).unwrap();
        for (input, least) in [(Input::Subsidy, subsidy), (Input::Fees, fees)] {
            let more = mine.with(input, 0.5).unwrap();
            let value = solved(&more, input, Tier::Shutdown, price).unwrap();
            assert!((value - least).abs() <= 1e-9 * least, "{input:?} {least} {value}");
        }
    }
}
