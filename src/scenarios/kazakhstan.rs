//! The article's mines in Kazakhstan: what is known of each.

use super::fact::{Fact, Stated};
use super::facts::{
    ARTICLE, CHAIN, CHARTED, DATA_SHEET, INTERPOLATED, TAX_CODE, article, assumed, between, derived,
    exahashes, network, stated, supposed,
};
use crate::inputs::Input;
use crate::range::Uncertain;
use crate::words::said;

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
    assumed(Input::Tariff, 0.05, "2022", said("fact-the-order-of-an-industrial")),
    assumed(Input::Efficiency, 34.2, "2022", said("fact-an-antminer-s19-3")),
    derived(
        Input::Hashrate,
        exahashes(QUOTED_DIFFICULTY),
        "2022-10-23",
        CHAIN,
        said("fact-from-the-difficulty-of"),
    ),
    article(Input::Price, 20_000.0, "2022-11", said("fact-half-of-the-quoted")),
    derived(Input::Subsidy, 6.25, "2022", CHAIN, said("fact-consensus-rule-from-may")),
    derived(Input::Fees, 0.11, "2022-10-23", CHAIN, INTERPOLATED),
    derived(Input::Levy, 0.0023, "2022-01", TAX_CODE, said("fact-one-tenge-per-kwh")),
    assumed(Input::MachinePrice, 60.0, "2022-07", said("fact-trade-press-has-60")),
    derived(Input::NextHalving, 18.0, "2022-10-23", CHAIN, said("fact-block-840-000-at")),
];

pub(super) const AUTUMN_2022_RANGES: &[Uncertain] = &[
    between(Input::Efficiency, 29.5, 98.0, said("fact-no-machine-is-named")),
    between(Input::MachinePrice, 15.0, 101.0, said("fact-the-same-class-fell")),
    between(Input::Fees, 0.08, 0.13, said("fact-the-least-and-the")),
];

pub(super) const QUOTED_RANGES: &[Uncertain] =
    &[between(Input::Hours, 56.0, 168.0, said("fact-the-unnamed-miners-hours"))];

pub(super) const NIGHTS_AND_WEEKENDS: &[Fact] =
    &[article(Input::Hours, 88.0, "2022", said("fact-midnight-to-8-a"))];

pub(super) const EKIBASTUZ: &[Fact] =
    &[article(Input::Capacity, 150.0, "2022", said("fact-enegix-at-ekibastuz-eight"))];

/// Of a miner whose site is not told: what holds at Ekibastuz.
pub(super) const AS_AT_EKIBASTUZ: &[Fact] = &[
    assumed(Input::Hours, 88.0, "2022", said("fact-not-stated-for-this")),
    assumed(Input::Capacity, 150.0, "2022", said("fact-not-stated-for-this")),
];

pub(super) const NOT_RESOLD: &[Fact] =
    &[article(Input::Resale, 0.0, "2022", said("fact-the-article-the-machines"))];

pub(super) const QUOTED_STATED: &[Stated] = &[
    stated(
        said("stated-quoted-break-even"),
        QUOTED_PRICE,
        "USD/BTC",
        "2022",
        said("fact-what-an-unnamed-miner"),
    ),
    stated(said("stated-price-at-its-height"), 65_000.0, "USD/BTC", "2021-11", said("fact-over-65-000-in")),
    stated(said("stated-price-after-the-fall"), 17_000.0, "USD/BTC", "2022-11", said("fact-under-17-000-in")),
];

pub(super) const ENEGIX_STATED: &[Stated] = &[
    stated(said("stated-hangars"), 8.0, "", "2022", said("fact-eight-stand-at-ekibastuz")),
    stated(said("stated-length-of-a-hangar"), 60.0, "m", "2022", said("fact-each-is-60-metres")),
    stated(said("stated-power-against-the-towns"), 5.0, "times", "2022", said("fact-150-mw-are-five")),
    stated(said("stated-planned-extension"), 50.0, "MW", "2022", said("fact-50-mw-more-were")),
];

