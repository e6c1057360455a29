//! The lowest and the highest all-in break-even along an input that may move it back and forth: the lifetime or the
//! discount rate.
//!
//! The value that is worth most at the break-even of another has a lower one itself (and the one worth least a higher
//! one), until no other is worth more. Each such change is as good as a step of Newton's method.

use super::by_lifetime::ByLifetime;
use crate::decimal::Within as _;
use crate::inputs::{Input, Inputs};
use crate::lifetime::all_in_price;
use crate::outcome::{Flows, monthly_factor, yearly_rate};
use crate::search::{Bounded as _, Extreme, extreme};
use crate::units::UsdPerBitcoin;

/// A mine whose lifetime or discount rate may be anything between two ends, both allowed and both included.
pub(crate) struct Along<'a> {
    pub inputs: &'a Inputs,
    pub input: Input,
    pub ends: [f64; 2],
}

impl Along<'_> {
    /// The lowest or the highest break-even, and a value where it is; infinite where no price will do.
    pub fn extreme(&self, which: Extreme) -> (f64, f64) {
        let [from, to] = self.ends.map(|value| (value, self.price_at(value)));
        let is_better =
            |price: f64, than: f64| if which == Extreme::Least { price < than } else { price > than };
        let start = if is_better(to.1, from.1) { to } else { from };
        if start.1.is_finite() && self.ends[0] < self.ends[1] { self.from(start, which) } else { start }
    }

    /// The same, beginning with a value and its break-even, which has to be finite.
    pub fn from(&self, start: (f64, f64), which: Extreme) -> (f64, f64) {
        /// Far more than are ever needed.
        const MOST_CHANGES: u32 = 30;
        let mut best = start;
        for _ in 0..MOST_CHANGES {
            let Some(value) = self.worth(UsdPerBitcoin::of(best.1), which.opposite()) else { break };
            let price = self.price_at(value);
            let step = if which == Extreme::Least { best.1 - price } else { price - best.1 };
            if !(step > best.1 * 1e-15 && price.is_finite()) {
                break;
            }
            best = (value, price);
        }
        best
    }

    fn price_at(&self, value: f64) -> f64 {
        let inputs = self.inputs.with(self.input, value);
        let price = inputs.map(|inputs| all_in_price(&inputs));
        price.map_or(f64::INFINITY, |price| price.map_or(f64::INFINITY, UsdPerBitcoin::value))
    }

    /// The value at which the mine is worth most or least at a price.
    fn worth(&self, price: UsdPerBitcoin, which: Extreme) -> Option<f64> {
        let [low, high] = self.ends;
        if self.input == Input::Lifetime {
            return ByLifetime::between(self.inputs, price, self.ends).extreme(which).map(|best| best.0);
        }
        let flows = Flows::of(self.inputs, price);
        let [from, to] = self.ends.map(|rate| flows.at(monthly_factor(rate)));
        let best = extreme(&flows, from, to, which, None);
        best.map(|(factor, _)| yearly_rate(factor).within(low, high))
    }
}
