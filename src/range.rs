//! How sure is it? The interval of each break-even where inputs are uncertain, and which inputs matter most.
//!
//! Every break-even moves one way with every input but the lifetime and, at times, the discount rate. So the
//! ends of its interval lie in corners of the ranges; along those two inputs, bounds of what the mine is worth decide
//! where they can lie at all. They are exact but for rounding.

use serde::{Serialize, Serializer};

use crate::decimal::Within as _;
use crate::error::Result as Checked;
use crate::inputs::{Input, Inputs};
pub use crate::lifetime::BreakEven;
use crate::lifetime::Unreachable;
use crate::search::Extreme;
use crate::solve::Along;
use crate::tier::{Direction, Tier};
use crate::units::UsdPerBitcoin;

/// How far an input may lie from what a scenario says.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Uncertain {
    /// The input.
    pub input: Input,
    /// The least that it may be, in the unit of the table.
    pub low: f64,
    /// The most that it may be, in the unit of the table.
    pub high: f64,
    /// Why so far and no farther.
    pub reason: &'static str,
}

impl Uncertain {
    /// The lower end and the higher one. Not by `min` and `max`, which pass over what is no number.
    fn ends(&self) -> [f64; 2] {
        if self.low > self.high { [self.high, self.low] } else { [self.low, self.high] }
    }
}

/// A break-even where inputs are uncertain.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Interval {
    /// Where every uncertain input is at its best.
    pub low: BreakEven,
    /// At the inputs themselves.
    pub mid: BreakEven,
    /// Where every uncertain input is at its worst.
    pub high: BreakEven,
}

/// How much one input matters.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Driver {
    /// The input.
    pub input: Input,
    /// Per cent by which the break-even moves for each per cent of the input: `(input/price)·(d price/d input)`, so 0 where
    /// the input is 0. `None` where the break-even is 0, or next to the input out of reach.
    pub elasticity: Option<f64>,
    /// How far the input swings.
    pub by: Swing,
    /// The break-even at less of the input.
    pub low: Swung,
    /// The break-even at more of the input.
    pub high: Swung,
    /// How far apart the two break-evens are, USD/BTC; `None` where one is out of reach.
    pub swing: Option<f64>,
}

/// How far an input swings to either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Swing {
    /// By a fifth of its value.
    Fifth,
    /// Over the range in which it is uncertain; its value is 0, of which a fifth is nothing.
    Range,
    /// By what the table has for an input whose value is 0: [`Input::swing_at_zero`].
    Default,
}

/// A break-even at another value of an input.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Swung {
    /// The input's value.
    pub value: f64,
    /// Whether the value would have lain beyond the allowed range, and is held at its end.
    pub held: bool,
    /// The break-even there.
    #[serde(serialize_with = "or_null")]
    pub price: BreakEven,
}

fn or_null<S: Serializer>(price: &BreakEven, serializer: S) -> Result<S::Ok, S::Error> {
    price.ok().serialize(serializer)
}

/// `low`, `mid` and `high`; `null` where no price breaks even.
impl Serialize for Interval {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat {
            low: Option<UsdPerBitcoin>,
            mid: Option<UsdPerBitcoin>,
            high: Option<UsdPerBitcoin>,
        }
        Flat { low: self.low.ok(), mid: self.mid.ok(), high: self.high.ok() }.serialize(serializer)
    }
}

/// The lowest and the highest break-even of the mine at `inputs` where each of `uncertain` may be anything from
/// its low to its high, in whichever order these stand. A value outside its own range stretches the range. Of several
/// ranges of one input the last one counts.
///
/// # Errors
/// Where an end of a range is not allowed.
///
/// ```
/// use breakeven::range::{Uncertain, interval};
/// use breakeven::{Input, Inputs, Tier};
///
/// let tariff = Uncertain { input: Input::Tariff, low: 0.04, high: 0.06, reason: "as contracts go" };
/// let shutdown = interval(&Inputs::default(), &[tariff], Tier::Shutdown)?;
/// let [low, mid, high] = [shutdown.low, shutdown.mid, shutdown.high].map(|price| price.unwrap().value());
/// assert!((low / mid - 0.8).abs() < 1e-12 && (high / mid - 1.2).abs() < 1e-12);
/// # Ok::<(), breakeven::Error>(())
/// ```
pub fn interval(inputs: &Inputs, uncertain: &[Uncertain], tier: Tier) -> Checked<Interval> {
    Ok(Interval {
        low: end(inputs, uncertain, tier, Extreme::Least)?,
        mid: tier.price(inputs),
        high: end(inputs, uncertain, tier, Extreme::Greatest)?,
    })
}

