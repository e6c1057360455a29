//! What is true of every mine, over the whole of the allowed ranges.
#![cfg(not(target_arch = "wasm32"))]

mod any_mine;

use any_mine::any_inputs;
use breakeven::lifetime::{Projection, capital, net_present_value, resale_value};
use breakeven::units::*;
use breakeven::{Account, Input, Inputs, Prices, Report};
use proptest::prelude::*;

/// A mine whose network, price and subsidy only ever get worse for it, and whose capital is positive.
fn any_sober_inputs() -> impl Strategy<Value = Inputs> {
    let sober = |(inputs, difficulty_growth, price_growth, machine_price): (Inputs, f64, f64, f64)| {
        let changes = [
            (Input::DifficultyGrowth, difficulty_growth),
            (Input::PriceGrowth, price_growth),
            (Input::MachinePrice, machine_price),
        ];
        inputs.with_all(changes).unwrap()
    };
    (any_inputs(), 0.0..3.0, -0.5..=0.0, 0.1..1000.0).prop_map(sober)
}

fn prices(inputs: &Inputs) -> (f64, f64, Option<f64>) {
    let prices = Prices::of(inputs);
    (prices.shutdown.value(), prices.cash.value(), prices.all_in.ok().map(|price| price.value()))
}

/// `a` is no more than `b`, but for the rounding of sums over the lifetime.
fn at_most(a: f64, b: f64) -> bool {
    a <= b * (1.0 + 1e-11) || a <= b
}

/// Which way a price moves when the input rises: up, down, or not at all.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Way {
    Up,
    Down,
    Still,
}

use Way::{Down, Still, Up};

/// How each input moves shutdown price, cash break-even and all-in break-even. The lifetime moves the all-in
/// price either way, and so does the discount rate where late months lose money.
const WAYS: &[(Input, Way, Way, Way)] = &[
    (Input::Tariff, Up, Up, Up),
    (Input::Efficiency, Up, Up, Up),
    (Input::Hashrate, Up, Up, Up),
    (Input::Price, Still, Still, Still),
    (Input::Subsidy, Down, Down, Down),
    (Input::Fees, Down, Down, Down),
    (Input::PoolFee, Up, Up, Up),
    (Input::Overhead, Up, Up, Up),
    (Input::Levy, Up, Up, Up),
    (Input::Hours, Still, Down, Down),
    (Input::Opex, Still, Up, Up),
    (Input::MachinePrice, Still, Still, Up),
    (Input::Infrastructure, Still, Still, Up),
    (Input::Resale, Still, Still, Down),
    (Input::DifficultyGrowth, Still, Still, Up),
    (Input::PriceGrowth, Still, Still, Down),
    (Input::NextHalving, Still, Still, Down),
    (Input::Idle, Still, Still, Up),
    (Input::Capacity, Still, Still, Still),
];

fn moves(way: Way, before: f64, after: f64) -> bool {
    match way {
        Up => at_most(before, after),
        Down => at_most(after, before),
        Still => before == after,
    }
}

#[test]
fn the_ways_name_every_input_but_lifetime_and_discount_rate() {
    let left_out = Input::ALL.iter().filter(|input| !WAYS.iter().any(|(named, ..)| named == *input));
    assert_eq!(left_out.collect::<Vec<_>>(), [&Input::Lifetime, &Input::DiscountRate]);
}

