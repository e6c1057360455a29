//! The article's bets, its machines that moved on, the network in other years, and a mine of today.

use super::fact::{Fact, Stated};
use super::facts::{
    CHAIN, CLOSES, DATA_SHEET, INTERPOLATED, article, assumed, between, derived, difficulty_of, exahashes,
    network, stated, supposed,
};
use super::kazakhstan::QUOTED_DIFFICULTY;
use crate::inputs::{Input, LATEST_DIFFICULTY};
use crate::range::Uncertain;
use crate::words::said;

/// From block 764,064, 20 November 2022.
pub(super) const NOVEMBER_2022_DIFFICULTY: f64 = 36_950_494_067_222.0;
/// From block 768,096, 19 December 2022.
pub(super) const DECEMBER_2022_DIFFICULTY: f64 = 35_364_065_900_457.0;
/// 75 TH/s.
pub(super) const DIFFICULTY_2013: f64 = difficulty_of(75.0);
/// One million TH/s.
pub(super) const DIFFICULTY_2016: f64 = difficulty_of(1e6);

/// Roubles for a dollar.
pub(super) const ROUBLES: f64 = 61.0;
pub(super) const HOPED_PRICE: f64 = 100_000.0;
pub(super) const MONTHS_TO_WAIT: f64 = 12.0;
/// The part of its power that the other chain saved.
pub(super) const SAVED_BY_SWITCH: f64 = 0.9995;

/// After the exchange FTX failed.
pub(super) const LATE_2022: &[Fact] = &[
    article(Input::Price, 17_000.0, "2022-11", said("fact-under-17-000-in")),
    assumed(Input::MachinePrice, 14.88, "2022-12", said("fact-trade-press-has-14")),
];

pub(super) const NOVEMBER_2022: &[Fact] =
    &network(NOVEMBER_2022_DIFFICULTY, "2022-11-20", 6.25, (0.1174, INTERPOLATED), 17.0);
pub(super) const DECEMBER_2022: &[Fact] =
    &network(DECEMBER_2022_DIFFICULTY, "2022-12-19", 6.25, (0.124_49, INTERPOLATED), 16.0);

pub(super) const LATE_2022_RANGES: &[Uncertain] = &[
    between(Input::Efficiency, 29.5, 98.0, said("fact-no-machine-is-named")),
    between(Input::MachinePrice, 4.72, 60.0, said("fact-from-an-old-s9")),
    between(Input::Fees, 0.1, 0.14, said("fact-the-neighbouring-periods-interpolated")),
];

pub(super) const ROUBLE_STATED: &[Stated] = &[supposed(
    said("stated-roubles-for-a-dollar"),
    ROUBLES,
    "RUB/USD",
    "2022-11",
    said("fact-the-order-of-the-official"),
)];

pub(super) const HODL_STATED: &[Stated] = &[
    stated(said("stated-price-hoped-for"), HOPED_PRICE, "USD/BTC", "2023", said("fact-a-miner-holds-on")),
    supposed(said("stated-time-to-wait"), MONTHS_TO_WAIT, "months", "2022-12", said("fact-to-the-end-of")),
];

pub(super) const MOVED_ON: &[Fact] = &[
    assumed(Input::Idle, 6.0, "2022", said("fact-half-a-year-to")),
    assumed(Input::Tariff, 0.05, "2022", said("fact-kept-so-that-only")),
    assumed(Input::Levy, 0.0, "2022", said("fact-kazakhstans-levy-stays-behind")),
    assumed(Input::Hours, 168.0, "2022", said("fact-around-the-clock-once")),
    assumed(Input::Capacity, 1.0, "2022", said("fact-one-megawatt-to-scale")),
];

pub(super) const MOVED_ON_RANGES: &[Uncertain] =
    &[between(Input::Idle, 2.0, 12.0, said("fact-from-a-ready-hall"))];

/// What other years share.
const fn old_year(year: &'static str) -> [Fact; 6] {
    [
        assumed(Input::Tariff, 0.05, year, said("fact-the-tariff-of-the")),
        assumed(Input::Levy, 0.0, year, said("fact-no-country-taxed-the")),
        assumed(Input::Fees, 0.0, year, said("fact-not-known-for-that")),
        assumed(Input::Hours, 168.0, year, said("fact-around-the-clock")),
        assumed(Input::Resale, 0.0, year, said("fact-nothing-machines-aged-within")),
        assumed(Input::Capacity, 0.001, year, said("fact-one-kilowatt-to-scale")),
    ]
}

pub(super) const YEAR_2013: &[Fact] = &old_year("2013");
pub(super) const YEAR_2016: &[Fact] = &old_year("2016");

pub(super) const NETWORK_2013: &[Fact] = &[
    article(Input::Hashrate, exahashes(DIFFICULTY_2013), "2013", said("fact-75-th-s-in")),
    derived(Input::Price, 114.22, "2013-04-30", CLOSES, said("fact-mean-of-the-period-in")),
    derived(Input::Subsidy, 25.0, "2013", CHAIN, said("fact-consensus-rule-from-november")),
    derived(Input::NextHalving, 42.0, "2013-04-30", CHAIN, said("fact-block-420-000-at")),
    assumed(Input::Efficiency, 9_000.0, "2013", said("fact-the-order-of-the-first")),
    assumed(Input::MachinePrice, 10_000.0, "2013", said("fact-the-most-that-the")),
];

