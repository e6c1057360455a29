//! Published results, computed again: `vectors/hayes_2018_table1.csv` and `vectors/published.csv`.
//!
//! Each row of the latter has a test of its name; the last test counts them.
#![cfg(not(target_arch = "wasm32"))]

use breakeven::breakeven::{bitcoin_per_petahash_day, hashprice, strike};
use breakeven::network::{HALVING_INTERVAL, reward_per_hash, subsidy_at};
use breakeven::units::*;
use breakeven::{energy_per_bitcoin, shutdown_price};

type Row = csv::StringRecord;

fn rows(path: &str) -> Vec<Row> {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    csv::Reader::from_path(path).unwrap().records().map(Result::unwrap).collect()
}

fn published(id: &str) -> Row {
    let all = rows("tests/vectors/published.csv");
    all.into_iter().find(|row| &row[0] == id).unwrap_or_else(|| panic!("no row {id}"))
}

/// The first number of a text.
fn number(text: &str) -> f64 {
    text.split([' ', ';', ',']).find_map(|word| word.parse().ok()).unwrap()
}

fn assert_close(value: f64, expected: f64, relative: f64) {
    assert!((value / expected - 1.0).abs() <= relative, "{value} is not {expected} within {relative}");
}

/// Energy for one bitcoin without pool fee or overhead.
fn energy(difficulty: f64, reward: f64, joules_per_terahash: f64) -> KwhPerBitcoin {
    let reward = reward_per_hash(
        Difficulty::new(difficulty).unwrap(),
        BitcoinPerBlock::new(reward).unwrap(),
        BitcoinPerBlock::new(0.0).unwrap(),
        Share::new(0.0).unwrap(),
    );
    let efficiency = JoulesPerTerahash::new(joules_per_terahash).unwrap();
    energy_per_bitcoin(efficiency, PowerUsageEffectiveness::new(1.0).unwrap(), reward)
}

fn shutdown(difficulty: f64, reward: f64, joules_per_terahash: f64, tariff: f64) -> f64 {
    shutdown_price(UsdPerKwh::new(tariff).unwrap(), energy(difficulty, reward, joules_per_terahash)).value()
}

/// The history's row of the period that contains `day`.
fn period_of(day: &str) -> Row {
    rows("data/network_history.csv").into_iter().rfind(|row| &row[0] <= day).unwrap()
}

#[test]
fn all_120_rows_of_hayes_2018_are_met() {
    let rows = rows("tests/vectors/hayes_2018_table1.csv");
    assert_eq!(rows.len(), 120);
    for row in rows {
        let [difficulty, reward, joules_per_gigahash, tariff, expected] =
            [1, 2, 3, 4, 5].map(|column| row[column].parse::<f64>().unwrap());
        let price = shutdown(difficulty, reward, joules_per_gigahash * 1000.0, tariff);
        let off = (price - expected).abs();
        assert!(off <= 0.01 || off <= expected * 1e-4, "{row:?}: {price}");
    }
}

#[test]
fn rosenfeld() {
    // 2 MH/J are 500,000 J/TH.
    assert_close(shutdown(1.5e6, 50.0, 500_000.0, 0.10), number(&published("rosenfeld")[3]), 0.005);
}

#[test]
fn bitcointalk_47796_time() {
    let difficulty = Difficulty::new(7_255_634_282_020_860.0 / 4_294_967_296.0).unwrap();
    let hours = difficulty.time_to_block(HashRate::new(3.12e9).unwrap()).value() / 3600.0;
    assert_close(hours, number(&published("bitcointalk-47796-time")[3]), 0.001);
}

#[test]
fn bitcointalk_47796_energy() {
    // The thread gives the energy of a whole block, and the cost of one of its 50 coins.
    let joules_per_terahash = 1550.0 / 3.12e9 * 1e12;
    let per_coin = energy(7_255_634_282_020_860.0 / 4_294_967_296.0, 50.0, joules_per_terahash);
    let row = published("bitcointalk-47796-energy");
    let (block_energy, coin_cost) = row[3].split_once("; ").unwrap();
    assert_close(per_coin.value() * 50.0, number(block_energy), 0.002);
    assert_close(shutdown_price(UsdPerKwh::new(0.149).unwrap(), per_coin).value(), number(coin_cost), 0.002);
}

#[test]
fn wiki_time() {
    let time = Difficulty::new(20_000.0).unwrap().time_to_block(HashRate::new(1e9).unwrap());
    assert_close(time.value() / 3600.0, number(&published("wiki-time")[3]), 0.001);
}

#[test]
fn time_per_block() {
    let time = Difficulty::new(9_683_851.0).unwrap().time_to_block(HashRate::new(1e12).unwrap());
    assert_close(time.value(), number(&published("time-per-block")[3]), 1e-12);
}

