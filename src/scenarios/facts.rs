//! How a scenario's numbers are written down, and what several scenarios share.

use super::fact::{Basis, Fact, Stated};
use crate::inputs::Input;
use crate::network::{HASHES_PER_DIFFICULTY, SECONDS_PER_BLOCK};
use crate::range::Uncertain;

pub(super) const ARTICLE: &str = "Peter Guest, \"Bitcoin mining was booming in Kazakhstan. Then it was gone.\", \
                                  MIT Technology Review, 12 January 2023";
pub(super) const TAX_CODE: &str = "Kazakhstan's tax code of 2017, no. 120-VI";
/// Where a source can be read. Those that are missing have no address of their own, or none that is sure to last.
pub(super) const ADDRESSES: &[(&str, &str)] = &[
    (ARTICLE, "https://www.technologyreview.com/2023/01/12/1066589/bitcoin-mining-boom-kazakhstan/"),
    (TAX_CODE, "https://adilet.zan.kz/eng/docs/K1700000120"),
];
pub(super) const CHAIN: &str = "Bitcoin chain";
pub(super) const CLOSES: &str = "exchange closes";
pub(super) const DATA_SHEET: &str = "maker's data sheet";

const fn fact(
    input: Input,
    value: f64,
    basis: Basis,
    date: &'static str,
    source: &'static str,
    reason: &'static str,
) -> Fact {
    // Where the words are left out, they end here.
    let _ = (source, reason);
    Fact {
        input,
        value,
        basis,
        date,
        #[cfg(feature = "sources")]
        source,
        #[cfg(feature = "sources")]
        reason,
    }
}

pub(super) const fn article(input: Input, value: f64, date: &'static str, reason: &'static str) -> Fact {
    fact(input, value, Basis::Article, date, ARTICLE, reason)
}

pub(super) const fn derived(
    input: Input,
    value: f64,
    date: &'static str,
    source: &'static str,
    reason: &'static str,
) -> Fact {
    fact(input, value, Basis::Derived, date, source, reason)
}

pub(super) const fn assumed(input: Input, value: f64, date: &'static str, reason: &'static str) -> Fact {
    fact(input, value, Basis::Assumed, date, "assumption", reason)
}

/// What the article says beside the inputs.
pub(super) const fn stated(
    what: &'static str,
    value: f64,
    unit: &'static str,
    date: &'static str,
    reason: &'static str,
) -> Stated {
    Stated { what, value, unit, basis: Basis::Article, date, source: ARTICLE, reason }
}

/// What nobody says and a conclusion needs beside the inputs.
pub(super) const fn supposed(
    what: &'static str,
    value: f64,
    unit: &'static str,
    date: &'static str,
    reason: &'static str,
) -> Stated {
    Stated { what, value, unit, basis: Basis::Assumed, date, source: "assumption", reason }
}

pub(super) const fn between(input: Input, low: f64, high: f64, reason: &'static str) -> Uncertain {
    Uncertain { input, low, high, reason }
}

pub(super) const fn exahashes(difficulty: f64) -> f64 {
    difficulty * HASHES_PER_DIFFICULTY / SECONDS_PER_BLOCK / 1e18
}

/// The difficulty at which a hash rate in TH/s finds a block every ten minutes.
pub(super) const fn difficulty_of(terahashes: f64) -> f64 {
    terahashes * 1e12 * SECONDS_PER_BLOCK / HASHES_PER_DIFFICULTY
}

/// The network of one difficulty period, whose fees and months to the halving are known.
pub(super) const fn network(
    difficulty: f64,
    date: &'static str,
    subsidy: f64,
    fees: f64,
    months_to_halving: f64,
) -> [Fact; 4] {
    [
        derived(Input::Hashrate, exahashes(difficulty), date, CHAIN, "From the difficulty of that period."),
        derived(Input::Subsidy, subsidy, date, CHAIN, "Consensus rule at the height of that day."),
        derived(Input::Fees, fees, date, CHAIN, "Mean of the period; its basis stands in the history."),
        derived(
            Input::NextHalving,
            months_to_halving,
            date,
            CHAIN,
            "From the height of that day, at 144 blocks a day.",
        ),
    ]
}

/// What holds for any mine unless something better is known.
pub(super) const COMMON: &[Fact] = &[
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
        "About 500 million USD were invested for sites of 600 MW; it may hold some machines, so it is a high figure.",
    ),
    article(Input::Resale, 0.0, "2022", "The article: the machines can't be resold or repurposed."),
];

/// How far the common assumptions may be off.
pub(super) const COMMON_RANGES: &[Uncertain] = &[
    between(Input::PoolFee, 0.01, 0.04, "What large pools keep."),
    between(Input::Overhead, 1.01, 1.1, "From open air to a hall with forced cooling."),
    between(Input::Opex, 3.0, 10.0, "From a lean site of one's own to hosting by others."),
    between(
        Input::Infrastructure,
        400.0,
        1000.0,
        "The derived figure may hold machines, or lack grid works.",
    ),
    between(Input::Lifetime, 24.0, 48.0, "Two to four years are in use for depreciation."),
    between(Input::DiscountRate, 0.05, 0.3, "From a bank's loan to a venture in a country that may ban it."),
];

/// An industrial tariff: between that of the country's own coal and that of imported power.
pub(super) const TARIFF_RANGE: &[Uncertain] = &[between(
    Input::Tariff,
    0.03,
    0.08,
    "No tariff is stated; power at home is cheaper, imports cost more.",
)];

#[cfg(feature = "sources")]
impl Fact {
    /// Where the source can be read, if it has an address in the web.
    ///
    /// ```
    /// let enegix = breakeven::Scenario::from_id("enegix")?;
    /// let levy = enegix.facts().find(|fact| fact.input == breakeven::Input::Levy).unwrap();
    /// assert_eq!(levy.source(), "Kazakhstan's tax code of 2017, no. 120-VI");
    /// assert_eq!(levy.address(), Some("https://adilet.zan.kz/eng/docs/K1700000120"));
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn address(&self) -> Option<&'static str> {
        ADDRESSES.iter().find(|(source, _)| *source == self.source).map(|(_, address)| *address)
    }
}
