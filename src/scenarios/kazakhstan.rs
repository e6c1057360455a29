//! The article's mines in Kazakhstan: what is known of each.

use super::fact::{Fact, Stated};
use super::facts::{
    ARTICLE, CHAIN, DATA_SHEET, TAX_CODE, article, assumed, between, derived, exahashes, network, stated,
    supposed,
};
use crate::inputs::Input;
use crate::range::Uncertain;

/// From block 760,032, 23 October 2022.
pub(super) const QUOTED_DIFFICULTY: f64 = 36_835_682_546_788.0;
/// From block 719,712, 21 January 2022.
pub(super) const EARLY_2022_DIFFICULTY: f64 = 26_643_185_256_535.0;
/// From block 703,584, 4 October 2021.
pub(super) const OCTOBER_2021_DIFFICULTY: f64 = 19_893_045_048_575.0;
/// From block 707,616, 31 October 2021.
pub(super) const NOVEMBER_2021_DIFFICULTY: f64 = 21_659_344_833_265.0;
/// From block 501,984, 1 January 2018.
pub(super) const JANUARY_2018_DIFFICULTY: f64 = 1_931_136_454_488.0;

/// The break-even that the article quotes, USD/BTC.
pub(super) const QUOTED_PRICE: f64 = 40_000.0;
pub(super) const BTC_KZ_MACHINES: f64 = 10_500.0;
pub(super) const BTC_KZ_JOBS: f64 = 70.0;
/// USD, 2017 to 2021.
pub(super) const INVESTED: f64 = 500e6;
pub(super) const HOMES: f64 = 250_000.0;
/// USD/kWh, against which the subsidised tariffs are held.
pub(super) const MARKET_TARIFF: f64 = 0.05;
pub(super) const WORLD_SHARE: f64 = 0.2;
pub(super) const FREE_ZONE_FACTOR: f64 = 3.0;
/// J/TH of the best air-cooled machine on sale by October 2021, and of the most common old one.
pub(super) const BEST_2021: f64 = 29.5;
pub(super) const OLD_2021: f64 = 98.0;

/// 1 GW was 5 % of the available capacity, so 7 % of it are 1.4 GW.
const NATIONAL_MEGAWATTS: f64 = 1000.0 / 0.05 * 0.07;

/// Kazakhstan in the autumn of 2022, before the exchange FTX failed on 11 November.
pub(super) const AUTUMN_2022: &[Fact] = &[
    assumed(Input::Tariff, 0.05, "2022", "The order of an industrial tariff for power imported from Russia."),
    assumed(
        Input::Efficiency,
        34.2,
        "2022",
        "An Antminer S19 (3,250 W, 95 TH/s): a common machine of its day.",
    ),
    derived(
        Input::Hashrate,
        exahashes(QUOTED_DIFFICULTY),
        "2022-10-23",
        CHAIN,
        "From the difficulty of that period.",
    ),
    article(Input::Price, 20_000.0, "2022-11", "Half of the quoted break-even of 40,000."),
    derived(Input::Subsidy, 6.25, "2022", CHAIN, "Consensus rule from May 2020 to April 2024."),
    derived(Input::Fees, 0.11, "2022-10-23", CHAIN, "Mean of the period, interpolated between neighbours."),
    derived(Input::Levy, 0.0023, "2022-01", TAX_CODE, "One tenge per kWh of mining, from January 2022."),
    assumed(
        Input::MachinePrice,
        60.0,
        "2022-07",
        "Trade press has 60 USD/TH in July 2022 for the best machines; what these cost is not known.",
    ),
    derived(Input::NextHalving, 18.0, "2022-10-23", CHAIN, "Block 840,000, at 144 blocks a day: April 2024."),
];

pub(super) const AUTUMN_2022_RANGES: &[Uncertain] = &[
    between(Input::Efficiency, 29.5, 98.0, "No machine is named: from an Antminer S19j Pro to an old S9."),
    between(Input::MachinePrice, 15.0, 101.0, "The same class fell from 101 to 15 USD/TH within 2022."),
    between(Input::Fees, 0.08, 0.13, "The least and the most of the year's second half, interpolated."),
];

pub(super) const QUOTED_RANGES: &[Uncertain] = &[between(
    Input::Hours,
    56.0,
    168.0,
    "The unnamed miner's hours are not stated: from nights only to all.",
)];

pub(super) const NIGHTS_AND_WEEKENDS: &[Fact] = &[article(
    Input::Hours,
    88.0,
    "2022",
    "Midnight to 8 a.m. (40 hours from Monday to Friday) and weekends (48 hours), as at Ekibastuz.",
)];

pub(super) const EKIBASTUZ: &[Fact] =
    &[article(Input::Capacity, 150.0, "2022", "Enegix at Ekibastuz: eight hangars of 60 metres, 150 MW.")];

