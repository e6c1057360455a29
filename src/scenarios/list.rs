//! The scenarios themselves: what each is called, and which numbers make it.

#[cfg(feature = "sources")]
use super::conclusions;
use super::elsewhere::*;
use super::facts::{ARTICLE, CHAIN, COMMON, COMMON_RANGES, TARIFF_RANGE};
use super::kazakhstan::*;
use super::scenario::Scenario;
use crate::error::{Error, Result};
use crate::inputs::LATEST_DIFFICULTY;

/// A scenario whose words are left out where the words of all are.
macro_rules! mine {
    (
        id: $id:literal,
        title: $title:literal,
        summary: $summary:literal,
        date: $date:literal,
        difficulty: $difficulty:expr,
        difficulty_source: $difficulty_source:expr,
        parts: $parts:expr,
        stated: $stated:expr,
        uncertain: $uncertain:expr,
        conclude: $conclude:expr,
    ) => {
        Scenario {
            id: $id,
            title: $title,
            summary: $summary,
            date: $date,
            difficulty: $difficulty,
            parts: $parts,
            #[cfg(feature = "sources")]
            difficulty_source: $difficulty_source,
            #[cfg(feature = "sources")]
            stated: $stated,
            #[cfg(feature = "sources")]
            uncertain: $uncertain,
            #[cfg(feature = "sources")]
            conclude: $conclude,
        }
    };
}

