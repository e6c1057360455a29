//! What is told as data goes back in, to the last bit.
#![cfg(not(target_arch = "wasm32"))]

mod any_mine;

use breakeven::units::Difficulty;
use breakeven::{Account, Input, Inputs, Report, scenarios};
use proptest::prelude::*;

fn read(json: &str) -> Result<Inputs, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

fn comes_back(mine: &Inputs) {
    for json in [
        serde_json::to_string(mine).unwrap(),
        serde_json::to_string(&Report::of(mine)).unwrap(),
        serde_json::to_string(&Account::of(mine)).unwrap(),
    ] {
        let back = read(&json).unwrap();
        for &input in Input::ALL {
            assert_eq!(back.get(input).to_bits(), mine.get(input).to_bits(), "{input:?} of {json}");
        }
        assert_eq!(back.difficulty().value().to_bits(), mine.difficulty().value().to_bits(), "{json}");
    }
}

#[test]
fn every_scenario_comes_back_with_its_canonical_difficulty() {
    for scenario in scenarios::ALL {
        comes_back(&scenario.inputs());
    }
    let quoted = serde_json::to_value(scenarios::ALL[0].inputs()).unwrap();
    assert_eq!(quoted["difficulty"], 36_835_682_546_788.0);
}

#[test]
fn a_hash_rate_that_was_given_comes_back_as_it_was() {
    for hashrate in [0.1, 300.0, 263.7, 1e-9, 1e6] {
        comes_back(&Inputs::default().with(Input::Hashrate, hashrate).unwrap());
    }
}

#[test]
fn what_is_left_out_has_its_default_and_what_is_not_known_is_named() {
    assert_eq!(read("{}"), Ok(Inputs::default()));
    assert_eq!(read(r#"{"tariff": 0.07}"#), Ok(Inputs::default().with(Input::Tariff, 0.07).unwrap()));
    let difficult =
        Inputs::default().with_difficulty(Difficulty::new(36_835_682_546_788.0).unwrap()).unwrap();
    assert_eq!(read(r#"{"difficulty": 36835682546788}"#), Ok(difficult));
    for (json, word) in [
        (r#"{"tarif": 0.07}"#, "tarif"),
        (r#"{"tariff": 7}"#, "0 to 5 USD/kWh"),
        (r#"{"tariff": "0.07"}"#, r#"tariff: "0.07" is not a number; allowed is 0 to 5 USD/kWh"#),
        (r#"{"tariff": null}"#, r#"tariff: "null" is not a number"#),
        (r#"{"tariff": [0.07]}"#, r#"tariff: "…" is not a number"#),
        (r#"{"subsidy": 0, "fees": 0}"#, "at least 0.00000001 BTC/block"),
        (r#"{"tariff": 0.05, "tariff": 0.5}"#, "tariff is given twice"),
        (r#"{"inputs": {"tariff": 0.05}, "inputs": {}}"#, "duplicate field `inputs`"),
        (r#"{"inputs": {"tariff": 0.05}, "tariff": 0.5}"#, "tariff is given twice"),
        (r#"{"inputs": {"inputs": {"tariff": 0.05}}}"#, "inputs is given twice"),
        ("[]", "the inputs of a mine"),
        ("5", "the inputs of a mine"),
    ] {
        let error = read(json).unwrap_err();
        assert!(error.contains(word), "{json}: {error}");
    }
}

#[test]
fn what_stands_beside_the_inputs_of_a_report_costs_no_more_than_to_read_it() {
    let members: Vec<String> = (0..100_000).map(|i| format!(r#""other{i}": {i}"#)).collect();
    let began = std::time::Instant::now();
    let mine = read(&format!(r#"{{"inputs": {{"tariff": 0.07}}, {}}}"#, members.join(", ")));
    assert_eq!(mine, Ok(Inputs::default().with(Input::Tariff, 0.07).unwrap()));
    assert!(began.elapsed().as_secs() < 10, "{:?}", began.elapsed()); // a look at each pair of them takes minutes
}

#[test]
fn hash_rate_and_difficulty_that_contradict_each_other_are_refused_and_both_named() {
    let error = read(r#"{"hashrate": 300, "difficulty": 36835682546788}"#).unwrap_err();
    for word in ["hashrate", "300", "36835682546788", "263.68"] {
        assert!(error.contains(word), "{word} in {error}");
    }
    // Ten digits say the same; then the difficulty counts.
    let rounded = read(r#"{"hashrate": 263.6800864, "difficulty": 36835682546788}"#);
    assert_eq!(
        rounded,
        Inputs::default()
            .with_difficulty(Difficulty::new(36_835_682_546_788.0).unwrap())
            .map_err(|error| error.to_string())
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mine_comes_back(mine in any_mine::any_inputs(), difficulty in 1e3..1e17) {
        comes_back(&mine);
        comes_back(&mine.with_difficulty(Difficulty::new(difficulty).unwrap()).unwrap());
    }
}
