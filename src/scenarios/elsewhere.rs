//! The article's bets, its machines that moved on, the network in other years, and a mine of today.

use super::fact::{Fact, Stated};
use super::facts::{
    CHAIN, CLOSES, DATA_SHEET, article, assumed, between, derived, difficulty_of, exahashes, network, stated,
    supposed,
};
use super::kazakhstan::QUOTED_DIFFICULTY;
use crate::inputs::{Input, LATEST_DIFFICULTY};
use crate::range::Uncertain;

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
    article(Input::Price, 17_000.0, "2022-11", "Under 17,000 in November 2022."),
    assumed(
        Input::MachinePrice,
        14.88,
        "2022-12",
        "Trade press has 14.88 USD/TH for this class at the end of 2022; what these cost is not known.",
    ),
];

pub(super) const NOVEMBER_2022: &[Fact] =
    &network(NOVEMBER_2022_DIFFICULTY, "2022-11-20", 6.25, 0.1174, 17.0);
pub(super) const DECEMBER_2022: &[Fact] =
    &network(DECEMBER_2022_DIFFICULTY, "2022-12-19", 6.25, 0.124_49, 16.0);

pub(super) const LATE_2022_RANGES: &[Uncertain] = &[
    between(Input::Efficiency, 29.5, 98.0, "No machine is named: from an Antminer S19j Pro to an old S9."),
    between(Input::MachinePrice, 4.72, 60.0, "From an old S9 to what the class cost half a year before."),
    between(Input::Fees, 0.1, 0.14, "The neighbouring periods, interpolated."),
];

pub(super) const ROUBLE_STATED: &[Stated] = &[supposed(
    "roubles for a dollar",
    ROUBLES,
    "RUB/USD",
    "2022-11",
    "The order of the official rate at that time; the article names none.",
)];

pub(super) const HODL_STATED: &[Stated] = &[
    stated("price hoped for", HOPED_PRICE, "USD/BTC", "2023", "A miner holds on for 100,000 in 2023."),
    supposed("time to wait", MONTHS_TO_WAIT, "months", "2022-12", "To the end of 2023."),
];

pub(super) const MOVED_ON: &[Fact] = &[
    assumed(
        Input::Idle,
        6.0,
        "2022",
        "Half a year to dismantle, truck to Siberia, build and connect; the article names no time.",
    ),
    assumed(
        Input::Tariff,
        0.05,
        "2022",
        "Kept, so that only the delay tells; Siberian tariffs are of that order.",
    ),
    assumed(Input::Levy, 0.0, "2022", "Kazakhstan's levy stays behind."),
    assumed(Input::Hours, 168.0, "2022", "Around the clock once they run again."),
    assumed(Input::Capacity, 1.0, "2022", "One megawatt, to scale from."),
];

pub(super) const MOVED_ON_RANGES: &[Uncertain] =
    &[between(Input::Idle, 2.0, 12.0, "From a ready hall to one that is still to be built and connected.")];

/// What other years share.
const fn old_year(year: &'static str) -> [Fact; 6] {
    [
        assumed(Input::Tariff, 0.05, year, "The tariff of the other scenarios, so that only the year tells."),
        assumed(Input::Levy, 0.0, year, "No country taxed the power of miners apart."),
        assumed(Input::Fees, 0.0, year, "Not known for that time: subsidy only."),
        assumed(Input::Hours, 168.0, year, "Around the clock."),
        assumed(Input::Resale, 0.0, year, "Nothing: machines aged within a year."),
        assumed(Input::Capacity, 0.001, year, "One kilowatt, to scale from; mines were small."),
    ]
}

pub(super) const YEAR_2013: &[Fact] = &old_year("2013");
pub(super) const YEAR_2016: &[Fact] = &old_year("2016");

pub(super) const NETWORK_2013: &[Fact] = &[
    article(Input::Hashrate, exahashes(DIFFICULTY_2013), "2013", "75 TH/s in 2013."),
    derived(
        Input::Price,
        114.22,
        "2013-04-30",
        CLOSES,
        "Mean of the period in which the network passed 75 TH/s.",
    ),
    derived(Input::Subsidy, 25.0, "2013", CHAIN, "Consensus rule from November 2012 to July 2016."),
    derived(Input::NextHalving, 42.0, "2013-04-30", CHAIN, "Block 420,000, at 144 blocks a day."),
    assumed(
        Input::Efficiency,
        9_000.0,
        "2013",
        "The order of the first machines made for it: some 600 W for 66 GH/s.",
    ),
    assumed(
        Input::MachinePrice,
        10_000.0,
        "2013",
        "The most that the model takes; the first machines sold for more, so the all-in price is too low.",
    ),
];