pub(super) const NETWORK_2013_RANGES: &[Uncertain] = &[
    between(Input::Efficiency, 5_000.0, 500_000.0, said("fact-from-the-best-new")),
    between(Input::Lifetime, 3.0, 36.0, said("fact-the-hash-rate-grew")),
    between(Input::Fees, 0.0, 0.5, said("fact-unknown-a-small-part")),
];

pub(super) const NETWORK_2016: &[Fact] = &[
    article(Input::Hashrate, exahashes(DIFFICULTY_2016), "2016", said("fact-one-million-th-s")),
    derived(Input::Price, 378.46, "2016-01-26", CLOSES, said("fact-mean-of-the-period-in-which")),
    derived(Input::Subsidy, 25.0, "2016", CHAIN, said("fact-consensus-rule-from-november")),
    derived(Input::NextHalving, 6.0, "2016-01-26", CHAIN, said("fact-block-420-000-at")),
    derived(Input::Efficiency, 510.82, "2014-12", DATA_SHEET, said("fact-an-antminer-s5-590")),
    assumed(Input::MachinePrice, 300.0, "2015", said("fact-the-order-of-an-s5s")),
];

pub(super) const NETWORK_2016_RANGES: &[Uncertain] = &[
    between(Input::Efficiency, 250.0, 1_000.0, said("fact-from-the-best-machine")),
    between(Input::MachinePrice, 100.0, 500.0, said("fact-from-used-to-new")),
    between(Input::Lifetime, 12.0, 36.0, said("fact-the-antminer-s9-of")),
    between(Input::Fees, 0.0, 1.0, said("fact-unknown-a-small-part")),
];

const NETWORK_EFFICIENCY: f64 = 34.2;

pub(super) const WHOLE_NETWORK: &[Fact] = &[
    assumed(Input::Tariff, 0.05, "2022", said("fact-a-common-industrial-tariff")),
    assumed(Input::Efficiency, NETWORK_EFFICIENCY, "2022", said("fact-an-antminer-s19-taken")),
    assumed(Input::Levy, 0.0, "2022", said("fact-few-countries-tax-the")),
    assumed(Input::Hours, 168.0, "2022", said("fact-the-hash-rate-is")),
    derived(
        Input::Capacity,
        exahashes(QUOTED_DIFFICULTY) * NETWORK_EFFICIENCY * 1.03,
        "2022-10-23",
        CHAIN,
        said("fact-the-whole-network-at"),
    ),
];

pub(super) const WHOLE_NETWORK_RANGES: &[Uncertain] =
    &[between(Input::Efficiency, 29.5, 60.0, said("fact-from-the-best-common"))];

pub(super) const WHOLE_NETWORK_STATED: &[Stated] = &[
    stated(said("stated-power-against-that-of"), 1.0, "times", "2022", said("fact-as-much-power-as")),
    stated(
        said("stated-cut-by-another-chains"),
        SAVED_BY_SWITCH,
        "share",
        "2022",
        said("fact-99-95-of-that"),
    ),
];

pub(super) const TODAY: &[Fact] = &[
    assumed(Input::Tariff, 0.05, "2026", said("fact-a-common-industrial-tariff")),
    derived(Input::Efficiency, 17.5, "2024", DATA_SHEET, said("fact-a-machine-of-the")),
    derived(
        Input::Hashrate,
        exahashes(LATEST_DIFFICULTY),
        "2026-09",
        CHAIN,
        said("fact-from-the-mean-difficulty"),
    ),
    derived(Input::Price, 80_308.0, "2026-09", CLOSES, said("fact-mean-of-the-month")),
    derived(Input::Subsidy, 3.125, "2024", CHAIN, said("fact-consensus-rule-from-april")),
    derived(Input::Fees, 0.02, "2026-02", CHAIN, said("fact-the-last-known-mean")),
    assumed(Input::Levy, 0.0, "2026", said("fact-few-countries-tax-the")),
    assumed(Input::Hours, 168.0, "2026", said("fact-around-the-clock")),
    assumed(Input::MachinePrice, 14.0, "2023-12", said("fact-the-last-bulk-price")),
    derived(Input::NextHalving, 19.0, "2026-09", CHAIN, said("fact-block-1-050-000")),
    assumed(Input::Capacity, 1.0, "2026", said("fact-one-megawatt-to-scale")),
];

pub(super) const TODAY_RANGES: &[Uncertain] = &[
    between(Input::Efficiency, 13.5, 20.0, said("fact-from-an-antminer-s21")),
    between(Input::MachinePrice, 10.0, 25.0, said("fact-the-last-known-price")),
    between(Input::Fees, 0.01, 0.1, said("fact-fees-swing-with-the")),
];
