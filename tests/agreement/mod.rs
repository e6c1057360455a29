//! Ten thousand mines and what the core says of them, as fingerprints of every bit: native and WebAssembly
//! are both held to the same ones.

use breakeven::lifetime::net_present_value;
use breakeven::{Input, Inputs, Report};

const MINES: usize = 10_000;
const PART: usize = 1_000;

/// One fingerprint for each thousand mines. They change only with the model:
/// `BREAKEVEN_FINGERPRINTS=print cargo test --test agreement -- --nocapture` tells the new ones.
pub const FINGERPRINTS: [u64; MINES / PART] = [
    0x9bc6_095e_6f1c_4353,
    0xd7bc_e8f8_e625_28c0,
    0x3586_78f3_e84d_1a71,
    0xdbf6_2cb5_ce52_f9d3,
    0x9fab_d497_ef86_1540,
    0xf2dd_cbf5_42e4_5af9,
    0x116d_0608_0a28_64a2,
    0x577d_16ec_b67e_43c1,
    0x46f0_ea43_d2eb_1e6b,
    0x24ac_109f_31de_e8e7,
];

pub fn fingerprints() -> [u64; MINES / PART] {
    let mut random = SplitMix64(21_000_000);
    std::array::from_fn(|_| {
        let mines = (0..PART).map(|_| any_mine(&mut random));
        mines.fold(FNV_OFFSET, |hash, mine| {
            results(&mine).iter().fold(hash, |hash, value| fnv(hash, value.to_bits()))
        })
    })
}

/// Every number that the core computes for a mine.
fn results(mine: &Inputs) -> [f64; 9] {
    let report = Report::of(mine);
    [
        report.prices.shutdown.value(),
        report.prices.cash.value(),
        report.prices.all_in.map_or(-1.0, |price| price.value()),
        report.hashprice.value(),
        report.hashcost.value(),
        report.energy_per_bitcoin.value(),
        report.bitcoin_per_ph_day.value(),
        report.difficulty.value(),
        net_present_value(mine, mine.price()),
    ]
}

/// Values from the whole of each allowed range, wide ranges by order of magnitude.
fn any_mine(random: &mut SplitMix64) -> Inputs {
    let values = Input::ALL.iter().map(|&input| {
        let (spec, at) = (input.spec(), random.next_unit());
        let low = spec.min.max(spec.max * 1e-6);
        let value = if spec.min >= 0.0 {
            low * libm::pow(spec.max / low, at)
        } else {
            spec.min + at * (spec.max - spec.min)
        };
        (input, value.clamp(spec.min, spec.max))
    });
    Inputs::default().with_all(values).expect("every value is from the allowed range")
}

/// Sebastiano Vigna's SplitMix64 (<https://prng.di.unimi.it/splitmix64.c>): the same numbers everywhere.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next_unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64 // 53 bits, all of which an f64 holds
    }
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

fn fnv(hash: u64, bits: u64) -> u64 {
    bits.to_le_bytes()
        .iter()
        .fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
