//! What would have to be true, put back into the model.
#![cfg(not(target_arch = "wasm32"))]

mod any_mine;

use any_mine::{any_inputs, any_value};
use breakeven::solve::{Impossible, Target, solve};
use breakeven::tier::Direction;
use breakeven::units::UsdPerBitcoin;
use breakeven::{Input, Inputs, Scenario, Tier};
use proptest::prelude::*;

fn usd(price: f64) -> UsdPerBitcoin {
    UsdPerBitcoin::new(price).unwrap()
}

fn quoted() -> Inputs {
    Scenario::from_id("quoted-40000").unwrap().inputs()
}

fn solved(inputs: &Inputs, input: Input, tier: Tier, price: f64) -> Result<f64, Impossible> {
    solve(inputs, Target::Input(input), tier, usd(price))
}

fn price_of(inputs: &Inputs, tier: Tier) -> Option<f64> {
    tier.price(inputs).ok().map(UsdPerBitcoin::value)
}

/// The reason in words.
fn why_not(inputs: &Inputs, input: Input, tier: Tier, price: f64) -> String {
    solved(inputs, input, tier, price).unwrap_err().to_string()
}

fn any_target() -> impl Strategy<Value = (Input, f64)> {
    let inputs = prop::sample::select(Input::ALL);
    inputs.prop_flat_map(|input| any_value(input).prop_map(move |value| (input, value)))
}

fn any_tier() -> impl Strategy<Value = Tier> {
    prop::sample::select(Tier::ALL)
}

/// Whether some of the machines' life costs money: otherwise the all-in break-even is a switch-on price, which
/// steps where a cheap month comes or goes.
fn spends(inputs: &Inputs) -> bool {
    inputs.get(Input::MachinePrice) * (1.0 - inputs.get(Input::Resale)) + inputs.get(Input::Infrastructure)
        > 1.0
}

fn assert_reproduces(inputs: &Inputs, input: Input, value: f64, tier: Tier, price: f64) {
    let spec = input.spec();
    assert!((spec.min..=spec.max).contains(&value), "{input:?} {value}");
    let again = price_of(&inputs.with(input, value).unwrap(), tier).unwrap();
    assert!((again / price - 1.0).abs() <= 1e-9, "{input:?} = {value}: {again} for {price}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_solved_reproduces_the_price(
        inputs in any_inputs(), (input, _) in any_target(), tier in any_tier(), price in -2.0..8.0
    ) {
        let price = libm::pow(10.0, price);
        match solved(&inputs, input, tier, price) {
            Ok(_) if input == Input::Price => {}
            Ok(value) => assert_reproduces(&inputs, input, value, tier, price),
            Err(reason) => {
                let text = reason.to_string();
                prop_assert!(text.len() > 20 && !text.contains("NaN") && !text.contains("infinity"), "{text}");
            }
        }
    }

    #[test]
    fn a_price_that_the_model_gives_is_always_solved(
        inputs in any_inputs(), (input, value) in any_target(), tier in any_tier()
    ) {
        let Ok(changed) = inputs.with(input, value) else { return Ok(()) };
        let Some(price) = price_of(&changed, tier) else { return Ok(()) };
        if tier.direction(input) == Direction::Still || !(0.01..=1e8).contains(&price) || !spends(&changed) {
            return Ok(());
        }
        match solved(&inputs, input, tier, price) {
            Ok(value) => assert_reproduces(&inputs, input, value, tier, price),
            // Somewhere on this range the input has no effect.
            Err(Impossible::Stays(..)) => {}
            // A lifetime may touch the price and turn back within a month.
            Err(Impossible::OutOfReach(nearest)) if tier.direction(input) == Direction::Either => {
                prop_assert!((nearest.price.value() / price - 1.0).abs() < 0.01, "{input:?} {value} {price}: {nearest:?}");
            }
            Err(Impossible::OutOfReach(nearest)) => {
                prop_assert!((nearest.price.value() / price - 1.0).abs() < 1e-9, "{input:?} {value} {price}: {nearest:?}");
            }
            Err(reason) => prop_assert!(false, "{input:?} {value} {price}: {reason}"),
        }
    }

    #[test]
    fn what_is_out_of_reach_is_reached_by_no_value(
        inputs in any_inputs(), (input, value) in any_target(), tier in any_tier(), price in -2.0..8.0
    ) {
        let price = libm::pow(10.0, price);
        let Err(Impossible::OutOfReach(nearest)) = solved(&inputs, input, tier, price) else { return Ok(()) };
        let Ok(changed) = inputs.with(input, value) else { return Ok(()) };
        let Some(other) = price_of(&changed, tier) else { return Ok(()) };
        let (nearest, distance) = (nearest.price.value(), (nearest.price.value() - price).abs());
        if tier.direction(input) == Direction::Either {
            let is_beyond = (other > price) != (nearest > price) && (other / price - 1.0).abs() > 0.01;
            prop_assert!(!is_beyond, "{input:?} {value}: {other}, not {nearest}");
        } else {
            let is_farther = (other - price).abs() >= distance * (1.0 - 1e-9) - price * 1e-11;
            prop_assert!(is_farther, "{input:?} {value}: {other}, not {nearest}");
        }
    }
}

