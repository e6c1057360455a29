//! Month by month over the machines' life: what is mined, what it costs, and the price that pays it all back.
//!
//! Every figure is per TH/s of machine. The capital is spent at the start, each month's flows fall at its
//! end. Nothing is stored: a walk through the [`Projection`] is cheap enough to be made anew for every question.

pub use crate::costs::capital;
use crate::costs::{electricity_per_terahash_month, fixed_cost_per_terahash, site_price};
use crate::decimal::Within as _;
use crate::inputs::Inputs;
use crate::network::{HASHES_PER_TERAHASH, MONTHS_PER_HALVING, SECONDS_PER_MONTH};
use crate::root::Sample;
use crate::units::UsdPerBitcoin;
use crate::words::Words;

/// One month of a machine's life, per TH/s.
///
/// The last month may be a part of one, where the lifetime is no whole number of months. Then all of it is taken
/// at its own end, the end of the life: difficulty, price and discount have grown by (1 + rate)^(end/12), and only
/// so much is mined, drawn and paid as the part is long. So nothing jumps where a lifetime passes a whole month.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Month {
    /// 1 for the first.
    pub number: u32,
    /// The time of its end, in months; all its flows fall then.
    pub end: f64,
    /// Bitcoin mined if the machines are switched on.
    pub coins: f64,
    /// Electricity and levy if they are switched on, USD.
    pub variable_cost: f64,
    /// What is paid in any case, USD.
    pub fixed_cost: f64,
    /// What a dollar at its end is worth at the start.
    pub discount: f64,
    /// The price at its end over that of the start: `(1+p)^(end/12)`. The first month's coins are sold at its
    /// end, so they bring a twelfth of a year's growth already.
    pub price_factor: f64,
}

impl Month {
    /// What is left of the month's coins at a price (of the start) of `price`, electricity paid; nothing
    /// where the machines are better switched off.
    pub fn margin(&self, price: f64) -> f64 {
        (self.revenue(price) - self.variable_cost).max(0.0)
    }

    /// Whether the coins do not pay for their electricity at `price` (of the start). Not so in an idle month: it has
    /// neither coins nor electricity.
    pub fn is_switched_off(&self, price: f64) -> bool {
        self.revenue(price) < self.variable_cost
    }

    /// Whether anything is mined, and pays for its electricity at `price` (of the start).
    pub fn runs_at(&self, price: f64) -> bool {
        self.coins > 0.0 && !self.is_switched_off(price)
    }

    fn revenue(&self, price: f64) -> f64 {
        price * self.price_factor * self.coins
    }
}

/// The months of a mine, in order.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Projection {
    elapsed: u32,
    lifetime: f64,
    idle: f64,
    subsidy: f64,
    fees: f64,
    next_halving: f64,
    /// As [`coins_at_unit_reward`] has it.
    coins_at_unit_reward: f64,
    variable_cost: f64,
    fixed_cost: f64,
    difficulty: Compound,
    discount: Compound,
    price: Compound,
}

/// Bitcoin of 1 TH/s in a month where a block pays 1, the pool's cut taken off, at the difficulty of the start.
pub(crate) fn coins_at_unit_reward(inputs: &Inputs) -> f64 {
    let hashes = inputs.hours().uptime().value() * HASHES_PER_TERAHASH * SECONDS_PER_MONTH;
    hashes * (1.0 - inputs.pool_fee().value()) / inputs.difficulty().hashes_per_block()
}

/// A rate per year, compounded month by month.
#[derive(Clone, Copy, Debug)]
struct Compound {
    per_year: f64,
    monthly: f64,
    now: f64,
}

impl Compound {
    fn at(per_year: f64) -> Self {
        Self { per_year, monthly: libm::pow(1.0 + per_year, 1.0 / 12.0), now: 1.0 }
    }

    fn advance(&mut self) -> f64 {
        self.now *= self.monthly;
        self.now
    }

    /// At the time `months`, which need not be whole.
    fn after(self, months: f64) -> f64 {
        libm::pow(1.0 + self.per_year, months / 12.0)
    }
}