/// What is null without a reason beside it: as such `serde_json` writes what is not finite.
fn nulls_in(value: &serde_json::Value) -> Vec<String> {
    let Some(members) = value.as_object() else { return Vec::new() };
    let null = members.iter().filter(|(key, value)| {
        let reason = match key.as_str() {
            "all_in_price" => "reason",
            "irr" => "irr_reason",
            "payback_month" => "payback_reason",
            // Of a machine whose power nobody told.
            "machines" => return false,
            _ => "none",
        };
        value.is_null() && !members.contains_key(reason)
    });
    null.map(|(key, _)| key.clone()).chain(members.values().flat_map(nulls_in)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_infinite_comes_out_of_anything_allowed(inputs in any_inputs()) {
        let account = serde_json::to_value(Account::of(&inputs)).unwrap();
        let nothing = nulls_in(&account);
        prop_assert!(nothing.is_empty(), "{nothing:?} of {inputs:?}");
        let (shutdown, cash, all_in) = prices(&inputs);
        prop_assert!(shutdown >= 0.0 && cash >= 0.0 && all_in.is_none_or(|price| price >= 0.0));
    }

    #[test]
    fn each_break_even_is_monotone_in_each_input(inputs in any_inputs(), row in 0..WAYS.len(), other in any::<prop::sample::Index>()) {
        let (input, on_shutdown, on_cash, on_all_in) = WAYS[row];
        let spec = input.spec();
        let low = inputs.get(input);
        let high = low + (spec.max - low) * (other.index(1000) as f64 / 999.0);
        let Ok(raised) = inputs.with(input, high) else { return Ok(()) };
        let (before, after) = (prices(&inputs), prices(&raised));
        prop_assert!(moves(on_shutdown, before.0, after.0), "{input:?} to {high}: {before:?} {after:?}");
        prop_assert!(moves(on_cash, before.1, after.1), "{input:?} to {high}: {before:?} {after:?}");
        match (before.2, after.2) {
            (Some(before), Some(after)) => prop_assert!(
                moves(on_all_in, before, after) || (before / after - 1.0).abs() < 1e-11,
                "{input:?} to {high}: {before} {after}"
            ),
            // A longer idleness can leave nothing to mine; nothing else makes or unmakes an all-in price.
            (None, Some(_)) => prop_assert!(false, "{input:?}"),
            (Some(_), None) => prop_assert_eq!(input, Input::Idle),
            (None, None) => {}
        }
    }

    #[test]
    fn each_tier_costs_at_least_what_the_one_before_it_does(inputs in any_sober_inputs()) {
        let (shutdown, cash, all_in) = prices(&inputs);
        prop_assert!(shutdown <= cash);
        prop_assert!(all_in.is_none_or(|all_in| at_most(cash, all_in)), "{cash} {all_in:?}");
    }

    #[test]
    fn twice_the_hash_rate_is_twice_the_shutdown_price(inputs in any_inputs()) {
        let difficulty = inputs.difficulty().value();
        if let Ok(doubled) = inputs.with_difficulty(Difficulty::new(2.0 * difficulty).unwrap()) {
            prop_assert_eq!(prices(&doubled).0, 2.0 * prices(&inputs).0);
            prop_assert_eq!(prices(&doubled).1, 2.0 * prices(&inputs).1);
        }
    }

    #[test]
    fn a_night_schedule_leaves_the_shutdown_price_alone_and_never_lowers_the_all_in_price(inputs in any_inputs()) {
        let always = inputs.with(Input::Hours, 168.0).unwrap();
        let nights = inputs.with(Input::Hours, 88.0).unwrap();
        prop_assert_eq!(prices(&always).0, prices(&nights).0);
        if let (Some(always), Some(nights)) = (prices(&always).2, prices(&nights).2) {
            prop_assert!(at_most(always, nights));
        }
    }

    #[test]
    fn hash_rate_and_difficulty_are_inverse(hashrate in 1e9..1e24) {
        let rate = HashRate::new(hashrate).unwrap();
        prop_assert!((rate.difficulty().hash_rate().value() / hashrate - 1.0).abs() < 1e-15);
        let exahashes = ExahashesPerSecond::from(rate);
        prop_assert!((HashRate::from(exahashes).value() / hashrate - 1.0).abs() < 1e-15);
        let difficulty = Difficulty::new(hashrate / 1e9).unwrap();
        prop_assert!((difficulty.hash_rate().difficulty().value() * 1e9 / hashrate - 1.0).abs() < 1e-15);
    }

    #[test]
    fn at_the_all_in_price_the_net_present_value_is_zero(inputs in any_inputs()) {
        if let Ok(price) = Prices::of(&inputs).all_in {
            let months = Projection::of(&inputs);
            let turnover: f64 = months.map(|month| month.discount * (month.margin(price.value()) + month.variable_cost)).sum();
            let npv = net_present_value(&inputs, price);
            let scale = turnover + capital(&inputs) + resale_value(&inputs);
            prop_assert!(npv.abs() <= 1e-10 * scale, "{npv} of {scale}");
        }
    }

    #[test]
    fn where_nothing_switches_off_the_all_in_price_is_the_closed_ratio(inputs in any_inputs()) {
        let Ok(price) = Prices::of(&inputs).all_in else { return Ok(()) };
        if Projection::of(&inputs).any(|month| !month.runs_at(price.value())) {
            return Ok(());
        }
        let (mut costs, mut coins) = (capital(&inputs) - resale_value(&inputs), 0.0);
        for month in Projection::of(&inputs) {
            costs += month.discount * (month.variable_cost + month.fixed_cost);
            coins += month.discount * month.price_factor * month.coins;
        }
        prop_assert!((price.value() / (costs / coins) - 1.0).abs() < 1e-10 || costs == 0.0);
    }

    #[test]
    fn a_dearer_discount_never_cheapens_a_mine_whose_months_all_pay(inputs in any_inputs(), dearer in 0.0..10.0) {
        let Ok(price) = Prices::of(&inputs).all_in else { return Ok(()) };
        let pays = |month: breakeven::lifetime::Month| month.margin(price.value()) >= month.fixed_cost;
        if dearer < inputs.get(Input::DiscountRate) || !Projection::of(&inputs).all(pays) {
            return Ok(());
        }
        let raised = prices(&inputs.with(Input::DiscountRate, dearer).unwrap()).2.unwrap();
        prop_assert!(raised >= price.value() * (1.0 - 1e-9));
    }
}

#[test]
fn a_mine_that_stands_idle_for_life_has_no_all_in_price_and_says_why() {
    let idle = Inputs::default().with_all([(Input::Idle, 36.0), (Input::Lifetime, 36.0)]).unwrap();
    let report = serde_json::to_value(Report::of(&idle)).unwrap();
    assert!(report["all_in_price"].is_null());
    assert!(report["reason"].as_str().unwrap().contains("mine nothing"));
}

#[test]
fn a_mine_without_capital_and_fixed_cost_breaks_even_where_it_switches_on() {
    let free = [(Input::MachinePrice, 0.0), (Input::Infrastructure, 0.0), (Input::Opex, 0.0)];
    let inputs = Inputs::default().with_all(free).unwrap().with(Input::NextHalving, 600.0).unwrap();
    let (shutdown, cash, all_in) = prices(&inputs);
    assert_eq!(shutdown, cash);
    assert!((all_in.unwrap() / shutdown - 1.0).abs() < 1e-14);
}

/// The same sum by hand: 36 months at constant difficulty, the reward halved from month 19 on.
#[test]
fn the_quoted_mine_agrees_with_hand_arithmetic() {
    let inputs = breakeven::Scenario::from_id("quoted-40000").unwrap().inputs();
    let per_block = 4_294_967_296.0 * 36_835_682_546_788.0;
    let kw = 34.2 / 1000.0;
    let hours = 365.25 / 12.0 * 24.0;
    let uptime = 88.0 / 168.0;
    let coins = |subsidy: f64| uptime * 1e12 * hours * 3600.0 * (subsidy + 0.11) * 0.98 / per_block;
    let power = uptime * kw * 1.03 * hours * (0.05 + 0.0023);
    let (mut costs, mut discounted_coins) = (60.0 + 833.0 * kw * 1.03, 0.0);
    for month in 1..=36 {
        let discount = libm::pow(1.1, -f64::from(month) / 12.0);
        costs += discount * (power + kw * 5.0);
        discounted_coins += discount * coins(if month <= 18 { 6.25 } else { 3.125 });
    }
    let (shutdown, cash, all_in) = prices(&inputs);
    assert!((shutdown / (power / coins(6.25)) - 1.0).abs() < 1e-12);
    assert!((cash / ((power + kw * 5.0) / coins(6.25)) - 1.0).abs() < 1e-12);
    assert!((all_in.unwrap() / (costs / discounted_coins) - 1.0).abs() < 1e-12);
}

/// A whole month is the limit of its parts from both sides: nothing jumps where a lifetime passes it.
#[test]
fn the_all_in_price_is_continuous_in_the_lifetime() {
    let growth = [(Input::DifficultyGrowth, 3.0), (Input::PriceGrowth, 1.5), (Input::DiscountRate, 0.4)];
    let mine = Inputs::default().with_all(growth).unwrap();
    let at = |months: f64| prices(&mine.with(Input::Lifetime, months).unwrap()).2.unwrap();
    for month in 1..=60 {
        let whole = f64::from(month);
        assert!((at(whole + 1e-9) / at(whole) - 1.0).abs() < 1e-8, "{month}");
        assert!(month == 1 || (at(whole - 1e-9) / at(whole) - 1.0).abs() < 1e-8, "{month}");
    }
}

/// A life of a month and a half by hand: the part has difficulty, price and discount of its own end.
#[test]
fn a_part_of_a_last_month_is_taken_at_its_own_end() {
    let changes = [
        (Input::Lifetime, 1.5),
        (Input::DifficultyGrowth, 3.0),
        (Input::PriceGrowth, 1.5),
        (Input::DiscountRate, 0.4),
        (Input::NextHalving, 600.0),
    ];
    let mine = Inputs::default().with_all(changes).unwrap();
    let hours = 365.25 / 12.0 * 24.0;
    let kw = 17.5 / 1000.0;
    let coins = 1e12 * hours * 3600.0 * 3.145 * 0.98 / (129.2428e12 * 4_294_967_296.0);
    let (mut costs, mut sold) = (14.0 + 833.0 * kw * 1.03, 0.0);
    for (length, end) in [(1.0, 1.0), (0.5, 1.5)] {
        let grown = |rate: f64| libm::pow(1.0 + rate, end / 12.0);
        costs += length * (kw * 1.03 * hours * 0.05 + kw * 5.0) / grown(0.4);
        sold += length * coins * grown(1.5) / grown(3.0) / grown(0.4);
    }
    assert!((prices(&mine).2.unwrap() / (costs / sold) - 1.0).abs() < 1e-13);
}

/// 500 million dollars for sites of 600 MW are 833 and a third for each kW that the sites draw.
#[test]
fn the_site_is_paid_per_kilowatt_that_it_draws() {
    let quoted = breakeven::Scenario::from_id("quoted-40000").unwrap().inputs();
    assert_eq!(prices(&quoted).2.unwrap().round(), 89_304.0);
    let legal = breakeven::Scenario::from_id("legal-miners").unwrap().inputs();
    let only_sites =
        legal.with_all([(Input::MachinePrice, 0.0), (Input::Infrastructure, 2_500.0 / 3.0)]).unwrap();
    assert!((breakeven::Fleet::of(&only_sites).capital / 500e6 - 1.0).abs() < 1e-12);
}

/// Both ends of a quantity's range.
macro_rules! ends {
    ($quantity:ident) => {
        [$quantity::MIN, $quantity::MAX].map(|end| $quantity::new(end).unwrap())
    };
}

/// Whether a computed value is one that its own type takes.
macro_rules! assert_held {
    ($quantity:ident, $computed:expr) => {
        let computed: $quantity = $computed;
        assert_eq!($quantity::new(computed.value()), Ok(computed));
    };
}

#[test]
fn what_is_computed_from_the_ends_of_any_range_lies_in_the_range_of_its_own_type() {
    use breakeven::breakeven::{bitcoin_per_petahash_day, cash_price, hashcost, hashprice, strike};
    use breakeven::network::reward_per_hash;

    for [difficulty, other] in [ends!(Difficulty), ends!(Difficulty).map(|end| end.hash_rate().difficulty())]
    {
        for difficulty in [difficulty, other] {
            assert_held!(HashRate, difficulty.hash_rate());
            for rate in ends!(HashRate) {
                assert_held!(Seconds, difficulty.time_to_block(rate));
                assert_held!(Difficulty, rate.difficulty());
                assert_held!(ExahashesPerSecond, rate.into());
            }
            for (subsidy, pool_fee) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
                let coins = ends!(BitcoinPerBlock)[subsidy];
                let reward = reward_per_hash(difficulty, coins, coins, ends!(Share)[pool_fee]);
                assert_held!(BitcoinPerHash, reward);
            }
        }
    }
    for reward in ends!(BitcoinPerHash) {
        assert_held!(BitcoinPerPetahashDay, bitcoin_per_petahash_day(reward));
        for price in ends!(UsdPerBitcoin) {
            assert_held!(UsdPerPetahashDay, hashprice(price, reward));
            assert_held!(UsdPerBitcoin, cash_price(&Inputs::default(), price, reward));
        }
    }
    for power in ends!(UsdPerKwh) {
        for other in ends!(UsdPerKwh) {
            assert_held!(UsdPerKwh, power + other);
        }
        for energy in ends!(KwhPerBitcoin) {
            assert_held!(UsdPerBitcoin, power * energy);
        }
        for (efficiency, overhead) in ends!(JoulesPerTerahash).into_iter().zip(ends!(PowerUsageEffectiveness))
        {
            assert_held!(UsdPerPetahashDay, hashcost(power, efficiency, overhead));
            for reward in ends!(BitcoinPerHash) {
                assert_held!(KwhPerBitcoin, breakeven::energy_per_bitcoin(efficiency, overhead, reward));
            }
        }
    }
    for price in ends!(UsdPerBitcoin) {
        for energy in ends!(KwhPerBitcoin) {
            for levy in ends!(UsdPerKwh) {
                assert_held!(UsdPerMwh, strike(price, energy, levy));
                assert!(
                    price.value() > 0.0
                        || strike(price, energy, levy).value()
                            == (-levy.value() * 1000.0).max(UsdPerMwh::MIN)
                );
            }
        }
        for bitcoin in ends!(BitcoinPerPetahashDay) {
            assert_held!(UsdPerPetahashDay, price * bitcoin);
        }
    }
    for hours in ends!(HoursPerWeek) {
        assert_held!(Share, hours.uptime());
    }
    let mut nothing = *breakeven::Machine::from_name("s19 pro").unwrap();
    nothing.hashrate = TerahashesPerSecond::new(0.0).unwrap();
    assert_held!(JoulesPerTerahash, nothing.efficiency());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_price_that_the_type_takes_makes_an_infinite_value(inputs in any_inputs(), end in 0..2_usize) {
        let price = ends!(UsdPerBitcoin)[end];
        prop_assert!(net_present_value(&inputs, price).is_finite());
        for balance in breakeven::outcome::CashFlow::at(&inputs, price) {
            prop_assert!(balance.cash.is_finite() && balance.cumulative.is_finite());
        }
    }
}