pub(super) const BTC_KZ: &[Fact] = &[
    assumed(Input::Efficiency, 34.2, "2022", said("fact-35-mw-over-10")),
    derived(
        Input::Hashrate,
        exahashes(EARLY_2022_DIFFICULTY),
        "2022-01-21",
        CHAIN,
        said("fact-from-the-difficulty-of"),
    ),
    article(Input::Price, 35_000.0, "2022", said("fact-about-35-000-early")),
    derived(Input::Fees, 0.08, "2022-01-21", CHAIN, CHARTED),
    assumed(Input::MachinePrice, 101.0, "2022-01", said("fact-trade-press-has-101")),
    derived(Input::NextHalving, 27.0, "2022-01-21", CHAIN, said("fact-block-840-000-at")),
    article(Input::Hours, 168.0, "2022", said("fact-the-article-around-the")),
    article(Input::Capacity, 35.0, "2022", said("fact-the-article-10-500")),
];

pub(super) const BTC_KZ_RANGES: &[Uncertain] = &[
    between(Input::Efficiency, 29.5, 38.0, said("fact-machines-that-draw-3")),
    between(Input::MachinePrice, 76.0, 110.0, said("fact-from-the-class-before")),
    between(Input::Fees, 0.06, 0.1, said("fact-the-least-and-the-most")),
];

pub(super) const BTC_KZ_STATED: &[Stated] = &[
    stated(said("stated-machines"), BTC_KZ_MACHINES, "", "2022", said("fact-10-500-machines-later")),
    stated(said("stated-jobs"), BTC_KZ_JOBS, "", "2022", said("fact-70-while-it-ran")),
    stated(said("stated-jobs-left"), 30.0, "", "2022", said("fact-30-when-the-article")),
];

/// What the cheapest power was worth, from the height of the boom of 2017.
pub(super) const CHEAPEST_POWER: &[Fact] = &[
    article(Input::Tariff, 0.0023, "2017", said("fact-some-miners-paid-0")),
    derived(Input::Efficiency, 98.0, "2017-11", DATA_SHEET, said("fact-an-antminer-s9-1")),
    derived(
        Input::Price,
        14_958.56,
        "2018-01-01",
        super::facts::CLOSES,
        said("fact-mean-of-that-difficulty"),
    ),
    assumed(Input::Levy, 0.0, "2018", said("fact-the-levy-on-mining")),
    assumed(Input::Hours, 168.0, "2018", said("fact-nothing-kept-a-mine")),
    assumed(Input::MachinePrice, 170.0, "2018-01", said("fact-the-order-of-the")),
    assumed(Input::Capacity, 1.0, "2018", said("fact-one-megawatt-to-scale")),
];

pub(super) const JANUARY_2018: &[Fact] =
    &network(JANUARY_2018_DIFFICULTY, "2018-01-01", 12.5, (4.122_73, said("fact-mean-of-the-period")), 29.0);

pub(super) const CHEAPEST_RANGES: &[Uncertain] = &[
    between(Input::Tariff, 0.0023, 0.03, said("fact-some-paid-this-little")),
    between(Input::MachinePrice, 80.0, 300.0, said("fact-dealers-asked-up-to")),
    between(Input::Fees, 0.5, 5.74, said("fact-from-a-calm-period")),
];

/// Kazakhstan in the autumn of 2021: after China's ban, before its own.
pub(super) const AUTUMN_2021: &[Fact] = &[
    assumed(Input::Tariff, MARKET_TARIFF, "2021", said("fact-the-order-of-an-industrial")),
    assumed(Input::Efficiency, 34.2, "2021", said("fact-an-antminer-s19-3")),
    assumed(Input::Levy, 0.0, "2021", said("fact-the-levy-on-mining")),
    assumed(Input::Hours, 168.0, "2021", said("fact-around-the-clock-until")),
    assumed(Input::MachinePrice, 101.0, "2022-01", said("fact-trade-press-has-101")),
];

pub(super) const OCTOBER_2021: &[Fact] =
    &network(OCTOBER_2021_DIFFICULTY, "2021-10-04", 6.25, (0.120_18, CHARTED), 31.0);
