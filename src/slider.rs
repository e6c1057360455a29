//! Moving an input by hand: where a value stands on its slider, which value stands where, and the next step.

use crate::decimal::{Decimal, Within as _, exponent_of, power_of_ten};
use crate::inputs::{Input, Slider, Step};

impl Input {
    /// Where `value` stands on the slider, from 0 to 1; beyond an end, at that end. What is no
    /// number stands at 0.
    pub fn slider_position(self, value: f64) -> f64 {
        match self.spec().slider {
            Slider::Linear(from, to) => ((value - from) / (to - from)).within(0.0, 1.0),
            Slider::Log(from, to) => (libm::log(value / from) / libm::log(to / from)).within(0.0, 1.0),
        }
    }

    /// The value at `position` on the slider (0 to 1), rounded so that it reads well: on a linear slider to a step of
    /// the input where that is the same everywhere, else to three digits.
    pub fn slider_value(self, position: f64) -> f64 {
        let at = position.within(0.0, 1.0);
        match (self.spec().slider, self.spec().step) {
            (Slider::Linear(from, to), Step::Of(size)) => multiple((from + at * (to - from)) / size, size),
            (Slider::Linear(from, to), Step::SecondDigit) => rounded(from + at * (to - from)),
            (Slider::Log(from, to), _) => rounded(from * libm::pow(to / from, at)),
        }
    }

    /// `value` moved by `count` steps, on to the grid of steps, and no further than the ends of the allowed range.
    ///
    /// ```
    /// use breakeven::Input;
    ///
    /// assert_eq!(Input::Tariff.step(0.05, 1), 0.051);
    /// assert_eq!(Input::Tariff.step(0.0503, -1), 0.05);
    /// assert_eq!(Input::Hours.step(168.0, 1), 168.0);
    /// ```
    pub fn step(self, value: f64, count: i32) -> f64 {
        let spec = self.spec();
        let mut moved = value;
        for _ in 0..count.unsigned_abs() {
            let size = match spec.step {
                Step::Of(size) => size,
                Step::SecondDigit => second_digit(moved, count < 0),
            };
            let next = next_multiple(moved, size, count > 0).within(spec.min, spec.max);
            if next == moved {
                break;
            }
            moved = next;
        }
        moved
    }

    /// The size of the step at `value`.
    pub fn step_size(self, value: f64) -> f64 {
        match self.spec().step {
            Step::Of(size) => size,
            Step::SecondDigit => second_digit(value, false),
        }
    }
}

/// The place of the second significant digit; `down` takes that of the numbers just below a power of ten.
/// From nothing the first step up is a thousandth.
fn second_digit(value: f64, down: bool) -> f64 {
    if value == 0.0 {
        return 1e-3;
    }
    let exponent = exponent_of(value);
    let on_power = down && value == power_of_ten(exponent);
    power_of_ten(exponent - if on_power { 2 } else { 1 })
}

fn next_multiple(value: f64, size: f64, up: bool) -> f64 {
    let count = value / size;
    // A multiple of a decimal step is a little off in binary.
    let nearest = count.round();
    let on_grid = (count - nearest).abs() < 1e-9 * nearest.abs().max(1.0);
    let next = match (on_grid, up) {
        (true, true) => nearest + 1.0,
        (true, false) => nearest - 1.0,
        (false, true) => count.ceil(),
        (false, false) => count.floor(),
    };
    multiple(next, size)
}

/// The multiple of `size` that is nearest to `count` times it. Dividing by a whole number gives the nearest double
/// to the decimal; multiplying by 0.001 does not.
fn multiple(count: f64, size: f64) -> f64 {
    let (whole, parts) = (count.round(), (1.0 / size).round());
    if size < 1.0 && parts * size == 1.0 { whole / parts } else { whole * size }
}

/// `value` to three significant digits, so that it reads well.
fn rounded(value: f64) -> f64 {
    Decimal::significant(value, 3).value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slider_gives_back_what_was_put_on_it() {
        for &input in Input::ALL {
            let (from, to) = input.spec().slider.ends();
            assert_eq!((input.slider_value(0.0), input.slider_value(1.0)), (from, to), "{input:?}");
            assert_eq!((input.slider_position(from), input.slider_position(to)), (0.0, 1.0), "{input:?}");
            for i in 0..=100 {
                let value = input.slider_value(f64::from(i) / 100.0);
                assert_eq!(input.slider_value(input.slider_position(value)), value, "{input:?}");
            }
        }
        assert_eq!(Input::Hours.slider_value(0.5), 85.0);
        assert_eq!(Input::Subsidy.slider_value(0.0625), 3.125);
        assert_eq!(Input::DifficultyGrowth.slider_value(0.0), -0.5);
        assert_eq!(Input::Tariff.slider_position(0.0), 0.0);
        assert_eq!(Input::Tariff.slider_position(5.0), 1.0);
        for input in [Input::Tariff, Input::Hours] {
            assert_eq!(input.slider_position(f64::NAN), 0.0);
        }
    }

    #[test]
    fn steps_stay_on_round_numbers_and_within_the_range() {
        assert_eq!(Input::Efficiency.step(34.2, 1), 35.0);
        // At its end it is done.
        assert_eq!(Input::Hours.step(100.0, i32::MAX), 168.0);
        assert_eq!(Input::Efficiency.step(34.2, -1), 34.0);
        assert_eq!(Input::Efficiency.step(10.0, -1), 9.9);
        assert_eq!(Input::Efficiency.step(9.9, 1), 10.0);
        assert_eq!(Input::Efficiency.step(1.0, -1), 1.0);
        assert_eq!(Input::Tariff.step(0.0, 1), 0.001);
        assert_eq!(Input::Tariff.step(0.0, -1), 0.0);
        assert_eq!(Input::Hashrate.step(263.681, 10), 360.0);
        assert_eq!(Input::PoolFee.step(0.02, 1), 0.025);
        assert_eq!(Input::Price.step(1e8, 1), 1e8);
        let mut tariff = 0.05;
        for _ in 0..40 {
            tariff = Input::Tariff.step(tariff, 1);
        }
        assert_eq!(tariff, 0.09);
    }
}
