//! The network through time: one [`Period`] for every difficulty since 2009, and what a mine would have seen
//! in each.
//!
//! It ends with the period of 14 June 2026. Beyond it the means of September 2026 alone are known, those of the
//! scenario `today`: [`Inputs::at_newest`](crate::Inputs::at_newest).
//!
//! The data are those of `data/network_history.csv`, exactly; the build packs them and [`periods`] unpacks them
//! on the way, so nothing is stored and nothing is prepared.

mod at_date;
mod best_machine;
mod compact;
mod figure_rows;
mod under_water;

#[doc(hidden)] // for the command's tables
pub use at_date::DECIDED;
pub use at_date::Day;
pub(crate) use at_date::HALVED;
pub use best_machine::BestMachine;
pub(crate) use figure_rows::{FigureRow, figure_rows};
pub use under_water::UnderWater;

use serde::{Serialize, Serializer};

use crate::breakeven::{energy_per_bitcoin, hashprice, power_price, shutdown_price};
use crate::date::Date;
use crate::inputs::Inputs;
use crate::machines::{self, Machine};
use crate::network::{
    HASHES_PER_DIFFICULTY, PERIOD_BLOCKS, SATOSHI_PER_BITCOIN, SECONDS_PER_DAY, reward_per_hash, subsidy_at,
};
use crate::units::{
    BitcoinPerBlock, Days, Difficulty, ExahashesPerSecond, JoulesPerTerahash, PowerUsageEffectiveness, Share,
    UsdPerBitcoin, UsdPerKwh, UsdPerPetahashDay,
};

/// The columns, as `build.rs` packs them.
mod table {
    use super::Date;

    /// All of them between two marks, by which the page's build finds them in the module, and leaves them to the part that
    /// is loaded when the first view stands (`xtask/src/split.rs`).
    #[repr(C)]
    pub(super) struct Table {
        begins: [u8; 16],
        pub bits: [u32; PERIODS],
        pub fees: [u32; PERIODS],
        pub prices: [u32; PERIODS - FIRST_PRICE],
        pub rests: [i16; PERIODS - 1],
        /// Of the machines that were the best of their day: the day of release, and hundredths of J/TH.
        pub best: [[u16; 2]; BEST],
        pub gaps: [u8; PERIODS - 1],
        /// Of the same, a line each: maker, model and TH/s.
        pub names: [u8; NAMES],
        ends: [u8; 16],
    }

    /// Opaque to the compiler, so that it keeps the table whole.
    pub(super) fn table() -> &'static Table {
        std::hint::black_box(&TABLE)
    }

    include!(concat!(env!("OUT_DIR"), "/history.rs"));
}

/// The 2,016 blocks that share a difficulty, and what held on average while they were found.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Period {
    /// The day of its first block, UTC.
    pub date: Date,
    /// The height of its first block.
    pub height: u32,
    /// The difficulty of its blocks.
    pub difficulty: Difficulty,
    /// How long it lasted; the last one has not ended.
    pub days: Option<Days>,
    /// Mean of the daily closes; none before July 2010, when there was no market.
    pub price: Option<UsdPerBitcoin>,
    /// Mean per block, where it is known.
    pub fees: Option<BitcoinPerBlock>,
    /// How the fees are known.
    pub fees_basis: FeesBasis,
    /// Mean per block: a period in which the subsidy halves has part of both.
    pub subsidy: BitcoinPerBlock,
}

/// How a period's fees are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum FeesBasis {
    /// Not at all: what is computed counts the subsidy only.
    Unknown,
    /// Summed over the blocks of the chain.
    Chain,
    /// From published chart data.
    Published,
    /// On the line between known neighbours.
    Interpolated,
    /// The user said so.
    Given,
}

impl FeesBasis {
    /// In the order of the codes of `build.rs`.
    const CODES: [Self; 4] = [Self::Unknown, Self::Chain, Self::Published, Self::Interpolated];

    /// The name in data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Chain => "chain",
            Self::Published => "published",
            Self::Interpolated => "interpolated",
            Self::Given => "given",
        }
    }
}

