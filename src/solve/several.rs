//! The inputs along which a break-even may turn back and forth: lifetime and discount rate.

use super::along::Along;
use super::by_lifetime::ByLifetime;
use super::{Impossible, Question, is_near};
use crate::decimal::Within as _;
use crate::inputs::Input;
use crate::lifetime::Unreachable;
use crate::outcome::{Flows, monthly_factor, yearly_rate};
use crate::search::{Bounded as _, Extreme, first_zero};

impl Question<'_> {
    /// The smallest value that makes the all-in break-even the price.
    pub(super) fn first_of_several(&self) -> Result<f64, Impossible> {
        if let Some(value) = self.first_zero() {
            return Ok(value);
        }
        // There is none; or the price is that of an end or of an extreme, but for its rounding.
        let spec = self.input.spec();
        let makes_it = |price| is_near(price, self.price.value());
        if makes_it(self.price_at(spec.min)) {
            return Ok(spec.min);
        }
        let (value, price) = self.nearest()?;
        if makes_it(price) {
            return Ok(self.smallest_alike(spec.min, value));
        }
        if makes_it(self.price_at(spec.max)) {
            return Ok(spec.max);
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

    /// The value that comes nearest to a price that is above or below the break-even everywhere, and the break-even
    /// there.
    fn nearest(&self) -> Result<(f64, f64), Impossible> {
        let spec = self.input.spec();
        let ends = [spec.min, spec.max];
        let found = ends.map(|value| (value, self.price_at(value))).into_iter().find(|end| end.1.is_finite());
        let Some(start) = found else {
            return Err(Impossible::Unreachable(Unreachable::NothingMined));
        };
        let which = if self.price.value() > start.1 { Extreme::Greatest } else { Extreme::Least };
        Ok(Along { inputs: self.inputs, input: self.input, ends }.from(start, which))
    }
}