/// The intervals of the three break-evens.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Intervals {
    /// Of the shutdown price.
    pub shutdown: Interval,
    /// Of the cash break-even.
    pub cash: Interval,
    /// Of the all-in break-even.
    pub all_in: Interval,
}

impl Intervals {
    /// The [`interval`] of each break-even.
    ///
    /// # Errors
    /// As for [`interval`].
    pub fn of(inputs: &Inputs, uncertain: &[Uncertain]) -> Checked<Self> {
        let of = |tier| interval(inputs, uncertain, tier);
        Ok(Self { shutdown: of(Tier::Shutdown)?, cash: of(Tier::Cash)?, all_in: of(Tier::AllIn)? })
    }
}

/// The end of a range that brings the break-even to its lowest or its highest.
fn end_of([low, high]: [f64; 2], which: Extreme, direction: Direction) -> f64 {
    if (which == Extreme::Least) == (direction == Direction::Up) { low } else { high }
}

fn end(inputs: &Inputs, uncertain: &[Uncertain], tier: Tier, which: Extreme) -> Checked<BreakEven> {
    let mut changes = Vec::new();
    let (mut lifetime, mut rate) = (None, None);
    for range in uncertain {
        let value = inputs.get(range.input);
        let [low, high] = range.ends();
        let ends = [range.input.check(low)?.min(value), range.input.check(high)?.max(value)];
        match (tier.direction(range.input), range.input) {
            (Direction::Still, _) => {}
            (Direction::Either, Input::Lifetime) => lifetime = Some(ends),
            (Direction::Either, _) => rate = Some(ends),
            (direction, input) => changes.push((input, end_of(ends, which, direction))),
        }
    }
    // Each value is allowed, so that only a corner in which a block pays nothing is refused.
    let Ok(inputs) = inputs.with_all(changes) else { return Ok(Err(Unreachable::NoReward)) };
    let price = match (lifetime, rate) {
        (None, None) => tier.price(&inputs).map_or(f64::INFINITY, UsdPerBitcoin::value),
        (Some(ends), None) => Along { inputs: &inputs, input: Input::Lifetime, ends }.extreme(which).1,
        (None, Some(ends)) => Along { inputs: &inputs, input: Input::DiscountRate, ends }.extreme(which).1,
        (Some(lifetimes), Some(rates)) => extreme_of_both(&inputs, lifetimes, rates, which),
    };
    Ok(if price.is_finite() { Ok(UsdPerBitcoin::of(price)) } else { Err(Unreachable::NothingMined) })
}

/// The lowest or the highest all-in break-even where both inputs may move it back and forth: along the one and the
/// other in turn, from either end of the rates and from their middle, until neither gives a better one.
fn extreme_of_both(inputs: &Inputs, lifetimes: [f64; 2], rates: [f64; 2], which: Extreme) -> f64 {
    const MOST_TURNS: u32 = 30;
    let along = |inputs: &Inputs, input, ends| {
        let (value, price) = Along { inputs, input, ends }.extreme(which);
        (inputs.changed([(input, value)]), price)
    };
    let [low, high] = rates;
    let from = |rate| {
        let (mut mine, mut best) =
            along(&inputs.changed([(Input::DiscountRate, rate)]), Input::Lifetime, lifetimes);
        for turn in 0..MOST_TURNS {
            let (input, ends) =
                if turn % 2 == 0 { (Input::DiscountRate, rates) } else { (Input::Lifetime, lifetimes) };
            let (next, price) = along(&mine, input, ends);
            let gain = if which == Extreme::Least { best - price } else { price - best };
            // No number where both are infinite.
            if gain.is_nan() || gain <= best * 1e-15 {
                break;
            }
            (mine, best) = (next, price);
        }
        best
    };
    let found = [low, low + (high - low) / 2.0, high].map(from);
    found.into_iter().fold(found[0], if which == Extreme::Least { f64::min } else { f64::max })
}