impl Projection {
    /// The months of the mine at `inputs`, from its purchase to the end of its life.
    pub fn of(inputs: &Inputs) -> Self {
        Self {
            elapsed: 0,
            lifetime: inputs.lifetime().value(),
            idle: inputs.idle().value(),
            subsidy: inputs.subsidy().value(),
            fees: inputs.fees().value(),
            next_halving: inputs.next_halving().value(),
            coins_at_unit_reward: coins_at_unit_reward(inputs),
            variable_cost: inputs.hours().uptime().value() * electricity_per_terahash_month(inputs),
            fixed_cost: fixed_cost_per_terahash(inputs.efficiency(), inputs.opex()),
            difficulty: Compound::at(inputs.difficulty_growth().value()),
            discount: Compound::at(inputs.discount_rate().value()),
            price: Compound::at(inputs.price_growth().value()),
        }
    }

    /// Goes through all that are left, in two thirds of the time that asking for one after the other takes.
    fn walk<B>(mut self, start: B, mut add: impl FnMut(B, Month) -> B) -> B {
        let mut sum = start;
        loop {
            // The page does without: a quarter of a kilobyte is dearer there than a twentieth of a millisecond.
            if cfg!(not(target_arch = "wasm32")) {
                sum = self.walk_plain_months(sum, &mut add);
            }
            let Some(month) = self.next() else { return sum };
            sum = add(sum, month);
        }
    }

    /// How many months there are before one that is a part of one, or idle, or has a halving within.
    fn plain_months(&self) -> u32 {
        if self.idle > f64::from(self.elapsed) {
            return 0;
        }
        let until = self.lifetime.min(self.next_halving) as u32; // whole months, at most 600
        until.saturating_sub(self.elapsed)
    }

    /// Goes through those: to the last bit what [`Self::next`] makes of them. A function of its own, in whose loop
    /// nothing is called, so that all that changes stays in registers.
    #[inline(never)]
    fn walk_plain_months<B>(&mut self, start: B, add: &mut impl FnMut(B, Month) -> B) -> B {
        let mut sum = start;
        let coins = self.coins_at_unit_reward * (self.subsidy + self.fees);
        let (mut difficulty, mut discount, mut price) = (self.difficulty, self.discount, self.price);
        let until = self.elapsed + self.plain_months();
        for number in self.elapsed + 1..=until {
            let month = Month {
                number,
                end: f64::from(number),
                coins: coins / difficulty.advance(),
                variable_cost: self.variable_cost,
                fixed_cost: self.fixed_cost,
                discount: 1.0 / discount.advance(),
                price_factor: price.advance(),
            };
            sum = add(sum, month);
        }
        (self.elapsed, self.difficulty, self.discount, self.price) = (until, difficulty, discount, price);
        sum
    }

    /// Subsidies of the time from `start` to `end` (in months), each weighted with its part of a month;
    /// halvings within are taken where they fall.
    fn subsidy_between(&mut self, start: f64, end: f64) -> f64 {
        let (mut from, mut sum) = (start, 0.0);
        while self.next_halving < end {
            let halving = self.next_halving.max(from);
            sum += (halving - from) * self.subsidy;
            from = halving;
            self.subsidy /= 2.0;
            self.next_halving += MONTHS_PER_HALVING;
        }
        sum + (end - from) * self.subsidy
    }
}

impl Iterator for Projection {
    type Item = Month;

    fn next(&mut self) -> Option<Month> {
        let start = f64::from(self.elapsed);
        if start >= self.lifetime {
            return None;
        }
        self.elapsed += 1;
        let whole = f64::from(self.elapsed);
        let end = whole.min(self.lifetime);
        let length = end - start;
        let mining_from = self.idle.within(start, end);
        let mining = end - mining_from;
        let reward = self.subsidy_between(mining_from, end) + self.fees * mining;
        let (difficulty, discount, price_factor) = if end == whole {
            (self.difficulty.advance(), self.discount.advance(), self.price.advance())
        } else {
            (self.difficulty.after(end), self.discount.after(end), self.price.after(end))
        };
        Some(Month {
            number: self.elapsed,
            end,
            coins: self.coins_at_unit_reward * reward / difficulty,
            variable_cost: self.variable_cost * mining,
            fixed_cost: self.fixed_cost * length,
            discount: 1.0 / discount,
            price_factor,
        })
    }
}