/// The reward per hash where fees are `share` of the whole reward and the subsidy is 6.25.
fn reward_with_fee_share(difficulty: f64, share: f64) -> BitcoinPerHash {
    let fees = 6.25 * share / (1.0 - share);
    reward_per_hash(
        Difficulty::new(difficulty).unwrap(),
        BitcoinPerBlock::new(6.25).unwrap(),
        BitcoinPerBlock::new(fees).unwrap(),
        Share::new(0.0).unwrap(),
    )
}

#[test]
fn hashprice_aug_2021() {
    let reward = reward_with_fee_share(14_496_442_856_349.0, 0.0134);
    let per_petahash = hashprice(UsdPerBitcoin::new(43_629.0).unwrap(), reward).value();
    assert_close(per_petahash / 1000.0, number(&published("hashprice-aug-2021")[3]), 0.001);
}

#[test]
fn btc_per_ph_jan_2021() {
    let difficulty = period_of("2021-01-20")[2].parse().unwrap();
    let coins = bitcoin_per_petahash_day(reward_with_fee_share(difficulty, 0.095)).value();
    assert_close(coins, number(&published("btc-per-ph-jan-2021")[3]), 0.005);
}

#[test]
fn subsidy_sum() {
    let eras = (0..=64).map(|era| u64::from(HALVING_INTERVAL) * subsidy_at(era * HALVING_INTERVAL));
    assert_eq!(eras.sum::<u64>() as f64, number(&published("subsidy-sum")[3]));
    assert_eq!(subsidy_at(33 * HALVING_INTERVAL), 0);
}

/// The mean hashprice of a year, each period weighted with its days in it.
fn mean_hashprice(year: i32) -> f64 {
    let day = |text: &str| {
        let [y, m, d] = [0..4, 5..7, 8..10].map(|part| text[part].parse::<i32>().unwrap());
        // Days since 1 March of year 0 in the proleptic Gregorian calendar.
        let (y, m) = if m < 3 { (y - 1, m + 9) } else { (y, m - 3) };
        f64::from(365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + d)
    };
    let (start, end) = (day(&format!("{year}-01-01")), day(&format!("{}-01-01", year + 1)));
    let (mut sum, mut days) = (0.0, 0.0);
    for row in rows("data/network_history.csv") {
        let [difficulty, length, price, fees, subsidy] =
            [2, 3, 5, 6, 8].map(|column| row[column].parse::<f64>().unwrap_or(0.0));
        let from = day(&row[0]);
        let inside = (from + length).min(end) - from.max(start);
        if inside > 0.0 {
            let reward = reward_per_hash(
                Difficulty::new(difficulty).unwrap(),
                BitcoinPerBlock::new(subsidy).unwrap(),
                BitcoinPerBlock::new(fees).unwrap(),
                Share::new(0.0).unwrap(),
            );
            sum += inside * hashprice(UsdPerBitcoin::new(price).unwrap(), reward).value();
            days += inside;
        }
    }
    sum / days
}

#[test]
fn hashprice_2021() {
    assert_close(mean_hashprice(2021), number(&published("hashprice-2021")[3]), 0.01);
}

#[test]
fn hashprice_2022() {
    assert_close(mean_hashprice(2022), number(&published("hashprice-2022")[3]), 0.01);
}

/// The strike without a levy, from what 1 PH/s earns in a day at a price of bitcoin.
fn strike_of(hashprice: f64, joules_per_terahash: f64) -> f64 {
    let (market, subsidy) = (50_000.0, 6.25);
    // The difficulty at which a petahash earns so much.
    let difficulty = 1e15 * 86_400.0 * subsidy * market / hashprice / 4_294_967_296.0;
    let energy = energy(difficulty, subsidy, joules_per_terahash);
    strike(UsdPerBitcoin::new(market).unwrap(), energy, UsdPerKwh::new(0.0).unwrap()).value()
}

#[test]
fn strike_feb_2021() {
    assert_close(strike_of(318.0, 38.07), number(&published("strike-feb-2021")[3]), 0.001);
}

#[test]
fn strike_nov_2025() {
    assert_close(strike_of(39.0, 17.5), number(&published("strike-nov-2025")[3]), 0.005);
}

#[test]
fn wrong_1_forgot_to_divide_by_3_point_6() {
    let difficulty = HashRate::new(628e18).unwrap().difficulty().value();
    let right = shutdown(difficulty, 3.125, 16.0, 0.05);
    assert_close(right, 26_795.0, 0.001);
    assert_close(right * 3.6, 96_460.0, 0.001);
}

#[test]
fn wrong_2_is_a_hundred_times_too_small() {
    let network = period_of("2022-01-15");
    let right = energy(network[2].parse().unwrap(), 6.25, 30.7).value();
    assert_close(right, 143_000.0, 0.02);
    assert_close(right / 1449.0, 98.7, 0.02);
}

#[test]
fn no_published_row_is_left_out() {
    let tests = include_str!("published.rs");
    for row in rows("tests/vectors/published.csv") {
        assert!(tests.contains(&format!("\"{}\"", &row[0])) || row[0].starts_with("wrong-"), "{}", &row[0]);
    }
}