impl Period {
    /// The hash rate that its blocks were really found with: `D·2³²·2016/length`. The ten-minute equivalent,
    /// which the rest of the crate goes by, is that of the [difficulty](Difficulty::hash_rate).
    pub fn realised_hash_rate(&self) -> Option<ExahashesPerSecond> {
        let seconds = self.days?.value() * SECONDS_PER_DAY;
        let hashes = self.difficulty.value() * HASHES_PER_DIFFICULTY * f64::from(PERIOD_BLOCKS);
        Some(ExahashesPerSecond::held(hashes / seconds / 1e18))
    }
}

/// Every difficulty period, from the first.
///
/// ```
/// use breakeven::history;
///
/// let hardest = history::periods().max_by(|a, b| a.difficulty.value().total_cmp(&b.difficulty.value())).unwrap();
/// assert_eq!((hardest.date.to_string().as_str(), hardest.difficulty.value()), ("2025-10-29", 155_973_032_196_072.0));
/// ```
pub fn periods() -> Periods {
    Periods { next: 0, date: table::FIRST_DAY }
}

/// The periods in order; see [`periods`].
#[derive(Clone, Debug)]
pub struct Periods {
    next: usize,
    date: Date,
}

impl Iterator for Periods {
    type Item = Period;

    fn next(&mut self) -> Option<Period> {
        let (i, date) = (self.next, self.date);
        let table = table::table();
        let bits = *table.bits.get(i)?;
        let fees = table.fees.get(i).copied().unwrap_or(0);
        let (gap, rest) = (table.gaps.get(i), table.rests.get(i));
        let price = i.checked_sub(table::FIRST_PRICE).and_then(|i| table.prices.get(i));
        let fees_basis = FeesBasis::CODES[compact::basis(fees) as usize]; // two bits
        let height = i as u32 * PERIOD_BLOCKS; // some hundred periods
        self.next += 1;
        self.date = date.plus_days(gap.map_or(0, |&gap| i32::from(gap)));
        Some(Period {
            date,
            height,
            difficulty: Difficulty::of(compact::difficulty(bits)),
            days: gap.zip(rest).map(|(&gap, &rest)| Days::of(compact::days(gap, rest))),
            price: price.map(|&code| UsdPerBitcoin::of(compact::price(code))),
            fees: (fees_basis != FeesBasis::Unknown).then(|| BitcoinPerBlock::of(compact::fees(fees))),
            fees_basis,
            subsidy: mean_subsidy(height),
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = table::PERIODS.saturating_sub(self.next);
        (left, Some(left))
    }
}

impl ExactSizeIterator for Periods {}

/// Mean over the period that starts at `height`.
fn mean_subsidy(height: u32) -> BitcoinPerBlock {
    let last = height + (PERIOD_BLOCKS - 1);
    let (from, to) = (subsidy_at(height), subsidy_at(last));
    let halved = if from == to { 0 } else { last % crate::network::HALVING_INTERVAL + 1 };
    let satoshi = u64::from(PERIOD_BLOCKS - halved) * from + u64::from(halved) * to;
    BitcoinPerBlock::of(satoshi as f64 / (f64::from(PERIOD_BLOCKS) * SATOSHI_PER_BITCOIN as f64)) // both below 2⁵³
}

/// What a mine would have seen in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// The period. Where the user gave the fees, they stand in it.
    pub period: Period,
    /// Below this price the mine was switched off. Where the fees are unknown it counts the subsidy only, so
    /// that it is rather too high.
    pub shutdown: UsdPerBitcoin,
    /// The machine of fewest J/TH among those on sale; none before December 2014, where the data start.
    pub best_machine: Option<&'static Machine>,
    /// The shutdown price of that machine at the mine's tariff, levy, overhead and pool fee.
    pub best_shutdown: Option<UsdPerBitcoin>,
    /// What 1 PH/s earned in a day, the pool's cut taken off; none where there was no price.
    pub hashprice: Option<UsdPerPetahashDay>,
}

/// The mine at `inputs` in every period: its tariff, levy, hardware, overhead and pool fee, with the period's
/// difficulty, subsidy, fees and price, each the mean over its blocks or days: a period in which the subsidy halves has
/// part of both.
///
/// ```
/// use breakeven::{Inputs, history};
///
/// let rows = history::of(&Inputs::default());
/// let under_water = rows.filter(|row| row.period.price.is_some_and(|price| price < row.shutdown));
/// assert_eq!(under_water.count(), 0); // a machine of 2024 would have run in every year
/// ```
pub fn of(inputs: &Inputs) -> History {
    History {
        periods: periods(),
        power: power_price(inputs),
        efficiency: inputs.efficiency(),
        overhead: inputs.overhead(),
        pool_fee: inputs.pool_fee(),
        fees: None,
        unreleased: machines::all(),
        best: None,
    }
}

/// The rows in order; see [`of`].
#[derive(Clone, Debug)]
pub struct History {
    periods: Periods,
    power: UsdPerKwh,
    efficiency: JoulesPerTerahash,
    overhead: PowerUsageEffectiveness,
    pool_fee: Share,
    fees: Option<BitcoinPerBlock>,
    unreleased: &'static [Machine],
    best: Option<(&'static Machine, JoulesPerTerahash)>,
}

impl History {
    /// The same with one figure for the fees of all periods; 0 counts the subsidy only.
    #[must_use]
    pub fn with_fees(self, fees: BitcoinPerBlock) -> Self {
        Self { fees: Some(fees), ..self }
    }

