//! What comes of a mine at its market price, against hand arithmetic.
#![cfg(not(target_arch = "wasm32"))]

mod any_mine;

use any_mine::any_inputs;
use breakeven::lifetime::{capital, net_present_value};
use breakeven::outcome::{CashFlow, NoRate};
use breakeven::units::Watts;
use breakeven::{Account, Fleet, Input, Inputs, Scenario, Schedule};
use proptest::prelude::*;

const HOURS_PER_MONTH: f64 = 365.25 / 12.0 * 24.0;

/// Three years around the clock on a network that never changes, so that every month is like the first.
fn steady(price: f64) -> Inputs {
    let changes = [(Input::NextHalving, 600.0), (Input::Price, price), (Input::Levy, 0.01)];
    Inputs::default().with_all(changes).unwrap()
}

/// Bitcoin mined by 1 TH/s in a month of [`steady`].
fn coins() -> f64 {
    1e12 * HOURS_PER_MONTH * 3600.0 * (3.125 + 0.02) * 0.98 / (129.2428e12 * 4_294_967_296.0)
}

fn kwh() -> f64 {
    17.5 / 1000.0 * 1.03 * HOURS_PER_MONTH
}

fn near(a: f64, b: f64) -> bool {
    (a / b - 1.0).abs() < 1e-11
}

#[test]
fn cost_and_payback_of_a_steady_mine_agree_with_hand_arithmetic() {
    let mine = steady(120_000.0);
    let outcome = Account::of(&mine).outcome;
    let spent = 14.0 + 833.0 * 0.0175 * 1.03;
    let fixed = 5.0 * 0.0175;
    let cash = 120_000.0 * coins() - kwh() * 0.06 - fixed;
    assert!(near(outcome.cost.electricity, 36.0 * kwh() * 0.05));
    assert!(near(outcome.cost.levy, 36.0 * kwh() * 0.01));
    assert!(near(outcome.cost.fixed, 36.0 * fixed));
    assert!(near(outcome.cost.capital, spent));
    assert_eq!(outcome.payback_month, Some((spent / cash).ceil() as u32));
    assert_eq!(outcome.months_switched_off, 0);
    assert!(near(outcome.margin, 120_000.0 - kwh() * 0.06 / coins()));
}

#[test]
fn the_internal_rate_of_a_steady_mine_is_that_of_an_annuity() {
    let mine = steady(120_000.0);
    let rate = Account::of(&mine).outcome.internal_rate.unwrap().value();
    let cash = 120_000.0 * coins() - kwh() * 0.06 - 5.0 * 0.0175;
    let factor = libm::pow(1.0 + rate, -1.0 / 12.0);
    let annuity = cash * factor * (1.0 - libm::pow(factor, 36.0)) / (1.0 - factor);
    assert!(near(annuity, 14.0 + 833.0 * 0.0175 * 1.03), "{rate}");
}

#[test]
fn a_mine_that_loses_a_part_of_its_capital_has_a_negative_rate() {
    let rate = Account::of(&steady(75_000.0)).outcome.internal_rate.unwrap().value();
    assert!((-0.9..0.0).contains(&rate), "{rate}");
    assert_eq!(Account::of(&steady(75_000.0)).outcome.payback_month, None);
}

#[test]
fn where_there_is_no_rate_the_reason_is_typed() {
    let rate = |inputs: Inputs| Account::of(&inputs).outcome.internal_rate.unwrap_err();
    assert_eq!(rate(steady(1_000.0)), NoRate::OnlyLosses);
    assert!(NoRate::OnlyLosses.to_string().contains("−99 %"), "it says where the search ended");
    let gift = [(Input::MachinePrice, 0.0), (Input::Infrastructure, 0.0)];
    assert_eq!(rate(steady(120_000.0).with_all(gift).unwrap()), NoRate::NothingSpent);
    assert_eq!(rate(steady(1e8)), NoRate::BeyondMeasure);
}

#[test]
fn what_costs_nothing_is_paid_back_at_once_and_what_never_runs_never() {
    let gift = [(Input::MachinePrice, 0.0), (Input::Infrastructure, 0.0)];
    let payback = |inputs: &Inputs| Account::of(inputs).outcome.payback_month;
    assert_eq!(payback(&steady(120_000.0).with_all(gift).unwrap()), Some(0));
    assert_eq!(payback(&steady(1_000.0)), None);
    assert_eq!(Account::of(&steady(1_000.0)).outcome.months_switched_off, 36);
}

#[test]
fn resale_pays_back_in_the_last_month() {
    let changes = [(Input::Resale, 1.0), (Input::Infrastructure, 0.0), (Input::Opex, 0.0)];
    let mine = steady(1_000.0).with_all(changes).unwrap();
    assert_eq!(Account::of(&mine).outcome.payback_month, Some(36));
}

#[test]
fn a_halving_switches_off_the_months_that_follow_it() {
    let price = 70_000.0; // between 54,000 before the halving and 107,000 after it
    let mine = steady(price).with(Input::NextHalving, 10.0).unwrap();
    let outcome = Account::of(&mine).outcome;
    assert_eq!(outcome.months_switched_off, 26);
    assert!(near(outcome.cost.electricity, 10.0 * kwh() * 0.05), "a machine that stands still draws nothing");
    assert!(near(outcome.cost.fixed, 36.0 * 5.0 * 0.0175), "and is paid for all the same");
}

#[test]
fn what_does_not_exist_is_null_and_has_a_reason() {
    let report = serde_json::to_value(Account::of(&steady(1_000.0))).unwrap();
    for (key, reason) in [("irr", "irr_reason"), ("payback_month", "payback_reason")] {
        assert!(report[key].is_null() && report[reason].is_string(), "{key}");
    }
    let report = serde_json::to_value(Account::of(&steady(120_000.0))).unwrap();
    assert!(report["irr"].is_number() && report.get("irr_reason").is_none());
}