pub(super) const QUOTED_STATED: &[Stated] = &[
    stated("quoted break-even", QUOTED_PRICE, "USD/BTC", "2022", "What an unnamed miner named."),
    stated("price at its height", 65_000.0, "USD/BTC", "2021-11", "Over 65,000 in November 2021."),
    stated("price after the fall of FTX", 17_000.0, "USD/BTC", "2022-11", "Under 17,000 in November 2022."),
];

pub(super) const ENEGIX_STATED: &[Stated] = &[
    stated("hangars", 8.0, "", "2022", "Eight stand at Ekibastuz."),
    stated("length of a hangar", 60.0, "m", "2022", "Each is 60 metres long."),
    stated("power against the town's peak demand", 5.0, "times", "2022", "150 MW are five times the peak."),
    stated("planned extension", 50.0, "MW", "2022", "50 MW more were planned."),
];

pub(super) const BTC_KZ: &[Fact] = &[
    assumed(
        Input::Efficiency,
        34.2,
        "2022",
        "35 MW over 10,500 machines are 3.33 kW each: what an Antminer S19 (95 TH/s) draws with its site.",
    ),
    derived(
        Input::Hashrate,
        exahashes(EARLY_2022_DIFFICULTY),
        "2022-01-21",
        CHAIN,
        "From the difficulty of that period.",
    ),
    article(Input::Price, 35_000.0, "2022", "About 35,000 early in 2022."),
    derived(Input::Fees, 0.08, "2022-01-21", CHAIN, "Mean of the period, from public chart data."),
    assumed(
        Input::MachinePrice,
        101.0,
        "2022-01",
        "Trade press has 101 USD/TH for this class of machine at the start of 2022; what these cost is not known.",
    ),
    derived(Input::NextHalving, 27.0, "2022-01-21", CHAIN, "Block 840,000, at 144 blocks a day: April 2024."),
    article(Input::Hours, 168.0, "2022", "The article: around the clock."),
    article(Input::Capacity, 35.0, "2022", "The article: 10,500 machines drawing 35 MW."),
];

pub(super) const BTC_KZ_RANGES: &[Uncertain] = &[
    between(Input::Efficiency, 29.5, 38.0, "Machines that draw 3.3 kW: from an Antminer S19j Pro to a T19."),
    between(Input::MachinePrice, 76.0, 110.0, "From the class before to somewhat above the index."),
    between(Input::Fees, 0.06, 0.1, "The least and the most of that winter's periods."),
];

pub(super) const BTC_KZ_STATED: &[Stated] = &[
    stated("machines", BTC_KZ_MACHINES, "", "2022", "10,500 machines, later dismantled."),
    stated("jobs", BTC_KZ_JOBS, "", "2022", "70 while it ran."),
    stated("jobs left", 30.0, "", "2022", "30 when the article was written."),
];

/// What the cheapest power was worth, from the height of the boom of 2017.
pub(super) const CHEAPEST_POWER: &[Fact] = &[
    article(Input::Tariff, 0.0023, "2017", "Some miners paid 0.0023 USD/kWh, from 2017 on."),
    derived(Input::Efficiency, 98.0, "2017-11", DATA_SHEET, "An Antminer S9 (1,372 W, 14 TH/s)."),
    derived(
        Input::Price,
        14_958.56,
        "2018-01-01",
        super::facts::CLOSES,
        "Mean of that difficulty period's days.",
    ),
    assumed(Input::Levy, 0.0, "2018", "The levy on mining came in January 2022."),
    assumed(Input::Hours, 168.0, "2018", "Nothing kept a mine from running around the clock."),
    assumed(
        Input::MachinePrice,
        170.0,
        "2018-01",
        "The order of the maker's price at that time: some 2,300 USD for 13.5 TH/s.",
    ),
    assumed(Input::Capacity, 1.0, "2018", "One megawatt, to scale from."),
];

pub(super) const JANUARY_2018: &[Fact] =
    &network(JANUARY_2018_DIFFICULTY, "2018-01-01", 12.5, 4.122_73, 29.0);

pub(super) const CHEAPEST_RANGES: &[Uncertain] = &[
    between(Input::Tariff, 0.0023, 0.03, "Some paid this little; others a common tariff of the country."),
    between(
        Input::MachinePrice,
        80.0,
        300.0,
        "Dealers asked up to twice the maker's price; it halved by summer.",
    ),
    between(Input::Fees, 0.5, 5.74, "From a calm period of that year to the height of December 2017."),
];

/// Kazakhstan in the autumn of 2021: after China's ban, before its own.
pub(super) const AUTUMN_2021: &[Fact] = &[
    assumed(Input::Tariff, MARKET_TARIFF, "2021", "The order of an industrial tariff; no other is stated."),
    assumed(Input::Efficiency, 34.2, "2021", "An Antminer S19 (95 TH/s): a common new machine of its day."),
    assumed(Input::Levy, 0.0, "2021", "The levy on mining came in January 2022."),
    assumed(Input::Hours, 168.0, "2021", "Around the clock, until power was rationed."),
    assumed(
        Input::MachinePrice,
        101.0,
        "2022-01",
        "Trade press has 101 USD/TH for this class at the start of 2022, little changed from the autumn.",
    ),
];