pub(super) const OCTOBER_2021_PRICE: &[Fact] = &[derived(
    Input::Price,
    56_523.91,
    "2021-10-04",
    super::facts::CLOSES,
    said("fact-mean-of-that-difficulty"),
)];
pub(super) const NOVEMBER_2021: &[Fact] =
    &network(NOVEMBER_2021_DIFFICULTY, "2021-10-31", 6.25, (0.099, CHARTED), 30.0);

pub(super) const AUTUMN_2021_RANGES: &[Uncertain] = &[
    between(Input::Efficiency, 29.5, 98.0, said("fact-no-machine-is-named")),
    between(Input::MachinePrice, 27.0, 110.0, said("fact-from-the-price-of")),
    between(Input::Fees, 0.08, 0.13, said("fact-the-least-and-the-most")),
];

pub(super) const LEGAL_MINERS: &[Fact] = &[
    article(Input::Price, 65_000.0, "2021-11", said("fact-over-65-000-in")),
    article(Input::Capacity, 600.0, "2021", said("fact-over-600-mw-in")),
];

pub(super) const LEGAL_STATED: &[Stated] = &[
    stated(said("stated-invested"), INVESTED, "USD", "2017 to 2021", said("fact-about-500-million")),
    stated(said("stated-homes-of-the-same"), HOMES, "", "2021", said("fact-a-quarter-of-a")),
];

pub(super) const GRAY_MINERS: &[Fact] = &[
    assumed(Input::Tariff, 0.03, "2021", said("fact-the-article-has-subsidised")),
    assumed(Input::Efficiency, 45.0, "2021", said("fact-an-antminer-s17-many")),
    assumed(Input::MachinePrice, 76.0, "2022-01", said("fact-trade-press-has-76")),
    article(Input::Capacity, 1000.0, "2021", said("fact-over-1-gw-at")),
];

pub(super) const GRAY_RANGES: &[Uncertain] =
    &[between(Input::Tariff, 0.0023, 0.05, said("fact-from-the-least-that"))];

pub(super) const GRAY_STATED: &[Stated] = &[
    stated(said("stated-share-of-the-generating"), 0.05, "share", "2021", said("fact-over-5")),
    supposed(
        said("stated-market-tariff"),
        MARKET_TARIFF,
        "USD/kWh",
        "2021",
        said("fact-the-order-of-an-industrial"),
    ),
];

pub(super) const NATIONAL_PEAK: &[Fact] = &[
    derived(Input::Capacity, NATIONAL_MEGAWATTS, "2021", ARTICLE, said("fact-7-of-a-capacity")),
    derived(
        Input::Efficiency,
        NATIONAL_MEGAWATTS / 1.03 / (WORLD_SHARE * exahashes(OCTOBER_2021_DIFFICULTY)),
        "2021-10",
        ARTICLE,
        said("fact-what-20-of-the"),
    ),
];

pub(super) const NATIONAL_STATED: &[Stated] = &[
    stated(
        said("stated-share-of-the-worlds"),
        WORLD_SHARE,
        "share",
        "2021",
        said("fact-nearly-20-after-may"),
    ),
    stated(said("stated-share-of-national-generating"), 0.07, "share", "2021", said("fact-over-7")),
    stated(said("stated-growth-of-the-nations"), 0.08, "share", "2021-01 to 2021-10", said("fact-up-8")),
];

pub(super) const FREE_ZONE: &[Fact] = &[
    assumed(Input::Tariff, 0.02, "2021", said("fact-the-article-has-a")),
    assumed(Input::Capacity, 10.0, "2021", said("fact-the-plants-size-is")),
];

pub(super) const FREE_ZONE_RANGES: &[Uncertain] =
    &[between(Input::Tariff, 0.01, 0.03, said("fact-no-ferroalloy-tariff-is"))];

pub(super) const FREE_ZONE_STATED: &[Stated] = &[
    stated(
        said("stated-power-used-against-what"),
        FREE_ZONE_FACTOR,
        "times",
        "2021",
        said("fact-at-least-three-times"),
    ),
    supposed(
        said("stated-market-tariff"),
        MARKET_TARIFF,
        "USD/kWh",
        "2021",
        said("fact-the-order-of-an-industrial"),
    ),
];
