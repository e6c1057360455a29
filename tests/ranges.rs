//! How sure it is: corners against samples, and what matters most.
#![cfg(not(target_arch = "wasm32"))]

mod any_mine;

use any_mine::{any_inputs, any_value};
use breakeven::range::{Driver, Interval, Swing, Uncertain, drivers, interval};
use breakeven::units::UsdPerBitcoin;
use breakeven::{Input, Inputs, Scenario, Tier, Unreachable, scenarios};
use proptest::prelude::*;

/// A few inputs, each with two values: the ends of its range.
fn any_ranges() -> impl Strategy<Value = Vec<Uncertain>> {
    let range = |input| {
        (any_value(input), any_value(input)).prop_map(move |(a, b): (f64, f64)| Uncertain {
            input,
            low: a.min(b),
            high: a.max(b),
            reason: "",
        })
    };
    let chosen = prop::sample::subsequence(Input::ALL, 1..6);
    chosen.prop_flat_map(move |inputs| inputs.into_iter().map(range).collect::<Vec<_>>())
}

fn inside(inputs: &Inputs, ranges: &[Uncertain], parts: &[f64]) -> Option<Inputs> {
    let values = ranges.iter().zip(parts).map(|(range, part)| {
        let value = inputs.get(range.input);
        let (low, high) = (range.low.min(value), range.high.max(value));
        (range.input, (low + (high - low) * part).clamp(low, high))
    });
    inputs.with_all(values).ok()
}

