//! `breakeven solve` and `breakeven drivers`, schedules, currencies and ranges, as their users call them.
#![cfg(feature = "cli")]

use std::process::{Command, Output};

use breakeven::Input;
use serde_json::Value;

fn breakeven(arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_breakeven")).args(arguments.split_whitespace()).output().unwrap()
}

fn json(arguments: &str) -> Value {
    let output = breakeven(&format!("{arguments} --format json"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn refusal(arguments: &str) -> String {
    let output = breakeven(arguments);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{arguments}: {told}");
    assert_eq!(told.lines().count(), 1, "{arguments}: {told}");
    told
}

#[test]
fn the_answer_of_solve_evaluates_to_the_price() {
    let mine = "--scenario quoted-40000 --fees 0.2 --overhead 1.1";
    for (input, tier, key) in [
        ("tariff", "shutdown", "shutdown_price"),
        ("difficulty", "all-in", "all_in_price"),
        ("hours", "cash", "cash_price"),
        ("subsidy", "all-in", "all_in_price"),
    ] {
        let answer = json(&format!("solve --for {input} --price 40000 --tier {tier} {mine}"));
        let value = answer["value"].as_f64().unwrap();
        let price = json(&format!("eval {mine} --{input} {value}"))[key].as_f64().unwrap();
        assert!((price / 40_000.0 - 1.0).abs() < 1e-9, "{input}: {price}");
        assert_eq!((answer["input"].as_str(), answer["tier"].as_str()), (Some(input), Some(tier)));
    }
}

#[test]
fn where_nothing_solves_it_the_reason_stands_in_place_of_the_value() {
    let answer = json("solve --for machine-price --price 10000 --tier all-in");
    assert!(answer["none"].as_str().unwrap().starts_with("even free machines leave"));
    assert!(answer.get("value").is_none());
}

#[test]
fn what_cannot_be_asked_is_refused_in_one_line() {
    assert!(refusal("solve --for weather --price 40000 --tier cash").contains("weather"));
    assert!(refusal("solve --for tariff --price 40000 --tier break-even").contains("shutdown, cash, all-in"));
    assert!(refusal("solve --for tariff --price 0 --tier cash").contains("0.01 to"));
    assert!(refusal("solve --price 40000").contains("--for"));
}

#[test]
fn a_schedule_is_a_name_or_a_number_of_hours() {
    assert_eq!(json("eval --schedule nights-and-weekends")["inputs"]["hours"], 88.0);
    assert_eq!(json("eval --schedule 100")["inputs"]["hours"], 100.0);
    assert!(refusal("eval --schedule nights --hours 56").contains("not both"));
    assert!(refusal("eval --schedule mornings").contains("nights-and-weekends"));
    assert!(refusal("eval --schedule 200").contains("1 to 168 h/week"));
}

#[test]
fn a_tariff_may_be_told_in_a_local_currency() {
    let report = json("eval --currency KZT --rate 500 --tariff 25 --levy 1");
    assert_eq!((&report["inputs"]["tariff"], &report["inputs"]["levy"]), (&0.05.into(), &0.002.into()));
    assert_eq!((&report["local"]["currency"], &report["local"]["tariff"]), (&"KZT".into(), &25.0.into()));
    assert!(refusal("eval --currency KZT --rate 500 --tariff 9000").contains("0 to 2,500 KZT/kWh"));
    assert!(refusal("eval --currency KZT --rate 0 --tariff 25").contains("rate: 0"));
    assert!(refusal("eval --currency KZT --tariff 25").contains("--rate"));
    let answer = json("solve --for tariff --tier shutdown --price 40000 --currency KZT --rate 500");
    let (usd, local) = (answer["value"].as_f64().unwrap(), answer["local"]["value"].as_f64().unwrap());
    assert!((local / usd - 500.0).abs() < 1e-9);
}

#[test]
fn drivers_come_with_the_largest_swing_first() {
    let answer = json("drivers --scenario quoted-40000 --tier all-in");
    let drivers = answer["drivers"].as_array().unwrap();
    let swings: Vec<_> = drivers.iter().map(|driver| driver["swing"].as_f64().unwrap()).collect();
    assert!(swings.is_sorted_by(|a, b| a >= b) && swings[0] > 0.0);
    assert!(drivers[0]["input"].is_string() && drivers[0]["elasticity"].is_number());
}

#[test]
fn an_elasticity_is_read_in_hundredths_by_people() {
    let told = String::from_utf8(breakeven("drivers").stdout).unwrap();
    let exact = json("drivers");
    for driver in exact["drivers"].as_array().unwrap() {
        let id = driver["input"].as_str().unwrap();
        let label = Input::from_id(id).unwrap().spec().label;
        let row = told.lines().find_map(|line| line.strip_prefix(label)).unwrap();
        let hundredths = format!("{:.2}", driver["elasticity"].as_f64().unwrap()).replace('-', "−");
        let expected = if hundredths == "−0.00" { "0.00" } else { &hundredths };
        assert_eq!(row.split_whitespace().next(), Some(expected), "{label}");
    }
}

#[test]
fn an_interval_comes_from_the_scenario_or_from_the_command() {
    let shutdown = &json("eval --scenario quoted-40000")["interval"]["shutdown"];
    assert!(
        shutdown["low"].as_f64() < shutdown["mid"].as_f64()
            && shutdown["mid"].as_f64() < shutdown["high"].as_f64()
    );
    let told = json("eval --levy 0 --tariff 0.05 --efficiency 20 --range tariff=0.04..0.06");
    let cheap = json("eval --levy 0 --tariff 0.04 --efficiency 20");
    assert!(told["interval"]["shutdown"]["low"].as_f64() <= cheap["shutdown_price"].as_f64());
    assert!(refusal("eval --range tariff").contains("tariff=0.04..0.06"));
    assert!(refusal("eval --range tariff=1..9").contains("0 to 5 USD/kWh"));
    // In roubles, as the tariff beside it.
    let roubles =
        json("eval --levy 0 --tariff 4.5 --efficiency 20 --currency RUB --rate 90 --range tariff=3.6..5.4");
    assert_eq!(roubles["interval"]["shutdown"], told["interval"]["shutdown"]);
    let too_much = "eval --tariff 4.5 --currency RUB --rate 90 --range tariff=4..500";
    assert!(refusal(too_much).contains("0 to 450 RUB/kWh"));
}

#[test]
fn the_power_of_a_machine_counts_those_of_the_site() {
    let fleet = &json("eval --scenario quoted-40000 --machine-power 3250")["fleet"];
    assert_eq!(fleet["machines"], 44_809.0);
    assert!(json("eval")["fleet"]["machines"].is_null());
    assert!(refusal("eval --machine-power 0").contains("1 to 1,000,000 W"));
}
