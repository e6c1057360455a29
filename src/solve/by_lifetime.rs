//! What a mine is worth at one price, for every lifetime at once.
//!
//! Between the whole months, the halvings and the end of the idle time, the net present value is a smooth function
//! of the lifetime `T`. With `n` the whole months before, `τ = T − n`, and `R` the rewards of the month's blocks so
//! far, it is the greater of two, for the machines may stand still in the last month or run:
//!
//! ```text
//! off = what the whole months brought − K + δ·(r·m − O·τ)           δ = e^(−λT), λ = ln(1+d)/12
//! on  = off + P·A·e^(μT)·R − δ·V·(T − start of mining)              μ = ln((1+p)/(1+g))/12 − λ
//! ```
//!
//! Both are sums of lines times exponentials, whose second derivatives are bounded in a line of code each, and a
//! function lies no farther from its chord than an eighth of that bound times the square of the way.

use crate::inputs::{Input, Inputs};
use crate::lifetime::{Rates, turning_points};
use crate::root::Sample;
use crate::search::{Best, Bounded, Extreme, extreme, first_zero};
use crate::units::UsdPerBitcoin;

/// A mine at one price.
pub(super) struct ByLifetime {
    rates: Rates,
    price: f64,
    /// The rate of what money later is worth less, per month.
    discount: f64,
    /// The rate of what a month's coins sell for, discounted, per month.
    income: f64,
    shortest: f64,
    points: Vec<f64>,
}

/// A part of the life in which nothing changes but time.
struct Piece<'a> {
    mine: &'a ByLifetime,
    /// The whole months before it.
    month: f64,
    /// Where it begins, and where mining does in this month.
    from: f64,
    mining_from: f64,
    /// Rewards of this month's blocks up to `from`, and per month from there on.
    rewards: f64,
    reward: f64,
    /// What the whole months brought, discounted, and what was sold in them.
    brought: f64,
    sold: f64,
    has_run: bool,
}

/// One lifetime.
#[derive(Clone, Copy)]
pub(super) struct Life {
    lifetime: f64,
    /// What a dollar at its end is worth at the start.
    worth: f64,
    /// What a month's coins sell for at its end, over what they would at the start, discounted.
    growth: f64,
    /// The net present value if the last month stands still, and if it runs.
    off: f64,
    on: f64,
    sample: Sample,
}

impl Piece<'_> {
    /// Blocks' rewards from the month's start to `lifetime`.
    fn rewards_until(&self, lifetime: f64) -> f64 {
        self.rewards + self.reward * (lifetime - self.from)
    }

    fn mined_for(&self, lifetime: f64) -> f64 {
        (lifetime - self.mining_from).max(0.0)
    }
}

impl Bounded for Piece<'_> {
    type Place = Life;

    fn at(&self, lifetime: f64) -> Life {
        let ByLifetime { rates, price, discount, income, .. } = self.mine;
        let worth = libm::exp(-discount * lifetime);
        let growth = libm::exp(income * lifetime);
        let earned = price * rates.coins_at_unit_reward * growth * self.rewards_until(lifetime);
        let power = rates.variable_cost * worth * self.mined_for(lifetime);
        let fixed = rates.fixed_cost * worth * (lifetime - self.month);
        let outlay = rates.machines * (1.0 - rates.resale * worth) + rates.site;
        let off = self.brought - fixed - outlay;
        let on = off + (earned - power);
        let runs = earned > 0.0 && earned >= power;
        let value = if runs { on } else { off };
        let value = if runs || self.has_run { value } else { value.min(-f64::MIN_POSITIVE) };
        let sold = self.sold + if runs { earned } else { 0.0 };
        Life { lifetime, worth, growth, off, on, sample: Sample { value, noise: sold * 1e-14 } }
    }

    fn sample(&self, life: &Life) -> (f64, Sample) {
        (life.lifetime, life.sample)
    }

    fn between(&self, a: &Life, b: &Life) -> [f64; 2] {
        let ByLifetime { rates, price, discount, income, .. } = self.mine;
        // (e^(−λT)·L)'' = e^(−λT)·(λ²·L − 2λ·L') for a line L, and likewise for μ.
        let bend = |level: f64, slope: f64| a.worth * discount * (discount * level + 2.0 * slope);
        let resale = rates.machines * rates.resale;
        let of_site = bend(resale + rates.fixed_cost * (b.lifetime - self.month), rates.fixed_cost);
        let of_power = bend(rates.variable_cost * self.mined_for(b.lifetime), rates.variable_cost);
        let of_coins = price
            * rates.coins_at_unit_reward
            * a.growth.max(b.growth)
            * income.abs()
            * (income.abs() * self.rewards_until(b.lifetime) + 2.0 * self.reward);
        let reach = (b.lifetime - a.lifetime) * (b.lifetime - a.lifetime) / 8.0;
        let (off, on) = (of_site * reach, (of_site + of_power + of_coins) * reach);
        let low = (a.off.min(b.off) - off).max(a.on.min(b.on) - on);
        let high = (a.off.max(b.off) + off).max(a.on.max(b.on) + on);
        [low, high]
    }
}