pub(super) const OCTOBER_2021: &[Fact] =
    &network(OCTOBER_2021_DIFFICULTY, "2021-10-04", 6.25, 0.120_18, 31.0);
pub(super) const OCTOBER_2021_PRICE: &[Fact] = &[derived(
    Input::Price,
    56_523.91,
    "2021-10-04",
    super::facts::CLOSES,
    "Mean of that difficulty period's days.",
)];
pub(super) const NOVEMBER_2021: &[Fact] = &network(NOVEMBER_2021_DIFFICULTY, "2021-10-31", 6.25, 0.099, 30.0);

pub(super) const AUTUMN_2021_RANGES: &[Uncertain] = &[
    between(Input::Efficiency, 29.5, 98.0, "No machine is named: from an Antminer S19j Pro to an old S9."),
    between(Input::MachinePrice, 27.0, 110.0, "From the price of an old S9 to somewhat above the index."),
    between(Input::Fees, 0.08, 0.13, "The least and the most of that autumn's periods."),
];

pub(super) const LEGAL_MINERS: &[Fact] = &[
    article(Input::Price, 65_000.0, "2021-11", "Over 65,000 in November 2021."),
    article(Input::Capacity, 600.0, "2021", "Over 600 MW in 2021."),
];

pub(super) const LEGAL_STATED: &[Stated] = &[
    stated("invested", INVESTED, "USD", "2017 to 2021", "About 500 million."),
    stated("homes of the same power", HOMES, "", "2021", "A quarter of a million in Northern Europe."),
];

pub(super) const GRAY_MINERS: &[Fact] = &[
    assumed(
        Input::Tariff,
        0.03,
        "2021",
        "The article has subsidised tariffs and names none; below the 0.05 assumed for industry.",
    ),
    assumed(
        Input::Efficiency,
        45.0,
        "2021",
        "An Antminer S17: many machines were moved on from China, used.",
    ),
    assumed(
        Input::MachinePrice,
        76.0,
        "2022-01",
        "Trade press has 76 USD/TH for the S17 class at the start of 2022.",
    ),
    article(Input::Capacity, 1000.0, "2021", "Over 1 GW at its peak."),
];

pub(super) const GRAY_RANGES: &[Uncertain] =
    &[between(Input::Tariff, 0.0023, 0.05, "From the least that the article names to a market tariff.")];

pub(super) const GRAY_STATED: &[Stated] = &[
    stated("share of the generating capacity available", 0.05, "share", "2021", "Over 5 %."),
    supposed("market tariff", MARKET_TARIFF, "USD/kWh", "2021", "The order of an industrial tariff."),
];

pub(super) const NATIONAL_PEAK: &[Fact] = &[
    derived(
        Input::Capacity,
        NATIONAL_MEGAWATTS,
        "2021",
        ARTICLE,
        "7 % of a capacity of 20 GW, of which the gray miners' 1 GW was 5 %; taken as the same capacity.",
    ),
    derived(
        Input::Efficiency,
        NATIONAL_MEGAWATTS / 1.03 / (WORLD_SHARE * exahashes(OCTOBER_2021_DIFFICULTY)),
        "2021-10",
        ARTICLE,
        "What 20 % of the world's hash rate on 1,400 MW implies, 3 % of it lost to the site.",
    ),
];

pub(super) const NATIONAL_STATED: &[Stated] = &[
    stated("share of the world's hash rate", WORLD_SHARE, "share", "2021", "Nearly 20 % after May 2021."),
    stated("share of national generating capacity", 0.07, "share", "2021", "Over 7 %."),
    stated("growth of the nation's use of power", 0.08, "share", "2021-01 to 2021-10", "Up 8 %."),
];

pub(super) const FREE_ZONE: &[Fact] = &[
    assumed(
        Input::Tariff,
        0.02,
        "2021",
        "The article has a ferroalloy tariff and names none; smelters buy far below other industry.",
    ),
    assumed(Input::Capacity, 10.0, "2021", "The plant's size is not stated; ten megawatts, to scale from."),
];

pub(super) const FREE_ZONE_RANGES: &[Uncertain] =
    &[between(Input::Tariff, 0.01, 0.03, "No ferroalloy tariff is stated; it lies below the market's.")];

pub(super) const FREE_ZONE_STATED: &[Stated] = &[
    stated(
        "power used against what it should be",
        FREE_ZONE_FACTOR,
        "times",
        "2021",
        "At least three times.",
    ),
    supposed("market tariff", MARKET_TARIFF, "USD/kWh", "2021", "The order of an industrial tariff."),
];
