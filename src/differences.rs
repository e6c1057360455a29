//! Why other calculators come to other figures: the known reasons, each with an example that the model computes.
//!
//! Two published figures that are wrong are among them, computed as they were and as they ought to be.

use serde::Serialize;

use crate::breakeven::{energy_per_bitcoin, shutdown_price};
use crate::decimal::Decimal;
use crate::format::usd;
use crate::inputs::{Input, Inputs};
use crate::lifetime::capital;
use crate::network::{DAYS_PER_MONTH, reward_per_hash};
use crate::report::Report;
use crate::units::{
    BitcoinPerBlock, Difficulty, ExahashesPerSecond, HashRate, JoulesPerTerahash, KwhPerBitcoin,
    PowerUsageEffectiveness, Share, UsdPerKwh,
};

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
    vec![
        fees(inputs),
        pool_fee(inputs),
        hash_rate_for_difficulty(inputs),
        capital_per_month(inputs),
        forgotten_joules(inputs),
        published_price(),
        published_energy(),
    ]
}

fn fees(inputs: &Inputs) -> Difference {
    let without = changed(inputs, Input::Fees, 0.0);
    Difference {
        id: "fees",
        title: "Fees in or out",
        explanation: "A block pays a subsidy and the fees of its transactions. Who counts the subsidy only, comes \
                      to a higher break-even. Here both count, and the history says where the fees are not known.",
        example: pair(inputs, "With fees", "without them", &without),
    }
}

fn pool_fee(inputs: &Inputs) -> Difference {
    let without = changed(inputs, Input::PoolFee, 0.0);
    Difference {
        id: "pool-fee",
        title: "The pool's cut",
        explanation: "Nearly all miners share their luck in a pool, which keeps a part of the reward. Many \
                      calculators leave it out. Here it is an input, taken off the whole reward.",
        example: pair(inputs, "With the pool's cut", "without it", &without),
    }
}

/// The hash rate of a day follows from how many blocks were found in it, and swings around the one that the
/// difficulty stands for.
fn hash_rate_for_difficulty(inputs: &Inputs) -> Difference {
    const LUCK: f64 = 1.1;
    let swung = (inputs.hashrate().value() * LUCK).min(Input::Hashrate.spec().max);
    let other = changed(inputs, Input::Hashrate, swung);
    Difference {
        id: "hash-rate",
        title: "Hash rate for difficulty",
        explanation: "What a hash earns follows from the difficulty alone, which holds for two weeks. The hash rate \
                      of a day is an estimate from the blocks found in it and swings by a tenth with luck. Here \
                      the difficulty counts; a hash rate that is put in is taken for its ten-minute equivalent.",
        example: pair(
            inputs,
            "At the difficulty",
            "at a day's hash rate that luck has a tenth too high",
            &other,
        ),
    }
}

fn capital_per_month(inputs: &Inputs) -> Difference {
    let report = Report::of(inputs);
    let monthly = capital(inputs) / inputs.lifetime().value();
    let coins = monthly_coins(inputs);
    let naive = report.prices.cash.value() + monthly / coins;
    let told = match report.prices.all_in {
        Ok(price) => ["month by month ", &usd(price.value())].concat(),
        Err(_) => "month by month no price".to_owned(),
    };
    Difference {
        id: "capital",
        title: "Machines subtracted from each month",
        explanation: "Many spread the price of the machines evenly over their months. That leaves out that money \
                      now is worth more than money later, that the subsidy halves, and that a miner switches off \
                      rather than mine at a loss. Here the net present value over all months is zero.",
        example: ["Spread evenly the all-in break-even is ", &usd(naive), ", ", &told, "."].concat(),
    }
}

fn monthly_coins(inputs: &Inputs) -> f64 {
    let report = Report::of(inputs);
    let uptime = inputs.hours().uptime().value();
    uptime * report.bitcoin_per_ph_day.value() / 1e3 * DAYS_PER_MONTH
}

fn forgotten_joules(inputs: &Inputs) -> Difference {
    let right = Report::of(inputs).prices.shutdown.value();
    Difference {
        id: "joules",
        title: "A forgotten ÷ 3.6",
        explanation: "A machine's efficiency is told in joules, power is paid by the kilowatt-hour, and one of \
                      these is 3.6 million of those. Without the 3.6 a break-even is 3.6 times too high.",
        example: [
            "The shutdown price is ",
            &usd(right),
            "; without ÷ 3.6 it would read ",
            &usd(right * MEGAJOULES_PER_KWH),
            ".",
        ]
        .concat(),
    }
}

/// 628 EH/s, 16 J/TH, 5 cents, a subsidy of 3.125 and nothing else.
fn published_price() -> Difference {
    let difficulty = HashRate::from(ExahashesPerSecond::of(628.0)).difficulty();
    let energy = bare_energy(difficulty, 3.125, 16.0);
    let right = shutdown_price(UsdPerKwh::of(0.05), energy).value();
    Difference {
        id: "published-price",
        title: "A published price that is 3.6 times too high",
        explanation: "A public forum thread of April 2024: 628 EH/s, 16 J/TH, 5 cents. The division by 3.6 was \
                      forgotten.",
        example: [
            "Published ",
            &usd(PUBLISHED_PRICE),
            ", without ÷ 3.6 ",
            &usd(right * MEGAJOULES_PER_KWH),
            ", right ",
            &usd(right),
            ".",
        ]
        .concat(),
    }
}

/// From block 717,696, 8 January 2022.
const JANUARY_2022_DIFFICULTY: f64 = 24_371_874_614_346.0;

fn published_energy() -> Difference {
    let energy = bare_energy(Difficulty::of(JANUARY_2022_DIFFICULTY), 6.25, 30.7).value();
    Difference {
        id: "published-energy",
        title: "A published energy that is a hundred times too low",
        explanation: "Trade press of January 2022, for machines of 30.7 J/TH. How it came about is not known; it \
                      is as if two digits had been lost.",
        example: [
            "Published ",
            &number(PUBLISHED_ENERGY, 4),
            " kWh per bitcoin, right ",
            &number(energy, 3),
            ": ",
            &number(energy / PUBLISHED_ENERGY, 2),
            " times as much.",
        ]
        .concat(),
    }
}

/// Subsidy only, no pool, no overhead.
fn bare_energy(difficulty: Difficulty, subsidy: f64, efficiency: f64) -> KwhPerBitcoin {
    let none = Share::of(0.0);
    let reward = reward_per_hash(difficulty, BitcoinPerBlock::of(subsidy), BitcoinPerBlock::of(0.0), none);
    energy_per_bitcoin(JoulesPerTerahash::of(efficiency), PowerUsageEffectiveness::of(1.0), reward)
}

fn changed(inputs: &Inputs, input: Input, value: f64) -> Inputs {
    // Without fees a subsidy of nothing would remain: then there is no difference to show.
    inputs.with(input, value).unwrap_or_else(|_| inputs.clone())
}

fn pair(inputs: &Inputs, one: &str, other: &str, changed: &Inputs) -> String {
    let [a, b] = [inputs, changed].map(|inputs| usd(Report::of(inputs).prices.shutdown.value()));
    [one, " the shutdown price is ", &a, ", ", other, " ", &b, "."].concat()
}

fn number(value: f64, digits: u32) -> String {
    Decimal::significant(value, digits).grouped()
}
