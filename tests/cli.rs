//! The command as its users call it.
#![cfg(feature = "cli")]

mod refusal;

use refusal::assert_refusal;
use std::process::{Command, Output};

fn breakeven(arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_breakeven")).args(arguments.split_whitespace()).output().unwrap()
}

fn json(arguments: &str) -> serde_json::Value {
    let output = breakeven(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Exit status 2 and exactly one line on standard error, which holds each of `words`.
fn assert_refused(arguments: &str, words: &[&str]) {
    assert_refusal(&breakeven(arguments), words);
}

#[test]
fn eval_prints_every_promised_key() {
    let report = json("eval --format json");
    let keys = "shutdown_price cash_price all_in_price hashprice hashcost strike_usd_per_mwh energy_per_bitcoin_kwh \
                bitcoin_per_ph_day difficulty hashrate_ehs inputs";
    for key in keys.split_whitespace() {
        assert!(report.get(key).is_some_and(|value| !value.is_null()), "{key}");
    }
    assert_eq!(report["inputs"]["hours"], 168.0);
    assert_eq!(report["difficulty"], 129.2428e12);
}

#[test]
fn flags_change_the_scenario_they_stand_beside() {
    let report = json("eval --scenario quoted-40000 --pool-fee 0.01 --tariff=0.07 --format json");
    assert_eq!(report["inputs"]["pool_fee"], 0.01);
    assert_eq!(report["inputs"]["tariff"], 0.07);
    assert_eq!(report["inputs"]["hours"], 88.0);
    assert_eq!(report["difficulty"], 36_835_682_546_788.0);
}

#[test]
fn without_capital_nothing_is_said_to_be_paid_back() {
    let output = breakeven("eval --machine-price 0 --infrastructure 0 --price 0.01");
    let text = String::from_utf8(output.stdout).unwrap();
    let line = text.lines().find(|line| line.contains("Paid back")).unwrap();
    assert!(line.ends_with("no capital is spent"), "{line}");
}

#[test]
fn a_report_goes_back_in_to_the_last_bit() {
    let folder = std::env::temp_dir().join(format!("breakeven-from-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("report.json");
    let first =
        breakeven("eval --scenario quoted-40000 --pool-fee 0.0123456789012345678 --format json").stdout;
    std::fs::write(&file, &first).unwrap();
    let again = breakeven(&format!("eval --inputs {} --format json", file.display()));
    let without_range = |bytes: &[u8]| {
        let mut report: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        report.as_object_mut().unwrap().remove("interval");
        report
    };
    assert_eq!(without_range(&again.stdout), without_range(&first));
    // A report does not tell of which scenario it is, so nothing of it is taken for uncertain.
    let again: serde_json::Value = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!(again.get("interval"), None);
    let ranged = json(&format!("eval --inputs {} --range tariff=0.04..0.06 --format json", file.display()));
    assert!(ranged["interval"]["shutdown"].is_object(), "{ranged}");
    let moved = json(&format!("eval --inputs {} --tariff 0.07 --format json", file.display()));
    assert_eq!((&moved["inputs"]["tariff"], &moved["inputs"]["hours"]), (&0.07.into(), &88.0.into()));
    assert_refused("eval --inputs a.json --scenario today", &["--inputs"]);
    let refused: &[(&str, &[&str])] = &[
        (r#"{"tarif": 0.05}"#, &["inputs", "tarif", "known: tariff, efficiency"]),
        (r#"{"tariff": 99}"#, &["tariff: 99 is out of range", "0 to 5 USD/kWh"]),
        (r#"{"tariff": "5 cents"}"#, &["tariff: \"5 cents\" is not a number", "0 to 5 USD/kWh"]),
        (r#"{"inputs": {"hours": null}}"#, &["hours: \"null\" is not a number", "1 to 168 h/week"]),
        (r#"{"tariff": 1e999}"#, &["tariff: number out of range at line 1 column 16"]),
        (r#"{"tariff": 0.05, "tariff": 0.06}"#, &["tariff is given twice"]),
        (r#"{"inputs": {"tariff": 0.05, "tariff": 0.05}}"#, &["tariff is given twice"]),
        (r#"{"inputs": {"tariff": 0.06}, "inputs": {"tariff": 0.07}}"#, &["duplicate", "inputs"]),
        (r#"{"inputs": {"inputs": {"tariff": 0.06}}}"#, &["inputs is given twice"]),
        (r#"{"inputs": [0.06]}"#, &["expected the inputs of a mine"]),
        (r#"{"hours": 88, "inputs": {"tariff": 0.05}}"#, &["hours is given twice"]),
        (r#"{"difficulty": {}}"#, &["difficulty: \"…\" is not a number", "139.7 to"]),
    ];
    for (text, words) in refused {
        std::fs::write(&file, text).unwrap();
        assert_refused(&format!("eval --inputs {}", file.display()), words);
    }
    assert_eq!(breakeven("eval --inputs /nowhere.json").status.code(), Some(1));
    // More may come than memory holds; no byte of this is on the disk.
    std::fs::File::create(&file).unwrap().set_len(1 << 30).unwrap();
    for flag in ["inputs", "from"] {
        let failed = breakeven(&format!("eval --{flag} {}", file.display()));
        assert_eq!(failed.status.code(), Some(1));
        let told = String::from_utf8_lossy(&failed.stderr);
        assert!(told.contains("it is longer than 64 MB"), "{told}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn flags_are_read_as_people_write_them() {
    let arguments =
        ["eval", "--tariff", "5 ¢/kWh", "--pool-fee", "2,5 %", "--price", "40k", "--capacity", "0.15 GW"];
    let output =
        Command::new(env!("CARGO_BIN_EXE_breakeven")).args(arguments).args(["--format", "json"]).output();
    let report: serde_json::Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
    let inputs = ["tariff", "pool_fee", "price", "capacity"].map(|id| report["inputs"][id].as_f64().unwrap());
    assert_eq!(inputs, [0.05, 0.025, 40_000.0, 150.0]);
    assert_refused("eval --efficiency 29,500", &["efficiency", "29,500", "two ways", "29500 or 29.5"]);
    assert_refused("eval --tariff 5apples", &["tariff", "5apples", "0 to 5 USD/kWh", "such as 0.05"]);
    assert_refused("eval --pool-fee 2", &["pool_fee", "0 to 0.2 (0 to 20 %)"]);
}

#[test]
fn difficulty_stands_in_for_the_hash_rate() {
    let report = json("eval --difficulty 36835682546788 --format json");
    assert_eq!(report["difficulty"], 36_835_682_546_788.0);
    assert_refused("eval --difficulty 1e13 --hashrate 200", &["hashrate", "200", "not both"]);
    assert_refused("eval --difficulty 0", &["difficulty", "0", "139.7 to"]);
}

#[test]
fn bad_input_is_refused_in_one_line_with_field_value_and_range() {
    assert_refused("eval --tariff 7", &["tariff", "7", "0 to 5 USD/kWh"]);
    assert_refused("eval --tariff -1", &["tariff", "-1", "0 to 5 USD/kWh"]);
    assert_refused("eval --hours many", &["hours", "many", "1 to 168 h/week"]);
    assert_refused("eval --tariff 1e400", &["tariff: ", "is out of range", "0 to 5 USD/kWh"]);
    assert_refused("eval --difficulty 1e400", &["difficulty: ", "is out of range"]);
    assert_refused("eval --schedule 1e400", &["hours: ", "is out of range"]);
    assert_refused("eval --lifetime 1e308years", &["lifetime: ", "is out of range"]);
    assert_refused("eval --currency KZT --rate 1e400", &["rate: ", "is out of range", "positive"]);
    assert_refused("eval --currency KZT --rate 470 --tariff 1e400", &["tariff: ", "is out of range", "KZT"]);
    assert_refused("figure tariff --width 1e400", &["width: ", "is out of range", "4,096 px"]);
    assert_refused("eval --price inf", &["price", "inf", "0.01 to 100,000,000 USD/BTC"]);
    assert_refused("eval --scenario nowhere", &["scenario", "nowhere", "quoted-40000, enegix, btc-kz, "]);
    assert_refused("eval --tarif 0.05", &["--tarif"]);
    assert_refused("eval --format xml", &["xml", "text", "json"]);
    assert_refused("eval --subsidy 0 --fees 0", &["subsidy", "0.00000001 BTC/block"]);
    assert_refused("figure nothing", &["view", "nothing", "tariff"]);
    assert_refused("figure tariff --width 9", &["width", "9", "120 to 4,096 px"]);
    assert_refused("figure tariff --height nan", &["height", "\"nan\" is not a number", "80 to 4,096 px"]);
    assert_refused("eval --machine-power much", &["machine-power", "\"much\"", "1 to 1,000,000 W"]);
    let idr = "eval --currency IDR --tariff 1000 --rate";
    assert_refused(&format!("{idr} much"), &["rate", "\"much\" is not a number", "positive"]);
    assert_refused(&format!("{idr} 15,000"), &["rate", "\"15,000\"", "two ways", "15000 or 15"]);
}

#[test]
fn numbers_that_are_no_inputs_are_read_as_people_write_them_too() {
    let drawn = |options: &str| breakeven(&format!("figure bar {options}")).stdout;
    assert_eq!(drawn("--width 1,200"), drawn("--width 1200"), "only one of the two is allowed");
    assert_eq!(drawn("--width 1200px"), drawn("--width 1200"));
    let machines = |power: &str| {
        let report = json(&format!("eval --scenario quoted-40000 --machine-power {power} --format json"));
        report["fleet"]["machines"].as_f64().unwrap()
    };
    for power in ["3250W", "3.25kW", "3,250.0"] {
        assert_eq!(machines(power), machines("3250"), "{power}");
    }
    assert_refused("eval --machine-power 3,250", &["machine-power", "\"3,250\"", "two ways", "3250 or 3.25"]);
}

#[test]
fn an_all_in_price_out_of_reach_is_null_with_a_reason() {
    let report = json("eval --idle 48 --format json");
    assert!(report["all_in_price"].is_null());
    assert!(report["reason"].as_str().unwrap().starts_with("no price pays this mine back"));
}

#[test]
fn scenarios_list_their_facts_with_unit_basis_and_source() {
    let all = json("scenarios --format json");
    let quoted = all.as_array().unwrap().iter().find(|scenario| scenario["id"] == "quoted-40000").unwrap();
    let price = quoted["facts"].as_array().unwrap().iter().find(|fact| fact["input"] == "price").unwrap();
    assert_eq!(
        (&price["value"], &price["unit"], &price["basis"]),
        (&20_000.0.into(), &"USD/BTC".into(), &"article".into())
    );
    assert!(price["source"].as_str().unwrap().contains("MIT Technology Review"));
}

#[test]
fn a_figure_that_is_made_of_a_figure_is_of_the_same_day() {
    let file = |name| std::env::temp_dir().join(format!("breakeven-{name}-{}.svg", std::process::id()));
    let [first, again] = ["day", "day-again"].map(file);
    let drawn = [
        format!("figure time --date 2022-10-24 -o {}", first.display()),
        format!("figure time --from {} -o {}", first.display(), again.display()),
    ];
    assert!(drawn.iter().all(|command| breakeven(command).status.success()));
    let [first, again] = [first, again].map(|file| {
        let svg = std::fs::read_to_string(&file).unwrap();
        std::fs::remove_file(file).unwrap();
        svg
    });
    assert!(first.contains("This day: 2022-10-24"));
    assert_eq!(again, first);
}

#[test]
fn a_figure_is_written_as_svg() {
    let path = std::env::temp_dir().join(format!("breakeven-{}.svg", std::process::id()));
    let output =
        breakeven(&format!("figure tariff --scenario enegix --width 390 --height 300 -o {}", path.display()));
    assert!(output.status.success() && output.stdout.is_empty());
    let svg = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert!(svg.starts_with("<svg") && svg.contains("viewBox=\"0 0 390 300\""));
    let output = breakeven("figure tariff -o /nowhere/at/all.svg");
    assert_eq!(output.status.code(), Some(1));
}
