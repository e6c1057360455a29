//! Why others differ: each reason with its figures, computed a second time by hand.
#![cfg(not(target_arch = "wasm32"))]

use breakeven::differences::{Difference, PUBLISHED_ENERGY, PUBLISHED_PRICE, differences};
use breakeven::{Input, Inputs, format};

fn reason(id: &str) -> Difference {
    differences(&Inputs::default()).into_iter().find(|reason| reason.id == id).unwrap()
}

fn assert_tells(id: &str, figures: &[f64]) {
    let example = reason(id).example;
    for figure in figures {
        assert!(example.contains(&format::usd(*figure)), "{id}: no {figure} in \"{example}\"");
    }
}

/// The mine of today: 129.2428 trillion, 17.5 J/TH, 5 cents, overhead 1.03.
fn shutdown(difficulty: f64, reward: f64) -> f64 {
    0.05 * 17.5e-12 * 1.03 * difficulty * 4_294_967_296.0 / 3.6e6 / reward
}

#[test]
fn fees_pool_and_luck_move_the_price_by_what_they_are() {
    let right = shutdown(129.2428e12, 3.145 * 0.98);
    assert_tells("fees", &[right, shutdown(129.2428e12, 3.125 * 0.98)]);
    assert_tells("pool-fee", &[right, shutdown(129.2428e12, 3.145)]);
    assert_tells("hash-rate", &[right, right * 1.1]);
    assert_tells("joules", &[right, right * 3.6]);
}

#[test]
fn machines_spread_evenly_look_cheaper_than_they_are() {
    let coins = 1e12 * 2_629_800.0 * 3.145 * 0.98 / (129.2428e12 * 4_294_967_296.0);
    let costs = 17.5e-3 * 5.0 + (14.0 + 833.0 * 17.5e-3 * 1.03) / 36.0;
    let all_in = breakeven::Prices::of(&Inputs::default()).all_in.unwrap().value();
    let naive = shutdown(129.2428e12, 3.145 * 0.98) + costs / coins;
    assert!(naive < all_in);
    assert_tells("capital", &[naive, all_in]);
}

/// The published figure and the right one of a row of `published.csv`.
fn published(id: &str) -> (f64, f64) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/published.csv");
    let rows = csv::Reader::from_path(path).unwrap().into_records().map(Result::unwrap);
    let row = rows.into_iter().find(|row| &row[0] == id).unwrap();
    let mut numbers = row[3].split([' ', ';']).filter_map(|word| word.parse().ok());
    (numbers.next().unwrap(), numbers.next().unwrap())
}

#[test]
fn the_two_published_figures_are_reproduced_and_corrected() {
    let (wrong, right) = published("wrong-1");
    assert_eq!(wrong, PUBLISHED_PRICE);
    // 628 EH/s for ten minutes at 16 J/TH, over 3.125 coins, at 5 cents.
    let computed = 628e6 * 600.0 * 16.0 / 3.6e6 / 3.125 * 0.05;
    assert!((computed - right).abs() < 1.0 && (computed * 3.6 / wrong - 1.0).abs() < 0.001);
    assert_tells("published-price", &[wrong, computed, computed * 3.6]);

    let (wrong, right) = published("wrong-2");
    assert_eq!(wrong, PUBLISHED_ENERGY);
    let computed = 24_371_874_614_346.0 * 4_294_967_296.0 * 30.7e-12 / 3.6e6 / 6.25;
    assert!((computed / right - 1.0).abs() < 0.02);
    let example = reason("published-energy").example;
    assert!(
        example.contains("1,449 kWh") && example.contains("143,000") && example.contains("99 times"),
        "{example}"
    );
}

#[test]
fn every_mine_has_all_reasons_and_no_panic() {
    let edges = Inputs::default().with_all([(Input::Subsidy, 0.0), (Input::Idle, 60.0)]).unwrap();
    let mut examples = differences(&edges).into_iter();
    assert!(examples.clone().all(|reason| !reason.example.is_empty() && !reason.example.contains("NaN")));
    let capital = examples.find(|reason| reason.id == "capital").unwrap();
    assert!(capital.example.ends_with("month by month no price."), "{}", capital.example);
}
