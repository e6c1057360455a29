//! Named mines: the article's own, and one of today. Each number says whether it stands in the article, follows
//! from a known figure, or is assumed, and why.

use serde::Serialize;

use crate::error::{Error, Result};
use crate::inputs::{Input, Inputs, LATEST_DIFFICULTY};
use crate::network::{HASHES_PER_DIFFICULTY, SECONDS_PER_BLOCK};

/// A named mine.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Scenario {
    /// The name in addresses, attributes and flags.
    pub id: &'static str,
    /// The name for readers.
    pub title: &'static str,
    /// What the mine is, in one sentence.
    pub summary: &'static str,
    /// The day whose network and prices hold, `YYYY-MM-DD`.
    pub date: &'static str,
    /// The difficulty of that day.
    pub difficulty: f64,
    /// Where the difficulty is from.
    pub difficulty_source: &'static str,
    #[serde(skip)]
    parts: &'static [&'static [Fact]],
}

/// One number of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Fact {
    /// The input that it sets.
    #[serde(serialize_with = "as_id")]
    pub input: Input,
    /// In the unit of the table.
    pub value: f64,
    /// How it is known.
    pub basis: Basis,
    /// When it held: a year, a month or a day.
    pub date: &'static str,
    /// Where it stands, or what it is derived from.
    pub source: &'static str,
    /// Why this number and no other.
    pub reason: &'static str,
}

/// How a number is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The article states it.
    Article,
    /// It follows from the chain, a data sheet, a rule or a calculation.
    Derived,
    /// Nobody states it; the reason tells why it is likely.
    Assumed,
}

fn as_id<S: serde::Serializer>(input: &Input, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.serialize_str(input.spec().id)
}

const ARTICLE: &str = "Peter Guest, \"Bitcoin mining was booming in Kazakhstan. Then it was gone.\", \
                       MIT Technology Review, 12 January 2023";
const CHAIN: &str = "Bitcoin chain";

const fn article(input: Input, value: f64, date: &'static str, reason: &'static str) -> Fact {
    Fact { input, value, basis: Basis::Article, date, source: ARTICLE, reason }
}

const fn derived(
    input: Input,
    value: f64,
    date: &'static str,
    source: &'static str,
    reason: &'static str,
) -> Fact {
    Fact { input, value, basis: Basis::Derived, date, source, reason }
}

const fn assumed(input: Input, value: f64, date: &'static str, reason: &'static str) -> Fact {
    Fact { input, value, basis: Basis::Assumed, date, source: "assumption", reason }
}

/// From block 760,032, 23 October 2022.
const QUOTED_DIFFICULTY: f64 = 36_835_682_546_788.0;
/// From block 719,712, 21 January 2022.
const EARLY_2022_DIFFICULTY: f64 = 26_643_185_256_535.0;

const fn exahashes(difficulty: f64) -> f64 {
    difficulty * HASHES_PER_DIFFICULTY / SECONDS_PER_BLOCK / 1e18
}

/// What holds for any mine unless something better is known.
const COMMON: &[Fact] = &[
    assumed(Input::PoolFee, 0.02, "2022", "Large pools keep one to four per cent."),
    assumed(Input::Overhead, 1.03, "2022", "Air-cooled halls in a cold climate lose little to fans."),
    assumed(Input::Opex, 5.0, "2022", "A large site with few staff; hosting by others costs more."),
    assumed(Input::Lifetime, 36.0, "2022", "Three years is a common depreciation period for machines."),
    assumed(Input::DiscountRate, 0.1, "2022", "A common cost of capital."),
    assumed(Input::DifficultyGrowth, 0.0, "2022", "None, so that the figure leans on no forecast."),
    assumed(Input::PriceGrowth, 0.0, "2022", "None, so that the figure leans on no forecast."),
    assumed(Input::Idle, 0.0, "2022", "The machines start on the day on which they are paid."),
    derived(
        Input::Infrastructure,
        833.0,
        "2021",
        ARTICLE,
        "About 500 million USD were invested for 600 MW; it may hold some machines, so it is a high figure.",
    ),
    article(Input::Resale, 0.0, "2022", "The article: the machines can't be resold or repurposed."),
];

/// Kazakhstan in the autumn of 2022, before the exchange FTX failed on 11 November.
const KAZAKHSTAN_2022: &[Fact] = &[
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
    derived(
        Input::Levy,
        0.0023,
        "2022-01",
        "Kazakhstan's tax code",
        "One tenge per kWh of mining, from January 2022.",
    ),
    assumed(
        Input::MachinePrice,
        60.0,
        "2022-07",
        "Trade press has 60 USD/TH in July 2022 for the best machines; what these cost is not known.",
    ),
    derived(Input::NextHalving, 18.0, "2022-10-23", CHAIN, "Block 840,000, at 144 blocks a day: April 2024."),
];