#[test]
fn an_old_machine_makes_the_quote_come_true_at_an_imported_tariff() {
    let changes = [
        (Input::Efficiency, 98.0),
        (Input::Fees, 0.0),
        (Input::PoolFee, 0.0),
        (Input::Overhead, 1.0),
        (Input::Levy, 0.0),
    ];
    let s9 = quoted().with_all(changes).unwrap();
    let tariff = solved(&s9, Input::Tariff, Tier::Shutdown, 40_000.0).unwrap();
    // By hand: 6.25 BTC · 40,000 USD over D·2³² hashes of 98·10⁻¹² J, 3.6·10⁶ J to the kWh.
    let by_hand = 6.25 * 40_000.0 / (36_835_682_546_788.0 * 4_294_967_296.0 * 98e-12 / 3.6e6);
    assert!((tariff / by_hand - 1.0).abs() < 1e-14);
    assert_eq!((tariff * 1000.0).round(), 58.0); // 5.8 cents
}

#[test]
fn the_difficulty_and_the_hash_rate_that_are_found_are_the_same_network() {
    let hashrate = solved(&quoted(), Input::Hashrate, Tier::AllIn, 40_000.0).unwrap();
    let difficulty = solve(&quoted(), Target::Difficulty, Tier::AllIn, usd(40_000.0)).unwrap();
    assert!((difficulty * 4_294_967_296.0 / 600.0 / (hashrate * 1e18) - 1.0).abs() < 1e-15);
    let again = price_of(&quoted().with_difficulty(difficulty).unwrap(), Tier::AllIn).unwrap();
    assert!((again / 40_000.0 - 1.0).abs() < 1e-12);
}

#[test]
fn a_lifetime_may_be_a_part_of_a_month() {
    let mine = quoted();
    let wanted = price_of(&mine.with(Input::Lifetime, 20.37).unwrap(), Tier::AllIn).unwrap();
    let lifetime = solved(&mine, Input::Lifetime, Tier::AllIn, wanted).unwrap();
    assert!((lifetime - 20.37).abs() < 1e-9, "{lifetime}");
}

#[test]
fn of_several_lifetimes_the_shortest_is_given() {
    // After the halving each month loses money, so that the break-even falls at first and then rises.
    let changes = [(Input::Opex, 60.0), (Input::MachinePrice, 5.0), (Input::DifficultyGrowth, 1.0)];
    let mine = quoted().with_all(changes).unwrap();
    let at = |months: f64| price_of(&mine.with(Input::Lifetime, months).unwrap(), Tier::AllIn).unwrap();
    let wanted = at(5.0);
    assert!(at(8.0) < wanted && at(60.0) > wanted, "{} {wanted} {}", at(8.0), at(60.0));
    assert!((solved(&mine, Input::Lifetime, Tier::AllIn, wanted).unwrap() - 5.0).abs() < 1e-9);
}

#[test]
fn a_reason_names_the_end_that_comes_nearest_and_the_price_there() {
    let free_power = price_of(&quoted().with(Input::Tariff, 0.0).unwrap(), Tier::AllIn).unwrap();
    let words =
        format!("even free power leaves the all-in break-even at {}", breakeven::format::usd(free_power));
    assert_eq!(why_not(&quoted(), Input::Tariff, Tier::AllIn, 40_000.0), words);
    assert!(
        why_not(&quoted(), Input::Efficiency, Tier::AllIn, 40_000.0)
            .starts_with("even a hardware efficiency of 1 J/TH leaves")
    );
    assert!(
        why_not(&quoted(), Input::MachinePrice, Tier::AllIn, 40_000.0)
            .starts_with("even free machines leave the")
    );
    assert!(
        why_not(&quoted(), Input::Overhead, Tier::Shutdown, 40_000.0)
            .starts_with("even an overhead of 2 PUE brings")
    );
    assert!(why_not(&quoted(), Input::Lifetime, Tier::AllIn, 40_000.0).starts_with("no lifetime makes"));
}

#[test]
fn hours_do_not_act_on_the_shutdown_price_and_the_reason_says_why() {
    let words = why_not(&quoted(), Input::Hours, Tier::Shutdown, 40_000.0);
    assert!(words.contains("does not depend on the hours run") && words.contains("stands still"), "{words}");
    let free = quoted().with_all([(Input::Tariff, 0.0), (Input::Levy, 0.0)]).unwrap();
    let words = why_not(&free, Input::Overhead, Tier::Shutdown, 40_000.0);
    assert_eq!(words, "whatever the overhead, the shutdown price of this mine stays at $0");
}