/// What is none of the strike's business: the tariff, since the power is bought either way, and what a mine pays or is
/// whether it mines an hour or not.
const NOT_OF_THE_STRIKE: [(Input, f64); 8] = [
    (Input::Tariff, 0.123),
    (Input::Hours, 40.0),
    (Input::Opex, 17.0),
    (Input::MachinePrice, 33.0),
    (Input::Infrastructure, 400.0),
    (Input::Lifetime, 20.0),
    (Input::DifficultyGrowth, 0.5),
    (Input::Capacity, 12.0),
];

proptest! {
    #[test]
    fn at_a_tariff_that_is_the_strike_the_shutdown_price_is_the_market_price(inputs in any_inputs()) {
        let strike = Report::of(&inputs).strike.value() / 1000.0;
        // The strike of some mines is no tariff that one may have.
        if let Ok(there) = inputs.with(Input::Tariff, strike) {
            let (shutdown, market) = (Report::of(&there).prices.shutdown.value(), there.price().value());
            prop_assert!((shutdown / market - 1.0).abs() < 1e-12, "{shutdown} {market}");
        }
        // Up to it the market price pays for the electricity of the day, and above it no longer.
        let report = Report::of(&inputs);
        let (tariff, close) = (inputs.tariff().value(), strike.abs() * 1e-12);
        if (tariff - strike).abs() > close + 1e-12 {
            prop_assert_eq!(tariff < strike, report.prices.shutdown < inputs.price());
        }
    }

    #[test]
    fn the_strike_asks_for_nothing_that_is_paid_whether_power_is_mined_with_or_sold(inputs in any_inputs()) {
        let strike = Report::of(&inputs).strike;
        for (input, value) in NOT_OF_THE_STRIKE {
            prop_assert_eq!(Report::of(&inputs.with(input, value).unwrap()).strike, strike, "{}", input.spec().id);
        }
    }
}
