//! Round numbers, exactly: 0.3 is 3 divided by 10, never 0.1 + 0.2.

use std::ops::RangeInclusive;

use crate::decimal::{Within as _, exponent_of as decade_of, power_of_ten};

/// The least size of a round number.
pub const SMALLEST: f64 = 1e-20;
/// The greatest size of a round number; up to here every power of ten is an exact `f64`.
pub const LARGEST: f64 = 1e20;

/// `digits · 10^exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    digits: i64,
    exponent: i32,
}

impl Round {
    pub fn new(digits: i64, exponent: i32) -> Self {
        Self { digits, exponent }
    }

    /// The `f64` next to the number: both operands are exact, so one operation rounds once.
    #[inline(never)]
    pub fn value(self) -> f64 {
        let digits = self.digits as f64; // far below 2⁵³
        if self.exponent < 0 {
            digits / power_of_ten(-self.exponent)
        } else {
            digits * power_of_ten(self.exponent)
        }
    }

    /// The exponents of the decades that hold `low` to `high`.
    pub fn decades((low, high): (f64, f64)) -> RangeInclusive<i32> {
        exponent_of(low)..=exponent_of(high)
    }

    /// The least 1, 2 or 5 times a power of ten that is not below `value`.
    pub fn at_least(value: f64) -> Self {
        let mut step = Self::new(1, exponent_of(value));
        while step.value() < value && step.value() < LARGEST {
            step = step.next();
        }
        step
    }

    /// The greatest 1, 2 or 5 times a power of ten that is not above `value`.
    pub fn at_most(value: f64) -> Self {
        let exponent = exponent_of(value);
        let fits = |digits: &i64| Self::new(*digits, exponent).value() <= value;
        Self::new([5, 2].into_iter().find(fits).unwrap_or(1), exponent)
    }

    /// From 1 to 2, from 2 to 5, from 5 to 10.
    pub fn next(self) -> Self {
        match self.digits {
            1 => Self::new(2, self.exponent),
            2 => Self::new(5, self.exponent),
            _ => Self::new(1, self.exponent + 1),
        }
    }

    /// The multiples of this number from `low` to `high`, or a little beyond.
    pub fn multiples(self, low: f64, high: f64) -> impl Iterator<Item = Self> {
        let step = self.value();
        let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
        (first..=last).map(move |count| Self::new(count * self.digits, self.exponent))
    }
}

/// The exponent of the decade that holds `value`.
fn exponent_of(value: f64) -> i32 {
    decade_of(value.within(SMALLEST, LARGEST))
}