/// Every scenario; the page opens on the first.
pub const ALL: &[Scenario] = &[
    mine! {
        id: "quoted-40000",
        title: "“Our break-even is $40,000”",
        summary: "An unnamed miner in Kazakhstan named 40,000 dollars, when bitcoin cost half of that. \
                  Which tariff, hardware, hours or capital would make it so?",
        date: "2022-10-23",
        difficulty: QUOTED_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2022, NIGHTS_AND_WEEKENDS, EKIBASTUZ],
        stated: QUOTED_STATED,
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, AUTUMN_2022_RANGES, QUOTED_RANGES],
        conclude: conclusions::quoted,
    },
    mine! {
        id: "enegix",
        title: "Enegix: only by night",
        summary: "150 MW at Ekibastuz, run from midnight to 8 a.m. and on weekends, on power imported from Russia.",
        date: "2022-10-23",
        difficulty: QUOTED_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2022, NIGHTS_AND_WEEKENDS, EKIBASTUZ],
        stated: ENEGIX_STATED,
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, AUTUMN_2022_RANGES],
        conclude: conclusions::enegix,
    },
    mine! {
        id: "btc-kz",
        title: "BTC.kz: 10,500 machines",
        summary: "35 MW around the clock for 10,500 machines and 70 jobs, then 30; later dismantled.",
        date: "2022-01-21",
        difficulty: EARLY_2022_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2022, BTC_KZ],
        stated: BTC_KZ_STATED,
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, BTC_KZ_RANGES],
        conclude: conclusions::btc_kz,
    },
    mine! {
        id: "cheapest-power",
        title: "The cheapest power",
        summary: "From 2017 on some miners paid 0.0023 dollars per kWh: a mine of that time, an Antminer S9.",
        date: "2018-01-01",
        difficulty: JANUARY_2018_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, JANUARY_2018, CHEAPEST_POWER],
        stated: &[],
        uncertain: &[COMMON_RANGES, CHEAPEST_RANGES],
        conclude: conclusions::cheapest_power,
    },
    mine! {
        id: "legal-miners",
        title: "The legal miners: 600 MW",
        summary: "Over 600 MW in 2021, for about 500 million dollars invested since 2017: \
                  as much power as a quarter of a million Northern European homes.",
        date: "2021-10-31",
        difficulty: NOVEMBER_2021_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2021, NOVEMBER_2021, LEGAL_MINERS],
        stated: LEGAL_STATED,
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, AUTUMN_2021_RANGES],
        conclude: conclusions::legal_miners,
    },
    mine! {
        id: "gray-miners",
        title: "The gray miners: over 1 GW",
        summary: "At their peak miners without a licence drew over 1 GW, over 5 % of the generating capacity \
                  available, at subsidised tariffs.",
        date: "2021-10-04",
        difficulty: OCTOBER_2021_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2021, OCTOBER_2021, OCTOBER_2021_PRICE, GRAY_MINERS],
        stated: GRAY_STATED,
        uncertain: &[COMMON_RANGES, AUTUMN_2021_RANGES, GRAY_RANGES],
        conclude: conclusions::gray_miners,
    },
    mine! {
        id: "national-peak",
        title: "A fifth of the world",
        summary: "After China's ban of May 2021 Kazakhstan held nearly 20 % of the world's hash rate, \
                  on over 7 % of its generating capacity. Is that plausible?",
        date: "2021-10-04",
        difficulty: OCTOBER_2021_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2021, OCTOBER_2021, OCTOBER_2021_PRICE, NATIONAL_PEAK],
        stated: NATIONAL_STATED,
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, AUTUMN_2021_RANGES],
        conclude: conclusions::national_peak,
    },
    mine! {
        id: "free-zone",
        title: "A plant with three times the power",
        summary: "A plant in a free economic zone used at least three times the power that it should, \
                  at the tariff of a maker of ferroalloys.",
        date: "2021-10-04",
        difficulty: OCTOBER_2021_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2021, OCTOBER_2021, OCTOBER_2021_PRICE, FREE_ZONE],
        stated: FREE_ZONE_STATED,
        uncertain: &[COMMON_RANGES, AUTUMN_2021_RANGES, FREE_ZONE_RANGES],
        conclude: conclusions::free_zone,
    },
    mine! {
        id: "rouble-bet",
        title: "A bet on the rouble",
        summary: "A miner on power imported from Russia bets that the rouble collapses and the power gets cheaper.",
        date: "2022-11-20",
        difficulty: NOVEMBER_2022_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2022, NIGHTS_AND_WEEKENDS, EKIBASTUZ, NOVEMBER_2022, LATE_2022],
        stated: ROUBLE_STATED,
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, LATE_2022_RANGES],
        conclude: conclusions::rouble_bet,
    },
    mine! {
        id: "hodl-100000",
        title: "Holding on for $100,000",
        summary: "A miner keeps the coins for a price of 100,000 dollars in 2023. What is that worth today?",
        date: "2022-12-19",
        difficulty: DECEMBER_2022_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2022, NIGHTS_AND_WEEKENDS, EKIBASTUZ, DECEMBER_2022, LATE_2022],
        stated: HODL_STATED,
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, LATE_2022_RANGES],
        conclude: conclusions::hodl,
    },
    mine! {
        id: "moved-on",
        title: "Trucked to Siberia",
        summary: "Machines that could run no more in Kazakhstan were trucked to Siberia; others were seized.",
        date: "2022-12-19",
        difficulty: DECEMBER_2022_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2022, DECEMBER_2022, LATE_2022, MOVED_ON],
        stated: &[],
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, LATE_2022_RANGES, MOVED_ON_RANGES],
        conclude: conclusions::moved_on,
    },
    mine! {
        id: "network-2013",
        title: "The network of 2013",
        summary: "75 TH/s were the whole network in 2013: one of the first machines made for it, in that year.",
        date: "2013-04-30",
        difficulty: DIFFICULTY_2013,
        difficulty_source: ARTICLE,
        parts: &[COMMON, YEAR_2013, NETWORK_2013],
        stated: &[],
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, NETWORK_2013_RANGES],
        conclude: conclusions::other_year,
    },
    mine! {
        id: "network-2016",
        title: "The network of 2016",
        summary: "One million TH/s by 2016: an Antminer S5 in that year.",
        date: "2016-01-26",
        difficulty: DIFFICULTY_2016,
        difficulty_source: ARTICLE,
        parts: &[COMMON, YEAR_2016, NETWORK_2016],
        stated: &[],
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, NETWORK_2016_RANGES],
        conclude: conclusions::other_year,
    },
    mine! {
        id: "whole-network",
        title: "The whole network",
        summary: "As much power as Argentina, says the article; another chain's switch away from mining cut its \
                  use by 99.95 %. All the world's miners as one mine.",
        date: "2022-10-23",
        difficulty: QUOTED_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2022, WHOLE_NETWORK],
        stated: WHOLE_NETWORK_STATED,
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, AUTUMN_2022_RANGES, WHOLE_NETWORK_RANGES],
        conclude: conclusions::whole_network,
    },
    mine! {
        id: "today",
        title: "A new machine today",
        summary: "The network and the price of September 2026, and a machine of the Antminer S21 class at 5 cents.",
        date: "2026-09-15",
        difficulty: LATEST_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, TODAY],
        stated: &[],
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, TODAY_RANGES],
        conclude: conclusions::today,
    },
];

impl Scenario {
    /// The scenario of that id.
    ///
    /// # Errors
    /// Where there is none.
    ///
    /// ```
    /// let scenario = breakeven::Scenario::from_id("quoted-40000")?;
    /// assert_eq!(scenario.inputs().hours().value(), 88.0);
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn from_id(id: &str) -> Result<&'static Self> {
        ALL.iter().find(|scenario| scenario.id == id).ok_or_else(|| {
            let ids: Vec<_> = ALL.iter().map(|scenario| scenario.id).collect();
            Error::unknown("scenario", id, ids.join(", "))
        })
    }
}