fn assert_contains(inputs: &Inputs, ranges: &[Uncertain], parts: &[f64]) {
    let Some(sample) = inside(inputs, ranges, parts) else { return };
    for &tier in Tier::ALL {
        let interval = interval(inputs, ranges, tier).unwrap();
        let [low, high] = ends_of(&interval);
        let price = tier.price(&sample).map_or(f64::INFINITY, UsdPerBitcoin::value);
        assert!(
            low <= price * (1.0 + 1e-12) && price <= high * (1.0 + 1e-12),
            "{tier:?} {price} out of {interval:?} {ranges:?} {inputs:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_interval_contains_every_point_of_its_ranges(
        inputs in any_inputs(), ranges in any_ranges(), parts in prop::collection::vec(0.0..=1.0, 6)
    ) {
        assert_contains(&inputs, &ranges, &parts);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_intervals_of_the_articles_mines_contain_every_point(
        scenario in prop::sample::select(scenarios::ALL), parts in prop::collection::vec(0.0..=1.0, 24)
    ) {
        let inputs = scenario.inputs();
        assert_contains(&inputs, &scenario.uncertain(&inputs), &parts);
    }
}

/// The lowest and the highest all-in break-even of many values of the last range, ends included; along a range before it
/// those of its interval, for just after the idle months a price may fall by half within a day.
fn scanned(inputs: &Inputs, ranges: &[Uncertain], steps: u32) -> [f64; 2] {
    let (last, first) = ranges.split_last().unwrap();
    let ends = (0..=steps).filter_map(|step| {
        let part = f64::from(step) / f64::from(steps);
        let inputs = inside(inputs, std::slice::from_ref(last), &[part])?;
        Some(ends_of(&interval(&inputs, first, Tier::AllIn).unwrap()))
    });
    ends.fold([f64::INFINITY, 0.0], |[least, most], [low, high]| [least.min(low), most.max(high)])
}

/// No price is one beyond all others.
fn ends_of(interval: &Interval) -> [f64; 2] {
    [interval.low, interval.high].map(|end| end.map_or(f64::INFINITY, UsdPerBitcoin::value))
}

/// Nothing that is scanned lies beyond the interval, and the scan comes near to both ends.
fn assert_exact(inputs: &Inputs, chosen: &[Input], steps: u32, near: f64) {
    let range =
        |&input: &Input| Uncertain { input, low: input.spec().min, high: input.spec().max, reason: "" };
    let ranges: Vec<_> = chosen
        .iter()
        .map(|input| match input {
            Input::DiscountRate => Uncertain { high: 0.6, ..range(input) },
            _ => Uncertain { low: 1.0, high: 60.0, ..range(input) },
        })
        .collect();
    let value = |input: &Input| match input {
        Input::DiscountRate => inputs.get(*input).min(0.6),
        _ => inputs.get(*input).min(60.0),
    };
    let inputs = inputs.with_all(chosen.iter().map(|input| (*input, value(input)))).unwrap();
    let [least, most] = scanned(&inputs, &ranges, steps);
    let [low, high] = ends_of(&interval(&inputs, &ranges, Tier::AllIn).unwrap());
    let told = format!("{low}..{high} of {least}..{most} along {chosen:?} of {inputs:?}");
    assert!(low <= least * (1.0 + 1e-12) && (low >= least * (1.0 - near) || !least.is_finite()), "{told}");
    assert!(high >= most * (1.0 - 1e-12) && (high <= most * (1.0 + near) || !most.is_finite()), "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_ends_along_lifetime_and_discount_rate_are_those_of_a_dense_scan(inputs in any_inputs()) {
        // A part of a month of any mine changes its price by less than that.
        assert_exact(&inputs, &[Input::Lifetime], 59 * 20, 0.05);
        assert_exact(&inputs, &[Input::DiscountRate], 300, 1e-3);
        assert_exact(&inputs, &[Input::Lifetime, Input::DiscountRate], 59, 0.05);
    }
}

#[test]
fn a_lifetime_that_helps_at_first_and_harms_later_has_its_best_within() {
    let changes = [(Input::Opex, 60.0), (Input::MachinePrice, 5.0), (Input::DifficultyGrowth, 1.0)];
    let mine = Scenario::from_id("quoted-40000").unwrap().inputs().with_all(changes).unwrap();
    let lifetime = Uncertain { input: Input::Lifetime, low: 2.0, high: 90.0, reason: "" };
    let low = interval(&mine, &[lifetime], Tier::AllIn).unwrap().low.unwrap().value();
    let at = |months| Tier::AllIn.price(&mine.with(Input::Lifetime, months).unwrap()).unwrap().value();
    let sampled =
        (200..=9000).map(|hundredths| at(f64::from(hundredths) / 100.0)).fold(f64::INFINITY, f64::min);
    assert!(sampled < at(2.0) && sampled < at(90.0));
    assert!((low / sampled - 1.0).abs() < 1e-6 && low <= sampled, "{low} {sampled}");
}

#[test]
fn what_a_reader_changes_is_no_longer_uncertain() {
    let scenario = Scenario::from_id("quoted-40000").unwrap();
    let tariff =
        |inputs: &Inputs| scenario.uncertain(inputs).iter().any(|range| range.input == Input::Tariff);
    assert!(tariff(&scenario.inputs()));
    assert!(!tariff(&scenario.inputs().with(Input::Tariff, 0.07).unwrap()));
}

#[test]
fn a_range_beyond_what_is_allowed_is_refused() {
    let tariff = Uncertain { input: Input::Tariff, low: 0.0, high: 9.0, reason: "" };
    assert_eq!(interval(&Inputs::default(), &[tariff], Tier::Cash).unwrap_err().field(), "tariff");
    let none = Uncertain { low: f64::NAN, high: 0.06, ..tariff };
    assert!(interval(&Inputs::default(), &[none], Tier::Cash).unwrap_err().is_not_a_number());
}

#[test]
fn a_range_is_the_same_from_either_end_and_of_several_the_last_one_counts() {
    let tariff = Uncertain { input: Input::Tariff, low: 0.04, high: 0.06, reason: "" };
    let turned = Uncertain { low: 0.06, high: 0.04, ..tariff };
    let along = |ranges: &[Uncertain]| interval(&Inputs::default(), ranges, Tier::Shutdown).unwrap();
    assert_eq!(along(&[turned]), along(&[tariff]));
    let wide = Uncertain { high: 0.1, ..tariff };
    assert_eq!(along(&[tariff, wide]), along(&[wide]));
    let levy = |high| Uncertain { input: Input::Levy, low: 0.0, high, reason: "" };
    assert_eq!(driver(&Inputs::default(), &[levy(0.1), levy(0.2)], Input::Levy).high.value, 0.2);
    let turned = Uncertain { low: 0.2, high: 0.0, ..levy(0.0) };
    assert_eq!(driver(&Inputs::default(), &[turned], Input::Levy).high.value, 0.2);
}

#[test]
fn a_block_that_may_pay_nothing_has_no_highest_price() {
    let fees = Uncertain { input: Input::Fees, low: 0.0, high: 1.0, reason: "" };
    let unpaid = Inputs::default().with_all([(Input::Subsidy, 0.0), (Input::Fees, 0.5)]).unwrap();
    let shutdown = interval(&unpaid, &[fees], Tier::Shutdown).unwrap();
    assert!(shutdown.low.is_ok() && shutdown.high.is_err());
}

#[test]
fn elasticities_are_those_of_the_formula() {
    let mine = Scenario::from_id("quoted-40000").unwrap().inputs();
    let of = |input| {
        drivers(&mine, &[], Tier::Shutdown).unwrap().into_iter().find(|driver| driver.input == input).unwrap()
    };
    let (tariff, levy, subsidy, fees) = (0.05, 0.0023, 6.25, 0.11);
    let expected = [
        (Input::Efficiency, 1.0),
        (Input::Hashrate, 1.0),
        (Input::Overhead, 1.0),
        (Input::Tariff, tariff / (tariff + levy)),
        (Input::Levy, levy / (tariff + levy)),
        (Input::Subsidy, -subsidy / (subsidy + fees)),
        (Input::PoolFee, 0.02 / 0.98),
    ];
    for (input, elasticity) in expected {
        let found = of(input).elasticity.unwrap();
        assert!((found - elasticity).abs() < 1e-9, "{input:?}: {found}");
    }
}

#[test]
fn an_input_that_is_nothing_has_no_elasticity_only_where_the_break_even_is_nothing_too() {
    let of = |mine: &Inputs, tier, input| {
        let all = drivers(mine, &[], tier).unwrap();
        all.into_iter().find(|driver| driver.input == input).unwrap().elasticity
    };
    let free = Inputs::default().with_all([(Input::Tariff, 0.0), (Input::Levy, 0.0)]).unwrap();
    assert_eq!(of(&free, Tier::AllIn, Input::Tariff), Some(0.0));
    for input in [Input::Tariff, Input::Efficiency] {
        assert_eq!(of(&free, Tier::Shutdown, input), None, "{input:?}");
    }
}

#[test]
fn drivers_are_sorted_by_swing_and_stay_within_the_allowed_ranges() {
    for scenario in scenarios::ALL {
        for &tier in Tier::ALL {
            let drivers = drivers(&scenario.inputs(), &[], tier).unwrap();
            let swings: Vec<_> = drivers.iter().map(|driver| driver.swing.unwrap_or(f64::INFINITY)).collect();
            assert!(swings.is_sorted_by(|a, b| a >= b), "{} {tier:?}", scenario.id());
            for driver in drivers {
                for value in [driver.low.value, driver.high.value] {
                    assert_eq!(driver.input.check(value), Ok(value));
                }
            }
        }
    }
}

#[test]
fn a_fifth_of_the_overhead_stops_at_a_site_without_any() {
    let drivers = drivers(&Inputs::default(), &[], Tier::Shutdown).unwrap();
    let overhead = drivers.iter().find(|driver| driver.input == Input::Overhead).unwrap();
    assert_eq!((overhead.low.value, overhead.high.value), (1.0, 1.03 + 1.03 * 0.2));
    assert!(overhead.low.held && !overhead.high.held);
    let quoted = Scenario::from_id("quoted-40000").unwrap();
    let hours = driver(&quoted.inputs().with(Input::Hours, 168.0).unwrap(), &[], Input::Hours);
    assert!(hours.high.held && hours.high.value == 168.0, "a week has no fifth more");
}

fn driver(inputs: &Inputs, ranges: &[Uncertain], input: Input) -> Driver {
    let all = drivers(inputs, ranges, Tier::AllIn).unwrap();
    all.into_iter().find(|driver| driver.input == input).unwrap()
}

#[test]
fn an_input_that_is_nothing_swings_over_the_scenarios_range_or_by_the_default() {
    let scenario = Scenario::from_id("network-2016").unwrap();
    let ranges = scenario.uncertain(&scenario.inputs());
    let fees = driver(&scenario.inputs(), &ranges, Input::Fees);
    assert_eq!((fees.by, fees.low.value, fees.high.value), (Swing::Range, 0.0, 1.0));
    assert!(fees.swing.unwrap() > 1.0);
    let growth = driver(&scenario.inputs(), &ranges, Input::DifficultyGrowth);
    assert_eq!((growth.by, growth.low.value, growth.high.value), (Swing::Default, -0.2, 0.2));
    let levy = driver(&scenario.inputs(), &ranges, Input::Levy);
    assert_eq!((levy.by, levy.low.value, levy.high.value), (Swing::Default, 0.0, 0.0023));
    assert!(levy.low.held && !levy.high.held);
}

#[test]
fn every_input_that_can_be_nothing_has_a_default_swing_within_its_range() {
    for &input in Input::ALL {
        let (spec, swing) = (input.spec(), input.swing_at_zero());
        assert_eq!(swing > 0.0, spec.min <= 0.0, "{input:?}");
        assert!(swing < spec.max, "{input:?}");
    }
}

#[test]
fn a_negative_input_swings_to_less_and_to_more() {
    let mine = Inputs::default().with(Input::DifficultyGrowth, -0.5).unwrap();
    let growth = driver(&mine, &[], Input::DifficultyGrowth);
    assert_eq!((growth.low.value, growth.high.value), (-0.6, -0.4));
    assert!(growth.low.price.unwrap() < growth.high.price.unwrap());
    // d ln P / d ln |g|: more of a fall is a lower price.
    assert!(growth.elasticity.unwrap() < 0.0, "{growth:?}");
}

#[test]
fn where_a_block_may_pay_nothing_there_is_no_highest_price_and_the_reason_says_so() {
    let range = |input, high| Uncertain { input, low: 0.0, high, reason: "" };
    let ranges = [range(Input::Subsidy, 3.125), range(Input::Fees, 0.1)];
    for &tier in Tier::ALL {
        let interval = interval(&Inputs::default(), &ranges, tier).unwrap();
        assert_eq!(interval.high, Err(Unreachable::NoReward));
        assert!(interval.low.is_ok());
    }
}