const NIGHTS_AND_WEEKENDS: &[Fact] = &[article(
    Input::Hours,
    88.0,
    "2022",
    "Midnight to 8 a.m. (40 hours from Monday to Friday) and weekends (48 hours), as at Ekibastuz.",
)];

const EKIBASTUZ: &[Fact] =
    &[article(Input::Capacity, 150.0, "2022", "Enegix at Ekibastuz: eight hangars of 60 metres, 150 MW.")];

const BTC_KZ: &[Fact] = &[
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

const TODAY: &[Fact] = &[
    assumed(Input::Tariff, 0.05, "2026", "A common industrial tariff of large mines."),
    derived(Input::Efficiency, 17.5, "2024", "maker's data sheet", "A machine of the Antminer S21 class."),
    derived(
        Input::Hashrate,
        exahashes(LATEST_DIFFICULTY),
        "2026-09",
        CHAIN,
        "From the mean difficulty of the month.",
    ),
    derived(Input::Price, 80_308.0, "2026-09", "exchange closes", "Mean of the month."),
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

/// Every scenario; the page opens on the first.
pub const ALL: &[Scenario] = &[
    Scenario {
        id: "quoted-40000",
        title: "\"Our break-even is $40,000\"",
        summary: "An unnamed miner in Kazakhstan named 40,000 dollars, when bitcoin cost half of that. \
                  Which tariff, hardware, hours or capital would make it so?",
        date: "2022-10-23",
        difficulty: QUOTED_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, KAZAKHSTAN_2022, NIGHTS_AND_WEEKENDS, EKIBASTUZ],
    },
    Scenario {
        id: "enegix",
        title: "Enegix: only by night",
        summary: "150 MW at Ekibastuz, run from midnight to 8 a.m. and on weekends, on power imported from Russia.",
        date: "2022-10-23",
        difficulty: QUOTED_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, KAZAKHSTAN_2022, NIGHTS_AND_WEEKENDS, EKIBASTUZ],
    },
    Scenario {
        id: "btc-kz",
        title: "BTC.kz: 10,500 machines",
        summary: "35 MW around the clock for 10,500 machines and 70 jobs, then 30; later dismantled.",
        date: "2022-01-21",
        difficulty: EARLY_2022_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, KAZAKHSTAN_2022, BTC_KZ],
    },
    Scenario {
        id: "today",
        title: "A new machine today",
        summary: "The network and the price of September 2026, and a machine of the Antminer S21 class at 5 cents.",
        date: "2026-09-15",
        difficulty: LATEST_DIFFICULTY,
        difficulty_source: CHAIN,
        parts: &[COMMON, TODAY],
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

    /// Every number of the scenario, one for each input, in the order of the table.
    pub fn facts(&self) -> impl Iterator<Item = &'static Fact> {
        let parts = self.parts;
        Input::ALL.iter().filter_map(move |&input| {
            // What is said of this mine goes before what is said of its country, and that before the common.
            parts.iter().rev().flat_map(|part| part.iter()).find(|fact| fact.input == input)
        })
    }

    /// The scenario's values.
    pub fn inputs(&self) -> Inputs {
        let values = self.facts().map(|fact| (fact.input, fact.value));
        let inputs = Inputs::default().with_all(values);
        inputs
            .and_then(|inputs| inputs.with_difficulty(self.difficulty))
            .expect("a test has every scenario within the allowed ranges")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::months_to_halving;

    #[test]
    fn every_scenario_has_a_fact_for_every_input_and_all_are_allowed() {
        for scenario in ALL {
            let facts: Vec<_> = scenario.facts().map(|fact| fact.input).collect();
            assert_eq!(facts, Input::ALL, "{}", scenario.id);
            let inputs = scenario.inputs();
            for fact in scenario.facts() {
                let set = inputs.get(fact.input);
                assert_eq!(set, fact.value, "{} {fact:?}", scenario.id);
                assert!(!fact.reason.is_empty() && !fact.date.is_empty());
            }
        }
    }

    #[test]
    fn the_defaults_are_the_scenario_today() {
        assert_eq!(Scenario::from_id("today").unwrap().inputs(), Inputs::default());
    }

    #[test]
    fn the_next_halving_follows_from_date_and_height() {
        let cases = [("quoted-40000", 760_032), ("enegix", 760_032), ("btc-kz", 719_712), ("today", 966_960)];
        for (id, height) in cases {
            let inputs = Scenario::from_id(id).unwrap().inputs();
            assert_eq!(inputs.next_halving(), months_to_halving(height), "{id}");
        }
    }
}
