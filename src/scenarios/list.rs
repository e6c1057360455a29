//! The scenarios themselves: what each is called, and which numbers make it.

#[cfg(feature = "sources")]
use super::conclusions;
use super::elsewhere::*;
use super::facts::{ARTICLE, CHAIN, COMMON, COMMON_RANGES, TARIFF_RANGE};
use super::kazakhstan::*;
use super::scenario::Scenario;
use crate::by_id;
use crate::error::Result;
use crate::inputs::LATEST_DIFFICULTY;
use crate::view::View;
use crate::words::said;

/// A scenario whose words are left out where the words of all are.
macro_rules! mine {
    (
        id: $id:literal,
        view: $view:expr,
        $(asked: $asked:expr,)?
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
            title: said(concat!("scenario-", $id)),
            summary: said(concat!("scenario-", $id, "-summary")),
            view: $view,
            asked: [$(Some($asked),)? None][0],
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
        view: View::True,
        asked: QUOTED_PRICE,
        date: "2022-10-23",
        difficulty: QUOTED_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2022, AS_AT_EKIBASTUZ, NOT_RESOLD],
        stated: QUOTED_STATED,
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, AUTUMN_2022_RANGES, QUOTED_RANGES],
        conclude: conclusions::quoted,
    },
    mine! {
        id: "enegix",
        view: View::Tariff,
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
        view: View::Time,
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
        view: View::Time,
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
        view: View::Lifetime,
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
        view: View::Tariff,
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
        view: View::Frontier,
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
        view: View::Tariff,
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
        view: View::Tariff,
        date: "2022-11-20",
        difficulty: NOVEMBER_2022_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2022, AS_AT_EKIBASTUZ, NOVEMBER_2022, LATE_2022],
        stated: ROUBLE_STATED,
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, LATE_2022_RANGES],
        conclude: conclusions::rouble_bet,
    },
    mine! {
        id: "hodl-100000",
        view: View::Lifetime,
        date: "2022-12-19",
        difficulty: DECEMBER_2022_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, AUTUMN_2022, AS_AT_EKIBASTUZ, DECEMBER_2022, LATE_2022],
        stated: HODL_STATED,
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, LATE_2022_RANGES],
        conclude: conclusions::hodl,
    },
    mine! {
        id: "moved-on",
        view: View::Lifetime,
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
        view: View::Time,
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
        view: View::Time,
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
        view: View::Frontier,
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
        view: View::Tariff,
        date: "2026-09-15",
        difficulty: LATEST_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, TODAY],
        stated: &[],
        uncertain: &[COMMON_RANGES, TARIFF_RANGE, TODAY_RANGES],
        conclude: conclusions::today,
    },
];

/// The scenario of today, whose network and market are the newest that a release knows.
pub(crate) const NEWEST: &Scenario = ALL.last().unwrap();

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
        by_id::find("scenario", ALL, id, Self::id)
    }
}
