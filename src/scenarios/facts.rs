//! How a scenario's numbers are written down, and what several scenarios share.

use super::fact::{Basis, Fact, Stated};
use crate::inputs::Input;
use crate::network::{HASHES_PER_TERAHASH, difficulty_at, hash_rate_at};
use crate::range::Uncertain;
use crate::words::said;

pub(super) const ARTICLE: &str = said("source-peter-guest-bitcoin-mining");
pub(super) const TAX_CODE: &str = said("source-kazakhstans-tax-code-of");
/// Where a source can be read. Those that are missing have no address of their own, or none that is sure to last.
pub(super) const ADDRESSES: &[(&str, &str)] = &[
    (ARTICLE, "https://www.technologyreview.com/2023/01/12/1066589/bitcoin-mining-boom-kazakhstan/"),
    (TAX_CODE, "https://adilet.zan.kz/eng/docs/K1700000120"),
];
pub(super) const CHAIN: &str = said("source-bitcoin-chain");
pub(super) const CLOSES: &str = said("source-exchange-closes");
/// How the mean fees of a period are known, beside by adding up its blocks.
pub(super) const INTERPOLATED: &str = said("fact-mean-of-the-period-interpolated");
pub(super) const CHARTED: &str = said("fact-mean-of-the-period-from");
pub(super) const DATA_SHEET: &str = said("source-makers-data-sheet");

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
    fact(input, value, Basis::Assumed, date, said("source-assumption"), reason)
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
    Stated { what, value, unit, basis: Basis::Assumed, date, source: said("source-assumption"), reason }
}

pub(super) const fn between(input: Input, low: f64, high: f64, reason: &'static str) -> Uncertain {
    Uncertain { input, low, high, reason }
}

pub(super) const fn exahashes(difficulty: f64) -> f64 {
    hash_rate_at(difficulty) / 1e18
}

/// The difficulty at which a hash rate in TH/s finds a block every ten minutes.
pub(super) const fn difficulty_of(terahashes: f64) -> f64 {
    difficulty_at(terahashes * HASHES_PER_TERAHASH)
}

/// The network of one difficulty period, whose fees, known in that way, and months to the halving are known.
pub(super) const fn network(
    difficulty: f64,
    date: &'static str,
    subsidy: f64,
    (fees, how_known): (f64, &'static str),
    months_to_halving: f64,
) -> [Fact; 4] {
    [
        derived(Input::Hashrate, exahashes(difficulty), date, CHAIN, said("fact-from-the-difficulty-of")),
        derived(Input::Subsidy, subsidy, date, CHAIN, said("fact-consensus-rule-at-the")),
        derived(Input::Fees, fees, date, CHAIN, how_known),
        derived(Input::NextHalving, months_to_halving, date, CHAIN, said("fact-from-the-height-of")),
    ]
}

/// What holds for any mine unless something better is known.
pub(super) const COMMON: &[Fact] = &[
    assumed(Input::PoolFee, 0.02, "2022", said("fact-large-pools-keep-one")),
    assumed(Input::Overhead, 1.03, "2022", said("fact-air-cooled-halls-in")),
    assumed(Input::Opex, 5.0, "2022", said("fact-a-large-site-with")),
    assumed(Input::Lifetime, 36.0, "2022", said("fact-three-years-is-a")),
    assumed(Input::DiscountRate, 0.1, "2022", said("fact-a-common-cost-of")),
    assumed(Input::DifficultyGrowth, 0.0, "2022", said("fact-none-so-that-the")),
    assumed(Input::PriceGrowth, 0.0, "2022", said("fact-none-so-that-the")),
    assumed(Input::Idle, 0.0, "2022", said("fact-the-machines-start-on")),
    derived(Input::Infrastructure, 833.0, "2021", ARTICLE, said("fact-about-500-million-usd")),
    assumed(Input::Resale, 0.0, "2022", said("fact-nothing-as-in-the")),
];

/// How far the common assumptions may be off.
pub(super) const COMMON_RANGES: &[Uncertain] = &[
    between(Input::PoolFee, 0.01, 0.04, said("fact-what-large-pools-keep")),
    between(Input::Overhead, 1.01, 1.1, said("fact-from-open-air-to")),
    between(Input::Opex, 3.0, 10.0, said("fact-from-a-lean-site")),
    between(Input::Infrastructure, 400.0, 1000.0, said("fact-the-derived-figure-may")),
    between(Input::Lifetime, 24.0, 48.0, said("fact-two-to-four-years")),
    between(Input::DiscountRate, 0.05, 0.3, said("fact-from-a-banks-loan")),
];

/// An industrial tariff: between that of the country's own coal and that of imported power.
pub(super) const TARIFF_RANGE: &[Uncertain] =
    &[between(Input::Tariff, 0.03, 0.08, said("fact-no-tariff-is-stated"))];

#[cfg(feature = "sources")]
impl Fact {
    /// Where the source can be read, if it has an address in the web.
    ///
    /// ```
    /// let enegix = breakeven::Scenario::from_id("enegix")?;
    /// let levy = enegix.facts().find(|fact| fact.input == breakeven::Input::Levy).unwrap();
    /// assert_eq!(levy.source(), "Kazakhstan’s tax code of 2017, no. 120-VI");
    /// assert_eq!(levy.address(), Some("https://adilet.zan.kz/eng/docs/K1700000120"));
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn address(&self) -> Option<&'static str> {
        ADDRESSES.iter().find(|(source, _)| *source == self.source).map(|(_, address)| *address)
    }
}
