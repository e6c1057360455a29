//! The inputs along which a break-even may turn back and forth: lifetime and discount rate.

use super::by_lifetime::ByLifetime;
use super::{Impossible, Question, is_near};
use crate::decimal::Within as _;
use crate::inputs::Input;
use crate::lifetime::Unreachable;
use crate::outcome::{Flows, monthly_factor, yearly_rate};
use crate::search::{Bounded as _, Extreme, extreme, first_zero};
use crate::units::UsdPerBitcoin;

impl Question<'_> {
    /// The smallest value that makes the all-in break-even the price.
    pub(super) fn first_of_several(&self) -> Result<f64, Impossible> {
        if let Some(value) = self.first_zero() {
            return Ok(value);
        }
        // There is none; or the price is that of an extreme, but for its rounding.
        let (value, price) = self.nearest()?;
        if is_near(price, self.price.value()) {
            let min = self.input.spec().min;
            return Ok(self.smallest_alike(min, value));
        }
        Err(self.out_of_reach((value, price)))
    }

    fn first_zero(&self) -> Option<f64> {
        let spec = self.input.spec();
        if self.input == Input::Lifetime {
            return ByLifetime::of(self.inputs, self.price).first_zero();
        }
        let flows = Flows::of(self.inputs, self.price);
        let [low, high] = [spec.min, spec.max].map(|rate| flows.at(monthly_factor(rate)));
        first_zero(&flows, low, high).map(|factor| yearly_rate(factor).within(spec.min, spec.max))
    }

    /// The value at which the mine is worth most or least at a price.
    fn extreme(&self, price: UsdPerBitcoin, which: Extreme) -> Option<f64> {
        let spec = self.input.spec();
        if self.input == Input::Lifetime {
            return ByLifetime::of(self.inputs, price).extreme(which).map(|(lifetime, _)| lifetime);
        }
        let flows = Flows::of(self.inputs, price);
        let [low, high] = [spec.min, spec.max].map(|rate| flows.at(monthly_factor(rate)));
        let best = extreme(&flows, low, high, which, None);
        best.map(|(factor, _)| yearly_rate(factor).within(spec.min, spec.max))
    }

    /// The value that comes nearest to a price that is above or below the break-even everywhere, and the break-even
    /// there.
    ///
    /// The value that is worth most at the break-even of another has a lower one itself (and the one worth least a
    /// higher one), until no other is worth more. Each such change is as good as a step of Newton's method.
    fn nearest(&self) -> Result<(f64, f64), Impossible> {
        /// Far more than are ever needed.
        const MOST_CHANGES: u32 = 30;
        let spec = self.input.spec();
        let ends = [spec.min, spec.max].map(|value| (value, self.price_at(value)));
        let Some(&(mut nearest)) = ends.iter().find(|end| end.1.is_finite()) else {
            return Err(Impossible::Unreachable(Unreachable::NothingMined));
        };
        let is_above = self.price.value() > nearest.1;
        let which = if is_above { Extreme::Least } else { Extreme::Greatest };
        for _ in 0..MOST_CHANGES {
            let Some(value) = self.extreme(UsdPerBitcoin::of(nearest.1), which) else { break };
            let price = self.price_at(value);
            let step = if is_above { price - nearest.1 } else { nearest.1 - price };
            if !(step > nearest.1 * 1e-15 && price.is_finite()) {
                break;
            }
            nearest = (value, price);
        }
        Ok(nearest)
    }
}
