//! Why other calculators come to other figures: the known reasons, each with an example that the model computes.
//!
//! Two published figures that are wrong are among them, computed as they were and as they ought to be.

use serde::Serialize;

use crate::breakeven::{energy_per_bitcoin, reward, shutdown_of, shutdown_price};
use crate::inputs::{Input, Inputs};
use crate::lifetime::capital;
use crate::network::{DAYS_PER_MONTH, reward_per_hash};
use crate::report::Report;
use crate::units::{
    BitcoinPerBlock, Difficulty, ExahashesPerSecond, HashRate, JoulesPerTerahash, KwhPerBitcoin,
    PowerUsageEffectiveness, Share, UsdPerKwh,
};
use crate::words::{self, Words};

/// One reason why two calculators may differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// The name of the reason.
    pub id: &'static str,
    /// What is done in another way.
    pub title: &'static str,
    /// Why it matters, and which way this crate goes.
    pub explanation: &'static str,
    /// What it makes of one mine.
    pub example: String,
}

/// Megajoules in a kilowatt-hour; forgotten, a price is 3.6 times too high.
const MEGAJOULES_PER_KWH: f64 = 3.6;

/// USD per bitcoin, as a public forum thread of April 2024 had it.
pub const PUBLISHED_PRICE: f64 = 96_460.0;
/// kWh per bitcoin, as trade press had it of January 2022.
pub const PUBLISHED_ENERGY: f64 = 1_449.0;

/// The reasons, those that change least first. Their examples are computed for the mine at `inputs`, the two
/// published figures for the mines that they tell of.
///
/// ```
/// use breakeven::{Inputs, differences::differences};
///
/// let reasons = differences(&Inputs::default());
/// assert_eq!(reasons.last().unwrap().id, "published-energy");
/// ```
pub fn differences(inputs: &Inputs) -> Vec<Difference> {
    differences_in(inputs, Words::usual())
}

/// The same in a language.
#[doc(hidden)] // as the words are
pub fn differences_in(inputs: &Inputs, words: &Words) -> Vec<Difference> {
    let report = &Report::of(inputs);
    vec![
        fees(report, words),
        pool_fee(report, words),
        hash_rate_for_difficulty(report, words),
        capital_per_month(report, words),
        forgotten_joules(report, words),
        published_price(words),
        published_energy(words),
    ]
}

fn fees(report: &Report, words: &Words) -> Difference {
    // Without fees a subsidy of nothing may remain: then there is no difference to show.
    let without = report.inputs.changed([(Input::Fees, 0.0)]);
    let [here, there] = &pair(report, &without, words);
    Difference {
        id: "fees",
        title: words.difference_fees(),
        explanation: words.difference_fees_explanation(),
        example: words::DifferenceFeesExample { here, there }.text(words),
    }
}

fn pool_fee(report: &Report, words: &Words) -> Difference {
    let without = report.inputs.changed([(Input::PoolFee, 0.0)]);
    let [here, there] = &pair(report, &without, words);
    Difference {
        id: "pool-fee",
        title: words.difference_pool_fee(),
        explanation: words.difference_pool_fee_explanation(),
        example: words::DifferencePoolFeeExample { here, there }.text(words),
    }
}

/// The hash rate of a day follows from how many blocks were found in it, and swings around the one that the
/// difficulty stands for.
fn hash_rate_for_difficulty(report: &Report, words: &Words) -> Difference {
    const LUCK: f64 = 1.1;
    let swung = (report.hashrate.value() * LUCK).min(Input::Hashrate.spec().max);
    let other = report.inputs.changed([(Input::Hashrate, swung)]);
    let [here, there] = &pair(report, &other, words);
    Difference {
        id: "hash-rate",
        title: words.difference_hash_rate(),
        explanation: words.difference_hash_rate_explanation(),
        example: words::DifferenceHashRateExample { here, there }.text(words),
    }
}

fn capital_per_month(report: &Report, words: &Words) -> Difference {
    let monthly = capital(&report.inputs) / report.inputs.lifetime().value();
    let naive = report.prices.cash.value() + monthly / monthly_coins(report);
    let evenly = &*words.usd(naive);
    let example = match report.prices.all_in {
        Ok(price) => {
            words::DifferenceCapitalExample { evenly, monthly: &words.usd(price.value()) }.text(words)
        }
        Err(_) => words::DifferenceCapitalNoPrice { evenly }.text(words),
    };
    Difference {
        id: "capital",
        title: words.difference_capital(),
        explanation: words.difference_capital_explanation(),
        example,
    }
}

fn monthly_coins(report: &Report) -> f64 {
    let uptime = report.inputs.hours().uptime().value();
    uptime * report.bitcoin_per_ph_day.value() / 1e3 * DAYS_PER_MONTH
}

fn forgotten_joules(report: &Report, words: &Words) -> Difference {
    let right = report.prices.shutdown.value();
    Difference {
        id: "joules",
        title: words.difference_joules(),
        explanation: words.difference_joules_explanation(),
        example: words::DifferenceJoulesExample {
            right: &words.usd(right),
            wrong: &words.usd(right * MEGAJOULES_PER_KWH),
        }
        .text(words),
    }
}

/// 628 EH/s, 16 J/TH, 5 cents, a subsidy of 3.125 and nothing else.
fn published_price(words: &Words) -> Difference {
    let difficulty = HashRate::from(ExahashesPerSecond::of(628.0)).difficulty();
    let energy = bare_energy(difficulty, 3.125, 16.0);
    let right = shutdown_price(UsdPerKwh::of(0.05), energy).value();
    Difference {
        id: "published-price",
        title: words.difference_published_price(),
        explanation: words.difference_published_price_explanation(),
        example: words::DifferencePublishedPriceExample {
            published: &words.usd(PUBLISHED_PRICE),
            right: &words.usd(right),
            wrong: &words.usd(right * MEGAJOULES_PER_KWH),
        }
        .text(words),
    }
}

/// From block 717,696, 8 January 2022.
const JANUARY_2022_DIFFICULTY: f64 = 24_371_874_614_346.0;

fn published_energy(words: &Words) -> Difference {
    let energy = bare_energy(Difficulty::of(JANUARY_2022_DIFFICULTY), 6.25, 30.7).value();
    Difference {
        id: "published-energy",
        title: words.difference_published_energy(),
        explanation: words.difference_published_energy_explanation(),
        example: words::DifferencePublishedEnergyExample {
            published: &words.significant(PUBLISHED_ENERGY, 4),
            right: &words.significant(energy, 3),
            times: &words.significant(energy / PUBLISHED_ENERGY, 2),
        }
        .text(words),
    }
}

/// Subsidy only, no pool, no overhead.
fn bare_energy(difficulty: Difficulty, subsidy: f64, efficiency: f64) -> KwhPerBitcoin {
    let none = Share::of(0.0);
    let reward = reward_per_hash(difficulty, BitcoinPerBlock::of(subsidy), BitcoinPerBlock::of(0.0), none);
    energy_per_bitcoin(JoulesPerTerahash::of(efficiency), PowerUsageEffectiveness::of(1.0), reward)
}

/// The shutdown price of the mine, and of the one that is changed.
fn pair(report: &Report, changed: &Inputs, words: &Words) -> [String; 2] {
    let there = shutdown_of(changed, reward(changed));
    [report.prices.shutdown, there].map(|price| words.usd(price.value()))
}