/// Every input that acts on the break-even `tier`, the one with the largest swing first. Each swings by a fifth; one
/// that is 0, over its range among `uncertain` (of several the last one), else by the table's default.
///
/// # Errors
/// Where no price breaks even.
///
/// ```
/// use breakeven::{Input, Inputs, Tier, range::drivers};
///
/// let first = drivers(&Inputs::default(), &[], Tier::Shutdown).unwrap()[0];
/// assert!(first.elasticity.unwrap().abs() > 0.99);
/// ```
pub fn drivers(inputs: &Inputs, uncertain: &[Uncertain], tier: Tier) -> Result<Vec<Driver>, Unreachable> {
    let mid = tier.price(inputs)?;
    let mut sorted: Vec<Driver> = Vec::new();
    for &input in Input::ALL {
        if tier.direction(input) == Direction::Still {
            continue;
        }
        let driver = driver(inputs, input, uncertain, tier, mid);
        let size = |driver: &Driver| driver.swing.unwrap_or(f64::INFINITY);
        let place = sorted.iter().position(|other| size(other) < size(&driver)).unwrap_or(sorted.len());
        sorted.insert(place, driver);
    }
    Ok(sorted)
}

fn driver(inputs: &Inputs, input: Input, uncertain: &[Uncertain], tier: Tier, mid: UsdPerBitcoin) -> Driver {
    const FIFTH: f64 = 0.2;
    let value = inputs.get(input);
    let range = uncertain.iter().rev().find(|range| range.input == input);
    let (by, low, high) = match range {
        _ if value != 0.0 => (Swing::Fifth, value - value.abs() * FIFTH, value + value.abs() * FIFTH),
        Some(range) => (Swing::Range, range.ends()[0].min(0.0), range.ends()[1].max(0.0)),
        None => (Swing::Default, -input.swing_at_zero(), input.swing_at_zero()),
    };
    let (low, high) = (swung(inputs, input, tier, low), swung(inputs, input, tier, high));
    let swing = match (low.price, high.price) {
        (Ok(low), Ok(high)) => Some((high.value() - low.value()).abs()),
        _ => None,
    };
    let elasticity = match (value, mid.value()) {
        (_, 0.0) => None,
        (0.0, _) => Some(0.0),
        _ => elasticity(inputs, input, tier),
    };
    Driver { input, elasticity, by, low, high, swing }
}

/// The break-even where the input is as near to `value` as it may be.
fn swung(inputs: &Inputs, input: Input, tier: Tier, value: f64) -> Swung {
    let spec = input.spec();
    let within = value.within(spec.min, spec.max);
    let changed = inputs.changed([(input, within)]);
    Swung { value: changed.get(input), held: changed.get(input) != value, price: tier.price(&changed) }
}

/// The difference of the logarithms of the price over that of the input, between two values beside its own: exact
/// for a power of the input, and for all else to the square of the step; to the step at an end of the range.
fn elasticity(inputs: &Inputs, input: Input, tier: Tier) -> Option<f64> {
    const STEP: f64 = 1.0 / 131_072.0;
    let value = inputs.get(input);
    let below = swung(inputs, input, tier, value * (1.0 - STEP));
    let above = swung(inputs, input, tier, value * (1.0 + STEP));
    let (low, high) = (below.price.ok()?.value(), above.price.ok()?.value());
    Some(libm::log(high / low) / libm::log(above.value / below.value)).filter(|slope| slope.is_finite())
}