/// Why no price, however high, earns the machines back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unreachable {
    /// The machines stand idle for the whole of their life.
    NothingMined,
    /// A block pays neither subsidy nor fees.
    NoReward,
}

/// A break-even price, or the reason why there is none.
pub type BreakEven = Result<UsdPerBitcoin, Unreachable>;

impl Unreachable {
    /// The reason, as a sentence without its full stop.
    #[doc(hidden)] // as the words are
    pub fn in_words(self, words: &Words) -> &'static str {
        match self {
            Self::NothingMined => words.unreachable_nothing_mined(),
            Self::NoReward => words.unreachable_no_reward(),
        }
    }
}

impl std::fmt::Display for Unreachable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.in_words(Words::usual()))
    }
}

impl std::error::Error for Unreachable {}

/// What the machines bring when they are sold at the end, in dollars of the start: `δ_T·r·m`, USD per TH/s.
/// The site brings nothing.
pub fn resale_value(inputs: &Inputs) -> f64 {
    inputs.machine_price().value() * resale_share(inputs)
}

/// `K − δ_T·r·m`, USD per TH/s; not as a difference of the two, which may nearly cancel.
fn outlay(inputs: &Inputs) -> f64 {
    inputs.machine_price().value() * (1.0 - resale_share(inputs)) + site_price(inputs)
}

/// The part of the machines' price that their resale brings back, discounted.
fn resale_share(inputs: &Inputs) -> f64 {
    let (resale, years) = (inputs.resale().value(), inputs.lifetime().value() / 12.0);
    // Most machines bring nothing, and a power costs as much as ten months.
    if resale > 0.0 { resale / libm::pow(1.0 + inputs.discount_rate().value(), years) } else { 0.0 }
}

/// Net present value at the price `price`, per TH/s of machine:
/// `−K + δ_T·resale + Σ δ_t·(max(0, P·B_t − V_t) − O_t)`.
pub fn net_present_value(inputs: &Inputs, price: UsdPerBitcoin) -> f64 {
    let flows: f64 = Projection::of(inputs)
        .map(|month| month.discount * (month.margin(price.value()) - month.fixed_cost))
        .sum();
    flows - outlay(inputs)
}

/// The net present value at `price`, as good as zero where that moves the break-even by less than 10⁻¹⁴ of it;
/// below zero where the machines never run, even if that costs nothing.
pub(crate) fn gain(inputs: &Inputs, price: UsdPerBitcoin) -> Sample {
    let (mut flows, mut revenue, mut runs) = (0.0, 0.0, false);
    for month in Projection::of(inputs) {
        flows -= month.discount * month.fixed_cost;
        if month.runs_at(price.value()) {
            let sold = month.discount * month.revenue(price.value());
            flows += sold - month.discount * month.variable_cost;
            revenue += sold;
            runs = true;
        }
    }
    let value = flows - outlay(inputs);
    let value = if runs { value } else { value.min(-f64::MIN_POSITIVE) };
    Sample { value, noise: revenue * 1e-14 }
}

/// What a mine's months are made of, per TH/s, for those who go through them in another way than [`Projection`].
pub(crate) struct Rates {
    pub idle: f64,
    pub subsidy: f64,
    pub fees: f64,
    pub next_halving: f64,
    /// As in [`Projection`].
    pub coins_at_unit_reward: f64,
    /// Per month, USD.
    pub variable_cost: f64,
    /// Per month, USD.
    pub fixed_cost: f64,
    /// The machines' price, the part of it that they bring when they are sold, and the site's price.
    pub machines: f64,
    pub resale: f64,
    pub site: f64,
}

impl Rates {
    pub fn of(inputs: &Inputs) -> Self {
        let months = Projection::of(inputs);
        Self {
            idle: months.idle,
            subsidy: months.subsidy,
            fees: months.fees,
            next_halving: months.next_halving,
            coins_at_unit_reward: months.coins_at_unit_reward,
            variable_cost: months.variable_cost,
            fixed_cost: months.fixed_cost,
            machines: inputs.machine_price().value(),
            resale: inputs.resale().value(),
            site: site_price(inputs),
        }
    }
}