impl ByLifetime {
    /// For every lifetime that is allowed.
    pub fn of(inputs: &Inputs, price: UsdPerBitcoin) -> Self {
        let spec = Input::Lifetime.spec();
        Self::between(inputs, price, [spec.min, spec.max])
    }

    /// For the lifetimes between two ends, both included.
    pub fn between(inputs: &Inputs, price: UsdPerBitcoin, [shortest, longest]: [f64; 2]) -> Self {
        let mut points = turning_points(inputs, 0.0, longest);
        let place = points.partition_point(|point| *point < shortest);
        if points.get(place) != Some(&shortest) {
            points.insert(place, shortest);
        }
        let per_month = |rate: f64| libm::log1p(rate) / 12.0;
        let discount = per_month(inputs.discount_rate().value());
        let growth = per_month(inputs.price_growth().value()) - per_month(inputs.difficulty_growth().value());
        Self {
            rates: Rates::of(inputs),
            price: price.value(),
            discount,
            income: growth - discount,
            shortest,
            points,
        }
    }

    /// Gives the pieces with their ends to `visit`, the shortest life first, until it answers.
    fn walk<T>(&self, mut visit: impl FnMut(&Piece<'_>, Life, Life) -> Option<T>) -> Option<T> {
        let Rates { idle, mut subsidy, fees, mut next_halving, .. } = self.rates;
        let mut piece = Piece {
            mine: self,
            month: 0.0,
            from: 0.0,
            mining_from: idle.min(1.0),
            rewards: 0.0,
            reward: 0.0,
            brought: 0.0,
            sold: 0.0,
            has_run: false,
        };
        for ends in self.points.windows(2) {
            let &[from, to] = ends else { continue };
            while next_halving <= from {
                subsidy /= 2.0;
                next_halving += crate::network::MONTHS_PER_HALVING;
            }
            piece.from = from;
            piece.reward = if from >= idle { subsidy + fees } else { 0.0 };
            let (start, end) = (piece.at(from), piece.at(to));
            if from >= self.shortest
                && let Some(answer) = visit(&piece, start, end)
            {
                return Some(answer);
            }
            piece.rewards = piece.rewards_until(to);
            if to == to.floor() {
                piece.end_month(&end);
                piece.mining_from = idle.max(to).min(to + 1.0);
            }
        }
        None
    }

    /// The shortest life that comes out even.
    pub fn first_zero(&self) -> Option<f64> {
        self.walk(|piece, start, end| first_zero(piece, start, end))
    }

    /// The life that is worth most or least.
    pub fn extreme(&self, which: Extreme) -> Best {
        let mut best = None;
        self.walk(|piece, start, end| {
            best = extreme(piece, start, end, which, best);
            None::<()>
        });
        best
    }
}

impl Piece<'_> {
    /// Goes on to the next month.
    fn end_month(&mut self, end: &Life) {
        let rates = &self.mine.rates;
        let earned = self.mine.price * rates.coins_at_unit_reward * end.growth * self.rewards;
        let power = rates.variable_cost * end.worth * self.mined_for(end.lifetime);
        let runs = earned > 0.0 && earned >= power;
        self.brought -= rates.fixed_cost * end.worth;
        if runs {
            self.brought += earned - power;
            self.sold += earned;
            self.has_run = true;
        }
        self.rewards = 0.0;
        self.month = end.lifetime;
    }
}
