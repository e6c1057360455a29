//! The rules of the network: difficulty and hash rate, subsidy by height, reward per hash.

use crate::units::{BitcoinPerBlock, BitcoinPerHash, Difficulty, HashRate, Months, Seconds, Share};

/// Hashes expected for a block at difficulty 1.
///
/// The target at difficulty 1 is 0xffff·2²⁰⁸, so the exact figure is 2⁴⁸/65535, larger by 1.5·10⁻⁵; the
/// field quotes hash rates with 2³², and so do we (`GetDifficulty` in Bitcoin Core's `src/rpc/blockchain.cpp`).
pub const HASHES_PER_DIFFICULTY: f64 = 4_294_967_296.0;

/// Hashes in a terahash.
pub(crate) const HASHES_PER_TERAHASH: f64 = 1e12;

/// Time between blocks that the difficulty aims at: `nPowTargetSpacing` in Bitcoin Core's
/// `src/kernel/chainparams.cpp`.
pub const SECONDS_PER_BLOCK: f64 = 600.0;

/// Blocks in a day at [`SECONDS_PER_BLOCK`].
pub const BLOCKS_PER_DAY: f64 = 144.0;

/// Blocks between halvings: `nSubsidyHalvingInterval` in Bitcoin Core's `src/kernel/chainparams.cpp`.
pub const HALVING_INTERVAL: u32 = 210_000;

/// Blocks that share a difficulty: `DifficultyAdjustmentInterval` in Bitcoin Core's `src/consensus/params.h`.
pub const PERIOD_BLOCKS: u32 = 2_016;

/// Satoshi in a bitcoin: `COIN` in Bitcoin Core's `src/consensus/amount.h`.
pub const SATOSHI_PER_BITCOIN: u64 = 100_000_000;

/// Days in a month: a twelfth of 365.25.
pub const DAYS_PER_MONTH: f64 = 365.25 / 12.0;

/// Hours in a month.
pub const HOURS_PER_MONTH: f64 = DAYS_PER_MONTH * 24.0;

/// Seconds in a month.
pub const SECONDS_PER_MONTH: f64 = DAYS_PER_MONTH * SECONDS_PER_DAY;

/// Seconds in a day.
pub const SECONDS_PER_DAY: f64 = 86_400.0;

/// Months between halvings at [`BLOCKS_PER_DAY`].
pub const MONTHS_PER_HALVING: f64 = HALVING_INTERVAL as f64 / BLOCKS_PER_DAY / DAYS_PER_MONTH;

impl Difficulty {
    /// The hash rate that finds a block every ten minutes at this difficulty: `D·2³²/600`.
    pub fn hash_rate(self) -> HashRate {
        HashRate::held(hash_rate_at(self.value()))
    }

    /// Hashes expected for one block: `D·2³²`.
    pub fn hashes_per_block(self) -> f64 {
        self.value() * HASHES_PER_DIFFICULTY
    }

    /// Mean time in which `miner` finds a block at this difficulty; [`Seconds::MAX`] for one that never does.
    ///
    /// ```
    /// use breakeven::units::{Difficulty, HashRate};
    ///
    /// let hours = Difficulty::new(20_000.0)?.time_to_block(HashRate::new(1e9)?).value() / 3600.0;
    /// assert!((hours - 23.86).abs() < 0.01); // the example of the Bitcoin wiki
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn time_to_block(self, miner: HashRate) -> Seconds {
        Seconds::held(self.hashes_per_block() / miner.value())
    }
}

impl HashRate {
    /// The difficulty at which this hash rate finds a block every ten minutes: `H·600/2³²`.
    pub fn difficulty(self) -> Difficulty {
        Difficulty::held(difficulty_at(self.value()))
    }
}

/// [`Difficulty::hash_rate`] as a bare number, H/s, for constants.
pub(crate) const fn hash_rate_at(difficulty: f64) -> f64 {
    difficulty * HASHES_PER_DIFFICULTY / SECONDS_PER_BLOCK
}

/// [`HashRate::difficulty`] as a bare number, from H/s, for constants.
pub(crate) const fn difficulty_at(hash_rate: f64) -> f64 {
    hash_rate * SECONDS_PER_BLOCK / HASHES_PER_DIFFICULTY
}

/// The subsidy of the block at `height`, in satoshi: 50 BTC, halved every 210,000 blocks, rounded down
/// (`GetBlockSubsidy` in Bitcoin Core's `src/validation.cpp`).
///
/// ```
/// use breakeven::network::subsidy_at;
///
/// assert_eq!(subsidy_at(0), 5_000_000_000);
/// assert_eq!(subsidy_at(839_999), 625_000_000);
/// assert_eq!(subsidy_at(840_000), 312_500_000);
/// assert_eq!(subsidy_at(64 * 210_000), 0);
/// ```
pub const fn subsidy_at(height: u32) -> u64 {
    let halvings = height / HALVING_INTERVAL;
    if halvings < u64::BITS { (50 * SATOSHI_PER_BITCOIN) >> halvings } else { 0 }
}

/// Whole months from the block at `height` to the next halving, at 144 blocks a day.
///
/// Rounded: how fast blocks come swings by more than the fraction would tell.
///
/// ```
/// use breakeven::network::months_to_halving;
///
/// assert_eq!(months_to_halving(760_032).value(), 18.0); // 23 October 2022 to April 2024
/// ```
pub fn months_to_halving(height: u32) -> Months {
    let blocks = HALVING_INTERVAL - height % HALVING_INTERVAL;
    Months::of((f64::from(blocks) / BLOCKS_PER_DAY / DAYS_PER_MONTH).round())
}

/// Bitcoin expected for one hash: `(S+F)(1−f)/(D·2³²)`.
pub fn reward_per_hash(
    difficulty: Difficulty,
    subsidy: BitcoinPerBlock,
    fees: BitcoinPerBlock,
    pool_fee: Share,
) -> BitcoinPerHash {
    let per_block = (subsidy.value() + fees.value()) * (1.0 - pool_fee.value());
    BitcoinPerHash::held(per_block / difficulty.hashes_per_block())
}