    /// The machine of fewest J/TH on sale at `date`, which is no earlier than that of the call before; of two
    /// alike, the older.
    fn best_on_sale(&mut self, date: Date) -> Option<(&'static Machine, JoulesPerTerahash)> {
        while let Some((machine, later)) = self.unreleased.split_first() {
            if machine.released > date {
                break;
            }
            self.unreleased = later;
            let efficiency = machine.efficiency();
            if self.best.is_none_or(|(_, best)| efficiency < best) {
                self.best = Some((machine, efficiency));
            }
        }
        self.best
    }
}

impl Iterator for History {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let mut period = self.periods.next()?;
        if let Some(fees) = self.fees {
            (period.fees, period.fees_basis) = (Some(fees), FeesBasis::Given);
        }
        let fees = period.fees.unwrap_or(BitcoinPerBlock::of(0.0));
        let reward = reward_per_hash(period.difficulty, period.subsidy, fees, self.pool_fee);
        let (power, overhead) = (self.power, self.overhead);
        let shutdown = |efficiency| shutdown_price(power, energy_per_bitcoin(efficiency, overhead, reward));
        let best = self.best_on_sale(period.date);
        Some(Row {
            period,
            shutdown: shutdown(self.efficiency),
            best_machine: best.map(|(machine, _)| machine),
            best_shutdown: best.map(|(_, efficiency)| shutdown(efficiency)),
            hashprice: period.price.map(|price| hashprice(price, reward)),
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.periods.size_hint()
    }
}

impl ExactSizeIterator for History {}

/// Flat; what is not known is `null`.
#[derive(Serialize)]
struct Flat {
    date: Date,
    height: u32,
    difficulty: Difficulty,
    hashrate_ehs: ExahashesPerSecond,
    price: Option<UsdPerBitcoin>,
    subsidy: BitcoinPerBlock,
    fees: Option<BitcoinPerBlock>,
    fees_basis: FeesBasis,
    shutdown_price: UsdPerBitcoin,
    best_machine: Option<String>,
    best_machine_shutdown_price: Option<UsdPerBitcoin>,
    hashprice: Option<UsdPerPetahashDay>,
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let period = &self.period;
        Flat {
            date: period.date,
            height: period.height,
            difficulty: period.difficulty,
            hashrate_ehs: period.difficulty.hash_rate().into(),
            price: period.price,
            subsidy: period.subsidy,
            fees: period.fees,
            fees_basis: period.fees_basis,
            shutdown_price: self.shutdown,
            best_machine: self.best_machine.map(ToString::to_string),
            best_machine_shutdown_price: self.best_shutdown,
            hashprice: self.hashprice,
        }
        .serialize(serializer)
    }
}
