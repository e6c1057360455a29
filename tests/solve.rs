//! What would have to be true, put back into the model.
#![cfg(not(target_arch = "wasm32"))]

mod any_mine;
mod solved;

use any_mine::{any_inputs, any_value};
use breakeven::solve::{Impossible, Target, solve};
use breakeven::tier::Direction;
use breakeven::units::Difficulty;
use breakeven::{Input, Inputs, Scenario, Tier, scenarios};
use proptest::prelude::*;
use solved::{any_tier, assert_reproduces, price_of, solved, spends, usd};

fn quoted() -> Inputs {
    Scenario::from_id("quoted-40000").unwrap().inputs()
}

/// The reason in words.
fn why_not(inputs: &Inputs, input: Input, tier: Tier, price: f64) -> String {
    solved(inputs, input, tier, price).unwrap_err().to_string()
}

fn any_target() -> impl Strategy<Value = (Input, f64)> {
    let inputs = prop::sample::select(Input::ALL);
    inputs.prop_flat_map(|input| any_value(input).prop_map(move |value| (input, value)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_solved_reproduces_the_price(
        inputs in any_inputs(), (input, _) in any_target(), tier in any_tier(), price in -2.0..8.0
    ) {
        let price = libm::pow(10.0, price);
        match solved(&inputs, input, tier, price) {
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
        let is_farther = (other - price).abs() >= distance * (1.0 - 1e-9) - price * 1e-11;
        prop_assert!(is_farther, "{input:?} {value}: {other}, not {nearest}");
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
    let again =
        price_of(&quoted().with_difficulty(Difficulty::new(difficulty).unwrap()).unwrap(), Tier::AllIn)
            .unwrap();
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

/// The break-even along an input, at so many places of the same distance, and between them where it turns back: the
/// extremes, each with its place.
fn extremes(inputs: &Inputs, input: Input, places: u32) -> Vec<(f64, f64)> {
    let spec = input.spec();
    let at = |value: f64| price_of(&inputs.with(input, value).unwrap(), Tier::AllIn).unwrap_or(f64::INFINITY);
    // Rates by what a month's interest leaves of a dollar: evenly spread, as the months feel them.
    let [low, high] = [spec.min, spec.max].map(|end| scaled(input, end));
    let value = |i: u32| unscaled(input, low + (high - low) * f64::from(i) / f64::from(places));
    let prices: Vec<_> = (0..=places).map(|i| at(value(i).clamp(spec.min, spec.max))).collect();
    let mut found = Vec::new();
    for (i, three) in (0..).zip(prices.windows(3)) {
        let &[before, here, after] = three else { continue };
        let is_extreme = (here > before) == (here > after) && here != before && here != after;
        if is_extreme && after.is_finite() && before.is_finite() {
            let sign = if here > before { 1.0 } else { -1.0 };
            let (mut from, mut to) = (value(i), value(i + 2));
            for _ in 0..200 {
                let (a, b) = (from + (to - from) / 3.0, to - (to - from) / 3.0);
                if sign * at(a) > sign * at(b) { to = b } else { from = a }
            }
            found.push((from, at(from)));
        }
    }
    found
}

fn scaled(input: Input, value: f64) -> f64 {
    if input == Input::DiscountRate { libm::pow(1.0 + value, -1.0 / 12.0) } else { value }
}

fn unscaled(input: Input, value: f64) -> f64 {
    if input == Input::DiscountRate { libm::pow(value, -12.0) - 1.0 } else { value }
}

/// A mine at which the break-even turns back along lifetime or discount rate more often than at others.
fn any_turning_mine() -> impl Strategy<Value = Inputs> {
    let changes = (
        (-0.9..3.0, -0.6..3.0, prop_oneof![Just(0.0), 0.0..1.0, 0.0..10.0]),
        (prop_oneof![Just(0.0), 0.0..60.0], prop_oneof![Just(0.0), 0.0..30.0, 0.0..500.0]),
        (prop_oneof![Just(0.0), Just(833.0), 0.0..5_000.0], 0.0..=1.0, 0.0..60.0, 12.0..120.0),
        prop_oneof![Just(0.0), 0.0..12.0],
    );
    changes.prop_map(
        |((growth, price_growth, rate), (opex, machine), (site, resale, halving, life), idle)| {
            let changes = [
                (Input::DifficultyGrowth, growth),
                (Input::PriceGrowth, price_growth),
                (Input::DiscountRate, rate),
                (Input::Opex, opex),
                (Input::MachinePrice, machine),
                (Input::Infrastructure, site),
                (Input::Resale, resale),
                (Input::NextHalving, halving),
                (Input::Lifetime, life),
                (Input::Idle, idle),
            ];
            Inputs::default().with_all(changes).unwrap()
        },
    )
}

/// Beside an extreme the answer is either the smallest value at which a dense scan sees the price crossed, or a
/// smaller one that it does not see; and there is one wherever the scan sees any.
fn assert_first(inputs: &Inputs, input: Input, price: f64, places: u32) {
    let spec = input.spec();
    let at = |value: f64| price_of(&inputs.with(input, value).unwrap(), Tier::AllIn).unwrap_or(f64::INFINITY);
    let [low, high] = [spec.min, spec.max].map(|end| scaled(input, end));
    let mut before = at(spec.min);
    let mut seen = None;
    for i in 1..=places {
        let value = unscaled(input, low + (high - low) * f64::from(i) / f64::from(places));
        let value = value.clamp(spec.min, spec.max);
        let here = at(value);
        if (before > price) != (here > price) {
            seen = Some(value);
            break;
        }
        before = here;
    }
    match (solved(inputs, input, Tier::AllIn, price), seen) {
        (Ok(value), seen) => {
            assert_reproduces(inputs, input, value, Tier::AllIn, price);
            let smallest = seen.unwrap_or(spec.max);
            assert!(
                value <= smallest * (1.0 + 1e-6) + 1e-6,
                "{input:?}: {value} after {smallest} for {price}: {inputs:?}"
            );
        }
        (Err(Impossible::Jumps(..)), Some(_)) => {}
        (Err(reason), Some(seen)) => panic!("{input:?} near {seen} is {price}: {reason}; {inputs:?}"),
        (Err(_), None) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_first_of_several_answers_is_found_on_either_side_of_every_inner_extreme(
        inputs in any_turning_mine(), input in prop::sample::select(&[Input::Lifetime, Input::DiscountRate][..])
    ) {
        for (value, price) in extremes(&inputs, input, 240) {
            // The extreme itself is always an answer, be it by a hair.
            let own = solved(&inputs, input, Tier::AllIn, price);
            prop_assert!(own.is_ok(), "{input:?} = {value}: {price}: {own:?}; {inputs:?}");
            for beside in [1e-10, 1e-8, 1e-6, 1e-4, 1e-2] {
                for price in [price * (1.0 - beside), price * (1.0 + beside)] {
                    assert_first(&inputs, input, price, 480);
                }
            }
        }
    }
}

#[test]
fn a_lifetime_beside_the_cheapest_is_found_where_the_price_falls() {
    let changes = [(Input::PriceGrowth, -0.35), (Input::DiscountRate, 0.0)];
    let mine = Inputs::default().with_all(changes).unwrap();
    let (best, cheapest) = extremes(&mine, Input::Lifetime, 2_000)[0];
    assert!((20.0..22.0).contains(&best), "{best}");
    let lifetime = solved(&mine, Input::Lifetime, Tier::AllIn, cheapest * (1.0 + 1e-9)).unwrap();
    assert!(lifetime < best && (lifetime - best).abs() < 0.01, "{lifetime} {best}");
    let reason = solved(&mine, Input::Lifetime, Tier::AllIn, cheapest * (1.0 - 1e-6)).unwrap_err();
    let Impossible::OutOfReach(nearest) = reason else { panic!("{reason}") };
    assert!((nearest.value - best).abs() < 1e-3 && (nearest.price.value() / cheapest - 1.0).abs() < 1e-12);
}

#[test]
fn a_discount_rate_beside_the_dearest_is_found_where_late_months_lose() {
    let changes = [
        (Input::Opex, 20.0),
        (Input::DifficultyGrowth, 0.5),
        (Input::Lifetime, 81.0),
        (Input::MachinePrice, 0.0),
    ];
    let mine = Inputs::default().with_all(changes).unwrap();
    let found = extremes(&mine, Input::DiscountRate, 2_000);
    let &(best, cheapest) = found.first().unwrap();
    assert!((0.5..0.8).contains(&best), "{found:?}");
    let rate = solved(&mine, Input::DiscountRate, Tier::AllIn, cheapest * (1.0 + 1e-9)).unwrap();
    assert!(rate < best && (rate - best).abs() < 0.01, "{rate} {best}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_smaller_value_has_the_very_price_of_an_answer(
        inputs in any_inputs(), (input, value) in any_target(), tier in any_tier(), part in 0.0..1.0
    ) {
        let Ok(changed) = inputs.with(input, value) else { return Ok(()) };
        let Some(price) = price_of(&changed, tier) else { return Ok(()) };
        if tier.direction(input) == Direction::Still || !spends(&changed) {
            return Ok(());
        }
        let Ok(answer) = solved(&inputs, input, tier, price) else { return Ok(()) };
        // However flat the way, nobody finds another answer clearly below.
        let smaller = input.spec().min + (answer - input.spec().min) * part;
        let Ok(other) = inputs.with(input, smaller) else { return Ok(()) };
        // A rate acts as one and the rate, of which a float keeps no 10⁻¹⁵.
        let is_clearly_smaller = answer - smaller > 1e-6 * answer.abs() + 1e-12;
        prop_assert!(!is_clearly_smaller || price_of(&other, tier) != price_of(&inputs.with(input, answer).unwrap(), tier),
            "{input:?}: {smaller} does as {answer}");
    }
}

#[test]
fn where_nothing_moves_the_smallest_value_is_given() {
    let price = |inputs: &Inputs, tier| price_of(inputs, tier).unwrap();
    // A halving after the end of the life is none.
    let short = quoted().with_all([(Input::Lifetime, 12.0), (Input::NextHalving, 100.0)]).unwrap();
    let halving = solved(&short, Input::NextHalving, Tier::AllIn, price(&short, Tier::AllIn));
    assert_eq!(halving, Ok(12.0));
    // Who pays nothing in an hour of rest may run for as few as he likes.
    let free = quoted().with(Input::Opex, 0.0).unwrap();
    assert_eq!(solved(&free, Input::Hours, Tier::Cash, price(&free, Tier::Cash)), Ok(1.0));
    // Machines that cost nothing are resold for nothing.
    let gift = quoted().with_all([(Input::MachinePrice, 0.0), (Input::Resale, 0.5)]).unwrap();
    assert_eq!(solved(&gift, Input::Resale, Tier::AllIn, price(&gift, Tier::AllIn)), Ok(0.0));
    // While the price is still to grow the machines stand still anyway.
    let patient = quoted()
        .with_all([(Input::PriceGrowth, 5.0), (Input::Idle, 1.0), (Input::MachinePrice, 1.0)])
        .unwrap();
    assert_eq!(solved(&patient, Input::Idle, Tier::AllIn, price(&patient, Tier::AllIn)), Ok(0.0));
}

#[test]
fn a_mine_that_costs_nothing_is_solved_at_nothing() {
    let free = [Input::Tariff, Input::Levy, Input::Opex, Input::MachinePrice, Input::Infrastructure];
    let gift = quoted().with_all(free.map(|input| (input, 0.0))).unwrap();
    for &input in Input::ALL {
        for &tier in Tier::ALL {
            if let Ok(value) = solved(&gift, input, tier, 0.0) {
                assert_eq!(
                    price_of(&gift.with(input, value).unwrap(), tier),
                    Some(0.0),
                    "{input:?} {tier:?}"
                );
            }
        }
    }
    assert_eq!(solved(&gift, Input::Tariff, Tier::AllIn, 0.0), Ok(0.0));
}

#[test]
fn a_mine_that_spends_nothing_but_on_power_is_solved_where_it_switches_on() {
    let free = [Input::Opex, Input::MachinePrice, Input::Infrastructure];
    let mine = quoted().with_all(free.map(|input| (input, 0.0))).unwrap();
    for input in [Input::Tariff, Input::Efficiency, Input::Hashrate, Input::Subsidy, Input::Overhead] {
        let value = solved(&mine, input, Tier::AllIn, 20_000.0).unwrap();
        assert_reproduces(&mine, input, value, Tier::AllIn, 20_000.0);
    }
}

#[test]
fn what_is_solved_of_the_articles_mines_reproduces_the_price_but_for_rounding() {
    let mut found = 0;
    for mine in scenarios::ALL.iter().map(Scenario::inputs) {
        let own = price_of(&mine, Tier::AllIn).unwrap();
        for (&input, times) in Input::ALL.iter().flat_map(|input| [0.8, 0.9, 1.1].map(|times| (input, times)))
        {
            let Ok(value) = solved(&mine, input, Tier::AllIn, own * times) else { continue };
            let again = price_of(&mine.with(input, value).unwrap(), Tier::AllIn).unwrap();
            let off = (again / (own * times) - 1.0).abs();
            assert!(off < 2e-14, "{input:?} = {value}: {again}, off by {off:e}");
            found += 1;
        }
    }
    assert!(found > 100, "{found}");
}

#[test]
fn the_price_is_what_is_asked_for_and_no_answer() {
    for &tier in Tier::ALL {
        let words = why_not(&quoted(), Input::Price, tier, 40_000.0);
        assert!(
            words
                .ends_with("does not depend on the bitcoin price: it is itself the price that is looked for"),
            "{words}"
        );
    }
}