/// A mine that wins at first and pays in the end has two rates; between them it is worth more than nothing.
#[test]
fn of_two_internal_rates_the_higher_is_given_however_near_they_are() {
    let changes = [(Input::Opex, 60.0), (Input::DifficultyGrowth, 1.5), (Input::Lifetime, 60.0)];
    let mine = |price| Inputs::default().with_all(changes).unwrap().with(Input::Price, price).unwrap();
    let worth = |price, rate| {
        let mine = mine(price).with(Input::DiscountRate, rate).unwrap();
        net_present_value(&mine, mine.price())
    };
    // The rate at which a mine of its price is worth most, and the price at which that is nothing.
    let best = |price| {
        (0..4_000)
            .map(|i| f64::from(i) / 400.0)
            .max_by(|a, b| worth(price, *a).total_cmp(&worth(price, *b)))
            .unwrap()
    };
    let (mut low, mut high) = (10_000.0, 1e7);
    for _ in 0..60 {
        let price = (low + high) / 2.0;
        if worth(price, best(price)) > 0.0 { high = price } else { low = price }
    }
    let top = best(high);
    assert!(top > 0.01 && top < 9.9, "the price {high} is no inner extreme: {top}");
    let rate = Account::of(&mine(high * (1.0 + 1e-9))).outcome.internal_rate.unwrap().value();
    assert!((rate - top).abs() < 0.1 && rate > top - 0.003, "{rate} {top}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn at_its_internal_rate_a_mine_is_worth_what_it_costs(inputs in any_inputs()) {
        let Ok(rate) = Account::of(&inputs).outcome.internal_rate else { return Ok(()) };
        let worth = |balance: &breakeven::outcome::Balance| {
            balance.cash * libm::pow(1.0 + rate.value(), -balance.month.end / 12.0)
        };
        let flows: Vec<_> = CashFlow::of(&inputs).map(|balance| worth(&balance)).collect();
        let size: f64 = flows.iter().map(|flow| flow.abs()).sum();
        let sum: f64 = flows.iter().sum();
        prop_assert!((sum - capital(&inputs)).abs() <= 1e-9 * size, "{rate:?} {sum}");
    }

    #[test]
    fn cash_adds_up_to_the_net_present_value_where_money_costs_nothing(inputs in any_inputs()) {
        let free = inputs.with(Input::DiscountRate, 0.0).unwrap();
        let last = CashFlow::of(&free).last().unwrap();
        let size: f64 = CashFlow::of(&free).map(|balance| balance.cash.abs()).sum::<f64>() + capital(&free);
        let worth = net_present_value(&free, free.price());
        prop_assert!((last.cumulative - worth).abs() <= 1e-10 * size, "{} {worth}", last.cumulative);
    }

    #[test]
    fn a_fleet_earns_what_its_terahashes_earn(inputs in any_inputs()) {
        let account = Account::of(&inputs);
        let (fleet, petahashes) = (account.fleet, account.fleet.hashrate_ehs * 1000.0);
        let uptime = inputs.get(Input::Hours) / 168.0;
        let revenue = petahashes * account.report.hashprice.value() * uptime;
        let power = petahashes * account.report.hashcost.value() * uptime;
        prop_assert!((fleet.per_day.revenue / revenue - 1.0).abs() < 1e-12);
        prop_assert!((fleet.per_day.electricity - power).abs() <= 1e-12 * power);
    }
}

#[test]
fn the_fleet_of_enegix_agrees_with_hand_arithmetic() {
    let inputs = Scenario::from_id("enegix").unwrap().inputs();
    // 77 · 3250 W, which in megawatts is no whole number of watts.
    let exactly = inputs.with_all([(Input::Capacity, 0.250_25), (Input::Overhead, 1.0)]).unwrap();
    assert_eq!(Fleet::of_machines(&exactly, Watts::new(3250.0).unwrap()).machines, Some(77.0));
    let fleet = Fleet::of_machines(&inputs, Watts::new(3250.0).unwrap());
    let exahashes = 150e6 / 1.03 / 34.2 / 1e6; // W over J/TH are TH/s
    let uptime = 88.0 / 168.0;
    let share = exahashes / (36_835_682_546_788.0 * 4_294_967_296.0 / 600.0 / 1e18);
    let bitcoin = share * 144.0 * (6.25 + 0.11) * 0.98 * uptime;
    assert_eq!(fleet.machines, Some(44_809.0));
    assert_eq!(fleet.homes, 62_500.0);
    assert!(near(fleet.hashrate_ehs, exahashes) && near(fleet.network_share, share));
    assert!(near(fleet.per_day.bitcoin, bitcoin) && near(fleet.per_year.bitcoin, bitcoin * 365.25));
    assert!(near(fleet.per_day.energy_mwh, 150.0 * 24.0 * uptime));
    assert!(near(fleet.per_day.revenue, bitcoin * 20_000.0));
    let fixed = 150_000.0 / 1.03 * 5.0 * 12.0 / 365.25;
    assert!(near(fleet.per_day.cost, 150_000.0 * 24.0 * uptime * 0.0523 + fixed));
}

#[test]
fn the_hours_of_a_schedule_are_those_of_a_week() {
    let hours: Vec<_> = Schedule::ALL.iter().map(|schedule| schedule.hours().value()).collect();
    assert_eq!(hours, [7.0 * 24.0, 5.0 * 8.0 + 2.0 * 24.0, 7.0 * 8.0]);
    for &schedule in Schedule::ALL {
        assert_eq!(Schedule::from_id(schedule.id()), Ok(schedule));
    }
    assert!(Schedule::from_id("mornings").unwrap_err().is_unknown_name());
}