pub(super) const NETWORK_2013_RANGES: &[Uncertain] = &[
    between(
        Input::Efficiency,
        5_000.0,
        500_000.0,
        "From the best new machine to the graphics cards of 2011.",
    ),
    between(Input::Lifetime, 3.0, 36.0, "The hash rate grew a hundredfold within the year."),
    between(Input::Fees, 0.0, 0.5, "Unknown; a small part of the subsidy."),
];

pub(super) const NETWORK_2016: &[Fact] = &[
    article(Input::Hashrate, exahashes(DIFFICULTY_2016), "2016", "One million TH/s by 2016."),
    derived(
        Input::Price,
        378.46,
        "2016-01-26",
        CLOSES,
        "Mean of the period in which the network passed 1 EH/s.",
    ),
    derived(Input::Subsidy, 25.0, "2016", CHAIN, "Consensus rule from November 2012 to July 2016."),
    derived(Input::NextHalving, 6.0, "2016-01-26", CHAIN, "Block 420,000, at 144 blocks a day."),
    derived(Input::Efficiency, 510.82, "2014-12", DATA_SHEET, "An Antminer S5 (590 W, 1.155 TH/s)."),
    assumed(Input::MachinePrice, 300.0, "2015", "The order of an S5's price: some hundred dollars."),
];

pub(super) const NETWORK_2016_RANGES: &[Uncertain] = &[
    between(
        Input::Efficiency,
        250.0,
        1_000.0,
        "From the best machine of the year to those of two years before.",
    ),
    between(Input::MachinePrice, 100.0, 500.0, "From used to new."),
    between(Input::Lifetime, 12.0, 36.0, "The Antminer S9 of that summer took a fifth of the power."),
    between(Input::Fees, 0.0, 1.0, "Unknown; a small part of the subsidy."),
];

const NETWORK_EFFICIENCY: f64 = 34.2;

pub(super) const WHOLE_NETWORK: &[Fact] = &[
    assumed(Input::Tariff, 0.05, "2022", "A common industrial tariff of large mines."),
    assumed(
        Input::Efficiency,
        NETWORK_EFFICIENCY,
        "2022",
        "An Antminer S19, taken for the mean of all the world's machines.",
    ),
    assumed(Input::Levy, 0.0, "2022", "Few countries tax the power of miners apart."),
    assumed(Input::Hours, 168.0, "2022", "The hash rate is what runs."),
    derived(
        Input::Capacity,
        exahashes(QUOTED_DIFFICULTY) * NETWORK_EFFICIENCY * 1.03,
        "2022-10-23",
        CHAIN,
        "The whole network at that efficiency, 3 % lost to the sites.",
    ),
];

pub(super) const WHOLE_NETWORK_RANGES: &[Uncertain] = &[between(
    Input::Efficiency,
    29.5,
    60.0,
    "From the best common machine to a mean that holds many old ones.",
)];

pub(super) const WHOLE_NETWORK_STATED: &[Stated] = &[
    stated("power against that of Argentina", 1.0, "times", "2022", "As much power as Argentina."),
    stated(
        "cut by another chain's switch away from mining",
        SAVED_BY_SWITCH,
        "share",
        "2022",
        "99.95 % of that chain's power.",
    ),
];

pub(super) const TODAY: &[Fact] = &[
    assumed(Input::Tariff, 0.05, "2026", "A common industrial tariff of large mines."),
    derived(Input::Efficiency, 17.5, "2024", DATA_SHEET, "A machine of the Antminer S21 class."),
    derived(
        Input::Hashrate,
        exahashes(LATEST_DIFFICULTY),
        "2026-09",
        CHAIN,
        "From the mean difficulty of the month.",
    ),
    derived(Input::Price, 80_308.0, "2026-09", CLOSES, "Mean of the month."),
    derived(Input::Subsidy, 3.125, "2024", CHAIN, "Consensus rule from April 2024."),
    derived(Input::Fees, 0.02, "2026-02", CHAIN, "The last known mean per block."),
    assumed(Input::Levy, 0.0, "2026", "Few countries tax the power of miners apart."),
    assumed(Input::Hours, 168.0, "2026", "Around the clock."),
    assumed(
        Input::MachinePrice,
        14.0,
        "2023-12",
        "The last bulk price that trade press gives for new machines; today's is not known.",
    ),
    derived(Input::NextHalving, 19.0, "2026-09", CHAIN, "Block 1,050,000, at 144 blocks a day."),
    assumed(Input::Capacity, 1.0, "2026", "One megawatt, to scale from."),
];

pub(super) const TODAY_RANGES: &[Uncertain] = &[
    between(Input::Efficiency, 13.5, 20.0, "From an Antminer S21 XP to machines of the year before."),
    between(Input::MachinePrice, 10.0, 25.0, "The last known price is old, and of large orders."),
    between(Input::Fees, 0.01, 0.1, "Fees swing with the demand for space in blocks."),
];
