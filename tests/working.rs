//! The working: whoever types a line gets its result, and the last line of each price is the report's.
#![cfg(not(target_arch = "wasm32"))]

use breakeven::working::{Line, working};
use breakeven::{Input, Inputs, Report, scenarios};
use proptest::prelude::*;

/// A pocket calculator: `+ − × ÷ ^ ( )`, commas between thousands.
struct Calculator<'a> {
    rest: &'a str,
}

impl Calculator<'_> {
    fn type_in(text: &str) -> f64 {
        let mut calculator = Calculator { rest: text };
        let value = calculator.sum();
        assert!(calculator.rest.trim().is_empty(), "{text}: {}", calculator.rest);
        value
    }

    fn take(&mut self, sign: char) -> bool {
        let rest = self.rest.trim_start();
        let found = rest.strip_prefix(sign);
        self.rest = found.unwrap_or(rest);
        found.is_some()
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.take('+') {
                value += self.product();
            } else if self.take('−') {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.power();
        loop {
            if self.take('×') {
                value *= self.power();
            } else if self.take('÷') {
                value /= self.power();
            } else {
                return value;
            }
        }
    }

    fn power(&mut self) -> f64 {
        let base = self.atom();
        if self.take('^') { libm::pow(base, self.atom()) } else { base }
    }

    fn atom(&mut self) -> f64 {
        if self.take('(') {
            let value = self.sum();
            assert!(self.take(')'), "an open parenthesis: {}", self.rest);
            return value;
        }
        let end = self.rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
        let (number, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        number.replace(',', "").parse().unwrap_or_else(|_| panic!("no number before \"{rest}\""))
    }
}

/// A result of the sheet.
fn shown(result: &str) -> f64 {
    result.replace(',', "").replace('−', "-").parse().unwrap()
}

fn assert_line_holds(line: &Line) {
    if !line.numbers.is_empty() {
        let (typed, told) = (Calculator::type_in(&line.numbers), shown(&line.result));
        let places = if line.name.starts_with("A dollar") { 6.0 } else { 7.0 }; // behind the first digit
        let half = 0.5 * libm::pow(10.0, libm::log10(told.abs()).floor() - places);
        // An exact half may be rounded either way.
        assert!(told == typed || (typed - told).abs() <= half * (1.0 + 1e-6), "{line:?}: {typed}");
        let figures = line.result.chars().filter(char::is_ascii_digit).collect::<String>();
        assert!(figures.trim_start_matches('0').trim_end_matches('0').len() <= 8, "{line:?}");
    }
}

fn result(lines: &[Line], name: &str) -> f64 {
    shown(&lines.iter().find(|line| line.name == name).unwrap().result)
}

fn assert_holds(inputs: &Inputs) {
    let report = Report::of(inputs);
    let lines = working(&report);
    lines.iter().for_each(assert_line_holds);
    let close = |name: &str, price: f64| {
        let told = result(&lines, name);
        assert!((told - price).abs() <= price * 1e-6, "{name}: {told} is not {price}");
    };
    close("Shutdown price", report.prices.shutdown.value());
    close("Cash break-even", report.prices.cash.value());
    // It is a difference, and may be small beside what it is one of.
    let (strike, levy) = (report.strike.value(), inputs.levy().value() * 1000.0);
    let told = result(&lines, "Strike: above it, sell the power");
    assert!((told - strike).abs() <= (strike.abs() + levy) * 1e-6, "{told} is not {strike}");
    if let Ok(all_in) = report.prices.all_in {
        close("All-in break-even", all_in.value());
    }
}

#[test]
fn every_scenario_can_be_checked_line_by_line() {
    for scenario in scenarios::ALL {
        let inputs = scenario.inputs();
        assert_holds(&inputs);
        let lines = working(&Report::of(&inputs));
        assert!(lines.iter().all(|line| !line.numbers.is_empty()), "{}", scenario.id());
    }
}

#[test]
fn the_working_of_the_quoted_price_reads_so() {
    let lines = working(&Report::of(&scenarios::ALL[0].inputs()));
    let told: Vec<_> =
        lines.iter().map(|line| [&line.name, line.numbers.as_str(), &line.result].join(": ")).collect();
    assert_eq!(
        told[0],
        "Network hash rate: 36,835,682,546,788 × 4,294,967,296 ÷ 600 ÷ 1,000,000,000,000: 263,680,090"
    );
    assert_eq!(told[1], "Reward of a block: (6.25 + 0.11) × (1 − 0.02): 6.2328");
    assert_eq!(
        told[2],
        "Energy of a bitcoin: 263,680,090 × 600 × 34.2 × 1.03 ÷ 3,600,000 ÷ 6.2328: 248,374.05"
    );
    assert_eq!(told[3], "Shutdown price: (0.05 + 0.0023) × 248,374.05: 12,989.963");
    assert_eq!(told[4], "Strike: above it, sell the power: (20,000 ÷ 248,374.05 − 0.0023) × 1,000: 78.22371");
}

#[test]
fn months_that_all_differ_are_summed_without_numbers() {
    let inputs = Inputs::default().with(Input::DifficultyGrowth, 0.3).unwrap();
    assert_holds(&inputs);
    let lines = working(&Report::of(&inputs));
    assert_eq!(lines.iter().filter(|line| line.numbers.is_empty()).count(), 2);
}

#[test]
fn idle_months_resale_and_free_money_are_shown_too() {
    let some = [(Input::Idle, 6.0), (Input::Resale, 0.3), (Input::Lifetime, 30.0)];
    let inputs = Inputs::default().with_all(some).unwrap();
    assert_holds(&inputs);
    assert!(working(&Report::of(&inputs)).iter().all(|line| !line.numbers.is_empty()));
    let free_money = inputs.with(Input::DiscountRate, 0.0).unwrap();
    assert_holds(&free_money);
    assert!(working(&Report::of(&free_money)).iter().any(|line| line.formula == "A = t₂ − t₁"));
}

#[test]
fn half_a_month_of_mining_is_no_month_after_a_halving() {
    // Without fees both have the same coins; the power of the one is half of the other's.
    for idle in [0.5, 0.75, 2.5] {
        let some = [(Input::Fees, 0.0), (Input::Idle, idle), (Input::NextHalving, 600.0)];
        assert_holds(&Inputs::default().with_all(some).unwrap());
    }
}

#[test]
fn money_that_costs_next_to_nothing_leaves_the_annuity_its_digits() {
    for rate in [1e-16, 1e-15, 1e-12, 1e-9, 1e-6] {
        assert_holds(&Inputs::default().with(Input::DiscountRate, rate).unwrap());
    }
}

#[test]
fn where_nothing_is_mined_the_working_ends_with_the_cash_price() {
    let lines = working(&Report::of(&Inputs::default().with(Input::Idle, 60.0).unwrap()));
    assert_eq!(lines.last().unwrap().name, "Cash break-even");
}

proptest! {
    #[test]
    fn any_mine_can_be_checked(
        tariff in 0.0..1.0_f64, efficiency in 5.0..10_000.0_f64, hashrate in 1e-6..2e3_f64, fees in 0.0..3.0_f64,
        pool_fee in 0.0..0.2_f64, hours in 1..=168_u32, opex in 0.0..50.0_f64, machine_price in 0.0..500.0_f64,
        resale in 0.0..0.5_f64, lifetime in 1.0..120.0_f64, whole in any::<bool>(), discount_rate in 0.0..0.5_f64,
        next_halving in 0..60_u32, idle in 0..6_u32, has_fees in any::<bool>(),
    ) {
        let lifetime = if whole { lifetime.ceil() } else { lifetime };
        let inputs = Inputs::default().with_all([
            (Input::Tariff, tariff), (Input::Efficiency, efficiency), (Input::Hashrate, hashrate),
            (Input::Fees, if has_fees { fees } else { 0.0 }), (Input::PoolFee, pool_fee), (Input::Hours, f64::from(hours)), (Input::Opex, opex),
            (Input::MachinePrice, machine_price), (Input::Resale, resale), (Input::Lifetime, lifetime),
            (Input::DiscountRate, discount_rate), (Input::NextHalving, f64::from(next_halving)),
            (Input::Idle, f64::from(idle) / 2.0),
        ]);
        assert_holds(&inputs.unwrap());
    }
}