/// Where, as the lifetime grows from `low` to `high`, something changes: whole months, halvings, the end of the
/// idle time; with both ends, in order.
pub(crate) fn turning_points(inputs: &Inputs, low: f64, high: f64) -> Vec<f64> {
    let idle = inputs.idle().value();
    let mut halving = inputs.next_halving().value();
    let mut points = vec![low];
    let mut at = low;
    while at < high {
        while halving <= at {
            halving += MONTHS_PER_HALVING;
        }
        let month = (at.floor() + 1.0).min(halving).min(high);
        at = if idle > at { month.min(idle) } else { month };
        points.push(at);
    }
    points
}

/// What a walk through the months adds up, at one price.
#[derive(Clone, Copy)]
struct Pass {
    costs: f64,
    coins: f64,
    on: u32,
    /// The highest price that one of the months needs.
    dearest: f64,
}

impl Pass {
    #[inline(always)]
    fn with(mut self, month: &Month, price: f64) -> Self {
        self.costs += month.discount * month.fixed_cost;
        if month.runs_at(price) {
            let coins_at_start = month.price_factor * month.coins;
            self.costs += month.discount * month.variable_cost;
            self.coins += month.discount * month.price_factor * month.coins;
            let needed = month.variable_cost / coins_at_start;
            self.dearest = if needed > self.dearest { needed } else { self.dearest };
            self.on += 1;
        }
        self
    }
}

/// The flat price (with `price_growth`, the price of the start) at which the net present value is zero.
///
/// The net present value is convex and piecewise linear in the price, a kink for every month that is switched
/// on. Newton's method from above therefore never overshoots: it drops the months that would be switched
/// off, solves the rest in closed form, and ends exactly, after no more steps than there are months.
///
/// # Errors
/// Where nothing is mined within the lifetime.
pub fn all_in_price(inputs: &Inputs) -> BreakEven {
    let outlay = outlay(inputs);
    let projection = Projection::of(inputs);
    let (mut price, mut months_on) = (f64::INFINITY, u32::MAX);
    loop {
        let nothing = Pass { costs: outlay, coins: 0.0, on: 0, dearest: 0.0 };
        let add = |pass: Pass, month| pass.with(&month, price);
        let Pass { costs, coins, on, dearest } = projection.clone().walk(nothing, add);
        if on == 0 {
            // The first pass has every month on: none means that nothing is ever mined. Later ones end
            // here only by rounding, at the threshold of the cheapest month.
            return if price.is_finite() {
                Ok(UsdPerBitcoin::of(price))
            } else {
                Err(Unreachable::NothingMined)
            };
        }
        // At a threshold, rounding may switch a month on again: no fewer months on means the end.
        if on >= months_on {
            return Ok(UsdPerBitcoin::of(price));
        }
        price = costs / coins;
        months_on = on;
        // Well above what every one of these months needs, the next pass would switch none of them off.
        if price > dearest * (1.0 + 1e-9) {
            return Ok(UsdPerBitcoin::of(price));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::Input;

    #[test]
    fn a_walk_has_the_months_that_there_are_one_by_one() {
        for lifetime in [1.0, 18.0, 60.0, 119.5, 0.25 + 48.0] {
            for idle in [0.0, 0.5, 3.0, 50.0] {
                for next_halving in [0.0, 1.0, 18.0, 18.5, 600.0] {
                    let growth = [(Input::DifficultyGrowth, 0.4), (Input::PriceGrowth, 0.1)];
                    let times = [
                        (Input::Lifetime, lifetime),
                        (Input::Idle, idle),
                        (Input::NextHalving, next_halving),
                    ];
                    let mine = Inputs::default().with_all(growth.into_iter().chain(times)).unwrap();
                    let months = Projection::of(&mine);
                    let walked = months.clone().walk(Vec::new(), |mut walked, month| {
                        walked.push(month);
                        walked
                    });
                    assert_eq!(walked, months.collect::<Vec<_>>(), "{mine:?}");
                }
            }
        }
    }
}
